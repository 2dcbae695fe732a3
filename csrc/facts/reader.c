#include "facts/reader.h"

#include <stdlib.h>

#include "facts/words.h"

#define LONGEST_WORD 12  /* code points that jilu_match_back looks back */

uint32_t jilu_peek_back (const jilu_reader *r, size_t at) {
  unsigned width;
  if (at == 0) return 0;
  return jilu_utf8_next(r->text + jilu_back(r, at), &width);
}

/* Most characters have three bytes, of which two choose the page. */
static void look_up_codes (const jilu_trie *trie, const unsigned char *text,
                           size_t size, uint16_t *codes) {
  size_t at = 0;
  while (at < size) {
    const unsigned char *s = text + at;
    unsigned width = 3;
    if (*s >= 0xE0 && *s < 0xF0) {
      uint32_t page = (*s & 15u) << 6 | (s[1] & 63u);
      codes[at] = page < trie->page_count
                      ? trie->codes[(uint32_t)trie->pages[page] << 6 |
                                    (s[2] & 63u)] : 0;
    }
    else codes[at] = (uint16_t)jilu_trie_code(trie, jilu_utf8_next(s, &width));
    at += width;
  }
  codes[size] = 0;
}

jilu_status jilu_reader_open (jilu_reader *r, const unsigned char *text,
                              size_t size, const jilu_vocabulary *vocabulary) {
  jilu_reading *reading;
  size_t i;
  if (size >= UINT32_MAX) return JILU_TOO_LARGE;
  reading = malloc(sizeof *reading + (size + 1) * sizeof *reading->codes);
  if (reading == NULL) return JILU_NO_MEMORY;
  reading->clause = NULL;
  for (i = 0; i < JILU_WALKS; i++) reading->walks[i].at = UINT32_MAX;
  for (i = 0; i < JILU_NUMERALS; i++) reading->numerals[i].at = UINT32_MAX;
  look_up_codes(&vocabulary->trie, text, size, reading->codes);
  r->text = text;
  r->size = size;
  r->vocabulary = vocabulary;
  r->lexicon = NULL;
  r->reading = reading;
  return JILU_OK;
}

void jilu_reader_close (jilu_reader *r) {
  if (r->reading != NULL) jilu_clause_free(r->reading->clause);
  free(r->reading);
  r->reading = NULL;
}

/*
** With spaces, no word ends inside another; those that the vocabulary has as
** prefixes of this one don't.
*/
static void end_at_word (const jilu_reader *r, jilu_walk *walk) {
  const jilu_word *word = &r->vocabulary->words[walk->word];
  if (word->size != 0 && jilu_inside_word(r, walk->at + word->size))
    walk->word = word->prefix;
}

const jilu_word *jilu_walk_from (const jilu_reader *r, size_t at) {
  const jilu_trie *trie = &r->vocabulary->trie;
  jilu_walk *walk = &r->reading->walks[at % JILU_WALKS];
  const uint16_t *codes = r->reading->codes;
  uint32_t node = JILU_TRIE_ROOT, value;
  walk->at = (uint32_t)at;
  walk->word = 0;
  while (codes[at] != 0 &&
         (node = jilu_trie_step(trie, node, codes[at])) != 0) {
    value = jilu_trie_value(trie, node);
    if (value != 0) walk->word = value;
    if (!jilu_trie_inner(trie, node)) break;
    at += jilu_utf8_width(r->text[at]);
  }
  if (r->vocabulary->spaced) end_at_word(r, walk);
  return &r->vocabulary->words[walk->word];
}

size_t jilu_match_word (const jilu_reader *r, size_t at,
                        jilu_classes classes, const jilu_sense **sense) {
  const jilu_vocabulary *v = r->vocabulary;
  const jilu_word *word = jilu_word_in(v, jilu_word_at(r, at), classes);
  if (word->size == 0) return 0;
  *sense = jilu_sense_in(v, word, classes);
  return at + word->size;
}

const jilu_sense *jilu_sense_of (const jilu_reader *r, size_t at, size_t end,
                                 jilu_classes classes) {
  const jilu_vocabulary *v = r->vocabulary;
  const jilu_word *word;
  if (at >= r->size || !(jilu_starts_at(r, at) & classes)) return NULL;
  word = jilu_word_at(r, at);
  while (word->size > end - at) word = &v->words[word->prefix];
  return word->size == end - at && (word->classes & classes)
             ? jilu_sense_in(v, word, classes) : NULL;
}

size_t jilu_match_back (const jilu_reader *r, size_t end, size_t floor,
                        jilu_classes classes, const jilu_sense **sense) {
  size_t at = end, best = (size_t)-1;
  int n;
  if (end == 0 ||
      !(r->vocabulary->ends[r->reading->codes[jilu_back(r, end)]] & classes))
    return best;
  for (n = 0; n < LONGEST_WORD && at > floor; n++) {
    const jilu_sense *found;
    at = jilu_back(r, at);
    if (r->text[at] == '\n' || at < floor) break;
    found = jilu_sense_of(r, at, end, classes);
    if (found != NULL && !(r->vocabulary->spaced && jilu_inside_word(r, at))) {
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

bool jilu_ends_sentence (uint32_t c) {
  return c == 0x3002 || c == ';' || c == '!' || c == '?' || c == '\n' ||
         c == '\r' || c == 0;
}

bool jilu_ends_clause (uint32_t c) {
  return jilu_ends_sentence(c) || c == ',' || c == ':';
}
