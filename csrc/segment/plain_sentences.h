/* Plain sentences: a part of blocks.h. */

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
