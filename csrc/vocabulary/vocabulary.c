#include "vocabulary/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "vocabulary/letters.h"
#include "vocabulary/index.h"
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

/*
** With spaces, a prefix that ends inside a word is no other reading. From the
** last word on, as the prefixes of those before it are still all of them. The
** sizes are those of the keys, as a key may still be longer than words can be.
*/
static void drop_inner_prefixes (jilu_vocabulary *v,
                                 const jilu_trie_key *keys) {
  size_t i;
  for (i = v->word_count; i > 0; i--) {
    const jilu_trie_key *key = &keys[i - 1];
    uint32_t p = v->words[i].prefix;
    unsigned width;
    while (p != 0 &&
           jilu_in_one_word(jilu_key_character(key, keys[p - 1].size),
                            jilu_utf8_next((const unsigned char *)key->utf8 +
                                           keys[p - 1].size, &width)))
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
  v->sense_count = sense;
  v->string_size = (size_t)(at - v->strings);
  if (v->writing.spaced) drop_inner_prefixes(v, keys);
}

static jilu_status compile (jilu_vocabulary *v, const order *list,
                            size_t count, jilu_trie_key *keys) {
  size_t size;
  jilu_status status;
  fill(v, list, count, keys);
  status = jilu_trie_build(keys, v->word_count, &v->image, &size, NULL);
  if (status != JILU_OK) return status;
  v->image_size = size;
  status = jilu_trie_open(v->image, size, &v->trie, NULL);
  return status == JILU_OK ? jilu_vocabulary_index(v, keys) : status;
}

jilu_status jilu_vocabulary_new (const jilu_sense_source *sources,
                                 size_t count, jilu_writing writing,
                                 jilu_vocabulary **out) {
  size_t i, n = count ? count : 1;
  jilu_status status = JILU_NO_MEMORY;
  jilu_vocabulary *v = calloc(1, sizeof *v);
  order *list = calloc(n, sizeof *list);
  jilu_trie_key *keys = calloc(n, sizeof *keys);
  *out = NULL;
  if (v != NULL) {
    v->writing = writing;
    v->words = calloc(n + 1, sizeof *v->words);
    v->senses = calloc(n, sizeof *v->senses);
    v->strings = malloc(string_room(sources, count));
  }
  if (v && list && keys && v->words && v->senses && v->strings) {
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
  free(v->senses);
  if (v->stored) {
    free(v->copy);
    jilu_image_file_close(&v->file);
  }
  else {
    jilu_vocabulary_index_free(v);
    free(v->image);
    free(v->words);
    free(v->strings);
    free(v->weights);
  }
  free(v);
}
