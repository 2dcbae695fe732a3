/*
** Reading folded text against a vocabulary: what every grammar stands on.
** All positions are bytes of the folded text; a return value of 0 for a
** position means "not here" (no reading ends at 0).
*/
#ifndef JILU_FACTS_READER_H
#define JILU_FACTS_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/decimal.h"
#include "facts/vocabulary.h"
#include "unicode/utf8.h"

typedef struct jilu_reader {
  const unsigned char *text;   /* folded, well-formed UTF-8 */
  size_t size;
  const jilu_vocabulary *vocabulary;
} jilu_reader;

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
size_t jilu_back (const jilu_reader *r, size_t at);

/* The code point that ends at 'at'; 0 at the start. */
uint32_t jilu_peek_back (const jilu_reader *r, size_t at);

/* The classes of all words that begin with the character at 'at' < size. */
static inline jilu_classes jilu_starts_at (const jilu_reader *r, size_t at) {
  const jilu_vocabulary *v = r->vocabulary;
  unsigned width;
  return v->starts[jilu_trie_code(&v->trie,
                                  jilu_utf8_next(r->text + at, &width))];
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
jilu_classes jilu_classes_at (const jilu_reader *r, size_t at);

/* Another sense of the word that spans [at, end); NULL where it has none. */
const jilu_sense *jilu_sense_of (const jilu_reader *r, size_t at, size_t end,
                                 jilu_classes classes);

/*
** The longest word of 'classes' that ends at 'end', not starting before
** 'floor'. Stores its sense; returns its start, or (size_t)-1.
*/
size_t jilu_match_back (const jilu_reader *r, size_t end, size_t floor,
                        jilu_classes classes, const jilu_sense **sense);

/* Past any spaces and tabs at 'at' (never a line break). */
size_t jilu_skip_spaces (const jilu_reader *r, size_t at);

static inline bool jilu_is_han (uint32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x323AF) ||
         c == 0x3007;
}

/* ASCII letters. */
static inline bool jilu_is_letter (uint32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ASCII digits. */
static inline bool jilu_is_digit (uint32_t c) {
  return c >= '0' && c <= '9';
}

/* Ends a clause (,;。!?: and a line break) or a sentence (。!?; line break). */
bool jilu_ends_clause (uint32_t c);
bool jilu_ends_sentence (uint32_t c);

#endif
