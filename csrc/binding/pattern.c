/* jilu.find, match, gmatch, gsub: Lua patterns by code point. */

#include <string.h>

#include "binding/binding.h"
#include "unicode/pattern.h"

#define STEPS 100000000   /* of one call, where no limit is given */

/* A pattern in use: on the stack, or in the userdata of gmatch. */
typedef struct search {
  jilu_pattern_match m;
  const char *text, *pattern;
  size_t size;
  uint64_t limit;
  bool plain;
} search;

/* The end of the cluster at 's', for '.' as grapheme. */
static const char *cluster_end (const char *s, const char *end) {
  uint32_t ends[JILU_SEGMENT_ROOM];
  jilu_segmenter g;
  size_t n = 0;
  if (jilu_segmenter_start(&g, JILU_GRAPHEME, s, (size_t)(end - s)) == JILU_OK)
    while ((n = jilu_segmenter_next(&g, ends, JILU_SEGMENT_ROOM)) == 0)
      continue;
  return n > 0 ? s + ends[0] : end;
}

static int raise (lua_State *L, const search *f) {
  static const char *const messages[] = {
    "", "malformed pattern (ends with '%')",
    "malformed pattern (missing ']')",
    "malformed pattern (missing arguments to '%b')",
    "missing '[' after '%f' in pattern", "invalid capture index in pattern",
    "unfinished capture", "invalid pattern capture",
    "too many captures (limit 32)", "pattern too complex (limit 200 levels)",
    "", "no such set in '%p{}'", "too many sets in '%p{}' (limit 16)"
  };
  if (f->m.error == JILU_PATTERN_STEPS) {
    char limit[24];
    (void)snprintf(limit, sizeof limit, "%zu", (size_t)f->limit);
    return luaL_error(L, "pattern takes over %s steps (option 'steps')",
                      limit);
  }
  return luaL_error(L, "%s", messages[f->m.error]);
}

/* One option, its key and value on top of the stack. */
static void read_option (lua_State *L, int arg, search *f, bool *grapheme) {
  const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "?";
  if (strcmp(key, "dot") == 0) {
    const char *value = lua_tostring(L, -1);
    *grapheme = value != NULL && strcmp(value, "grapheme") == 0;
    if (!*grapheme && (value == NULL || strcmp(value, "codepoint") != 0))
      luaL_argerror(L, arg, "option 'dot' is 'codepoint' or 'grapheme'");
  }
  else if (strcmp(key, "steps") == 0) {
    lua_Integer steps = lua_tointeger(L, -1);
    if (steps < 1) luaL_argerror(L, arg, "option 'steps' is not positive");
    f->limit = (uint64_t)steps;
  }
  else if (strcmp(key, "plain") == 0) {
    f->plain = lua_toboolean(L, -1);
  }
  else {
    luaL_argerror(L, arg, lua_pushfstring(L,
      "unknown option '%s' (known: dot, plain, steps)", key));
  }
}

/* Text and pattern are arguments 1 and 2; the table of options is at 'arg'. */
static void begin_search (lua_State *L, search *f, int arg) {
  size_t pattern_size;
  bool grapheme = false;
  f->text = luaL_checklstring(L, 1, &f->size);
  f->pattern = luaL_checklstring(L, 2, &pattern_size);
  f->limit = STEPS;
  f->plain = false;
  if (lua_istable(L, arg)) {
    lua_pushnil(L);
    while (lua_next(L, arg)) {
      read_option(L, arg, f, &grapheme);
      lua_pop(L, 1);
    }
  }
  else if (!lua_isnoneornil(L, arg) && !lua_isboolean(L, arg)) {
    luaL_checktype(L, arg, LUA_TTABLE);
  }
  else {
    f->plain = lua_toboolean(L, arg);
  }
  jilu_match_begin(&f->m, f->text, f->size, f->pattern, pattern_size,
                   f->limit);
  f->m.cluster = grapheme ? cluster_end : NULL;
}

