/*
** An open lexicon: the file, and the words that a user laid over it.
** Immutable once made; counted, so that a lexicon and those made from it with
** more words can go in any order.
*/
#ifndef JILU_LEXICON_LEXICON_H
#define JILU_LEXICON_LEXICON_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "jilu.h"
#include "lexicon/image.h"
#include "lexicon/image_file.h"
#include "lexicon/trie.h"

/* A word of the user's; its number is word_count plus its index. */
typedef struct user_word {
  char *text;        /* as given, not folded */
  size_t size;
  int32_t cost;      /* may be negative: wins always */
  char tag[JILU_LEXICON_TAG_MAX + 1];
} user_word;

typedef struct user_words {
  user_word *list;
  uint32_t count;
  void *image;
  jilu_trie trie;    /* the value is the index plus 1 */
} user_words;

/* Pairs of words, see image.h. Small, so that loops keep a copy in registers
** whatever they write to meanwhile. */
typedef struct jilu_pairs {
  const uint64_t *bits;
  const uint32_t *slots;
  uint32_t bit_shift, shift;
  uint32_t mask;
} jilu_pairs;

struct jilu_lexicon {
  atomic_uint users;
  jilu_image_file file;      /* no bytes where another lexicon has them */
  void *copy;                /* in this machine's order, where that differs */
  struct jilu_lexicon *base; /* the one that has; counted */
  jilu_lexicon_header header;
  jilu_trie trie;
  jilu_trie parts;
  const uint64_t *first;
  uint32_t first_count;      /* no character has a larger code */
  const uint64_t *follow;
  const uint32_t *words;
  const uint16_t *pages;
  const uint32_t *characters;
  const uint32_t *han;       /* those from JILU_HAN_FIRST on */
  const char *tags;
  uint32_t tag_count;
  jilu_pairs pairs;
  const unsigned char *names;
  uint32_t name_codes;       /* that 'names' has */
  user_words user;
};

/* A tag of the file by its number; "" for none. Lives as long as the file. */
const char *jilu_lexicon_tag (const jilu_lexicon *x, uint32_t tag);

/* What the lexicon knows of a code point as it stands in a text. */
static inline uint32_t jilu_lexicon_char (const jilu_lexicon *x, uint32_t c) {
  return x->characters[(uint32_t)x->pages[c >> 6] << 6 | (c & 63u)];
}

/* What a character costs at a place in names, in sixteenths; 0: not there. */
static inline uint32_t jilu_lexicon_name (const jilu_lexicon *x,
                                          uint32_t cell,
                                          jilu_name_part part) {
  uint32_t code = jilu_char_code(cell);
  if (code >= x->name_codes) return 0;
  return 2u * x->names[code * JILU_NAME_STRIDE + (uint32_t)part];
}

/* A word by its number; a number that is none gives a dear, plain word. */
static inline uint32_t jilu_lexicon_word (const jilu_lexicon *x,
                                          uint32_t id) {
  return id < x->header.word_count ? x->words[id] : JILU_LEXICON_COST_MAX;
}

static inline uint32_t jilu_follows (const uint64_t *follow, uint32_t first,
                                     uint32_t second) {
  uint32_t bit = jilu_follow_bit(first, second);
  return (uint32_t)(follow[bit >> 6] >> (bit & 63u)) & 1u;
}

/* Is there such a pair? Some hashes say yes and have none. */
static inline uint32_t jilu_pairs_may (const jilu_pairs *p, uint64_t hash) {
  uint64_t bit = hash >> p->bit_shift;
  return (uint32_t)(p->bits[bit >> 6] >> (bit & 63)) & 1u;
}

/* What the pair saves, in sixteenths; 0 where there is none. */
static inline uint32_t jilu_pairs_saving (const jilu_pairs *p,
                                          uint64_t hash) {
  uint32_t slot = (uint32_t)(hash >> p->shift), k;
  uint32_t want = jilu_pair_print(hash);
  for (k = 0; k < JILU_PAIR_PROBES; k++, slot = (slot + 1) & p->mask) {
    uint32_t pair = p->slots[slot];
    if (pair == 0) return 0;
    if ((pair & ~0xFFu) == want) return pair & 0xFFu;
  }
  return 0;
}

#endif
