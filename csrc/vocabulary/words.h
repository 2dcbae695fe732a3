/*
** The words around a place, as a lexicon of the language cuts and tags them.
** The grammars ask for them at the few places where their own lists know
** nothing; without a lexicon there are none, and all reads as it did.
*/
#ifndef JILU_VOCABULARY_WORDS_H
#define JILU_VOCABULARY_WORDS_H

#include "vocabulary/reader.h"

typedef enum jilu_word_kind {
  JILU_WORD_OTHER,     /* nouns, and whatever is none of these */
  JILU_WORD_VERB,      /* and is no noun as well */
  JILU_WORD_VERBAL,    /* a verb that is a noun as well */
  JILU_WORD_QUALITY,   /* an adjective */
  JILU_WORD_ADVERB,    /* or a preposition, or a word of time */
  JILU_WORD_PERSON,
  JILU_WORD_PLACE,
  JILU_WORD_BODY       /* an organisation */
} jilu_word_kind;

/* A word of the folded text; neighbours lie side by side, see below. */
typedef struct jilu_text_word {
  uint32_t begin, end;
  jilu_word_kind kind;
  bool closed;         /* a conjunction, pronoun, numeral, localizer, idiom */
} jilu_text_word;

/*
** The word that holds the byte at 'at'; NULL where no lexicon is, no word, or
** no memory. Before it and behind it lie its neighbours in the clause, up to
** one that is empty. They stay until a place in another clause is asked for.
*/
const jilu_text_word *jilu_word_around (const jilu_reader *r, size_t at);

/* Ends what jilu_word_around began; for jilu_reader_close. */
void jilu_clause_free (struct jilu_clause *clause);

#endif
