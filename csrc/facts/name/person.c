/* Persons: a surname and one or two characters, beside a title or a byline. */
#include "facts/name/name.h"

#include "facts/number/numeral.h"
#include "vocabulary/particle.h"
#include "vocabulary/words.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)
#define MOST_NAMES 40      /* in one list */
#define LONGEST_ITEM 48    /* bytes of one item */

/* Words that may stand right behind a person's name, or right before it. */
#define EDGES (BIT(NAME_STOP) | BIT(TITLE) | BIT(BYLINE) | BIT(SPEECH))
#define WORDS (EDGES | BIT(NAME_WORD) | BIT(GENERIC) | BIT(FUNCTION) | \
               BIT(BODY) | BIT(BODY_SUFFIX) | BIT(PLACE) | BIT(FACILITY))

static bool is_name_part (uint32_t c) {
  return jilu_is_han(c) || c == 0xB7;
}

static size_t forward (const jilu_reader *r, size_t at, int n) {
  for (; n > 0; n--) {
    if (at >= r->size || !jilu_is_han_at(r, at)) return 0;
    at += jilu_utf8_width(r->text[at]);
  }
  return at;
}

static size_t backward (const jilu_reader *r, size_t at, int n) {
  for (; n > 0; n--) {
    if (at == 0 || !jilu_is_han_at(r, jilu_back(r, at))) return NOWHERE;
    at = jilu_back(r, at);
  }
  return at;
}

static int code_points (const jilu_reader *r, size_t begin, size_t end) {
  int n = 0;
  for (; begin < end; begin++) n += (r->text[begin] & 0xC0) != 0x80;
  return n;
}

/* Is [begin, end) made like a name: a surname and one or two more? */
static bool is_name (const jilu_reader *r, size_t begin, size_t end) {
  const jilu_sense *sense;
  size_t surname = jilu_match(r, begin, BIT(SURNAME), &sense), at;
  int given;
  if (surname == 0 || surname >= end) return false;
  for (at = begin; at < end; at += jilu_utf8_width(r->text[at]))
    if (!jilu_is_han_at(r, at)) return false;
  if (jilu_particle_before(r, end) == JILU_AND_OTHERS) return false;
  given = code_points(r, surname, end);
  return given == 1 || given == 2;
}

/* 阿依古丽·买买提: the parts of a name from other languages. */
static bool is_foreign (const jilu_reader *r, size_t begin, size_t end) {
  size_t at = begin;
  int dots = 0, parts = 0;
  while (at < end) {
    unsigned width;
    uint32_t c = jilu_peek(r, at, &width);
    if (!is_name_part(c)) return false;
    if (c == 0xB7) {
      if (parts < 1) return false;
      dots++;
      parts = 0;
    }
    else if (++parts > 6) return false;
    at += width;
  }
  return dots > 0 && parts > 0;
}

static void add (jilu_scan *s, size_t begin, size_t end, jilu_rule rule) {
  const jilu_sense *sense;
  jilu_facts *facts = s->facts;
  jilu_fact *added;
  size_t i;
  /* the same name may be licensed from both sides, or be part of another */
  for (i = facts->count; i > 0 && i + 4 > facts->count; i--) {
    const jilu_fact *f = &facts->items[i - 1];
    if (f->kind < JILU_FACT_ORGANIZATION || f->kind > JILU_FACT_PLACE)
      continue;
    if (f->span.begin < end && begin < f->span.end &&
        !f->is.name.tentative) return;
  }
  added = jilu_scan_add(s, JILU_FACT_PERSON, begin, end, rule);
  if (added == NULL) return;
  added->is.name.body =
      (uint32_t)jilu_match(&s->r, begin, BIT(SURNAME), &sense);
}

/* --- words of a lexicon --------------------------------------------------- */

/* The name at 'at' that the lexicon's walk found, if it is sure: its end, or 0. */
static size_t known_person (const jilu_reader *r, size_t at) {
  const jilu_sense *sense;
  const jilu_text_word *w;
  if (r->lexicon == NULL || jilu_match(r, at, BIT(SURNAME), &sense) == 0)
    return 0;
  w = jilu_word_around(r, at);
  if (w == NULL || w->kind != JILU_WORD_PERSON || w->begin != at ||
      code_points(r, at, w->end) < 3 || !is_name(r, at, w->end)) return 0;
  return w->end;
}

