/* The class jilu.Reading: a paragraph is read, and its sentences told. */

#include "binding/paragraph.h"

#include <stdlib.h>
#include <string.h>

/* The integer on top of the stack, which is field 'key'; it is popped. */
static lua_Integer pop_integer (lua_State *L, const char *key) {
  int exact;
  lua_Integer value = lua_tointegerx(L, -1, &exact);
  if (!exact) luaL_error(L, "field '%s': integer expected", key);
  lua_pop(L, 1);
  return value;
}

/* Integer field of the table on top of the stack. */
static lua_Integer integer_field (lua_State *L, const char *key) {
  lua_getfield(L, -1, key);
  return pop_integer(L, key);
}

/* A position of the fact on top of the stack. */
static lua_Integer position_of (lua_State *L, jiluL_name key,
                                const char *text) {
  jiluL_pushname(L, key);
  lua_rawget(L, -2);
  return pop_integer(L, text);
}

static bool has_string (lua_State *L, const char *key, const char *value) {
  bool equal;
  lua_getfield(L, -1, key);
  equal = lua_type(L, -1) == LUA_TSTRING &&
          strcmp(lua_tostring(L, -1), value) == 0;
  lua_pop(L, 1);
  return equal;
}

static bool has_field (lua_State *L, const char *key) {
  bool has = lua_getfield(L, -1, key) != LUA_TNIL;
  lua_pop(L, 1);
  return has;
}

/*
** May the quantity on top of the stack be an article: 一个, 一名, where nothing
** tells that it counts? 'made_of' is the index of the grammar's table.
*/
static bool is_article (lua_State *L, const jilu_paragraph *r,
                        const jilu_fact_span *place, int made_of) {
  size_t size;
  const char *one;
  bool is;
  int top = lua_gettop(L);
  if (place->end - place->begin > 9) return false;
  lua_getfield(L, made_of, "one");
  one = lua_tolstring(L, -1, &size);
  is = one != NULL && size <= r->size - place->begin &&
       memcmp(r->text + place->begin, one, size) == 0;
  if (is) {
    lua_getfield(L, top, "value");
    is = lua_type(L, -1) == LUA_TNUMBER && lua_tonumber(L, -1) == 1;
    lua_getfield(L, made_of, "articles");
    lua_getfield(L, top, "unit");
    is = is && !lua_isnil(L, -1) && lua_istable(L, -2) &&
         (lua_gettable(L, -2), lua_toboolean(L, -1));
  }
  lua_settop(L, top);
  return is;
}

static uint32_t flags_of (lua_State *L, const jilu_paragraph *r,
                          jilu_fact_span_kind kind, const jilu_fact_span *place,
                          int made_of) {
  switch (kind) {
    case JILU_SPAN_QUANTITY:
      return is_article(L, r, place, made_of) ? JILU_SPAN_ARTICLE : 0;
    case JILU_SPAN_BODY:
      return has_string(L, "type", "place") ? JILU_SPAN_REGION : 0;
    case JILU_SPAN_CHANGE:
      return has_field(L, "from") && has_field(L, "to") ? JILU_SPAN_FROM_TO
                                                        : 0;
    default: return 0;
  }
}

/*
** The indices, in the table at 3, of the first and last fact of a kind, of
** which the list is on top of the stack.
*/
static void facts_range (lua_State *L, const char *first, const char *last,
                         lua_Integer *from, lua_Integer *to) {
  lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
  lua_getfield(L, 3, first);
  *from = luaL_optinteger(L, -1, 1);
  lua_getfield(L, 3, last);
  *to = luaL_optinteger(L, -1, 0);
  lua_pop(L, 2);
  luaL_argcheck(L, *to < *from || (*from >= 1 && *to <= count), 3,
                "facts are outside their list");
}

