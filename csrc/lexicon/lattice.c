/*
** Viterbi's way through the lattice.
**
** In fast mode a state is a position. In accurate mode it is a word, since
** what a pair saves depends on the word before; but first the words alone are
** added up from both ends, and only those stay that lie on a way which pairs
** could still make the best one.
**
** Text is ambiguous in no order that a processor could foresee, so the loops
** over all places do the same whatever they find, and only what is rare is
** branched on.
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
** one (64ths). At 880 F1 on pku is .0005 below that of the whole lattice, at
** 640 .0035, and on msr above it; a third of the edges are gone then.
*/
#define MARGIN 640

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

/* The key of a sparse word. */
static int32_t sparse_key (const jilu_sparse_word *w) {
  return ((w->cost + 1) & ~1) * (1 << JILU_KEY_BITS) / 2 +
         (int32_t)JILU_KEY_SPARSE;
}

/* The loops over JILU_DENSE are written out: they are the inner ones. */

/*
** What the cheapest way from the start to each place costs; each word costs
** 'step' more. 'keep' is what stays of a cost when a word is added: without
** the low bits they say how long the last word is, and with them, that all
** words together are as long as the text, which is the same for every way.
*/
static void add_up (jilu_lattice *l, int32_t step, int32_t keep) {
  const jilu_sparse_word *w = l->sparse;
  int32_t *ahead = l->ahead;
  int32_t here = 0, one = UNREACHED, two = UNREACHED, three = UNREACHED;
  uint32_t i, n = l->chunk.count;
  for (i = 0; i <= n + JILU_DENSE; i++) ahead[i] = UNREACHED;
  ahead[0] = 0;
  for (i = 0; i < n; i++) {
    const uint16_t *keys = l->keys[i];
    int32_t from = (here & keep) + step;
    for (; w->begin == i; w++)
      ahead[w->end] = smaller(ahead[w->end], from + sparse_key(w));
    here = smaller(smaller(one, ahead[i + 1]), from + keys[0]);
    one = smaller(two, from + keys[1]);
    two = smaller(three, from + keys[2]);
    three = from + keys[3];
    ahead[i + 1] = here;
  }
}

/* Where the last of 's' sparse words begins; nowhere where there is none. */
static uint32_t last_begin (const jilu_lattice *l, uint32_t s) {
  return s > 0 ? l->sparse[s - 1].begin : UINT32_MAX;
}

/* The same from each place to the end. */
static void add_up_behind (jilu_lattice *l, int32_t step) {
  int32_t *behind = l->behind;
  int32_t one = 0, two = UNREACHED, three = UNREACHED, four = UNREACHED;
  uint32_t i, n = l->chunk.count, s = l->sparse_count;
  uint32_t begin = last_begin(l, s);
  for (i = 1; i <= JILU_DENSE; i++) behind[n + i] = UNREACHED;
  behind[n] = 0;
  for (i = n; i-- > 0; ) {
    const uint16_t *keys = l->keys[i];
    int32_t best = smaller(smaller(one + keys[0], two + keys[1]),
                           smaller(three + keys[2], four + keys[3]));
    for (; begin == i; begin = last_begin(l, s)) {
      const jilu_sparse_word *w = &l->sparse[--s];
      best = smaller(best, behind[w->end] + sparse_key(w));
    }
    four = three;
    three = two;
    two = one;
    one = behind[i] = best + step;
  }
}

/* --- accurate: the edges ------------------------------------------------- */

/*
** The words that lie on ways which are good enough, in order of where they
** begin: 'begin' above two bits of length for dense ones, SPARSE plus the
** index for sparse ones; last the end of the chunk. Returns how many.
*/
#define SPARSE 0x8000u
#define END    0xFFFFu

static uint32_t list_words (const jilu_lattice *l, int32_t step,
                            uint16_t *list) {
  const jilu_sparse_word *w = l->sparse;
  const int32_t *behind = l->behind + 1;
  uint32_t i, k, count = 0, n = l->chunk.count;
  int32_t limit = l->ahead[n] + MARGIN - 4 * step;
  for (i = 0; i < n; i++) {
    const uint16_t *keys = l->keys[i];
    int32_t left = limit - l->ahead[i];
    list[count] = (uint16_t)(i << 2);
    count += keys[0] + behind[i] <= left;
    list[count] = (uint16_t)(i << 2 | 1u);
    count += keys[1] + behind[i + 1] <= left;
    for (k = 2; (keys[2] & keys[3]) != JILU_NO_KEY && k < JILU_DENSE; k++) {
      list[count] = (uint16_t)(i << 2 | k);
      count += keys[k] + behind[i + k] <= left;
    }
    for (; w->begin == i; w++) {
      list[count] = (uint16_t)(SPARSE | (uint32_t)(w - l->sparse));
      count += sparse_key(w) + behind[w->end - 1] <= left;
    }
  }
  list[count++] = END;
  return count;
}

