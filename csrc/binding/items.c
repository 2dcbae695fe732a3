/*
** find_within; clause_first, list_end and list_items: words and lists in spans
** of running text. Positions are bytes of the text, from 1.
*/

#include "binding/binding.h"

#include "segment/items.h"
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
** clause_first(text, last, window) --> the first byte of the clause that ends
** with byte 'last', at most 'window' bytes before it
*/
static int clause_first (lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  size_t end = check_last(L, 2, size);
  size_t begin = jilu_clause_begin(text, size, end, check_window(L, 3));
  lua_pushinteger(L, (lua_Integer)begin + 1);
  return 1;
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

/*
** list_items(text, first, last [, commas]) --> first bytes, last bytes
** The items of the list text[first..last], as two lists of positions.
*/
static int list_items (lua_State *L) {
  size_t size, begin, end, first, last;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_Integer n = 0;
  jilu_items list;
  begin = check_position(L, 2, size + 1);
  end = check_last(L, 3, size);
  jilu_items_start(&list, text, size, begin, end, lua_toboolean(L, 4));
  lua_createtable(L, 4, 0);
  lua_createtable(L, 4, 0);
  while (jilu_items_next(&list, &first, &last)) {
    n++;
    lua_pushinteger(L, (lua_Integer)first + 1);
    lua_rawseti(L, -3, n);
    lua_pushinteger(L, (lua_Integer)last);
    lua_rawseti(L, -2, n);
  }
  return 2;
}

static const luaL_Reg functions[] = {
  {"clause_first", clause_first},
  {"find_within", find_within},
  {"list_end", list_end},
  {"list_items", list_items},
  {NULL, NULL}
};

void jiluL_open_items (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
