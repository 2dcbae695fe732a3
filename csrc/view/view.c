#include "view/view.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"
#include "view/fold.h"
#include "view/markup.h"
#include "view/ruby.h"

/* Grows '*items' to hold one more; the three arrays of a view grow alike. */
static jilu_status grow (void **items, size_t count, size_t *room,
                         size_t each) {
  size_t more;
  void *grown;
  if (count < *room) return JILU_OK;
  more = *room ? *room * 2 : 16;
  if (more > SIZE_MAX / each) return JILU_NO_MEMORY;
  grown = realloc(*items, more * each);
  if (grown == NULL) return JILU_NO_MEMORY;
  *items = grown;
  *room = more;
  return JILU_OK;
}

/* --- building ------------------------------------------------------------ */

typedef struct builder {
  jilu_view *view;
  const unsigned char *s;
  size_t size;
  size_t at;            /* read so far */
  bool owned;           /* 'out' holds the folded text; else it is 's' */
  char *out;
  size_t out_size, out_room;
  size_t map_room, line_room, repair_room;
  const jilu_residue *residue, *residue_end;
  const jilu_markup_item *markup, *markup_end;
} builder;

static jilu_status grow_out (builder *b, size_t more) {
  size_t room = b->out_room ? b->out_room : b->size + 64;
  char *grown;
  while (room < b->out_size + more) room += room / 2;
  grown = realloc(b->out, room);
  if (grown == NULL) return JILU_NO_MEMORY;
  b->out = grown;
  b->out_room = room;
  return JILU_OK;
}

static inline jilu_status reserve (builder *b, size_t more) {
  if (b->out_size + more <= b->out_room) return JILU_OK;
  return grow_out(b, more);
}

static jilu_status add_map (builder *b, size_t folded, size_t original) {
  jilu_view *v = b->view;
  void *items = v->map;
  jilu_map_entry *last = v->map_count ? &v->map[v->map_count - 1] : NULL;
  jilu_status status;
  if (last != NULL && last->folded == folded) {
    last->original = (uint32_t)original;
    return JILU_OK;
  }
  if (last != NULL && folded - last->folded == original - last->original)
    return JILU_OK;
  status = grow(&items, v->map_count, &b->map_room, sizeof *v->map);
  v->map = items;
  if (status != JILU_OK) return status;
  v->map[v->map_count].folded = (uint32_t)folded;
  v->map[v->map_count++].original = (uint32_t)original;
  return JILU_OK;
}

/*
** From the first change on, the folded text is a copy of its own; until then
** it is the source itself, and nothing is copied.
*/
static jilu_status own (builder *b) {
  jilu_status status;
  if (b->owned) return JILU_OK;
  status = reserve(b, b->at + 4);
  if (status != JILU_OK) return status;
  if (b->at > 0) memcpy(b->out, b->s, b->at);
  b->out_size = b->at;
  b->owned = true;
  return JILU_OK;
}

/* Writes 'c' in the place of the 'width' bytes at 'at'. */
static jilu_status replace (builder *b, size_t width, uint32_t c) {
  jilu_status status = own(b);
  unsigned written;
  if (status == JILU_OK) status = reserve(b, 4);
  if (status != JILU_OK) return status;
  written = jilu_utf8_encode(c, b->out + b->out_size);
  b->out_size += written;
  if (written == width) return JILU_OK;
  return add_map(b, b->out_size, b->at + width);
}

/* Leaves out the bytes [at, end). */
static jilu_status cut (builder *b, size_t end) {
  jilu_status status = own(b);
  if (status != JILU_OK) return status;
  return add_map(b, b->out_size, end);
}

static jilu_status add_repair (builder *b, jilu_repair_kind kind, size_t begin,
                               size_t cut_at, size_t end) {
  jilu_view *v = b->view;
  jilu_repair *last = v->repair_count ? &v->repairs[v->repair_count - 1] : NULL;
  void *items = v->repairs;
  jilu_repair *r;
  jilu_status status;
  if (last != NULL && last->kind == kind && last->end == begin &&
      (kind == JILU_REPAIR_INVALID || kind == JILU_REPAIR_INVISIBLE)) {
    last->end = (uint32_t)end;
    return JILU_OK;
  }
  status = grow(&items, v->repair_count, &b->repair_room, sizeof *v->repairs);
  v->repairs = items;
  if (status != JILU_OK) return status;
  r = &v->repairs[v->repair_count++];
  r->kind = kind;
  r->begin = (uint32_t)begin;
  r->cut = (uint32_t)cut_at;
  r->end = (uint32_t)end;
  return JILU_OK;
}

static jilu_status add_line (builder *b, size_t original) {
  jilu_view *v = b->view;
  void *items = v->lines;
  jilu_status status =
      grow(&items, v->line_count, &b->line_room, sizeof *v->lines);
  v->lines = items;
  if (status != JILU_OK) return status;
  v->lines[v->line_count].original = (uint32_t)original;
  v->lines[v->line_count++].folded =
      (uint32_t)(b->owned ? b->out_size : original);
  return JILU_OK;
}

