/*
** The words of a text, one after the other: chunk by chunk through the
** lattice, then what the options want.
*/

#include <stdlib.h>
#include <string.h>

#include "lexicon/lattice.h"
#include "unicode/utf8.h"
#include "view/fold.h"

struct jilu_words {
  jilu_lexicon *x;        /* counted: it may be closed meanwhile */
  jilu_chunk_text text;
  jilu_residue *residues; /* what 'text' points to, or NULL */
  size_t at;
  unsigned flags;
  uint32_t before;        /* the word before this chunk */
  uint32_t next;          /* of l.found */
  jilu_found whole;       /* in fine mode: the word whose insides come next */
  uint32_t inner_begin;   /* where the next word inside it may begin, and the */
  uint32_t inner_end;     /* end of the last one that began there */
  jilu_lattice l;
};

static jilu_status find_residues (jilu_words *w) {
  jilu_residues found;
  jilu_status status = jilu_residue_find(w->text.bytes, w->text.size, &found);
  if (status != JILU_OK) return status;
  w->text.residues = w->residues = found.items;
  w->text.residue_count = found.count;
  return JILU_OK;
}

static void begin (jilu_words *w, jilu_lexicon *x, unsigned flags) {
  memset(w, 0, offsetof(jilu_words, l));
  w->l.found_count = 0;
  w->x = x;
  w->flags = flags;
  w->before = x->header.classes[JILU_LEXICON_BEGIN];
}

jilu_status jilu_words_new (const jilu_lexicon *x, const char *text,
                            size_t size, unsigned flags, jilu_words **out) {
  jilu_words *w;
  jilu_status status;
  *out = NULL;
  w = malloc(sizeof *w);
  if (w == NULL) return JILU_NO_MEMORY;
  memset(w->l.words, 0, sizeof w->l.words);
  /* to be counted is no change of what it says */
  begin(w, jilu_lexicon_keep((jilu_lexicon *)x), flags);
  status = jilu_words_restart(w, text, size);
  if (status == JILU_OK) *out = w;
  else jilu_words_free(w);
  return status;
}

jilu_status jilu_words_restart (jilu_words *w, const char *text,
                                size_t size) {
  if (size >= JILU_VIEW_MAX) return JILU_TOO_LARGE;
  free(w->residues);
  begin(w, w->x, w->flags);
  w->text.bytes = text;
  w->text.size = size;
  return find_residues(w);
}

void jilu_words_free (jilu_words *w) {
  if (w == NULL) return;
  free(w->residues);
  jilu_lexicon_close(w->x);
  free(w);
}

/* --- tags ---------------------------------------------------------------- */

/* The code point at 'at'; '*next' gets where the one behind it begins. */
static uint32_t decode (const jilu_words *w, uint32_t at, uint32_t *next) {
  const unsigned char *s = (const unsigned char *)w->text.bytes + at;
  unsigned width;
  int ok;
  uint32_t c = jilu_utf8_decode(s, w->text.size - at, &width, &ok);
  *next = at + width;
  if (w->text.residue_count > 0) {
    size_t k = jilu_chunk_residue(&w->text, *next);
    if (k < w->text.residue_count && w->text.residues[k].cut == *next)
      *next = w->text.residues[k].end;
  }
  return c;
}

static uint32_t cell_at (const jilu_words *w, uint32_t at, uint32_t *next) {
  return jilu_lexicon_char(w->x, decode(w, at, next));
}

/* What no source tags goes by its first character. */
static const char *plain_tag (const jilu_words *w, const jilu_found *f) {
  uint32_t next;
  switch (jilu_char_kind_of(cell_at(w, f->begin, &next))) {
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

/* Is the word a number by itself: 240, 三百, 4.7万? */
static bool is_number (const jilu_words *w, const jilu_found *f) {
  uint32_t cell, next;
  if (f->word == w->x->header.classes[JILU_LEXICON_NUMBER] && f->word != 0)
    return true;
  if (strcmp(tag_of(w, f), "m") != 0) return false;
  cell = cell_at(w, f->begin, &next);
  return jilu_char_kind_of(cell) == JILU_CHAR_DIGIT ||
         (cell & JILU_CHAR_NUMERAL) != 0;
}

/* Behind what may stand between a number and its unit: 余 多 来 几. */
static uint32_t behind_rest (const jilu_words *w, uint32_t at) {
  uint32_t c, next;
  if (at >= w->text.size) return at;
  c = jilu_fold(decode(w, at, &next));
  if (c != 0x4F59 && c != 0x591A && c != 0x6765 && c != 0x51E0) return at;
  return next;
}

/* Where the longest unit at 'at' ends that ends with one of the words behind
** 'k'; 'at' where there is none. '*last' gets that word. */
static uint32_t unit_end (const jilu_words *w, uint32_t at, uint32_t k,
                          uint32_t *last) {
  const jilu_trie *units = &w->x->parts;
  uint32_t node = JILU_TRIE_ROOT, best = at, i = at;
  while (i < w->text.size) {
    uint32_t next, c = decode(w, i, &next);
    uint32_t code = jilu_trie_code(units, jilu_fold(c));
    if (code == 0) break;
    node = jilu_trie_step(units, node, code);
    if (node == 0) break;
    i = next;
    while (k < w->l.found_count && w->l.found[k].end < i) k++;
    if (k >= w->l.found_count) break;
    if (w->l.found[k].end != i ||
        (jilu_trie_value(units, node) & JILU_PART_UNIT) == 0) continue;
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
        f.word = w->x->header.classes[JILU_LEXICON_NUMBER];
      }
    }
    l->found[n++] = f;
    i = last + 1;
  }
  l->found_count = n;
}

