/* How a trie's image begins; for trie.c and trie_build.c alone. */
#ifndef JILU_LEXICON_TRIE_IMAGE_H
#define JILU_LEXICON_TRIE_IMAGE_H

#include <stdint.h>

/* "jtri" read as a little-endian number: the other byte order is refused. */
#define JILU_TRIE_MAGIC   0x6972746Au
#define JILU_TRIE_VERSION 2u

/* Behind it: units, pages, blocks of 64 codes, padding to 8 bytes. */
typedef struct jilu_trie_header {
  uint32_t magic;
  uint32_t version;
  uint32_t unit_count;  /* a power of two */
  uint32_t page_count;
  uint32_t block_count;
  uint32_t reserved[3];
} jilu_trie_header;

/* Bytes of the whole image; counts are below 2^32 / 8, so it can't wrap. */
static inline uint64_t jilu_trie_image_size (const jilu_trie_header *h) {
  uint64_t size = sizeof *h + (uint64_t)h->unit_count * sizeof(uint64_t) +
                  (uint64_t)h->page_count * sizeof(uint16_t) +
                  (uint64_t)h->block_count * 64u * sizeof(uint16_t);
  return (size + 7u) & ~(uint64_t)7u;
}

#endif
