/* The class jilu.Clauses, a grammar of clauses. */

#include "binding/paragraph.h"

#include <string.h>

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
    JILU_CLAUSE_CLASSES(CLASS_NAME)
#undef CLASS_NAME
  };
  int k;
  lua_createtable(L, 0, JILU_CLAUSE_WORD_SETS);
  for (k = 0; k < (int)JILU_CLAUSE_WORD_OTHER; k++) {
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
    luaL_argcheck(L, *count < JILU_CLAUSE_WORD_SETS, 1,
                  "more than JILU_CLAUSE_WORD_SETS (64) classes");
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

/* Leaves the list of their strings, which keeps them. */
static void read_texts (lua_State *L, jiluL_grammar *g, jilu_text *texts) {
  int k, kept;
  lua_Integer count = 0;
  lua_newtable(L);
  kept = lua_gettop(L);
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
      lua_rawseti(L, kept, ++count);
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* Leaves the names of the told classes by their numbers. */
static void read_told (lua_State *L, jiluL_grammar *g, int bits, int *count) {
  lua_Integer k, n;
  push_field(L, "told", LUA_TTABLE);
  lua_newtable(L);
  n = (lua_Integer)lua_rawlen(L, -2);
  for (k = 1; k <= n; k++) {
    jilu_word_set class_;
    int bit = 0;
    lua_rawgeti(L, -2, k);
    class_ = class_of(L, bits, count);
    while (class_ >> bit != 1) bit++;
    g->told |= class_;
    lua_rawseti(L, -2, bit);
  }
  lua_remove(L, -2);
}

/*
** The grammar at the top keeps its gazetteer, at 2, which can't be closed as
** long as it lives. Of two objects that go at once Lua finalizes the younger
** one first: the grammar.
*/
static void keep_words (lua_State *L, jiluL_grammar *g) {
  g->is.words = jiluL_checkgazetteer(L, 2);
  g->kept = lua_touserdata(L, 2);
  g->kept->users++;
}

static int clauses_free (lua_State *L) {
  jiluL_grammar *g = luaL_checkudata(L, 1, JILUL_CLAUSES);
  if (g->kept != NULL) g->kept->users--;
  g->kept = NULL;
  return 0;
}

/*
** clauses(grammar) --> Clauses
** 'grammar' has 'marks', see there; 'words', a Gazetteer; 'sets', a list of the
** classes { class = true } of its values (those of a word with a tail at minus
** that); 'texts', lists of short texts by name, see JILU_CLAUSE_TEXTS;
** 'articles', the units { unit = true } that an article may
** stand before, and 'one', what it is written as; and 'told', a list of
** classes that each clause says of its words.
*/
static int clauses_new (lua_State *L) {
  jiluL_grammar *g;
  const jilu_marks *marks;
  size_t sets, texts;
  char *room;
  int bits, count = JILU_CLAUSE_WORD_OTHER;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  push_field(L, "words", LUA_TUSERDATA);
  (void)jiluL_checkgazetteer(L, 2);
  push_field(L, "sets", LUA_TTABLE);
  sets = (size_t)lua_rawlen(L, 3);
  push_field(L, "marks", LUA_TUSERDATA);
  marks = jiluL_checkmarks(L, 4);
  push_field(L, "articles", LUA_TTABLE);
  push_field(L, "one", LUA_TSTRING);
  lua_settop(L, 4);
  texts = count_texts(L);
  g = lua_newuserdatauv(L, sizeof *g + sets * sizeof(jilu_word_set) +
                             texts * sizeof(jilu_text), JILUL_GRAMMAR_VALUES);
  memset(g, 0, sizeof *g);
  room = (char *)(g + 1);
  g->is.marks = marks;
  g->is.set_count = sets;
  g->is.sets = (const jilu_word_set *)(void *)room;
  luaL_setmetatable(L, JILUL_CLAUSES);
  keep_words(L, g);
  bits = push_bits(L);
  lua_pushvalue(L, 3);
  read_sets(L, (jilu_word_set *)(void *)room, sets, bits, &count);
  lua_pop(L, 1);
  read_texts(L, g, (jilu_text *)(void *)(room + sets * sizeof(jilu_word_set)));
  lua_setiuservalue(L, 5, JILUL_GRAMMAR_TEXTS);
  read_told(L, g, bits, &count);
  lua_setiuservalue(L, 5, JILUL_GRAMMAR_TOLD);
  lua_setiuservalue(L, 5, JILUL_GRAMMAR_BITS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 5, JILUL_GRAMMAR_TABLE);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, 5, JILUL_GRAMMAR_WORDS);
  lua_pushvalue(L, 3);
  lua_setiuservalue(L, 5, JILUL_GRAMMAR_SETS);
  lua_pushvalue(L, 4);
  lua_setiuservalue(L, 5, JILUL_GRAMMAR_MARKS);
  return 1;
}

/* --- names and classes ---------------------------------------------------- */

int jiluL_pushnames (lua_State *L) {
  static const char *const texts[] = {
#define NAME_TEXT(name, text) text,
    JILUL_NAMES(NAME_TEXT)
#undef NAME_TEXT
  };
  int k;
  luaL_checkstack(L, JILUL_KEY_END + LUA_MINSTACK, NULL);
  for (k = 0; k < JILUL_KEY_END - 1; k++) lua_pushstring(L, texts[k]);
  return JILUL_KEY_END - 1;
}

static const luaL_Reg functions[] = {
  {"clauses", clauses_new},
  {NULL, NULL}
};

static const luaL_Reg none[] = {{NULL, NULL}};

static const luaL_Reg finalizer[] = {{"__gc", clauses_free}, {NULL, NULL}};

/* Adds a method whose upvalues are the names to a class. */
static void add_telling (lua_State *L, const char *class_name,
                         const char *method, lua_CFunction function) {
  luaL_getmetatable(L, class_name);
  lua_getfield(L, -1, "__index");
  lua_pushcclosure(L, function, jiluL_pushnames(L));
  lua_setfield(L, -2, method);
  lua_pop(L, 2);
}

void jiluL_open_clauses (lua_State *L) {
  jiluL_newclass(L, JILUL_CLAUSES, none, finalizer, NULL);
  jiluL_newclass(L, JILUL_READING, jiluL_questions, NULL, jiluL_closereading);
  add_telling(L, JILUL_CLAUSES, "read", jiluL_readclauses);
  add_telling(L, JILUL_READING, "clauses", jiluL_tellclauses);
  jiluL_setfuncs(L, functions);
}
