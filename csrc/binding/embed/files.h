/* The Lua files that generate.lua wrote into C. */
#ifndef JILU_EMBED_FILES_H
#define JILU_EMBED_FILES_H

#include <stddef.h>

typedef struct jilu_lua_file {
  const char *module;         /* as require names it; NULL behind the last */
  const char *chunk;          /* as messages name it */
  const unsigned char *text;
  size_t size;
} jilu_lua_file;

extern const jilu_lua_file jilu_lua_files[];

#endif
