/* Opening the image of a trie, and looking whole keys up in it. */

#include "lexicon/trie.h"

#include "lexicon/trie_image.h"
#include "unicode/utf8.h"

static int header_ok (const jilu_trie_header *h, size_t size) {
  return h->magic == JILU_TRIE_MAGIC && h->version == JILU_TRIE_VERSION &&
         h->unit_count >= 1 && h->unit_count <= JILU_TRIE_UNIT_MAX + 1u &&
         (h->unit_count & (h->unit_count - 1u)) == 0 &&
         h->page_count <= (0x110000u >> 6) &&
         h->block_count <= (0x110000u >> 6) + 1u &&
         jilu_trie_image_size(h) <= size;
}

jilu_status jilu_trie_open (const void *image, size_t size, jilu_trie *trie,
                            size_t *used) {
  const jilu_trie_header *h = image;
  uint32_t i;
  if (size < sizeof *h || !header_ok(h, size)) return JILU_BAD_VALUE;
  trie->units = (const uint64_t *)(const void *)(h + 1);
  trie->unit_mask = h->unit_count - 1u;
  trie->pages = (const uint16_t *)(const void *)(trie->units + h->unit_count);
  trie->page_count = h->page_count;
  trie->codes = trie->pages + h->page_count;
  for (i = 0; i < h->page_count; i++)
    if (trie->pages[i] >= h->block_count) return JILU_BAD_VALUE;
  if (used != NULL) *used = (size_t)jilu_trie_image_size(h);
  return JILU_OK;
}
