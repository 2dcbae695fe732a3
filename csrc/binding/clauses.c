/*
** The classes jilu.Clauses, a grammar of clauses, and jilu.Reading, a paragraph
** that was cut with it.
*/

#include "binding/gazetteer.h"

#include <stdlib.h>
#include <string.h>

#include "clause/clause.h"

#define CLAUSES "jilu.Clauses"
#define READING "jilu.Reading"

/* --- the grammar ------------------------------------------------------------ */

/* Uservalues of a grammar. */
enum {
  GRAMMAR_TABLE = 1,  /* what it was made of: it holds all strings */
  GRAMMAR_MARKS, GRAMMAR_WORDS,
  GRAMMAR_SETS,       /* the classes of words by their numbers */
  GRAMMAR_BITS,       /* class --> number, from 0 */
  GRAMMAR_HELD,       /* set of told classes --> table of them */
  GRAMMAR_VALUES = GRAMMAR_HELD
};

typedef struct grammar {
  jilu_clause_grammar is;
  jilu_word_set told;   /* classes that a clause tells of its words */
} grammar;

/* Pushes field 'key' of the table at 1, which has this type. */
static void push_field (lua_State *L, const char *key, int type) {
  luaL_argcheck(L, lua_getfield(L, 1, key) == type, 1,
                lua_pushfstring(L, "field '%s': %s expected", key,
                                lua_typename(L, type)));
}

/* Pushes the numbers of the classes that the grammar knows. */
static int push_bits (lua_State *L) {
  static const char *const names[] = {
#define CLASS_NAME(name, text) text,
    JILU_WORD_CLASSES(CLASS_NAME)
#undef CLASS_NAME
  };
  int k;
  lua_createtable(L, 0, JILU_WORD_SETS);
  for (k = 0; k < (int)JILU_WORD_OTHER; k++) {
    lua_pushinteger(L, k);
    lua_setfield(L, -2, names[k]);
  }
  return lua_gettop(L);
}

/* The set of the class whose name is on top of the stack. */
static jilu_word_set class_of (lua_State *L, int bits, int *count) {
  lua_Integer bit;
  luaL_argcheck(L, lua_type(L, -1) == LUA_TSTRING, 1, "classes are strings");
  lua_pushvalue(L, -1);
  if (lua_rawget(L, bits) == LUA_TNIL) {
    luaL_argcheck(L, *count < JILU_WORD_SETS, 1,
                  "more than JILU_WORD_SETS (64) classes");
    lua_pushvalue(L, -2);
    lua_pushinteger(L, *count);
    lua_rawset(L, bits);
    bit = (*count)++;
  }
  else bit = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return (jilu_word_set)1 << bit;
}

/* Reads the list of sets on top of the stack. */
static void read_sets (lua_State *L, jilu_word_set *sets, size_t n, int bits,
                       int *count) {
  size_t k;
  for (k = 0; k < n; k++) {
    sets[k] = 0;
    lua_rawgeti(L, -1, (lua_Integer)k + 1);
    luaL_argcheck(L, lua_istable(L, -1), 1, "sets are tables");
    for (lua_pushnil(L); lua_next(L, -2); ) {
      lua_pop(L, 1);
      sets[k] |= class_of(L, bits, count);
    }
    lua_pop(L, 1);
    sets[k] = jilu_word_set_complete(sets[k], false);
  }
}

/* The names of the lists of texts. */
static const char *const text_names[] = {
#define TEXT_NAME(name, text) text,
  JILU_CLAUSE_TEXTS(TEXT_NAME)
#undef TEXT_NAME
};

