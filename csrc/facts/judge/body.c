/* The features of what may be an organisation. */
#include "facts/judge/features.h"

#include <string.h>

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)

/* Its last suffix, and where that begins; the end of the name: it has none. */
static jilu_body_end body_end (const jilu_judge *j, const jilu_candidate *c,
                               size_t *at, const jilu_sense **sense) {
  const jilu_judge_word *w = &j->words[c->last];
  *sense = NULL;
  *at = jilu_judge_ending(j, c, w->body, BIT(BODY), sense);
  if (*at != NOWHERE) return JILU_END_KNOWN;
  *at = jilu_judge_ending(j, c, w->suffix, BIT(BODY_SUFFIX), sense);
  if (*at != NOWHERE) switch ((int)(*sense)->value) {
    case JILU_BODY_WEAK: return JILU_END_WEAK;
    case JILU_BODY_OFFICE: return JILU_END_OFFICE;
    case JILU_BODY_NAMED: return JILU_END_NAMED;
    default: return JILU_END_PART;
  }
  *sense = NULL;
  *at = c->end;
  if (w->ends & JILU_ENDS_LOOSE) return JILU_END_LOOSE;
  if (w->tag == JILU_POS_BODY) return JILU_END_TAG;
  if (w->classes & BIT(FUNCTION)) return JILU_END_TRADE;
  return JILU_END_NONE;
}

/* Counts of the words before the suffix. */
typedef struct makeup {
  int words, role[JILU_ROLE_COUNT];
  int bodies, joined, spaces, common;
} makeup;

static makeup makeup_of (const jilu_judge *j, const jilu_candidate *c,
                         size_t suffix) {
  makeup m;
  uint32_t k;
  bool body = false;
  memset(&m, 0, sizeof m);
  for (k = c->first; k <= c->last; k++) {
    const jilu_judge_word *w = &j->words[k];
    jilu_word_role role = jilu_role_of(w);
    if (w->begin >= suffix) break;
    /* 教育局|督导|科 */
    if ((role == JILU_ROLE_STOP || role == JILU_ROLE_VERB) && m.bodies > 0 &&
        w->end >= suffix - 3 && k + 1 >= c->last) role = JILU_ROLE_FUNCTION;
    m.words++;
    m.role[role]++;
    m.common += jilu_role_is_common(role);
    m.spaces += k > c->first && w->spaced;
    if (role == JILU_ROLE_JOIN && (body || m.words == 1)) m.joined++;
    body = (w->ends & JILU_ENDS_BODY) != 0;
    m.bodies += body;
  }
  return m;
}

static void put_length (jilu_feature_list *out, unsigned n) {
  jilu_put(out, n <= 2 ? JILU_F_ORG_LEN2 : n == 3 ? JILU_F_ORG_LEN3
           : n == 4 ? JILU_F_ORG_LEN4 : n <= 6 ? JILU_F_ORG_LEN6
           : n <= 10 ? JILU_F_ORG_LEN10 : n <= 16 ? JILU_F_ORG_LEN16
                     : JILU_F_ORG_LONG);
}

static void put_words (jilu_feature_list *out, unsigned n) {
  jilu_put(out, n <= 1 ? JILU_F_ORG_WORDS1 : n == 2 ? JILU_F_ORG_WORDS2
           : n == 3 ? JILU_F_ORG_WORDS3 : n <= 5 ? JILU_F_ORG_WORDS5
           : n <= 8 ? JILU_F_ORG_WORDS8 : JILU_F_ORG_WORDS9);
}

