/*
** Simplified and Traditional. The chains are those of OpenCC's configurations
** (s2t, s2tw, s2twp, s2hk, s2hkp, t2s, tw2s, tw2sp, hk2s, hk2sp): where there
** are several steps the text is cut into the longest keys of the first one's
** phrases, and each piece goes through all steps by itself.
*/

#include "conversion/conversion.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

#define NONE JILU_DICTIONARY_COUNT
#define MOST_STEPS 2
#define MOST_DICTIONARIES 3

/* The first dictionary of a step that has a key at a place gives it. */
typedef struct chain {
  unsigned char cut;         /* whose keys cut the text; NONE: it stays whole */
  unsigned char steps;
  unsigned char step[MOST_STEPS][MOST_DICTIONARIES];
} chain;

#define D(id) JILU_DICTIONARY_##id
#define TO_TRADITIONAL {D(PHRASES), D(CHARACTERS), NONE}
#define TO_SIMPLIFIED {D(SIMPLE_PHRASES), D(SIMPLE_CHARACTERS), NONE}

static const chain chains[] = {
  [JILU_SIMPLIFIED] = {NONE, 1, {TO_SIMPLIFIED}},
  [JILU_SIMPLIFIED_FROM_TW] = {D(SIMPLE_PHRASES), 2,
    {{D(FROM_TW_PHRASES), D(FROM_TW_CHARACTERS), NONE}, TO_SIMPLIFIED}},
  [JILU_SIMPLIFIED_FROM_TW_WORDS] = {D(SIMPLE_PHRASES), 2,
    {{D(FROM_TW_WORDS), D(FROM_TW_PHRASES), D(FROM_TW_CHARACTERS)},
     TO_SIMPLIFIED}},
  [JILU_SIMPLIFIED_FROM_HK] = {D(SIMPLE_PHRASES), 2,
    {{D(FROM_HK_PHRASES), D(FROM_HK_CHARACTERS), NONE}, TO_SIMPLIFIED}},
  [JILU_SIMPLIFIED_FROM_HK_WORDS] = {D(SIMPLE_PHRASES), 2,
    {{D(FROM_HK_WORDS), D(FROM_HK_PHRASES), D(FROM_HK_CHARACTERS)},
     TO_SIMPLIFIED}},
  [JILU_TRADITIONAL] = {NONE, 1, {TO_TRADITIONAL}},
  [JILU_TRADITIONAL_TW] = {D(PHRASES), 2,
    {TO_TRADITIONAL, {D(TW_PHRASES), D(TW_CHARACTERS), NONE}}},
  [JILU_TRADITIONAL_TW_WORDS] = {D(PHRASES), 2,
    {TO_TRADITIONAL, {D(TW_WORDS), D(TW_PHRASES), D(TW_CHARACTERS)}}},
  [JILU_TRADITIONAL_HK] = {D(PHRASES), 2,
    {TO_TRADITIONAL, {D(HK_PHRASES), D(HK_CHARACTERS), NONE}}},
  [JILU_TRADITIONAL_HK_WORDS] = {D(PHRASES), 2,
    {TO_TRADITIONAL, {D(HK_WORDS), D(HK_PHRASES), D(HK_CHARACTERS)}}}
};

size_t jilu_dictionary_match (const jilu_dictionary *d, const char *text,
                              size_t at, size_t size, const char **value,
                              size_t *value_size) {
  const unsigned char *s = (const unsigned char *)text;
  uint32_t node = JILU_TRIE_ROOT, best = 0;
  size_t end = 0;
  if (d->count == 0) return 0;
  while (at < size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode(s + at, size - at, &width, &ok), found;
    uint32_t code = ok ? jilu_trie_code(&d->trie, c) : 0;
    if (code == 0) break;
    node = jilu_trie_step(&d->trie, node, code);
    if (node == 0) break;
    at += width;
    found = jilu_trie_value(&d->trie, node);
    if (found != 0 && found <= d->count) {
      best = found;
      end = at;
    }
    if (!jilu_trie_inner(&d->trie, node)) break;
  }
  if (best == 0) return 0;
  *value = d->text + d->ends[best - 1];
  *value_size = d->ends[best] - d->ends[best - 1];
  return end;
}

/* How many bytes the character at 's' takes, whatever it is. */
static unsigned width_at (const char *s, size_t left) {
  unsigned width;
  int ok;
  (void)jilu_utf8_decode((const unsigned char *)s, left, &width, &ok);
  return width;
}

/* --- one step ------------------------------------------------------------- */

typedef struct work {
  const jilu_conversion *conversion;
  const unsigned char *dictionaries;   /* of the step */
  bool ascii;                /* some key of it begins with ASCII */
  jilu_growing *out;
  jilu_source_map *map;      /* NULL: not asked for */
  jilu_status status;
} work;

