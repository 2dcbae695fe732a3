/*
** From words and counts to the file: merge the sources, make the trie, weigh
** words and pairs, lay out the sections.
*/

#include "lexicon/builder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/image_file.h"
#include "lexicon/trie.h"
#include "unicode/utf8.h"
#include "view/fold.h"

/*
** A word behind another is as probable as PAIR_SHARE of what the pairs say
** and the rest of what the words alone say (Jelinek and Mercer 1980). F1 on
** held-out text changes by less than .005 between .5 and .9.
*/
#define PAIR_SHARE 0.7

typedef struct compiler {
  jilu_lexicon_builder *b;
  built_word **order;      /* merged words, the most frequent first */
  uint32_t count;
  double total;            /* of all counts */
  double *counts;          /* by number */
  uint32_t *words;         /* by number: the section WORDS */
  uint64_t *first;
  uint32_t first_count;
  uint64_t *follow;
  void *trie_image;
  size_t trie_size;
  jilu_trie trie;
  uint16_t *pages;
  uint32_t page_count;
  uint32_t *characters;
  uint32_t block_count;
  uint64_t *bits;
  uint32_t *pairs;
  unsigned char *names;
  size_t names_size;
  void *parts_image;
  size_t parts_size;
  jilu_trie parts;
  jilu_lexicon_header header;
} compiler;

/* --- words --------------------------------------------------------------- */

static jilu_status merge_words (compiler *c) {
  uint32_t i;
  jilu_status status = jilu_builder_merge(c->b, &c->order, &c->count);
  if (status != JILU_OK) return status;
  c->counts = calloc(c->count + 1, sizeof *c->counts);
  if (c->counts == NULL) return JILU_NO_MEMORY;
  for (i = 0; i < c->count; i++) {
    const built_word *word = c->order[i];
    c->counts[i + 1] = word->count + 1.0;
    c->total += c->counts[i + 1];
    if (word->class != JILU_LEXICON_NO_CLASS)
      c->header.classes[word->class] = i + 1;
  }
  return JILU_OK;
}

static uint32_t cost_of (double probability) {
  double cost = -log(probability) * JILU_LEXICON_UNIT + 0.5;
  if (!(cost < JILU_LEXICON_COST_MAX)) return JILU_LEXICON_COST_MAX;
  return cost < 1 ? 1u : (uint32_t)cost;
}

static jilu_status weigh_words (compiler *c) {
  uint32_t i;
  c->words = calloc(c->count + 1, sizeof *c->words);
  if (c->words == NULL) return JILU_NO_MEMORY;
  for (i = 1; i <= c->count; i++)
    c->words[i] = cost_of(c->counts[i] / c->total) |
                  (uint32_t)c->order[i - 1]->tag << 12;
  return JILU_OK;
}

static uint32_t trie_value (const compiler *c, uint32_t word) {
  uint32_t cost = (jilu_word_cost(c->words[word]) + 1u) >> 1;
  if (cost > JILU_VALUE_COST_MAX) cost = JILU_VALUE_COST_MAX;
  return cost << 20 | word;
}

static jilu_status make_trie (compiler *c) {
  jilu_trie_key *keys = malloc((c->count + 1) * sizeof *keys);
  double *weights = malloc((c->count + 1) * sizeof *weights);
  uint32_t i, n = 0;
  jilu_status status;
  if (keys == NULL || weights == NULL) {
    free(keys);
    free(weights);
    return JILU_NO_MEMORY;
  }
  for (i = 0; i < c->count; i++) {
    if (c->order[i]->class != JILU_LEXICON_NO_CLASS) continue;
    keys[n].utf8 = c->b->pool + c->order[i]->key;
    keys[n].size = c->order[i]->key_size;
    keys[n].value = trie_value(c, i + 1);
    weights[n++] = c->counts[i + 1];
  }
  status = jilu_trie_build_weighted(keys, weights, n, &c->trie_image,
                                    &c->trie_size, NULL);
  free(weights);
  free(keys);
  if (status != JILU_OK) return status;
  return jilu_trie_open(c->trie_image, c->trie_size, &c->trie, NULL);
}

