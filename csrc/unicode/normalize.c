/*
** Normalisation forms (UAX #15) and case folding. utf8proc says what a code
** point decomposes into and what composes; the order of marks is ours, since
** utf8proc sorts them in time quadratic in their number.
*/
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "jilu.h"
#include "unicode/utf8.h"

#define CLASSES 256          /* canonical combining classes */
#define SMALL 24             /* marks that are sorted by insertion */
#define MOST_DECOMPOSED 32   /* more than any code point decomposes into */

/* Code points that wait for what follows, and the text that is done. */
typedef struct work {
  int32_t *points;
  int32_t *sorted;           /* as many, to sort into */
  size_t count, capacity;
  char *out;
  size_t size, room;
  utf8proc_option_t options;
  bool sorts, composes;
} work;

static bool grow_points (work *w) {
  size_t capacity = w->capacity ? w->capacity * 2 : 256;
  int32_t *points, *sorted;
  if (w->count + MOST_DECOMPOSED <= w->capacity) return true;
  if (capacity > SIZE_MAX / 2 / sizeof(int32_t)) return false;
  points = realloc(w->points, capacity * sizeof(int32_t));
  if (points == NULL) return false;
  w->points = points;
  sorted = realloc(w->sorted, capacity * sizeof(int32_t));
  if (sorted == NULL) return false;
  w->sorted = sorted;
  w->capacity = capacity;
  return true;
}

static bool grow_out (work *w, size_t more) {
  size_t room = w->room ? w->room : 256;
  char *out;
  if (more <= w->room - w->size) return true;
  while (room - w->size < more) {
    if (room > SIZE_MAX / 2) return false;
    room *= 2;
  }
  out = realloc(w->out, room);
  if (out == NULL) return false;
  w->out = out;
  w->room = room;
  return true;
}

static unsigned class_of (int32_t c) {
  return (unsigned)utf8proc_get_property(c)->combining_class;
}

static void sort_few (int32_t *p, size_t count) {
  size_t i, k;
  for (i = 1; i < count; i++) {
    int32_t c = p[i];
    unsigned class = class_of(c);
    for (k = i; k > 0 && class_of(p[k - 1]) > class; k--) p[k] = p[k - 1];
    p[k] = c;
  }
}

/* By counting: stable, and linear however many marks there are. */
static void sort_many (int32_t *p, int32_t *sorted, size_t count) {
  size_t starts[CLASSES + 1] = {0};
  size_t i;
  for (i = 0; i < count; i++) starts[class_of(p[i]) + 1]++;
  for (i = 0; i < CLASSES; i++) starts[i + 1] += starts[i];
  for (i = 0; i < count; i++) sorted[starts[class_of(p[i])]++] = p[i];
  memcpy(p, sorted, count * sizeof(int32_t));
}

/* The canonical ordering algorithm (Unicode 3.11, D109). */
static void sort_marks (work *w) {
  size_t i = 0;
  while (i < w->count) {
    size_t begin = i;
    while (i < w->count && class_of(w->points[i]) != 0) i++;
    if (i - begin > SMALL)
      sort_many(w->points + begin, w->sorted, i - begin);
    else if (i - begin > 1) sort_few(w->points + begin, i - begin);
    if (i == begin) i++;
  }
}

/* Puts what waits in order, composes it, and writes it out. */
static bool flush (work *w) {
  size_t i, count = w->count;
  if (count == 0) return true;
  if (w->sorts) sort_marks(w);
  if (w->composes && count > 1)
    count = (size_t)utf8proc_normalize_utf32(
      w->points, (utf8proc_ssize_t)count, w->options);
  if (!grow_out(w, count * 4)) return false;
  for (i = 0; i < count; i++)
    w->size += jilu_utf8_encode((uint32_t)w->points[i], w->out + w->size);
  w->count = 0;
  return true;
}

/* Whether nothing before 'c' can change together with it. */
static bool begins_anew (int32_t c) {
  const utf8proc_property_t *p = utf8proc_get_property(c);
  bool second = p->comb_index != UINT16_MAX && p->comb_index >= 0x8000;
  return p->combining_class == 0 && !second && !(c >= 0x1160 && c <= 0x11FF);
}

