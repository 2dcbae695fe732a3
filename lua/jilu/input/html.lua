-- HTML as a document: its text with the map to its bytes, what its head says of it,
-- and which of its lines are by their place no part of the text.

local cjson = require "cjson.safe"
local core = require "jilu.core"
local fields = require "jilu.input.fields"

local html = {}

-- Bits of what is around a line (csrc/source/html.h).
local NAV, FOOTER, ASIDE, FORM, HINT, ARTICLE, ITEM, CELL = 1, 2, 4, 16, 32, 64, 128, 256

-- A line of links: more than this share of its characters.
local MOST_LINKED = 0.5

-- A part that a class or id names is one only where it has less than this share of
-- the characters that are in no link.
local MOST_HINTED = 0.4

-- Bytes of a line that is text by itself, wherever it stands.
local LONG = 150

-- Head -----------------------------------------------------------------------------------

-- Names of meta elements (also Open Graph and article:…), best first.
local NAMES = {
  title = { "og:title", "article:title", "articletitle", "twitter:title", "headline" },
  published = { "article:published_time", "og:published_time", "og:release_date",
    "datepublished", "publishdate", "pubdate", "publish_date", "publication_date",
    "dc.date.issued", "dc.date", "dcterms.created", "weibo: article:create_at", "date" },
  authors = { "author", "article:author", "og:article:author", "dc.creator" },
  source = { "contentsource", "og:article:source", "source", "mediaid" },
  url = { "og:url" },
  description = { "description", "og:description" },
}

local function decoded(text)
  local value = core.html((text:gsub("<", "&lt;")))
  return value:find "%S" and value or nil
end

-- Values of meta elements by their names in small letters, the first of each.
local function by_name(metas)
  local found = {}
  for _, one in ipairs(metas) do
    local name = one.name:lower()
    if one.kind == "meta" and one.name ~= "" and not found[name] then
      found[name] = decoded(one.value)
    end
  end
  return found
end

local function first_of(found, names)
  for _, name in ipairs(names) do
    if found[name] then return found[name] end
  end
end

local function first_date(found)
  for _, name in ipairs(NAMES.published) do
    local date = found[name] and fields.date(found[name])
    if date then return date end
  end
end

local function author_name(value)
  if type(value) == "string" then return value end
  if type(value) ~= "table" then return nil end
  return author_name(value.name or value[1])
end

-- The article that JSON-LD describes, in an object, a list or a graph.
local function article_of(value, depth)
  if type(value) ~= "table" or depth > 4 then return nil end
  if value.datePublished or value.headline then return value end
  for _, one in ipairs(value["@graph"] or value) do
    local found = article_of(one, depth + 1)
    if found then return found end
  end
end

local function read_json(metas, into)
  for _, one in ipairs(metas) do
    local article = one.kind == "json" and article_of(cjson.decode(one.value), 1)
    if article then
      into.published = into.published or fields.date(article.datePublished)
      local author = author_name(article.author)
      into.authors = into.authors or (author and { author })
      return
    end
  end
end

local function metadata_of(metas)
  local found = by_name(metas)
  local author = first_of(found, NAMES.authors)
  local into = {
    published = first_date(found), source = first_of(found, NAMES.source),
    url = first_of(found, NAMES.url), authors = author and { author } or nil,
    description = first_of(found, NAMES.description),
    head_title = first_of(found, NAMES.title),
  }
  for _, one in ipairs(metas) do
    if one.kind == "link" and one.name:lower() == "canonical" then
      into.url = into.url or decoded(one.value)
    elseif one.kind == "title" then
      into.page_title = into.page_title or decoded(one.value)
    end
  end
  read_json(metas, into)
  into.basis = "meta"
  return into
end

-- Lines ----------------------------------------------------------------------------------

local function has(around, bit) return around % (2 * bit) >= bit end

-- Is a named part believed? Not where most of the page's text is in it.
local function believed(lines, bit)
  local inside, all = 0, 0
  for _, line in ipairs(lines) do
    local text = line.bytes - line.links
    all = all + text
    if has(line.around, bit) then inside = inside + text end
  end
  return inside < MOST_HINTED * all
end

local function is_part(line, believes)
  for bit, is in pairs(believes) do
    if is and has(line.around, bit) then return true end
  end
  return false
end

-- Marks lines: `aside` where its place says that it is no text of the page; and
-- rows of links, three short ones in a row at least, outside of prose.
local function mark(lines)
  local believes = {}
  for _, bit in ipairs { NAV, FOOTER, ASIDE, FORM, HINT } do
    believes[bit] = believed(lines, bit)
  end
  local function is_linked(line) return line.links > MOST_LINKED * line.bytes end
  for k, line in ipairs(lines) do
    line.aside = is_part(line, believes) and line.level ~= 1
    line.item, line.cell = has(line.around, ITEM), has(line.around, CELL)
    if is_linked(line) and line.level == 0 and line.bytes < LONG then
      local near = 0
      for at = k - 2, k + 2 do
        if at ~= k and lines[at] and is_linked(lines[at]) then near = near + 1 end
      end
      line.aside = line.aside or near >= 2 or not has(line.around, ARTICLE)
    end
  end
end

--- The text of a page, its map over that of `bytes`, its lines, and what its head
--- says of it.
---@param bytes string  UTF-8
---@param map jilu.SourceMap?
---@return string text
---@return jilu.SourceMap map
---@return table[] lines  { first, level (1 to 6: h1 to h6, else 0), aside, … }
---@return jilu.InputMetadata
function html.read(bytes, map)
  local text, own, lines, metas = core.html(bytes, map)
  mark(lines)
  return text, own, lines, metadata_of(metas)
end

return html
