/* Places: names with their levels (湖南省长沙市), known ones, facilities. */
#include <string.h>

#include "facts/name/name.h"

#include "facts/number/numeral.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT
#define LONGEST_STEM 8    /* code points before 广场 and the like */

typedef struct unit {
  int end;           /* token behind it; 0: there is none */
  int rank;
  bool level;        /* its level is written */
} unit;

/* May so many characters be the name before this level? 额济纳旗 is long. */
static bool fits (const jilu_run *run, int level, int characters) {
  const jilu_name_token *t = &run->tokens[level];
  const jilu_sense *sense = jilu_token_sense(run, level, BIT(LEVEL));
  int longest = 3;
  if (jilu_sense_has(sense, 'l'))
    longest = t->end - t->begin > 6 ? 12 : 6;
  return characters >= 2 && characters <= longest;
}

/* Behind 土家族苗族 in 湘西土家族苗族自治州; 'k' itself where there is none. */
static int behind_peoples (const jilu_run *run, int k) {
  int end = k;
  while (jilu_token_plain(run, end) && end - k < 10) end++;
  if (end == k || jilu_token_sense(run, end, BIT(LEVEL)) == NULL ||
      jilu_particle_before(&run->s->r, run->tokens[end].begin) != JILU_PEOPLE)
    return k;
  return end;
}

/* 镇巴县: a level's character is the first of the name. */
static bool begins_with_level (const jilu_run *run, int i) {
  const jilu_sense *first = jilu_token_sense(run, i, BIT(LEVEL)), *last;
  if (first == NULL) return false;
  last = jilu_token_sense(run, i + 2, BIT(LEVEL));
  return last != NULL && first->value == 4 &&
         last->value == 3 && !jilu_token_plain(run, i - 1) &&
         jilu_token_plain(run, i + 1);
}

/* 李长春, 吴忠伟: what is made like a name holds no bare place. */
static bool is_name_like (const jilu_run *run, int i) {
  const jilu_sense *sense;
  const jilu_reader *r = &run->s->r;
  size_t begin = run->tokens[0].begin;
  if (jilu_token_plain(run, i - 1) && !jilu_token_plain(run, i - 2) &&
      !jilu_token_plain(run, i + 1) &&
      jilu_sense_of(r, run->tokens[i - 1].begin, run->tokens[i - 1].end,
                    BIT(SURNAME)) != NULL) return true;
  return jilu_token_length(run, 0, run->count) == 3 &&
         jilu_match(r, begin, BIT(SURNAME), &sense) == begin + 3;
}

/*
** The level of 黄山区, whose end is the word 山区, and of 咸丰县, whose end is
** a county of one character; NULL: it is none.
*/
static const jilu_sense *level_in_word (const jilu_run *run, int k,
                                        int plain) {
  const jilu_reader *r = &run->s->r;
  const jilu_sense *word;
  if (plain != 1) return NULL;
  word = jilu_token_sense(run, k, BIT(NAME_WORD) | BIT(PLACE));
  if (word == NULL || !jilu_sense_has(word, 'c')) return NULL;
  return jilu_sense_of(r, jilu_back(r, run->tokens[k].end),
                       run->tokens[k].end, BIT(LEVEL));
}

/* 十二 of 十二区: how many, or which, but no name. */
static bool is_count (const jilu_run *run, int i) {
  jilu_numeral n;
  size_t end = i < run->count ? jilu_numeral_read(&run->s->r,
                                                  run->tokens[i].begin, &n)
                              : 0;
  int k = i;
  if (end == 0) return false;
  while (k < run->count && run->tokens[k].end < end) k++;
  return k + 1 < run->count && run->tokens[k].end == end &&
         jilu_token_sense(run, k + 1, BIT(LEVEL)) != NULL;
}

/* The unit at token 'i' whose name, a known place or not, ends at 'k'. */
static unit unit_named (const jilu_run *run, int i, int k,
                        const jilu_sense *place) {
  unit u = {0, 0, false};
  const jilu_sense *level;
  /* 梅镇市, 市中区: a level's character inside the name */
  if (place == NULL && k - i == 1 &&
      jilu_token_sense(run, k, BIT(LEVEL)) != NULL &&
      jilu_token_sense(run, k + 1, BIT(LEVEL)) != NULL) k++;
  level = jilu_token_sense(run, k, BIT(LEVEL));
  if (place != NULL && jilu_sense_has(place, 'f')) level = NULL;
  if (level == NULL && place == NULL &&
      (level = level_in_word(run, k, k - i)) != NULL) {
    u.end = k + 1;
    u.rank = (int)level->value;
    u.level = true;
    return u;
  }
  if (level != NULL && jilu_sense_has(level, 'k') &&
      (place == NULL || place->value == JILU_PLACE_PROVINCE)) level = NULL;
  if (level != NULL && (place != NULL || fits(run, k, k - i))) {
    u.end = k + 1;
    u.rank = (int)level->value;
    u.level = true;
  }
  else if (place != NULL && place->value > 0 &&
           (place->user || jilu_sense_has(place, 'f') || !is_name_like(run, i))) {
    u.end = k;
    u.rank = (int)place->value;
    u.level = jilu_sense_has(place, 'f');
  }
  return u;
}

