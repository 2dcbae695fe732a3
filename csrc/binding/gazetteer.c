/* The class jilu.Gazetteer: a set of words that is looked for in a text. */

#include "binding/gazetteer.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

#define CLASS "jilu.Gazetteer"

typedef struct gazetteer {
  jiluL_closable use;
  jilu_gazetteer is;   /* its image is NULL where it is closed */
} gazetteer;

const jilu_gazetteer *jiluL_checkgazetteer (lua_State *L, int arg) {
  const gazetteer *g = luaL_checkudata(L, arg, CLASS);
  luaL_argcheck(L, g->is.image != NULL, arg, "gazetteer is closed");
  return &g->is;
}

const jilu_gazetteer *jiluL_usegazetteer (lua_State *L, int arg) {
  luaL_checkudata(L, arg, CLASS);
  jiluL_use(L, arg);
  return jiluL_checkgazetteer(L, arg);
}

const unsigned char *jiluL_checkpart (lua_State *L, size_t *begin,
                                      size_t *end) {
  size_t size;
  const unsigned char *s =
    (const unsigned char *)luaL_checklstring(L, 2, &size);
  lua_Integer first = luaL_optinteger(L, 3, 1);
  lua_Integer last = luaL_optinteger(L, 4, (lua_Integer)size);
  luaL_argcheck(L, first >= 1, 3, "first byte of the text is 1");
  *begin = (size_t)first - 1;
  *end = last < 0 ? 0 : (size_t)last < size ? (size_t)last : size;
  if (*end < *begin) *end = *begin;
  return s;
}

/* --- compiling ------------------------------------------------------------ */

static size_t count_words (lua_State *L, int table) {
  size_t n = 0;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    luaL_argcheck(L, lua_type(L, -2) == LUA_TSTRING, table,
                  "words are strings");
    luaL_argcheck(L, lua_isinteger(L, -1), table, "values are integers");
    n++;
    lua_pop(L, 1);
  }
  return n;
}

/* The strings stay where they are: the table holds them. */
static void read_words (lua_State *L, int table, jilu_trie_key *keys) {
  lua_pushnil(L);
  while (lua_next(L, table)) {
    lua_Integer value = lua_tointeger(L, -1);
    luaL_argcheck(L, value > 0 && value <= (lua_Integer)JILU_TRIE_VALUE_MAX,
                  table, "values are 1 to 2^27 - 1");
    keys->utf8 = lua_tolstring(L, -2, &keys->size);
    keys->value = (uint32_t)value;
    keys++;
    lua_pop(L, 1);
  }
}

static void read_tails (lua_State *L, jilu_gazetteer *g) {
  size_t size, at = 0;
  const unsigned char *s =
    (const unsigned char *)luaL_optlstring(L, 2, "", &size);
  while (at < size) {
    unsigned width;
    int ok;
    luaL_argcheck(L, g->tail_count < JILU_TAILS_MAX, 2,
                  "more than JILU_TAILS_MAX (16) characters");
    g->tails[g->tail_count++] =
      jilu_utf8_decode(s + at, size - at, &width, &ok);
    at += width;
  }
}

static jilu_gazetteer *push_gazetteer (lua_State *L) {
  gazetteer *g = lua_newuserdatauv(L, sizeof *g, 0);
  memset(g, 0, sizeof *g);
  luaL_setmetatable(L, CLASS);
  read_tails(L, &g->is);
  return &g->is;
}

/*
** gazetteer(words [, tails]) --> Gazetteer
** 'words' maps words (folded: Simplified, half width) to positive integers. A
** word with one of the characters of the string 'tails' behind it has the
** negative of its value.
*/
static int gazetteer_new (lua_State *L) {
  jilu_gazetteer *g;
  jilu_trie_key *keys;
  jilu_status status;
  size_t count, size;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  count = count_words(L, 1);
  g = push_gazetteer(L);
  keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
  read_words(L, 1, keys);
  status = jilu_trie_build(keys, count, &g->image, &size, NULL);
  if (status == JILU_OK)
    status = jilu_trie_open(g->image, size, &g->trie, NULL);
  if (status == JILU_NO_MEMORY) return luaL_error(L, "not enough memory");
  luaL_argcheck(L, status == JILU_OK, 1,
                "a word is empty, ill-formed or over 255 characters");
  lua_pop(L, 1);
  return 1;
}

static int gazetteer_close (lua_State *L) {
  gazetteer *g = luaL_checkudata(L, 1, CLASS);
  jiluL_checkunused(L, 1);
  free(g->is.image);
  g->is.image = NULL;
  return 0;
}

/* --- looking -------------------------------------------------------------- */

/* What is found before it goes into its list. */
#define FOUND_MAX 512

typedef struct found {
  lua_Integer numbers[3 * FOUND_MAX];
  lua_Integer stored;  /* numbers that are in the list */
  int count;           /* numbers that wait */
  int list;            /* index of the list; nil until there is one */
  size_t room;         /* numbers that the text brings at most, as a rule */
} found;

/* The list, made when something goes into it: as long as it has to be where
   all that is found waits, which is the rule. */
