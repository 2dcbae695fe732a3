/* One pass over the text: where a fact may begin, the grammars are asked. */

#include <string.h>

#include "vocabulary/class_sets.h"
#include "facts/quantity/amount_unit.h"
#include "facts/quantity/change.h"
#include "facts/extraction.h"
#include "facts/fact.h"
#include "facts/identifier.h"
#include "facts/mark.h"
#include "facts/name/name.h"
#include "facts/number/numeral.h"
#include "facts/phrase/phrase.h"
#include "facts/quantity/quantity.h"
#include "facts/token.h"
#include "vocabulary/words.h"

#define ANY (~(jilu_classes)0)
#define BIT JILU_CLASS_BIT

/* Behind the work whose opening mark stands at 'at'; 0 if none does. */
static size_t behind_work (jilu_extraction *p, size_t at) {
  const jilu_fact *f;
  for (; p->next_work < p->marks; p->next_work++) {
    f = &p->s.facts->items[p->next_work];
    if (f->kind == JILU_FACT_WORK && f->span.begin >= at + 3)
      return f->span.begin == at + 3 ? (size_t)f->span.end + 3 : 0;
  }
  return 0;
}

/* 第 and its numeral and unit count nothing: 第三次, 第一排. */
static size_t behind_ordinal (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  size_t end = jilu_match(r, at, BIT(ORDINAL), &sense), unit;
  if (end == 0 || (end = jilu_numeral_read(r, end, &n)) == 0) return 0;
  /* 第3至7轮 */
  unit = jilu_match(r, end, BIT(RANGE), &sense);
  if (unit != 0 && (unit = jilu_numeral_read(r, unit, &n)) != 0) end = unit;
  unit = jilu_match(r, end, BIT(UNIT), &sense);
  return unit != 0 ? unit : end;
}

/* The same of a word of the lexicon that is no number: 独当一面, 九曲. */
static size_t behind_known (const jilu_reader *r, size_t at) {
  const jilu_text_word *w;
  jilu_numeral n;
  size_t end;
  if (r->lexicon == NULL || !jilu_is_han_at(r, at)) return 0;
  end = jilu_numeral_read(r, at, &n);
  w = end != 0 ? jilu_word_around(r, at) : NULL;
  if (w == NULL || w->end <= end || w->tag == JILU_POS_NUMBER ||
      w->tag == JILU_POS_UNIT || w->tag == JILU_POS_TIME ||
      w->tag == JILU_POS_OTHER || w->tag == JILU_POS_PERSON) return 0;
  return w->end;
}

/* A word such as 进一步 that holds a numeral and counts nothing. */
static size_t behind_opaque (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  size_t opaque = jilu_match(r, at, BIT(OPAQUE), &sense), other;
  if (opaque == 0) return 0;
  other = jilu_match(r, at, ANY & ~(BIT(OPAQUE) | JILU_NAME_CLASSES), &sense);
  if (opaque < other) return 0;
  if (jilu_coins_at(r, at)) return 0;   /* 三角五分 */
  /* 十分 is a word, 十分之三 a fraction; 十一 a day, 十一万 a number */
  if (jilu_numeral_read(r, at, &n) > opaque) return 0;
  return opaque;
}

/* 几十名, 数百万人: no number. 人数十五 is one. */
static size_t behind_indefinite (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, BIT(INDEFINITE), &sense), next, powers;
  int n;
  if (end == 0) return 0;
  powers = end;
  for (n = 0; n < 4 && (next = jilu_match(r, end, BIT(POWER) | BIT(SECTION),
                                          &sense)) != 0; n++)
    end = next;
  if (end == powers || jilu_match(r, end, BIT(DIGIT), &sense) != 0) return 0;
  return end;
}

/* Words of which a numeral, or a quantity with it, is made. */
#define NUMBER (BIT(DIGIT) | BIT(POWER) | BIT(SECTION) | BIT(TENS) | \
                BIT(MINUS) | BIT(PERCENT_BEFORE) | BIT(APPROX_BEFORE) | \
                BIT(INDEFINITE) | BIT(HALF) | BIT(QUALIFIER) | BIT(ROUGH))

/* Words that a numeral phrase begins with. */
#define SLOGAN (BIT(DIGIT) | BIT(POWER) | BIT(SECTION) | BIT(TENS) | \
                BIT(DOUBLE) | BIT(PHRASE) | BIT(REGION))

#define NAMED_TIME (BIT(TIME_PLAN) | BIT(TIME_HOLIDAY))

