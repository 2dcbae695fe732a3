/* Runs a Lua script over and over, each time with another allocation that
   fails, and then once more with memory to spare: it must then give what it
   gives in a fresh state.

     allocation SCRIPT STEP ONLY_MARKED

   SCRIPT returns a function that returns a string. Every STEP-th allocation of
   that function fails, in a process of its own; with ONLY_MARKED 1 those are
   counted that are made while the script has said counting(true). Prints how
   many were made to fail and in how many of them the string was another one. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

static const struct rlimit SECONDS = { 20, 20 };

typedef struct {
  long count, fail_at;
  int armed, marked, only_marked;
} memory;

/* Lua collects and asks again: the second request fails as well. */
static void *allocate(void *data, void *block, size_t old, size_t size) {
  memory *m = data;
  if (size == 0) {
    free(block);
    return NULL;
  }
  if (m->armed && (m->marked || !m->only_marked) && (!block || size > old)) {
    m->count++;
    if (m->count == m->fail_at || m->count == m->fail_at + 1) return NULL;
  }
  return realloc(block, size);
}

static int counting(lua_State *L) {
  void *data;
  lua_getallocf(L, &data);
  ((memory *)data)->marked = lua_toboolean(L, 1);
  return 0;
}

static lua_State *load(memory *m, const char *script) {
  lua_State *L = lua_newstate(allocate, m);
  luaL_openlibs(L);
  lua_register(L, "counting", counting);
  if (luaL_dofile(L, script)) {
    printf("%s\n", lua_tostring(L, -1));
    exit(1);
  }
  return L;
}

static int call(lua_State *L) {
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  return lua_pcall(L, 0, 1, 0);
}

static int attempt(lua_State *L, memory *m, long fail_at, const char *expected) {
  m->fail_at = fail_at;
  m->count = m->marked = 0;
  m->armed = 1;
  call(L);
  m->armed = 0;
  if (call(L)) return 1;
  return strcmp(lua_tostring(L, -1), expected) != 0;
}

static int wrong_in_child(lua_State *L, memory *m, long n, const char *expected) {
  int status;
  pid_t child = fork();
  if (child == 0) setrlimit(RLIMIT_CPU, &SECONDS);   /* an endless loop */
  if (child == 0) _exit(attempt(L, m, n, expected));
  waitpid(child, &status, 0);
  if (status && WIFSIGNALED(status)) printf("%ld: signal\n", n);
  else if (status) printf("%ld: other output\n", n);
  return status != 0;
}

int main(int argc, char **argv) {
  static memory fresh = { .fail_at = -2 }, m;
  if (argc != 4) return 2;
  setvbuf(stdout, NULL, _IONBF, 0);
  fresh.only_marked = m.only_marked = atoi(argv[3]);
  lua_State *reference = load(&fresh, argv[1]);
  fresh.armed = 1;
  if (call(reference)) {
    printf("%s\n", lua_tostring(reference, -1));
    return 1;
  }
  fresh.armed = 0;
  const char *expected = lua_tostring(reference, -1);
  lua_State *L = load(&m, argv[1]);
  long tried = 0, wrong = 0, step = atol(argv[2]);
  for (long n = 1; n <= fresh.count; n += step, tried++)
    wrong += wrong_in_child(L, &m, n, expected);
  printf("tried %ld wrong %ld\n", tried, wrong);
  return 0;
}
