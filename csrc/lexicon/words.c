/*
** The words of a text, one after the other: chunk by chunk through the
** lattice, then what the options want, then back to the original's bytes.
*/

#include <stdlib.h>
#include <string.h>

#include "lexicon/lattice.h"
#include "unicode/utf8.h"
#include "view/fold.h"
#include "view/residue.h"

struct jilu_words {
  const jilu_lexicon *x;
  const char *text;       /* what the lattice reads: the text or its view */
  size_t size, at;
  jilu_view *view;        /* NULL where the text needs none */
  unsigned flags;
  uint32_t before;        /* the word before this chunk */
  uint32_t next;          /* of l.found */
  jilu_found whole;       /* in fine mode: the word whose insides come next */
  uint32_t inner_begin;   /* where the next word inside it may begin, and the */
  uint32_t inner_end;     /* end of the last one that began there */
  jilu_lattice l;
};

/* A view costs time, so there is one only where residue was seen. */
static jilu_status prepare (jilu_words *w) {
  jilu_residues residues;
  jilu_status status = jilu_residue_find(w->text, w->size, &residues);
  if (status != JILU_OK) return status;
  free(residues.items);
  if (residues.count == 0) return JILU_OK;
  status = jilu_view_new(w->text, w->size, JILU_RESIDUE_CUT, &w->view);
  if (status == JILU_OK) w->text = jilu_view_text(w->view, &w->size);
  return status;
}

jilu_status jilu_words_new (const jilu_lexicon *x, const char *text,
                            size_t size, unsigned flags, jilu_words **out) {
  jilu_words *w;
  jilu_status status;
  *out = NULL;
  if (size >= JILU_VIEW_MAX) return JILU_TOO_LARGE;
  w = malloc(sizeof *w);
  if (w == NULL) return JILU_NO_MEMORY;
  memset(w, 0, offsetof(jilu_words, l));
  w->l.found_count = 0;
  w->x = x;
  w->text = text;
  w->size = size;
  w->flags = flags;
  status = prepare(w);
  if (status == JILU_OK) *out = w;
  else jilu_words_free(w);
  return status;
}

void jilu_words_free (jilu_words *w) {
  if (w == NULL) return;
  jilu_view_free(w->view);
  free(w);
}

/* --- tags ---------------------------------------------------------------- */

/* What no source tags goes by its first character. */
static const char *plain_tag (const jilu_words *w, const jilu_found *f) {
  const unsigned char *s = (const unsigned char *)w->text + f->begin;
  unsigned width;
  int ok;
  uint32_t c = jilu_utf8_decode(s, w->size - f->begin, &width, &ok);
  switch (jilu_char_kind_of(jilu_lexicon_char(w->x, c))) {
    case JILU_CHAR_HAN: return "x";
    case JILU_CHAR_LETTER: return "eng";
    case JILU_CHAR_DIGIT: return "m";
    default: return "w";
  }
}

static const char *tag_of (const jilu_words *w, const jilu_found *f) {
  const jilu_lexicon *x = w->x;
  const char *tag;
  if (f->word >= x->header.word_count) {
    uint32_t k = f->word - x->header.word_count;
    return k < x->user.count ? x->user.list[k].tag : "";
  }
  tag = jilu_lexicon_tag(x, jilu_word_tag(jilu_lexicon_word(x, f->word)));
  return tag[0] != '\0' ? tag : plain_tag(w, f);
}

/* --- options ------------------------------------------------------------- */

static uint32_t decode (const jilu_words *w, uint32_t at, uint32_t *cell) {
  unsigned width;
  int ok;
  uint32_t c = jilu_utf8_decode((const unsigned char *)w->text + at,
                                w->size - at, &width, &ok);
  *cell = jilu_lexicon_char(w->x, c);
  return width;
}

/* Is the word a number by itself: 240, 三百, 4.7万? */
static bool is_number (const jilu_words *w, const jilu_found *f) {
  uint32_t cell;
  if (f->word == w->x->header.classes[JILU_CLASS_NUMBER] && f->word != 0)
    return true;
  if (strcmp(tag_of(w, f), "m") != 0) return false;
  decode(w, f->begin, &cell);
  return jilu_char_kind_of(cell) == JILU_CHAR_DIGIT ||
         (cell & JILU_CHAR_NUMERAL) != 0;
}

/* Behind what may stand between a number and its unit: 余 多 来 几. */
static uint32_t behind_rest (const jilu_words *w, uint32_t at) {
  unsigned width;
  int ok;
  uint32_t c;
  if (at >= w->size) return at;
  c = jilu_fold(jilu_utf8_decode((const unsigned char *)w->text + at,
                                 w->size - at, &width, &ok));
  if (c != 0x4F59 && c != 0x591A && c != 0x6765 && c != 0x51E0) return at;
  return at + width;
}

