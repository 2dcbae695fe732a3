/* Tables by word, by code, by node of the trie and by character. */

#include "vocabulary/index.h"

#include <stdlib.h>

#include "vocabulary/class_sets.h"
#include "vocabulary/letters.h"
#include "vocabulary/reader.h"
#include "unicode/utf8.h"

/* --- by word --------------------------------------------------------------- */

/* The value of the word's sense in a class; 0 where it has none. */
static double value_in (const jilu_vocabulary *v, const jilu_word *word,
                        jilu_classes class_) {
  return word->classes & class_ ? jilu_sense_in(v, word, class_)->value : 0;
}

/* What each word is to names; a prefix goes before the words it begins. */
static jilu_status describe_tokens (jilu_vocabulary *v,
                                    const jilu_trie_key *keys) {
  size_t i;
  v->tokens = calloc(v->word_count + 1, sizeof *v->tokens);
  if (v->tokens == NULL) return JILU_NO_MEMORY;
  for (i = 1; i <= v->word_count; i++) {
    const unsigned char *text = (const unsigned char *)keys[i - 1].utf8;
    const jilu_word *w = &v->words[i];
    jilu_token_word *token = &v->tokens[i];
    if (!(w->classes & JILU_NAME_TOKENS)) {
      *token = v->tokens[w->prefix];
      continue;
    }
    token->word = (uint32_t)i;
    token->size = w->size;
    token->effect = (uint8_t)jilu_name_effect(
        w->classes, value_in(v, w, JILU_CLASS_BIT(NAME_STOP)),
        value_in(v, w, JILU_CLASS_BIT(FUNCTION)),
        w->size == jilu_utf8_width(*text), text[w->size - 1] < 0x80);
    token->holds = (uint8_t)jilu_run_holds(w->classes);
  }
  return JILU_OK;
}

/* Which words may begin a fact, by themselves or by a word that begins them. */
static jilu_status mark_openers (jilu_vocabulary *v) {
  size_t i;
  v->openers = calloc(v->word_count / 64 + 1, sizeof *v->openers);
  if (v->openers == NULL) return JILU_NO_MEMORY;
  for (i = 1; i <= v->word_count; i++) {
    const jilu_word *w = &v->words[i];
    bool opens = (w->classes & ~JILU_INNER) != 0 ||
                 (v->openers[w->prefix / 64] >> w->prefix % 64 & 1);
    v->openers[i / 64] |= (uint64_t)opens << i % 64;
  }
  return JILU_OK;
}

/* --- by code --------------------------------------------------------------- */

/* A key has at most JILU_TRIE_KEY_MAX. */
static uint8_t code_points (const jilu_trie_key *key) {
  size_t i, n = 0;
  for (i = 0; i < key->size; i++)
    n += ((unsigned char)key->utf8[i] & 0xC0) != 0x80;
  return (uint8_t)n;
}

/* The letters of words of one character that are particles. */
static void mark_particle (jilu_vocabulary *v, const jilu_trie_key *key,
                           const jilu_word *word) {
  jilu_classes particle = JILU_CLASS_BIT(PARTICLE);
  unsigned width;
  uint32_t c = jilu_utf8_next((const unsigned char *)key->utf8, &width);
  if ((word->classes & particle) != 0 && width == key->size)
    v->particles[jilu_trie_code(&v->trie, c)] =
        v->senses[word->sense].code[0];   /* of all senses, the lowest class */
}

/* Which classes a word may have that begins, or ends, with a character. */
static jilu_status mark_edges (jilu_vocabulary *v,
                               const jilu_trie_key *keys) {
  size_t i;
  v->starts = calloc(JILU_TRIE_CODE_MAX + 1, sizeof *v->starts);
  v->ends = calloc(JILU_TRIE_CODE_MAX + 1, sizeof *v->ends);
  v->reaches = calloc(JILU_TRIE_CODE_MAX + 1, sizeof *v->reaches);
  v->particles = calloc(JILU_TRIE_CODE_MAX + 1, 1);
  v->begins = calloc(JILU_TRIE_CODE_MAX + 1, sizeof *v->begins);
  if (v->starts == NULL || v->ends == NULL || v->reaches == NULL ||
      v->particles == NULL || v->begins == NULL)
    return JILU_NO_MEMORY;
  for (i = 0; i < v->word_count; i++) {
    unsigned width;
    uint32_t c = jilu_utf8_next((const unsigned char *)keys[i].utf8, &width);
    v->starts[jilu_trie_code(&v->trie, c)] |= v->words[i + 1].classes;
    c = jilu_key_character(&keys[i], keys[i].size);
    c = jilu_trie_code(&v->trie, c);
    v->ends[c] |= v->words[i + 1].classes;
    if (v->reaches[c] < code_points(&keys[i]))
      v->reaches[c] = code_points(&keys[i]);
    mark_particle(v, &keys[i], &v->words[i + 1]);
  }
  for (i = 0; i <= JILU_TRIE_CODE_MAX; i++)
    v->begins[i] = (uint8_t)jilu_begins(v->starts[i]);
  return JILU_OK;
}

