#include "vocabulary/reader.h"

#include <stdlib.h>
#include <string.h>

#include "vocabulary/words.h"

#define LONGEST_WORD 12  /* code points that jilu_match_back looks back */
#define NOINLINE __attribute__((noinline))

/* MemorySanitizer is to see that slip all the same. */
#if defined(__has_feature)
#if __has_feature(memory_sanitizer)
#include <sanitizer/msan_interface.h>
#define JILU_FORGET(bytes, size) __msan_allocated_memory(bytes, size)
#endif
#endif
#ifndef JILU_FORGET
#define JILU_FORGET(bytes, size) ((void)0)
#endif

uint32_t jilu_peek_back (const jilu_reader *r, size_t at) {
  unsigned width;
  if (at == 0) return 0;
  return jilu_utf8_next(r->text + jilu_back(r, at), &width);
}

static inline void set_bit (uint64_t *bits, size_t at, uint64_t bit) {
  bits[at / 64] |= bit << (at & 63);
}

/* Looks up one that is no Han character; the others need no decoding. */
static unsigned look_up_other (const jilu_vocabulary *v,
                               const unsigned char *s, unsigned *width,
                               bool *mark) {
  uint32_t c;
  if (*s < 0x80) {
    *width = 1;
    *mark = *s == '"';
    return v->ascii[*s];
  }
  c = jilu_utf8_next(s, width);
  *mark = jilu_is_mark(c);
  if (c >= JILU_CHARACTER_FIRST && c <= JILU_CHARACTER_LAST)
    return v->characters[c - JILU_CHARACTER_FIRST];
  return jilu_character(v, c);
}

/*
** Looks up every character, and notes where facts may begin and where marks
** are; bits and codes are 0 before.
*/
static void look_up (const jilu_vocabulary *v, const unsigned char *text,
                     size_t size, uint16_t *codes, uint64_t *beginnings,
                     uint64_t *marks) {
  const uint16_t *han = v->characters;
  size_t at = 0;
  while (at < size) {
    unsigned width;
    uint64_t character;
    bool mark;
    /* most characters are Han, one behind the other */
    while (text[at] >= 0xE4 && text[at] <= 0xE9) {
      character = han[jilu_character_index(text + at)];
      codes[at] = (uint16_t)(character & JILU_CHARACTER_CODE);
      set_bit(beginnings, at, character >> JILU_CHARACTER_BEGINS);
      if ((at += 3) >= size) break;
    }
    if (at >= size) break;
    character = look_up_other(v, text + at, &width, &mark);
    codes[at] = (uint16_t)(character & JILU_CHARACTER_CODE);
    set_bit(beginnings, at, character >> JILU_CHARACTER_BEGINS);
    set_bit(marks, at, mark);
    at += width;
  }
}

jilu_status jilu_reader_open (jilu_reader *r, const unsigned char *text,
                              size_t size, const jilu_vocabulary *vocabulary) {
  jilu_reading *reading;
  size_t i, words = size / 64 + 1;   /* of the bits of one kind */
  uint16_t *codes;
  if (size >= UINT32_MAX) return JILU_TOO_LARGE;
  reading = malloc(sizeof *reading + 2 * words * sizeof *reading->bits +
                   (size + 1) * sizeof *codes);
  if (reading == NULL) return JILU_NO_MEMORY;
  codes = (uint16_t *)(void *)(reading->bits + 2 * words);
  /* code 0, that of no word, also where no character begins: a grammar that
     slips into one reads nothing behind the tables of the vocabulary */
  memset(reading->bits, 0, 2 * words * sizeof *reading->bits +
                           (size + 1) * sizeof *codes);
  JILU_FORGET(codes, size * sizeof *codes);
  reading->cut = NULL;
  for (i = 0; i < JILU_WALKS; i++) reading->walks[i].at = UINT32_MAX;
  for (i = 0; i < JILU_NUMERALS; i++) reading->numerals[i].at = UINT32_MAX;
  look_up(vocabulary, text, size, codes, reading->bits,
          reading->bits + words);
  r->text = text;
  r->size = size;
  r->vocabulary = vocabulary;
  r->lexicon = NULL;
  r->reading = reading;
  r->codes = codes;
  r->beginnings = reading->bits;
  r->marks = reading->bits + words;
  r->starts = vocabulary->starts;
  r->ends = vocabulary->ends;
  r->words = vocabulary->words;
  r->begins = vocabulary->begins;
  r->nodes = vocabulary->nodes;
  r->edges = vocabulary->edges;
  r->node_mask = vocabulary->trie.unit_mask;
  return JILU_OK;
}

