rockspec_format = "3.0"
package = "jilu"
version = "scm-1"

source = {
  url = "git+file://.",
}

description = {
  summary = "Reads text and writes records",
  detailed = [[
    jilu finds where text breaks, which Chinese words it holds and which facts
    it states: quantities with their units and nouns, changes, times, names,
    titles. A pipeline, a Lua script of ten lines, says which records a
    document becomes. Every value in a record knows the bytes it came from.
  ]],
  license = "MIT",
}

dependencies = {
  "lua >= 5.1, < 5.6",
  "lpeg >= 1.0.2",
  "argparse >= 0.7.1",
  "luafilesystem >= 1.8.0",
  "lua-cjson >= 2.1.0",
}

external_dependencies = {
  UTF8PROC = { header = "utf8proc.h", library = "utf8proc" },
}

build = {
  type = "make",
  build_target = "build",
  -- LuaRocks copies the files itself: an install target is given the folders of
  -- the wrong tree where a binary rock is packed
  install_pass = false,
  copy_directories = { "lua" },
  install = {
    lib = {
      ["jilu.core"] = "build/rock/lib/jilu/core.so",
      ["jilu.command"] = "build/rock/lib/jilu/command.so",
      ["jilu.zh"] = "build/rock/lib/jilu/zh.vocabulary",
      ["jilu.en"] = "build/rock/lib/jilu/en.vocabulary",
    },
    bin = { jilu = "lua/jilu/cli/jilu.lua" },
    conf = { LICENSE = "LICENSE", ["README.md"] = "README.md",
      ["spark/jilu_spark.py"] = "spec/engines/spark/jilu_spark.py" },
  },
  variables = {
    -- beside the build of whoever works in this tree
    BUILD = "build/rock",
    CFLAGS = "$(CFLAGS)",
    CPPFLAGS = "-I$(UTF8PROC_INCDIR)",
    LDFLAGS = "-L$(UTF8PROC_LIBDIR)",
    LUA_INCDIR = "$(LUA_INCDIR)",
    LUA = "$(LUA)",
  },
}

test = {
  type = "command",
  command = "make test",
}
