/*
** Definitions of a Markdown text: [label]: address "title" for reference links,
** [^label]: text for footnotes (CommonMark 0.31, 4.7; footnotes as GitHub has
** them). A reference is one only where its label is defined.
*/
#ifndef JILU_VIEW_MARKUP_REFERENCE_H
#define JILU_VIEW_MARKUP_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "jilu.h"

typedef struct jilu_label {
  const unsigned char *at;
  size_t size;
} jilu_label;

typedef struct jilu_labels {
  jilu_label *items;   /* sorted */
  size_t count;
} jilu_labels;

/* Finds the labels that 'text' defines. The caller frees 'out->items'. */
jilu_status jilu_labels_find (const char *text, size_t size, jilu_labels *out);

/* Is it defined? Letters of ASCII are equal in both cases. */
bool jilu_labels_has (const jilu_labels *labels, const unsigned char *label,
                      size_t size);

/*
** Where the mark of a definition ends that the line [at, end) begins with: the
** whole line of a link, the label of a footnote; 0 where it is none. 'label' is
** what stands in the brackets.
*/
size_t jilu_definition_end (const unsigned char *s, size_t at, size_t end,
                            jilu_label *label);

/* Behind the label that the '[' at 'at' begins; 0 for none. Its size is in
   'label'. */
size_t jilu_label_end (const unsigned char *s, size_t at, size_t end,
                       jilu_label *label);

#endif
