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
** Plain is: ASCII; Han of three bytes (E4 to E9); and of the rest of three
** bytes what the unit's rules take for a character without ties. A block
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
  (store_places(out, jilu_places + ((mask >> 8 * (i)) & 0xFF) * 8, \
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

/* --- graphemes ------------------------------------------------------------- */

enum { GRAPHEME_OTHER = 0, GRAPHEME_CR = 1, GRAPHEME_LF = 2,
       GRAPHEME_CONTROL = 3 };

/*
** E3 80: U+3000 to 3029, not the marks and pictures after them. E3 82: not
** the voicing marks U+3099 and 309A. E2 80: U+2010 to 2027. EF BC, EF BD:
** full and half width.
*/
PART lanes plain_graphemes (const window *w) {
  lanes is_80 = equal(w->second, 0x80);
  lanes kana = any(equal(w->second, 0x81), equal(w->second, 0x83));
  lanes e3 = any(both(is_80, within(w->third, 0x80, 0xA9)),
                 any(kana, both(equal(w->second, 0x82),
                                within(w->third, 0x80, 0x98))));
  lanes e2 = both(is_80, within(w->third, 0x90, 0xA7));
  lanes ef = within(w->second, 0xBC, 0xBD);
  return any(any(within(w->first, 0xE4, 0xE9),
                 both(equal(w->first, 0xE3), e3)),
             any(both(equal(w->first, 0xE2), e2),
                 both(equal(w->first, 0xEF), ef)));
}

PART size_t graphemes (jilu_segmenter *s, const jilu_automaton *a,
                       const window *w, unsigned last, uint32_t *ends,
                       size_t count) {
  u64 high = bits(w->first), joined;
  shape sh = {~(u64)0, BLOCK};
  if (last > GRAPHEME_CONTROL) return count;
  if (high != 0 && !find_shape(w, high, plain_graphemes(w), &sh))
    return count;
  joined = bits(equal(w->first, '\n'));
  if (joined)                                                      /* GB3 */
    joined &= (bits(equal(w->first, '\r')) << 1) |
              (u64)(last == GRAPHEME_CR);
  count = emit(ends, count, (uint32_t)s->at, sh.leads & ~joined);
  move(s, a, sh.size);
  return count;
}

/* --- words ----------------------------------------------------------------- */

enum { WORD_OTHER = 0, WORD_CR = 1, WORD_LF = 2, WORD_ALETTER = 10,
       WORD_NUMERIC = 16, WORD_EXTENDNUMLET = 17, WORD_WSEGSPACE = 18 };

/*
** E3 80: U+3001 to 3003 and 3008 to 301F. E2 80: U+2010 to 2023, of which two
** quotes are MidNumLet. EF BC: U+FF08 to FF0D and FF1A to FF20, of which , ;
** are MidNum and : is MidLetter; U+FF01 is the one more that is frequent.
*/
PART lanes plain_words (const window *w) {
  lanes e3 = any(within(w->third, 0x81, 0x83), within(w->third, 0x88, 0x9F));
  lanes e2 = within(w->third, 0x90, 0xA3);
  lanes ef = any(any(equal(w->third, 0x81), within(w->third, 0x88, 0x8D)),
                 within(w->third, 0x9A, 0xA0));
  lanes e23 = both(equal(w->second, 0x80),
                   any(both(equal(w->first, 0xE3), e3),
                       both(equal(w->first, 0xE2), e2)));
  return any(any(within(w->first, 0xE4, 0xE9), e23),
             both(both(equal(w->first, 0xEF), equal(w->second, 0xBC)), ef));
}

/* The plain characters that may stand inside words or inside numbers. */
PART u64 find_middles (const window *w, u64 high) {
  static const uint8_t ascii[16] = {
    NO, NO, NO, NO, NO, NO, NO, '\'', NO, NO, ':', ';', ',', NO, '.', NO
  };
  const lanes v = w->first;
  u64 all = bits(among(v, ascii));
  if (high) {
    lanes e2 = both(equal(v, 0xE2), within(w->third, 0x98, 0x99));
    lanes ef = any(equal(w->third, 0x8C), within(w->third, 0x9A, 0x9B));
    all |= bits(any(e2, both(equal(v, 0xEF), ef)));
  }
  return all;
}

/* The middles of words (MidLetter, MidNumLet, Single_Quote). */
PART u64 word_middles (const window *w) {
  const lanes v = w->first;
  lanes e2 = both(equal(v, 0xE2), within(w->third, 0x98, 0x99));
  lanes ef = both(equal(v, 0xEF), equal(w->third, 0x9A));
  return bits(any(any(equal(v, '\''), equal(v, '.')),
                  any(equal(v, ':'), any(e2, ef))));
}

/* The middles of numbers (MidNum, MidNumLet, Single_Quote). */
PART u64 number_middles (const window *w) {
  const lanes v = w->first;
  lanes e2 = both(equal(v, 0xE2), within(w->third, 0x98, 0x99));
  lanes ef = both(equal(v, 0xEF), any(equal(w->third, 0x8C),
                                      equal(w->third, 0x9B)));
  return bits(any(any(any(equal(v, '\''), equal(v, '.')),
                      any(equal(v, ','), equal(v, ';'))), any(e2, ef)));
}

PART lanes is_letter (lanes v) {
  return within(folded(v), 'a', 'z');
}

/* 'middle' between two characters of 'kind', which are ASCII; 'before' is
   true where the block follows one. The places that are no breaks. */
PART u64 join (u64 middle, u64 kind, int before, u64 high) {
  u64 after = (kind << 1) | (u64)before;
  u64 one = middle & after & ~high & (kind >> 1);
  u64 three = middle & after & high & (kind >> 3);
  return one | (one << 1) | three | (three << 3);
}

/* WB6, WB7, WB11, WB12 */
PART u64 join_middles (const window *w, unsigned last, u64 high) {
  u64 letters = bits(is_letter(w->first));
  u64 digits = bits(within(w->first, '0', '9'));
  return join(word_middles(w), letters, last == WORD_ALETTER, high) |
         join(number_middles(w), digits, last == WORD_NUMERIC, high);
}

PART size_t words (jilu_segmenter *s, const jilu_automaton *a,
                   const window *w, unsigned last, uint32_t *ends,
                   size_t count) {
  const lanes v = w->first;
  const int in_body = last == WORD_ALETTER || last == WORD_NUMERIC ||
                      last == WORD_EXTENDNUMLET;
  u64 high = bits(v), body, spaces, joined, middles, returns;
  shape sh = {~(u64)0, BLOCK};
  if (!in_body && last != WORD_OTHER && last != WORD_WSEGSPACE &&
      last != WORD_LF && last != WORD_CR) return count;
  if (high != 0 && !find_shape(w, high, plain_words(w), &sh)) return count;
  body = bits(any(any(is_letter(v), within(v, '0', '9')), equal(v, '_')));
  spaces = bits(equal(v, ' '));
  joined = (body & ((body << 1) | (u64)in_body)) |
           (spaces & ((spaces << 1) | (u64)(last == WORD_WSEGSPACE)));
  middles = find_middles(w, high) & ((body << 1) | (u64)in_body) & sh.leads;
  if (middles & ((body >> 1 & ~high) | (body >> 3 & high)))
    joined |= join_middles(w, last, high);
  /* at the end of the block what follows a middle is not in sight */
  middles &= (BIT(sh.size - 1) & ~high) | (BIT(sh.size - 3) & high);
  if (middles) sh.size = (unsigned)lowest(middles);
  if (sh.size == 0) return count;
  returns = (bits(equal(v, '\r')) << 1) | (u64)(last == WORD_CR);
  if (returns) joined |= returns & bits(equal(v, '\n'));           /* WB3 */
  count = emit(ends, count, (uint32_t)s->at,
               sh.leads & ~joined & BELOW(sh.size));
  move(s, a, sh.size);
  return count;
}

/* --- sentences ------------------------------------------------------------- */

enum { SENTENCE_OTHER = 0, SENTENCE_LOWER = 7 };

/*
** What is neither cased, Extend, Format nor ATerm (what is Close, Sp or
** SContinue counts after terminators only): E3 80: U+3000 to 3029; E3 81 and
** 83: kana without the voicing marks; E2 80: U+2010 to 2023; EF BC: U+FF00 to
** FF20 but for the full stop.
*/
PART lanes plain_sentences (const window *w) {
  lanes is_80 = equal(w->second, 0x80);
  lanes e3 = any(any(equal(w->second, 0x81), equal(w->second, 0x83)),
                 both(is_80, below(w->third, 0xAA)));
  lanes e2 = both(is_80, within(w->third, 0x90, 0xA3));
  lanes ef = both(equal(w->second, 0xBC),
                  without(below(w->third, 0xA1), equal(w->third, 0x8E)));
  return any(any(within(w->first, 0xE4, 0xE9),
                 both(equal(w->first, 0xE3), e3)),
             any(both(equal(w->first, 0xE2), e2),
                 both(equal(w->first, 0xEF), ef)));
}

/* Terminators and line breaks. */
PART lanes ascii_events (lanes v) {
  static const uint8_t ascii[16] = {
    NO, '!', NO, NO, NO, NO, NO, NO, NO, NO, '\n', NO, NO, '\r', '.', '?'
  };
  return among(v, ascii);
}

/* Terminators of three bytes: 。 ！ ？ */
PART lanes wide_events (const window *w) {
  lanes e3 = both(equal(w->first, 0xE3),
                  both(equal(w->second, 0x80), equal(w->third, 0x82)));
  lanes ef = both(both(equal(w->first, 0xEF), equal(w->second, 0xBC)),
                  any(equal(w->third, 0x81), equal(w->third, 0x9F)));
  return any(e3, ef);
}

/*
** How many bytes after 'p', which has a terminator or a line break, the next
** break is: 0 where there is none, HARD where it is not easily said. Six
** bytes after it can be read.
*/
#define HARD 255

static inline unsigned after_wide (const unsigned char *p) {
  unsigned size = 3;
  if (p[3] == 0xE2 && p[4] == 0x80 && (p[5] | 4) == 0x9D) size = 6; /* ’ ” */
  if (p[size] == '\n') return 0;                               /* SB9 */
  return p[size] >= 0xE4 && p[size] <= 0xE9 ? size : HARD;     /* SB11 */
}

static inline unsigned after_ascii (const unsigned char *p) {
  unsigned next = p[1], folded_next = next | 0x20;
  if (p[0] == '\r') return next != '\n';                       /* SB3, SB4 */
  if (next == '\n') return 0;                                  /* SB9 */
  if (next == ' ') {
    if (p[2] >= 'A' && p[2] <= 'Z') return 2;                  /* SB11 */
    if (p[2] >= 'a' && p[2] <= 'z') return p[0] == '.' ? 0 : 2;   /* SB8 */
    return HARD;
  }
  if (p[0] == '.' && ((next >= '0' && next <= '9') ||          /* SB6 */
                      (next >= 'a' && next <= 'z')))           /* SB8 */
    return 0;
  return p[0] != '.' && folded_next >= 'a' && folded_next <= 'z' ? 1 : HARD;
}

static inline unsigned judge (const unsigned char *p) {
  if (p[0] == '\n') return 1;                                  /* SB4 */
  return p[0] >= 0x80 ? after_wide(p) : after_ascii(p);
}

/* One event after the other; gives the new count, and cuts the block. */
PART size_t judge_events (const unsigned char *p, size_t at, u64 events,
                          shape *sh, uint32_t *ends, size_t count) {
  const size_t before = count;
  while (events) {
    unsigned i = (unsigned)lowest(events);
    unsigned away = i + 6 < sh->size ? judge(p + i) : HARD;
    if (away == HARD) {       /* stop before it: another block, or the
                                 automaton, takes it, and then says itself
                                 that a line break was there */
      sh->size = i;
      return count - (count > before && ends[count - 1] == at + i);
    }
    ends[count] = (uint32_t)(at + i + away);
    count += away != 0;
    events &= events - 1;
  }
  return count;
}

/* For the two or so that a block may have, without asking how many. */
PART size_t emit_few (uint32_t *ends, size_t count, uint32_t base,
                      u64 mask) {
  int n = __builtin_popcountll(mask);
  if (n > 2) return emit(ends, count, base, mask);
  ends[count] = base + (uint32_t)lowest(mask | BIT(63));
  ends[count + 1] = base + (uint32_t)lowest((mask & (mask - 1)) | BIT(63));
  return count + (size_t)n;
}

PART size_t sentences (jilu_segmenter *s, const jilu_automaton *a,
                       const window *w, unsigned last, uint32_t *ends,
                       size_t count) {
  const unsigned char *p = (const unsigned char *)s->text + s->at;
  u64 high = bits(w->first), events = bits(ascii_events(w->first));
  u64 easy = 0;
  shape sh = {~(u64)0, BLOCK};
  if (last != SENTENCE_OTHER && last != SENTENCE_LOWER) return count;
  if (high != 0) {
    u64 wide;
    if (!find_shape(w, high, plain_sentences(w), &sh)) return count;
    wide = bits(wide_events(w)) & sh.leads;
    /* SB11: a terminator before Han, which most are in Chinese */
    easy = (wide << 3) & bits(within(w->first, 0xE4, 0xE9)) & sh.leads;
    events |= wide;
  }
  events &= BELOW(sh.size);
  if (events == easy >> 3) {
    count = emit_few(ends, count, (uint32_t)s->at, easy);
  }
  else {
    count = judge_events(p, s->at, events, &sh, ends, count);
    if (sh.size == 0) return count;
  }
  move(s, a, sh.size);
  return count;
}

/* --- all ------------------------------------------------------------------- */

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
    else
      count = sentences(s, a, &w, last, ends, count);
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
    default: return count;
  }
}