/* The units of the first characters, see image.h. */
static jilu_status make_first (compiler *c) {
  uint32_t code;
  for (code = 0; code < c->trie.page_count * 64u; code++)
    if (jilu_trie_code(&c->trie, code) >= c->first_count)
      c->first_count = jilu_trie_code(&c->trie, code) + 1u;
  if (c->first_count == 0) c->first_count = 1;
  c->first = calloc(c->first_count, sizeof *c->first);
  if (c->first == NULL) return JILU_NO_MEMORY;
  for (code = 0; code < c->first_count; code++) {
    uint32_t node = jilu_trie_step(&c->trie, JILU_TRIE_ROOT, code);
    uint64_t unit = (uint64_t)JILU_TRIE_UNIT_MAX << JILU_TRIE_BASE_SHIFT;
    if (code != 0 && node != 0) unit = c->trie.units[node];
    if ((unit & JILU_TRIE_VALUE_MAX) == 0) unit |= JILU_FIRST_UNKNOWN;
    c->first[code] = unit;
  }
  return JILU_OK;
}

/* The first two codes of every word. */
static jilu_status make_follow (compiler *c) {
  uint32_t i;
  c->follow = calloc((1u << JILU_FOLLOW_BITS) / 64, sizeof *c->follow);
  if (c->follow == NULL) return JILU_NO_MEMORY;
  for (i = 0; i < c->count; i++) {
    const built_word *w = c->order[i];
    const unsigned char *s = (const unsigned char *)c->b->pool + w->key;
    unsigned first, second;
    uint32_t a = jilu_trie_code(&c->trie, jilu_utf8_next(s, &first)), b, bit;
    if (first >= w->key_size) continue;
    b = jilu_trie_code(&c->trie, jilu_utf8_next(s + first, &second));
    bit = jilu_follow_bit(a, b);
    c->follow[bit >> 6] |= UINT64_C(1) << (bit & 63u);
  }
  return JILU_OK;
}

/* What else the part that 'i' is is said to be before it. */
static uint32_t part_kinds (const jilu_lexicon_builder *b, size_t i) {
  uint32_t kinds = 0;
  size_t k;
  for (k = 0; k <= i; k++)
    if (b->parts[k].size == b->parts[i].size &&
        memcmp(b->pool + b->parts[k].key, b->pool + b->parts[i].key,
               b->parts[i].size) == 0) kinds |= 1u << b->parts[k].kind;
  return kinds;
}

static jilu_status make_parts (compiler *c) {
  const jilu_lexicon_builder *b = c->b;
  jilu_trie_key *keys = malloc((b->part_count + 1) * sizeof *keys);
  size_t i;
  jilu_status status;
  if (keys == NULL) return JILU_NO_MEMORY;
  for (i = 0; i < b->part_count; i++) {
    keys[i].utf8 = b->pool + b->parts[i].key;
    keys[i].size = b->parts[i].size;
    keys[i].value = part_kinds(b, i);
  }
  status = jilu_trie_build(keys, b->part_count, &c->parts_image,
                           &c->parts_size, NULL);
  free(keys);
  if (status != JILU_OK) return status;
  return jilu_trie_open(c->parts_image, c->parts_size, &c->parts, NULL);
}

/* --- pairs --------------------------------------------------------------- */

/* What a pair saves against the word alone, in sixteenths. */
static uint32_t saving (const compiler *c, const built_pair *p) {
  double alone = c->counts[p->right] / c->total;
  double pair = p->count / c->counts[p->left];
  double ratio, steps;
  if (pair > 1) pair = 1;
  ratio = 1 + PAIR_SHARE * pair / ((1 - PAIR_SHARE) * alone);
  steps = log(ratio) * JILU_LEXICON_UNIT + 0.5;
  return steps < 255 ? (uint32_t)steps : 255u;
}

static void put_pair (compiler *c, const built_pair *p, uint32_t save) {
  uint64_t h = jilu_pair_hash(p->left, p->right);
  uint64_t bit = h >> c->header.bit_shift;
  uint32_t mask = (1u << (64 - c->header.pair_shift)) - 1u, k;
  uint32_t slot = (uint32_t)(h >> c->header.pair_shift);
  for (k = 0; k < JILU_PAIR_PROBES; k++, slot = (slot + 1) & mask) {
    if (c->pairs[slot] != 0) continue;
    c->pairs[slot] = jilu_pair_print(h) | save;
    c->bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
    c->header.pair_count++;
    return;
  }
}

