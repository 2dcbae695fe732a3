/* Cuts a paragraph, shares its facts out, and looks for the words. */

#include "clause/clause.h"

#include <stdlib.h>
#include <string.h>


/* Room for one more item of 'bytes' each; false where there is no memory. */
static bool grow (void **items, size_t count, size_t *room, size_t bytes) {
  size_t more;
  void *moved;
  if (count < *room) return true;
  more = *room < 16 ? 16 : *room + *room / 2;
  moved = realloc(*items, more * bytes);
  if (moved == NULL) return false;
  *items = moved;
  *room = more;
  return true;
}

#define grow_list(r, list, one) \
  grow((void **)&(r)->list, (r)->one##_count, &(r)->one##_room, \
       sizeof *(r)->list)

void jilu_paragraph_free (jilu_paragraph *r) {
  int kind;
  for (kind = 0; kind < JILU_SPAN_KINDS; kind++) free(r->facts[kind].items);
  free(r->sentences);
  free(r->clauses);
  free(r->words);
  free(r->brackets);
  free(r->covers);
  memset(r, 0, sizeof *r);
}

jilu_word_set jilu_word_set_complete (jilu_word_set set, bool tailed) {
  if (tailed) set |= jilu_is(TAILED);
  if (set & (jilu_is(BODY) | jilu_is(PERSON) | jilu_is(OFFICE) | jilu_is(SELF)))
    set |= jilu_is(HEAD);
  if (set & jilu_is(NOUN)) return set;
  if (set & (jilu_is(VERB) | jilu_is(ADVERB) | jilu_is(PREP) |
             jilu_is(PASSIVE) | jilu_is(DOER) | jilu_is(DE) | jilu_is(ALONE) |
             jilu_is(COPULA) | jilu_is(BACK) | jilu_is(ADVERBIAL) |
             jilu_is(RESULT)))
    set |= jilu_is(STOP);
  if ((set & jilu_is(VERB)) && !tailed) set |= jilu_is(ACT);
  return set;
}

/* --- cutting -------------------------------------------------------------- */

/* What is told of the cuts, and the caller's own ranges. */
typedef struct cutting {
  jilu_paragraph *r;
  uint32_t first;    /* clause of the open sentence */
  int (*part) (void *to, size_t k, size_t *begin, size_t *end);
  void *to;
} cutting;

static void add_clause (void *to, size_t begin, size_t end,
                        jilu_mark_kind kind, int colon) {
  jilu_paragraph *r = ((cutting *)to)->r;
  jilu_clause *c;
  if (r->failed || !grow_list(r, clauses, clause)) {
    r->failed = true;
    return;
  }
  c = &r->clauses[r->clause_count++];
  memset(c, 0, sizeof *c);
  c->begin = (uint32_t)begin;
  c->end = (uint32_t)end;
  c->mark = (uint8_t)kind;
  c->colon = colon != 0;
  c->leader = c->verb = c->object = JILU_NO_WORD;   /* until it is read */
}

static void add_sentence (void *to, size_t begin, size_t end, size_t part) {
  cutting *t = to;
  jilu_paragraph *r = t->r;
  jilu_clause_sentence *s;
  if (r->failed || !grow_list(r, sentences, sentence)) {
    r->failed = true;
    return;
  }
  s = &r->sentences[r->sentence_count++];
  memset(s, 0, sizeof *s);
  s->begin = (uint32_t)begin;
  s->end = (uint32_t)end;
  s->clauses.begin = t->first;
  s->clauses.end = t->first = (uint32_t)r->clause_count;
  s->item = part > 0;
}

static void add_bracket (void *to, size_t begin, size_t end) {
  jilu_paragraph *r = ((cutting *)to)->r;
  if (r->failed || !grow_list(r, brackets, bracket)) {
    r->failed = true;
    return;
  }
  r->brackets[r->bracket_count].begin = (uint32_t)begin;
  r->brackets[r->bracket_count++].end = (uint32_t)end;
}

static int no_part (void *to, size_t k, size_t *begin, size_t *end) {
  (void)to, (void)k, (void)begin, (void)end;
  return 0;
}

static int next_part (void *to, size_t k, size_t *begin, size_t *end) {
  const cutting *t = to;
  return t->part(t->to, k, begin, end);
}

/* --- facts ---------------------------------------------------------------- */

/* Takes out the facts that lie between brackets. */
static void drop_bracketed (const jilu_paragraph *r, jilu_fact_spans *facts) {
  size_t k, kept = 0, b = 0;
  for (k = 0; k < facts->count; k++) {
    const jilu_fact_span *fact = &facts->items[k];
    while (b < r->bracket_count && r->brackets[b].begin <= fact->begin &&
           r->brackets[b].end < fact->end)
      b++;
    if (b == r->bracket_count || r->brackets[b].begin > fact->begin)
      facts->items[kept++] = *fact;
  }
  facts->count = kept;
}

static bool add_cover (jilu_paragraph *r, uint32_t begin, uint32_t end) {
  if (!grow_list(r, covers, cover)) return false;
  r->covers[r->cover_count].begin = begin;
  r->covers[r->cover_count++].end = end;
  return true;
}

