/* The judge of names: its weights, and what it sees. */
#ifndef JILU_BINDING_JUDGE_H
#define JILU_BINDING_JUDGE_H

#include "binding/binding.h"
#include "vocabulary/vocabulary.h"

/*
** Gives the vocabulary the weights of the table at 'index', by the names of
** features; nil: none. Raises at a name that is unknown.
*/
void jiluL_weigh (lua_State *L, int index, jilu_vocabulary *v);

/* extractor:candidates; see judge.c. */
int jiluL_candidates (lua_State *L, const jilu_vocabulary *vocabulary);

#endif
