/* jilu.lower, upper, title, fold, equal: case mappings and comparison. */

#include <string.h>

#include "binding/binding.h"
#include "binding/units.h"
#include "view/equal.h"

/* A language tag: its first subtag decides. */
static jilu_locale locale_of (lua_State *L, int arg, const char *tag) {
  size_t size = strcspn(tag, "-_");
  if (size == 0 || size > 8)
    luaL_argerror(L, arg, "option 'locale' is no language tag");
  if (size != 2) return JILU_ROOT;
  if (memcmp(tag, "tr", 2) == 0 || memcmp(tag, "az", 2) == 0)
    return JILU_TURKISH;
  if (memcmp(tag, "lt", 2) == 0) return JILU_LITHUANIAN;
  if (memcmp(tag, "nl", 2) == 0) return JILU_DUTCH;
  return JILU_ROOT;
}

static jilu_locale check_locale (lua_State *L, int arg) {
  jilu_locale locale = JILU_ROOT;
  if (lua_isnoneornil(L, arg)) return locale;
  luaL_checktype(L, arg, LUA_TTABLE);
  lua_pushnil(L);
  while (lua_next(L, arg)) {
    const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
                                                     : "?";
    if (strcmp(key, "locale") != 0)
      luaL_argerror(L, arg, lua_pushfstring(L,
        "unknown option '%s' (known: locale)", key));
    if (lua_type(L, -1) != LUA_TSTRING)
      luaL_argerror(L, arg, "option 'locale' is no language tag");
    locale = locale_of(L, arg, lua_tostring(L, -1));
    lua_pop(L, 1);
  }
  return locale;
}

static int map (lua_State *L, jilu_case to) {
  size_t size, out_size;
  const char *text = luaL_checklstring(L, 1, &size);
  jilu_locale locale = check_locale(L, 2);
  char *out, **box = jiluL_newmemory(L);
  jiluL_checkstatus(L, 1, jilu_map_case(text, size, to, locale, &out,
                                        &out_size));
  *box = out;
  lua_pushlstring(L, out, out_size);
  jilu_free(out);
  *box = NULL;
  return 1;
}

/* lower(text [, { locale = }]) --> text */
static int lower (lua_State *L) { return map(L, JILU_LOWER); }

/* upper(text [, { locale = }]) --> text */
static int upper (lua_State *L) { return map(L, JILU_UPPER); }

/* title(text [, { locale = }]) --> text */
static int title (lua_State *L) { return map(L, JILU_TITLE); }

/* casefold(text [, { locale = }]) --> text */
static int casefold (lua_State *L) { return map(L, JILU_FOLD); }

/* equal(a, b [, { case =, width =, script = }]) --> boolean */
static int equal (lua_State *L) {
  static const char *const keys[] = {"case", "width", "script"};
  size_t a_size, b_size, k;
  const char *a = luaL_checklstring(L, 1, &a_size);
  const char *b = luaL_checklstring(L, 2, &b_size);
  unsigned ignored = 0;
  bool same;
  if (!lua_isnoneornil(L, 3)) {
    luaL_checktype(L, 3, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, 3)) {
      const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
                                                       : "?";
      for (k = 0; k < 3 && strcmp(key, keys[k]) != 0; k++) continue;
      if (k == 3)
        luaL_argerror(L, 3, lua_pushfstring(L,
          "unknown option '%s' (known: case, script, width)", key));
      if (lua_type(L, -1) != LUA_TBOOLEAN)
        luaL_argerror(L, 3, lua_pushfstring(L,
          "option '%s' is no boolean", key));
      if (!lua_toboolean(L, -1)) ignored |= 1u << k;
      lua_pop(L, 1);
    }
  }
  jiluL_checkstatus(L, 1, jilu_equal(a, a_size, b, b_size, ignored, &same));
  lua_pushboolean(L, same);
  return 1;
}

static const luaL_Reg functions[] = {
  {"lower", lower},
  {"upper", upper},
  {"title", title},
  {"casefold", casefold},
  {"equal", equal},
  {NULL, NULL}
};

void jiluL_open_case (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
