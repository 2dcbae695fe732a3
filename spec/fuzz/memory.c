/*
** The core under clang's MemorySanitizer and UBSan, without Lua, whose
** interpreter is not built with them: views, segments, facts of the texts that
** spec/fuzz/texts.lua prints, and the words of a lexicon where argv[1] names
** one. Prints how many texts and facts there were.
*/

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/fact.h"
#include "jilu.h"
#include "vocabulary/vocabulary.h"

static size_t texts, facts_found, words_found;
static jilu_lexicon *lexicon;

static void need (bool ok, const char *what) {
  if (ok) return;
  fprintf(stderr, "memory: %s\n", what);
  exit(2);
}

/* 'size' bytes of the input, terminated; NULL for a negative size. */
static char *take (long size) {
  char *s;
  if (size < 0) return NULL;
  s = malloc((size_t)size + 1);
  need(s != NULL && fread(s, 1, (size_t)size, stdin) == (size_t)size, "input");
  s[size] = '\0';
  return s;
}

static jilu_class class_of (const char *name) {
  static const char *const names[] = {
#define CLASS_NAME(name, lua) lua,
    JILU_CLASSES(CLASS_NAME)
#undef CLASS_NAME
  };
  int i;
  for (i = 0; i < JILU_CLASS_COUNT; i++)
    if (strcmp(names[i], name) == 0) return (jilu_class)i;
  need(false, name);
  return (jilu_class)0;
}

static void take_sense (jilu_sense_source *out) {
  char name[64];
  int user;
  long word, text, code;
  need(scanf("%63s %lf %d %ld %ld %ld", name, &out->value, &user, &word, &text,
             &code) == 6 && getchar() == '\n', "sense");
  out->class_ = class_of(name);
  out->user = user != 0;
  out->word = take(word);
  out->size = (size_t)word;
  out->text = take(text);
  out->code = take(code);
}

static void check_segments (const char *text, size_t size) {
  int unit;
  for (unit = JILU_GRAPHEME; unit <= JILU_WORD_HAN; unit++) {
    size_t count;
    need(jilu_segment_count((jilu_unit)unit, text, size, &count) == JILU_OK,
         "segments");
  }
}

static void check_words (const char *text, size_t size) {
  unsigned flags;
  for (flags = 0; lexicon != NULL && flags < 16; flags += 5) {
    jilu_words *w;
    jilu_token token;
    need(jilu_words_new(lexicon, text, size, flags, &w) == JILU_OK, "words");
    while (jilu_words_next(w, &token)) words_found += strlen(token.tag) < 99;
    jilu_words_free(w);
  }
}

static void check_text (const char *text, size_t size,
                        const jilu_vocabulary *vocabulary) {
  jilu_view *v;
  jilu_facts found = {NULL, 0, 0};
  jilu_anchor anchor;
  size_t folded_size, i;
  const char *folded;
  char *norm = malloc(3 * size + 1);
  bool changed;
  memset(&anchor, 0, sizeof anchor);
  anchor.report_year = -1;
  need(norm != NULL && jilu_date_parse("2019-10-15", &anchor.date), "date");
  need(jilu_view_new(text, size, JILU_RESIDUE_AUTO, &v) == JILU_OK, "view");
  folded = jilu_view_text(v, &folded_size);
  (void)jilu_view_norm(v, 0, size, norm, &changed);
  check_segments(text, size);
  check_words(text, size);
  need(jilu_extract((const unsigned char *)folded, folded_size, vocabulary,
                    lexicon, &anchor, &found) == JILU_OK, "facts");
  for (i = 0; i < found.count; i++)
    need(found.items[i].span.end <= folded_size, "a fact outside the text");
  texts++;
  facts_found += found.count;
  jilu_facts_free(&found);
  jilu_view_free(v);
  free(norm);
}

int main (int argc, char **argv) {
  static jilu_sense_source senses[100000];
  size_t count = 0;
  jilu_vocabulary *vocabulary = NULL;
  int spaced = 0;
  char kind;
  if (argc > 1)
    need(jilu_lexicon_open(argv[1], &lexicon) == JILU_OK, "lexicon");
  while (scanf(" %c", &kind) == 1) {
    long size;
    char *text;
    if (kind == 'L') {
      jilu_vocabulary_free(vocabulary);
      vocabulary = NULL;
      count = 0;
      need(scanf("%d", &spaced) == 1, "language");
    }
    else if (kind == 'S') take_sense(&senses[count++]);
    else {
      jilu_writing writing = {spaced != 0, false, '.', ','};
      if (vocabulary == NULL)
        need(jilu_vocabulary_new(senses, count, writing, &vocabulary) ==
             JILU_OK, "vocabulary");
      need(scanf("%ld", &size) == 1 && getchar() == '\n', "text");
      text = take(size);
      check_text(text, (size_t)size, vocabulary);
      free(text);
    }
  }
  jilu_vocabulary_free(vocabulary);
  jilu_lexicon_close(lexicon);
  printf("%zu texts, %zu facts, %zu words\n", texts, facts_found, words_found);
  return texts == 0;
}
