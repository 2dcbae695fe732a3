/*
** All words that may stand in a chunk. The trie is walked from all places at
** once, one character further each time: the loads of one round do not wait
** for each other, and nothing is branched on that can't be foreseen. Twice as
** fast as walking place by place, which waits for memory at each step.
*/

#include "lexicon/lattice.h"

#include <string.h>

#include "view/fold.h"

/* A walk that is still under way. */
typedef struct walk {
  uint16_t begin;
  uint32_t node;
} walk;

static uint32_t entry (const jilu_lexicon *x, uint32_t word) {
  return x->words[word < x->header.word_count ? word : 0];
}

/* What 'ok' (0 or 1) leaves of a value. */
static uint32_t only_if (uint32_t ok, uint32_t value) { return value & -ok; }

/* One step of every walk; the words of 'length' go to the dense arrays.
** Returns how many walks go on. */
static uint32_t dense_step (const jilu_lexicon *x, jilu_lattice *l,
                            walk *walks, uint32_t count, uint32_t length) {
  const uint64_t *units = x->trie.units;
  const jilu_chunk *c = &l->chunk;
  uint32_t *words = l->words[length - 1];
  uint32_t i, n = 0;
  for (i = 0; i < count; i++) {
    uint32_t begin = walks[i].begin, last = begin + length - 1;
    uint32_t code = jilu_char_code(c->cells[last]), next, ok;
    uint64_t unit;
    next = (uint32_t)(units[walks[i].node] >> JILU_TRIE_BASE_SHIFT) + code;
    next = next < x->trie.unit_count ? next : 0;
    unit = units[next];
    ok = ((uint32_t)(unit >> JILU_TRIE_CODE_SHIFT) & JILU_TRIE_CODE_MASK) ==
         code;
    ok &= code != 0;
    words[begin] = only_if(ok & !c->inner[last + 1],
                           (uint32_t)unit & JILU_TRIE_VALUE_MAX);
    walks[n].begin = (uint16_t)begin;
    walks[n].node = next;
    n += ok;
  }
  return n;
}

static void dense_costs (const jilu_lexicon *x, jilu_lattice *l) {
  uint32_t k, i, count = l->chunk.count;
  for (k = 0; k < JILU_DENSE; k++) {
    for (i = 0; i < count; i++) {
      uint32_t word = l->words[k][i];
      uint32_t cost = jilu_word_cost(entry(x, word));
      l->costs[k][i] = (uint16_t)(cost | -(uint32_t)(word == 0));
    }
  }
}

/* Space begins and ends a text, and costs nothing. */
static void space (jilu_lattice *l) {
  const jilu_chunk *c = &l->chunk;
  uint32_t i;
  for (i = 0; i < c->count; i++) {
    if (jilu_char_kind_of(c->cells[i]) != JILU_CHAR_SPACE) continue;
    l->words[0][i] = JILU_SPACE_WORD;
    l->costs[0][i] = 0;
  }
}

/* A character that no source has as a word is one all the same. */
static void unknown_characters (const jilu_lexicon *x, jilu_lattice *l) {
  const jilu_chunk *c = &l->chunk;
  uint32_t i;
  for (i = 0; i < c->count; i++)
    if (l->words[0][i] == 0 && !c->inner[i] && !c->inner[i + 1])
      l->costs[0][i] = (uint16_t)x->header.unknown_cost;
}

static void add_sparse (jilu_lattice *l, uint32_t begin, uint32_t end,
                        uint32_t word, int32_t cost) {
  jilu_sparse_word *w = &l->sparse[l->sparse_count];
  if (l->sparse_count >= JILU_SPARSE_MAX) return;
  w->begin = (uint16_t)begin;
  w->end = (uint16_t)end;
  w->word = word;
  w->cost = cost;
  l->sparse_count++;
}

static void long_words (const jilu_lexicon *x, jilu_lattice *l, walk *walks,
                        uint32_t count) {
  const jilu_chunk *c = &l->chunk;
  uint32_t i, length, n, word;
  for (length = JILU_DENSE + 1; count > 0; length++, count = n) {
    for (i = n = 0; i < count; i++) {
      uint32_t last = walks[i].begin + length - 1;
      uint32_t code = jilu_char_code(c->cells[last]), node;
      node = code == 0 ? 0 : jilu_trie_step(&x->trie, walks[i].node, code);
      if (node == 0) continue;
      word = jilu_trie_value(&x->trie, node);
      if (word != 0 && !c->inner[last + 1])
        add_sparse(l, walks[i].begin, last + 1, word,
                   (int32_t)jilu_word_cost(entry(x, word)));
      if (length >= JILU_LEXICON_WORD_MAX) continue;
      walks[n].begin = walks[i].begin;
      walks[n++].node = node;
    }
  }
}

static void user_words_at (const jilu_lexicon *x, jilu_lattice *l,
                           uint32_t begin) {
  const jilu_chunk *c = &l->chunk;
  uint32_t node = JILU_TRIE_ROOT, i = begin;
  while (i < c->count) {
    uint32_t code = jilu_trie_code(&x->user.trie, jilu_fold(c->points[i]));
    uint32_t word;
    node = code == 0 ? 0 : jilu_trie_step(&x->user.trie, node, code);
    if (node == 0) break;
    i++;
    word = jilu_trie_value(&x->user.trie, node);
    if (word == 0 || word > x->user.count || c->inner[i]) continue;
    add_sparse(l, begin, i, x->header.word_count + word - 1,
               x->user.list[word - 1].cost);
  }
}

static void open_words (const jilu_lexicon *x, jilu_lattice *l) {
  const jilu_chunk *c = &l->chunk;
  uint32_t i;
  for (i = 0; i < c->open_count; i++) {
    const jilu_open_word *w = &c->open[i];
    uint32_t word = x->header.classes[w->class];
    if (c->inner[w->end] || c->inner[w->begin]) continue;
    add_sparse(l, w->begin, w->end, word,
               (int32_t)(jilu_word_cost(entry(x, word)) + w->extra));
  }
}

/* Insertion: the list is made of a few runs that are in order. */
static void put_in_order (jilu_lattice *l) {
  uint32_t i, k;
  for (i = 1; i < l->sparse_count; i++) {
    jilu_sparse_word w = l->sparse[i];
    for (k = i; k > 0 && l->sparse[k - 1].begin > w.begin; k--)
      l->sparse[k] = l->sparse[k - 1];
    l->sparse[k] = w;
  }
  l->sparse[l->sparse_count].begin = 0xFFFF;
}

void jilu_lattice_fill (const jilu_lexicon *x, jilu_lattice *l) {
  const jilu_chunk *c = &l->chunk;
  walk walks[JILU_CHUNK_MAX];
  uint32_t i, k, n = 0;
  for (i = 0; i < c->count; i++) {
    walks[n].begin = (uint16_t)i;
    walks[n].node = JILU_TRIE_ROOT;
    n += !c->inner[i];
  }
  for (k = 0; k < JILU_DENSE; k++)
    memset(l->words[k], 0, c->count * sizeof *l->words[k]);
  for (k = 1; k <= JILU_DENSE; k++) n = dense_step(x, l, walks, n, k);
  dense_costs(x, l);
  unknown_characters(x, l);
  space(l);
  l->sparse_count = 0;
  open_words(x, l);
  long_words(x, l, walks, n);
  if (x->user.count > 0)
    for (i = 0; i < c->count; i++)
      if (!c->inner[i]) user_words_at(x, l, i);
  put_in_order(l);
}
