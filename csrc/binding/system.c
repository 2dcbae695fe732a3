/* What a command line needs to know of the system and plain Lua can't say. */

#include <time.h>
#include <unistd.h>

#include "binding/binding.h"

/* clock() --> seconds of wall time, with fractions; for differences. */
static int wall_clock (lua_State *L) {
  struct timespec now;
  if (timespec_get(&now, TIME_UTC) == 0)
    return luaL_error(L, "the system has no clock");
  lua_pushnumber(L, (lua_Number)now.tv_sec + (lua_Number)now.tv_nsec / 1e9);
  return 1;
}

/* isatty(descriptor) --> whether it is a terminal. */
static int is_terminal (lua_State *L) {
  lua_pushboolean(L, isatty((int)luaL_checkinteger(L, 1)));
  return 1;
}

static const luaL_Reg functions[] = {
  {"clock", wall_clock},
  {"isatty", is_terminal},
  {NULL, NULL}
};

void jiluL_open_system (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
