-- Runs the cases of OpenCC's package against ours.
--
--   lua5.4 spec/conversion_cases.lua testcases.json
--
-- Its file is JSON with remarks and commas too many; what reads it here knows of
-- a case what it needs: its input, and what is expected by configuration.

local jilu = require "jilu"

-- A configuration of OpenCC's: the function, region, and whether words too.
local CONFIGURATIONS = {
  s2t = { "traditional" }, s2tw = { "traditional", "TW" }, s2twp = { "traditional", "TW", true },
  s2hk = { "traditional", "HK" }, s2hkp = { "traditional", "HK", true },
  t2s = { "simplified" }, tw2s = { "simplified", "TW" }, tw2sp = { "simplified", "TW", true },
  hk2s = { "simplified", "HK" }, hk2sp = { "simplified", "HK", true },
}

local file = assert(io.open(arg[1], "rb"))
local data = file:read "a"
file:close()

local function text_of(quoted) return jilu.unescape(quoted, { form = "json" }) end

local counts, right, failed = {}, {}, 0
for input, expected in data:gmatch '"input":%s*"(.-)",%s*"expected":%s*(%b{})' do
  for name, text in expected:gmatch '"(%w+)":%s*"(.-)"%s*[,\n}]' do
    local way = CONFIGURATIONS[name]
    if way then
      local got = assert(jilu[way[1]](text_of(input), { region = way[2], words = way[3] }))
      counts[name] = (counts[name] or 0) + 1
      if got == text_of(text) then right[name] = (right[name] or 0) + 1
      else
        failed = failed + 1
        print(name, input, "got " .. got, "expected " .. text)
      end
    end
  end
end

local names, total = {}, 0
for name, count in pairs(counts) do names[#names + 1], total = name, total + count end
table.sort(names)
for _, name in ipairs(names) do
  print(("%-6s %3d of %3d"):format(name, right[name] or 0, counts[name]))
end
print(("all    %3d of %3d"):format(total - failed, total))
os.exit(failed == 0 and total > 0)
