/*
** The order of bytes in a compiled lexicon. The file is little-endian, so on
** most machines there is nothing to do; elsewhere each number is turned round
** by the width that its section has (image.h, trie_image.h). No count is
** trusted: what lies outside a section is left as it is, and opening the image
** refuses it.
*/

#include "lexicon/image_file.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/image.h"
#include "lexicon/trie_image.h"

#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define SWAPPED 1
#else
#define SWAPPED 0
#endif

static void swap_one (unsigned char *s, size_t width) {
  size_t i;
  for (i = 0; i < width / 2; i++) {
    unsigned char c = s[i];
    s[i] = s[width - 1 - i];
    s[width - 1 - i] = c;
  }
}

/* Turns 'size' bytes of numbers 'width' bytes wide. */
static void swap (unsigned char *s, size_t size, size_t width) {
  size_t i;
  for (i = 0; i + width <= size; i += width) swap_one(s + i, width);
}

/* The width of the numbers of a section; 1: bytes; 0: a trie. */
static size_t width_of (int section) {
  switch (section) {
    case JILU_SECTION_FIRST: case JILU_SECTION_FOLLOW:
    case JILU_SECTION_PAIR_BITS: return 8;
    case JILU_SECTION_WORDS: case JILU_SECTION_CHARACTERS:
    case JILU_SECTION_PAIRS: return 4;
    case JILU_SECTION_PAGES: return 2;
    case JILU_SECTION_TRIE: case JILU_SECTION_PARTS: return 0;
    default: return 1;
  }
}

/* 'h' is the trie's header as this machine reads it. */
static void swap_trie_body (unsigned char *s, size_t size,
                            const jilu_trie_header *h) {
  size_t units = (size - sizeof *h) / 8;
  if (units > h->unit_count) units = h->unit_count;
  swap(s + sizeof *h, units * 8, 8);
  units = sizeof *h + units * 8;
  swap(s + units, size - units, 2);
}

void jilu_trie_turn (void *image, size_t size, bool from_file) {
  unsigned char *s = image;
  jilu_trie_header h;
  if (size < sizeof h) return;
  if (from_file) swap(s, sizeof h, 4);
  memcpy(&h, s, sizeof h);
  swap_trie_body(s, size, &h);
  if (!from_file) swap(s, sizeof h, 4);
}

static void swap_header (unsigned char *s) {
  const size_t wide = offsetof(jilu_lexicon_header, file_size);
  const size_t offsets = offsetof(jilu_lexicon_header, offset);
  const size_t total = offsetof(jilu_lexicon_header, total);
  swap(s, wide, 4);
  swap(s + wide, offsets - wide, 8);
  swap(s + offsets, total - offsets, 4);
  swap(s + total, sizeof(jilu_lexicon_header) - total, 8);
}

/* 'h' is the header as this machine reads it. */
static void swap_sections (unsigned char *image, size_t size,
                           const jilu_lexicon_header *h, bool from_file) {
  int i;
  for (i = 0; i < JILU_SECTION_COUNT; i++) {
    unsigned char *s = image + h->offset[i];
    size_t width = width_of(i);
    if (h->offset[i] > size || h->size[i] > size - h->offset[i]) continue;
    if (width == 0) jilu_trie_turn(s, h->size[i], from_file);
    else if (width > 1) swap(s, h->size[i], width);
  }
}

const void *jilu_image_from_file (const void *bytes, size_t size,
                                  void **copy) {
  jilu_lexicon_header h;
  *copy = NULL;
  if (size < sizeof h) return NULL;
  if (!SWAPPED) return bytes;
  *copy = malloc(size);
  if (*copy == NULL) return NULL;
  memcpy(*copy, bytes, size);
  swap_header(*copy);
  memcpy(&h, *copy, sizeof h);
  swap_sections(*copy, size, &h, true);
  return *copy;
}

void jilu_image_to_file (void *image, size_t size) {
  jilu_lexicon_header h;
  if (!SWAPPED || size < sizeof h) return;
  memcpy(&h, image, sizeof h);
  swap_sections(image, size, &h, false);
  swap_header(image);
}

uint64_t jilu_lexicon_sum (const void *data, size_t size) {
  const unsigned char *s = data;
  uint64_t sum = UINT64_C(0xcbf29ce484222325), word;
  size_t i;
  for (i = 0; i + 8 <= size; i += 8) {
    memcpy(&word, s + i, 8);
    if (SWAPPED) swap_one((unsigned char *)&word, 8);
    sum = (sum ^ word) * UINT64_C(0x100000001b3);
    sum ^= sum >> 29;
  }
  for (; i < size; i++) sum = (sum ^ s[i]) * UINT64_C(0x100000001b3);
  return sum;
}

static void write_sum (unsigned char *at, uint64_t sum) {
  memcpy(at, &sum, sizeof sum);
  if (SWAPPED) swap_one(at, sizeof sum);
}

bool jilu_image_signed (const void *image) {
  const unsigned char *s = image;
  const size_t at = offsetof(jilu_lexicon_header, header_sum);
  unsigned char sum[8];
  write_sum(sum, jilu_lexicon_sum(s, at));
  return memcmp(sum, s + at, sizeof sum) == 0;
}

void jilu_image_sign (void *image, size_t size) {
  const size_t body = sizeof(jilu_lexicon_header);
  unsigned char *s = image;
  write_sum(s + offsetof(jilu_lexicon_header, body_sum),
            jilu_lexicon_sum(s + body, size - body));
  write_sum(s + offsetof(jilu_lexicon_header, header_sum),
            jilu_lexicon_sum(s, offsetof(jilu_lexicon_header, header_sum)));
}
