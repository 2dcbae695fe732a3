/* Plain graphemes: a part of blocks.h. */

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
