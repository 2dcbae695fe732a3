/*
** Viterbi's way through the lattice.
**
** In fast mode a state is a position. In accurate mode it is a word, since
** what a pair saves depends on the word before; but first the words alone are
** added up from both ends, and only those stay that lie on a way which pairs
** could still make the best one.
**
** Ties: the way with the shorter last word wins, so the result is the same
** every time.
*/

#include "lexicon/lattice.h"

/*
** How much dearer, by words alone, a way through a word may be than the best
** one (sixteenths). F1 is the same from 100 on.
*/
#define MARGIN 280

#define UNREACHED 0x20000000

/* --- the way back -------------------------------------------------------- */

/* Of a chunk that was cut, words near its end are not certain yet: says how
** many of 'n' words stay. */
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

/* --- words alone --------------------------------------------------------- */

static int32_t smaller (int32_t a, int32_t b) { return a < b ? a : b; }

/* What the cheapest way from the start to each place costs; each word costs
** 'step' more. */
static void add_up (jilu_lattice *l, int32_t step) {
  const jilu_sparse_word *w = l->sparse;
  int32_t *ahead = l->ahead;
  uint32_t i, n = l->chunk.count;
  for (i = 1; i <= n + JILU_DENSE; i++) ahead[i] = UNREACHED;
  ahead[0] = 0;
  for (i = 0; i < n; i++) {
    int32_t here = ahead[i] + step;
    uint32_t k;
    for (k = 0; k < JILU_DENSE; k++)
      ahead[i + k + 1] = smaller(ahead[i + k + 1], here + l->costs[k][i]);
    for (; w->begin == i; w++)
      ahead[w->end] = smaller(ahead[w->end], here + w->cost);
  }
}

/* The same from each place to the end. */
static void add_up_behind (jilu_lattice *l, int32_t step) {
  int32_t *behind = l->behind;
  uint32_t i, n = l->chunk.count, s = l->sparse_count;
  for (i = 1; i <= JILU_DENSE; i++) behind[n + i] = UNREACHED;
  behind[n] = 0;
  for (i = n; i-- > 0; ) {
    int32_t best = UNREACHED;
    uint32_t k;
    for (k = 0; k < JILU_DENSE; k++)
      best = smaller(best, behind[i + k + 1] + l->costs[k][i]);
    for (; s > 0 && l->sparse[s - 1].begin == i; s--)
      best = smaller(best, behind[l->sparse[s - 1].end] +
                     l->sparse[s - 1].cost);
    behind[i] = best + step;
  }
}

/* --- accurate ------------------------------------------------------------ */

static uint32_t entry (const jilu_lexicon *x, uint32_t word) {
  return jilu_lexicon_word(x, word);
}

/*
** The cheapest of the edges that end at 'at' for a word to stand behind. No
** pair saves more than either word's bound, so most edges are passed over
** without asking.
*/
static uint32_t best_before (const jilu_lexicon *x, const jilu_lattice *l,
                             uint32_t at, uint32_t word, uint32_t bounds,
                             int32_t *cost) {
  int32_t right = (int32_t)jilu_word_right(bounds), best = INT32_MAX;
  uint32_t k, chosen = 0;
  for (k = l->ending[at]; k != 0; k = l->edges[k].next) {
    const jilu_edge *e = &l->edges[k];
    int32_t c = e->cost;
    if (c - right >= best) continue;
    if (right > 0 && c - (int32_t)jilu_word_left(e->bounds) < best)
      c -= (int32_t)jilu_lexicon_saving(x, e->word, word);
    if (c < best) {
      best = c;
      chosen = k;
    }
  }
  *cost = best;
  return chosen;
}

/* Space ends a text and begins one. */
static void add_space (const jilu_lexicon *x, jilu_lattice *l, jilu_edge *e,
                       uint32_t begin, int32_t cost) {
  uint32_t end = x->header.classes[JILU_CLASS_END];
  int32_t before;
  e->word = x->header.classes[JILU_CLASS_BEGIN];
  e->bounds = entry(x, e->word);
  e->begin = (uint16_t)begin;
  e->end = (uint16_t)(begin + 1);
  e->back = (uint16_t)best_before(x, l, begin, end, entry(x, end), &before);
  if (e->back == 0) return;
  e->cost = before + cost;
  e->next = l->ending[begin + 1];
  l->ending[begin + 1] = (uint16_t)++l->edge_count;
}

static void add_edge (const jilu_lexicon *x, jilu_lattice *l, uint32_t begin,
                      uint32_t end, uint32_t word, int32_t cost) {
  jilu_edge *e = &l->edges[l->edge_count + 1];
  int32_t before;
  if (l->edge_count >= JILU_EDGES_MAX - 1) return;
  if (word == JILU_SPACE_WORD) {
    add_space(x, l, e, begin, cost);
    return;
  }
  e->word = word;
  e->bounds = entry(x, word);
  e->begin = (uint16_t)begin;
  e->end = (uint16_t)end;
  e->back = (uint16_t)best_before(x, l, begin, word, e->bounds, &before);
  if (e->back == 0) return;
  e->cost = before + cost;
  e->next = l->ending[end];
  l->ending[end] = (uint16_t)++l->edge_count;
}

