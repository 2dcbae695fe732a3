/* Who does it: the doer at the head of a clause, behind 由 or 被. */

#include "clause/clause.h"

#include <string.h>

/* The longest doer in bytes: forty characters. Longer is a sentence that was
   not understood. */
#define LONGEST 120

/* Bytes of a character that a word of one has. */
#define CHARACTER 3

/*
** How far behind the name of an organisation a known word may begin: four
** characters of a word that is not listed.
*/
#define CLOSE 12

static const jilu_doer NOBODY = {0, 0, JILU_NO_SPAN, JILU_DOER_NONE, false};

static bool has (const jilu_clause *c, jilu_fact_span_kind kind) {
  return c->facts[kind].begin < c->facts[kind].end;
}

/* Where the next fact from 'at' on begins, if that is before 'limit'; else
   that. */
static size_t next_fact (const jilu_paragraph *r, const jilu_clause *c,
                         jilu_fact_span_kind kind, size_t at, size_t limit) {
  uint32_t k = jilu_fact_from(r, c, kind, at);
  size_t begin;
  if (k == c->facts[kind].end) return limit;
  begin = r->facts[kind].items[k].begin;
  return begin < limit ? begin : limit;
}

uint32_t jilu_names_office (const jilu_paragraph *r, const jilu_clause *c,
                            uint32_t k) {
  uint32_t n, last = k + 4 < c->words.end ? k + 4 : c->words.end;
  size_t at = r->words[k].end;
  if (!(r->words[k].is & jilu_is(VERB))) return JILU_NO_WORD;
  for (n = k + 1; n < last; n++) {
    const jilu_clause_word *word = &r->words[n];
    if (word->begin != at) break;
    if (word->is & jilu_is(OFFICE)) return n;
    if (!(word->is & jilu_is(VERB))) break;
    at = word->end;
  }
  return JILU_NO_WORD;
}

/* --- noun phrases --------------------------------------------------------- */

/*
** The noun phrase at a place: 'head' is the byte behind its head (0: it has
** none), 'stop' the first byte behind the phrase.
*/
typedef struct phrase {
  size_t head, stop;
  uint8_t kind;
  uint32_t body;   /* that begins where the phrase does; or JILU_NO_SPAN */
} phrase;

static void end_head (phrase *p, size_t end, uint8_t kind, uint32_t body) {
  p->head = end;
  p->kind = kind;
  p->body = body;
}

/* Goes on behind word 'k'; false where the phrase ends before it. */
static bool pass_word (const jilu_paragraph *r, const jilu_clause *c, size_t at,
                       uint32_t *k, phrase *p) {
  jilu_word_set is = r->words[*k].is;
  if ((is & jilu_is(STOP)) &&
      !((is & jilu_is(ALONE)) && r->words[*k].begin == at)) {
    uint32_t office = c->holds & jilu_is(OFFICE)
                        ? jilu_names_office(r, c, *k) : JILU_NO_WORD;
    if (office == JILU_NO_WORD) return false;
    *k = office;
    end_head(p, r->words[office].end, JILU_DOER_BODY, JILU_NO_SPAN);
  }
  else if (is & (jilu_is(BODY) | jilu_is(PERSON)))
    end_head(p, r->words[*k].end,
             is & jilu_is(PERSON) ? JILU_DOER_PERSON : JILU_DOER_BODY,
             JILU_NO_SPAN);
  else if (is & jilu_is(NOUN))
    p->head = 0;
  return true;
}

static phrase read_phrase (const jilu_paragraph *r, const jilu_clause *c,
                           size_t begin, uint32_t k, size_t limit) {
  const jilu_fact_span *bodies = r->facts[JILU_SPAN_BODY].items;
  uint32_t body = jilu_fact_from(r, c, JILU_SPAN_BODY, begin);
  size_t at = begin;
  phrase p;
  end_head(&p, 0, JILU_DOER_NONE, JILU_NO_SPAN);
  for (;;) {
    size_t word = k < c->words.end ? r->words[k].begin : limit;
    while (body < c->facts[JILU_SPAN_BODY].end && bodies[body].begin < at)
      body++;
    if (body < c->facts[JILU_SPAN_BODY].end && bodies[body].begin < limit &&
        bodies[body].begin <= word) {
      end_head(&p, bodies[body].end, JILU_DOER_BODY,
               bodies[body].begin == begin ? body : JILU_NO_SPAN);
      at = p.head;
      k = jilu_word_from(r, c, at, k);
    }
    else if (word >= limit) {
      p.stop = limit;
      return p;
    }
    else {
      if (!pass_word(r, c, begin, &k, &p)) {
        p.stop = word;
        return p;
      }
      at = r->words[k++].end;
    }
  }
}

/* --- what may stand before a doer ----------------------------------------- */

