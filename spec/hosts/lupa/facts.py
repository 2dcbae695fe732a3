"""Facts in Python, through lupa: a list of dictionaries for each text.

LUA_PATH and LUA_CPATH say where jilu and lpeg are. A wheel of lupa holds a Lua
of its own, whose symbols the modules need: they are made global before it loads.
"""
import os
import sys

sys.setdlopenflags(os.RTLD_GLOBAL | os.RTLD_NOW)
from lupa import lua54  # noqa: E402

lua = lua54.LuaRuntime(encoding="utf-8")
_facts = lua.execute("""
  local extractor = require "jilu".extractor {}
  return function(text) return extractor:facts(text) end
""")
FIELDS = ("type", "text", "value", "unit", "first", "last")


def facts(text):
    found = _facts(text)
    return [{name: found[k + 1][name] for name in FIELDS} for k in range(len(found))]


if __name__ == "__main__":
    for fact in facts(sys.argv[1]):
        print(*fact.values())
