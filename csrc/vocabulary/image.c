#include "vocabulary/image.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon/image.h"

#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define SWAPPED 1
#else
#define SWAPPED 0
#endif

#define ALIGN 64u

/* A sense in the file: strings by their places. */
typedef struct stored_sense {
  double value;
  uint32_t text, code;
  uint32_t flags;
  uint8_t class_, user;
  uint8_t unused[2];
} stored_sense;

_Static_assert(sizeof(stored_sense) == 24 && sizeof(jilu_word) == 32 &&
               sizeof(jilu_node) == 16 && sizeof(jilu_token_word) == 8,
               "a section has one layout on all machines");

typedef enum section {
  TRIE, NODES, EDGES, WORDS, TOKENS, OPENERS, SENSES, STARTS, ENDS, REACHES,
  PARTICLES, BEGINS, CHARACTERS, ASCII, WEIGHTS, STRINGS, SECTIONS
} section;

/* What an element of a section is: the widths of its numbers, in order. */
static const char *const layouts[SECTIONS] = {
  [TRIE] = "", [NODES] = "\4\4\4\2\1\1", [EDGES] = "\2",
  [WORDS] = "\20\4\4\2\1\1\1\1\1\1", [TOKENS] = "\4\2\1\1", [OPENERS] = "\10",
  [SENSES] = "\10\4\4\4\1\1\1\1", [STARTS] = "\20", [ENDS] = "\20",
  [REACHES] = "\1", [PARTICLES] = "\1", [BEGINS] = "\1",
  [CHARACTERS] = "\2", [ASCII] = "\2", [WEIGHTS] = "\4", [STRINGS] = "\1"
};

typedef struct header {
  uint32_t magic, version;
  uint64_t key;
  uint64_t file_size;
  uint32_t word_count, sense_count, writing, weight_count;
  uint32_t offset[SECTIONS], size[SECTIONS];
  uint64_t body_sum;     /* of all behind the header */
  uint64_t header_sum;   /* of the header up to here */
} header;

_Static_assert(sizeof(header) == 56 + 8 * SECTIONS,
               "the header has one layout on all machines");

/* --- the order of bytes ------------------------------------------------------ */

static void turn (unsigned char *s, size_t width) {
  size_t i;
  for (i = 0; i < width / 2; i++) {
    unsigned char c = s[i];
    s[i] = s[width - 1 - i];
    s[width - 1 - i] = c;
  }
}

static void turn_all (unsigned char *s, size_t size, const char *layout) {
  const unsigned char *end = s + size;
  const char *p = layout;
  while (*p != '\0' && (size_t)(end - s) >= (size_t)*p) {
    turn(s, (size_t)*p);
    s += *p;
    if (*++p == '\0') p = layout;
  }
}

static void turn_header (header *h) {
  unsigned char *s = (unsigned char *)h;
  turn_all(s, 8, "\4");
  turn_all(s + 8, 16, "\10");
  turn_all(s + 24, 16 + 8 * SECTIONS, "\4");
  turn_all(s + 40 + 8 * SECTIONS, 16, "\10");
}

/* 'h' is the header as this machine reads it. */
static void turn_body (unsigned char *image, const header *h, bool from_file) {
  int k;
  if (!SWAPPED) return;
  for (k = 0; k < SECTIONS; k++)
    if (k == TRIE) jilu_trie_turn(image + h->offset[k], h->size[k], from_file);
    else turn_all(image + h->offset[k], h->size[k], layouts[k]);
}

static uint64_t sum_of_header (const header *h) {
  return jilu_lexicon_sum(h, offsetof(header, header_sum));
}

/* --- writing ------------------------------------------------------------------- */

static size_t codes (void) { return JILU_TRIE_CODE_MAX + 1; }

static size_t characters (void) {
  return JILU_CHARACTER_LAST - JILU_CHARACTER_FIRST + 1;
}

static size_t openers (const jilu_vocabulary *v) {
  return v->word_count / 64 + 1;
}

static uint32_t pack_writing (jilu_writing w) {
  return w.spaced | (uint32_t)w.capital_nouns << 1 |
         (uint32_t)(unsigned char)w.decimal << 8 |
         (uint32_t)(unsigned char)w.group << 16;
}

static jilu_writing unpack_writing (uint32_t bits) {
  jilu_writing w;
  w.spaced = (bits & 1) != 0;
  w.capital_nouns = (bits >> 1 & 1) != 0;
  w.decimal = (char)(bits >> 8 & 0x7F);
  w.group = (char)(bits >> 16 & 0x7F);
  return w;
}

