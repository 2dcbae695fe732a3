/*
** Where a noun phrase begins and ends by the words of a lexicon. The built-in
** lists decide first: what they know as a noun or a verbal noun stays.
*/

#include "facts/noun/words.h"
#include "vocabulary/particle.h"

#include "vocabulary/words.h"
#include "jilu.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)

static bool is_verb (const jilu_text_word *w) {
  return w->kind == JILU_WORD_VERB;
}

/* A word that no noun phrase goes past: a verb, or what stands before one. */
static bool stops (const jilu_text_word *w) {
  return is_verb(w) || w->kind == JILU_WORD_ADVERB;
}

/* Do the lists know the word, or a longer one from there, as nominal? */
static size_t listed_end (const jilu_reader *r, const jilu_text_word *w) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, w->begin, BIT(NOUN) | BIT(VERBAL_NOUN) | BIT(NOUN_JOIN),
                    &sense);
}

static size_t noun_end_at (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, at, BIT(NOUN), &sense);
}

static size_t noun_end (const jilu_reader *r, const jilu_text_word *w) {
  return noun_end_at(r, w->begin);
}

static bool ends_with (const jilu_reader *r, size_t end, size_t floor,
                       jilu_classes classes) {
  const jilu_sense *sense = NULL;
  return jilu_match_back(r, end, floor, classes, &sense) != NOWHERE;
}

static bool begins_with (const jilu_reader *r, size_t at,
                         jilu_classes classes) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, at, classes, &sense) != 0;
}

size_t jilu_noun_over_stop (const jilu_reader *r, size_t floor, size_t begin,
                            size_t end) {
  const jilu_text_word *w = jilu_word_around(r, begin);
  if (w == NULL || stops(w) || w->begin < floor ||
      (w->begin == begin && w->end <= end)) return 0;
  return w->end;
}

size_t jilu_noun_into_stop (const jilu_reader *r, size_t begin, size_t end,
                            size_t ceiling) {
  const jilu_text_word *w = jilu_word_around(r, begin);
  /* 造林 of 投入造林资金: behind the verb it is no other one */
  if (w != NULL && w->begin == begin && w->end == end &&
      (w->kind == JILU_WORD_OTHER || w->kind == JILU_WORD_VERBAL) &&
      w[-1].begin < w[-1].end && is_verb(w - 1) &&
      ends_with(r, begin, 0, BIT(ACT)) &&
      !ends_with(r, begin, 0, BIT(LINK) | BIT(CHANGE_VERB) |
                 BIT(VERBAL_NOUN)) &&
      !begins_with(r, begin, BIT(CHANGE_VERB))) return begin;
  if (w == NULL || stops(w) || w->kind == JILU_WORD_PERSON ||
      w->end > ceiling || (w->begin >= begin && w->end <= end) ||
      begins_with(r, w->begin, BIT(DISTRIBUTIVE))) return NOWHERE;
  return w->end < end ? w->end : w->begin;
}

/* Is all behind the verb up to the end of the clause a noun? */
static bool ends_in_noun (const jilu_reader *r, const jilu_text_word *verb) {
  const jilu_text_word *w = verb + 1;
  unsigned width;
  uint32_t c;
  if (w->begin == w->end) return false;
  for (; w->begin < w->end; w++) {
    c = jilu_peek(r, w->begin, &width);
    if (c == 0x3001) return true;   /* 、 */
    if (stops(w) || !jilu_is_han(c) || jilu_particle_at(r, w->begin) == JILU_OF)
      return false;
  }
  return true;
}

/* No mark: what stands in a pair of them is not looked into. */
static bool is_plain (const jilu_reader *r, const jilu_text_word *w) {
  unsigned width;
  uint32_t c = jilu_peek(r, w->begin, &width);
  return jilu_is_han(c) || jilu_is_letter(c) || jilu_is_digit(c) || c == ' ';
}

/* 集中 of 项目集中开工: a verbal noun right before a verb says how. */
static bool says_how (const jilu_reader *r, const jilu_text_word *w) {
  return is_verb(w) && is_verb(w + 1) && noun_end(r, w) < w->end;
}

/*
** 32名医生驰援灾区: a verb ends the noun. Where the amount is an object, N V N may
** be one noun (12个垃圾分类示范点), unless who does it stands before the verb.
*/
static bool cuts (const jilu_reader *r, jilu_span span,
                  const jilu_text_word *w, bool subject) {
  if (!is_verb(w)) return true;
  return subject || ends_with(r, w->begin, span.begin, BIT(AGENT)) ||
         !ends_in_noun(r, w);
}

jilu_span jilu_noun_cut (const jilu_reader *r, jilu_span span, bool subject) {
  const jilu_text_word *w;
  size_t listed = 0, end;
  bool noun = false;   /* has a word been passed that may be its head? */
  if (span.begin >= span.end ||
      (w = jilu_word_around(r, span.begin)) == NULL) return span;
  for (; w->begin < w->end && w->begin < span.end; w++) {
    if (!is_plain(r, w)) break;
    end = listed_end(r, w);
    if (end > listed) listed = end;
    if (!noun || !stops(w)) {
      if (w->kind != JILU_WORD_QUALITY) noun = true;
      continue;
    }
    if (!says_how(r, w) && (w->end <= listed || !cuts(r, span, w, subject)))
      continue;
    span.end = w->begin;
    break;
  }
  return span;
}

