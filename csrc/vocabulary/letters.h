/* Kinds of characters that the grammars tell apart. */
#ifndef JILU_VOCABULARY_LETTERS_H
#define JILU_VOCABULARY_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

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

/* Letters of ASCII, Latin-1 and Latin Extended-A and -B. */
static inline bool jilu_is_latin (uint32_t c) {
  return jilu_is_letter(c) ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

/* What works and quotations stand in: “ ” 《 》 「 」 『 』 and ". */
static inline bool jilu_is_mark (uint32_t c) {
  return (c >= 0x300A && c <= 0x300F) || c == 0x201C || c == 0x201D ||
         c == '"';
}

/*
** Can no word end between these two characters of a language with spaces?
** Digits may follow letters: EUR300.
*/
static inline bool jilu_in_one_word (uint32_t a, uint32_t b) {
  return (jilu_is_latin(a) && jilu_is_latin(b)) ||
         (jilu_is_digit(a) && (jilu_is_latin(b) || jilu_is_digit(b)));
}

#endif