/*
** Asks the grammars at a place where a fact may begin; 0: none does. One walk
** tells which words there are: each grammar begins with one, or a digit.
*/
static size_t read_fact (jilu_scan *s, size_t at, bool digit) {
  const jilu_classes slogan = s->r.vocabulary->writing.spaced ? 0 : SLOGAN;
  jilu_classes here = jilu_classes_at(&s->r, at), may = digit ? ANY : here;
  int counts = 0;
  size_t end, time, quantity = 0, opaque = 0;
  jilu_numeral n;
  if ((may & ~JILU_INNER) == 0) return 0;
  if (may & BIT(OPAQUE)) opaque = behind_opaque(&s->r, at);
  if (opaque == 0 && (may & BIT(INDEFINITE)) &&
      (end = behind_indefinite(&s->r, at)) != 0) return end;
  /* “十四五” and “七一” are times before they are slogans */
  if (opaque == 0 && (may & slogan) && !(here & NAMED_TIME) &&
      (end = jilu_phrase_read(s, at)) != 0)
    return end;
  if ((may & BIT(MULTIPLY)) && (end = jilu_multiple_read(s, at)) != 0)
    return end;
  /* 星期三 is a word and a time, 十九大 with 以来 too */
  time = jilu_time_read(s, at, here, &counts);
  if (time != 0 && !counts) return time;
  if (opaque != 0) return opaque > time ? opaque : time;
  if (time == 0 && (here & NAMED_TIME) &&
      (end = jilu_phrase_read(s, at)) != 0)
    return end;
  if ((may & BIT(ORDINAL)) && (end = behind_ordinal(&s->r, at)) != 0)
    return end > time ? end : time;
  if (!digit && time == 0 && (may & NUMBER) &&
      (end = behind_known(&s->r, at)) != 0) return end;
  if (may & NUMBER) quantity = jilu_quantity_read(s, at);
  if (quantity > time) time = quantity;
  if (time != 0 || !(may & NUMBER)) return time;
  return jilu_numeral_read(&s->r, at, &n);
}

/* A title is no text, but it may name a numeral phrase. */
static void read_title (jilu_scan *s, size_t at, size_t end) {
  while (at < end && s->status == JILU_OK) {
    unsigned width;
    uint32_t c = jilu_peek(&s->r, at, &width);
    size_t next = 0;
    if (jilu_is_digit(c) ||
        (jilu_starts_at(&s->r, at) & (SLOGAN | BIT(OPAQUE)))) {
      next = behind_opaque(&s->r, at);
      if (next == 0) next = jilu_phrase_read(s, at);
    }
    at = next > at ? next : at + width;
  }
}

/* A word of a language with spaces, and behind it where it begins no fact. */
static size_t read_word (jilu_scan *s, size_t at, jilu_classes may) {
  size_t end = 0;
  if ((may & ~JILU_INNER) != 0 && !jilu_inside_word(&s->r, at))
    end = read_fact(s, at, false);
  return end > at ? end : jilu_behind_token(&s->r, at);
}

/* Of the characters that a fact may begin with, most begin a word of none. */
static inline bool opens_none (const jilu_reader *r, size_t at) {
  return r->text[at] >= 0xE4 && r->text[at] <= 0xE9 &&
         !(r->begins[r->codes[at]] & JILU_MAY_IDENTIFY) &&
         !jilu_opens_at(r, at);
}

/* One step of the pass over what begins with the character at 'at'. */
static size_t step (jilu_extraction *p, size_t at) {
  const jilu_reader *r = &p->s.r;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  jilu_classes may = jilu_starts_at(r, at);
  size_t end;
  if (jilu_is_letter(c)) {
    end = jilu_identifier_read(&p->s, at);
    if (end == 0 && r->vocabulary->writing.spaced) return read_word(&p->s, at, may);
    if (end == 0 && (may & BIT(QUALIFIER)))
      end = jilu_quantity_read(&p->s, at);
    return end != 0 ? end : jilu_behind_token(r, at);
  }
  if (c == 0x300A && (end = behind_work(p, at)) != 0) {
    read_title(&p->s, at + width, end - 3);
    return end;
  }
  if (jilu_is_digit(c)) may = ANY;
  if ((may & JILU_IDENTIFIER) && (end = jilu_identifier_read(&p->s, at)) != 0)
    return end;
  if ((may & ~JILU_INNER) == 0) return at + width;
  end = read_fact(&p->s, at, jilu_is_digit(c));
  if (end > at) return end;
  /* a long run of digits is looked at once */
  for (end = at + width; jilu_is_digit(c) && end < r->size &&
                         jilu_is_digit(r->text[end]); end++) continue;
  return end;
}

/*
** Reads names and all other facts, side by side. Names go ahead by so many
** bytes that what they looked up is still there, and the processor need not
** change between the two for each fact.
*/
#define AHEAD JILU_WALKS

