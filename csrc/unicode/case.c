/*
** Full case mappings (Unicode 3.13) with the conditions of SpecialCasing.txt:
** final sigma, the dots of Turkish, Azerbaijani and Lithuanian.
*/
#include "unicode/case.h"

#include "unicode/casing.h"
#include "unicode/normalization.h"
#include "unicode/plain.h"

#define DOT_ABOVE 0x307u
#define SIGMA 0x3A3u
#define FINAL_SIGMA 0x3C2u
#define ABOVE 230u           /* the combining class of marks above */

/* A text with a code point in it, for the conditions. */
typedef struct place {
  const unsigned char *s;
  size_t size, begin, end;   /* bytes [begin, end) are the code point */
} place;

/* The code point that ends before 'p', which moves there; false: none. */
static bool step_back (place *p, uint32_t *c) {
  size_t at = p->begin;
  unsigned width, back = 0;
  int ok;
  if (at == 0) return false;
  do at--; while (at > 0 && ++back < 4 && (p->s[at] & 0xC0u) == 0x80);
  *c = jilu_utf8_decode(p->s + at, p->begin - at, &width, &ok);
  p->begin = ok && at + width == p->begin ? at : p->begin - 1;
  if (p->begin != at) *c = JILU_REPLACEMENT;
  return true;
}

static bool step_on (place *p, uint32_t *c) {
  unsigned width;
  int ok;
  if (p->end >= p->size) return false;
  *c = jilu_utf8_decode(p->s + p->end, p->size - p->end, &width, &ok);
  p->end += width;
  return true;
}

static unsigned flags_of (uint32_t c) {
  return jilu_casing_of(c)->flags;
}

/* Final_Sigma: behind a cased letter, and none follows. */
static bool is_final_sigma (place p) {
  uint32_t c = 0;
  place next = p;
  bool before = false;
  while (!before && step_back(&p, &c)) {
    before = (flags_of(c) & JILU_CASING_CASED) != 0;
    if (!(flags_of(c) & JILU_CASING_IGNORABLE)) break;
  }
  if (!before) return false;
  while (step_on(&next, &c)) {
    if (flags_of(c) & JILU_CASING_CASED) return false;
    if (!(flags_of(c) & JILU_CASING_IGNORABLE)) break;
  }
  return true;
}

/* More_Above: a mark above follows before the next letter. */
static bool has_more_above (place p) {
  uint32_t c = 0;
  while (step_on(&p, &c)) {
    unsigned class = jilu_combining_class(c);
    if (class == ABOVE) return true;
    if (class == 0) break;
  }
  return false;
}

/* Before_Dot: a dot above follows that no other mark above comes before. */
static bool is_before_dot (place p) {
  uint32_t c = 0;
  while (step_on(&p, &c)) {
    unsigned class = jilu_combining_class(c);
    if (c == DOT_ABOVE) return true;
    if (class == 0 || class == ABOVE) break;
  }
  return false;
}

/* The letter that a mark above at 'p' is the first one of; 0: none. */
static uint32_t letter_below (place p) {
  uint32_t c = 0;
  while (step_back(&p, &c)) {
    unsigned class = jilu_combining_class(c);
    if (class == 0) return c;
    if (class == ABOVE) break;
  }
  return 0;
}

/* Lithuanian: i and j keep their dot below other accents. */
static int lower_lithuanian (uint32_t c, place p, uint32_t *out) {
  static const struct { uint32_t from, base, accent; } accented[] = {
    {0xCC, 'i', 0x300}, {0xCD, 'i', 0x301}, {0x128, 'i', 0x303}
  };
  size_t i;
  for (i = 0; i < sizeof accented / sizeof *accented; i++) {
    if (accented[i].from != c) continue;
    out[0] = accented[i].base;
    out[1] = DOT_ABOVE;
    out[2] = accented[i].accent;
    return 3;
  }
  if ((c != 'I' && c != 'J' && c != 0x12E) || !has_more_above(p)) return -1;
  out[0] = c == 'I' ? 'i' : c == 'J' ? 'j' : 0x12F;
  out[1] = DOT_ABOVE;
  return 2;
}

