/* The class jilu.Reading: its clauses are told, and asked about. */

#include "binding/paragraph.h"

jiluL_reading *jiluL_checkreading (lua_State *L) {
  jiluL_reading *r = luaL_checkudata(L, 1, JILUL_READING);
  luaL_argcheck(L, r->open, 1, "reading is closed");
  return r;
}

int jiluL_closereading (lua_State *L) {
  jiluL_reading *r = luaL_checkudata(L, 1, JILUL_READING);
  jiluL_checkunused(L, 1);
  jilu_paragraph_free(&r->is);
  r->open = false;
  return 0;
}

/* --- clauses -------------------------------------------------------------- */

/* Where what tables of clauses need lies on the stack. */
typedef struct clause_stack {
  int bodies, told;
} clause_stack;

static clause_stack push_values (lua_State *L) {
  clause_stack at;
  at.bodies = lua_gettop(L) + 1;
  at.told = at.bodies + 1;
  lua_getiuservalue(L, 1, JILUL_READING_BODIES);
  lua_getiuservalue(L, 1, JILUL_READING_TOLD);
  return at;
}

/* Sets the told classes in a set. */
static void set_told (lua_State *L, const clause_stack *at,
                      jilu_word_set set) {
  int bit;
  for (bit = 0; set != 0; bit++, set >>= 1) {
    if (!(set & 1)) continue;
    lua_rawgeti(L, at->told, bit);
    lua_pushboolean(L, 1);
    lua_rawset(L, -3);
  }
}

static void set_doer (lua_State *L, const jiluL_reading *r,
                      const clause_stack *at, jiluL_name key,
                      const jilu_doer *d) {
  static const jiluL_name kinds[] = {
    JILUL_NONE, JILUL_KEY_BODY, JILUL_KEY_PERSON, JILUL_KEY_OURS, JILUL_KEY_SAME
  };
  if (d->kind == JILU_DOER_NONE) return;
  jiluL_pushname(L, key);
  lua_createtable(L, 0, 4);
  jiluL_setinteger(L, JILUL_KEY_I, (lua_Integer)d->begin + 1);
  jiluL_setinteger(L, JILUL_KEY_J, (lua_Integer)d->end);
  jiluL_setname(L, JILUL_KEY_KIND, kinds[d->kind]);
  if (d->body != JILU_NO_SPAN) {
    const jilu_fact_span *body = &r->is.facts[JILU_SPAN_BODY].items[d->body];
    jiluL_pushname(L, JILUL_KEY_FACT);
    lua_rawgeti(L, at->bodies,
                r->first[JILU_SPAN_BODY] + (lua_Integer)body->index);
    lua_rawset(L, -3);
  }
  lua_rawset(L, -3);
}

/*
** Room for the fields of a clause and what its reader adds (scope, date): a
** table has a power of two of them.
*/
static int room_of (const jilu_clause *c) {
  return jiluL_hasfacts(c->facts) || c->doer.kind != JILU_DOER_NONE ? 16 : 8;
}

static void push_clause (lua_State *L, const jiluL_reading *r,
                         const clause_stack *at, size_t k) {
  static const jiluL_name kinds[] = {
    JILUL_KEY_DEED, JILUL_KEY_RESULT, JILUL_KEY_CIRCUMSTANCE
  };
  const jilu_clause *c = &r->is.clauses[k];
  lua_createtable(L, 0, room_of(c));
  jiluL_setinteger(L, JILUL_KEY_NUMBER, (lua_Integer)k + 1);
  jiluL_setinteger(L, JILUL_KEY_I, (lua_Integer)c->begin + 1);
  jiluL_setinteger(L, JILUL_KEY_J, (lua_Integer)c->end);
  jiluL_setname(L, JILUL_KEY_STOP,
           c->mark <= JILU_MARK_SEGMENT ? JILUL_KEY_SEGMENT : JILUL_KEY_CLAUSE);
  jiluL_setname(L, JILUL_KEY_KIND, kinds[c->kind]);
  if (c->counted > 0)
    jiluL_setinteger(L, JILUL_KEY_QUANTITIES, (lua_Integer)c->counted);
  set_told(L, at, c->holds & r->told);
  jiluL_setfacts(L, r, c->facts);
  if (c->verb != JILU_NO_WORD)
    jiluL_setinteger(L, JILUL_KEY_VERB, (lua_Integer)c->verb + 1);
  set_doer(L, r, at, JILUL_KEY_DOER, &c->doer);
  set_doer(L, r, at, JILUL_KEY_AGENT, &c->agent);
  if (c->colon) jiluL_settrue(L, JILUL_KEY_COLON);
  if (c->behind) jiluL_settrue(L, JILUL_KEY_BEHIND);
  if (c->change) jiluL_settrue(L, JILUL_KEY_CHANGE);
  if (c->outcome) jiluL_settrue(L, JILUL_KEY_OUTCOME);
}

