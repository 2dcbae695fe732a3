/* The features of what may be a place. */
#include "facts/judge/features.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)

static void put_level (const jilu_judge *j, const jilu_candidate *c,
                       jilu_feature_list *out) {
  const jilu_sense *sense;
  size_t at = jilu_judge_ending(j, c, j->words[c->last].level, BIT(LEVEL),
                                &sense);
  size_t stem;
  int rank;
  if (at == NOWHERE) return;
  rank = (int)sense->value;
  jilu_put(out, rank <= 1 ? JILU_F_PLA_LEVEL1
           : JILU_F_PLA_LEVEL1 + (unsigned)(rank > 5 ? 4 : rank - 1));
  jilu_put_if(out, jilu_sense_has(sense, 'n'), JILU_F_PLA_LEVEL_N);
  stem = (at - c->begin) / 3;
  if (stem == 0) return;
  jilu_put(out, stem == 1 ? JILU_F_PLA_STEM1 : stem == 2 ? JILU_F_PLA_STEM2
           : stem == 3 ? JILU_F_PLA_STEM3 : JILU_F_PLA_STEM4);
}

static void put_known_place (const jilu_judge *j, const jilu_candidate *c,
                             jilu_feature_list *out) {
  const jilu_judge_word *w = &j->words[c->first];
  const jilu_sense *place = jilu_sense_of(&j->s->r, c->begin, c->end,
                                          BIT(PLACE));
  if (place != NULL) {
    jilu_put(out, JILU_F_PLA_KNOWN);
    jilu_put_if(out, place->value == JILU_PLACE_WITH_LEVEL,
                JILU_F_PLA_KNOWN_LOOSE);
    jilu_put_if(out, jilu_sense_has(place, 'f'), JILU_F_PLA_KNOWN_LEVEL);
  }
  else if ((place = jilu_sense_of(&j->s->r, c->begin, c->end,
                                  BIT(NAME_END))) != NULL)
    jilu_put_if(out, place->value == 3, JILU_F_PLA_KNOWN_LOOSE);
  if (c->first == c->last && w->tag == JILU_POS_PLACE)
    jilu_put(out, JILU_F_PLA_TAG);
  else if (c->first == c->last && !(w->ends & JILU_ENDS_PLACE))
    jilu_put(out, JILU_F_PLA_OTHER_TAG);
  else if (c->first + 1 == c->last &&
           (w->tag == JILU_POS_PLACE || (w->classes & BIT(PLACE))) &&
           (j->words[c->last].classes & BIT(LEVEL)))
    jilu_put(out, JILU_F_PLA_TAG_LEVEL);
}

static void put_place_words (const jilu_judge *j, const jilu_candidate *c,
                             jilu_feature_list *out) {
  int n[JILU_ROLE_COUNT] = {0}, words = 0, common = 0;
  uint32_t k;
  for (k = c->first; k <= c->last; k++) {
    jilu_word_role role = jilu_role_of(&j->words[k]);
    if (k == c->last &&
        (k > c->first || (j->words[k].ends & JILU_ENDS_PLACE))) break;
    words++;
    n[role]++;
    common += jilu_role_is_common(role);
  }
  jilu_put_if(out, n[JILU_ROLE_VERB] + n[JILU_ROLE_VERBAL] > 0,
              JILU_F_PLA_IN_VERB);
  jilu_put_if(out, n[JILU_ROLE_COMMON] > 0, JILU_F_PLA_IN_COMMON);
  jilu_put_if(out,
              n[JILU_ROLE_STOP] + n[JILU_ROLE_JOIN] + n[JILU_ROLE_GENERIC] > 0,
         JILU_F_PLA_IN_STOP);
  jilu_put_if(out, n[JILU_ROLE_PLACE] > 0, JILU_F_PLA_IN_PLACE);
  jilu_put_if(out, n[JILU_ROLE_NUMBER] > 0, JILU_F_PLA_IN_NUMBER);
  jilu_put_if(out, n[JILU_ROLE_BODY] > 0, JILU_F_PLA_IN_BODY);
  jilu_put_if(out, n[JILU_ROLE_PROPER] + n[JILU_ROLE_PERSON] > 0,
         JILU_F_PLA_IN_PROPER);
  jilu_put_if(out, n[JILU_ROLE_UNKNOWN] > 0, JILU_F_PLA_IN_UNKNOWN);
  jilu_put_if(out, n[JILU_ROLE_NOUN] > 0, JILU_F_PLA_IN_NOUN);
  jilu_put_if(out, words > 0 && common == words, JILU_F_PLA_ALL_COMMON);
  jilu_put_if(out, words > 2, JILU_F_PLA_WORDS3);
}

