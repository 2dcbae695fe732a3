-- Front matter: the lines between two --- (YAML) or +++ (TOML) at the top of a
-- text, keys in English or Chinese; also such keys without the dashes. Says of
-- each of its lines which field of the document it fills, and where the value
-- stands.

local english = require "jilu.en.front_matter"
local fields = require "jilu.page.key_values"
local chinese = require "jilu.zh.pages"

local front_matter = {}

local find, lower, match, sub = string.find, string.lower, string.match, string.sub

-- Front matter that has more lines is none.
local MOST_LINES = 80

---@class jilu.FrontLine
---@field field string?   of the document; nil: of the site alone
---@field first integer   bytes of the value in the folded text of the line
---@field last integer

-- The fields that a page states of itself; what else stands there is the site's.
local STATED = {
  title = true, alias = true, published = true, issued = true, updated = true, authors = true,
  editors = true, contributors = true, source = true, organization = true, url = true,
}

local function field_of(key)
  local field = english[lower(key)] or chinese.front_matter[key] or fields.field_of(key)
  return STATED[field] and field or nil
end

-- A value without the quotation marks around it.
local function value_of(text, first, last)
  while last >= first and find(sub(text, last, last), "[ \t]") do last = last - 1 end
  local mark = sub(text, first, first)
  if (mark == '"' or mark == "'") and last > first and sub(text, last, last) == mark then
    first, last = first + 1, last - 1
  end
  return first, last
end

-- key: value or key = value; nil where the line is neither.
local function read_pair(text)
  local key, first = match(text, "^[ \t]*\"?([%w_%-\128-\255]+)\"?[ \t]*[:=][ \t]*()")
  if not key or #key > 40 then return nil end
  local i, j = value_of(text, first, #text)
  return { key = key, field = field_of(key), first = i, last = j }
end

local function is_fence(doc, line, mark)
  return match(sub(doc.source, line.first, line.last), "^[ \t]*(%-%-%-+)[ \t]*$") ~= nil
      and mark ~= "+"
    or match(sub(doc.source, line.first, line.last), "^[ \t]*(%+%+%++)[ \t]*$") ~= nil
      and mark ~= "-"
end

-- One line between the fences: what it is, or nil where it is no front matter.
local function read_inner(line, marks, above)
  local text = line.text
  if line.i > line.j then return {} end
  if marks and marks.item or find(text, "^%s+") and not read_pair(text) then
    local i, j = value_of(text, line.i, line.j)
    return { field = above and above.field, first = i, last = j, item = true }
  end
  if sub(text, line.i, line.i) == "#" then return {} end
  return read_pair(text)
end

-- The lines between fences, or nil.
local function read_fenced(doc, marks, k)
  local lines, found, above = doc.lines, {}, nil
  local mark = sub(doc.source, lines[k].first, lines[k].first)
  local pairs_found = false
  for n = k + 1, math.min(#lines, k + MOST_LINES) do
    local line = lines[n]
    if is_fence(doc, line, mark) then
      if not pairs_found then return nil end
      found[k], found[n] = {}, {}
      return found, n
    end
    local inner = read_inner(line, marks[n], above)
    if not inner then return nil end
    if inner.key then above, pairs_found = inner, true end
    found[n] = inner
  end
end

-- key: value lines at the top without fences: the first of known English keys.
local function read_bare(doc, k)
  local lines, found, last = doc.lines, {}, nil
  for n = k, math.min(#lines, k + MOST_LINES) do
    local line = lines[n]
    local pair = line.i <= line.j and read_pair(line.text)
    if not pair or not english[lower(pair.key)] or pair.last < pair.first then break end
    found[n], last = pair, n
  end
  if last then return found, last end
end

--- The front matter of a document by the number of the line, and its last line;
--- nil where it has none.
---@param doc jilu.Document
---@param marks table<integer, jilu.LineMarks>?
---@return table<integer, jilu.FrontLine>?, integer?
function front_matter.read(doc, marks)
  local lines, k = doc.lines, 1
  while lines[k] and lines[k].i > lines[k].j and not (marks and marks[k]) do k = k + 1 end
  local line = lines[k]
  if not line then return nil end
  if marks and marks[k] and marks[k].rule and is_fence(doc, line) then
    return read_fenced(doc, marks, k)
  end
  if find(line.text, "^%a[%w_]*[ \t]*[:=]") then return read_bare(doc, k) end
end

return front_matter
