/*
** A Lua interpreter for versions that come as a library alone:
**   interpreter [-e CODE] [SCRIPT ARGUMENT...]
*/
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

static int run (lua_State *L, int wrong) {
  if (!wrong && lua_pcall(L, 0, 0, 0) == LUA_OK) return 0;
  fprintf(stderr, "%s\n", luaL_tolstring(L, -1, NULL));
  return 1;
}

int main (int argc, char **argv) {
  lua_State *L = luaL_newstate();
  int script = 1, k, status = 0;
  if (L == NULL) return 1;
  luaL_openlibs(L);
  while (script + 1 < argc && strcmp(argv[script], "-e") == 0) script += 2;
  lua_newtable(L);
  for (k = 0; k < argc; k++) {
    lua_pushstring(L, argv[k]);
    lua_rawseti(L, -2, k - script);
  }
  lua_setglobal(L, "arg");
  for (k = 1; status == 0 && k < script; k += 2)
    status = run(L, luaL_loadstring(L, argv[k + 1]) != LUA_OK);
  if (status == 0 && script < argc)
    status = run(L, luaL_loadfile(L, argv[script]) != LUA_OK);
  lua_close(L);
  return status;
}
