/*
** segment FOLDER [UNITS]: measures jilu's segmentation of FOLDER/{chinese,english,
** mixture}.txt beside ICU, utf8proc and libunistring. Prints tab separated
** lines: name, our GB/s, the peer, its GB/s, the ratio. Each figure is the
** median of RUNS runs, taken in turn; breaks are written out by all. UNITS is
** some of the letters g w s l v n, for what to measure.
**
** ICU reads UTF-16 that was converted before, and without its dictionaries.
** Since version 72 it keeps Indic conjuncts in one grapheme cluster, which
** Unicode 15.0 does not: there are a few less of them in the mixture.
*/
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwbrk.h>
#include <utf8proc.h>

#include "jilu.h"

#define RUNS 5
#define BATCH 4096
#define PEERS 5

typedef struct text {
  const char *name;
  char *bytes;
  size_t size;
  UChar *wide;
  int32_t wide_size;
  char *flags;               /* what libunistring writes to */
} text;

typedef size_t (*runner) (const text *t, int unit);

static const char *const unit_names[] = {
  "graphemes", "words", "sentences", "lines"
};

static uint32_t ends[BATCH];   /* positions go here, whoever finds them */
static UBreakIterator *icu[4];

/* --- ours --------------------------------------------------------------------- */

static size_t run_path (const text *t, int unit, jilu_path path) {
  jilu_segmenter s;
  size_t n, total = 0;
  jilu_segmenter_start(&s, (jilu_unit)unit, t->bytes, t->size);
  s.path = (uint8_t)path;
  while ((n = jilu_segmenter_next(&s, ends, BATCH)) > 0) total += n;
  return total;
}

static size_t run_best (const text *t, int unit) {
  return run_path(t, unit, JILU_PATH_BEST);
}

static size_t run_sse (const text *t, int unit) {
  return run_path(t, unit, JILU_PATH_SSE);
}

static size_t run_scalar (const text *t, int unit) {
  return run_path(t, unit, JILU_PATH_SCALAR);
}

/* --- peers -------------------------------------------------------------------- */

static size_t run_icu (const text *t, int unit) {
  UErrorCode status = U_ZERO_ERROR;
  size_t total = 0;
  int32_t at;
  ubrk_setText(icu[unit], t->wide, t->wide_size, &status);
  while ((at = ubrk_next(icu[unit])) != UBRK_DONE)
    ends[total++ % BATCH] = (uint32_t)at;
  return total;
}

static size_t run_utf8proc (const text *t, int unit) {
  const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)t->bytes;
  utf8proc_ssize_t at = 0, size = (utf8proc_ssize_t)t->size;
  utf8proc_int32_t last = -1, state = 0;
  size_t total = 0;
  (void)unit;
  while (at < size) {
    utf8proc_int32_t c;
    utf8proc_ssize_t width = utf8proc_iterate(p + at, size - at, &c);
    if (last >= 0 && utf8proc_grapheme_break_stateful(last, c, &state))
      ends[total++ % BATCH] = (uint32_t)at;
    last = c;
    at += width;
  }
  return total + 1;
}

static size_t run_unistring (const text *t, int unit) {
  const uint8_t *p = (const uint8_t *)t->bytes;
  size_t i, total = 1;
  if (unit == JILU_GRAPHEME) u8_grapheme_breaks(p, t->size, t->flags);
  else if (unit == JILU_WORD) u8_wordbreaks(p, t->size, t->flags);
  else u8_possible_linebreaks(p, t->size, "UTF-8", t->flags);
  for (i = 1; i < t->size; i++)
    total += unit == JILU_LINE ? t->flags[i] == UC_BREAK_POSSIBLE ||
                                 t->flags[i - 1] == UC_BREAK_MANDATORY
                               : t->flags[i] != 0;
  return total;
}

/* --- ICU without dictionaries -------------------------------------------------- */