/*
** Is what looks like a name a common word, or the beginning of one: 施工现|场,
** 高度? A word that is a name may go on over the end: its last part is a title.
*/
static bool is_common (const jilu_reader *r, size_t begin, size_t end) {
  const jilu_text_word *w = jilu_word_around(r, begin);
  if (w == NULL) return false;
  if (w->begin == begin && w->end == end) return w->kind != JILU_WORD_PERSON;
  for (; w->begin < w->end && w->end < end; w++) continue;
  return w->begin > begin && w->end > end && w->kind != JILU_WORD_PERSON;
}

/* --- edges ---------------------------------------------------------------- */

/* Nothing of a name can follow at 'at': how surely, 0 not at all. */
static int closes (const jilu_reader *r, size_t at, jilu_classes classes) {
  const jilu_sense *sense;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  size_t end;
  if (!is_name_part(c)) return classes & BIT(NAME_STOP) ? 2 : 0;
  end = jilu_match(r, at, classes, &sense);
  if (end == 0) return 0;
  /* 文 and 图 are bylines of one character, and parts of names */
  if (code_points(r, at, end) == 1 &&
      (jilu_sense_is(sense, BIT(BYLINE)) || sense->value != 0)) return 0;
  return code_points(r, at, end) > 1 ? 2 : 1;
}

/* Does a word of several characters, of such classes, begin at 'at'? */
static bool begins_with (const jilu_reader *r, size_t at,
                         jilu_classes classes) {
  const jilu_sense *sense;
  size_t end = jilu_match(r, at, classes, &sense);
  return end != 0 && code_points(r, at, end) > 1;
}

static bool begins_word (const jilu_reader *r, size_t at) {
  return begins_with(r, at, WORDS);
}

/* Does a word that begins before 'at' reach into it? 有关|部门 is no 关部门. */
static bool cuts_word (const jilu_reader *r, size_t at) {
  const jilu_sense *sense;
  size_t before = jilu_back(r, at);
  return before < at && jilu_match(r, before, WORDS, &sense) > at;
}

/* 时|的, 沙|支队: behind what is a surname only perhaps. */
static bool begins_stop (const jilu_reader *r, size_t at) {
  const jilu_sense *sense;
  return begins_word(r, at) ||
         (jilu_match(r, at, BIT(NAME_STOP), &sense) != 0 && sense->value == 0);
}

/* Can nothing before 'at' belong to a name that begins there? */
static bool opens (const jilu_reader *r, size_t at) {
  const jilu_sense *sense;
  if (!is_name_part(jilu_peek_back(r, at))) return true;
  return jilu_match_back(r, at, at > 18 ? at - 18 : 0,
                         EDGES | BIT(BODY_SUFFIX) | BIT(BODY) | BIT(LEVEL) |
                         BIT(PLACE),
                         &sense) != NOWHERE;
}

/*
** The end of the name that begins at 'at', where only its edge tells two
** given characters from one; 0 if none is sure.
*/
static size_t name_end (const jilu_reader *r, size_t at, jilu_classes closers) {
  const jilu_sense *sense;
  size_t surname = jilu_match(r, at, BIT(SURNAME), &sense), one, two;
  int after_one, after_two;
  unsigned width;
  if (surname == 0 || begins_word(r, at) ||
      jilu_sense_of(r, at, surname, BIT(NAME_STOP)) != NULL) return 0;
  if (sense->value != 0 && begins_stop(r, surname)) return 0;
  one = forward(r, surname, 1);
  if (one == 0) return 0;
  two = forward(r, one, 1);
  after_one = closes(r, one, closers);
  after_two = two != 0 ? closes(r, two, closers) : 0;
  /* 包联, 严起: a surname that is another word needs two more characters */
  if (sense->value != 0 && closers != BIT(SPEECH)) after_one = 0;
  if (after_one == 2 || (after_one == 1 && after_two != 2)) return one;
  if (after_one == 1 && two != 0 && after_two == 2) {
    /* 周敏等8名: 等 ends the name, though a number ends it too */
    return jilu_match(r, one, EDGES, &sense) == two ? one : two;
  }
  if (after_two != 0 || two == 0) return after_two != 0 ? two : 0;
  /* nothing tells: most names have three characters, unless words say no */
  if (closers == BIT(SPEECH) || sense->value != 0 ||
      jilu_peek(r, two, &width) == 0xB7) return 0;
  if (jilu_match(r, surname, WORDS, &sense) != 0) return 0;
  return jilu_match(r, one, WORDS, &sense) == 0 ? two : 0;
}

