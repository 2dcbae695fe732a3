#include "view/fold.h"

#include <string.h>

#include "unicode/utf8.h"
#include "view/fold_table.h"

uint32_t jilu_fold (uint32_t c) {
  uint32_t to;
  if (c > JILU_FOLD_LAST) return c;
  to = fold_cells[((uint32_t)fold_index[c >> 6] << 6) | (c & 63u)];
  return to != 0 ? to : c;
}

/*
** A three-byte character at 's', which has 'left' bytes: the bits of its
** second byte in '*second', those of its third in '*third'.
*/
static inline int is_triple (const unsigned char *s, size_t left,
                             unsigned *second, unsigned *third) {
  if (left < 3) return 0;
  *second = s[1] ^ 0x80u;
  *third = s[2] ^ 0x80u;
  return (*second | *third) < 64;
}

size_t jilu_fold_plain (const unsigned char *s, size_t size) {
  const unsigned char *at = s, *end = s + size;
  while (at < end) {
    unsigned lead = *at - 0xE3u, second, third;
    if (lead <= 0xECu - 0xE3u) {
      const uint16_t *blocks = fold_index + (0x3000u >> 6);
      if (!is_triple(at, (size_t)(end - at), &second, &third)) break;
      if ((fold_changes[blocks[(lead << 6) | second]] >> third) & 1u) break;
      at += 3;
    }
    else {
      if (*at >= 0x80u || *at == '\n') break;
      at++;
    }
  }
  return (size_t)(at - s);
}

/* Whether a character, counted from U+4000, is in a set. */
static inline unsigned has_bit (const uint64_t *set, uint32_t k) {
  return (unsigned)(set[k >> 6] >> (k & 63u)) & 1u;
}

int jilu_is_hant (uint32_t c) {
  return c - 0x4000u <= 0x9FFFu - 0x4000u && has_bit(only_hant, c - 0x4000u);
}

size_t jilu_fold_run (const unsigned char *s, size_t size, char *out,
                      size_t *hant) {
  const unsigned char *at = s, *end = s + size;
  while (at < end) {
    unsigned lead = *at - 0xE3u, second, third;
    if (lead <= 0xECu - 0xE3u) {
      uint32_t block, to;
      if (!is_triple(at, (size_t)(end - at), &second, &third)) break;
      block = (fold_index + (0x3000u >> 6))[(lead << 6) | second];
      if ((fold_changes[block] >> third) & 1u) {
        uint32_t c = 0x3000u + ((lead << 12) | (second << 6) | third);
        to = fold_cells[(block << 6) | third];
        if (to == 0) to = c;
        if (to < 0x800u) break;
        *hant += jilu_is_hant(c) ? 1u : 0u;
        out += jilu_utf8_encode(to, out);
      }
      else {
        memcpy(out, at, 3);
        out += 3;
      }
      at += 3;
    }
    else {
      if (*at >= 0x80u || *at == '\n') break;
      *out++ = (char)*at++;
    }
  }
  return (size_t)(at - s);
}

/* A character from U+4000 to U+9FFF takes three bytes, the first of which is
   E4 to E9, wherever it stands: nothing else needs to be decoded. */
void jilu_script_count (const unsigned char *s, size_t size, size_t *hans,
                        size_t *hant) {
  const unsigned char *end = s + size;
  size_t simplified = 0, traditional = 0;
  while (end - s >= 3) {
    unsigned lead = *s - 0xE4u, second = s[1] ^ 0x80u, third = s[2] ^ 0x80u;
    if (lead <= 0xE9u - 0xE4u && (second | third) < 64) {
      unsigned block = (lead << 6) | second;
      simplified += (only_hans[block] >> third) & 1u;
      traditional += (only_hant[block] >> third) & 1u;
      s += 3;
    }
    else s++;
  }
  *hans = simplified;
  *hant = traditional;
}
