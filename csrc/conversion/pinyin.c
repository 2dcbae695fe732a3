/*
** Pinyin: the longest phrases of the dictionary and its characters, each with
** its syllables, tones marked, parted by blanks.
*/

#include "conversion/conversion.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

/* A letter with a tone: what it is without, and which. */
typedef struct toned {
  uint32_t marked;
  uint16_t plain;
  uint16_t tone;
} toned;

static const toned letters[] = {
  {0x101, 'a', 1}, {0xE1, 'a', 2}, {0x1CE, 'a', 3}, {0xE0, 'a', 4},
  {0x113, 'e', 1}, {0xE9, 'e', 2}, {0x11B, 'e', 3}, {0xE8, 'e', 4},
  {0x12B, 'i', 1}, {0xED, 'i', 2}, {0x1D0, 'i', 3}, {0xEC, 'i', 4},
  {0x14D, 'o', 1}, {0xF3, 'o', 2}, {0x1D2, 'o', 3}, {0xF2, 'o', 4},
  {0x16B, 'u', 1}, {0xFA, 'u', 2}, {0x1D4, 'u', 3}, {0xF9, 'u', 4},
  {0x1D6, 0xFC, 1}, {0x1D8, 0xFC, 2}, {0x1DA, 0xFC, 3}, {0x1DC, 0xFC, 4},
  {0x144, 'n', 2}, {0x148, 'n', 3}, {0x1F9, 'n', 4}, {0x1E3F, 'm', 2},
  {0x1EBF, 0xEA, 2}, {0x1EC1, 0xEA, 4}
};

/* A tone as a mark behind its letter: ê̄, m̀. */
static unsigned combining_tone (uint32_t c) {
  switch (c) {
    case 0x304: return 1;
    case 0x301: return 2;
    case 0x30C: return 3;
    case 0x300: return 4;
    default: return 0;
  }
}

static const toned *toned_letter (uint32_t c) {
  size_t k;
  for (k = 0; k < sizeof letters / sizeof *letters; k++)
    if (letters[k].marked == c) return &letters[k];
  return NULL;
}

/* Appends one syllable in the style that is asked for. */
static bool add_syllable (jilu_growing *out, const char *s, size_t size,
                          jilu_pinyin_tone style) {
  size_t at = 0;
  unsigned tone = 0, width;
  if (style == JILU_TONE_MARKS) return jilu_growing_add(out, s, size);
  while (at < size) {
    uint32_t c = jilu_utf8_next((const unsigned char *)s + at, &width);
    const toned *letter = c < 0x80 ? NULL : toned_letter(c);
    unsigned mark = combining_tone(c);
    if (letter != NULL) {
      tone = letter->tone;
      c = letter->plain;
    }
    if (mark != 0) tone = mark;
    else if (!jilu_growing_add_point(out, c)) return false;
    at += width;
  }
  if (style != JILU_TONE_NUMBERS) return true;
  return jilu_growing_add_point(out, '0' + (tone == 0 ? 5 : tone));
}

static bool is_letter_or_digit (unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

typedef struct speller {
  jilu_growing out;
  const char *separator;
  size_t separator_size;
  jilu_pinyin_tone tone;
  bool behind;               /* a syllable, or a letter or digit, is the last */
} speller;

static bool part (speller *p) {
  return !p->behind ||
         jilu_growing_add(&p->out, p->separator, p->separator_size);
}

static bool spell (speller *p, const char *syllables, size_t size) {
  const char *end = syllables + size;
  while (syllables < end) {
    const char *blank = memchr(syllables, ' ', (size_t)(end - syllables));
    const char *stop = blank == NULL ? end : blank;
    if (!part(p) || !add_syllable(&p->out, syllables,
                                  (size_t)(stop - syllables), p->tone))
      return false;
    p->behind = true;
    syllables = stop + 1;
  }
  return true;
}

/* What has no reading stays: ASCII words are parted as syllables are. */
static bool keep (speller *p, const char *s, size_t size, bool first) {
  bool word = is_letter_or_digit((unsigned char)*s);
  if (word && first && !part(p)) return false;
  p->behind = word;
  return jilu_growing_add(&p->out, s, size);
}

/* Phrases and usual characters, then those of the supplementary planes. */
static size_t match (const jilu_conversion *c, const char *text, size_t at,
                     size_t size, const char **value, size_t *value_size) {
  size_t end = jilu_dictionary_match(&c->dictionary[JILU_DICTIONARY_PINYIN],
                                     text, at, size, value, value_size);
  if (end != 0) return end;
  return jilu_dictionary_match(&c->dictionary[JILU_DICTIONARY_PINYIN_RARE],
                               text, at, size, value, value_size);
}

jilu_status jilu_pinyin (const jilu_conversion *conversion,
                         jilu_pinyin_tone tone, const char *separator,
                         const char *text, size_t size, char **out,
                         size_t *out_size) {
  speller p = {{NULL, 0, 0}, separator, strlen(separator), tone, false};
  size_t at = 0;
  bool word = false, ok = jilu_growing_room(&p.out, size + 1);
  while (at < size && ok) {
    const char *value;
    size_t value_size, end = match(conversion, text, at, size, &value,
                                   &value_size);
    if (end != 0) {
      ok = spell(&p, value, value_size);
      word = false;
    }
    else {
      unsigned width;
      int sound;
      (void)jilu_utf8_decode((const unsigned char *)text + at, size - at,
                             &width, &sound);
      end = at + width;
      ok = keep(&p, text + at, width, !word);
      word = p.behind;
    }
    at = end;
  }
  if (!ok) {
    free(p.out.bytes);
    return JILU_NO_MEMORY;
  }
  *out = p.out.bytes;
  *out_size = p.out.size;
  return JILU_OK;
}
