/*
** find_within; list_before, list_end and list_items: words and lists in spans of
** running text. Positions are bytes of the text, from 1.
*/

#include "binding/binding.h"

#include "prose/list_items.h"
#include "unicode/find.h"

/* A position from 1 in argument 'arg', at most 'most'; counted from 0. */
static size_t check_position (lua_State *L, int arg, size_t most) {
  lua_Integer value = luaL_checkinteger(L, arg);
  luaL_argcheck(L, value >= 1 && (size_t)value <= most, arg, "out of range");
  return (size_t)value - 1;
}

/* The last byte of a span in argument 'arg', which may be empty. */
static size_t check_last (lua_State *L, int arg, size_t size) {
  lua_Integer value = luaL_checkinteger(L, arg);
  luaL_argcheck(L, value >= 0 && (size_t)value <= size, arg, "out of range");
  return (size_t)value;
}

static size_t check_window (lua_State *L, int arg) {
  lua_Integer value = luaL_checkinteger(L, arg);
  luaL_argcheck(L, value >= 0, arg, "out of range");
  return (size_t)value;
}

/*
** find_within(text, word, first, last) --> first byte, last byte | nil
** The first place of a word in text[first..last], which ends with the text at
** the latest; nothing is copied, and what stands behind is not looked at.
*/
static int find_within (lua_State *L) {
  size_t size, length, found;
  const char *text = luaL_checklstring(L, 1, &size);
  const char *word = luaL_checklstring(L, 2, &length);
  lua_Integer first = luaL_checkinteger(L, 3), last = luaL_checkinteger(L, 4);
  luaL_argcheck(L, first >= 1, 3, "out of range");
  if (last > (lua_Integer)size) last = (lua_Integer)size;
  if (first > last) return 0;
  size = (size_t)(last - first + 1);
  found = jilu_find(text + first - 1, size, word, length);
  if (found == size) return 0;
  lua_pushinteger(L, first + (lua_Integer)found);
  lua_pushinteger(L, first + (lua_Integer)(found + length) - 1);
  return 2;
}

/*
** list_end(text, first, window) --> the byte behind the list that begins at
** byte 'first' if it is as long as it may be; its bytes are 'first' and at most
** 'window' behind it, and the rest of the character there
*/
static int list_end (lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  size_t begin = check_position(L, 2, size + 1);
  size_t end = jilu_list_limit(text, size, begin, check_window(L, 3));
  lua_pushinteger(L, (lua_Integer)end + 1);
  return 1;
}

#define ITEMS_MAX 64   /* that a list may be asked to have at most */

/* How many items a list is asked to have, from argument 'arg' on. */
static size_t check_count (lua_State *L, int arg, lua_Integer otherwise) {
  lua_Integer value = luaL_optinteger(L, arg, otherwise);
  luaL_argcheck(L, value >= 0 && value <= ITEMS_MAX, arg, "out of range");
  return (size_t)value;
}

static void push_positions (lua_State *L, const size_t *positions, size_t n,
                            size_t base) {
  size_t k;
  lua_createtable(L, (int)n + 1, 0);   /* the last one may be two */
  for (k = 0; k < n; k++) {
    lua_pushinteger(L, (lua_Integer)(positions[k] + base));
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
}

/* Pushes the items of a list, or nil where it has less or more. */
static int push_counted (lua_State *L, jilu_items *list, size_t least,
                         size_t most) {
  size_t firsts[ITEMS_MAX], lasts[ITEMS_MAX], first, last, n = 0;
  while (jilu_items_next(list, &first, &last)) {
    if (n == most) return 0;
    firsts[n] = first;
    lasts[n++] = last;
  }
  if (n < least) return 0;
  push_positions(L, firsts, n, 1);
  push_positions(L, lasts, n, 0);
  return 2;
}

static int push_items (lua_State *L, jilu_items *list) {
  size_t first, last;
  lua_Integer n = 0;
  lua_createtable(L, 4, 0);
  lua_createtable(L, 4, 0);
  while (jilu_items_next(list, &first, &last)) {
    n++;
    lua_pushinteger(L, (lua_Integer)first + 1);
    lua_rawseti(L, -3, n);
    lua_pushinteger(L, (lua_Integer)last);
    lua_rawseti(L, -2, n);
  }
  return 2;
}

/*
** list_items(text, first, last [, commas [, least, most]])
**   --> first bytes, last bytes | nothing
** The items of the list text[first..last], as two lists of positions; nothing
** where 'least' and 'most' are given and it has less or more.
*/
static int list_items (lua_State *L) {
  size_t size, begin, end;
  const char *text = luaL_checklstring(L, 1, &size);
  jilu_items list;
  begin = check_position(L, 2, size + 1);
  end = check_last(L, 3, size);
  jilu_items_start(&list, text, size, begin, end, lua_toboolean(L, 4));
  if (lua_isnoneornil(L, 5)) return push_items(L, &list);
  return push_counted(L, &list, check_count(L, 5, 0), check_count(L, 6, 0));
}

/*
** list_before(text, last, window, least, most)
**   --> first bytes, last bytes | nothing
** The items of the list that ends with byte 'last' and begins with its clause,
** at most 'window' bytes before it; nothing where it has less items or more.
*/
static int list_before (lua_State *L) {
  size_t size, begin, end;
  const char *text = luaL_checklstring(L, 1, &size);
  jilu_items list;
  end = check_last(L, 2, size);
  begin = jilu_clause_begin(text, size, end, check_window(L, 3));
  jilu_items_start(&list, text, size, begin, end, false);
  return push_counted(L, &list, check_count(L, 4, 0),
                      check_count(L, 5, ITEMS_MAX));
}

static const luaL_Reg functions[] = {
  {"find_within", find_within},
  {"list_before", list_before},
  {"list_end", list_end},
  {"list_items", list_items},
  {NULL, NULL}
};

void jiluL_open_items (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
