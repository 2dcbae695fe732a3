/* The features of what may be a person. */
#include "facts/judge/features.h"

#include "lexicon/lexicon.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)

static jilu_border border_of (jilu_context c) {
  switch (jilu_side_of(c)) {
    case JILU_SIDE_EDGE: case JILU_SIDE_OPEN: case JILU_SIDE_CLOSE:
      return JILU_BORDER_MARK;
    case JILU_SIDE_LIST: return JILU_BORDER_LIST;
    case JILU_SIDE_TITLE: return JILU_BORDER_TITLE;
    case JILU_SIDE_SPEECH: case JILU_SIDE_VERB: case JILU_SIDE_LINK:
      return JILU_BORDER_ACT;
    default: return JILU_BORDER_OTHER;
  }
}

/* How the lexicon's words lie over the span. */
static void put_person_words (const jilu_judge *j, const jilu_candidate *c,
                              unsigned length, jilu_feature_list *out) {
  bool left = jilu_cuts_left(j, c), right = jilu_cuts_right(j, c);
  bool tagged = false, word = false, verb = false, stop = false;
  uint32_t k;
  if (c->first == c->last && j->words[c->first].tag == JILU_POS_PERSON) {
    jilu_put(out, left || right ? JILU_F_PER_TAG_PART : JILU_F_PER_TAG);
    jilu_put_if(out, !left && right && length == 2, JILU_F_PER_SHORTER);
    return;
  }
  for (k = c->first; k <= c->last; k++) {
    const jilu_judge_word *w = &j->words[k];
    if (w->tag == JILU_POS_PERSON) tagged = true;
    else if (w->chars > 1) word = true;
    if (k > c->first && (w->tag == JILU_POS_VERB ||
                         w->tag == JILU_POS_PREPOSITION)) verb = true;
    if (k > c->first && (w->classes & BIT(NAME_STOP))) stop = true;
  }
  jilu_put(out, tagged ? JILU_F_PER_TAG_HOLDS : JILU_F_PER_TAG_NONE);
  jilu_put_if(out, !tagged && !word, JILU_F_PER_LOOSE);
  jilu_put_if(out, word && c->first == c->last && !left && !right,
              JILU_F_PER_WORD);
  jilu_put_if(out, word && c->first != c->last, JILU_F_PER_HOLDS_WORD);
  jilu_put_if(out, verb, JILU_F_PER_HOLDS_VERB);
  jilu_put_if(out, stop, JILU_F_PER_HOLDS_STOP);
  jilu_put_if(out, left, JILU_F_PER_CUT_LEFT);
  jilu_put_if(out, right, JILU_F_PER_CUT_RIGHT);
}

static uint32_t cell_at (const jilu_reader *r, uint32_t at) {
  unsigned width;
  return jilu_lexicon_char(r->lexicon, jilu_peek(r, at, &width));
}

/*
** How usual are the characters of the given name there, by the names that the
** lexicon was made from? The bounds are of the mean cost, in sixteenths of a
** nat: one in 250, in 1,600.
*/
#define USUAL  88u
#define SELDOM 118u

static void put_given (const jilu_judge *j, const jilu_candidate *c,
                       uint32_t given, jilu_feature_list *out) {
  const jilu_reader *r = &j->s->r;
  uint32_t first, last, size = c->end - given;
  if (size == 3)
    first = last = jilu_lexicon_name(r->lexicon, cell_at(r, given),
                                     JILU_NAME_ONLY);
  else if (size == 6) {
    first = jilu_lexicon_name(r->lexicon, cell_at(r, given), JILU_NAME_GIVEN);
    last = jilu_lexicon_name(r->lexicon, cell_at(r, given + 3),
                             JILU_NAME_LAST);
  }
  else return;
  jilu_put(out, first == 0 || last == 0          ? JILU_F_PER_GIVEN_NONE
                : first + last >= 2 * SELDOM ? JILU_F_PER_GIVEN_RARE
                : first + last >= 2 * USUAL  ? JILU_F_PER_GIVEN_SELDOM
                                             : JILU_F_PER_GIVEN_USUAL);
}

/* Do all its characters write the sounds of foreign names? */
static bool is_foreign (const jilu_reader *r, const jilu_candidate *c) {
  uint32_t at = c->begin;
  if (c->end - c->begin < 9) return false;
  for (; at < c->end; at += jilu_utf8_width(r->text[at]))
    if (!(cell_at(r, at) & JILU_CHAR_FOREIGN)) return false;
  return true;
}

