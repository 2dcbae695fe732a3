/*
** Objects in use. Nearly every call into Lua may run a finalizer or a
** metamethod, and those may close, or change, what a function of this folder
** is walking through. Who walks marks it as in use; closing it then raises.
*/

#include "binding/binding.h"

#define USE "jilu.Use"

/* The mark goes when the function returns or raises (__close). */
static int end_use (lua_State *L) {
  jiluL_closable **use = luaL_checkudata(L, 1, USE);
  if (*use != NULL) (*use)->users--;
  *use = NULL;
  return 0;
}

void jiluL_use (lua_State *L, int index) {
  jiluL_closable **use;
  index = lua_absindex(L, index);
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  use = lua_newuserdatauv(L, sizeof *use, 1);
  *use = NULL;
  luaL_setmetatable(L, USE);
  lua_pushvalue(L, index);
  lua_setiuservalue(L, -2, 1);
  lua_toclose(L, -1);
  *use = lua_touserdata(L, index);
  (*use)->users++;
}

void jiluL_checkunused (lua_State *L, int arg) {
  const jiluL_closable *object = lua_touserdata(L, arg);
  if (object->users == 0) return;
  luaL_getmetafield(L, arg, "__name");
  luaL_error(L, "%s is in use by a function that has not returned",
             lua_tostring(L, -1));
}

jiluL_box *jiluL_newbox (lua_State *L, const char *class_name, int values) {
  jiluL_box *box = lua_newuserdatauv(L, sizeof *box, values);
  box->use.users = 0;
  box->is = NULL;
  luaL_setmetatable(L, class_name);
  return box;
}

void jiluL_open_use (lua_State *L) {
  luaL_newmetatable(L, USE);
  lua_pushcfunction(L, end_use);
  lua_setfield(L, -2, "__close");
  lua_pop(L, 1);
}
