#include "segment/scan.h"

#include "unicode/utf8.h"

#define CONTINUES(byte) (((byte) & 0xC0u) == 0x80u)

/* The class of the code point at 'p'; for ill-formed bytes that of U+FFFD. */
static unsigned careful_class (const jilu_trie *t, const unsigned char *p,
                               size_t left, unsigned *width) {
  int ok;
  return jilu_trie_get(t, jilu_utf8_decode(p, left, width, &ok));
}

static inline unsigned three_byte_class (const jilu_trie *t,
                                         const unsigned char *p,
                                         unsigned *width) {
  unsigned block = ((p[0] & 0x0Fu) << 6) | (p[1] & 0x3Fu);
  /* U+0800 and up, no surrogates: blocks 0x360 to 0x37F are U+D800 to DFFF */
  if (CONTINUES(p[1]) && CONTINUES(p[2]) && block >= 0x20 &&
      (block & ~0x1Fu) != 0x360) {
    *width = 3;
    return t->values[t->blocks[block] * 64u + (p[2] & 0x3Fu)];
  }
  return careful_class(t, p, 3, width);
}

static inline unsigned four_byte_class (const jilu_trie *t,
                                        const unsigned char *p,
                                        unsigned *width) {
  unsigned page = ((p[0] & 0x07u) << 6) | (p[1] & 0x3Fu);
  if (CONTINUES(p[1]) && CONTINUES(p[2]) && CONTINUES(p[3]) &&
      page >= 0x10 && page < 0x110) {
    unsigned block = t->blocks[t->pages[page] + (p[2] & 0x3Fu)];
    *width = 4;
    return t->values[block * 64u + (p[3] & 0x3Fu)];
  }
  return careful_class(t, p, 4, width);
}

/* As careful_class, where four bytes can be read. */
static inline unsigned class_at (const jilu_trie *t, const unsigned char *p,
                                 unsigned *width) {
  unsigned b = p[0];
  if (b < 0x80) {
    *width = 1;
    return t->values[b];
  }
  if ((b & 0xF0u) == 0xE0) return three_byte_class(t, p, width);
  if (b < 0xE0) {
    if (b < 0xC2 || !CONTINUES(p[1])) return careful_class(t, p, 4, width);
    *width = 2;
    return t->values[t->blocks[b & 0x1Fu] * 64u + (p[1] & 0x3Fu)];
  }
  if (b < 0xF5) return four_byte_class(t, p, width);
  return careful_class(t, p, 4, width);
}

/* Whether the bytes up to the end may be the beginning of a sequence. */
static int may_go_on (const unsigned char *p, size_t left) {
  static const unsigned char tails[] = {0x80, 0x90, 0xA0};
  unsigned char whole[4];
  unsigned width;
  size_t i, t;
  int ok;
  for (t = 0; t < sizeof(tails); t++) {
    for (i = 0; i < 4; i++) whole[i] = i < left ? p[i] : tails[0];
    if (left == 1) whole[1] = tails[t];
    (void)jilu_utf8_decode(whole, 4, &width, &ok);
    if (ok && width > left) return 1;
  }
  return 0;
}

/* What a row says about the place before the code point at 'at'. */
static inline size_t act (jilu_segmenter *s, const jilu_automaton *a,
                          unsigned row, size_t at, uint32_t *ends,
                          size_t count) {
  unsigned action = a->actions[row / a->stride];
  if (action & JILU_ACTION_COMMIT) ends[count++] = (uint32_t)s->waiting;
  if (action & JILU_ACTION_BREAK) ends[count++] = (uint32_t)at;
  if (action & JILU_ACTION_WAIT) s->waiting = at;
  return count;
}

/* The last bytes of a text, of which a sequence may be cut off. */
static size_t scan_tail (jilu_segmenter *s, const jilu_automaton *a,
                         size_t stop, uint32_t *ends, size_t count) {
  const unsigned char *text = (const unsigned char *)s->text;
  while (s->at < stop) {
    size_t left = s->size - s->at;
    unsigned width;
    unsigned class = careful_class(a->classes, text + s->at, left, &width);
    if (s->open && width == left && may_go_on(text + s->at, left)) break;
    s->row = a->rows[s->row + class];
    if (s->row >= a->first_break)
      count = act(s, a, s->row, s->at, ends, count);
    s->at += width;
  }
  return count;
}

size_t jilu_scan_scalar (jilu_segmenter *s, const jilu_automaton *a,
                         size_t stop, uint32_t *ends, size_t count,
                         size_t capacity) {
  const unsigned char *text = (const unsigned char *)s->text;
  const jilu_trie *t = a->classes;
  const uint16_t *rows = a->rows;
  const unsigned first_break = a->first_break, first_rare = a->first_rare;
  size_t at = s->at, room = capacity - count, safe;
  unsigned row = s->row;
  /* a place is reported once, so n bytes give n breaks and the waiting one */
  if (stop - at > room - 1) stop = at + (room - 1);
  safe = s->size < 4 ? 0 : s->size - 3;
  if (safe > stop) safe = stop;
  while (at < safe) {
    unsigned width;
    unsigned class = class_at(t, text + at, &width);
    row = rows[row + class];
    if (row >= first_rare) {
      count = act(s, a, row, at, ends, count);
    }
    else {
      ends[count] = (uint32_t)at;
      count += row >= first_break;
    }
    at += width;
  }
  s->at = at;
  s->row = (uint16_t)row;
  return at < stop ? scan_tail(s, a, stop, ends, count) : count;
}