void jilu_reader_close (jilu_reader *r) {
  if (r->reading != NULL) jilu_cut_free(r->reading->cut);
  free(r->reading);
  r->reading = NULL;
}

/*
** With spaces, no word ends inside another; those that the vocabulary has as
** prefixes of this one don't.
*/
static void end_at_word (const jilu_reader *r, jilu_walk *walk) {
  const jilu_word *word = &r->words[walk->word];
  if (word->size != 0 && jilu_inside_word(r, walk->at + word->size))
    walk->word = word->prefix;
}

const jilu_word *jilu_walk_from (const jilu_reader *r, size_t at) {
  jilu_walk *walk = &r->reading->walks[at % JILU_WALKS];
  (void)jilu_walk_on(r, at);
  if (r->vocabulary->writing.spaced) end_at_word(r, walk);
  return &r->words[walk->word];
}

/*
** What is asked most often keeps to registers: the walk that is not known yet
** is made in a function of its own, which then asks again.
*/
static NOINLINE size_t walk_and_match (const jilu_reader *r, size_t at,
                                    jilu_classes classes,
                                    const jilu_sense **sense) {
  (void)jilu_walk_from(r, at);
  return jilu_match_word(r, at, classes, sense);
}

size_t jilu_match_word (const jilu_reader *r, size_t at,
                        jilu_classes classes, const jilu_sense **sense) {
  const jilu_walk *walk = &r->reading->walks[at % JILU_WALKS];
  const jilu_word *word;
  if (walk->at != at) return walk_and_match(r, at, classes, sense);
  word = &r->words[walk->word];
  while ((word->classes & classes) == 0) {
    if (word->prefix == 0) return 0;
    word = &r->words[word->prefix];
  }
  *sense = jilu_sense_in(r->vocabulary, word, classes);
  return at + word->size;
}

static NOINLINE const jilu_sense *walk_and_sense (const jilu_reader *r,
                                               size_t at, size_t end,
                                               jilu_classes classes) {
  (void)jilu_walk_from(r, at);
  return jilu_sense_of(r, at, end, classes);
}

/* jilu_sense_of where a word of 'classes' begins with the character. */
static inline const jilu_sense *sense_of (const jilu_reader *r, size_t at,
                                          size_t end, jilu_classes classes) {
  const jilu_walk *walk = &r->reading->walks[at % JILU_WALKS];
  const jilu_word *word;
  if (walk->at != at) return walk_and_sense(r, at, end, classes);
  word = &r->words[walk->word];
  while (word->size > end - at) word = &r->words[word->prefix];
  return word->size == end - at && (word->classes & classes)
             ? jilu_sense_in(r->vocabulary, word, classes) : NULL;
}

const jilu_sense *jilu_sense_of (const jilu_reader *r, size_t at, size_t end,
                                 jilu_classes classes) {
  if (at >= r->size || !(jilu_starts_at(r, at) & classes)) return NULL;
  return sense_of(r, at, end, classes);
}

size_t jilu_match_word_back (const jilu_reader *r, size_t end, size_t floor,
                             jilu_classes classes, const jilu_sense **sense) {
  size_t at = end, best = (size_t)-1;
  int n, reach = r->vocabulary->reaches[r->codes[jilu_back(r, end)]];
  if (reach > LONGEST_WORD) reach = LONGEST_WORD;
  for (n = 0; n < reach && at > floor; n++) {
    const jilu_sense *found;
    at = jilu_back(r, at);
    if (r->text[at] == '\n' || at < floor) break;
    if (!(jilu_starts_at(r, at) & classes)) continue;
    found = sense_of(r, at, end, classes);
    if (found != NULL &&
        !(r->vocabulary->writing.spaced && jilu_inside_word(r, at))) {
      *sense = found;
      best = at;
    }
  }
  return best;
}

bool jilu_inside_word (const jilu_reader *r, size_t at) {
  unsigned width;
  return jilu_in_one_word(jilu_peek_back(r, at), jilu_peek(r, at, &width));
}

size_t jilu_skip_spaces (const jilu_reader *r, size_t at) {
  while (at < r->size && (r->text[at] == ' ' || r->text[at] == '\t')) at++;
  return at;
}
