/*
** Runs of bytes that most of a text consists of, and that an operation passes
** without decoding them. Written so that compilers make vectors of them.
*/
#ifndef JILU_UNICODE_PLAIN_H
#define JILU_UNICODE_PLAIN_H

#include <stddef.h>
#include <stdint.h>

#define JILU_PLAIN_BLOCK 32

/* How many of the first bytes at 's' are ASCII: all or less than all of it. */
static inline size_t jilu_plain_ascii (const unsigned char *s, size_t size) {
  size_t i = 0, k;
  while (size - i >= JILU_PLAIN_BLOCK) {
    unsigned char any = 0;
    for (k = 0; k < JILU_PLAIN_BLOCK; k++)
      any = (unsigned char)(any | s[i + k]);
    if (any >= 0x80) break;
    i += JILU_PLAIN_BLOCK;
  }
  while (i < size && s[i] < 0x80) i++;
  return i;
}

/*
** Bytes of whole characters from U+4000 to U+9FFF at 's'. These have no case,
** no decomposition and no part in one; where a sequence is ill-formed the run
** ends before it.
*/
static inline size_t jilu_plain_han (const unsigned char *s, size_t size) {
  size_t i = 0;
  while (size - i >= 3 && s[i] - 0xE4u <= 0xE9u - 0xE4u &&
         (s[i + 1] & 0xC0u) == 0x80 && (s[i + 2] & 0xC0u) == 0x80)
    i += 3;
  return i;
}

#endif