/* 咸福宫, 黄土沟: is its last character what places or bodies end with? */
static bool ends_as_places_do (const jilu_reader *r, const jilu_candidate *c) {
  return jilu_sense_of(r, jilu_back(r, c->end), c->end,
                       BIT(LEVEL) | BIT(FACILITY) | BIT(NAME_END) |
                       BIT(BODY_SUFFIX)) != NULL;
}

static void put_surname (const jilu_judge *j, const jilu_candidate *c,
                         jilu_feature_list *out) {
  const jilu_reader *r = &j->s->r;
  const jilu_sense *surname, *title;
  size_t end = jilu_match(r, c->begin, BIT(SURNAME), &surname), at;
  if (end == 0) {
    jilu_put(out, JILU_F_PER_NO_SURNAME);
    return;
  }
  jilu_put_if(out, surname->value != 0, JILU_F_PER_RARE);
  jilu_put_if(out, end - c->begin > 3, JILU_F_PER_COMPOUND);
  put_given(j, c, (uint32_t)end, out);
  at = jilu_match(r, end, BIT(SURNAME), &title);
  jilu_put_if(out, at == end + 3 && c->end == at + 6,
              JILU_F_PER_TWO_SURNAMES);
  at = jilu_match(r, end, BIT(TITLE), &title);
  jilu_put_if(out, at == c->end, JILU_F_PER_SURNAME_TITLE);
  jilu_put_if(out, at != 0 && at < c->end, JILU_F_PER_WITH_TITLE);
}

/* Is a person beside it in a list, that the first judgement took? */
static bool beside_taken (const jilu_judge *j, const jilu_candidate *c) {
  const jilu_judge_word *l = jilu_left_word(j, c), *r = jilu_right_word(j, c);
  if (!jilu_cuts_left(j, c) && l->context == JILU_CONTEXT_PAUSE &&
      c->first > 2 &&
      l[-1].person_ends) return true;
  return !jilu_cuts_right(j, c) && r->context == JILU_CONTEXT_PAUSE &&
         c->last + 3 < j->word_count && r[1].person_begins;
}

void jilu_person_memory (const jilu_judge *j, const jilu_candidate *c,
                               jilu_feature_list *out) {
  const jilu_memory *m = &j->memory[c->memory];
  jilu_put_if(out, beside_taken(j, c), JILU_F_PER_BESIDE_TAKEN);
  jilu_put_if(out, m->count > 1, JILU_F_PER_TWICE);
  jilu_put_if(out, m->count > 2, JILU_F_PER_OFTEN);
  jilu_put_if(out, m->evidence & JILU_SAYS_TITLE, JILU_F_PER_SAID);
  jilu_put_if(out, (m->evidence & JILU_SAYS_GRAMMAR) && c->fact == JILU_NO_FACT,
         JILU_F_PER_GRAMMAR_SAID);
  jilu_put_if(out, m->evidence & JILU_SAYS_LISTED, JILU_F_PER_LISTED);
  jilu_put_if(out, m->count > 4, JILU_F_PER_MANY);
  jilu_put_if(out, m->shorter, JILU_F_PER_VARIES);
  jilu_put_if(out, m->longer > 1 && m->longer == m->count, JILU_F_PER_GOES_ON);
  if (!(m->evidence & JILU_SAYS_PERSON)) {
    jilu_put(out, j->said > 0 ? JILU_F_PER_UNSAID : JILU_F_PER_NONE_SAID);
    jilu_put_if(out, m->count > 2, JILU_F_PER_UNSAID_OFTEN);
  }
  jilu_put_taken(j, c, m, JILU_F_PER_TAKEN, out);
  jilu_put_if(out, m->evidence & JILU_SAYS_OTHER_KIND, JILU_F_PER_TAKEN_OTHER);
}

static void put_grammar_person (const jilu_judge *j, const jilu_candidate *c,
                                jilu_feature_list *out) {
  jilu_relation x = jilu_relate(j, c);
  if (c->fact != JILU_NO_FACT) {
    jilu_put(out, JILU_F_PER_GRAMMAR);
    jilu_put_if(out, j->s->facts->items[c->fact].rule == JILU_RULE_PERSON_AGAIN,
           JILU_F_PER_GRAMMAR_AGAIN);
  }
  jilu_put_if(out, x.crosses || x.within || x.holds, JILU_F_PER_CROSSES);
  jilu_put_if(out, x.in_body, JILU_F_PER_IN_BODY);
}

