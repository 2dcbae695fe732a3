/* jilu.property, is: what the UCD says of characters. */

#include <string.h>

#include "binding/binding.h"
#include "unicode/property.h"
#include "unicode/utf8.h"

/* The code point at 'arg': a number, or the first one of a string. */
static uint32_t check_point (lua_State *L, int arg) {
  if (lua_type(L, arg) == LUA_TSTRING) {
    size_t size;
    unsigned width;
    int ok;
    const char *text = luaL_checklstring(L, arg, &size);
    luaL_argcheck(L, size > 0, arg, "empty text has no character");
    return jilu_utf8_decode((const unsigned char *)text, size, &width, &ok);
  }
  else {
    lua_Integer c = luaL_checkinteger(L, arg);
    luaL_argcheck(L, c >= 0 && c <= 0x10FFFF, arg, "no code point");
    return (uint32_t)c;
  }
}

static const jilu_property *check_property (lua_State *L, int arg) {
  size_t size;
  const char *name = luaL_checklstring(L, arg, &size);
  const jilu_property *p = jilu_property_find(name, size);
  if (p == NULL)
    luaL_argerror(L, arg, lua_pushfstring(L, "no property '%s'", name));
  return p;
}

/* property(c, name) --> value */
static int property (lua_State *L) {
  uint32_t c = check_point(L, 1);
  const jilu_property *p = check_property(L, 2);
  lua_pushstring(L, p->values[jilu_property_value(p, c)]);
  return 1;
}

/* is(c, name) --> boolean */
static int is (lua_State *L) {
  uint32_t c = check_point(L, 1);
  size_t size;
  const char *name = luaL_checklstring(L, 2, &size);
  jilu_set set;
  if (!jilu_set_find(name, size, &set))
    luaL_argerror(L, 2, lua_pushfstring(L, "no set '%s'", name));
  lua_pushboolean(L, jilu_set_has(&set, c));
  return 1;
}

#define VALUES 384

/* property_counts(text, name) --> { value = how many characters have it } */
static int property_counts (lua_State *L) {
  lua_Integer counts[VALUES] = {0};
  size_t size, at = 0;
  const char *text = luaL_checklstring(L, 1, &size);
  const jilu_property *p = check_property(L, 2);
  unsigned i, width;
  int ok;
  for (; at < size; at += width) {
    uint32_t c = jilu_utf8_decode((const unsigned char *)text + at, size - at,
                                  &width, &ok);
    counts[jilu_property_value(p, c)]++;
  }
  lua_newtable(L);
  for (i = 0; i < p->value_count; i++) {
    if (counts[i] == 0) continue;
    lua_pushinteger(L, counts[i]);
    lua_setfield(L, -2, p->values[i]);
  }
  return 1;
}

static const luaL_Reg functions[] = {
  {"property", property},
  {"is", is},
  {"property_counts", property_counts},
  {NULL, NULL}
};

void jiluL_open_property (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