/* --- by node --------------------------------------------------------------- */

/* The bytes of the characters in the keys, by their codes. */
static void list_sizes (const jilu_vocabulary *v, const jilu_trie_key *keys,
                        uint8_t *sizes) {
  size_t i, at;
  for (i = 0; i < v->word_count; i++) {
    const unsigned char *s = (const unsigned char *)keys[i].utf8;
    unsigned width;
    for (at = 0; at < keys[i].size; at += width) {
      uint32_t c = jilu_utf8_next(s + at, &width);
      sizes[jilu_trie_code(&v->trie, c)] = (uint8_t)width;
    }
  }
}

static jilu_node node_of (const jilu_vocabulary *v, uint64_t unit,
                          uint32_t size) {
  uint32_t base = (uint32_t)(unit >> JILU_TRIE_BASE_SHIFT) &
                  JILU_TRIE_BASE_MASK;
  uint32_t word = (uint32_t)unit & JILU_TRIE_VALUE_MAX;
  jilu_node node = {base | size << JILU_NODE_SIZE, word, v->tokens[word]};
  return node;
}

static jilu_status list_nodes (jilu_vocabulary *v,
                               const jilu_trie_key *keys) {
  size_t i, count = (size_t)v->trie.unit_mask + 1;
  uint8_t *sizes = calloc(JILU_TRIE_NO_CODE + 1, sizeof *sizes);
  v->nodes = malloc(count * sizeof *v->nodes);
  v->edges = malloc(count * sizeof *v->edges);
  if (sizes == NULL || v->nodes == NULL || v->edges == NULL) {
    free(sizes);
    return JILU_NO_MEMORY;
  }
  list_sizes(v, keys, sizes);
  for (i = 0; i < count; i++) {
    uint64_t unit = v->trie.units[i];
    v->edges[i] = (uint16_t)(unit >> JILU_TRIE_CODE_SHIFT);
    v->nodes[i] = node_of(v, unit, sizes[v->edges[i]]);
  }
  v->edges[JILU_TRIE_ROOT] = JILU_TRIE_NO_CODE;
  free(sizes);
  return JILU_OK;
}

/* --- by character ---------------------------------------------------------- */

/* ASCII that a fact may begin with; most of it begins nothing. */
static bool may_begin (uint32_t c) {
  return jilu_is_digit(c) || jilu_is_letter(c) || c == '-' || c == '$' ||
         c == '[' || c == '(';
}

uint16_t jilu_character (const jilu_vocabulary *v, uint32_t c) {
  uint32_t code = jilu_trie_code(&v->trie, c);
  bool begins = c < 0x80 ? may_begin(c)
                         : c == 0x300A ||   /* the mark of a work */
                           (v->begins[code] & JILU_MAY_FACT) != 0;
  return (uint16_t)(code | (uint32_t)begins << JILU_CHARACTER_BEGINS);
}

static jilu_status list_characters (jilu_vocabulary *v) {
  uint32_t c, count = JILU_CHARACTER_LAST - JILU_CHARACTER_FIRST + 1;
  v->characters = malloc(count * sizeof *v->characters);
  if (v->characters == NULL) return JILU_NO_MEMORY;
  for (c = 0; c < count; c++)
    v->characters[c] = jilu_character(v, JILU_CHARACTER_FIRST + c);
  for (c = 0; c < 0x80; c++) v->ascii[c] = jilu_character(v, c);
  return JILU_OK;
}

/* --- all of them ----------------------------------------------------------- */

jilu_status jilu_vocabulary_index (jilu_vocabulary *v,
                                   const jilu_trie_key *keys) {
  jilu_status status = describe_tokens(v, keys);
  if (status == JILU_OK) status = mark_openers(v);
  if (status == JILU_OK) status = mark_edges(v, keys);
  if (status == JILU_OK) status = list_nodes(v, keys);
  return status == JILU_OK ? list_characters(v) : status;
}

void jilu_vocabulary_index_free (jilu_vocabulary *v) {
  free(v->tokens);
  free(v->openers);
  free(v->starts);
  free(v->ends);
  free(v->reaches);
  free(v->particles);
  free(v->begins);
  free(v->nodes);
  free(v->edges);
  free(v->characters);
}
