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

/* Longer ones, the user's and unknown words: a list. What finds no more room is
** left out, but never the runs of letters, which nothing else covers. */
#define JILU_SPARSE_MAX 1023u

/* Room for every edge that there can be; hostile lists lose some pairs. */
#define JILU_EDGES_MAX (JILU_DENSE * JILU_CHUNK_MAX + JILU_SPARSE_MAX + 2u)
#define JILU_ENDING_MAX 8u  /* edges that end at one place */
#define JILU_HITS_MAX (JILU_ENDING_MAX * JILU_EDGES_MAX)

/*
** What a word costs and how long it is in one number, so that the smallest of
** some says both: the cost in eighths, above three bits with the length, or
** JILU_KEY_SPARSE for what is in the list. So costs count in 64ths.
*/
#define JILU_KEY_BITS   3u
#define JILU_KEY_MASK   7
#define JILU_KEY_SPARSE 7u
#define JILU_NO_KEY     0xFFFFu  /* there is no such word */

/* A word that may stand at one place. */
typedef struct jilu_sparse_word {
  uint16_t begin, end;
  uint32_t word;  /* number; of a user's word word_count plus its index */
  int32_t cost;   /* in sixteenths */
} jilu_sparse_word;

/* A word in the lattice. */
typedef struct jilu_edge {
  uint64_t left;         /* its part of the hash of a pair, as the left word */
  int64_t way;           /* the cheapest way from the start to its end */
  uint32_t word;
  int32_t cost;          /* in sixteenths, with the step */
  uint16_t begin, end;
  uint16_t back;         /* the edge before it on the cheapest way */
} jilu_edge;

/* Two words that may stand side by side, and are perhaps a pair. */
typedef struct jilu_hit {
  uint64_t hash;
  uint16_t from, to;     /* edges */
} jilu_hit;

/* Space, which is found like a word, but nobody wants to see. */
#define JILU_SPACE_WORD 0xFFFFFFFFu

/* A word that was found: bytes of the text. */
typedef struct jilu_found {
  uint32_t begin, end;
  uint32_t word;
} jilu_found;

typedef struct jilu_lattice {
  jilu_chunk chunk;
  /* By where it begins and by length minus 1: the word, its key. */
  uint32_t words[JILU_CHUNK_MAX + 1][JILU_DENSE];
  uint16_t keys[JILU_CHUNK_MAX + 1][JILU_DENSE];
  jilu_sparse_word sparse[JILU_SPARSE_MAX + 1];  /* in order of 'begin' */
  uint32_t sparse_count;
  int32_t ahead[JILU_CHUNK_MAX + 8];   /* cost from the start to here */
  int32_t behind[JILU_CHUNK_MAX + 8];  /* and from here to the end */
  jilu_edge edges[JILU_EDGES_MAX + 1]; /* in order of 'begin'; 0 is none */
  uint32_t edge_count;
  uint16_t ending[JILU_CHUNK_MAX + 2][JILU_ENDING_MAX]; /* edges by end */
  uint16_t ending_count[JILU_CHUNK_MAX + 2];
  jilu_hit hits[JILU_HITS_MAX + 1];    /* in order of 'to' */
  jilu_found found[JILU_CHUNK_MAX + 1];
  uint32_t found_count;
  int32_t cost;         /* of the way that was found, in accurate mode */
} jilu_lattice;

/* Fills in all words that may stand somewhere in the chunk. */
void jilu_lattice_fill (const jilu_lexicon *x, jilu_lattice *l);

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
