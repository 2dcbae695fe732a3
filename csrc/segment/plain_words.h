/* Plain words: a part of blocks.h. */

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