static void put_grammar_place (const jilu_judge *j, const jilu_candidate *c,
                               jilu_feature_list *out) {
  jilu_relation x = jilu_relate(j, c);
  if (c->fact != JILU_NO_FACT) {
    jilu_rule rule = j->s->facts->items[c->fact].rule;
    jilu_put(out, JILU_F_PLA_GRAMMAR);
    jilu_put_if(out, rule == JILU_RULE_PLACE_KNOWN, JILU_F_PLA_GRAMMAR_KNOWN);
    jilu_put_if(out, rule == JILU_RULE_PLACE_FACILITY,
                JILU_F_PLA_GRAMMAR_FACILITY);
    jilu_put_if(out, rule == JILU_RULE_PLACE_SHORT, JILU_F_PLA_GRAMMAR_SHORT);
    jilu_put_if(out, rule == JILU_RULE_PLACE_LIST, JILU_F_PLA_GRAMMAR_LIST);
  }
  jilu_put_if(out, x.in_body, JILU_F_PLA_IN_GRAMMAR);
  jilu_put_if(out, x.chain, JILU_F_PLA_IN_CHAIN);
  jilu_put_if(out, x.crosses, JILU_F_PLA_CROSSES);
}

void jilu_place_memory (const jilu_judge *j, const jilu_candidate *c,
                              jilu_feature_list *out) {
  const jilu_memory *m = &j->memory[c->memory];
  jilu_put_if(out, m->count > 1, JILU_F_PLA_TWICE);
  jilu_put_if(out, m->count > 2, JILU_F_PLA_OFTEN);
  jilu_put_if(out, (m->evidence & JILU_SAYS_GRAMMAR) && c->fact == JILU_NO_FACT,
         JILU_F_PLA_GRAMMAR_SAID);
  jilu_put_if(out, m->evidence & JILU_SAYS_LEVEL, JILU_F_PLA_SAID_LEVEL);
  jilu_put_if(out, m->count > 4, JILU_F_PLA_MANY);
  jilu_put_if(out, m->count > 2 &&
              (j->words[c->last].ends & JILU_ENDS_SITE),
         JILU_F_PLA_MORPHEME_OFTEN);
  jilu_put_taken(j, c, m, JILU_F_PLA_TAKEN, out);
  jilu_put_if(out, m->evidence & JILU_SAYS_TAKEN_STEM, JILU_F_PLA_TAKEN_STEM);
  jilu_put_if(out, m->evidence & JILU_SAYS_OTHER_KIND, JILU_F_PLA_TAKEN_OTHER);
}

/* Across 、, is there a place? */
static bool beside_place (const jilu_judge *j, const jilu_candidate *c) {
  const jilu_judge_word *l = jilu_left_word(j, c), *r = jilu_right_word(j, c);
  if (l->context == JILU_CONTEXT_PAUSE && c->first > 2 &&
      (jilu_role_of(l - 1) == JILU_ROLE_PLACE ||
       jilu_role_of(l - 1) == JILU_ROLE_LEVEL))
    return true;
  return r->context == JILU_CONTEXT_PAUSE && c->last + 3 < j->word_count &&
         jilu_role_of(r + 1) == JILU_ROLE_PLACE;
}

void jilu_place_features (const jilu_judge *j, const jilu_candidate *c,
                            jilu_feature_list *out) {
  unsigned n = jilu_length(j, c);
  int on = jilu_goes_on(j, c->last);
  jilu_context l = jilu_left_context(j, c), r = jilu_right_context(j, c);
  const jilu_judge_word *w = &j->words[c->last];
  const jilu_sense *sense;
  jilu_put(out, JILU_F_PLA_BIAS);
  jilu_put(out, n <= 2 ? JILU_F_PLA_LEN2 : n == 3 ? JILU_F_PLA_LEN3
           : n == 4 ? JILU_F_PLA_LEN4 : n <= 6 ? JILU_F_PLA_LEN6
                    : JILU_F_PLA_LONG);
  put_level(j, c, out);
  put_known_place(j, c, out);
  jilu_put_if(out, jilu_judge_ending(j, c, w->facility, BIT(FACILITY), &sense) != NOWHERE, JILU_F_PLA_FACILITY);
  jilu_put_if(out, w->ends & JILU_ENDS_SITE, JILU_F_PLA_MORPHEME);
  put_place_words(j, c, out);
  jilu_put_if(out, jilu_cuts_left(j, c) || jilu_cuts_right(j, c),
              JILU_F_PLA_CUT);
  put_grammar_place(j, c, out);
  jilu_put_if(out, l == JILU_CONTEXT_PAUSE || r == JILU_CONTEXT_PAUSE,
         JILU_F_PLA_LISTED);
  jilu_put_if(out, jilu_is_line(j, c), JILU_F_PLA_LINE);
  jilu_put_if(out, r == JILU_CONTEXT_PLACE || r == JILU_CONTEXT_LEVEL,
         JILU_F_PLA_BEFORE_PLACE);
  jilu_put_if(out, l == JILU_CONTEXT_PLACE || l == JILU_CONTEXT_LEVEL,
         JILU_F_PLA_AFTER_PLACE);
  jilu_put_if(out, (on == 1 || on == 2), JILU_F_PLA_BEFORE_BODY);
  jilu_put_if(out, beside_place(j, c), JILU_F_PLA_LISTED_PLACE);
}
