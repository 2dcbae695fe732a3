/*
** states MODULE-FOLDERS LUA-FOLDERS TEXT THREADS LOADS
** Many Lua states in one process: THREADS of them at once, each in a thread of
** its own, read the facts of TEXT and must say the same; then LOADS states one
** after another load jilu and end, and memory must not grow; what one more open
** state takes; and a child of fork does the same as its parent. Prints what was
** measured.
*/
#define _GNU_SOURCE
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

static const char *cpath, *path, *text;

static const char code[] =
  "local cpath, path, text = ...\n"
  "package.cpath, package.path = cpath, path\n"
  "local jilu = require 'jilu'\n"
  "local list = {}\n"
  "for k, fact in ipairs(jilu.facts(text)) do list[k] = tostring(fact) end\n"
  "return table.concat(list, '\\n')\n";

/* A new state with what it says of the text on its stack; ends the process
   where that fails. */
static lua_State *state (void) {
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  if (luaL_loadstring(L, code) != 0) abort();
  lua_pushstring(L, cpath);
  lua_pushstring(L, path);
  lua_pushstring(L, text);
  if (lua_pcall(L, 3, 1, 0) != 0) {
    fprintf(stderr, "%s\n", lua_tostring(L, -1));
    exit(1);
  }
  return L;
}

/* The same, for the caller to free. */
static char *facts (void) {
  lua_State *L = state();
  char *result = strdup(lua_tostring(L, -1));
  lua_close(L);
  return result;
}

static void *in_thread (void *unused) {
  (void)unused;
  return facts();
}

#define OPEN 20   /* states at one time, for what one takes */

/* What the process has of memory for itself, in KB. */
static long own_memory (void) {
  char line[256];
  long kb = 0, n;
  FILE *f;
  malloc_trim(0);
  f = fopen("/proc/self/smaps_rollup", "r");
  if (f == NULL) return 0;
  while (fgets(line, sizeof line, f) != NULL)
    if (sscanf(line, "Private_Dirty: %ld", &n) == 1) kb += n;
  fclose(f);
  return kb;
}

int main (int argc, char **argv) {
  int threads, loads, k, status, wrong = 0;
  long first, last;
  char *expected;
  pthread_t *ids;
  lua_State *open[OPEN];
  if (argc != 6) return 2;
  cpath = argv[1];
  path = argv[2];
  text = argv[3];
  threads = atoi(argv[4]);
  loads = atoi(argv[5]);
  expected = facts();
  ids = malloc((size_t)threads * sizeof *ids);
  for (k = 0; k < threads; k++)
    if (pthread_create(&ids[k], NULL, in_thread, NULL) != 0) return 1;
  for (k = 0; k < threads; k++) {
    void *result;
    pthread_join(ids[k], &result);
    wrong += strcmp(result, expected) != 0;
    free(result);
  }
  free(ids);
  printf("threads %d wrong %d\n", threads, wrong);

  for (k = 0; k < loads / 10; k++) free(facts());
  first = own_memory();
  for (; k < loads; k++) free(facts());
  last = own_memory();
  printf("loads %d grown %ld KB\n", loads, last - first);

  first = own_memory();
  for (k = 0; k < OPEN; k++) open[k] = state();
  for (k = 0; k < OPEN; k++) lua_gc(open[k], LUA_GCCOLLECT, 0);
  last = own_memory();
  for (k = 0; k < OPEN; k++) lua_close(open[k]);
  printf("state %ld KB\n", (last - first) / OPEN);

  fflush(stdout);
  if (fork() == 0) {
    char *result = facts();
    _exit(strcmp(result, expected) != 0);
  }
  wait(&status);
  printf("fork %s\n", status == 0 ? "same" : "different");
  free(expected);
  return wrong != 0 || status != 0;
}
