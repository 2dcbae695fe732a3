/* How annotations that C made print: quantity 3.5万人 value 35000 unit 人 [1-10] */

#include "binding/held.h"

#define ANNOTATION "jilu.Annotation"

/* Fields that are shown, where they are there, in this order. */
static const char *const shown[] = {
  "value", "min", "max", "unit", "currency", "approx", "noun", "of", "from",
  "to", "factor", "status", "kind", "mod", "content", "key", "full", "level",
  "heading", "role"
};

/* Adds the field of the table at 1, behind its name, if it says something. */
static void add_field (lua_State *L, luaL_Buffer *b, const char *name) {
  int type = lua_getfield(L, 1, name);
  if ((type != LUA_TSTRING && type != LUA_TNUMBER) ||
      (type == LUA_TSTRING && lua_rawlen(L, -1) == 0)) {
    lua_pop(L, 1);
    return;
  }
  lua_pushfstring(L, " %s %s", name, luaL_tolstring(L, -1, NULL));
  lua_replace(L, -3);
  lua_pop(L, 1);
  luaL_addvalue(b);
}

static int annotation_tostring (lua_State *L) {
  luaL_Buffer b;
  size_t i;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_getfield(L, 1, "type");
  lua_getfield(L, 1, "text");
  lua_getfield(L, 1, "first");
  lua_getfield(L, 1, "last");
  luaL_buffinit(L, &b);
  lua_pushfstring(L, "%s %s", luaL_tolstring(L, 2, NULL),
                  lua_isstring(L, 3) ? lua_tostring(L, 3) : "");
  lua_remove(L, -2);
  luaL_addvalue(&b);
  for (i = 0; i < sizeof shown / sizeof shown[0]; i++)
    add_field(L, &b, shown[i]);
  lua_pushfstring(L, " [%s-%s]", luaL_tolstring(L, 4, NULL),
                  luaL_tolstring(L, 5, NULL));
  lua_replace(L, -3);
  lua_pop(L, 1);
  luaL_addvalue(&b);
  luaL_pushresult(&b);
  return 1;
}

void jiluL_pushannotationmeta (lua_State *L) {
  if (luaL_newmetatable(L, ANNOTATION)) {
    lua_pushcfunction(L, annotation_tostring);
    lua_setfield(L, -2, "__tostring");
  }
}
