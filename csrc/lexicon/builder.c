/* Collecting what a lexicon is compiled from. */

#include "lexicon/builder.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"
#include "view/fold.h"

int jilu_builder_room (void *list, size_t count, size_t *room, size_t size) {
  void **block = list, *grown;
  size_t more = *room + *room / 2 + 1024;
  if (count < *room) return 1;
  if (more > SIZE_MAX / size) return 0;
  grown = realloc(*block, more * size);
  if (grown == NULL) return 0;
  *block = grown;
  *room = more;
  return 1;
}

jilu_lexicon_builder *jilu_builder_new (void) {
  jilu_lexicon_builder *b = calloc(1, sizeof *b);
  if (b != NULL) b->tag_count = 1;
  return b;
}

void jilu_builder_free (jilu_lexicon_builder *b) {
  if (b == NULL) return;
  free(b->pool);
  free(b->words);
  free(b->hashed);
  free(b->pairs);
  free(b->names);
  free(b->parts);
  free(b);
}

void jilu_builder_source (jilu_lexicon_builder *b) { b->source++; }

/* Number of a tag, made where it is new; 0 for none or too many. */
static uint32_t tag_number (jilu_lexicon_builder *b, const char *tag) {
  uint32_t i;
  if (tag == NULL || tag[0] == '\0') return 0;
  for (i = 1; i < b->tag_count; i++)
    if (strcmp(b->tags[i], tag) == 0) return i;
  if (b->tag_count > JILU_LEXICON_TAGS) return 0;
  strcpy(b->tags[b->tag_count], tag);
  return b->tag_count++;
}

/* Room for 'size' more bytes in the pool; folding never makes text longer
** than 4 bytes a code point. */
static int pool_reserve (jilu_lexicon_builder *b, size_t size) {
  size_t want = b->pool_size + size, room = b->pool_room;
  char *grown;
  if (want <= room) return 1;
  room = want + want / 2 + 65536;
  grown = realloc(b->pool, room);
  if (grown == NULL) return 0;
  b->pool = grown;
  b->pool_room = room;
  return 1;
}

/* Appends the folded twin of 'word'; returns its size. */
static size_t append_folded (jilu_lexicon_builder *b, const char *word,
                             size_t size) {
  const unsigned char *s = (const unsigned char *)word;
  size_t i = 0, start = b->pool_size;
  while (i < size) {
    unsigned width;
    uint32_t c = jilu_fold(jilu_utf8_next(s + i, &width));
    b->pool_size += jilu_utf8_encode(c, b->pool + b->pool_size);
    i += width;
  }
  return b->pool_size - start;
}

static size_t code_points (const char *word, size_t size) {
  size_t i, n = 0;
  for (i = 0; i < size; i++) n += ((unsigned char)word[i] & 0xC0) != 0x80;
  return n;
}

jilu_status jilu_builder_add (jilu_lexicon_builder *b, const char *word,
                              size_t size, double count, const char *tag,
                              const char *class) {
  static const char *const classes[] = {
    "begin", "end", "number", "time", "person", "place", "string", "other"
  };
  built_word w = {0};
  if (size == 0 || size > 4 * JILU_LEXICON_WORD_MAX ||
      jilu_validate(word, size) != size ||
      code_points(word, size) > JILU_LEXICON_WORD_MAX) return JILU_BAD_VALUE;
  if (!(count >= 0) || count > 1e15) return JILU_BAD_VALUE;
  if (tag != NULL && strlen(tag) > JILU_LEXICON_TAG_MAX) return JILU_BAD_VALUE;
  w.class = JILU_LEXICON_NO_CLASS;
  if (class != NULL) {
    for (w.class = 0; w.class < JILU_LEXICON_CLASSES; w.class++)
      if (strcmp(class, classes[w.class]) == 0) break;
    if (w.class == JILU_LEXICON_CLASSES) return JILU_BAD_VALUE;
  }
  if (!pool_reserve(b, 6 * size) ||
      !jilu_builder_room(&b->words, b->word_count, &b->word_room, sizeof w))
    return JILU_NO_MEMORY;
  w.name = b->pool_size;
  w.name_size = (uint32_t)size;
  memcpy(b->pool + b->pool_size, word, size);
  b->pool_size += size;
  w.key = b->pool_size;
  w.key_size = (uint32_t)append_folded(b, word, size);
  w.source = b->source;
  w.count = count;
  w.tag = (uint8_t)tag_number(b, tag);
  w.tag_source = b->source;
  w.tag_count = count;
  b->words[b->word_count++] = w;
  return JILU_OK;
}

