/* Where a word stands in a text, byte for byte. */
#ifndef JILU_UNICODE_FIND_H
#define JILU_UNICODE_FIND_H

#include <stddef.h>
#include <string.h>

/*
** The first place of the 'word_size' bytes at 'word' in 'size' bytes at 'text';
** 'size' where there is none; 0 for an empty word. Looks for the last byte of
** the word: in UTF-8 the first byte of one Chinese character is that of most,
** its last byte that of one in 64.
*/
static inline size_t jilu_find (const char *text, size_t size,
                                const char *word, size_t word_size) {
  size_t tail = word_size - 1, at = tail;
  if (word_size == 0) return 0;
  while (at < size) {
    const char *p = memchr(text + at, word[tail], size - at);
    if (p == NULL) break;
    at = (size_t)(p - text) + 1;
    if (tail > 0 && p[-1] != word[tail - 1]) continue;
    if (memcmp(text + at - word_size, word, tail) == 0) return at - word_size;
  }
  return size;
}

#endif
