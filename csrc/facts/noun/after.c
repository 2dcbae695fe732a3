/* What an amount counts, behind its unit: 12名表现突出的干部. */
#include "facts/noun/parts.h"

#include "facts/noun/words.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE JILU_NOWHERE
#define CLAUSES 4    /* 的 that are read over before the head */

static const jilu_span nothing = {0, 0};

/* A quantity of its own behind a noun: 三五个人一组, 党员一名. */
static bool counts_again (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  size_t end = jilu_match(r, at, BIT(DIGIT), &sense);
  if (end == 0) return false;
  end = jilu_match(r, end, BIT(UNIT), &sense);
  return end != 0 && !jilu_is_han(jilu_peek(r, end, &width));
}

/*
** A verbal noun at [at, end) is a verb behind those who do it (139个单位组织…)
** and before what a verb takes (组织了, 组织“…”); else it is part of the noun.
*/
static bool acts (const jilu_reader *r, size_t begin, size_t at, size_t end) {
  unsigned width;
  uint32_t c = jilu_peek(r, end, &width);
  if (jilu_particle_at(r, end) == JILU_DONE || c == 0x201C || c == 0x300A)
    return true;   /* “ 《 */
  return at > begin && jilu_is_nominal(c) &&
         jilu_word_back(r, at, BIT(AGENT)) != NOWHERE;
}

/* 率 of 覆盖率 behind a verb that ends at 'at'; not 会 of 出席会议. */
static size_t derived_end (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, BIT(NOUN_SUFFIX), &sense);
  return jilu_match(r, at, BIT(NOUN), &sense) > end ? 0 : end;
}

/* One step of a noun phrase from 'at'; 0 where it ends. */
static size_t advance (const jilu_reader *r, size_t at, size_t begin) {
  const jilu_sense *sense = NULL;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width), close;
  size_t end = jilu_match(r, at, JILU_NOUN_WORDS, &sense), over;
  if (at > begin && counts_again(r, at)) return 0;
  if (end != 0) {
    if (jilu_is_word(r, at, end, BIT(NOUN))) return end;
    if (jilu_is_word(r, at, end, BIT(VERBAL_NOUN)) && !acts(r, begin, at, end))
      return end;
    over = jilu_noun_over_stop(r, begin, at, end);
    return over != 0 ? over : derived_end(r, end);
  }
  if ((close = jilu_closing_mark(c)) != 0) {
    if (c == '(' && at == begin) return 0;
    return jilu_behind_pair(r, at + width, close);
  }
  return jilu_is_nominal(c) ? at + width : 0;
}

static jilu_span phrase_at (const jilu_reader *r, size_t at) {
  jilu_span span = {(uint32_t)at, (uint32_t)at};
  int n;
  for (n = 0; n < JILU_NOUN_LONGEST; n++) {
    size_t next = advance(r, span.end, span.begin);
    if (next == 0) return span;
    span.end = (uint32_t)next;
  }
  return nothing;
}

static bool is_numeral (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  return jilu_is_digit(jilu_peek(r, at, &width)) ||
         jilu_match(r, at, BIT(DIGIT) | BIT(POWER) | BIT(APPROX_BEFORE) |
                    BIT(INDEFINITE), &sense) != 0;
}

/* 书记、副书记人选: more of the same behind 、, where no number follows. */
static jilu_span coordinated (const jilu_reader *r, jilu_span span) {
  unsigned width;
  int n;
  for (n = 0; n < CLAUSES; n++) {
    jilu_span more;
    if (jilu_peek(r, span.end, &width) != 0x3001) break;   /* 、 */
    if (is_numeral(r, span.end + width)) break;
    more = phrase_at(r, span.end + width);
    if (more.begin >= more.end || is_numeral(r, more.end)) break;
    span.end = more.end;
  }
  return span;
}

/* 国家和地区: two nouns where nothing but 的 or a mark follows the second. */
static jilu_span and_another (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  jilu_span more;
  size_t next = jilu_match(r, span.end, BIT(NOUN_JOIN), &sense);
  unsigned width;
  uint32_t c;
  if (next == 0 || is_numeral(r, next)) return span;
  more = phrase_at(r, next);
  c = jilu_peek(r, more.end, &width);
  if (more.begin == more.end || (jilu_is_nominal(c) && jilu_particle_at(r, more.end) != JILU_OF) ||
      is_numeral(r, more.end)) return span;
  span.end = more.end;
  return span;
}

/* The head of a phrase from 'at' on: it stands behind the last 的. */
static jilu_span head_at (const jilu_reader *r, size_t at) {
  jilu_span span = nothing;
  int n;
  for (n = 0; at != 0 && n < CLAUSES; n++) {
    span = phrase_at(r, at);
    at = jilu_behind_of(r, span.end);
  }
  return span;
}

static jilu_span whole (const jilu_reader *r, jilu_span span) {
  if (span.begin >= span.end) return nothing;
  return jilu_without_marks(r, and_another(r, coordinated(r, span)));
}

jilu_span jilu_noun_after (const jilu_reader *r, size_t at) {
  size_t next = jilu_behind_of(r, at);
  /* 600平方米的现代化的中心 */
  return whole(r, next != 0 ? head_at(r, next) : phrase_at(r, at));
}

/* Behind the first 的 of a modifier that goes on at 'at'; 0: it is none. */
static size_t modifier_end (const jilu_reader *r, size_t at) {
  unsigned width;
  int n;
  for (n = 0; n < JILU_NOUN_LONGEST; n++) {
    uint32_t c = jilu_peek(r, at, &width), close = jilu_closing_mark(c);
    size_t end;
    if (jilu_ends_clause(c) || c == 0x3001) return 0;   /* 、 */
    if (jilu_particle_at(r, at) == JILU_OF) return at + width;
    end = close != 0 ? jilu_behind_pair(r, at + width, close) : 0;
    at = end != 0 ? end : at + width;
  }
  return 0;
}

