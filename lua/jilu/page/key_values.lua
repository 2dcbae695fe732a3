-- The fields that pages and documents print around their text: "key: value"
-- lines and document numbers. Works on folded text of short lines.

local core = require "jilu.core"
local data = require "jilu.zh.pages"
local page_date = require "jilu.page.date"

local fields = {}

local byte, find, sub, lower = string.byte, string.find, string.sub, string.lower
local count_bytes, without_bytes = core.count_bytes, core.without_bytes
local gsub, match = string.gsub, string.match

-- keys and values ------------------------------------------------------------

local KEYS = data.keys
local LONGEST_KEY = 36           -- bytes: twelve characters

-- Words of credits that are keys with a slash behind them alone.
local ROLE_KEYS = { ["图"] = true, ["摄影"] = true, ["制图"] = true, ["剪辑"] = true }

-- A key without brackets, spaces and capitals.
local function bare(key)
  key = without_bytes(key, " []()<>|*")
  if find(key, "\227\128", 1, true) then key = gsub(gsub(key, "【", ""), "】", "") end
  if find(key, "%u") then key = lower(key) end
  return key
end

-- Bytes of what `bare` takes out or changes; most keys have none of them.
local NOT_BARE = " []()<>|*\227ABCDEFGHIJKLMNOPQRSTUVWXYZ"

local function is_bare(key) return count_bytes(key, NOT_BARE) == 0 end

--- The field of a key, and the key without brackets and spaces.
local function field_of(key)
  local field = KEYS[key]
  if field or is_bare(key) then return field, key end
  key = bare(key)
  return KEYS[key], key
end

fields.field_of = field_of

-- The last character of a key, or its last byte where that is ASCII.
local function ending_of(key)
  local c = byte(key, -1)
  return c and c > 127 and sub(key, -3) or c
end

