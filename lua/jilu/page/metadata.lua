-- What a page says of itself (layer `document`): title, date, source, people,
-- organisation, URL, ICP number, script. Read from the lines that are metadata
-- and bylines, from brackets at either end of the text, from the URL. Sets
-- doc.meta.published, written and meeting_date (the day of the meeting, in minutes
-- without another date), which times are resolved against.

local lpeg = require "lpeg"
local core = require "jilu.core"
local byline = require "jilu.page.byline"
local data = require "jilu.zh.pages"
local fields = require "jilu.page.key_values"
local page = require "jilu.page.line_class"
local page_date = require "jilu.page.date"
local pattern = require "jilu.text.pattern"
local titles = require "jilu.page.title"
local writing_year = require "jilu.page.writing_year"

local byte, find, gsub, match, sub =
  string.byte, string.find, string.gsub, string.match, string.sub

local without_bytes = core.without_bytes

-- places and texts ---------------------------------------------------------------

local function is_blank(c) return c == 32 or c == 9 end

-- Original text of the folded bytes i..j of a line, without residue.
local function read_text(doc, line, i, j)
  if j < i then return nil end
  local text = doc:norm(doc:span(line, i, j))
  i, j = 1, #text
  while is_blank(byte(text, i)) do i = i + 1 end
  while j >= i and is_blank(byte(text, j)) do j = j - 1 end
  return j >= i and sub(text, i, j) or nil
end

-- Two characters set apart (王 芳) are one name.
local function read_name(doc, line, place)
  local name = read_text(doc, line, place.first, place.last)
  return name and without_bytes((gsub(name, "\227\128\128", "")), " \t")
end

-- A list of names, each once.
local function new_names() return { list = {}, known = {} } end