bool jilu_noun_reads_as_clause (const jilu_reader *r, jilu_span span) {
  const jilu_text_word *w = jilu_word_around(r, span.begin);
  if (w == NULL) return false;
  for (; w->begin < w->end && w->begin < span.end; w++) {
    if (is_verb(w) && listed_end(r, w) < w->end) return true;
    if (w->kind == JILU_WORD_QUALITY && w->end == span.end &&
        w->begin > span.begin) return true;
  }
  return false;
}

jilu_span jilu_noun_uncut (const jilu_reader *r, jilu_span span) {
  const jilu_text_word *w;
  if (span.begin >= span.end ||
      (w = jilu_word_around(r, span.begin)) == NULL ||
      w->begin >= span.begin || w->end > span.end ||
      w->kind == JILU_WORD_PERSON ||
      noun_end_at(r, span.begin) >= w->end)
    return span;
  if (!stops(w)) span.begin = w->begin;
  else span.begin = w->end < span.end ? w->end : span.end;
  return span;
}

/* 本会: what the walk took for a verb is the end of a longer stop. */
static bool is_listed_stop (const jilu_reader *r,
                            const jilu_text_word *first) {
  const jilu_sense *sense = NULL;
  return jilu_match_back(r, first->begin, 0, BIT(NOUN_STOP), &sense) <
         first[-1].begin;
}

/* Has the clause a verb already, right before 'begin'? */
static bool behind_verb (const jilu_reader *r, const jilu_text_word *first) {
  if (first->begin == 0 || ends_with(r, first->begin, 0, BIT(LINK) |
                                     BIT(CHANGE_VERB))) return false;
  return (is_verb(first - 1) && !is_listed_stop(r, first)) ||
         ends_with(r, first->begin, 0, BIT(ACT)) ||
         (first[-1].begin < first[-1].end && !is_plain(r, first - 1));
}

/* Is verb and noun together a word that the lexicon has: 常住人口? */
static bool is_compound (const jilu_reader *r, const jilu_text_word *verb) {
  return verb->end - verb->begin > 3 &&
         jilu_lexicon_find(r->lexicon, (const char *)r->text + verb->begin,
                           verb[1].end - verb->begin) != NULL;
}

/* May 'span' go on behind the verb 'w'? 清运|垃圾, not 成交|额. */
static bool leaves_noun (const jilu_reader *r, jilu_span span,
                         const jilu_text_word *w) {
  const jilu_sense *sense = NULL;
  return !is_compound(r, w) && w->end < span.end && span.end - w->end > 3 &&
         jilu_match(r, w->end, BIT(NOUN_SUFFIX), &sense) < span.end;
}

/* 环保部|组织: who does it stands before the verb. */
static bool follows_agent (const jilu_reader *r, jilu_span span,
                           const jilu_text_word *w) {
  return w[-1].kind == JILU_WORD_BODY || w[-1].kind == JILU_WORD_PERSON ||
         ends_with(r, w->begin, span.begin, BIT(AGENT) | BIT(BODY_SUFFIX));
}

jilu_span jilu_noun_behind_verb (const jilu_reader *r, jilu_span span,
                                 bool money) {
  const jilu_text_word *w, *first;
  size_t listed = 0, end;   /* up to where a listed noun goes */
  if (span.begin >= span.end ||
      (first = w = jilu_word_around(r, span.begin)) == NULL) return span;
  /* 油茶卖了1万元: a verb alone names nothing */
  if (is_verb(w) && w->begin == span.begin && w->end == span.end &&
      span.end - span.begin == 3) span.begin = span.end;
  if (span.begin == span.end || behind_verb(r, first)) return span;
  for (; w->begin < w->end && w->end < span.end; w++) {
    bool acts = w->begin > span.begin && follows_agent(r, span, w);
    end = noun_end(r, w);
    if (end > listed) listed = end;
    bool leading = w->begin == span.begin;
    /* 旅游收入 is a sum, 调配物资 what was done */
    if (!is_verb(w) && (w->kind != JILU_WORD_VERBAL ||
                        !(acts || (leading && !money)))) continue;
    if (w->end <= listed || !leaves_noun(r, span, w) ||
        (!acts && listed_end(r, w) >= w->end)) continue;
    /* 出 of 研发出: one character of a verb ends what was done */
    if (acts || leading || stops(w - 1) || w->end - w->begin == 3) {
      span.begin = w->end;
      while (is_verb(++w) && w->end - w->begin == 3 && leaves_noun(r, span, w))
        span.begin = w->end;
      break;
    }
  }
  return span;
}

jilu_span jilu_noun_with_verb (const jilu_reader *r, size_t at) {
  jilu_span span = {(uint32_t)at, (uint32_t)at};
  const jilu_text_word *w = jilu_word_around(r, at);
  unsigned width;
  bool noun = false;
  if (w == NULL || w->begin != at || !(is_verb(w) ||
      w->kind == JILU_WORD_VERBAL)) return span;
  for (; w->begin < w->end; w++) {
    uint32_t c = jilu_peek(r, w->begin, &width);
    if (!jilu_is_han(c) || jilu_particle_at(r, w->begin) == JILU_OF ||
        (noun && stops(w))) break;
    if (!stops(w)) noun = true;
    span.end = w->end;
  }
  return span;
}
