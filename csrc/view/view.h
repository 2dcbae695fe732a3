/*
** A view: what a reader reads. Residue and invisible characters taken out,
** ill-formed bytes as U+FFFD, every character folded for matching; and the
** map from each position back to the original bytes. The public functions
** stand in jilu.h.
*/
#ifndef JILU_VIEW_VIEW_H
#define JILU_VIEW_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jilu.h"
#include "source/map.h"

/*
** From 'folded' on, up to the next entry, the original position is
** 'original' plus the distance. One entry is enough where nothing changed.
*/
typedef struct jilu_map_entry {
  uint32_t folded, original;
} jilu_map_entry;

struct jilu_view {
  const char *source;       /* borrowed: the original bytes */
  size_t source_size;
  const jilu_source_map *origin;   /* borrowed: where the source itself was */
                                   /* decoded from, or NULL */
  const char *text;         /* folded; is 'source' where nothing changed */
  size_t text_size;
  char *owned;              /* what 'text' points to, or NULL */
  jilu_map_entry *map;      /* sorted by both; map[0].folded is 0, and */
                            /* map[0].original not where a cut comes first */
  size_t map_count;
  jilu_map_entry *lines;    /* where each physical line begins; the first */
                            /* behind a byte order mark */
  size_t line_count;
  jilu_repair *repairs;     /* sorted by position */
  size_t repair_count;
  size_t markup_count;      /* of them, those that are markup */
  size_t invalid_bytes;
  size_t traditional;       /* characters of Traditional text alone */
};

/*
** jilu_view_original and jilu_view_line_of, quicker where one position follows
** another: '*entry' and '*line', 0 to begin with, are where the last one was.
*/
size_t jilu_view_original_near (const jilu_view *view, size_t folded,
                                size_t *entry);
size_t jilu_view_line_near (const jilu_view *view, size_t original,
                            size_t *line);

/*
** A span that ends, by jilu_view_original, at 'at' of the original bytes ends
** before the markup that ends there: **words** is no part of the words.
*/
size_t jilu_view_end (const jilu_view *view, size_t at);

static inline bool jilu_is_markup (jilu_repair_kind kind) {
  return kind >= JILU_REPAIR_EMPHASIS;
}

/*
** Does jilu_view_norm change the original bytes [begin, end)? '*repair', 0 to
** begin with, is which repair was met last, and then the first that ends behind
** 'begin'.
*/
bool jilu_view_repaired (const jilu_view *view, size_t begin, size_t end,
                         size_t *repair);

/* What jilu_view_norm copies, given that repair. */
size_t jilu_view_read (const jilu_view *view, size_t begin, size_t end,
                       size_t repair, char *out);

/*
** Where line 'k' ends, without its line break, in the original and in the
** folded text; it begins at view->lines[k].
*/
jilu_map_entry jilu_view_line_end (const jilu_view *view, size_t k);

#endif