/*
** An adverb of one character may be the beginning of a word that is not known
** (新, 地, 能), unless something known follows.
*/
static bool is_followed (const jilu_paragraph *r, const jilu_clause *c,
                         uint32_t k) {
  size_t behind = r->words[k].end;
  return (k + 1 < r->word_count && r->words[k + 1].begin == behind) ||
         jilu_fact_at(r, c, JILU_SPAN_TIME, behind) != JILU_NO_SPAN ||
         jilu_fact_at(r, c, JILU_SPAN_QUANTITY, behind) != JILU_NO_SPAN ||
         jilu_fact_at(r, c, JILU_SPAN_BODY, behind) != JILU_NO_SPAN;
}

static bool passes (const jilu_paragraph *r, const jilu_clause *c, uint32_t k) {
  const jilu_clause_word *word = &r->words[k];
  return (word->is & jilu_is(ADVERB)) && !(word->is & jilu_is(BODY)) &&
         (word->end - word->begin > CHARACTER || is_followed(r, c, k));
}

void jilu_doer_skip (const jilu_paragraph *r, const jilu_clause *c, size_t *at,
                     uint32_t *k) {
  bool timed = has(c, JILU_SPAN_TIME), counts = has(c, JILU_SPAN_QUANTITY);
  size_t p = *at;
  for (;;) {
    uint32_t time;
    jilu_word_set is;
    *k = jilu_word_from(r, c, p, *k);
    if (p >= c->end) break;
    is = jilu_clause_classes_at(r, c, p, *k);
    if (!timed && !r->spaced && !(is & jilu_is(ADVERB))) break;
    time = timed ? jilu_fact_at(r, c, JILU_SPAN_TIME, p) : JILU_NO_SPAN;
    if (time != JILU_NO_SPAN) p = r->facts[JILU_SPAN_TIME].items[time].end;
    else if (counts &&
             jilu_fact_at(r, c, JILU_SPAN_QUANTITY, p) != JILU_NO_SPAN)
      break;
    else if ((timed && (is & jilu_is(WHEN)) &&
              jilu_fact_at(r, c, JILU_SPAN_TIME, r->words[*k].end) !=
                JILU_NO_SPAN) ||
             (is != 0 && passes(r, c, *k)))
      p = r->words[*k].end;
    else if (r->spaced && r->text[p] == ' ') p++;
    else break;
  }
  *at = p;
}

/* --- doers ---------------------------------------------------------------- */

static jilu_doer doer_of (size_t begin, size_t end, uint8_t kind,
                          uint32_t body) {
  jilu_doer d = NOBODY;
  d.begin = (uint32_t)begin;
  d.end = (uint32_t)end;
  d.kind = kind;
  d.body = body;
  return d;
}

/*
** A body with a number before it (12个…支部的200名党员): the number belongs to
** its name. People with a number only took part.
*/
static jilu_doer read_counted (const jilu_paragraph *r, const jilu_clause *c,
                               const jilu_fact_span *quantity, uint32_t k,
                               size_t limit) {
  size_t at = quantity->end;
  phrase p;
  limit = next_fact(r, c, JILU_SPAN_QUANTITY, at, limit);
  p = read_phrase(r, c, at, jilu_word_from(r, c, at, k), limit);
  if (p.head == 0 || p.kind != JILU_DOER_BODY || p.head != p.stop ||
      p.stop >= c->end)
    return NOBODY;
  return doer_of(quantity->begin, p.head, JILU_DOER_BODY, JILU_NO_SPAN);
}

static bool is_close (const jilu_paragraph *r, const phrase *p, size_t limit) {
  return p->body != JILU_NO_SPAN && p->stop < limit &&
         !(r->facts[JILU_SPAN_BODY].items[p->body].flags &
           JILU_SPAN_REGION) &&
         p->stop - p->head <= CLOSE;
}

/* 'timed': a time may follow the doer (工委每月召开), a quantity not
   (支部10个). */
static jilu_doer read_named (const jilu_paragraph *r, const jilu_clause *c,
                             size_t at, uint32_t k, size_t limit, bool timed) {
  phrase p = read_phrase(r, c, at, k, limit);
  if (p.head == 0 || p.stop > c->end) return NOBODY;
  if (p.head != p.stop && !is_close(r, &p, limit)) return NOBODY;
  if (p.stop == limit && limit < c->end && !timed) return NOBODY;
  if (jilu_text_at(r, JILU_TEXT_ATTRIBUTIVE, p.stop) > 0 ||
      p.head - at > LONGEST)
    return NOBODY;
  if (jilu_text_at(r, JILU_TEXT_ANY, at) > 0 &&
      jilu_text_at(r, JILU_TEXT_OWN, at) == 0)
    return NOBODY;
  if (jilu_text_at(r, JILU_TEXT_SAME, at) > 0)
    return doer_of(at, p.head, JILU_DOER_SAME, JILU_NO_SPAN);
  return doer_of(at, p.head, p.kind, p.body);
}

/* The doer at a place, where nothing but the phrase itself may stand. */
static jilu_doer doer_at (const jilu_paragraph *r, const jilu_clause *c,
                          size_t at, uint32_t k) {
  size_t limit = next_fact(r, c, JILU_SPAN_TIME, at, c->end);
  uint32_t quantity = jilu_fact_at(r, c, JILU_SPAN_QUANTITY, at);
  if (quantity != JILU_NO_SPAN)
    return read_counted(r, c, &r->facts[JILU_SPAN_QUANTITY].items[quantity],
                        k, limit);
  if (limit < c->end) return read_named(r, c, at, k, limit, true);
  limit = next_fact(r, c, JILU_SPAN_QUANTITY, at, limit);
  return read_named(r, c, at, k, limit, false);
}