static int lower_turkish (uint32_t c, place p, uint32_t *out) {
  if (c == DOT_ABOVE && letter_below(p) == 'I') return 0;
  if (c == 0x130) out[0] = 'i';
  else if (c == 'I') out[0] = is_before_dot(p) ? 'i' : 0x131;
  else return -1;
  return 1;
}

/* What a condition maps 'c' to: how many code points, -1 where none holds. */
static int conditional (uint32_t c, place p, jilu_case to, jilu_locale locale,
                        uint32_t *out) {
  if (to == JILU_FOLD) {
    if (locale != JILU_TURKISH || (c != 'I' && c != 0x130)) return -1;
    out[0] = c == 'I' ? 0x131 : 'i';
    return 1;
  }
  if (to == JILU_LOWER && c == SIGMA && is_final_sigma(p)) {
    out[0] = FINAL_SIGMA;
    return 1;
  }
  if (locale == JILU_TURKISH) {
    if (to == JILU_LOWER) return lower_turkish(c, p, out);
    if (c != 'i') return -1;
    out[0] = 0x130;
    return 1;
  }
  if (locale != JILU_LITHUANIAN) return -1;
  if (to == JILU_LOWER) return lower_lithuanian(c, p, out);
  if (c == DOT_ABOVE &&
      (flags_of(letter_below(p)) & JILU_CASING_SOFT_DOTTED)) return 0;
  return -1;
}

static int map_point (uint32_t c, jilu_case to, uint32_t *out) {
  const jilu_casing *r = jilu_casing_of(c);
  const uint16_t *full = jilu_casing_full + r->full[to];
  int i;
  for (i = 0; i < full[0]; i++) out[i] = full[i + 1];
  if (i > 0) return i;
  out[0] = (uint32_t)((int32_t)c + r->delta[to]);
  return 1;
}

/* ASCII letters of the case that 'to' has not; in the locales but Turkish and
   Lithuanian their mapping depends on nothing. */
static size_t write_ascii (char *out, const unsigned char *s, size_t size,
                           jilu_case to) {
  size_t i = 0, k;
  unsigned char from = to == JILU_LOWER || to == JILU_FOLD ? 'A' : 'a';
  while (size - i >= JILU_PLAIN_BLOCK) {
    unsigned char any = 0;
    for (k = 0; k < JILU_PLAIN_BLOCK; k++) {
      unsigned char b = s[i + k], other = (unsigned char)(b - from) < 26;
      any = (unsigned char)(any | b);
      out[i + k] = (char)(b ^ (unsigned char)(other << 5));
    }
    if (any >= 0x80) break;
    i += JILU_PLAIN_BLOCK;
  }
  for (; i < size && s[i] < 0x80; i++) {
    unsigned char other = (unsigned char)(s[i] - from) < 26;
    out[i] = (char)(s[i] ^ (unsigned char)(other << 5));
  }
  return i;
}

/* Writes what needs no condition, and gives how many bytes of it there are. */
static bool write_plain (jilu_growing *out, const unsigned char *s,
                         size_t size, jilu_case to, jilu_locale locale,
                         size_t *run) {
  *run = 0;
  if (s[0] >= 0x80) {
    *run = jilu_plain_han(s, size);
    return jilu_growing_add(out, s, *run);
  }
  if (locale == JILU_TURKISH || locale == JILU_LITHUANIAN) return true;
  if (!jilu_growing_room(out, size)) return false;
  *run = write_ascii(out->bytes + out->size, s, size, to);
  out->size += *run;
  return true;
}

bool jilu_case_write (jilu_growing *out, const char *text, size_t size,
                      size_t begin, size_t end, jilu_case to,
                      jilu_locale locale) {
  place p = {(const unsigned char *)text, size, begin, begin};
  while (p.end < end) {
    uint32_t c = 0, to_points[3];
    size_t run;
    int i, count;
    if (!write_plain(out, p.s + p.end, end - p.end, to, locale, &run))
      return false;
    p.end += run;
    if (p.end == end) break;
    p.begin = p.end;
    (void)step_on(&p, &c);
    count = conditional(c, p, to, locale, to_points);
    if (count < 0) count = map_point(c, to, to_points);
    for (i = 0; i < count; i++)
      if (!jilu_growing_add_point(out, to_points[i])) return false;
  }
  return true;
}
