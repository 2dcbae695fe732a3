/* The class jilu.Lexicon: a compiled lexicon that is open. */

#include "binding/lexicon.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jilu.h"

#define CLASS "jilu.Lexicon"

void jiluL_checkmemory (lua_State *L, jilu_status status) {
  if (status == JILU_NO_MEMORY) luaL_error(L, "not enough memory");
}

/* --- the lexicon --------------------------------------------------------- */

jilu_lexicon *jiluL_checklexicon (lua_State *L, int arg) {
  const jiluL_box *box = luaL_checkudata(L, arg, CLASS);
  luaL_argcheck(L, box->is != NULL, arg, "lexicon is closed");
  return box->is;
}

/*
** lexicon_open(path) --> Lexicon | nil, message
*/
static int lexicon_open (lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  jiluL_box *box = jiluL_newbox(L, CLASS, 0);
  jilu_lexicon *x;
  jilu_status status = jilu_lexicon_open(path, &x);
  box->is = x;
  if (status == JILU_OK) return 1;
  jiluL_checkmemory(L, status);
  lua_pushnil(L);
  if (status == JILU_IO)
    lua_pushfstring(L, "%s: %s", path, strerror(errno));
  else
    lua_pushfstring(L, "%s: not a lexicon of this version, or damaged", path);
  return 2;
}

static int lexicon_close (lua_State *L) {
  jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  jiluL_checkunused(L, 1);
  jilu_lexicon_close(box->is);
  box->is = NULL;
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
  jilu_lexicon *x;
  size_t words, pairs, bytes, size;
  const char *notes;
  luaL_checkudata(L, 1, CLASS);
  jiluL_use(L, 1);
  x = jiluL_checklexicon(L, 1);
  notes = jilu_lexicon_notes(x, &size);
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
  jilu_lexicon_sizes(jiluL_checklexicon(L, 1), &words, &pairs, &bytes);
  lua_pushinteger(L, (lua_Integer)words);
  return 1;
}

static int lexicon_tostring (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  size_t words, pairs, bytes;
  if (box->is == NULL) {
    lua_pushliteral(L, CLASS ": closed");
    return 1;
  }
  jilu_lexicon_sizes(box->is, &words, &pairs, &bytes);
  lua_pushfstring(L, CLASS ": %d words, %d pairs", (int)words, (int)pairs);
  return 1;
}

/* --- looking words up, adding words -------------------------------------- */

/* lexicon:has(word) --> boolean */
static int lexicon_has (lua_State *L) {
  size_t size;
  const char *word = luaL_checklstring(L, 2, &size);
  jilu_lexicon *x = jiluL_checklexicon(L, 1);
  lua_pushboolean(L, jilu_lexicon_find(x, word, size) != NULL);
  return 1;
}

/* lexicon:tag(word) --> tag, "" where the word has none | nil */
static int lexicon_tag (lua_State *L) {
  size_t size;
  const char *word = luaL_checklstring(L, 2, &size);
  jilu_lexicon *x = jiluL_checklexicon(L, 1);
  const char *tag = jilu_lexicon_find(x, word, size);
  if (tag == NULL) lua_pushnil(L);
  else lua_pushstring(L, tag);
  return 1;
}

/* The value at 'index' of the list at the top; its string is kept by it. */
static const char *field_string (lua_State *L, int index, size_t *size) {
  const char *s;
  if (lua_rawgeti(L, -1, index) != LUA_TSTRING) {
    lua_pop(L, 1);
    return NULL;
  }
  s = lua_tolstring(L, -1, size);
  lua_pop(L, 1);
  return s;
}

/* Reads the word at the top: "word" or { "word" [, count [, tag]] }. */
static int read_user_word (lua_State *L, jilu_user_word *w) {
  size_t size;
  memset(w, 0, sizeof *w);
  if (lua_type(L, -1) == LUA_TSTRING) {
    w->utf8 = lua_tolstring(L, -1, &w->size);
    return 1;
  }
  if (lua_type(L, -1) != LUA_TTABLE) return 0;
  w->utf8 = field_string(L, 1, &w->size);
  w->tag = field_string(L, 3, &size);
  lua_rawgeti(L, -1, 2);
  w->count = lua_tonumber(L, -1);
  lua_pop(L, 1);
  return w->utf8 != NULL;
}

static int refuse_word (lua_State *L, size_t k) {
  return luaL_argerror(L, 2, lua_pushfstring(L, "item %d is not a word, or "
    "{ word, count, tag }, of 1 to 32 characters without space",
    (int)k + 1));
}

/*
** lexicon:with(words) --> Lexicon
** 'words' is a list of "word" or { "word" [, count [, tag]] }; a count of
** math.huge makes a word win always.
*/
static int lexicon_with (lua_State *L) {
  jilu_lexicon *x, *made;
  size_t count, k, bad;
  jilu_user_word *words;
  jiluL_box *box;
  jilu_status status;
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  count = (size_t)lua_rawlen(L, 2);
  luaL_argcheck(L, count <= JILU_USER_WORDS, 2, "over 500000 words");
  words = lua_newuserdatauv(L, (count + 1) * sizeof *words, 0);
  for (k = 0; k < count; k++) {
    lua_rawgeti(L, 2, (lua_Integer)k + 1);
    if (!read_user_word(L, &words[k])) return refuse_word(L, k);
    lua_pop(L, 1);
  }
  box = jiluL_newbox(L, CLASS, 0);
  x = jiluL_checklexicon(L, 1);   /* behind all that may close it */
  status = jilu_lexicon_with(x, words, count, &made, &bad);
  box->is = made;
  jiluL_checkmemory(L, status);
  if (status == JILU_BAD_VALUE) return refuse_word(L, bad);
  luaL_argcheck(L, status == JILU_OK, 2, "over 500000 words");
  return 1;
}

/* --- the class ----------------------------------------------------------- */

static const luaL_Reg methods[] = {
  {"has", lexicon_has},
  {"tag", lexicon_tag},
  {"with", lexicon_with},
  {"tagger", jiluL_lexicon_tagger},
  {"info", lexicon_info},
  {"close", lexicon_close},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__len", lexicon_len},
  {"__tostring", lexicon_tostring},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"lexicon_open", lexicon_open},
  {NULL, NULL}
};

void jiluL_open_lexicon (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, lexicon_close);
  luaL_getmetatable(L, CLASS);
  lua_getfield(L, -1, "__index");
  jiluL_setfuncs(L, jiluL_lexicon_words);
  lua_pop(L, 2);
  jiluL_open_lexicon_words(L);
  jiluL_open_tagger(L);
  jiluL_open_lexicon_builder(L);
  jiluL_setfuncs(L, functions);
}
