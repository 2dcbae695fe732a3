/*
** UTF-8, by table 3-7 of the Unicode Standard: decoding, encoding, and what
** to do where bytes are ill-formed (section 3.9: each maximal subpart of an
** ill-formed sequence is one U+FFFD).
*/
#ifndef JILU_UNICODE_UTF8_H
#define JILU_UNICODE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define JILU_REPLACEMENT 0xFFFDu

/*
** Decodes the code point at 's', which has 'left' >= 1 bytes. Stores how many
** bytes it takes in '*width'. Ill-formed bytes give U+FFFD and the width of
** their maximal subpart, with '*ok' set to 0.
*/
static inline uint32_t jilu_utf8_decode (const unsigned char *s, size_t left,
                                         unsigned *width, int *ok) {
  uint32_t b = s[0];
  unsigned need, i;
  unsigned char lo = 0x80, hi = 0xBF;
  *ok = 1;
  *width = 1;
  if (b < 0x80) return b;
  if (b - 0xE1u < 0x0Cu && left >= 3 &&
      (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80) {
    *width = 3;                        /* most of Chinese text */
    return ((b & 0x0F) << 12) | ((s[1] & 0x3Fu) << 6) | (s[2] & 0x3Fu);
  }
  if (b >= 0xE0 && b < 0xF0) {
    need = 2;
    if (b == 0xE0) lo = 0xA0;
    if (b == 0xED) hi = 0x9F;
    b &= 0x0F;
  }
  else if (b >= 0xC2 && b < 0xE0) {
    need = 1;
    b &= 0x1F;
  }
  else if (b >= 0xF0 && b < 0xF5) {
    need = 3;
    if (b == 0xF0) lo = 0x90;
    if (b == 0xF4) hi = 0x8F;
    b &= 0x07;
  }
  else {
    *ok = 0;
    return JILU_REPLACEMENT;
  }
  for (i = 1; i <= need; i++) {
    if (i >= left || s[i] < lo || s[i] > hi) {
      *ok = 0;
      *width = i;
      return JILU_REPLACEMENT;
    }
    b = (b << 6) | (s[i] & 0x3Fu);
    lo = 0x80;
    hi = 0xBF;
  }
  *width = need + 1;
  return b;
}

/* As above for text that is known to be well-formed. */
static inline uint32_t jilu_utf8_next (const unsigned char *s,
                                       unsigned *width) {
  uint32_t b = s[0];
  if (b < 0x80) { *width = 1; return b; }
  if (b < 0xE0) {
    *width = 2;
    return ((b & 0x1Fu) << 6) | (s[1] & 0x3Fu);
  }
  if (b < 0xF0) {
    *width = 3;
    return ((b & 0x0Fu) << 12) | ((s[1] & 0x3Fu) << 6) | (s[2] & 0x3Fu);
  }
  *width = 4;
  return ((b & 0x07u) << 18) | ((s[1] & 0x3Fu) << 12) |
         ((s[2] & 0x3Fu) << 6) | (s[3] & 0x3Fu);
}

/* The bytes of the character whose first byte is 'b', in well-formed text. */
static inline unsigned jilu_utf8_width (unsigned char b) {
  if ((b & 0xF0) == 0xE0) return 3;   /* most of Chinese */
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : 4;
}

/* Writes 'c' (a scalar value) to 'out', which has room for 4 bytes. */
static inline unsigned jilu_utf8_encode (uint32_t c, char *out) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | (c >> 6));
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | (c >> 12));
    out[1] = (char)(0x80 | ((c >> 6) & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | (c >> 18));
  out[1] = (char)(0x80 | ((c >> 12) & 0x3F));
  out[2] = (char)(0x80 | ((c >> 6) & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

#endif
