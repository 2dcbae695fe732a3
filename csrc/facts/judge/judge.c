/* Scores the candidates of each section, and takes the best set of them. */
#include "facts/judge/judge.h"

#include <stdlib.h>
#include <string.h>

#define BIT JILU_CLASS_BIT
#define SECTION (48u * 1024)   /* bytes that are judged at once */
#define FORCED 1e6f

/* --- scores -------------------------------------------------------------- */

static float sum (const float *weights, const jilu_feature_list *features) {
  float sum = 0;
  int k;
  for (k = 0; k < features->count; k++) sum += weights[features->ids[k]];
  return sum;
}

/* What a candidate says by itself, for both judgements. */
static void score_first (jilu_judge *j, const float *weights) {
  const float *first = weights + JILU_FEATURE_COUNT;
  jilu_feature_list features;
  size_t i;
  for (i = 0; i < j->count; i++) {
    jilu_candidate *c = &j->list[i];
    features.count = 0;
    jilu_judge_local(j, c, &features);
    c->local = sum(weights, &features);
    c->judged = true;
    jilu_judge_remembered(j, c, &features);
    c->score = sum(first, &features) + (c->forced ? FORCED : 0);
  }
}

static void score_second (jilu_judge *j, const float *weights) {
  jilu_feature_list features;
  size_t i;
  for (i = 0; i < j->count; i++) {
    jilu_candidate *c = &j->list[i];
    features.count = 0;
    if (!c->judged) {   /* proposed since */
      jilu_judge_local(j, c, &features);
      c->local = sum(weights, &features);
      features.count = 0;
    }
    jilu_judge_remembered(j, c, &features);
    c->score = c->local + sum(weights, &features) + (c->forced ? FORCED : 0);
  }
}

/* Shows every candidate, as the judgement sees them. */
static void show (const jilu_judge *j) {
  const jilu_judge_watch *watch = j->s->watch;
  jilu_feature_list features;
  size_t i;
  for (i = 0; i < j->count; i++) {
    features.count = 0;
    jilu_judge_local(j, &j->list[i], &features);
    jilu_judge_remembered(j, &j->list[i], &features);
    watch->see(watch->data, &j->list[i], &features);
  }
}

