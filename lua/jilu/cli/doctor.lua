-- jilu doctor: versions, and what is missing.

local jilu = require "jilu"
local lexicon = require "jilu.lexicon"
local lexicon_place = require "jilu.cli.lexicon_place"

local doctor = { summary = "Print versions and what is missing." }

function doctor.configure() end

-- What is needed, how it says its version, and what needs it.
local MODULES = {
  { "lpeg", function(lpeg)
    return type(lpeg.version) == "function" and lpeg.version() or lpeg.version
  end, "rules" },
  { "argparse", function(argparse) return argparse.version end, "the command" },
  { "lfs", function(lfs) return lfs._VERSION end, "folders" },
  { "cjson", function(cjson) return cjson._VERSION end, "--from jsonl" },
  { "DBI", function(DBI) return DBI._VERSION end, "--to sqlite" },
}

--- Returns the exit code: 1 where something is missing.
---@return integer
function doctor.run()
  local code = 0
  local function line(name, found) print(("%-10s %s"):format(name, found)) end
  line("jilu", jilu._VERSION)
  line("lua", _VERSION)
  -- Facts and text work without one, so that none is no error.
  local path, message = lexicon_place()
  local opened
  if path then opened, message = lexicon.open(path) end
  line("lexicon", opened and ("%s (%d words)"):format(path, #opened) or message)
  for _, needed in ipairs(MODULES) do
    local ok, module = pcall(require, needed[1])
    if ok then
      line(needed[1], tostring(needed[2](module)))
    else
      line(needed[1], "missing; needed for " .. needed[3])
      code = 1
    end
  end
  return code
end

return doctor