static bool is_invisible (uint32_t c) {
  return c == 0xFEFF || c == 0x200B || c == 0x2060 || c == 0xAD;
}

static jilu_status take_residue (builder *b) {
  const jilu_residue *r = b->residue++;
  jilu_status status =
      add_repair(b, JILU_REPAIR_RUBY, r->begin, r->cut, r->end);
  if (status == JILU_OK) status = cut(b, r->end);
  b->at = r->end;
  return status;
}

static jilu_status take_markup (builder *b) {
  const jilu_markup_item *m = b->markup++;
  jilu_status status =
      add_repair(b, m->kind, m->begin, m->begin, m->end);
  b->view->markup_count++;
  if (status == JILU_OK)
    status = m->separates ? replace(b, m->end - m->begin, ' ')
                          : cut(b, m->end);
  b->at = m->end;
  while (b->residue < b->residue_end && b->residue->cut < b->at) b->residue++;
  return status;
}

/* One character that is not ASCII. */
static jilu_status take_character (builder *b) {
  unsigned width;
  int ok;
  uint32_t c = jilu_utf8_decode(b->s + b->at, b->size - b->at, &width, &ok);
  jilu_status status = JILU_OK;
  if (!ok) {
    b->view->invalid_bytes += width;
    status = add_repair(b, JILU_REPAIR_INVALID, b->at, b->at, b->at + width);
    if (status == JILU_OK) status = replace(b, width, c);
  }
  else if (is_invisible(c)) {
    status = add_repair(b, JILU_REPAIR_INVISIBLE, b->at, b->at, b->at + width);
    if (status == JILU_OK) status = cut(b, b->at + width);
  }
  else {
    uint32_t to = jilu_fold(c);
    b->view->traditional += jilu_is_hant(c) ? 1u : 0u;
    if (b->owned || to != c) status = replace(b, width, to);
  }
  b->at += width;
  return status;
}

static jilu_status take_ascii (builder *b, char c) {
  if (b->owned) {
    jilu_status status = reserve(b, 1);
    if (status != JILU_OK) return status;
    b->out[b->out_size++] = c;
  }
  b->at++;
  return c == '\n' ? add_line(b, b->at) : JILU_OK;
}

/* Where the next residue or mark begins. */
static size_t next_cut (const builder *b) {
  size_t end = b->residue < b->residue_end ? b->residue->cut : b->size;
  if (b->markup < b->markup_end && b->markup->begin < end)
    end = b->markup->begin;
  return end;
}

/* All up to the next line break, residue, or character that has to be looked
   at by itself. */
static jilu_status take_run (builder *b) {
  size_t end = next_cut(b);
  size_t left = end > b->at ? end - b->at : 0;
  if (b->owned) {
    jilu_status status = reserve(b, left);
    if (status != JILU_OK) return status;
    left = jilu_fold_run(b->s + b->at, left, b->out + b->out_size,
                         &b->view->traditional);
    b->out_size += left;
  }
  else left = jilu_fold_plain(b->s + b->at, left);
  b->at += left;
  return JILU_OK;
}

static jilu_status take_one (builder *b) {
  unsigned char c = b->s[b->at];
  if (b->markup < b->markup_end && b->at == b->markup->begin)
    return take_markup(b);
  if (b->residue < b->residue_end && b->at == b->residue->cut)
    return take_residue(b);
  return c >= 0x80 ? take_character(b) : take_ascii(b, (char)c);
}

static jilu_status read_all (builder *b) {
  jilu_status status = add_line(b, 0);
  while (status == JILU_OK && b->at < b->size) {
    status = take_run(b);
    if (status == JILU_OK && b->at < b->size) status = take_one(b);
  }
  return status;
}

/*
** Where nothing was replaced, the folded text is the source itself. Line 0
** begins behind a byte order mark; markup belongs to its line.
*/
static void finish (builder *b) {
  jilu_view *v = b->view;
  if (v->repair_count > 0 && v->repairs[0].begin == 0 &&
      v->repairs[0].kind == JILU_REPAIR_INVISIBLE)
    v->lines[0].original = v->repairs[0].end;
  if (b->owned) {
    v->text = v->owned = b->out;
    v->text_size = b->out_size;
    b->out = NULL;
  }
  else {
    v->text = v->source;
    v->text_size = v->source_size;
  }
}

