/*
** The words of all sources become one list, numbered by frequency, so that the
** costs of common words share cache lines.
*/

#include "lexicon/builder.h"

#include <stdlib.h>
#include <string.h>

typedef struct keyed {
  const char *key;
  uint32_t size;
  built_word *word;
} keyed;

static int compare_bytes (const keyed *x, const keyed *y) {
  uint32_t size = x->size < y->size ? x->size : y->size;
  int c = memcmp(x->key, y->key, size);
  if (c != 0) return c;
  return x->size < y->size ? -1 : x->size > y->size;
}

/* Same keys stand together, the earlier source first. */
static int compare_keyed (const void *a, const void *b) {
  const keyed *x = a, *y = b;
  int c = compare_bytes(x, y);
  if (c != 0) return c;
  return x->word < y->word ? -1 : x->word > y->word;
}

static int compare_keyed_count (const void *a, const void *b) {
  const keyed *x = a, *y = b;
  if (x->word->count > y->word->count) return -1;
  if (x->word->count < y->word->count) return 1;
  return compare_bytes(x, y);
}

/* The first source that has tags gives a word its tag: that of its form which
** counts most there, so that 说 is not tagged as 說 is. */
static void merge_tags (built_word *first, const built_word *w) {
  if (w->tag == 0) return;
  if (first->tag != 0 && (first->tag_source != w->source ||
                          first->tag_count >= w->tag_count)) return;
  first->tag = w->tag;
  first->tag_source = w->source;
  first->tag_count = w->tag_count;
}

/* Words of one key become the first; within a source the larger count wins. */
static uint32_t merge (keyed *list, size_t n) {
  uint32_t out = 0;
  size_t i;
  for (i = 0; i < n; i++) {
    built_word *w = list[i].word, *first;
    if (out == 0 || compare_bytes(&list[out - 1], &list[i]) != 0) {
      list[out++] = list[i];
      continue;
    }
    first = list[out - 1].word;
    w->into = first;
    if (w->source == first->source && w->count > first->count)
      first->count = w->count;
    merge_tags(first, w);
  }
  return out;
}

/* The numbers of all words: merged ones have that of the first. */
static void number_words (jilu_lexicon_builder *b, const keyed *list,
                          uint32_t count, built_word **order) {
  size_t i;
  for (i = 0; i < count; i++) {
    order[i] = list[i].word;
    order[i]->id = (uint32_t)i + 1;
  }
  for (i = 0; i < b->word_count; i++)
    if (b->words[i].into != NULL) b->words[i].id = b->words[i].into->id;
}

static void list_words (jilu_lexicon_builder *b, keyed *list) {
  size_t i;
  for (i = 0; i < b->word_count; i++) {
    built_word *w = &b->words[i];
    list[i].key = b->pool + w->key;
    list[i].size = w->key_size;
    list[i].word = w;
    w->into = NULL;
  }
}

jilu_status jilu_builder_merge (jilu_lexicon_builder *b, built_word ***order,
                                uint32_t *count) {
  jilu_status status = JILU_OK;
  keyed *list = malloc((b->word_count + 1) * sizeof *list);
  if (list == NULL) return JILU_NO_MEMORY;
  list_words(b, list);
  qsort(list, b->word_count, sizeof *list, compare_keyed);
  *count = merge(list, b->word_count);
  if (*count >= JILU_LEXICON_WORDS) status = JILU_TOO_LARGE;
  else if ((*order = malloc((*count + 1) * sizeof **order)) == NULL)
    status = JILU_NO_MEMORY;
  else {
    qsort(list, *count, sizeof *list, compare_keyed_count);
    number_words(b, list, *count, *order);
  }
  free(list);
  return status;
}
