/*
** What the clauses of a paragraph say: who does it, where its verb stands, and
** whether it is a deed, the result of a deed, or only a circumstance. A shallow
** parser (chunker): it knows words by their classes and facts by their places;
** which words these are is data.
**
** Sentences and clauses are cut at once; the words of a sentence are looked
** for when it is read. All positions are bytes of the folded text, from 0, and
** ends are behind the last byte. Time is linear in the text but for the search
** for facts by place, which is logarithmic in how many a clause has.
*/
#ifndef JILU_CLAUSE_CLAUSE_H
#define JILU_CLAUSE_CLAUSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexicon/gazetteer.h"
#include "prose/punctuation.h"

/* --- what is known -------------------------------------------------------- */

/*
** Classes of words that the grammar knows. Words may have others, up to 64
** classes in all, that only those ask for who read its result.
*/
#define JILU_CLAUSE_CLASSES(CLASS) \
  CLASS(VERB, "verb")               /* something is done */ \
  CLASS(NOUN, "noun")               /* holds a verb or a head, is neither */ \
  CLASS(ADVERB, "adverb") \
  CLASS(PREP, "prep") \
  CLASS(OBJECT_PREP, "object_prep") /* brings what the deed is done to */ \
  CLASS(ADVERBIAL, "adverbial")     /* says why, how, on what occasion */ \
  CLASS(WHEN, "when")               /* a time may follow that says when */ \
  CLASS(PASSIVE, "passive") \
  CLASS(DOER, "doer")               /* a doer follows */ \
  CLASS(DE, "de")                   /* makes an attribute of what is before */ \
  CLASS(COPULA, "copula") \
  CLASS(ALONE, "alone")             /* between a doer and its deed only */ \
  CLASS(BACK, "back")               /* begins what belongs to the one before */ \
  CLASS(RESULT, "result")           /* what came of the deed before */ \
  CLASS(OUTCOME, "outcome")         /* the same of several deeds */ \
  CLASS(JOINING, "joining")         /* what those did who took part */ \
  CLASS(BRINGING, "bringing")       /* brings those who take part */ \
  CLASS(PUBLICITY, "publicity")     /* who publishes did not do it */ \
  CLASS(BODY, "body")               /* the head of a body's name */ \
  CLASS(PERSON, "person")           /* a head that is people */ \
  CLASS(OFFICE, "office")           /* a head that verbs may stand before */ \
  CLASS(SELF, "self")               /* how a body speaks of itself */ \
  CLASS(OURS, "ours")               /* the same: we */ \
  /* told by the grammar itself */ \
  CLASS(TAILED, "tailed")           /* a tail follows */ \
  CLASS(STOP, "stop")               /* no noun phrase goes past it */ \
  CLASS(ACT, "act")                 /* states a deed */ \
  CLASS(HEAD, "head")               /* may be the head of a doer */

typedef enum jilu_clause_class {
#define JILU_CLASS_ENUM(name, text) JILU_CLAUSE_WORD_##name,
  JILU_CLAUSE_CLASSES(JILU_CLASS_ENUM)
#undef JILU_CLASS_ENUM
  JILU_CLAUSE_WORD_OTHER   /* the first class that the grammar does not know */
} jilu_clause_class;

/* A set of classes. */
typedef uint64_t jilu_word_set;

#define JILU_CLAUSE_WORD_SETS 64
#define jilu_is(class_) ((jilu_word_set)1 << JILU_CLAUSE_WORD_##class_)

/* Short texts that are compared where words are no help. */
#define JILU_CLAUSE_TEXTS(TEXT) \
  TEXT(ATTRIBUTIVE, "attributive") /* 的, which ends an attribute */ \
  TEXT(SAME, "same")               /* 该: who was named before */ \
  TEXT(ANY, "any")                 /* 每, 本: who heads a phrase, but … */ \
  TEXT(OWN, "own")                 /* … where this one begins it: 本公司 */ \
  TEXT(BY, "by")                   /* 以 … */ \
  TEXT(UNIT, "unit")               /* … 为单位 */ \
  TEXT(REACHING, "reaching")       /* 到, 至 before what a measure came to */ \
  TEXT(INITIAL, "initial")         /* what verbs begin with */ \
  TEXT(MEASURE, "measure")         /* 率, 额: what has a value */ \
  TEXT(AMOUNTS, "amounts")         /* 达, 超过: between it and its value */ \
  TEXT(ENDING, "ending")           /* 中, 以来: what ends a setting */ \
  TEXT(OBJECT, "object")           /* 问题, 情况: what a deed is done to */ \
  TEXT(HELD, "held")               /* 召开: what was held is no doer */

