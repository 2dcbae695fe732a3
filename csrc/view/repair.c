/* What was taken out of a view: where repairs stand, and text without them. */

#include <string.h>

#include "unicode/utf8.h"
#include "view/view.h"

const jilu_repair *jilu_view_repairs (const jilu_view *view, size_t *count) {
  *count = view->repair_count;
  return view->repairs;
}

/* The first repair that ends after 'at'. */
static size_t repair_after (const jilu_view *view, size_t at) {
  size_t low = 0, high = view->repair_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (view->repairs[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* Does repair 'k' end after 'at'? So does the one that is not there. */
static bool ends_after (const jilu_view *view, size_t at, size_t k) {
  return k >= view->repair_count || view->repairs[k].end > at;
}

bool jilu_view_repaired (const jilu_view *view, size_t begin, size_t end,
                         size_t *repair) {
  size_t k = *repair;
  if ((k > 0 && view->repairs[k - 1].end > begin) ||
      (!ends_after(view, begin, k) && !ends_after(view, begin, ++k)))
    k = repair_after(view, begin);
  *repair = k;
  return k < view->repair_count && view->repairs[k].cut < end;
}

static size_t replacements (const unsigned char *s, size_t size, char *out) {
  size_t at = 0, written = 0;
  while (at < size) {
    unsigned width;
    int ok;
    (void)jilu_utf8_decode(s + at, size - at, &width, &ok);
    written += jilu_utf8_encode(JILU_REPLACEMENT, out + written);
    at += width;
  }
  return written;
}

size_t jilu_view_read (const jilu_view *view, size_t begin, size_t end,
                       size_t repair, char *out) {
  size_t written = 0, at = begin;
  for (; repair < view->repair_count; repair++) {
    const jilu_repair *r = &view->repairs[repair];
    size_t stop = r->end < end ? r->end : end;
    if (r->cut >= end) break;
    if (r->cut > at) {
      memcpy(out + written, view->source + at, r->cut - at);
      written += r->cut - at;
      at = r->cut;
    }
    if (r->kind == JILU_REPAIR_INVALID)
      written += replacements((const unsigned char *)view->source + at,
                              stop - at, out + written);
    at = stop;
  }
  if (end > at) {
    memcpy(out + written, view->source + at, end - at);
    written += end - at;
  }
  return written;
}

size_t jilu_view_norm (const jilu_view *view, size_t begin, size_t end,
                       char *out, bool *changed) {
  size_t repair = 0;
  *changed = jilu_view_repaired(view, begin, end, &repair);
  return jilu_view_read(view, begin, end, repair, out);
}

/* The first repair that ends at or behind 'at'. */
static size_t repair_ending (const jilu_view *view, size_t at) {
  size_t low = 0, high = view->repair_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (view->repairs[middle].end < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

size_t jilu_view_end (const jilu_view *view, size_t at) {
  size_t k = view->markup_count > 0 ? repair_ending(view, at) : 0;
  if (view->markup_count == 0 || k == view->repair_count) return at;
  for (;; k--) {
    const jilu_repair *r = &view->repairs[k];
    if (r->end != at || !jilu_is_markup(r->kind)) break;
    at = r->begin;
    if (k == 0) break;
  }
  return at;
}
