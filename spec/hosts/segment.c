/*
** A C host of the segmenter, for spec/c_api_spec.lua. Reads cases from
** standard input, a byte for the unit (a jilu_unit as a digit), one for the
** path, the size in decimal, a space, the text; prints the ends of each in a
** line. Capacity is the least that is allowed for every other case.
*/
#include <stdio.h>
#include <stdlib.h>

#include "jilu.h"

#define CAPACITY 300

static int run (jilu_unit unit, jilu_path path, const char *text,
                size_t size, size_t capacity) {
  uint32_t ends[CAPACITY];
  jilu_segmenter s;
  size_t i, n;
  if (jilu_segmenter_start(&s, unit, text, size) != JILU_OK) return 0;
  s.path = (uint8_t)path;
  while ((n = jilu_segmenter_next(&s, ends, capacity)) > 0)
    for (i = 0; i < n; i++) printf("%u ", (unsigned)ends[i]);
  printf("\n");
  return 1;
}

int main (void) {
  char unit, path;
  size_t size;
  int k = 0;
  while (scanf("%c%c%zu", &unit, &path, &size) == 3) {
    char *text = malloc(size + 1);
    if (text == NULL || getchar() != ' ') return 1;
    if (fread(text, 1, size, stdin) != size) return 1;
    if (!run((jilu_unit)(unit - '0'), (jilu_path)(path - '0'), text, size,
             k++ % 2 ? CAPACITY : JILU_SEGMENT_ROOM)) return 1;
    free(text);
  }
  return 0;
}