/* Words between brackets and in names say nothing: both as one list. */
static bool cover (jilu_paragraph *r) {
  const jilu_fact_spans *bodies = &r->facts[JILU_SPAN_BODY];
  size_t b = 0, k;
  for (k = 0; k < bodies->count; k++) {
    const jilu_fact_span *body = &bodies->items[k];
    for (; b < r->bracket_count && r->brackets[b].begin < body->begin; b++)
      if (!add_cover(r, r->brackets[b].begin, r->brackets[b].end)) return false;
    if (!add_cover(r, body->begin, body->end)) return false;
  }
  for (; b < r->bracket_count; b++)
    if (!add_cover(r, r->brackets[b].begin, r->brackets[b].end)) return false;
  return true;
}

/* A piece of text that has facts: a sentence or a clause. */
typedef struct pieces {
  char *items;
  size_t count, bytes;   /* of one */
  size_t facts;          /* where its ranges of facts are */
} pieces;

/*
** Hands each piece the facts from..to of a kind that begin within it. Both are
** from left to right.
*/
static void share (const jilu_fact_spans *facts, jilu_range of, pieces p,
                   int kind) {
  size_t k, n = 0;
  for (k = of.begin; k < of.end; k++) {
    uint32_t at = facts->items[k].begin;
    const jilu_range *piece = NULL;
    jilu_range *range;
    while (n < p.count) {
      piece = (const jilu_range *)(void *)(p.items + n * p.bytes);
      if (at < piece->end) break;
      n++;
    }
    if (n == p.count) return;
    if (at < piece->begin) continue;
    range = (jilu_range *)(void *)(p.items + n * p.bytes + p.facts) + kind;
    if (range->begin == range->end) range->begin = (uint32_t)k;
    range->end = (uint32_t)k + 1;
  }
}

/* Both kinds of pieces begin with where they begin and end. */
static void share_sentences (jilu_paragraph *r) {
  pieces p;
  int kind;
  p.items = (char *)r->sentences;
  p.count = r->sentence_count;
  p.bytes = sizeof *r->sentences;
  p.facts = offsetof(jilu_clause_sentence, facts);
  for (kind = 0; kind <= JILU_SPAN_BODY; kind++) {
    jilu_range all;
    all.begin = 0;
    all.end = (uint32_t)r->facts[kind].count;
    share(&r->facts[kind], all, p, kind);
  }
}

static void share_clauses (jilu_paragraph *r, const jilu_clause_sentence *s) {
  pieces p;
  int kind;
  p.items = (char *)(r->clauses + s->clauses.begin);
  p.count = s->clauses.end - s->clauses.begin;
  p.bytes = sizeof *r->clauses;
  p.facts = offsetof(jilu_clause, facts);
  for (kind = 0; kind <= JILU_SPAN_BODY; kind++)
    share(&r->facts[kind], s->facts[kind], p, kind);
}

static void find_covers (jilu_paragraph *r) {
  size_t s, k = 0;
  for (s = 0; s < r->sentence_count; s++) {
    while (k < r->cover_count && r->covers[k].end <= r->sentences[s].begin) k++;
    r->sentences[s].covered = (uint32_t)k;
  }
}

jilu_status jilu_paragraph_cut (jilu_paragraph *r, size_t begin, size_t end,
                              int (*part) (void *to, size_t k, size_t *begin,
                                           size_t *end), void *to) {
  cutting t;
  jilu_clause_sink sink;
  t.r = r;
  t.first = 0;
  t.part = part;
  t.to = to;
  sink.clause = add_clause;
  sink.sentence = add_sentence;
  sink.bracket = add_bracket;
  sink.part = part == NULL ? no_part : next_part;
  sink.to = &t;
  jilu_clauses_cut(r->grammar->marks, (const char *)r->text, begin, end, &sink);
  if (r->failed) return JILU_NO_MEMORY;
  drop_bracketed(r, &r->facts[JILU_SPAN_QUANTITY]);
  drop_bracketed(r, &r->facts[JILU_SPAN_BODY]);
  if (!cover(r)) return JILU_NO_MEMORY;
  share_sentences(r);
  find_covers(r);
  return JILU_OK;
}

/* --- words ---------------------------------------------------------------- */

static jilu_word_set set_of (const jilu_paragraph *r, uint32_t number) {
  return number <= r->grammar->set_count ? r->grammar->sets[number - 1] : 0;
}

static bool add_word (jilu_paragraph *r, size_t begin, size_t end,
                      uint32_t number, size_t limit) {
  jilu_clause_word *word;
  jilu_word_set set = set_of(r, number);
  bool tailed = jilu_gazetteer_tailed(r->grammar->words, r->text + end,
                                      limit - end);
  if (!grow_list(r, words, word)) return false;
  word = &r->words[r->word_count++];
  word->begin = (uint32_t)begin;
  word->end = (uint32_t)end;
  word->number = tailed ? -(int32_t)number : (int32_t)number;
  word->is = tailed ? jilu_word_set_complete(set & ~jilu_is(ACT), true) : set;
  return true;
}