/* 应出席: a word and another, though the first is a surname as well. */
static bool holds_word (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense, *stop;
  size_t surname = jilu_match(r, at, BIT(SURNAME), &sense);
  if (surname == 0) return false;
  /* 和小平同志 */
  stop = jilu_sense_of(r, at, surname, BIT(NAME_STOP));
  if (stop != NULL && stop->value == 0) return true;
  return sense->value != 0 && jilu_match(r, surname, WORDS, &sense) == end;
}

/* The beginning of the name that ends at 'end', or NOWHERE. */
static size_t name_begin (const jilu_reader *r, size_t end) {
  const jilu_sense *sense = NULL;
  int n;
  for (n = 4; n >= 2; n--) {
    size_t at = backward(r, end, n);
    if (at == NOWHERE || !is_name(r, at, end) || !opens(r, at)) continue;
    if (begins_word(r, at) || cuts_word(r, at)) continue;
    if (holds_word(r, at, end)) continue;
    if (n == 2 && (jilu_match(r, at, BIT(SURNAME), &sense), sense->value != 0))
      continue;
    return at;
  }
  return NOWHERE;
}

/* --- lists ---------------------------------------------------------------- */

static bool separates (uint32_t c) {
  return c == ' ' || c == '\t' || c == 0x3001 || c == '/' || c == '&';
}

/* Where the item that begins at 'at' ends. */
static size_t item_end (const jilu_reader *r, size_t at) {
  unsigned width;
  int n;
  for (n = 0; n < 16; n++) {
    if (!is_name_part(jilu_peek(r, at, &width))) break;
    at += width;
  }
  return at;
}

/* One item of a list behind a byline; its end, 0 if it is no name. */
static size_t item_name (const jilu_reader *r, size_t at) {
  const jilu_sense *byline;
  size_t end = item_end(r, at), whole = end;
  /* 吴江海 begins with a place, and is a name */
  if (end == at) return 0;
  if (begins_with(r, at, WORDS & ~BIT(PLACE))) return known_person(r, at);
  /* 温宪摄: the last character is a byline */
  byline = jilu_sense_of(r, jilu_back(r, end), end, BIT(BYLINE));
  if (byline != NULL && byline->value == -2 &&
      is_name(r, at, jilu_back(r, end))) return jilu_back(r, end);
  if (is_name(r, at, end) || is_foreign(r, at, end)) return end;
  end = name_end(r, at, EDGES);   /* 张三摄, 张三报道 */
  return end != 0 && end < whole ? end : 0;
}

/* Two characters of a name that are set apart: 陈 亮. */
static size_t spaced_name (const jilu_reader *r, size_t at) {
  const jilu_sense *sense;
  size_t surname = jilu_match(r, at, BIT(SURNAME), &sense), given, end;
  unsigned width;
  if (surname == 0 || item_end(r, at) != surname) return 0;
  given = jilu_skip_spaces(r, surname);
  end = item_end(r, given);
  if (given == surname || end != forward(r, given, 1)) return 0;
  (void)jilu_peek(r, end, &width);
  return end;
}

static size_t skip_separators (const jilu_reader *r, size_t at) {
  unsigned width;
  uint32_t c;
  while (separates(c = jilu_peek(r, at, &width))) at += width;
  return at;
}

/* Names from 'at' on: 记者 张三 李四. */
static void read_names_behind (jilu_scan *s, size_t at) {
  const jilu_reader *r = &s->r;
  int n;
  for (n = 0; n < MOST_NAMES; n++) {
    size_t next = spaced_name(r, at);
    if (next == 0) next = item_name(r, at);
    if (next == 0) return;
    add(s, at, next, JILU_RULE_PERSON_BYLINE);
    at = skip_separators(r, next);
    if (at == next) return;
  }
}

