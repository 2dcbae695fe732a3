/*
** The command as one file: Lua, what jilu needs, and jilu, linked into it.
** Call and exit codes are those of `jilu`.
*/
#include <stdio.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "binding/embed/jilu_lua.h"

int luaopen_lpeg (lua_State *L);
int luaopen_lfs (lua_State *L);
int luaopen_cjson (lua_State *L);

static const luaL_Reg linked[] = {
  {"lpeg", luaopen_lpeg},
  {"lfs", luaopen_lfs},
  {"cjson", luaopen_cjson},
  {NULL, NULL}
};

/* Arguments: the program's count and vector. */
static int run (lua_State *L) {
  int argc = (int)lua_tointeger(L, 1), k;
  char **argv = lua_touserdata(L, 2);
  const luaL_Reg *m;
  luaL_openlibs(L);
  jilu_lua_preload(L);
  lua_getglobal(L, "package");
  lua_getfield(L, -1, "preload");
  for (m = linked; m->name != NULL; m++) {
    lua_pushcfunction(L, m->func);
    lua_setfield(L, -2, m->name);
  }
  lua_newtable(L);
  for (k = 0; k < argc; k++) {
    lua_pushstring(L, argv[k]);
    lua_rawseti(L, -2, k);
  }
  lua_setglobal(L, "arg");
  lua_getglobal(L, "require");
  lua_pushliteral(L, "jilu.cli.jilu");
  lua_call(L, 1, 0);
  return 0;
}

int main (int argc, char **argv) {
  lua_State *L = luaL_newstate();
  if (L == NULL) {
    fputs("jilu: not enough memory\n", stderr);
    return 1;
  }
  lua_pushcfunction(L, run);
  lua_pushinteger(L, argc);
  lua_pushlightuserdata(L, argv);
  if (lua_pcall(L, 2, 0, 0) != 0) {   /* the command itself ends the process */
    const char *message = lua_tostring(L, -1);
    fprintf(stderr, "jilu: %s\n", message != NULL ? message : "no message");
    lua_close(L);
    return 1;
  }
  lua_close(L);
  return 0;
}
