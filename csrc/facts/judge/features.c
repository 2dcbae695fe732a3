/* The features of a candidate: what it is made of, and what is beside it. */
#include "facts/judge/features.h"

#include <stdio.h>
#include <string.h>

#include "vocabulary/letters.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)

/* --- names --------------------------------------------------------------- */

static const char *const singles[] = {
#define NAME(id, name) name,
  JILU_FEATURES(NAME)
};
static const char *const body_ends[] = {JILU_BODY_ENDS(NAME)};
static const char *const roles[] = {JILU_WORD_ROLES(NAME)};
static const char *const sides[] = {JILU_SIDES(NAME)};
static const char *const borders[] = {
  JILU_BORDERS(NAME)
#undef NAME
};

void jilu_feature_name (unsigned id, char *out) {
  static const char *const kinds[] = {"org", "person", "place"};
  if (id < JILU_F_SIDES) (void)snprintf(out, 64, "%s", singles[id]);
  else if (id < JILU_F_END) {
    id -= JILU_F_SIDES;
    (void)snprintf(out, 64, "%s.%s.%s", kinds[id / (2 * JILU_SIDE_COUNT)],
                   id / JILU_SIDE_COUNT % 2 ? "right" : "left",
                   sides[id % JILU_SIDE_COUNT]);
  }
  else if (id < JILU_F_BEGIN)
    (void)snprintf(out, 64, "org.end.%s", body_ends[id - JILU_F_END]);
  else if (id < JILU_F_BORDERS)
    (void)snprintf(out, 64, "org.begin.%s", roles[id - JILU_F_BEGIN]);
  else {
    id -= JILU_F_BORDERS;
    (void)snprintf(out, 64, "person.between.%s.%s",
                   borders[id / JILU_BORDER_COUNT],
                   borders[id % JILU_BORDER_COUNT]);
  }
}

/* --- what is beside it --------------------------------------------------- */

const jilu_judge_word *jilu_left_word (const jilu_judge *j,
                                       const jilu_candidate *c) {
  return &j->words[c->first - 1];
}

const jilu_judge_word *jilu_right_word (const jilu_judge *j,
                                        const jilu_candidate *c) {
  return &j->words[c->last + 1];
}

bool jilu_cuts_left (const jilu_judge *j, const jilu_candidate *c) {
  return j->words[c->first].begin != c->begin;
}

bool jilu_cuts_right (const jilu_judge *j, const jilu_candidate *c) {
  return j->words[c->last].end != c->end;
}

jilu_context jilu_left_context (const jilu_judge *j,
                                  const jilu_candidate *c) {
  if (jilu_cuts_left(j, c))
    return jilu_judge_behind_title(j, c->begin) ? JILU_CONTEXT_TITLE
                                                : JILU_CONTEXT_OTHER;
  if (j->words[c->first].after_title) return JILU_CONTEXT_TITLE;
  return (jilu_context)jilu_left_word(j, c)->context;
}

jilu_context jilu_right_context (const jilu_judge *j,
                                 const jilu_candidate *c) {
  if (jilu_cuts_right(j, c))
    return jilu_judge_before_title(j, c->end) ? JILU_CONTEXT_TITLE
                                              : JILU_CONTEXT_OTHER;
  if (j->words[c->last].before_title) return JILU_CONTEXT_TITLE;
  return (jilu_context)jilu_right_word(j, c)->context;
}

bool jilu_context_is_mark (jilu_context c) {
  return c <= JILU_CONTEXT_MARK;
}

