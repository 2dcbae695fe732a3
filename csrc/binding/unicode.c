/* jilu.validate and, later, all else about code points. */

#include "binding/binding.h"

#include "jilu.h"

/*
** validate(text) --> true | nil, position
** 'position' (bytes, 1-based) is that of the first ill-formed byte.
*/
static int validate (lua_State *L) {
  size_t size, bad;
  const char *text = luaL_checklstring(L, 1, &size);
  bad = jilu_validate(text, size);
  if (bad == size) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_pushnil(L);
  lua_pushinteger(L, (lua_Integer)bad + 1);
  return 2;
}

/* width(text) --> columns in a terminal */
static int width (lua_State *L) {
  size_t size, columns;
  const char *text = luaL_checklstring(L, 1, &size);
  if (jilu_width(text, size, &columns) != JILU_OK)
    return luaL_error(L, "text of %d MB is over the limit JILU_SEGMENT_MAX",
                      (int)(size >> 20));
  lua_pushinteger(L, (lua_Integer)columns);
  return 1;
}

static const luaL_Reg functions[] = {
  {"validate", validate},
  {"width", width},
  {NULL, NULL}
};

void jiluL_open_unicode (lua_State *L) {
  jiluL_setfuncs(L, functions);
  lua_pushstring(L, jilu_unicode_version());
  lua_setfield(L, -2, "unicode_version");
}