local function add_unique(names, value)
  if not value or names.known[value] then return end
  names.known[value] = true
  names.list[#names.list + 1] = value
end

-- fields ---------------------------------------------------------------------------

local VALUE_ENDS = { "  +", "[ (%[]?%d%d%d%d[%-/.]", "[ (%[]?%d%d%d%d年", "%[", "|", " ?【", " ?字体",
  " ?字号", " ?打印", " ?浏览", " ?点击", " ?分享" }

-- One of these signs and words is in each of them.
local MAY_END = pattern.compiled(pattern.anywhere(lpeg.S " [|0123456789" + pattern.words {
  "【", "字体", "字号", "打印", "浏览", "点击", "分享" }))

-- A value ends at a date, at two spaces, and at what opens a bar of buttons.
local function cut_value(text, f)
  local value = sub(text, f.first, f.last)
  local stop = #value
  if not MAY_END:match(value) then return f.first, f.last end
  for _, form in ipairs(VALUE_ENDS) do
    local at = find(value, form)
    if at and at > 1 and at - 1 < stop then stop = at - 1 end
  end
  return f.first, f.first + stop - 1
end

-- A role that a name stands behind: its words in their order.
local ROLE
do
  local words = {}
  for k, role in ipairs(data.roles) do words[k] = role.word end
  ROLE = pattern.compiled(pattern.words(words))
end

local function add_names(doc, line, first, last, list)
  local text = line.text
  for _, word in ipairs(byline.join_single(byline.words(text, first, last))) do
    local name = sub(text, word.first, word.last)
    word.first = word.first + (ROLE:match(name) or 1) - 1
    local value = read_name(doc, line, word)
    if not data.nobody[value] then add_unique(list, value) end
  end
end

-- 作者:张三 李四, 本报记者 王 芳, 张三(某局)
local function add_people(doc, line, f, list)
  local text = line.text
  local last = select(2, cut_value(text, f))
  local from = f.first
  while from <= last do                          -- 张三(某大学教授);李四(某某)
    local open = find(text, "(", from, true)
    local stop = open and open <= last and open - 1 or last
    add_names(doc, line, from, stop, list)
    local close = stop < last and find(text, ")", stop + 1, true)
    if not close then break end
    from = close + 1
  end
end

local DATE_FIELDS = { published = true, issued = true, updated = true }
local PEOPLE = { authors = true, editors = true, contributors = true }

local function add_field(doc, line, f, found)
  local field = f.field
  if f.last < f.first then return end
  if field == "source" then                    -- 来源:某网2024年02月27日09:11
    found.bare_date = found.bare_date or page_date.read(sub(line.text, f.first, f.last))
  end
  if DATE_FIELDS[field] then
    found[field] = found[field] or page_date.read(sub(line.text, f.first, f.last))
  elseif PEOPLE[field] then
    add_people(doc, line, f, found[field])
  elseif field == "url" then
    local value = read_text(doc, line, f.first, f.last)
    local url = value and match(value, "https?://[^%s,;)]+")
    -- a host alone is the address of the site
    if url and find(url, "^https?://[^/]+/.") then found.url = found.url or url end
  elseif field ~= "page" and field ~= "event" and not found[field] then
    local first, last = cut_value(line.text, f)
    local at = field == "host" and find(line.text, " ", first, true)
    if at and at < last and page.is_organization(sub(line.text, first, at - 1))
       and not page.is_organization(sub(line.text, at + 1, last)) then
      last = at - 1                            -- 主办:某县政府 网站地图
    end
    found[field] = read_text(doc, line, first, last)
  end
end

-- What stands in front of the first key: a date, or the name of the source.
local function add_front(doc, line, stop, found)
  local text = sub(line.text, 1, stop)
  if not find(text, "[^ \t|]") then return end
  found.bare_date = found.bare_date or page_date.read(text)
  local i, j = find(text, "^[ \t]*[^ \t|%d%[(]+")
  if not i then return end
  i = find(text, "[^ \t]")
  local name = sub(text, i, j)
  if page.is_organization(name) and not found.front_source then
    found.front_source = read_text(doc, line, i, j)
  end
  local _, after = page_date.between(text)                 -- 某局 2022-05-05 10:11 张三
  if after and page.is_names(after, doc.lexicon) then
    add_names(doc, line, #text - #after + 1, #text, found.authors)
  end
end

-- The host's number: one character for the province, ICP备, digits, 号-1.
local function add_icp(doc, line, found)
  local text = line.text
  if found.icp then return end
  local at = find(text, "ICP备", 1, true) or find(text, "ICP证", 1, true)
  if not at then return end
  local _, j = find(text, "^%d+", at + 6)
  if not j then return end
  if sub(text, j + 1, j + 3) == "号" then j = j + 3 end
  j = select(2, find(text, "^%-%d+", j + 1)) or j
  local i = at
  if at > 3 and find(text, "^[\228-\233]", at - 3) then i = at - 3 end
  found.icp = read_text(doc, line, i, j)
end

local function add_metadata_line(doc, line, found)
  local text = line.text
  if line.marks and line.marks.link then            -- [首发地址](http://…)
    local url = match(sub(doc.source, line.first, line.last), "%]%((https?://[^%s)]+)")
    found.url = found.url or url
  end
  if line.value_of then                        -- the key stood on the line above
    local i, j = find(text, "[^ \t]"), #text
    add_field(doc, line, { field = line.value_of, first = i, last = j, at = i }, found)
    return
  end
  local list = fields.read(text)
  for _, f in ipairs(list) do add_field(doc, line, f, found) end
  if not list[1] and line.detail == "host" then
    local i = find(text, "[^ \t]")
    local trimmed = gsub(sub(text, i), "[ \t]+$", "")
    found.host = found.host or read_text(doc, line, i, i + page.host(trimmed) - 1)
    return
  end
  add_front(doc, line, list[1] and list[1].at - 1 or #text, found)
  if not found.url then
    local url = match(text, "https?://[%w%-%._~/%?#&=%%:+]+")
    if url and find(url, "/[^/]*/", 9) then found.url = url end
  end
end

-- A line of front matter: its field and value are known.
local function add_front_matter(doc, line, found)
  local f = line.front
  if f and f.field ~= "title" and f.field ~= "alias" then add_field(doc, line, f, found) end
end

-- bylines --------------------------------------------------------------------------

local function add_byline(doc, line, i, j, found)
  local b = byline.read(line.text, i, j)
  for _, field in ipairs { "authors", "editors", "contributors" } do
    for _, place in ipairs(b[field]) do
      add_unique(found.byline[field], read_name(doc, line, place))
    end
  end
  if b.organization and not found.byline.organization then
    found.byline.organization = read_text(doc, line, b.organization.first, b.organization.last)
  end
  return b
end

local function add_byline_line(doc, line, found)
  local text = line.text
  local i, j = find(text, "[^ \t]"), #text
  while find(sub(text, j, j), "[ \t]") do j = j - 1 end
  if sub(text, i, i) == "(" and sub(text, j, j) == ")" then i, j = i + 1, j - 1 end
  if page.is_letterhead(sub(text, i, j)) then j = j - 6 end
  if page.is_organization(sub(text, i, j)) and not find(sub(text, i, j), "通讯员", 1, true) then
    found.byline.organization = found.byline.organization or read_text(doc, line, i, j)
    return
  end
  local b = add_byline(doc, line, i, j, found)
  local inside = sub(text, i, j)
  if page.ends_with_name(inside) then               -- 某市市长 张三
    local at = find(inside, "[^ ]+$")
    add_unique(found.byline.authors, read_name(doc, line, { first = i + at - 1, last = j }))
    return
  end
  if not page.is_names(inside, doc.lexicon) and not find(inside, "文/", 1, true) then return end
  for _, place in ipairs(b.names) do                -- a line of names alone
    add_unique(found.byline.authors, read_name(doc, line, place))
  end
end

-- (某某局 张三 供稿) or (责编:张三) or (张三 李四) at the end of the text
local function add_tail(doc, line, found)
  local text = line.text
  local i, j = byline.tail(text)
  if not i or j < i then return end
  local inside = sub(text, i, j)
  if find(inside, "。", 1, true) then return end
  if find(inside, ":", 1, true) then
    local list = fields.read(inside)
    for _, f in ipairs(list) do
      f.first, f.last, f.at = f.first + i - 1, f.last + i - 1, f.at + i - 1
      add_field(doc, line, f, found)
    end
    if list[1] then return end
  end
  local credits = byline.credits(text, i, j)
  for _, place in ipairs(credits) do
    add_unique(found.byline.authors, read_name(doc, line, place))
  end
  if credits[1] then return end
  for _, role in ipairs(data.roles) do
    if find(inside, role.word, 1, true) then
      add_byline(doc, line, i, j, found)
      return
    end
  end
  if page.is_organization(inside) then
    found.byline.organization = found.byline.organization or read_text(doc, line, i, j)
    return
  end
  if byline.only_names(text, i, j, doc.lexicon) then
    for _, word in ipairs(byline.join_single(byline.words(text, i, j))) do
      add_unique(found.byline.authors, read_name(doc, line, word))
    end
  end
end

local function add_text_ends(doc, first, last, found)
  if not first then return end
  local i, j = byline.head(first.text)
  if i then
    local b = byline.read(first.text, i, j)
    b.organization = nil
    for _, field in ipairs { "authors", "contributors" } do
      for _, place in ipairs(b[field]) do
        add_unique(found.byline[field], read_name(doc, first, place))
      end
    end
  end
  add_tail(doc, last, found)
end

-- the title ------------------------------------------------------------------------

-- The words of a title line, without those of the site: bytes of its text.
local function title_bytes(line)
  local i, j = find(line.text, "[^ \t]"), #line.text
  if line.front then i, j = line.front.first, line.front.last end
  local mark = find(sub(line.text, 1, j), "%[%d+%][ \t]*$")           -- the mark of a note
  if mark then j = mark - 1 end
  return titles.read(line.text, i, j)
end

local function read_title(doc)
  local main = doc.meta.title_line
  if not main then return nil end
  local parts = {}
  local lines = doc.lines
  for k = 1, #lines do
    local line = lines[k]
    if line == main or line.title_part then
      local i, j = title_bytes(line)
      parts[#parts + 1] = read_text(doc, line, i, j)
    end
  end
  local title = table.concat(parts)
  if main.front then return title end
  return find(title, "  ", 1, true) and (gsub(title, "  +", " ")) or title
end

-- together -------------------------------------------------------------------------

local function is_event(doc)
  local lines = doc.lines
  for k = 1, #lines do
    local line = lines[k]
    if line.detail == "event" and line.role == "metadata" then
      local colon = find(line.text, ":", 1, true)
      local key = colon and without_bytes(sub(line.text, 1, colon - 1), " \t")
      if key and data.event_places[key] then return true end
    end
  end
  return false
end

-- 某办公室 2023年6月9日印发; (2022年11月3日某令公布)
local function add_mark(doc, line, found)
  local date = page_date.read(line.text)
  if not date then return end
  found.mark_date = found.mark_date or date
  local name = match(line.text, "^[ \t]*([^ \t%d]+)[ \t]")
  if name and page.is_organization(name) then
    local i = find(line.text, "[^ \t]")
    found.issuer = found.issuer or read_text(doc, line, i, i + #name - 1)
  end
end

-- 本文来源于某报,…: in a disclaimer, the only word on its source
local function add_loose_source(doc, line, found)
  local text = line.text
  local behind = select(2, find(text, "来源于", 1, true)) or select(2, find(text, "来源:", 1, true))
  if not behind or found.loose_source then return end
  local stop = find(text, "[,;]", behind) or find(text, "。", behind, true) or #text + 1
  found.loose_source = read_text(doc, line, behind + 1, stop - 1)
end

local function gather(doc)
  local found = {
    authors = new_names(), editors = new_names(), contributors = new_names(),
    byline = { authors = new_names(), editors = new_names(), contributors = new_names() },
  }
  local first, last
  local lines, has_icp = doc.lines, find(doc.folded, "ICP", 1, true) ~= nil
  for k = 1, #lines do
    local line = lines[k]
    local role = line.role
    if role == "paragraph" then
      first = first or line
      last = line
    elseif line.front then
      add_front_matter(doc, line, found)
    elseif role == "metadata" then
      if line.value_of then
        add_metadata_line(doc, line, found)
      elseif line.class == "mark" then
        add_mark(doc, line, found)
      elseif line.class == "date" then
        local above = doc.meta.title_line and line.number < doc.meta.title_line.number
        local key = above and "today" or "bare_date"       -- above the title: the day of the visit
        found[key] = found[key] or page_date.read(line.text)
      else
        add_metadata_line(doc, line, found)
      end
      if has_icp then add_icp(doc, line, found) end
    elseif role == "byline" then
      if not line.entry then add_byline_line(doc, line, found) end
    elseif role == "boilerplate" then
      if has_icp then add_icp(doc, line, found) end
      if line.class == "disclaimer" then add_loose_source(doc, line, found) end
    end
  end
  add_text_ends(doc, first, last, found)
  return found
end

local function choose_date(doc, found, given, head)
  if given.published then return given.published, given.basis end
  if head.published then return head.published, head.basis end
  local event = is_event(doc)
  local line = (not event and found.published) or (not event and found.bare_date) or found.issued
    or found.updated or found.mark_date or found.bare_date or found.today
  if line then return line, "line" end
  local url = found.url and page_date.from_url(found.url)
  if url then return url, "url" end
  if doc.date then return doc.date, "option" end
end

-- 某区人民法院2023年工作总结, 某办公室关于…的通知: the body that the title names
local function named_in_title(doc)
  local line = doc.meta.title_line
  if not line then return nil end
  local text, i, _, site = line.text, title_bytes(line)
  if site then return read_text(doc, line, site.first, site.last) end
  local stop = find(text, "%d%d%d%d?年") or find(text, "关于", 1, true)
  if not stop or stop <= i or not page.is_organization(sub(text, i, stop - 1)) then return nil end
  return read_text(doc, line, i, stop - 1)
end

-- A source may stand for the host only if it is a body or a site.
local function organization_of(doc, found, source)
  local host = found.byline.organization or found.issuer or found.organization
    or found.contributed_by or named_in_title(doc) or found.host
  if host then return host end
  if found.publisher and page.is_organization(found.publisher) then return found.publisher end
  if source and page.is_organization(source) then return source end
end

-- The names of the fields, then those of the bylines.
local function merge(own, from_byline)
  for _, name in ipairs(from_byline.list) do add_unique(own, name) end
  return own.list
end

local MIXED = 0.1                -- share of the rarer script

-- Most documents have no Traditional character at all: the first Simplified one
-- settles them.
local function script_of(doc)
  local simplified, traditional = 0, 0
  local view, lines = doc.view, doc.lines
  local is_pure = view:traditional() == 0
  for k = 1, #lines do
    local line = lines[k]
    local role = line.role
    if role and role ~= "spam" and role ~= "boilerplate" then
      local s, t = view:script(line.first, line.last)
      simplified, traditional = simplified + s, traditional + t
      if is_pure and s > 0 then return "Hans" end
    end
  end
  local total = simplified + traditional
  if total == 0 then return nil end
  if simplified < MIXED * total then return "Hant" end
  if traditional < MIXED * total then return "Hans" end
  return "mixed"
end

-- What the input itself says comes before what its text says.
local NOTHING = {}

local function run(doc)
  local found = gather(doc)
  local given, head = doc.input_metadata or NOTHING, doc.head_metadata or NOTHING
  local published, basis = choose_date(doc, found, given, head)
  local source = given.source or found.source or found.front_source or found.loose_source
    or head.source
  local authors = (found.authors.list[1] and found.authors or found.byline.authors).list
  -- authors of a page's head are often its editors, or the name of the site
  if given.authors or not authors[1] then authors = given.authors or head.authors or authors end
  local meta = doc.meta
  meta.published = published
  meta.written = writing_year.find(doc, published)
  meta.meeting_date = not published and is_event(doc) and found.published or nil
  doc:annotate("document", {
    title = given.title or read_title(doc) or head.head_title or head.page_title,
    published = published, published_basis = basis, written = meta.written,
    source = source,
    authors = authors,
    editors = merge(found.editors, found.byline.editors),
    contributors = merge(found.contributors, found.byline.contributors),
    organization = organization_of(doc, found, source),
    url = given.url or head.url or found.url, icp = found.icp, script = script_of(doc),
    language = doc.language, language_basis = doc.language_basis,
  })
end

return {
  name = "metadata", needs = { "zones" }, reads = { "line" }, makes = { "document" },
  of_pages = true, run = run,
}
