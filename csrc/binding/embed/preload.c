/* jilu_lua_preload: modules out of the program itself. */
#include "binding/embed/jilu_lua.h"

#include <lauxlib.h>
#include <lualib.h>

#include "binding/embed/files.h"

/* The loader of a file: its number is the upvalue. */
static int load_file (lua_State *L) {
  const jilu_lua_file *file =
      &jilu_lua_files[(size_t)lua_tonumber(L, lua_upvalueindex(1))];
  if (luaL_loadbuffer(L, (const char *)file->text, file->size, file->chunk) != 0)
    return lua_error(L);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

void jilu_lua_preload (lua_State *L) {
  int top = lua_gettop(L);
  size_t k;
  lua_getglobal(L, "package");
  lua_getfield(L, -1, "preload");
  for (k = 0; jilu_lua_files[k].module != NULL; k++) {
    lua_pushnumber(L, (lua_Number)k);
    lua_pushcclosure(L, load_file, 1);
    lua_setfield(L, -2, jilu_lua_files[k].module);
  }
  lua_pushcfunction(L, luaopen_jilu_core);
  lua_setfield(L, -2, "jilu.core");
  lua_pushcfunction(L, luaopen_jilu_command);
  lua_setfield(L, -2, "jilu.command");
  lua_settop(L, top);
}
