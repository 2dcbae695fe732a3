/*
** Files of Lua's (io.open) that C opens, and their ends. Since 5.2 such a file
** is a luaL_Stream. Lua 5.1 and LuaJIT have no public form of one: theirs
** begins with the FILE, NULL where it is closed, and only io.open makes one.
*/
#ifndef JILU_BINDING_LUA_FILE_H
#define JILU_BINDING_LUA_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "binding/binding.h"

#if LUA_VERSION_NUM == 501
typedef struct jiluL_file {
  FILE *f;
} jiluL_file;
#else
typedef luaL_Stream jiluL_file;
#endif

/* The FILE of the file at 'arg'; NULL where it is closed; else an error. */
FILE *jiluL_checkfile (lua_State *L, int arg);

/* Pushes a file for jiluL_openfile; not to be used or shown before. */
jiluL_file *jiluL_newfile (lua_State *L);

/* It writes to the descriptor, which it owns from now on; errno on failure. */
bool jiluL_openfile (jiluL_file *file, int descriptor);

/* The FILE; NULL where its user closed it. */
FILE *jiluL_fileof (const jiluL_file *file);

/* It is closed from now on; its FILE is for the caller to close. */
void jiluL_endfile (jiluL_file *file);

#endif
