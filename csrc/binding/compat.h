/*
** Lua 5.1, LuaJIT, 5.2 and 5.3 with the names that 5.4 and 5.5 have: the one
** place that knows of other versions. Each function does what the manual of
** 5.4 says as far as this folder relies on it. What all versions do in a way
** of their own (files of Lua's, marks that end with a function) is in
** lua_file.c and use.c.
*/
#ifndef JILU_BINDING_COMPAT_H
#define JILU_BINDING_COMPAT_H

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#if LUA_VERSION_NUM < 504

#define luaL_argexpected(L, cond, arg, tname) \
  ((void)((cond) || luaL_argerror(L, arg, lua_pushfstring(L, \
    "%s expected, got %s", tname, luaL_typename(L, arg)))))

/* --- user values: a table in the one place that there is ------------------- */

#if LUA_VERSION_NUM == 501
#define jiluL_setslot(L, i) lua_setfenv(L, i)
#define jiluL_getslot(L, i) lua_getfenv(L, i)
#else
#define jiluL_setslot(L, i) lua_setuservalue(L, i)
#define jiluL_getslot(L, i) lua_getuservalue(L, i)
#endif

static inline void *jiluL_newuserdatauv (lua_State *L, size_t size, int n) {
  void *p = (lua_newuserdata)(L, size);
  if (n > 0) {
    lua_createtable(L, n, 0);
    (void)jiluL_setslot(L, -2);
  }
  return p;
}

static inline int jiluL_setiuservalue (lua_State *L, int i, int n) {
  /* value on top */
  if (i < 0 && i > LUA_REGISTRYINDEX) i = lua_gettop(L) + i + 1;
  (void)jiluL_getslot(L, i);
  lua_insert(L, -2);
  lua_rawseti(L, -2, n);
  lua_pop(L, 1);
  return 1;
}

static inline int jiluL_getiuservalue (lua_State *L, int i, int n) {
  (void)jiluL_getslot(L, i);
  lua_rawgeti(L, -1, n);
  lua_remove(L, -2);
  return lua_type(L, -1);
}

#define lua_newuserdatauv jiluL_newuserdatauv
#define lua_setiuservalue jiluL_setiuservalue
#define lua_getiuservalue jiluL_getiuservalue

#endif

#if LUA_VERSION_NUM < 503

#ifndef LUA_MAXINTEGER
#define LUA_MAXINTEGER ((lua_Integer)PTRDIFF_MAX)
#endif
#define LUA_MININTEGER ((lua_Integer)PTRDIFF_MIN)

#define LUA_INTEGER_FMT "%td"

static inline int jiluL_getfield (lua_State *L, int i, const char *k) {
  (lua_getfield)(L, i, k);
  return lua_type(L, -1);
}
static inline int jiluL_rawgeti (lua_State *L, int i, lua_Integer n) {
  (lua_rawgeti)(L, i, (int)n);
  return lua_type(L, -1);
}
static inline int jiluL_rawget (lua_State *L, int i) {
  (lua_rawget)(L, i);
  return lua_type(L, -1);
}
static inline int jiluL_gettable (lua_State *L, int i) {
  (lua_gettable)(L, i);
  return lua_type(L, -1);
}
static inline void jiluL_rawseti (lua_State *L, int i, lua_Integer n) {
  (lua_rawseti)(L, i, (int)n);
}
/* a number without a fraction that a double holds */
static inline int jiluL_isinteger (lua_State *L, int i) {
  lua_Number n;
  if (lua_type(L, i) != LUA_TNUMBER) return 0;
  n = lua_tonumber(L, i);
  return n >= -9007199254740992.0 && n <= 9007199254740992.0 &&
         (lua_Number)(long long)n == n;
}
#define lua_getfield jiluL_getfield
#define lua_rawgeti jiluL_rawgeti
#define lua_rawget jiluL_rawget
#define lua_gettable jiluL_gettable
#define lua_rawseti jiluL_rawseti
#define lua_isinteger jiluL_isinteger
#endif

#if LUA_VERSION_NUM == 501

#define lua_rawlen lua_objlen
#define luaL_checkversion(L) ((void)(L))
#ifndef LUA_OK
#define LUA_OK 0
#endif

static inline int jiluL_fileresult (lua_State *L, int ok, const char *name) {
  int code = errno;
  if (ok) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_pushnil(L);
  if (name != NULL) lua_pushfstring(L, "%s: %s", name, strerror(code));
  else lua_pushstring(L, strerror(code));
  lua_pushinteger(L, code);
  return 3;
}
#define luaL_fileresult jiluL_fileresult

static inline int jiluL_absindex (lua_State *L, int i) {
  return i > 0 || i <= LUA_REGISTRYINDEX ? i : lua_gettop(L) + i + 1;
}
#define lua_absindex jiluL_absindex