static stored_sense *stored_senses (const jilu_vocabulary *v) {
  stored_sense *list = calloc(v->sense_count + 1, sizeof *list);
  size_t i;
  if (list == NULL) return NULL;
  for (i = 0; i < v->sense_count; i++) {
    const jilu_sense *s = &v->senses[i];
    list[i].value = s->value;
    list[i].text = (uint32_t)(s->text - v->strings);
    list[i].code = (uint32_t)(s->code - v->strings);
    list[i].flags = s->flags;
    list[i].class_ = s->class_;
    list[i].user = s->user;
  }
  return list;
}

jilu_status jilu_vocabulary_save (const jilu_vocabulary *v, uint64_t key,
                                  void **image, size_t *size) {
  size_t units = (size_t)v->trie.unit_mask + 1, at = sizeof(header);
  stored_sense *senses = stored_senses(v);
  const struct { const void *from; size_t size; } parts[SECTIONS] = {
    [TRIE] = {v->image, v->image_size},
    [NODES] = {v->nodes, units * sizeof *v->nodes},
    [EDGES] = {v->edges, units * sizeof *v->edges},
    [WORDS] = {v->words, (v->word_count + 1) * sizeof *v->words},
    [TOKENS] = {v->tokens, (v->word_count + 1) * sizeof *v->tokens},
    [OPENERS] = {v->openers, openers(v) * sizeof *v->openers},
    [SENSES] = {senses, v->sense_count * sizeof *senses},
    [STARTS] = {v->starts, codes() * sizeof *v->starts},
    [ENDS] = {v->ends, codes() * sizeof *v->ends},
    [REACHES] = {v->reaches, codes()},
    [PARTICLES] = {v->particles, codes()},
    [BEGINS] = {v->begins, codes()},
    [CHARACTERS] = {v->characters, characters() * sizeof *v->characters},
    [ASCII] = {v->ascii, sizeof v->ascii},
    [WEIGHTS] = {v->weights, v->weight_count * sizeof *v->weights},
    [STRINGS] = {v->strings, v->string_size}
  };
  header h = {0};
  unsigned char *out;
  int k;
  *image = NULL;
  if (senses == NULL) return JILU_NO_MEMORY;
  h.magic = JILU_VOCABULARY_MAGIC;
  h.version = JILU_VOCABULARY_VERSION;
  h.key = key;
  h.word_count = (uint32_t)v->word_count;
  h.sense_count = (uint32_t)v->sense_count;
  h.writing = pack_writing(v->writing);
  h.weight_count = (uint32_t)v->weight_count;
  for (k = 0; k < SECTIONS; k++) {
    at = (at + ALIGN - 1) / ALIGN * ALIGN;
    h.offset[k] = (uint32_t)at;
    h.size[k] = (uint32_t)parts[k].size;
    at += parts[k].size;
  }
  h.file_size = at;
  out = calloc(1, at);
  if (out == NULL || at > UINT32_MAX) {
    free(senses);
    free(out);
    return out == NULL ? JILU_NO_MEMORY : JILU_TOO_LARGE;
  }
  for (k = 0; k < SECTIONS; k++)
    if (parts[k].size > 0) memcpy(out + h.offset[k], parts[k].from, parts[k].size);
  free(senses);
  turn_body(out, &h, false);
  h.body_sum = jilu_lexicon_sum(out + sizeof h, at - sizeof h);
  if (SWAPPED) turn_header(&h);
  h.header_sum = sum_of_header(&h);
  if (SWAPPED) turn((unsigned char *)&h.header_sum, 8);
  memcpy(out, &h, sizeof h);
  *image = out;
  *size = at;
  return JILU_OK;
}

/* --- opening ------------------------------------------------------------------- */

/* Does the file hold what its header says, and what is asked for? */
static bool header_fits (const unsigned char *bytes, size_t size, uint64_t key,
                         header *h) {
  uint64_t sum;
  int k;
  if (size < sizeof *h) return false;
  memcpy(h, bytes, sizeof *h);
  sum = sum_of_header(h);
  if (SWAPPED) turn_header(h);
  if (h->magic != JILU_VOCABULARY_MAGIC ||
      h->version != JILU_VOCABULARY_VERSION || h->key != key ||
      h->header_sum != sum || h->file_size != size) return false;
  for (k = 0; k < SECTIONS; k++)
    if (h->offset[k] % ALIGN != 0 || h->offset[k] > size ||
        h->size[k] > size - h->offset[k]) return false;
  return jilu_lexicon_sum(bytes + sizeof *h, size - sizeof *h) == h->body_sum;
}

