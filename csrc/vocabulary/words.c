#include "vocabulary/words.h"

#include <stdlib.h>
#include <string.h>

#include "jilu.h"

#define TAGS 256           /* met last; a power of two, a lexicon has few */

typedef struct tag_reading {
  const char *tag;
  uint8_t is, kind;
  bool closed;
} tag_reading;

/* What was cut of the text, and the lexicon's walk through the rest. */
struct jilu_cut {
  jilu_words *words;       /* NULL: all is cut */
  jilu_text_word *list;
  size_t count, room;
  size_t last;             /* the word that was asked for last */
  size_t at;               /* behind what was cut */
  size_t clause;           /* how many lie before the clause it stands in */
  bool failed;             /* memory is out */
  tag_reading tags[TAGS];
};

/* --- tags, which are those of the word lists (ICTCLAS) ------------------- */

static jilu_part_of_speech read_tag (const char *tag) {
  static const struct {
    const char *tag;
    jilu_part_of_speech is;
  } longer[] = {
    {"ng", JILU_POS_MORPHEME}, {"vg", JILU_POS_MORPHEME},
    {"ag", JILU_POS_MORPHEME}, {"g", JILU_POS_MORPHEME},
    {"zg", JILU_POS_MORPHEME}, {"tg", JILU_POS_MORPHEME},
    {"nr", JILU_POS_PERSON}, {"nrt", JILU_POS_PERSON},
    {"nrfg", JILU_POS_PERSON}, {"ns", JILU_POS_PLACE},
    {"nt", JILU_POS_BODY}, {"nz", JILU_POS_PROPER},
    {"vn", JILU_POS_VERBAL}, {"an", JILU_POS_VERBAL},
    {"ad", JILU_POS_ADVERB}, {"vd", JILU_POS_ADVERB},
    {"uj", JILU_POS_OF}, {"eng", JILU_POS_LATIN}
  };
  size_t i;
  for (i = 0; i < sizeof longer / sizeof *longer; i++)
    if (strcmp(longer[i].tag, tag) == 0) return longer[i].is;
  switch (tag[0]) {
    case 'n': return JILU_POS_NOUN;
    case 'v': return JILU_POS_VERB;
    case 'a': case 'b': case 'z': return JILU_POS_QUALITY;
    case 'd': return JILU_POS_ADVERB;
    case 'p': return JILU_POS_PREPOSITION;
    case 'c': return JILU_POS_CONJUNCTION;
    case 'u': case 'y': case 'e': return JILU_POS_PARTICLE;
    case 'm': return JILU_POS_NUMBER;
    case 'q': return JILU_POS_UNIT;
    case 'r': return JILU_POS_PRONOUN;
    case 't': return JILU_POS_TIME;
    case 'f': case 's': return JILU_POS_SIDE;
    case 'j': return JILU_POS_SHORT;
    case 'i': case 'l': return JILU_POS_IDIOM;
    case 'w': return JILU_POS_MARK;
    default: return JILU_POS_OTHER;
  }
}

static jilu_word_kind kind_of (const char *tag) {
  static const struct {
    const char *tag;
    jilu_word_kind kind;
  } kinds[] = {
    {"v", JILU_WORD_VERB}, {"vg", JILU_WORD_VERB},
    {"vn", JILU_WORD_VERBAL}, {"a", JILU_WORD_QUALITY},
    {"d", JILU_WORD_ADVERB}, {"ad", JILU_WORD_ADVERB},
    {"vd", JILU_WORD_ADVERB}, {"p", JILU_WORD_ADVERB},
    {"t", JILU_WORD_ADVERB}, {"nr", JILU_WORD_PERSON},
    {"ns", JILU_WORD_PLACE}, {"nt", JILU_WORD_BODY}
  };
  size_t i;
  for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp(kinds[i].tag, tag) == 0) return kinds[i].kind;
  return JILU_WORD_OTHER;
}

/* A tag has one address in a lexicon, that are even steps apart. */
static const tag_reading *look_up (struct jilu_cut *c, const char *tag) {
  size_t k = (uint64_t)(uintptr_t)tag * 0x9E3779B97F4A7C15u >> 32 & (TAGS - 1);
  tag_reading *t = &c->tags[k];
  if (t->tag == tag) return t;
  t->tag = tag;
  t->is = (uint8_t)read_tag(tag);
  t->kind = (uint8_t)kind_of(tag);
  t->closed = *tag != '\0' && strchr("curfmqyeoil", *tag) != NULL;
  return t;
}

/* --- cutting ------------------------------------------------------------- */

