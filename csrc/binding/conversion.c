/* The class jilu.Conversion, and core.conversion_image, which compiles one. */

#include <errno.h>
#include <string.h>

#include "binding/lexicon.h"
#include "binding/source.h"
#include "conversion/conversion.h"

#define CLASS "jilu.Conversion"

static jilu_conversion *check_open (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  luaL_argcheck(L, box->is != NULL, 1, "conversion is closed");
  return box->is;
}

/* conversion_open(path) --> Conversion | nil, message */
static int conversion_open (lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  jiluL_box *box = jiluL_newbox(L, CLASS, 0);
  jilu_conversion *c;
  jilu_status status = jilu_conversion_open(path, &c);
  box->is = c;
  if (status == JILU_OK) return 1;
  jiluL_checkmemory(L, status);
  lua_pushnil(L);
  if (status == JILU_IO)
    lua_pushfstring(L, "%s: %s", path, strerror(errno));
  else
    lua_pushfstring(L, "%s: no conversion of this version, or damaged", path);
  return 2;
}

static int conversion_close (lua_State *L) {
  jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  jiluL_checkunused(L, 1);
  jilu_conversion_close(box->is);
  box->is = NULL;
  return 0;
}

static int conversion_tostring (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  if (box->is == NULL) lua_pushliteral(L, CLASS ": closed");
  else lua_pushfstring(L, CLASS ": %p", box->is);
  return 1;
}

/* conversion:notes() --> the text about sources and licences */
static int conversion_notes (lua_State *L) {
  size_t size;
  const char *notes = jilu_conversion_notes(check_open(L), &size);
  lua_pushlstring(L, notes, size);
  return 1;
}

static void check_status (lua_State *L, jilu_status status) {
  jiluL_checkmemory(L, status);
  if (status == JILU_TOO_LARGE) luaL_error(L, "text over 2 GB");
}

/* conversion:convert(kind, text) --> text, map */
static int conversion_convert (lua_State *L) {
  static const char *const kinds[] = {
    "simplified", "simplified_from_tw", "simplified_from_tw_words",
    "simplified_from_hk", "simplified_from_hk_words", "traditional",
    "traditional_tw", "traditional_tw_words", "traditional_hk",
    "traditional_hk_words", NULL
  };
  jilu_conversion_kind kind;
  const char *text;
  size_t size;
  jilu_decoded *decoded;
  luaL_checkudata(L, 1, CLASS);
  kind = (jilu_conversion_kind)luaL_checkoption(L, 2, NULL, kinds);
  text = luaL_checklstring(L, 3, &size);
  lua_settop(L, 3);
  jiluL_use(L, 1);
  lua_pushnil(L);
  decoded = jiluL_newmap(L, lua_gettop(L));
  check_status(L, jilu_convert_mapped(check_open(L), kind, text, size,
                                      decoded));
  jiluL_pushdecoded(L, decoded);
  return 2;
}

/* conversion:pinyin(text, tone, separator) --> text */
static int conversion_pinyin (lua_State *L) {
  static const char *const tones[] = {"marks", "numbers", "none", NULL};
  size_t size, out_size;
  const char *text, *separator;
  jilu_pinyin_tone tone;
  char **out;
  luaL_checkudata(L, 1, CLASS);
  text = luaL_checklstring(L, 2, &size);
  tone = (jilu_pinyin_tone)luaL_checkoption(L, 3, "marks", tones);
  separator = luaL_optstring(L, 4, " ");
  jiluL_use(L, 1);
  out = jiluL_newmemory(L);
  check_status(L, jilu_pinyin(check_open(L), tone, separator, text, size, out,
                              &out_size));
  lua_pushlstring(L, *out, out_size);
  return 1;
}

/* --- compiling ------------------------------------------------------------ */

