/*
** What an amount counts by the words behind it, where a lexicon cuts them:
** 8台小麦联合收割机 赴外地, 12名党员 志愿报名, 2个核酸采集点 协助.
*/
#include "facts/noun/parts.h"
#include "facts/noun/words.h"
#include "vocabulary/particle.h"
#include "vocabulary/words.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE JILU_NOWHERE
#define MOST 16      /* words that a noun phrase may have */

/* The words that may belong to the noun. */
typedef struct run {
  const jilu_reader *r;
  const jilu_text_word *words;
  int count;
} run;

static bool is_name_part (const jilu_reader *r, size_t at) {
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  return jilu_is_han(c) || jilu_is_letter(c);
}

/* A word that the lists stop at, and no verb. */
static bool is_stop (const jilu_reader *r, const jilu_text_word *w) {
  return jilu_is_word(r, w->begin, w->end, BIT(NOUN_STOP)) &&
         w->kind != JILU_WORD_VERB && w->kind != JILU_WORD_VERBAL &&
         !jilu_is_word(r, w->begin, w->end, BIT(NOUN));
}

/* 的 了 之, a preposition, an adverb, 和: no noun goes past them. */
static bool ends_run (const jilu_reader *r, const jilu_text_word *w) {
  jilu_particle p = jilu_particle_at(r, w->begin);
  if (w->begin >= w->end || !is_name_part(r, w->begin)) return true;
  if (w->end - w->begin == 3 &&
      (p == JILU_OF || p == JILU_DONE || p == JILU_LITERARY_OF ||
       p == JILU_AND_OTHERS || p == JILU_AND)) return true;
  return w->closed || w->kind == JILU_WORD_ADVERB ||
         jilu_is_word(r, w->begin, w->end, BIT(LINK) | BIT(APPROX_BEFORE)) ||
         is_stop(r, w);
}

/* 级 of 自治区|级|学院, 上 of 线|上|展览: one character inside a noun. */
static bool is_suffix (const jilu_reader *r, const jilu_text_word *w) {
  return w->end - w->begin == 3 &&
         jilu_is_word(r, w->begin, w->end, BIT(NOUN_SUFFIX));
}

static bool is_inside (const jilu_reader *r, const jilu_text_word *words,
                       int k) {
  const jilu_text_word *w = &words[k];
  if (k > 0 && w->begin < w->end && is_suffix(r, w)) return true;
  return k > 0 && w->closed && w->end - w->begin == 3 &&
         jilu_is_han(jilu_utf8_next(r->text + w->begin, &(unsigned){0})) &&
         jilu_particle_at(r, w->begin) == JILU_NO_PARTICLE &&
         !ends_run(r, w + 1) && w[1].kind != JILU_WORD_VERB &&
         w[1].kind != JILU_WORD_QUALITY &&
         jilu_is_word(r, words[k - 1].begin, w->end,
                      BIT(NOUN) | BIT(NOT_UNIT) | BIT(NAME_WORD));
}

static run words_from (const jilu_reader *r, size_t at) {
  run words = {r, NULL, 0};
  if (!is_name_part(r, at)) return words;   /* so that no clause is cut */
  words.words = jilu_word_around(r, at);
  if (words.words == NULL || words.words->begin != at) return words;
  /* 主动 of 主动|调查: of what kind the noun is */
  if (is_stop(r, words.words) && words.words->kind == JILU_WORD_OTHER &&
      !words.words->closed && words.words->end - at > 3 &&
      !ends_run(r, words.words + 1)) words.count = 1;
  while (words.count < MOST &&
         (!ends_run(r, &words.words[words.count]) ||
          is_inside(r, words.words, words.count)))
    words.count++;
  return words;
}

static bool ends_in (const run *n, int k, jilu_classes classes) {
  const jilu_sense *sense = NULL;
  const jilu_text_word *w = &n->words[k];
  return jilu_match_back(n->r, w->end, w->begin, classes, &sense) != NOWHERE;
}

static bool is_person (const run *n, int k) {
  return ends_in(n, k, BIT(AGENT) | BIT(TITLE));
}

