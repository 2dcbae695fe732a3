/* How Lua names a unit of segmentation and its options. */
#ifndef JILU_BINDING_UNITS_H
#define JILU_BINDING_UNITS_H

#include "binding/binding.h"
#include "jilu.h"

/* What the arguments of a call ask for. */
typedef struct jiluL_unit {
  int codepoint;      /* by code point: 'unit' says nothing then */
  jilu_unit unit;
  jilu_path path;
  int only_words;     /* leave out what is between words */
} jiluL_unit;

/*
** The unit that argument 'arg' names; "grapheme" where it is absent. Raises
** for another name, and for "codepoint" unless 'codepoint' is true.
*/
jiluL_unit jiluL_checkunit (lua_State *L, int arg, int codepoint);

/*
** Reads the table of options at 'arg' into 'u', if there is one:
** han = "group" | "split" (words), kernel = "best" | "scalar" | "sse" | ...,
** only = "words" (words, where 'u->only_words' is not -1).
*/
void jiluL_checkoptions (lua_State *L, int arg, jiluL_unit *u);

/* Starts 's' on the text at 'arg' (a string), or raises. */
void jiluL_start (lua_State *L, int arg, const jiluL_unit *u,
                  jilu_segmenter *s);

/* Raises for a status that is not JILU_OK, blaming argument 'arg'. */
void jiluL_checkstatus (lua_State *L, int arg, jilu_status status);

#endif
