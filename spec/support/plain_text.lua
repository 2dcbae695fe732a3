-- Random text that is mostly plain, which vectors take, with an odd character
-- now and then: plain_text(how many characters, the share of odd ones).

local PLAIN = {}
for _, c in utf8.codes("abcXYZ     012 19.,:;'\"!?()-_\n\r\t中文字汉语和国的一是" ..
    "，。、：；！？“”‘’《》（）　あアー—…々２Ａ．") do
  PLAIN[#PLAIN + 1] = c
end

-- Of every kind that a rule of UAX #29 or #14 names.
local ODD = {}
for _, c in utf8.codes("\u{301}\u{200D}\u{200B}\u{2060}\u{A0}\u{AD}\u{1F1E6}\u{1F468}"
    .. "\u{1F3FB}\u{5D0}\u{5BE}\u{627}\u{915}\u{94D}\u{93F}\u{E01}\u{1100}\u{1161}\u{11A8}"
    .. "\u{AC00}\u{AC01}\u{1B05}\u{1B44}\u{25CC}\u{AB}\u{BB}\u{2010}\u{2014}\u{2024}\u{2028}"
    .. "\u{85}\u{24}\u{25}\u{FFE0}\u{FF08}\u{FF09}\u{FFFC}\u{600}\u{1F8FF}\u{3099}\u{FF9E}"
    .. "\u{2764}\u{FE0F}\u{10FFFF}éß") do
  ODD[#ODD + 1] = c
end

local function pick(list) return list[math.random(#list)] end

return function(size, odd)
  local text = {}
  for i = 1, size do
    text[i] = utf8.char(math.random() < odd and pick(ODD) or pick(PLAIN))
  end
  return table.concat(text)
end
