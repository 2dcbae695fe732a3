/*
** Words of Chinese that no list can hold: numbers (三千五百, 4.7万, 百分之三十,
** 第三), times (1998年, 12月, 31日) and foreign names (卡尔·马克思). Each is
** offered to the lattice as an edge of its class; whether it is taken, costs
** decide.
*/

#include "lexicon/chunk.h"

#include "view/fold.h"

void jilu_chunk_add (jilu_chunk *c, uint32_t begin, uint32_t end,
                     jilu_lexicon_class class, uint32_t extra) {
  jilu_open_word *w;
  if (c->open_count >= sizeof c->open / sizeof *c->open) return;
  w = &c->open[c->open_count++];
  w->begin = (uint16_t)begin;
  w->end = (uint16_t)end;
  w->class = (uint16_t)class;
  w->extra = (uint16_t)extra;
}

static uint32_t folded (const jilu_chunk *c, uint32_t i) {
  return i < c->count ? jilu_fold(c->points[i]) : 0;
}

static int is_digit (const jilu_chunk *c, uint32_t i) {
  return i < c->count && jilu_char_kind_of(c->cells[i]) == JILU_CHAR_DIGIT;
}

static int is_numeral (const jilu_chunk *c, uint32_t i) {
  return i < c->count && (c->cells[i] & JILU_CHAR_NUMERAL) != 0;
}

/* 0..9 for a digit in either script, 10 for 十, 廿 20, 卅 30; 100: above. */
static uint32_t digit_value (uint32_t point) {
  static const uint16_t digits[] = {
    0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B,
    0x4E5D
  };
  uint32_t i;
  if (point >= '0' && point <= '9') return point - '0';
  if (point == 0x3007 || point == 0x25CB) return 0;
  for (i = 0; i < 10; i++)
    if (digits[i] == point) return i;
  if (point == 0x5341) return 10;
  if (point == 0x5EFF) return 20;
  return point == 0x5345 ? 30 : 100;
}

/* A numeral that was read, and what it may be the number of. */
typedef struct numeral {
  uint32_t begin, end;
  uint32_t value;   /* up to 9999; 10000 for all that is above or broken */
  uint32_t places;  /* digits, where it is written by digits alone */
  int arabic;
} numeral;

/* Reads what can number a year, a month, a day. */
static void evaluate (const jilu_chunk *c, numeral *n) {
  uint32_t i, value = 0;
  int tens = 0;
  n->places = n->end - n->begin;
  for (i = n->begin; i < n->end; i++) {
    uint32_t d = digit_value(folded(c, i));
    if (d >= 100) value = 10000;
    else if (d >= 10) {
      value = d == 10 && value > 0 ? value * 10 : value + d;
      tens = 1;
    }
    else value = tens ? value + d : value * 10 + d;
    if (value > 10000) value = 10000;
  }
  if (tens) n->places = 0;
  n->value = value;
}

/* A maximal numeral at 'begin'. */
static numeral read_numeral (const jilu_chunk *c, uint32_t begin) {
  numeral n = {begin, begin, 0, 0, 0};
  if (is_digit(c, begin)) {
    n.arabic = 1;
    n.end++;
    while (n.end < c->count && jilu_chunk_inner(c, n.end)) n.end++;
    evaluate(c, &n);
    return n;
  }
  while (is_numeral(c, n.end) && !jilu_chunk_inner(c, n.end)) n.end++;
  evaluate(c, &n);
  return n;
}

static int is_year (const numeral *n) {
  if (n->places == 4) return n->value >= 1000 || n->arabic;
  return n->places == 2 && n->arabic && (n->value >= 60 || n->value < 10);
}

/* Behind 时 comes 分, behind 月 comes 号: only there are those times. */
static int follows (const jilu_chunk *c, const numeral *n, uint32_t unit) {
  return n->begin > 0 && folded(c, n->begin - 1) == unit;
}

/* Characters of the unit that makes a time of the number; 0: it is none. */
static uint32_t time_unit (const jilu_chunk *c, const numeral *n) {
  uint32_t v = n->value;
  switch (folded(c, n->end)) {
    case 0x5E74:  /* 年 */
      return is_year(n) ? 1 : 0;
    case 0x6708:  /* 月 */
      if (v < 1 || v > 12) return 0;
      return folded(c, n->end + 1) == 0x4EFD ? 2 : 1;  /* 份 */
    case 0x65E5:  /* 日 */
      return v >= 1 && v <= 31 && (n->arabic || follows(c, n, 0x6708))
             ? 1 : 0;
    case 0x53F7:  /* 号 */
      return v >= 1 && v <= 31 && follows(c, n, 0x6708) ? 1 : 0;
    case 0x65F6: case 0x70B9:  /* 时, 点 */
      return n->arabic && v <= 24 ? 1 : 0;
    case 0x5206:  /* 分 */
      return v < 60 && (follows(c, n, 0x65F6) || follows(c, n, 0x70B9))
             ? 1 : 0;
    case 0x79D2:  /* 秒 */
      return v < 60 && follows(c, n, 0x5206) ? 1 : 0;
    default:
      return 0;
  }
}

