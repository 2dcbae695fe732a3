/*
** What readers of a text look up in a vocabulary at each character and word,
** worked out of its words once: small tables, so that they stay in the cache.
*/
#ifndef JILU_VOCABULARY_INDEX_H
#define JILU_VOCABULARY_INDEX_H

#include "vocabulary/vocabulary.h"
#include "unicode/utf8.h"

/* The character of a key that ends at 'end' > 0. */
static inline uint32_t jilu_key_character (const jilu_trie_key *key,
                                           size_t end) {
  unsigned width;
  do end--; while (end > 0 && ((unsigned char)key->utf8[end] & 0xC0) == 0x80);
  return jilu_utf8_next((const unsigned char *)key->utf8 + end, &width);
}

/*
** Fills the tables of 'v', whose words, senses and trie are there; 'keys' are
** its words in their order. JILU_NO_MEMORY; free them in any case.
*/
jilu_status jilu_vocabulary_index (jilu_vocabulary *v,
                                   const jilu_trie_key *keys);
void jilu_vocabulary_index_free (jilu_vocabulary *v);

#endif
