-- What a machine makes of conversion and order, to be compared with another's:
-- compiles the fuzzer's file, then prints what comes of some texts.
--
--   lua5.4 spec/hosts/writing.lua FILE TEXT…

local jilu = require "jilu"

local file = arg[1]
assert(loadfile "spec/fuzz/conversion.lua")(file)
local conversion = assert(jilu.conversion.open(file))

-- in steps a document gives what it gives at once
local function text_of(path)
  local input = assert(io.open(path, "rb"))
  local text = input:read "*a"
  input:close()
  return text
end
local pipeline = assert(jilu.load "ledger")
for k = 2, #arg do
  local step = pipeline:steps(jilu.document(text_of(arg[k])), { milliseconds = 0 })
  local done, records, message
  repeat done, records, message = step() until done
  assert(records, message)
  print(arg[k], #records, #pipeline:run(jilu.document(text_of(arg[k]))))
end

local lines = {}
for k = 2, #arg do
  for line in io.lines(arg[k]) do lines[#lines + 1] = line end
end
jilu.sort(lines, { numeric = true, han = "pinyin", strength = "identical" })
for _, line in ipairs(lines) do
  local new, map = conversion:convert("traditional_tw_words", line)
  print(new, #map, conversion:pinyin(line, "numbers"), jilu.restriction_level(line))
end
