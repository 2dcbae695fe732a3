/* jilu.core.signs: where each of a few signs first stands, in one pass. */

#include "binding/binding.h"

#include <string.h>

#define SIGNS_MAX 32     /* signs of a set, one bit each */
#define SIGN_LENGTH 4    /* bytes of a sign */

/*
** Bit k of 'at[i][b]': byte b may be byte i of sign k, or the sign is shorter
** than that. So the signs that stand at a byte are what is left when the sets
** of it and of those behind it are cut (shift-and, Baeza-Yates and Gonnet).
*/
typedef struct signs {
  uint32_t at[SIGN_LENGTH][256];
  uint32_t longer[SIGN_LENGTH];   /* signs of more than i bytes */
  int count;
} signs;

/* --- making --------------------------------------------------------------- */

static void admit (signs *set, int k, int i, const char *item, int is_class) {
  int b;
  for (b = 0; b < 256; b++) {
    int in = !is_class ? b == (unsigned char)*item
           : *item == 'd' ? b >= '0' && b <= '9'
           : *item == 'u' ? b >= 'A' && b <= 'Z'
           : b == ' ' || (b >= '\t' && b <= '\r');
    if (in) set->at[i][b] |= (uint32_t)1 << k;
  }
}

/* Reads sign k; 0 where it is none. */
static int read_sign (signs *set, int k, const char *sign) {
  int i, b, length = 0;
  for (; *sign != '\0'; sign++, length++) {
    int is_class = *sign == '%';
    if (length == SIGN_LENGTH) return 0;
    if (is_class && strchr("dsu", *++sign) == NULL) return 0;
    if (*sign == '\0') return 0;
    admit(set, k, length, sign, is_class);
    set->longer[length] |= (uint32_t)1 << k;
  }
  for (i = length; i < SIGN_LENGTH; i++)
    for (b = 0; b < 256; b++) set->at[i][b] |= (uint32_t)1 << k;
  return length > 0;
}

/* --- looking -------------------------------------------------------------- */

/* The signs among 'left' that stand at 's', which has 'size' bytes. */
static uint32_t standing (const signs *set, const unsigned char *s,
                          size_t size, uint32_t left) {
  int i;
  for (i = 1; i < SIGN_LENGTH && left != 0; i++) {
    if ((size_t)i < size) left &= set->at[i][s[i]];
    else return left & ~set->longer[i];
  }
  return left;
}

static void note (uint32_t found, size_t at, size_t *first) {
  int k;
  for (k = 0; found != 0; k++, found >>= 1)
    if (found & 1u) first[k] = at + 1;
}

static int find_signs (lua_State *L) {
  const signs *set = lua_touserdata(L, lua_upvalueindex(1));
  size_t size, at, first[SIGNS_MAX] = {0};
  const unsigned char *s =
    (const unsigned char *)luaL_checklstring(L, 1, &size);
  uint32_t left = set->longer[0];
  int k;
  for (at = 0; at < size && left != 0; at++) {
    uint32_t found = set->at[0][s[at]] & left;
    if (found == 0) continue;
    found = standing(set, s + at, size - at, found);
    if (found == 0) continue;
    note(found, at, first);
    left &= ~found;
  }
  luaL_checkstack(L, set->count, "signs");
  for (k = 0; k < set->count; k++) {
    if (first[k] != 0) lua_pushinteger(L, (lua_Integer)first[k]);
    else lua_pushnil(L);
  }
  return set->count;
}

/*
** signs(list) --> function(text) --> position or nil, for each sign
** The function says where each sign of the list first stands in a text. A
** sign is one to four bytes (a character), or classes of bytes in their
** place: %d an ASCII digit, %s an ASCII space, %u an ASCII capital; so
** "%d%d" is two digits in a row. Raises on other signs, and on more than 32.
*/
static int signs_new (lua_State *L) {
  signs *set;
  lua_Integer count;
  int k;
  luaL_checktype(L, 1, LUA_TTABLE);
  count = (lua_Integer)lua_rawlen(L, 1);
  luaL_argcheck(L, count >= 1 && count <= SIGNS_MAX, 1, "1 to 32 signs");
  set = lua_newuserdatauv(L, sizeof *set, 0);
  memset(set, 0, sizeof *set);
  set->count = (int)count;
  for (k = 0; k < set->count; k++) {
    lua_rawgeti(L, 1, k + 1);
    luaL_argcheck(L, lua_type(L, -1) == LUA_TSTRING &&
                  read_sign(set, k, lua_tostring(L, -1)), 1,
                  "a sign is 1 to 4 bytes or classes %d, %s, %u");
    lua_pop(L, 1);
  }
  lua_pushcclosure(L, find_signs, 1);
  return 1;
}

static const luaL_Reg functions[] = {
  {"signs", signs_new},
  {NULL, NULL}
};

void jiluL_open_signs (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
