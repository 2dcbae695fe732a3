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

#if defined(__GNUC__)
#define prefetch(address) __builtin_prefetch(address)
#else
#define prefetch(address) ((void)0)
#endif

/*
** How much dearer, by words alone, a way through a word may be than the best
** one (sixteenths). At 220 F1 is .0005 below that of the whole lattice, at
** 160 .003.
*/
#define MARGIN 220

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

/* The loops over JILU_DENSE are written out: they are the inner ones. */

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
    ahead[i + 1] = smaller(ahead[i + 1], here + l->costs[0][i]);
    ahead[i + 2] = smaller(ahead[i + 2], here + l->costs[1][i]);
    ahead[i + 3] = smaller(ahead[i + 3], here + l->costs[2][i]);
    ahead[i + 4] = smaller(ahead[i + 4], here + l->costs[3][i]);
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
    best = smaller(best, behind[i + 1] + l->costs[0][i]);
    best = smaller(best, behind[i + 2] + l->costs[1][i]);
    best = smaller(best, behind[i + 3] + l->costs[2][i]);
    best = smaller(best, behind[i + 4] + l->costs[3][i]);
    for (; s > 0 && l->sparse[s - 1].begin == i; s--)
      best = smaller(best, behind[l->sparse[s - 1].end] +
                     l->sparse[s - 1].cost);
    behind[i] = best + step;
  }
}

/* --- accurate ------------------------------------------------------------ */

/* Links an edge with all that end where it begins. */
static void link_edge (const jilu_lexicon *x, jilu_lattice *l,
                       uint32_t to) {
  const jilu_edge *e = &l->edges[to];
  uint32_t word = e->right, k, n = 0;
  for (k = l->ending[e->begin]; k != 0 && n < JILU_LINKS_EACH;
       k = l->edges[k].next, n++) {
    jilu_link *link = &l->links[l->link_count];
    link->from = (uint16_t)k;
    link->to = (uint16_t)to;
    link->saving = 0;
    link->hash = jilu_pair_hash(l->edges[k].left, word);
    prefetch(&x->bits[link->hash >> x->header.bit_shift >> 6]);
    l->link_count++;
  }
}

static void add_edge (const jilu_lexicon *x, jilu_lattice *l, uint32_t begin,
                      uint32_t end, uint32_t word, int32_t cost) {
  jilu_edge *e = &l->edges[l->edge_count + 1];
  uint32_t links = l->link_count;
  e->left = e->right = word;
  if (word == JILU_SPACE_WORD) {
    e->left = x->header.classes[JILU_CLASS_BEGIN];
    e->right = x->header.classes[JILU_CLASS_END];
  }
  e->begin = (uint16_t)begin;
  e->end = (uint16_t)end;
  e->cost = cost;
  link_edge(x, l, l->edge_count + 1);
  if (l->link_count == links) return;
  e->next = l->ending[end];
  l->ending[end] = (uint16_t)++l->edge_count;
}

/* The word before the chunk is the first edge, at its very start. */
static void start (jilu_lattice *l, uint32_t before) {
  jilu_edge *e = &l->edges[1];
  uint32_t i;
  for (i = 0; i <= l->chunk.count; i++) l->ending[i] = 0;
  e->left = e->right = before;
  e->cost = 0;
  e->begin = e->end = e->back = e->next = 0;
  l->ending[0] = 1;
  l->edge_count = 1;
  l->link_count = 0;
}