static int compare_pairs (const void *a, const void *b) {
  const built_pair *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  if (x->left != y->left) return x->left < y->left ? -1 : 1;
  return x->right < y->right ? -1 : x->right > y->right;
}

/* At most 3 of 4 slots are taken, and 1 of 12 bits. */
static jilu_status make_pairs (compiler *c) {
  size_t i, n = c->b->pair_count;
  unsigned slots = 4, bits = 6;
  while (((size_t)3 << slots) / 4 < n) slots++;
  while (((size_t)1 << bits) / 12 < n) bits++;
  c->header.pair_shift = 64 - slots;
  c->header.bit_shift = 64 - bits;
  c->pairs = calloc((size_t)1 << slots, sizeof *c->pairs);
  c->bits = calloc(((size_t)1 << bits) / 64, sizeof *c->bits);
  if (c->pairs == NULL || c->bits == NULL) return JILU_NO_MEMORY;
  if (n > 0) qsort(c->b->pairs, n, sizeof *c->b->pairs, compare_pairs);
  for (i = 0; i < n; i++) {
    uint32_t save = saving(c, &c->b->pairs[i]);
    if (save > 0) put_pair(c, &c->b->pairs[i], save);
  }
  c->header.step_cost =
    n == 0 ? 0 : (uint32_t)(-log(1 - PAIR_SHARE) * JILU_LEXICON_UNIT + 0.5);
  return JILU_OK;
}

/* --- names --------------------------------------------------------------- */

/*
** A given name of one character is as probable as such names are among all;
** the parts of one name are taken for independent of each other.
*/
static double name_total (const jilu_lexicon_builder *b, uint32_t part) {
  double sum = 0;
  size_t i;
  uint32_t other = part;
  if (part == JILU_NAME_ONLY) other = JILU_NAME_GIVEN;
  if (part == JILU_NAME_GIVEN) other = JILU_NAME_ONLY;
  for (i = 0; i < b->name_count; i++)
    if (b->names[i].part == part || b->names[i].part == other)
      sum += b->names[i].count;
  return sum;
}

static jilu_status make_names (compiler *c) {
  const jilu_lexicon_builder *b = c->b;
  double totals[JILU_LEXICON_NAME_PARTS];
  uint32_t part;
  size_t i;
  c->names_size = (JILU_TRIE_CODE_MAX + 1u) * JILU_NAME_STRIDE;
  c->names = calloc(1, c->names_size);
  if (c->names == NULL) return JILU_NO_MEMORY;
  for (part = 0; part < JILU_LEXICON_NAME_PARTS; part++)
    totals[part] = name_total(b, part);
  for (i = 0; i < b->name_count; i++) {
    const built_name *n = &b->names[i];
    uint32_t code = jilu_trie_code(&c->trie, n->point);
    double cost = -log(n->count / totals[n->part]) * 8 + 0.5;
    if (code != 0 && cost < 255)
      c->names[code * JILU_NAME_STRIDE + n->part] =
        (unsigned char)(cost < 1 ? 1 : cost);
  }
  return JILU_OK;
}

/* --- characters ---------------------------------------------------------- */

/* The first characters of parts of a kind get the flag. */
static uint32_t first_of_part (const compiler *c, uint32_t point) {
  const jilu_lexicon_builder *b = c->b;
  uint32_t flags = 0;
  size_t i;
  if (jilu_trie_step(&c->parts, JILU_TRIE_ROOT,
                     jilu_trie_code(&c->parts, point)) == 0) return 0;
  for (i = 0; i < b->part_count; i++) {
    unsigned width;
    const char *key = b->pool + b->parts[i].key;
    if (jilu_utf8_next((const unsigned char *)key, &width) != point) continue;
    if (b->parts[i].kind == 1) flags |= JILU_CHAR_COMPOUND;
    if (b->parts[i].kind == 2) flags |= JILU_CHAR_BODY;
  }
  return flags;
}

