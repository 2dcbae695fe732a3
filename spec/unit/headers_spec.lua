-- The internal headers of the core: each stands alone, all stand together, and
-- folders look downward only.

local shell = require "spec.support.shell"

-- Folders, each with those that it may include from.
local MAY_INCLUDE = {
  unicode = "", segment = "unicode", prose = "unicode", source = "unicode",
  view = "unicode source",
  record = "unicode", lexicon = "unicode source view", vocabulary = "unicode lexicon source view",
  conversion = "unicode source lexicon", collation = "unicode",
  facts = "unicode source view lexicon vocabulary",
  clause = "unicode prose lexicon vocabulary facts",
  binding = "unicode segment prose source view lexicon conversion vocabulary facts clause "
    .. "record",
}

local function each_file(pattern, visit)
  local pipe = io.popen("find csrc -type f -name '" .. pattern .. "' | LC_ALL=C sort")
  for path in pipe:lines() do visit(path:sub(#"csrc/" + 1), shell.read(path)) end
  pipe:close()
end

-- Headers are guarded; what is not is a part of a file that includes it, often
-- more than once.
local function guarded_headers()
  local list = {}
  each_file("*.h", function(path, text)
    if text:find "#ifndef JILU_?[%w_]*_H\n" then list[#list + 1] = path end
  end)
  return list
end

local function compile(headers)
  local lines = {}
  for k, header in ipairs(headers) do lines[k] = ('#include "%s"\n'):format(header) end
  local folder = shell.folder()
  shell.write(folder .. "/all.c", table.concat(lines) .. "int main (void) { return 0; }\n")
  local code, out, complaints = shell.run(".",
    "cc -std=c11 -Wall -Wextra -fsyntax-only -Icsrc $(pkg-config --cflags lua5.4) "
    .. shell.quote(folder .. "/all.c"))
  shell.remove(folder)
  return code, out .. complaints
end

describe("the headers of csrc", function()
  it("all in one translation unit → no name means two things", function()
    local headers = guarded_headers()
    assert.is_true(#headers > 60)
    assert.same({ 0, "" }, { compile(headers) })
    -- and in the other order
    local reversed = {}
    for k, header in ipairs(headers) do reversed[#headers + 1 - k] = header end
    assert.same({ 0, "" }, { compile(reversed) })
  end)

  it("every header → includes what it needs", function()
    local folder = shell.folder()
    local headers = guarded_headers()
    for k, header in ipairs(headers) do
      shell.write(("%s/%d.c"):format(folder, k), ('#include "%s"\n'):format(header))
    end
    local code, out, complaints = shell.run(".", "cc -std=c11 -Wall -Wextra -fsyntax-only -Icsrc "
      .. "$(pkg-config --cflags lua5.4) " .. shell.quote(folder) .. "/*.c")
    shell.remove(folder)
    assert.same({ 0, "" }, { code, out .. complaints })
  end)

  it("every include → of the same folder or of one below", function()
    local upward = {}
    each_file("*.[ch]", function(path, text)
      local folder = path:match "^(%w+)/"
      for included in text:gmatch '#include "([%w_/]+%.h)"' do
        local below = included:match "^(%w+)/"
        if folder and below and below ~= folder
          and not (" " .. MAY_INCLUDE[folder] .. " "):find(" " .. below .. " ", 1, true) then
          upward[#upward + 1] = path .. " " .. included
        end
      end
    end)
    assert.same({}, upward)
  end)

  it("every class of userdata → has a name of its own", function()
    local where, twice = {}, {}
    each_file("*.[ch]", function(path, text)
      for name in text:gmatch '#define [%w_]+ +"(jilu%.%u[%w]*)"' do
        if where[name] then twice[#twice + 1] = ("%s: %s, %s"):format(name, where[name], path) end
        where[name] = path
      end
    end)
    assert.is_truthy(where["jilu.View"])
    assert.same({}, twice)
  end)

  it("lua.h → in binding/ alone", function()
    each_file("*.[ch]", function(path, text)
      if not path:find "^binding/" then
        assert.is_nil(text:match '#include [<"](l[ua][%w]*%.h)', path)
      end
    end)
  end)
end)
