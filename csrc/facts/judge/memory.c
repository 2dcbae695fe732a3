/* What a section says of each text that may be a name. */
#include "facts/judge/judge.h"

#include <stdlib.h>
#include <string.h>

#include "facts/hash.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT

/* The bit of what begins at 'at': by its first six bytes, two characters. */
static uint32_t known_bit (const jilu_judge *j, uint32_t at) {
  uint64_t h = 0;
  memcpy(&h, j->s->r.text + at, j->s->r.size - at < 6 ? j->s->r.size - at : 6);
  return (uint32_t)(jilu_hash_mix(h) >> 7) % JILU_KNOWN_BITS;
}

static void set_known (jilu_judge *j, uint32_t at) {
  uint32_t bit = known_bit(j, at);
  j->known[bit / 64] |= (uint64_t)1 << bit % 64;
}

static bool is_known (const jilu_judge *j, uint32_t at) {
  uint32_t bit = known_bit(j, at);
  return (j->known[bit / 64] >> bit % 64 & 1) != 0;
}

static uint32_t *slot (const jilu_judge *j, uint64_t key) {
  size_t k = (size_t)key & (j->memory_room - 1);
  while (j->slots[k] != 0 && j->memory[j->slots[k] - 1].key != key)
    k = (k + 1) & (j->memory_room - 1);
  return &j->slots[k];
}

/* Half as many entries as slots, and twice as many as there were. */
static bool grow (jilu_judge *j) {
  size_t i, room = j->memory_room ? 2 * j->memory_room : 4096;
  jilu_memory *memory = realloc(j->memory, room / 2 * sizeof *memory);
  uint32_t *slots;
  if (memory != NULL) j->memory = memory;
  slots = memory != NULL ? calloc(room, sizeof *slots) : NULL;
  if (slots == NULL) {
    j->status = JILU_NO_MEMORY;
    return false;
  }
  free(j->slots);
  j->slots = slots;
  j->memory_room = room;
  for (i = 0; i < j->memory_count; i++)
    *slot(j, j->memory[i].key) = (uint32_t)i + 1;
  return true;
}

/* The entry of a key; NULL where memory is out, or it is not to be made. */
static jilu_memory *entry_of (jilu_judge *j, uint64_t key, bool make) {
  jilu_memory *m;
  uint32_t *at;
  if (make && 2 * j->memory_count >= j->memory_room && !grow(j)) return NULL;
  if (j->memory_room == 0) return NULL;
  at = slot(j, key);
  if (*at != 0) return &j->memory[*at - 1];
  if (!make) return NULL;
  *at = (uint32_t)j->memory_count + 1;
  m = &j->memory[j->memory_count++];
  memset(m, 0, sizeof *m);
  m->key = key;
  return m;
}

/* The key of a text as a name of a kind. */
static uint64_t key_of (uint64_t text, unsigned kind) {
  return text * 4 + kind;
}

/* The entry of a text, which is made. */
static jilu_memory *entry (jilu_judge *j, unsigned kind, uint32_t begin,
                           uint32_t end) {
  uint64_t text = jilu_hash(j->s->r.text + begin, end - begin);
  return entry_of(j, key_of(text, kind), true);
}

static bool is_edge (const jilu_judge_word *w) {
  return w->context <= JILU_CONTEXT_COMMA;
}

/* Behind 以下简称, 简称, with or without an opening mark. */
static bool is_defined (const jilu_judge *j, const jilu_candidate *c) {
  size_t k = c->first;
  int n;
  for (n = 0; n < 3 && k > 1; n++) {
    k--;
    if (jilu_particle_before(&j->s->r, j->words[k].end) == JILU_CALLED)
      return true;
    if (j->words[k].context != JILU_CONTEXT_OPEN &&
        j->words[k].context != JILU_CONTEXT_COLON) return false;
  }
  return false;
}

static uint32_t evidence_of (const jilu_judge *j, const jilu_candidate *c) {
  const jilu_judge_word *l = &j->words[c->first - 1];
  const jilu_judge_word *r = &j->words[c->last + 1];
  bool left = j->words[c->first].begin == c->begin;
  bool right = j->words[c->last].end == c->end;
  uint32_t says = 0;
  if (c->fact != JILU_NO_FACT) says |= JILU_SAYS_GRAMMAR;
  if (left && is_edge(l)) says |= JILU_SAYS_EDGE;
  if (left && (j->words[c->first].after_title ||
               l->context == JILU_CONTEXT_BYLINE)) says |= JILU_SAYS_TITLED;
  if ((left && (l->context == JILU_CONTEXT_TITLE ||
                l->context == JILU_CONTEXT_BYLINE)) ||
      (right && (r->context == JILU_CONTEXT_TITLE ||
                 r->context == JILU_CONTEXT_SPEECH)))
    says |= JILU_SAYS_TITLE;
  if (left && right && l->context == JILU_CONTEXT_PAUSE &&
      r->context == JILU_CONTEXT_PAUSE) says |= JILU_SAYS_LISTED;
  if (left && c->kind == 0 && is_defined(j, c)) says |= JILU_SAYS_DEFINED;
  return says;
}

