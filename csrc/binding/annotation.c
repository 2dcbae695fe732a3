/* How annotations that C made print: quantity 3.5万人 value 35000 unit 人 [1-10] */

#include "binding/layer.h"

#include <string.h>

#define ANNOTATION "jilu.Annotation"

/* Fields that are shown, where they are there, in this order. */
static const char *const shown[] = {
  "value", "min", "max", "unit", "currency", "approx", "noun", "of", "from",
  "to", "factor", "status", "kind", "mod", "content", "key", "full", "level",
  "heading", "role"
};

/* Pushes a field of the table at 1, a number with all its digits; its type. */
static int push_shown (lua_State *L, const char *name) {
  int type = lua_getfield(L, 1, name);
  if (type != LUA_TNUMBER) return type;
  if (strcmp(name, "value") == 0) lua_pushliteral(L, "digits");
  else lua_pushfstring(L, "%s_digits", name);
  if (lua_gettable(L, 1) == LUA_TSTRING) {
    lua_replace(L, -2);
    return LUA_TSTRING;
  }
  lua_pop(L, 1);
  return type;
}

/* Pushes the field of the table at 1, behind its name, if it says something.
   Returns how many values were pushed. */
static int push_field (lua_State *L, const char *name) {
  int type = push_shown(L, name);
  const char *text;
  if ((type != LUA_TSTRING && type != LUA_TNUMBER) ||
      (type == LUA_TSTRING && lua_rawlen(L, -1) == 0)) {
    lua_pop(L, 1);
    return 0;
  }
  text = luaL_tolstring(L, -1, NULL);
  lua_pushfstring(L, " %s %s", name, text);
  lua_replace(L, -3);
  lua_pop(L, 1);
  return 1;
}

/* Pushes " [first-last]". */
static void push_place (lua_State *L) {
  const char *first, *last;
  lua_getfield(L, 1, "first");
  first = luaL_tolstring(L, -1, NULL);
  lua_getfield(L, 1, "last");
  last = luaL_tolstring(L, -1, NULL);
  lua_pushfstring(L, " [%s-%s]", first, last);
  lua_replace(L, -5);
  lua_pop(L, 3);
}

static int annotation_tostring (lua_State *L) {
  size_t i;
  int count = 4;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_getfield(L, 1, "type");
  luaL_tolstring(L, -1, NULL);
  lua_remove(L, -2);
  lua_pushliteral(L, " ");
  lua_getfield(L, 1, "text");
  if (!lua_isstring(L, -1)) {
    lua_pop(L, 1);
    lua_pushliteral(L, "");
  }
  luaL_checkstack(L, (int)(sizeof shown / sizeof shown[0]) + 6, NULL);
  for (i = 0; i < sizeof shown / sizeof shown[0]; i++)
    count += push_field(L, shown[i]);
  push_place(L);
  lua_concat(L, count);
  return 1;
}

void jiluL_pushannotationmeta (lua_State *L) {
  if (luaL_newmetatable(L, ANNOTATION)) {
    lua_pushcfunction(L, annotation_tostring);
    lua_setfield(L, -2, "__tostring");
  }
}
