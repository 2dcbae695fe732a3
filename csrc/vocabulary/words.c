#include "vocabulary/words.h"

#include <stdlib.h>
#include <string.h>

#include "jilu.h"

#define REACH 48           /* code points to either side, at most */
#define MOST_WORDS (2 * REACH)

/* The clause that was cut last. */
struct jilu_clause {
  size_t begin, end;
  jilu_words *words;       /* the state of the lexicon's walk, used again */
  jilu_text_word list[MOST_WORDS + 2];
  size_t count;
};

/* Tags are those of the word lists (ICTCLAS): v, vn, d, ad, nr, ns, nt ... */
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

static size_t clause_begin (const jilu_reader *r, size_t at) {
  int n;
  for (n = 0; n < REACH && at > 0; n++) {
    if (jilu_ends_clause(jilu_peek_back(r, at))) break;
    at = jilu_back(r, at);
  }
  return at;
}

static size_t clause_end (const jilu_reader *r, size_t at) {
  unsigned width;
  int n;
  for (n = 0; n < REACH; n++) {
    if (jilu_ends_clause(jilu_peek(r, at, &width))) break;
    at += width;
  }
  return at;
}

static jilu_text_word word (size_t begin, size_t end, const char *tag) {
  jilu_text_word w = {(uint32_t)begin, (uint32_t)end, kind_of(tag),
                      *tag != '\0' && strchr("curfmqyeoil", *tag) != NULL};
  return w;
}

static struct jilu_clause *new_clause (const jilu_reader *r) {
  struct jilu_clause *c = calloc(1, sizeof *c);
  if (c != NULL &&
      jilu_words_new(r->lexicon, "", 0, JILU_WORDS_TAGS, &c->words) !=
      JILU_OK) {
    free(c);
    return NULL;
  }
  return c;
}

/* Cuts the clause around 'at'. */
static void cut (struct jilu_clause *c, const jilu_reader *r, size_t at) {
  jilu_token token;
  size_t n = 0;
  c->begin = clause_begin(r, at);
  c->end = clause_end(r, at);
  c->list[n++] = word(c->begin, c->begin, "");
  if (jilu_words_restart(c->words, (const char *)r->text + c->begin,
                         c->end - c->begin) == JILU_OK)
    while (n <= MOST_WORDS && jilu_words_next(c->words, &token))
      c->list[n++] = word(c->begin + token.begin, c->begin + token.end,
                          token.tag);
  c->list[n] = word(c->end, c->end, "");
  c->count = n;
}

const jilu_text_word *jilu_word_around (const jilu_reader *r, size_t at) {
  struct jilu_clause *c;
  size_t low = 1, high;
  if (r->lexicon == NULL || at >= r->size) return NULL;
  c = r->reading->clause;
  if (c == NULL && (c = r->reading->clause = new_clause(r)) == NULL)
    return NULL;
  if (c->count == 0 || at < c->begin || at >= c->end) cut(c, r, at);
  for (high = c->count; low < high;) {
    size_t middle = (low + high) / 2;
    if (c->list[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low < c->count && c->list[low].begin <= at ? &c->list[low] : NULL;
}

void jilu_clause_free (struct jilu_clause *c) {
  if (c != NULL) jilu_words_free(c->words);
  free(c);
}
