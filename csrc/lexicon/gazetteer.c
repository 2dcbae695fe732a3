#include "lexicon/gazetteer.h"

#include "unicode/utf8.h"

size_t jilu_gazetteer_longest (const jilu_gazetteer *g, const unsigned char *s,
                               size_t left, unsigned *width,
                               uint32_t *number) {
  const jilu_trie *trie = &g->trie;
  uint32_t node = JILU_TRIE_ROOT;
  size_t at = 0, found = 0;
  unsigned bytes;
  int ok;
  uint32_t code =
    jilu_trie_code(trie, jilu_utf8_decode(s, left, &bytes, &ok));
  *width = bytes;
  while (code != 0) {
    node = jilu_trie_step(trie, node, code);
    if (node == 0) break;
    at += bytes;
    if (jilu_trie_value(trie, node) != 0) {
      *number = jilu_trie_value(trie, node);
      found = at;
    }
    if (at >= left || !jilu_trie_inner(trie, node)) break;
    code =
      jilu_trie_code(trie, jilu_utf8_decode(s + at, left - at, &bytes, &ok));
  }
  return found;
}

/* Most characters begin no word: they are passed without a call. */
size_t jilu_gazetteer_next (const jilu_gazetteer *g, const unsigned char *s,
                            size_t at, size_t end, size_t *length,
                            uint32_t *number) {
  const jilu_trie *trie = &g->trie;
  while (at < end) {
    unsigned width;
    int ok;
    uint32_t code = jilu_trie_code(
        trie, jilu_utf8_decode(s + at, end - at, &width, &ok));
    if (code != 0 && jilu_trie_step(trie, JILU_TRIE_ROOT, code) != 0) {
      *length = jilu_gazetteer_longest(g, s + at, end - at, &width, number);
      if (*length > 0) return at;
    }
    at += width;
  }
  return end;
}

bool jilu_gazetteer_tailed (const jilu_gazetteer *g, const unsigned char *s,
                            size_t left) {
  unsigned width;
  int ok, k;
  uint32_t c;
  if (g->tail_count == 0 || left == 0) return false;
  c = jilu_utf8_decode(s, left, &width, &ok);
  for (k = 0; k < g->tail_count; k++)
    if (g->tails[k] == c) return true;
  return false;
}
