-- The rock and `make install`, out of a copy of the tree that holds nothing
-- built, into trees of their own.

local shell = require "spec.support.shell"

describe("an installed jilu", function()
  local folder, expected

  -- Records name it as it is given.
  local function document()
    return shell.quote(io.popen("pwd"):read "l" .. "/spec/corpus/notice.txt")
  end

  setup(function()
    folder = shell.folder()
    local copied = shell.run(".", "cp -R Makefile LICENSE README.md csrc lua rockspec spec "
      .. folder)
    assert.equal(0, copied)
    expected = select(2, shell.run(".", shell.jilu .. " run ledger --lexicon none " .. document()))
    assert.is_true(#expected > 0)
  end)
  teardown(function() shell.remove(folder) end)

  local function assert_runs(command)
    local code, out, err = shell.run("/", command .. " run ledger --lexicon none " .. document())
    assert.equal(0, code, err)
    assert.equal(expected, out)
  end

  -- Neither the build under test nor settings of its user take part.
  local CLEAN = "env -u LUA_PATH -u LUA_CPATH -u JILU_SOURCE -u LD_PRELOAD HOME=/nonexistent "

  it("runs from a rock that was made offline", function()
    if shell.run(".", "command -v luarocks") ~= 0 then
      pending "luarocks is not here"
      return
    end
    local code, out, err = shell.run(folder, CLEAN .. "LUAROCKS_CONFIG=rockspec/debian-12.lua "
      .. "luarocks --lua-version 5.4 make --tree tree CFLAGS='-O0 -fPIC'")
    assert.equal(0, code, out .. err)
    assert_runs(CLEAN .. shell.quote(folder .. "/tree/bin/jilu"))
  end)

  it("runs from a binary rock, which is packed without a trace elsewhere", function()
    if shell.run(".", "command -v luarocks") ~= 0 then
      pending "luarocks is not here"
      return
    end
    local rocks = CLEAN .. "LUAROCKS_CONFIG=rockspec/debian-12.lua luarocks --lua-version 5.4 "
    -- the tree that it would go to in place of the rock
    local code, out, err = shell.run(folder, rocks
      .. "--tree elsewhere make --pack-binary-rock CFLAGS='-O0 -fPIC'")
    assert.equal(0, code, out .. err)
    assert.equal("", select(2, shell.run(folder, "find elsewhere -name '*.lua' -o -name '*.so' "
      .. "2>/dev/null || true")))
    code, out, err = shell.run(folder, rocks .. "--tree packed install jilu-scm-1.*.rock")
    assert.equal(0, code, out .. err)
    assert_runs(CLEAN .. shell.quote(folder .. "/packed/bin/jilu"))
    code, out = shell.run(folder, "find packed -name LICENSE")
    assert.equal(0, code)
    assert.match("LICENSE", out)
  end)

  it("luarocks make for 5.1 behind 5.4 → a module that 5.1 loads", function()
    if shell.run(".", "command -v luarocks lua5.1 && test -e /usr/include/lua5.1/lua.h") ~= 0 then
      pending "luarocks, lua5.1 or its headers are not here"
      return
    end
    local tree = shell.folder()
    local rocks = CLEAN .. "LUAROCKS_CONFIG=rockspec/debian-12.lua luarocks --lua-version %s "
      .. "make --tree %s CFLAGS='-O0 -fPIC' rockspec/jilu-scm-1.rockspec"
    for _, version in ipairs { "5.4", "5.1" } do
      local code, _, complaints = shell.run(folder, rocks:format(version, tree))
      assert.equal(0, code, complaints)
    end
    local code, output, complaints = shell.run(folder, CLEAN
      .. ("LUA_PATH='%s/share/lua/5.1/?.lua;%s/share/lua/5.1/?/init.lua;;' "
      .. "LUA_CPATH='%s/lib/lua/5.1/?.so;;' "
      .. "lua5.1 -e \"print(require 'jilu'.width '研究')\"")
      :format(tree, tree, tree))
    shell.remove(tree)
    assert.equal("4\n", output, complaints)
    assert.equal(0, code)
  end)

  it("is packed by luarocks from a clone", function()
    if shell.run(".", "command -v luarocks git") ~= 0 then
      pending "luarocks or git is not here"
      return
    end
    local code, out, err = shell.run(folder, "mkdir clone && cp -R Makefile LICENSE README.md csrc "
      .. "lua rockspec spec clone && cd clone && git init -q && git add . && git -c user.name=a "
      .. "-c user.email=a@example.org commit -q -m all && " .. CLEAN
      .. "make pack BUILD=out && " .. CLEAN .. "LUAROCKS_CONFIG=rockspec/debian-12.lua "
      .. "luarocks --lua-version 5.4 unpack out/pack/jilu-scm-1.src.rock")
    assert.equal(0, code, out .. err)
    code, out = shell.run(folder, "find clone/jilu-scm-1 -name jilu.h -o -name stage.lua")
    assert.equal(0, code)
    assert.match("csrc/jilu.h", out, 1, true)
    assert.match("lua/jilu/ledger/stage.lua", out, 1, true)
  end)

  it("is tested by luarocks with what make test runs", function()
    if shell.run(".", "command -v luarocks") ~= 0 then
      pending "luarocks is not here"
      return
    end
    local code, out, err = shell.run(folder, CLEAN .. "LUAROCKS_CONFIG=rockspec/debian-12.lua "
      .. "luarocks --lua-version 5.4 test -- -n")
    assert.equal(0, code, out .. err)
    assert.match("busted", out)
  end)

  it("runs from a prefix", function()
    local code, out, err = shell.run(folder, CLEAN
      .. "make install BUILD=build/rock LEXICON=none CFLAGS=-O0 PREFIX="
      .. shell.quote(folder .. "/my prefix"))
    assert.equal(0, code, out .. err)
    assert.match("installed without a lexicon", out)
    assert_runs(CLEAN .. shell.quote(folder .. "/my prefix/bin/jilu"))
    -- a package is put together elsewhere than it will lie
    code, out, err = shell.run(folder, CLEAN
      .. "make install BUILD=build/rock LEXICON=none CFLAGS=-O0 PREFIX=/usr DESTDIR="
      .. shell.quote(folder .. "/staged"))
    assert.equal(0, code, out .. err)
    assert.match('"/usr/share/lua/5.4/jilu/cli/jilu.lua"',
      shell.read(folder .. "/staged/usr/bin/jilu"), 1, true)
    assert.is_string(shell.read(folder .. "/staged/usr/lib/lua/5.4/jilu/core.so"))
    -- with what C needs, which names where it will lie
    local flags = "PKG_CONFIG_PATH=staged/usr/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=staged "
      .. "pkg-config --cflags --libs jilu"
    shell.write(folder .. "/version.c", [[
      #include <stdio.h>
      #include <string.h>
      #include <jilu.h>
      int main (void) {
        size_t columns;
        if (jilu_width("\xe7\xa0\x94", 3, &columns) != JILU_OK) return 1;
        printf("%zu %d\n", columns, strcmp(jilu_version(), JILU_VERSION));
        return 0;
      }]])
    for _, linked in ipairs { "$(" .. flags .. ")",
        "-Istaged/usr/include staged/usr/lib/libjilu.a -lm" } do
      local program = "cc -std=c11 -o version version.c " .. linked
        .. " && LD_LIBRARY_PATH=staged/usr/lib ./version"
      assert.same({ 0, "2 0\n", "" }, { shell.run(folder, program) })
    end
    assert.match("SONAME.*libjilu%.so%.0%]",
      select(2, shell.run(folder, "readelf -d staged/usr/lib/libjilu.so")))
    assert.match("\n%.SH JILU RUN\n", shell.read(folder .. "/staged/usr/share/man/man1/jilu.1"))
    -- a program that holds Lua, jilu and all of its files
    shell.write(folder .. "/whole.c", [[
      #include <lauxlib.h>
      #include <lualib.h>
      #include <jilu_lua.h>
      int luaopen_lpeg (lua_State *L);
      int main (void) {
        lua_State *L = luaL_newstate();
        luaL_openlibs(L);
        jilu_lua_preload(L);
        if (luaL_dostring(L, "package.path = package.path:gsub('[^;]*jilu[^;]*', '')\n"
              "package.cpath = package.cpath:gsub('[^;]*jilu[^;]*', '')\n"
              "local jilu = require 'jilu'\n"
              "print(jilu.facts('投入1200万元')[1].value)")) puts(lua_tostring(L, -1));
        lua_close(L);
        return 0;
      }]])
    assert.same({ 0, "12000000\n", "" }, { shell.run(folder, "cc -std=gnu11 -o whole whole.c "
      .. "$(pkg-config --cflags lua5.4) -Istaged/usr/include staged/usr/lib/libjilu-lua.a "
      .. "-llua5.4 -lm && " .. CLEAN .. "./whole") })
    -- and is taken out again
    assert.equal(0, (shell.run(folder, CLEAN
      .. "make uninstall BUILD=build/rock PREFIX=/usr DESTDIR="
      .. shell.quote(folder .. "/staged"))))
    assert.same({ 0, "", "" }, { shell.run(folder, "find staged -type f") })
  end)
end)