/* Reads facts from..to of the list on top of the stack. */
static void read_places (lua_State *L, jiluL_reading *r,
                         jilu_fact_span_kind kind,
                         lua_Integer from, lua_Integer to, int made_of) {
  jilu_fact_spans *places = &r->is.facts[kind];
  lua_Integer k;
  r->first[kind] = from;
  if (to < from) return;
  places->items = malloc((size_t)(to - from + 1) * sizeof *places->items);
  if (places->items == NULL) luaL_error(L, "not enough memory");
  for (k = from; k <= to; k++) {
    jilu_fact_span *place = &places->items[places->count];
    lua_Integer first, last;
    lua_rawgeti(L, -1, k);
    luaL_argcheck(L, lua_istable(L, -1), 4, "facts are tables");
    first = position_of(L, JILUL_KEY_FOLDED_FIRST, "folded_first");
    last = position_of(L, JILUL_KEY_FOLDED_LAST, "folded_last");
    luaL_argcheck(L, first >= 1 && last >= first - 1 &&
                       (size_t)last <= r->is.size, 4,
                  "a fact is outside the text");
    place->begin = (uint32_t)first - 1;
    place->end = (uint32_t)last;
    place->index = (uint32_t)(k - from);
    place->flags = flags_of(L, &r->is, kind, place, made_of);
    places->count++;
    lua_pop(L, 1);
  }
}

/* The ranges that part sentences: the flat list on top of the stack. */
static int next_part (void *to, size_t k, size_t *begin, size_t *end) {
  lua_State *L = to;
  int more = 0;
  if (!lua_istable(L, -1)) return 0;
  lua_rawgeti(L, -1, 2 * (lua_Integer)k + 1);
  lua_rawgeti(L, -2, 2 * (lua_Integer)k + 2);
  if (lua_isinteger(L, -2) && lua_isinteger(L, -1)) {
    more = 1;
    *begin = (size_t)lua_tointeger(L, -2) - 1;
    *end = (size_t)lua_tointeger(L, -1);
  }
  lua_pop(L, 2);
  return more;
}

/* --- sentences ------------------------------------------------------------ */

/* Sets the indices of the first and last fact of a range; nothing for none. */
static void set_range (lua_State *L, jiluL_name first, jiluL_name last,
                       jilu_range range, lua_Integer base) {
  if (range.begin == range.end) return;
  jiluL_setinteger(L, first, base + (lua_Integer)range.begin);
  jiluL_setinteger(L, last, base + (lua_Integer)range.end - 1);
}

void jiluL_setfacts (lua_State *L, const jiluL_reading *r,
                     const jilu_range *facts) {
  set_range(L, JILUL_KEY_Q1, JILUL_KEY_Q2, facts[JILU_SPAN_QUANTITY],
            r->first[JILU_SPAN_QUANTITY]);
  set_range(L, JILUL_KEY_T1, JILUL_KEY_T2, facts[JILU_SPAN_TIME],
            r->first[JILU_SPAN_TIME]);
}

/*
** The fields of a sentence; room is for those that its reader adds (clauses,
** topic, without).
*/
static void push_sentence (lua_State *L, const jiluL_reading *r, size_t k) {
  const jilu_clause_sentence *s = &r->is.sentences[k];
  lua_createtable(L, 0, jiluL_hasfacts(s->facts) ? 8 : 4);
  jiluL_setinteger(L, JILUL_KEY_INDEX, (lua_Integer)k + 1);
  jiluL_setfacts(L, r, s->facts);
  if (s->facts[JILU_SPAN_BODY].begin < s->facts[JILU_SPAN_BODY].end)
    jiluL_settrue(L, JILUL_KEY_NAMED);
  if (s->item) jiluL_settrue(L, JILUL_KEY_ITEM);
}