void jilu_doer_read_agent (const jilu_paragraph *r, jilu_clause *c) {
  uint32_t k;
  c->agent = NOBODY;
  if (!(c->holds & jilu_is(PASSIVE))) return;
  k = jilu_word_of(r, c, jilu_is(PASSIVE), c->words.begin);
  if (k == JILU_NO_WORD || r->words[k].end >= c->end ||
      jilu_word_of(r, c, jilu_is(PUBLICITY), k + 1) != JILU_NO_WORD)
    return;
  c->agent = doer_at(r, c, r->words[k].end, k + 1);
  if (c->agent.kind != JILU_DOER_BODY) c->agent = NOBODY;
}

/* 以各村为单位 */
static jilu_doer read_as_unit (const jilu_paragraph *r, const jilu_clause *c,
                               size_t at, uint32_t k) {
  size_t by = jilu_text_at(r, JILU_TEXT_BY, at), unit;
  jilu_doer d;
  if (by == 0) return NOBODY;
  for (unit = at; unit < c->end; unit++) {
    size_t length = jilu_text_at(r, JILU_TEXT_UNIT, unit);
    if (length > 0 && unit + length <= c->end) break;
  }
  if (unit >= c->end) return NOBODY;
  d = doer_at(r, c, at + by, k + 1);
  return d.kind != JILU_DOER_NONE && d.end <= unit ? d : NOBODY;
}

/* Passes what only opens a doer: 新建的 before 第三小学, 由. */
static bool pass_opening (const jilu_paragraph *r, const jilu_clause *c,
                          jilu_word_set is, size_t *at, uint32_t *k) {
  size_t end, attribute;
  if (is == 0) return false;
  end = r->words[*k].end;
  if ((is & jilu_is(TAILED)) && (is & jilu_is(VERB)) &&
      (attribute = jilu_text_at(r, JILU_TEXT_ATTRIBUTIVE, end)) > 0)
    *at = end + attribute;
  else if (is & jilu_is(DOER)) *at = end;
  else return false;
  *k = jilu_word_from(r, c, *at, *k + 1);
  return true;
}

/* The doer at a place, or the name by which a body speaks of itself there. */
static jilu_doer doer_or_self (const jilu_paragraph *r, const jilu_clause *c,
                               jilu_word_set is, size_t at, uint32_t k,
                               uint32_t office) {
  jilu_doer d = doer_at(r, c, at, k);
  if (office != JILU_NO_WORD && d.kind != JILU_DOER_NONE &&
      d.end != r->words[office].end)
    d = NOBODY;                                         /* 建立局领导联系制度 */
  if (d.kind == JILU_DOER_NONE && (is & jilu_is(SELF))) {
    d = doer_of(at, r->words[k].end, JILU_DOER_BODY, JILU_NO_SPAN);
    d.owns = true;
  }
  return d;
}

/*
** Reads the doer of a clause whose head, behind what may stand before it, is at
** '*at' and word '*k'; both go behind it.
*/
static void read_head (const jilu_paragraph *r, jilu_clause *c,
                       jilu_word_set is, size_t *at, uint32_t *k) {
  size_t p = *at;
  uint32_t place = *k, office = JILU_NO_WORD;
  if (!pass_opening(r, c, is, &p, &place) && (is & jilu_is(STOP)) &&
      !(is & jilu_is(ALONE))) {
    if (c->holds & jilu_is(OFFICE)) office = jilu_names_office(r, c, place);
    if (office == JILU_NO_WORD) {
      c->doer = read_as_unit(r, c, p, place);
      return;
    }
  }
  c->doer = doer_or_self(r, c, is, p, place, office);
  if (c->doer.kind == JILU_DOER_NONE) return;
  *at = c->doer.end;
  *k = jilu_word_from(r, c, *at, place);
}

void jilu_doer_read (const jilu_paragraph *r, jilu_clause *c, size_t *at,
                     uint32_t *k) {
  jilu_word_set is;
  *at = c->begin;
  *k = c->words.begin;
  c->doer = NOBODY;
  is = jilu_clause_classes_at(r, c, *at, *k);
  if (has(c, JILU_SPAN_TIME) || r->spaced || (is & jilu_is(ADVERB))) {
    jilu_doer_skip(r, c, at, k);
    is = jilu_clause_classes_at(r, c, *at, *k);
  }
  if (is & jilu_is(OURS)) {
    c->doer = doer_of(*at, r->words[*k].end, JILU_DOER_OURS, JILU_NO_SPAN);
    *at = c->doer.end;
    ++*k;
  }
  else if ((c->holds & jilu_is(HEAD)) || has(c, JILU_SPAN_BODY))
    read_head(r, c, is, at, k);                     /* most clauses have none */
}
