/* Which of the two nouns an amount has: that before it, or that behind. */
#include "facts/noun/parts.h"

#include "facts/noun/words.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE JILU_NOWHERE

static const jilu_span nothing = {0, 0};

/* 比上年 before 增长: the start of the comparison, or 'end'. */
static size_t before_comparison (const jilu_reader *r, size_t end,
                                 size_t floor) {
  size_t at = end;
  uint32_t c;
  int n;
  for (n = 0; n < 12 && at > floor; n++) {
    size_t word = jilu_word_back(r, at, BIT(COMPARED) | BIT(CHANGE_VERB));
    /* 比 in 同比 compares nothing that is named */
    if (word != NOWHERE && word >= floor)
      return jilu_is_word(r, word, at, BIT(COMPARED)) ? word : end;
    c = jilu_peek_back(r, at);
    /* 比“十五”期末 */
    if (!jilu_is_nominal(c) && !jilu_is_digit(c) && c != 0x201C && c != 0x201D)
      break;
    at = jilu_back(r, at);
  }
  return end;
}

/* 每秒, 每小时, 每万人 right before the amount: its start, or NOWHERE. */
static size_t rate_before (const jilu_reader *r, size_t end, size_t floor) {
  size_t at = end;
  int n;
  for (n = 0; n < 4 && at > floor; n++) {
    if (!jilu_is_nominal(jilu_peek_back(r, at))) break;
    at = jilu_back(r, at);
    if (jilu_particle_before(r, at) == JILU_EACH &&   /* 每平方公里 */
        (n < 2 || jilu_is_word(r, at, end, BIT(UNIT))))
      return jilu_back(r, at) >= floor ? jilu_back(r, at) : NOWHERE;
  }
  return NOWHERE;
}

/* 地区生产总值[2]1846.53亿元: before the mark of a note. */
static size_t without_note (const jilu_reader *r, size_t end, size_t floor) {
  size_t at = end;
  if (at <= floor || r->text[at - 1] != ']') return end;
  for (at--; at > floor && jilu_is_digit(r->text[at - 1]);) at--;
  return at > floor && at + 1 < end && r->text[at - 1] == '[' ? at - 1 : end;
}

/*
** The end of what is named before the amount at 'begin': 达, 共, 同比增长 and
** the like are read over.
*/
static size_t named_before (const jilu_reader *r, size_t begin, size_t floor,
                            bool *changes) {
  size_t end = without_note(r, jilu_trim_back(r, begin, floor), floor), word;
  for (;;) {
    word = rate_before(r, end, floor);
    if (word == NOWHERE) {
      word = jilu_word_back(r, end, BIT(LINK) | BIT(CHANGE_VERB) | BIT(NOUN));
      /* 为 of 行为 */
      if (word != NOWHERE &&
          !jilu_is_word(r, word, end, BIT(LINK) | BIT(CHANGE_VERB))) return end;
    }
    if (word == NOWHERE || word < floor) return end;
    if (jilu_is_word(r, word, end, BIT(CHANGE_VERB))) *changes = true;
    end = jilu_trim_back(r, word, floor);
    if (*changes)
      end = jilu_trim_back(r, before_comparison(r, end, floor), floor);
  }
}

/* 投入10万元, 先后组织4批: a verb alone, which names nothing. */
static jilu_span no_deed (const jilu_reader *r, jilu_span span) {
  if (span.begin < span.end &&
      jilu_is_word(r, span.begin, span.end, BIT(VERBAL_NOUN)) &&
      !jilu_is_word(r, span.begin, span.end, BIT(NOUN) | BIT(SUM)) &&
      jilu_noun_leads(r, span.begin))
    return nothing;
  return span;
}

/* 排放五年累计降低18%: is all that parts noun and change the time? */
static bool is_passed (const jilu_reader *r, size_t end, size_t floor,
                       const jilu_measured *what, bool changes) {
  size_t begin = jilu_trim_back(r, what->time_begin, floor);
  return changes && what->time != 0 && end == what->time && begin > floor &&
         jilu_is_nominal(jilu_peek_back(r, begin));
}

/* 调解成功率: the verb that begins the clause names the rate. */
static jilu_span with_verb (const jilu_reader *r, jilu_span span,
                            size_t floor) {
  size_t verb;
  if (span.begin >= span.end ||
      jilu_particle_before(r, span.end) != JILU_RATE) return span;
  verb = jilu_word_back(r, span.begin, BIT(ACT));
  if (verb != NOWHERE && verb >= floor &&
      !jilu_is_nominal(jilu_peek_back(r, verb)))
    span.begin = (uint32_t)verb;
  return span;
}

/* 的 or 之 ends at 'at'. */
static bool ends_modifier (const jilu_reader *r, size_t at) {
  jilu_particle p = jilu_particle_before(r, at);
  return p == JILU_OF || p == JILU_LITERARY_OF;
}

