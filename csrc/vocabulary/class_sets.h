/*
** What the passes over the text ask about each character: may a word that
** begins with it matter to them? The answers for a character are one byte, so
** that those for all characters stay in the cache nearest to the processor.
*/
#ifndef JILU_VOCABULARY_CLASS_SETS_H
#define JILU_VOCABULARY_CLASS_SETS_H

#include "vocabulary/vocabulary.h"

#define JILU_MAY_FACT    1u  /* begin a fact that is no name */
#define JILU_MAY_NAME    2u  /* be part of a name, or end it */
#define JILU_MAY_NUMERAL 4u
#define JILU_MAY_IDENTIFY 8u /* begin an identifier */

/* What names are made of, and what stands beside them. */
#define JILU_NAME_CLASSES \
  (JILU_CLASS_BIT(NAME_STOP) | JILU_CLASS_BIT(NAME_WORD) | \
   JILU_CLASS_BIT(GENERIC) | JILU_CLASS_BIT(BODY) | \
   JILU_CLASS_BIT(BODY_HEAD) | JILU_CLASS_BIT(BODY_SUFFIX) | \
   JILU_CLASS_BIT(FUNCTION) | JILU_CLASS_BIT(LEVEL) | \
   JILU_CLASS_BIT(PLACE) | JILU_CLASS_BIT(FACILITY) | \
   JILU_CLASS_BIT(PERSON) | \
   JILU_CLASS_BIT(SURNAME) | JILU_CLASS_BIT(TITLE) | \
   JILU_CLASS_BIT(BYLINE) | JILU_CLASS_BIT(SPEECH) | \
   JILU_CLASS_BIT(LIST_HEAD))

/* What a numeral may begin with, beside an Arabic digit. */
#define JILU_NUMERAL_BEGINNING \
  (JILU_CLASS_BIT(DIGIT) | JILU_CLASS_BIT(POWER) | JILU_CLASS_BIT(TENS) | \
   JILU_CLASS_BIT(MINUS) | JILU_CLASS_BIT(SECTION))