static uint64_t big_endian (const unsigned char *s, unsigned bytes) {
  uint64_t v = 0;
  while (bytes-- > 0) v = v << 8 | *s++;
  return v;
}

jilu_status jilu_builder_hashed (jilu_lexicon_builder *b,
                                 const unsigned char *hashes,
                                 const unsigned char *counts, size_t n) {
  size_t i;
  hashed_pair *list = malloc((n + 1) * sizeof *list);
  if (list == NULL) return JILU_NO_MEMORY;
  free(b->hashed);
  b->hashed = list;
  b->hashed_count = 0;
  b->hashed_source = b->source;
  for (i = 0; i < n; i++) {
    hashed_pair p;
    p.hash = big_endian(hashes + 8 * i, 8);
    p.count = (uint32_t)big_endian(counts + 4 * i, 4);
    if (p.count != 0) list[b->hashed_count++] = p;
  }
  return JILU_OK;
}

jilu_status jilu_builder_add_pair (jilu_lexicon_builder *b, uint32_t left,
                                   uint32_t right, double count) {
  built_pair p;
  if (!jilu_builder_room(&b->pairs, b->pair_count, &b->pair_room, sizeof p))
    return JILU_NO_MEMORY;
  p.left = left;
  p.right = right;
  p.count = count;
  b->pairs[b->pair_count++] = p;
  return JILU_OK;
}

jilu_status jilu_builder_foreign (jilu_lexicon_builder *b, const char *text,
                                  size_t size) {
  const unsigned char *s = (const unsigned char *)text;
  size_t i = 0;
  if (jilu_validate(text, size) != size) return JILU_BAD_VALUE;
  while (i < size) {
    unsigned width;
    uint32_t c = jilu_utf8_next(s + i, &width);
    b->foreign[c >> 5] |= 1u << (c & 31u);
    i += width;
  }
  return JILU_OK;
}

jilu_status jilu_builder_name (jilu_lexicon_builder *b, const char *part,
                               const char *text, size_t size, double count) {
  static const char *const parts[] = {
    "surname", "only", "given", "last", "place", "place_last", "suffix"
  };
  built_name n = {0, 0, count};
  unsigned width;
  if (size == 0 || jilu_validate(text, size) != size || !(count > 0))
    return JILU_BAD_VALUE;
  n.point = jilu_fold(jilu_utf8_next((const unsigned char *)text, &width));
  while (n.part < JILU_LEXICON_NAME_PARTS && strcmp(part, parts[n.part]) != 0)
    n.part++;
  if (width != size || n.part == JILU_LEXICON_NAME_PARTS) return JILU_BAD_VALUE;
  if (!jilu_builder_room(&b->names, b->name_count, &b->name_room, sizeof n))
    return JILU_NO_MEMORY;
  b->names[b->name_count++] = n;
  return JILU_OK;
}

jilu_status jilu_builder_part (jilu_lexicon_builder *b, const char *kind,
                               const char *text, size_t size) {
  static const char *const kinds[] = {"unit", "surname", "body", "mixed"};
  built_part p = {0, 0, 0};
  while (p.kind < 4 && strcmp(kind, kinds[p.kind]) != 0) p.kind++;
  if (p.kind == 4 || size == 0 || jilu_validate(text, size) != size ||
      code_points(text, size) > JILU_LEXICON_WORD_MAX) return JILU_BAD_VALUE;
  if (!pool_reserve(b, 5 * size) ||
      !jilu_builder_room(&b->parts, b->part_count, &b->part_room, sizeof p))
    return JILU_NO_MEMORY;
  p.key = b->pool_size;
  p.size = append_folded(b, text, size);
  b->parts[b->part_count++] = p;
  return JILU_OK;
}
