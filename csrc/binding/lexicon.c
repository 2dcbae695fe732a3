/* The classes jilu.Lexicon and jilu.LexiconBuilder. */

#include "binding/binding.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jilu.h"

#define CLASS "jilu.Lexicon"
#define WORDS "jilu.LexiconWords"
#define BUILDER "jilu.LexiconBuilder"

/* A pointer that __gc frees, made before what it will point to. */
static void **new_box (lua_State *L, const char *class, int values) {
  void **box = lua_newuserdatauv(L, sizeof *box, values);
  *box = NULL;
  luaL_setmetatable(L, class);
  return box;
}

static void check_memory (lua_State *L, jilu_status status) {
  if (status == JILU_NO_MEMORY) luaL_error(L, "not enough memory");
}

/* --- the lexicon --------------------------------------------------------- */

static jilu_lexicon *check_lexicon (lua_State *L, int arg) {
  jilu_lexicon **box = luaL_checkudata(L, arg, CLASS);
  luaL_argcheck(L, *box != NULL, arg, "lexicon is closed");
  return *box;
}

/*
** lexicon_open(path) --> Lexicon | nil, message
*/
static int lexicon_open (lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  void **box = new_box(L, CLASS, 0);
  jilu_lexicon *x;
  jilu_status status = jilu_lexicon_open(path, &x);
  *box = x;
  if (status == JILU_OK) return 1;
  check_memory(L, status);
  lua_pushnil(L);
  if (status == JILU_IO)
    lua_pushfstring(L, "%s: %s", path, strerror(errno));
  else
    lua_pushfstring(L, "%s: not a lexicon of this version, or damaged", path);
  return 2;
}

static int lexicon_close (lua_State *L) {
  jilu_lexicon **box = luaL_checkudata(L, 1, CLASS);
  jilu_lexicon_close(*box);
  *box = NULL;
  return 0;
}

static void set_integer (lua_State *L, const char *key, size_t value) {
  lua_pushinteger(L, (lua_Integer)value);
  lua_setfield(L, -2, key);
}

/*
** lexicon:info() --> { words =, pairs =, size = bytes, intact =, notes = }
** 'intact': the whole file was read and its checksum is right.
*/
static int lexicon_info (lua_State *L) {
  jilu_lexicon *x = check_lexicon(L, 1);
  size_t words, pairs, bytes, size;
  const char *notes = jilu_lexicon_notes(x, &size);
  jilu_lexicon_sizes(x, &words, &pairs, &bytes);
  lua_createtable(L, 0, 5);
  set_integer(L, "words", words);
  set_integer(L, "pairs", pairs);
  set_integer(L, "size", bytes);
  lua_pushboolean(L, jilu_lexicon_intact(x));
  lua_setfield(L, -2, "intact");
  lua_pushlstring(L, notes, size);
  lua_setfield(L, -2, "notes");
  return 1;
}

/* #lexicon --> words in it */
static int lexicon_len (lua_State *L) {
  size_t words, pairs, bytes;
  jilu_lexicon_sizes(check_lexicon(L, 1), &words, &pairs, &bytes);
  lua_pushinteger(L, (lua_Integer)words);
  return 1;
}

static int lexicon_tostring (lua_State *L) {
  jilu_lexicon **box = luaL_checkudata(L, 1, CLASS);
  size_t words, pairs, bytes;
  if (*box == NULL) {
    lua_pushliteral(L, CLASS ": closed");
    return 1;
  }
  jilu_lexicon_sizes(*box, &words, &pairs, &bytes);
  lua_pushfstring(L, CLASS ": %d words, %d pairs", (int)words, (int)pairs);
  return 1;
}

/* --- words --------------------------------------------------------------- */

static int words_close (lua_State *L) {
  jilu_words **box = luaL_checkudata(L, 1, WORDS);
  jilu_words_free(*box);
  *box = NULL;
  return 0;
}

/* The iterator; upvalues: the state, whether tags are wanted. */
static int words_step (lua_State *L) {
  jilu_words **box = lua_touserdata(L, lua_upvalueindex(1));
  jilu_token w;
  if (*box == NULL) return 0;
  if (!jilu_words_next(*box, &w)) {
    jilu_words_free(*box);
    *box = NULL;
    return 0;
  }
  lua_pushinteger(L, (lua_Integer)w.begin + 1);
  lua_pushinteger(L, (lua_Integer)w.end);
  if (!lua_toboolean(L, lua_upvalueindex(2))) return 2;
  lua_pushstring(L, w.tag);
  return 3;
}

