/* Annotations that C holds, as tables of Lua. */

#include "binding/layer.h"

/* What pushes tables, and where on the stack the names of fields lie. */
typedef struct pusher {
  lua_State *L;
  const jilu_view *v;
  int names;       /* the first name */
  uint64_t named;  /* which there are: none is hashed for each annotation */
  jiluL_layer *walk;
} pusher;

/* Pushes the name of a field, whose value and a rawset are to follow. */
static void name_field (pusher *p, int field) {
  uint64_t bit = (uint64_t)1 << field;
  if ((p->named & bit) == 0) {
    lua_pushstring(p->L, jilu_field_name(field));
    lua_replace(p->L, p->names + field);
    p->named |= bit;
  }
  lua_pushvalue(p->L, p->names + field);
}

/* --- strings ------------------------------------------------------------------ */

bool jiluL_pushread (lua_State *L, const jilu_view *v, size_t begin,
                     size_t end) {
  size_t repair = 0;
  luaL_Buffer b;
  char *out;
  if (!jilu_view_repaired(v, begin, end, &repair)) {
    lua_pushlstring(L, v->source + begin, end - begin);
    return false;
  }
  out = luaL_buffinitsize(L, &b, 3 * (end - begin) + 1);
  luaL_pushresultsize(&b, jilu_view_read(v, begin, end, repair, out));
  return true;
}

static void push_joined (const pusher *p, const jilu_span *spans) {
  (void)jiluL_pushread(p->L, p->v, spans[0].begin, spans[0].end);
  (void)jiluL_pushread(p->L, p->v, spans[1].begin, spans[1].end);
  lua_concat(p->L, 2);
}

static void push_key (const pusher *p, jilu_span span) {
  luaL_Buffer b;
  char *out = luaL_buffinitsize(p->L, &b, span.end - span.begin);
  luaL_pushresultsize(&b, jilu_phrase_key(p->v, span, out));
}

/* --- tables ----------------------------------------------------------------------- */

static void push_annotation (pusher *p, const jilu_values *o);

static void push_parts (pusher *p, const jilu_phrase *phrase) {
  jilu_values values;
  uint32_t i;
  lua_createtable(p->L, (int)phrase->count, 0);
  for (i = 0; i < phrase->count; i++) {
    jilu_part_values(&p->walk->context, &phrase->parts[i], &values);
    push_annotation(p, &values);
    lua_rawseti(p->L, -2, (lua_Integer)i + 1);
  }
}

static void push_value (pusher *p, const jilu_value *value) {
  lua_State *L = p->L;
  const jilu_span *spans = value->is.spans;
  switch (value->kind) {
    case JILU_VALUE_WORD: lua_pushstring(L, value->is.word); break;
    case JILU_VALUE_TEXT:
      lua_pushlstring(L, value->is.text.bytes, value->is.text.size);
      break;
    case JILU_VALUE_INTEGER:
      lua_pushinteger(L, (lua_Integer)value->is.integer);
      break;
    case JILU_VALUE_DECIMAL: jiluL_pushdecimal(L, value->is.decimal); break;
    case JILU_VALUE_DIGITS: jiluL_pushdigits(L, value->is.decimal); break;
    case JILU_VALUE_READ:
      (void)jiluL_pushread(L, p->v, spans->begin, spans->end);
      break;
    case JILU_VALUE_JOINED: push_joined(p, spans); break;
    case JILU_VALUE_KEY: push_key(p, *spans); break;
    case JILU_VALUE_PARTS: push_parts(p, value->is.phrase); break;
  }
}

static int count_bits (uint64_t bits) {
  int count = 0;
  for (; bits != 0; bits &= bits - 1) count++;
  return count;
}

/* The lowest bit that is set; one is. */
static int lowest_bit (uint64_t bits) {
#ifdef __GNUC__
  return __builtin_ctzll(bits);
#else
  int bit = 0;
  for (; (bits & 1) == 0; bits >>= 1) bit++;
  return bit;
#endif
}

static void push_annotation (pusher *p, const jilu_values *o) {
  uint64_t has = o->has;
  lua_createtable(p->L, 0, count_bits(has));
  for (; has != 0; has &= has - 1) {
    int field = lowest_bit(has);
    name_field(p, field);
    push_value(p, &o->values[field]);
    lua_rawset(p->L, -3);
  }
}

/* Pushes the list, and room for names. */
static pusher open_pusher (lua_State *L, jiluL_layer *h) {
  pusher p;
  p.L = L;
  p.v = h->context.v;
  p.named = 0;
  p.walk = h;
  luaL_checkstack(L, JILU_FIELD_COUNT + LUA_MINSTACK, NULL);
  lua_createtable(L, (int)h->count, 0);
  p.names = lua_gettop(L) + 1;
  lua_settop(L, p.names + JILU_FIELD_COUNT - 1);
  return p;
}

void jiluL_pushlayer (lua_State *L, jiluL_layer *h) {
  jilu_values values;
  pusher p = open_pusher(L, h);
  int list = p.names - 1;
  lua_Integer n = 0;
  jiluL_pushannotationmeta(L);
  while (jiluL_layer_next(h, &values)) {
    push_annotation(&p, &values);
    lua_pushvalue(L, -2);
    lua_setmetatable(L, -2);
    lua_rawseti(L, list, ++n);
  }
  lua_settop(L, list);
}