static unsigned check_dictionary (lua_State *L, const char *name) {
#define DICTIONARY_NAME(id, text) text,
  static const char *const names[] = {JILU_DICTIONARIES(DICTIONARY_NAME)};
#undef DICTIONARY_NAME
  unsigned k;
  for (k = 0; k < JILU_DICTIONARY_COUNT; k++)
    if (strcmp(names[k], name) == 0) return k;
  luaL_error(L, "no dictionary '%s'", name);
  return 0;
}

/* The string at [k] of the table at 'index'; the table keeps it. */
static const char *string_at (lua_State *L, int index, lua_Integer k,
                              size_t *size) {
  const char *s;
  lua_rawgeti(L, index, k);
  if (lua_type(L, -1) != LUA_TSTRING)
    luaL_error(L, "string expected, got %s", luaL_typename(L, -1));
  s = lua_tolstring(L, -1, size);
  lua_pop(L, 1);
  return s;
}

/* How many keys the dictionaries of the list at 2 have together. */
static size_t count_entries (lua_State *L) {
  size_t count = 0;
  lua_Integer k;
  for (k = 1; k <= (lua_Integer)lua_rawlen(L, 2); k++) {
    lua_rawgeti(L, 2, k);
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_getfield(L, -1, "keys");
    luaL_checktype(L, -1, LUA_TTABLE);
    count += (size_t)lua_rawlen(L, -1);
    lua_pop(L, 2);
  }
  return count;
}

/* Adds those of the dictionary on top of the stack; returns how many. */
static size_t add_entries (lua_State *L, jilu_conversion_entry *entries) {
  int top = lua_gettop(L);
  size_t count, k;
  unsigned id;
  lua_getfield(L, top, "name");
  id = check_dictionary(L, luaL_checkstring(L, -1));
  lua_getfield(L, top, "keys");
  lua_getfield(L, top, "values");
  luaL_checktype(L, -1, LUA_TTABLE);
  count = (size_t)lua_rawlen(L, top + 2);
  for (k = 0; k < count; k++) {
    jilu_conversion_entry *e = &entries[k];
    e->dictionary = id;
    e->key = string_at(L, top + 2, (lua_Integer)k + 1, &e->key_size);
    e->value = string_at(L, top + 3, (lua_Integer)k + 1, &e->value_size);
  }
  lua_settop(L, top);
  return count;
}

/*
** conversion_image(notes, { { name =, keys = { }, values = { } }, … }) --> bytes
** | nil, message, the key that can't be one
*/
static int conversion_image (lua_State *L) {
  size_t notes_size, count, done = 0, size, bad = 0;
  const char *notes = luaL_checklstring(L, 1, &notes_size);
  jilu_conversion_entry *entries;
  char **image;
  void *bytes = NULL;
  jilu_status status;
  lua_Integer k;
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  count = count_entries(L);
  entries = lua_newuserdatauv(L, (count + 1) * sizeof *entries, 0);
  for (k = 1; k <= (lua_Integer)lua_rawlen(L, 2); k++) {
    lua_rawgeti(L, 2, k);
    done += add_entries(L, entries + done);
    lua_pop(L, 1);
  }
  image = jiluL_newmemory(L);
  status = jilu_conversion_compile(entries, done, notes, notes_size, &bytes,
                                   &size, &bad);
  *image = bytes;
  jiluL_checkmemory(L, status);
  if (status == JILU_OK) {
    lua_pushlstring(L, *image, size);
    return 1;
  }
  lua_pushnil(L);
  lua_pushstring(L, status == JILU_TOO_LARGE ? "too many keys" :
                    "a key that is empty, too long or ill-formed");
  if (bad >= done) return 2;
  lua_pushlstring(L, entries[bad].key, entries[bad].key_size);
  return 3;
}

static const luaL_Reg methods[] = {
  {"convert", conversion_convert},
  {"pinyin", conversion_pinyin},
  {"notes", conversion_notes},
  {"close", conversion_close},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__tostring", conversion_tostring},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"conversion_open", conversion_open},
  {"conversion_image", conversion_image},
  {NULL, NULL}
};

void jiluL_open_conversion (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, conversion_close);
  jiluL_setfuncs(L, functions);
}
