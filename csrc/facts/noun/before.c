/* The noun that ends before an amount: 清运垃圾3吨. */
#include "facts/noun/parts.h"

#include "facts/noun/words.h"
#include "facts/number/numeral.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE JILU_NOWHERE

/* 覆盖率 and the like that end at 'end': their start, or NOWHERE. */
static size_t derived_before (const jilu_reader *r, size_t end) {
  size_t suffix = jilu_word_back(r, end, BIT(NOUN_SUFFIX));
  if (suffix == NOWHERE || jilu_is_word(r, suffix, end, BIT(NOUN)))
    return NOWHERE;
  return jilu_word_back(r, suffix, JILU_NOUN_STOPS);
}

/*
** 派发现金: 发现 seems to end before 金, but a word that begins earlier ends
** inside it. The end of that word, or 0.
*/
static size_t overlapped (const jilu_reader *r, size_t word, size_t end) {
  unsigned width;
  size_t at;
  (void)jilu_peek(r, word, &width);
  for (at = word + width; at < end; at += width) {
    size_t before = jilu_word_back(r, at, JILU_NOUN_WORDS);
    if (before != NOWHERE && before < word) return at;
    (void)jilu_peek(r, at, &width);
  }
  return 0;
}

/* PM2.5, GDP, 5G: the start of a token with a letter in it, or NOWHERE. */
static size_t token_before (const jilu_reader *r, size_t end) {
  bool letters = false;
  size_t at = end;
  int n;
  for (n = 0; n < JILU_NOUN_WORD && at > 0; n++, at--) {
    unsigned char c = r->text[at - 1];
    if (jilu_is_letter(c)) letters = true;
    else if (!jilu_is_digit(c) && c != '.') break;
  }
  return letters ? at : NOWHERE;
}

/* The space of "单位 GDP 能耗", which sets off letters. */
static bool joins_latin (const jilu_reader *r, size_t begin, size_t end) {
  unsigned width;
  uint32_t a = jilu_peek_back(r, begin), b = jilu_peek(r, end, &width);
  return (jilu_is_letter(a) && jilu_is_han(b)) ||
         (jilu_is_han(a) && jilu_is_letter(b));
}

/* (二) and (3) are of a list. */
static bool is_marker (const jilu_reader *r, size_t begin, size_t end) {
  jilu_numeral n;
  return r->text[begin] == '(' &&
         jilu_numeral_read(r, begin + 1, &n) == end - 1;
}

/* One step back of a noun phrase [at, end); NOWHERE where it begins. */
static size_t retreat (const jilu_reader *r, size_t at, size_t end) {
  uint32_t c = jilu_peek_back(r, at), open;
  size_t word = derived_before(r, at), over;
  if (word != NOWHERE) return word;
  word = jilu_word_back(r, at, JILU_NOUN_WORDS);
  if (word != NOWHERE) {
    if (jilu_is_word(r, word, at, BIT(NOUN))) return word;
    if (jilu_is_word(r, word, at, BIT(VERBAL_NOUN)) &&
        !(at < end && jilu_noun_leads(r, word))) return word;
    if (at == end && at - word > 3 && jilu_is_word(r, word, at, BIT(SUM)))
      return word;   /* 罚款 of 罚款30万元 */
    over = jilu_noun_into_stop(r, word, at, end);
    if (over != NOWHERE) return over;
    word = overlapped(r, word, at);
    return word != 0 ? word : NOWHERE;
  }
  if ((open = jilu_opening_mark(c)) != 0) {
    size_t pair = jilu_before_pair(r, jilu_back(r, at), open);
    return pair != NOWHERE && is_marker(r, pair, at) ? NOWHERE : pair;
  }
  if (jilu_is_digit(c) || jilu_is_letter(c)) return token_before(r, at);
  if (c == ' ' && joins_latin(r, at - 1, at)) return at - 1;
  return jilu_is_nominal(c) ? jilu_back(r, at) : NOWHERE;
}