/* What the table of options says; raises where it says something else. */
static unsigned check_options (lua_State *L, int arg, int *tags) {
  unsigned flags = 0;
  *tags = 0;
  if (lua_isnoneornil(L, arg)) return 0;
  luaL_checktype(L, arg, LUA_TTABLE);
  lua_pushnil(L);
  while (lua_next(L, arg)) {
    const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
                                                     : "?";
    int on = lua_toboolean(L, -1);
    if (strcmp(key, "tags") == 0) *tags = on;
    else if (strcmp(key, "fine") == 0) flags |= on ? JILU_WORDS_FINE : 0;
    else if (strcmp(key, "units") == 0) flags |= on ? JILU_WORDS_UNITS : 0;
    else if (strcmp(key, "mode") == 0) {
      const char *mode = lua_tostring(L, -1);
      luaL_argcheck(L, mode != NULL && (strcmp(mode, "fast") == 0 ||
                    strcmp(mode, "accurate") == 0), arg,
                    "option 'mode' is \"accurate\" or \"fast\"");
      if (mode[0] == 'f') flags |= JILU_WORDS_FAST;
    }
    else
      luaL_argerror(L, arg, lua_pushfstring(L, "unknown option '%s'; known: "
                    "fine, mode, tags, units", key));
    lua_pop(L, 1);
  }
  return flags;
}

static void **new_words (lua_State *L, unsigned flags) {
  jilu_lexicon *x = check_lexicon(L, 1);
  size_t size;
  const char *text = luaL_checklstring(L, 2, &size);
  void **box = new_box(L, WORDS, 2);
  jilu_words *w;
  jilu_status status;
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, -2, 2);
  status = jilu_words_new(x, text, size, flags, &w);
  *box = w;
  check_memory(L, status);
  if (status != JILU_OK)
    luaL_error(L, "text of %d MB is over the limit JILU_VIEW_MAX (%d MB)",
               (int)(size >> 20), (int)(JILU_VIEW_MAX >> 20));
  return box;
}

/*
** lexicon:words(text [, options]) --> iterator of first, last [, tag]
*/
static int lexicon_words (lua_State *L) {
  int tags;
  unsigned flags = check_options(L, 3, &tags);
  new_words(L, flags);
  lua_pushboolean(L, tags);
  lua_pushcclosure(L, words_step, 2);
  return 1;
}

/* lexicon:count(text [, options]) --> how many words */
static int lexicon_count (lua_State *L) {
  int tags;
  unsigned flags = check_options(L, 3, &tags);
  jilu_words **box = (jilu_words **)new_words(L, flags);
  lua_Integer n = 0;
  jilu_token w;
  while (jilu_words_next(*box, &w)) n++;
  jilu_words_free(*box);
  *box = NULL;
  lua_pushinteger(L, n);
  return 1;
}

/* --- the builder --------------------------------------------------------- */

static jilu_lexicon_builder *check_builder (lua_State *L) {
  jilu_lexicon_builder **box = luaL_checkudata(L, 1, BUILDER);
  luaL_argcheck(L, *box != NULL, 1, "builder is closed");
  return *box;
}

static int builder_new (lua_State *L) {
  void **box = new_box(L, BUILDER, 0);
  *box = jilu_builder_new();
  if (*box == NULL) return luaL_error(L, "not enough memory");
  return 1;
}

static int builder_close (lua_State *L) {
  jilu_lexicon_builder **box = luaL_checkudata(L, 1, BUILDER);
  jilu_builder_free(*box);
  *box = NULL;
  return 0;
}

/* builder:source(): what comes now is from another source */
static int builder_source (lua_State *L) {
  jilu_builder_source(check_builder(L));
  return 0;
}

/* builder:add(word, count [, tag [, class]]) --> true | nil, message */
static int builder_add (lua_State *L) {
  jilu_lexicon_builder *b = check_builder(L);
  size_t size;
  const char *word = luaL_checklstring(L, 2, &size);
  double count = luaL_checknumber(L, 3);
  const char *tag = luaL_optstring(L, 4, NULL);
  const char *class = luaL_optstring(L, 5, NULL);
  jilu_status status = jilu_builder_add(b, word, size, count, tag, class);
  check_memory(L, status);
  if (status != JILU_OK) {
    lua_pushnil(L);
    lua_pushliteral(L, "not a word of 1 to 32 characters of UTF-8 with a "
                    "count and a tag of at most 15 bytes");
    return 2;
  }
  lua_pushboolean(L, 1);
  return 1;
}

