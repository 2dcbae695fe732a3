/*
**   lexicon --icu TEXT
** prints ICU's dictionary words of every line, with spaces between them.
**   lexicon LEXICON TEXT NAME
** measures the speed of Chinese words beside that of ICU's and friso's, and
** prints lines as `make bench` wants them: name, our figure, the peer's name,
** the peer's figure, the ratio; MB/s, medians of runs taken in turn. Each
** writes the positions of all words out. ICU's text is UTF-16 before the
** clock starts.
*/

#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#ifdef WITH_FRISO
#include <friso/friso.h>
#include <friso/friso_API.h>
#endif

#include "jilu.h"

#define RUNS 5

typedef struct text {
  char *bytes;
  size_t size;
  UChar *wide;
  int32_t wide_size;
  uint32_t *ends;   /* room for a position a byte */
} text;

static double now (void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void fail (const char *what) {
  fprintf(stderr, "bench lexicon: %s\n", what);
  exit(1);
}

static void read_text (const char *path, text *t) {
  FILE *file = fopen(path, "rb");
  UErrorCode error = U_ZERO_ERROR;
  long size;
  if (file == NULL) fail(path);
  fseek(file, 0, SEEK_END);
  size = ftell(file);
  rewind(file);
  t->size = (size_t)size;
  t->bytes = malloc(t->size + 1);
  t->wide = malloc(sizeof(UChar) * (t->size + 1));
  t->ends = malloc(sizeof *t->ends * (t->size + 1));
  if (t->bytes == NULL || t->wide == NULL || t->ends == NULL) fail("memory");
  if (fread(t->bytes, 1, t->size, file) != t->size) fail(path);
  t->bytes[t->size] = '\0';
  fclose(file);
  u_strFromUTF8Lenient(t->wide, (int32_t)t->size + 1, &t->wide_size,
                       t->bytes, (int32_t)t->size, &error);
  if (U_FAILURE(error)) fail("conversion to UTF-16");
}

/* --- who is measured ----------------------------------------------------- */

static jilu_lexicon *lexicon;
#ifdef WITH_FRISO
static friso_t friso;
static friso_config_t friso_config;
#endif

static size_t run_jilu (text *t, unsigned flags) {
  jilu_words *w;
  jilu_token token;
  size_t n = 0;
  if (jilu_words_new(lexicon, t->bytes, t->size, flags, &w) != JILU_OK)
    fail("memory");
  while (jilu_words_next(w, &token)) t->ends[n++] = (uint32_t)token.end;
  jilu_words_free(w);
  return n;
}

static size_t run_accurate (text *t) {
  return run_jilu(t, JILU_WORDS_ACCURATE);
}

static size_t run_fast (text *t) { return run_jilu(t, JILU_WORDS_FAST); }

static size_t run_icu (text *t) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *b = ubrk_open(UBRK_WORD, "zh", t->wide, t->wide_size,
                                &error);
  size_t n = 0;
  int32_t end;
  if (U_FAILURE(error)) fail("ICU");
  ubrk_first(b);
  while ((end = ubrk_next(b)) != UBRK_DONE) t->ends[n++] = (uint32_t)end;
  ubrk_close(b);
  return n;
}

#ifdef WITH_FRISO
static size_t run_friso (text *t) {
  friso_task_t task = friso_new_task();
  size_t n = 0;
  friso_set_text(task, t->bytes);
  while (friso_config->next_token(friso, friso_config, task) != NULL)
    t->ends[n++] = (uint32_t)task->token->offset;
  friso_free_task(task);
  return n;
}
#endif

/* --- measuring ----------------------------------------------------------- */

typedef struct subject {
  const char *name;
  size_t (*run) (text *t);
  int slow;            /* is it given only the beginning of the text? */
  double times[RUNS];
  double speed;        /* MB/s */
} subject;

static int compare (const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

/* The beginning of a text, up to the end of a line. */
static text beginning (const text *t, size_t size) {
  text part = *t;
  UErrorCode error = U_ZERO_ERROR;
  if (size > t->size) size = t->size;
  while (size < t->size && t->bytes[size - 1] != '\n') size++;
  part.size = size;
  part.bytes = malloc(size + 1);
  if (part.bytes == NULL) fail("memory");
  memcpy(part.bytes, t->bytes, size);
  part.bytes[size] = '\0';
  u_strFromUTF8Lenient(part.wide, (int32_t)t->size + 1, &part.wide_size,
                       part.bytes, (int32_t)size, &error);
  return part;
}

static void measure (subject *list, unsigned count, text *t) {
  text part = beginning(t, 200000);
  unsigned i, k;
  u_strFromUTF8Lenient(t->wide, (int32_t)t->size + 1, &t->wide_size,
                       t->bytes, (int32_t)t->size, &(UErrorCode){0});
  for (k = 0; k < RUNS; k++) {
    for (i = 0; i < count; i++) {
      double start = now();
      list[i].run(list[i].slow ? &part : t);
      list[i].times[k] = now() - start;
    }
  }
  for (i = 0; i < count; i++) {
    size_t size = list[i].slow ? part.size : t->size;
    qsort(list[i].times, RUNS, sizeof *list[i].times, compare);
    list[i].speed = (double)size / list[i].times[RUNS / 2] / 1e6;
  }
  free(part.bytes);
}

static void report (const char *name, const subject *ours,
                    const subject *peer) {
  printf("lexicon %s, %s\t%.1f MB/s\t%s\t%.2f MB/s\t%.1f\n", ours->name,
         name, ours->speed, peer->name, peer->speed,
         ours->speed / peer->speed);
}

static void print_words (const char *path) {
  static char line[1 << 20];
  FILE *file = fopen(path, "rb");
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *b = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
  UText *t = NULL;
  if (file == NULL || U_FAILURE(error)) fail(path);
  while (fgets(line, sizeof line, file) != NULL) {
    int32_t from, to;
    t = utext_openUTF8(t, line, (int64_t)strcspn(line, "\n"), &error);
    ubrk_setUText(b, t, &error);
    for (from = ubrk_first(b); (to = ubrk_next(b)) != UBRK_DONE; from = to)
      printf("%.*s ", to - from, line + from);
    printf("\n");
  }
  utext_close(t);
  ubrk_close(b);
  fclose(file);
}

int main (int argc, char **argv) {
  subject list[] = {
    {"accurate", run_accurate, 0, {0}, 0},
    {"fast", run_fast, 0, {0}, 0},
    {"ICU dictionary words", run_icu, 0, {0}, 0},
#ifdef WITH_FRISO
    {"friso, complex mode", run_friso, 1, {0}, 0},
#endif
  };
  unsigned count = sizeof list / sizeof *list, i;
  text t;
  if (argc == 3 && strcmp(argv[1], "--icu") == 0) {
    print_words(argv[2]);
    return 0;
  }
  if (argc != 4) fail("usage: lexicon LEXICON TEXT NAME");
  if (jilu_lexicon_open(argv[1], &lexicon) != JILU_OK) fail(argv[1]);
#ifdef WITH_FRISO
  friso = friso_new();
  friso_config = friso_new_config();
  if (!friso_init_from_ifile(friso, friso_config, WITH_FRISO)) fail("friso");
  friso_set_mode(friso_config, __FRISO_COMPLEX_MODE__);
#endif
  read_text(argv[2], &t);
  measure(list, count, &t);
  for (i = 2; i < count; i++) {
    report(argv[3], &list[0], &list[i]);
    report(argv[3], &list[1], &list[i]);
  }
  jilu_lexicon_close(lexicon);
  return 0;
}
