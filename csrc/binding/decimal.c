/* Exact decimals as numbers and digits; exact sums of what records hold. */

#include "binding/binding.h"

#include <stdio.h>
#include <string.h>

#include "vocabulary/decimal.h"
#include "record/json.h"

/* Pushes the number that plain digits say; false where they are none. */
static bool push_plain (lua_State *L, const char *digits, size_t size) {
  size_t i;
  for (i = 0; i < size; i++)
    if (strchr("-.0123456789", digits[i]) == NULL) return false;
  lua_pushlstring(L, digits, size);
  if (!lua_isnumber(L, -1)) {
    lua_pop(L, 1);
    return false;
  }
  lua_pushnumber(L, lua_tonumber(L, -1));
  lua_remove(L, -2);
  return true;
}

/*
** Pushes the double nearest to the digits, which may be a fraction (of two
** numbers that are rounded first, where they have more than 15 digits).
*/
static bool push_nearest (lua_State *L, const char *digits, size_t size) {
  const char *slash = memchr(digits, '/', size);
  lua_Number above;
  size_t before;
  if (slash == NULL) return push_plain(L, digits, size);
  before = (size_t)(slash - digits);
  if (!push_plain(L, digits, before)) return false;
  above = lua_tonumber(L, -1);
  lua_pop(L, 1);
  if (!push_plain(L, slash + 1, size - before - 1)) return false;
  lua_pushnumber(L, above / lua_tonumber(L, -1));
  lua_remove(L, -2);
  return true;
}

/* A value is a Lua number that shows all its digits, or a string of digits. */
static void check_decimal (lua_State *L, int arg, jilu_decimal *d) {
  char text[64];
  size_t size;
  const char *s = text;
  if (lua_type(L, arg) == LUA_TNUMBER) {
    size = lua_isinteger(L, arg)
        ? (size_t)snprintf(text, sizeof text, LUA_INTEGER_FMT,
                           lua_tointeger(L, arg))
        : (size_t)snprintf(text, sizeof text, "%.15g", lua_tonumber(L, arg));
    jilu_json_point(text);
  }
  else
    s = luaL_checklstring(L, arg, &size);
  luaL_argcheck(L, jilu_decimal_parse(s, size, d) && !d->negative, arg,
                "non-negative decimal expected");
}

void jiluL_pushdigits (lua_State *L, const jilu_decimal *d) {
  char text[JILU_DECIMAL_TEXT];
  lua_pushlstring(L, text, jilu_decimal_text(d, text));
}

bool jiluL_isnearest (lua_State *L, int number, int digits) {
  size_t size;
  const char *text;
  bool same;
  if (lua_type(L, digits) != LUA_TSTRING) return false;
  text = lua_tolstring(L, digits, &size);
  if (!push_nearest(L, text, size)) return false;
  same = lua_tonumber(L, number) == lua_tonumber(L, -1);
  lua_pop(L, 1);
  return same;
}

void jiluL_pushdecimal (lua_State *L, const jilu_decimal *d) {
  char text[JILU_DECIMAL_TEXT];
  double number;
  uint64_t whole;
  if (!jilu_decimal_double(d, &number))
    (void)push_nearest(L, text, jilu_decimal_text(d, text));
  else if (jilu_decimal_integer(d, &whole))
    lua_pushinteger(L, (lua_Integer)whole);
  else lua_pushnumber(L, number);
}

jilu_status jiluL_writedecimal (jilu_buffer *out, const jilu_decimal *d) {
  char text[JILU_DECIMAL_TEXT];
  double number;
  uint64_t whole;
  if (!jilu_decimal_double(d, &number))
    return jilu_json_decimal(out, text, jilu_decimal_text(d, text));
  if (jilu_decimal_integer(d, &whole))
    return jilu_json_integer(out, (int64_t)whole);
  return jilu_json_double(out, number);
}

/*
** add(a, b) --> a + b, exactly
** Non-negative decimals, each a number of at most 15 digits or a string of
** digits; so is the sum. Raises for anything else, and where the sum is too
** long for an exact decimal.
*/
static int add (lua_State *L) {
  jilu_decimal a, b, sum;
  check_decimal(L, 1, &a);
  check_decimal(L, 2, &b);
  if (!jilu_decimal_add(&a, &b, &sum))
    return luaL_error(L, "the sum is over the limit JILU_DECIMAL_DIGITS (%d)",
                      JILU_DECIMAL_DIGITS);
  if (jilu_decimal_shown(&sum)) jiluL_pushdecimal(L, &sum);
  else jiluL_pushdigits(L, &sum);
  return 1;
}

static const luaL_Reg functions[] = {
  {"add", add},
  {NULL, NULL}
};

void jiluL_open_decimal (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
