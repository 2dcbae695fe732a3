/*
** What libFuzzer throws bytes at: one program for each of the entries below
** (spec/fuzz/fuzz.mk). The first byte or two of an input choose options.
**
**   segments    all kernels give the same breaks, also for text that comes in
**               chunks; widths
**   text        repair, the normal forms (done twice they change nothing), case
**   view        folding and repairs; positions never decrease and stay inside
**   facts       Chinese or English facts with a lexicon; spans stay inside
**   lexicon     a damaged lexicon with sums that are right, opened and used
**   vocabulary  a damaged vocabulary, which its sums give away
**   order       sort keys of three parts: equal where they should be, and an order
**               that is one; skeletons
**   conversion  a damaged file of conversions, opened and used; and a whole one,
**               whose maps stay inside
**
** JILU_FUZZ names the folder with zh.vocabulary, en.vocabulary, zh.lexicon,
** small.lexicon and small.conversion.
*/

#define _GNU_SOURCE   /* memfd_create */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "conversion/conversion.h"
#include "facts/fact.h"
#include "jilu.h"
#include "lexicon/image.h"
#include "lexicon/image_file.h"
#include "vocabulary/image.h"

#define SEGMENTS 1
#define TEXT 2
#define VIEW 3
#define FACTS 4
#define LEXICON 5
#define VOCABULARY 6
#define ORDER 7
#define CONVERSION 8

#define ENDS 4096

static void need (bool ok, const char *what) {
  if (ok) return;
  fprintf(stderr, "fuzz: %s\n", what);
  abort();
}

/* --- segments ----------------------------------------------------------------- */

/* The ends of all segments, by one kernel; the caller frees them. */
static uint32_t *ends_of (jilu_unit unit, jilu_path path, const char *text,
                          size_t size, size_t *count) {
  uint32_t *ends = malloc((size + JILU_SEGMENT_ROOM + 1) * sizeof *ends);
  jilu_segmenter s;
  size_t n, got = 0;
  need(ends != NULL, "memory");
  need(jilu_segmenter_start(&s, unit, text, size) == JILU_OK, "start");
  s.path = (uint8_t)path;
  while ((n = jilu_segmenter_next(&s, ends + got,
                                  size - got + JILU_SEGMENT_ROOM)) > 0)
    got += n;
  need(size == 0 ? got == 0 : got > 0 && ends[got - 1] == size, "the last end");
  *count = got;
  return ends;
}

/* The same for text that comes in chunks of 'step' bytes and stays. */
static void check_chunks (jilu_unit unit, const char *text, size_t size,
                          size_t step, const uint32_t *wanted, size_t count) {
  jilu_segmenter s;
  uint32_t ends[ENDS];
  size_t held = 0, got = 0, n, k;
  need(jilu_segmenter_start(&s, unit, text, 0) == JILU_OK, "start");
  while (held < size) {
    held = size - held < step ? size : held + step;
    need(jilu_segmenter_feed(&s, text, held, 0, held == size) == JILU_OK,
         "feed");
    while ((n = jilu_segmenter_next(&s, ends, ENDS)) > 0)
      for (k = 0; k < n; k++)
        need(got < count && ends[k] == wanted[got++], "an end of chunks");
  }
  need(got == count, "ends of chunks are missing");
}

static void check_segments (const uint8_t *data, size_t size) {
  jilu_unit unit;
  size_t step, columns, taken, used, count, other, k;
  const char *text;
  uint32_t *wanted;
  int path;
  if (size < 2) return;
  unit = (jilu_unit)(data[0] % (JILU_WORD_HAN + 1));
  step = (size_t)data[1] + 1;
  text = (const char *)data + 2;
  size -= 2;
  wanted = ends_of(unit, JILU_PATH_SCALAR, text, size, &count);
  for (path = JILU_PATH_BEST; path <= JILU_PATH_NEON; path++) {
    uint32_t *ends = ends_of(unit, (jilu_path)path, text, size, &other);
    need(other == count, "how many ends");
    for (k = 0; k < count; k++) need(ends[k] == wanted[k], "an end");
    free(ends);
  }
  check_chunks(unit, text, size, step, wanted, count);
  free(wanted);
  need(jilu_width(text, size, &columns) == JILU_OK, "width");
  need(jilu_fit(text, size, 1, step, &taken, &used) == JILU_OK && taken <= size
       && used <= step && used <= columns, "fit");
}

/* --- text --------------------------------------------------------------------- */