/* Where the number ends that begins with this numeral. */
static uint32_t number_end (const jilu_chunk *c, const numeral *n) {
  uint32_t end = n->end;
  if (n->arabic) {
    while (is_numeral(c, end)) end++;
    return end;
  }
  if (folded(c, end) == 0x5206 && folded(c, end + 1) == 0x4E4B &&
      (is_numeral(c, end + 2) || is_digit(c, end + 2)))  /* 分之 */
    end = read_numeral(c, end + 2).end;
  if (folded(c, end) == 0x70B9 && is_numeral(c, end + 1))  /* 点 */
    return read_numeral(c, end + 1).end;
  return end;
}

/* The unknown words that begin with a numeral at 'begin'; returns its end. */
static uint32_t add_numeral (jilu_chunk *c, uint32_t begin) {
  numeral n = read_numeral(c, begin);
  uint32_t end = number_end(c, &n), unit = time_unit(c, &n);
  int ordinal = begin > 0 && folded(c, begin - 1) == 0x7B2C;  /* 第 */
  if (ordinal)
    jilu_chunk_add(c, begin - 1, end, JILU_LEXICON_NUMBER, 0);
  else if (unit > 0)
    jilu_chunk_add(c, begin, n.end + unit, JILU_LEXICON_TIME, 0);
  if (end > n.end || (!n.arabic && end > begin + 1)) {
    jilu_chunk_add(c, begin, end, JILU_LEXICON_NUMBER, 0);
    /* 60万 and 千瓦: the last numeral may begin the unit. */
    if (end > begin + 2 && end > n.begin + 1)
      jilu_chunk_add(c, begin, end - 1, JILU_LEXICON_NUMBER, 0);
  }
  return end;
}

/* --- foreign names ------------------------------------------------------- */

#define NAME_PART 8u

static int in_name (const jilu_chunk *c, uint32_t i) {
  return (c->cells[i] & JILU_CHAR_FOREIGN) != 0 ||
         jilu_char_kind_of(c->cells[i]) == JILU_CHAR_LETTER;
}

static uint32_t name_begin (const jilu_chunk *c, uint32_t dot) {
  uint32_t i = dot;
  while (i > 0 && dot - i < NAME_PART && in_name(c, i - 1)) i--;
  while (i < dot && jilu_chunk_inner(c, i)) i++;
  return i;
}

static uint32_t name_end (const jilu_chunk *c, uint32_t dot) {
  uint32_t i = dot + 1;
  while (i < c->count && i - dot <= NAME_PART && in_name(c, i)) i++;
  while (i < c->count && jilu_chunk_inner(c, i)) i++;
  return i;
}

static void add_foreign_names (jilu_chunk *c) {
  uint32_t i;
  for (i = 1; i < c->count; i++) {
    uint32_t begin, end;
    if (!jilu_is_name_dot(c->points[i])) continue;
    begin = name_begin(c, i);
    end = name_end(c, i);
    while (end < c->count && jilu_is_name_dot(c->points[end]))
      end = name_end(c, end);
    if (begin < i && end > i + 1)
      jilu_chunk_add(c, begin, end, JILU_LEXICON_PERSON, 0);
    i = end > i ? end - 1 : i;
  }
}

/* --- names of persons and places ----------------------------------------- */

static uint32_t part_cost (const jilu_lexicon *x, const jilu_chunk *c,
                           uint32_t i, jilu_name_part part) {
  return i < c->count ? jilu_lexicon_name(x, c->cells[i], part) : 0;
}

static void add_person (const jilu_lexicon *x, jilu_chunk *c, uint32_t i) {
  uint32_t surname = part_cost(x, c, i, JILU_NAME_SURNAME);
  uint32_t only = part_cost(x, c, i + 1, JILU_NAME_ONLY);
  uint32_t given = part_cost(x, c, i + 1, JILU_NAME_GIVEN);
  uint32_t last = part_cost(x, c, i + 2, JILU_NAME_LAST);
  if (only != 0)
    jilu_chunk_add(c, i, i + 2, JILU_LEXICON_PERSON, surname + only);
  if (given != 0 && last != 0)
    jilu_chunk_add(c, i, i + 3, JILU_LEXICON_PERSON, surname + given + last);
}

static void add_place (const jilu_lexicon *x, jilu_chunk *c, uint32_t i) {
  uint32_t suffix = part_cost(x, c, i, JILU_NAME_SUFFIX);
  uint32_t place, last;
  if (i < 2) return;
  place = part_cost(x, c, i - 2, JILU_NAME_PLACE);
  last = part_cost(x, c, i - 1, JILU_NAME_PLACE_LAST);
  if (place != 0 && last != 0)
    jilu_chunk_add(c, i - 2, i + 1, JILU_LEXICON_PLACE, place + last + suffix);
}

/* --- with parts that are listed ------------------------------------------ */

/* In sixteenths: a surname of two characters before it makes any character
** likely to be of a name, and so does what only organisations end with. */
#define COMPOUND_COST  96u
#define GIVEN_COST    112u
#define BODY_COST    216u
#define BODY_LONGER   80u

