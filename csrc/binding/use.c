/*
** Objects in use. Nearly every call into Lua may run a finalizer or a
** metamethod, and those may close, or change, what a function of this folder
** is walking through. Who walks marks it as in use; closing it then raises.
** Before 5.4 nothing runs when a function ends. There the object knows in which
** call it was marked first, and who finds marks asks whether that still runs.
*/

#include "binding/binding.h"

#include <stdbool.h>
#include <string.h>

#define USE "jilu.Use"
#define HELD "jilu.HeldUse"    /* of a function that may give way */

typedef struct mark {
  jiluL_closable *object;
#if LUA_VERSION_NUM < 504
  unsigned era;
#endif
} mark;

#if LUA_VERSION_NUM >= 504

#define END_OF_MARK "__close"
#define MARKS(object) ((object)->users)

static bool counts (const mark *m) { return m->object != NULL; }

static void begin (lua_State *L, mark *m, jiluL_closable *object) {
  lua_toclose(L, -1);
  (void)m;
  (void)object;
}

static bool in_use (lua_State *L, jiluL_closable *object) {
  (void)L;
  return object->users != 0;
}

#else

#define END_OF_MARK "__gc"
#define MARKS(object) ((object)->marks)

static bool counts (const mark *m) {
  return m->object != NULL && m->object->era == m->era;
}

static int depth_of (lua_State *L) {
  lua_Debug call;
  int depth = 0;
  while (lua_getstack(L, depth, &call)) depth++;
  return depth;
}

/* The C function that runs at 'depth', or NULL. */
static lua_CFunction function_at (lua_State *L, int depth, int depths) {
  lua_Debug call;
  lua_CFunction function;
  if (!lua_getstack(L, depths - depth, &call) ||
      !lua_getinfo(L, "f", &call)) return NULL;
  function = lua_tocfunction(L, -1);
  lua_pop(L, 1);
  return function;
}

/* Can the function of the first mark that counts not be running any more? */
static bool has_ended (lua_State *L, const jiluL_closable *object) {
  int depth;
  if (object->thread != L) return false;
  depth = depth_of(L);
  return object->depth >= depth ||
         function_at(L, object->depth, depth) != object->function;
}

static bool marked (lua_State *L, jiluL_closable *object) {
  if (object->marks == 0) return false;
  if (!has_ended(L, object)) return true;
  object->marks = 0;
  object->era++;
  return false;
}

/* Where that can't be told the collector finds who still has a mark. */
static bool in_use (lua_State *L, jiluL_closable *object) {
  if (object->users != 0) return true;
  if (!marked(L, object)) return false;
  lua_gc(L, LUA_GCCOLLECT, 0);
  return object->marks != 0;
}

static void begin (lua_State *L, mark *m, jiluL_closable *object) {
  if (!marked(L, object)) {
    object->depth = depth_of(L);
    object->thread = L;
    object->function = function_at(L, object->depth, object->depth);
  }
  m->era = object->era;
}

#endif

/* The mark goes when the function returns or raises, or is never gone on with. */
static int end_use (lua_State *L) {
  mark *m = luaL_testudata(L, 1, USE);
  if (m == NULL) m = luaL_checkudata(L, 1, HELD);
  if (counts(m)) MARKS(m->object)--;
  m->object = NULL;
  return 0;
}

static void use_as (lua_State *L, int index, const char *kind) {
  jiluL_closable *object;
  mark *m;
  index = lua_absindex(L, index);
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  object = lua_touserdata(L, index);
  m = lua_newuserdatauv(L, sizeof *m, 1);
  m->object = NULL;
  luaL_setmetatable(L, kind);
  lua_pushvalue(L, index);
  lua_setiuservalue(L, -2, 1);
  begin(L, m, object);
  m->object = object;
  MARKS(object)++;
}

void jiluL_use (lua_State *L, int index) { use_as(L, index, USE); }

void jiluL_hold (lua_State *L, int index) { use_as(L, index, HELD); }

void jiluL_checkunused (lua_State *L, int arg) {
  if (!in_use(L, lua_touserdata(L, arg))) return;
  luaL_getmetafield(L, arg, "__name");
  luaL_error(L, "%s is in use by a function that has not returned",
             lua_tostring(L, -1));
}

jiluL_box *jiluL_newbox (lua_State *L, const char *class_name, int values) {
  jiluL_box *box = lua_newuserdatauv(L, sizeof *box, values);
  memset(box, 0, sizeof *box);
  luaL_setmetatable(L, class_name);
  return box;
}

void jiluL_open_use (lua_State *L) {
  static const luaL_Reg at_end[] = {{END_OF_MARK, end_use}, {NULL, NULL}};
  jiluL_newclass(L, USE, NULL, at_end, NULL);
  jiluL_newclass(L, HELD, NULL, NULL, end_use);
}
