/*
** Reading folded text against a vocabulary: what every grammar stands on.
** All positions are bytes of the folded text; a return value of 0 for a
** position means "not here" (no reading ends at 0).
*/
#ifndef JILU_VOCABULARY_READER_H
#define JILU_VOCABULARY_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "vocabulary/decimal.h"
#include "vocabulary/letters.h"
#include "vocabulary/vocabulary.h"
#include "unicode/utf8.h"

/* What a numeral says; see numeral.h. */
typedef struct jilu_numeral {
  jilu_decimal value;      /* or the lower end of a range */
  jilu_decimal max;        /* count 0 but for 三五, 十七八 */
  bool chinese;            /* written in words alone: 三十五, thirty-five */
  bool positional;         /* digits one by one: 二〇一九 */
} jilu_numeral;

/* The numeral that was read at a place; several grammars ask for it. */
typedef struct jilu_numeral_at {
  uint32_t at, end;     /* end is 0: there is none */
  jilu_numeral numeral;
} jilu_numeral_at;

/* What a walk through the trie found at a place. */
typedef struct jilu_walk {
  uint32_t at;
  uint32_t word;        /* the longest one there; 0: none */
} jilu_walk;

/* Powers of two: how many of the last walks and numerals are kept, by place. */
#define JILU_WALKS 1024
#define JILU_NUMERALS 64

/*
** What is worked out once for all grammars that read one text: the code that
** the trie has for each character, where something of interest begins, the
** last walks, and the last numerals.
*/
typedef struct jilu_reading {
  struct jilu_cut *cut;         /* see words.h; NULL: none was asked for */
  jilu_walk walks[JILU_WALKS];
  jilu_numeral_at numerals[JILU_NUMERALS];
  uint64_t bits[];      /* and the codes behind them; see jilu_reader */
} jilu_reading;

typedef struct jilu_reader {
  const unsigned char *text;   /* folded, well-formed UTF-8 */
  size_t size;
  const jilu_vocabulary *vocabulary;
  const jilu_lexicon *lexicon; /* NULL: there is none; see words.h */
  jilu_reading *reading;       /* see jilu_reader_open */
  /* what every step asks for, without a way through the others */
  const uint16_t *codes;       /* at the first byte of each character, and 0 */
                               /* at the end */
  const uint64_t *beginnings;  /* bits: a fact that is no name may begin here */
  const uint64_t *marks;       /* bits: a character of jilu_is_mark is here */
  const jilu_classes *starts;  /* of the vocabulary */
  const jilu_classes *ends;    /* of the vocabulary */
  const jilu_word *words;      /* of the vocabulary */
  const uint8_t *begins;       /* of the vocabulary */
  const jilu_node *nodes;      /* of its trie */
  const uint16_t *edges;
  uint32_t node_mask;
} jilu_reader;

/*
** Prepares for reading 'size' bytes of 'text', which must stay where it is and
** be shorter than 4 GB; takes 2.25 bytes of memory for each byte.
** JILU_NO_MEMORY.
*/
jilu_status jilu_reader_open (jilu_reader *r, const unsigned char *text,
                              size_t size, const jilu_vocabulary *vocabulary);
void jilu_reader_close (jilu_reader *r);

/* The first bit that is set from 'at' <= size on; the size where none is. */
static inline size_t jilu_next_bit (const uint64_t *bits, size_t at,
                                    size_t size) {
  size_t k = at / 64, last = size / 64;
  uint64_t word = bits[k] & ~(uint64_t)0 << at % 64;
  while (word == 0 && k < last) word = bits[++k];
  return word != 0 ? k * 64 + (size_t)__builtin_ctzll(word) : size;
}

/* The code point at 'at' and its width; 0 and 0 at the end. */
static inline uint32_t jilu_peek (const jilu_reader *r, size_t at,
                                  unsigned *width) {
  if (at >= r->size) {
    *width = 0;
    return 0;
  }
  return jilu_utf8_next(r->text + at, width);
}

/* Start of the code point before 'at'; 'at' itself at the start. */
static inline size_t jilu_back (const jilu_reader *r, size_t at) {
  if (at >= 3 && (r->text[at - 3] & 0xF0) == 0xE0) return at - 3;
  if (at > 0) at--;
  while (at > 0 && (r->text[at] & 0xC0) == 0x80) at--;
  return at;
}

/* The code point that ends at 'at'; 0 at the start. */
uint32_t jilu_peek_back (const jilu_reader *r, size_t at);

/* The classes of all words that begin with the character at 'at' <= size. */
static inline jilu_classes jilu_starts_at (const jilu_reader *r, size_t at) {
  return r->starts[r->codes[at]];
}

/*
** Walks through the trie from 'at' < size, and keeps what it found there: the
** node of the longest word, in a language without spaces, or the root. What
** has no base leads to no node of the code, and code 0 leads to none.
*/
static inline const jilu_node *jilu_walk_on (const jilu_reader *r, size_t at) {
  const jilu_node *nodes = r->nodes, *word = nodes;
  const uint16_t *codes = r->codes;
  jilu_walk *walk = &r->reading->walks[at % JILU_WALKS];
  uint32_t step = nodes->step;
  walk->at = (uint32_t)at;
  for (;;) {
    uint32_t next = (step + codes[at]) & r->node_mask;
    if (r->edges[next] != codes[at]) break;
    step = nodes[next].step;
    word = nodes[next].word != 0 ? &nodes[next] : word;
    at += step >> JILU_NODE_SIZE;
  }
  walk->word = word->word;
  return word;
}

/* The same in any language; use jilu_word_at. */
const jilu_word *jilu_walk_from (const jilu_reader *r, size_t at);