static void append (work *w, const char *bytes, size_t size) {
  if (w->status == JILU_OK && !jilu_growing_add(w->out, bytes, size))
    w->status = JILU_NO_MEMORY;
}

static void map_add (work *w, size_t count, size_t text_width, size_t source,
                     size_t source_width) {
  if (w->map != NULL && w->status == JILU_OK && text_width > 0)
    w->status = jilu_source_map_add(w->map, count, text_width, source,
                                    source_width);
}

static bool is_threes (const char *s, size_t size) {
  size_t k;
  for (k = 0; k < size; k += 3)
    if (((unsigned char)s[k] & 0xF0) != 0xE0) return false;
  return size % 3 == 0;
}

/*
** The map of the piece [begin, end) that became the last 'size' bytes of the
** output: character for character where all take three bytes and both have as
** many; else as a whole.
*/
static void map_piece (work *w, const char *text, size_t begin, size_t end,
                       size_t size) {
  if (w->map == NULL || w->status != JILU_OK) return;
  if (end - begin == size && is_threes(text + begin, size) &&
      is_threes(w->out->bytes + w->out->size - size, size))
    map_add(w, size / 3, 3, begin, 3);
  else map_add(w, 1, size, begin, end - begin);
}

static size_t match_step (const work *w, const char *text, size_t at,
                          size_t size, const char **value,
                          size_t *value_size) {
  int k;
  for (k = 0; k < MOST_DICTIONARIES && w->dictionaries[k] != NONE; k++) {
    size_t end = jilu_dictionary_match(
      &w->conversion->dictionary[w->dictionaries[k]], text, at, size, value,
      value_size);
    if (end != 0) return end;
  }
  return 0;
}

static size_t ascii_end (const char *text, size_t at, size_t size) {
  while (at < size && (unsigned char)text[at] < 0x80) at++;
  return at;
}

/*
** The code point at 'at' and its bytes; ill-formed ones are U+FFFD, which no
** key begins with that is worth a look.
*/
static uint32_t character (const char *text, size_t at, size_t size,
                           unsigned *width) {
  int ok;
  return jilu_utf8_decode((const unsigned char *)text + at, size - at, width,
                          &ok);
}

static bool starts_step (const work *w, uint32_t c) {
  int k;
  for (k = 0; k < MOST_DICTIONARIES && w->dictionaries[k] != NONE; k++)
    if (jilu_dictionary_starts(&w->conversion->dictionary[w->dictionaries[k]],
                               c)) return true;
  return false;
}

/* What stays as it is, up to 'end': characters of 'width' bytes. */
static void keep (work *w, const char *text, size_t at, size_t end,
                  unsigned width) {
  if (at == end) return;
  append(w, text + at, end - at);
  map_add(w, (end - at) / width, width, at, width);
}

static void run_step (work *w, const char *text, size_t size) {
  size_t at = 0, kept = 0;   /* [kept, at): 'kept_width' each, not yet written */
  unsigned kept_width = 1;
  while (at < size && w->status == JILU_OK) {
    const char *value;
    size_t value_size, end;
    unsigned width;
    uint32_t c = character(text, at, size, &width);
    if (width != kept_width) {
      keep(w, text, kept, at, kept_width);
      kept = at;
      kept_width = width;
    }
    if (c < 0x80 && !w->ascii) at = ascii_end(text, at, size);
    else if (starts_step(w, c) && (end = match_step(w, text, at, size, &value,
                                                    &value_size)) != 0) {
      keep(w, text, kept, at, kept_width);
      append(w, value, value_size);
      map_piece(w, text, at, end, value_size);
      kept = at = end;
    }
    else at += width;
  }
  keep(w, text, kept, at, kept_width);
}

static void choose_step (work *w, const unsigned char *dictionaries) {
  int k;
  w->dictionaries = dictionaries;
  w->ascii = false;
  for (k = 0; k < MOST_DICTIONARIES && dictionaries[k] != NONE; k++)
    if (w->conversion->dictionary[dictionaries[k]].ascii) w->ascii = true;
}

/* --- chains --------------------------------------------------------------- */

/* A key of the dictionary that cuts, where it stands, and its text. */
typedef struct cut {
  size_t begin, end;
  const char *value;
  size_t value_size;
} cut;

/* The first key from 'at' on; at the end of the text where there is none. */
static cut next_cut (const jilu_dictionary *d, const char *text, size_t at,
                     size_t size) {
  cut found = {size, size, NULL, 0};
  while (at < size) {
    unsigned width;
    uint32_t c = character(text, at, size, &width);
    if (c < 0x80 && !d->ascii) at = ascii_end(text, at, size);
    else if (jilu_dictionary_starts(d, c) &&
             (found.end = jilu_dictionary_match(d, text, at, size, &found.value,
                                                &found.value_size)) != 0) {
      found.begin = at;
      return found;
    }
    else at += width;
  }
  found.end = size;
  return found;
}