typedef enum jilu_clause_texts {
#define JILU_TEXT_ENUM(name, text) JILU_TEXT_##name,
  JILU_CLAUSE_TEXTS(JILU_TEXT_ENUM)
#undef JILU_TEXT_ENUM
  JILU_TEXT_SETS
} jilu_clause_texts;

typedef struct jilu_text {
  const char *bytes;
  size_t size;
} jilu_text;

typedef struct jilu_text_list {
  const jilu_text *items;
  size_t count;
} jilu_text_list;

/* Borrows all that it points to. */
typedef struct jilu_clause_grammar {
  const jilu_marks *marks;
  const jilu_gazetteer *words;   /* numbers are places in 'sets', from 1 */
  const jilu_word_set *sets;     /* their classes, see jilu_word_set_complete */
  size_t set_count;
  jilu_text_list texts[JILU_TEXT_SETS];
} jilu_clause_grammar;

/* Adds the classes that the grammar tells from the others of a word. */
jilu_word_set jilu_word_set_complete (jilu_word_set set, bool tailed);

/* --- what is read --------------------------------------------------------- */

typedef enum jilu_fact_span_kind {
  JILU_SPAN_QUANTITY, JILU_SPAN_TIME, JILU_SPAN_BODY, JILU_SPAN_CHANGE,
  JILU_SPAN_KINDS
} jilu_fact_span_kind;

enum {
  JILU_SPAN_ARTICLE = 1,   /* a quantity that may be an article: 一个 */
  JILU_SPAN_REGION = 2,    /* a body that is a place */
  JILU_SPAN_FROM_TO = 4    /* a change that says both */
};

/* Where a fact stands. */
typedef struct jilu_fact_span {
  uint32_t begin, end;
  uint32_t index;           /* the caller's own */
  uint32_t flags;
} jilu_fact_span;

/* Those of a kind, from left to right. */
typedef struct jilu_fact_spans {
  jilu_fact_span *items;
  size_t count;
} jilu_fact_spans;

/* A run of them or of words: begin == end for none. */
typedef struct jilu_range {
  uint32_t begin, end;
} jilu_range;

typedef struct jilu_clause_word {
  uint32_t begin, end;
  int32_t number;           /* of its set; negative with a tail behind it */
  jilu_word_set is;
} jilu_clause_word;

#define JILU_NO_WORD UINT32_MAX
#define JILU_NO_SPAN UINT32_MAX

typedef enum jilu_doer_kind {
  JILU_DOER_NONE, JILU_DOER_BODY, JILU_DOER_PERSON,
  JILU_DOER_OURS,           /* 我们 */
  JILU_DOER_SAME            /* 该支部, which was named before */
} jilu_doer_kind;

typedef struct jilu_doer {
  uint32_t begin, end;
  uint32_t body;            /* the body that it begins with; or JILU_NO_SPAN */
  uint8_t kind;
  bool owns;                /* 公司产品: it speaks of what is its own */
} jilu_doer;

typedef enum jilu_clause_kind {
  JILU_CLAUSE_DEED, JILU_CLAUSE_RESULT, JILU_CLAUSE_CIRCUMSTANCE
} jilu_clause_kind;

typedef struct jilu_clause {
  uint32_t begin, end;
  uint8_t mark;                       /* jilu_mark_kind that ends it */
  bool colon;
  jilu_range facts[JILU_SPAN_BODY + 1];
  /* the rest where its sentence was read */
  jilu_range words;
  jilu_word_set holds;                /* the classes of any word */
  uint8_t kind;                       /* jilu_clause_kind */
  bool behind;      /* the last quantity and time of its segment */
  bool change, outcome;
  uint32_t head;                      /* behind the doer */
  uint32_t leader;                    /* the word there; JILU_NO_WORD */
  uint32_t verb;                      /* of the deed; JILU_NO_WORD */
  uint32_t object;  /* the first word that takes one; JILU_NO_WORD */
  uint32_t counted;                   /* quantities that count something */
  jilu_doer doer;
  jilu_doer agent;                    /* behind 被 */
} jilu_clause;

typedef struct jilu_clause_sentence {
  uint32_t begin, end;
  jilu_range clauses;
  jilu_range facts[JILU_SPAN_BODY + 1];
  uint32_t covered;                   /* the first range that may cover words */
  bool item;                          /* it begins behind the marker of one */
  bool read;
} jilu_clause_sentence;