/* Adds the edges that lie on ways which are good enough. */
static void add_edges (const jilu_lexicon *x, jilu_lattice *l, int32_t step) {
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

/* Looks the pairs up, in two rounds of loads that need not wait. */
static void look_up_pairs (const jilu_lexicon *x, jilu_lattice *l) {
  uint16_t hits[JILU_LINKS_MAX];
  uint32_t i, n = 0;
  for (i = 0; i < l->link_count; i++) {
    uint64_t hash = l->links[i].hash;
    uint32_t hit = jilu_lexicon_pair(x, hash);
    hits[n] = (uint16_t)i;
    prefetch(&x->pairs[(hash >> x->header.pair_shift) & -(uint64_t)hit]);
    n += hit;
  }
  for (i = 0; i < n; i++) {
    jilu_link *link = &l->links[hits[i]];
    link->saving = jilu_lexicon_saving(x, link->hash);
  }
}

/* The cheapest way to every edge. */
static void choose (jilu_lattice *l) {
  uint32_t i = 0;
  while (i < l->link_count) {
    uint32_t to = l->links[i].to;
    int32_t best = INT32_MAX;
    for (; i < l->link_count && l->links[i].to == to; i++) {
      const jilu_link *link = &l->links[i];
      int32_t cost = l->edges[link->from].cost - (int32_t)link->saving;
      if (cost >= best) continue;
      best = cost;
      l->edges[to].back = link->from;
    }
    l->edges[to].cost += best;
  }
}

static void trace (jilu_lattice *l, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  uint16_t path[JILU_CHUNK_MAX], begins[JILU_CHUNK_MAX];
  uint32_t n = 0, i, k;
  for (k = l->edges[l->edge_count].back; k > 1; k = l->edges[k].back)
    path[n++] = (uint16_t)k;
  for (i = 0; i < n; i++) begins[i] = l->edges[path[n - 1 - i]].begin;
  l->found_count = keep_certain(l, begins, n, at);
  for (i = 0; i < l->found_count; i++) {
    const jilu_edge *e = &l->edges[path[n - 1 - i]];
    l->found[i].begin = c->offsets[e->begin];
    l->found[i].end = c->offsets[e->end];
    l->found[i].word = l->words[0][e->begin] == JILU_SPACE_WORD
                         ? JILU_SPACE_WORD : e->left;
  }
}

/* The end is an edge of its own, behind all others. */
void jilu_lattice_accurate (const jilu_lexicon *x, jilu_lattice *l,
                            uint32_t before, size_t *at) {
  int32_t step = (int32_t)x->header.step_cost;
  uint32_t end = l->chunk.cut ? 0 : x->header.classes[JILU_CLASS_END];
  jilu_lattice_fill(x, l);
  add_up(l, step);
  add_up_behind(l, step);
  start(l, before);
  add_edges(x, l, step);
  add_edge(x, l, l->chunk.count, l->chunk.count, end, 0);
  look_up_pairs(x, l);
  choose(l);
  l->cost = l->edges[l->edge_count].cost;
  trace(l, at);
}

/* --- fast ---------------------------------------------------------------- */

/* The word by which the cheapest way comes to 'end': by its cost, from the
** shortest on. Returns where it begins. '*sparse' is how many sparse words may
** begin before 'end'; it falls with 'end'. */
static uint32_t last_word (const jilu_lattice *l, uint32_t end,
                           uint32_t *sparse, uint32_t *word) {
  uint32_t k, s;
  for (k = 0; k < JILU_DENSE && k < end; k++) {
    uint32_t begin = end - k - 1;
    if (l->costs[k][begin] == JILU_NO_WORD ||
        l->ahead[begin] + l->costs[k][begin] != l->ahead[end]) continue;
    *word = l->words[k][begin];
    return begin;
  }
  while (*sparse > 0 && l->sparse[*sparse - 1].begin >= end) --*sparse;
  for (s = *sparse; s > 0; s--) {
    const jilu_sparse_word *w = &l->sparse[s - 1];
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
  uint32_t i, n = JILU_CHUNK_MAX, end, sparse;
  jilu_lattice_fill(x, l);
  add_up(l, 0);
  sparse = l->sparse_count;
  for (end = c->count; end > 0; end = begins[n]) {
    n--;
    ends[n] = end;
    begins[n] = (uint16_t)last_word(l, end, &sparse, &words[n]);
  }
  l->found_count = keep_certain(l, begins + n, JILU_CHUNK_MAX - n, at);
  for (i = 0; i < l->found_count; i++) {
    l->found[i].begin = c->offsets[begins[n + i]];
    l->found[i].end = c->offsets[ends[n + i]];
    l->found[i].word = words[n + i];
  }
}