/* 望屏 is known from 望屏县. */
static void remember_stem (jilu_judge *j, const jilu_candidate *c) {
  const jilu_sense *sense;
  jilu_memory *m;
  size_t at;
  if (c->kind != 2) return;
  at = jilu_match_back(&j->s->r, c->end, c->begin, BIT(LEVEL), &sense);
  if (at == (size_t)-1 || at <= c->begin + 3) return;
  m = entry(j, 2, c->begin, (uint32_t)at);
  if (m == NULL) return;
  m->evidence |= JILU_SAYS_LEVEL;
  set_known(j, c->begin);
}

/* Every end of a name that the grammar knows may stand for it. */
static void remember_tails (jilu_judge *j, const jilu_candidate *c) {
  uint32_t k;
  jilu_memory *m;
  if (c->kind != 0 || c->fact == JILU_NO_FACT) return;
  for (k = c->first + 1; k <= c->last && j->status == JILU_OK; k++) {
    m = entry(j, 0, j->words[k].begin, c->end);
    if (m != NULL) m->evidence |= JILU_SAYS_TAIL;
  }
}

/* What is surely a name once may be one wherever it stands. */
static bool is_sure (const jilu_memory *m, unsigned kind) {
  const uint32_t sure = kind == 1 ? JILU_SAYS_GRAMMAR
                                  : JILU_SAYS_GRAMMAR | JILU_SAYS_DEFINED |
                                    JILU_SAYS_LEVEL;
  return m != NULL && (m->evidence & sure) != 0;
}

static void remember (jilu_judge *j, jilu_candidate *c) {
  jilu_memory *m = entry(j, c->kind, c->begin, c->end);
  if (m == NULL) return;
  m->evidence |= evidence_of(j, c);
  c->memory = (uint32_t)(m - j->memory);
  if (is_sure(m, c->kind)) set_known(j, c->begin);
  remember_stem(j, c);
  remember_tails(j, c);
}

/* Proposes what is known elsewhere and begins with word 'k'. */
static void propose_again (jilu_judge *j, size_t k) {
  size_t last;
  uint64_t text;
  unsigned kind, chars = 0;
  if (!is_known(j, j->words[k].begin)) return;
  for (last = k; last < k + 10 && last + 1 < j->word_count; last++) {
    const jilu_judge_word *w = &j->words[last];
    if (w->barrier) return;
    chars += w->chars;
    if (chars < 2) continue;
    if (chars > 20) return;
    text = jilu_hash(j->s->r.text + j->words[k].begin,
                     w->end - j->words[k].begin);
    for (kind = 0; kind < 3; kind += 2)
      if (is_sure(entry_of(j, key_of(text, kind), false), kind))
        (void)jilu_judge_add(j, kind, j->words[k].begin, w->end, (uint32_t)k,
                             (uint32_t)last);
  }
}

/* Of the candidates from 'from' on, as yet without an entry. */
static void find_entries (jilu_judge *j, size_t from) {
  size_t i;
  for (i = from; i < j->count && j->status == JILU_OK; i++) {
    jilu_candidate *c = &j->list[i];
    jilu_memory *m = entry(j, c->kind, c->begin, c->end);
    if (m != NULL) c->memory = (uint32_t)(m - j->memory);
  }
}

/* 郑逍 of 郑逍手: which of them has more mentions? */
static void compare_with_shorter (jilu_judge *j, const jilu_candidate *c) {
  jilu_memory *m = &j->memory[c->memory], *other;
  uint32_t end = (uint32_t)jilu_back(&j->s->r, c->end);
  if (end < c->begin + 6) return;
  other = entry_of(j, key_of(jilu_hash(j->s->r.text + c->begin,
                                       end - c->begin), 1), false);
  if (other == NULL) return;
  if (m->count > other->longer) other->longer = m->count;
  m->shorter = other->count > m->count;
}

