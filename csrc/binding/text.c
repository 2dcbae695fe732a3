/* jilu.len, sub, offset, reverse: strings by unit, as string.* by byte. */

#include <string.h>

#include "binding/units.h"
#include "unicode/utf8.h"

#define BATCH 256

/* A walk over the ends of units, from the beginning of a text. */
typedef struct walk {
  jiluL_unit unit;
  jilu_segmenter s;
  const char *text;
  size_t size;
  size_t end;             /* of the unit that was taken last, 0 before it */
  size_t next, count;
  uint32_t ends[BATCH];
} walk;

static void begin_walk (lua_State *L, walk *w, jiluL_unit unit) {
  w->unit = unit;
  w->text = luaL_checklstring(L, 1, &w->size);
  w->end = w->next = w->count = 0;
  if (!unit.codepoint) jiluL_start(L, 1, &unit, &w->s);
}

static void take_codepoint (walk *w) {
  unsigned width;
  int ok;
  (void)jilu_utf8_decode((const unsigned char *)w->text + w->end,
                         w->size - w->end, &width, &ok);
  w->end += width;
}

/* Moves 'end' to that of the next unit; 0 where there is none. */
static int take (walk *w) {
  if (w->end == w->size) return 0;
  if (w->unit.codepoint) {
    take_codepoint(w);
    return 1;
  }
  if (w->next == w->count) {
    w->count = jilu_segmenter_next(&w->s, w->ends, BATCH);
    w->next = 0;
  }
  w->end = w->ends[w->next++];
  return 1;
}

/* Takes at most 'n' units and returns how many there were. */
static lua_Integer skip (walk *w, lua_Integer n) {
  lua_Integer taken = 0;
  while (taken < n && take(w)) taken++;
  return taken;
}

static lua_Integer count_units (lua_State *L, jiluL_unit unit) {
  walk w;
  begin_walk(L, &w, unit);
  return skip(&w, LUA_MAXINTEGER);
}

/*
** sub(text, i [, j [, unit]]) --> the units i to j
** Negative indices count from the end, as in string.sub.
*/
static int sub (lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2), j = luaL_optinteger(L, 3, -1);
  jiluL_unit unit = jiluL_checkunit(L, 4, 1);
  walk w;
  size_t first;
  if (i < 0 || j < -1) {
    lua_Integer count = count_units(L, unit);
    if (i < 0) i = i < -count ? 1 : count + i + 1;
    if (j < -1) j = j < -count ? 0 : count + j + 1;
  }
  if (i < 1) i = 1;
  begin_walk(L, &w, unit);
  skip(&w, i - 1);
  first = w.end;
  if (j == -1) w.end = w.size;
  else skip(&w, j - i + 1);
  lua_pushlstring(L, w.text + first, w.end - first);
  return 1;
}

/* Which unit begins at byte 'at' (0-based): the number of those before it. */
static lua_Integer units_before (lua_State *L, jiluL_unit unit, size_t at) {
  walk w;
  lua_Integer count = 0;
  begin_walk(L, &w, unit);
  while (w.end < at && take(&w)) count++;
  if (w.end != at)
    luaL_argerror(L, 4, "initial position is inside a unit");
  return count;
}

/* Where the unit begins that holds byte 'at' (0-based). */
static size_t begin_of (lua_State *L, jiluL_unit unit, size_t at) {
  walk w;
  size_t begin = 0;
  begin_walk(L, &w, unit);
  while (w.end <= at && take(&w))
    if (w.end <= at) begin = w.end;
  return begin;
}

/*
** offset(text, n [, unit [, i]]) --> byte position | nil
** Where the n-th unit begins, counted from the byte position i as utf8.offset
** counts: from the beginning for n >= 0, from the end for n < 0; n = 0 is the
** unit that holds the byte i. nil where there is no such unit.
*/
static int offset (lua_State *L) {
  size_t size;
  lua_Integer n = luaL_checkinteger(L, 2), i, at;
  jiluL_unit unit = jiluL_checkunit(L, 3, 1);
  walk w;
  (void)luaL_checklstring(L, 1, &size);
  i = luaL_optinteger(L, 4, n >= 0 ? 1 : (lua_Integer)size + 1);
  if (i < 0) i += (lua_Integer)size + 1;
  luaL_argcheck(L, i >= 1 && i <= (lua_Integer)size + 1, 4,
                "position out of bounds");
  if (n == 0) {
    lua_pushinteger(L, (lua_Integer)begin_of(L, unit, (size_t)i - 1) + 1);
    return 1;
  }
  at = units_before(L, unit, (size_t)i - 1);
  if (n < -at) {
    lua_pushnil(L);
    return 1;
  }
  begin_walk(L, &w, unit);
  at = n < 0 ? at + n : n - 1 > LUA_MAXINTEGER - at ? LUA_MAXINTEGER
                                                     : at + (n - 1);
  if (skip(&w, at) == at) lua_pushinteger(L, (lua_Integer)w.end + 1);
  else lua_pushnil(L);
  return 1;
}

/* reverse(text [, unit]) --> the units in reverse order */
static int reverse (lua_State *L) {
  jiluL_unit unit = jiluL_checkunit(L, 2, 1);
  luaL_Buffer b;
  walk w;
  char *out;
  size_t begin = 0;
  begin_walk(L, &w, unit);
  out = luaL_buffinitsize(L, &b, w.size);
  while (take(&w)) {
    memcpy(out + (w.size - w.end), w.text + begin, w.end - begin);
    begin = w.end;
  }
  luaL_pushresultsize(&b, w.size);
  return 1;
}

static const luaL_Reg functions[] = {
  {"sub", sub},
  {"offset", offset},
  {"reverse", reverse},
  {NULL, NULL}
};

void jiluL_open_text (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