/* The last candidate before 'i' that ends at 'begin' or before; 0: none. */
static size_t before (const jilu_judge *j, size_t i, uint32_t begin) {
  size_t low = 0, high = i;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (j->list[middle].end <= begin) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* The best set of candidates that do not overlap; they are sorted by end. */
static void choose (jilu_judge *j) {
  double *best = calloc(j->count + 1, sizeof *best);
  size_t i;
  if (best == NULL) {
    j->status = JILU_NO_MEMORY;
    return;
  }
  for (i = 0; i < j->count; i++) {
    const jilu_candidate *c = &j->list[i];
    double with = best[before(j, i, c->begin)] + (double)c->score;
    best[i + 1] = with > best[i] ? with : best[i];
  }
  for (i = j->count; i > 0;) {
    jilu_candidate *c = &j->list[i - 1];
    if (best[i] > best[i - 1]) {
      c->chosen = true;
      i = before(j, i - 1, c->begin);
    }
    else i--;
  }
  free(best);
}

/* --- the facts of what was chosen ---------------------------------------- */

/* The places that an organisation begins with: 望屏县 of 望屏县茶业协会. */
static void describe_places (const jilu_judge *j, const jilu_candidate *c,
                             jilu_name *name) {
  uint32_t k;
  name->body = c->begin;
  for (k = c->first; k < c->last; k++) {
    const jilu_judge_word *w = &j->words[k];
    bool level = (w->classes & BIT(LEVEL)) != 0;
    if (level && name->unit.end == w->begin) {
      name->level = w->begin;
      name->unit.end = w->end;
    }
    else if (level && k == c->first) name->body = w->end;
    else if ((w->classes & BIT(PLACE)) || w->tag == JILU_POS_PLACE) {
      const jilu_sense *sense;
      size_t at = jilu_match_back(&j->s->r, w->end, w->begin + 3, BIT(LEVEL),
                                  &sense);
      name->unit.begin = w->begin;
      name->unit.end = name->level = w->end;
      if (at != (size_t)-1) name->level = (uint32_t)at;
    }
    else break;
    name->body = w->end;
  }
}

static void describe_body (const jilu_judge *j, const jilu_candidate *c,
                           jilu_name *name) {
  uint32_t k;
  describe_places(j, c, name);
  name->body_end = c->end;
  for (k = c->first; k <= c->last; k++)
    if ((j->words[k].ends & JILU_ENDS_BODY) && j->words[k].end > name->body) {
      name->body_end = j->words[k].end;
      return;
    }
}

static void describe_place (const jilu_judge *j, const jilu_candidate *c,
                            jilu_name *name) {
  const jilu_sense *sense;
  size_t at = jilu_match_back(&j->s->r, c->end, c->begin + 3, BIT(LEVEL),
                              &sense);
  name->unit.begin = c->begin;
  name->unit.end = name->level = c->end;
  if (at != (size_t)-1) name->level = (uint32_t)at;
}

static void add_fact (jilu_judge *j, const jilu_candidate *c,
                      jilu_facts *out) {
  static const jilu_fact_kind kinds[] = {
    JILU_FACT_ORGANIZATION, JILU_FACT_PERSON, JILU_FACT_PLACE};
  static const jilu_rule rules[] = {
    JILU_RULE_BODY_JUDGED, JILU_RULE_PERSON_JUDGED, JILU_RULE_PLACE_JUDGED};
  const jilu_sense *sense;
  jilu_scan s = *j->s;
  jilu_fact *f;
  size_t at;
  s.facts = out;
  f = jilu_scan_add(&s, kinds[c->kind], c->begin, c->end, rules[c->kind]);
  if (f == NULL) {
    j->status = s.status;
    return;
  }
  if (c->kind == 0) describe_body(j, c, &f->is.name);
  else if (c->kind == 2) describe_place(j, c, &f->is.name);
  else {
    at = jilu_match(&j->s->r, c->begin, BIT(SURNAME), &sense);
    f->is.name.body = (uint32_t)at;
    if (at != 0 && jilu_match(&j->s->r, at, BIT(TITLE), &sense) == c->end)
      f->rule = JILU_RULE_SURNAME_TITLE;
  }
}

/* Takes a fact of the grammar over. */
static void keep_fact (jilu_judge *j, const jilu_fact *from,
                       jilu_facts *out) {
  jilu_scan s = *j->s;
  jilu_fact *f;
  s.facts = out;
  f = jilu_scan_add(&s, from->kind, from->span.begin, from->span.end,
                    from->rule);
  if (f == NULL) {
    j->status = s.status;
    return;
  }
  f->is.name = from->is.name;
  f->is.name.tentative = false;
}

static void write (jilu_judge *j, jilu_facts *out) {
  size_t i;
  for (i = 0; i < j->count && j->status == JILU_OK; i++) {
    const jilu_candidate *c = &j->list[i];
    if (!c->chosen) continue;
    if (c->fact != JILU_NO_FACT)
      keep_fact(j, &j->s->facts->items[c->fact], out);
    else add_fact(j, c, out);
  }
}

/* --- sections ------------------------------------------------------------ */

/* Where the section that begins at 'at' ends: behind a line if it can. */
static uint32_t section_end (const jilu_reader *r, uint32_t at) {
  size_t end = at + SECTION, k;
  if (end >= r->size) return (uint32_t)r->size;
  for (k = end; k > at + SECTION / 2; k--)
    if (r->text[k - 1] == '\n') return (uint32_t)k;
  while ((r->text[end] & 0xC0) == 0x80) end--;
  return (uint32_t)end;
}

static void judge_twice (jilu_judge *j) {
  static const float none[JILU_WEIGHT_COUNT];
  const float *weights = j->s->r.vocabulary->weights;
  const jilu_judge_watch *watch = j->s->watch;
  size_t i;
  if (weights == NULL) weights = none;
  j->second = false;
  if (watch != NULL && watch->first) {
    show(j);
    return;
  }
  score_first(j, weights);
  choose(j);
  for (i = 0; i < j->count; i++) {
    j->list[i].taken = j->list[i].chosen;
    j->list[i].chosen = false;
  }
  j->second = true;
  if (j->status == JILU_OK) jilu_judge_remember_taken(j);
  if (j->status != JILU_OK) return;
  score_second(j, weights);
  if (watch != NULL) show(j);
  choose(j);
}

static void judge_section (jilu_judge *j, jilu_facts *out) {
  const jilu_facts *facts = j->s->facts;
  if (j->slots != NULL)
    memset(j->slots, 0, j->memory_room * sizeof *j->slots);
  j->memory_count = 0;
  jilu_judge_cut(j);
  while (j->last_fact < facts->count &&
         facts->items[j->last_fact].span.end <= j->end) j->last_fact++;
  if (j->status == JILU_OK) jilu_judge_propose(j);
  if (j->status == JILU_OK) jilu_judge_remember(j);
  if (j->status != JILU_OK) return;
  judge_twice(j);
  write(j, out);
  j->first_fact = j->last_fact;
}

jilu_judge *jilu_judge_begin (jilu_scan *s) {
  jilu_judge *j;
  if (s->r.lexicon == NULL || s->r.size == 0 ||
      (s->r.vocabulary->weights == NULL && s->watch == NULL)) return NULL;
  j = calloc(1, sizeof *j);
  if (j == NULL) s->status = JILU_NO_MEMORY;
  else j->s = s;
  return j;
}

bool jilu_judge_step (jilu_judge *j) {
  const jilu_reader *r = &j->s->r;
  if (j->end >= r->size || j->status != JILU_OK) return false;
  j->begin = j->end;
  j->end = section_end(r, j->begin);
  judge_section(j, &j->out);
  return j->end < r->size && j->status == JILU_OK;
}

void jilu_judge_end (jilu_judge *j) {
  if (j->status == JILU_OK) j->status = jilu_facts_sort(&j->out, 0);
  if (j->status == JILU_OK) {
    jilu_facts_free(j->s->facts);
    *j->s->facts = j->out;
  }
  else {
    jilu_facts_free(&j->out);
    j->s->status = j->status;
  }
  free(j->words);
  free(j->list);
  free(j->memory);
  free(j->slots);
  free(j);
}
