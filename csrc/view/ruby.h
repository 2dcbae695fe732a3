/*
** Pinyin residue: a page scraped with its ruby text reads 設(shè)備. A reading
** in parentheses behind Han characters is residue where the document is
** riddled with such readings; a gloss here and there is the author's.
*/
#ifndef JILU_VIEW_RUBY_H
#define JILU_VIEW_RUBY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jilu.h"

/* Bytes [begin, cut) are the annotated characters, [cut, end) the reading. */
typedef struct jilu_residue {
  uint32_t begin, cut, end;
} jilu_residue;

typedef struct jilu_residues {
  jilu_residue *items;
  size_t count;
  bool riddled;
} jilu_residues;

/*
** Finds all readings in 'text' and decides whether it is riddled with them.
** The caller frees 'out->items'. Linear in 'size'.
*/
jilu_status jilu_residue_find (const char *text, size_t size,
                               jilu_residues *out);

#endif
