/*
** Work in slices: a coroutine that gives way when its time is up, wherever it
** is. A count hook yields from Lua; functions of this folder that are long at
** work ask by themselves (jiluL_due).
*/

#define _POSIX_C_SOURCE 200809L

#include "binding/binding.h"

#if LUA_VERSION_NUM >= 504

#include <string.h>
#include <time.h>

#define INSTRUCTIONS 1000    /* between two looks at the clock */

/*
** The coroutine at work and when its time is up; of a state. The collector pays
** a debt at once, tens of milliseconds where a large table has grown: in a slice
** it is stopped, and goes in small steps at each look at the clock.
*/
typedef struct slice {
  lua_State *thread;         /* NULL: none */
  double until;              /* seconds */
  bool collects;             /* the collector is not stopped by the caller */
  bool cycle;                /* one of its cycles is under way */
  int count;                 /* KB in use at the last look, or after the cycle */
} slice;

#define STEP 2               /* KB of growth for a step of the collector */

static const char KEY = 0;

static double now (void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static slice *slice_of (lua_State *L) {
  slice *s;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &KEY);
  s = lua_touserdata(L, -1);
  lua_pop(L, 1);
  return s;
}

bool jiluL_due (lua_State *L) {
  const slice *s = slice_of(L);
  return s != NULL && s->thread == L && lua_isyieldable(L) && now() >= s->until;
}

/* How much a step of the collector does; returns what it did before. */
static int set_effort (lua_State *L, int effort) {
#if LUA_VERSION_NUM == 504
  return lua_gc(L, LUA_GCSETSTEPMUL, effort);
#else
  (void)L;
  return effort;
#endif
}

#define EFFORT 20            /* a fifth of what it does if nothing is said */

/* The least step of the collector; does it end a cycle? */
static bool step (lua_State *L) {
#if LUA_VERSION_NUM == 504
  return lua_gc(L, LUA_GCSTEP, 0) != 0;
#else
  return lua_gc(L, LUA_GCSTEP, (size_t)0) != 0;
#endif
}

/* As the collector does by itself: a cycle begins when memory has doubled. */
static void collect (lua_State *L, slice *s) {
  int count = lua_gc(L, LUA_GCCOUNT), steps;
  if (!s->cycle) {
    if (count < 2 * s->count) return;
    s->cycle = true;
    s->count = count;
  }
  steps = (count - s->count) / STEP + 1;
  while (steps-- > 0 && s->cycle && now() < s->until)
    if (step(L)) s->cycle = false;
  s->count = s->cycle ? count : lua_gc(L, LUA_GCCOUNT);
}

static void look (lua_State *L, lua_Debug *event) {
  slice *s = slice_of(L);
  (void)event;
  if (s == NULL || s->thread != L) return;
  if (s->collects) collect(L, s);
  if (jiluL_due(L)) lua_yield(L, 0);
}

/* What the coroutine gave, or its error, goes to the caller. */
static int give (lua_State *L, lua_State *thread, int status, int count) {
  if (status != LUA_OK) {
    lua_xmove(thread, L, 1);
    return lua_error(L);
  }
  lua_pushboolean(L, 1);
  luaL_checkstack(L, count, NULL);
  lua_xmove(thread, L, count);
  return count + 1;
}

/*
** slice(thread, milliseconds) --> false where it has to go on, else true and what
** it returned. Raises what it raised. What it yields by itself is dropped.
*/
static int slice_run (lua_State *L) {
  lua_State *thread = lua_tothread(L, 1);
  lua_Number milliseconds = luaL_checknumber(L, 2);
  slice *s = slice_of(L), before;
  int status, effort, count = 0;
  luaL_argexpected(L, thread != NULL, 1, "thread");
  luaL_argcheck(L, lua_status(thread) == LUA_YIELD || lua_gettop(thread) > 0,
                1, "the thread has ended");
  before = *s;
  s->collects = lua_gc(L, LUA_GCISRUNNING) != 0;
  if (s->collects) lua_gc(L, LUA_GCSTOP);
  effort = set_effort(L, EFFORT);
  s->thread = thread;
  s->until = now() + milliseconds / 1000;
  lua_sethook(thread, look, LUA_MASKCOUNT, INSTRUCTIONS);
  status = lua_resume(thread, L, 0, &count);
  lua_sethook(thread, NULL, 0, 0);
  (void)set_effort(L, effort);
  if (s->collects) lua_gc(L, LUA_GCRESTART);
  s->thread = before.thread;
  s->until = before.until;
  s->collects = before.collects;
  if (status != LUA_YIELD) return give(L, thread, status, count);
  lua_pop(thread, count);
  lua_pushboolean(L, 0);
  return 1;
}

static const luaL_Reg functions[] = {
  {"slice", slice_run},
  {NULL, NULL}
};

void jiluL_open_slice (lua_State *L) {
  slice *s = lua_newuserdatauv(L, sizeof *s, 0);
  memset(s, 0, sizeof *s);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &KEY);
  jiluL_setfuncs(L, functions);
}

#else

bool jiluL_due (lua_State *L) { (void)L; return false; }
void jiluL_open_slice (lua_State *L) { (void)L; }

#endif
