/* Facts as tables of Lua. */
#ifndef JILU_BINDING_FACT_TABLES_H
#define JILU_BINDING_FACT_TABLES_H

#include <lua.h>

#include "facts/facts.h"
#include "view/view.h"

/*
** Pushes the list of the facts that were read in the folded text of 'v'.
** Raises where memory is out: 'facts' must have an owner on the stack.
*/
void jiluL_pushfacts (lua_State *L, const jilu_view *v,
                      const jilu_facts *facts);

/* rules() --> list of { name, what it reads }: see facts/rules.h */
int jiluL_rules (lua_State *L);

#endif
