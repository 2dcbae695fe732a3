/* core.sortkey, core.compare: order by the Unicode Collation Algorithm. */

#include <stdlib.h>
#include <string.h>

#include "binding/binding.h"

static bool option_of (lua_State *L, int arg, const char *name) {
  bool set;
  lua_getfield(L, arg, name);
  if (!lua_isnil(L, -1) && !lua_isboolean(L, -1))
    luaL_argerror(L, arg, lua_pushfstring(L,
      "option '%s': boolean expected, got %s", name, luaL_typename(L, -1)));
  set = lua_toboolean(L, -1) != 0;
  lua_pop(L, 1);
  return set;
}

/* The place in 'names' of the option; 'none' where it is absent. */
static int choice_of (lua_State *L, int arg, const char *option,
                      const char *const *names, const char *expected, int none) {
  const char *name;
  int k;
  lua_getfield(L, arg, option);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    return none;
  }
  name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";
  for (k = 0; names[k] != NULL; k++) {
    if (strcmp(names[k], name) != 0) continue;
    lua_pop(L, 1);
    return k;
  }
  return luaL_argerror(L, arg, lua_pushfstring(L, "option '%s': %s expected",
                                               option, expected));
}

/* The options at 'arg': { strength =, shifted =, numeric =, han = }, or none. */
static jilu_collation_options check_options (lua_State *L, int arg) {
  static const char *const strengths[] = {
    "primary", "secondary", "tertiary", "quaternary", "identical", NULL
  };
  static const char *const orders[] = {"codepoint", "pinyin", "stroke", NULL};
  jilu_collation_options options = {JILU_TERTIARY, false, false,
                                    JILU_HAN_CODE_POINT};
  if (lua_isnoneornil(L, arg)) return options;
  luaL_checktype(L, arg, LUA_TTABLE);
  lua_pushnil(L);
  while (lua_next(L, arg) != 0) {
    const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";
    if (strcmp(key, "strength") != 0 && strcmp(key, "shifted") != 0 &&
        strcmp(key, "numeric") != 0 && strcmp(key, "han") != 0)
      luaL_argerror(L, arg, lua_pushfstring(L, "unknown option '%s'; known: "
        "han, numeric, shifted, strength", luaL_tolstring(L, -2, NULL)));
    lua_pop(L, 1);
  }
  options.strength = (jilu_strength)(1 + choice_of(L, arg, "strength", strengths,
    "'primary', 'secondary', 'tertiary', 'quaternary' or 'identical'",
    JILU_TERTIARY - 1));
  options.han = (jilu_han_order)choice_of(L, arg, "han", orders,
    "'codepoint', 'pinyin' or 'stroke'", JILU_HAN_CODE_POINT);
  options.shifted = option_of(L, arg, "shifted");
  options.numeric = option_of(L, arg, "numeric");
  return options;
}

/* sortkey(text [, options]) --> bytes that compare as the texts do */
static int sortkey (lua_State *L) {
  size_t size, key_size;
  const char *text = luaL_checklstring(L, 1, &size);
  jilu_collation_options options = check_options(L, 2);
  char **key = jiluL_newmemory(L);
  if (jilu_sort_key(text, size, &options, key, &key_size) != JILU_OK)
    return luaL_error(L, "not enough memory");
  lua_pushlstring(L, *key, key_size);
  return 1;
}

/* compare(a, b [, options]) --> -1, 0 or 1 */
static int compare (lua_State *L) {
  size_t a_size, b_size;
  const char *a = luaL_checklstring(L, 1, &a_size);
  const char *b = luaL_checklstring(L, 2, &b_size);
  jilu_collation_options options = check_options(L, 3);
  int order;
  if (jilu_compare(a, a_size, b, b_size, &options, &order) != JILU_OK)
    return luaL_error(L, "not enough memory");
  lua_pushinteger(L, order);
  return 1;
}

/* --- lists ------------------------------------------------------------------ */

#define LIST "jilu.SortKeys"

typedef struct sort_item {
  char *key;
  size_t size;
  size_t place;              /* in the list, from 1 on */
} sort_item;

/* The keys of a list, freed with the userdata. */
typedef struct sort_list {
  sort_item *items;
  size_t count;
} sort_list;

static int list_gc (lua_State *L) {
  sort_list *list = luaL_checkudata(L, 1, LIST);
  size_t k;
  for (k = 0; k < list->count; k++) jilu_free(list->items[k].key);
  free(list->items);
  list->items = NULL;
  list->count = 0;
  return 0;
}

static int by_key (const void *a, const void *b) {
  const sort_item *x = a, *y = b;
  size_t size = x->size < y->size ? x->size : y->size;
  int order = memcmp(x->key, y->key, size);
  if (order != 0) return order;
  if (x->size != y->size) return x->size < y->size ? -1 : 1;
  return x->place < y->place ? -1 : 1;
}

static void add_key (lua_State *L, sort_list *list,
                     const jilu_collation_options *options) {
  sort_item *item = &list->items[list->count];
  size_t size;
  const char *text;
  lua_rawgeti(L, 1, (lua_Integer)list->count + 1);
  if (lua_type(L, -1) != LUA_TSTRING)
    luaL_error(L, "list of strings expected");
  text = lua_tolstring(L, -1, &size);
  if (jilu_sort_key(text, size, options, &item->key, &item->size) != JILU_OK)
    luaL_error(L, "not enough memory");
  item->place = ++list->count;
  lua_pop(L, 1);
}

/*
** collation_order(texts [, options]) --> the places of the texts as they come in
** order; equal ones stay as they are
*/
static int collation_order (lua_State *L) {
  jilu_collation_options options;
  size_t count, k;
  sort_list *list;
  luaL_checktype(L, 1, LUA_TTABLE);
  options = check_options(L, 2);
  count = (size_t)lua_rawlen(L, 1);
  list = lua_newuserdatauv(L, sizeof *list, 0);
  memset(list, 0, sizeof *list);
  luaL_setmetatable(L, LIST);
  list->items = calloc(count + 1, sizeof *list->items);
  if (list->items == NULL) return luaL_error(L, "not enough memory");
  for (k = 0; k < count; k++) add_key(L, list, &options);
  qsort(list->items, count, sizeof *list->items, by_key);
  lua_createtable(L, (int)count, 0);
  for (k = 0; k < count; k++) {
    lua_pushinteger(L, (lua_Integer)list->items[k].place);
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
  return 1;
}

static const luaL_Reg list_metamethods[] = {
  {"__gc", list_gc},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"collation_order", collation_order},
  {"sortkey", sortkey},
  {"compare", compare},
  {NULL, NULL}
};

void jiluL_open_collation (lua_State *L) {
  jiluL_newclass(L, LIST, NULL, list_metamethods, NULL);
  jiluL_setfuncs(L, functions);
}