/* The word before the chunk is the first edge, at its very start. */
static void start (const jilu_lexicon *x, jilu_lattice *l, uint32_t before) {
  jilu_edge *e = &l->edges[1];
  uint32_t i;
  for (i = 0; i <= l->chunk.count; i++) l->ending[i] = 0;
  e->word = before;
  e->bounds = entry(x, before);
  e->cost = 0;
  e->begin = e->end = e->back = e->next = 0;
  l->ending[0] = 1;
  l->edge_count = 1;
}

static void walk (const jilu_lexicon *x, jilu_lattice *l, int32_t step) {
  const jilu_sparse_word *w = l->sparse;
  uint32_t i, k, n = l->chunk.count;
  int32_t limit = l->ahead[n] + MARGIN - step;
  for (i = 0; i < n; i++) {
    int32_t left = limit - l->ahead[i];
    for (k = 0; k < JILU_DENSE; k++)
      if (l->costs[k][i] + l->behind[i + k + 1] <= left)
        add_edge(x, l, i, i + k + 1, l->words[k][i], step + l->costs[k][i]);
    for (; w->begin == i; w++)
      if (w->cost + l->behind[w->end] <= left)
        add_edge(x, l, i, w->end, w->word, step + w->cost);
  }
}

static void trace (const jilu_lexicon *x, jilu_lattice *l, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  uint16_t path[JILU_CHUNK_MAX], begins[JILU_CHUNK_MAX];
  uint32_t n = 0, i, k;
  uint32_t end = c->cut ? 0 : x->header.classes[JILU_CLASS_END];
  for (k = best_before(x, l, c->count, end, entry(x, end), &l->cost); k > 1;
       k = l->edges[k].back) path[n++] = (uint16_t)k;
  for (i = 0; i < n; i++) begins[i] = l->edges[path[n - 1 - i]].begin;
  l->found_count = keep_certain(l, begins, n, at);
  for (i = 0; i < l->found_count; i++) {
    const jilu_edge *e = &l->edges[path[n - 1 - i]];
    l->found[i].begin = c->offsets[e->begin];
    l->found[i].end = c->offsets[e->end];
    l->found[i].word = l->words[0][e->begin] == JILU_SPACE_WORD
                         ? JILU_SPACE_WORD : e->word;
  }
}

void jilu_lattice_accurate (const jilu_lexicon *x, jilu_lattice *l,
                            uint32_t before, size_t *at) {
  int32_t step = (int32_t)x->header.step_cost;
  jilu_lattice_fill(x, l);
  add_up(l, step);
  add_up_behind(l, step);
  start(x, l, before);
  walk(x, l, step);
  trace(x, l, at);
}

/* --- fast ---------------------------------------------------------------- */

/* The word by which the cheapest way comes to 'end': by its cost, from the
** shortest on. Returns where it begins. */
static uint32_t last_word (const jilu_lattice *l, uint32_t end,
                           uint32_t *word) {
  uint32_t k, s;
  for (k = 0; k < JILU_DENSE && k < end; k++) {
    uint32_t begin = end - k - 1;
    if (l->costs[k][begin] == JILU_NO_WORD ||
        l->ahead[begin] + l->costs[k][begin] != l->ahead[end]) continue;
    *word = l->words[k][begin];
    return begin;
  }
  for (s = 0; s < l->sparse_count; s++) {
    const jilu_sparse_word *w = &l->sparse[s];
    if (w->end != end || l->ahead[w->begin] + w->cost != l->ahead[end])
      continue;
    *word = w->word;
    return w->begin;
  }
  *word = 0;
  return end - 1;
}

void jilu_lattice_fast (const jilu_lexicon *x, jilu_lattice *l, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  uint16_t begins[JILU_CHUNK_MAX];
  uint32_t words[JILU_CHUNK_MAX], ends[JILU_CHUNK_MAX];
  uint32_t i, n = JILU_CHUNK_MAX, end;
  jilu_lattice_fill(x, l);
  add_up(l, 0);
  for (end = c->count; end > 0; end = begins[n]) {
    n--;
    ends[n] = end;
    begins[n] = (uint16_t)last_word(l, end, &words[n]);
  }
  l->found_count = keep_certain(l, begins + n, JILU_CHUNK_MAX - n, at);
  for (i = 0; i < l->found_count; i++) {
    l->found[i].begin = c->offsets[begins[n + i]];
    l->found[i].end = c->offsets[ends[n + i]];
    l->found[i].word = words[n + i];
  }
}
