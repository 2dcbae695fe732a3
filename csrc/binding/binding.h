/*
** The Lua face of the core. Each file of this folder adds its functions and
** classes to the module table; core.c calls them in turn. Only this folder
** includes lua.h.
*/
#ifndef JILU_BINDING_H
#define JILU_BINDING_H

#include <lauxlib.h>
#include <lua.h>

/* Each expects the module table on top of the stack and leaves it there. */
void jiluL_open_unicode (lua_State *L);

/* Adds the functions of 'list' to the table on top of the stack. */
void jiluL_setfuncs (lua_State *L, const luaL_Reg *list);

#endif
