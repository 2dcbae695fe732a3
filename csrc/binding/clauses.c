/* The class jilu.Clauses: marks of punctuation that cut prose. */

#include "binding/binding.h"

#include "segment/clauses.h"
#include "unicode/utf8.h"

#define CLASS "jilu.Clauses"

/* --- marks ---------------------------------------------------------------- */

/* The next character of a string at 'at', which moves on; 0 at its end. */
static uint32_t next_character (const unsigned char *s, size_t size,
                                size_t *at) {
  unsigned width;
  int ok;
  uint32_t c;
  if (*at >= size) return 0;
  c = jilu_utf8_decode(s + *at, size - *at, &width, &ok);
  *at += width;
  return c;
}

static void read_marks (lua_State *L, jilu_marks *m, const char *field,
                        jilu_mark_kind kind) {
  size_t size, at = 0;
  const unsigned char *s;
  uint32_t c;
  luaL_argcheck(L, lua_getfield(L, 1, field) == LUA_TSTRING, 1,
                lua_pushfstring(L, "field '%s': string expected", field));
  s = (const unsigned char *)lua_tolstring(L, -1, &size);
  while ((c = next_character(s, size, &at)) != 0) {
    uint32_t closing = 0;
    if (kind == JILU_MARK_BRACKET) {
      closing = next_character(s, size, &at);
      luaL_argcheck(L, closing != 0, 1, "brackets come in pairs");
    }
    luaL_argcheck(L, jilu_marks_add(m, kind, c, closing), 1,
                  "more than JILU_MARKS_MAX (64) marks");
  }
  lua_pop(L, 1);
}

/*
** clauses(marks) --> Clauses
** 'marks' has strings of marks: 'sentence', 'segment', 'colon' and 'comma'
** cut, 'brackets' are pairs between which nothing is cut.
*/
static int clauses_new (lua_State *L) {
  jilu_marks *m;
  luaL_checktype(L, 1, LUA_TTABLE);
  m = lua_newuserdatauv(L, sizeof *m, 0);
  jilu_marks_open(m);
  luaL_setmetatable(L, CLASS);
  read_marks(L, m, "sentence", JILU_MARK_SENTENCE);
  read_marks(L, m, "segment", JILU_MARK_SEGMENT);
  read_marks(L, m, "colon", JILU_MARK_COLON);
  read_marks(L, m, "comma", JILU_MARK_COMMA);
  read_marks(L, m, "brackets", JILU_MARK_BRACKET);
  return 1;
}

const jilu_marks *jiluL_checkmarks (lua_State *L, int arg) {
  return luaL_checkudata(L, arg, CLASS);
}

/* --- cutting -------------------------------------------------------------- */

/* Indices of the lists. */
enum { PARTS = 5, CLAUSES, SENTENCES, BRACKETS };

/* Numbers that wait, so that a list is made as long as it has to be. */
#define WAITING_MAX 512

typedef struct lists {
  lua_State *L;
  int room;                            /* of a list that is made too early */
  lua_Integer stored[BRACKETS + 1];    /* numbers that are in the list */
  int waiting[BRACKETS + 1];
  lua_Integer numbers[BRACKETS + 1 - CLAUSES][WAITING_MAX];
} lists;

static void flush (lists *l, int list, int room) {
  lua_State *L = l->L;
  const lua_Integer *numbers = l->numbers[list - CLAUSES];
  int k;
  if (lua_isnil(L, list)) {
    lua_createtable(L, room, 0);
    lua_replace(L, list);
  }
  for (k = 0; k < l->waiting[list]; k++) {
    lua_pushinteger(L, numbers[k]);
    lua_rawseti(L, list, ++l->stored[list]);
  }
  l->waiting[list] = 0;
}

static void append (lists *l, int list, size_t number) {
  if (l->waiting[list] == WAITING_MAX) flush(l, list, l->room);
  l->numbers[list - CLAUSES][l->waiting[list]++] = (lua_Integer)number;
}

static void add_clause (void *to, size_t begin, size_t end,
                        jilu_mark_kind kind, int colon) {
  append(to, CLAUSES, begin + 1);
  append(to, CLAUSES, end);
  append(to, CLAUSES, (size_t)kind + 1);
  append(to, CLAUSES, colon ? 1 : 0);
}

static void add_sentence (void *to, size_t begin, size_t end, size_t part) {
  const lists *l = to;
  append(to, SENTENCES, begin + 1);
  append(to, SENTENCES, end);
  append(to, SENTENCES, part);
  append(to, SENTENCES,
         (size_t)l->stored[CLAUSES] + (size_t)l->waiting[CLAUSES]);
}

static void add_bracket (void *to, size_t begin, size_t end) {
  append(to, BRACKETS, begin + 1);
  append(to, BRACKETS, end);
}

static int next_part (void *to, size_t k, size_t *begin, size_t *end) {
  lua_State *L = ((lists *)to)->L;
  int more = 0;
  if (lua_isnoneornil(L, PARTS)) return 0;
  lua_rawgeti(L, PARTS, 2 * (lua_Integer)k + 1);
  lua_rawgeti(L, PARTS, 2 * (lua_Integer)k + 2);
  if (lua_isinteger(L, -2) && lua_isinteger(L, -1)) {
    more = 1;
    *begin = (size_t)lua_tointeger(L, -2) - 1;
    *end = (size_t)lua_tointeger(L, -1);
  }
  lua_pop(L, 2);
  return more;
}

/*
** clauses:cut(text, first, last [, parts]) --> clauses, sentences, brackets
** Three flat lists. clauses: first byte, last byte, the mark that ends it (1 of
** a sentence, 2 of a segment, 3 a colon, 4 a comma; the strongest of several),
** 1 where a colon is among its marks or 0, and so on. sentences: first, last,
** number of the range of 'parts' that it begins behind (0: none), place of the
** last number of its clauses. brackets: first, last, of what was not cut.
** 'parts' is a flat list of ranges that part sentences, in order.
*/
static int clauses_cut (lua_State *L) {
  const jilu_marks *m = luaL_checkudata(L, 1, CLASS);
  size_t size;
  int list;
  const char *text = luaL_checklstring(L, 2, &size);
  lua_Integer first = luaL_checkinteger(L, 3), last = luaL_checkinteger(L, 4);
  lists l;
  jilu_clause_sink sink;
  luaL_argcheck(L, first >= 1, 3, "first byte of the text is 1");
  luaL_argcheck(L, last <= (lua_Integer)size, 4, "position outside the text");
  if (!lua_isnoneornil(L, PARTS)) luaL_checktype(L, PARTS, LUA_TTABLE);
  lua_settop(L, BRACKETS);
  l.L = L;
  /* a clause is about twelve characters */
  l.room = last < first ? 0 : (int)((last - first) / 9);
  for (list = CLAUSES; list <= BRACKETS; list++)
    l.stored[list] = l.waiting[list] = 0;
  sink.clause = add_clause;
  sink.sentence = add_sentence;
  sink.bracket = add_bracket;
  sink.part = next_part;
  sink.to = &l;
  if (first <= last)
    jilu_clauses_cut(m, text, (size_t)first - 1, (size_t)last, &sink);
  for (list = CLAUSES; list <= BRACKETS; list++)
    flush(&l, list, l.waiting[list]);
  return 3;
}

static const luaL_Reg methods[] = {
  {"cut", clauses_cut},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"clauses", clauses_new},
  {NULL, NULL}
};

void jiluL_open_clauses (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, NULL, NULL);
  jiluL_setfuncs(L, functions);
}
