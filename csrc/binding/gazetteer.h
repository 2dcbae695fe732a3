/* The class jilu.Gazetteer, for the files that take one. */
#ifndef JILU_BINDING_GAZETTEER_H
#define JILU_BINDING_GAZETTEER_H

#include "binding/binding.h"
#include "lexicon/gazetteer.h"

/* The gazetteer at 'arg'; an error where it is none or closed. */
const jilu_gazetteer *jiluL_checkgazetteer (lua_State *L, int arg);

#endif
