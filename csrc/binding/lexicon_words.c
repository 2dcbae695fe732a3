/* Finding words: lexicon:words, lexicon:spans, lexicon:count. */

#include "binding/lexicon.h"

#include <string.h>

#define WORDS "jilu.LexiconWords"
#define SPANS "jilu.LexiconSpans"

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

/* Words as packed positions, 8 bytes each; the text is the user value. */
typedef struct word_spans {
  size_t count;
  struct { uint32_t begin, end; } at[1];
} word_spans;

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
** lexicon:spans(text [, options]) --> LexiconSpans
** The words are looked for twice: first only counted.
*/
static int lexicon_spans (lua_State *L) {
  unsigned flags = check_options(L, 3);
  size_t count = count_words(new_words(L, flags));
  jiluL_box *box = new_words(L, flags);
  word_spans *sp = lua_newuserdatauv(L, sizeof *sp + count * sizeof *sp->at,
                                     1);
  jilu_token w;
  sp->count = 0;
  while (sp->count < count && jilu_words_next(box->is, &w)) {
    sp->at[sp->count].begin = (uint32_t)w.begin;
    sp->at[sp->count++].end = (uint32_t)w.end;
  }
  luaL_setmetatable(L, SPANS);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, -2, 1);
  return 1;
}

static word_spans *check_spans (lua_State *L) {
  return luaL_checkudata(L, 1, SPANS);
}

static int push_span (lua_State *L, const word_spans *sp, size_t k) {
  lua_pushinteger(L, (lua_Integer)sp->at[k].begin + 1);
  lua_pushinteger(L, (lua_Integer)sp->at[k].end);
  return 2;
}

/* The index at 2, negative from the end; the count where it is outside. */
static size_t span_index (lua_State *L, const word_spans *sp) {
  lua_Integer k = luaL_checkinteger(L, 2), n = (lua_Integer)sp->count;
  if (k < 0) k += n + 1;
  return k < 1 || k > n ? sp->count : (size_t)(k - 1);
}

/* spans:get(k) --> first, last | nil where there is no such word */
static int spans_get (lua_State *L) {
  const word_spans *sp = check_spans(L);
  size_t k = span_index(L, sp);
  return k < sp->count ? push_span(L, sp, k) : 0;
}

/* spans:text(k) --> string | nil */
static int spans_text (lua_State *L) {
  const word_spans *sp = check_spans(L);
  size_t k = span_index(L, sp);
  if (k >= sp->count) return 0;
  lua_getiuservalue(L, 1, 1);
  lua_pushlstring(L, lua_tostring(L, -1) + sp->at[k].begin,
                  sp->at[k].end - sp->at[k].begin);
  return 1;
}

static int spans_step (lua_State *L) {
  const word_spans *sp = lua_touserdata(L, lua_upvalueindex(1));
  size_t k = (size_t)lua_tointeger(L, lua_upvalueindex(2));
  if (k >= sp->count) return 0;
  lua_pushinteger(L, (lua_Integer)k + 1);
  lua_replace(L, lua_upvalueindex(2));
  return push_span(L, sp, k);
}

/* spans:iter() --> iterator of first, last */
static int spans_iter (lua_State *L) {
  check_spans(L);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, spans_step, 2);
  return 1;
}

/* spans:totable() --> { { first, last }, ... } */
static int spans_totable (lua_State *L) {
  const word_spans *sp = check_spans(L);
  size_t k;
  lua_createtable(L, sp->count > INT32_MAX ? 0 : (int)sp->count, 0);
  for (k = 0; k < sp->count; k++) {
    lua_createtable(L, 2, 0);
    push_span(L, sp, k);
    lua_rawseti(L, -3, 2);
    lua_rawseti(L, -2, 1);
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
  return 1;
}

static int spans_len (lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check_spans(L)->count);
  return 1;
}

static int spans_tostring (lua_State *L) {
  lua_pushfstring(L, SPANS ": %d words", (int)check_spans(L)->count);
  return 1;
}

/* --- classes ------------------------------------------------------------- */

const luaL_Reg jiluL_lexicon_words[] = {
  {"words", lexicon_words},
  {"count", lexicon_count},
  {"spans", lexicon_spans},
  {NULL, NULL}
};

static const luaL_Reg spans_methods[] = {
  {"get", spans_get},
  {"text", spans_text},
  {"iter", spans_iter},
  {"totable", spans_totable},
  {NULL, NULL}
};

static const luaL_Reg spans_metamethods[] = {
  {"__len", spans_len},
  {"__tostring", spans_tostring},
  {NULL, NULL}
};

/* Nothing to free: the positions lie in the userdata. */
static int spans_close (lua_State *L) {
  check_spans(L);
  return 0;
}

void jiluL_open_lexicon_words (lua_State *L) {
  jiluL_newclass(L, WORDS, NULL, NULL, words_close);
  jiluL_newclass(L, SPANS, spans_methods, spans_metamethods, spans_close);
}