/* Where the longest part of a kind ends that begins at 'i'; 'i': none does. */
static uint32_t part_end (const jilu_lexicon *x, const jilu_chunk *c,
                          uint32_t i, uint32_t kind) {
  const jilu_trie *trie = &x->parts;
  uint32_t node = JILU_TRIE_ROOT, end = i;
  for (; i < c->count; i++) {
    uint32_t code = jilu_trie_code(trie, folded(c, i));
    if (code == 0) break;
    node = jilu_trie_step(trie, node, code);
    if (node == 0) break;
    if ((jilu_trie_value(trie, node) & kind) != 0) end = i + 1;
  }
  return end;
}

static int is_han (const jilu_chunk *c, uint32_t i) {
  return i < c->count && jilu_char_kind_of(c->cells[i]) == JILU_CHAR_HAN;
}

/* As a word by itself, is it as frequent as 由 and 与 are? In eighths. */
#define FREQUENT 56u

static int is_frequent (const jilu_lexicon *x, const jilu_chunk *c,
                        uint32_t i) {
  uint64_t unit = x->first[jilu_char_code(c->cells[i])];
  return jilu_value_cost((uint32_t)unit & JILU_TRIE_VALUE_MAX) < 2 * FREQUENT;
}

static uint32_t given_cost (const jilu_lexicon *x, const jilu_chunk *c,
                            uint32_t i, jilu_name_part part) {
  uint32_t cost = part_cost(x, c, i, part);
  return cost == 0 || cost > GIVEN_COST ? GIVEN_COST : cost;
}

/* 欧阳 and a given name, which may be of any characters. */
static void add_compound (const jilu_lexicon *x, jilu_chunk *c, uint32_t i) {
  uint32_t end = part_end(x, c, i, JILU_PART_SURNAME);
  if (end == i || !is_han(c, end)) return;
  jilu_chunk_add(c, i, end + 1, JILU_LEXICON_PERSON, COMPOUND_COST +
                 given_cost(x, c, end, JILU_NAME_ONLY));
  if (is_han(c, end + 1))
    jilu_chunk_add(c, i, end + 2, JILU_LEXICON_PERSON, COMPOUND_COST +
                   given_cost(x, c, end, JILU_NAME_GIVEN) +
                   given_cost(x, c, end + 1, JILU_NAME_LAST));
}

/* Two or three characters that no list has as a name, before 公司. */
static void add_body (const jilu_lexicon *x, jilu_chunk *c, uint32_t i) {
  if (i < 2 || !is_han(c, i - 1) || !is_han(c, i - 2) ||
      part_end(x, c, i, JILU_PART_BODY) == i) return;
  jilu_chunk_add(c, i - 2, i, JILU_LEXICON_OTHER, BODY_COST);
  if (i > 2 && is_han(c, i - 3) && !is_frequent(x, c, i - 3))
    jilu_chunk_add(c, i - 3, i, JILU_LEXICON_OTHER, BODY_COST + BODY_LONGER);
}


/* A股, 5G网络: where such a word goes on behind a run of letters or digits. At
** first nothing but runs is in the list. */
static void add_mixed (const jilu_lexicon *x, jilu_chunk *c) {
  uint32_t k, count = c->open_count;
  for (k = 0; k < count; k++) {
    uint32_t begin = c->open[k].begin;
    uint32_t end = part_end(x, c, begin, JILU_PART_MIXED);
    if (end > c->open[k].end)
      jilu_chunk_add(c, begin, end, JILU_LEXICON_OTHER, 0);
  }
}

/* --- all ----------------------------------------------------------------- */

/* What begins at the marked places, but for the rest of a numeral. */
static void add_marked (const jilu_lexicon *x, jilu_chunk *c) {
  uint32_t k, end = 0;
  for (k = 0; k < c->marked_count; k++) {
    uint32_t i = c->marked[k], cell = c->cells[i];
    if (i >= end && ((cell & JILU_CHAR_NUMERAL) != 0 || is_digit(c, i)) &&
        !jilu_chunk_inner(c, i)) end = add_numeral(c, i);
    if (cell & JILU_CHAR_SURNAME) add_person(x, c, i);
    if (cell & JILU_CHAR_SUFFIX) add_place(x, c, i);
    if (cell & JILU_CHAR_COMPOUND) add_compound(x, c, i);
    if (cell & JILU_CHAR_BODY) add_body(x, c, i);
  }
}

/* The list is short and nearly in order: insertion. */
static void put_in_order (jilu_chunk *c) {
  uint32_t i, k;
  for (i = 1; i < c->open_count; i++) {
    jilu_open_word w = c->open[i];
    for (k = i; k > 0 && c->open[k - 1].begin > w.begin; k--)
      c->open[k] = c->open[k - 1];
    c->open[k] = w;
  }
}

void jilu_chunk_unknown_words (const jilu_lexicon *x, jilu_chunk *c) {
  add_mixed(x, c);
  add_marked(x, c);
  if (c->dots) add_foreign_names(c);
  put_in_order(c);
}
