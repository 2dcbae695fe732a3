/*
** The words of the text, as a lexicon of the language cuts and tags them. It is
** cut once, as far as was asked for. The grammars ask at the few places where
** their own lists know nothing, the judge of names for all; without a lexicon
** there are none, and all reads as it did.
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

/* Parts of speech, as far as the judge tells them apart. */
typedef enum jilu_part_of_speech {
  JILU_POS_OTHER, JILU_POS_NOUN, JILU_POS_MORPHEME, JILU_POS_SHORT,
  JILU_POS_PERSON, JILU_POS_PLACE, JILU_POS_BODY, JILU_POS_PROPER,
  JILU_POS_VERB, JILU_POS_VERBAL, JILU_POS_QUALITY, JILU_POS_ADVERB,
  JILU_POS_PREPOSITION, JILU_POS_CONJUNCTION, JILU_POS_OF,
  JILU_POS_PARTICLE, JILU_POS_NUMBER, JILU_POS_UNIT, JILU_POS_PRONOUN,
  JILU_POS_TIME, JILU_POS_SIDE, JILU_POS_IDIOM, JILU_POS_LATIN,
  JILU_POS_MARK, JILU_POS_BREAK, JILU_POS_COUNT
} jilu_part_of_speech;

/*
** A word of the folded text; neighbours lie side by side. Before and behind a
** mark that ends a clause lies an empty one; another stands for a line break:
** JILU_POS_BREAK.
*/
typedef struct jilu_text_word {
  uint32_t begin, end;
  uint8_t tag;         /* a jilu_part_of_speech */
  uint8_t kind;        /* a jilu_word_kind */
  bool closed;         /* a conjunction, pronoun, numeral, localizer, idiom */
} jilu_text_word;

/*
** The word that holds the byte at 'at'; NULL where no lexicon is, no word, or
** no memory. Before it and behind it lie its neighbours in the clause, up to
** one that is empty. They stay until a place further on is asked for.
*/
const jilu_text_word *jilu_word_around (const jilu_reader *r, size_t at);

/*
** The first of all words, and how many have been cut: those of the clause that
** holds the byte before 'end' are among them. NULL without lexicon or memory.
*/
const jilu_text_word *jilu_words_until (const jilu_reader *r, size_t end,
                                        size_t *count);

/* For jilu_reader_close. */
void jilu_cut_free (struct jilu_cut *cut);

#endif