/* Words that stand inside a fact or beside it, and begin none. */
#define JILU_INNER \
  (JILU_NAME_CLASSES | JILU_CLASS_BIT(NAME_END) | \
   JILU_CLASS_BIT(NAME_JOIN) | JILU_CLASS_BIT(NO_GIVEN_NAME) | \
   JILU_CLASS_BIT(PARTICLE) | JILU_CLASS_BIT(FRACTION) | \
   JILU_CLASS_BIT(APPROX_BETWEEN) | JILU_CLASS_BIT(APPROX_AFTER) | \
   JILU_CLASS_BIT(APPROX_FAR) | JILU_CLASS_BIT(UNIT) | \
   JILU_CLASS_BIT(DISTRIBUTIVE) | JILU_CLASS_BIT(COPULA) | \
   JILU_CLASS_BIT(RISE) | JILU_CLASS_BIT(RANGE) | JILU_CLASS_BIT(FROM) | \
   JILU_CLASS_BIT(TARGET) | JILU_CLASS_BIT(DIVISION) | \
   JILU_CLASS_BIT(SESSION) | JILU_CLASS_BIT(NOUN) | \
   JILU_CLASS_BIT(NOUN_STOP) | JILU_CLASS_BIT(NOUN_SUFFIX) | \
   JILU_CLASS_BIT(VERBAL_NOUN) | JILU_CLASS_BIT(AGENT) | \
   JILU_CLASS_BIT(LINK) | JILU_CLASS_BIT(POINT) | JILU_CLASS_BIT(SUBUNIT) | \
   JILU_CLASS_BIT(MIXED) | JILU_CLASS_BIT(SHARE) | \
   JILU_CLASS_BIT(MONEY_END) | JILU_CLASS_BIT(LOOSE_MONEY) | \
   JILU_CLASS_BIT(DURATION_JOIN) | JILU_CLASS_BIT(NOT_UNIT) | \
   JILU_CLASS_BIT(CHANGE_VERB) | JILU_CLASS_BIT(COMPARED) | \
   JILU_CLASS_BIT(NOUN_JOIN) | JILU_CLASS_BIT(PRICE) | \
   JILU_CLASS_BIT(INSTITUTION) | JILU_CLASS_BIT(OF_INSTITUTIONS) | \
   JILU_CLASS_BIT(OF_PERSONS) | JILU_CLASS_BIT(WITHOUT_NOUN) | \
   JILU_CLASS_BIT(UNIT_NOUN) | JILU_CLASS_BIT(TIME_DAYS) | \
   JILU_CLASS_BIT(PHRASE_CLASSIFIER) | JILU_CLASS_BIT(PHRASE_NOUN) | \
   JILU_CLASS_BIT(COUNTER) | JILU_CLASS_BIT(FORMULA_NOUN) | \
   JILU_CLASS_BIT(STAR) | JILU_CLASS_BIT(RATED) | JILU_CLASS_BIT(ACT) | \
   JILU_CLASS_BIT(SERIAL_END) | JILU_CLASS_BIT(YEAR_OPEN) | \
   JILU_CLASS_BIT(LICENCE) | JILU_CLASS_BIT(TELEPHONE) | \
   JILU_CLASS_BIT(TIME_MARK) | JILU_CLASS_BIT(TIME_EDGE) | \
   JILU_CLASS_BIT(TIME_CLOCK) | JILU_CLASS_BIT(TIME_UNIT) | \
   JILU_CLASS_BIT(TIME_CYCLE) | JILU_CLASS_BIT(TIME_AND) | \
   JILU_CLASS_BIT(TIME_NOT) | JILU_CLASS_BIT(TIME_BEFORE) | \
   JILU_CLASS_BIT(NUMERAL_JOIN) | JILU_CLASS_BIT(MONEY_SECTION) | \
   JILU_CLASS_BIT(PLURAL) | JILU_CLASS_BIT(PLURAL_ENDING) | \
   JILU_CLASS_BIT(QUOTE_MARK) | JILU_CLASS_BIT(DENOMINATOR) | \
   JILU_CLASS_BIT(ARTICLE) | JILU_CLASS_BIT(LESSER_UNIT) | \
   JILU_CLASS_BIT(VERSION))

/* What identifiers begin with, beside letters; digits begin them too. */
#define JILU_IDENTIFIER (JILU_CLASS_BIT(YEAR_OPEN) | JILU_CLASS_BIT(LICENCE))

/* What no run of names holds. */
#define JILU_NAME_STOPS \
  (JILU_CLASS_BIT(NAME_STOP) | JILU_CLASS_BIT(TITLE) | \
   JILU_CLASS_BIT(BYLINE))

/* What it may hold, though it be a stop as well: 建设 in 建设局. */
#define JILU_NAME_PARTS \
  (JILU_CLASS_BIT(NAME_WORD) | \
   JILU_CLASS_BIT(GENERIC) | JILU_CLASS_BIT(BODY) | \
   JILU_CLASS_BIT(BODY_HEAD) | JILU_CLASS_BIT(BODY_SUFFIX) | \
   JILU_CLASS_BIT(FUNCTION) | JILU_CLASS_BIT(LEVEL) | JILU_CLASS_BIT(PLACE) | \
   JILU_CLASS_BIT(FACILITY) | JILU_CLASS_BIT(PERSON))
#define JILU_NAME_TOKENS (JILU_NAME_STOPS | JILU_NAME_PARTS)

