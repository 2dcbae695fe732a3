/* The class jilu.SourceMap: where decoded text stands in its file. */
#ifndef JILU_BINDING_SOURCE_H
#define JILU_BINDING_SOURCE_H

#include "binding/binding.h"
#include "source/decode.h"

/* The map of the jilu.SourceMap at 'arg', NULL where there is nil. */
const jilu_source_map *jiluL_optmap (lua_State *L, int arg);

/*
** Pushes a new jilu.SourceMap, empty, over the map at 'under', which may be
** nil; what it returns is filled in by the caller.
*/
jilu_decoded *jiluL_newmap (lua_State *L, int under);

/* Pushes the text, which then is a string of Lua alone, below the map on top. */
void jiluL_pushdecoded (lua_State *L, jilu_decoded *decoded);

#endif
