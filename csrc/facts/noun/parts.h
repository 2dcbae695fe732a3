/* What the files of the grammar of nouns share. */
#ifndef JILU_FACTS_NOUN_PARTS_H
#define JILU_FACTS_NOUN_PARTS_H

#include "facts/fact.h"
#include "facts/noun/noun.h"
#include "vocabulary/particle.h"

#define JILU_NOWHERE ((size_t)-1)
#define JILU_NOUN_LONGEST 32   /* code points of a noun phrase */
#define JILU_NOUN_WORD 24      /* bytes that a word may reach back */

#define JILU_NOUN_STOPS \
  (JILU_CLASS_BIT(NOUN_STOP) | JILU_CLASS_BIT(VERBAL_NOUN))
#define JILU_NOUN_WORDS (JILU_NOUN_STOPS | JILU_CLASS_BIT(NOUN))

/* The longest word of such classes that ends at 'end'; its start. */
static inline size_t jilu_word_back (const jilu_reader *r, size_t end,
                                     jilu_classes classes) {
  const jilu_sense *sense = NULL;
  size_t floor = end > JILU_NOUN_WORD ? end - JILU_NOUN_WORD : 0;
  return jilu_match_back(r, end, floor, classes, &sense);
}

static inline bool jilu_is_word (const jilu_reader *r, size_t at,
                                 size_t end, jilu_classes classes) {
  return jilu_sense_of(r, at, end, classes) != NULL;
}

/* Before the spaces and tabs that end at 'end'. */
static inline size_t jilu_trim_back (const jilu_reader *r,
                                     size_t end, size_t floor) {
  while (end > floor && (r->text[end - 1] == ' ' || r->text[end - 1] == '\t'))
    end--;
  return end;
}

/* May the character be part of a noun? */
static inline bool jilu_is_nominal (uint32_t c) {
  return jilu_is_han(c) || jilu_is_letter(c) || c == 0xB7;
}

/* Behind 的 at 'at'; 0 if it does not stand there. */
static inline size_t jilu_behind_of (const jilu_reader *r, size_t at) {
  unsigned width;
  if (jilu_particle_at(r, at) != JILU_OF) return 0;
  (void)jilu_peek(r, at, &width);
  return at + width;
}

/* The closing partner of an opening mark, and the other way; 0 for others. */
uint32_t jilu_closing_mark (uint32_t c);
uint32_t jilu_opening_mark (uint32_t c);

/* Behind the pair that opens before 'at', 0 where it does not close soon. */
size_t jilu_behind_pair (const jilu_reader *r, size_t at, uint32_t close);

/* Where the pair that closes at 'end' opens, or JILU_NOWHERE. */
size_t jilu_before_pair (const jilu_reader *r, size_t end, uint32_t open);

/* A phrase that is one quotation and no more is named without its marks. */
jilu_span jilu_without_marks (const jilu_reader *r, jilu_span span);

/*
** Is the word that begins at 'at' the first of its clause, or behind what is no
** verb (已培训党员)? Behind one it is part of its object: 制定整改措施.
*/
bool jilu_noun_leads (const jilu_reader *r, size_t at);

/* The noun at 'at' by the words of a lexicon; empty where that can't tell. */
jilu_span jilu_noun_run (const jilu_reader *r, size_t at,
                         const jilu_measured *what);

/* Does a verb or an adverb stand at 'at', so that no noun follows? */
bool jilu_noun_run_is_none (const jilu_reader *r, size_t at,
                            const jilu_measured *what);

/*
** The noun before an amount, of which the lists know 'known': without a verb
** that takes it, with one that qualifies it, and with what is joined to it.
*/
jilu_span jilu_noun_run_before (const jilu_reader *r, jilu_span known,
                                size_t floor);

/* What the amount at [begin, at) counts, if that stands behind it. */
jilu_span jilu_noun_counted_after (const jilu_reader *r, size_t begin,
                                   size_t at, jilu_measured *what);

#endif