/* Names that end at 'at', from the last to the first: 张三 李四 供稿. */
static void read_names_before (jilu_scan *s, size_t at) {
  const jilu_reader *r = &s->r;
  int n;
  for (n = 0; n < MOST_NAMES; n++) {
    size_t begin;
    while (at > 0 && separates(jilu_peek_back(r, at))) at = jilu_back(r, at);
    begin = at;
    while (is_name_part(jilu_peek_back(r, begin)) && at - begin < LONGEST_ITEM)
      begin = jilu_back(r, begin);
    if (begin == at || begins_word(r, begin)) return;
    if (!is_name(r, begin, at) && !is_foreign(r, begin, at)) return;
    add(s, begin, at, JILU_RULE_PERSON_BYLINE);
    at = begin;
  }
}

void jilu_persons_at_byline (jilu_scan *s, size_t begin, size_t end,
                             const jilu_sense *byline) {
  const jilu_reader *r = &s->r;
  bool single = code_points(r, begin, end) == 1;   /* 文, 图: also in words */
  size_t at = skip_separators(r, end);
  if (at < r->size && r->text[at] == ':') at = skip_separators(r, at + 1);
  if (byline->value == 3) return;
  if (byline->value > 0 && (!single || at > end)) read_names_behind(s, at);
  /* only 摄 follows a name at once */
  if (byline->value != 1 &&
      (!single || separates(jilu_peek_back(r, begin)) ||
       byline->value == -2))
    read_names_before(s, begin);
}

/* 张秀英、李国强、陈静等10名同志: 'end' is where 等 stands. */
static void read_list_before (jilu_scan *s, size_t end) {
  const jilu_reader *r = &s->r;
  int n;
  for (n = 0; n < MOST_NAMES; n++) {
    size_t at = end;
    while (is_name_part(jilu_peek_back(r, at)) && end - at < 12)
      at = jilu_back(r, at);
    if (!is_name(r, at, end) || begins_word(r, at)) {
      at = name_begin(r, end);
      if (at != NOWHERE) add(s, at, end, JILU_RULE_PERSON_LIST);
      return;
    }
    add(s, at, end, JILU_RULE_PERSON_LIST);
    if (jilu_peek_back(r, at) != 0x3001) return;
    end = jilu_back(r, at);
  }
}

/* 县领导张三、李四、王五: the rest of the list that goes on at 'at'. */
static void read_list_behind (jilu_scan *s, size_t at, bool label) {
  const jilu_reader *r = &s->r;
  unsigned width;
  int n;
  for (n = 0; n < MOST_NAMES; n++) {
    size_t from = at, end;
    if (jilu_peek(r, at, &width) == 0x3001) from = at + width;
    else if (label) from = skip_separators(r, at);
    if (from == at || (end = item_name(r, from)) == 0) return;
    add(s, from, end, JILU_RULE_PERSON_LIST);
    at = end;
  }
}

void jilu_persons_at_list (jilu_scan *s, size_t begin, size_t end) {
  const jilu_reader *r = &s->r;
  const jilu_sense *unit;
  jilu_numeral n;
  jilu_particle p;
  size_t at = jilu_numeral_read(r, end, &n);
  if (at == 0 || jilu_match(r, at, BIT(UNIT), &unit) == 0) return;
  p = jilu_particle_at(r, at);
  if (p == JILU_PERSONS || p == JILU_HUMANS) read_list_before(s, begin);
}

/* May what ends at 'at' stand in "10名" or "两位"? */
static bool is_count (const jilu_reader *r, size_t at) {
  jilu_particle p = jilu_particle_before(r, at);
  return jilu_is_digit(jilu_peek_back(r, at)) || p == JILU_PERSONS ||
         p == JILU_TWO || p == JILU_FEW;
}

/* Where "10名" before 同志, which stands at 'end', begins; or NOWHERE. */
static size_t before_count (const jilu_reader *r, size_t end) {
  int n;
  for (n = 0; n < 10 && end > 0; n++) {
    /* the list has been read */
    if (jilu_particle_before(r, end) == JILU_AND_OTHERS) return NOWHERE;
    if (!is_count(r, end)) return end;
    end = jilu_back(r, end);
  }
  return NOWHERE;
}

