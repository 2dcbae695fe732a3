/*
** clause_first, list_end and list_items: lists in running text, by
** their marks. Positions are bytes of the text, from 1.
*/

#include "binding/binding.h"

#include "segment/items.h"

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
  {"list_end", list_end},
  {"list_items", list_items},
  {NULL, NULL}
};

void jiluL_open_items (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
