/*
** What a clause says: a deed, the result of the deed before it, or only the
** circumstances of the next.
*/

#include "clause/clause.h"

#include <string.h>

static bool has_quantity (const jilu_clause *c) {
  return c->facts[JILU_SPAN_QUANTITY].begin <
         c->facts[JILU_SPAN_QUANTITY].end;
}

static const jilu_fact_span *first_quantity (const jilu_paragraph *r,
                                         const jilu_clause *c) {
  return &r->facts[JILU_SPAN_QUANTITY]
            .items[c->facts[JILU_SPAN_QUANTITY].begin];
}

static const jilu_fact_span *last_quantity (const jilu_paragraph *r,
                                        const jilu_clause *c) {
  return &r->facts[JILU_SPAN_QUANTITY]
            .items[c->facts[JILU_SPAN_QUANTITY].end - 1];
}

uint32_t jilu_verb_from (const jilu_paragraph *r, const jilu_clause *c,
                         uint32_t k) {
  for (; k < c->words.end; k++)
    if ((r->words[k].is & jilu_is(ACT)) &&
        !((c->holds & jilu_is(OFFICE)) &&
          jilu_names_office(r, c, k) != JILU_NO_WORD))
      return k;
  return JILU_NO_WORD;
}

/*
** How many quantities of a clause count something. Articles do where several
** stand side by side (一块牌子、一枚印章).
*/
static uint32_t count_quantities (const jilu_paragraph *r,
                                  const jilu_clause *c) {
  uint32_t k, n = 0, articles = 0;
  for (k = c->facts[JILU_SPAN_QUANTITY].begin;
       k < c->facts[JILU_SPAN_QUANTITY].end; k++)
    if (r->facts[JILU_SPAN_QUANTITY].items[k].flags & JILU_SPAN_ARTICLE)
      articles++;
    else n++;
  return articles > 2 ? n + articles : n;
}

/* Does a change in the clause say what it came from and to? */
static bool from_and_to (const jilu_paragraph *r, const jilu_clause *c) {
  const jilu_fact_spans *changes = &r->facts[JILU_SPAN_CHANGE];
  size_t low = 0, high = changes->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (changes->items[middle].begin < c->begin) low = middle + 1;
    else high = middle;
  }
  for (; low < changes->count && changes->items[low].begin < c->end; low++)
    if (changes->items[low].flags & JILU_SPAN_FROM_TO) return true;
  return false;
}

/* 率达90%: a measure and its value. */
static bool is_measured (const jilu_paragraph *r, const jilu_clause *c,
                         const jilu_fact_span *quantity) {
  size_t before = jilu_text_before(r, JILU_TEXT_AMOUNTS, quantity->begin);
  size_t verb = quantity->begin - before;
  if (before == 0 && jilu_text_at(r, JILU_TEXT_AMOUNTS, verb) == 0)
    return false;                                            /* 破10万人次 */
  return jilu_text_before(r, JILU_TEXT_MEASURE, verb) > 0 &&
         verb > c->begin + 1;
}

static bool has_result (const jilu_paragraph *r, const jilu_clause *c,
                        const jilu_fact_span *quantity) {
  uint32_t k = jilu_word_from(r, c, quantity->end - 1, c->words.begin);
  return jilu_word_of(r, c, jilu_is(RESULT), k) != JILU_NO_WORD;
}

static bool is_counted_result (const jilu_paragraph *r, const jilu_clause *c) {
  const jilu_clause_word *verb = &r->words[c->verb];
  const jilu_fact_span *first = first_quantity(r, c);
  /* 组织60余家企业参会: those who took part, brought there */
  if ((verb->is & jilu_is(BRINGING)) && first->begin <= verb->end + 3 &&
      has_result(r, c, first))
    return true;
  if (first->begin > c->head)
    return verb->begin > c->head && is_measured(r, c, first);
  return first->end > c->head &&
         ((verb->is & jilu_is(JOINING)) || has_result(r, c, first));
}

/* 查扣车辆6辆, where 查扣 is not a listed word; 查处率90% is a measure. */
static bool begins_with_deed (const jilu_paragraph *r, const jilu_clause *c) {
  size_t first = has_quantity(c) ? first_quantity(r, c)->begin : c->head;
  return first >= c->head + 9 &&
         jilu_text_at(r, JILU_TEXT_INITIAL, c->head) > 0 &&
         jilu_text_before(r, JILU_TEXT_MEASURE, first) == 0;
}

/* 覆盖282家, 8000名党员参与, 点击率达90%, 18名优秀党员 */
static bool is_result (const jilu_paragraph *r, jilu_clause *c,
                       jilu_word_set is) {
  if (c->holds & jilu_is(PASSIVE)) return false;
  if (is & (jilu_is(BACK) | jilu_is(RESULT))) return true;
  if (is & jilu_is(OUTCOME)) {
    c->outcome = true;
    return true;
  }
  if (c->verb == JILU_NO_WORD) return !begins_with_deed(r, c);
  return has_quantity(c) && is_counted_result(r, c);
}

/* 在抗洪抢险中, 自活动开展以来; and what the deed is done to: 对发现的问题 */
static bool is_setting (const jilu_paragraph *r, const jilu_clause *c,
                        jilu_word_set is) {
  if (!(is & jilu_is(PREP)) || c->counted > 0) return false;
  return jilu_text_before(r, JILU_TEXT_ENDING, c->end) > 0 ||
         ((is & jilu_is(OBJECT_PREP)) && c->mark > JILU_MARK_SEGMENT &&
          jilu_text_before(r, JILU_TEXT_OBJECT, c->end) > 0);
}