/* Where the longest unit at 'at' ends that ends with one of the words behind
** 'k'; 'at' where there is none. '*last' gets that word. */
static uint32_t unit_end (const jilu_words *w, uint32_t at, uint32_t k,
                          uint32_t *last) {
  const jilu_trie *units = &w->x->units;
  uint32_t node = JILU_TRIE_ROOT, best = at, i = at;
  while (i < w->size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode((const unsigned char *)w->text + i,
                                  w->size - i, &width, &ok);
    uint32_t code = jilu_trie_code(units, jilu_fold(c));
    if (code == 0) break;
    node = jilu_trie_step(units, node, code);
    if (node == 0) break;
    i += width;
    while (k < w->l.found_count && w->l.found[k].end < i) k++;
    if (k >= w->l.found_count) break;
    if (w->l.found[k].end != i || jilu_trie_value(units, node) == 0) continue;
    best = i;
    *last = k;
  }
  return best;
}

/* Makes one word of each number and the unit behind it. */
static void join_units (jilu_words *w) {
  jilu_lattice *l = &w->l;
  uint32_t i = 0, n = 0;
  while (i < l->found_count) {
    jilu_found f = l->found[i];
    uint32_t last = i, at, end;
    if (is_number(w, &f)) {
      at = behind_rest(w, f.end);
      end = unit_end(w, at, i + 1, &last);
      if (end > at) {
        f.end = end;
        f.word = w->x->header.classes[JILU_CLASS_NUMBER];
      }
    }
    l->found[n++] = f;
    i = last + 1;
  }
  l->found_count = n;
}

/* Words of Han characters, longer than two, have others inside. */
static void look_inside (jilu_words *w, const jilu_found *f) {
  uint32_t cell, i = f->begin, n;
  for (n = 0; i < f->end && n < 3; n++) {
    i += decode(w, i, &cell);
    if (jilu_char_kind_of(cell) != JILU_CHAR_HAN) return;
  }
  if (n < 3) return;
  w->whole = *f;
  w->inner_begin = w->inner_end = f->begin;
}

/* The shortest word from 'inner_begin' that ends behind 'inner_end'; of two
** characters at least, and not the whole; 0 where there is none. */
static uint32_t word_inside (const jilu_words *w, uint32_t *end) {
  const jilu_trie *trie = &w->x->trie;
  uint32_t node = JILU_TRIE_ROOT, i = w->inner_begin, n, cell;
  uint32_t limit = w->inner_begin == w->whole.begin ? w->whole.end - 1
                                                    : w->whole.end;
  for (n = 1; i < w->whole.end; n++) {
    i += decode(w, i, &cell);
    if (jilu_char_code(cell) == 0 || i > limit) return 0;
    node = jilu_trie_step(trie, node, jilu_char_code(cell));
    if (node == 0) return 0;
    *end = i;
    if (n >= 2 && i > w->inner_end && jilu_trie_value(trie, node) != 0)
      return jilu_trie_value(trie, node);
  }
  return 0;
}

/* --- chunk by chunk ------------------------------------------------------ */

static void find (jilu_words *w) {
  if (w->flags & JILU_WORDS_FAST) jilu_lattice_fast(w->x, &w->l, &w->at);
  else jilu_lattice_accurate(w->x, &w->l, w->before, &w->at);
  w->next = 0;
  w->before = w->l.found[w->l.found_count - 1].word;
}

/* Fills l.found with the words of the next chunk; false behind the last. */
static bool refill (jilu_words *w) {
  const jilu_chunk *c = &w->l.chunk;
  size_t from = w->at;
  w->l.found_count = w->next = 0;
  if (w->at >= w->size) return false;
  jilu_chunk_read(w->x, w->text, w->size, w->at, &w->l.chunk);
  if (c->count == 0) {
    w->at = c->next;
    return false;
  }
  if (from == 0 || c->offsets[0] > from)
    w->before = w->x->header.classes[JILU_CLASS_BEGIN];
  jilu_chunk_open_words(w->x, &w->l.chunk);
  find(w);
  if (w->flags & JILU_WORDS_UNITS) join_units(w);
  return true;
}

/* --- one by one ---------------------------------------------------------- */

static void give (const jilu_words *w, const jilu_found *f, jilu_token *out) {
  out->begin = f->begin;
  out->end = f->end;
  out->tag = tag_of(w, f);
  if (w->view == NULL) return;
  out->begin = jilu_view_original(w->view, f->begin);
  out->end = jilu_view_original(w->view, f->end);
}

static bool next_inside (jilu_words *w, jilu_token *out) {
  while (w->inner_begin < w->whole.end) {
    uint32_t cell;
    jilu_found f = {w->inner_begin, 0, 0};
    f.word = word_inside(w, &f.end);
    if (f.word != 0) {
      w->inner_end = f.end;
      give(w, &f, out);
      return true;
    }
    w->inner_begin += decode(w, w->inner_begin, &cell);
    w->inner_end = w->inner_begin;
  }
  return false;
}

bool jilu_words_next (jilu_words *w, jilu_token *out) {
  const jilu_found *f;
  if (next_inside(w, out)) return true;
  if (w->next >= w->l.found_count && !refill(w)) return false;
  f = &w->l.found[w->next++];
  give(w, f, out);
  if (w->flags & JILU_WORDS_FINE) look_inside(w, f);
  return true;
}
