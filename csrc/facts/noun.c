#include "facts/noun.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)
#define LONGEST 32   /* code points of a noun phrase */
#define WORD 24      /* bytes that a word may reach back */
#define CLAUSES 4    /* 的 that are read over before the head */

#define STOPS (BIT(NOUN_STOP) | BIT(VERBAL_NOUN))
#define WORDS (STOPS | BIT(NOUN))

static const jilu_span nothing = {0, 0};

static size_t floor_of (size_t at) {
  return at > WORD ? at - WORD : 0;
}

static size_t word_before (const jilu_reader *r, size_t end,
                           jilu_classes classes) {
  const jilu_sense *sense = NULL;
  return jilu_match_back(r, end, floor_of(end), classes, &sense);
}

static bool is_word (const jilu_reader *r, size_t at, size_t end,
                     jilu_classes classes) {
  return jilu_sense_of(r, at, end, classes) != NULL;
}

/* --- pairs of marks -------------------------------------------------------- */

/* The closing partner of an opening mark; 0 for other characters. */
static uint32_t closing (uint32_t c) {
  switch (c) {
    case '(': return ')';
    case 0x201C: return 0x201D;
    case 0x300C: return 0x300D;
    case 0x2018: return 0x2019;
    default: return 0;
  }
}

static uint32_t opening (uint32_t c) {
  switch (c) {
    case ')': return '(';
    case 0x201D: return 0x201C;
    case 0x300D: return 0x300C;
    case 0x2019: return 0x2018;
    default: return 0;
  }
}

/* Behind the pair that opens before 'at', 0 where it does not close soon. */
static size_t behind_pair (const jilu_reader *r, size_t at, uint32_t close) {
  unsigned width;
  int n;
  for (n = 0; n < LONGEST; n++) {
    uint32_t c = jilu_peek(r, at, &width);
    if (c == 0 || c == '\n') return 0;
    at += width;
    if (c == close) return at;
  }
  return 0;
}

static size_t before_pair (const jilu_reader *r, size_t end, uint32_t open) {
  int n;
  for (n = 0; n < LONGEST && end > 0; n++) {
    uint32_t c = jilu_peek_back(r, end);
    if (c == '\n') break;
    end = jilu_back(r, end);
    if (c == open) return end;
  }
  return NOWHERE;
}

/* A phrase that is one quotation and no more is named without its marks. */
static jilu_span without_marks (const jilu_reader *r, jilu_span span) {
  unsigned width, last;
  uint32_t close;
  size_t end;
  if (span.begin == span.end) return span;
  close = closing(jilu_peek(r, span.begin, &width));
  if (close == 0) return span;
  end = behind_pair(r, span.begin + width, close);
  if (end != span.end) return span;
  last = (unsigned)(end - jilu_back(r, end));
  span.begin += width;
  span.end -= last;
  return span;
}

/* --- forward --------------------------------------------------------------- */

/* A quantity of its own behind a noun: 三五个人一组, 党员一名. */
static bool counts_again (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  size_t end = jilu_match(r, at, BIT(DIGIT), &sense);
  if (end == 0) return false;
  end = jilu_match(r, end, BIT(UNIT), &sense);
  return end != 0 && !jilu_is_han(jilu_peek(r, end, &width));
}

static bool is_nominal (uint32_t c) {
  return jilu_is_han(c) || jilu_is_letter(c) || c == 0xB7;
}

/*
** A verbal noun at [at, end) is a verb behind those who do it (139个单位组织…)
** and before what a verb takes (组织了, 组织“…”); else it is part of the noun.
*/
static bool acts (const jilu_reader *r, size_t begin, size_t at, size_t end) {
  unsigned width;
  uint32_t c = jilu_peek(r, end, &width);
  if (c == 0x4E86 || c == 0x201C || c == 0x300A) return true;   /* 了 “ 《 */
  return at > begin && is_nominal(c) &&
         word_before(r, at, BIT(AGENT)) != NOWHERE;
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
  size_t end = jilu_match(r, at, WORDS, &sense);
  if (at > begin && counts_again(r, at)) return 0;
  if (end != 0) {
    if (is_word(r, at, end, BIT(NOUN))) return end;
    if (is_word(r, at, end, BIT(VERBAL_NOUN)) && !acts(r, begin, at, end))
      return end;
    return derived_end(r, end);
  }
  if ((close = closing(c)) != 0) {
    if (c == '(' && at == begin) return 0;
    return behind_pair(r, at + width, close);
  }
  return is_nominal(c) ? at + width : 0;
}

