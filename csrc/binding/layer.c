/* Walks through the annotations that C holds. */

#include "binding/layer.h"

#include <string.h>

static bool next_fact (jiluL_layer *h, jilu_values *o) {
  const jilu_facts *facts = h->facts;
  size_t at = h->next;
  if (at >= facts->count) return false;
  h->next = h->links != NULL ? h->links[at] : at + 1;
  jilu_fact_values(&h->context, &facts->items[at], o);
  return true;
}

/* --- repairs -------------------------------------------------------------- */

const char *jiluL_repair_kind (jilu_repair_kind kind) {
  static const char *const kinds_of_repair[] = {
    "ruby", "invalid_utf8", "invisible", "emphasis", "image", "link", "tag",
    "heading", "quote", "list", "table", "rule", "escape"
  };
  return kinds_of_repair[kind];
}

static bool next_repair (jiluL_layer *h, jilu_values *o) {
  const jilu_repair *r;
  if (h->next == h->context.v->repair_count) return false;
  r = &h->context.v->repairs[h->next++];
  jilu_values_word(o, JILU_FIELD_TYPE, "repair");
  jilu_values_integer(o, JILU_FIELD_FIRST, (size_t)r->begin + 1);
  jilu_values_integer(o, JILU_FIELD_LAST, r->end);
  jilu_values_word(o, JILU_FIELD_KIND, jiluL_repair_kind(r->kind));
  if (r->kind != JILU_REPAIR_INVALID && r->kind != JILU_REPAIR_IMAGE)
    jilu_values_text(o, JILU_FIELD_REPAIR, h->context.v->source + r->begin,
                     r->cut - r->begin);
  return true;
}

jiluL_layer jiluL_repairs (const jilu_view *v) {
  jiluL_layer h;
  memset(&h, 0, sizeof h);
  h.context.v = v;
  h.count = v->repair_count;
  return h;
}

/* --- lines ---------------------------------------------------------------- */

static bool next_line (jiluL_layer *h, jilu_values *o) {
  const jilu_view *v = h->context.v;
  size_t k = h->next;
  while (k < v->line_count && h->roles[k] == NULL) k++;
  h->next = k + 1;
  if (k >= v->line_count) return false;
  jilu_values_word(o, JILU_FIELD_TYPE, "line");
  jilu_values_integer(o, JILU_FIELD_FIRST, (size_t)v->lines[k].original + 1);
  jilu_values_integer(o, JILU_FIELD_LAST, jilu_view_line_end(v, k).original);
  jilu_values_integer(o, JILU_FIELD_LINE, k + 1);
  jilu_values_word(o, JILU_FIELD_ROLE, h->roles[k]);
  return true;
}

bool jiluL_layer_next (jiluL_layer *h, jilu_values *out) {
  out->has = 0;
  if (h->facts != NULL) return next_fact(h, out);
  return h->roles != NULL ? next_line(h, out) : next_repair(h, out);
}