static void check_text (const uint8_t *data, size_t size) {
  jilu_form form;
  char *once, *twice, *valid, *cased;
  size_t first, second, length, parts;
  const char *text;
  if (size < 1) return;
  form = (jilu_form)(data[0] % (JILU_CASEFOLD + 1));
  text = (const char *)data + 1;
  size--;
  need(jilu_normalize(text, size, form, &once, &first) == JILU_OK, "normalize");
  need(jilu_validate(once, first) == first, "well-formed");
  need(jilu_normalize(once, first, form, &twice, &second) == JILU_OK, "again");
  need(second == first && memcmp(once, twice, first) == 0, "done twice");
  jilu_free(once);
  jilu_free(twice);
  length = jilu_make_valid(text, size, NULL, &parts);
  valid = malloc(length + 1);
  need(valid != NULL, "memory");
  need(jilu_make_valid(text, size, valid, &parts) == length &&
       jilu_validate(valid, length) == length &&
       (parts == 0) == (jilu_validate(text, size) == size), "valid");
  free(valid);
  need(jilu_map_case(text, size, (jilu_case)(data[0] / 8 % 4),
                     (jilu_locale)(data[0] / 32 % 4), &cased, &length) ==
       JILU_OK && jilu_validate(cased, length) == length, "case");
  jilu_free(cased);
}

/* --- view --------------------------------------------------------------------- */

static jilu_view *view_of (const char *text, size_t size, int mode) {
  static const int modes[] = {JILU_RESIDUE_AUTO, JILU_RESIDUE_KEEP,
    JILU_RESIDUE_CUT, JILU_RESIDUE_AUTO | JILU_RESIDUE_UNMARKED};
  jilu_view *v;
  need(jilu_view_new(text, size, (jilu_residue_mode)modes[mode % 4], &v) ==
       JILU_OK, "view");
  return v;
}

static void check_view (const uint8_t *data, size_t size) {
  jilu_view *v;
  const char *text;
  char *norm;
  bool changed;
  size_t folded, k, before = 0, count, n;
  const jilu_repair *repairs;
  if (size < 1) return;
  text = (const char *)data + 1;
  size--;
  v = view_of(text, size, data[0]);
  need(jilu_validate(jilu_view_text(v, &folded), folded) == folded, "folded");
  for (k = 0; k <= folded; k++) {
    size_t at = jilu_view_original(v, k);
    need(at >= before && at <= size, "an original position");
    before = at;
  }
  for (k = 0, before = 0; k <= size; k++) {
    size_t at = jilu_view_folded(v, k);
    need(at >= before && at <= folded, "a folded position");
    need(jilu_view_line_of(v, k) < jilu_view_lines(v) ||
         jilu_view_lines(v) == 0, "a line");
    before = at;
  }
  repairs = jilu_view_repairs(v, &count);
  for (k = 0; k < count; k++)
    need(repairs[k].begin <= repairs[k].cut && repairs[k].cut <= repairs[k].end
         && repairs[k].end <= size, "a repair");
  norm = malloc(3 * size + 1);
  need(norm != NULL, "memory");
  n = jilu_view_norm(v, 0, size, norm, &changed);
  need(n <= 3 * size && jilu_validate(norm, n) == n, "norm");
  free(norm);
  jilu_view_free(v);
}

/* --- facts -------------------------------------------------------------------- */

