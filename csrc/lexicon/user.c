/* A lexicon over another, with words of the user's. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/lattice.h"
#include "view/fold.h"
#include "unicode/utf8.h"

/*
** A word without a count costs this much less than the cheapest way to write
** it with other words: what pairs with its neighbours would have saved.
*/
#define DEFAULT_EASE 48

/* A word that is to win always is cheaper than anything a chunk can cost; a
** chunk full of them stays within 32 bits. */
#define ALWAYS (-250000)

static bool is_word (const jilu_lexicon *x, const jilu_user_word *u) {
  const unsigned char *s = (const unsigned char *)u->utf8;
  size_t i = 0, n = 0;
  if (u->size == 0 || jilu_validate(u->utf8, u->size) != u->size) return false;
  while (i < u->size) {
    unsigned width;
    uint32_t c = jilu_utf8_next(s + i, &width);
    if (jilu_char_kind_of(jilu_lexicon_char(x, c)) == JILU_CHAR_SPACE)
      return false;
    i += width;
    n++;
  }
  return n <= JILU_LEXICON_WORD_MAX && u->count >= 0 &&
         (u->tag == NULL || strlen(u->tag) <= JILU_LEXICON_TAG_MAX);
}

/* What the text of the word costs as the lexicon writes it. */
static int32_t other_cost (const jilu_lexicon *x, jilu_lattice *l,
                           const jilu_user_word *u) {
  jilu_chunk_text text = {u->utf8, u->size, NULL, 0};
  int32_t sum = 0;
  size_t at = 0;
  while (at < u->size) {
    jilu_chunk_read(x, &text, at, &l->chunk);
    if (l->chunk.count == 0) break;
    jilu_chunk_unknown_words(x, &l->chunk);
    jilu_lattice_accurate(x, l, 0, &at);
    sum += l->cost;
  }
  return sum - (int32_t)x->header.step_cost;
}

static int32_t cost_of (const jilu_lexicon *x, jilu_lattice *l,
                        const jilu_user_word *u) {
  double cost;
  if (u->count == 0) return other_cost(x, l, u) - DEFAULT_EASE;
  if (isinf(u->count)) return ALWAYS;
  cost = -log(u->count / x->header.total) * JILU_LEXICON_UNIT;
  if (cost > JILU_LEXICON_COST_MAX) return (int32_t)JILU_LEXICON_COST_MAX;
  return cost < 1 ? 1 : (int32_t)cost;
}

static jilu_status copy_word (const char *text, size_t size, int32_t cost,
                              const char *tag, user_words *to) {
  user_word *w = &to->list[to->count];
  w->text = malloc(size);
  if (w->text == NULL) return JILU_NO_MEMORY;
  memcpy(w->text, text, size);
  w->size = size;
  w->cost = cost;
  memset(w->tag, 0, sizeof w->tag);
  if (tag != NULL) strncpy(w->tag, tag, JILU_LEXICON_TAG_MAX);
  to->count++;
  return JILU_OK;
}

/* The words of both lexicons, the new ones last, so that they win. */
static jilu_status copy_words (const jilu_lexicon *x, jilu_lattice *l,
                               const jilu_user_word *words, size_t count,
                               user_words *to, size_t *bad) {
  size_t i;
  jilu_status status = JILU_OK;
  for (i = 0; i < x->user.count && status == JILU_OK; i++) {
    const user_word *w = &x->user.list[i];
    status = copy_word(w->text, w->size, w->cost, w->tag, to);
  }
  for (i = 0; i < count && status == JILU_OK; i++) {
    *bad = i;
    if (!is_word(x, &words[i])) return JILU_BAD_VALUE;
    status = copy_word(words[i].utf8, words[i].size,
                       cost_of(x, l, &words[i]), words[i].tag, to);
  }
  return status;
}

/* The folded twin of a word into 'out'; returns its size. */
static size_t fold_word (const user_word *w, char *out) {
  size_t i = 0, n = 0;
  while (i < w->size) {
    unsigned width;
    const unsigned char *s = (const unsigned char *)w->text + i;
    n += jilu_utf8_encode(jilu_fold(jilu_utf8_next(s, &width)), out + n);
    i += width;
  }
  return n;
}

static jilu_status index_words (user_words *u) {
  jilu_trie_key *keys = malloc((u->count + 1) * sizeof *keys);
  char *pool = malloc((size_t)u->count * 4 * JILU_LEXICON_WORD_MAX + 1);
  size_t at = 0, size;
  uint32_t i;
  jilu_status status = JILU_NO_MEMORY;
  if (keys != NULL && pool != NULL) {
    for (i = 0; i < u->count; i++) {
      keys[i].utf8 = pool + at;
      keys[i].size = fold_word(&u->list[i], pool + at);
      keys[i].value = i + 1;
      at += keys[i].size;
    }
    status = jilu_trie_build(keys, u->count, &u->image, &size, NULL);
    if (status == JILU_OK) jilu_trie_open(u->image, size, &u->trie, NULL);
  }
  free(keys);
  free(pool);
  return status;
}

/*
** A lexicon that reads the same file, without words of its own yet. All is
** copied but the count of users, which other threads may change meanwhile.
*/
static jilu_lexicon *layer_over (jilu_lexicon *x) {
  const size_t shared = offsetof(jilu_lexicon, file);
  jilu_lexicon *layer = malloc(sizeof *layer);
  jilu_lexicon *base = x->base != NULL ? x->base : x;
  if (layer == NULL) return NULL;
  memcpy((char *)layer + shared, (const char *)x + shared,
         sizeof *layer - shared);
  atomic_init(&layer->users, 1);
  memset(&layer->user, 0, sizeof layer->user);
  memset(&layer->file, 0, sizeof layer->file);
  layer->copy = NULL;
  layer->base = jilu_lexicon_keep(base);
  return layer;
}

jilu_status jilu_lexicon_with (jilu_lexicon *x, const jilu_user_word *words,
                               size_t count, jilu_lexicon **out, size_t *bad) {
  size_t none, room = count + x->user.count;
  jilu_lexicon *layer;
  jilu_lattice *l;
  jilu_status status = JILU_NO_MEMORY;
  *out = NULL;
  if (bad == NULL) bad = &none;
  if (room > JILU_USER_WORDS) return JILU_TOO_LARGE;
  layer = layer_over(x);
  if (layer == NULL) return JILU_NO_MEMORY;
  l = malloc(sizeof *l);
  layer->user.list = calloc(room + 1, sizeof *layer->user.list);
  if (l != NULL) memset(l->words, 0, sizeof l->words);
  if (l != NULL && layer->user.list != NULL)
    status = copy_words(x, l, words, count, &layer->user, bad);
  if (status == JILU_OK) status = index_words(&layer->user);
  free(l);
  if (status == JILU_OK) *out = layer;
  else jilu_lexicon_close(layer);
  return status;
}
