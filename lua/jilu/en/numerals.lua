-- How English writes numbers, and what makes of a numeral no number.

local SMALL = [[
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen
]]
local ORDINALS = [[
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
  fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
]]
local TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

return function(add)
  local value = 0
  add("digit", "zero nought naught", { value = 0 })
  for word in SMALL:gmatch "%a+" do
    value = value + 1
    add("digit", word, { value = value })
  end
  value = 10
  for word in TENS:gmatch "%a+" do
    value = value + 10
    add("tens", word, { value = value })
  end
  add("power", "hundred", { value = 2 })
  add("section", "thousand", { value = 3 })
  add("section", "million millions mn mln mil mio", { value = 6 })
  add("section", "billion billions bn bln bil", { value = 9 })
  add("section", "trillion trillions tn tln trn", { value = 12 })
  add("section", "quadrillion quadrillions", { value = 15 })
  add("section", "lakh lakhs", { value = 5 })
  add("section", "crore crores", { value = 7 })
  -- text: by so much, not by a power of ten
  add("section", "dozen dozens doz dozs dz dzs", { value = 0, text = "12" })
  for sign, parts in pairs {
    ["½"] = "1/2", ["⅓"] = "1/3", ["⅔"] = "2/3", ["¼"] = "1/4", ["¾"] = "3/4", ["⅕"] = "1/5",
    ["⅖"] = "2/5", ["⅗"] = "3/5", ["⅘"] = "4/5", ["⅙"] = "1/6", ["⅚"] = "5/6", ["⅛"] = "1/8",
    ["⅜"] = "3/8", ["⅝"] = "5/8", ["⅞"] = "7/8",
  } do
    local above, below = parts:match "(%d)/(%d)"
    add("digit", { sign }, { value = tonumber(above), text = below, exact = true })
  end
  add("point", "point")
  -- behind the sign of a currency alone; elsewhere m is a metre
  add("money_section", "k K", { value = 3, exact = true })
  add("money_section", "m M", { value = 6, exact = true })
  add("money_section", { "MM", "mm" }, { value = 6, exact = true })
  add("money_section", { "t", "T" }, { value = 12, exact = true })
  add("money_section", "b B", { value = 9, exact = true })
  for words, number in pairs {
    ["a hundred"] = 100, ["a thousand"] = 1000, ["a million"] = 1e6, ["a billion"] = 1e9,
    ["a dozen"] = 12,
    ["half a dozen"] = 6, ["half a million"] = 5e5, ["half a billion"] = 5e8,
    ["half a trillion"] = 5e11, ["a half million"] = 5e5, ["a half billion"] = 5e8,
    ["half million"] = 5e5, ["half billion"] = 5e8, ["half trillion"] = 5e11,
    ["quarter million"] = 25e4, ["quarter billion"] = 25e7, ["quarter trillion"] = 25e10,
    ["a quarter million"] = 25e4, ["a quarter billion"] = 25e7,
    ["a quarter of a million"] = 25e4, ["a quarter of a billion"] = 25e7,
    ["three quarters million"] = 75e4, ["three quarters billion"] = 75e7,
    ["three quarters of a million"] = 75e4, ["three quarters of a billion"] = 75e7,
    ["a trillion"] = 1e12, ["a couple of dozen"] = 24, ["a gross"] = 144,
    ["a lakh"] = 1e5, ["a crore"] = 1e7,
  } do
    add("digit", { words }, { value = number })
  end
  add("numeral_join", "and ,")
  add("article", "a an")
  -- code 1: behind one, or an article
  local function denominator(below, one, many)
    add("denominator", { one }, { value = below, code = "1" })
    add("denominator", { many }, { value = below })
  end
  denominator(2, "half", "halves")
  denominator(4, "quarter", "quarters")
  local ordinals = {}
  for word in ORDINALS:gmatch "%a+" do ordinals[#ordinals + 1] = word end
  for k = 3, #ordinals do denominator(k, ordinals[k], ordinals[k] .. "s") end
  value = 10
  for word in TENS:gmatch "%a+" do
    value = value + 10
    local stem = word:gsub("y$", "ieth")
    denominator(value, stem, stem .. "s")
    for k = 1, 9 do
      for _, join in ipairs { "-", " " } do
        denominator(value + k, word .. join .. ordinals[k], word .. join .. ordinals[k] .. "s")
      end
    end
  end
  denominator(100, "hundredth", "hundredths")
  denominator(1000, "thousandth", "thousandths")
  denominator(1e6, "millionth", "millionths")
  denominator(1e9, "billionth", "billionths")
  denominator(1e12, "trillionth", "trillionths")
  -- the label of a number, in a line of their own
  add("percent_before", { "percent of", "per cent of", "percentage of" },
    { text = "%", code = "%" })
  add("fraction", { "out of", "of every", "in every" })
  add("fraction", "in", { code = "1" })
  add("fraction", { "of a", "of one" }, { code = "s" })   -- two thirds of a million
  add("minus", { "-", "−", "minus", "negative" })

  local function approx(words, kind)
    add("approx_before", words, { value = kind })
  end
  approx({ "about", "around", "roughly", "approximately", "approx.", "some", "circa",
    "an estimated" }, "about")
  approx({ "nearly", "almost", "close to", "just under", "under", "below", "less than",
    "fewer than", "<" }, "nearly")
  add("approx_before", "over", { value = "over", code = "/" })   -- and 2 over 3
  approx({ "more than", "above", "just over", "well over", "greater than", "upwards of",
    "in excess of", ">" }, "over")
  approx({ "at least", "no fewer than", "not fewer than", "no less than", "not less than",
    "a minimum of", "≥" }, "at_least")
  approx({ "at most", "up to", "no more than", "not more than", "a maximum of", "not exceeding",
    "≤" }, "at_most")
  approx("between", "range")
  add("approx_after", { "or more", "or over", "or above", "and above", "and over", "at least" },
    { value = "at_least" })
  add("approx_after", { "or less", "or fewer", "or below", "at most" }, { value = "at_most" })
  add("approx_after", { "or so" }, { value = "about" })

  add("range", { "to", "-", "–", "—" })
  add("range", "and", { code = "b" })

  -- what is numbered, not counted: Chapter 3, page 240, No. 10
  add("ordinal", [[
    code tier chapter section article part page pages p. pp. paragraph para. clause annex appendix
    schedule table figure fig. chart box plate note footnote volume vol. issue line item question
    exercise example lesson unit equation step phase stage level grade class type size model
    version release build series season episode room suite floor apartment flat gate platform
    track route highway interstate road exit channel flight bus bay number numbers no. nos. nr.
    point rule act bill title lot group zone district ward sector block day aged age nine-to-five
  ]])
  -- words that hold a numeral and count nothing
  add("opaque", {
    "one another", "one day", "one by one", "one of", "one time", "one or two", "two by two",
    "no one",
    "nine-to-five", "one-off", "one-way", "two-way", "one-sided", "one-to-one", "one-on-one",
    "twenty-first", "to one side", "one hand", "the one", "this one", "that one",
  })
end
