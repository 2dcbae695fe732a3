/*
** Normalisation forms (UAX #15), by the quick check: what passes it is copied,
** from the last code point that nothing before can change a segment is
** decomposed, put in order and composed. Linear, also in runs of marks.
*/
#include "unicode/normalization.h"

#include "jilu.h"
#include "unicode/growing.h"
#include "unicode/plain.h"

#define CLASSES 256          /* canonical combining classes */
#define SMALL 24             /* marks that are sorted by insertion */
#define MOST_DECOMPOSED 18   /* of U+FDFA; Unicode promises no longer one */

#define S_BASE 0xAC00u       /* Hangul syllables and their parts */
#define L_BASE 0x1100u
#define V_BASE 0x1161u
#define T_BASE 0x11A7u
#define L_COUNT 19u
#define V_COUNT 21u
#define T_COUNT 28u
#define S_COUNT (L_COUNT * V_COUNT * T_COUNT)

/* A segment under way, and the text that is done. */
typedef struct work {
  uint32_t *points;
  uint32_t *sorted;          /* as many, to sort into */
  size_t count, capacity;
  jilu_growing out;
  jilu_form form;
  bool composes, compatible;
} work;

static bool grow_points (work *w) {
  size_t capacity = w->capacity ? w->capacity * 2 : 256;
  uint32_t *points;
  if (w->count + MOST_DECOMPOSED <= w->capacity) return true;
  if (capacity > SIZE_MAX / 2 / sizeof(uint32_t)) return false;
  points = realloc(w->points, capacity * sizeof(uint32_t));
  if (points == NULL) return false;
  w->points = points;
  points = realloc(w->sorted, capacity * sizeof(uint32_t));
  if (points == NULL) return false;
  w->sorted = points;
  w->capacity = capacity;
  return true;
}

/* --- decomposition ------------------------------------------------------- */

static const jilu_normalization_record *record_of (uint32_t c) {
  return &jilu_normalization_record_list[
    jilu_wide_trie_get(&jilu_normalization_records, c)];
}

static void add_syllable (work *w, uint32_t s) {
  uint32_t t = s % T_COUNT;
  w->points[w->count++] = L_BASE + s / (V_COUNT * T_COUNT);
  w->points[w->count++] = V_BASE + s / T_COUNT % V_COUNT;
  if (t > 0) w->points[w->count++] = T_BASE + t;
}

static bool add (work *w, uint32_t c) {
  const jilu_normalization_record *r = record_of(c);
  unsigned at = w->compatible ? r->compatible : r->canonical;
  uint32_t i;
  if (!grow_points(w)) return false;
  if (c - S_BASE < S_COUNT) {
    add_syllable(w, c - S_BASE);
  }
  else if (at == 0) {
    w->points[w->count++] = c;
  }
  else {
    for (i = 1; i <= jilu_decompositions[at]; i++)
      w->points[w->count++] = jilu_decompositions[at + i];
  }
  return true;
}

/* --- order --------------------------------------------------------------- */

static void sort_few (uint32_t *p, size_t count) {
  size_t i, k;
  for (i = 1; i < count; i++) {
    uint32_t c = p[i];
    unsigned class = jilu_combining_class(c);
    for (k = i; k > 0 && jilu_combining_class(p[k - 1]) > class; k--)
      p[k] = p[k - 1];
    p[k] = c;
  }
}

/* By counting: stable, and linear however many marks there are. */
static void sort_many (uint32_t *p, uint32_t *sorted, size_t count) {
  size_t starts[CLASSES + 1] = {0};
  size_t i;
  for (i = 0; i < count; i++) starts[jilu_combining_class(p[i]) + 1]++;
  for (i = 0; i < CLASSES; i++) starts[i + 1] += starts[i];
  for (i = 0; i < count; i++)
    sorted[starts[jilu_combining_class(p[i])]++] = p[i];
  memcpy(p, sorted, count * sizeof(uint32_t));
}

/* The canonical ordering algorithm (Unicode 3.11, D109). */
static void sort_marks (work *w) {
  size_t i = 0;
  while (i < w->count) {
    size_t begin = i;
    while (i < w->count && jilu_combining_class(w->points[i]) != 0) i++;
    if (i - begin > SMALL)
      sort_many(w->points + begin, w->sorted, i - begin);
    else if (i - begin > 1) sort_few(w->points + begin, i - begin);
    if (i == begin) i++;
  }
}

/* --- composition --------------------------------------------------------- */

/* What 'a' and 'b' compose into; 0 where they don't. */
static uint32_t compose_pair (uint32_t a, uint32_t b) {
  const uint32_t *p;
  if (a - L_BASE < L_COUNT && b - V_BASE < V_COUNT)
    return S_BASE + ((a - L_BASE) * V_COUNT + (b - V_BASE)) * T_COUNT;
  if (a - S_BASE < S_COUNT && (a - S_BASE) % T_COUNT == 0 &&
      b - T_BASE - 1 < T_COUNT - 1)
    return a + (b - T_BASE);
  p = jilu_compositions + record_of(a)->composes;
  for (; *p != 0 && *p <= b; p += 2)
    if (*p == b) return p[1];
  return 0;
}