/* 和 between two nouns: 教师和学生代表200余人. Its start, or NOWHERE. */
static size_t joined (const jilu_reader *r, size_t at) {
  size_t before;
  if (jilu_particle_before(r, at) != JILU_AND) return NOWHERE;
  before = jilu_back(r, at);
  return jilu_is_nominal(jilu_peek_back(r, before)) ? before : NOWHERE;
}

static size_t phrase_before (const jilu_reader *r, size_t end, size_t floor) {
  size_t at = end;
  int n;
  for (n = 0; n < JILU_NOUN_LONGEST; n++) {
    size_t next = retreat(r, at, end);
    if (next == NOWHERE || next < floor) {
      size_t link = at < end ? joined(r, at) : NOWHERE;
      if (link == NOWHERE || link <= floor) return at;
      next = retreat(r, link, link);
      if (next == NOWHERE || next < floor) return at;
    }
    at = next;
  }
  return end;
}

/* 2019年财政收入: the year is no part of it. */
static jilu_span behind_year (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  size_t mark;
  if (span.begin == 0 || !jilu_is_digit(r->text[span.begin - 1])) return span;
  mark = jilu_match(r, span.begin, BIT(TIME_MARK), &sense);
  if (mark != 0 && mark <= span.end) span.begin = (uint32_t)mark;
  return span;
}

/* 2023届毕业生, 21届女生: which of them is no part of it. */
static jilu_span behind_session (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  size_t mark;
  if (span.begin == 0 || !jilu_is_digit(r->text[span.begin - 1])) return span;
  mark = jilu_match(r, span.begin, BIT(SESSION), &sense);
  if (mark != 0 && mark < span.end && sense->value == 0)
    span.begin = (uint32_t)mark;
  return span;
}

/* 每坪造价: what the rate is for is no part of it. */
static jilu_span behind_rate (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  size_t unit;
  if (jilu_particle_before(r, span.begin) != JILU_EACH) return span;
  unit = jilu_match(r, span.begin, BIT(UNIT), &sense);
  if (unit != 0 && unit < span.end) span.begin = (uint32_t)unit;
  return span;
}

/* 第二十八条 before a space is the number of an article. */
static jilu_span behind_article (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  size_t end = jilu_match(r, span.begin, BIT(ORDINAL), &sense);
  if (end == 0 || end > span.end ||
      (end = jilu_numeral_read(r, end, &n)) == 0) return span;
  end = jilu_match(r, end, BIT(UNIT), &sense);
  if (end != 0 && end >= span.end && end < r->size && r->text[end] == ' ')
    span.begin = span.end = (uint32_t)end;
  return span;
}

/* 学术论文(含摘要): what stands in brackets behind the noun is no part. */
static size_t before_note (const jilu_reader *r, size_t end, size_t floor) {
  unsigned width;
  size_t pair;
  if (end <= floor || r->text[end - 1] != ')') return end;
  pair = jilu_before_pair(r, end - 1, '(');
  return pair != NOWHERE && pair > floor &&
         jilu_is_han(jilu_peek_back(r, pair)) &&
         jilu_is_han(jilu_peek(r, pair + 1, &width)) ? pair : end;
}

jilu_span jilu_noun_before (const jilu_reader *r, size_t end, size_t floor) {
  jilu_span span;
  size_t link;
  end = before_note(r, jilu_trim_back(r, end, floor), floor);
  while ((link = jilu_word_back(r, end, BIT(LINK) | BIT(NOUN))) != NOWHERE &&
         link >= floor && jilu_is_word(r, link, end, BIT(LINK)))
    end = jilu_trim_back(r, link, floor);
  span.begin = (uint32_t)phrase_before(r, end, floor);
  span.end = (uint32_t)end;
  span = behind_article(r, behind_rate(r, behind_session(r, behind_year(r, span))));
  return jilu_without_marks(r, jilu_noun_uncut(r, span));
}
