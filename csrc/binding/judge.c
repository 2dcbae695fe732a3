/* What trains the judge of names, and looks at it: features and candidates. */
#include "binding/judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "binding/layer.h"
#include "binding/lexicon.h"
#include "facts/judge/judge.h"
#include "view/view.h"

#define CLASS "jilu.Candidates"

/* --- weights --------------------------------------------------------------- */

/*
** Pushes the table of the weights by name, with their index from 1 on: those
** of the first judgement are called "first." and the feature.
*/
static void push_features (lua_State *L) {
  char name[64];
  unsigned i;
  lua_createtable(L, 0, JILU_WEIGHT_COUNT);
  for (i = 0; i < JILU_WEIGHT_COUNT; i++) {
    jilu_feature_name(i % JILU_FEATURE_COUNT, name);
    if (i < JILU_FEATURE_COUNT) lua_pushstring(L, name);
    else lua_pushfstring(L, "first.%s", name);
    lua_pushinteger(L, (lua_Integer)i + 1);
    lua_rawset(L, -3);
  }
}

void jiluL_weigh (lua_State *L, int index, jilu_vocabulary *v) {
  if (lua_isnoneornil(L, index)) return;
  luaL_checktype(L, index, LUA_TTABLE);
  v->weights = calloc(JILU_WEIGHT_COUNT, sizeof *v->weights);
  if (v->weights == NULL) luaL_error(L, "not enough memory");
  v->weight_count = JILU_WEIGHT_COUNT;
  push_features(L);
  lua_pushnil(L);
  while (lua_next(L, index)) {
    lua_pushvalue(L, -2);
    lua_rawget(L, -4);
    if (lua_isnil(L, -1))
      luaL_error(L, "no feature of names is called '%s'",
                 luaL_tolstring(L, -3, NULL));
    v->weights[lua_tointeger(L, -1) - 1] = (float)lua_tonumber(L, -2);
    lua_pop(L, 2);
  }
  lua_pop(L, 1);
}

/* name_features() --> names of the features, as extractor:candidates counts */
static int name_features (lua_State *L) {
  char name[64];
  unsigned i;
  lua_createtable(L, JILU_FEATURE_COUNT, 0);
  for (i = 0; i < JILU_FEATURE_COUNT; i++) {
    jilu_feature_name(i, name);
    lua_pushstring(L, name);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* --- candidates ------------------------------------------------------------ */

typedef struct seen {
  jilu_candidate candidate;
  jilu_feature_list features;
} seen;

/* A userdata, so that what the watch gathers is freed whatever is raised. */
typedef struct gathered {
  jilu_buffer list;
  jilu_facts facts;
  jilu_status status;
} gathered;

static int gathered_close (lua_State *L) {
  gathered *g = luaL_checkudata(L, 1, CLASS);
  jilu_buffer_free(&g->list);
  jilu_facts_free(&g->facts);
  return 0;
}

static void see (void *data, const jilu_candidate *c,
                 const jilu_feature_list *features) {
  gathered *g = data;
  seen s;
  s.candidate = *c;
  s.features = *features;
  if (g->status == JILU_OK)
    g->status = jilu_buffer_append(&g->list, (const char *)&s, sizeof s);
}

static void push_candidate (lua_State *L, const jilu_view *v, const seen *s) {
  static const char *const kinds[] = {"organization", "person", "place"};
  int k;
  lua_createtable(L, s->features.count, 4);
  for (k = 0; k < s->features.count; k++) {
    lua_pushinteger(L, s->features.ids[k] + 1);
    lua_rawseti(L, -2, k + 1);
  }
  lua_pushstring(L, kinds[s->candidate.kind]);
  lua_setfield(L, -2, "kind");
  lua_pushinteger(L, (lua_Integer)jilu_view_original(v, s->candidate.begin) + 1);
  lua_setfield(L, -2, "first");
  lua_pushinteger(L, (lua_Integer)jilu_view_original(v, s->candidate.end));
  lua_setfield(L, -2, "last");
  lua_pushnumber(L, (lua_Number)s->candidate.score);
  lua_setfield(L, -2, "score");
}

/*
** extractor:candidates(view, lexicon [, first]) --> list of what the judge of names may
** choose from: { kind =, first =, last =, score =, feature, … }, the features as
** indices of core.name_features(). In the order of their ends. With 'first' as
** the first judgement sees them, else the second.
*/
int jiluL_candidates (lua_State *L, const jilu_vocabulary *vocabulary) {
  const jilu_view *v = jiluL_checkview(L, 2);
  const jilu_lexicon *lexicon = jiluL_checklexicon(L, 3);
  bool first = lua_toboolean(L, 4) != 0;
  gathered *g = lua_newuserdatauv(L, sizeof *g, 0);
  jilu_judge_watch watch = {see, g, first};
  jilu_anchor anchor;
  size_t i, n;
  memset(g, 0, sizeof *g);
  memset(&anchor, 0, sizeof anchor);
  anchor.report_year = -1;
  luaL_setmetatable(L, CLASS);
  if (jilu_extract_watched((const unsigned char *)v->text, v->text_size,
                           vocabulary, lexicon, &anchor, &watch, &g->facts) !=
          JILU_OK || g->status != JILU_OK)
    return luaL_error(L, "not enough memory");
  n = g->list.size / sizeof(seen);
  lua_createtable(L, (int)n, 0);
  for (i = 0; i < n; i++) {
    seen s;
    memcpy(&s, g->list.bytes + i * sizeof s, sizeof s);
    push_candidate(L, v, &s);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

static const luaL_Reg functions[] = {
  {"name_features", name_features},
  {NULL, NULL}
};

void jiluL_open_judge (lua_State *L) {
  jiluL_newclass(L, CLASS, NULL, NULL, gathered_close);
  jiluL_setfuncs(L, functions);
}
