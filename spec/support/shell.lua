-- Folders that vanish and commands with all that they say, for specs of the
-- command line.

local lfs = require "lfs"

local shell = {}

-- Where the build under test lies: build/lib/jilu/core.so and build/bin/jilu.
shell.build = package.searchpath("jilu.core", package.cpath):match "^(.*)/lib/jilu/core%.so$"

function shell.quote(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

function shell.read(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read "a"
  file:close()
  return text
end

function shell.write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

--- A new folder; remove it with `shell.remove`.
function shell.folder()
  local path = os.tmpname()
  os.remove(path)
  assert(lfs.mkdir(path))
  return path
end

function shell.remove(folder)
  os.execute("chmod -R u+rwx " .. shell.quote(folder) .. " 2>/dev/null; rm -rf "
    .. shell.quote(folder))
end

--- Runs a command in a folder. Returns its exit code, output and complaints.
function shell.run(folder, command)
  local out, err = os.tmpname(), os.tmpname()
  local _, kind, code = os.execute(("cd %s && { %s; } >%s 2>%s")
    :format(shell.quote(folder), command, out, err))
  local output, complaints = shell.read(out), shell.read(err)
  os.remove(out)
  os.remove(err)
  return kind == "signal" and 128 + code or code, output, complaints
end

--- The command `jilu` of the build under test, quoted.
shell.jilu = shell.quote(shell.build .. "/bin/jilu")

return shell
