/* Case mappings of a text; titles go by word (UAX #29). */

#include "unicode/case.h"
#include "unicode/casing.h"
#include "unicode/normalization.h"

#define BATCH 128

/* Where the first cased letter of bytes [at, end) stands, or 'end'. */
static size_t first_cased (const char *text, size_t at, size_t end,
                           unsigned *width) {
  int ok;
  while (at < end) {
    uint32_t c = jilu_utf8_decode((const unsigned char *)text + at, end - at,
                                  width, &ok);
    if (jilu_casing_of(c)->flags & JILU_CASING_CASED) break;
    at += *width;
  }
  return at;
}

/* Whether Dutch ij stands in bytes [at, end), j without an accent. */
static bool is_ij (const char *text, size_t at, size_t end) {
  unsigned width;
  int ok;
  if (end - at < 2 || (text[at] | 32) != 'i' || (text[at + 1] | 32) != 'j')
    return false;
  return end - at == 2 || jilu_combining_class(
    jilu_utf8_decode((const unsigned char *)text + at + 2, end - at - 2,
                     &width, &ok)) == 0;
}

/* R3 of Unicode 3.13: the first cased letter of a word, then the rest. */
static bool write_word (jilu_growing *out, const char *text, size_t size,
                        size_t begin, size_t end, jilu_locale locale) {
  unsigned width = 0;
  size_t at = first_cased(text, begin, end, &width);
  /* what has no case may be ill-formed, which is repaired on the way */
  if (!jilu_case_write(out, text, size, begin, at, JILU_FOLD, JILU_ROOT))
    return false;
  if (at == end) return true;
  if (!jilu_case_write(out, text, size, at, at + width, JILU_TITLE, locale))
    return false;
  if (locale == JILU_DUTCH && is_ij(text, at, end)) {
    if (!jilu_growing_add(out, "J", 1)) return false;
    width = 2;
  }
  return jilu_case_write(out, text, size, at + width, end, JILU_LOWER, locale);
}

static jilu_status write_title (jilu_growing *out, const char *text,
                                size_t size, jilu_locale locale) {
  uint32_t ends[BATCH];
  jilu_segmenter s;
  size_t i, count, begin = 0;
  jilu_status status = jilu_segmenter_start(&s, JILU_WORD, text, size);
  if (status != JILU_OK) return status;
  while ((count = jilu_segmenter_next(&s, ends, BATCH)) > 0)
    for (i = 0; i < count; i++) {
      if (!write_word(out, text, size, begin, ends[i], locale))
        return JILU_NO_MEMORY;
      begin = ends[i];
    }
  return JILU_OK;
}

jilu_status jilu_map_case (const char *text, size_t size, jilu_case to,
                           jilu_locale locale, char **out, size_t *out_size) {
  jilu_growing g = {NULL, 0, 0};
  jilu_status status = JILU_OK;
  *out = NULL;
  *out_size = 0;
  if ((unsigned)to > JILU_FOLD || (unsigned)locale > JILU_DUTCH)
    return JILU_BAD_VALUE;
  if (!jilu_growing_room(&g, size + 1)) return JILU_NO_MEMORY;
  if (to == JILU_TITLE) status = write_title(&g, text, size, locale);
  else if (!jilu_case_write(&g, text, size, 0, size, to, locale))
    status = JILU_NO_MEMORY;
  if (status != JILU_OK) {
    free(g.bytes);
    return status;
  }
  *out = g.bytes;
  *out_size = g.size;
  return JILU_OK;
}