static void put_makeup (const makeup *m, jilu_feature_list *out) {
  const int *n = m->role;
  jilu_put_if(out, n[JILU_ROLE_VERB] > 0, JILU_F_ORG_IN_VERB);
  jilu_put_if(out, n[JILU_ROLE_VERB] + n[JILU_ROLE_VERBAL] > 1,
              JILU_F_ORG_IN_VERBS);
  jilu_put_if(out, n[JILU_ROLE_STOP] > 0, JILU_F_ORG_IN_STOP);
  jilu_put_if(out, n[JILU_ROLE_JOIN] > 0, JILU_F_ORG_IN_JOIN);
  jilu_put_if(out, m->joined > 0, JILU_F_ORG_IN_JOIN_BODY);
  jilu_put_if(out, n[JILU_ROLE_NUMBER] > 0, JILU_F_ORG_IN_NUMBER);
  jilu_put_if(out, n[JILU_ROLE_PERSON] > 0, JILU_F_ORG_IN_PERSON);
  jilu_put_if(out, n[JILU_ROLE_PLACE] + n[JILU_ROLE_LEVEL] > 0,
              JILU_F_ORG_IN_PLACE);
  jilu_put_if(out, n[JILU_ROLE_PLACE] > 1, JILU_F_ORG_IN_PLACES);
  jilu_put_if(out, m->bodies > 0, JILU_F_ORG_IN_BODY);
  jilu_put_if(out, m->bodies > 1, JILU_F_ORG_IN_BODIES);
  jilu_put_if(out, n[JILU_ROLE_FUNCTION] > 0, JILU_F_ORG_IN_FUNCTION);
  jilu_put_if(out, n[JILU_ROLE_UNKNOWN] > 0, JILU_F_ORG_IN_UNKNOWN);
  jilu_put_if(out, n[JILU_ROLE_TITLE] > 0, JILU_F_ORG_IN_TITLE);
  jilu_put_if(out, n[JILU_ROLE_GENERIC] > 0, JILU_F_ORG_IN_GENERIC);
  jilu_put_if(out, n[JILU_ROLE_NOUN] + n[JILU_ROLE_COMMON] > 2,
              JILU_F_ORG_IN_NOUNS);
  jilu_put_if(out, m->spaces > 0, JILU_F_ORG_IN_SPACE);
  jilu_put_if(out, n[JILU_ROLE_LATIN] > 0, JILU_F_ORG_IN_LATIN);
  jilu_put_if(out, n[JILU_ROLE_MARK] > 0, JILU_F_ORG_IN_BRACKET);
  jilu_put_if(out, m->words > 0 && m->common == m->words, JILU_F_ORG_COMMON);
  jilu_put_if(out, m->words > 0 &&
              m->common + n[JILU_ROLE_FUNCTION] == m->words,
         JILU_F_ORG_FUNCTIONS);
  jilu_put_if(out, m->words == 0, JILU_F_ORG_END_WHOLE);
}

static void put_grammar_body (const jilu_judge *j, const jilu_candidate *c,
                              jilu_feature_list *out) {
  jilu_relation x = jilu_relate(j, c);
  if (c->fact != JILU_NO_FACT) {
    jilu_rule rule = j->s->facts->items[c->fact].rule;
    jilu_put(out, JILU_F_ORG_GRAMMAR);
    jilu_put_if(out, rule == JILU_RULE_BODY_BRAND, JILU_F_ORG_GRAMMAR_BRAND);
    jilu_put_if(out, rule == JILU_RULE_BODY_KNOWN, JILU_F_ORG_GRAMMAR_KNOWN);
    jilu_put_if(out, rule == JILU_RULE_BODY_LIST, JILU_F_ORG_GRAMMAR_LIST);
    jilu_put_if(out, rule == JILU_RULE_BODY_SOURCE, JILU_F_ORG_GRAMMAR_SOURCE);
  }
  jilu_put_if(out, x.in_body, JILU_F_ORG_WITHIN);
  jilu_put_if(out, x.holds, JILU_F_ORG_HOLDS);
  jilu_put_if(out, x.crosses, JILU_F_ORG_CROSSES);
}

void jilu_body_memory (const jilu_judge *j, const jilu_candidate *c,
                             jilu_feature_list *out) {
  const jilu_memory *m = &j->memory[c->memory];
  jilu_put_if(out, m->count > 1, JILU_F_ORG_TWICE);
  jilu_put_if(out, m->count > 2, JILU_F_ORG_OFTEN);
  jilu_put_if(out, (m->evidence & JILU_SAYS_GRAMMAR) && c->fact == JILU_NO_FACT,
         JILU_F_ORG_SAID);
  jilu_put_if(out, m->evidence & JILU_SAYS_DEFINED, JILU_F_ORG_DEFINED);
  jilu_put_if(out, m->evidence & JILU_SAYS_EDGE, JILU_F_ORG_EDGE);
  jilu_put_if(out, m->evidence & JILU_SAYS_TAIL, JILU_F_ORG_TAIL);
  jilu_put_if(out, m->count > 4, JILU_F_ORG_MANY);
  jilu_put_if(out, m->count > 2 && (m->evidence & JILU_SAYS_EDGE),
         JILU_F_ORG_EDGE_OFTEN);
  jilu_put_taken(j, c, m, JILU_F_ORG_TAKEN, out);
  jilu_put_if(out, m->evidence & JILU_SAYS_TAKEN_TAIL, JILU_F_ORG_TAKEN_TAIL);
  jilu_put_if(out, m->evidence & JILU_SAYS_OTHER_KIND, JILU_F_ORG_TAKEN_OTHER);
}

static bool acts (jilu_context c) {
  return c == JILU_CONTEXT_VERB || c == JILU_CONTEXT_ADVERB ||
         c == JILU_CONTEXT_SPEECH || c == JILU_CONTEXT_PREPOSITION;
}

