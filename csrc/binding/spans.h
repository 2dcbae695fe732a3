/* jilu.Spans: segments or words of a text as packed positions. */
#ifndef JILU_BINDING_SPANS_H
#define JILU_BINDING_SPANS_H

#include "binding/binding.h"

#define JILU_SPANS "jilu.Spans"

/*
** In the order of the text. Spans that are side by side, from its beginning,
** have their ends alone; those that lie apart each a begin and an end.
*/
typedef struct jiluL_spans {
  size_t count;
  bool apart;
  uint32_t at[];
} jiluL_spans;

/* Pushes a jilu.Spans of none yet, with room, of the string at 'text'. */
jiluL_spans *jiluL_newspans (lua_State *L, int text, size_t room, bool apart);

#endif
