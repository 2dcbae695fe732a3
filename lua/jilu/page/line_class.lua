-- What one line of a page looks like by itself: image name, menu, button bar,
-- metadata, disclaimer, caption … Context (what stands above and below) is
-- the business of the stage `zones`. Works on folded text; the tests that
-- are cheap and settle most lines come first.

local core = require "jilu.core"
local data = require "jilu.zh.pages"
local fields = require "jilu.page.key_values"
local heading = require "jilu.outline.heading"
local is_code = require "jilu.page.code"
local is_link_farm = require "jilu.page.link_farm"
local page_date = require "jilu.page.date"
local pattern = require "jilu.text.pattern"

local page = {}

local byte, find, sub, lower = string.byte, string.find, string.sub, string.lower
local gmatch, gsub, match = string.gmatch, string.gsub, string.match
local count_bytes, find_within = core.count_bytes, core.find_within
local without_bytes = core.without_bytes

-- A line above this many bytes is text, unless a few sure signs say not.
local SHORT = 300

--- Characters of a short text.
local function length(text)
  return core.count(text, "codepoint")
end

page.length = length

--- Whether a text has more than `n` characters; most lines are settled by
--- their bytes.
local function is_longer(text, n)
  return #text > n and (#text > 4 * n or length(text) > n)
end

page.is_longer = is_longer

-- A list as the words of a gazetteer, each with its place.
local function numbered(list)
  local words = {}
  for k, word in ipairs(list) do words[word] = k end
  return words
end

-- A set of words as those of a gazetteer.
local function numbers_of(set)
  local words = {}
  for word in pairs(set) do words[word] = 1 end
  return words
end

-- furniture ------------------------------------------------------------------

-- The first character of a text: words that lines may begin with are looked for
-- only where a line begins like one.
local function first_character(text)
  local c = byte(text, 1)
  return sub(text, 1, c >= 224 and c < 240 and 3 or c < 128 and 1 or c < 224 and 2 or 4)
end

local function first_characters(list)
  local set = {}
  for _, word in ipairs(list) do set[first_character(word)] = true end
  return set
end

local CAPTION = pattern.compiled(pattern.words(data.captions))
local OPENER = pattern.compiled(pattern.words(data.openers))
local OPENS_CAPTION = first_characters(data.captions)
local OPENS_FURNITURE = first_characters(data.openers)
local function anywhere(words) return pattern.compiled(pattern.anywhere(pattern.words(words))) end

local DISCLAIMER, WEAK_DISCLAIMER = anywhere(data.disclaimers), anywhere(data.weak_disclaimers)
local RIGHTS = anywhere(data.rights)

-- What bars and menus put between their words.
local SEPARATORS = core.gazetteer(numbered { "【", "】", "·", "•", "…", "»", "›", "→", "、", "｜",
  "丨", "│", "—", "“", "”", "「", "」", "▶", "◀", "●", "■", "◆", "★", "☆", "©", " ", "\t", "|",
  "/", "[", "]", "(", ")", "<", ">", ",", ":", ";", "_", "*", "#", "+" })

local WIDGETS = core.gazetteer(numbers_of(data.widgets))

-- words of a menu that are not all everybody's
local FEWEST_ITEMS = 4

-- Of a line without capitals.
local function is_widget(text)
  if #text > 240 then return false end
  local words, digits, others, longest = 0, 0, 0, 0
  local tokens = WIDGETS:tokens(text, SEPARATORS)
  local count = tokens and #tokens or 0
  for k = 1, count, 3 do
    local first, last = tokens[k], tokens[k + 1]
    local size, c = last - first + 1, byte(text, first)
    if size > longest then longest = size end
    if tokens[k + 2] > 0 then
      words = words + 1
    elseif (c == 46 or c >= 48 and c <= 57) and find(sub(text, first, last), "^[%d%.]+$") then
      digits = digits + 1
    else
      others = others + 1
      if count < 3 * FEWEST_ITEMS or words == 0 and others > 2 or size > 18 then return false end
    end
  end
  if others == 0 then return words > 0 or #text <= 12 or digits == 0 end
  -- a menu of a site's own words: some are everybody's
  return words >= 2 and words * 3 >= others and longest <= 18 and words + others >= FEWEST_ITEMS