static bool add (work *w, int32_t c) {
  size_t first = w->count;
  int boundary = 0;
  utf8proc_ssize_t n;
  if (!grow_points(w)) return false;
  n = utf8proc_decompose_char(c, w->points + first,
        (utf8proc_ssize_t)(w->capacity - first), w->options, &boundary);
  if (first > 0 && begins_anew(w->points[first])) {
    int32_t kept[MOST_DECOMPOSED];
    memcpy(kept, w->points + first, (size_t)n * sizeof(int32_t));
    w->count = first;
    if (!flush(w)) return false;
    memcpy(w->points, kept, (size_t)n * sizeof(int32_t));
  }
  w->count += (size_t)n;
  return true;
}

/*
** Bytes of a run that is the same in all forms but for a mark behind it: Han
** of the Basic Plane and, where case stays, ASCII. The run's last code point
** is not counted.
*/
static size_t plain_run (const work *w, const unsigned char *s, size_t size) {
  size_t i = 0, last = 0;
  for (;;) {
    if (i < size && s[i] < 0x80 && w->sorts) {
      last = i;
      i += 1;
    }
    else if (size - i >= 3 && s[i] >= 0xE4 && s[i] <= 0xE9 &&
             (s[i + 1] & 0xC0u) == 0x80 && (s[i + 2] & 0xC0u) == 0x80) {
      last = i;
      i += 3;
    }
    else {
      return last;
    }
  }
}

/*
** Whether 'c' stays as it is whatever stands beside it: no mark, without
** decomposition, no part of a composition (Hangul composes by arithmetic).
*/
static bool is_inert (const work *w, uint32_t c) {
  const utf8proc_property_t *p = utf8proc_get_property((int32_t)c);
  if (!w->sorts) return p->casefold_seqindex == UINT16_MAX;
  if ((c >= 0x1100 && c <= 0x11FF) || (c >= 0xAC00 && c <= 0xD7A3))
    return false;
  return p->combining_class == 0 && p->comb_index == UINT16_MAX &&
         (p->decomp_seqindex == UINT16_MAX ||
          (p->decomp_type != 0 && !(w->options & UTF8PROC_COMPAT)));
}

static bool copy (work *w, const unsigned char *s, size_t size) {
  if (!flush(w) || !grow_out(w, size)) return false;
  memcpy(w->out + w->size, s, size);
  w->size += size;
  return true;
}

static bool normalize (work *w, const unsigned char *s, size_t size) {
  size_t i = 0;
  while (i < size) {
    size_t run = plain_run(w, s + i, size - i);
    unsigned width;
    int ok;
    uint32_t c;
    if (run > 0) {
      if (!copy(w, s + i, run)) return false;
      i += run;
    }
    c = jilu_utf8_decode(s + i, size - i, &width, &ok);
    if (ok && is_inert(w, c)) {
      if (!copy(w, s + i, width)) return false;
    }
    else if (!add(w, (int32_t)c)) {
      return false;
    }
    i += width;
  }
  return flush(w);
}

static bool set_form (work *w, jilu_form form) {
  static const utf8proc_option_t options[] = {
    UTF8PROC_STABLE | UTF8PROC_COMPOSE,
    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE,
    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT,
    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT,
    UTF8PROC_CASEFOLD
  };
  if ((unsigned)form > JILU_CASEFOLD) return false;
  w->options = options[form];
  w->composes = form == JILU_NFC || form == JILU_NFKC;
  w->sorts = form != JILU_CASEFOLD;
  return true;
}

jilu_status jilu_normalize (const char *text, size_t size, jilu_form form,
                            char **out, size_t *out_size) {
  work w = {0};
  bool done;
  *out = NULL;
  *out_size = 0;
  if (!set_form(&w, form)) return JILU_BAD_VALUE;
  done = grow_points(&w) && grow_out(&w, size + 1) &&
         normalize(&w, (const unsigned char *)text, size);
  free(w.points);
  free(w.sorted);
  if (!done) {
    free(w.out);
    return JILU_NO_MEMORY;
  }
  *out = w.out;
  *out_size = w.size;
  return JILU_OK;
}

void jilu_free (void *p) {
  free(p);
}