/* An edge, all but its place among those with the same end. Space is the end
** to what is before it, and the beginning to what is next. Returns the part
** of the hash of pairs that is the right word's. */
static uint64_t set_edge (const jilu_lexicon *x, jilu_edge *e,
                          uint32_t word, int32_t cost) {
  uint32_t left = word, right = word;
  if (word == JILU_SPACE_WORD) {
    left = x->header.classes[JILU_LEXICON_BEGIN];
    right = x->header.classes[JILU_LEXICON_END];
  }
  e->left = jilu_pair_hash(left, 0);
  e->word = word;
  e->cost = cost;
  return jilu_pair_hash(0, right);
}

/* Links an edge with those that end where it begins, and asks for the bits
** that say whether they are pairs. */
static jilu_hit *link_edge (const jilu_pairs *pairs, const jilu_lattice *l,
                            uint32_t edge, uint64_t right, jilu_hit *hit) {
  uint32_t begin = l->edges[edge].begin, k;
  uint32_t count = l->ending_count[begin];
  const uint16_t *list = l->ending[begin];
  for (k = 0; k < count; k++, hit++) {
    hit->hash = l->edges[list[k]].left + right;
    hit->from = list[k];
    hit->to = (uint16_t)edge;
    prefetch(&pairs->bits[hit->hash >> pairs->bit_shift >> 6]);
  }
  return hit;
}

/*
** Keeps of the links those that are perhaps pairs. By then their bits are
** there; the pairs are on their way from memory when 'choose' comes.
*/
static void keep_hits (const jilu_pairs *pairs, jilu_hit *hit,
                       const jilu_hit *end) {
  jilu_hit *kept = hit;
  for (; hit < end; hit++) {
    uint32_t may = jilu_pairs_may(pairs, hit->hash);
    uint64_t slot = hit->hash >> pairs->shift;
    *kept = *hit;
    prefetch(&pairs->slots[slot & -(uint64_t)may]);
    kept += may;
  }
  kept->to = 0;
}

/* Where too many edges have one end, the new one takes the dearest's place. */
static uint32_t dearest (const jilu_lattice *l, const uint16_t *list) {
  uint32_t k, worst = 0;
  for (k = 1; k < JILU_ENDING_MAX; k++) {
    const jilu_edge *a = &l->edges[list[k]], *b = &l->edges[list[worst]];
    if (l->ahead[a->begin] / 4 + a->cost > l->ahead[b->begin] / 4 + b->cost)
      worst = k;
  }
  return worst;
}

static void end_edge (jilu_lattice *l, uint32_t edge, uint32_t end) {
  uint32_t k = l->ending_count[end];
  if (k < JILU_ENDING_MAX) l->ending_count[end] = (uint16_t)(k + 1);
  else k = dearest(l, l->ending[end]);
  l->ending[end][k] = (uint16_t)edge;
}

/* The word before the chunk is the first edge, at its very start. */
static void start (const jilu_lexicon *x, jilu_lattice *l, uint32_t before) {
  uint32_t i;
  for (i = 0; i <= l->chunk.count; i++) l->ending_count[i] = 0;
  set_edge(x, &l->edges[1], before, 0);
  l->edges[1].begin = l->edges[1].end = 0;
  end_edge(l, 1, 0);
}

/* An edge of a sparse word, or of the end, which is an edge of its own. */
static uint64_t set_sparse (const jilu_lexicon *x, const jilu_lattice *l,
                            jilu_edge *e, uint32_t listed, int32_t step) {
  if (listed != END) {
    const jilu_sparse_word *w = &l->sparse[listed - SPARSE];
    e->begin = w->begin;
    e->end = w->end;
    return set_edge(x, e, w->word, step + w->cost);
  }
  e->begin = e->end = (uint16_t)l->chunk.count;
  return set_edge(x, e, l->chunk.cut ? 0 : x->header.classes[JILU_LEXICON_END],
                  0);
}

/* Makes edges of the words that were listed. */
static void make_edges (const jilu_lexicon *x, jilu_lattice *l,
                        const uint16_t *list, uint32_t count, int32_t step) {
  const jilu_pairs pairs = x->pairs;
  uint32_t i;
  jilu_hit *hit = l->hits;
  for (i = 0; i < count; i++) {
    uint32_t begin = list[i] >> 2, k = list[i] & 3u;
    jilu_edge *e = &l->edges[i + 2];
    uint64_t right;
    if (list[i] >= SPARSE) right = set_sparse(x, l, e, list[i], step);
    else {
      e->begin = (uint16_t)begin;
      e->end = (uint16_t)(begin + k + 1);
      right = set_edge(x, e, l->words[begin][k],
                       step + (l->keys[begin][k] >> JILU_KEY_BITS << 1));
    }
    hit = link_edge(&pairs, l, i + 2, right, hit);
    end_edge(l, i + 2, e->end);
  }
  l->edge_count = count + 1;
  keep_hits(&pairs, l->hits, hit);
}

