/* Finding words: lexicon:words, lexicon:spans, lexicon:count. */

#include "binding/lexicon.h"

#include <string.h>

#include "binding/spans.h"

#define WORDS "jilu.LexiconWords"

static void free_words (jiluL_box *box) {
  jilu_words_free(box->is);
  box->is = NULL;
}

static int words_close (lua_State *L) {
  free_words(luaL_checkudata(L, 1, WORDS));
  return 0;
}

/* The iterator; upvalues: the state, whether tags are wanted. */
static int words_step (lua_State *L) {
  jiluL_box *box = lua_touserdata(L, lua_upvalueindex(1));
  jilu_token w;
  if (box->is == NULL) return 0;
  if (!jilu_words_next(box->is, &w)) {
    free_words(box);
    return 0;
  }
  lua_pushinteger(L, (lua_Integer)w.begin + 1);
  lua_pushinteger(L, (lua_Integer)w.end);
  if (!lua_toboolean(L, lua_upvalueindex(2))) return 2;
  lua_pushstring(L, w.tag);
  return 3;
}

/* What the table of options says; raises where it says something else. */
static unsigned check_options (lua_State *L, int arg) {
  unsigned flags = 0;
  if (lua_isnoneornil(L, arg)) return 0;
  luaL_checktype(L, arg, LUA_TTABLE);
  lua_pushnil(L);
  while (lua_next(L, arg)) {
    const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
                                                     : "?";
    int on = lua_toboolean(L, -1);
    if (strcmp(key, "tags") == 0) flags |= on ? JILU_WORDS_TAGS : 0;
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

void jiluL_checkwords (lua_State *L, jilu_status status, size_t size) {
  jiluL_checkmemory(L, status);
  if (status != JILU_OK)
    luaL_error(L, "text of %d MB is over the limit JILU_VIEW_MAX (%d MB)",
               (int)(size >> 20), (int)(JILU_VIEW_MAX >> 20));
}

/* Pushes the state of a walk, which keeps the lexicon and the text. */
static jiluL_box *new_words (lua_State *L, unsigned flags) {
  size_t size;
  const char *text = luaL_checklstring(L, 2, &size);
  jiluL_box *box = jiluL_newbox(L, WORDS, 1);
  jilu_words *w;
  jilu_status status;
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, -2, 1);
  status = jilu_words_new(jiluL_checklexicon(L, 1), text, size, flags, &w);
  box->is = w;
  jiluL_checkwords(L, status, size);
  return box;
}

/*
** lexicon:words(text [, options]) --> iterator of first, last [, tag]
*/
static int lexicon_words (lua_State *L) {
  unsigned flags = check_options(L, 3);
  new_words(L, flags);
  lua_pushboolean(L, (flags & JILU_WORDS_TAGS) != 0);
  lua_pushcclosure(L, words_step, 2);
  return 1;
}

/* --- packed -------------------------------------------------------------- */

static size_t count_words (jiluL_box *box) {
  size_t n = 0;
  jilu_token w;
  while (jilu_words_next(box->is, &w)) n++;
  free_words(box);
  return n;
}

/* lexicon:count(text [, options]) --> how many words */
static int lexicon_count (lua_State *L) {
  unsigned flags = check_options(L, 3);
  lua_pushinteger(L, (lua_Integer)count_words(new_words(L, flags)));
  return 1;
}

/*
** lexicon:spans(text [, options]) --> Spans
** The words are looked for twice: first only counted.
*/
static int lexicon_spans (lua_State *L) {
  unsigned flags = check_options(L, 3);
  size_t count = count_words(new_words(L, flags));
  jiluL_box *box = new_words(L, flags);
  jiluL_spans *sp = jiluL_newspans(L, 2, count, true);
  jilu_token w;
  for (; sp->count < count && jilu_words_next(box->is, &w); sp->count++) {
    sp->at[2 * sp->count] = (uint32_t)w.begin;
    sp->at[2 * sp->count + 1] = (uint32_t)w.end;
  }
  return 1;
}

/* --- classes ------------------------------------------------------------- */

const luaL_Reg jiluL_lexicon_words[] = {
  {"words", lexicon_words},
  {"count", lexicon_count},
  {"spans", lexicon_spans},
  {NULL, NULL}
};

void jiluL_open_lexicon_words (lua_State *L) {
  jiluL_newclass(L, WORDS, NULL, NULL, words_close);
}
