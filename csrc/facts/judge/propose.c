/* What may be a name: by how it ends, and for persons by how it begins. */
#include "facts/judge/judge.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/lexicon.h"
#include "vocabulary/letters.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)
#define LONGEST_BODY 12    /* words */
#define MOST_VERBS 2       /* and stops, in one name */
#define LONGEST_PLACE 6
#define MOST_CHARACTERS 34

jilu_candidate *jilu_judge_add (jilu_judge *j, unsigned kind, uint32_t begin,
                                uint32_t end, uint32_t first, uint32_t last) {
  jilu_candidate *c, *list;
  size_t room;
  if (j->count == j->room) {
    room = j->room ? 2 * j->room : 1024;
    list = realloc(j->list, room * sizeof *list);
    if (list == NULL) {
      j->status = JILU_NO_MEMORY;
      return NULL;
    }
    j->list = list;
    j->room = room;
  }
  c = &j->list[j->count++];
  memset(c, 0, sizeof *c);
  c->kind = (uint8_t)kind;
  c->begin = begin;
  c->end = end;
  c->first = first;
  c->last = last;
  c->fact = JILU_NO_FACT;
  return c;
}

static int by_end (const jilu_candidate *a, const jilu_candidate *b) {
  if (a->end != b->end) return a->end < b->end ? -1 : 1;
  if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
  if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
  /* what the grammar said stays, and what was taken */
  if ((a->fact == JILU_NO_FACT) != (b->fact == JILU_NO_FACT))
    return a->fact == JILU_NO_FACT ? 1 : -1;
  return (int)b->taken - (int)a->taken;
}

/* What the proposers add is out of order by some places at most. */
static void insert_all (jilu_candidate *list, size_t count) {
  size_t i, k;
  for (i = 1; i < count; i++) {
    jilu_candidate c = list[i];
    for (k = i; k > 0 && by_end(&c, &list[k - 1]) < 0; k--)
      list[k] = list[k - 1];
    list[k] = c;
  }
}

/* Merges the sorted list before 'sorted' and that behind it, from the end. */
static void merge (jilu_judge *j, size_t sorted) {
  size_t more = j->count - sorted, at = j->count;
  jilu_candidate *tail;
  if (more == 0 || sorted == 0) return;
  tail = malloc(more * sizeof *tail);
  if (tail == NULL) {
    j->status = JILU_NO_MEMORY;
    return;
  }
  memcpy(tail, j->list + sorted, more * sizeof *tail);
  while (more > 0) {
    bool old = sorted > 0 && by_end(&j->list[sorted - 1], &tail[more - 1]) > 0;
    j->list[--at] = old ? j->list[--sorted] : tail[--more];
  }
  free(tail);
}

void jilu_judge_sort (jilu_judge *j, size_t sorted) {
  size_t i, kept = 0;
  if (j->count == 0) return;
  insert_all(j->list + sorted, j->count - sorted);
  merge(j, sorted);
  for (i = 1; i < j->count; i++) {
    const jilu_candidate *a = &j->list[kept], *b = &j->list[i];
    if (a->begin == b->begin && a->end == b->end && a->kind == b->kind)
      continue;
    j->list[++kept] = *b;
  }
  j->count = kept + 1;
}

/* --- organisations and places -------------------------------------------- */

/* May a name begin with this word? */
static bool may_begin (const jilu_judge_word *w) {
  return w->tag != JILU_POS_MARK && w->tag != JILU_POS_PARTICLE &&
         w->tag != JILU_POS_PREPOSITION;
}

/* Every start of a name that ends with word 'k'. */
static void propose_starts (jilu_judge *j, unsigned kind, size_t k,
                            size_t words) {
  const jilu_judge_word *last = &j->words[k];
  size_t i = k;
  unsigned chars = 0, verbs = 0;
  for (; words > 0 && i > 0; words--, i--) {
    const jilu_judge_word *w = &j->words[i];
    if ((w->role == JILU_ROLE_STOP || w->role == JILU_ROLE_VERB ||
         w->role == JILU_ROLE_TITLE) && ++verbs > MOST_VERBS) return;
    if (w->barrier || (i < k && j->words[i + 1].spaced &&
                       j->words[i + 1].tag != JILU_POS_LATIN &&
                       w->tag != JILU_POS_LATIN)) return;
    chars += w->chars;
    if (chars > MOST_CHARACTERS || j->status != JILU_OK) return;
    if (may_begin(w) && chars > 1)
      (void)jilu_judge_add(j, kind, w->begin, last->end, (uint32_t)i,
                           (uint32_t)k);
  }
}

static bool is_body_end (const jilu_judge_word *w) {
  return w->tag == JILU_POS_BODY ||
         (w->ends & (JILU_ENDS_BODY | JILU_ENDS_LOOSE));
}

