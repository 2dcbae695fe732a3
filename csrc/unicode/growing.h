/* Bytes that are written one behind the other, in memory that grows. */
#ifndef JILU_UNICODE_GROWING_H
#define JILU_UNICODE_GROWING_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

/* All 0 at first; 'bytes' is freed by whoever ends up with it. */
typedef struct jilu_growing {
  char *bytes;
  size_t size, room;
} jilu_growing;

/* Makes room for 'more' bytes behind the last; false: no memory. */
static inline bool jilu_growing_room (jilu_growing *g, size_t more) {
  size_t room = g->room ? g->room : 64;
  char *bytes;
  if (more <= g->room - g->size) return true;
  while (room - g->size < more) {
    if (room > SIZE_MAX / 2) return false;
    room *= 2;
  }
  bytes = realloc(g->bytes, room);
  if (bytes == NULL) return false;
  g->bytes = bytes;
  g->room = room;
  return true;
}

static inline bool jilu_growing_add (jilu_growing *g, const void *bytes,
                                     size_t size) {
  if (!jilu_growing_room(g, size)) return false;
  if (size > 0) memcpy(g->bytes + g->size, bytes, size);
  g->size += size;
  return true;
}

static inline bool jilu_growing_add_point (jilu_growing *g, uint32_t c) {
  if (!jilu_growing_room(g, 4)) return false;
  g->size += jilu_utf8_encode(c, g->bytes + g->size);
  return true;
}

#endif
