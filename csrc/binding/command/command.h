/*
** What the files of this folder share. The command is one process with one Lua
** state; what is written to below is the process's.
*/
#ifndef JILU_COMMAND_H
#define JILU_COMMAND_H

#include <stdbool.h>
#include <sys/types.h>

#include <lauxlib.h>
#include <lua.h>

#include "binding/compat.h"

/* Functions of workers, for the module's table. */
extern const luaL_Reg jiluC_workers[];

/* Adds `convert` to the table at the top of the stack. */
void jiluC_add_convert (lua_State *L);

/* Has a signal come that is to end the process? */
bool jiluC_interrupted (void);

/* As write(2), without SIGPIPE. */
ssize_t jiluC_write_quietly (int file, const char *text, size_t size);

/* Ends all workers at once; async-signal-safe. */
void jiluC_kill_workers (void);

/*
** For a process that was forked: no signal is handled, no file is removed, no
** code is stopped on behalf of the process that it came from.
*/
void jiluC_forget (lua_State *L);

#endif
