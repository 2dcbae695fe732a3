-- What stands before a text and is not seen changes no record of it but for
-- the positions.

local jilu = require "jilu"
local lfs = require "lfs"

local function read(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:read "a"
end

-- A value as text: keys in order, positions moved back by 'shift' bytes.
local function show(value, shift)
  if type(value) ~= "table" then return tostring(value) end
  local fields = {}
  for key, x in pairs(value) do
    key = tostring(key)
    if math.type(x) == "integer" and (key:find "start$" or key:find "end$") then
      x = x - shift
    end
    fields[#fields + 1] = key .. "=" .. show(x, shift)
  end
  table.sort(fields)
  return "{" .. table.concat(fields, ",") .. "}"
end

-- The records of a text but for what tells of the bytes before it.
local function records(pipeline, text, shift)
  local list = {}
  for record in pipeline:records(jilu.document(text, { id = "x" })) do
    if record.type == "document" then
      record.bytes, record.sha256, record.repairs = nil, nil, nil
    end
    if not (record.type == "repair" and record.start < shift) then
      list[#list + 1] = show(record, shift)
    end
  end
  return list
end

local PIPELINES = { jilu.load "ledger", jilu.load "facts", jilu.load "outline" }

describe("what is not seen before a text", function()
  for name in lfs.dir "spec/corpus" do
    if name:find "%.txt$" then
      it(name .. ", a byte order mark before it → the same records, 3 bytes on", function()
        local text = read("spec/corpus/" .. name)
        for _, pipeline in ipairs(PIPELINES) do
          assert.same(records(pipeline, text, 0), records(pipeline, "\239\187\191" .. text, 3))
        end
      end)
    end
  end

  it("zero-width space, soft hyphen, two marks → the same records", function()
    local text = read "spec/corpus/congress_report.txt"
    for _, head in ipairs { "\u{200B}", "\u{AD}", "\u{2060}", "\u{FEFF}\u{FEFF}" } do
      assert.same(records(PIPELINES[1], text, 0), records(PIPELINES[1], head .. text, #head))
    end
  end)

  it("a mark alone → no record that is of no repair", function()
    for record in PIPELINES[2]:records(jilu.document("\u{FEFF}", { id = "x" })) do
      assert.is_true(record.type == "document" or record.type == "repair", record.type)
    end
  end)
end)
