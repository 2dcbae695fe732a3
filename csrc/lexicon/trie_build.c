/*
** Building a trie: sort the keys, make the tree, give the characters codes,
** place the children of one node after the other, write the image.
**
** Wide nodes are placed first: behind narrow ones they find no room, and half
** of the array stays empty. Among nodes about as wide, those of small values
** come first, so that frequent words share cache lines.
*/

#include "lexicon/trie.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/trie_image.h"
#include "unicode/utf8.h"

#define NONE 0xFFFFFFFFu
#define PAGES (0x110000u >> 6)
#define UNUSED ((uint64_t)JILU_TRIE_NO_CODE << JILU_TRIE_CODE_SHIFT)
#define LEAF ((uint64_t)JILU_TRIE_UNIT_MAX << JILU_TRIE_BASE_SHIFT)

/*
** Nodes are searched a place by classes of how many children they have. What
** more than TRIES free units were not good for is not tried again by its
** class: without that, placing is quadratic in the holes that stay behind.
*/
#define CLASSES 8
#define TRIES 256

typedef struct tree_node {
  uint32_t parent;
  uint32_t first_child, next_sibling;
  uint32_t character;  /* code point, later its code, of the edge to here */
  uint32_t value;
  uint32_t rank;       /* the smallest value here and behind */
  float weight;        /* how often the node is met */
  uint32_t unit;       /* where it was placed */
  uint32_t base;       /* where its children begin */
} tree_node;

typedef struct tree {
  tree_node *nodes;  /* in preorder; the root is the first */
  uint32_t count;
} tree;

typedef struct array {
  uint64_t *units;
  uint32_t *next, *prev;  /* the free units, in order; unit 0 is the head */
  unsigned char *based;   /* is there a node with this base? */
  uint32_t capacity, end; /* 'end': behind the last used unit */
  uint32_t cursor[CLASSES];  /* where each class begins to search */
} array;

/* --- the tree ------------------------------------------------------------ */

/* A key and its place in the caller's list, for a sort that is stable. */
typedef struct sort_key {
  const char *utf8;
  size_t size;
  size_t index;
} sort_key;

