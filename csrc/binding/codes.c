/* jilu.codes, char, codepoint: code points as numbers; encode: as bytes of
   another encoding. */

#include <string.h>

#include "binding/binding.h"
#include "source/encode.h"
#include "unicode/utf8.h"

/* --- numbers ------------------------------------------------------------- */

/* iterator(text, position) --> the next position, its code point */
static int next_code (lua_State *L) {
  size_t size, at;
  const unsigned char *s =
    (const unsigned char *)luaL_checklstring(L, 1, &size);
  lua_Integer i = luaL_checkinteger(L, 2);
  unsigned width;
  int ok;
  luaL_argcheck(L, i >= 0 && (size_t)i <= size + 1, 2,
                "position out of bounds");
  at = i > 0 ? (size_t)i - 1 : 0;
  if (i > 0 && at < size) {
    (void)jilu_utf8_decode(s + at, size - at, &width, &ok);
    at += width;
  }
  if (at >= size) return 0;
  lua_pushinteger(L, (lua_Integer)at + 1);
  lua_pushinteger(L, (lua_Integer)jilu_utf8_decode(s + at, size - at, &width,
                                                   &ok));
  return 2;
}

/* codes(text) --> iterator of position, code point */
static int codes (lua_State *L) {
  luaL_checkstring(L, 1);
  lua_pushcfunction(L, next_code);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

/* char(...) --> text of the code points */
static int to_text (lua_State *L) {
  luaL_Buffer b;
  int i, count = lua_gettop(L);
  luaL_buffinit(L, &b);
  for (i = 1; i <= count; i++) {
    lua_Integer c = luaL_checkinteger(L, i);
    char bytes[4];
    luaL_argcheck(L, c >= 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF), i,
                  "no Unicode scalar value");
    luaL_addlstring(&b, bytes, jilu_utf8_encode((uint32_t)c, bytes));
  }
  luaL_pushresult(&b);
  return 1;
}

/*
** codepoint(text [, i [, j]]) --> the code points that begin at bytes i to j
** U+FFFD for each ill-formed part. Raises where i or j is outside the text.
*/
static int codepoint (lua_State *L) {
  size_t size, at;
  const unsigned char *s =
    (const unsigned char *)luaL_checklstring(L, 1, &size);
  lua_Integer i = luaL_optinteger(L, 2, 1), j = luaL_optinteger(L, 3, i);
  int count = 0;
  if (i < 0) i += (lua_Integer)size + 1;
  if (j < 0) j += (lua_Integer)size + 1;
  luaL_argcheck(L, i >= 1, 2, "out of bounds");
  luaL_argcheck(L, j <= (lua_Integer)size, 3, "out of bounds");
  for (at = (size_t)i - 1; at < size && (lua_Integer)at < j;) {
    unsigned width;
    int ok;
    luaL_checkstack(L, 1, "text too long");
    lua_pushinteger(L, (lua_Integer)jilu_utf8_decode(s + at, size - at,
                                                     &width, &ok));
    at += width;
    count++;
  }
  return count;
}

/* --- encodings ----------------------------------------------------------- */

/*
** encode(text, name [, replacement]) --> bytes | nil, message, position
** 'name' as iconv knows it. 'replacement' (UTF-8) stands for every character
** that the encoding lacks; without one the first such is what fails, at
** 'position' (bytes, 1-based).
*/
static int encode (lua_State *L) {
  jilu_encoding e = {0};
  jilu_growing out = {0};
  size_t size, bad;
  const char *text = luaL_checklstring(L, 1, &size);
  char **box;
  jilu_status status;
  e.name = luaL_checkstring(L, 2);
  e.replacement = luaL_optlstring(L, 3, NULL, &e.replacement_size);
  box = jiluL_newmemory(L);
  status = jilu_encode(&e, text, size, &out, &bad);
  *box = out.bytes;
  if (status == JILU_NO_MEMORY) return luaL_error(L, "not enough memory");
  if (status == JILU_OK && bad == size) {
    lua_pushlstring(L, out.bytes != NULL ? out.bytes : "", out.size);
    jilu_free(out.bytes);
    *box = NULL;
    return 1;
  }
  lua_pushnil(L);
  if (status == JILU_BAD_VALUE) {
    lua_pushfstring(L, "no encoding '%s'", e.name);
    return 2;
  }
  lua_pushfstring(L, "no such character in %s", e.name);
  lua_pushinteger(L, (lua_Integer)bad + 1);
  return 3;
}

static const luaL_Reg functions[] = {
  {"codes", codes},
  {"char", to_text},
  {"codepoint", codepoint},
  {"encode", encode},
  {NULL, NULL}
};

void jiluL_open_codes (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