/* Takes one piece through both steps; 'value' is what the first makes of it. */
static void run_piece (work *w, const chain *c, const char *text, size_t begin,
                       size_t end, const cut *key, jilu_growing *between) {
  jilu_source_map *map = w->map;
  jilu_growing *out = w->out;
  size_t before = out->size;
  w->map = NULL;
  between->size = 0;
  w->out = between;
  if (key != NULL && c->cut == c->step[0][0])
    append(w, key->value, key->value_size);
  else {
    choose_step(w, c->step[0]);
    run_step(w, text + begin, end - begin);
  }
  w->out = out;
  choose_step(w, c->step[1]);
  if (between->size > 0) run_step(w, between->bytes, between->size);
  w->map = map;
  map_piece(w, text, begin, end, out->size - before);
}

static void run_pieces (work *w, const chain *c, const char *text,
                        size_t size) {
  const jilu_dictionary *d = &w->conversion->dictionary[c->cut];
  jilu_growing between = {NULL, 0, 0};
  size_t at = 0;
  while (at < size && w->status == JILU_OK) {
    cut key = next_cut(d, text, at, size);
    if (key.begin > at) run_piece(w, c, text, at, key.begin, NULL, &between);
    if (key.begin < size)
      run_piece(w, c, text, key.begin, key.end, &key, &between);
    at = key.end;
  }
  free(between.bytes);
}

/* Does a compatibility ideograph, U+F900 to U+FAFF or U+2F800 on, occur? */
static bool has_compatibility (const char *text, size_t size) {
  const unsigned char *s = (const unsigned char *)text, *end = s + size;
  const unsigned char *at = s;
  while ((at = memchr(at, 0xEF, (size_t)(end - at))) != NULL) {
    if (end - at > 1 && at[1] >= 0xA4 && at[1] <= 0xAB) return true;
    at++;
  }
  for (at = s; (at = memchr(at, 0xF0, (size_t)(end - at))) != NULL; at++)
    if (end - at > 1 && at[1] == 0xAF) return true;
  return false;
}

/*
** What compatibility ideographs stand for, in their place: those alone that take
** as many bytes, so that all positions stay.
*/
static jilu_status replace_compatibility (const jilu_dictionary *d,
                                          const char *text, size_t size,
                                          jilu_growing *out) {
  size_t at = 0;
  if (!jilu_growing_add(out, text, size)) return JILU_NO_MEMORY;
  while (at < size) {
    unsigned width = width_at(text + at, size - at);
    const char *value;
    size_t value_size;
    if (width > 2 && jilu_dictionary_match(d, text, at, at + width, &value,
                                           &value_size) != 0 &&
        value_size == width) memcpy(out->bytes + at, value, width);
    at += width;
  }
  return JILU_OK;
}

static jilu_status run_chain (work *w, const chain *c, const char *text,
                              size_t size) {
  if (c->steps == 1) {
    choose_step(w, c->step[0]);
    run_step(w, text, size);
  }
  else run_pieces(w, c, text, size);
  return w->status;
}

jilu_status jilu_convert_mapped (const jilu_conversion *conversion,
                                 jilu_conversion_kind kind, const char *text,
                                 size_t size, jilu_decoded *out) {
  work w = {conversion, NULL, false, &out->text, &out->map, JILU_OK};
  jilu_growing plain = {NULL, 0, 0};
  jilu_status status;
  if ((size_t)kind >= sizeof chains / sizeof *chains) return JILU_BAD_VALUE;
  if (size >= UINT32_MAX / 2) return JILU_TOO_LARGE;
  if (!has_compatibility(text, size))
    return run_chain(&w, &chains[kind], text, size);
  status = replace_compatibility(
    &conversion->dictionary[JILU_DICTIONARY_COMPATIBILITY], text, size, &plain);
  if (status == JILU_OK)
    status = run_chain(&w, &chains[kind], plain.bytes, size);
  free(plain.bytes);
  return status;
}

jilu_status jilu_convert (const jilu_conversion *conversion,
                          jilu_conversion_kind kind, const char *text,
                          size_t size, char **out, size_t *out_size) {
  jilu_decoded d;
  jilu_status status;
  memset(&d, 0, sizeof d);
  status = jilu_convert_mapped(conversion, kind, text, size, &d);
  jilu_source_map_free(&d.map);
  if (status == JILU_OK && d.text.bytes == NULL) {
    d.text.bytes = malloc(1);
    if (d.text.bytes == NULL) status = JILU_NO_MEMORY;
  }
  if (status != JILU_OK) {
    free(d.text.bytes);
    return status;
  }
  *out = d.text.bytes;
  *out_size = d.text.size;
  return JILU_OK;
}
