#include "facts/facts.h"

#include <stdlib.h>
#include <string.h>

jilu_fact *jilu_scan_add (jilu_scan *s, jilu_fact_kind kind, size_t begin,
                          size_t end, jilu_rule rule) {
  jilu_facts *f = s->facts;
  jilu_fact *fact;
  if (f->count == f->room) {
    /* a report states a fact every 60 bytes or so */
    size_t room = f->room ? f->room * 2 : 64 + s->r.size / 56;
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
  const jilu_fact *a = *(jilu_fact *const *)x, *b = *(jilu_fact *const *)y;
  if (a->span.begin != b->span.begin)
    return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  if (a->kind != b->kind) return (int)a->kind - (int)b->kind;
  return a < b ? -1 : a > b;
}

/*
** Where the second of two sorted runs begins: 'count' where all is sorted, 0
** where there are more runs.
*/
static size_t second_run (const jilu_fact *items, size_t count) {
  size_t i, run = count;
  for (i = 1; i < count; i++) {
    const jilu_fact *a = &items[i - 1], *b = &items[i];
    if (by_place(&a, &b) <= 0) continue;
    if (run != count) return 0;
    run = i;
  }
  return run;
}

/* The common case: what one pass found, then what the next one did. */
static void merge (jilu_fact *items, size_t middle, size_t count,
                   jilu_fact **order) {
  size_t i = 0, k = middle, n;
  for (n = 0; n < count; n++) {
    const jilu_fact *a = &items[i], *b = &items[k];
    bool left = k == count || (i < middle && by_place(&a, &b) <= 0);
    order[n] = left ? &items[i++] : &items[k++];
  }
}

/* Puts the facts into the order of 'order', all of them or the last ones. */
static bool arrange (jilu_facts *facts, size_t first,
                     jilu_fact *const *order) {
  size_t i, count = facts->count - first;
  jilu_fact *sorted = malloc((first == 0 ? facts->room : count) *
                             sizeof *sorted);
  if (sorted == NULL) return false;
  for (i = 0; i < count; i++) sorted[i] = *order[i];
  if (first > 0) {
    memcpy(facts->items + first, sorted, count * sizeof *sorted);
    free(sorted);
    return true;
  }
  free(facts->items);
  facts->items = sorted;
  return true;
}

/* Facts are large: what is sorted are pointers, and each fact moves once. */
jilu_status jilu_facts_sort (jilu_facts *facts, size_t first) {
  jilu_fact *items = facts->items + first, **order;
  size_t i, run, count = facts->count - first;
  jilu_status status = JILU_NO_MEMORY;
  if (count < 2 || (run = second_run(items, count)) == count) return JILU_OK;
  order = malloc(count * sizeof *order);
  if (order != NULL) {
    for (i = 0; i < count; i++) order[i] = &items[i];
    if (run > 0) merge(items, run, count, order);
    else qsort(order, count, sizeof *order, by_place);
    if (arrange(facts, first, order)) status = JILU_OK;
  }
  free(order);
  return status;
}
