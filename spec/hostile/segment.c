/*
** segment SIZES...: runs everything that reads text over texts that are hard
** somewhere else, at each size in KB, under valgrind's callgrind, which is
** asked to write down the instructions after each. Prints a line for each
** part: text, what was done, KB. spec/hostile/linear.lua reads both. From LARGE
** on only the segmenters are run, since counting is slow.
*/
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <valgrind/callgrind.h>

#include "jilu.h"

static const char *const texts[] = {
  "marks", "\xCC\x81\xCC\x96",
  "a and marks", "a\xCC\x81\xCC\x96\xCC\x81",
  "joiners", "\xE2\x80\x8D",
  "family", "\xF0\x9F\x91\xA9\xE2\x80\x8D",
  "flags", "\xF0\x9F\x87\xA6",
  "full stop and closing marks", ".)",
  "closing marks", ")",
  "full stop and spaces", ". ",
  "full stops", ".",
  "digits and full stops", "1.",
  "letters and apostrophes", "a'",
  "prepended", "\xD8\x80",
  "opening marks and spaces", "( ",
  "dollars and parentheses", "$(",
  "quotes and spaces", "\" ",
  "Hangul vowels", "\xE1\x85\xA1",
  "carriage returns", "\r",
  "ill-formed", "\xFF",
  "cut off", "\xE4\xB8",
  "plain and ill-formed", "plain text of some length, sixty-four bytes and one more.... \xFF",
  "Han and an accent", "\xE6\xB1\x89\xE5\xAD\x97\xC3\xA9"
};

#define LARGE 1024

/* What stands before the text: it opens something that the text never shuts. */
static const char *const before[] = {"", "A. ", "A.", "(", "\""};

static char *fill (const char *start, const char *unit, size_t size) {
  size_t i = strlen(start), n = strlen(unit), k;
  char *text = malloc(size);
  if (text == NULL) exit(1);
  memcpy(text, start, i);
  for (k = 0; i < size; i++, k++) text[i] = unit[k % n];
  return text;
}

static void done (const char *start, const char *name, const char *what,
                  size_t kilobytes) {
  CALLGRIND_DUMP_STATS;
  printf("%s%s\t%s\t%zu\n", start, name, what, kilobytes);
  CALLGRIND_ZERO_STATS;
}

static void run (const char *start, const char *name, const char *unit,
                 size_t kilobytes) {
  static const char *const units[] = {
    "graphemes", "words", "sentences", "lines"
  };
  size_t size = kilobytes << 10, n, parts;
  char *text = fill(start, unit, size), *out;
  int u, form;
  CALLGRIND_ZERO_STATS;
  for (u = 0; u < 4; u++) {
    if (jilu_segment_count((jilu_unit)u, text, size, &n) != JILU_OK) exit(1);
    done(start, name, units[u], kilobytes);
  }
  if (start[0] == '\0' && kilobytes < LARGE) {
    static const char *const forms[] = {"NFC", "NFD", "NFKC", "NFKD", "fold"};
    for (form = 0; form < 5; form++) {
      if (jilu_normalize(text, size, (jilu_form)form, &out, &n) != JILU_OK)
        exit(1);
      jilu_free(out);
      done(start, name, forms[form], kilobytes);
    }
    jilu_make_valid(text, size, NULL, &parts);
    done(start, name, "repair", kilobytes);
    if (jilu_width(text, size, &n) != JILU_OK) exit(1);
    done(start, name, "width", kilobytes);
  }
  free(text);
}

int main (int argc, char **argv) {
  size_t i, b;
  int k;
  for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i += 2)
    for (b = 0; b < sizeof(before) / sizeof(before[0]); b++)
      for (k = 1; k < argc; k++) {
        size_t kilobytes = strtoul(argv[k], NULL, 10);
        if (kilobytes < LARGE || b == 0)
          run(before[b], texts[i], texts[i + 1], kilobytes);
      }
  return 0;
}
