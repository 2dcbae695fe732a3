#include "facts/reader.h"

#include "unicode/utf8.h"

#define LONGEST_WORD 12  /* code points that jilu_match_back looks back */

size_t jilu_back (const jilu_reader *r, size_t at) {
  if (at == 0) return 0;
  do at--; while (at > 0 && (r->text[at] & 0xC0) == 0x80);
  return at;
}

uint32_t jilu_peek_back (const jilu_reader *r, size_t at) {
  unsigned width;
  if (at == 0) return 0;
  return jilu_peek(r, jilu_back(r, at), &width);
}

static const jilu_sense *pick (const jilu_vocabulary *v, uint32_t value,
                               jilu_classes classes) {
  const jilu_word *w = &v->words[value - 1];
  uint32_t i;
  if ((w->classes & classes) == 0) return NULL;
  for (i = w->sense; i < w->sense + w->senses; i++)
    if (v->senses[i].classes & classes) return &v->senses[i];
  return NULL;
}

size_t jilu_match_word (const jilu_reader *r, size_t at,
                        jilu_classes classes, const jilu_sense **sense) {
  const jilu_vocabulary *v = r->vocabulary;
  uint32_t node = JILU_TRIE_ROOT, longest = 0;
  size_t end = 0;
  while (at < r->size) {
    unsigned width;
    uint32_t code =
        jilu_trie_code(&v->trie, jilu_utf8_next(r->text + at, &width));
    uint32_t value;
    if (code == 0) break;
    node = jilu_trie_step(&v->trie, node, code);
    if (node == 0) break;
    at += width;
    value = jilu_trie_value(&v->trie, node);
    if (value != 0 && (v->words[value - 1].classes & classes)) {
      longest = value;
      end = at;
    }
    if (!jilu_trie_inner(&v->trie, node)) break;
  }
  if (end != 0) *sense = pick(v, longest, classes);
  return end;
}

jilu_classes jilu_classes_at (const jilu_reader *r, size_t at) {
  const jilu_vocabulary *v = r->vocabulary;
  uint32_t node = JILU_TRIE_ROOT;
  jilu_classes classes = 0;
  while (at < r->size) {
    unsigned width;
    uint32_t code =
        jilu_trie_code(&v->trie, jilu_utf8_next(r->text + at, &width));
    uint32_t value;
    if (code == 0) break;
    node = jilu_trie_step(&v->trie, node, code);
    if (node == 0) break;
    at += width;
    value = jilu_trie_value(&v->trie, node);
    if (value != 0) classes |= v->words[value - 1].classes;
    if (!jilu_trie_inner(&v->trie, node)) break;
  }
  return classes;
}

const jilu_sense *jilu_sense_of (const jilu_reader *r, size_t at, size_t end,
                                 jilu_classes classes) {
  const jilu_vocabulary *v = r->vocabulary;
  uint32_t value = jilu_trie_find(&v->trie, (const char *)r->text + at,
                                  end - at);
  return value != 0 ? pick(v, value, classes) : NULL;
}

size_t jilu_match_back (const jilu_reader *r, size_t end, size_t floor,
                        jilu_classes classes, const jilu_sense **sense) {
  const jilu_vocabulary *v = r->vocabulary;
  uint32_t last = jilu_trie_code(&v->trie, jilu_peek_back(r, end));
  size_t at = end, best = (size_t)-1;
  int n;
  if (end == 0 || !(v->ends[last] & classes)) return best;
  for (n = 0; n < LONGEST_WORD && at > floor; n++) {
    const jilu_sense *found;
    at = jilu_back(r, at);
    if (r->text[at] == '\n' || at < floor) break;
    if (!(jilu_starts_at(r, at) & classes)) continue;
    found = jilu_sense_of(r, at, end, classes);
    if (found != NULL) {
      *sense = found;
      best = at;
    }
  }
  return best;
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