/* Finds the words of a sentence and hands them to its clauses. */
static bool look (jilu_paragraph *r, const jilu_clause_sentence *s) {
  const jilu_gazetteer *words = r->grammar->words;
  size_t at = s->begin, cover = s->covered;
  jilu_clause *c = r->clauses + s->clauses.begin;
  jilu_clause *last = r->clauses + s->clauses.end;
  if (c < last) c->words.begin = (uint32_t)r->word_count;
  while (at < s->end) {
    unsigned width;
    uint32_t number = 0;
    size_t length = jilu_gazetteer_longest(words, r->text + at, s->end - at,
                                           &width, &number);
    if (length == 0) {
      at += width;
      continue;
    }
    while (cover < r->cover_count && r->covers[cover].end <= at) cover++;
    if (cover == r->cover_count || r->covers[cover].begin > at) {
      while (c < last && c->end <= at) {
        c->words.end = (uint32_t)r->word_count;
        if (++c < last) c->words.begin = (uint32_t)r->word_count;
      }
      if (!add_word(r, at, at + length, number, s->end)) return false;
      if (c < last) c->holds |= set_of(r, number);
    }
    at += length;
  }
  for (; c < last; c++) {
    c->words.end = (uint32_t)r->word_count;
    if (c + 1 < last) c[1].words.begin = (uint32_t)r->word_count;
  }
  return true;
}

/* Which clauses stand behind the last quantity and time of their segment. */
static void find_behind (jilu_paragraph *r, const jilu_clause_sentence *s) {
  uint32_t k = s->clauses.end;
  bool behind = true;
  while (k-- > s->clauses.begin) {
    jilu_clause *c = &r->clauses[k];
    const jilu_range *f = c->facts;
    if (c->mark <= JILU_MARK_SEGMENT) behind = true;
    if (f[JILU_SPAN_QUANTITY].begin < f[JILU_SPAN_QUANTITY].end ||
        f[JILU_SPAN_TIME].begin < f[JILU_SPAN_TIME].end)
      behind = false;
    c->behind = behind;
  }
}

jilu_status jilu_paragraph_sentence (jilu_paragraph *r, size_t n) {
  jilu_clause_sentence *s = &r->sentences[n];
  size_t words = r->word_count;
  uint32_t k;
  if (s->read) return JILU_OK;
  if (!look(r, s)) {
    r->word_count = words;
    for (k = s->clauses.begin; k < s->clauses.end; k++) r->clauses[k].holds = 0;
    return JILU_NO_MEMORY;
  }
  share_clauses(r, s);
  find_behind(r, s);
  for (k = s->clauses.begin; k < s->clauses.end; k++)
    jilu_predicate_read(r, &r->clauses[k]);
  s->read = true;
  return JILU_OK;
}

/* --- what may be asked ---------------------------------------------------- */

size_t jilu_bracket_from (const jilu_paragraph *r, size_t at) {
  size_t low = 0, high = r->bracket_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (r->brackets[middle].begin < at) low = middle + 1;
    else high = middle;
  }
  return low < r->bracket_count ? r->brackets[low].begin : r->size;
}

uint32_t jilu_fact_from (const jilu_paragraph *r, const jilu_clause *c,
                         jilu_fact_span_kind kind, size_t at) {
  const jilu_fact_span *items = r->facts[kind].items;
  uint32_t low = c->facts[kind].begin, high = c->facts[kind].end;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (items[middle].begin < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

uint32_t jilu_fact_at (const jilu_paragraph *r, const jilu_clause *c,
                       jilu_fact_span_kind kind, size_t at) {
  uint32_t k = jilu_fact_from(r, c, kind, at);
  return k < c->facts[kind].end && r->facts[kind].items[k].begin == at
           ? k : JILU_NO_SPAN;
}

uint32_t jilu_word_from (const jilu_paragraph *r, const jilu_clause *c,
                         size_t at, uint32_t k) {
  while (k < c->words.end && r->words[k].begin < at) k++;
  return k;
}

uint32_t jilu_word_of (const jilu_paragraph *r, const jilu_clause *c,
                       jilu_word_set classes, uint32_t k) {
  for (; k < c->words.end; k++)
    if (r->words[k].is & classes) return k;
  return JILU_NO_WORD;
}

static size_t text_in (const jilu_text_list *list, const unsigned char *s,
                       size_t size, bool behind) {
  size_t k, longest = 0;
  for (k = 0; k < list->count; k++) {
    const jilu_text *t = &list->items[k];
    if (t->size > longest && t->size <= size &&
        memcmp(behind ? s : s - t->size, t->bytes, t->size) == 0)
      longest = t->size;
  }
  return longest;
}

size_t jilu_text_before (const jilu_paragraph *r, jilu_clause_texts set,
                         size_t at) {
  return text_in(&r->grammar->texts[set], r->text + at, at, false);
}

size_t jilu_text_at (const jilu_paragraph *r, jilu_clause_texts set,
                     size_t at) {
  if (at >= r->size) return 0;
  return text_in(&r->grammar->texts[set], r->text + at, r->size - at, true);
}
