#include "facts/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "facts/begin.h"
#include "facts/letters.h"
#include "facts/reader.h"
#include "unicode/utf8.h"

/* Senses are sorted by word, class, then by order, so that the last wins. */
typedef struct order {
  const jilu_sense_source *source;
  size_t index;
} order;

static int same_word (const jilu_sense_source *a, const jilu_sense_source *b) {
  return a->size == b->size && memcmp(a->word, b->word, a->size) == 0;
}

static int by_word (const void *x, const void *y) {
  const order *a = x, *b = y;
  size_t n = a->source->size < b->source->size ? a->source->size
                                               : b->source->size;
  int c = memcmp(a->source->word, b->source->word, n);
  if (c != 0) return c;
  if (a->source->size != b->source->size)
    return a->source->size < b->source->size ? -1 : 1;
  if (a->source->class_ != b->source->class_)
    return a->source->class_ < b->source->class_ ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

static size_t string_room (const jilu_sense_source *s, size_t count) {
  size_t i, room = 1;
  for (i = 0; i < count; i++) {
    if (s[i].text != NULL) room += strlen(s[i].text) + 1;
    if (s[i].code != NULL) room += strlen(s[i].code) + 1;
  }
  return room;
}

static const char *keep (char **at, const char *empty, const char *s) {
  char *here = *at;
  if (s == NULL || *s == '\0') return empty;
  memcpy(here, s, strlen(s) + 1);
  *at += strlen(s) + 1;
  return here;
}

static uint32_t flags_of (const char *code) {
  uint32_t flags = 0;
  for (; *code != '\0'; code++)
    if (*code >= 'a' && *code <= 'z') flags |= 1u << (*code - 'a');
  return flags;
}

/* Finds the prefix of the last word; those before it are sorted. */
static void find_prefix (jilu_vocabulary *v, const jilu_trie_key *keys) {
  uint32_t last = (uint32_t)v->word_count, k = last - 1;
  const jilu_trie_key *key = &keys[last - 1];
  while (k != 0 && (keys[k - 1].size >= key->size ||
                    memcmp(keys[k - 1].utf8, key->utf8, keys[k - 1].size) != 0))
    k = v->words[k].prefix;
  v->words[last].prefix = k;
}

/* The character of a key that ends at 'end'. */
static uint32_t character_before (const jilu_trie_key *key, size_t end) {
  unsigned width;
  do end--; while (end > 0 && ((unsigned char)key->utf8[end] & 0xC0) == 0x80);
  return jilu_utf8_next((const unsigned char *)key->utf8 + end, &width);
}

static uint32_t last_character (const jilu_trie_key *key) {
  return character_before(key, key->size);
}

/* A key has at most JILU_TRIE_KEY_MAX. */
static uint8_t code_points (const jilu_trie_key *key) {
  size_t i, n = 0;
  for (i = 0; i < key->size; i++)
    n += ((unsigned char)key->utf8[i] & 0xC0) != 0x80;
  return (uint8_t)n;
}

/*
** With spaces, a prefix that ends inside a word is no other reading. From the
** last word on, as the prefixes of those before it are still all of them.
*/
static void drop_inner_prefixes (jilu_vocabulary *v,
                                 const jilu_trie_key *keys) {
  size_t i;
  for (i = v->word_count; i > 0; i--) {
    const jilu_trie_key *key = &keys[i - 1];
    uint32_t p = v->words[i].prefix;
    unsigned width;
    while (p != 0 &&
           jilu_in_one_word(character_before(key, v->words[p].size),
                            jilu_utf8_next((const unsigned char *)key->utf8 +
                                           v->words[p].size, &width)))
      p = v->words[p].prefix;
    v->words[i].prefix = p;
  }
}

/* Fills words, senses and the keys of the trie out of the sorted list. */
static void fill (jilu_vocabulary *v, const order *list, size_t count,
                  jilu_trie_key *keys) {
  size_t i, sense = 0;
  char *at = v->strings + 1;
  v->strings[0] = '\0';
  for (i = 0; i < count; i++) {
    const jilu_sense_source *s = list[i].source;
    jilu_word *w;
    if (i == 0 || !same_word(s, list[i - 1].source)) {
      jilu_trie_key *key = &keys[v->word_count++];
      w = &v->words[v->word_count];
      w->sense = (uint32_t)sense;
      w->size = (uint16_t)s->size;
      key->utf8 = s->word;
      key->size = s->size;
      key->value = (uint32_t)v->word_count;
      find_prefix(v, keys);
    }
    else {
      w = &v->words[v->word_count];
      if (s->class_ == list[i - 1].source->class_) {
        sense--;
        w->senses--;
      }
    }
    v->senses[sense].class_ = (uint8_t)s->class_;
    v->senses[sense].value = s->value;
    v->senses[sense].text = keep(&at, v->strings, s->text);
    v->senses[sense].code = keep(&at, v->strings, s->code);
    v->senses[sense].flags = flags_of(v->senses[sense].code);
    v->senses[sense].user = s->user;
    w->classes |= (jilu_classes)1 << s->class_;
    w->senses++;
    sense++;
  }
  if (v->spaced) drop_inner_prefixes(v, keys);
}

/* The value of the word's sense in a class; 'none' where it has none. */
static double value_in (const jilu_vocabulary *v, const jilu_word *word,
                        jilu_classes class_, double none) {
  return word->classes & class_ ? jilu_sense_in(v, word, class_)->value : none;
}

/* What each word is to names; a prefix goes before the words it begins. */
static void describe_tokens (jilu_vocabulary *v, const jilu_trie_key *keys) {
  size_t i;
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
        w->classes, value_in(v, w, JILU_CLASS_BIT(NAME_STOP), 0),
        value_in(v, w, JILU_CLASS_BIT(FUNCTION), 0),
        w->size == jilu_utf8_width(*text), text[w->size - 1] < 0x80);
  }
}