static bool is_place_end (const jilu_judge_word *w) {
  return w->tag == JILU_POS_PLACE || (w->classes & BIT(PLACE)) ||
         (w->ends & (JILU_ENDS_PLACE | JILU_ENDS_SITE));
}

/* --- persons ------------------------------------------------------------- */

/* The word that holds the byte at 'at', from word 'k' on. */
static size_t word_at (const jilu_judge *j, size_t k, uint32_t at) {
  while (k + 1 < j->word_count && j->words[k].end <= at) k++;
  return k;
}

/* Do words that are persons, or single characters, lie over the span? */
static bool is_loose (const jilu_judge *j, size_t k, size_t last) {
  bool person = false, longer = false;
  for (; k <= last; k++) {
    if (j->words[k].tag == JILU_POS_PERSON) person = true;
    else if (j->words[k].chars > 1) longer = true;
  }
  return person || !longer;
}

/* Does something beside the span tell a person? */
static bool is_licensed (const jilu_judge *j, size_t first, size_t last,
                         uint32_t begin, uint32_t end) {
  const jilu_judge_word *l = &j->words[first - 1], *r = &j->words[last + 1];
  const jilu_sense *sense;
  bool left = j->words[first].begin == begin;
  bool right = j->words[last].end == end;
  if (left && (l->context == JILU_CONTEXT_TITLE ||
               l->context == JILU_CONTEXT_PAUSE)) return true;
  if (right && (r->context == JILU_CONTEXT_TITLE ||
                r->context == JILU_CONTEXT_SPEECH ||
                r->context == JILU_CONTEXT_PAUSE)) return true;
  return jilu_match(&j->s->r, end, BIT(TITLE), &sense) != 0;
}

/* A surname and 'given' characters at 'at', which word 'k' holds. */
static void propose_person (jilu_judge *j, size_t k, uint32_t at,
                            uint32_t behind) {
  const jilu_reader *r = &j->s->r;
  uint32_t end = behind;
  int given;
  for (given = 1; given <= 2; given++) {
    size_t last;
    if (end >= j->end || !jilu_is_han_at(r, end)) return;
    end += jilu_utf8_width(r->text[end]);
    last = word_at(j, k, end - 1);
    if (j->words[last].barrier || j->words[last].spaced) return;
    if (is_loose(j, k, last) || is_licensed(j, k, last, at, end))
      (void)jilu_judge_add(j, 1, at, end, (uint32_t)k, (uint32_t)last);
  }
}

/* 陈 亮: a surname, a blank, a given name. */
static void propose_spaced (jilu_judge *j, size_t k, uint32_t behind) {
  const jilu_judge_word *w = &j->words[k];
  if (w->end != behind || !w[1].spaced || w[1].chars != 1 || w[1].barrier ||
      !jilu_is_han_at(&j->s->r, w[1].begin)) return;
  (void)jilu_judge_add(j, 1, w->begin, w[1].end, (uint32_t)k,
                       (uint32_t)k + 1);
}

/* 杨政务委员秋兴, 王部长 */
static void propose_titled (jilu_judge *j, size_t k, uint32_t at,
                            uint32_t behind) {
  const jilu_reader *r = &j->s->r;
  const jilu_sense *sense;
  uint32_t end = (uint32_t)jilu_match(r, behind, BIT(TITLE), &sense);
  size_t last;
  int n;
  if (end == 0 || end > j->end) return;
  for (n = 0; n < 3; n++) {
    last = word_at(j, k, end - 1);
    if (j->words[last].barrier) return;
    /* a role alone (王委员) is left to what a title is; 吴委员育升 is a name */
    if (n == 2 || sense->value != JILU_TITLE_ROLE)
      (void)jilu_judge_add(j, 1, at, end, (uint32_t)k, (uint32_t)last);
    if (end >= j->end || !jilu_is_han_at(r, end)) return;
    end += jilu_utf8_width(r->text[end]);
  }
}

/* 卡洛斯, 阿依古丽·买买提: words tagged as persons, and what · joins. */
static void propose_tagged (jilu_judge *j, size_t k) {
  size_t last = k;
  unsigned width;
  (void)jilu_judge_add(j, 1, j->words[k].begin, j->words[k].end, (uint32_t)k,
                       (uint32_t)k);
  while (last + 2 < j->word_count && last < k + 8 &&
         jilu_peek(&j->s->r, j->words[last + 1].begin, &width) == 0xB7 &&
         !j->words[last + 2].barrier) {
    last += 2;
    (void)jilu_judge_add(j, 1, j->words[k].begin, j->words[last].end,
                         (uint32_t)k, (uint32_t)last);
  }
}

