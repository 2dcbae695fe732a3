#include "view/equal.h"

#include "unicode/growing.h"
#include "unicode/normalization.h"
#include "view/fold.h"

/* Full-width ASCII, half-width kana and Hangul, the ideographic space. */
static bool has_width (uint32_t c) {
  return c == 0x3000 || (c >= 0xFF00 && c <= 0xFFEF);
}

/* Those have one code point each that they are compatible with. */
static uint32_t plain_width (uint32_t c) {
  const jilu_normalization_record *r = &jilu_normalization_record_list[
    jilu_wide_trie_get(&jilu_normalization_records, c)];
  const uint32_t *to = jilu_decompositions + r->compatible;
  return to[0] == 1 ? to[1] : c;
}

static uint32_t reduce (uint32_t c, unsigned ignored) {
  if ((ignored & JILU_IGNORE_WIDTH) && has_width(c)) c = plain_width(c);
  if ((ignored & JILU_IGNORE_SCRIPT) && !has_width(c)) c = jilu_fold(c);
  return c;
}

static bool write_reduced (jilu_growing *g, const char *text, size_t size,
                           unsigned ignored) {
  size_t i = 0;
  while (i < size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode((const unsigned char *)text + i, size - i,
                                  &width, &ok);
    if (!jilu_growing_add_point(g, reduce(c, ignored))) return false;
    i += width;
  }
  return true;
}

/* NFD(fold(NFD(x))), Unicode 3.13 D145; NFD(x) where case counts. */
static jilu_status make_key (const char *text, size_t size, unsigned ignored,
                             char **out, size_t *out_size) {
  static const jilu_form steps[] = {JILU_NFD, JILU_CASEFOLD, JILU_NFD};
  jilu_growing g = {NULL, 0, 0};
  jilu_status status = JILU_OK;
  int i, count = ignored & JILU_IGNORE_CASE ? 3 : 1;
  if (!write_reduced(&g, text, size, ignored)) {
    free(g.bytes);
    return JILU_NO_MEMORY;
  }
  *out = g.bytes;
  *out_size = g.size;
  for (i = 0; i < count && status == JILU_OK; i++) {
    char *before = *out;
    status = jilu_normalize(before, *out_size, steps[i], out, out_size);
    free(before);
  }
  return status;
}

jilu_status jilu_equal (const char *a, size_t a_size, const char *b,
                        size_t b_size, unsigned ignored, bool *same) {
  char *a_key = NULL, *b_key = NULL;
  size_t a_length = 0, b_length = 0;
  jilu_status status = make_key(a, a_size, ignored, &a_key, &a_length);
  *same = false;
  if (status == JILU_OK)
    status = make_key(b, b_size, ignored, &b_key, &b_length);
  if (status == JILU_OK)
    *same = a_length == b_length && memcmp(a_key, b_key, a_length) == 0;
  free(a_key);
  free(b_key);
  return status;
}