static bool is_named (const jilu_extraction *x) {
  return !x->s.r.vocabulary->writing.spaced;
}

/* Reads on from 'at', at least up to 'end'. */
static void read_text (jilu_extraction *x, size_t end) {
  const bool named = is_named(x);
  jilu_scan *s = &x->s;
  size_t at = x->at;
  while (at < end &&
         (at = jilu_next_bit(s->r.beginnings, at, s->r.size)) < s->r.size &&
         s->status == JILU_OK) {
    if (named && x->names.at <= at) jilu_names_read(&x->names, at + AHEAD);
    at = opens_none(&s->r, at) ? at + 3 : step(x, at);
  }
  x->at = at;
}

/* Sorts the facts from 'first' on in among those before. */
static void sort (jilu_scan *s, size_t first) {
  if (s->status == JILU_OK) s->status = jilu_facts_sort(s->facts, first);
}

static void begin (jilu_extraction *x) {
  jilu_scan *s = &x->s;
  jilu_marks_read(s);
  sort(s, 0);
  x->marks = s->facts->count;
  if (is_named(x)) {
    jilu_phrases_define(s);
    jilu_time_calendar(s);
  }
  jilu_names_begin(&x->names, s);
}

/* All but names has been read. */
static void end_text (jilu_extraction *x) {
  jilu_scan *s = &x->s;
  size_t sorted;
  if (is_named(x)) jilu_names_read(&x->names, s->r.size);
  sort(s, x->marks);
  sorted = s->facts->count;
  jilu_changes_read(s);
  sort(s, sorted);
  jilu_names_resolve_read(&x->names);
}

jilu_status jilu_extraction_begin (jilu_extraction *x,
                                   const unsigned char *text, size_t size,
                                   const jilu_vocabulary *vocabulary,
                                   const jilu_lexicon *lexicon,
                                   const jilu_anchor *anchor,
                                   const struct jilu_judge_watch *watch,
                                   jilu_facts *facts) {
  jilu_scan *s = &x->s;
  memset(x, 0, sizeof *x);
  s->facts = facts;
  s->anchor = *anchor;
  jilu_date_write(&anchor->date, s->anchor_text);
  s->status = jilu_reader_open(&s->r, text, size, vocabulary);
  if (s->status != JILU_OK) return s->status;
  s->r.lexicon = lexicon;
  s->watch = watch;
  begin(x);
  x->part = JILU_EXTRACTION_TEXT;
  return JILU_OK;
}

bool jilu_extraction_step (jilu_extraction *x, size_t bytes) {
  const size_t size = x->s.r.size;
  switch (x->part) {
    case JILU_EXTRACTION_TEXT:
      read_text(x, bytes < size - x->at ? x->at + bytes : size);
      if (x->at < size && x->s.status == JILU_OK) return true;
      end_text(x);
      x->part = JILU_EXTRACTION_NAMES;
      return true;
    case JILU_EXTRACTION_NAMES:
      if (jilu_names_judge(&x->names)) return true;
      x->part = JILU_EXTRACTION_DONE;
      return false;
    default: return false;
  }
}

jilu_status jilu_extraction_end (jilu_extraction *x) {
  jilu_scan *s = &x->s;
  jilu_status status;
  if (x->part == JILU_EXTRACTION_NONE) return s->status;
  status = jilu_names_end(&x->names, s->facts);
  if (s->status == JILU_OK) s->status = status;
  jilu_phrases_free(s);
  jilu_reader_close(&s->r);
  x->part = JILU_EXTRACTION_NONE;
  return s->status;
}

void jilu_extraction_abandon (jilu_extraction *x) {
  if (x->part == JILU_EXTRACTION_NONE) return;
  x->names.scan.status = JILU_NO_MEMORY;   /* so that nothing is merged */
  (void)jilu_extraction_end(x);
}

jilu_status jilu_extract_watched (const unsigned char *text, size_t size,
                                  const jilu_vocabulary *vocabulary,
                                  const jilu_lexicon *lexicon,
                                  const jilu_anchor *anchor,
                                  const struct jilu_judge_watch *watch,
                                  jilu_facts *facts) {
  jilu_extraction x;
  jilu_status status = jilu_extraction_begin(&x, text, size, vocabulary,
                                             lexicon, anchor, watch, facts);
  if (status != JILU_OK) return status;
  while (jilu_extraction_step(&x, size)) continue;
  return jilu_extraction_end(&x);
}

jilu_status jilu_extract (const unsigned char *text, size_t size,
                          const jilu_vocabulary *vocabulary,
                          const jilu_lexicon *lexicon,
                          const jilu_anchor *anchor, jilu_facts *facts) {
  return jilu_extract_watched(text, size, vocabulary, lexicon, anchor, NULL,
                              facts);
}
