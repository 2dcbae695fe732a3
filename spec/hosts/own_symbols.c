/*
** A host of Lua that has, and exports, a utf8proc of its own, and functions
** with names of jilu's: argv[1] is a Lua chunk to run. Whoever calls these gets
** nonsense. Linked with -rdynamic.
*/

#include <stddef.h>
#include <stdio.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

/* Declared here alone: the real ones have other types. */
#define NONSENSE(name) \
  long name (void); \
  long name (void) { called = #name; return 0; }

static const char *called;

NONSENSE(utf8proc_category)
NONSENSE(utf8proc_decompose_char)
NONSENSE(utf8proc_get_property)
NONSENSE(utf8proc_normalize_utf32)
NONSENSE(jilu_segmenter_start)
NONSENSE(jilu_segmenter_next)
NONSENSE(jilu_normalize)
NONSENSE(jilu_validate)
NONSENSE(jilu_view_new)
NONSENSE(jilu_extract)
NONSENSE(jilu_reader_open)
NONSENSE(jilu_trie_build)

int main (int argc, char **argv) {
  lua_State *L = luaL_newstate();
  int failed;
  if (L == NULL || argc != 2) return 2;
  luaL_openlibs(L);
  failed = luaL_dostring(L, argv[1]);
  if (failed) fprintf(stderr, "%s\n", lua_tostring(L, -1));
  lua_close(L);
  if (called != NULL) fprintf(stderr, "the host's %s was called\n", called);
  return failed || called != NULL;
}