/* UAX #29's word rules as ICU writes rules, with nothing tailored. */
static const char word_rules[] =
  "!!chain; !!quoted_literals_only;"
  "$CR=[\\p{WB=CR}]; $LF=[\\p{WB=LF}]; $NL=[\\p{WB=Newline}];"
  "$Ex=[\\p{WB=Extend}\\p{WB=Format}\\p{WB=ZWJ}]; $ZWJ=[\\p{WB=ZWJ}];"
  "$RI=[\\p{WB=Regional_Indicator}]; $Kat=[\\p{WB=Katakana}];"
  "$HL=[\\p{WB=Hebrew_Letter}]; $AHL=[\\p{WB=ALetter}\\p{WB=Hebrew_Letter}];"
  "$SQ=[\\p{WB=Single_Quote}]; $DQ=[\\p{WB=Double_Quote}];"
  "$ML=[\\p{WB=MidLetter}\\p{WB=MidNumLet}\\p{WB=Single_Quote}];"
  "$MN=[\\p{WB=MidNum}\\p{WB=MidNumLet}\\p{WB=Single_Quote}];"
  "$Num=[\\p{WB=Numeric}]; $ENL=[\\p{WB=ExtendNumLet}];"
  "$WS=[\\p{WB=WSegSpace}]; $Pict=[\\p{Extended_Pictographic}];"
  "$CR $LF; $ZWJ $Pict; $WS $WS; ^$Ex+; [^$CR $LF $NL $Ex] $Ex*;"
  "$AHL $Ex* $AHL; $AHL $Ex* $ML $Ex* $AHL; $HL $Ex* $SQ;"
  "$HL $Ex* $DQ $Ex* $HL; $Num $Ex* $Num; $AHL $Ex* $Num; $Num $Ex* $AHL;"
  "$Num $Ex* $MN $Ex* $Num; $Kat $Ex* $Kat;"
  "[$AHL $Num $Kat $ENL] $Ex* $ENL; $ENL $Ex* [$AHL $Num $Kat];"
  "^$RI $Ex* $RI; .;";

static void fail (const char *what) {
  fprintf(stderr, "bench: %s\n", what);
  exit(1);
}

static UBreakIterator *open_rules (const char *rules) {
  static UChar wide[16384];
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  UBreakIterator *it;
  int32_t size;
  u_strFromUTF8(wide, 16384, &size, rules, -1, &status);
  it = ubrk_openRules(wide, size, NULL, 0, &where, &status);
  if (U_FAILURE(status)) fail(u_errorName(status));
  return it;
}

/*
** ICU's own line rules, which it carries in words, but for the dictionaries
** (Thai would pay for them): the variable that asks for them is renamed.
*/
static UBreakIterator *open_lines (void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *it = ubrk_open(UBRK_LINE, "root", NULL, 0, &status);
  static uint32_t binary[16384];
  char *found;
  ubrk_getBinaryRules(it, (uint8_t *)binary, sizeof(binary), &status);
  if (U_FAILURE(status)) fail(u_errorName(status));
  ubrk_close(it);
  found = strstr((char *)binary + binary[10], "$dictionary=");
  if (found == NULL) fail("ICU's rules have another form");
  memcpy(found, "$dictionarx=", 12);
  return open_rules((char *)binary + binary[10]);
}

static void open_icu (void) {
  UErrorCode status = U_ZERO_ERROR;
  icu[JILU_GRAPHEME] = ubrk_open(UBRK_CHARACTER, "root", NULL, 0, &status);
  icu[JILU_SENTENCE] = ubrk_open(UBRK_SENTENCE, "root", NULL, 0, &status);
  if (U_FAILURE(status)) fail(u_errorName(status));
  icu[JILU_WORD] = open_rules(word_rules);
  icu[JILU_LINE] = open_lines();
}

/* --- measuring ----------------------------------------------------------------- */