static void flush (lua_State *L, found *f, int more) {
  int k;
  if (lua_isnil(L, f->list)) {
    lua_createtable(L, more ? (int)f->room : f->count, 0);
    lua_replace(L, f->list);
  }
  for (k = 0; k < f->count; k++) {
    lua_pushinteger(L, f->numbers[k]);
    lua_rawseti(L, f->list, ++f->stored);
  }
  f->count = 0;
}

static void append (lua_State *L, found *f, size_t begin, size_t end,
                    lua_Integer value) {
  if (f->count == 3 * FOUND_MAX) flush(L, f, 1);
  f->numbers[f->count++] = (lua_Integer)begin + 1;
  f->numbers[f->count++] = (lua_Integer)end;
  f->numbers[f->count++] = value;
}

/* Ranges to leave out: a flat list of first and last bytes, in order. */
typedef struct mask {
  int index;           /* of the list; 0: there is none */
  lua_Integer at;      /* place of the range that is not passed */
  size_t begin, end;   /* that range; none is at the end of memory */
} mask;

static void next_range (lua_State *L, mask *m) {
  m->begin = m->end = (size_t)-1;
  if (m->index == 0) return;
  lua_rawgeti(L, m->index, m->at);
  lua_rawgeti(L, m->index, m->at + 1);
  if (lua_isinteger(L, -2) && lua_isinteger(L, -1)) {
    m->begin = (size_t)lua_tointeger(L, -2) - 1;
    m->end = (size_t)lua_tointeger(L, -1);
    m->at += 2;
  }
  lua_pop(L, 2);
}

static int is_masked (lua_State *L, mask *m, size_t begin) {
  while (m->end <= begin) next_range(L, m);
  return m->begin <= begin;
}

/* The value of a word that ends at 's'. */
static lua_Integer value_before (const jilu_gazetteer *g,
                                 const unsigned char *s, size_t left,
                                 uint32_t value) {
  return jilu_gazetteer_tailed(g, s, left) ? -(lua_Integer)value
                                           : (lua_Integer)value;
}

static void scan (lua_State *L, const jilu_gazetteer *g,
                  const unsigned char *s, size_t i, size_t end, mask *m,
                  found *f) {
  size_t length = 0;
  uint32_t value = 0;
  while ((i = jilu_gazetteer_next(g, s, i, end, &length, &value)) < end) {
    if (!is_masked(L, m, i))
      append(L, f, i, i + length,
             value_before(g, s + i + length, end - i - length, value));
    i += length;
  }
}

static int optional_list (lua_State *L, int arg) {
  if (lua_isnoneornil(L, arg)) return 0;
  luaL_checktype(L, arg, LUA_TTABLE);
  return arg;
}

/* Pushes what the list of what is found is to replace. Few words are shorter
   than three characters. */
static void push_list (lua_State *L, found *f, size_t bytes) {
  lua_pushnil(L);
  f->list = lua_gettop(L);
  f->room = bytes / 9 * 3;
  f->stored = 0;
  f->count = 0;
}

/*
** gazetteer:scan(text [, first [, last [, mask]]]) --> list
** The words of the text between two bytes, from left to right, each the
** longest at its place, none inside another: first, last, value, first, …
** 'mask' is a flat list of first and last bytes of ranges, in order; words
** that begin in one are left out.
*/
static int gazetteer_scan (lua_State *L) {
  size_t begin, end;
  const unsigned char *s = jiluL_checkpart(L, &begin, &end);
  mask m = { optional_list(L, 5), 1, 0, 0 };
  const jilu_gazetteer *g = jiluL_usegazetteer(L, 1);
  found f;
  push_list(L, &f, end - begin);
  scan(L, g, s, begin, end, &m, &f);
  flush(L, &f, 0);
  return 1;
}

/*
** gazetteer:find(text [, init]) --> first, last, value | nil
** The first word of the text from byte 'init' on, the longest at its place.
*/
static int gazetteer_find (lua_State *L) {
  size_t size, at, length = 0;
  uint32_t value = 0;
  const unsigned char *s =
    (const unsigned char *)luaL_checklstring(L, 2, &size);
  lua_Integer init = luaL_optinteger(L, 3, 1);
  const jilu_gazetteer *g = jiluL_checkgazetteer(L, 1);
  luaL_argcheck(L, init >= 1, 3, "first byte of the text is 1");
  at = jilu_gazetteer_next(g, s, (size_t)init - 1, size, &length, &value);
  if (at >= size) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, (lua_Integer)at + 1);
  lua_pushinteger(L, (lua_Integer)(at + length));
  lua_pushinteger(L, (lua_Integer)value);
  return 3;
}

static int gazetteer_tostring (lua_State *L) {
  const gazetteer *g = luaL_checkudata(L, 1, CLASS);
  if (g->is.image == NULL) lua_pushliteral(L, CLASS " (closed)");
  else lua_pushfstring(L, CLASS " (%d nodes)", (int)g->is.trie.unit_mask + 1);
  return 1;
}

static const luaL_Reg methods[] = {
  {"close", gazetteer_close},
  {"find", gazetteer_find},
  {"opening", jiluL_gazetteer_opening},
  {"scan", gazetteer_scan},
  {"tokens", jiluL_gazetteer_tokens},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__tostring", gazetteer_tostring},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"gazetteer", gazetteer_new},
  {NULL, NULL}
};

void jiluL_open_gazetteer (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, gazetteer_close);
  jiluL_setfuncs(L, functions);
}