/* 组织 of 社会组织: the lists know the noun that the verb ends. */
static bool is_in_noun (const run *n, int k) {
  const jilu_sense *sense = NULL;
  size_t end = n->words[k].end;
  return jilu_match(n->r, n->words[k].begin, BIT(NOUN), &sense) >= end ||
         (k > 0 && jilu_match(n->r, n->words[k - 1].begin, BIT(NOUN),
                              &sense) >= end);
}

static bool is_verb (const run *n, int k) {
  return n->words[k].kind == JILU_WORD_VERB && !is_in_noun(n, k) &&
         !(k > 0 && (is_suffix(n->r, &n->words[k]) ||
                     (jilu_is_word(n->r, n->words[k].begin, n->words[k].end,
                                   BIT(VERBAL_NOUN)) &&
                      !is_person(n, k - 1) &&
                      !ends_in(n, k - 1, BIT(INSTITUTION) | BIT(PLACE)))));
}

static bool is_quality (const run *n, int k) {
  return n->words[k].kind == JILU_WORD_QUALITY;
}

static bool is_verbal (const run *n, int k) {
  return n->words[k].kind == JILU_WORD_VERBAL;
}

static bool has_size (const run *n, int k, size_t size) {
  return n->words[k].end - n->words[k].begin >= size;
}

/*
** 3名|班子|成员, 12名|党员|志愿: persons end with the last word for one before
** a verb.
*/
static int last_person (const run *n) {
  int k, last = -1;
  for (k = 0; k < n->count; k++) {
    if (last >= 0 && (is_verb(n, k) || is_verbal(n, k)) &&
        !(k + 1 < n->count && is_person(n, k + 1) && is_verbal(n, k)))
      break;
    if (is_person(n, k) && !is_verb(n, k)) last = k;
  }
  return last;
}

/* 联合 of 小麦|联合|收割机: does the verb go with the noun behind it? */
static bool modifies (const run *n, int k) {
  bool ends = k + 2 >= n->count;
  if (is_person(n, k - 1) || n->words[k - 1].kind == JILU_WORD_BODY ||
      ends_in(n, k - 1, BIT(INSTITUTION) | BIT(BODY_SUFFIX)) ||
      ends_in(n, k, BIT(COPULA)) || !has_size(n, k, 6) ||
      k + 1 >= n->count || is_verb(n, k + 1)) return false;
  if (is_quality(n, k + 1)) return !ends;
  return !is_verbal(n, k + 1) || ends || !is_verb(n, k + 2);
}

/* The last word of the noun; -1: none is. */
static int last_thing (const run *n, bool events, bool verb) {
  int k, last = -1;
  for (k = 0; k < n->count; k++) {
    if (is_verb(n, k)) {
      if (k == 0 && !has_size(n, k, 6)) return -1;
      if (k == 0 && events && verb) last = 0;
      if (k > 0 && !modifies(n, k)) {
        if (events && last == k - 1 && has_size(n, k, 6) &&
            (k + 1 == n->count || !is_verb(n, k + 1))) last = k;
        break;
      }
    }
    else if (!is_quality(n, k) && n->words[k].kind != JILU_WORD_PERSON)
      last = k;
  }
  /* 全 of 党支部|全 */
  while (last > 0 && is_quality(n, last)) last--;
  return last;
}

/* 企业 of 存在|重大|隐患|企业: the head alone, behind a clause without 的. */
static int institution (const run *n) {
  int k = n->count - 1;
  return n->count > 2 && is_verb(n, 0) && ends_in(n, k, BIT(INSTITUTION))
             ? k : -1;
}

