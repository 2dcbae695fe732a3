/*
** jilu for a program that links its Lua: libjilu-lua.a holds the C modules and
** the Lua files, so that nothing is looked for on the disk.
*/
#ifndef JILU_LUA_H
#define JILU_LUA_H

#include <lua.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
** Makes `require "jilu"`, and each module of it, known to 'L' by
** package.preload; the library package must be open. What jilu needs besides
** (lpeg) stays the program's to provide. Raises an error of Lua's where memory
** is out.
*/
void jilu_lua_preload (lua_State *L);

int luaopen_jilu_core (lua_State *L);
/* Handlers of signals and standard descriptors, for the command alone. */
int luaopen_jilu_command (lua_State *L);

#ifdef __cplusplus
}
#endif

#endif
