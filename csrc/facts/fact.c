#include "facts/fact.h"

#include <stdlib.h>
#include <string.h>

/* Makes room for so many facts in all. */
static bool reserve (jilu_facts *f, size_t room) {
  jilu_fact *grown = NULL;
  if (room <= SIZE_MAX / sizeof *grown)
    grown = realloc(f->items, room * sizeof *grown);
  if (grown == NULL) return false;
  f->items = grown;
  f->room = room;
  return true;
}

jilu_fact *jilu_scan_add (jilu_scan *s, jilu_fact_kind kind, size_t begin,
                          size_t end, jilu_rule rule) {
  jilu_facts *f = s->facts;
  jilu_fact *fact;
  /* a report states a fact every 60 bytes or so */
  if (f->count == f->room &&
      !reserve(f, f->room ? f->room * 2 : 64 + s->r.size / 48)) {
    s->status = JILU_NO_MEMORY;
    return NULL;
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

/* Where a fact stands, in the order of the text: what is sorted. */
typedef struct place {
  uint64_t key;      /* the beginning, then the end, longer first */
  uint32_t kind, index;
} place;

static place place_of (const jilu_fact *f, size_t index) {
  place p = {(uint64_t)f->span.begin << 32 | (UINT32_MAX - f->span.end),
             (uint32_t)f->kind, (uint32_t)index};
  return p;
}

/* Must 'b' stand before 'a', which was found first? */
static bool follows (const place *a, const place *b) {
  return a->key > b->key || (a->key == b->key && a->kind > b->kind);
}

/* Merges two runs: [0, middle) and [middle, count). */
static void merge (const place *from, size_t middle, size_t count, place *to) {
  size_t i = 0, k = middle;
  while (i < middle && k < count)
    *to++ = follows(&from[i], &from[k]) ? from[k++] : from[i++];
  memcpy(to, from + i, (middle - i) * sizeof *to);
  memcpy(to + (middle - i), from + k, (count - k) * sizeof *to);
}

static size_t run_length (const place *places, size_t count) {
  size_t n = 1;
  while (n < count && !follows(&places[n - 1], &places[n])) n++;
  return n;
}

/*
** Merges each run with the next one, so that there are half as many; how many
** there are then. What the passes over the text found are a few long runs.
*/
static size_t merge_runs (const place *from, size_t count, place *to) {
  size_t at = 0, runs = 0;
  while (at < count) {
    size_t first = run_length(from + at, count - at), both = first;
    if (at + first < count)
      both += run_length(from + at + first, count - at - first);
    merge(from + at, first, both, to + at);
    at += both;
    runs++;
  }
  return runs;
}

static bool in_order (const jilu_fact *a, const jilu_fact *b) {
  place first, second;
  if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin;
  first = place_of(a, 0);
  second = place_of(b, 0);
  return !follows(&first, &second);
}

static bool is_sorted (const jilu_fact *items, size_t count) {
  size_t i;
  for (i = 1; i < count; i++)
    if (!in_order(&items[i - 1], &items[i])) return false;
  return true;
}

/* Moves each fact to its place, one cycle of moves after the other. */
static void arrange (jilu_fact *items, size_t count, place *order) {
  size_t i;
  for (i = 0; i < count; i++) {
    jilu_fact first;
    size_t to = i, from = order[i].index;
    if (from == i) continue;
    first = items[i];
    for (; from != i; from = order[to].index) {
      items[to] = items[from];
      order[to].index = (uint32_t)to;
      to = from;
    }
    items[to] = first;
    order[to].index = (uint32_t)to;
  }
}

/*
** A natural merge sort (D. Knuth, The Art of Computer Programming, 5.2.4) of
** places; each fact then moves once, and seldom far.
*/
static jilu_status sort_items (jilu_fact *items, size_t count) {
  size_t i;
  place *from, *to, *places;
  if (is_sorted(items, count)) return JILU_OK;
  if (count > SIZE_MAX / (2 * sizeof *places)) return JILU_NO_MEMORY;
  places = malloc(2 * count * sizeof *places);
  if (places == NULL) return JILU_NO_MEMORY;
  for (i = 0; i < count; i++) places[i] = place_of(&items[i], i);
  from = places;
  to = places + count;
  while (merge_runs(from, count, to) > 1) {
    place *swap = from;
    from = to;
    to = swap;
  }
  arrange(items, count, to);
  free(places);
  return JILU_OK;
}

/* Merges two runs, the first of which is the shorter one. */
static jilu_status merge_first (jilu_fact *items, size_t middle,
                                size_t count) {
  size_t i = 0, k = middle, n = 0;
  jilu_fact *first = malloc(middle * sizeof *first);
  if (first == NULL) return JILU_NO_MEMORY;
  memcpy(first, items, middle * sizeof *first);
  for (; i < middle && k < count; n++)
    items[n] = in_order(&first[i], &items[k]) ? first[i++] : items[k++];
  memcpy(items + n, first + i, (middle - i) * sizeof *first);
  free(first);
  return JILU_OK;
}

/* Merges 'k' more facts into 'i' items, which have room for them behind. */
static void merge_from_end (jilu_fact *items, size_t i, const jilu_fact *more,
                            size_t k) {
  while (i > 0 && k > 0) {
    size_t to = i + k - 1;
    items[to] = in_order(&items[i - 1], &more[k - 1]) ? more[--k]
                                                      : items[--i];
  }
  memcpy(items, more, k * sizeof *items);
}

/* The same as merge_first where the second is the shorter one. */
static jilu_status merge_second (jilu_fact *items, size_t middle,
                                 size_t count) {
  size_t size = (count - middle) * sizeof *items;
  jilu_fact *second = malloc(size);
  if (second == NULL) return JILU_NO_MEMORY;
  memcpy(second, items + middle, size);
  merge_from_end(items, middle, second, count - middle);
  free(second);
  return JILU_OK;
}

jilu_status jilu_facts_sort (jilu_facts *facts, size_t first) {
  jilu_fact *items = facts->items;
  size_t count = facts->count;
  jilu_status status;
  if (first == count) return JILU_OK;   /* there may be no items at all */
  status = sort_items(items + first, count - first);
  if (status != JILU_OK || first == 0 ||
      in_order(&items[first - 1], &items[first])) return status;
  return first < count - first ? merge_first(items, first, count)
                               : merge_second(items, first, count);
}

jilu_status jilu_facts_merge (jilu_facts *facts, const jilu_facts *more) {
  size_t count = facts->count + more->count;
  if (more->count == 0) return JILU_OK;
  if (count > facts->room && !reserve(facts, count)) return JILU_NO_MEMORY;
  merge_from_end(facts->items, facts->count, more->items, more->count);
  facts->count = count;
  return JILU_OK;
}