/* pushes 'message' with a traceback, by debug.traceback where that is there */
static inline void jiluL_traceback (lua_State *L, lua_State *from,
                                    const char *message, int level) {
  (void)from;
  lua_getglobal(L, "debug");
  if (lua_istable(L, -1)) (lua_getfield)(L, -1, "traceback");
  else lua_pushnil(L);
  lua_remove(L, -2);
  if (!lua_isfunction(L, -1)) {
    lua_pop(L, 1);
    lua_pushstring(L, message != NULL ? message : "");
    return;
  }
  lua_pushstring(L, message);
  lua_pushinteger(L, level + 1);
  lua_call(L, 2, 1);
}
#define luaL_traceback jiluL_traceback

static inline void jiluL_setmetatable (lua_State *L, const char *name) {
  luaL_getmetatable(L, name);
  lua_setmetatable(L, -2);
}
static inline void *jiluL_testudata (lua_State *L, int i, const char *name) {
  void *p = lua_touserdata(L, i);
  if (p == NULL || !lua_getmetatable(L, i)) return NULL;
  luaL_getmetatable(L, name);
  if (!lua_rawequal(L, -1, -2)) p = NULL;
  lua_pop(L, 2);
  return p;
}
#define luaL_setmetatable jiluL_setmetatable
#define luaL_testudata jiluL_testudata

/* buffers of a size that is known: a userdata below what is built */
#define luaL_Buffer jiluL_Buffer
typedef struct jiluL_Buffer {
  lua_State *L;
  char *b;
  size_t n, size;
} jiluL_Buffer;
static inline char *jiluL_buffinitsize (lua_State *L, jiluL_Buffer *B, size_t n) {
  B->L = L; B->n = 0; B->size = n;
  B->b = (char *)(lua_newuserdata)(L, n > 0 ? n : 1);
  return B->b;
}
static inline void jiluL_buffinit (lua_State *L, jiluL_Buffer *B) {
  (void)jiluL_buffinitsize(L, B, 256);
}
static inline void jiluL_addlstring (jiluL_Buffer *B, const char *s, size_t n) {
  if (B->size - B->n < n) {
    size_t size = 2 * B->size + n;
    char *b = (char *)(lua_newuserdata)(B->L, size);
    memcpy(b, B->b, B->n);
    lua_replace(B->L, -2);
    B->b = b; B->size = size;
  }
  memcpy(B->b + B->n, s, n);
  B->n += n;
}
static inline void jiluL_addstring (jiluL_Buffer *B, const char *s) {
  jiluL_addlstring(B, s, strlen(s));
}
static inline void jiluL_addvalue (jiluL_Buffer *B) {
  size_t n;
  const char *s = lua_tolstring(B->L, -1, &n);
  lua_insert(B->L, -2);                      /* the userdata is on top */
  jiluL_addlstring(B, s, n);
  lua_remove(B->L, -2);
}
static inline void jiluL_addchar (jiluL_Buffer *B, char c) {
  jiluL_addlstring(B, &c, 1);
}
static inline void jiluL_pushresult (jiluL_Buffer *B) {
  lua_pushlstring(B->L, B->b, B->n);
  lua_remove(B->L, -2);
}
static inline void jiluL_pushresultsize (jiluL_Buffer *B, size_t n) {
  B->n += n;
  jiluL_pushresult(B);
}
#undef luaL_addchar
#define luaL_buffinit jiluL_buffinit
#define luaL_buffinitsize jiluL_buffinitsize
#define luaL_addlstring jiluL_addlstring
#define luaL_addstring jiluL_addstring
#define luaL_addchar jiluL_addchar
#define luaL_addvalue jiluL_addvalue
#define luaL_pushresult jiluL_pushresult
#define luaL_pushresultsize jiluL_pushresultsize

/* by __tostring where the value has one */
static inline const char *jiluL_tolstring (lua_State *L, int i, size_t *size) {
  i = jiluL_absindex(L, i);
  if (luaL_callmeta(L, i, "__tostring")) return lua_tolstring(L, -1, size);
  switch (lua_type(L, i)) {
    case LUA_TNUMBER: case LUA_TSTRING: lua_pushvalue(L, i); break;
    case LUA_TBOOLEAN:
      lua_pushstring(L, lua_toboolean(L, i) ? "true" : "false"); break;
    case LUA_TNIL: lua_pushliteral(L, "nil"); break;
    default:
      lua_pushfstring(L, "%s: %p", luaL_typename(L, i), lua_topointer(L, i));
  }
  return lua_tolstring(L, -1, size);
}
#define luaL_tolstring jiluL_tolstring

static inline lua_Integer jiluL_tointegerx (lua_State *L, int i, int *is) {
  *is = lua_isnumber(L, i) != 0;
  return lua_tointeger(L, i);
}
#define lua_tointegerx jiluL_tointegerx
#endif

/* How lua_pushfstring shows a size. */
#if LUA_VERSION_NUM < 503
#define JILUL_SIZE "%d"
typedef int jiluL_size;
#else
#define JILUL_SIZE "%I"
typedef LUAI_UACINT jiluL_size;
#endif

#endif