end

-- a line of a table of contents that ends with ) or a digit: 一、背景 ........ (3)
local function is_contents(text)
  local dots = find(text, "....", 1, true) or find(text, "……", 1, true)
  return dots ~= nil and find(text, "[%.%s(…·]%d+%)?$", dots) ~= nil
end

-- tags that were left standing
local function is_markup(text)
  local rest = gsub(gsub(text, "<[^<>]*>", ""), "•", "")
  return not find(rest, "[^ \t]")
end

-- Short pieces between bars: menu (some of its words are menu words), path
-- (首页 > …) or a list of links. Returns the pieces and how many there are.
local function pieces(text, separator)
  local n, longest, known, total = 0, 0, 0, 0
  for part in gmatch(text, separator) do
    local piece = gsub(gsub(part, "^[ \t]+", ""), "[ \t]+$", "")
    if piece ~= "" then
      n = n + 1
      if #piece > longest then longest = #piece end
      total = total + #piece
      if data.widgets[piece] then known = known + 1 end
    end
  end
  return n, longest, known, total
end

local function is_path(text)
  local n, longest = pieces(gsub(text, "»", ">"), "[^>]+")
  if n < 2 or longest > 60 then return sub(text, -1) == ">" and #text < 60 end
  return true
end

local function is_bar(text)
  local bars = count_bytes(text, "|")
  local n, longest, known = pieces(text, "[^|]+")
  if sub(text, -1) == "|" or sub(text, 1, 1) == "|" then return longest <= 90 end
  return bars >= 2 and longest <= 36 or (n >= 2 and known == n)
end

local BULLETS = {}
for bullet in gmatch("· • ● ■ ◆ ▪ ○ ► ▶ ※ ➢ ◇ □ ▲", "%S+") do BULLETS[bullet] = true end

local ELSEWHERE = core.gazetteer(numbers_of(data.elsewhere))

-- Words that begin the part of a page that points elsewhere, and what may stand
-- around them: | 相关链接:, 【延伸阅读】
local function is_elsewhere(text, colon)
  if colon and colon <= 24 and data.elsewhere[sub(text, 1, colon - 1)] then return true end
  if #text > 40 or not ELSEWHERE:find(text) then return false end
  local word = gsub(text, "^[|>: \t]+", "")
  if find(word, "»", 1, true) then word = gsub(gsub(text, "»", ""), "^[|>: \t]+", "") end
  while find(sub(word, -1), "[ \t:|>]") do word = sub(word, 1, -2) end
  if sub(word, 1, 3) == "【" then word = sub(word, 4) end
  if sub(word, -3) == "】" then word = sub(word, 1, -4) end
  return data.elsewhere[word] or false
end

-- One of these is in every disclaimer; looking for them settles most lines.
local STEMS = core.gazetteer(numbered { "转载", "本站", "本网", "版权",
  "侵权", "删除", "管理员", "未经", "出处", "上传", "整理", "网络",
  "客服", "声明", "分辨率", "平台", "仅代表", "存储", "浏览器", "reserved", "仅供", "原创", "来源", "举报", "小编", "参考" })