jilu_side jilu_side_of (jilu_context c) {
  static const uint8_t at[JILU_CONTEXT_COUNT] = {
    [JILU_CONTEXT_BREAK] = JILU_SIDE_EDGE, [JILU_CONTEXT_STOP] = JILU_SIDE_EDGE,
    [JILU_CONTEXT_COMMA] = JILU_SIDE_EDGE,
    [JILU_CONTEXT_COLON] = JILU_SIDE_EDGE,
    [JILU_CONTEXT_PAUSE] = JILU_SIDE_LIST, [JILU_CONTEXT_OPEN] = JILU_SIDE_OPEN,
    [JILU_CONTEXT_CLOSE] = JILU_SIDE_CLOSE,
    [JILU_CONTEXT_MARK] = JILU_SIDE_CLOSE,
    [JILU_CONTEXT_TITLE] = JILU_SIDE_TITLE,
    [JILU_CONTEXT_BYLINE] = JILU_SIDE_TITLE,
    [JILU_CONTEXT_SPEECH] = JILU_SIDE_SPEECH,
    [JILU_CONTEXT_VERB] = JILU_SIDE_VERB,
    [JILU_CONTEXT_ADVERB] = JILU_SIDE_VERB,
    [JILU_CONTEXT_PREPOSITION] = JILU_SIDE_LINK,
    [JILU_CONTEXT_JOIN] = JILU_SIDE_LINK,
    [JILU_CONTEXT_OTHERS] = JILU_SIDE_LINK,
    [JILU_CONTEXT_OF] = JILU_SIDE_OF, [JILU_CONTEXT_PARTICLE] = JILU_SIDE_OF,
    [JILU_CONTEXT_SIDE] = JILU_SIDE_OF,
    [JILU_CONTEXT_NOUN] = JILU_SIDE_NOUN,
    [JILU_CONTEXT_VERBAL] = JILU_SIDE_NOUN,
    [JILU_CONTEXT_QUALITY] = JILU_SIDE_NOUN,
    [JILU_CONTEXT_GENERIC] = JILU_SIDE_NOUN,
    [JILU_CONTEXT_PLACE] = JILU_SIDE_NAME,
    [JILU_CONTEXT_LEVEL] = JILU_SIDE_NAME,
    [JILU_CONTEXT_BODY] = JILU_SIDE_NAME,
    [JILU_CONTEXT_PERSON] = JILU_SIDE_NAME,
    [JILU_CONTEXT_NUMBER] = JILU_SIDE_NUMBER,
    [JILU_CONTEXT_TIME] = JILU_SIDE_TIME,
    [JILU_CONTEXT_LATIN] = JILU_SIDE_OTHER,
    [JILU_CONTEXT_PRONOUN] = JILU_SIDE_OTHER,
    [JILU_CONTEXT_NAME_STOP] = JILU_SIDE_VERB,
    [JILU_CONTEXT_MORPHEME] = JILU_SIDE_OTHER,
    [JILU_CONTEXT_OTHER] = JILU_SIDE_OTHER
  };
  return (jilu_side)at[c];
}

static void put_sides (const jilu_judge *j, const jilu_candidate *c,
                       jilu_feature_list *out) {
  unsigned base = JILU_F_SIDES + c->kind * 2u * JILU_SIDE_COUNT;
  jilu_put(out, base + jilu_side_of(jilu_left_context(j, c)));
  jilu_put(out,
           base + JILU_SIDE_COUNT + jilu_side_of(jilu_right_context(j, c)));
}

/* Is it all that its line holds? */
bool jilu_is_line (const jilu_judge *j, const jilu_candidate *c) {
  return jilu_left_word(j, c)->tag == JILU_POS_BREAK &&
         jilu_right_word(j, c)->tag == JILU_POS_BREAK;
}

unsigned jilu_length (const jilu_judge *j, const jilu_candidate *c) {
  return jilu_judge_characters(j, c->begin, c->end);
}

jilu_relation jilu_relate (const jilu_judge *j, const jilu_candidate *c) {
  const jilu_facts *facts = j->s->facts;
  jilu_relation x = {false, false, false, false, false};
  uint32_t low = j->first_fact, high = j->last_fact, i;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (facts->items[middle].span.end <= c->begin) low = middle + 1;
    else high = middle;
  }
  for (i = low > j->first_fact + 2 ? low - 2 : j->first_fact;
       i < j->last_fact && facts->items[i].span.begin < c->end; i++) {
    const jilu_fact *f = &facts->items[i];
    bool begins = f->span.begin <= c->begin, ends = f->span.end >= c->end;
    if (f->span.end <= c->begin) continue;
    if (begins && ends &&
        f->span.end - f->span.begin > c->end - c->begin) {
      x.within = true;
      if (f->kind == JILU_FACT_ORGANIZATION) x.in_body = true;
      if (f->kind == JILU_FACT_PLACE) x.chain = true;
    }
    else if (!begins && !ends) x.holds = true;
    else if (f->span.begin >= c->begin && f->span.end <= c->end) {
      if (f->span.end - f->span.begin < c->end - c->begin) x.holds = true;
    }
    else x.crosses = true;
  }
  return x;
}