/* Is it told to be a person, and by the second judgement one that was taken? */
static bool is_said (const jilu_judge *j, const jilu_memory *m) {
  return m->key % 4 == 1 && (m->evidence & JILU_SAYS_PERSON) &&
         (j->second ? m->taken > 0 : (m->evidence & JILU_SAYS_GRAMMAR) != 0);
}

/* How many candidates each text has, and what follows from that. */
static void count (jilu_judge *j) {
  size_t i;
  for (i = 0; i < j->memory_count; i++) {
    j->memory[i].count = j->memory[i].longer = 0;
    j->memory[i].shorter = false;
  }
  for (i = 0; i < j->count; i++) j->memory[j->list[i].memory].count++;
  for (i = 0; i < j->count; i++)
    if (j->list[i].kind == 1) compare_with_shorter(j, &j->list[i]);
  j->said = 0;
  for (i = 0; i < j->memory_count; i++) j->said += is_said(j, &j->memory[i]);
}

void jilu_judge_remember (jilu_judge *j) {
  size_t i, n = j->count;
  memset(j->known, 0, sizeof j->known);
  for (i = 0; i < n && j->status == JILU_OK; i++) remember(j, &j->list[i]);
  for (i = 1; i + 1 < j->word_count && j->status == JILU_OK; i++)
    if (!j->words[i].barrier && j->words[i].tag != JILU_POS_MARK)
      propose_again(j, i);
  find_entries(j, n);
  if (j->status != JILU_OK) return;
  jilu_judge_sort(j, n);
  count(j);
}

/* --- what was taken ------------------------------------------------------ */

static void remember_one_taken (jilu_judge *j, const jilu_candidate *c) {
  const jilu_sense *sense;
  jilu_memory *m = entry(j, c->kind, c->begin, c->end);
  unsigned kind;
  uint32_t k;
  size_t at;
  if (m != NULL) m->taken++;
  set_known(j, c->begin);
  for (kind = 0; kind < 3 && j->status == JILU_OK; kind++)
    if (kind != c->kind &&
        (m = entry(j, kind, c->begin, c->end)) != NULL)
      m->evidence |= JILU_SAYS_OTHER_KIND;
  if (c->kind == 1) {
    j->words[c->first].person_begins = true;
    j->words[c->last].person_ends = true;
  }
  if (c->kind == 2) {
    at = jilu_match_back(&j->s->r, c->end, c->begin, BIT(LEVEL), &sense);
    if (at != (size_t)-1 && at > c->begin + 3 &&
        (m = entry(j, 2, c->begin, (uint32_t)at)) != NULL)
      m->evidence |= JILU_SAYS_TAKEN_STEM;
  }
  if (c->kind == 0)
    for (k = c->first + 1; k <= c->last && j->status == JILU_OK; k++)
      if ((m = entry(j, 0, j->words[k].begin, c->end)) !=
          NULL) m->evidence |= JILU_SAYS_TAKEN_TAIL;
}

/* Proposes what was taken elsewhere and begins with word 'k'. */
static void propose_taken (jilu_judge *j, size_t k) {
  size_t last;
  uint64_t text;
  unsigned kind, chars = 0;
  if (!is_known(j, j->words[k].begin)) return;
  for (last = k; last < k + 12 && last + 1 < j->word_count; last++) {
    const jilu_judge_word *w = &j->words[last];
    if (w->barrier) return;
    chars += w->chars;
    if (chars < 2) continue;
    if (chars > 24) return;
    text = jilu_hash(j->s->r.text + j->words[k].begin,
                     w->end - j->words[k].begin);
    for (kind = 0; kind < 3; kind++) {
      const jilu_memory *m = entry_of(j, key_of(text, kind), false);
      if (m != NULL && (m->taken > 0 ||
                        (m->evidence & JILU_SAYS_TAKEN_STEM)))
        (void)jilu_judge_add(j, kind, j->words[k].begin, w->end, (uint32_t)k,
                             (uint32_t)last);
    }
  }
}

void jilu_judge_remember_taken (jilu_judge *j) {
  size_t i, n = j->count;
  memset(j->known, 0, sizeof j->known);
  for (i = 0; i < n && j->status == JILU_OK; i++)
    if (j->list[i].taken) remember_one_taken(j, &j->list[i]);
  for (i = 1; i + 1 < j->word_count && j->status == JILU_OK; i++)
    if (!j->words[i].barrier && j->words[i].tag != JILU_POS_MARK)
      propose_taken(j, i);
  find_entries(j, n);
  if (j->status != JILU_OK) return;
  jilu_judge_sort(j, n);
  count(j);
}
