#include "view/fold.h"

#include "unicode/utf8.h"
#include "view/fold_table.h"

uint32_t jilu_fold (uint32_t c) {
  uint32_t to;
  if (c > JILU_FOLD_LAST) return c;
  to = fold_cells[((uint32_t)fold_index[c >> 6] << 6) | (c & 63u)];
  return to != 0 ? to : c;
}

size_t jilu_fold_plain (const unsigned char *s, size_t size) {
  size_t at = 0;
  while (at < size) {
    uint32_t c = s[at];
    if (c < 0x80u) {
      if (c == '\n') break;
      at++;
      continue;
    }
    if (c < 0xE3u || c > 0xECu || size - at < 3 ||
        (s[at + 1] & 0xC0u) != 0x80u || (s[at + 2] & 0xC0u) != 0x80u)
      break;
    c = ((c & 0x0Fu) << 12) | ((s[at + 1] & 0x3Fu) << 6) | (s[at + 2] & 0x3Fu);
    if (fold_cells[((uint32_t)fold_index[c >> 6] << 6) | (c & 63u)] != 0) break;
    at += 3;
  }
  return at;
}

static int has_bit (const uint32_t *set, uint32_t k) {
  return (int)((set[k >> 5] >> (k & 31u)) & 1u);
}

void jilu_script_count (const unsigned char *s, size_t size, size_t *hans,
                        size_t *hant) {
  size_t at = 0;
  *hans = *hant = 0;
  while (at < size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode(s + at, size - at, &width, &ok);
    at += width;
    if (c < 0x4E00u || c > 0x9FFFu) continue;
    if (has_bit(only_hans, c - 0x4E00u)) ++*hans;
    else if (has_bit(only_hant, c - 0x4E00u)) ++*hant;
  }
}
