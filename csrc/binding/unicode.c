/* Code points: jilu.validate, repair, normalize, width and their like. */

#include <string.h>

#include "binding/units.h"
#include "unicode/property.h"
#include "unicode/validate.h"

/*
** validate(text [, { kernel = }]) --> true | nil, position
** 'position' (bytes, 1-based) is that of the first ill-formed byte.
*/
static int validate (lua_State *L) {
  size_t size, bad;
  jiluL_unit u = {1, JILU_GRAPHEME, JILU_PATH_BEST, -1};
  const char *text = luaL_checklstring(L, 1, &size);
  jiluL_checkoptions(L, 2, &u);
  bad = jilu_validate_path(text, size, u.path);
  if (bad == size) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_pushnil(L);
  lua_pushinteger(L, (lua_Integer)bad + 1);
  return 2;
}

/* Columns of an ambiguous character: 1, or what the options at 'arg' say. */
static unsigned check_ambiguous (lua_State *L, int arg) {
  lua_Integer columns = 1;
  if (lua_isnoneornil(L, arg)) return 1;
  luaL_checktype(L, arg, LUA_TTABLE);
  lua_pushnil(L);
  while (lua_next(L, arg)) {
    const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
                                                     : "?";
    if (strcmp(key, "ambiguous") != 0)
      luaL_argerror(L, arg, lua_pushfstring(L,
        "unknown option '%s' (known: ambiguous)", key));
    columns = lua_isnumber(L, -1) ? lua_tointeger(L, -1) : 0;
    if (columns != 1 && columns != 2)
      luaL_argerror(L, arg, "option 'ambiguous' is 1 or 2");
    lua_pop(L, 1);
  }
  return (unsigned)columns;
}

/* fit(text, columns [, options]) --> last byte that fits, columns taken */
static int fit (lua_State *L) {
  size_t size, taken, used;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_Integer room = luaL_checkinteger(L, 2);
  unsigned ambiguous = check_ambiguous(L, 3);
  luaL_argcheck(L, room >= 0, 2, "columns are 0 or more");
  jiluL_checkstatus(L, 1, jilu_fit(text, size, ambiguous, (size_t)room, &taken,
                                   &used));
  lua_pushinteger(L, (lua_Integer)taken);
  lua_pushinteger(L, (lua_Integer)used);
  return 2;
}

/* width(text [, { ambiguous = }]) --> columns in a terminal */
static int width (lua_State *L) {
  size_t size, taken, used;
  const char *text = luaL_checklstring(L, 1, &size);
  unsigned ambiguous = check_ambiguous(L, 2);
  jiluL_checkstatus(L, 1, jilu_fit(text, size, ambiguous, SIZE_MAX, &taken,
                                   &used));
  lua_pushinteger(L, (lua_Integer)used);
  return 1;
}

/* repair(text) --> text with U+FFFD for ill-formed parts, how many */
static int repair (lua_State *L) {
  luaL_Buffer b;
  size_t size, parts, needed;
  const char *text = luaL_checklstring(L, 1, &size);
  needed = jilu_make_valid(text, size, NULL, &parts);
  if (parts == 0) {
    lua_pushvalue(L, 1);
  }
  else {
    char *out = luaL_buffinitsize(L, &b, needed);
    luaL_pushresultsize(&b, jilu_make_valid(text, size, out, &parts));
  }
  lua_pushinteger(L, (lua_Integer)parts);
  return 2;
}

#define MEMORY "jilu.Memory"

/* Memory of the core, which goes when its box goes. */
static int free_memory (lua_State *L) {
  void **box = (void **)luaL_checkudata(L, 1, MEMORY);
  jilu_free(*box);
  *box = NULL;
  return 0;
}

char **jiluL_newmemory (lua_State *L) {
  char **box = (char **)lua_newuserdatauv(L, sizeof(char *), 0);
  *box = NULL;
  luaL_setmetatable(L, MEMORY);
  return box;
}

/* normalize(text [, "NFC" | "NFD" | "NFKC" | "NFKD" | "casefold"]) --> text */
static int normalize (lua_State *L) {
  static const char *const forms[] = {
    "NFC", "NFD", "NFKC", "NFKD", "casefold", NULL
  };
  size_t size, out_size;
  const char *text = luaL_checklstring(L, 1, &size);
  jilu_form form = (jilu_form)luaL_checkoption(L, 2, "NFC", forms);
  char *out, **box = jiluL_newmemory(L);
  jiluL_checkstatus(L, 1, jilu_normalize(text, size, form, &out, &out_size));
  *box = out;
  lua_pushlstring(L, out, out_size);
  jilu_free(out);
  *box = NULL;
  return 1;
}

/* skeleton(text) --> what it looks like (UTS #39) */
static int skeleton (lua_State *L) {
  size_t size, out_size;
  const char *text = luaL_checklstring(L, 1, &size);
  char **out = jiluL_newmemory(L);
  jiluL_checkstatus(L, 1, jilu_skeleton(text, size, out, &out_size));
  lua_pushlstring(L, *out, out_size);
  return 1;
}

/* identifier_allowed(c) --> whether a code point belongs in identifiers */
static int identifier_allowed (lua_State *L) {
  lua_Integer c = luaL_checkinteger(L, 1);
  luaL_argcheck(L, c >= 0 && c <= 0x10FFFF, 1, "no code point");
  lua_pushboolean(L, jilu_identifier_allowed((uint32_t)c));
  return 1;
}

/*
** ranges(name) --> { first, last, first, last, ... }: the code points that
** have the property: "han", "letter", "digit", "space", or are in the set of
** that name (property.h). nil: there is none.
*/
static int ranges (lua_State *L) {
  static const char *const own[] = {"han", "letter", "digit", "space"};
  static const char *const names[] = {"Han", "L", "Nd", "White_Space"};
  size_t size;
  const char *name = luaL_checklstring(L, 1, &size);
  lua_Integer n = 0;
  bool inside = false;
  jilu_set set;
  unsigned i;
  for (i = 0; i < 4; i++)
    if (strcmp(name, own[i]) == 0) name = names[i], size = strlen(name);
  if (!jilu_set_find(name, size, &set)) {
    lua_pushnil(L);
    return 1;
  }
  lua_newtable(L);
  for (i = 0; i <= set.property->range_count; i++) {
    bool last = i == set.property->range_count;
    uint32_t range = last ? 0x110000u << 11 : set.property->ranges[i];
    bool has = !last && jilu_set_has_value(&set, range & 0x7FFu);
    if (has == inside) continue;
    lua_pushinteger(L, (lua_Integer)(range >> 11) - inside);
    lua_rawseti(L, -2, ++n);
    inside = has;
  }
  return 1;
}

static const luaL_Reg functions[] = {
  {"validate", validate},
  {"repair", repair},
  {"normalize", normalize},
  {"skeleton", skeleton},
  {"identifier_allowed", identifier_allowed},
  {"width", width},
  {"fit", fit},
  {"ranges", ranges},
  {NULL, NULL}
};

void jiluL_open_unicode (lua_State *L) {
  luaL_newmetatable(L, MEMORY);
  lua_pushcfunction(L, free_memory);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  jiluL_setfuncs(L, functions);
  lua_pushstring(L, jilu_unicode_version());
  lua_setfield(L, -2, "unicode_version");
}
