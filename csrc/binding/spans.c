/* jilu.Spans: the segments of a text as packed positions, 4 bytes each. */

#include "binding/units.h"

#define SPANS "jilu.Spans"

/* Segments are side by side, so that their ends say all. */
typedef struct spans {
  size_t count;
  uint32_t ends[1];
} spans;

static spans *check_spans (lua_State *L) {
  return (spans *)luaL_checkudata(L, 1, SPANS);
}

static size_t count_all (jilu_segmenter s) {
  uint32_t ends[512];
  size_t n, total = 0;
  while ((n = jilu_segmenter_next(&s, ends, 512)) > 0) total += n;
  return total;
}

/* spans(text [, unit [, options]]) --> Spans */
static int new_spans (lua_State *L) {
  jilu_segmenter s;
  size_t count, room;
  spans *sp;
  jiluL_unit u = jiluL_checkunit(L, 2, 0);
  jiluL_checkoptions(L, 3, &u);
  jiluL_start(L, 1, &u, &s);
  room = count_all(s) + JILU_SEGMENT_ROOM;
  sp = (spans *)lua_newuserdatauv(L, sizeof(spans) + room * sizeof(uint32_t),
                                  1);
  sp->count = 0;
  luaL_setmetatable(L, SPANS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  while ((count = jilu_segmenter_next(&s, sp->ends + sp->count,
                                      room - sp->count)) > 0)
    sp->count += count;
  return 1;
}

static int push_span (lua_State *L, const spans *sp, size_t k) {
  lua_pushinteger(L, k == 0 ? 1 : (lua_Integer)sp->ends[k - 1] + 1);
  lua_pushinteger(L, (lua_Integer)sp->ends[k]);
  return 2;
}

/* The index at argument 2, negative from the end; count where it is outside. */
static size_t index_of (lua_State *L, const spans *sp) {
  lua_Integer k = luaL_checkinteger(L, 2);
  lua_Integer count = (lua_Integer)sp->count;
  if (k < 0) k += count + 1;
  return k < 1 || k > count ? sp->count : (size_t)(k - 1);
}

/* spans:get(k) --> first, last | nil, where there is no such span */
static int get (lua_State *L) {
  const spans *sp = check_spans(L);
  size_t k = index_of(L, sp);
  if (k < sp->count) return push_span(L, sp, k);
  lua_pushnil(L);
  return 1;
}

/* spans:text(k) --> string | nil */
static int text (lua_State *L) {
  const spans *sp = check_spans(L);
  size_t k = index_of(L, sp);
  const char *s;
  if (k == sp->count) {
    lua_pushnil(L);
    return 1;
  }
  lua_getiuservalue(L, 1, 1);
  s = lua_tostring(L, -1);
  s += k == 0 ? 0 : sp->ends[k - 1];
  lua_pushlstring(L, s, (size_t)(lua_tostring(L, -1) + sp->ends[k] - s));
  return 1;
}

/* spans:find(position) --> k of the span that holds the byte | nil */
static int find (lua_State *L) {
  const spans *sp = check_spans(L);
  lua_Integer at = luaL_checkinteger(L, 2);
  size_t low = 0, high = sp->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if ((lua_Integer)sp->ends[middle] < at) low = middle + 1;
    else high = middle;
  }
  if (at < 1 || low == sp->count) lua_pushnil(L);
  else lua_pushinteger(L, (lua_Integer)low + 1);
  return 1;
}

static int step (lua_State *L) {
  const spans *sp = (const spans *)lua_touserdata(L, lua_upvalueindex(1));
  size_t k = (size_t)lua_tointeger(L, lua_upvalueindex(2));
  if (k == sp->count) return 0;
  lua_pushinteger(L, (lua_Integer)k + 1);
  lua_replace(L, lua_upvalueindex(2));
  return push_span(L, sp, k);
}

/* spans:iter() --> iterator of first, last */
static int iter (lua_State *L) {
  check_spans(L);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, step, 2);
  return 1;
}

/* spans:totable() --> { { first, last }, ... } */
static int totable (lua_State *L) {
  const spans *sp = check_spans(L);
  size_t k;
  lua_createtable(L, sp->count < 0x7FFFFFFF ? (int)sp->count : 0, 0);
  for (k = 0; k < sp->count; k++) {
    lua_createtable(L, 2, 0);
    push_span(L, sp, k);
    lua_rawseti(L, -3, 2);
    lua_rawseti(L, -2, 1);
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
  return 1;
}

static int length (lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check_spans(L)->count);
  return 1;
}

static int describe (lua_State *L) {
  const spans *sp = check_spans(L);
  lua_pushfstring(L, SPANS ": " JILUL_SIZE " spans, " JILUL_SIZE " bytes", (jiluL_size)sp->count,
                  (jiluL_size)(sp->count ? sp->ends[sp->count - 1] : 0));
  return 1;
}

static const luaL_Reg methods[] = {
  {"get", get},
  {"text", text},
  {"find", find},
  {"iter", iter},
  {"totable", totable},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"spans", new_spans},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__len", length},
  {"__tostring", describe},
  {NULL, NULL}
};

void jiluL_open_spans (lua_State *L) {
  jiluL_newclass(L, SPANS, methods, metamethods, NULL);
  jiluL_setfuncs(L, functions);
}