static const char *path_of (const char *name) {
  static char path[4096];
  const char *folder = getenv("JILU_FUZZ");
  need(folder != NULL, "JILU_FUZZ names the folder of vocabularies");
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static jilu_vocabulary *open_vocabulary (const char *path) {
  unsigned char head[16] = {0};
  uint64_t key;
  jilu_vocabulary *v = NULL;
  FILE *f = fopen(path, "rb");
  if (f == NULL) return NULL;
  if (fread(head, 1, sizeof head, f) == sizeof head) {
    memcpy(&key, head + 8, sizeof key);
    (void)jilu_vocabulary_open(path, key, &v);
  }
  fclose(f);
  return v;
}

static void extract (const char *text, size_t size, const jilu_vocabulary *words,
                     const jilu_lexicon *lexicon) {
  jilu_facts found = {NULL, 0, 0};
  jilu_anchor anchor;
  jilu_view *v = view_of(text, size, 0);
  size_t folded, k;
  const char *s = jilu_view_text(v, &folded);
  memset(&anchor, 0, sizeof anchor);
  anchor.report_year = -1;
  need(jilu_date_parse("2019-10-15", &anchor.date), "date");
  need(jilu_extract((const unsigned char *)s, folded, words, lexicon, &anchor,
                    &found) == JILU_OK, "facts");
  for (k = 0; k < found.count; k++)
    need(found.items[k].span.begin <= found.items[k].span.end &&
         found.items[k].span.end <= folded, "a fact outside the text");
  jilu_facts_free(&found);
  jilu_view_free(v);
}

static void check_facts (const uint8_t *data, size_t size) {
  static jilu_vocabulary *zh, *en;
  static jilu_lexicon *lexicon;
  if (zh == NULL) {
    zh = open_vocabulary(path_of("zh.vocabulary"));
    en = open_vocabulary(path_of("en.vocabulary"));
    need(zh != NULL && en != NULL, "vocabularies");
    (void)jilu_lexicon_open(path_of("zh.lexicon"), &lexicon);
  }
  if (size < 1) return;
  extract((const char *)data + 1, size - 1, data[0] % 4 == 0 ? en : zh,
          data[0] % 2 == 0 ? NULL : lexicon);
}

/* --- files that are damaged ------------------------------------------------------ */

static const char SAMPLE[] =
  "2019年，云川县水务局投入资金120万元，县教育局局长王秀英走访群众3500余人次，"
  "在石桥村新建学校3所，比上年增长12.5%。实施“三大工程”。about 25 km per hour";

/* Bytes of an input that change up to four of a file. */
#define PATCH 7

static unsigned char *whole;   /* the file that is damaged */
static size_t whole_size;

/*
** A file of the folder with the changes that 'data' says: where, how many bytes,
** which. The caller frees it.
*/
static unsigned char *damaged (const char *name, const uint8_t *data,
                               size_t size, size_t *total) {
  unsigned char *copy;
  if (whole == NULL) {
    FILE *f = fopen(path_of(name), "rb");
    need(f != NULL && fseek(f, 0, SEEK_END) == 0, name);
    whole_size = (size_t)ftell(f);
    rewind(f);
    whole = malloc(whole_size);
    need(whole != NULL && fread(whole, 1, whole_size, f) == whole_size, name);
    fclose(f);
  }
  *total = whole_size;
  if (size > 0 && data[0] >= 0xF0) *total = whole_size * (data[0] & 15) / 16;
  copy = malloc(whole_size);
  need(copy != NULL, "memory");
  memcpy(copy, whole, whole_size);
  for (; size > PATCH; data += PATCH, size -= PATCH) {
    uint32_t at, k;
    memcpy(&at, data + 1, sizeof at);
    /* every other one hits the header */
    at %= data[0] & 1 ? 256u : (uint32_t)whole_size;
    for (k = 0; k <= (data[0] >> 1) % 2 && at + k < whole_size; k++)
      copy[at + k] = data[5 + k];
  }
  return copy;
}

/* A path where 'image' can be opened as a file; the descriptor is to be closed. */
static int file_of (const unsigned char *image, size_t size, char path[64]) {
  int f = memfd_create("fuzz", 0);
  size_t at = 0;
  need(f >= 0, "a file in memory");
  while (at < size) {
    ssize_t n = write(f, image + at, size - at);
    need(n > 0, "write");
    at += (size_t)n;
  }
  snprintf(path, 64, "/proc/self/fd/%d", f);
  return f;
}

static void check_lexicon (const uint8_t *data, size_t size) {
  char path[64];
  size_t total;
  unsigned char *image = damaged("small.lexicon", data, size, &total);
  jilu_lexicon *lexicon = NULL;
  int f;
  if (total >= sizeof(jilu_lexicon_header)) jilu_image_sign(image, total);
  f = file_of(image, total, path);
  if (jilu_lexicon_open(path, &lexicon) == JILU_OK) {
    unsigned flags;
    size_t notes;
    (void)jilu_lexicon_notes(lexicon, &notes);
    (void)jilu_lexicon_intact(lexicon);
    for (flags = 0; flags < 16; flags++) {
      jilu_words *words;
      jilu_token token;
      size_t count = 0;
      need(jilu_words_new(lexicon, SAMPLE, sizeof SAMPLE - 1, flags, &words) ==
           JILU_OK, "words");
      while (jilu_words_next(words, &token)) count += strlen(token.tag) < 99;
      need(count < sizeof SAMPLE, "more words than bytes");
      jilu_words_free(words);
    }
    jilu_lexicon_close(lexicon);
  }
  close(f);
  free(image);
}

static void check_vocabulary (const uint8_t *data, size_t size) {
  char path[64];
  size_t total;
  unsigned char *image = damaged("zh.vocabulary", data, size, &total);
  int f = file_of(image, total, path);
  jilu_vocabulary *v = open_vocabulary(path);
  need(v == NULL || (total == whole_size && memcmp(image, whole, total) == 0),
       "a damaged vocabulary was opened");
  if (v != NULL) extract(SAMPLE, sizeof SAMPLE - 1, v, NULL);
  jilu_vocabulary_free(v);
  close(f);
  free(image);
}

/* --- order -------------------------------------------------------------------- */

static int order_of (const char *a, size_t a_size, const char *b, size_t b_size,
                     const jilu_collation_options *options) {
  int order, back;
  need(jilu_compare(a, a_size, b, b_size, options, &order) == JILU_OK &&
       jilu_compare(b, b_size, a, a_size, options, &back) == JILU_OK &&
       order == -back, "compared the other way round");
  return order;
}

/* The text has the key of its normal form, and its skeleton. */
static void check_one (const char *text, size_t size,
                       const jilu_collation_options *options) {
  char *normal, *once, *twice;
  size_t normal_size, first, second;
  need(jilu_normalize(text, size, JILU_NFC, &normal, &normal_size) == JILU_OK,
       "normalize");
  need(order_of(text, size, normal, normal_size, options) == 0, "equivalent");
  need(jilu_skeleton(text, size, &once, &first) == JILU_OK &&
       jilu_skeleton(normal, normal_size, &twice, &second) == JILU_OK &&
       jilu_validate(once, first) == first, "skeleton");
  need(first == second && memcmp(once, twice, first) == 0, "one skeleton");
  jilu_free(twice);
  jilu_free(once);
  jilu_free(normal);
}

static void check_order (const uint8_t *data, size_t size) {
  jilu_collation_options options = {JILU_TERTIARY, false, false,
                                    JILU_HAN_CODE_POINT};
  const char *text = (const char *)data + 1;
  size_t third;
  int ab, bc, ac;
  if (size < 1) return;
  options.strength = (jilu_strength)(data[0] % 5 + 1);
  options.shifted = (data[0] & 0x80) != 0;
  options.numeric = (data[0] & 0x40) != 0;
  options.han = (jilu_han_order)(data[0] / 5 % 3);
  third = --size / 3;
  check_one(text, size, &options);
  ab = order_of(text, third, text + third, third, &options);
  bc = order_of(text + third, third, text + 2 * third, size - 2 * third, &options);
  ac = order_of(text, third, text + 2 * third, size - 2 * third, &options);
  need(ab != bc || ab == ac, "no order");
}

/* --- conversion ---------------------------------------------------------------- */

static void convert_all (const jilu_conversion *c, const char *text, size_t size) {
  int kind;
  char *out;
  size_t out_size;
  for (kind = JILU_SIMPLIFIED; kind <= JILU_TRADITIONAL_HK_WORDS; kind++) {
    jilu_decoded d;
    size_t at, end;
    memset(&d, 0, sizeof d);
    need(jilu_convert_mapped(c, (jilu_conversion_kind)kind, text, size, &d) ==
         JILU_OK, "convert");
    for (at = 0; at < d.text.size; at++) {
      size_t begin = at;
      end = at + 1;
      jilu_source_span(&d.map, &begin, &end);
      need(begin <= end && end <= size, "a map that stays inside");
    }
    need(d.map.text_size == d.text.size, "a map of all of it");
    jilu_decoded_free(&d);
  }
  for (kind = JILU_TONE_MARKS; kind <= JILU_TONE_NONE; kind++) {
    need(jilu_pinyin(c, (jilu_pinyin_tone)kind, " ", text, size, &out,
                     &out_size) == JILU_OK, "pinyin");
    jilu_free(out);
  }
}

static void check_conversion (const uint8_t *data, size_t size) {
  static const char sample[] = "台里软件头发乾隆 軟體abc\xFF银行\xEF\xA4\xAC";
  char path[64];
  size_t total;
  bool text = size > 0 && (data[0] & 1) != 0;
  unsigned char *image = damaged("small.conversion", data, text ? 0 : size, &total);
  int f = file_of(image, total, path);
  jilu_conversion *c = NULL;
  if (jilu_conversion_open(path, &c) == JILU_OK) {
    if (text) convert_all(c, (const char *)data + 1, size - 1);
    else convert_all(c, sample, sizeof sample - 1);
  }
  else need(!text, "the whole file");
  jilu_conversion_close(c);
  close(f);
  free(image);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size) {
  switch (TARGET) {
    case SEGMENTS: check_segments(data, size); break;
    case TEXT: check_text(data, size); break;
    case VIEW: check_view(data, size); break;
    case FACTS: check_facts(data, size); break;
    case LEXICON: check_lexicon(data, size); break;
    case VOCABULARY: check_vocabulary(data, size); break;
    case ORDER: check_order(data, size); break;
    case CONVERSION: check_conversion(data, size); break;
    default: break;
  }
  return 0;
}
