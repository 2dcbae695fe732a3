/* add: exact sums of the values that records hold. */

#include "binding/binding.h"

#include <stdio.h>

#include "vocabulary/decimal.h"
#include "record/json.h"

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

void jiluL_pushdecimal (lua_State *L, const jilu_decimal *d) {
  char text[JILU_DECIMAL_TEXT];
  double number;
  uint64_t whole;
  if (!jilu_decimal_double(d, &number))
    lua_pushlstring(L, text, jilu_decimal_text(d, text));
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
  jiluL_pushdecimal(L, &sum);
  return 1;
}

static const luaL_Reg functions[] = {
  {"add", add},
  {NULL, NULL}
};

void jiluL_open_decimal (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
