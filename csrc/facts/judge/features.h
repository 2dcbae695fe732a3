/* What the features of all kinds of names are made with. */
#ifndef JILU_FACTS_JUDGE_FEATURES_H
#define JILU_FACTS_JUDGE_FEATURES_H

#include "facts/judge/judge.h"

/* How a candidate lies to the names that the grammar found. */
typedef struct jilu_relation {
  bool within, holds, crosses, in_body, chain;
} jilu_relation;

/* Adds a feature; one too many is left out. */
static inline void jilu_put_if (jilu_feature_list *out, bool yes,
                                unsigned id) {
  if (out->count >= JILU_CANDIDATE_FEATURES) return;
  out->ids[out->count] = (uint16_t)id;
  out->count += yes;
}

static inline void jilu_put (jilu_feature_list *out, unsigned id) {
  jilu_put_if(out, true, id);
}

/* The word to the left of the candidate, and whether it cuts its first one. */
const jilu_judge_word *jilu_left_word (const jilu_judge *j,
                                       const jilu_candidate *c);
const jilu_judge_word *jilu_right_word (const jilu_judge *j,
                                        const jilu_candidate *c);
bool jilu_cuts_left (const jilu_judge *j, const jilu_candidate *c);
bool jilu_cuts_right (const jilu_judge *j, const jilu_candidate *c);

/* What is beside it: a title, though that be several words, before all else. */
jilu_context jilu_left_context (const jilu_judge *j,
                                  const jilu_candidate *c);
jilu_context jilu_right_context (const jilu_judge *j,
                                   const jilu_candidate *c);
bool jilu_context_is_mark (jilu_context c);
jilu_side jilu_side_of (jilu_context c);

/* Is it all that its line holds? */
bool jilu_is_line (const jilu_judge *j, const jilu_candidate *c);
/* Its code points. */
unsigned jilu_length (const jilu_judge *j, const jilu_candidate *c);
jilu_relation jilu_relate (const jilu_judge *j, const jilu_candidate *c);

/* What a word is inside a name; is it one of common words? */
static inline jilu_word_role jilu_role_of (const jilu_judge_word *w) {
  return (jilu_word_role)w->role;
}
bool jilu_role_is_common (jilu_word_role role);

/*
** What the first judgement took: this candidate, or so many others of its
** text. The features lie side by side, from 'id' on.
*/
void jilu_put_taken (const jilu_judge *j, const jilu_candidate *c,
                       const jilu_memory *m, unsigned id,
                       jilu_feature_list *out);

/*
** Do words go on behind word 'last' to the end of a longer organisation? 2: to
** the end of what is part of another; 3: of what few of them end with.
*/
int jilu_goes_on (const jilu_judge *j, uint32_t last);

/* The features of one kind. */
void jilu_body_features (const jilu_judge *j, const jilu_candidate *c,
                         jilu_feature_list *out);
void jilu_person_features (const jilu_judge *j, const jilu_candidate *c,
                           jilu_feature_list *out);
void jilu_place_features (const jilu_judge *j, const jilu_candidate *c,
                          jilu_feature_list *out);

/* And those that the section has a part in. */
void jilu_body_memory (const jilu_judge *j, const jilu_candidate *c,
                       jilu_feature_list *out);
void jilu_person_memory (const jilu_judge *j, const jilu_candidate *c,
                         jilu_feature_list *out);
void jilu_place_memory (const jilu_judge *j, const jilu_candidate *c,
                        jilu_feature_list *out);

#endif
