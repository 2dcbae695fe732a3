/* What the files about the lexicon share. */
#ifndef JILU_BINDING_LEXICON_H
#define JILU_BINDING_LEXICON_H

#include "binding/binding.h"

void jiluL_checkmemory (lua_State *L, jilu_status status);

/* Raises where words of a text of 'size' bytes could not be looked for. */
void jiluL_checkwords (lua_State *L, jilu_status status, size_t size);

jilu_lexicon *jiluL_checklexicon (lua_State *L, int arg);

/* lexicon:words, lexicon:spans, lexicon:count */
extern const luaL_Reg jiluL_lexicon_words[];

/* lexicon:tagger */
int jiluL_lexicon_tagger (lua_State *L);

void jiluL_open_lexicon_words (lua_State *L);
void jiluL_open_tagger (lua_State *L);
void jiluL_open_lexicon_builder (lua_State *L);

#endif
