/* The class jilu.Roles: what each line of a document is. */

#include "binding/layer.h"

#include <string.h>

#define CLASS "jilu.Roles"

/* The uservalues. */
enum {
  VIEW = 1,
  NAMES   /* what the roles point to: a set of strings */
};

typedef struct line_roles {
  size_t count;         /* lines that have a role */
  const char *list[1];  /* by line; NULL where it has none */
} line_roles;

/* Takes the role on top of the stack; most lines have that of the one before. */
static const char *take_role (lua_State *L, int names, const char *before) {
  const char *role = lua_tostring(L, -1);
  if (role == before) return role;
  lua_pushvalue(L, -1);
  lua_pushboolean(L, 1);
  lua_rawset(L, names);
  return role;
}

/* Reads the roles of the lines from the list at 2. */
static void read_roles (lua_State *L, line_roles *roles, size_t lines) {
  size_t k;
  int names = lua_gettop(L);
  const char *before = NULL;
  lua_pushliteral(L, "role");
  for (k = 0; k < lines; k++) {
    luaL_argcheck(L, lua_rawgeti(L, 2, (lua_Integer)k + 1) == LUA_TTABLE, 2,
                  "lines are tables");
    lua_pushvalue(L, names + 1);
    if (lua_rawget(L, -2) == LUA_TSTRING) {
      roles->list[k] = before = take_role(L, names, before);
      roles->count++;
    }
    else luaL_argcheck(L, lua_isnil(L, -1), 2, "roles are strings");
    lua_pop(L, 2);
  }
  lua_pop(L, 1);
}

/*
** roles(view, lines) --> Roles
** What the lines of a view are: lines[number of the line].role, nil for a line
** that is nothing. What becomes of 'lines' later changes nothing.
*/
static int roles_new (lua_State *L) {
  size_t lines = jiluL_checkview(L, 1)->line_count;
  size_t size = sizeof(line_roles) + lines * sizeof(const char *);
  line_roles *roles;
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  roles = lua_newuserdatauv(L, size, NAMES);
  memset(roles, 0, size);
  luaL_setmetatable(L, CLASS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, 3, VIEW);
  lua_createtable(L, 0, 8);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 3, NAMES);
  read_roles(L, roles, lines);
  lua_pop(L, 1);
  return 1;
}

bool jiluL_roles (lua_State *L, int index, jiluL_layer *out) {
  const line_roles *roles = luaL_testudata(L, index, CLASS);
  if (roles == NULL) return false;
  memset(out, 0, sizeof *out);
  (void)lua_getiuservalue(L, index, VIEW);
  jiluL_use(L, -1);
  out->context.v = ((const jiluL_box *)lua_touserdata(L, -2))->is;
  luaL_argcheck(L, out->context.v != NULL, index, "its view is closed");
  out->roles = roles->list;
  out->count = roles->count;
  return true;
}

/* roles:layer("line") --> list of { type, first, last, line, role } */
static int roles_layer (lua_State *L) {
  jiluL_layer h;
  luaL_checkudata(L, 1, CLASS);
  h = jiluL_checklayer(L, 1, luaL_checkstring(L, 2));
  jiluL_pushlayer(L, &h);
  return 1;
}

/* #roles: how many lines have one */
static int roles_len (lua_State *L) {
  const line_roles *roles = luaL_checkudata(L, 1, CLASS);
  lua_pushinteger(L, (lua_Integer)roles->count);
  return 1;
}

static int roles_tostring (lua_State *L) {
  const line_roles *roles = luaL_checkudata(L, 1, CLASS);
  lua_pushfstring(L, CLASS " (%d lines)", (int)roles->count);
  return 1;
}

static const luaL_Reg methods[] = {
  {"layer", roles_layer},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__len", roles_len},
  {"__tostring", roles_tostring},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"roles", roles_new},
  {NULL, NULL}
};

void jiluL_open_roles (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, NULL);
  jiluL_setfuncs(L, functions);
}