/*
** 的 behind the words, or a measure of its own: they modify what follows, as in
** 15个投资超亿元的项目.
*/
static bool goes_on (const run *n) {
  const jilu_sense *sense = NULL;
  size_t end = n->words[n->count - 1].end, behind;
  unsigned width;
  if (end < n->r->size && n->r->text[end] == '(' &&
      (behind = jilu_behind_pair(n->r, end + 1, ')')) != 0 &&
      behind <= end + 14 &&   /* 街道(乡镇)党委 */
      jilu_is_nominal(jilu_peek(n->r, behind, &width))) return true;
  if (jilu_behind_of(n->r, end) != 0) return true;
  end = jilu_match(n->r, end, BIT(LINK) | BIT(APPROX_BEFORE), &sense);
  if (end == 0) return false;
  end = jilu_skip_spaces(n->r, end);
  return jilu_is_digit(jilu_peek(n->r, end, &width)) ||
         jilu_match(n->r, end, BIT(DIGIT) | BIT(POWER) | BIT(SECTION),
                    &sense) != 0;
}

jilu_span jilu_noun_run (const jilu_reader *r, size_t at,
                         const jilu_measured *what) {
  run n = words_from(r, at);
  jilu_span span = {0, 0};
  int last = -1, first = 0;
  if (n.count == 0) return span;
  if (what->persons) last = last_person(&n);
  if (goes_on(&n) && (last < 0 || last + 1 == n.count)) return span;
  if (last < 0 && what->institutions && (last = institution(&n)) >= 0)
    first = last;
  if (last < 0) last = last_thing(&n, what->events, what->takes_verb);
  if (last < 0 || (first == 0 && is_verb(&n, 0) && !what->takes_verb))
    return span;
  if (first == 0 && last == 0 && is_verb(&n, 0)) return span;
  span.begin = n.words[first].begin;
  span.end = n.words[last].end;
  return span;
}

bool jilu_noun_run_is_none (const jilu_reader *r, size_t at,
                            const jilu_measured *what) {
  const jilu_text_word *w =
      is_name_part(r, at) ? jilu_word_around(r, at) : NULL;
  run n;
  if (w == NULL || w->begin != at || w->begin >= w->end ||
      jilu_is_word(r, w->begin, w->end, BIT(NOUN) | BIT(VERBAL_NOUN)))
    return false;
  /* 现 of 5个|现|正在研究 */
  if (w->kind == JILU_WORD_ADVERB && w->end - w->begin == 3) return true;
  n = words_from(r, at);
  return !what->takes_verb && !what->persons && n.count > 0 &&
         is_verb(&n, 0) && !goes_on(&n) && institution(&n) < 0 &&
         !(n.count > 1 && is_suffix(r, &n.words[1]));
}

/* --- before the amount ------------------------------------------------------ */

/* 年均 平均 累计: how what follows was counted. */
static bool is_measured_by (const jilu_reader *r, const jilu_text_word *w) {
  return w->end - w->begin > 3 &&
         jilu_is_word(r, w->begin, w->end, BIT(CHANGE_VERB)) &&
         !jilu_is_word(r, w->begin, w->end, BIT(NOUN));
}

/* The words of the noun that ends at 'end', back to where none goes past. */
static run words_before (const jilu_reader *r, size_t end, size_t floor) {
  run n = {r, NULL, 0};
  const jilu_text_word *w;
  if (end <= floor) return n;
  w = jilu_word_around(r, jilu_back(r, end));
  if (w == NULL || w->end != end) return n;
  while (n.count < MOST && w->begin < w->end && w->begin >= floor &&
         !is_measured_by(r, w) &&
         (!ends_run(r, w) ||
          (w[-1].begin >= floor && w[-1].begin < w[-1].end &&
           is_inside(r, w - 1, 1)))) {
    n.words = w--;
    n.count++;
  }
  return n;
}

/*
** Is no verb of the clause before 'at' still to come? 完成|创新项目, 的|投诉个案,
** 其中|建档立卡人口, and behind a time: the verb there is part of the noun.
*/
static bool is_listed (const run *n, int from) {
  int k;
  for (k = from; k < n->count; k++)
    if ((n->words[k].kind == JILU_WORD_VERB || is_verbal(n, k)) &&
        jilu_is_word(n->r, n->words[k].begin, n->words[k].end,
                     BIT(ACT) | BIT(NOUN_STOP) | BIT(VERBAL_NOUN)))
      return true;
  return false;
}