/* What a word of JILU_NAME_TOKENS does to a run of names that meets it. */
#define JILU_NAME_ENDS     1u   /* ends it, but for what follows */
#define JILU_NAME_JOINS    2u   /* a character that is a part of any name */
#define JILU_NAME_GOES_ON  4u   /* one that is a part inside a name: 文 好 */
#define JILU_NAME_ITEM     8u   /* may end a name in a list: 上海发布、 */
#define JILU_NAME_PERSONS 16u   /* a title or byline: persons are beside it */
#define JILU_NAME_OFFICE  32u   /* a title, and no part of a name */
#define JILU_NAME_HOSTED  64u   /* begins none but behind a place: 优化 */
#define JILU_NAME_ASCII  128u   /* ends with ASCII, which may go on */

/*
** The effects of a word by its classes, by the values of its senses among the
** stops and the functions (0: it has none), by whether it is one character,
** and whether it ends with ASCII. A common word that is a verb as well (共建)
** ends a run.
*/
static inline unsigned jilu_name_effect (jilu_classes classes, double stop,
                                         double function, bool single,
                                         bool ascii) {
  bool ends = !(classes & JILU_NAME_PARTS & ~JILU_CLASS_BIT(NAME_WORD)) &&
              (classes & JILU_NAME_STOPS);
  unsigned effect = 0;
  if (ends) effect |= JILU_NAME_ENDS;
  if (ends && single && !(classes & JILU_CLASS_BIT(NAME_STOP)))
    effect |= JILU_NAME_JOINS;
  if (ends && single && stop != 0) effect |= JILU_NAME_GOES_ON;
  if (ends && stop == 2) effect |= JILU_NAME_ITEM;
  if (classes & (JILU_CLASS_BIT(TITLE) | JILU_CLASS_BIT(BYLINE)))
    effect |= JILU_NAME_PERSONS;
  if ((classes & JILU_CLASS_BIT(TITLE)) && !(classes & JILU_NAME_PARTS))
    effect |= JILU_NAME_OFFICE;
  if (function == 2) effect |= JILU_NAME_HOSTED;
  if (ascii) effect |= JILU_NAME_ASCII;
  return effect;
}

/* What a run of names holds by its words; 0: it has none. */
#define JILU_HOLDS_WORD      1u
#define JILU_HOLDS_BODY      2u   /* or what ends one */
#define JILU_HOLDS_PLACE     4u   /* or a level, also inside a word: 山区 */
#define JILU_HOLDS_FACILITY  8u
#define JILU_HOLDS_PERSON   16u
/* Without one of these, it holds no name. */
#define JILU_HOLDS_NAME \
  (JILU_HOLDS_BODY | JILU_HOLDS_PLACE | JILU_HOLDS_FACILITY | \
   JILU_HOLDS_PERSON)

/* The same for one word of these classes. */
static inline unsigned jilu_run_holds (jilu_classes classes) {
  const jilu_classes body = JILU_CLASS_BIT(BODY) | JILU_CLASS_BIT(BODY_SUFFIX);
  const jilu_classes place = JILU_CLASS_BIT(PLACE) | JILU_CLASS_BIT(LEVEL) |
                             JILU_CLASS_BIT(NAME_WORD);
  return JILU_HOLDS_WORD | (classes & body ? JILU_HOLDS_BODY : 0) |
         (classes & place ? JILU_HOLDS_PLACE : 0) |
         (classes & JILU_CLASS_BIT(FACILITY) ? JILU_HOLDS_FACILITY : 0) |
         (classes & JILU_CLASS_BIT(PERSON) ? JILU_HOLDS_PERSON : 0);
}

/* Which of the above words of 'classes' may be. */
static inline unsigned jilu_begins (jilu_classes classes) {
  return (classes & (~JILU_INNER | JILU_IDENTIFIER) ? JILU_MAY_FACT : 0) |
         (classes & JILU_NAME_TOKENS ? JILU_MAY_NAME : 0) |
         (classes & JILU_NUMERAL_BEGINNING ? JILU_MAY_NUMERAL : 0) |
         (classes & JILU_IDENTIFIER ? JILU_MAY_IDENTIFY : 0);
}

#endif
