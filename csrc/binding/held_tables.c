/* Annotations that C holds, as tables of Lua. */

#include "binding/held.h"

#include "unicode/utf8.h"

/* What pushes tables, and where on the stack the names of fields lie. */
typedef struct pusher {
  lua_State *L;
  const jilu_view *v;
  int names;       /* the first name */
  uint64_t named;  /* which there are: none is hashed for each annotation */
  size_t entry;    /* of the view, near the last position */
} pusher;

/* Pushes the name of a field, whose value and a rawset are to follow. */
static void name_field (pusher *p, int field) {
  uint64_t bit = (uint64_t)1 << field;
  if ((p->named & bit) == 0) {
    lua_pushstring(p->L, jiluL_held_name(field));
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

static bool is_quotation_mark (uint32_t c) {
  return (c >= 0x2018 && c <= 0x201D) || c == 0x300C || c == 0x300D;
}

/* The folded text without quotation marks, so that all spellings agree. */
static void push_key (const pusher *p, jilu_span span) {
  const char *text = p->v->text;
  size_t at = span.begin, kept = span.begin;
  luaL_Buffer b;
  luaL_buffinit(p->L, &b);
  while (at < span.end) {
    unsigned width;
    uint32_t c = jilu_utf8_next((const unsigned char *)text + at, &width);
    if (is_quotation_mark(c)) {
      luaL_addlstring(&b, text + kept, at - kept);
      kept = at + width;
    }
    at += width;
  }
  luaL_addlstring(&b, text + kept, at - kept);
  luaL_pushresult(&b);
}

/* --- parts of numeral phrases --------------------------------------------------- */

static void set_position (pusher *p, int field, size_t value) {
  name_field(p, field);
  lua_pushinteger(p->L, (lua_Integer)value);
  lua_rawset(p->L, -3);
}

/*
** The text of a folded span and its place, the names of which follow that of
** the field; "" where it is empty.
*/
static void set_word (pusher *p, int field, jilu_span span) {
  size_t begin = jilu_view_original_near(p->v, span.begin, &p->entry);
  size_t end = jilu_view_original_near(p->v, span.end, &p->entry);
  name_field(p, field);
  if (span.begin >= span.end) lua_pushliteral(p->L, "");
  else (void)jiluL_pushread(p->L, p->v, begin, end);
  lua_rawset(p->L, -3);
  if (span.begin >= span.end) return;
  set_position(p, field + 1, begin + 1);
  set_position(p, field + 2, end);
}

/* A list of { number, classifier, noun } and the places of both. */
static void push_parts (pusher *p, const jilu_phrase *phrase) {
  uint32_t i;
  lua_createtable(p->L, (int)phrase->count, 0);
  for (i = 0; i < phrase->count; i++) {
    const jilu_phrase_part *part = &phrase->parts[i];
    lua_createtable(p->L, 0, 7);
    if (part->number >= 0)
      set_position(p, JILUL_FIELD_NUMBER, (size_t)part->number);
    set_word(p, JILUL_FIELD_CLASSIFIER, part->classifier);
    set_word(p, JILUL_FIELD_NOUN, part->noun);
    lua_rawseti(p->L, -2, (lua_Integer)i + 1);
  }
}

/* --- tables ----------------------------------------------------------------------- */

static void push_value (pusher *p, const jiluL_value *value) {
  lua_State *L = p->L;
  const jilu_span *spans = value->is.spans;
  switch (value->kind) {
    case JILUL_VALUE_WORD: lua_pushstring(L, value->is.word); break;
    case JILUL_VALUE_TEXT:
      lua_pushlstring(L, value->is.text.bytes, value->is.text.size);
      break;
    case JILUL_VALUE_INTEGER:
      lua_pushinteger(L, (lua_Integer)value->is.integer);
      break;
    case JILUL_VALUE_DECIMAL: jiluL_pushdecimal(L, value->is.decimal); break;
    case JILUL_VALUE_READ:
      (void)jiluL_pushread(L, p->v, spans->begin, spans->end);
      break;
    case JILUL_VALUE_JOINED: push_joined(p, spans); break;
    case JILUL_VALUE_KEY: push_key(p, *spans); break;
    case JILUL_VALUE_PARTS: push_parts(p, value->is.phrase); break;
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

static void push_annotation (pusher *p, const jiluL_held_values *o) {
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
static pusher open_pusher (lua_State *L, const jiluL_held *h) {
  pusher p;
  p.L = L;
  p.v = h->v;
  p.named = 0;
  p.entry = 0;
  luaL_checkstack(L, JILUL_FIELD_COUNT + LUA_MINSTACK, NULL);
  lua_createtable(L, (int)h->count, 0);
  p.names = lua_gettop(L) + 1;
  lua_settop(L, p.names + JILUL_FIELD_COUNT - 1);
  return p;
}

void jiluL_pushheld (lua_State *L, jiluL_held *h) {
  jiluL_held_values values;
  pusher p = open_pusher(L, h);
  int list = p.names - 1;
  lua_Integer n = 0;
  while (jiluL_held_next(h, &values)) {
    push_annotation(&p, &values);
    lua_rawseti(L, list, ++n);
  }
  lua_settop(L, list);
}