local LONGEST_DISCLAIMER_KEY = 0
for word in pairs(data.disclaimer_keys) do
  LONGEST_DISCLAIMER_KEY = math.max(LONGEST_DISCLAIMER_KEY, #word)
end

-- Whether a key begins the line: 声明:… 【声明】… [声明]…
local function has_disclaimer_key(text)
  local c, key = byte(text, 1), nil
  if c == 227 then key = match(text, "^【(.-)】") end
  if c == 91 then key = match(text, "^%[([^%]]+)%]") end
  local colon = not key and find_within(text, ":", 1, LONGEST_DISCLAIMER_KEY + 1)
  if colon then key = sub(text, 1, colon - 1) end
  return key ~= nil and #key <= LONGEST_DISCLAIMER_KEY and data.disclaimer_keys[key] or false
end

local function is_disclaimer(text)
  if data.disclaimer_keys[text] then return true end
  if not STEMS:find(text) then return false end
  return DISCLAIMER:match(text) ~= nil
    or WEAK_DISCLAIMER:match(text) ~= nil and RIGHTS:match(text) ~= nil
    or has_disclaimer_key(text)
end

-- in a long line only where it begins, or names the site: text may speak of rights, too
local function is_long_disclaimer(text)
  if has_disclaimer_key(text) then return true end
  if #text > 1200 then return false end
  local own = core.find(text, "本站") or core.find(text, "本网") or core.find(text, "本文")
  return own and is_disclaimer(text) or false
end

local function is_caption(text, head, final, ending)
  if #text > 240 then return false end
  if head == "单" or head == "(" then                     -- 单位:万元, above a table
    if find(text, "^%(?单位:[^,; ]+%)?$") and #text <= 48 then return true end
  end
  if OPENS_CAPTION[head] and CAPTION:match(text) then return true end
  if ending == "摄" and (find(text, "记者", 1, true) or find(text, " ", 1, true)) then
    return true
  end
  if final ~= 41 or find(text, "供稿", 1, true) then return false end
  for _, word in ipairs(data.caption_ends) do
    if sub(text, -#word) == word then
      -- text in front of the bracket, or a photographer alone in it
      return head ~= "(" or find(text, "摄", 1, true) ~= nil
    end
  end
  return false
end

-- names of bodies --------------------------------------------------------------

-- Says whether a text ends with one of some words of Han characters.
local function ending_in(words)
  local set, last, longest = {}, {}, 0
  for _, word in ipairs(words) do
    set[word], last[sub(word, -3)] = true, true
    longest = math.max(longest, #word)
  end
  return function(text)
    if not last[sub(text, -3)] then return false end
    for size = 3, longest, 3 do
      if set[sub(text, -size)] then return true end
    end
    return false
  end
end

local ends_with_body = ending_in(data.organization_suffixes)
local NOT_IN_A_NAME = core.gazetteer(numbered { "。", "、", "“", "《", "关于", "的", "在", "把", "让",
  ",", ":", ";", "!", "?", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" })

--- Whether a short text is the name of a body and no more.
function page.is_organization(text)
  return #text >= 12 and #text <= 120 and ends_with_body(text)
    and not NOT_IN_A_NAME:find(text) and core.count_bytes(text, " ") < 2
end

--- Whether a word ends like the name of a body, or is what such names end with.
page.is_body = ends_with_body

--- Whether a text of three or four characters ends like the name of a body: 女职委.
--- Short as it is, its place must say so, too.
---@param text string
---@return boolean
function page.is_short_body(text)
  return (#text == 9 or #text == 12) and ends_with_body(text) and not NOT_IN_A_NAME:find(text)
    or page.is_organization(text)
end

--- Whether a lexicon knows each of some words, and none as the name of a person:
--- 首页 新闻, 高考 安全. What it does not know may be a name.
---@param lexicon jilu.Lexicon?
---@param words string[]
---@return boolean
function page.are_common(lexicon, words)
  if not lexicon then return false end
  for _, word in ipairs(words) do
    local tag = lexicon:tag(word)
    if not tag or sub(tag, 1, 2) == "nr" then return false end
  end
  return true
end

--- Whether a short text may be the name of a person.
function page.is_person(text)
  local name = without_bytes(text, " ")
  return #name >= 6 and #name <= 12 and data.surnames[sub(name, 1, 3)] or false
end

local function is_byline(text)
  if #text > 150 then return false end
  if byte(text, 1) == 40 and byte(text, #text) == 41 then
    for _, role in ipairs(data.roles) do
      if role.field ~= "editors" and find(text, role.word, 1, true) then return true end
    end
    if find(text, "文/", 1, true) or find(text, "/文", 1, true) or find(text, "图/", 1, true) then
      return true
    end
    local body, name = match(text, "^%(([^:]+):([^:]+)%)$")              -- (某局:张三)
    return body ~= nil and page.is_organization(body) and page.is_person(name)
  end
  if find(text, "^记者:") or find(text, "^通讯员:") then return not find(text, "[?!]") end
  if find(text, "通讯员 ", 1, true) or find(text, "记者 ", 1, true) then return true end
  local ending = sub(text, -6)
  if ending == "报道" then
    local who = match(text, "^(.-)摄影报道$") or match(text, "^(.-)综合报道$") or sub(text, 1, -7)
    if page.is_person(who) then return true end
  end
  return ending == "供稿" or sub(text, -9) == "通讯员" or sub(text, -10) == "通讯员:"
end

-- Whether two names stand around a date, the second one of a person or a body.
local function is_dated_names(text)
  local before, after = page_date.between(text)
  return before ~= nil and (page.is_organization(before) or page.is_person(before))
    and (page.is_organization(after) or page.is_names(after))
end

--- Whether a short text is the name of a web site.
page.is_site = ending_in(data.site_suffixes)

--- The body that a line names as the host: 某县委组织部主办
---@param text string
---@return integer? last  last byte of the body's name
function page.host(text)
  for _, word in ipairs(data.host_words) do
    if sub(text, -#word) == word and page.is_organization(sub(text, 1, -#word - 1)) then
      return #text - #word
    end
  end
end

--- Whether a short text is the letterhead of a body: 某某委员会文件
function page.is_letterhead(text)
  return sub(text, -6) == "文件" and page.is_organization(sub(text, 1, -7))
end

--- Whether the last word of a short text is a name: 某县人民政府县长 张三
function page.ends_with_name(text)
  local name = match(text, " ([^ ]+)$")
  if not name or #text > 90 or find(text, "[%w%p]") then return false end
  return #name >= 6 and #name <= 12 and data.surnames[sub(name, 1, 3)] or false
end

--- Whether a short text is one to eight names of persons, set with spaces.
---@param text string
---@param lexicon jilu.Lexicon?
---@return boolean
function page.is_names(text, lexicon)
  if #text < 6 or #text > 60 or find(text, "[%w%p]") then return false end
  local plain_text = gsub(gsub(text, "、", " "), "[ \t]+", " ")
  local words = {}
  local single                                   -- 王 芳: the first of two
  for part in gmatch(plain_text, "[^ ]+") do
    local word, n = part, #part / 3
    if n > 4 or n < 1 then return false end
    if n == 1 and single then word, single = single .. word, nil
    elseif n == 1 then single = word end
    if n > 1 or not single then
      if not data.surnames[sub(word, 1, 3)] and not data.surnames[sub(word, 1, 6)] then
        return false
      end
      words[#words + 1] = word
    end
  end
  return not single and #words >= 1 and #words <= 8 and not page.are_common(lexicon, words)
end

local ends_with_document = ending_in(data.document_nouns)

--- The body's document noun (通知, 公告 …) at the end of a title.
function page.is_document_name(text)
  if byte(text, #text) == 93 then text = gsub(text, "%[%d+%]$", "") end
  if byte(text, #text) == 41 then text = gsub(text, "%(.-%)$", "") end
  return ends_with_document(text)
end

-- one line -------------------------------------------------------------------

local function classify_long(text)
  if byte(text, 1) < 128 and is_code(text) then return "furniture" end
  if is_long_disclaimer(text) then return "disclaimer" end
  if find(text, "。", 1, true) then return "paragraph" end
  if is_link_farm(text) then return "spam" end
  if #text < 1200 and (find(text, ">", 1, true) or find(text, "»", 1, true)) and is_path(text)
     or #text < 1200 and find(text, "|", 1, true) and is_bar(text) then
    return "furniture"
  end
  return "paragraph"
end

local function last_characters(list)
  local set = {}
  for _, word in ipairs(list) do set[sub(word, -3)] = true end
  return set
end

local ENDS_HOST = last_characters(data.host_words)
local ENDS_BYLINE = last_characters { "报道", "供稿", "通讯员" }
local ENDS_MARK = last_characters { "号", "期", "发", "过", "订", "正", "准", "布", "改" }
-- The last bytes of all these: most lines end with none of them.
local ENDING_BYTES = { [byte("摄", 3)] = true }
for _, set in ipairs { ENDS_HOST, ENDS_BYLINE, ENDS_MARK } do
  for ending in pairs(set) do ENDING_BYTES[byte(ending, -1)] = true end
end
local OPENS_KEY = { ["["] = true, ["【"] = true, ["〔"] = true }

-- Where these first stand in a line: most tests need one of them, and most
-- lines have few.
local signs = core.signs { "。", ",", ":", "%s", "|", "/", "<", ">", "»", "【", "】", "%d", "%u", "@",
  "年", "_", "-" }

-- The class of a line whose last character is ASCII, by the suffix of a file.
local function class_of_file(text)
  local suffix = match(text, "%.(%w%w%w?%w?)$", -5)
  if not suffix then return nil end
  suffix = lower(suffix)
  return data.image_suffixes[suffix] and "image" or data.file_suffixes[suffix] and "file" or nil
end

--- The class of a line by itself: "image", "file", "furniture", "elsewhere",
--- "disclaimer", "metadata", "event", "date", "caption", "byline", "bullet",
--- "spam", "heading", "run_in", "item", "colon", "paragraph", or nil for a short
--- line that only its place can explain.
---@param text string  folded, without spaces at its ends
---@return string? class
---@return string|table|nil detail  the field of a metadata line, the mark of a numbered one
function page.classify(text)
  local size = #text
  if size > SHORT then
    local class = classify_long(text)
    if class ~= "paragraph" then return class end
    local what, mark = heading.read(text, 1, size)
    return what or class, mark
  end
  local stop, comma, colon, space, bar, slash, less, greater, guillemet, opening, closing,
    digit, capital, at, year, underscore, hyphen = signs(text)
  local head, final = first_character(text), byte(text, size)
  local ending = ENDING_BYTES[final] and sub(text, -3) or ""
  if final < 128 and not stop then
    local class = class_of_file(text)
    if class then return class end
  end
  if (digit or at or year and page_date.begins_in_han(text)) and page_date.is_whole(text) then
    return "date"
  end
  local in_brackets = head == "(" and final == 41
  if (in_brackets or ENDS_MARK[ending]) and fields.is_document_mark(text) then return "mark" end
  local class, detail
  if colon or space or bar or slash or digit or OPENS_KEY[head] then
    class, detail = fields.classify(text, colon, comma, stop, space, bar, slash, digit)
    if class and not comma and not stop then return class, detail end
    if digit and space and not class and is_dated_names(text) then
      return "metadata", "published"
    end
  end
  if is_disclaimer(text) then return "disclaimer" end
  if class then return class, detail end
  local small = capital and lower(text) or text
  if (capital or OPENS_FURNITURE[head]) and OPENER:match(small) then return "furniture" end
  if colon or space or bar or greater or guillemet or opening or closing then
    if is_elsewhere(text, colon) then return "elsewhere" end
  elseif size <= 40 and data.elsewhere[text] then
    return "elsewhere"
  end
  if not stop and is_widget(small)
     or (final == 41 or final >= 48 and final <= 57) and is_contents(text)
     or less and is_markup(text) or byte(text, 1) < 128 and is_code(text) then
    return "furniture"
  end
  if (final == 41 or ending == "摄" or head == "单" or OPENS_CAPTION[head])
     and is_caption(text, head, final, ending) then
    return "caption"
  end
  if not stop and (colon or space or in_brackets or ENDS_BYLINE[ending]) and is_byline(text) then
    return "byline"
  end
  if ENDS_HOST[ending] and page.host(text) then return "metadata", "host" end
  if (comma or space or bar or slash or underscore or hyphen) and is_link_farm(text) then
    return "spam"
  end
  local what, mark = heading.read(text, 1, size)
  if what then return what, mark end
  if stop then return "paragraph" end
  if (greater or guillemet) and is_path(text) or bar and is_bar(text) then return "furniture" end
  if BULLETS[head] then return "bullet" end
  if final == 59 or final == 44 then return "paragraph" end             -- ; or a broken line
  if final == 58 then return "colon" end                                -- :
  if is_longer(text, 60) then return "paragraph" end
  return nil
end

return page