/* Words longer than two have others inside where two characters are Han. */
static void look_inside (jilu_words *w, const jilu_found *f) {
  uint32_t i = f->begin, n = 0, han = 0;
  while (i < f->end && (n < 3 || han < 2)) {
    han += jilu_char_kind_of(cell_at(w, i, &i)) == JILU_CHAR_HAN;
    n++;
  }
  if (n < 3 || han < 2) return;
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
    cell = cell_at(w, i, &i);
    if (jilu_char_code(cell) == 0 || i > limit) return 0;
    node = jilu_trie_step(trie, node, jilu_char_code(cell));
    if (node == 0) return 0;
    *end = i;
    if (n >= 2 && i > w->inner_end && jilu_trie_value(trie, node) != 0)
      return jilu_value_word(jilu_trie_value(trie, node));
  }
  return 0;
}

/* --- chunk by chunk ------------------------------------------------------ */

static void find (jilu_words *w) {
  if (w->flags & JILU_WORDS_FAST) jilu_lattice_fast(w->x, &w->l, &w->at);
  else jilu_lattice_accurate(w->x, &w->l, w->before, &w->at);
  w->next = 0;
  if (w->l.found_count == 0) {   /* no way through what a file says */
    w->at = w->text.size;
    return;
  }
  w->before = w->l.found[w->l.found_count - 1].word;
  if (w->before == JILU_SPACE_WORD)
    w->before = w->x->header.classes[JILU_LEXICON_BEGIN];
}

/* Fills l.found with the words of the next chunk; false behind the last. */
static bool refill (jilu_words *w) {
  const jilu_chunk *c = &w->l.chunk;
  w->l.found_count = w->next = 0;
  if (w->at >= w->text.size) return false;
  jilu_chunk_read(w->x, &w->text, w->at, &w->l.chunk);
  if (c->count == 0) {
    w->at = c->next;
    return false;
  }
  jilu_chunk_unknown_words(w->x, &w->l.chunk);
  find(w);
  if (w->flags & JILU_WORDS_UNITS) join_units(w);
  return w->l.found_count > 0;
}

/* --- one by one ---------------------------------------------------------- */

static void give (const jilu_words *w, const jilu_found *f, jilu_token *out) {
  out->begin = f->begin;
  out->end = f->end;
  out->tag = w->flags & JILU_WORDS_TAGS ? tag_of(w, f) : "";
}

static bool next_inside (jilu_words *w, jilu_token *out) {
  while (w->inner_begin < w->whole.end) {
    jilu_found f = {w->inner_begin, 0, 0};
    f.word = word_inside(w, &f.end);
    if (f.word != 0) {
      w->inner_end = f.end;
      give(w, &f, out);
      return true;
    }
    decode(w, w->inner_begin, &w->inner_begin);
    w->inner_end = w->inner_begin;
  }
  return false;
}

static bool next_word (jilu_words *w, jilu_token *out) {
  const jilu_found *f;
  if (w->inner_begin < w->whole.end && next_inside(w, out)) return true;
  do {
    if (w->next >= w->l.found_count && !refill(w)) return false;
    f = &w->l.found[w->next++];
  } while (f->word == JILU_SPACE_WORD);
  give(w, f, out);
  if (w->flags & JILU_WORDS_FINE) look_inside(w, f);
  return true;
}

/* Most words are there already, and nothing else is wanted of them. */
bool jilu_words_next (jilu_words *w, jilu_token *out) {
  const jilu_found *f = &w->l.found[w->next];
  if (w->next >= w->l.found_count || f->word == JILU_SPACE_WORD ||
      (w->flags & (JILU_WORDS_FINE | JILU_WORDS_TAGS)) != 0)
    return next_word(w, out);
  w->next++;
  out->begin = f->begin;
  out->end = f->end;
  out->tag = "";
  return true;
}
