/* Code points: jilu.validate, repair, normalize, width and their like. */

#include "binding/units.h"
#include "unicode/properties.h"
#include "unicode/validate.h"

/*
** validate(text [, { path = }]) --> true | nil, position
** 'position' (bytes, 1-based) is that of the first ill-formed byte.
*/
static int validate (lua_State *L) {
  size_t size, bad;
  jiluL_unit u = {1, JILU_GRAPHEME, JILU_PATH_BEST};
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

/*
** ranges(name) --> { first, last, first, last, ... }: the code points that
** have the property: "han", "letter", "digit", "space".
*/
static int ranges (lua_State *L) {
  static const char *const names[] = {"han", "letter", "digit", "space", NULL};
  static const unsigned bits[] = {
    JILU_PROPERTY_HAN, JILU_PROPERTY_LETTER, JILU_PROPERTY_DIGIT,
    JILU_PROPERTY_SPACE
  };
  unsigned bit = bits[luaL_checkoption(L, 1, NULL, names)];
  bool inside = false;
  lua_Integer n = 0;
  uint32_t c;
  lua_newtable(L);
  for (c = 0; c <= 0x110000; c++) {
    bool has = c < 0x110000 && (jilu_trie_get(&jilu_properties, c) & bit);
    if (has != inside) {
      lua_pushinteger(L, (lua_Integer)c - inside);
      lua_rawseti(L, -2, ++n);
      inside = has;
    }
  }
  return 1;
}

static const luaL_Reg functions[] = {
  {"validate", validate},
  {"repair", repair},
  {"normalize", normalize},
  {"width", width},
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
