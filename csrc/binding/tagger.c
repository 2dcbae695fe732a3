/* The class jilu.Tagger: tagged words of many short texts, in one memory. */

#include "binding/gazetteer.h"
#include "binding/lexicon.h"

#define CLASS "jilu.Tagger"

static int tagger_close (lua_State *L) {
  jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  jiluL_checkunused(L, 1);
  jilu_words_free(box->is);
  box->is = NULL;
  return 0;
}

static jilu_words *check_tagger (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  luaL_argcheck(L, box->is != NULL, 1, "tagger is closed");
  return box->is;
}

/*
** lexicon:tagger() --> Tagger
** The lexicon is kept: it may be closed. A walk over a text needs some 100 KB,
** which a tagger asks for once.
*/
int jiluL_lexicon_tagger (lua_State *L) {
  jiluL_box *box = jiluL_newbox(L, CLASS, 0);
  jilu_words *w;
  jilu_status status = jilu_words_new(jiluL_checklexicon(L, 1), "", 0,
                                      JILU_WORDS_TAGS, &w);
  box->is = w;
  jiluL_checkmemory(L, status);
  return 1;
}

#define FIELDS 3          /* of a word: first, last, tag */
#define WAITING_MAX 64    /* words that wait for their table */

/* Moves the words that wait to the table on top of the stack, which is made
** once it is known how many there are. */
static void flush (lua_State *L, const jilu_token *waiting, int count,
                   size_t begin, lua_Integer *stored) {
  int k;
  if (*stored == 0) lua_createtable(L, FIELDS * count, 0);
  for (k = 0; k < count; k++) {
    lua_pushinteger(L, (lua_Integer)(begin + waiting[k].begin) + 1);
    lua_rawseti(L, -2, ++*stored);
    lua_pushinteger(L, (lua_Integer)(begin + waiting[k].end));
    lua_rawseti(L, -2, ++*stored);
    lua_pushstring(L, waiting[k].tag);
    lua_rawseti(L, -2, ++*stored);
  }
}

/*
** tagger:words(text, first, last) --> { first, last, tag, first, last, … }
** The words of bytes first..last of the text, which are read as a text of
** their own: as lexicon:words with tags.
*/
static int tagger_words (lua_State *L) {
  size_t begin, end;
  const unsigned char *s = jiluL_checkpart(L, &begin, &end);
  jilu_words *w;
  jilu_status status;
  jilu_token waiting[WAITING_MAX];
  lua_Integer stored = 0;
  int count = 0;
  luaL_checkudata(L, 1, CLASS);
  jiluL_use(L, 1);
  w = check_tagger(L);
  status = jilu_words_restart(w, (const char *)s + begin, end - begin);
  jiluL_checkwords(L, status, end - begin);
  while (jilu_words_next(w, &waiting[count])) {
    if (++count < WAITING_MAX) continue;
    flush(L, waiting, count, begin, &stored);
    count = 0;
  }
  flush(L, waiting, count, begin, &stored);
  return 1;
}

/* --- the class ----------------------------------------------------------- */

static int tagger_tostring (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  lua_pushstring(L, box->is == NULL ? CLASS ": closed" : CLASS);
  return 1;
}

static const luaL_Reg methods[] = {
  {"words", tagger_words},
  {"close", tagger_close},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__tostring", tagger_tostring},
  {NULL, NULL}
};

void jiluL_open_tagger (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, tagger_close);
}
