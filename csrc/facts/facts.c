#include "facts/facts.h"

#include <stdlib.h>
#include <string.h>

jilu_fact *jilu_scan_add (jilu_scan *s, jilu_fact_kind kind, size_t begin,
                          size_t end, const char *rule) {
  jilu_facts *f = s->facts;
  jilu_fact *fact;
  if (f->count == f->room) {
    size_t room = f->room ? f->room * 2 : 64;
    jilu_fact *grown = NULL;
    if (room <= SIZE_MAX / sizeof *grown)
      grown = realloc(f->items, room * sizeof *grown);
    if (grown == NULL) {
      s->status = JILU_NO_MEMORY;
      return NULL;
    }
    f->items = grown;
    f->room = room;
  }
  fact = &f->items[f->count++];
  memset(fact, 0, sizeof *fact);
  fact->kind = kind;
  fact->span.begin = (uint32_t)begin;
  fact->span.end = (uint32_t)end;
  fact->rule = rule;
  return fact;
}

void jilu_facts_free (jilu_facts *facts) {
  free(facts->items);
  memset(facts, 0, sizeof *facts);
}

static int by_place (const void *x, const void *y) {
  const jilu_fact *a = x, *b = y;
  if (a->span.begin != b->span.begin)
    return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  return (int)a->kind - (int)b->kind;
}

void jilu_facts_sort (jilu_facts *facts) {
  if (facts->count > 1)
    qsort(facts->items, facts->count, sizeof *facts->items, by_place);
}
