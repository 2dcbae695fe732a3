#include "jilu.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#define BATCH 64   /* clusters that are fetched at a time */

/* Emoji presentation, and the letters of flags: shown wide (UTS #51, 1.4). */
static int is_shown_wide (uint32_t c) {
  return c == 0xFE0F || (c >= 0x1F1E6 && c <= 0x1F1FF);
}

/* Columns of one code point; 'ambiguous' of those that take one or two. */
static unsigned columns (uint32_t c, unsigned ambiguous) {
  unsigned n = jilu_trie_get(&jilu_properties, c) & JILU_PROPERTY_COLUMNS;
  if (is_shown_wide(c)) return 2;
  return n == JILU_PROPERTY_COLUMNS ? ambiguous : n;
}

/* A cluster is as wide as the widest of its code points. */
static unsigned cluster_width (const unsigned char *s, size_t size,
                               unsigned ambiguous) {
  unsigned widest = 0, width;
  int ok;
  while (size > 0) {
    unsigned n = columns(jilu_utf8_decode(s, size, &width, &ok), ambiguous);
    if (n > widest) widest = n;
    s += width;
    size -= width;
  }
  return widest;
}

jilu_status jilu_fit (const char *text, size_t size, unsigned ambiguous,
                      size_t room, size_t *taken, size_t *used) {
  jilu_segmenter s;
  uint32_t ends[BATCH];
  size_t i, count;
  jilu_status status = jilu_segmenter_start(&s, JILU_GRAPHEME, text, size);
  *taken = *used = 0;
  if (status != JILU_OK) return status;
  while ((count = jilu_segmenter_next(&s, ends, BATCH)) > 0)
    for (i = 0; i < count; i++) {
      unsigned width = cluster_width((const unsigned char *)text + *taken,
                                     ends[i] - *taken, ambiguous);
      if (width > room - *used) return JILU_OK;
      *used += width;
      *taken = ends[i];
    }
  return JILU_OK;
}

jilu_status jilu_width (const char *text, size_t size, size_t *out) {
  size_t taken;
  return jilu_fit(text, size, 1, SIZE_MAX, &taken, out);
}
