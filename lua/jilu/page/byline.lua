-- Who wrote or sent in a text: reads 某网通讯员 张三 某地报道,
-- (某某局 张三 李四 供稿), 本报讯(记者 张三 通讯员 李四). Works on folded text and
-- yields places in it, so that names keep the script of the document.

local core = require "jilu.core"
local data = require "jilu.zh.pages"
local page = require "jilu.page.line_class"

local byline = {}

local byte, find, sub = string.byte, string.find, string.sub
local count_bytes, find_within = core.count_bytes, core.find_within

-- names have two to four characters (bytes of folded text, three a character)
local SHORTEST, LONGEST = 6, 12

local SEPARATORS = {}
for _, sign in ipairs { " ", "\t", ",", ":", ";", "/", "&", "、", "　" } do SEPARATORS[sign] = 1 end
SEPARATORS = core.gazetteer(SEPARATORS)

local NO_WORDS = core.gazetteer {}

-- Words between spaces, commas and 、, with their places.
local function words(text, i, j)
  local out, found = {}, NO_WORDS:tokens(sub(text, i, j), SEPARATORS)
  for k = 1, found and #found or 0, 3 do
    out[#out + 1] = { first = found[k] + i - 1, last = found[k + 1] + i - 1 }
  end
  return out
end

byline.words = words

local ROLE_WORDS
do
  local by_word = {}
  for k, role in ipairs(data.roles) do by_word[role.word] = k end
  ROLE_WORDS = core.gazetteer(by_word)
end

-- The role word in text[first..last], and its place.
local function role_in(text, first, last)
  local word = sub(text, first, last)
  if not ROLE_WORDS:find(word) then return nil end
  for _, role in ipairs(data.roles) do
    local i, j = find(word, role.word, 1, true)
    if i then return role, first + i - 1, first + j - 1 end
  end
end

local function is_name(text, first, last)
  local size = last - first + 1 - count_bytes(sub(text, first, last), " ")
  if size < SHORTEST or size > LONGEST then return false end
  if find(sub(text, first, last), "[\1-\31\33-\127]") then return false end
  return not (size >= 9 and page.is_organization(sub(text, first, last)))
end

byline.is_name = is_name

-- 王 芳: two words of one character are one name
local function join_single(list)
  local out = {}
  for _, word in ipairs(list) do
    local before = out[#out]
    if before and before.last - before.first == 2 and word.last - word.first == 2 then
      before.last = word.last
    else
      out[#out + 1] = word
    end
  end
  return out
end

byline.join_single = join_single

--- Reads text[i..j]. Names without a role word stand in `names`.
---@param text string  folded
---@param i integer
---@param j integer
---@return table { authors, editors, contributors, names: lists of places; organization: a place }
function byline.read(text, i, j)
  local out = { authors = {}, editors = {}, contributors = {}, names = {} }
  local field, pending = nil, {}
  local function add(place)
    if field == nil then pending[#pending + 1] = place
    elseif field then table.insert(out[field], place) end
  end
  local function add_word(first, last)
    if last < first then return end
    if is_name(text, first, last) then
      add { first = first, last = last }
    elseif not out.organization and page.is_organization(sub(text, first, last)) then
      out.organization = { first = first, last = last }
    end
  end
  for _, word in ipairs(join_single(words(text, i, j))) do
    local role, a, b = role_in(text, word.first, word.last)
    if role and role.behind then
      if #pending > 0 and role.field then
        for _, place in ipairs(pending) do table.insert(out[role.field], place) end
        pending = {}
      end
    elseif role then
      if a > word.first and not out.organization and a - word.first >= 6 then
        out.organization = { first = word.first, last = a - 1 }          -- 某网通讯员
      end
      field = role.field or false
      add_word(b + 1, word.last)
    else
      add_word(word.first, word.last)
    end
  end
  for _, place in ipairs(pending) do table.insert(out.names, place) end
  return out
end

--- The names with a share in the words: 某某/文 某某/图, 文/某某
---@param text string
---@param i integer
---@param j integer
---@return table[] places
function byline.credits(text, i, j)
  local out = {}
  if not find_within(text, "文/", i, j) and not find_within(text, "/文", i, j) then return out end
  local inside = sub(text, 1, j)
  for _, form in ipairs { "()[^ /(、,]+()/文", "文/()[^ /、,)]+()" } do
    local a, b = string.match(inside, form, i)
    if a and is_name(text, a, b - 1) then out[#out + 1] = { first = a, last = b - 1 } end
  end
  return out
end

-- bytes of brackets at the end of a text
local LONGEST_TAIL = 200

--- The last pair of brackets of a text, if the text ends with it.
---@param text string
---@return integer? first, integer? last  what stands between the brackets
function byline.tail(text)
  local j = #text
  local c = byte(text, j)
  while c == 32 or c == 9 or c == 130 and sub(text, j - 2, j) == "。" do
    j = j - (c == 130 and 3 or 1)
    c = byte(text, j)
  end
  if c ~= 41 then return nil end
  local least = math.max(1, j - LONGEST_TAIL + 1)
  local open = find(sub(text, least, j), "%b()$")
  if open then return least + open, j - 1 end
end

--- The brackets behind 讯 or 电 at the start of a text: 本报讯(记者 张三).
---@param text string
---@return integer? first, integer? last
function byline.head(text)
  local open = find(text, "(", 1, true)
  if not open or open > 90 then return nil end
  local close = find(text, ")", open, true)
  if not close or close - open > 150 then return nil end
  local inside = sub(text, open + 1, close - 1)
  if find(inside, "记者", 1, true) or find(inside, "通讯员", 1, true) then
    return open + 1, close - 1
  end
end

--- Whether text[i..j] is only names of persons, each with a surname, and not all
--- of them common words by a lexicon.
---@param text string
---@param i integer
---@param j integer
---@param lexicon jilu.Lexicon?
---@return boolean
function byline.only_names(text, i, j, lexicon)
  local list = join_single(words(text, i, j))
  if #list == 0 or #list > 3 then return false end
  local names = {}
  for k, word in ipairs(list) do
    names[k] = sub(text, word.first, word.last)
    if not is_name(text, word.first, word.last)
       or not data.surnames[sub(text, word.first, word.first + 2)] then
      return false
    end
  end
  return not page.are_common(lexicon, names)
end

return byline
