/*
** Which two words a hashed pair is. The hash runs from left to right, so for
** each left word it is carried along all right words, laid out as a trie in
** preorder; a bit map by the low bits turns nearly all of them away.
*/

#include "lexicon/builder.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

#define BASIS UINT64_C(0xcbf29ce484222325)
#define PRIME UINT64_C(1099511628211)
#define PRIME_LOW 0x1B3u  /* its low 32 bits */

/*
** The low bits of a hash depend on nothing but low bits. So left words whose
** hashes agree in the lowest PAGE_BITS agree there behind any right word; they
** are walked together, and those bits choose the page of the filter: a few
** cache lines for all of them.
*/
#define FILTER_BITS 24
#define PAGE_BITS 12
#define PAGE_MASK ((1u << PAGE_BITS) - 1u)
#define LANES 16  /* left words at a time */
#define DEEPEST (2 * JILU_LEXICON_WORD_MAX)

/* A node of the trie of right words. */
typedef struct right_node {
  uint16_t unit;   /* UTF-16 */
  uint16_t depth;  /* 1 for a first unit */
  uint32_t id;     /* of the word that ends here, or 0 */
} right_node;

typedef struct resolver {
  jilu_lexicon_builder *builder;
  right_node *nodes;
  size_t count;
  uint64_t *filter;
  hashed_pair *table;  /* open addressing */
  unsigned table_bits;
  size_t mask;
} resolver;

static uint64_t hash_unit (uint64_t h, uint32_t unit) {
  h = (h ^ (unit & 0xFFu)) * PRIME;
  return (h ^ (unit >> 8)) * PRIME;
}

/* UTF-16 units of a word, at most DEEPEST. */
static unsigned units_of (const jilu_lexicon_builder *b, const built_word *w,
                          uint16_t *units) {
  const unsigned char *s = (const unsigned char *)b->pool + w->name;
  unsigned n = 0;
  size_t i = 0;
  while (i < w->name_size) {
    unsigned width;
    uint32_t c = jilu_utf8_next(s + i, &width);
    if (c >= 0x10000) {
      units[n++] = (uint16_t)(0xD7C0u + (c >> 10));
      c = 0xDC00u | (c & 0x3FFu);
    }
    units[n++] = (uint16_t)c;
    i += width;
  }
  return n;
}

/* Adds a word behind those before it in order; 'path' is the last word. */
static void add_right (resolver *r, const uint16_t *units, unsigned n,
                       uint32_t id, uint16_t *path, unsigned *deep) {
  unsigned d = 0;
  while (d < n && d < *deep && path[d] == units[d]) d++;
  for (; d < n; d++) {
    right_node *node = &r->nodes[r->count++];
    node->unit = path[d] = units[d];
    node->depth = (uint16_t)(d + 1);
    node->id = 0;
  }
  *deep = n;
  r->nodes[r->count - 1].id = id;
}

typedef struct named {
  const char *name;
  uint32_t size;
  const built_word *word;
} named;

static int compare_named (const void *a, const void *b) {
  const named *x = a, *y = b;
  uint32_t size = x->size < y->size ? x->size : y->size;
  int c = memcmp(x->name, y->name, size);
  if (c != 0) return c;
  return x->size < y->size ? -1 : x->size > y->size;
}

/* The words of the source in order of their bytes; '*total' their units. */
static named *sorted_words (const jilu_lexicon_builder *b, size_t *count,
                            size_t *total) {
  named *list = malloc((b->word_count + 1) * sizeof *list);
  size_t i;
  *count = *total = 0;
  if (list == NULL) return NULL;
  for (i = 0; i < b->word_count; i++) {
    const built_word *w = &b->words[i];
    if (w->source != b->hashed_source) continue;
    list[*count].name = b->pool + w->name;
    list[*count].size = w->name_size;
    list[(*count)++].word = w;
    *total += w->name_size;
  }
  qsort(list, *count, sizeof *list, compare_named);
  return list;
}

static int lay_out (resolver *r, const named *list, size_t count,
                    size_t total) {
  uint16_t units[DEEPEST], path[DEEPEST];
  unsigned deep = 0;
  size_t i;
  r->nodes = malloc((total + 1) * sizeof *r->nodes);
  if (r->nodes == NULL) return 0;
  for (i = 0; i < count; i++) {
    unsigned n;
    if (i > 0 && compare_named(&list[i - 1], &list[i]) == 0) continue;
    n = units_of(r->builder, list[i].word, units);
    add_right(r, units, n, list[i].word->id, path, &deep);
  }
  return 1;
}

/* The lowest 'bits' of a hash, those first that choose the page. */
static uint32_t paged (uint32_t h, unsigned bits) {
  return (h & PAGE_MASK) << (bits - PAGE_BITS) |
         (h >> PAGE_BITS & ((1u << (bits - PAGE_BITS)) - 1u));
}

static uint32_t filter_bit (uint32_t h) { return paged(h, FILTER_BITS); }

static size_t table_slot (const resolver *r, uint64_t h) {
  return paged((uint32_t)h, r->table_bits);
}