/*
** The longest word at 'at' < size, of whatever class; words[0], which has no
** class, where there is none.
*/
static inline const jilu_word *jilu_word_at (const jilu_reader *r, size_t at) {
  const jilu_walk *walk = &r->reading->walks[at % JILU_WALKS];
  if (walk->at != at) return jilu_walk_from(r, at);
  return &r->words[walk->word];
}

/* May any of the words at 'at' < size begin a fact that is no name? */
static inline bool jilu_opens_at (const jilu_reader *r, size_t at) {
  const jilu_walk *walk = &r->reading->walks[at % JILU_WALKS];
  if (walk->at != at) (void)jilu_walk_from(r, at);
  return (r->vocabulary->openers[walk->word / 64] >> walk->word % 64 & 1) != 0;
}

/* The word's sense of the lowest class among 'classes', of which it has one. */
static inline const jilu_sense *jilu_sense_in (const jilu_vocabulary *v,
                                               const jilu_word *word,
                                               jilu_classes classes) {
  const jilu_sense *sense = &v->senses[word->sense];
  if (word->senses > 1) {
    unsigned lowest = jilu_lowest_class(word->classes & classes);
    while (sense->class_ != lowest) sense++;
  }
  return sense;
}

/* The longest of the word and its prefixes that has one of 'classes'. */
static inline const jilu_word *jilu_word_in (const jilu_vocabulary *v,
                                             const jilu_word *word,
                                             jilu_classes classes) {
  while ((word->classes & classes) == 0 && word->size != 0)
    word = &v->words[word->prefix];
  return word;
}

/* jilu_match where a word of 'classes' begins with the character at 'at'. */
size_t jilu_match_word (const jilu_reader *r, size_t at,
                        jilu_classes classes, const jilu_sense **sense);

/*
** The longest word at 'at' that has a sense among 'classes'. Returns its end
** and stores the sense of the lowest such class; 0 where there is none. Most
** characters begin no such word, and cost no walk.
*/
static inline size_t jilu_match (const jilu_reader *r, size_t at,
                                 jilu_classes classes,
                                 const jilu_sense **sense) {
  if (at >= r->size || !(jilu_starts_at(r, at) & classes)) return 0;
  return jilu_match_word(r, at, classes, sense);
}

/* The classes of all words that begin at 'at'. */
static inline jilu_classes jilu_classes_at (const jilu_reader *r, size_t at) {
  const jilu_word *word;
  jilu_classes classes;
  if (at >= r->size) return 0;
  word = jilu_word_at(r, at);
  for (classes = word->classes; word->prefix != 0; classes |= word->classes)
    word = &r->words[word->prefix];
  return classes;
}

/* Another sense of the word that spans [at, end); NULL where it has none. */
const jilu_sense *jilu_sense_of (const jilu_reader *r, size_t at, size_t end,
                                 jilu_classes classes);

/* The classes of all words that end with the character before 'end' > 0. */
static inline jilu_classes jilu_ends_at (const jilu_reader *r, size_t end) {
  return r->ends[r->codes[jilu_back(r, end)]];
}

/* jilu_match_back where a word of 'classes' ends with the character. */
size_t jilu_match_word_back (const jilu_reader *r, size_t end, size_t floor,
                             jilu_classes classes, const jilu_sense **sense);

/*
** The longest word of 'classes' that ends at 'end', not starting before
** 'floor'. Stores its sense; returns its start, or (size_t)-1. Most characters
** end no such word, and cost no call.
*/
static inline size_t jilu_match_back (const jilu_reader *r, size_t end,
                                      size_t floor, jilu_classes classes,
                                      const jilu_sense **sense) {
  if (end == 0 || !(jilu_ends_at(r, end) & classes)) return (size_t)-1;
  return jilu_match_word_back(r, end, floor, classes, sense);
}

/* Is 'at' inside a word of a language with spaces? */
bool jilu_inside_word (const jilu_reader *r, size_t at);

/* Past any spaces and tabs at 'at' (never a line break). */
size_t jilu_skip_spaces (const jilu_reader *r, size_t at);

/*
** Is the character at 'at' < size Han? Bytes E4 to E9 begin no other than Han
** characters, and nearly all of those.
*/
static inline bool jilu_is_han_at (const jilu_reader *r, size_t at) {
  unsigned char b = r->text[at];
  unsigned width;
  if (b >= 0xE4 && b <= 0xE9) return true;
  return b >= 0x80 && jilu_is_han(jilu_utf8_next(r->text + at, &width));
}

/* Is the comma of lists, 、, at 'at'? */
static inline bool jilu_is_comma_at (const jilu_reader *r, size_t at) {
  const unsigned char *s = r->text + at;
  return at < r->size && s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x81;
}

/* Ends a sentence: 。;!? and line breaks, and 0 where the text ends. */
static inline bool jilu_ends_sentence (uint32_t c) {
  const uint64_t ends = 1u | 1u << '\n' | 1u << '\r' | (uint64_t)1 << ';' |
                        (uint64_t)1 << '!' | (uint64_t)1 << '?';
  return c < 64 ? (ends >> c & 1) != 0 : c == 0x3002;
}

/* Ends a clause: those, and ,: */
/* Is it the mark before decimals? There is text at 'at'. */
static inline bool jilu_is_decimal_mark (const jilu_reader *r, size_t at) {
  return r->text[at] == (unsigned char)r->vocabulary->writing.decimal;
}

static inline bool jilu_ends_clause (uint32_t c) {
  return jilu_ends_sentence(c) || c == ',' || c == ':';
}

#endif