static struct jilu_cut *new_cut (const jilu_reader *r) {
  struct jilu_cut *c = calloc(1, sizeof *c);
  if (c != NULL &&
      jilu_words_new(r->lexicon, (const char *)r->text, r->size,
                     JILU_WORDS_TAGS, &c->words) != JILU_OK) {
    free(c);
    return NULL;
  }
  return c;
}

/* Room for a word and three empty ones. */
static bool make_room (struct jilu_cut *c) {
  jilu_text_word *list;
  size_t room;
  if (c->count + 4 <= c->room) return true;
  room = c->room ? 2 * c->room : 1024;
  list = realloc(c->list, room * sizeof *list);
  if (list == NULL) return false;
  c->list = list;
  c->room = room;
  return true;
}

static void add (struct jilu_cut *c, size_t begin, size_t end, uint8_t tag) {
  jilu_text_word *w = &c->list[c->count++];
  w->begin = (uint32_t)begin;
  w->end = (uint32_t)end;
  w->tag = tag;
  w->kind = JILU_WORD_OTHER;
  w->closed = false;
}

/* What ends a clause, and begins the next. */
static void add_border (struct jilu_cut *c, size_t at, uint8_t tag) {
  add(c, at, at, tag);
  c->clause = c->count;
}

/* The next word; false behind the last, or where memory is out. */
static bool add_next (struct jilu_cut *c, const jilu_reader *r) {
  const tag_reading *t;
  jilu_token token;
  bool more = make_room(c);
  if (c->count == 0 && more) add_border(c, 0, JILU_POS_BREAK);
  if (!more || !jilu_words_next(c->words, &token)) {
    if (more) add_border(c, r->size, JILU_POS_BREAK);
    else c->failed = true;
    jilu_words_free(c->words);
    c->words = NULL;
    c->at = r->size;
    return false;
  }
  if (token.begin > c->at &&
      memchr(r->text + c->at, '\n', token.begin - c->at) != NULL)
    add_border(c, token.begin, JILU_POS_BREAK);
  c->at = token.end;
  t = look_up(c, token.tag);
  if (t->is == JILU_POS_MARK) {
    unsigned width;
    bool ends = jilu_ends_clause(jilu_peek(r, token.begin, &width));
    if (ends) add_border(c, token.begin, JILU_POS_MARK);
    add(c, token.begin, token.end, t->is);
    if (ends) add_border(c, token.end, JILU_POS_MARK);
    return true;
  }
  add(c, token.begin, token.end, t->is);
  c->list[c->count - 1].kind = t->kind;
  c->list[c->count - 1].closed = t->closed;
  return true;
}

/* Cuts up to the border of a clause at 'end' or behind. */
static struct jilu_cut *cut_until (const jilu_reader *r, size_t end) {
  struct jilu_cut *c = r->reading->cut;
  if (r->lexicon == NULL) return NULL;
  if (c == NULL && (c = r->reading->cut = new_cut(r)) == NULL) return NULL;
  while (c->words != NULL &&
         (c->clause == 0 || c->list[c->clause - 1].begin < end))
    if (!add_next(c, r)) break;
  return c->failed ? NULL : c;
}

const jilu_text_word *jilu_words_until (const jilu_reader *r, size_t end,
                                        size_t *count) {
  const struct jilu_cut *c = cut_until(r, end);
  *count = c != NULL ? c->count : 0;
  return c != NULL ? c->list : NULL;
}

/* The first word that ends behind 'at', from one that does not on. */
static size_t find_from (const struct jilu_cut *c, size_t low, size_t at) {
  size_t step = 1, high;
  while (low + step < c->count && c->list[low + step].end <= at) {
    low += step;
    step *= 2;
  }
  high = low + step < c->count ? low + step : c->count;
  for (low++; low < high;) {
    size_t middle = (low + high) / 2;
    if (c->list[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const jilu_text_word *jilu_word_around (const jilu_reader *r, size_t at) {
  struct jilu_cut *c;
  size_t k;
  if (r->lexicon == NULL || at >= r->size) return NULL;
  c = cut_until(r, at + 1);
  if (c == NULL) return NULL;
  /* the first is empty, and ends at 0 */
  k = c->list[c->last].end <= at ? c->last : 0;
  k = find_from(c, k, at);
  if (k >= c->count || c->list[k].begin > at) return NULL;
  c->last = k;
  return &c->list[k];
}

void jilu_cut_free (struct jilu_cut *c) {
  if (c == NULL) return;
  jilu_words_free(c->words);
  free(c->list);
  free(c);
}