static size_t count_texts (lua_State *L) {
  size_t n = 0;
  int k;
  push_field(L, "texts", LUA_TTABLE);
  for (k = 0; k < JILU_TEXT_SETS; k++) {
    luaL_argcheck(L, lua_getfield(L, -1, text_names[k]) == LUA_TTABLE, 1,
                  lua_pushfstring(L, "texts '%s': list expected",
                                  text_names[k]));
    n += (size_t)lua_rawlen(L, -1);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return n;
}

static void read_texts (lua_State *L, grammar *g, jilu_text *texts) {
  int k;
  push_field(L, "texts", LUA_TTABLE);
  for (k = 0; k < JILU_TEXT_SETS; k++) {
    size_t n, i;
    lua_getfield(L, -1, text_names[k]);
    n = (size_t)lua_rawlen(L, -1);
    g->is.texts[k].items = texts;
    g->is.texts[k].count = n;
    for (i = 0; i < n; i++, texts++) {
      luaL_argcheck(L, lua_rawgeti(L, -1, (lua_Integer)i + 1) == LUA_TSTRING,
                    1, "texts are strings");
      texts->bytes = lua_tolstring(L, -1, &texts->size);
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void read_told (lua_State *L, grammar *g, int bits, int *count) {
  lua_Integer k, n;
  push_field(L, "told", LUA_TTABLE);
  n = (lua_Integer)lua_rawlen(L, -1);
  for (k = 1; k <= n; k++) {
    lua_rawgeti(L, -1, k);
    g->told |= class_of(L, bits, count);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/*
** clauses(grammar) --> Clauses
** 'grammar' has 'marks', see there; 'words', a Gazetteer; 'sets', a list of the classes { class = true } of its values (those of a word
** with a tail at minus that); 'texts', lists of short texts by name, see
** JILU_CLAUSE_TEXTS; 'articles', the units { unit = true } that an article may
** stand before, and 'one', what it is written as; and 'told', a list of
** classes that each clause says of its words.
*/
static int clauses_new (lua_State *L) {
  grammar *g;
  const jilu_gazetteer *words;
  const jilu_marks *marks;
  size_t sets, texts;
  char *room;
  int bits, count = JILU_WORD_OTHER;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  push_field(L, "words", LUA_TUSERDATA);
  words = jiluL_checkgazetteer(L, 2);
  push_field(L, "sets", LUA_TTABLE);
  sets = (size_t)lua_rawlen(L, 3);
  push_field(L, "marks", LUA_TUSERDATA);
  marks = jiluL_checkmarks(L, 4);
  push_field(L, "articles", LUA_TTABLE);
  push_field(L, "one", LUA_TSTRING);
  lua_settop(L, 4);
  texts = count_texts(L);
  g = lua_newuserdatauv(L, sizeof *g + sets * sizeof(jilu_word_set) +
                             texts * sizeof(jilu_text), GRAMMAR_VALUES);
  memset(g, 0, sizeof *g);
  room = (char *)(g + 1);
  g->is.marks = marks;
  g->is.words = words;
  g->is.set_count = sets;
  g->is.sets = (const jilu_word_set *)(void *)room;
  luaL_setmetatable(L, CLAUSES);
  bits = push_bits(L);
  lua_pushvalue(L, 3);
  read_sets(L, (jilu_word_set *)(void *)room, sets, bits, &count);
  lua_pop(L, 1);
  read_texts(L, g, (jilu_text *)(void *)(room + sets * sizeof(jilu_word_set)));
  read_told(L, g, bits, &count);
  lua_setiuservalue(L, 5, GRAMMAR_BITS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 5, GRAMMAR_TABLE);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 5, GRAMMAR_WORDS);
  lua_pushvalue(L, 3);
  lua_setiuservalue(L, 5, GRAMMAR_SETS);
  lua_pushvalue(L, 4);
  lua_setiuservalue(L, 5, GRAMMAR_MARKS);
  lua_newtable(L);
  lua_setiuservalue(L, 5, GRAMMAR_HELD);
  return 1;
}

/* --- a paragraph ------------------------------------------------------------- */

/* Uservalues of a reading. */
enum {
  READING_GRAMMAR = 1,
  READING_TEXT,
  READING_BODIES,     /* the list of them */
  READING_SETS, READING_HELD, READING_BITS,  /* of the grammar */
  READING_VALUES = READING_BITS
};

typedef struct reading {
  jilu_reading is;
  jilu_word_set told;
  lua_Integer first[JILU_PLACE_KINDS];  /* index of the first fact of a kind */
  bool open;
} reading;

static reading *check_reading (lua_State *L) {
  reading *r = luaL_checkudata(L, 1, READING);
  luaL_argcheck(L, r->open, 1, "reading is closed");
  return r;
}

static int reading_close (lua_State *L) {
  reading *r = luaL_checkudata(L, 1, READING);
  jilu_reading_free(&r->is);
  r->open = false;
  return 0;
}

/* --- what is told of it ------------------------------------------------------- */

/*
** The fields of sentences, clauses and facts, and the strings that are their
** values: upvalues of the functions that tell them, so that none is made anew
** for each.
*/
#define NAMES(NAME) \
  NAME(FOLDED_FIRST, "folded_first") NAME(FOLDED_LAST, "folded_last") \
  NAME(INDEX, "index") NAME(NAMED, "named") NAME(ITEM, "item") \
  NAME(Q1, "q1") NAME(Q2, "q2") NAME(T1, "t1") NAME(T2, "t2") \
  NAME(NUMBER, "number") NAME(I, "i") NAME(J, "j") NAME(STOP, "stop") \
  NAME(KIND, "kind") NAME(HEAD, "head") NAME(QUANTITIES, "quantities") \
  NAME(HOLDS, "holds") NAME(VERB, "verb") NAME(LEADER, "leader") \
  NAME(DOER, "doer") NAME(AGENT, "agent") NAME(FACT, "fact") \
  NAME(COLON, "colon") NAME(BEHIND, "behind") NAME(CHANGE, "change") \
  NAME(OUTCOME, "outcome") NAME(SEGMENT, ";") NAME(CLAUSE, ",") \
  NAME(DEED, "deed") NAME(RESULT, "result") \
  NAME(CIRCUMSTANCE, "circumstance") NAME(BODY, "body") \
  NAME(PERSON, "person") NAME(OURS, "ours") NAME(SAME, "same")

typedef enum name {
  NAME_NONE,
#define NAME(name, text) NAME_##name,
  NAMES(NAME)
#undef NAME
  NAME_END
} name;

/* Pushes the names; returns how many they are. */
static int push_names (lua_State *L) {
  static const char *const texts[] = {
#define NAME(name, text) text,
    NAMES(NAME)
#undef NAME
  };
  int k;
  luaL_checkstack(L, NAME_END + LUA_MINSTACK, NULL);
  for (k = 0; k < NAME_END - 1; k++) lua_pushstring(L, texts[k]);
  return NAME_END - 1;
}

static void push_name (lua_State *L, name key) {
  lua_pushvalue(L, lua_upvalueindex((int)key));
}

static void set_integer (lua_State *L, name key, lua_Integer value) {
  push_name(L, key);
  lua_pushinteger(L, value);
  lua_rawset(L, -3);
}

static void set_true (lua_State *L, name key) {
  push_name(L, key);
  lua_pushboolean(L, 1);
  lua_rawset(L, -3);
}

static void set_name (lua_State *L, name key, name value) {
  push_name(L, key);
  push_name(L, value);
  lua_rawset(L, -3);
}

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
static lua_Integer position_of (lua_State *L, name key, const char *text) {
  push_name(L, key);
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
static bool is_article (lua_State *L, const jilu_reading *r,
                        const jilu_place *place, int made_of) {
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

static uint32_t flags_of (lua_State *L, const jilu_reading *r,
                          jilu_place_kind kind, const jilu_place *place,
                          int made_of) {
  switch (kind) {
    case JILU_PLACE_QUANTITY:
      return is_article(L, r, place, made_of) ? JILU_PLACE_ARTICLE : 0;
    case JILU_PLACE_BODY:
      return has_string(L, "type", "place") ? JILU_PLACE_REGION : 0;
    case JILU_PLACE_CHANGE:
      return has_field(L, "from") && has_field(L, "to") ? JILU_PLACE_FROM_TO
                                                        : 0;
    default: return 0;
  }
}

/* The indices, in the table at 3, of the first and last fact of a kind. */
static void facts_range (lua_State *L, const char *first, const char *last,
                         lua_Integer *from, lua_Integer *to) {
  lua_getfield(L, 3, first);
  *from = luaL_optinteger(L, -1, 1);
  lua_getfield(L, 3, last);
  *to = luaL_optinteger(L, -1, 0);
  lua_pop(L, 2);
}

/* Reads facts from..to of the list on top of the stack. */
static void read_places (lua_State *L, reading *r, jilu_place_kind kind,
                         lua_Integer from, lua_Integer to, int made_of) {
  jilu_places *places = &r->is.facts[kind];
  lua_Integer k;
  r->first[kind] = from;
  if (to < from) return;
  places->items = malloc((size_t)(to - from + 1) * sizeof *places->items);
  if (places->items == NULL) luaL_error(L, "not enough memory");
  for (k = from; k <= to; k++) {
    jilu_place *place = &places->items[places->count];
    lua_Integer first, last;
    lua_rawgeti(L, -1, k);
    luaL_argcheck(L, lua_istable(L, -1), 4, "facts are tables");
    first = position_of(L, NAME_FOLDED_FIRST, "folded_first");
    last = position_of(L, NAME_FOLDED_LAST, "folded_last");
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

/* Sets the indices of the first and last fact of a range; nothing for none. */
static void set_range (lua_State *L, name first, name last,
                       jilu_range range, lua_Integer base) {
  if (range.begin == range.end) return;
  set_integer(L, first, base + (lua_Integer)range.begin);
  set_integer(L, last, base + (lua_Integer)range.end - 1);
}

/* Of a sentence or a clause. */
static void set_facts (lua_State *L, const reading *r,
                       const jilu_range *facts) {
  set_range(L, NAME_Q1, NAME_Q2, facts[JILU_PLACE_QUANTITY],
            r->first[JILU_PLACE_QUANTITY]);
  set_range(L, NAME_T1, NAME_T2, facts[JILU_PLACE_TIME], r->first[JILU_PLACE_TIME]);
}

/*
** The fields of a sentence; room is for those that its reader adds (topic,
** lead, without).
*/
static void push_sentence (lua_State *L, const reading *r, size_t k) {
  const jilu_clause_sentence *s = &r->is.sentences[k];
  lua_createtable(L, 0, 8);
  set_integer(L, NAME_INDEX, (lua_Integer)k + 1);
  set_facts(L, r, s->facts);
  if (s->facts[JILU_PLACE_BODY].begin < s->facts[JILU_PLACE_BODY].end)
    set_true(L, NAME_NAMED);
  if (s->item) set_true(L, NAME_ITEM);
}

static void push_sentences (lua_State *L, const reading *r) {
  size_t k;
  lua_createtable(L, (int)r->is.sentence_count, 0);
  for (k = 0; k < r->is.sentence_count; k++) {
    push_sentence(L, r, k);
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
}

/* Pushes the list at 'list' without the quantities that were taken out. */
static void push_kept (lua_State *L, reading *r, int list, lua_Integer from,
                       lua_Integer to) {
  const jilu_places *places = &r->is.facts[JILU_PLACE_QUANTITY];
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
  r->first[JILU_PLACE_QUANTITY] = 1;
}

static reading *push_reading (lua_State *L, const grammar *g) {
  reading *r = lua_newuserdatauv(L, sizeof *r, READING_VALUES);
  int k;
  memset(r, 0, sizeof *r);
  r->is.grammar = &g->is;
  r->told = g->told;
  r->open = true;
  luaL_setmetatable(L, READING);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, READING_GRAMMAR);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, -2, READING_TEXT);
  for (k = 0; k < 3; k++) {
    static const int from[] = {GRAMMAR_SETS, GRAMMAR_HELD, GRAMMAR_BITS};
    lua_getiuservalue(L, 1, from[k]);
    lua_setiuservalue(L, -2, READING_SETS + k);
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
static int clauses_read (lua_State *L) {
  static const struct {
    const char *list, *first, *last;
  } kinds[] = {
    {"quantity", "q1", "q2"}, {"time", "t1", "t2"},
    {"organization", "o1", "o2"}, {"change", "c1", "c2"}
  };
  const grammar *g = luaL_checkudata(L, 1, CLAUSES);
  size_t size;
  const char *text = luaL_checklstring(L, 2, &size);
  lua_Integer first, last, from[JILU_PLACE_KINDS], to[JILU_PLACE_KINDS];
  reading *r;
  int k;
  luaL_checktype(L, 3, LUA_TTABLE);
  luaL_checktype(L, 4, LUA_TTABLE);
  luaL_argcheck(L, size < UINT32_MAX, 2, "text is too large");
  lua_settop(L, 4);
  r = push_reading(L, g);                                              /* 5 */
  lua_getiuservalue(L, 1, GRAMMAR_TABLE);                              /* 6 */
  r->is.text = (const unsigned char *)text;
  r->is.size = size;
  for (k = 0; k < JILU_PLACE_KINDS; k++) {
    luaL_argcheck(L, lua_getfield(L, 4, kinds[k].list) == LUA_TTABLE, 4,
                  "lists of facts expected");                    /* 7 to 10 */
    facts_range(L, kinds[k].first, kinds[k].last, &from[k], &to[k]);
    read_places(L, r, (jilu_place_kind)k, from[k], to[k], 6);
  }
  lua_pushvalue(L, 7 + JILU_PLACE_BODY);
  lua_setiuservalue(L, 5, READING_BODIES);
  lua_getfield(L, 3, "spaced");
  r->is.spaced = lua_toboolean(L, -1) != 0;
  lua_pushvalue(L, 3);
  first = integer_field(L, "first");
  last = integer_field(L, "last");
  luaL_argcheck(L, first >= 1 && last <= (lua_Integer)size, 3,
                "paragraph is outside the text");
  lua_getfield(L, 3, "markers");
  if (first <= last &&
      jilu_reading_cut(&r->is, (size_t)first - 1, (size_t)last, next_part,
                       L) != JILU_OK)
    return luaL_error(L, "not enough memory");
  push_kept(L, r, 7, from[JILU_PLACE_QUANTITY], to[JILU_PLACE_QUANTITY]);
  lua_pushvalue(L, 5);
  push_sentences(L, r);
  lua_pushvalue(L, -3);
  return 3;
}

/* --- clauses ------------------------------------------------------------------ */

/* Where what tables of clauses need lies on the stack. */
typedef struct clause_stack {
  int bodies, sets, held, bits;
} clause_stack;

static clause_stack push_values (lua_State *L) {
  clause_stack at;
  at.bodies = lua_gettop(L) + 1;
  at.sets = at.bodies + 1;
  at.held = at.sets + 1;
  at.bits = at.held + 1;
  lua_getiuservalue(L, 1, READING_BODIES);
  lua_getiuservalue(L, 1, READING_SETS);
  lua_getiuservalue(L, 1, READING_HELD);
  lua_getiuservalue(L, 1, READING_BITS);
  return at;
}

/* Pushes the table of the told classes in a set, made once for each set. */
static void push_held (lua_State *L, const reading *r, const clause_stack *at,
                       jilu_word_set set) {
  set &= r->told;
  if (lua_rawgeti(L, at->held, (lua_Integer)set) != LUA_TNIL) return;
  lua_pop(L, 1);
  lua_newtable(L);
  for (lua_pushnil(L); lua_next(L, at->bits); lua_pop(L, 1)) {
    if ((set >> lua_tointeger(L, -1) & 1) == 0) continue;
    lua_pushvalue(L, -2);
    lua_pushboolean(L, 1);
    lua_rawset(L, -5);
  }
  lua_pushvalue(L, -1);
  lua_rawseti(L, at->held, (lua_Integer)set);
}

static void set_doer (lua_State *L, const reading *r, const clause_stack *at,
                      name key, const jilu_doer *d) {
  static const name kinds[] = {
    NAME_NONE, NAME_BODY, NAME_PERSON, NAME_OURS, NAME_SAME
  };
  if (d->kind == JILU_DOER_NONE) return;
  push_name(L, key);
  lua_createtable(L, 0, 4);
  set_integer(L, NAME_I, (lua_Integer)d->begin + 1);
  set_integer(L, NAME_J, (lua_Integer)d->end);
  set_name(L, NAME_KIND, kinds[d->kind]);
  if (d->body != JILU_NO_PLACE) {
    const jilu_place *body = &r->is.facts[JILU_PLACE_BODY].items[d->body];
    push_name(L, NAME_FACT);
    lua_rawgeti(L, at->bodies,
                r->first[JILU_PLACE_BODY] + (lua_Integer)body->index);
    lua_rawset(L, -3);
  }
  lua_rawset(L, -3);
}

/* A table of sixteen fields has room for the times that its reader adds. */
static void push_clause (lua_State *L, const reading *r,
                         const clause_stack *at, size_t k) {
  static const name kinds[] = {NAME_DEED, NAME_RESULT, NAME_CIRCUMSTANCE};
  const jilu_clause *c = &r->is.clauses[k];
  lua_createtable(L, 0, 16);
  set_integer(L, NAME_NUMBER, (lua_Integer)k + 1);
  set_integer(L, NAME_I, (lua_Integer)c->begin + 1);
  set_integer(L, NAME_J, (lua_Integer)c->end);
  set_name(L, NAME_STOP,
           c->mark <= JILU_MARK_SEGMENT ? NAME_SEGMENT : NAME_CLAUSE);
  set_name(L, NAME_KIND, kinds[c->kind]);
  set_integer(L, NAME_HEAD, (lua_Integer)c->head + 1);
  set_integer(L, NAME_QUANTITIES, (lua_Integer)c->counted);
  push_name(L, NAME_HOLDS);
  push_held(L, r, at, c->holds);
  lua_rawset(L, -3);
  set_facts(L, r, c->facts);
  if (c->verb != JILU_NO_WORD)
    set_integer(L, NAME_VERB, (lua_Integer)c->verb + 1);
  if (c->leader != JILU_NO_WORD) {
    push_name(L, NAME_LEADER);
    lua_rawgeti(L, at->sets, r->is.words[c->leader].number);
    lua_rawset(L, -3);
  }
  set_doer(L, r, at, NAME_DOER, &c->doer);
  set_doer(L, r, at, NAME_AGENT, &c->agent);
  if (c->colon) set_true(L, NAME_COLON);
  if (c->behind) set_true(L, NAME_BEHIND);
  if (c->change) set_true(L, NAME_CHANGE);
  if (c->outcome) set_true(L, NAME_OUTCOME);
}

/*
** reading:clauses(s) --> list of the clauses of the s-th sentence
** Each has 'number'; first and last byte, i and j; 'stop', the strength of the
** mark that ends it, "," or ";" ('colon' where one is among its marks); 'kind',
** "deed", "result" or "circumstance"; 'doer', and 'agent' behind a passive: { i,
** j, kind = "body", "person", "ours" or "same", fact }; 'head', the first byte
** behind the doer; 'leader', the classes of the word there; 'verb', the place
** of its verb; 'quantities', how many count something; q1 to q2, t1 to t2;
** 'holds', the told classes of its words; 'change' and 'outcome'; 'behind'
** where no quantity and no time is in it or follows in its segment.
*/
static int reading_clauses (lua_State *L) {
  reading *r = check_reading(L);
  lua_Integer s = luaL_checkinteger(L, 2);
  const jilu_clause_sentence *sentence;
  clause_stack at;
  uint32_t k;
  luaL_argcheck(L, s >= 1 && (size_t)s <= r->is.sentence_count, 2,
                "no such sentence");
  if (jilu_reading_sentence(&r->is, (size_t)s - 1) != JILU_OK)
    return luaL_error(L, "not enough memory");
  sentence = &r->is.sentences[s - 1];
  lua_settop(L, 1);
  at = push_values(L);
  lua_createtable(L, (int)(sentence->clauses.end - sentence->clauses.begin),
                  1);
  for (k = sentence->clauses.begin; k < sentence->clauses.end; k++) {
    push_clause(L, r, &at, k);
    lua_rawseti(L, -2, (lua_Integer)(k - sentence->clauses.begin) + 1);
  }
  return 1;
}

/* The clause whose number is argument 2; its sentence was read. */
static const jilu_clause *check_clause (lua_State *L, const reading *r) {
  lua_Integer n = luaL_checkinteger(L, 2);
  luaL_argcheck(L, n >= 1 && (size_t)n <= r->is.clause_count, 2,
                "no such clause");
  return &r->is.clauses[n - 1];
}

static int push_place (lua_State *L, uint32_t k) {
  if (k == JILU_NO_WORD) lua_pushnil(L);
  else lua_pushinteger(L, (lua_Integer)k + 1);
  return 1;
}

/* reading:word(k) --> first byte, last byte, { class = true } */
static int reading_word (lua_State *L) {
  const reading *r = check_reading(L);
  lua_Integer k = luaL_checkinteger(L, 2);
  const jilu_clause_word *word;
  luaL_argcheck(L, k >= 1 && (size_t)k <= r->is.word_count, 2,
                "no such word");
  word = &r->is.words[k - 1];
  lua_pushinteger(L, (lua_Integer)word->begin + 1);
  lua_pushinteger(L, (lua_Integer)word->end);
  lua_getiuservalue(L, 1, READING_SETS);
  lua_rawgeti(L, -1, word->number);
  lua_replace(L, -2);
  return 3;
}

/*
** reading:words(n) --> the places of the first and the last word of clause n;
** the last is before the first where it has none
*/
static int reading_words (lua_State *L) {
  const jilu_clause *c = check_clause(L, check_reading(L));
  lua_pushinteger(L, (lua_Integer)c->words.begin + 1);
  lua_pushinteger(L, (lua_Integer)c->words.end);
  return 2;
}

/*
** reading:find(n, class [, k]) --> the place of the first word of clause n of a
** class, from place k on | nil
*/
static int reading_find (lua_State *L) {
  const reading *r = check_reading(L);
  const jilu_clause *c = check_clause(L, r);
  lua_Integer from = luaL_optinteger(L, 4, (lua_Integer)c->words.begin + 1);
  luaL_argcheck(L, from >= 1, 4, "places begin at 1");
  luaL_checktype(L, 3, LUA_TSTRING);
  lua_getiuservalue(L, 1, READING_BITS);
  lua_pushvalue(L, 3);
  if (lua_rawget(L, -2) == LUA_TNIL)
    return luaL_argerror(L, 3, "unknown class");
  return push_place(L, jilu_word_of(&r->is, c,
                                    (jilu_word_set)1 << lua_tointeger(L, -1),
                                    (uint32_t)from - 1));
}

/*
** reading:verb(n, at) --> the place of the first verb of clause n from byte
** 'at' on that states a deed | nil
*/
static int reading_verb (lua_State *L) {
  const reading *r = check_reading(L);
  const jilu_clause *c = check_clause(L, r);
  lua_Integer at = luaL_checkinteger(L, 3);
  luaL_argcheck(L, at >= 1, 3, "first byte of the text is 1");
  return push_place(L, jilu_verb_from(&r->is, c,
                                      jilu_word_from(&r->is, c, (size_t)at - 1,
                                                     c->words.begin)));
}

/*
** reading:says_when(n, t) --> does the t-th time, which stands in clause n, say
** when the deed was done?
*/
static int reading_says_when (lua_State *L) {
  const reading *r = check_reading(L);
  const jilu_clause *c = check_clause(L, r);
  const jilu_places *times = &r->is.facts[JILU_PLACE_TIME];
  lua_Integer t = luaL_checkinteger(L, 3) - r->first[JILU_PLACE_TIME];
  luaL_argcheck(L, t >= 0 && (size_t)t < times->count, 3, "no such time");
  lua_pushboolean(L, jilu_says_when(&r->is, c, &times->items[t]));
  return 1;
}

/* reading:leads(n, at) --> do only adverbs and prepositions stand before 'at'? */
static int reading_leads (lua_State *L) {
  const reading *r = check_reading(L);
  const jilu_clause *c = check_clause(L, r);
  lua_Integer at = luaL_checkinteger(L, 3);
  luaL_argcheck(L, at >= 1, 3, "first byte of the text is 1");
  lua_pushboolean(L, jilu_leads(&r->is, c, (size_t)at - 1));
  return 1;
}

/*
** reading:bracket(at) --> the first byte of the first bracket from byte 'at' on
** between which nothing is cut | nil
*/
static int reading_bracket (lua_State *L) {
  const reading *r = check_reading(L);
  lua_Integer at = luaL_checkinteger(L, 2);
  size_t found;
  luaL_argcheck(L, at >= 1, 2, "first byte of the text is 1");
  found = jilu_bracket_from(&r->is, (size_t)at - 1);
  if (found == r->is.size) lua_pushnil(L);
  else lua_pushinteger(L, (lua_Integer)found + 1);
  return 1;
}

/* The functions that tell sentences and clauses: their upvalues are names. */
static const luaL_Reg telling_grammar[] = {
  {"read", clauses_read},
  {NULL, NULL}
};

static const luaL_Reg telling_reading[] = {
  {"clauses", reading_clauses},
  {NULL, NULL}
};

static const luaL_Reg reading_methods[] = {
  {"bracket", reading_bracket},
  {"close", reading_close},
  {"find", reading_find},
  {"leads", reading_leads},
  {"says_when", reading_says_when},
  {"verb", reading_verb},
  {"word", reading_word},
  {"words", reading_words},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"clauses", clauses_new},
  {NULL, NULL}
};

static const luaL_Reg none[] = {{NULL, NULL}};

/* Adds methods whose upvalues are the names to a class. */
static void add_telling (lua_State *L, const char *class_name,
                         const luaL_Reg *methods) {
  luaL_getmetatable(L, class_name);
  lua_getfield(L, -1, "__index");
  luaL_setfuncs(L, methods, push_names(L));
  lua_pop(L, 2);
}

void jiluL_open_clauses (lua_State *L) {
  jiluL_newclass(L, CLAUSES, none, NULL, NULL);
  jiluL_newclass(L, READING, reading_methods, NULL, reading_close);
  add_telling(L, CLAUSES, telling_grammar);
  add_telling(L, READING, telling_reading);
  jiluL_setfuncs(L, functions);
}
