-- Programs that embed Lua and load jilu into it.

local shell = require "spec.support.shell"

local SANITIZE = shell.build:find "asan" and "-fsanitize=address,undefined" or ""

describe("a host", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  local function lua(code)
    return shell.run(".", shell.quote(arg[-1]) .. " -e " .. shell.quote(code))
  end

  it("that exports a utf8proc and names of jilu's → jilu calls its own", function()
    local program = shell.quote(folder .. "/own_symbols")
    local code, _, complaints = shell.run(".", ("cc -O1 -std=c11 -Wall -Wextra -Werror -rdynamic "
      .. "$(pkg-config --cflags lua5.4) %s -o %s spec/hosts/own_symbols.c "
      .. "$(pkg-config --libs lua5.4)"):format(SANITIZE, program))
    assert.equal("", complaints)
    assert.equal(0, code)
    local output
    code, output, complaints = shell.run(".", program .. " " .. shell.quote [[
      local jilu = require "jilu"
      print(jilu.normalize("e\u{301}\u{FB01}", "NFKC"), #jilu.spans("a b c", "word"))
      local quantity = jilu.facts("投入资金1200万元")[1]
      print(quantity.value, quantity.unit)
    ]])
    assert.equal("", complaints)
    assert.same({ 0, "éfi\t5\n12000000\t元\n" }, { code, output })
  end)

  it("that has no library debug → jilu loads and runs", function()
    local code, output, complaints = lua [[
      debug, package.loaded.debug = nil, nil
      local jilu = require "jilu"
      print(#jilu.facts "投入1200万元")
      local records = 0
      for _ in jilu.load "ledger":records(jilu.document "2019年,投入1200万元。\n") do
        records = records + 1
      end
      print(records > 0)
      print(pcall(jilu.rule, 1))
      print((pcall(jilu.load, "/nonexistent.lua")))
    ]]
    assert.equal("", complaints)
    assert.equal(0, code)
    assert.matches("^1\ntrue\nfalse\t", output)
  end)

  it("that works on texts alone → neither LPeg nor documents are loaded", function()
    local code, output, complaints = lua [[
      local jilu = require "jilu"
      print(jilu.width "研究", jilu.upper "a", package.loaded.lpeg)
      print(jilu.facts, package.loaded["jilu.pipeline"], jilu.nothing)
      local names = 0
      for name, value in pairs(jilu) do names = names + (value ~= nil and 1 or 0) end
      print(names > 50, package.loaded["jilu.pipeline"] ~= nil)
    ]]
    assert.equal("", complaints)
    assert.equal(0, code)
    assert.matches("^4\tA\tnil\nfunction: %S+\tnil\tnil\ntrue\ttrue\n$", output)
  end)

  it("sees luaopen_jilu_core of the module, and nothing else", function()
    local code, output = shell.run(".", "nm -D --defined-only "
      .. shell.quote(shell.build .. "/lib/jilu/core.so"))
    assert.equal(0, code)
    assert.matches("^%x+ T luaopen_jilu_core\n$", output)
  end)

  it("the module's relocations are read-only, and its stack is guarded", function()
    local module = shell.quote(shell.build .. "/lib/jilu/core.so")
    local _, sections = shell.run(".", "readelf -d -l " .. module)
    assert.matches("BIND_NOW", sections)
    assert.matches("GNU_RELRO", sections)
    local _, symbols = shell.run(".", "nm -D --undefined-only " .. module)
    if SANITIZE == "" then
      assert.matches("__stack_chk_fail", symbols)
      assert.matches("__%w+_chk", symbols)
    end
  end)
end)