/* The sections behind the header; the trie is open. */
static bool sizes_fit (const jilu_vocabulary *v, const header *h) {
  size_t units = (size_t)v->trie.unit_mask + 1, words = v->word_count + 1;
  return h->size[NODES] == units * sizeof *v->nodes &&
         h->size[EDGES] == units * sizeof *v->edges &&
         h->size[WORDS] == words * sizeof *v->words &&
         h->size[TOKENS] == words * sizeof *v->tokens &&
         h->size[OPENERS] == openers(v) * sizeof *v->openers &&
         h->size[SENSES] == v->sense_count * sizeof(stored_sense) &&
         h->size[STARTS] == codes() * sizeof *v->starts &&
         h->size[ENDS] == codes() * sizeof *v->ends &&
         h->size[REACHES] == codes() && h->size[PARTICLES] == codes() &&
         h->size[BEGINS] == codes() &&
         h->size[CHARACTERS] == characters() * sizeof *v->characters &&
         h->size[ASCII] == sizeof v->ascii &&
         h->size[WEIGHTS] == v->weight_count * sizeof *v->weights &&
         h->size[STRINGS] > 0 && v->strings[h->size[STRINGS] - 1] == '\0';
}

static bool words_fit (const jilu_vocabulary *v) {
  size_t i, units = (size_t)v->trie.unit_mask + 1;
  for (i = 0; i <= v->word_count; i++) {
    const jilu_word *w = &v->words[i];
    if (w->sense > v->sense_count || w->senses > v->sense_count - w->sense ||
        (i > 0 && w->prefix >= i) || v->tokens[i].word > i) return false;
  }
  for (i = 0; i < units; i++)
    if (v->nodes[i].word > v->word_count ||
        v->nodes[i].token.word > v->word_count) return false;
  return true;
}

/* Senses point to strings: these alone are the state's own. */
static jilu_status restore_senses (jilu_vocabulary *v, const header *h,
                                   const stored_sense *list) {
  size_t i;
  v->senses = calloc(v->sense_count + 1, sizeof *v->senses);
  if (v->senses == NULL) return JILU_NO_MEMORY;
  for (i = 0; i < v->sense_count; i++) {
    jilu_sense *s = &v->senses[i];
    if (list[i].text >= h->size[STRINGS] || list[i].code >= h->size[STRINGS] ||
        list[i].class_ >= JILU_CLASS_COUNT) return JILU_BAD_VALUE;
    s->value = list[i].value;
    s->text = v->strings + list[i].text;
    s->code = v->strings + list[i].code;
    s->flags = list[i].flags;
    s->class_ = list[i].class_;
    s->user = list[i].user != 0;
  }
  return JILU_OK;
}

static jilu_status take (jilu_vocabulary *v, unsigned char *image,
                         const header *h) {
  void *at[SECTIONS];
  jilu_status status;
  int k;
  for (k = 0; k < SECTIONS; k++) at[k] = image + h->offset[k];
  status = jilu_trie_open(at[TRIE], h->size[TRIE], &v->trie, NULL);
  if (status != JILU_OK) return status;
  v->word_count = h->word_count;
  v->sense_count = h->sense_count;
  v->writing = unpack_writing(h->writing);
  v->weight_count = h->weight_count;
  v->image = at[TRIE];
  v->image_size = h->size[TRIE];
  v->nodes = at[NODES];
  v->edges = at[EDGES];
  v->words = at[WORDS];
  v->tokens = at[TOKENS];
  v->openers = at[OPENERS];
  v->starts = at[STARTS];
  v->ends = at[ENDS];
  v->reaches = at[REACHES];
  v->particles = at[PARTICLES];
  v->begins = at[BEGINS];
  v->characters = at[CHARACTERS];
  v->weights = v->weight_count > 0 ? at[WEIGHTS] : NULL;
  v->strings = at[STRINGS];
  v->string_size = h->size[STRINGS];
  if (!sizes_fit(v, h) || !words_fit(v)) return JILU_BAD_VALUE;
  memcpy(v->ascii, at[ASCII], sizeof v->ascii);
  return restore_senses(v, h, at[SENSES]);
}

jilu_status jilu_vocabulary_open (const char *path, uint64_t key,
                                  jilu_vocabulary **out) {
  jilu_vocabulary *v = calloc(1, sizeof *v);
  header h;
  jilu_status status;
  *out = NULL;
  if (v == NULL) return JILU_NO_MEMORY;
  status = jilu_image_file_open(path, &v->file);
  if (status != JILU_OK) {
    free(v);
    return status;
  }
  v->stored = true;
  if (!header_fits(v->file.bytes, v->file.size, key, &h))
    status = JILU_BAD_VALUE;
  else if (SWAPPED && (v->copy = malloc(v->file.size)) == NULL)
    status = JILU_NO_MEMORY;
  else {
    unsigned char *image = v->file.bytes;
    if (SWAPPED) {
      image = memcpy(v->copy, v->file.bytes, v->file.size);
      turn_body(image, &h, true);
    }
    status = take(v, image, &h);
  }
  if (status == JILU_OK) *out = v;
  else jilu_vocabulary_free(v);
  return status;
}