/* Is the amount at 'begin' what a verb takes (表彰12名…), or the first word? */
static bool is_object (const jilu_reader *r, size_t begin) {
  return jilu_word_back(r, begin, BIT(ACT) | BIT(LINK)) != NOWHERE;
}

static bool is_initial (const jilu_reader *r, size_t begin) {
  return !jilu_is_nominal(jilu_peek_back(r, begin)) ||
         jilu_word_back(r, begin, BIT(NOUN_STOP) | BIT(DISTRIBUTIVE)) !=
         NOWHERE;
}

/* 超亿元 of 投资超亿元的项目: does a measure and its predicate go on here? */
static bool is_measured (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, BIT(LINK) | BIT(APPROX_BEFORE), &sense);
  if (end == 0) return false;
  end = jilu_skip_spaces(r, end);
  return is_numeral(r, end) || jilu_match(r, end, BIT(SECTION), &sense) != 0;
}

static bool ends_as_person (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  return span.begin < span.end &&
         jilu_match_back(r, span.end, span.begin, BIT(AGENT) | BIT(TITLE),
                         &sense) != NOWHERE;
}

/* 投资超亿元, and before 的 whatever has a verb: 群众关心. */
static bool is_modifier (const jilu_reader *r, jilu_span span) {
  return is_measured(r, span.end) || (jilu_behind_of(r, span.end) != 0 &&
                                      jilu_noun_reads_as_clause(r, span));
}

/*
** 12名表现突出的干部, 3家位于城郊的化工厂: 'span' is what stands right behind the
** amount at [begin, at), up to a verb or a 的. Where that can't be what is
** counted, it is the head that it modifies. A clause that begins with the
** amount needs a verb behind that head; else the amount is its subject, and
** the verb stood before 的: 其中3家获得省级以上的表彰.
*/
static jilu_span modified (const jilu_reader *r, size_t begin, size_t at,
                           jilu_span span, const jilu_measured *what) {
  unsigned width;
  bool empty = span.begin >= span.end;
  jilu_span head;
  size_t next;
  if (!what->things) return span;
  if (!empty && (what->persons ? ends_as_person(r, span)
                               : !is_modifier(r, span))) return span;
  next = modifier_end(r, empty ? at : span.end);
  if (next == 0) return span;
  head = jilu_noun_cut(r, head_at(r, next), true);
  if (head.begin >= head.end || (what->persons && !ends_as_person(r, head)))
    return span;
  if (is_object(r, begin)) return head;
  return is_initial(r, begin) && jilu_is_nominal(jilu_peek(r, head.end, &width))
             ? head : span;
}

/* 200名学员毕业: what persons do is no part of who they are. */
static jilu_span without_verb (const jilu_reader *r, jilu_span span) {
  size_t verb = jilu_word_back(r, span.end, BIT(VERBAL_NOUN));
  if (verb != NOWHERE && verb > span.begin &&
      !jilu_is_word(r, verb, span.end, BIT(NOUN)) &&
      jilu_word_back(r, verb, BIT(AGENT)) != NOWHERE) span.end = (uint32_t)verb;
  return span;
}

/* 者 of 20人以上者 names nobody. */
static bool is_whoever (const jilu_reader *r, size_t at) {
  unsigned width;
  if (jilu_particle_at(r, at) != JILU_THOSE) return false;
  (void)jilu_peek(r, at, &width);
  return !jilu_is_nominal(jilu_peek(r, at + width, &width));
}

/* (套) of 620台(套)机械. */
static size_t behind_other_unit (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end;
  if (at >= r->size || r->text[at] != '(') return at;
  end = jilu_match(r, at + 1, BIT(UNIT), &sense);
  return end != 0 && end < r->size && r->text[end] == ')' ? end + 1 : at;
}

jilu_span jilu_noun_counted_after (const jilu_reader *r, size_t begin,
                                   size_t at, jilu_measured *what) {
  jilu_span span, head;
  if (jilu_behind_of(r, at) != 0) {
    what->takes_verb = true;
    span = jilu_noun_run(r, jilu_behind_of(r, at), what);
    if (span.begin < span.end) return whole(r, span);
    span = jilu_noun_after(r, at);
    if (span.begin < span.end) return jilu_noun_cut(r, span, true);
    return jilu_noun_with_verb(r, jilu_behind_of(r, at));
  }
  if (is_whoever(r, at)) return nothing;
  begin = jilu_trim_back(r, begin, 0);
  at = behind_other_unit(r, at);
  what->takes_verb =
      (what->things || what->events) &&
      (is_object(r, begin) ||
       jilu_particle_before(r, begin) == JILU_AND_OTHERS);
  span = jilu_noun_run(r, jilu_skip_spaces(r, at), what);
  if (span.begin < span.end) return whole(r, span);
  if (modifier_end(r, at) == 0 &&
      jilu_noun_run_is_none(r, jilu_skip_spaces(r, at), what)) return nothing;
  span = phrase_at(r, at);
  if (what->persons) span = without_verb(r, span);
  head = modified(r, begin, at, span, what);
  if (head.begin != span.begin) return whole(r, head);
  if (what->persons && span.begin == span.end &&
      (is_object(r, begin) || is_initial(r, begin)) &&
      ends_as_person(r, head = jilu_noun_with_verb(r, at))) span = head;
  return whole(r, jilu_noun_cut(r, span, !is_object(r, begin)));
}
