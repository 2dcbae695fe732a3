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

/* One step of a noun phrase from 'at'; 0 where it ends. */
static size_t advance (const jilu_reader *r, size_t at, size_t begin) {
  const jilu_sense *sense = NULL;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width), close;
  size_t end = jilu_match(r, at, WORDS, &sense);
  if (end != 0) {
    if (is_word(r, at, end, BIT(NOUN))) return end;
    if (is_word(r, at, end, BIT(VERBAL_NOUN)) && !acts(r, begin, at, end))
      return end;
    return jilu_match(r, end, BIT(NOUN_SUFFIX), &sense);
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

jilu_span jilu_noun_after (const jilu_reader *r, size_t at) {
  jilu_span span = nothing;
  size_t next = behind_of(r, at);
  int n;
  /* 1280平方米的高标准的中心: the head stands behind the last 的 */
  for (n = 0; next != 0 && n < CLAUSES; n++) {
    span = phrase_at(r, next);
    next = behind_of(r, span.end);
  }
  if (n == 0) span = phrase_at(r, at);
  if (span.begin >= span.end) return nothing;
  return without_marks(r, coordinated(r, span));
}

/* --- backward -------------------------------------------------------------- */

/* 覆盖率 and the like that end at 'end': their start, or NOWHERE. */
static size_t derived_before (const jilu_reader *r, size_t end) {
  size_t suffix = word_before(r, end, BIT(NOUN_SUFFIX));
  if (suffix == NOWHERE || is_word(r, suffix, end, BIT(NOUN))) return NOWHERE;
  return word_before(r, suffix, STOPS);
}

/* Is the word that begins at 'at' the first of its clause, or behind a verb? */
static bool leads (const jilu_reader *r, size_t at) {
  uint32_t c = jilu_peek_back(r, at);
  return !is_nominal(c) || word_before(r, at, BIT(NOUN_STOP)) != NOWHERE;
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
    return NOWHERE;
  }
  if ((open = opening(c)) != 0)
    return before_pair(r, jilu_back(r, at), open);
  return is_nominal(c) ? jilu_back(r, at) : NOWHERE;
}

/* 和 between two nouns: 党员和群众代表300余人. Its start, or NOWHERE. */
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

jilu_span jilu_noun_before (const jilu_reader *r, size_t end, size_t floor) {
  jilu_span span;
  size_t link;
  while ((link = word_before(r, end, BIT(LINK))) != NOWHERE && link >= floor)
    end = link;
  span.begin = (uint32_t)phrase_before(r, end, floor);
  span.end = (uint32_t)end;
  return without_marks(r, span);
}