/* 林郑月娥: the surnames of both, and a given name of two characters. */
static void propose_both (jilu_judge *j, size_t k, uint32_t at,
                          uint32_t behind) {
  const jilu_reader *r = &j->s->r;
  const jilu_sense *sense;
  uint32_t end = (uint32_t)jilu_match(r, behind, BIT(SURNAME), &sense);
  size_t last, i;
  int given;
  if (behind - at != 3 || end != behind + 3 || sense->value != 0) return;
  for (given = 0; given < 2; given++) {
    if (end >= j->end || !jilu_is_han_at(r, end)) return;
    end += jilu_utf8_width(r->text[end]);
  }
  last = word_at(j, k, end - 1);
  for (i = k; i <= last; i++)
    if (j->words[i].barrier) return;
  if (is_licensed(j, k, last, at, end))
    (void)jilu_judge_add(j, 1, at, end, (uint32_t)k, (uint32_t)last);
}

static bool is_foreign_at (const jilu_judge *j, uint32_t at) {
  unsigned width;
  uint32_t c = jilu_peek(&j->s->r, at, &width);
  return (jilu_lexicon_char(j->s->r.lexicon, c) & JILU_CHAR_FOREIGN) != 0;
}

#define LONGEST_FOREIGN 6    /* characters */

/*
** 总统卡洛斯抵达: words of characters that write foreign names, behind a title
** or before one, or what is said.
*/
static void propose_foreign (jilu_judge *j, size_t k) {
  const jilu_judge_word *w = &j->words[k];
  uint32_t at = w->begin;
  unsigned chars = 0;
  size_t last = k;
  for (; last + 1 < j->word_count && !j->words[last].barrier; last++) {
    const jilu_judge_word *v = &j->words[last];
    for (; at < v->end; at += jilu_utf8_width(j->s->r.text[at]))
      if (++chars > LONGEST_FOREIGN || !is_foreign_at(j, at)) return;
    if (chars > 1 && (w->after_title || (chars > 2 &&
        (v->before_title || v[1].context == JILU_CONTEXT_TITLE ||
         v[1].context == JILU_CONTEXT_SPEECH))))
      (void)jilu_judge_add(j, 1, w->begin, v->end, (uint32_t)k,
                           (uint32_t)last);
  }
}

static void propose_persons (jilu_judge *j, size_t k) {
  const jilu_reader *r = &j->s->r;
  const jilu_judge_word *w = &j->words[k];
  uint32_t at = w->begin;
  if (w->tag == JILU_POS_PERSON) propose_tagged(j, k);
  if (w->after_title || w[-1].barrier) propose_foreign(j, k);
  for (; at < w->end; at += jilu_utf8_width(r->text[at])) {
    const jilu_sense *sense;
    uint32_t behind = (uint32_t)jilu_match(r, at, BIT(SURNAME), &sense);
    if (behind == 0) continue;
    propose_person(j, k, at, behind);
    /* 欧阳 and 欧 */
    if (behind - at > 3 && jilu_sense_of(r, at, at + 3, BIT(SURNAME)) != NULL)
      propose_person(j, k, at, at + 3);
    if (at != w->begin) continue;
    propose_spaced(j, k, behind);
    propose_titled(j, k, at, behind);
    propose_both(j, k, at, behind);
  }
}

/* --- what the grammar found ---------------------------------------------- */

static unsigned kind_of (const jilu_fact *f) {
  return f->kind == JILU_FACT_ORGANIZATION ? 0
         : f->kind == JILU_FACT_PERSON     ? 1
                                           : 2;
}

static bool is_users (const jilu_fact *f) {
  return f->rule == JILU_RULE_BODY_USER || f->rule == JILU_RULE_PERSON_USER ||
         f->rule == JILU_RULE_PLACE_USER;
}

static void propose_facts (jilu_judge *j) {
  uint32_t i;
  size_t k = 0;
  for (i = j->first_fact; i < j->last_fact; i++) {
    const jilu_fact *f = &j->s->facts->items[i];
    jilu_candidate *c;
    while (k > 0 && j->words[k].begin > f->span.begin) k--;
    k = word_at(j, k, f->span.begin);
    c = jilu_judge_add(j, kind_of(f), f->span.begin, f->span.end, (uint32_t)k,
                       (uint32_t)word_at(j, k, f->span.end - 1));
    if (c == NULL) return;
    c->fact = i;
    c->forced = is_users(f);
  }
}

void jilu_judge_propose (jilu_judge *j) {
  size_t k, proposed;
  j->count = 0;
  for (k = 1; k + 1 < j->word_count && j->status == JILU_OK; k++) {
    if (j->words[k].barrier || j->words[k].tag == JILU_POS_MARK) continue;
    if (is_body_end(&j->words[k])) propose_starts(j, 0, k, LONGEST_BODY);
    if (is_place_end(&j->words[k])) propose_starts(j, 2, k, LONGEST_PLACE);
    propose_persons(j, k);
  }
  jilu_judge_sort(j, 0);
  proposed = j->count;
  propose_facts(j);
  jilu_judge_sort(j, proposed);
}