/* A paragraph. Zero-initialised it is empty; jilu_paragraph_free frees it. */
typedef struct jilu_paragraph {
  const jilu_clause_grammar *grammar;
  const unsigned char *text;
  size_t size;                        /* of the text */
  bool spaced;                        /* spaces stand in it */
  bool failed;                        /* no memory while it was cut */
  jilu_fact_spans facts[JILU_SPAN_KINDS];
  jilu_clause_sentence *sentences;
  jilu_clause *clauses;
  jilu_clause_word *words;
  jilu_range *brackets, *covers;      /* what is not cut; where no word is */
  size_t sentence_count, sentence_room, clause_count, clause_room;
  size_t word_count, word_room, bracket_count, bracket_room;
  size_t cover_count, cover_room;
} jilu_paragraph;

/*
** Cuts the bytes begin..end of r->text, whose facts are in r->facts; those
** between brackets that are no times or changes are taken out. 'part' is as in
** jilu_clause_sink, with 'to'; NULL for none. JILU_NO_MEMORY.
*/
jilu_status jilu_paragraph_cut (jilu_paragraph *r, size_t begin, size_t end,
                              int (*part) (void *to, size_t k, size_t *begin,
                                           size_t *end), void *to);

/* Reads sentence 's', once. JILU_NO_MEMORY leaves it as it was. */
jilu_status jilu_paragraph_sentence (jilu_paragraph *r, size_t s);

void jilu_paragraph_free (jilu_paragraph *r);

/* --- what may be asked of a clause that was read -------------------------- */

/* The first word from 'k' on that begins at byte 'at' or behind it. */
uint32_t jilu_word_from (const jilu_paragraph *r, const jilu_clause *c,
                         size_t at, uint32_t k);

/* The first word from 'k' on that has one of the classes; JILU_NO_WORD. */
uint32_t jilu_word_of (const jilu_paragraph *r, const jilu_clause *c,
                       jilu_word_set classes, uint32_t k);

/* The first verb from 'k' on that states a deed; JILU_NO_WORD. */
uint32_t jilu_verb_from (const jilu_paragraph *r, const jilu_clause *c,
                         uint32_t k);

/*
** Does a time in a clause say when the deed was done? Not behind a verb or a
** preposition that brings an object, nor before 的.
*/
bool jilu_says_when (const jilu_paragraph *r, const jilu_clause *c,
                     const jilu_fact_span *time);

/* Do only adverbs and prepositions stand before byte 'at'? */
bool jilu_leads (const jilu_paragraph *r, const jilu_clause *c, size_t at);

/*
** The first bracket of the paragraph that opens at byte 'at' or behind it:
** where, or the size of the text.
*/
size_t jilu_bracket_from (const jilu_paragraph *r, size_t at);

/* --- parts of the grammar ------------------------------------------------- */

/* The word of a clause that begins at byte 'at', looked for at 'k'; 0: none. */
static inline jilu_word_set jilu_clause_classes_at (const jilu_paragraph *r,
                                             const jilu_clause *c, size_t at,
                                             uint32_t k) {
  return k < c->words.end && r->words[k].begin == at ? r->words[k].is : 0;
}

/* The fact of a kind that begins at byte 'at'; JILU_NO_SPAN. */
uint32_t jilu_fact_at (const jilu_paragraph *r, const jilu_clause *c,
                       jilu_fact_span_kind kind, size_t at);

/* The first that begins there or behind; facts[kind].end for none. */
uint32_t jilu_fact_from (const jilu_paragraph *r, const jilu_clause *c,
                         jilu_fact_span_kind kind, size_t at);

/* The longest text of a set that ends at byte 'at', or begins there; 0. */
size_t jilu_text_before (const jilu_paragraph *r, jilu_clause_texts set,
                         size_t at);
size_t jilu_text_at (const jilu_paragraph *r, jilu_clause_texts set, size_t at);

/*
** A verb inside the name of an office (监督管理 in 市场监督管理局): the place
** of the head that ends the name, which directly follows the verbs; JILU_NO_WORD.
*/
uint32_t jilu_names_office (const jilu_paragraph *r, const jilu_clause *c,
                            uint32_t k);

/*
** Reads the doer at the head of a clause into c->doer; '*at' and '*k' get the
** first byte and word of the rest.
*/
void jilu_doer_read (const jilu_paragraph *r, jilu_clause *c, size_t *at,
                     uint32_t *k);

/* Passes what may stand before a doer or a verb: times, adverbs. */
void jilu_doer_skip (const jilu_paragraph *r, const jilu_clause *c, size_t *at,
                     uint32_t *k);

/* Reads the body behind 被, if it is one that did it, into c->agent. */
void jilu_doer_read_agent (const jilu_paragraph *r, jilu_clause *c);

/* Reads all that a clause says; its words are known. */
void jilu_predicate_read (const jilu_paragraph *r, jilu_clause *c);

#endif
