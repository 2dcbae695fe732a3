/*
** Viterbi's way through the lattice. In accurate mode a state is a word (what
** the pair saves depends on the word before), in fast mode a position.
** Ties: the earlier edge wins, and edges come in one order: by their begin,
** the shorter word of the file first, then the user's, then open words.
*/

#include "lexicon/lattice.h"

#include "view/fold.h"

/* --- edges --------------------------------------------------------------- */

/* A word that begins at one place, before it is an edge. */
typedef struct candidate {
  uint32_t word;
  int32_t cost;
  uint32_t end;
} candidate;

/* At one place: words of the file, of the user, open words, the character. */
#define CANDIDATES (2u * JILU_LEXICON_WORD_MAX + 16u)

static uint32_t file_words (const jilu_lexicon *x, const jilu_chunk *c,
                            uint32_t begin, candidate *out) {
  uint32_t node = JILU_TRIE_ROOT, i = begin, n = 0;
  while (n < JILU_LEXICON_WORD_MAX) {
    uint32_t code = jilu_char_code(c->cells[i]), word;
    if (code == 0) break;
    node = jilu_trie_step(&x->trie, node, code);
    if (node == 0) break;
    i++;
    word = jilu_trie_value(&x->trie, node);
    if (word == 0 || c->inner[i]) continue;
    out[n].word = word;
    out[n].cost = (int32_t)jilu_word_cost(jilu_lexicon_word(x, word));
    out[n++].end = i;
  }
  return n;
}

static uint32_t user_words_at (const jilu_lexicon *x, const jilu_chunk *c,
                               uint32_t begin, candidate *out) {
  uint32_t node = JILU_TRIE_ROOT, i = begin, n = 0;
  while (n < JILU_LEXICON_WORD_MAX && i < c->count) {
    uint32_t code = jilu_trie_code(&x->user.trie, jilu_fold(c->points[i]));
    uint32_t word;
    node = code == 0 ? 0 : jilu_trie_step(&x->user.trie, node, code);
    if (node == 0) break;
    i++;
    word = jilu_trie_value(&x->user.trie, node);
    if (word == 0 || word > x->user.count || c->inner[i]) continue;
    out[n].word = x->header.word_count + word - 1;
    out[n].cost = x->user.list[word - 1].cost;
    out[n++].end = i;
  }
  return n;
}

/* The open words at 'begin', from '*next' in their list on. */
static uint32_t open_words_at (const jilu_lexicon *x, const jilu_chunk *c,
                               uint32_t begin, uint32_t *next,
                               candidate *out) {
  uint32_t n = 0;
  while (*next < c->open_count && c->open[*next].begin < begin) (*next)++;
  for (; *next < c->open_count && c->open[*next].begin == begin; (*next)++) {
    const jilu_open_word *w = &c->open[*next];
    uint32_t word = x->header.classes[w->class];
    if (n >= 15 || c->inner[w->end]) continue;
    out[n].word = word;
    out[n].cost = (int32_t)(jilu_word_cost(jilu_lexicon_word(x, word)) +
                            w->extra);
    out[n++].end = w->end;
  }
  return n;
}

/* Every word that begins at 'begin': at least the character alone. */
static uint32_t words_at (const jilu_lexicon *x, const jilu_chunk *c,
                          uint32_t begin, uint32_t *next, candidate *out) {
  uint32_t n = file_words(x, c, begin, out), i, unit = begin + 1;
  if (x->user.count > 0) n += user_words_at(x, c, begin, out + n);
  if (*next < c->open_count) n += open_words_at(x, c, begin, next, out + n);
  while (c->inner[unit]) unit++;
  for (i = 0; i < n; i++)
    if (out[i].end == unit) return n;
  out[n].word = 0;
  out[n].cost = (int32_t)x->header.unknown_cost;
  out[n].end = unit;
  return n + 1;
}

/* --- the way back -------------------------------------------------------- */

static uint32_t word_end (const jilu_chunk *c, uint32_t end) {
  return end == c->count ? c->next : c->offsets[end];
}

/* Of a chunk that was cut, words near its end are not certain yet. */
static uint32_t keep_certain (jilu_lattice *l, const uint16_t *begins,
                              uint32_t n, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  uint32_t kept = n;
  *at = c->next;
  if (!c->cut) return n;
  while (kept > 1 && begins[kept - 1] > c->count - JILU_CHUNK_TAIL) kept--;
  if (kept < n) *at = c->offsets[begins[kept]];
  return kept;
}

/* --- accurate ------------------------------------------------------------ */