static jilu_status build (builder *b, unsigned mode) {
  bool unmarked = (mode & JILU_RESIDUE_UNMARKED) != 0;
  jilu_residues found = {NULL, 0, false};
  jilu_markup markup = {NULL, 0};
  jilu_status status = JILU_OK;
  mode &= ~(unsigned)JILU_RESIDUE_UNMARKED;
  if (mode != JILU_RESIDUE_KEEP)
    status = jilu_residue_find((const char *)b->s, b->size, &found);
  if (status == JILU_OK && mode != JILU_RESIDUE_KEEP && !unmarked)
    status = jilu_markup_find((const char *)b->s, b->size, &markup);
  if (found.count > 0 && (mode == JILU_RESIDUE_CUT || found.riddled)) {
    b->residue = found.items;
    b->residue_end = found.items + found.count;
  }
  if (markup.count > 0) {
    b->markup = markup.items;
    b->markup_end = markup.items + markup.count;
  }
  if (status == JILU_OK) status = add_map(b, 0, 0);
  if (status == JILU_OK) status = read_all(b);
  if (status == JILU_OK) finish(b);
  free(found.items);
  free(markup.items);
  free(b->out);
  return status;
}

jilu_status jilu_view_new (const char *text, size_t size,
                           jilu_residue_mode residue, jilu_view **out) {
  builder b;
  jilu_status status;
  *out = NULL;
  if (size >= JILU_VIEW_MAX) return JILU_TOO_LARGE;
  memset(&b, 0, sizeof b);
  b.view = calloc(1, sizeof *b.view);
  if (b.view == NULL) return JILU_NO_MEMORY;
  b.s = (const unsigned char *)text;
  b.size = size;
  b.view->source = text;
  b.view->source_size = size;
  status = build(&b, (unsigned)residue);
  if (status == JILU_OK) *out = b.view;
  else jilu_view_free(b.view);
  return status;
}

void jilu_view_free (jilu_view *view) {
  if (view == NULL) return;
  free(view->owned);
  free(view->map);
  free(view->lines);
  free(view->repairs);
  free(view);
}

/* --- reading ------------------------------------------------------------- */

const char *jilu_view_text (const jilu_view *view, size_t *size) {
  *size = view->text_size;
  return view->text;
}

/* The last entry of the map that begins at or before 'folded'. */
static size_t entry_of (const jilu_view *view, size_t folded) {
  size_t low = 0, high = view->map_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (view->map[middle].folded <= folded) low = middle;
    else high = middle;
  }
  return low;
}

/*
** By entry 'k', the last at or before 'folded'. A position inside U+FFFD, which
** may be longer than what it replaces, is at most the end of that.
*/
static inline size_t original_by (const jilu_view *view, size_t k,
                                  size_t folded) {
  const jilu_map_entry *e = &view->map[k];
  size_t at = e->original + (folded - e->folded);
  size_t limit = k + 1 < view->map_count ? e[1].original : view->source_size;
  return at < limit ? at : limit;
}

size_t jilu_view_original (const jilu_view *view, size_t folded) {
  return original_by(view, entry_of(view, folded), folded);
}

/* Is 'folded' before the entry behind 'k'? */
static bool is_before (const jilu_view *view, size_t folded, size_t k) {
  return k + 1 >= view->map_count || folded < view->map[k + 1].folded;
}

size_t jilu_view_original_near (const jilu_view *view, size_t folded,
                                size_t *entry) {
  size_t k = *entry;
  if (view->map[k].folded > folded) k = entry_of(view, folded);
  else if (!is_before(view, folded, k) && !is_before(view, folded, ++k))
    k = entry_of(view, folded);
  *entry = k;
  return original_by(view, k, folded);
}

size_t jilu_view_folded (const jilu_view *view, size_t original) {
  size_t low = 0, high = view->map_count, at, limit;
  const jilu_map_entry *e;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (view->map[middle].original <= original) low = middle;
    else high = middle;
  }
  e = &view->map[low];
  if (original <= e->original) return e->folded;   /* inside what was cut */
  at = e->folded + (original - e->original);
  limit = low + 1 < view->map_count ? e[1].folded : view->text_size;
  return at < limit ? at : limit;
}

size_t jilu_view_lines (const jilu_view *view) {
  return view->line_count;
}

size_t jilu_view_line_of (const jilu_view *view, size_t original) {
  size_t low = 0, high = view->line_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (view->lines[middle].original <= original) low = middle;
    else high = middle;
  }
  return low;
}

/* Does the line behind 'k' begin behind 'original'? */
static bool is_on_line (const jilu_view *view, size_t original, size_t k) {
  return k + 1 >= view->line_count || original < view->lines[k + 1].original;
}

size_t jilu_view_line_near (const jilu_view *view, size_t original,
                            size_t *line) {
  size_t k = *line;
  if (view->lines[k].original > original ||
      (!is_on_line(view, original, k) && !is_on_line(view, original, ++k)))
    k = jilu_view_line_of(view, original);
  return *line = k;
}

jilu_map_entry jilu_view_line_end (const jilu_view *v, size_t k) {
  jilu_map_entry end;
  if (k + 1 < v->line_count) {
    end.original = v->lines[k + 1].original - 1;
    end.folded = v->lines[k + 1].folded - 1;
  }
  else {
    end.original = (uint32_t)v->source_size;
    end.folded = (uint32_t)v->text_size;
  }
  if (end.folded > v->lines[k].folded && v->text[end.folded - 1] == '\r') {
    end.original--;
    end.folded--;
  }
  return end;
}
