/*
** Annotations that C holds: the facts of one kind, the repairs of a view, or the
** roles of its lines.
** Each says what it is field by field; tables of Lua and records are both made
** of that, so that neither has a list of fields of its own.
*/
#ifndef JILU_BINDING_LAYER_H
#define JILU_BINDING_LAYER_H

#include "binding/binding.h"
#include "facts/field.h"

/*
** A walk through annotations. What it points to stays until the function that
** runs returns: who begins a walk uses the userdata that hold it (jiluL_use).
*/
typedef struct jiluL_layer {
  jilu_fact_context context;
  const jilu_facts *facts;   /* NULL: the lines or the repairs of the view */
  const char *const *roles;  /* of each line, NULL where it has none; or NULL */
  const uint32_t *links;     /* of each fact to the next of its kind, or NULL */
  size_t count;              /* how many annotations there are in the walk */
  size_t next;               /* which of the facts, lines or repairs comes */
} jiluL_layer;

/* Reads the next annotation; false behind the last. */
bool jiluL_layer_next (jiluL_layer *h, jilu_values *out);

/* A walk through the repairs of a view. */
jiluL_layer jiluL_repairs (const jilu_view *v);

/* The name of a kind of repair, as records have it. */
const char *jiluL_repair_kind (jilu_repair_kind kind);

/*
** A walk through what the jilu.Roles at 'index' holds; false: there is none.
** Here and in jiluL_checklayer what is used stays on the stack.
*/
bool jiluL_roles (lua_State *L, int index, jiluL_layer *out);

/*
** Pushes a jilu.Facts without any yet, for those of the extractor at index
** 'extractor' in the view at 'view'; where its date is and what that rests on
** may be nil. They are read into what is returned.
*/
jilu_facts *jiluL_newfacts (lua_State *L, int extractor, int view, int date,
                            int basis);

/* Pushes the list of all facts of the jilu.Facts at 'index'. */
void jiluL_pushfacts (lua_State *L, int index);

/*
** A walk through what the userdata at 'arg' holds of a type: a jilu.Facts, a
** jilu.Roles, or a jilu.View with its repairs. An error where it is neither, or closed, or
** where no such annotations are of that type.
*/
jiluL_layer jiluL_checklayer (lua_State *L, int arg, const char *type);

/*
** Pushes what stands in original bytes without residue, U+FFFD for what is
** ill-formed; true where that differs from the bytes.
*/
bool jiluL_pushread (lua_State *L, const jilu_view *v, size_t begin,
                     size_t end);

/* Pushes the list of the annotations as tables of Lua. */
void jiluL_pushlayer (lua_State *L, jiluL_layer *h);

/* Pushes the metatable of annotations that C makes: how they print. */
void jiluL_pushannotationmeta (lua_State *L);

#endif
