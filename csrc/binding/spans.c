/* jilu.Spans: segments or words of a text as packed positions. */

#include "binding/spans.h"

#include "binding/units.h"

static jiluL_spans *check_spans (lua_State *L) {
  return (jiluL_spans *)luaL_checkudata(L, 1, JILU_SPANS);
}

jiluL_spans *jiluL_newspans (lua_State *L, int text, size_t room,
                             bool apart) {
  size_t slots = apart ? 2 * room : room;
  jiluL_spans *sp;
  lua_pushvalue(L, text);
  sp = (jiluL_spans *)lua_newuserdatauv(
      L, sizeof *sp + slots * sizeof sp->at[0], 1);
  sp->count = 0;
  sp->apart = apart;
  luaL_setmetatable(L, JILU_SPANS);
  lua_insert(L, -2);
  lua_setiuservalue(L, -2, 1);
  return sp;
}

static size_t begin_of (const jiluL_spans *sp, size_t k) {
  if (sp->apart) return sp->at[2 * k];
  return k == 0 ? 0 : sp->at[k - 1];
}

static size_t end_of (const jiluL_spans *sp, size_t k) {
  return sp->apart ? sp->at[2 * k + 1] : sp->at[k];
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
  jiluL_spans *sp;
  jiluL_unit u = jiluL_checkunit(L, 2, 0);
  jiluL_checkoptions(L, 3, &u);
  jiluL_start(L, 1, &u, &s);
  room = count_all(s) + JILU_SEGMENT_ROOM;
  sp = jiluL_newspans(L, 1, room, false);
  while ((count = jilu_segmenter_next(&s, sp->at + sp->count,
                                      room - sp->count)) > 0)
    sp->count += count;
  return 1;
}

static int push_span (lua_State *L, const jiluL_spans *sp, size_t k) {
  lua_pushinteger(L, (lua_Integer)begin_of(sp, k) + 1);
  lua_pushinteger(L, (lua_Integer)end_of(sp, k));
  return 2;
}

/* The index at argument 2, negative from the end; count where it is outside. */
static size_t index_of (lua_State *L, const jiluL_spans *sp) {
  lua_Integer k = luaL_checkinteger(L, 2);
  lua_Integer count = (lua_Integer)sp->count;
  if (k < 0) k += count + 1;
  return k < 1 || k > count ? sp->count : (size_t)(k - 1);
}

/* spans:get(k) --> first, last | nil, where there is no such span */
static int get (lua_State *L) {
  const jiluL_spans *sp = check_spans(L);
  size_t k = index_of(L, sp);
  if (k < sp->count) return push_span(L, sp, k);
  lua_pushnil(L);
  return 1;
}

/* spans:text(k) --> string | nil */
static int text (lua_State *L) {
  const jiluL_spans *sp = check_spans(L);
  size_t k = index_of(L, sp);
  if (k == sp->count) {
    lua_pushnil(L);
    return 1;
  }
  lua_getiuservalue(L, 1, 1);
  lua_pushlstring(L, lua_tostring(L, -1) + begin_of(sp, k),
                  end_of(sp, k) - begin_of(sp, k));
  return 1;
}

/*
** spans:find(position) --> k of the span that holds the byte | nil
** Of words that lie in one another (option "fine") the last that begins.
*/
static int find (lua_State *L) {
  const jiluL_spans *sp = check_spans(L);
  lua_Integer at = luaL_checkinteger(L, 2);
  size_t low = 0, high = sp->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if ((lua_Integer)begin_of(sp, middle) < at) low = middle + 1;
    else high = middle;
  }
  if (low == 0 || (lua_Integer)end_of(sp, low - 1) < at) lua_pushnil(L);
  else lua_pushinteger(L, (lua_Integer)low);
  return 1;
}

static int step (lua_State *L) {
  const jiluL_spans *sp = (const jiluL_spans *)lua_touserdata(L, lua_upvalueindex(1));
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
  const jiluL_spans *sp = check_spans(L);
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
  const jiluL_spans *sp = check_spans(L);
  lua_pushfstring(L, JILU_SPANS ": " JILUL_SIZE " spans, " JILUL_SIZE " bytes",
                  (jiluL_size)sp->count,
                  (jiluL_size)(sp->count ? end_of(sp, sp->count - 1) : 0));
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
  jiluL_newclass(L, JILU_SPANS, methods, metamethods, NULL);
  jiluL_setfuncs(L, functions);
}
