#include "facts/noun.h"

#include "facts/noun_words.h"
#include "facts/numeral.h"

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

static size_t without_spaces (const jilu_reader *r, size_t end, size_t floor) {
  while (end > floor && (r->text[end - 1] == ' ' || r->text[end - 1] == '\t'))
    end--;
  return end;
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
  size_t end = jilu_match(r, at, WORDS, &sense), over;
  if (at > begin && counts_again(r, at)) return 0;
  if (end != 0) {
    if (is_word(r, at, end, BIT(NOUN))) return end;
    if (is_word(r, at, end, BIT(VERBAL_NOUN)) && !acts(r, begin, at, end))
      return end;
    over = jilu_noun_over_stop(r, begin, at, end);
    return over != 0 ? over : derived_end(r, end);
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

/* The head of a phrase from 'at' on: it stands behind the last 的. */
static jilu_span head_at (const jilu_reader *r, size_t at) {
  jilu_span span = nothing;
  int n;
  for (n = 0; at != 0 && n < CLAUSES; n++) {
    span = phrase_at(r, at);
    at = behind_of(r, span.end);
  }
  return span;
}

static jilu_span whole (const jilu_reader *r, jilu_span span) {
  if (span.begin >= span.end) return nothing;
  return without_marks(r, and_another(r, coordinated(r, span)));
}

jilu_span jilu_noun_after (const jilu_reader *r, size_t at) {
  size_t next = behind_of(r, at);
  /* 600平方米的现代化的中心 */
  return whole(r, next != 0 ? head_at(r, next) : phrase_at(r, at));
}

/* Behind the first 的 of a modifier that goes on at 'at'; 0: it is none. */
static size_t modifier_end (const jilu_reader *r, size_t at) {
  unsigned width;
  int n;
  for (n = 0; n < LONGEST; n++) {
    uint32_t c = jilu_peek(r, at, &width), close = closing(c);
    size_t end;
    if (jilu_ends_clause(c) || c == 0x3001) return 0;   /* 、 */
    if (c == 0x7684) return at + width;
    end = close != 0 ? behind_pair(r, at + width, close) : 0;
    at = end != 0 ? end : at + width;
  }
  return 0;
}

/* Is the amount at 'begin' what a verb takes (表彰12名…), or the first word? */
static bool is_object (const jilu_reader *r, size_t begin) {
  return word_before(r, begin, BIT(ACT) | BIT(LINK)) != NOWHERE;
}

static bool is_initial (const jilu_reader *r, size_t begin) {
  return !is_nominal(jilu_peek_back(r, begin)) ||
         word_before(r, begin, BIT(NOUN_STOP) | BIT(DISTRIBUTIVE)) != NOWHERE;
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
  return is_measured(r, span.end) || (behind_of(r, span.end) != 0 &&
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
  return is_initial(r, begin) && is_nominal(jilu_peek(r, head.end, &width))
             ? head : span;
}

/* 200名学员毕业: what persons do is no part of who they are. */
static jilu_span without_verb (const jilu_reader *r, jilu_span span) {
  size_t verb = word_before(r, span.end, BIT(VERBAL_NOUN));
  if (verb != NOWHERE && verb > span.begin &&
      !is_word(r, verb, span.end, BIT(NOUN)) &&
      word_before(r, verb, BIT(AGENT)) != NOWHERE) span.end = (uint32_t)verb;
  return span;
}

/* 者 of 20人以上者 names nobody. */
static bool is_whoever (const jilu_reader *r, size_t at) {
  unsigned width;
  return jilu_peek(r, at, &width) == 0x8005 &&
         !is_nominal(jilu_peek(r, at + width, &width));
}

/* (套) of 620台(套)机械. */
static size_t behind_other_unit (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end;
  if (at >= r->size || r->text[at] != '(') return at;
  end = jilu_match(r, at + 1, BIT(UNIT), &sense);
  return end != 0 && end < r->size && r->text[end] == ')' ? end + 1 : at;
}

/* What the amount at [begin, at) counts, if that stands behind it. */
static jilu_span counted_after (const jilu_reader *r, size_t begin, size_t at,
                                const jilu_measured *what) {
  jilu_span span, head;
  if (behind_of(r, at) != 0) {
    span = jilu_noun_after(r, at);
    return span.begin < span.end ? jilu_noun_cut(r, span, true)
                                 : jilu_noun_with_verb(r, behind_of(r, at));
  }
  if (is_whoever(r, at)) return nothing;
  begin = without_spaces(r, begin, 0);
  at = behind_other_unit(r, at);
  span = phrase_at(r, at);
  if (what->persons) span = without_verb(r, span);
  head = modified(r, begin, at, span, what);
  if (head.begin != span.begin) return whole(r, head);
  if (what->persons && span.begin == span.end &&
      (is_object(r, begin) || is_initial(r, begin)) &&
      ends_as_person(r, head = jilu_noun_with_verb(r, at))) span = head;
  return whole(r, jilu_noun_cut(r, span, !is_object(r, begin)));
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
  word = word_before(r, at, WORDS);
  if (word != NOWHERE) {
    if (is_word(r, word, at, BIT(NOUN))) return word;
    if (is_word(r, word, at, BIT(VERBAL_NOUN)) &&
        !(at < end && leads(r, word))) return word;
    over = jilu_noun_into_stop(r, word, at, end);
    if (over != NOWHERE) return over;
    word = overlapped(r, word, at);
    return word != 0 ? word : NOWHERE;
  }
  if ((open = opening(c)) != 0) {
    size_t pair = before_pair(r, jilu_back(r, at), open);
    return pair != NOWHERE && is_marker(r, pair, at) ? NOWHERE : pair;
  }
  if (jilu_is_digit(c) || jilu_is_letter(c)) return token_before(r, at);
  if (c == ' ' && joins_latin(r, at - 1, at)) return at - 1;
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

/* 2019年财政收入: the year is no part of it. */
static jilu_span behind_year (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  size_t mark;
  if (span.begin == 0 || !jilu_is_digit(r->text[span.begin - 1])) return span;
  mark = jilu_match(r, span.begin, BIT(TIME_MARK), &sense);
  if (mark != 0 && mark <= span.end) span.begin = (uint32_t)mark;
  return span;
}

/* 每坪造价: what the rate is for is no part of it. */
static jilu_span behind_rate (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  size_t unit;
  if (jilu_peek_back(r, span.begin) != 0x6BCF) return span;   /* 每 */
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

jilu_span jilu_noun_before (const jilu_reader *r, size_t end, size_t floor) {
  jilu_span span;
  size_t link;
  end = without_spaces(r, end, floor);
  while ((link = word_before(r, end, BIT(LINK) | BIT(NOUN))) != NOWHERE &&
         link >= floor && is_word(r, link, end, BIT(LINK)))
    end = without_spaces(r, link, floor);
  span.begin = (uint32_t)phrase_before(r, end, floor);
  span.end = (uint32_t)end;
  span = behind_article(r, behind_rate(r, behind_year(r, span)));
  return without_marks(r, jilu_noun_uncut(r, span));
}

/* --- which of the two ------------------------------------------------------ */

/* 比上年 before 增长: the start of the comparison, or 'end'. */
static size_t before_comparison (const jilu_reader *r, size_t end,
                                 size_t floor) {
  size_t at = end;
  uint32_t c;
  int n;
  for (n = 0; n < 12 && at > floor; n++) {
    size_t word = word_before(r, at, BIT(COMPARED) | BIT(CHANGE_VERB));
    /* 比 in 同比 compares nothing that is named */
    if (word != NOWHERE && word >= floor)
      return is_word(r, word, at, BIT(COMPARED)) ? word : end;
    c = jilu_peek_back(r, at);
    /* 比“十五”期末 */
    if (!is_nominal(c) && !jilu_is_digit(c) && c != 0x201C && c != 0x201D)
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
    if (!is_nominal(jilu_peek_back(r, at))) break;
    at = jilu_back(r, at);
    if (jilu_peek_back(r, at) == 0x6BCF &&   /* 每; 每平方公里 */
        (n < 2 || is_word(r, at, end, BIT(UNIT))))
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
  size_t end = without_note(r, without_spaces(r, begin, floor), floor), word;
  for (;;) {
    word = rate_before(r, end, floor);
    if (word == NOWHERE) {
      word = word_before(r, end, BIT(LINK) | BIT(CHANGE_VERB) | BIT(NOUN));
      /* 为 of 行为 */
      if (word != NOWHERE &&
          !is_word(r, word, end, BIT(LINK) | BIT(CHANGE_VERB))) return end;
    }
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

/* 排放五年累计降低18%: is all that parts noun and change the time? */
static bool is_passed (const jilu_reader *r, size_t end, size_t floor,
                       const jilu_measured *what, bool changes) {
  size_t begin = without_spaces(r, what->time_begin, floor);
  return changes && what->time != 0 && end == what->time && begin > floor &&
         is_nominal(jilu_peek_back(r, begin));
}

/* 调解成功率: the verb that begins the clause names the rate. */
static jilu_span with_verb (const jilu_reader *r, jilu_span span,
                            size_t floor) {
  size_t verb;
  if (span.begin >= span.end || jilu_peek_back(r, span.end) != 0x7387)  /* 率 */
    return span;
  verb = word_before(r, span.begin, BIT(ACT));
  if (verb != NOWHERE && verb >= floor && !is_nominal(jilu_peek_back(r, verb)))
    span.begin = (uint32_t)verb;
  return span;
}

static jilu_span before_amount (const jilu_reader *r, size_t begin,
                                size_t floor, jilu_measured *what) {
  bool changes = false;
  size_t end = named_before(r, begin, floor, &changes);
  /* a time is no part of the noun, but one inside 比上年增长 is passed over */
  if (is_passed(r, end, floor, what, changes))
    end = without_spaces(r, what->time_begin, floor);
  else if (end >= what->time && what->time > floor) floor = what->time;
  uint32_t c = jilu_peek_back(r, end);
  if (end > floor && ((c == ':' && end == begin) || (what->share &&
                      (c == 0x7684 || c == 0x4E4B))))   /* 的 之 */
    end = jilu_back(r, end);
  else if (!is_nominal(c) && opening(c) == 0) {
    what->inherits = changes || what->share;
    return nothing;
  }
  what->inherits = changes;
  if (what->share) return with_verb(r, jilu_noun_before(r, end, floor), floor);
  if (end < without_spaces(r, begin, floor))
    return jilu_noun_before(r, end, floor);
  return no_deed(r, jilu_noun_behind_verb(
      r, jilu_noun_before(r, end, floor), what->money));
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
static bool is_predicate (const jilu_reader *r, size_t begin, size_t floor) {
  const jilu_sense *sense = NULL;
  if (jilu_match_back(r, begin, floor, BIT(LINK), &sense) != NOWHERE)
    return sense->value != 0;
  return jilu_match(r, begin, BIT(APPROX_BEFORE), &sense) != 0 &&
         sense->value == JILU_OVER && is_nominal(jilu_peek_back(r, begin));
}

/* 投资规模10亿元以上的项目: a limit of what is named before it. */
static bool is_limit (const jilu_reader *r, size_t begin, size_t end) {
  return word_before(r, end, BIT(APPROX_AFTER)) != NOWHERE &&
         is_nominal(jilu_peek_back(r, begin)) &&
         word_before(r, begin, BIT(NOUN_STOP) | BIT(ACT) | BIT(VERBAL_NOUN)) ==
         NOWHERE;
}

jilu_span jilu_noun_of (const jilu_reader *r, size_t begin, size_t end,
                        size_t floor, jilu_measured *what) {
  jilu_span span = nothing;
  bool first_before = (what->share || what->money) && behind_of(r, end) == 0;
  if (behind_of(r, end) != 0 && begin > floor &&
      (is_predicate(r, begin, floor) || is_of_sum(r, begin, floor, what) ||
       (what->money && is_limit(r, without_spaces(r, begin, floor), end))))
    first_before = true;
  bool changes = false;
  if (first_before) span = before_amount(r, begin, floor, what);
  if (first_before && what->inherits)
    (void)named_before(r, begin, floor, &changes);
  if (is_empty(span) && !changes) {
    span = counted_after(r, begin, end, what);
    if (what->institutions) span = institution_in(r, span);
  }
  if (is_empty(span) && !first_before)
    span = before_amount(r, begin, floor, what);
  return span;
}
