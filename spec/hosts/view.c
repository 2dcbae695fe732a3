/*
** The map of a view, through the C API: reads cases "SIZE BYTES" from standard
** input and checks both directions of the map at every position, for every
** residue mode. Prints how many positions were checked; the first that is
** wrong ends it with 1.
*/

#include <stdio.h>
#include <stdlib.h>

#include "jilu.h"

static size_t checked;

static int wrong (const char *what, size_t at, size_t is, size_t limit) {
  fprintf(stderr, "%s(%zu) = %zu, limit %zu\n", what, at, is, limit);
  return 0;
}

static int folded_is_monotone (const jilu_view *v, size_t size,
                               size_t folded_size) {
  size_t i, last = 0;
  for (i = 0; i <= size; i++, checked++) {
    size_t at = jilu_view_folded(v, i);
    if (at < last || at > folded_size) return wrong("folded", i, at, folded_size);
    last = at;
  }
  return last == folded_size || wrong("folded", size, last, folded_size);
}

static int original_is_monotone (const jilu_view *v, size_t size,
                                 size_t folded_size) {
  size_t i, last = 0;
  for (i = 0; i <= folded_size; i++, checked++) {
    size_t at = jilu_view_original(v, i);
    if (at < last || at > size) return wrong("original", i, at, size);
    last = at;
  }
  return last == size || wrong("original", folded_size, last, size);
}

/* Borders of folded characters go to the original and back. */
static int borders_return (const jilu_view *v, const char *folded,
                           size_t folded_size) {
  size_t i;
  for (i = 0; i <= folded_size; i++) {
    size_t at;
    if (i < folded_size && ((unsigned char)folded[i] & 0xC0) == 0x80) continue;
    at = jilu_view_folded(v, jilu_view_original(v, i));
    if (at != i) return wrong("folded of original", i, at, i);
  }
  return 1;
}

static int is_right (const char *text, size_t size, int mode) {
  jilu_view *v;
  size_t folded_size;
  const char *folded;
  int right;
  if (jilu_view_new(text, size, (jilu_residue_mode)mode, &v) != JILU_OK)
    return 0;
  folded = jilu_view_text(v, &folded_size);
  right = folded_is_monotone(v, size, folded_size) &&
          original_is_monotone(v, size, folded_size) &&
          borders_return(v, folded, folded_size);
  jilu_view_free(v);
  return right;
}

int main (void) {
  size_t size;
  while (scanf("%zu", &size) == 1) {
    char *text = malloc(size + 1);   /* exact: ASan sees what is behind */
    int mode;
    if (text == NULL || getchar() != ' ' ||
        fread(text, 1, size, stdin) != size) return 2;
    for (mode = 0; mode < 3; mode++)
      if (!is_right(text, size, mode)) {
        fprintf(stderr, "in: ");
        fwrite(text, 1, size, stderr);
        return 1;
      }
    free(text);
  }
  printf("%zu\n", checked);
  return 0;
}