static uint32_t character (const compiler *c, uint32_t point) {
  uint32_t folded = jilu_fold(point);
  uint32_t cell = (uint32_t)jilu_kind_of(folded) << JILU_CHAR_KIND_SHIFT;
  const unsigned char *name;
  cell |= jilu_trie_code(&c->trie, folded);
  if (jilu_is_numeral(folded)) cell |= JILU_CHAR_NUMERAL;
  if (c->b->foreign[folded >> 5] >> (folded & 31u) & 1u)
    cell |= JILU_CHAR_FOREIGN;
  name = c->names + jilu_char_code(cell) * JILU_NAME_STRIDE;
  if (name[JILU_NAME_SURNAME] != 0) cell |= JILU_CHAR_SURNAME;
  if (name[JILU_NAME_SUFFIX] != 0) cell |= JILU_CHAR_SUFFIX;
  return cell | first_of_part(c, folded);
}

/* Number of a block like the one at the end of the list, or of that itself. */
static uint32_t same_block (const compiler *c) {
  const uint32_t *last = c->characters + 64 * c->block_count;
  uint32_t k;
  for (k = 0; k < c->block_count; k++)
    if (memcmp(c->characters + 64 * k, last, 64 * sizeof *last) == 0) break;
  return k;
}

static jilu_status make_characters (compiler *c) {
  uint32_t page, i;
  c->page_count = 0x110000u >> 6;
  c->pages = malloc(c->page_count * sizeof *c->pages);
  c->characters = malloc(((size_t)c->page_count + 1) * 64 *
                         sizeof *c->characters);
  if (c->pages == NULL || c->characters == NULL) return JILU_NO_MEMORY;
  for (page = 0; page < c->page_count; page++) {
    int han = page - (JILU_HAN_FIRST >> 6) < JILU_HAN_COUNT >> 6;
    for (i = 0; i < 64; i++)
      c->characters[64 * c->block_count + i] = character(c, page << 6 | i);
    c->pages[page] = (uint16_t)(han ? c->block_count : same_block(c));
    if (c->pages[page] == c->block_count) c->block_count++;
  }
  return JILU_OK;
}

/* --- the file ------------------------------------------------------------ */

static void describe (compiler *c, const void **data, const char *notes,
                      size_t notes_size) {
  uint32_t *size = c->header.size;
  data[JILU_SECTION_NOTES] = notes;
  size[JILU_SECTION_NOTES] = (uint32_t)notes_size;
  data[JILU_SECTION_TRIE] = c->trie_image;
  size[JILU_SECTION_TRIE] = (uint32_t)c->trie_size;
  data[JILU_SECTION_FIRST] = c->first;
  size[JILU_SECTION_FIRST] = c->first_count * (uint32_t)sizeof *c->first;
  data[JILU_SECTION_FOLLOW] = c->follow;
  size[JILU_SECTION_FOLLOW] = 1u << JILU_FOLLOW_BITS >> 3;
  data[JILU_SECTION_WORDS] = c->words;
  size[JILU_SECTION_WORDS] = (c->count + 1) * (uint32_t)sizeof *c->words;
  data[JILU_SECTION_PAGES] = c->pages;
  size[JILU_SECTION_PAGES] = c->page_count * (uint32_t)sizeof *c->pages;
  data[JILU_SECTION_CHARACTERS] = c->characters;
  size[JILU_SECTION_CHARACTERS] =
    c->block_count * 64u * (uint32_t)sizeof *c->characters;
  data[JILU_SECTION_TAGS] = c->b->tags;
  size[JILU_SECTION_TAGS] = c->b->tag_count * (JILU_LEXICON_TAG_MAX + 1u);
  data[JILU_SECTION_PAIR_BITS] = c->bits;
  size[JILU_SECTION_PAIR_BITS] = 1u << (64 - c->header.bit_shift) >> 3;
  data[JILU_SECTION_PAIRS] = c->pairs;
  size[JILU_SECTION_PAIRS] = 4u << (64 - c->header.pair_shift);
  data[JILU_SECTION_NAMES] = c->names;
  size[JILU_SECTION_NAMES] = (uint32_t)c->names_size;
  data[JILU_SECTION_PARTS] = c->parts_image;
  size[JILU_SECTION_PARTS] = (uint32_t)c->parts_size;
}

