#include "source/map.h"

#include <stdlib.h>

/* Do characters at 'text' and 'source' go on with the run? */
static int goes_on (const jilu_source_run *run, size_t text, size_t text_width,
                    size_t source, size_t source_width) {
  if (run->text_width != text_width || run->source_width != source_width)
    return 0;
  return run->source + (text - run->text) / text_width * source_width == source;
}

jilu_status jilu_source_map_add (jilu_source_map *map, size_t count,
                                 size_t text_width, size_t source,
                                 size_t source_width) {
  size_t text = map->text_size;
  jilu_source_run *run;
  if (count == 0) return JILU_OK;
  if (source + source_width > UINT32_MAX || source_width > UINT32_MAX ||
      text + count * text_width > UINT32_MAX)
    return JILU_TOO_LARGE;
  map->text_size += count * text_width;
  if (map->count > 0 && goes_on(&map->runs[map->count - 1], text, text_width,
                                source, source_width))
    return JILU_OK;
  if (map->count == map->room) {
    size_t room = map->room ? 2 * map->room : 64;
    void *grown = realloc(map->runs, room * sizeof *map->runs);
    if (grown == NULL) return JILU_NO_MEMORY;
    map->runs = grown;
    map->room = room;
  }
  run = &map->runs[map->count++];
  run->text = (uint32_t)text;
  run->source = (uint32_t)source;
  run->text_width = (uint32_t)text_width;
  run->source_width = (uint32_t)source_width;
  return JILU_OK;
}

void jilu_source_map_free (jilu_source_map *map) {
  free(map->runs);
  map->runs = NULL;
  map->count = map->room = 0;
}

/* The last run that begins at or before 'text'. */
static const jilu_source_run *run_of (const jilu_source_map *map,
                                      size_t text) {
  size_t low = 0, high = map->count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (map->runs[middle].text <= text) low = middle;
    else high = middle;
  }
  return &map->runs[low];
}

/* Where the character that holds the text byte begins, or ends where 'up'. */
static size_t border (const jilu_source_map *map, size_t text, size_t up) {
  const jilu_source_run *run = run_of(map, text);
  size_t character = (text - run->text) / run->text_width;
  return run->source + (character + up) * run->source_width;
}

void jilu_source_span (const jilu_source_map *map, size_t *begin,
                       size_t *end) {
  for (; map != NULL; map = map->under) {
    int empty = *end <= *begin;
    size_t last;
    if (map->count == 0) {
      *begin = *end = 0;
      continue;
    }
    last = empty ? 0 : border(map, *end - 1, 1);
    *begin = *begin >= map->text_size && map->text_size > 0
                 ? border(map, map->text_size - 1, 1)
                 : border(map, *begin, 0);
    *end = empty || last < *begin ? *begin : last;
  }
}
