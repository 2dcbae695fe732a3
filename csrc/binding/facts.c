/*
** The class jilu.Facts: what an extractor read in a view, as long as nobody
** has asked for tables of it.
*/

#include <stdlib.h>
#include <string.h>

#include "binding/layer.h"

#define CLASS "jilu.Facts"

/* User values: what the facts point into, and what their times rest on. */
enum { EXTRACTOR = 1, VIEW, DATE, BASIS };

/* Of each kind the facts form a chain, so that a walk meets no others. */
typedef struct held_facts {
  jiluL_closable use;
  jilu_facts facts;
  bool closed;
  uint32_t *links;   /* the next of the same kind; NULL: no chains yet */
  size_t first[JILU_FACT_KINDS], count[JILU_FACT_KINDS];
} held_facts;

jilu_facts *jiluL_newfacts (lua_State *L, int extractor, int view, int date,
                            int basis) {
  const int values[] = {extractor, view, date, basis};
  held_facts *f = lua_newuserdatauv(L, sizeof *f, BASIS);
  int i;
  memset(f, 0, sizeof *f);
  luaL_setmetatable(L, CLASS);
  for (i = EXTRACTOR; i <= BASIS; i++) {
    lua_pushvalue(L, values[i - 1]);
    lua_setiuservalue(L, -2, i);
  }
  return &f->facts;
}

/* A string among the user values; the userdata keeps it. NULL for none. */
static const char *string_of (lua_State *L, int index, int value) {
  const char *s;
  lua_getiuservalue(L, index, value);
  s = lua_tostring(L, -1);
  lua_pop(L, 1);
  return s;
}

/* Uses what a user value of the facts at 'arg' is. */
static const jiluL_box *use_value (lua_State *L, int arg, int value) {
  lua_getiuservalue(L, arg, value);
  jiluL_use(L, -1);
  return lua_touserdata(L, -2);
}

/*
** Uses the facts at 'arg' and what they point into; raises unless all of it is
** open. What is used stays on the stack.
*/
static held_facts *use_facts (lua_State *L, int arg, const jilu_view **v) {
  held_facts *f = luaL_checkudata(L, arg, CLASS);
  const jiluL_box *extractor, *view;
  jiluL_use(L, arg);
  extractor = use_value(L, arg, EXTRACTOR);
  view = use_value(L, arg, VIEW);
  luaL_argcheck(L, !f->closed, arg, "facts are closed");
  luaL_argcheck(L, extractor->is != NULL, arg, "extractor is closed");
  luaL_argcheck(L, view->is != NULL, arg, "view is closed");
  *v = view->is;
  return f;
}

/* Links each fact to the next of its kind, from the last one on. */
static void link_kinds (lua_State *L, held_facts *f) {
  size_t i, count = f->facts.count;
  int kind;
  if (f->links != NULL) return;
  f->links = malloc((count + 1) * sizeof *f->links);
  if (f->links == NULL) luaL_error(L, "not enough memory");
  for (kind = 0; kind < JILU_FACT_KINDS; kind++) {
    f->first[kind] = count;
    f->count[kind] = 0;
  }
  for (i = count; i-- > 0; ) {
    jilu_fact_kind own = f->facts.items[i].kind;
    f->links[i] = (uint32_t)f->first[own];
    f->first[own] = i;
    f->count[own]++;
  }
}

static void unlink_kinds (held_facts *f) {
  free(f->links);
  f->links = NULL;
}

/* A walk through the facts at 'arg' that are of a kind; -1: all. */
static jiluL_layer walk (lua_State *L, int arg, int kind) {
  jiluL_layer h;
  held_facts *f;
  memset(&h, 0, sizeof h);
  f = use_facts(L, arg, &h.context.v);
  h.facts = &f->facts;
  h.count = f->facts.count;
  if (kind >= 0) {
    link_kinds(L, f);
    h.links = f->links;
    h.next = f->first[kind];
    h.count = f->count[kind];
  }
  h.context.date = string_of(L, arg, DATE);
  h.context.basis = string_of(L, arg, BASIS);
  return h;
}

/* The kind that 'type' names; an error for what is none. */
static int check_kind (lua_State *L, int arg, const char *type) {
  int kind = jilu_fact_kind_of(type);
  if (kind < 0)
    luaL_argerror(L, arg, lua_pushfstring(L, "no facts are of type '%s'",
                                          type));
  return kind;
}

jiluL_layer jiluL_checklayer (lua_State *L, int arg, const char *type) {
  jiluL_layer h;
  if (luaL_testudata(L, arg, CLASS) != NULL)
    return walk(L, arg, check_kind(L, arg, type));
  if (jiluL_roles(L, arg, &h)) {
    luaL_argcheck(L, strcmp(type, "line") == 0, arg, "roles are of lines");
    return h;
  }
  h = jiluL_repairs(jiluL_useview(L, arg));
  luaL_argcheck(L, strcmp(type, "repair") == 0, arg,
                "a view holds repairs alone");
  return h;
}

