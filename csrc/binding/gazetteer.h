/* The class jilu.Gazetteer, for the files that take one. */
#ifndef JILU_BINDING_GAZETTEER_H
#define JILU_BINDING_GAZETTEER_H

#include "binding/binding.h"
#include "lexicon/gazetteer.h"

/*
** The gazetteer at 'arg'; an error where it is none or closed. What calls Lua
** while it looks for words uses it (jiluL_use); others check it last.
*/
const jilu_gazetteer *jiluL_checkgazetteer (lua_State *L, int arg);
const jilu_gazetteer *jiluL_usegazetteer (lua_State *L, int arg);

/* The text at 2 between its bytes first and last, arguments 3 and 4. */
const unsigned char *jiluL_checkpart (lua_State *L, size_t *begin,
                                      size_t *end);

/* Methods. */
int jiluL_gazetteer_opening (lua_State *L);
int jiluL_gazetteer_tokens (lua_State *L);

#endif
