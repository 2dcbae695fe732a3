/*
** The word lattice of one chunk, and the cheapest way through it.
*/
#ifndef JILU_LEXICON_LATTICE_H
#define JILU_LEXICON_LATTICE_H

#include <stddef.h>
#include <stdint.h>

#include "lexicon/chunk.h"

/* Words of the file up to this length have a place in dense arrays. */
#define JILU_DENSE 4u

/* Longer ones, the user's and open words: a list. What finds no more room is
** left out, but never the runs of letters, which nothing else covers. */
#define JILU_SPARSE_MAX 1023u

/* Room for every edge that there can be, and of an edge for as many words
** before it as any text has; hostile lists lose some pairs. */
#define JILU_EDGES_MAX (JILU_DENSE * JILU_CHUNK_MAX + JILU_SPARSE_MAX + 2u)
#define JILU_LINKS_EACH 8u
#define JILU_LINKS_MAX (JILU_LINKS_EACH * JILU_EDGES_MAX)

/* A word that may stand at one place. */
typedef struct jilu_sparse_word {
  uint16_t begin, end;
  uint32_t word;  /* number; of a user's word word_count plus its index */
  int32_t cost;
} jilu_sparse_word;

/* A word in the lattice, with the cheapest way from the start to its end. */
typedef struct jilu_edge {
  uint32_t left, right;  /* the word, as the left and the right of a pair */
  int32_t cost;          /* of the word alone; then of the way */
  uint16_t begin, end;
  uint16_t back;         /* the edge before it on that way */
  uint16_t next;         /* another edge with the same end, 0: none */
} jilu_edge;

/* Two words that may stand side by side. */
typedef struct jilu_link {
  uint64_t hash;         /* of the pair */
  uint16_t from, to;     /* edges */
  uint32_t saving;
} jilu_link;

/* Space, which is found like a word, but nobody wants to see. */
#define JILU_SPACE_WORD 0xFFFFFFFFu

/* A word that was found: bytes of the text. */
typedef struct jilu_found {
  uint32_t begin, end;
  uint32_t word;
} jilu_found;

typedef struct jilu_lattice {
  jilu_chunk chunk;
  /* By length minus 1 and by where it begins: the word, what it costs. */
  uint32_t words[JILU_DENSE][JILU_CHUNK_MAX + 1];
  uint16_t costs[JILU_DENSE][JILU_CHUNK_MAX + 1];
  jilu_sparse_word sparse[JILU_SPARSE_MAX + 1];  /* in order of 'begin' */
  uint32_t sparse_count;
  int32_t ahead[JILU_CHUNK_MAX + 8];   /* cost from the start to here */
  int32_t behind[JILU_CHUNK_MAX + 8];  /* and from here to the end */
  jilu_edge edges[JILU_EDGES_MAX];
  uint32_t edge_count;
  uint16_t ending[JILU_CHUNK_MAX + 1];  /* edges by their end, 0: none */
  jilu_link links[JILU_LINKS_MAX];      /* in order of 'to' */
  uint32_t link_count;
  jilu_found found[JILU_CHUNK_MAX];
  uint32_t found_count;
  int32_t cost;         /* of the way that was found, in accurate mode */
} jilu_lattice;

/* Fills in all words that may stand somewhere in the chunk. */
void jilu_lattice_fill (const jilu_lexicon *x, jilu_lattice *l);

/* What a place in 'costs' holds where there is no such word. */
#define JILU_NO_WORD 0xFFFFu

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