/* builder:hashed(hashes, counts): pairs, see jilu_builder_hashed */
static int builder_hashed (lua_State *L) {
  jilu_lexicon_builder *b = check_builder(L);
  size_t size, other;
  const char *hashes = luaL_checklstring(L, 2, &size);
  const char *counts = luaL_checklstring(L, 3, &other);
  luaL_argcheck(L, size % 8 == 0 && other == size / 2, 3,
                "as many counts of 4 bytes as hashes of 8 expected");
  check_memory(L, jilu_builder_hashed(b, (const unsigned char *)hashes,
                                      (const unsigned char *)counts,
                                      size / 8));
  return 0;
}

/* builder:foreign(characters) */
static int builder_foreign (lua_State *L) {
  jilu_lexicon_builder *b = check_builder(L);
  size_t size;
  const char *text = luaL_checklstring(L, 2, &size);
  luaL_argcheck(L, jilu_builder_foreign(b, text, size) == JILU_OK, 2,
                "well-formed UTF-8 expected");
  return 0;
}

/* builder:name(part, character, count) */
static int builder_name (lua_State *L) {
  jilu_lexicon_builder *b = check_builder(L);
  const char *part = luaL_checkstring(L, 2);
  size_t size;
  const char *text = luaL_checklstring(L, 3, &size);
  jilu_status status =
    jilu_builder_name(b, part, text, size, luaL_checknumber(L, 4));
  check_memory(L, status);
  luaL_argcheck(L, status == JILU_OK, 3, "a part of a name, its character "
                "and its count expected");
  return 0;
}

/* A box for memory that a raise must not leak. */
static int free_memory (lua_State *L) {
  void **box = lua_touserdata(L, 1);
  free(*box);
  *box = NULL;
  return 0;
}

static void **new_memory (lua_State *L) {
  void **box = lua_newuserdatauv(L, sizeof *box, 0);
  *box = NULL;
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, free_memory);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  return box;
}

/* builder:compile(notes) --> the file, a string | nil, message */
static int builder_compile (lua_State *L) {
  jilu_lexicon_builder *b = check_builder(L);
  size_t notes_size, size;
  const char *notes = luaL_checklstring(L, 2, &notes_size);
  void **image = new_memory(L);
  jilu_status status = jilu_builder_compile(b, notes, notes_size, image,
                                            &size);
  check_memory(L, status);
  if (status != JILU_OK) {
    lua_pushnil(L);
    lua_pushliteral(L, "more than 1,048,574 words, or more characters than "
                    "a trie can hold");
    return 2;
  }
  lua_pushlstring(L, *image, size);
  free(*image);
  *image = NULL;
  return 1;
}

/* --- classes ------------------------------------------------------------- */

static const luaL_Reg lexicon_methods[] = {
  {"words", lexicon_words},
  {"count", lexicon_count},
  {"info", lexicon_info},
  {"close", lexicon_close},
  {NULL, NULL}
};

static const luaL_Reg lexicon_metamethods[] = {
  {"__len", lexicon_len},
  {"__tostring", lexicon_tostring},
  {NULL, NULL}
};

static const luaL_Reg builder_methods[] = {
  {"source", builder_source},
  {"add", builder_add},
  {"hashed", builder_hashed},
  {"foreign", builder_foreign},
  {"name", builder_name},
  {"compile", builder_compile},
  {"close", builder_close},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"lexicon_open", lexicon_open},
  {"lexicon_builder", builder_new},
  {NULL, NULL}
};

static void new_class (lua_State *L, const char *class,
                       const luaL_Reg *methods, lua_CFunction close) {
  luaL_newmetatable(L, class);
  if (methods != NULL) {
    lua_newtable(L);
    jiluL_setfuncs(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pushcfunction(L, close);
  lua_setfield(L, -2, "__gc");
  lua_pushcfunction(L, close);
  lua_setfield(L, -2, "__close");
  lua_pop(L, 1);
}

void jiluL_open_lexicon (lua_State *L) {
  new_class(L, CLASS, lexicon_methods, lexicon_close);
  luaL_getmetatable(L, CLASS);
  jiluL_setfuncs(L, lexicon_metamethods);
  lua_pop(L, 1);
  new_class(L, WORDS, NULL, words_close);
  new_class(L, BUILDER, builder_methods, builder_close);
  jiluL_setfuncs(L, functions);
}