static int fill_table (resolver *r) {
  const jilu_lexicon_builder *b = r->builder;
  size_t size, i, k;
  r->table_bits = PAGE_BITS + 1;
  while ((size = (size_t)1 << r->table_bits) < 2 * b->hashed_count)
    r->table_bits++;
  r->mask = size - 1;
  r->table = calloc(size, sizeof *r->table);
  r->filter = calloc((1u << FILTER_BITS) / 64, sizeof *r->filter);
  if (r->table == NULL || r->filter == NULL) return 0;
  for (i = 0; i < b->hashed_count; i++) {
    uint64_t h = b->hashed[i].hash;
    uint32_t bit = filter_bit((uint32_t)h);
    for (k = table_slot(r, h); r->table[k].count != 0;
         k = (k + 1) & r->mask)
      if (r->table[k].hash == h) break;
    r->table[k] = b->hashed[i];
    r->filter[bit >> 6] |= UINT64_C(1) << (bit & 63);
  }
  return 1;
}

static jilu_status look_up (resolver *r, uint64_t h, uint32_t left,
                            uint32_t right) {
  size_t k;
  for (k = table_slot(r, h); r->table[k].count != 0; k = (k + 1) & r->mask)
    if (r->table[k].hash == h)
      return jilu_builder_add_pair(r->builder, left, right,
                                   r->table[k].count);
  return JILU_OK;
}

static unsigned passes (const resolver *r, uint32_t h) {
  uint32_t bit = filter_bit(h);
  return (unsigned)(r->filter[bit >> 6] >> (bit & 63) & 1u);
}

/* The whole hash of a pair: 'start' is that of the left word. */
static uint64_t whole_hash (uint64_t start, const uint16_t *units,
                            unsigned count) {
  unsigned i;
  for (i = 0; i < count; i++) start = hash_unit(start, units[i]);
  return start;
}

/*
** All right words behind LANES left ones. The low half of the product depends
** on nothing but low halves, and is enough for the filter, so only that is
** carried along: the compiler makes vectors of it.
*/
static jilu_status walk (resolver *r, const uint64_t *start,
                         const uint32_t *left) {
  uint32_t h[DEEPEST + 1][LANES];
  uint16_t units[DEEPEST];
  size_t i;
  unsigned k, found;
  for (k = 0; k < LANES; k++) h[0][k] = (uint32_t)start[k];
  for (i = 0; i < r->count; i++) {
    const right_node *n = &r->nodes[i];
    uint32_t low = n->unit & 0xFFu, high = n->unit >> 8;
    const uint32_t *from = h[n->depth - 1];
    uint32_t *to = h[n->depth];
    for (k = 0; k < LANES; k++)
      to[k] = (((from[k] ^ low) * PRIME_LOW) ^ high) * PRIME_LOW;
    units[n->depth - 1] = n->unit;
    if (n->id == 0) continue;
    for (k = 0, found = 0; k < LANES; k++)
      found |= passes(r, to[k]) << k;
    for (k = 0; found != 0; k++, found >>= 1)
      if ((found & 1u) != 0 && left[k] != 0 &&
          look_up(r, whole_hash(start[k], units, n->depth), left[k],
                  n->id) != JILU_OK) return JILU_NO_MEMORY;
  }
  return JILU_OK;
}

/* A left word: its hash, with the @ behind it. */
typedef struct left_word {
  uint64_t start;
  uint32_t id;
} left_word;

/* By what they share of the filter. */
static int compare_left (const void *a, const void *b) {
  const left_word *x = a, *y = b;
  uint64_t i = x->start & PAGE_MASK, k = y->start & PAGE_MASK;
  if (i != k) return i < k ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static left_word *left_words (const resolver *r, const named *list,
                              size_t count) {
  left_word *left = malloc((count + 1) * sizeof *left);
  uint16_t units[DEEPEST];
  size_t i;
  if (left == NULL) return NULL;
  for (i = 0; i < count; i++) {
    unsigned n = units_of(r->builder, list[i].word, units);
    left[i].start = hash_unit(whole_hash(BASIS, units, n), '@');
    left[i].id = list[i].word->id;
  }
  qsort(left, count, sizeof *left, compare_left);
  return left;
}

static jilu_status walk_all (resolver *r, const named *list, size_t count) {
  left_word *words = left_words(r, list, count);
  uint64_t start[LANES] = {0};
  uint32_t left[LANES] = {0};
  size_t i;
  jilu_status status = words == NULL ? JILU_NO_MEMORY : JILU_OK;
  for (i = 0; i < count && status == JILU_OK; i++) {
    unsigned lane = (unsigned)(i % LANES);
    start[lane] = words[i].start;
    left[lane] = words[i].id;
    if (lane < LANES - 1 && i + 1 < count) continue;
    status = walk(r, start, left);
    memset(left, 0, sizeof left);
  }
  free(words);
  return status;
}

jilu_status jilu_builder_resolve (jilu_lexicon_builder *b) {
  resolver r = {b, NULL, 0, NULL, NULL, 0, 0};
  size_t count, total;
  jilu_status status = JILU_NO_MEMORY;
  named *list;
  if (b->hashed_count == 0) return JILU_OK;
  list = sorted_words(b, &count, &total);
  if (list != NULL && lay_out(&r, list, count, total) && fill_table(&r))
    status = walk_all(&r, list, count);
  free(list);
  free(r.nodes);
  free(r.table);
  free(r.filter);
  return status;
}