void jiluL_pushfacts (lua_State *L, int index) {
  jiluL_layer h = walk(L, index, -1);
  jiluL_pushlayer(L, &h);
}

/* The facts of the kind in argument 2, or all. */
static jiluL_layer checked_walk (lua_State *L) {
  int all = lua_isnoneornil(L, 2);
  return walk(L, 1, all ? -1 : check_kind(L, 2, luaL_checkstring(L, 2)));
}

/*
** facts:layer([kind]) --> list of the facts of a kind, or of all, in the order
** of the text; new tables each time
*/
static int facts_layer (lua_State *L) {
  jiluL_layer h = checked_walk(L);
  jiluL_pushlayer(L, &h);
  return 1;
}

/* facts:count([kind]) --> how many there are */
static int facts_count (lua_State *L) {
  jiluL_layer h = checked_walk(L);
  lua_pushinteger(L, (lua_Integer)h.count);
  return 1;
}

/* facts:kinds() --> list of the kinds that there are */
static int facts_kinds (lua_State *L) {
  const jilu_view *v;
  held_facts *f = use_facts(L, 1, &v);
  lua_Integer n = 0;
  int kind;
  link_kinds(L, f);
  lua_createtable(L, JILU_FACT_KINDS, 0);
  for (kind = 0; kind < JILU_FACT_KINDS; kind++) {
    if (f->count[kind] == 0) continue;
    lua_pushstring(L, jilu_fact_kind_name(kind));
    lua_rawseti(L, -2, ++n);
  }
  return 1;
}

/* A bit for each kind that is true in the set on top of the stack. */
static unsigned read_set (lua_State *L) {
  unsigned kinds = 0;
  int kind;
  if (lua_isnil(L, -1)) return ~0u;
  luaL_argcheck(L, lua_istable(L, -1), 2, "sets of kinds expected");
  for (kind = 0; kind < JILU_FACT_KINDS; kind++) {
    lua_pushstring(L, jilu_fact_kind_name(kind));
    lua_rawget(L, -2);
    if (lua_toboolean(L, -1)) kinds |= 1u << kind;
    lua_pop(L, 1);
  }
  return kinds;
}

/* Pushes what each line may state, by argument 2. */
static const unsigned *push_allowed (lua_State *L, const jilu_view *v) {
  unsigned *allowed = lua_newuserdatauv(L, v->line_count * sizeof *allowed, 0);
  size_t k;
  for (k = 0; k < v->line_count; k++) {
    lua_rawgeti(L, 2, (lua_Integer)k + 1);
    allowed[k] = read_set(L);
    lua_pop(L, 1);
  }
  return allowed;
}

/*
** facts:keep(allowed)
** 'allowed' has for numbers of lines the kinds that are kept of the facts that
** begin there, { kind = true, … }; of other lines all are.
*/
static int facts_keep (lua_State *L) {
  const jilu_view *v;
  held_facts *f = luaL_checkudata(L, 1, CLASS);
  jilu_fact *items;
  size_t i, kept = 0, entry = 0, line = 0;
  const unsigned *allowed;
  jiluL_checkunused(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  (void)use_facts(L, 1, &v);
  items = f->facts.items;
  allowed = push_allowed(L, v);
  for (i = 0; i < f->facts.count; i++) {
    size_t at = jilu_view_original_near(v, items[i].span.begin, &entry);
    unsigned kinds = allowed[jilu_view_line_near(v, at, &line)];
    if (((kinds >> items[i].kind) & 1) == 0) continue;
    if (kept < i) items[kept] = items[i];
    kept++;
  }
  f->facts.count = kept;
  unlink_kinds(f);
  return 0;
}

static int facts_close (lua_State *L) {
  held_facts *f = luaL_checkudata(L, 1, CLASS);
  jiluL_checkunused(L, 1);
  jilu_facts_free(&f->facts);
  unlink_kinds(f);
  f->closed = true;
  return 0;
}

/* #facts: how many there are */
static int facts_len (lua_State *L) {
  jiluL_layer h = walk(L, 1, -1);
  lua_pushinteger(L, (lua_Integer)h.count);
  return 1;
}

static int facts_tostring (lua_State *L) {
  held_facts *f = luaL_checkudata(L, 1, CLASS);
  if (f->closed) lua_pushliteral(L, CLASS " (closed)");
  else lua_pushfstring(L, CLASS " (%d)", (int)f->facts.count);
  return 1;
}

static const luaL_Reg methods[] = {
  {"close", facts_close},
  {"count", facts_count},
  {"keep", facts_keep},
  {"kinds", facts_kinds},
  {"layer", facts_layer},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__len", facts_len},
  {"__tostring", facts_tostring},
  {NULL, NULL}
};

void jiluL_open_facts (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, facts_close);
}