static jilu_status write_file (compiler *c, const char *notes,
                               size_t notes_size, void **image,
                               size_t *size) {
  const void *data[JILU_SECTION_COUNT];
  jilu_lexicon_header *h = &c->header;
  size_t at = sizeof *h;
  unsigned char *out;
  int i;
  describe(c, data, notes, notes_size);
  for (i = 0; i < JILU_SECTION_COUNT; i++) {
    at = (at + JILU_LEXICON_ALIGN - 1) & ~(size_t)(JILU_LEXICON_ALIGN - 1);
    h->offset[i] = (uint32_t)at;
    at += h->size[i];
  }
  *image = out = calloc(1, at);
  if (out == NULL) return JILU_NO_MEMORY;
  for (i = 0; i < JILU_SECTION_COUNT; i++)
    memcpy(out + h->offset[i], data[i], h->size[i]);
  h->magic = JILU_LEXICON_MAGIC;
  h->version = JILU_LEXICON_VERSION;
  h->file_size = *size = at;
  h->word_count = c->count + 1;
  h->total = c->total;
  memcpy(out, h, sizeof *h);
  jilu_image_to_file(out, at);
  jilu_image_sign(out, at);
  return JILU_OK;
}

/*
** A source that is a plain list has no classes: they get the share of all
** words that they have in the People's Daily of 1998.
*/
static jilu_status add_classes (jilu_lexicon_builder *b) {
  static const struct { const char *name, *tag; double share; } classes[] = {
    {"begin", "", .042}, {"end", "", .042}, {"number", "m", .0144},
    {"time", "t", .008}, {"person", "nr", .012}, {"place", "ns", .003},
    {"string", "eng", .002}, {"other", "nz", .0075}
  };
  bool known[JILU_LEXICON_CLASSES] = {false};
  double total = 0;
  size_t i;
  jilu_status status = JILU_OK;
  for (i = 0; i < b->word_count; i++) {
    total += b->words[i].count;
    if (b->words[i].class != JILU_LEXICON_NO_CLASS)
      known[b->words[i].class] = true;
  }
  for (i = 0; i < JILU_LEXICON_CLASSES && status == JILU_OK; i++) {
    char name[16] = "##";
    if (known[i]) continue;
    status = jilu_builder_add(b, strcat(name, classes[i].name),
                              strlen(classes[i].name) + 2,
                              total * classes[i].share, classes[i].tag,
                              classes[i].name);
  }
  return status;
}

static void free_compiler (compiler *c) {
  free(c->order);
  free(c->counts);
  free(c->words);
  free(c->first);
  free(c->follow);
  free(c->trie_image);
  free(c->pages);
  free(c->characters);
  free(c->bits);
  free(c->pairs);
  free(c->names);
  free(c->parts_image);
}

jilu_status jilu_builder_compile (jilu_lexicon_builder *b, const char *notes,
                                  size_t notes_size, void **image,
                                  size_t *size) {
  compiler c;
  jilu_status status;
  memset(&c, 0, sizeof c);
  c.b = b;
  *image = NULL;
  if (notes_size > 0xFFFFFFu) return JILU_TOO_LARGE;
  b->pair_count = 0;
  status = add_classes(b);
  if (status == JILU_OK) status = merge_words(&c);
  if (status == JILU_OK) status = weigh_words(&c);
  if (status == JILU_OK) status = make_trie(&c);
  if (status == JILU_OK) status = make_first(&c);
  if (status == JILU_OK) status = make_follow(&c);
  if (status == JILU_OK) status = make_parts(&c);
  if (status == JILU_OK) status = jilu_builder_resolve(b);
  if (status == JILU_OK) status = make_pairs(&c);
  if (status == JILU_OK) status = make_names(&c);
  if (status == JILU_OK) status = make_characters(&c);
  if (status == JILU_OK)
    status = write_file(&c, notes, notes_size, image, size);
  free_compiler(&c);
  return status;
}