/* The byte that 'init' names, 0-based; over 'size' where it is outside. */
static size_t first_of (lua_State *L, int arg, size_t size) {
  lua_Integer init = luaL_optinteger(L, arg, 1);
  if (init > 0) return (size_t)init - 1;
  if (init == 0 || init < -(lua_Integer)size) return 0;
  return size - (size_t)-init;
}

static void push_capture (lua_State *L, search *f, int i, const char *s,
                          const char *e) {
  ptrdiff_t size;
  if (i >= f->m.level) {
    if (i > 0) luaL_error(L, "invalid capture index %%%d", i + 1);
    lua_pushlstring(L, s, (size_t)(e - s));
    return;
  }
  size = f->m.captures[i].size;
  if (size == JILU_CAPTURE_OPEN) luaL_error(L, "unfinished capture");
  if (size == JILU_CAPTURE_POSITION)
    lua_pushinteger(L, f->m.captures[i].at - f->text + 1);
  else lua_pushlstring(L, f->m.captures[i].at, (size_t)size);
}

/* All captures, or the whole match where 's' is given and there are none. */
static int push_captures (lua_State *L, search *f, const char *s,
                          const char *e) {
  int i, count = f->m.level == 0 && s != NULL ? 1 : f->m.level;
  luaL_checkstack(L, count, "too many captures");
  for (i = 0; i < count; i++) push_capture(L, f, i, s, e);
  return count;
}

/* The next match from 's' on; NULL: none. */
static const char *next_match (lua_State *L, search *f, const char *s,
                               const char **begin) {
  const char *e;
  if (f->plain) {
    size_t length = (size_t)(f->m.pattern_end - f->pattern), at = 0;
    size_t left = (size_t)(f->m.end - s);
    const char *p = s;
    f->m.level = 0;
    if (length == 0) return *begin = s;
    for (; left - at >= length; at++) {
      p = memchr(s + at, f->pattern[0], left - at - length + 1);
      if (p == NULL) return NULL;
      at = (size_t)(p - s);
      if (memcmp(p, f->pattern, length) == 0) {
        *begin = p;
        return p + length;
      }
    }
    return NULL;
  }
  e = jilu_match_search(&f->m, s, f->pattern, begin);
  if (f->m.error != JILU_PATTERN_FINE) raise(L, f);
  return e;
}

/*
** Whether nothing in the pattern is more than itself. U+FFFD is, which stands
** for ill-formed bytes, and so are these.
*/
static bool is_plain (const search *f) {
  size_t size = (size_t)(f->m.pattern_end - f->pattern), i;
  for (i = 0; i < size; i++)
    if ((f->pattern[i] != '\0' && strchr("^$*+?.([%-", f->pattern[i])) ||
        f->pattern[i] == '\xEF') return false;
  return jilu_validate(f->pattern, size) == size;
}

static int find_or_match (lua_State *L, bool positions) {
  search f;
  size_t first;
  const char *s, *e;
  begin_search(L, &f, 4);
  first = first_of(L, 3, f.size);
  if (positions && is_plain(&f)) f.plain = true;
  e = first > f.size ? NULL : next_match(L, &f, f.text + first, &s);
  if (e == NULL) {
    lua_pushnil(L);
    return 1;
  }
  if (!positions) return push_captures(L, &f, s, e);
  lua_pushinteger(L, s - f.text + 1);
  lua_pushinteger(L, e - f.text);
  return push_captures(L, &f, NULL, NULL) + 2;
}

/* find(text, pattern [, init [, plain | options]]) --> first, last, captures */
static int pattern_find (lua_State *L) { return find_or_match(L, true); }

/* match(text, pattern [, init [, options]]) --> captures | nil */
static int pattern_match (lua_State *L) { return find_or_match(L, false); }

/* --- gmatch -------------------------------------------------------------- */

typedef struct walk {
  search f;
  const char *at, *last;     /* where to go on, the end of the last match */
} walk;

