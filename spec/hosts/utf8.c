/*
** Every text of up to three bytes (of those that begin with ASCII, one first
** byte for all), against table 3-7 of the Unicode Standard as it is printed:
** a row is a range for each byte. Prints what differs, or how many there were.
*/
#include <stdio.h>
#include <string.h>

#include "jilu.h"

typedef struct row { int size; unsigned char from[4], to[4]; } row;

static const row rows[] = {
  {1, {0x00}, {0x7F}},
  {2, {0xC2, 0x80}, {0xDF, 0xBF}},
  {3, {0xE0, 0xA0, 0x80}, {0xE0, 0xBF, 0xBF}},
  {3, {0xE1, 0x80, 0x80}, {0xEC, 0xBF, 0xBF}},
  {3, {0xED, 0x80, 0x80}, {0xED, 0x9F, 0xBF}},
  {3, {0xEE, 0x80, 0x80}, {0xEF, 0xBF, 0xBF}},
  {4, {0xF0, 0x90, 0x80, 0x80}, {0xF0, 0xBF, 0xBF, 0xBF}},
  {4, {0xF1, 0x80, 0x80, 0x80}, {0xF3, 0xBF, 0xBF, 0xBF}},
  {4, {0xF4, 0x80, 0x80, 0x80}, {0xF4, 0x8F, 0xBF, 0xBF}}
};

/* Bytes of the longest beginning of a row; '*whole' if it is all of it. */
static size_t longest (const unsigned char *s, size_t left, int *whole) {
  size_t most = 1, r;
  *whole = 0;
  for (r = 0; r < sizeof(rows) / sizeof(rows[0]); r++) {
    size_t n = 0, size = (size_t)rows[r].size;
    while (n < size && n < left && s[n] >= rows[r].from[n] &&
           s[n] <= rows[r].to[n]) n++;
    if (n == size) {
      *whole = 1;
      return n;
    }
    if (n > most) most = n;
  }
  return most;
}

static int agrees (const unsigned char *s, size_t size) {
  char expected[16], found[16];
  size_t i = 0, n = 0, bad = size, parts = 0, said;
  while (i < size) {
    int whole;
    size_t width = longest(s + i, size - i, &whole);
    if (!whole && bad == size) bad = i;
    if (whole) memcpy(expected + n, s + i, width);
    else memcpy(expected + n, "\xEF\xBF\xBD", 3);
    n += whole ? width : 3;
    parts += !whole;
    i += width;
  }
  return jilu_validate((const char *)s, size) == bad &&
         jilu_make_valid((const char *)s, size, found, &said) == n &&
         said == parts && memcmp(found, expected, n) == 0;
}

int main (void) {
  unsigned long count = 0;
  unsigned a, b, c;
  for (a = 0x7F; a < 256; a++)
    for (b = 0; b < 256; b++)
      for (c = 0; c < 256; c++) {
        unsigned char s[3];
        size_t size;
        s[0] = (unsigned char)a;
        s[1] = (unsigned char)b;
        s[2] = (unsigned char)c;
        for (size = c ? 3 : b ? 2 : 1; size <= 3; size++, count++)
          if (!agrees(s, size)) {
            printf("%02X %02X %02X, the first %zu\n", a, b, c, size);
            return 1;
          }
      }
  printf("%lu\n", count);
  return 0;
}
