#include "segment/scan.h"

#include "unicode/utf8.h"

/* The class of what is at 'p'; for ill-formed bytes that of U+FFFD. */
static unsigned careful_class (const jilu_property_trie *t,
                               const unsigned char *p, size_t left,
                               size_t *width) {
  unsigned w;
  int ok;
  uint32_t c = jilu_utf8_decode(p, left, &w, &ok);
  *width = w;
  return jilu_trie_get(t, c);
}

/* Four bytes, the first lowest: one load where bytes have that order. */
static inline uint32_t four_bytes (const unsigned char *p) {
  return (uint32_t)p[0] | ((uint32_t)p[1] << 8) | ((uint32_t)p[2] << 16) |
         ((uint32_t)p[3] << 24);
}

/*
** The class of what is at 'p', where four bytes can be read; '*at' moves
** behind it. Each branch moves by a constant, so that the processor can guess
** where the next code point is and need not wait for this one.
*/
static inline unsigned take (const jilu_property_trie *t,
                             const unsigned char *p, size_t *at) {
  size_t width;
  unsigned class;
  uint32_t w;
  if (p[0] < 0x80) {
    *at += 1;
    return t->values[p[0]];
  }
  w = four_bytes(p);
  if ((w & 0xC0C0F0u) == 0x8080E0u) {
    unsigned block = ((w & 0x0Fu) << 6) | ((w >> 8) & 0x3Fu);
    /* U+0800 and up, no surrogates: these are the blocks 0x360 to 0x37F */
    if (block >= 0x20 && (block & ~0x1Fu) != 0x360) {
      *at += 3;
      return t->values[t->blocks[block] * 64u + ((w >> 16) & 0x3Fu)];
    }
  }
  else if ((w & 0xC0E0u) == 0x80C0u) {
    if (w & 0x1Eu) {                                      /* U+0080 and up */
      *at += 2;
      return t->values[t->blocks[w & 0x1Fu] * 64u + ((w >> 8) & 0x3Fu)];
    }
  }
  else if ((w & 0xC0C0C0F8u) == 0x808080F0u) {
    unsigned page = ((w & 0x07u) << 6) | ((w >> 8) & 0x3Fu);
    if (page - 0x10 < 0x100) {                 /* U+10000 to U+10FFFF */
      unsigned block = t->blocks[t->pages[page] + ((w >> 16) & 0x3Fu)];
      *at += 4;
      return t->values[block * 64u + ((w >> 24) & 0x3Fu)];
    }
  }
  class = careful_class(t, p, 4, &width);
  *at += width;
  return class;
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
  unsigned action = a->actions[row >> a->shift];
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
    size_t width;
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
  const jilu_property_trie t = *a->classes;   /* stays in registers */
  const uint16_t *rows = a->rows;
  const unsigned first_break = a->first_break, first_rare = a->first_rare;
  size_t at = s->at, room = capacity - count, safe;
  unsigned row = s->row;
  /* a place is reported once, so n bytes give n breaks and the waiting one */
  if (stop - at > room - 1) stop = at + (room - 1);
  safe = s->size < 4 ? 0 : s->size - 3;
  if (safe > stop) safe = stop;
  while (at < safe) {
    size_t here = at;
    /* the column is known early, so that only one look-up is waited for */
    const uint16_t *column = rows + take(&t, text + at, &at);
    row = column[row];
    if (row >= first_rare) {
      count = act(s, a, row, here, ends, count);
    }
    else {
      ends[count] = (uint32_t)here;
      count += row >= first_break;
    }
  }
  s->at = at;
  s->row = (uint16_t)row;
  return at < stop ? scan_tail(s, a, stop, ends, count) : count;
}