static int step (lua_State *L) {
  walk *w = (walk *)lua_touserdata(L, lua_upvalueindex(1));
  while (w->at <= w->f.m.end) {
    const char *s, *e;
    w->f.m.steps = w->f.limit;
    e = next_match(L, &w->f, w->at, &s);
    if (e == NULL) break;
    if (e != w->last) {
      w->at = w->last = e;
      return push_captures(L, &w->f, s, e);
    }
    /* an empty match behind another: one character on */
    if (w->at == w->f.m.end) break;
    w->at = jilu_match_next(&w->f.m, w->at);
  }
  w->at = w->f.m.end + 1;
  return 0;
}

/* gmatch(text, pattern [, init [, options]]) --> iterator of captures */
static int pattern_gmatch (lua_State *L) {
  walk *w;
  size_t first;
  lua_settop(L, 4);
  w = (walk *)lua_newuserdatauv(L, sizeof(walk), 0);
  begin_search(L, &w->f, 4);
  w->f.m.no_anchor = true;
  first = first_of(L, 3, w->f.size);
  w->at = w->f.text + (first > w->f.size ? w->f.size + 1 : first);
  w->last = NULL;
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, step, 3);
  return 1;
}

/* --- gsub ---------------------------------------------------------------- */

/* The replacement string: %0 to %9 are captures, %% an escape. */
static void add_string (lua_State *L, luaL_Buffer *b, search *f,
                        const char *s, const char *e) {
  size_t size, i;
  const char *r = lua_tolstring(L, 3, &size);
  for (i = 0; i < size; i++) {
    if (r[i] != '%') luaL_addchar(b, r[i]);
    else if (++i < size && r[i] == '%') luaL_addchar(b, '%');
    else if (i < size && r[i] == '0') luaL_addlstring(b, s, (size_t)(e - s));
    else if (i < size && r[i] >= '1' && r[i] <= '9') {
      push_capture(L, f, r[i] - '1', s, e);
      (void)luaL_tolstring(L, -1, NULL);
      lua_remove(L, -2);
      luaL_addvalue(b);
    }
    else luaL_error(L, "invalid use of '%%' in replacement string");
  }
}

/* What stands for the match [s, e). */
static void add_value (lua_State *L, luaL_Buffer *b, search *f,
                       const char *s, const char *e, int type) {
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    lua_call(L, push_captures(L, f, s, e), 1);
  }
  else if (type == LUA_TTABLE) {
    push_capture(L, f, 0, s, e);
    lua_gettable(L, 3);
  }
  else {
    add_string(L, b, f, s, e);
    return;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(b, s, (size_t)(e - s));
    return;
  }
  if (!lua_isstring(L, -1))
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  luaL_addvalue(b);
}

/* gsub(text, pattern, replacement [, n [, options]]) --> text, how many */
static int pattern_gsub (lua_State *L) {
  search f;
  luaL_Buffer b;
  int type = lua_type(L, 3);
  lua_Integer most, count = 0;
  const char *at, *last = NULL;
  begin_search(L, &f, 5);
  luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING ||
    type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
    "string/function/table");
  most = luaL_optinteger(L, 4, (lua_Integer)f.size + 1);
  at = f.text;
  luaL_buffinit(L, &b);
  while (count < most) {
    const char *s, *e;
    f.m.steps = f.limit;
    e = next_match(L, &f, at, &s);
    if (e == NULL) break;
    luaL_addlstring(&b, at, (size_t)(s - at));
    at = s;
    if (e != last) {
      count++;
      add_value(L, &b, &f, s, e, type);
      at = last = e;
    }
    else if (at < f.m.end) {
      const char *next = jilu_match_next(&f.m, at);
      luaL_addlstring(&b, at, (size_t)(next - at));
      at = next;
    }
    else break;
    if (f.pattern < f.m.pattern_end && *f.pattern == '^' && !f.plain) break;
  }
  luaL_addlstring(&b, at, (size_t)(f.m.end - at));
  luaL_pushresult(&b);
  lua_pushinteger(L, count);
  return 2;
}

static const luaL_Reg functions[] = {
  {"pattern_find", pattern_find},
  {"pattern_match", pattern_match},
  {"pattern_gmatch", pattern_gmatch},
  {"pattern_gsub", pattern_gsub},
  {NULL, NULL}
};

void jiluL_open_pattern (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
