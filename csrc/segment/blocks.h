/*
** Blocks of 64 bytes of plain text, answered from bit masks. Included by a
** file for each kind of vectors, which defines
**
**   BLOCKS_NAME           the name of the function that is made here
**   TARGET, PART          attributes of that function, and of its parts
**   lanes                 64 bytes, or 64 answers, 0xFF for yes
**   load (p)              reads 64 bytes
**   equal (v, byte)       which are 'byte'
**   within (v, low, high) which are one of low .. high
**   among (v, set)        which are ASCII and set[byte & 15]
**   continues (v)         which are 80 .. BF
**   below (v, byte)       of 80 .. BF, which are less than 'byte'
**   any (v, w), both (v, w), without (v, w)
**                         or, and, and not
**   folded (v)            with bit 5 set, as small letters have it
**   bits (v)              the top bits: bit i is that of byte i
**   lowest (mask)         the number of the lowest bit, which there is
**   store_places (out, p, base)
**                         eight times out[i] = base + p[i]
**
** Plain is ASCII, and of three-byte sequences Han (E4 to E9) and what the
** unit's rules take for a character without ties; plain_*.h say which. A block
** begins with a code point, and the automaton's state must say no more than
** which code point was last. Anything else is left to the scalar scanner.
*/

typedef uint64_t u64;

#define BLOCK 64

/* The bytes that are read for a block: those that follow are looked at. */
#define REACH (BLOCK + 2)

/* Room that emit() wants beyond what it counts. */
#define SLACK 8

#define BIT(i) ((u64)1 << (i))

/* All bits below 'n', which is 1 to 64. */
#define BELOW(n) (~(u64)0 >> (64 - (n)))

/* A character every three bytes, the last one cut off. */
#define THREES (0x1249249249249249u & BELOW(63))

/* In a set for among(): no ASCII has these four bits at its end. */
#define NO 0x80

/* The bytes of a block, and for each the one and the two after it. */
typedef struct window {
  lanes first, second, third;
} window;

/* What is known of the characters of a block. */
typedef struct shape {
  u64 leads;      /* bit i: a character begins at byte i */
  unsigned size;  /* bytes up to the last whole character */
} shape;

#define EMIT_BYTE(i) \
  (store_places(out, jilu_bit_places + ((mask >> 8 * (i)) & 0xFF) * 8, \
                base + 8 * (i)), \
   out += __builtin_popcountll((mask >> 8 * (i)) & 0xFF))

/* Appends the positions of the bits of 'mask', 'base' being that of bit 0. */
PART size_t emit (uint32_t *ends, size_t count, uint32_t base, u64 mask) {
  uint32_t *out = ends + count;
  uint32_t i;
  if (mask == ~(u64)0) {
    for (i = 0; i < BLOCK; i++) out[i] = base + i;
    return count + BLOCK;
  }
  if (mask == THREES) {
    for (i = 0; i < 24; i++) out[i] = base + 3 * i;
    return count + 21;
  }
  /* eight at a time, however many: a question about the number would be
     guessed wrongly half of the time */
  EMIT_BYTE(0); EMIT_BYTE(1); EMIT_BYTE(2); EMIT_BYTE(3);
  EMIT_BYTE(4); EMIT_BYTE(5); EMIT_BYTE(6); EMIT_BYTE(7);
  return (size_t)(out - ends);
}

PART window look (const unsigned char *p) {
  window w;
  w.first = load(p);
  w.second = load(p + 1);
  w.third = load(p + 2);
  return w;
}

/*
** Finds the characters of a block whose bytes are ASCII and the three-byte
** sequences that begin at 'plain'. Returns 0 where other bytes are there.
*/
PART int find_shape (const window *w, u64 high, lanes plain, shape *s) {
  u64 three = bits(both(plain, both(continues(w->second),
                                    continues(w->third))));
  s->size = BLOCK;
  if (three & BIT(63)) s->size = 63;       /* the character is cut off */
  else if (three & BIT(62)) s->size = 62;
  s->leads = (~high | three) & BELOW(s->size);
  return ((three | (three << 1) | (three << 2) | ~high) &
          BELOW(s->size)) == BELOW(s->size) &&
         (three & ((three << 1) | (three << 2) | ~high)) == 0;
}

/* The row after 'class', which is then all that counts of the past. */
static inline uint16_t row_after (const jilu_automaton *a, unsigned class) {
  return a->rows[class];
}

/* The class of the last character before 'p': plain ones of more than one
   byte are Other. */
static inline unsigned class_before (const jilu_automaton *a,
                                     const unsigned char *p) {
  return p[-1] < 0x80 ? a->classes->values[p[-1]] : 0;
}

/* Moves behind the 'size' bytes of a block that were answered. */
static inline void move (jilu_segmenter *s, const jilu_automaton *a,
                         unsigned size) {
  s->at += size;
  s->row = row_after(a, class_before(a, (const unsigned char *)s->text +
                                          s->at));
}

#include "segment/plain_graphemes.h"
#include "segment/plain_words.h"
#include "segment/plain_sentences.h"
#include "segment/plain_lines.h"

/* Always inlined with a 'unit' that is known, which leaves one case. */
PART size_t scan (jilu_segmenter *s, const jilu_automaton *a, jilu_unit unit,
                  uint32_t *ends, size_t count, size_t capacity) {
  while (s->size - s->at >= REACH && capacity - count >= BLOCK + SLACK) {
    size_t before = s->at;
    window w = look((const unsigned char *)s->text + before);
    unsigned last = a->last[s->row >> a->shift];
    if (unit == JILU_GRAPHEME)
      count = graphemes(s, a, &w, last, ends, count);
    else if (unit == JILU_WORD)
      count = words(s, a, &w, last, ends, count);
    else if (unit == JILU_SENTENCE)
      count = sentences(s, a, &w, last, ends, count);
    else
      count = lines(s, a, &w, last, ends, count);
    if (s->at == before) break;
  }
  return count;
}

size_t BLOCKS_NAME (jilu_segmenter *s, const jilu_automaton *a,
                    uint32_t *ends, size_t count, size_t capacity);

TARGET size_t BLOCKS_NAME (jilu_segmenter *s, const jilu_automaton *a,
                           uint32_t *ends, size_t count, size_t capacity) {
  switch ((jilu_unit)s->unit) {
    case JILU_GRAPHEME:
      return scan(s, a, JILU_GRAPHEME, ends, count, capacity);
    case JILU_WORD: return scan(s, a, JILU_WORD, ends, count, capacity);
    case JILU_SENTENCE:
      return scan(s, a, JILU_SENTENCE, ends, count, capacity);
    case JILU_LINE: return scan(s, a, JILU_LINE, ends, count, capacity);
    default: return count;
  }
}