/* Which words may begin a fact, by themselves or by a word that begins them. */
static void mark_openers (jilu_vocabulary *v) {
  size_t i;
  for (i = 1; i <= v->word_count; i++) {
    const jilu_word *w = &v->words[i];
    bool opens = (w->classes & ~JILU_INNER) != 0 ||
                 (v->openers[w->prefix / 64] >> w->prefix % 64 & 1);
    v->openers[i / 64] |= (uint64_t)opens << i % 64;
  }
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
    c = jilu_trie_code(&v->trie, last_character(&keys[i]));
    v->ends[c] |= v->words[i + 1].classes;
    if (v->reaches[c] < code_points(&keys[i]))
      v->reaches[c] = code_points(&keys[i]);
    mark_particle(v, &keys[i], &v->words[i + 1]);
  }
  for (i = 0; i <= JILU_TRIE_CODE_MAX; i++)
    v->begins[i] = (uint8_t)jilu_begins(v->starts[i]);
  return JILU_OK;
}

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

static jilu_status compile (jilu_vocabulary *v, const order *list,
                            size_t count, jilu_trie_key *keys) {
  size_t size;
  jilu_status status;
  fill(v, list, count, keys);
  describe_tokens(v, keys);
  mark_openers(v);
  status = jilu_trie_build(keys, v->word_count, &v->image, &size, NULL);
  if (status != JILU_OK) return status;
  status = jilu_trie_open(v->image, size, &v->trie, NULL);
  if (status != JILU_OK) return status;
  status = list_nodes(v, keys);
  if (status == JILU_OK) status = mark_edges(v, keys);
  return status == JILU_OK ? list_characters(v) : status;
}

jilu_status jilu_vocabulary_new (const jilu_sense_source *sources,
                                 size_t count, bool spaced,
                                 jilu_vocabulary **out) {
  size_t i, n = count ? count : 1;
  jilu_status status = JILU_NO_MEMORY;
  jilu_vocabulary *v = calloc(1, sizeof *v);
  order *list = calloc(n, sizeof *list);
  jilu_trie_key *keys = calloc(n, sizeof *keys);
  *out = NULL;
  if (v != NULL) {
    v->spaced = spaced;
    v->words = calloc(n + 1, sizeof *v->words);
    v->tokens = calloc(n + 1, sizeof *v->tokens);
    v->openers = calloc(n / 64 + 1, sizeof *v->openers);
    v->senses = calloc(n, sizeof *v->senses);
    v->strings = malloc(string_room(sources, count));
  }
  if (v && list && keys && v->words && v->tokens && v->openers &&
      v->senses && v->strings) {
    for (i = 0; i < count; i++) {
      list[i].source = &sources[i];
      list[i].index = i;
    }
    qsort(list, count, sizeof *list, by_word);
    status = compile(v, list, count, keys);
  }
  free(list);
  free(keys);
  if (status == JILU_OK) *out = v;
  else jilu_vocabulary_free(v);
  return status;
}

void jilu_vocabulary_free (jilu_vocabulary *v) {
  if (v == NULL) return;
  free(v->image);
  free(v->nodes);
  free(v->edges);
  free(v->words);
  free(v->tokens);
  free(v->openers);
  free(v->senses);
  free(v->starts);
  free(v->particles);
  free(v->ends);
  free(v->reaches);
  free(v->begins);
  free(v->characters);
  free(v->strings);
  free(v);
}