static void add_edge (jilu_lattice *l, const candidate *w, uint32_t begin,
                      int32_t cost, uint32_t back) {
  jilu_edge *e = &l->edges[++l->edge_count];
  e->word = w->word;
  e->cost = cost;
  e->begin = (uint16_t)begin;
  e->end = (uint16_t)w->end;
  e->back = (uint16_t)back;
  e->next = l->ending[w->end];
  l->ending[w->end] = (uint16_t)l->edge_count;
}

/*
** The cheapest of the edges that end at 'at' for a word to stand behind. No
** pair saves more than either word's bound, so most edges are passed over
** without asking.
*/
static uint32_t best_before (const jilu_lexicon *x, const jilu_lattice *l,
                             uint32_t at, uint32_t word, int32_t *cost) {
  int32_t right = (int32_t)jilu_word_right(jilu_lexicon_word(x, word));
  int32_t best = INT32_MAX;
  uint32_t k, chosen = 0;
  for (k = l->ending[at]; k != 0; k = l->edges[k].next) {
    const jilu_edge *e = &l->edges[k];
    int32_t c = e->cost;
    if (c - right >= best) continue;
    if (right > 0 &&
        c - (int32_t)jilu_word_left(jilu_lexicon_word(x, e->word)) < best)
      c -= (int32_t)jilu_lexicon_saving(x, e->word, word);
    if (c < best) {
      best = c;
      chosen = k;
    }
  }
  *cost = best;
  return chosen;
}

static void start (jilu_lattice *l, uint32_t before) {
  candidate first = {before, 0, 0};
  uint32_t i;
  for (i = 0; i <= l->chunk.count; i++) l->ending[i] = 0;
  l->edge_count = 0;
  add_edge(l, &first, 0, 0, 0);
}

static void trace (const jilu_lexicon *x, jilu_lattice *l, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  uint16_t path[JILU_CHUNK_MAX], begins[JILU_CHUNK_MAX];
  uint32_t n = 0, i, k;
  uint32_t end = c->cut || c->closed ? 0 : x->header.classes[JILU_CLASS_END];
  for (k = best_before(x, l, c->count, end, &l->cost); k > 1;
       k = l->edges[k].back) path[n++] = (uint16_t)k;
  for (i = 0; i < n; i++) begins[i] = l->edges[path[n - 1 - i]].begin;
  l->found_count = keep_certain(l, begins, n, at);
  for (i = 0; i < l->found_count; i++) {
    const jilu_edge *e = &l->edges[path[n - 1 - i]];
    l->found[i].begin = c->offsets[e->begin];
    l->found[i].end = word_end(c, e->end);
    l->found[i].word = e->word;
  }
}

void jilu_lattice_accurate (const jilu_lexicon *x, jilu_lattice *l,
                            uint32_t before, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  candidate words[CANDIDATES];
  uint32_t i, k, n, next = 0;
  int32_t step = (int32_t)x->header.step_cost;
  start(l, before);
  for (i = 0; i < c->count; i++) {
    if (l->ending[i] == 0) continue;
    n = words_at(x, c, i, &next, words);
    for (k = 0; k < n; k++) {
      int32_t cost;
      uint32_t back;
      if (k + 1 < n && l->edge_count >= JILU_LATTICE_EDGES) continue;
      back = best_before(x, l, i, words[k].word, &cost);
      add_edge(l, &words[k], i, cost + step + words[k].cost, back);
    }
  }
  trace(x, l, at);
}

/* --- fast ---------------------------------------------------------------- */

void jilu_lattice_fast (const jilu_lexicon *x, jilu_lattice *l, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  jilu_edge *best = l->edges;  /* one a position */
  candidate words[CANDIDATES];
  uint16_t begins[JILU_CHUNK_MAX], ends[JILU_CHUNK_MAX + 1];
  uint32_t i, k, n, next = 0;
  for (i = 1; i <= c->count; i++) best[i].cost = INT32_MAX;
  best[0].cost = 0;
  for (i = 0; i < c->count; i++) {
    if (best[i].cost == INT32_MAX) continue;
    n = words_at(x, c, i, &next, words);
    for (k = 0; k < n; k++) {
      jilu_edge *e = &best[words[k].end];
      if (best[i].cost + words[k].cost >= e->cost) continue;
      e->cost = best[i].cost + words[k].cost;
      e->word = words[k].word;
      e->begin = (uint16_t)i;
    }
  }
  for (n = 0, i = c->count; i > 0; i = best[i].begin) ends[n++] = (uint16_t)i;
  for (i = 0; i < n; i++) begins[i] = best[ends[n - 1 - i]].begin;
  l->found_count = keep_certain(l, begins, n, at);
  for (i = 0; i < l->found_count; i++) {
    uint32_t end = ends[n - 1 - i];
    l->found[i].begin = c->offsets[begins[i]];
    l->found[i].end = word_end(c, end);
    l->found[i].word = best[end].word;
  }
}
