/* The class jilu.SourceMap: where decoded text stands in its file. */
#ifndef JILU_BINDING_SOURCE_H
#define JILU_BINDING_SOURCE_H

#include "binding/binding.h"
#include "source/decode.h"

/* The map of the jilu.SourceMap at 'arg', NULL where there is nil. */
const jilu_source_map *jiluL_optmap (lua_State *L, int arg);

#endif