static unit unit_at (const jilu_run *run, int i) {
  static const unit none = {0, 0, false};
  const jilu_sense *place;
  int k = i;
  unit u;
  if (!jilu_may_begin_place(run, i)) return none;
  place = jilu_token_sense(run, i, BIT(PLACE));
  if (place != NULL && jilu_sense_has(place, 'c') &&
      jilu_token_plain(run, i - 1)) return none;
  if (place != NULL)
    return unit_named(run, i, behind_peoples(run, i + 1), place);
  if (begins_with_level(run, i)) return unit_named(run, i, i + 2, NULL);
  if (jilu_token_plain(run, i - 1) || (i == 0 && run->counted)) return none;
  while (jilu_token_plain(run, k) && k - i < 13) k++;
  if (k == i || k == run->count) return none;
  u = unit_named(run, i, k, NULL);
  return u.end != 0 && is_count(run, i) ? none : u;
}

int jilu_places_end (const jilu_run *run, int i) {
  unit last = unit_at(run, i);
  while (last.end != 0) {
    unit next = unit_at(run, last.end);
    const jilu_sense *zone = jilu_token_sense(run, last.end, BIT(LEVEL));
    /* 长沙市高新区: a zone needs no name of its own */
    if (next.end == 0 && zone != NULL && jilu_sense_has(zone, 'z')) {
      next.end = last.end + 1;
      next.rank = (int)zone->value;
      next.level = true;
    }
    if (next.end == 0 || !next.level || next.rank < last.rank) break;
    last = next;
  }
  return last.end;
}

void jilu_place_unit (const jilu_run *run, int begin, int end,
                      jilu_name *name) {
  int k = begin, last = begin;
  while (k < end) {
    unit u = unit_at(run, k);
    if (u.end == 0) break;
    last = k;
    k = u.end;
  }
  name->unit.begin = run->tokens[last].begin;
  name->unit.end = name->level = run->tokens[end - 1].end;
  if (jilu_token_sense(run, end - 1, BIT(LEVEL)) != NULL)
    name->level = run->tokens[end - 1].begin;
  else if (level_in_word(run, end - 1, 1) != NULL)
    name->level = (uint32_t)jilu_back(&run->s->r, name->unit.end);
}

/* 望屏 alone, or behind 湘西: a place if 望屏县 stands elsewhere. */
static void guess (const jilu_run *run, int i) {
  jilu_fact *f;
  int k = i;
  if (run->count - i < 2 || run->count - i > 3) return;
  if (i == 0 && run->left != '\n' && run->left != 0x3001) return;
  while (jilu_token_plain(run, k)) k++;
  if (k != run->count) return;
  f = jilu_name_add(run, JILU_FACT_PLACE, i, k, JILU_RULE_PLACE_SHORT);
  if (f != NULL) f->is.name.tentative = true;
}

/* The facility whose stem begins at 'from' and whose places end at 'at'. */
static int facility_end (const jilu_run *run, int from, int at) {
  int k, plain = 0, others = 0;
  for (k = at; k < run->count; k++) {
    if (jilu_token_length(run, at, k) > LONGEST_STEM) return 0;
    if (jilu_token_sense(run, k, BIT(FACILITY)) != NULL) break;
    if (jilu_token_sense(run, k, BIT(GENERIC) | BIT(BODY_SUFFIX)) ||
        (k == at && jilu_token_sense(run, k, BIT(LEVEL)))) return 0;
    if (jilu_token_plain(run, k) || jilu_token_sense(run, k, BIT(LEVEL)))
      plain++;
    else if (jilu_token_sense(run, k, BIT(PLACE)) == NULL) others++;
  }
  if (k >= run->count) return 0;
  if (from == at) {
    /* a name of its own: characters that are no words, at least two */
    if (from != 0 || run->counted || plain < 2 || others > 0) return 0;
  }
  return k + 1;
}

/* The place of tokens [i, end), which is one unit. */
static void add_unit (const jilu_run *run, int i, int end) {
  const jilu_sense *known;
  jilu_fact *f = jilu_name_add(run, JILU_FACT_PLACE, i, end,
                               JILU_RULE_PLACE_CHAIN);
  if (f == NULL) return;
  jilu_place_unit(run, i, end, &f->is.name);
  known = jilu_token_sense(run, end - 1, BIT(PLACE));
  if (f->is.name.level == f->span.end && known != NULL)
    jilu_name_mark(f, known, known->user ? JILU_RULE_PLACE_USER
                                         : JILU_RULE_PLACE_KNOWN);
}

/* 湖南省|长沙市: places side by side are named apart. */
static void add_chain (const jilu_run *run, int i, int end) {
  while (i < end) {
    unit u = unit_at(run, i);
    /* a zone needs no name of its own */
    if (u.end == 0 || u.end > end) u.end = end;
    add_unit(run, i, u.end);
    i = u.end;
  }
}

int jilu_place_read (const jilu_run *run, int i) {
  bool places = (run->holds & JILU_HOLDS_PLACE) != 0;
  int chain = places ? jilu_places_end(run, i) : 0, end;
  end = 0;
  if (run->holds & JILU_HOLDS_FACILITY)
    end = facility_end(run, i, chain != 0 ? chain : i);
  if (end != 0) {
    (void)jilu_name_add(run, JILU_FACT_PLACE, i, end, JILU_RULE_PLACE_FACILITY);
    return end;
  }
  if (chain == 0) {
    if (i == 0) guess(run, i);
    return 0;
  }
  add_chain(run, i, chain);
  guess(run, chain);
  return chain;
}
