#include "facts/noun/counted.h"

#define BIT JILU_CLASS_BIT
#define WORDS 4          /* of the noun phrase: new primary school teachers */
#define ENDING 2         /* letters of the longest ending */

/* Behind the letters, hyphens and apostrophes of a word; 'at' where none is. */
static size_t behind_word (const jilu_reader *r, size_t begin) {
  size_t end = begin, at = begin;
  for (;;) {
    unsigned width;
    uint32_t c = jilu_peek(r, at, &width);
    if (jilu_is_latin(c)) end = at + width;
    else if (end != at || end == begin || (c != '-' && c != 0x2019 && c != '\'')) return end;
    at += width;
  }
}

/* people; or a word whose last letters say so: schools, not class. */
static bool is_plural (const jilu_reader *r, size_t at, size_t end) {
  size_t n;
  if (jilu_sense_of(r, at, end, BIT(PLURAL)) != NULL) return true;
  for (n = ENDING; n > 0; n--) {
    const jilu_sense *ending;
    if (end - at <= n + 1 || (r->text[end - n] & 0xC0) == 0x80) continue;
    ending = jilu_sense_of(r, end - n, end, BIT(PLURAL_ENDING));
    if (ending != NULL) return ending->value != 0;
  }
  return false;
}

jilu_span jilu_counted_noun (const jilu_reader *r, size_t at) {
  static const jilu_span nothing = {0, 0};
  const jilu_sense *sense = NULL;
  jilu_span noun = nothing;
  int n;
  for (n = 0; n < WORDS; n++) {
    size_t begin = at + 1, end;
    if (at >= r->size || r->text[at] != ' ' ||
        (end = behind_word(r, begin)) == begin ||
        jilu_match(r, begin, BIT(NOUN_STOP), &sense) != 0) return nothing;
    if (n == 0) noun.begin = (uint32_t)begin;
    noun.end = (uint32_t)end;
    if (is_plural(r, begin, end)) return noun;
    at = end;
  }
  return nothing;
}
