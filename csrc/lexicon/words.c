/*
** The words of a text, one after the other: chunk by chunk through the
** lattice, then what the options want, then back to the original's bytes.
*/

#include <stdlib.h>
#include <string.h>

#include "lexicon/lattice.h"
#include "view/residue.h"
#include "unicode/utf8.h"

struct jilu_words {
  const jilu_lexicon *x;
  const char *text;       /* what the lattice reads: the text or its view */
  size_t size, at;
  jilu_view *view;        /* NULL where the text needs none */
  unsigned flags;
  uint32_t before;        /* the word before this chunk */
  uint32_t next;          /* of l.found */
  uint32_t inner, inner_end;  /* in fine mode: where to look inside a word */
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
  return true;
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

/* --- one by one ---------------------------------------------------------- */

static void give (const jilu_words *w, const jilu_found *f, jilu_token *out) {
  out->begin = f->begin;
  out->end = f->end;
  out->tag = tag_of(w, f);
  if (w->view == NULL) return;
  out->begin = jilu_view_original(w->view, f->begin);
  out->end = jilu_view_original(w->view, f->end);
}

bool jilu_words_next (jilu_words *w, jilu_token *out) {
  if (w->next >= w->l.found_count && !refill(w)) return false;
  give(w, &w->l.found[w->next++], out);
  return true;
}