static bool is_host (jilu_word_role role) {
  return role == JILU_ROLE_PLACE || role == JILU_ROLE_LEVEL ||
         role == JILU_ROLE_HEAD || role == JILU_ROLE_BODY;
}

/* 各州、市人民政府: of a list that begins with 各. */
static bool is_of_any (const jilu_judge *j, const jilu_candidate *c) {
  uint32_t k = c->first;
  int n;
  for (n = 0; n < 8 && k > 1; n++) {
    const jilu_judge_word *w = &j->words[--k];
    if (w->role == JILU_ROLE_GENERIC) return true;
    if (w->barrier && w->context != JILU_CONTEXT_PAUSE) return false;
    if (w->role == JILU_ROLE_VERB || w->role == JILU_ROLE_STOP)
      return w->tag == JILU_POS_PRONOUN;
  }
  return false;
}

void jilu_body_features (const jilu_judge *j, const jilu_candidate *c,
                           jilu_feature_list *out) {
  const jilu_sense *sense;
  jilu_context l = jilu_left_context(j, c), r = jilu_right_context(j, c);
  size_t suffix;
  int on;
  jilu_body_end end = body_end(j, c, &suffix, &sense);
  makeup m = makeup_of(j, c, suffix);
  jilu_word_role first = jilu_role_of(&j->words[c->first]);
  if (m.words == 0) first = JILU_ROLE_MARK;
  jilu_put(out, JILU_F_ORG_BIAS);
  put_length(out, jilu_length(j, c));
  put_words(out, (unsigned)m.words);
  jilu_put(out, JILU_F_END + end);
  jilu_put(out, JILU_F_BEGIN + first);
  if (sense != NULL && end != JILU_END_KNOWN) {
    jilu_put_if(out, c->end - suffix == 3, JILU_F_ORG_END_SINGLE);
    jilu_put_if(out, jilu_sense_has(sense, 'p'), JILU_F_ORG_END_CELL);
    jilu_put_if(out, jilu_sense_has(sense, 'd'), JILU_F_ORG_END_BARE);
  }
  put_makeup(&m, out);
  jilu_put_if(out, m.bodies > 0 &&
              (end == JILU_END_PART || end == JILU_END_WEAK),
         JILU_F_ORG_PARTS_BODY);
  jilu_put_if(out, jilu_cuts_left(j, c) || jilu_cuts_right(j, c),
              JILU_F_ORG_CUT);
  put_grammar_body(j, c, out);
  jilu_put_if(out, jilu_is_line(j, c), JILU_F_ORG_LINE);
  jilu_put_if(out, l == JILU_CONTEXT_OPEN && r == JILU_CONTEXT_CLOSE,
         JILU_F_ORG_QUOTED);
  jilu_put_if(out, l == JILU_CONTEXT_PAUSE || r == JILU_CONTEXT_PAUSE,
         JILU_F_ORG_LISTED);
  jilu_put_if(out, acts(r), JILU_F_ORG_ACTS);
  jilu_put_if(out, acts(r) && jilu_context_is_mark(l), JILU_F_ORG_EDGE_ACTS);
  jilu_put_if(out, j->words[c->last + 1].ends & JILU_ENDS_BODY,
         JILU_F_ORG_RIGHT_PART);
  on = jilu_goes_on(j, c->last);
  jilu_put_if(out, on == 1 || on == 2, JILU_F_ORG_EXTENDS);
  jilu_put_if(out, on == 2, JILU_F_ORG_EXTENDS_PART);
  jilu_put_if(out, on == 3, JILU_F_ORG_EXTENDS_LOOSE);
  jilu_put_if(out, m.bodies > 0 && end == JILU_END_LOOSE &&
                   m.role[JILU_ROLE_STOP] == 0, JILU_F_ORG_LOOSE_PART);
  jilu_put_if(out, is_of_any(j, c), JILU_F_ORG_LIST_GENERIC);
  jilu_put_if(out, (end == JILU_END_PART || end == JILU_END_WEAK) &&
                   m.bodies + m.role[JILU_ROLE_PLACE] +
                   m.role[JILU_ROLE_LEVEL] + m.role[JILU_ROLE_HEAD] == 0,
              JILU_F_ORG_HOSTLESS);
  jilu_put_if(out, !jilu_left_word(j, c)->barrier &&
              !j->words[c->first].spaced &&
              (is_host(jilu_role_of(jilu_left_word(j, c))) ||
               (jilu_left_word(j, c)->ends & JILU_ENDS_BODY)),
         JILU_F_ORG_AFTER_HOST);
}