/* Among persons in a list: 、 beside it, and a person's tag behind that. */
static bool is_listed (const jilu_judge *j, const jilu_candidate *c) {
  const jilu_judge_word *l = jilu_left_word(j, c), *r = jilu_right_word(j, c);
  if (!jilu_cuts_left(j, c) && l->context == JILU_CONTEXT_PAUSE &&
      c->first > 2 &&
      l[-1].tag == JILU_POS_PERSON) return true;
  return !jilu_cuts_right(j, c) && r->context == JILU_CONTEXT_PAUSE &&
         c->last + 3 < j->word_count && r[1].tag == JILU_POS_PERSON;
}

static bool is_common_word (const jilu_judge_word *w) {
  return w->chars > 1 && (w->tag == JILU_POS_NOUN || w->tag == JILU_POS_VERB ||
                          w->tag == JILU_POS_VERBAL ||
                          w->tag == JILU_POS_QUALITY ||
                          w->tag == JILU_POS_IDIOM);
}

/* Among common words in a list: 月主题、季点评、年考核. */
static bool is_among_words (const jilu_judge *j, const jilu_candidate *c) {
  const jilu_judge_word *l = jilu_left_word(j, c);
  const jilu_judge_word *r = jilu_right_word(j, c);
  if (!jilu_cuts_left(j, c) && l->context == JILU_CONTEXT_PAUSE &&
      c->first > 2 && is_common_word(l - 1)) return true;
  return !jilu_cuts_right(j, c) &&
         r->context == JILU_CONTEXT_PAUSE && c->last + 4 < j->word_count &&
         (is_common_word(r + 1) || is_common_word(r + 2));
}

/* 何军任: its last character is a stop, or says what he does. */
static bool ends_with_stop (const jilu_judge *j, const jilu_candidate *c) {
  const jilu_reader *r = &j->s->r;
  return jilu_sense_of(r, jilu_back(r, c->end), c->end,
                       BIT(NAME_STOP) | BIT(SPEECH)) != NULL;
}

void jilu_person_features (const jilu_judge *j, const jilu_candidate *c,
                             jilu_feature_list *out) {
  unsigned n = jilu_length(j, c), width;
  jilu_border l = border_of(jilu_left_context(j, c));
  jilu_border r = border_of(jilu_right_context(j, c));
  jilu_put(out, JILU_F_PER_BIAS);
  jilu_put(out, n <= 2 ? JILU_F_PER_LEN2 : n == 3 ? JILU_F_PER_LEN3
           : n == 4 ? JILU_F_PER_LEN4 : JILU_F_PER_LONG);
  put_surname(j, c, out);
  put_person_words(j, c, n, out);
  jilu_put_if(out, ends_with_stop(j, c), JILU_F_PER_LAST_STOP);
  jilu_put_if(out, jilu_sense_of(&j->s->r, jilu_back(&j->s->r, c->end), c->end,
                                 BIT(NO_GIVEN_NAME)) != NULL,
              JILU_F_PER_LAST_NOUN);
  jilu_put(out, JILU_F_BORDERS + l * JILU_BORDER_COUNT + r);
  jilu_put_if(out, l == JILU_BORDER_LIST || r == JILU_BORDER_LIST,
              JILU_F_PER_LIST);
  jilu_put_if(out, is_listed(j, c), JILU_F_PER_LIST_TAG);
  jilu_put_if(out, is_among_words(j, c), JILU_F_PER_LIST_WORDS);
  jilu_put_if(out, is_foreign(&j->s->r, c), JILU_F_PER_FOREIGN);
  jilu_put_if(out, ends_as_places_do(&j->s->r, c), JILU_F_PER_ENDS_PLACE);
  put_grammar_person(j, c, out);
  jilu_put_if(out, jilu_is_line(j, c), JILU_F_PER_LINE);
  jilu_put_if(out, jilu_left_context(j, c) == JILU_CONTEXT_OPEN &&
              jilu_right_context(j, c) == JILU_CONTEXT_CLOSE,
              JILU_F_PER_BRACKETED);
  jilu_put_if(out, c->last > c->first && j->words[c->last].spaced,
         JILU_F_PER_SPACED);
  jilu_put_if(out, c->last > c->first &&
              jilu_peek(&j->s->r, j->words[c->first].end, &width) == 0xB7,
         JILU_F_PER_DOT);
}
