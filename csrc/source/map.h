/*
** The map of a text that was decoded: from its bytes back to those of the
** source, the file as it was read.
*/
#ifndef JILU_SOURCE_MAP_H
#define JILU_SOURCE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "jilu.h"

/*
** Characters in a row, each of 'text_width' bytes of the text and 'source_width'
** bytes of the source; up to the next run. Width 0 in the source: the decoder
** wrote them (a line break for a tag).
*/
typedef struct jilu_source_run {
  uint32_t text, source;
  uint32_t text_width, source_width;
} jilu_source_run;

typedef struct jilu_source_map {
  jilu_source_run *runs;   /* sorted by 'text' and by 'source' */
  size_t count, room;
  size_t text_size;        /* bytes that have been added */
  const struct jilu_source_map *under;   /* of the source, or NULL: borrowed */
} jilu_source_map;

/*
** Adds 'count' characters of these widths behind the text so far, which stand
** from byte 'source' on. JILU_NO_MEMORY, or JILU_TOO_LARGE beyond 4 GB.
*/
jilu_status jilu_source_map_add (jilu_source_map *map, size_t count,
                                 size_t text_width, size_t source,
                                 size_t source_width);

/* Frees the runs. */
void jilu_source_map_free (jilu_source_map *map);

/*
** The source bytes [begin, end) of the text bytes [*begin, *end), through all
** maps; whole characters, and an empty span stays empty.
*/
void jilu_source_span (const jilu_source_map *map, size_t *begin, size_t *end);

#endif