/*
** reading:clauses(s) --> list of the clauses of the s-th sentence
** Each has 'number'; first and last byte, i and j; 'stop', the strength of the
** mark that ends it, "," or ";" ('colon' where one is among its marks); 'kind',
** "deed", "result" or "circumstance"; 'doer', and 'agent' behind a passive:
** { i, j, kind = "body", "person", "ours" or "same", fact }; 'verb', the place
** of its verb; 'quantities', how many count something, where any does; q1 to q2,
** t1 to t2; the told classes of its words; 'change' and 'outcome'; 'behind' where
** no quantity and no time is in it or follows in its segment.
*/
int jiluL_tellclauses (lua_State *L) {
  lua_Integer s = luaL_checkinteger(L, 2);
  jiluL_reading *r;
  const jilu_clause_sentence *sentence;
  clause_stack at;
  uint32_t k;
  lua_settop(L, 1);
  (void)jiluL_checkreading(L);
  jiluL_checkunused(L, 1);   /* it grows */
  jiluL_use(L, 1);
  r = jiluL_checkreading(L);
  luaL_argcheck(L, s >= 1 && (size_t)s <= r->is.sentence_count, 2,
                "no such sentence");
  if (jilu_paragraph_sentence(&r->is, (size_t)s - 1) != JILU_OK)
    return luaL_error(L, "not enough memory");
  sentence = &r->is.sentences[s - 1];
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
static const jilu_clause *check_clause (lua_State *L, const jiluL_reading *r) {
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
  const jiluL_reading *r = jiluL_checkreading(L);
  lua_Integer k = luaL_checkinteger(L, 2);
  const jilu_clause_word *word;
  luaL_argcheck(L, k >= 1 && (size_t)k <= r->is.word_count, 2,
                "no such word");
  word = &r->is.words[k - 1];
  lua_pushinteger(L, (lua_Integer)word->begin + 1);
  lua_pushinteger(L, (lua_Integer)word->end);
  lua_getiuservalue(L, 1, JILUL_READING_SETS);
  lua_rawgeti(L, -1, word->number);
  lua_replace(L, -2);
  return 3;
}

/*
** reading:head(n) --> the first byte behind the doer of clause n, and the
** classes of the word there, if one begins there
*/
static int reading_head (lua_State *L) {
  const jiluL_reading *r = jiluL_checkreading(L);
  const jilu_clause *c = check_clause(L, r);
  lua_pushinteger(L, (lua_Integer)c->head + 1);
  if (c->leader == JILU_NO_WORD) return 1;
  lua_getiuservalue(L, 1, JILUL_READING_SETS);
  lua_rawgeti(L, -1, r->is.words[c->leader].number);
  lua_replace(L, -2);
  return 2;
}

/*
** reading:words(n) --> the places of the first and the last word of clause n;
** the last is before the first where it has none
*/
static int reading_words (lua_State *L) {
  const jilu_clause *c = check_clause(L, jiluL_checkreading(L));
  lua_pushinteger(L, (lua_Integer)c->words.begin + 1);
  lua_pushinteger(L, (lua_Integer)c->words.end);
  return 2;
}

/*
** reading:find(n, class [, k]) --> the place of the first word of clause n of a
** class, from place k on | nil
*/
static int reading_find (lua_State *L) {
  const jiluL_reading *r = jiluL_checkreading(L);
  const jilu_clause *c = check_clause(L, r);
  lua_Integer from = luaL_optinteger(L, 4, (lua_Integer)c->words.begin + 1);
  luaL_argcheck(L, from >= 1, 4, "places begin at 1");
  luaL_checktype(L, 3, LUA_TSTRING);
  lua_getiuservalue(L, 1, JILUL_READING_BITS);
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
  const jiluL_reading *r = jiluL_checkreading(L);
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
  const jiluL_reading *r = jiluL_checkreading(L);
  const jilu_clause *c = check_clause(L, r);
  const jilu_fact_spans *times = &r->is.facts[JILU_SPAN_TIME];
  lua_Integer t = luaL_checkinteger(L, 3) - r->first[JILU_SPAN_TIME];
  luaL_argcheck(L, t >= 0 && (size_t)t < times->count, 3, "no such time");
  lua_pushboolean(L, jilu_says_when(&r->is, c, &times->items[t]));
  return 1;
}

/*
** reading:leads(n, at) --> do only adverbs and prepositions of clause n stand
** before byte 'at'?
*/
static int reading_leads (lua_State *L) {
  const jiluL_reading *r = jiluL_checkreading(L);
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
  const jiluL_reading *r = jiluL_checkreading(L);
  lua_Integer at = luaL_checkinteger(L, 2);
  size_t found;
  luaL_argcheck(L, at >= 1, 2, "first byte of the text is 1");
  found = jilu_bracket_from(&r->is, (size_t)at - 1);
  if (found == r->is.size) lua_pushnil(L);
  else lua_pushinteger(L, (lua_Integer)found + 1);
  return 1;
}

const luaL_Reg jiluL_questions[] = {
  {"bracket", reading_bracket},
  {"close", jiluL_closereading},
  {"find", reading_find},
  {"head", reading_head},
  {"leads", reading_leads},
  {"says_when", reading_says_when},
  {"verb", reading_verb},
  {"word", reading_word},
  {"words", reading_words},
  {NULL, NULL}
};