/* Where a title has named part of it, the vocabulary knows better. */
int jilu_person_read (const jilu_run *run, int i) {
  const jilu_sense *known = jilu_token_sense(run, i, BIT(PERSON)), *surname;
  jilu_facts *facts = run->s->facts;
  jilu_span span;
  jilu_fact *f = NULL;
  size_t n;
  if (known == NULL) return 0;
  span.begin = run->tokens[i].begin;
  span.end = run->tokens[i].end;
  for (n = facts->count; n > 0 && n + 4 > facts->count && f == NULL; n--) {
    f = &facts->items[n - 1];
    if (f->kind != JILU_FACT_PERSON || f->span.begin >= span.end ||
        f->span.end <= span.begin) f = NULL;
  }
  if (f == NULL) f = jilu_name_add(run, JILU_FACT_PERSON, i, i + 1,
                                   JILU_RULE_PERSON_USER);
  if (f == NULL) return i + 1;
  f->span = span;
  f->is.name.body =
      (uint32_t)jilu_match(&run->s->r, span.begin, BIT(SURNAME), &surname);
  jilu_name_mark(f, known, JILU_RULE_PERSON_USER);
  return i + 1;
}

/*
** 郑光文强调: a run that is made like a name, and is one if the text names
** that person elsewhere.
*/
int jilu_person_guess (const jilu_run *run) {
  const jilu_reader *r = &run->s->r;
  jilu_fact *f;
  int k;
  if (run->count < 2 || run->count > 4) return 0;
  for (k = 0; k < run->count; k++)
    if (!jilu_token_plain(run, k)) return 0;
  if (!is_name(r, run->tokens[0].begin, run->tokens[k - 1].end)) return 0;
  f = jilu_name_add(run, JILU_FACT_PERSON, 0, k, JILU_RULE_PERSON_AGAIN);
  if (f != NULL) f->is.name.tentative = true;
  return k;
}

/* --- titles --------------------------------------------------------------- */

/* 钱书记: a surname alone before the title. */
static void read_surname (jilu_scan *s, size_t begin, size_t end) {
  const jilu_reader *r = &s->r;
  const jilu_sense *sense;
  size_t at = jilu_match_back(r, begin, begin > 6 ? begin - 6 : 0,
                              BIT(SURNAME), &sense);
  if (at == NOWHERE || sense->value != 0 || !opens(r, at)) return;
  add(s, at, end, JILU_RULE_SURNAME_TITLE);
}

void jilu_persons_at_title (jilu_scan *s, size_t begin, size_t end,
                            const jilu_sense *title) {
  const jilu_reader *r = &s->r;
  const jilu_sense *level;
  int kind = (int)title->value;
  size_t at, known;
  if (kind != JILU_TITLE_BEHIND) {
    size_t from = jilu_skip_spaces(r, end);
    bool label = from < r->size && r->text[from] == ':';
    if (label) from = jilu_skip_spaces(r, from + 1);
    at = kind == JILU_TITLE_ROLE ? name_end(r, from, BIT(SPEECH))
                                 : name_end(r, from, EDGES);
    if (at != 0 && is_common(r, from, at)) at = 0;
    known = known_person(r, from);   /* 周大为 is no 周大 */
    if (known > at) at = known;
    /* 村民李海东获奖: three characters are surer than two */
    if (at == 0 && kind == JILU_TITLE_ROLE) {
      at = name_end(r, from, BIT(NAME_STOP));
      if (at != 0 && code_points(r, from, at) < 3) at = 0;
    }
    if (at != 0) {
      add(s, from, at, JILU_RULE_TITLE_NAME);
      if (kind != JILU_TITLE_ROLE) read_list_behind(s, at, label);
    }
  }
  if (kind == JILU_TITLE_ROLE) return;
  /* 王芳任组长 */
  if (jilu_particle_before(r, begin) == JILU_APPOINTED &&
      name_begin(r, jilu_back(r, begin)) != NOWHERE)
    begin = jilu_back(r, begin);
  at = name_begin(r, begin);
  /* 梅镇市长: what stands before a level's head is a place */
  if (at != NOWHERE && jilu_match(r, begin, BIT(LEVEL), &level) != 0) return;
  if (at != NOWHERE) add(s, at, begin, JILU_RULE_NAME_TITLE);
  else if (kind == JILU_TITLE_ADDRESS) read_surname(s, begin, end);
  if (kind == JILU_TITLE_BEHIND && (at = before_count(r, begin)) != NOWHERE &&
      at != begin)
    read_list_before(s, at);
}