/* The processor's time for us, not the clock's: others may be at work too. */
static double now (void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int ascending (const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

typedef struct contender {
  const char *name;
  runner run;
  double times[RUNS], speed;
  size_t found;
} contender;

static void measure (contender *list, int count, const text *t, int unit) {
  int run, i;
  for (run = 0; run < RUNS; run++) {
    for (i = 0; i < count; i++) {
      double begin = now();
      list[i].found = list[i].run(t, unit);
      list[i].times[run] = now() - begin;
    }
  }
  for (i = 0; i < count; i++) {
    qsort(list[i].times, RUNS, sizeof(double), ascending);
    list[i].speed = (double)t->size / list[i].times[RUNS / 2] * 1e-9;
  }
}

static void print_line (const char *what, const text *t, const char *path,
                        const contender *ours, const contender *peer) {
  printf("%s %s%s GB/s\t%.3f\t%s\t%.3f\t%.2f\n", what, t->name, path,
         ours->speed, peer->name, peer->speed, ours->speed / peer->speed);
  fflush(stdout);
}

static void bench_unit (const text *t, int unit) {
  contender list[PEERS + 1] = {
    {"", run_best, {0}, 0, 0}, {"", run_scalar, {0}, 0, 0},
    {"", run_sse, {0}, 0, 0}, {"ICU " U_ICU_VERSION, run_icu, {0}, 0, 0}
  };
  int count = 4, i;
  if (unit != JILU_SENTENCE)
    list[count++] = (contender){"libunistring", run_unistring, {0}, 0, 0};
  if (unit == JILU_GRAPHEME)
    list[count++] = (contender){"utf8proc", run_utf8proc, {0}, 0, 0};
  measure(list, count, t, unit);
  for (i = 3; i < count; i++) {
    print_line(unit_names[unit], t, "", &list[0], &list[i]);
    if (i == 3) {
      print_line(unit_names[unit], t, " (SSE)", &list[2], &list[i]);
      print_line(unit_names[unit], t, " (scalar)", &list[1], &list[i]);
    }
    if (list[i].found != list[0].found)
      fprintf(stderr, "# %s %s: %s finds %zu, we %zu\n", unit_names[unit],
              t->name, list[i].name, list[i].found, list[0].found);
  }
}

static size_t run_validate (const text *t, int unit) {
  (void)unit;
  return jilu_validate(t->bytes, t->size);
}

static size_t run_u8_check (const text *t, int unit) {
  (void)unit;
  return u8_check((const uint8_t *)t->bytes, t->size) ? 0 : t->size;
}

static void bench_validate (const text *t) {
  contender list[2] = {
    {"", run_validate, {0}, 0, 0}, {"libunistring", run_u8_check, {0}, 0, 0}
  };
  measure(list, 2, t, 0);
  print_line("validate", t, "", &list[0], &list[1]);
}

static size_t run_normalize (const text *t, int unit) {
  char *out;
  size_t size;
  (void)unit;
  if (jilu_normalize(t->bytes, t->size, JILU_NFC, &out, &size) != JILU_OK)
    fail("not enough memory");
  jilu_free(out);
  return size;
}

static size_t run_utf8proc_map (const text *t, int unit) {
  utf8proc_uint8_t *out;
  utf8proc_ssize_t size;
  (void)unit;
  size = utf8proc_map((const utf8proc_uint8_t *)t->bytes,
                      (utf8proc_ssize_t)t->size, &out,
                      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  if (size < 0) fail(utf8proc_errmsg(size));
  free(out);
  return (size_t)size;
}

static void bench_normalize (const text *t) {
  contender list[2] = {
    {"", run_normalize, {0}, 0, 0},
    {"utf8proc", run_utf8proc_map, {0}, 0, 0}
  };
  measure(list, 2, t, 0);
  print_line("NFC", t, "", &list[0], &list[1]);
}

/* Marks in turn, which must be put in order: few, for the peer's sake. */
static void bench_marks (const text *like) {
  text t = *like;
  size_t i;
  t.name = "marks";
  t.size = like->size / 1024;
  for (i = 0; i + 1 < t.size; i += 2)
    memcpy(t.bytes + i, i % 4 ? "\xCC\x81" : "\xCC\x96", 2);
  t.size = i;
  bench_normalize(&t);
}

static void load (text *t, const char *folder, const char *name) {
  char path[4096];
  FILE *file;
  UErrorCode status = U_ZERO_ERROR;
  snprintf(path, sizeof(path), "%s/%s.txt", folder, name);
  file = fopen(path, "rb");
  if (file == NULL) fail(path);
  fseek(file, 0, SEEK_END);
  t->size = (size_t)ftell(file);
  rewind(file);
  t->name = name;
  t->bytes = malloc(t->size);
  t->wide = malloc((t->size + 1) * sizeof(UChar));
  t->flags = malloc(t->size);
  if (!t->bytes || !t->wide || !t->flags) fail("not enough memory");
  if (fread(t->bytes, 1, t->size, file) != t->size) fail(path);
  fclose(file);
  u_strFromUTF8(t->wide, (int32_t)t->size + 1, &t->wide_size, t->bytes,
                (int32_t)t->size, &status);
  if (U_FAILURE(status)) fail(u_errorName(status));
}

int main (int argc, char **argv) {
  static const char *const names[] = {"chinese", "english", "mixture"};
  int i, unit;
  if (argc < 2) fail("which folder?");
  open_icu();
  for (i = 0; i < 3; i++) {
    text t;
    load(&t, argv[1], names[i]);
    for (unit = 0; unit < 4; unit++)
      if (argc < 3 || strchr(argv[2], unit_names[unit][0]))
        bench_unit(&t, unit);
    if (argc < 3 || strchr(argv[2], 'v')) bench_validate(&t);
    if (argc < 3 || strchr(argv[2], 'n')) bench_normalize(&t);
    if (i == 2 && (argc < 3 || strchr(argv[2], 'n'))) bench_marks(&t);
    free(t.bytes);
    free(t.wide);
    free(t.flags);
  }
  return 0;
}
