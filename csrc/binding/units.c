#include "binding/units.h"

#include <string.h>

static const char *const unit_names[] = {
  "grapheme", "word", "sentence", "line", "codepoint", NULL
};

static const char *const kernel_names[] = {
  "best", "scalar", "sse", "avx2", "neon", NULL
};

jiluL_unit jiluL_checkunit (lua_State *L, int arg, int codepoint) {
  jiluL_unit u = {0, JILU_GRAPHEME, JILU_PATH_BEST, -1};
  int name = luaL_checkoption(L, arg, "grapheme", unit_names);
  u.codepoint = name == 4;
  if (u.codepoint && !codepoint)
    luaL_argerror(L, arg, "'codepoint' is no unit of segmentation here");
  if (!u.codepoint) u.unit = (jilu_unit)name;
  return u;
}

/* The place of the string at the top of the stack in 'names'. */
static int choice (lua_State *L, int arg, const char *key,
                   const char *const *names) {
  const char *value = lua_tostring(L, -1);
  int i;
  for (i = 0; value != NULL && names[i] != NULL; i++)
    if (strcmp(value, names[i]) == 0) return i;
  return luaL_argerror(L, arg, lua_pushfstring(L,
           "invalid value for option '%s'", key));
}

static void read_option (lua_State *L, int arg, const char *key,
                         jiluL_unit *u) {
  static const char *const han_names[] = {"split", "group", NULL};
  static const char *const only_names[] = {"words", NULL};
  if (strcmp(key, "han") == 0 && !u->codepoint && u->unit != JILU_GRAPHEME &&
      u->unit != JILU_SENTENCE && u->unit != JILU_LINE) {
    u->unit = choice(L, arg, key, han_names) ? JILU_WORD_HAN : JILU_WORD;
  }
  else if (strcmp(key, "only") == 0 && u->only_words >= 0 && !u->codepoint &&
           (u->unit == JILU_WORD || u->unit == JILU_WORD_HAN)) {
    u->only_words = choice(L, arg, key, only_names) == 0;
  }
  else if (strcmp(key, "kernel") == 0) {
    u->path = (jilu_path)choice(L, arg, key, kernel_names);
  }
  else {
    luaL_argerror(L, arg, lua_pushfstring(L,
      u->only_words >= 0
        ? "unknown option '%s' (known: han and only for words, kernel)"
        : "unknown option '%s' (known: han for words, kernel)", key));
  }
}

void jiluL_checkoptions (lua_State *L, int arg, jiluL_unit *u) {
  if (lua_isnoneornil(L, arg)) return;
  luaL_checktype(L, arg, LUA_TTABLE);
  lua_pushnil(L);
  while (lua_next(L, arg)) {
    if (lua_type(L, -2) != LUA_TSTRING)
      luaL_argerror(L, arg, "unknown option (known: han for words, kernel)");
    read_option(L, arg, lua_tostring(L, -2), u);
    lua_pop(L, 1);
  }
}

void jiluL_checkstatus (lua_State *L, int arg, jilu_status status) {
  if (status == JILU_NO_MEMORY) luaL_error(L, "not enough memory");
  if (status == JILU_TOO_LARGE)
    luaL_argerror(L, arg, "text too large (limit: JILU_SEGMENT_MAX bytes)");
  if (status != JILU_OK) luaL_argerror(L, arg, "bad value");
}

void jiluL_start (lua_State *L, int arg, const jiluL_unit *u,
                  jilu_segmenter *s) {
  size_t size;
  const char *text = luaL_checklstring(L, arg, &size);
  jiluL_checkstatus(L, arg, jilu_segmenter_start(s, u->unit, text, size));
  s->path = (uint8_t)u->path;
}
