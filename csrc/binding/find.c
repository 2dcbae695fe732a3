/* jilu.core.find and others: plain words, numbers and bytes of a text. */

#include "binding/binding.h"

#include <string.h>

/*
** Which byte of a word is looked for: the last of its first character. A fifth
** of all Han characters begin with the same byte, few end with the same.
*/
static size_t rare_byte (const char *word, size_t size) {
  size_t at = 0;
  while (at + 1 < size && ((unsigned char)word[at + 1] & 0xC0) == 0x80) at++;
  return at;
}

/*
** find(text, word [, init]) --> first, last | nil
** As string.find(text, word, init, true) for a word that is not empty and
** init >= 1. A line of 1,000 bytes takes a quarter of the instructions.
*/
static int find (lua_State *L) {
  size_t size, length, at, rare;
  const char *s = luaL_checklstring(L, 1, &size);
  const char *word = luaL_checklstring(L, 2, &length);
  lua_Integer init = luaL_optinteger(L, 3, 1);
  luaL_argcheck(L, length > 0, 2, "word is empty");
  luaL_argcheck(L, init >= 1, 3, "first byte of the text is 1");
  rare = rare_byte(word, length);
  at = (size_t)init - 1;
  while (at < size && length <= size - at) {
    const char *hit = memchr(s + at + rare, word[rare],
                             size - at - length + 1);
    if (hit == NULL) break;
    at = (size_t)(hit - s) - rare;
    if (memcmp(s + at, word, length) == 0) {
      lua_pushinteger(L, (lua_Integer)at + 1);
      lua_pushinteger(L, (lua_Integer)(at + length));
      return 2;
    }
    at++;
  }
  lua_pushnil(L);
  return 1;
}

static int is_digit (char c) { return c >= '0' && c <= '9'; }

/* The next ASCII digit at or after 'at', or 'size'. Of characters that are not
   ASCII eight bytes are passed at a time. */
static size_t next_digit (const char *s, size_t size, size_t at) {
  const uint64_t high = UINT64_C(0x8080808080808080);
  while (at < size) {
    uint64_t block;
    if (size - at >= sizeof block) {
      memcpy(&block, s + at, sizeof block);
      if ((block & high) == high) {
        at += sizeof block;
        continue;
      }
      while ((s[at] & 0x80) != 0) at++;
    }
    if (is_digit(s[at])) break;
    at++;
  }
  return at;
}

/*
** find_digits(text, count [, init]) --> first, last | nil
** The first run of as many ASCII digits, no more and no less, that begins at
** byte 'init' or behind it.
*/
static int find_digits (lua_State *L) {
  size_t size, at;
  const char *s = luaL_checklstring(L, 1, &size);
  lua_Integer count = luaL_checkinteger(L, 2);
  lua_Integer init = luaL_optinteger(L, 3, 1);
  luaL_argcheck(L, count > 0, 2, "count is not positive");
  luaL_argcheck(L, init >= 1, 3, "init is not positive");
  at = (size_t)init - 1;
  if (at > 0 && at < size && is_digit(s[at - 1]))
    while (at < size && is_digit(s[at])) at++;
  while ((at = next_digit(s, size, at)) < size) {
    size_t begin = at;
    while (at < size && is_digit(s[at])) at++;
    if (at - begin != (size_t)count) continue;
    lua_pushinteger(L, (lua_Integer)begin + 1);
    lua_pushinteger(L, (lua_Integer)at);
    return 2;
  }
  lua_pushnil(L);
  return 1;
}

typedef struct byte_set {
  unsigned char has[256];
} byte_set;

static void check_set (lua_State *L, int arg, byte_set *set) {
  size_t size, k;
  const char *s = luaL_checklstring(L, arg, &size);
  memset(set, 0, sizeof *set);
  for (k = 0; k < size; k++) set->has[(unsigned char)s[k]] = 1;
}

/* count_bytes(text, set) --> how many bytes of a text are among those of 'set' */
static int count_bytes (lua_State *L) {
  size_t size, k;
  const char *s = luaL_checklstring(L, 1, &size);
  byte_set set;
  lua_Integer count = 0;
  check_set(L, 2, &set);
  for (k = 0; k < size; k++) count += set.has[(unsigned char)s[k]];
  lua_pushinteger(L, count);
  return 1;
}

/* without_bytes(text, set) --> the text without its bytes that are among those
   of 'set' */
static int without_bytes (lua_State *L) {
  size_t size, k, kept = 0;
  const char *s = luaL_checklstring(L, 1, &size);
  byte_set set;
  luaL_Buffer b;
  char *out;
  check_set(L, 2, &set);
  out = luaL_buffinitsize(L, &b, size);
  for (k = 0; k < size; k++)
    if (!set.has[(unsigned char)s[k]]) out[kept++] = s[k];
  luaL_pushresultsize(&b, kept);
  return 1;
}

static const luaL_Reg functions[] = {
  {"count_bytes", count_bytes},
  {"find", find},
  {"find_digits", find_digits},
  {"without_bytes", without_bytes},
  {NULL, NULL}
};

void jiluL_open_find (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