/*
** A clause that begins with 为, 针对, 通过 … and comes to no deed with the
** quantity behind it.
*/
static bool is_circumstance (const jilu_paragraph *r, const jilu_clause *c,
                             jilu_word_set is) {
  uint32_t verb;
  const jilu_fact_span *last;
  if (is_setting(r, c, is)) return true;
  if (!(is & jilu_is(ADVERBIAL)) ||
      ((is & jilu_is(VERB)) && !(is & jilu_is(PREP))))
    return false;
  verb = jilu_verb_from(r, c, c->leader + 1);
  if (c->counted == 0)
    return c->mark > JILU_MARK_SEGMENT || verb == JILU_NO_WORD;
  last = last_quantity(r, c);
  if (verb != JILU_NO_WORD && r->words[verb].begin <= last->begin) return false;
  return jilu_verb_from(r, c, jilu_word_from(r, c, last->end, c->leader)) ==
         JILU_NO_WORD;
}

/*
** The subject is a measure (村民收入增加到…), people without a deed
** (居民人均收入), or what was held (述职评议会顺利召开).
*/
static bool is_no_doer (const jilu_paragraph *r, const jilu_clause *c,
                        bool measured) {
  if (measured) return !c->doer.owns;
  return c->doer.kind == JILU_DOER_PERSON &&
         (c->verb == JILU_NO_WORD ||
          jilu_text_before(r, JILU_TEXT_HELD, c->end) > 0);
}

static bool takes_object (jilu_word_set is) {
  return (is & (jilu_is(VERB) | jilu_is(ADVERBIAL) | jilu_is(PREP))) &&
         !(is & (jilu_is(NOUN) | jilu_is(ADVERB)));
}

/* The first word that takes an object; most clauses with a time have one. */
static uint32_t find_object (const jilu_paragraph *r, const jilu_clause *c) {
  uint32_t k;
  for (k = c->words.begin; k < c->words.end; k++)
    if (takes_object(r->words[k].is)) return k;
  return JILU_NO_WORD;
}

void jilu_predicate_read (const jilu_paragraph *r, jilu_clause *c) {
  size_t at;
  uint32_t k;
  jilu_word_set is;
  bool measured;
  jilu_doer_read(r, c, &at, &k);
  jilu_doer_read_agent(r, c);
  if (c->doer.kind != JILU_DOER_NONE) jilu_doer_skip(r, c, &at, &k);
  c->head = (uint32_t)at;
  is = jilu_clause_classes_at(r, c, at, k);
  c->leader = k < c->words.end && r->words[k].begin == at ? k : JILU_NO_WORD;
  c->verb = c->holds & jilu_is(VERB) ? jilu_verb_from(r, c, k) : JILU_NO_WORD;
  c->object = find_object(r, c);
  c->counted = count_quantities(r, c);
  c->change = from_and_to(r, c);
  measured = c->change ||
             (has_quantity(c) &&
              jilu_text_before(r, JILU_TEXT_REACHING,
                               first_quantity(r, c)->begin) > 0);
  c->kind = JILU_CLAUSE_DEED;
  if (c->doer.kind != JILU_DOER_NONE && is_no_doer(r, c, measured)) {
    c->head = c->doer.begin;
    c->doer.kind = JILU_DOER_NONE;
    if (measured) return;
  }
  if (c->doer.kind != JILU_DOER_NONE || c->change) return;
  if ((is & (jilu_is(PREP) | jilu_is(ADVERBIAL))) && is_circumstance(r, c, is))
    c->kind = JILU_CLAUSE_CIRCUMSTANCE;
  else if (is_result(r, c, is)) c->kind = JILU_CLAUSE_RESULT;
}

/* --- times ---------------------------------------------------------------- */

/* Is there nothing but spaces between two bytes: 到 2025 年? */
static bool touches (const jilu_paragraph *r, size_t begin, size_t end) {
  while (begin < end && r->text[begin] == ' ') begin++;
  return begin >= end;
}

/* The first word of a clause that begins at byte 'at' or behind it. */
static uint32_t find_word (const jilu_paragraph *r, const jilu_clause *c,
                           size_t at) {
  uint32_t low = c->words.begin, high = c->words.end;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (r->words[middle].begin < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

bool jilu_says_when (const jilu_paragraph *r, const jilu_clause *c,
                     const jilu_fact_span *time) {
  uint32_t k = find_word(r, c, time->begin);
  if (c->object < k) {
    /* only the word right before the time may bring just that */
    const jilu_clause_word *before = &r->words[k - 1];
    if (c->object + 1 < k || !(before->is & jilu_is(WHEN)) ||
        !touches(r, before->end, time->begin))
      return false;
  }
  while (k < c->words.end && r->words[k].begin < time->end) k++;
  return !(jilu_clause_classes_at(r, c, time->end, k) &
           (jilu_is(DE) | jilu_is(COPULA)));
}

bool jilu_leads (const jilu_paragraph *r, const jilu_clause *c, size_t at) {
  size_t p = c->begin;
  uint32_t k = c->words.begin;
  while (p < at &&
         (jilu_clause_classes_at(r, c, p, k) &
          (jilu_is(ADVERB) | jilu_is(PREP))))
    p = r->words[k++].end;
  return p >= at;
}
