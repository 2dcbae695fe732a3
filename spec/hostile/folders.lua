-- lua5.4 spec/hostile/folders.lua FOLDER... [--cuts N] [--lexicon FILE]
-- Puts the .txt files of folders through all stages: as they are, with a byte
-- order mark before them, with CRLF for each LF, and cut off at N random bytes
-- (default 200). No stage of ours may fail. With the mark, records are the same
-- three bytes on; with CRLF, they have the same values and texts.

local jilu = require "jilu"
local lfs = require "lfs"
local variants = require "spec.support.variants"

local folders, cuts, lexicon = {}, 200, nil
do
  local k = 1
  while arg[k] do
    if arg[k] == "--cuts" then cuts, k = tonumber(arg[k + 1]), k + 1
    elseif arg[k] == "--lexicon" then lexicon, k = assert(jilu.lexicon.open(arg[k + 1])), k + 1
    else folders[#folders + 1] = arg[k] end
    k = k + 1
  end
end

local function texts()
  return coroutine.wrap(function()
    for _, folder in ipairs(folders) do
      local names = {}
      for name in lfs.dir(folder) do
        if name:find "%.txt$" then names[#names + 1] = name end
      end
      table.sort(names)
      for _, name in ipairs(names) do
        local file = assert(io.open(folder .. "/" .. name, "rb"))
        coroutine.yield(folder .. "/" .. name, file:read "*a")
        file:close()
      end
    end
  end)
end

local documents, runs, found = 0, 0, 0
for path, text in texts() do
  documents = documents + 1
  for _, complaint in ipairs(variants.check(text, cuts, lexicon)) do
    found = found + 1
    print(path .. ": " .. complaint)
  end
  runs = runs + 3 + cuts
end
print(("%d documents, %d runs, %d complaints"):format(documents, runs, found))
os.exit(found == 0 and documents > 0)
