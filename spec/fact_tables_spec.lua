-- Runs the tables in spec/facts: sentences and the facts a careful reader
-- finds in them. A row that fails names itself; JILU_ROWS=all prints them.

local extractor = require("jilu.facts.extractor").default()
local core = require "jilu.core"
local jilu = require "jilu"

-- Rows that ask for a lexicon are judged with the small one of the tests, and
-- once more with that of `make lexicon` where there is one.
local LEXICONS = { small = require("spec.support.lexicon").small(), full = jilu.lexicon.open() }
local words

local function facts(text, kind)
  local found = {}
  for _, f in ipairs(extractor:facts(core.view(text, "auto"), "2019-10-15", nil, words)) do
    if f.type == kind then found[#found + 1] = f end
  end
  return found
end

local function show(f)
  local value = f.digits or f.value or f.min and f.min .. ".." .. f.max or "?"
  return ("%s=%s %s >%s :%s @%s"):format(f.text, value, f.unit or "", f.approx, f.noun,
    f.currency or f.ucum or "")
end

--- "span=value unit >approx :noun @code"; what is not there is not asked.
local function expected_quantity(s)
  local optional, span, rest = s:match "^(%??)([^=]+)=(.*)$"
  local want = { optional = optional == "?", text = span }
  local k = 0
  for word in rest:gmatch "%S+" do
    local mark = word:sub(1, 1)
    if mark == ">" then want.approx = word:sub(2)
    elseif mark == ":" then want.noun = word:sub(2)
    elseif want.noun and mark ~= "@" then want.noun = want.noun .. " " .. word
    elseif mark == "@" then want.code = word:sub(2)
    elseif k == 0 then want.value, k = word, 1
    else want.unit = word end
  end
  want.min, want.max = want.value:match "^(.-)%.%.(.*)$"
  if want.min then want.value = nil end
  if want.approx == "?" then want.approx = nil
  elseif want.approx == nil and not want.min then want.approx = "exact" end
  want.unit = want.unit or ""
  return want
end

local function same_number(a, b)
  if tostring(a) == b then return true end
  a, b = tonumber(a), tonumber(b)
  return a ~= nil and a == b
end

local function fits(want, f)
  if want.text ~= f.text or (f.unit or "") ~= want.unit then return false end
  if want.min and not (same_number(f.min, want.min) and same_number(f.max, want.max)) then
    return false
  end
  if want.value and not same_number(f.digits or f.value, want.value) then return false end
  if want.approx and want.approx ~= f.approx then return false end
  if want.noun and want.noun ~= f.noun then return false end
  return want.code == nil or want.code == (f.currency or f.ucum)
end

local judges = {}

function judges.quantities(row)
  local found, said, k, ok = facts(row[1], "quantity"), {}, 1, true
  for _, f in ipairs(found) do said[#said + 1] = show(f) end
  for i = 2, #row do
    local want = expected_quantity(row[i])
    if found[k] and want.text == found[k].text then
      if not want.optional and not fits(want, found[k]) then ok = false end
      k = k + 1
    elseif not want.optional then ok = false end
  end
  return ok and k == #found + 1, table.concat(said, " | ")
end

function judges.changes(row)
  local found, said = facts(row[1], "change"), {}
  local ok = #found == #row - 1
  for k, f in ipairs(found) do
    local want = row[k + 1]
    said[k] = ("%s of=%s %s->%s x%s %s"):format(f.text, f.of, f.from, f.to, f.factor, f.unit)
    ok = ok and f.text == want[1] and f.of == want[2]
      and (f.from == nil and want[3] == nil or same_number(f.from, want[3]))
      and (f.to == nil and want[4] == nil or same_number(f.to, want[4]))
      and (want[5] == nil or f.unit == want[5])
      and (want.factor == nil or same_number(f.factor, want.factor))
      and f.status == (want.status or "done")
  end
  return ok, table.concat(said, " | ")
end

local function parts_of(f)
  local parts = {}
  for k, p in ipairs(f.parts or {}) do
    parts[k] = ("%s/%s/%s"):format(p.number or "?", p.classifier, p.noun)
  end
  return table.concat(parts, "+")
end

local function members_of(f)
  local names = {}
  for k, m in ipairs(f.members or {}) do names[k] = m.name end
  return table.concat(names, "|")
end

function judges.numeral_phrases(row)
  local doc = jilu.document(row[1])
  require("jilu.facts.stage").run(doc)
  require("jilu.phrases.stage").run(doc)
  local found, said, k, ok = doc:layer "numeral_phrase", {}, 1, true
  for i, f in ipairs(found) do
    said[i] = ("%s=%s %s : %s"):format(f.text, f.key, parts_of(f), members_of(f))
  end
  for i = 2, #row do
    local optional, span, rest = row[i]:match "^(%??)([^=]+)=(.*)$"
    local f = found[k]
    if f and f.text == span then
      k = k + 1
      local members = rest:match " : (.*)$"
      local key, parts = rest:gsub(" : .*$", ""):match "^(%S+)%s*(.*)$"
      ok = ok and f.key == key and (parts == "" or parts_of(f) == parts)
        and (members == nil or members_of(f) == members)
    elseif optional == "" then ok = false end
  end
  return ok and k == #found + 1, table.concat(said, " | ")
end

function judges.identifiers(row)
  local said, want = {}, {}
  local kinds = { document_number = "document", contact = "contact", url = "url" }
  for _, f in ipairs(extractor:facts(core.view(row[1], "auto"), "2019-10-15")) do
    if kinds[f.type] then said[#said + 1] = kinds[f.type] .. "=" .. f.text end
  end
  for i = 2, #row do want[i - 1] = row[i] end
  said = table.concat(said, " | ")
  return said == table.concat(want, " | "), said
end

judges.quantities_in_reports = judges.quantities

local function times_of(row)
  local said = {}
  for k, f in ipairs(facts(row[1], "time")) do
    said[k] = f.text .. "=" .. (f.value or "?") .. (f.mod and "@" .. f.mod or "")
  end
  return table.concat(said, "; ")
end

local function names_of(row, kind)
  local said = {}
  for k, f in ipairs(facts(row[1], kind)) do said[k] = f.text end
  return table.concat(said, "|")
end

--- Quantities, and whatever else the row has an expectation of.
function judges.documents(row)
  local ok, said = judges.quantities(row)
  local function want(expected, found)
    said = said .. " | " .. found
    ok = ok and expected == found
  end
  if row.times then want(row.times, times_of(row)) end
  for _, kind in ipairs { "organization", "person", "place" } do
    if row[kind .. "s"] then want(row[kind .. "s"], names_of(row, kind)) end
  end
  if row.changes then
    local fits_changes, changes = judges.changes { row[1], table.unpack(row.changes) }
    ok, said = ok and fits_changes, said .. " | " .. changes
  end
  return ok, said
end

local TABLES = {
  "quantities", "quantities_in_reports", "documents", "changes", "numeral_phrases",
  "identifiers",
}
for _, name in ipairs(TABLES) do
  describe("every row of " .. name, function()
    local all = os.getenv "JILU_ROWS" == "all"
    local failed, rows = 0, dofile("spec/facts/" .. name .. ".lua")
    for _, row in ipairs(rows) do
      if all then
        words = row.lexicon and LEXICONS.small or nil
        local done, ok, said = pcall(judges[name], row)
        if not (done and ok) then
          failed = failed + 1
          print(row[1], "want " .. (table.concat(name == "changes" and {} or row, " | ", 2)), "got "
            .. tostring(done and said or ok))
        end
      else
        for size, lexicon in pairs(row.lexicon and LEXICONS or { none = false }) do
          it(row[1] .. (lexicon and " (" .. size .. " lexicon)" or ""), function()
            words = lexicon or nil
            local ok, said = judges[name](row)
            assert(ok, "got " .. said)
          end)
        end
      end
    end
    if all then print(name, failed .. " of " .. #rows .. " fail") end
  end)
end
