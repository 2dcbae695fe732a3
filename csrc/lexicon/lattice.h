/*
** The word lattice of one chunk, and the cheapest way through it.
*/
#ifndef JILU_LEXICON_LATTICE_H
#define JILU_LEXICON_LATTICE_H

#include <stddef.h>
#include <stdint.h>

#include "lexicon/chunk.h"

/*
** Edges at most: of a character each word that begins there, and its open
** words. Where a hostile list of words fills it, what is left out is words.
*/
#define JILU_LATTICE_EDGES (16u * JILU_CHUNK_MAX)

/* A word in the lattice. */
typedef struct jilu_edge {
  uint32_t word;   /* number; of a user's word word_count plus its index */
  int32_t cost;    /* of the cheapest way from the start, with this word */
  uint16_t begin, end;
  uint16_t back;   /* the edge before it on that way */
  uint16_t next;   /* another edge with the same end, 0: none */
} jilu_edge;

/* A word that was found: bytes of the text. */
typedef struct jilu_found {
  uint32_t begin, end;
  uint32_t word;
} jilu_found;

typedef struct jilu_lattice {
  jilu_chunk chunk;
  jilu_edge edges[JILU_LATTICE_EDGES + JILU_CHUNK_MAX];
  uint32_t edge_count;
  uint16_t ending[JILU_CHUNK_MAX + 1];  /* edges by their end, 0: none */
  jilu_found found[JILU_CHUNK_MAX];
  uint32_t found_count;
  int32_t cost;         /* of the way that was found, in accurate mode */
} jilu_lattice;

/*
** Finds the words of the chunk that was read into 'l->chunk', behind the word
** 'before'. With pairs (accurate) or by the words alone (fast). Fills
** 'l->found'; of a chunk that was cut, what is near its end is left to the
** next: '*at' gets the byte where to read on.
*/
void jilu_lattice_accurate (const jilu_lexicon *x, jilu_lattice *l,
                            uint32_t before, size_t *at);
void jilu_lattice_fast (const jilu_lexicon *x, jilu_lattice *l, size_t *at);

#endif