-- How many bytes the keys with the same ending have, the longest first: few
-- colons stand behind an ending of a key.
local SIZES = {}
do
  local known = {}
  for key in pairs(KEYS) do
    local ending = ending_of(key)
    SIZES[ending] = SIZES[ending] or {}
    local id = ending .. #key
    if not known[id] then table.insert(SIZES[ending], #key) end
    known[id] = true
  end
  for _, sizes in pairs(SIZES) do table.sort(sizes, function(a, b) return a > b end) end
end

local LEFT_OUT = {}
for sign in string.gmatch(" []()<>|*", ".") do LEFT_OUT[byte(sign)] = true end

-- Where a key begins of which `size` bytes are left without brackets and spaces,
-- with those in front of it.
local function begin_of_key(text, begin, j, size)
  local i = j + 1
  while i > begin do
    local c = byte(text, i - 1)
    local corner = (c == 144 or c == 145) and i - 3 >= begin and sub(text, i - 3, i - 1)
    if LEFT_OUT[c] then i = i - 1
    elseif corner == "【" or corner == "】" then i = i - 3
    elseif size == 0 then break
    else i, size = i - 1, size - 1 end
  end
  return i
end

-- The known key that ends at byte j, and where it begins: the longest of the
-- run of letters before the colon. 作者 in 来源:新华社作者:张三 is one, too.
local function key_ending(text, from, j)
  local begin = math.max(from, j - LONGEST_KEY + 1)
  local run = sub(text, begin, j)
  local key = is_bare(run) and run or bare(run)
  local sizes = SIZES[ending_of(key)]
  for k = 1, sizes and #sizes or 0 do
    local size = sizes[k]
    local word = size <= #key and sub(key, -size)
    local field = word and KEYS[word]
    if field then
      local at = key == run and j - size + 1 or begin_of_key(text, begin, j, size)
      return field, at, word
    end
  end
end

local function is_blank(text, k)
  local c = byte(text, k)
  return c == 32 or c == 9 or c == 124
end

-- Cuts spaces and what closes a field off its value.
local function trim_value(text, f)
  local i, j = f.first, f.last
  while i <= j and is_blank(text, i) do i = i + 1 end
  while j >= i and find(sub(text, j, j), "[ \t|;,%[(]") do j = j - 1 end
  local close = byte(text, j)                                           -- (责编:某) [责编:某]
  if close == 41 and not find(sub(text, i, j), "(", 1, true)
     or close == 93 and not find(sub(text, i, j), "[", 1, true) then
    j = j - 1
  end
  f.first, f.last = i, j
end

-- 摄影/王小明 编辑/陈芳, 文丨王小明: slashes and bars behind keys, as colons in their
-- places; nil where fewer than two keys stand so.
local function with_colons(text)
  if find(text, "://", 1, true) then return nil end
  local plain = gsub(gsub(text, "丨", ":  "), "/", ":")
  local count = 0
  for word in string.gmatch(plain, "([^ :,]+) ?:") do
    if KEYS[word] or ROLE_KEYS[word] then count = count + 1 end
  end
  return count > 1 and plain or nil
end

--- The keys of a metadata line with their values, left to right.
---@param text string  folded
---@return table[]  { field, key, first, last: the value's bytes, at: the key's first byte }
function fields.read(text)
  local found = {}
  if not find(text, ":", 1, true) and (find(text, "/", 1, true) or find(text, "丨", 1, true)) then
    text = with_colons(text) or text
  end
  local from, colon = 1, find(text, ":", 1, true)
  while colon do
    local last = colon - 1
    while last >= from and is_blank(text, last) do last = last - 1 end
    local field, at, key
    if last >= from then field, at, key = key_ending(text, from, last) end
    if field then
      local before = found[#found]
      if before then before.last = at - 1 end
      found[#found + 1] = { field = field, key = key, at = at, first = colon + 1, last = #text }
      from = colon + 1
    end
    colon = find(text, ":", colon + 1, true)
  end
  if not found[1] then
    local field, key, after = fields.leading_key(text)
    if field and after then
      found[1] = { field = field, key = key, at = 1, first = after, last = #text }
    end
  end
  for k = 1, #found do trim_value(text, found[k]) end
  return found
end

local function key_before(text, form)
  local word, after = match(text, form)
  if not word or #word > LONGEST_KEY then return nil end
  local field, key = field_of(word)
  if field then return field, key, after end
end

-- A key that a blank stands behind, the first of the text: 来源 新华社
local function spaced_key(text, blank)
  if blank == 1 or blank > LONGEST_KEY + 1 then return nil end
  local field, key = field_of(sub(text, 1, blank - 1))
  if not field then return nil end
  local after = find(text, "[^ \t]", blank)
  if after then return field, key, after end
end

local OPENS_KEY = { ["【"] = "^【(.-)】()", ["〔"] = "^〔(.-)〕()" }

-- As leading_key, of which text it is known where the first colon, blank, bar
-- and slash stand.
local function leading_key(text, colon, blank, bar, slash)
  if colon and colon <= LONGEST_KEY + 12 then
    local key = sub(text, 1, colon - 1)
    if byte(key, 1) == 226 then key = sub(key, 4) end                    -- • 索引号:
    local field
    field, key = field_of(key)
    if field then return field, key end
  end
  local c = byte(text, 1)
  if c == 227 or c == 91 then                                            -- 【 〔 or [
    local form = c == 91 and "^%[(.-)%]()" or OPENS_KEY[sub(text, 1, 3)]
    if form then
      local field, key, after = key_before(text, form)
      if field then return field, key, after end
    end
  end
  if blank then
    local field, key, after = spaced_key(text, blank)
    if field then return field, key, after end
  end
  if bar then                                                            -- 来源|某报
    local field, key, after = key_before(text, "^([^ |]+) ?| ?()[^|]+$")
    if field then return field, key, after end
  end
  if slash and (c == 229 or c == 230) then                               -- 文/某某
    local word, after = match(text, "^([^ ]+) ?/ ?()[^ /]+$")
    if word == "文" or word == "图" or word == "文图" or word == "图文" then
      return word == "图" and "page" or "authors", word, after
    end
  end
end

--- The key a line begins with, if it is one: `来源:…`, `【来源】…`, `来源 新华社`.
---@param text string
---@return string? field, string? key, integer? after  first byte of a value without a colon
function fields.leading_key(text)
  return leading_key(text, find(text, ":", 1, true), find(text, "[ \t]"),
    find(text, "|", 1, true), find(text, "/", 1, true))
end

-- what a line is ---------------------------------------------------------------

-- Last characters of what a session does with a document: 通过 修订 修正 批准 …
local ACTS = { ["过"] = true, ["订"] = true, ["正"] = true, ["准"] = true, ["布"] = true, ["改"] = true }

-- 某政办发〔2024〕8号; (第3期); (此件公开发布); (…年…月…日…公布 …施行)
function fields.is_document_mark(text)
  local ending = sub(text, -3)
  if ending == "号" then
    if find(text, "^第 ?%d+ ?号$") then return true end
    return #text <= 90 and not find(text, "《", 1, true)
      and (find(text, "〔%d%d%d%d〕") or find(text, "[%[(]%d%d%d%d[%])]")) ~= nil
  elseif ending == "期" then                                            -- a journal's issue
    return #text <= 60 and not find(text, ">", 1, true)
      and (find(text, "%d%d%d%d年 ?%d+期$") or find(text, "%d%d%d%d年第 ?%d+期$")) ~= nil
  elseif ACTS[ending] and find(text, "^%d%d%d%d ?年 ?%d+ ?月 ?%d+ ?日 ?[^%d]") then
    -- 2018年3月9日 某市某届人大常委会第七次会议修订
    return #text <= 180 and not find(text, "[,;:]") and not find(text, "。", 1, true)
      and find(text, "会", 1, true) ~= nil
  elseif ending == "发" then
    return find(text, "日 ?印发$") ~= nil and not find(text, "[,;]")
  end
  if byte(text, 1) ~= 40 or byte(text, #text) ~= 41 then return false end
  if find(text, "^%(第 ?%d+ ?[期号]") or find(text, "^%(总第") then return true end
  if find(text, "^%(%d%d%d%d年.*上%)$") or find(text, "^%(%d%d%d%d年.*通过%)$") then return true end
  if find(text, "^%(此件") or find(text, "公开发布%)$") then return true end
  return find(text, "%d年") ~= nil and (find(text, "公布", 1, true) or find(text, "施行", 1, true)
    or find(text, "通过", 1, true) or find(text, "发布", 1, true)) ~= nil
end

-- 【纠错】 责任编辑:某某; 文章录入:某某  责任编辑:某某: a known key that is not the first
local function has_keys(text, colon)
  if #text > 150 or not colon then return false end
  if not find(text, ":", colon + 1, true) and sub(text, 1, 3) ~= "【" then return false end
  return fields.read(text)[1] ~= nil
end

-- Where these first stand in a line.
local signs = core.signs { "%d%d", "%d%d%d%d" }

-- Keys that may stand before a space instead of a colon.
local SPACED = { source = true, published = true, issued = true, updated = true, authors = true,
  editors = true, contributors = true, contributed_by = true }

local PRESS = { ["记者"] = true, ["通讯员"] = true, ["本报通讯员"] = true, ["本网通讯员"] = true,
  ["特约通讯员"] = true }

--- Whether a short line is metadata, by its keys. Where some signs first stand
--- in it is known; nil: nowhere.
---@param text string
---@param colon integer?
---@param comma integer?
---@param stop integer?   。
---@param blank integer?
---@param bar integer?
---@param slash integer?
---@param digit integer?
---@return string? class  "metadata", or "event" where the text itself may say it
---@return string? field
function fields.classify(text, colon, comma, stop, blank, bar, slash, digit)
  local field, key, spaced = leading_key(text, colon, blank, bar, slash)
  if not field then
    if not comma and not stop and has_keys(text, colon) then return "metadata", "page" end
    if not stop and #text <= 150 and not colon and (slash or find(text, "丨", 1, true))
      and with_colons(text) then
      return "metadata", "page"
    end
    -- 活动联络人:某某
    if colon and not comma and not stop and #text <= 120 and colon <= 40 then
      local own, _, word = key_ending(text, 1, colon - 1)
      if own and data.contacts[word] then return "metadata", own end
    end
    local digits, year
    if digit then digits, year = signs(text) end
    if not digits then return nil end
    if find(text, "ICP", 1, true) and (find(text, "ICP备", 1, true) or find(text, "ICP证", 1, true))
       or find(text, "公网安备", 1, true) then
      return "metadata", "icp"
    end
    -- 某网 2022-01-02 编辑:… or 2022年1月2日10:00 来源:…
    if colon and year and not stop and find(text, "%d%d%d%d[%-/年]", year) then
      local found = fields.read(text)
      if found[1] then return "metadata", found[1].field end
    end
    if year and not comma and not stop and #text <= 120 and page_date.begins(text)
       and page_date.contains(text)
       and (find(text, "来源", 1, true) or find(text, "编辑", 1, true)) then
      return "metadata", "published"
    end
    -- 某某代码:12616: a number under a name
    if colon and #text <= 60 and find(text, "^[^:, ]+: ?[%w%-%.]*%d[%w%-%.]*$") then
      return "metadata", "page"
    end
    if year and page_date.beside(text) then return "metadata", "published" end
    -- 某某日报 / 2003年 / 05月 / 12日 / 第 A02版 /
    if year and not stop and #text <= 120 and find(text, "第 ?%w+ ?版") then
      return "metadata", "published"
    end
    return nil
  end
  if PRESS[key] then return nil end                                     -- a byline
  local opening = sub(text, 1, 3)
  local barred = spaced and (find(text, "|", 1, true) ~= nil or byte(text, 1) == 91
    or opening == "【" or opening == "〔")
  if spaced and not barred then
    if not SPACED[field] or #text > 90 then return nil end
    if #text > 60 and not find(text, "%d%d%d%d") then return nil end
  end
  if (field == "event" or #text > 150) and find(text, "。", 1, true) then return nil end
  return field == "event" and "event" or "metadata", field
end

return fields