/* Order of bytes is order of code points in UTF-8. */
static int compare_keys (const void *a, const void *b) {
  const sort_key *x = a, *y = b;
  size_t size = x->size < y->size ? x->size : y->size;
  int c = memcmp(x->utf8, y->utf8, size);
  if (c != 0) return c;
  if (x->size != y->size) return x->size < y->size ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

/* Code points of a key, 0 where it can't be one. */
static size_t key_length (const jilu_trie_key *key) {
  size_t count = 0, i;
  if (key->value == 0 || key->value > JILU_TRIE_VALUE_MAX) return 0;
  if (jilu_validate(key->utf8, key->size) != key->size) return 0;
  for (i = 0; i < key->size; i++)
    count += ((unsigned char)key->utf8[i] & 0xC0) != 0x80;
  return count > JILU_TRIE_KEY_MAX ? 0 : count;
}

static jilu_status sort_keys (const jilu_trie_key *keys, size_t count,
                              sort_key **sorted, size_t *total, size_t *bad) {
  size_t i;
  *total = 0;
  if (count > SIZE_MAX / sizeof **sorted) return JILU_TOO_LARGE;
  for (i = 0; i < count; i++) {
    size_t length = key_length(&keys[i]);
    if (length == 0) {
      if (bad != NULL) *bad = i;
      return JILU_BAD_VALUE;
    }
    *total += length;
  }
  *sorted = malloc((count + 1) * sizeof **sorted);
  if (*sorted == NULL) return JILU_NO_MEMORY;
  for (i = 0; i < count; i++) {
    (*sorted)[i].utf8 = keys[i].utf8;
    (*sorted)[i].size = keys[i].size;
    (*sorted)[i].index = i;
  }
  qsort(*sorted, count, sizeof **sorted, compare_keys);
  return JILU_OK;
}

static uint32_t add_node (tree *t, uint32_t parent, uint32_t elder,
                          uint32_t character) {
  tree_node *n = &t->nodes[t->count];
  n->parent = parent;
  n->first_child = n->next_sibling = NONE;
  n->character = character;
  n->value = 0;
  n->rank = NONE;
  n->weight = 0;
  if (elder != NONE) t->nodes[elder].next_sibling = t->count;
  else if (parent != NONE) t->nodes[parent].first_child = t->count;
  return t->count++;
}

/*
** Adds one key. 'path[d]' is the last node that was made at depth d; what is
** on it and has the same characters is shared with the key before.
*/
static void add_key (tree *t, const sort_key *key, uint32_t value,
                     double weight, uint32_t *path, uint32_t *deep) {
  const unsigned char *s = (const unsigned char *)key->utf8;
  uint32_t depth = 0, node = 0;
  int shared = 1;
  size_t i = 0;
  while (i < key->size) {
    unsigned width;
    uint32_t c = jilu_utf8_next(s + i, &width);
    uint32_t last = shared && depth < *deep ? path[depth + 1] : NONE;
    if (last == NONE || t->nodes[last].character != c) {
      last = add_node(t, node, last, c);
      shared = 0;
      path[depth + 1] = last;
    }
    node = last;
    depth++;
    i += width;
  }
  *deep = depth;
  t->nodes[node].value = t->nodes[node].rank = value;
  t->nodes[node].weight = (float)weight;
}

static void spread_rank (tree *t) {
  uint32_t i;
  for (i = t->count - 1; i > 0; i--) {
    tree_node *parent = &t->nodes[t->nodes[i].parent];
    if (t->nodes[i].rank < parent->rank) parent->rank = t->nodes[i].rank;
    parent->weight += t->nodes[i].weight;
  }
}

static jilu_status make_tree (const jilu_trie_key *keys,
                              const double *weights, size_t count, tree *t,
                              size_t *bad) {
  uint32_t path[JILU_TRIE_KEY_MAX + 1], deep = 0;
  sort_key *sorted = NULL;
  size_t total, i;
  jilu_status status = sort_keys(keys, count, &sorted, &total, bad);
  if (status != JILU_OK) return status;
  if (total >= NONE / sizeof(tree_node)) {
    free(sorted);
    return JILU_TOO_LARGE;
  }
  t->nodes = malloc((total + 1) * sizeof *t->nodes);
  if (t->nodes == NULL) {
    free(sorted);
    return JILU_NO_MEMORY;
  }
  path[0] = add_node(t, NONE, NONE, 0);
  for (i = 0; i < count; i++)
    add_key(t, &sorted[i], keys[sorted[i].index].value,
            weights == NULL ? 1.0 : weights[sorted[i].index], path, &deep);
  free(sorted);
  spread_rank(t);
  return JILU_OK;
}

/* --- codes --------------------------------------------------------------- */

typedef struct coding {
  uint32_t *edges;  /* by code point: is there an edge; later its code */
  double *weights;  /* by code point: how often its edges are met */
  uint32_t limit;   /* of the code points, a multiple of 64 */
  uint32_t count;   /* codes given: 1 .. count */
} coding;

typedef struct weighed {
  double weight;
  uint32_t point;
} weighed;

static int compare_weighed (const void *a, const void *b) {
  const weighed *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return x->point < y->point ? -1 : x->point > y->point;
}

/* The characters of the tree, the one that is met most often first. */
static weighed *frequent_characters (const coding *c) {
  weighed *list = malloc((c->count + 1) * sizeof *list);
  uint32_t i, n = 0;
  if (list == NULL) return NULL;
  for (i = 0; i < c->limit; i++) {
    if (c->edges[i] == 0) continue;
    list[n].weight = c->weights[i];
    list[n++].point = i;
  }
  qsort(list, n, sizeof *list, compare_weighed);
  return list;
}

static jilu_status give_codes (tree *t, coding *c) {
  weighed *list;
  uint32_t i;
  for (i = 1; i < t->count; i++)
    if (t->nodes[i].character >= c->limit)
      c->limit = (t->nodes[i].character | 63u) + 1u;
  c->edges = calloc(c->limit + 1u, sizeof *c->edges);
  c->weights = calloc(c->limit + 1u, sizeof *c->weights);
  if (c->edges == NULL || c->weights == NULL) return JILU_NO_MEMORY;
  for (i = 1; i < t->count; i++) {
    uint32_t point = t->nodes[i].character;
    if (c->edges[point] == 0) c->count++;
    c->edges[point] = 1;
    c->weights[point] += (double)t->nodes[i].weight;
  }
  if (c->count > JILU_TRIE_CODE_MAX) return JILU_TOO_LARGE;
  list = frequent_characters(c);
  if (list == NULL) return JILU_NO_MEMORY;
  for (i = 0; i < c->count; i++) c->edges[list[i].point] = i + 1;
  free(list);
  for (i = 1; i < t->count; i++)
    t->nodes[i].character = c->edges[t->nodes[i].character];
  return JILU_OK;
}

/* --- placing ------------------------------------------------------------- */

static int resize (void *p, size_t count, size_t size) {
  void **block = p, *grown = realloc(*block, count * size);
  if (grown == NULL) return 0;
  *block = grown;
  return 1;
}

/* Makes room for 'least' units and links the new ones as free. */
static jilu_status reserve (array *a, uint32_t least) {
  uint32_t old = a->capacity, n = old + old / 2, i;
  if (least <= old) return JILU_OK;
  if (n < least) n = least + 1024;
  if (!resize(&a->units, n, sizeof *a->units) ||
      !resize(&a->next, n, sizeof *a->next) ||
      !resize(&a->prev, n, sizeof *a->prev) ||
      !resize(&a->based, n, sizeof *a->based)) return JILU_NO_MEMORY;
  if (old == 0) {
    a->next[0] = a->prev[0] = 0;
    a->units[0] = UNUSED;
    a->based[0] = 0;
    old = 1;
  }
  for (i = old; i < n; i++) {
    a->units[i] = UNUSED;
    a->based[i] = 0;
    a->prev[i] = a->prev[0];
    a->next[i] = 0;
    a->next[a->prev[0]] = i;
    a->prev[0] = i;
  }
  a->capacity = n;
  return JILU_OK;
}

static int is_free (const array *a, uint32_t unit) {
  return unit >= a->capacity ||
         (unit != 0 && (a->units[unit] & UNUSED) == UNUSED);
}

static int fits (const array *a, uint32_t base, const uint32_t *codes,
                 uint32_t count) {
  uint32_t i;
  if (base < a->capacity && a->based[base]) return 0;
  for (i = 0; i < count; i++)
    if (!is_free(a, base + codes[i])) return 0;
  return 1;
}

/*
** The first free unit from 'unit' on; 0 where there is none. A taken unit
** keeps the link it had to the free one behind it; following such links
** shortens them, so that a run of taken units is not walked twice.
*/
static uint32_t free_from (array *a, uint32_t unit) {
  uint32_t found = unit;
  if (unit == 0) return a->next[0];
  if (unit >= a->capacity) return 0;
  while (found != 0 && !is_free(a, found)) found = a->next[found];
  while (unit != found) {
    uint32_t next = a->next[unit];
    a->next[unit] = found;
    unit = next;
  }
  return found;
}

static uint32_t *class_cursor (array *a, uint32_t count) {
  uint32_t class = 0;
  while (class < CLASSES - 1 && (count >>= 1) != 0) class++;
  return &a->cursor[class];
}

/* A base for children with these codes, of which the first is smallest. */
static uint32_t find_base (array *a, const uint32_t *codes, uint32_t count) {
  uint32_t *cursor = class_cursor(a, count);
  uint32_t unit = free_from(a, *cursor > codes[0] ? *cursor : codes[0]);
  uint32_t tries = 0;
  for (; unit != 0 && unit < a->end; unit = a->next[unit], tries++) {
    if (!fits(a, unit - codes[0], codes, count)) continue;
    if (tries > TRIES) *cursor = unit;
    return unit - codes[0];
  }
  if (tries > TRIES) *cursor = a->end;
  unit = a->end > codes[0] ? a->end : codes[0];
  while (!fits(a, unit - codes[0], codes, count)) unit++;
  return unit - codes[0];
}

static void take (array *a, uint32_t unit, uint32_t code) {
  a->next[a->prev[unit]] = a->next[unit];
  a->prev[a->next[unit]] = a->prev[unit];
  a->units[unit] = LEAF | (uint64_t)code << JILU_TRIE_CODE_SHIFT;
  if (unit >= a->end) a->end = unit + 1;
}

static int compare_codes (const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* Takes units for the children of node 'n'. */
static jilu_status place (array *a, tree *t, uint32_t n, uint32_t *codes) {
  uint32_t count = 0, base, i, child = t->nodes[n].first_child;
  jilu_status status;
  for (i = child; i != NONE; i = t->nodes[i].next_sibling)
    codes[count++] = t->nodes[i].character;
  qsort(codes, count, sizeof *codes, compare_codes);
  base = find_base(a, codes, count);
  if (base + codes[count - 1] >= JILU_TRIE_UNIT_MAX) return JILU_TOO_LARGE;
  status = reserve(a, base + codes[count - 1] + 1);
  if (status != JILU_OK) return status;
  a->based[base] = 1;
  t->nodes[n].base = base;
  for (i = child; i != NONE; i = t->nodes[i].next_sibling) {
    t->nodes[i].unit = base + t->nodes[i].character;
    take(a, t->nodes[i].unit, t->nodes[i].character);
  }
  return JILU_OK;
}

static int compare_descending (const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x > y ? -1 : x < y;
}

static uint32_t width_class (const tree *t, uint32_t n) {
  uint32_t i, count = 0, class = 0;
  for (i = t->nodes[n].first_child; i != NONE; i = t->nodes[i].next_sibling)
    count++;
  while ((count >>= 1) != 0) class++;
  return class;
}

/* Wide nodes first, of those about as wide the more frequent first. */
static uint64_t *placing_order (const tree *t, uint32_t *count) {
  uint64_t *order = malloc((size_t)t->count * sizeof *order);
  uint32_t i;
  *count = 0;
  if (order == NULL) return NULL;
  for (i = 0; i < t->count; i++)
    if (t->nodes[i].first_child != NONE)
      order[(*count)++] = (uint64_t)width_class(t, i) << 59 |
        (uint64_t)(JILU_TRIE_VALUE_MAX - t->nodes[i].rank) << 32 |
        (NONE - i);
  qsort(order, *count, sizeof *order, compare_descending);
  return order;
}

static void write_units (array *a, const tree *t) {
  uint32_t i;
  for (i = 0; i < t->count; i++) {
    const tree_node *n = &t->nodes[i];
    uint64_t unit = (a->units[n->unit] & ~LEAF) | n->value;
    uint32_t base = n->first_child == NONE ? JILU_TRIE_UNIT_MAX : n->base;
    a->units[n->unit] = unit | (uint64_t)base << JILU_TRIE_BASE_SHIFT;
  }
}

static jilu_status place_all (array *a, tree *t, uint32_t code_count) {
  uint32_t count, i;
  uint32_t *codes = malloc((code_count + 1) * sizeof *codes);
  uint64_t *order = placing_order(t, &count);
  jilu_status status = JILU_NO_MEMORY;
  if (codes != NULL && order != NULL) status = reserve(a, t->count + 1024);
  if (status == JILU_OK) {
    a->end = 1;
    t->nodes[0].unit = 0;
    for (i = 0; i < count && status == JILU_OK; i++)
      status = place(a, t, NONE - (uint32_t)order[i], codes);
  }
  if (status == JILU_OK) write_units(a, t);
  free(order);
  free(codes);
  return status;
}

/* --- the image ----------------------------------------------------------- */

/* Which blocks of 64 code points hold a code; block 0 holds none. */
static uint32_t number_blocks (const coding *c, uint16_t *pages,
                               uint32_t *page_count) {
  uint32_t blocks = 1, page, i;
  *page_count = 0;
  memset(pages, 0, PAGES * sizeof *pages);
  for (page = 0; page < c->limit >> 6; page++) {
    for (i = 0; i < 64 && c->edges[page << 6 | i] == 0; i++) continue;
    if (i == 64) continue;
    pages[page] = (uint16_t)blocks++;
    *page_count = page + 1;
  }
  return blocks;
}

static void write_codes (const coding *c, const uint16_t *pages,
                         uint32_t page_count, uint16_t *out) {
  uint32_t page, i;
  memcpy(out, pages, page_count * sizeof *out);
  out += page_count;
  for (page = 0; page < page_count; page++)
    for (i = 0; i < 64 && pages[page] != 0; i++)
      out[(uint32_t)pages[page] << 6 | i] =
        (uint16_t)c->edges[page << 6 | i];
}

static jilu_status write_image (const array *a, const coding *c,
                                void **image, size_t *size) {
  jilu_trie_header h = {JILU_TRIE_MAGIC, JILU_TRIE_VERSION, 0, 0, 0, {0}};
  uint16_t *pages = malloc(PAGES * sizeof *pages);
  unsigned char *out;
  uint64_t *units;
  uint32_t i;
  if (pages == NULL) return JILU_NO_MEMORY;
  for (h.unit_count = 1; h.unit_count < a->end; ) h.unit_count <<= 1;
  h.block_count = number_blocks(c, pages, &h.page_count);
  *size = (size_t)jilu_trie_image_size(&h);
  *image = out = calloc(1, *size);
  if (out != NULL) {
    memcpy(out, &h, sizeof h);
    units = (uint64_t *)(void *)(out + sizeof h);
    memcpy(units, a->units, a->end * sizeof *units);
    for (i = a->end; i < h.unit_count; i++) units[i] = UNUSED;
    write_codes(c, pages, h.page_count,
                (uint16_t *)(void *)(units + h.unit_count));
  }
  free(pages);
  return out == NULL ? JILU_NO_MEMORY : JILU_OK;
}

jilu_status jilu_trie_build_weighted (const jilu_trie_key *keys,
                                      const double *weights, size_t count,
                                      void **image, size_t *size,
                                      size_t *bad) {
  tree t = {NULL, 0};
  coding c = {NULL, NULL, 0, 0};
  array a = {NULL, NULL, NULL, NULL, 0, 0, {0}};
  jilu_status status = make_tree(keys, weights, count, &t, bad);
  *image = NULL;
  *size = 0;
  if (status == JILU_OK) status = give_codes(&t, &c);
  if (status == JILU_OK) status = place_all(&a, &t, c.count);
  if (status == JILU_OK) status = write_image(&a, &c, image, size);
  free(a.units);
  free(a.next);
  free(a.prev);
  free(a.based);
  free(c.edges);
  free(c.weights);
  free(t.nodes);
  return status;
}

jilu_status jilu_trie_build (const jilu_trie_key *keys, size_t count,
                             void **image, size_t *size, size_t *bad) {
  return jilu_trie_build_weighted(keys, NULL, count, image, size, bad);
}