static void push_sentences (lua_State *L, const jiluL_reading *r) {
  size_t k;
  lua_createtable(L, (int)r->is.sentence_count, 0);
  for (k = 0; k < r->is.sentence_count; k++) {
    push_sentence(L, r, k);
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
}

/* Pushes the list at 'list' without the quantities that were taken out. */
static void push_kept (lua_State *L, jiluL_reading *r, int list,
                       lua_Integer from, lua_Integer to) {
  const jilu_fact_spans *places = &r->is.facts[JILU_SPAN_QUANTITY];
  size_t k;
  if ((lua_Integer)places->count == to - from + 1 || to < from) {
    lua_pushvalue(L, list);
    return;
  }
  lua_createtable(L, (int)places->count, 0);
  for (k = 0; k < places->count; k++) {
    lua_rawgeti(L, list, from + (lua_Integer)places->items[k].index);
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
  r->first[JILU_SPAN_QUANTITY] = 1;
}

static jiluL_reading *push_reading (lua_State *L, const jiluL_grammar *g) {
  jiluL_reading *r = lua_newuserdatauv(L, sizeof *r, JILUL_READING_VALUES);
  int k;
  memset(r, 0, sizeof *r);
  r->is.grammar = &g->is;
  r->told = g->told;
  r->open = true;
  luaL_setmetatable(L, JILUL_READING);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, JILUL_READING_GRAMMAR);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, -2, JILUL_READING_TEXT);
  for (k = 0; k < 3; k++) {
    static const int from[] = {
      JILUL_GRAMMAR_SETS, JILUL_GRAMMAR_TOLD, JILUL_GRAMMAR_BITS
    };
    lua_getiuservalue(L, 1, from[k]);
    lua_setiuservalue(L, -2, JILUL_READING_SETS + k);
  }
  return r;
}

/*
** clauses:read(text, paragraph, facts) --> Reading, sentences, quantities
** Cuts the bytes 'first' to 'last' of a folded text. 'facts' has the lists
** 'quantity', 'time', 'organization' and 'change', each from left to right by
** their 'folded_first'; those of the paragraph are q1 to q2, t1 to t2, o1 to o2
** and c1 to c2, absent for none. 'markers' of the paragraph is a flat list of
** ranges that part sentences; 'spaced' says whether spaces stand in it.
** 'sentences' have 'index', 'item' where one begins behind a marker, 'named'
** where one has an organisation, q1 to q2 (of 'quantities', the list without
** those between brackets) and t1 to t2.
*/
int jiluL_readclauses (lua_State *L) {
  static const struct {
    const char *list, *first, *last;
  } kinds[] = {
    {"quantity", "q1", "q2"}, {"time", "t1", "t2"},
    {"organization", "o1", "o2"}, {"change", "c1", "c2"}
  };
  const jiluL_grammar *g = luaL_checkudata(L, 1, JILUL_CLAUSES);
  size_t size;
  const char *text = luaL_checklstring(L, 2, &size);
  lua_Integer first, last, from[JILU_SPAN_KINDS], to[JILU_SPAN_KINDS];
  jiluL_reading *r;
  int k;
  luaL_checktype(L, 3, LUA_TTABLE);
  luaL_checktype(L, 4, LUA_TTABLE);
  luaL_argcheck(L, size < UINT32_MAX, 2, "text is too large");
  lua_settop(L, 4);
  r = push_reading(L, g);                                              /* 5 */
  lua_getiuservalue(L, 1, JILUL_GRAMMAR_TABLE);                        /* 6 */
  r->is.text = (const unsigned char *)text;
  r->is.size = size;
  for (k = 0; k < JILU_SPAN_KINDS; k++) {
    luaL_argcheck(L, lua_getfield(L, 4, kinds[k].list) == LUA_TTABLE, 4,
                  "lists of facts expected");                    /* 7 to 10 */
    facts_range(L, kinds[k].first, kinds[k].last, &from[k], &to[k]);
    read_places(L, r, (jilu_fact_span_kind)k, from[k], to[k], 6);
  }
  lua_pushvalue(L, 7 + JILU_SPAN_BODY);
  lua_setiuservalue(L, 5, JILUL_READING_BODIES);
  lua_getfield(L, 3, "spaced");
  r->is.spaced = lua_toboolean(L, -1) != 0;
  lua_pushvalue(L, 3);
  first = integer_field(L, "first");
  last = integer_field(L, "last");
  luaL_argcheck(L, first >= 1 && last <= (lua_Integer)size, 3,
                "paragraph is outside the text");
  lua_getfield(L, 3, "markers");
  if (first <= last &&
      jilu_paragraph_cut(&r->is, (size_t)first - 1, (size_t)last, next_part,
                       L) != JILU_OK)
    return luaL_error(L, "not enough memory");
  push_kept(L, r, 7, from[JILU_SPAN_QUANTITY], to[JILU_SPAN_QUANTITY]);
  lua_pushvalue(L, 5);
  push_sentences(L, r);
  lua_pushvalue(L, -3);
  return 3;
}