static jilu_span phrase_at (const jilu_reader *r, size_t at) {
  jilu_span span = {(uint32_t)at, (uint32_t)at};
  int n;
  for (n = 0; n < LONGEST; n++) {
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

/* Behind 的 at 'at'; 0 if it does not stand there. */
static size_t behind_of (const jilu_reader *r, size_t at) {
  unsigned width;
  return jilu_peek(r, at, &width) == 0x7684 ? at + width : 0;
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
  if (more.begin == more.end || (is_nominal(c) && c != 0x7684) ||
      is_numeral(r, more.end)) return span;
  span.end = more.end;
  return span;
}

jilu_span jilu_noun_after (const jilu_reader *r, size_t at) {
  jilu_span span = nothing;
  size_t next = behind_of(r, at);
  int n;
  /* 600平方米的现代化的中心: the head stands behind the last 的 */
  for (n = 0; next != 0 && n < CLAUSES; n++) {
    span = phrase_at(r, next);
    next = behind_of(r, span.end);
  }
  if (n == 0) span = phrase_at(r, at);
  if (span.begin >= span.end) return nothing;
  return without_marks(r, and_another(r, coordinated(r, span)));
}

/* --- backward -------------------------------------------------------------- */

/* 覆盖率 and the like that end at 'end': their start, or NOWHERE. */
static size_t derived_before (const jilu_reader *r, size_t end) {
  size_t suffix = word_before(r, end, BIT(NOUN_SUFFIX));
  if (suffix == NOWHERE || is_word(r, suffix, end, BIT(NOUN))) return NOWHERE;
  return word_before(r, suffix, STOPS);
}

/*
** Is the word that begins at 'at' the first of its clause, or behind what is no
** verb (已培训党员)? Behind one it is part of its object: 制定整改措施.
*/
static bool leads (const jilu_reader *r, size_t at) {
  uint32_t c = jilu_peek_back(r, at);
  size_t word = word_before(r, at, BIT(NOUN_STOP) | BIT(NOUN));
  return !is_nominal(c) ||
         (word != NOWHERE && !is_word(r, word, at, BIT(NOUN) | BIT(ACT)));
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
    size_t before = word_before(r, at, WORDS);
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
  for (n = 0; n < WORD && at > 0; n++, at--) {
    unsigned char c = r->text[at - 1];
    if (jilu_is_letter(c)) letters = true;
    else if (!jilu_is_digit(c) && c != '.') break;
  }
  return letters ? at : NOWHERE;
}

/* One step back of a noun phrase [at, end); NOWHERE where it begins. */
static size_t retreat (const jilu_reader *r, size_t at, size_t end) {
  uint32_t c = jilu_peek_back(r, at), open;
  size_t word = derived_before(r, at);
  if (word != NOWHERE) return word;
  word = word_before(r, at, WORDS);
  if (word != NOWHERE) {
    if (is_word(r, word, at, BIT(NOUN))) return word;
    if (is_word(r, word, at, BIT(VERBAL_NOUN)) &&
        !(at < end && leads(r, word))) return word;
    word = overlapped(r, word, at);
    return word != 0 ? word : NOWHERE;
  }
  if ((open = opening(c)) != 0)
    return before_pair(r, jilu_back(r, at), open);
  if (jilu_is_digit(c)) return token_before(r, at);
  return is_nominal(c) ? jilu_back(r, at) : NOWHERE;
}

/* 和 between two nouns: 教师和学生代表200余人. Its start, or NOWHERE. */
static size_t joined (const jilu_reader *r, size_t at) {
  size_t before;
  if (jilu_peek_back(r, at) != 0x548C) return NOWHERE;
  before = jilu_back(r, at);
  return is_nominal(jilu_peek_back(r, before)) ? before : NOWHERE;
}

static size_t phrase_before (const jilu_reader *r, size_t end, size_t floor) {
  size_t at = end;
  int n;
  for (n = 0; n < LONGEST; n++) {
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

static size_t without_spaces (const jilu_reader *r, size_t end, size_t floor) {
  while (end > floor && (r->text[end - 1] == ' ' || r->text[end - 1] == '\t'))
    end--;
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

jilu_span jilu_noun_before (const jilu_reader *r, size_t end, size_t floor) {
  jilu_span span;
  size_t link;
  end = without_spaces(r, end, floor);
  while ((link = word_before(r, end, BIT(LINK))) != NOWHERE && link >= floor)
    end = without_spaces(r, link, floor);
  span.begin = (uint32_t)phrase_before(r, end, floor);
  span.end = (uint32_t)end;
  return without_marks(r, behind_year(r, span));
}

/* --- which of the two ------------------------------------------------------ */

/* 比上年 before 增长: the start of the comparison, or 'end'. */
static size_t before_comparison (const jilu_reader *r, size_t end,
                                 size_t floor) {
  size_t at = end;
  int n;
  for (n = 0; n < 12 && at > floor; n++) {
    size_t word = word_before(r, at, BIT(COMPARED) | BIT(CHANGE_VERB));
    /* 比 in 同比 compares nothing that is named */
    if (word != NOWHERE && word >= floor)
      return is_word(r, word, at, BIT(COMPARED)) ? word : end;
    if (!is_nominal(jilu_peek_back(r, at)) &&
        !jilu_is_digit(jilu_peek_back(r, at))) break;
    at = jilu_back(r, at);
  }
  return end;
}

/* 每秒, 每小时, 每万人 right before the amount: its start, or NOWHERE. */
static size_t rate_before (const jilu_reader *r, size_t end, size_t floor) {
  size_t at = end;
  int n;
  for (n = 0; n < 2 && at > floor; n++) {
    if (!is_nominal(jilu_peek_back(r, at))) break;
    at = jilu_back(r, at);
    if (jilu_peek_back(r, at) == 0x6BCF)   /* 每 */
      return jilu_back(r, at) >= floor ? jilu_back(r, at) : NOWHERE;
  }
  return NOWHERE;
}

/*
** The end of what is named before the amount at 'begin': 达, 共, 同比增长 and
** the like are read over.
*/
static size_t named_before (const jilu_reader *r, size_t begin, size_t floor,
                            bool *changes) {
  size_t end = without_spaces(r, begin, floor), word;
  for (;;) {
    word = rate_before(r, end, floor);
    if (word == NOWHERE)
      word = word_before(r, end, BIT(LINK) | BIT(CHANGE_VERB));
    if (word == NOWHERE || word < floor) return end;
    if (is_word(r, word, end, BIT(CHANGE_VERB))) *changes = true;
    end = without_spaces(r, word, floor);
    if (*changes)
      end = without_spaces(r, before_comparison(r, end, floor), floor);
  }
}

/* 投入10万元, 先后组织4批: a verb alone, which names nothing. */
static jilu_span no_deed (const jilu_reader *r, jilu_span span) {
  if (span.begin < span.end &&
      is_word(r, span.begin, span.end, BIT(VERBAL_NOUN)) &&
      !is_word(r, span.begin, span.end, BIT(NOUN)) && leads(r, span.begin))
    return nothing;
  return span;
}

static jilu_span before_amount (const jilu_reader *r, size_t begin,
                                size_t floor, jilu_measured *what) {
  bool changes = false;
  size_t end = named_before(r, begin, floor, &changes);
  /* a time is no part of the noun, but one inside 比上年增长 is passed over */
  if (end >= what->time && what->time > floor) floor = what->time;
  uint32_t c = jilu_peek_back(r, end);
  if (end > floor && ((c == ':' && end == begin) ||
                      (c == 0x7684 && what->share)))   /* 的 */
    end = jilu_back(r, end);
  else if (!is_nominal(c) && opening(c) == 0) {
    what->inherits = changes || what->share;
    return nothing;
  }
  what->inherits = changes;
  if (end < without_spaces(r, begin, floor))
    return jilu_noun_before(r, end, floor);
  return no_deed(r, jilu_noun_before(r, end, floor));
}

/* 市直单位党组书记: what 家 counts ends with 单位. */
static jilu_span institution_in (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  size_t at = span.begin;
  while (at < span.end) {
    unsigned width;
    size_t end = jilu_match(r, at, BIT(INSTITUTION), &sense);
    if (end != 0 && end <= span.end) {
      span.end = (uint32_t)end;
      return span;
    }
    (void)jilu_peek(r, at, &width);
    at += width;
  }
  return span;
}

static bool is_empty (jilu_span span) {
  return span.begin >= span.end;
}

jilu_span jilu_noun_of (const jilu_reader *r, size_t begin, size_t end,
                        size_t floor, jilu_measured *what) {
  jilu_span span = nothing;
  bool first_before = (what->share || what->money) && behind_of(r, end) == 0;
  const jilu_sense *link = NULL;
  /* 学校达5所以上的街道: a predicate tells of what stands before it */
  if (behind_of(r, end) != 0 && begin > floor &&
      jilu_match_back(r, begin, floor, BIT(LINK), &link) != NOWHERE && link->value != 0)
    first_before = true;
  bool changes = false;
  if (first_before) span = before_amount(r, begin, floor, what);
  if (first_before && what->inherits)
    (void)named_before(r, begin, floor, &changes);
  if (is_empty(span) && !changes) {
    span = jilu_noun_after(r, end);
    if (what->institutions) span = institution_in(r, span);
  }
  if (is_empty(span) && !first_before)
    span = before_amount(r, begin, floor, what);
  return span;
}