/* --- what it is made of -------------------------------------------------- */

bool jilu_role_is_common (jilu_word_role role) {
  return role == JILU_ROLE_COMMON || role == JILU_ROLE_NOUN ||
         role == JILU_ROLE_VERB || role == JILU_ROLE_VERBAL ||
         role == JILU_ROLE_STOP || role == JILU_ROLE_OTHER ||
         role == JILU_ROLE_NUMBER || role == JILU_ROLE_TITLE ||
         role == JILU_ROLE_GENERIC;
}

/*
** What the first judgement took: this candidate, or so many others of its text.
** The features lie side by side in this order.
*/
void jilu_put_taken (const jilu_judge *j, const jilu_candidate *c,
                       const jilu_memory *m, unsigned id,
                       jilu_feature_list *out) {
  uint32_t others = m->taken - (c->taken ? 1 : 0);
  if (!j->second) return;
  jilu_put_if(out, c->taken, id);
  jilu_put_if(out, others > 0, id + 1);
  jilu_put_if(out, others > 1, id + 2);
  jilu_put_if(out, others > 3, id + 3);
  jilu_put_if(out, others == 0 && m->count > 2, id + 4);
}

/*
** Do words go on to the end of a longer organisation: 海棠大学 of
** 海棠大学土地与环境学院? 2: to the end of what is part of another.
*/
int jilu_goes_on (const jilu_judge *j, uint32_t last) {
  const jilu_sense *sense;
  uint32_t k;
  int loose = 0;
  for (k = last + 1; k < last + 8 && k + 1 < j->word_count; k++) {
    const jilu_judge_word *w = &j->words[k];
    jilu_word_role role = jilu_role_of(w);
    /* 教育局|督导|科 */
    if ((role == JILU_ROLE_STOP || role == JILU_ROLE_VERB) &&
        (w[1].ends & (JILU_ENDS_BODY | JILU_ENDS_LOOSE)) && w[1].chars == 1)
      role = JILU_ROLE_FUNCTION;
    if (w->barrier || w->spaced || role == JILU_ROLE_MARK ||
        role == JILU_ROLE_STOP || role == JILU_ROLE_VERB ||
        role == JILU_ROLE_TITLE || role == JILU_ROLE_GENERIC ||
        (role == JILU_ROLE_JOIN && k == last + 1)) return loose;
    if ((w->ends & JILU_ENDS_LOOSE) && k <= last + 3) loose = 3;
    if (!(w->ends & JILU_ENDS_BODY)) continue;
    if (jilu_match_back(&j->s->r, w->end, w->begin, BIT(BODY_SUFFIX),
                        &sense) == NOWHERE) return 1;
    return sense->value == JILU_BODY_PART || sense->value == JILU_BODY_WEAK
               ? 2 : 1;
  }
  return loose;
}

void jilu_judge_local (const jilu_judge *j, const jilu_candidate *c,
                       jilu_feature_list *out) {
  put_sides(j, c, out);
  switch (c->kind) {
    case 0: jilu_body_features(j, c, out); break;
    case 1: jilu_person_features(j, c, out); break;
    default: jilu_place_features(j, c, out); break;
  }
}

void jilu_judge_remembered (const jilu_judge *j, const jilu_candidate *c,
                            jilu_feature_list *out) {
  switch (c->kind) {
    case 0: jilu_body_memory(j, c, out); break;
    case 1: jilu_person_memory(j, c, out); break;
    default: jilu_place_memory(j, c, out); break;
  }
}