/* The canonical composition algorithm (Unicode 3.11, D117). */
static void compose (work *w) {
  size_t i, kept = 0, starter = SIZE_MAX;
  int last = -1;             /* class of what was kept behind the starter */
  for (i = 0; i < w->count; i++) {
    uint32_t c = w->points[i], whole = 0;
    int class = (int)jilu_combining_class(c);
    if (starter != SIZE_MAX && last < class)
      whole = compose_pair(w->points[starter], c);
    if (whole != 0) {
      w->points[starter] = whole;
      continue;
    }
    last = class;
    if (class == 0) {
      starter = kept;
      last = -1;
    }
    w->points[kept++] = c;
  }
  w->count = kept;
}

/* --- the text ------------------------------------------------------------ */

static bool flush (work *w) {
  size_t i;
  sort_marks(w);
  if (w->composes) compose(w);
  for (i = 0; i < w->count; i++)
    if (!jilu_growing_add_point(&w->out, w->points[i])) return false;
  w->count = 0;
  return true;
}

/*
** Writes the segment that begins at 'i': up to the next code point that stays
** as it is and does not change what is before it. Gives its end, or SIZE_MAX
** where memory is out.
*/
static size_t write_segment (work *w, const unsigned char *s, size_t i,
                             size_t size) {
  unsigned inside = JILU_CLASS_INSIDE(w->compatible) | JILU_CLASS_COMBINING;
  size_t begin = i;
  while (i < size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode(s + i, size - i, &width, &ok);
    if (i > begin && (jilu_class_of(c) & inside) == 0) break;
    if (!add(w, c)) return SIZE_MAX;
    i += width;
  }
  return flush(w) ? i : SIZE_MAX;
}

/*
** From 'i' on, what passes the quick check. '*segment' is where the last code
** point begins that nothing before it changes; gives where the check fails.
*/
static size_t pass (const work *w, const unsigned char *s, size_t i,
                    size_t size, size_t *segment) {
  unsigned changes = JILU_CLASS_CHANGES(w->form), last = 0;
  while (i < size) {
    unsigned width, class, order;
    int ok;
    size_t run = s[i] < 0x80 ? jilu_plain_ascii(s + i, size - i)
                             : jilu_plain_han(s + i, size - i);
    if (run > 0) {
      i += run;
      last = 0;
      *segment = i - (s[i - 1] < 0x80 ? 1 : 3);
      continue;
    }
    class = jilu_class_of(jilu_utf8_decode(s + i, size - i, &width, &ok));
    order = class & JILU_CLASS_COMBINING;
    if (!ok || (class & changes) || (order != 0 && order < last)) break;
    if (order == 0 && !(class & JILU_CLASS_INSIDE(w->compatible)))
      *segment = i;
    last = order;
    i += width;
  }
  return i;
}

static bool normalize (work *w, const unsigned char *s, size_t size) {
  size_t i = 0;
  while (i < size) {
    size_t segment = i, stop = pass(w, s, i, size, &segment);
    unsigned width;
    int ok;
    if (stop == size) return jilu_growing_add(&w->out, s + i, size - i);
    (void)jilu_utf8_decode(s + stop, size - stop, &width, &ok);
    if (!ok) {
      if (!jilu_growing_add(&w->out, s + i, stop - i) ||
          !jilu_growing_add_point(&w->out, JILU_REPLACEMENT)) return false;
      i = stop + width;
      continue;
    }
    if ((jilu_class_of(jilu_utf8_next(s + stop, &width)) &
         (JILU_CLASS_INSIDE(w->compatible) | JILU_CLASS_COMBINING)) == 0)
      segment = stop;
    if (!jilu_growing_add(&w->out, s + i, segment - i)) return false;
    i = write_segment(w, s, segment, size);
    if (i == SIZE_MAX) return false;
  }
  return true;
}

static jilu_status normalize_form (const char *text, size_t size,
                                   jilu_form form, char **out,
                                   size_t *out_size) {
  work w = {0};
  bool done;
  w.form = form;
  w.composes = form == JILU_NFC || form == JILU_NFKC;
  w.compatible = form == JILU_NFKC || form == JILU_NFKD;
  done = jilu_growing_room(&w.out, size + 1) &&
         normalize(&w, (const unsigned char *)text, size);
  free(w.points);
  free(w.sorted);
  if (!done) {
    free(w.out.bytes);
    return JILU_NO_MEMORY;
  }
  *out = w.out.bytes;
  *out_size = w.out.size;
  return JILU_OK;
}

jilu_status jilu_normalize (const char *text, size_t size, jilu_form form,
                            char **out, size_t *out_size) {
  *out = NULL;
  *out_size = 0;
  if (form == JILU_CASEFOLD)
    return jilu_map_case(text, size, JILU_FOLD, JILU_ROOT, out, out_size);
  if ((unsigned)form > JILU_CASEFOLD) return JILU_BAD_VALUE;
  return normalize_form(text, size, form, out, out_size);
}

void jilu_free (void *p) {
  free(p);
}