static bool has_predicate (const run *n, size_t floor) {
  const jilu_reader *r = n->r;
  size_t at = n->words[0].begin;
  const jilu_text_word *before = n->words - 1;
  if (jilu_particle_before(r, at) == JILU_OF) return true;
  if (at <= floor) return false;
  if (before->begin >= before->end) return false;
  if (before->kind == JILU_WORD_VERB &&
      jilu_is_word(r, before->begin, before->end, BIT(LINK)) &&
      !jilu_is_word(r, before->begin, before->end, BIT(CHANGE_VERB)))
    return true;
  return before->closed && before->end - before->begin > 3 &&
         jilu_is_word(r, before->begin, before->end, BIT(NOUN_STOP)) &&
         jilu_match_back(r, before->end, before->begin, BIT(DISTRIBUTIVE),
                         &(const jilu_sense *){NULL}) == NOWHERE;
}

static bool acts (const run *n, int k) {
  return n->words[k].kind == JILU_WORD_VERB ||
         (is_verbal(n, k) &&
          jilu_is_word(n->r, n->words[k].begin, n->words[k].end, BIT(ACT)));
}

/* 受益 of 受益群众, which is listed as no act and has no object. */
static bool qualifies (const run *n, int k) {
  return !jilu_is_word(n->r, n->words[k].begin, n->words[k].end,
                       BIT(ACT) | BIT(NOUN_STOP)) &&
         has_size(n, k, 6) && k + 1 < n->count && is_person(n, k + 1);
}

/* 经费 of 赞助|经费, 量 of 播放|量: the verb says what the sum is for. */
static bool measures (const run *n, int k) {
  return k + 2 == n->count &&
         (ends_in(n, k + 1, BIT(PRICE)) || is_suffix(n->r, &n->words[k + 1]));
}

/* The first word of the noun behind what was done, and by whom. */
static int behind_predicate (const run *n, size_t floor) {
  int k;
  if (has_predicate(n, floor)) return 0;
  for (k = 0; k + 1 < n->count; k++) {
    if (!acts(n, k) || !has_size(n, k, 6) || is_in_noun(n, k) ||
        qualifies(n, k) || measures(n, k)) continue;
    if (k == 0 || is_person(n, k - 1) ||
        n->words[k - 1].kind == JILU_WORD_BODY ||
        n->words[k - 1].kind == JILU_WORD_PLACE ||
        ends_in(n, k - 1, BIT(INSTITUTION) | BIT(BODY_SUFFIX)))
      return k + 2 < n->count && is_verb(n, k + 1) &&
                     !has_size(n, k + 1, 6) ? k + 2 : k + 1;   /* 评选|出 */
    break;
  }
  return 0;
}

/* 和 及 、 between two nouns that are counted together. */
static size_t joined_begin (const jilu_reader *r, size_t begin,
                            size_t floor) {
  const jilu_sense *sense = NULL;
  size_t join = jilu_match_back(r, begin, floor, BIT(NOUN_JOIN), &sense);
  run n;
  int k;
  if (join == NOWHERE) return begin;
  n = words_before(r, join, floor);
  if (n.count == 0 || is_verb(&n, n.count - 1)) return begin;
  k = behind_predicate(&n, floor);
  return n.words[k].begin;
}

jilu_span jilu_noun_run_before (const jilu_reader *r, jilu_span known,
                                size_t floor) {
  run n = words_before(r, known.end, floor);
  jilu_span span = known;
  size_t begin;
  int k;
  if (known.begin >= known.end || n.count == 0 || acts(&n, n.count - 1))
    return known;
  k = behind_predicate(&n, floor);
  begin = n.words[k].begin;
  /* a verb that takes it makes it shorter, one that qualifies it longer */
  if (k > 0 ? begin > known.begin || !is_listed(&n, k)
            : begin < known.begin && has_predicate(&n, floor))
    span.begin = (uint32_t)begin;
  if (k == 0 || begin < known.begin)
    span.begin = (uint32_t)joined_begin(r, span.begin, floor);
  return span;
}