static void add_edges (const jilu_lexicon *x, jilu_lattice *l, int32_t step) {
  uint16_t list[JILU_EDGES_MAX + 1];
  make_edges(x, l, list, list_words(l, step, list), step);
}

/* --- accurate: the cheapest way ------------------------------------------ */

/* A way to the end of an edge, so that the smaller is the better one. */
static int64_t way (int32_t cost, uint32_t edge) {
  return (int64_t)cost * 0x10000 + (0xFFFF - (int64_t)edge);
}

static int32_t way_cost (int64_t w) { return (int32_t)(w >> 16); }

static uint32_t way_edge (int64_t w) {
  return 0xFFFFu - (uint32_t)(w & 0xFFFF);
}

static int64_t better (int64_t a, int64_t b) { return a < b ? a : b; }

/* The cheapest way to every edge. */
static void choose (const jilu_lexicon *x, jilu_lattice *l) {
  const jilu_pairs pairs = x->pairs;
  int64_t best[JILU_CHUNK_MAX + 2];
  const jilu_hit *hit = l->hits;
  uint32_t i;
  for (i = 0; i <= l->chunk.count + 1; i++) best[i] = way(UNREACHED, 0);
  best[0] = l->edges[1].way = way(0, 1);
  for (i = 2; i <= l->edge_count; i++) {
    jilu_edge *e = &l->edges[i];
    int64_t from = best[e->begin];
    for (; hit->to == i; hit++)
      from = better(from, l->edges[hit->from].way -
        (int64_t)jilu_pairs_saving(&pairs, hit->hash) * 0x10000);
    e->back = (uint16_t)way_edge(from);
    e->way = way(way_cost(from) + e->cost, i);
    best[e->end] = better(best[e->end], e->way);
  }
}

static void trace (jilu_lattice *l, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  uint16_t path[JILU_CHUNK_MAX], begins[JILU_CHUNK_MAX];
  uint32_t n = JILU_CHUNK_MAX, i, k;
  for (k = l->edges[l->edge_count].back; k > 1; k = l->edges[k].back) {
    path[--n] = (uint16_t)k;
    begins[n] = l->edges[k].begin;
  }
  l->found_count = keep_certain(l, begins + n, JILU_CHUNK_MAX - n, at);
  for (i = 0; i < l->found_count; i++) {
    const jilu_edge *e = &l->edges[path[n + i]];
    l->found[i].begin = c->offsets[e->begin];
    l->found[i].end = c->offsets[e->end];
    l->found[i].word = e->word;
  }
}

void jilu_lattice_accurate (const jilu_lexicon *x, jilu_lattice *l,
                            uint32_t before, size_t *at) {
  int32_t step = (int32_t)x->header.step_cost;
  jilu_lattice_fill(x, l);
  add_up(l, 4 * step, -1);
  add_up_behind(l, 4 * step);
  start(x, l, before);
  add_edges(x, l, step);
  choose(x, l);
  l->cost = way_cost(l->edges[l->edge_count].way);
  trace(l, at);
}

/* --- fast ---------------------------------------------------------------- */

/* The sparse word by which the cheapest way comes to 'end', from the latest
** on; NULL where nothing does. '*sparse' is how many of them may begin before
** 'end'; it falls with 'end'. */
static const jilu_sparse_word *last_sparse (const jilu_lattice *l,
                                            uint32_t end, uint32_t *sparse) {
  uint32_t s;
  while (*sparse > 0 && l->sparse[*sparse - 1].begin >= end) --*sparse;
  for (s = *sparse; s > 0; s--) {
    const jilu_sparse_word *w = &l->sparse[s - 1];
    if (w->end == end && l->ahead[end] == sparse_key(w) +
        (l->ahead[w->begin] & ~JILU_KEY_MASK)) return w;
  }
  return NULL;
}

/* Where the last word of the cheapest way to 'end' begins. */
static uint32_t last_word (const jilu_lattice *l, uint32_t end,
                           uint32_t *sparse, uint32_t *word) {
  uint32_t length = (uint32_t)l->ahead[end] & JILU_KEY_MASK;
  const jilu_sparse_word *w;
  if (length < JILU_KEY_SPARSE) {
    *word = l->words[end - length][length - 1];
    return end - length;
  }
  w = last_sparse(l, end, sparse);
  *word = w == NULL ? 0 : w->word;
  return w == NULL ? end - 1 : w->begin;
}

void jilu_lattice_fast (const jilu_lexicon *x, jilu_lattice *l, size_t *at) {
  const jilu_chunk *c = &l->chunk;
  uint16_t begins[JILU_CHUNK_MAX];
  uint32_t words[JILU_CHUNK_MAX], ends[JILU_CHUNK_MAX];
  uint32_t i, n = JILU_CHUNK_MAX, end, sparse;
  jilu_lattice_fill(x, l);
  add_up(l, 0, ~JILU_KEY_MASK);
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