static jilu_span before_amount (const jilu_reader *r, size_t begin,
                                size_t floor, jilu_measured *what) {
  bool changes = false;
  size_t end = named_before(r, begin, floor, &changes);
  /* a time is no part of the noun, but one inside 比上年增长 is passed over */
  if (is_passed(r, end, floor, what, changes))
    end = jilu_trim_back(r, what->time_begin, floor);
  else if (end >= what->time && what->time > floor) floor = what->time;
  uint32_t c = jilu_peek_back(r, end);
  if (end > floor && ((c == ':' && end == begin) ||
                      (what->share && ends_modifier(r, end))))
    end = jilu_back(r, end);
  else if (!jilu_is_nominal(c) && jilu_opening_mark(c) == 0) {
    what->inherits = changes || what->share ||
                     (c == ',' && end < jilu_trim_back(r, begin, floor));
    return nothing;
  }
  what->inherits = changes;
  if (what->share)
    return with_verb(r, jilu_noun_run_before(r, jilu_noun_before(r, end, floor),
                                             floor), floor);
  if (end < jilu_trim_back(r, begin, floor))
    return jilu_noun_run_before(r, jilu_noun_before(r, end, floor), floor);
  return no_deed(r, jilu_noun_run_before(
      r, jilu_noun_behind_verb(r, jilu_noun_before(r, end, floor),
                               what->money), floor));
}

/* 市直单位党组书记: what 家 counts ends with 单位. */
static jilu_span institution_in (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  size_t at = span.begin;
  while (at < span.end) {
    unsigned width;
    size_t end = jilu_match(r, at, BIT(INSTITUTION), &sense);
    if (end != 0 && end <= span.end) {
      /* 宾馆饭店 */
      while ((at = end) < span.end &&
             (end = jilu_match(r, at, BIT(INSTITUTION), &sense)) != 0 &&
             end <= span.end) continue;
      span.end = (uint32_t)at;
      return span;
    }
    (void)jilu_peek(r, at, &width);
    at += width;
  }
  return span;
}

/* 罚款金额5%的奖励: a share of a sum that is named before it, not of 奖励. */
static bool is_of_sum (const jilu_reader *r, size_t begin, size_t floor,
                       const jilu_measured *what) {
  const jilu_sense *sense = NULL;
  return what->share &&
         jilu_match_back(r, begin, floor, BIT(PRICE), &sense) != NOWHERE;
}

static bool is_empty (jilu_span span) {
  return span.begin >= span.end;
}

/*
** 学校达5所以上的街道, 营业收入超50亿元的企业: a predicate tells of what stands
** before it.
*/
static bool is_predicate (const jilu_reader *r, size_t begin, size_t floor,
                          bool share) {
  const jilu_sense *sense = NULL;
  if (jilu_match_back(r, begin, floor, BIT(LINK), &sense) != NOWHERE)
    return sense->value != 0;
  return jilu_match(r, begin, BIT(APPROX_BEFORE), &sense) != 0 &&
         sense->value == JILU_OVER &&
         (share ? jilu_word_back(r, begin, BIT(PRICE) | BIT(NOUN_SUFFIX)) !=
                  NOWHERE
                : jilu_is_nominal(jilu_peek_back(r, begin)));
}

/* 投资规模10亿元以上的项目: a limit of what is named before it. */
static bool is_limit (const jilu_reader *r, size_t begin, size_t end) {
  return jilu_word_back(r, end, BIT(APPROX_AFTER)) != NOWHERE &&
         jilu_is_nominal(jilu_peek_back(r, begin)) &&
         jilu_word_back(r, begin, BIT(NOUN_STOP) | BIT(ACT) |
                                  BIT(VERBAL_NOUN)) == NOWHERE;
}

jilu_span jilu_noun_of (const jilu_reader *r, size_t begin, size_t end,
                        size_t floor, jilu_measured *what) {
  jilu_span span = nothing;
  bool first_before =
      (what->share || what->money) && jilu_behind_of(r, end) == 0;
  if (jilu_behind_of(r, end) != 0 && begin > floor &&
      (is_predicate(r, begin, floor, what->share) || is_of_sum(r, begin, floor, what) ||
       (what->money && is_limit(r, jilu_trim_back(r, begin, floor), end))))
    first_before = true;
  bool changes = false;
  if (first_before) span = before_amount(r, begin, floor, what);
  if (first_before && what->inherits)
    (void)named_before(r, begin, floor, &changes);
  if (is_empty(span) && !changes) {
    span = jilu_noun_counted_after(r, begin, end, what);
    if (what->institutions) span = institution_in(r, span);
  }
  if (is_empty(span) && !first_before)
    span = before_amount(r, begin, floor, what);
  return span;
}
