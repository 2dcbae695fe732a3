/*
** A character-coded double-array trie: a set of words, each with a number.
**
** Built once into one contiguous image without pointers, so that it can lie
** in memory or in a mapped file. An edge is a whole code point, replaced by a
** dense code (frequent characters get small ones). One unit is one node, in
** 64 bits: where its children begin, the code of the edge that leads to it,
** and the value of the key that ends there. No two nodes share a base, so the
** code alone proves an edge (Yata's darts-clone does the same with bytes;
** J. Aoe, "An efficient digital search algorithm by using a double-array
** structure", 1989, for the array itself).
**
** Keys are folded text (Simplified, half width; see view/fold.h): whoever
** walks folds first. Nothing here folds.
**
** Walking never reads outside the image, even where the image is damaged. It
** can only give wrong words.
*/
#ifndef JILU_LEXICON_TRIE_H
#define JILU_LEXICON_TRIE_H

#include <stddef.h>
#include <stdint.h>

#include "jilu.h"

#define JILU_TRIE_ROOT 0u

/* Limits; what is over them is JILU_TOO_LARGE. */
#define JILU_TRIE_VALUE_MAX 0x7FFFFFFu /* 27 bits: the largest value of a key */
#define JILU_TRIE_CODE_MAX  0x7FFEu    /* distinct characters in all keys */
#define JILU_TRIE_UNIT_MAX  0x3FFFFFu  /* 22 bits: the last unit there can be */
#define JILU_TRIE_KEY_MAX   255u       /* code points of one key */

/*
** A unit: value in bits 0..26, base in 27..48, code in 49..63. The array has a
** power of two units, and a place in it is taken modulo that, so none is
** outside. A node without children has the base JILU_TRIE_UNIT_MAX: what that
** leads to is a unit below its code, which can't have that code.
*/
#define JILU_TRIE_BASE_SHIFT 27
#define JILU_TRIE_BASE_MASK  0x3FFFFFu
#define JILU_TRIE_CODE_SHIFT 49
#define JILU_TRIE_NO_CODE    0x7FFFu  /* of a unit that is free */

/* A trie that is open: a view of an image, which it does not own. */
typedef struct jilu_trie {
  const uint64_t *units;
  const uint16_t *pages;  /* first stage: code point >> 6 to a block */
  const uint16_t *codes;  /* second stage: blocks of 64 codes */
  uint32_t unit_mask;     /* their count, a power of two, minus 1 */
  uint32_t page_count;
} jilu_trie;

typedef struct jilu_trie_key {
  const char *utf8;  /* well-formed, not empty */
  size_t size;       /* bytes */
  uint32_t value;    /* 1 .. JILU_TRIE_VALUE_MAX */
} jilu_trie_key;

/*
** Builds the image of 'count' keys, in any order. Of equal keys the last in
** the list wins. Among nodes about as wide those of small values are laid out
** first, so give frequent words small values where it matters. '*image' is for
** the caller to free(); it is aligned for uint64_t and '*size' bytes long. An empty list
** gives a trie that holds nothing.
** JILU_BAD_VALUE: an empty or ill-formed key, a key over JILU_TRIE_KEY_MAX, or
** a value that is 0 or too large ('*bad' is then its index; may be NULL).
** JILU_TOO_LARGE: too many characters or units. JILU_NO_MEMORY.
*/
jilu_status jilu_trie_build (const jilu_trie_key *keys, size_t count,
                             void **image, size_t *size, size_t *bad);

/*
** The same for keys that say how often each is met (>= 0): what is met often
** is laid out close together.
*/
jilu_status jilu_trie_build_weighted (const jilu_trie_key *keys,
                                      const double *weights, size_t count,
                                      void **image, size_t *size,
                                      size_t *bad);

/*
** Opens an image, which must stay where it is while '*trie' is in use and be
** aligned for uint64_t. All that a walk relies on is checked here (sizes and
** the first stage); what is wrong gives JILU_BAD_VALUE. 'size' may be larger
** than the image; '*used', if not NULL, gets the bytes that are the image.
*/
jilu_status jilu_trie_open (const void *image, size_t size, jilu_trie *trie,
                            size_t *used);

/* The code of a (folded) code point; 0: it occurs in no key. */
static inline uint32_t jilu_trie_code (const jilu_trie *trie, uint32_t c) {
  uint32_t page = c >> 6;
  if (page >= trie->page_count) return 0;
  return trie->codes[((uint32_t)trie->pages[page] << 6) | (c & 63u)];
}

/* The node behind the edge 'code' out of 'node'; 0: there is none. */
static inline uint32_t jilu_trie_step (const jilu_trie *trie, uint32_t node,
                                       uint32_t code) {
  uint32_t next =
    ((uint32_t)(trie->units[node] >> JILU_TRIE_BASE_SHIFT) + code) &
    trie->unit_mask;
  return trie->units[next] >> JILU_TRIE_CODE_SHIFT == code ? next : 0;
}

/* The value of the key that ends at 'node'; 0: none does. */
static inline uint32_t jilu_trie_value (const jilu_trie *trie, uint32_t node) {
  return (uint32_t)trie->units[node] & JILU_TRIE_VALUE_MAX;
}

/* Is there a longer key behind 'node'? */
static inline int jilu_trie_inner (const jilu_trie *trie, uint32_t node) {
  return (trie->units[node] >> JILU_TRIE_BASE_SHIFT & JILU_TRIE_BASE_MASK) !=
         JILU_TRIE_UNIT_MAX;
}

#endif
