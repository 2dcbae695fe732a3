/* Sort keys by the Unicode Collation Algorithm, UTS #10, and comparison by them. */

#include "collation/collation.h"

#include <stdlib.h>
#include <string.h>

#include "jilu.h"
#include "unicode/growing.h"
#include "unicode/normalization.h"

/*
** Primary weights as they are compared: those of the table, then ideographs of
** the first block and others, what is not assigned, and what comes last.
*/
#define HAN          0x10000u
#define HAN_MORE     0x50000u   /* behind all that an order places */
#define UNASSIGNED  0x100000u
#define LAST        0x300000u

/* Marks that are looked at behind a contraction's beginning (UAX #15, 13). */
#define MOST_MARKS 32u

/* The levels of a key under way. */
typedef struct keys {
  const uint32_t *points;
  size_t count;
  unsigned char *taken;      /* marks that a contraction has taken */
  jilu_growing primary, secondary, tertiary, quaternary;
  jilu_collation_options options;
  bool behind_variable;      /* the last element that is no mark was shifted */
  bool ok;                   /* there was memory */
} keys;

static void add (keys *k, jilu_growing *level, const void *bytes, size_t size) {
  if (!jilu_growing_add(level, bytes, size)) k->ok = false;
}

/* Two bytes, the first below 0x8F, or three, the first from 0xA0 on. */
static void add_primary (keys *k, jilu_growing *level, uint32_t p) {
  unsigned char bytes[3];
  if (p < HAN) {
    bytes[0] = (unsigned char)((p + 0x100) >> 8);
    bytes[1] = (unsigned char)p;
    add(k, level, bytes, 2);
    return;
  }
  bytes[0] = (unsigned char)(0xA0 + (p >> 16));
  bytes[1] = (unsigned char)(p >> 8);
  bytes[2] = (unsigned char)p;
  add(k, level, bytes, 3);
}

static void add_secondary (keys *k, uint32_t s) {
  unsigned char bytes[2];
  bytes[0] = (unsigned char)(s < 0xF0 ? s + 1 : 0xF2);
  bytes[1] = (unsigned char)(s - 0xF0);
  add(k, &k->secondary, bytes, s < 0xF0 ? 1 : 2);
}

static void add_tertiary (keys *k, uint32_t t) {
  unsigned char byte = (unsigned char)(t + 1);
  add(k, &k->tertiary, &byte, 1);
}

/* Where punctuation is shifted: what stands on the fourth level (UTS #10, 4). */
static void add_shifted (keys *k, uint32_t p, bool variable) {
  static const unsigned char most[2] = {0xFF, 0xFF};
  if (variable) add_primary(k, &k->quaternary, p);
  else add(k, &k->quaternary, most, 2);
}

static void add_element (keys *k, uint32_t p, uint32_t s, uint32_t t) {
  bool variable = p >= jilu_collation.first_variable &&
                  p <= jilu_collation.last_variable;
  if (k->options.shifted) {
    if (variable) {
      k->behind_variable = true;
      add_shifted(k, p, true);
      return;
    }
    if (p == 0 && k->behind_variable) return;
    if (p != 0) k->behind_variable = false;
    if (p != 0 || s != 0 || t != 0) add_shifted(k, p, false);
  }
  if (p != 0) add_primary(k, &k->primary, p);
  if (s != 0) add_secondary(k, s);
  if (t != 0) add_tertiary(k, t);
}

static uint32_t han_primary (const keys *k, uint32_t c) {
  const uint16_t *order = jilu_han_orders[k->options.han];
  bool first;
  if (order != NULL && c >= 0x3400 && c <= 0x9FFF && order[c - 0x3400] != 0)
    return HAN + order[c - 0x3400];
  first = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFA0E && c <= 0xFA29);
  return (first ? HAN : HAN_MORE) + c;
}

static bool is_han (uint32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xFA0E && c <= 0xFA29) ||
         (c >= 0x20000 && c <= 0x3FFFF && *jilu_category(c) == 'L');
}

/* What no table has: its weight follows from its code point. */
static void add_implicit (keys *k, uint32_t c) {
  add_element(k, is_han(c) ? han_primary(k, c) : UNASSIGNED + c,
              jilu_collation.common_secondary, jilu_collation.common_tertiary);
}

static void add_elements (keys *k, const uint32_t *e, unsigned count) {
  const uint32_t *end = e + count;
  while (e < end) {
    uint32_t p = JILU_ELEMENT_PRIMARY(*e), s = JILU_ELEMENT_SECONDARY(*e);
    uint32_t t = JILU_ELEMENT_TERTIARY(*e);
    e++;
    if (p == JILU_ELEMENT_HAN) p = han_primary(k, *e++);
    else if (p >= jilu_collation.after_han) p += LAST;
    add_element(k, p, s, t);
  }
}

/* --- contractions ---------------------------------------------------------- */

static int compare_points (const uint32_t *a, const uint32_t *b) {
  int i;
  for (i = 0; i < 3; i++)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

/* The contraction of these characters, the rest 0; NULL: there is none. */
static const jilu_contraction *contraction_of (const uint32_t points[3]) {
  const jilu_contraction *list = jilu_collation.contractions;
  size_t low = 0, high = jilu_collation.contraction_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare_points(list[middle].points, points);
    if (order == 0) return &list[middle];
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

/* The next character from 'at' on that nothing has taken. */
static size_t next_free (const keys *k, size_t at) {
  while (at < k->count && k->taken[at]) at++;
  return at;
}

/*
** The longest contraction that begins at 'at': of characters in a row, then with
** marks that nothing between them blocks (S2.1), which are taken. Where it ends;
** 0: there is none.
*/
static size_t contract (keys *k, size_t at, const jilu_contraction **found) {
  uint32_t points[3] = {0, 0, 0};
  const jilu_contraction *longer;
  size_t next = next_free(k, at + 1), end = 0, seen;
  unsigned length = 1, last = 0;
  *found = NULL;
  points[0] = k->points[at];
  if (next < k->count) {
    size_t third = next_free(k, next + 1);
    points[1] = k->points[next];
    if (third < k->count) {
      points[2] = k->points[third];
      longer = contraction_of(points);
      if (longer != NULL) {
        *found = longer;
        return third + 1;
      }
      points[2] = 0;
    }
    *found = contraction_of(points);
    if (*found != NULL) {
      length = 2;
      end = next + 1;
      next = next_free(k, end);
    }
    else points[1] = 0;
  }
  /* marks further on, each of a class that none before it has */
  for (seen = 0; next < k->count && seen < MOST_MARKS && length < 3; seen++) {
    unsigned class_ = jilu_combining_class(k->points[next]);
    if (class_ == 0) break;
    if (class_ != last) {
      points[length] = k->points[next];
      longer = contraction_of(points);
      if (longer != NULL) {
        *found = longer;
        k->taken[next] = 1;
        length++;
      }
      else {
        points[length] = 0;
        last = class_;
      }
    }
    next = next_free(k, next + 1);
  }
  return *found == NULL ? 0 : end != 0 ? end : at + 1;
}

/* --- numbers --------------------------------------------------------------- */

/*
** The decimal digit that 'c' is, -1 for none. They stand in tens, in one place
** five of them in a row.
*/
static int digit_of (uint32_t c) {
  uint32_t zero = c;
  if (c < 0x80) return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
  if (strcmp(jilu_category(c), "Nd") != 0) return -1;
  while (c - zero < 60 && strcmp(jilu_category(zero - 1), "Nd") == 0) zero--;
  return (int)((c - zero) % 10);
}

/* Digits in a row by the number that they are: how many, then each. */
static size_t add_number (keys *k, size_t at) {
  size_t end = at, first;
  while (end < k->count && digit_of(k->points[end]) >= 0) end++;
  for (first = at; first + 1 < end && digit_of(k->points[first]) == 0;) first++;
  add_element(k, jilu_collation.zero, jilu_collation.common_secondary,
              jilu_collation.common_tertiary);
  add_element(k, end - first < 0x7000 ? (uint32_t)(end - first) + 0x1000 : 0x8000,
              0, 0);
  for (; first < end; first++)
    add_element(k, (uint32_t)digit_of(k->points[first]) + 0x1000, 0, 0);
  return end;
}

/* --- keys ------------------------------------------------------------------ */

static size_t add_character (keys *k, size_t at) {
  uint32_t c = k->points[at], value = jilu_collation_value(c);
  const jilu_contraction *found;
  size_t end;
  if (k->options.numeric && digit_of(c) >= 0) return add_number(k, at);
  if (value == JILU_VALUE_NONE) {
    add_implicit(k, c);
    return at + 1;
  }
  if ((value & JILU_VALUE_MULTIPLE) == 0) {
    add_elements(k, &value, 1);
    return at + 1;
  }
  if ((value & JILU_VALUE_BEGINS) && (end = contract(k, at, &found)) != 0) {
    add_elements(k, jilu_collation.elements + found->at, found->count);
    return end;
  }
  add_elements(k, jilu_collation.elements + JILU_VALUE_AT(value),
               JILU_VALUE_COUNT(value));
  return at + 1;
}

static void put_level (keys *k, jilu_growing *out, const jilu_growing *level) {
  add(k, out, "", 1);
  add(k, out, level->bytes, level->size);
}

/* The levels one behind the other, parted by zeros. */
static void put_key (keys *k, const char *normal, size_t size,
                     jilu_growing *out) {
  jilu_strength strength = k->options.strength;
  add(k, out, k->primary.bytes, k->primary.size);
  if (strength >= JILU_SECONDARY) put_level(k, out, &k->secondary);
  if (strength >= JILU_TERTIARY) put_level(k, out, &k->tertiary);
  if (strength >= JILU_QUATERNARY) put_level(k, out, &k->quaternary);
  if (strength == JILU_IDENTICAL) {
    add(k, out, "", 1);
    add(k, out, normal, size);
  }
}

/* The code points of well-formed text; '*count' gets how many. */
static uint32_t *points_of (const char *text, size_t size, size_t *count) {
  uint32_t *points = malloc((size + 1) * sizeof *points);
  size_t at = 0;
  *count = 0;
  while (points != NULL && at < size) {
    unsigned width;
    points[(*count)++] = jilu_utf8_next((const unsigned char *)text + at,
                                        &width);
    at += width;
  }
  return points;
}

static jilu_status make_key (const char *normal, size_t size,
                             const jilu_collation_options *options,
                             jilu_growing *out) {
  keys k;
  uint32_t *points;
  size_t at = 0;
  memset(&k, 0, sizeof k);
  k.options = *options;
  points = points_of(normal, size, &k.count);
  k.points = points;
  k.taken = calloc(k.count + 1, 1);
  k.ok = points != NULL && k.taken != NULL;
  while (k.ok && at < k.count) {
    if (k.taken[at]) at++;
    else at = add_character(&k, at);
  }
  if (k.ok) put_key(&k, normal, size, out);
  free(points);
  free(k.taken);
  free(k.primary.bytes);
  free(k.secondary.bytes);
  free(k.tertiary.bytes);
  free(k.quaternary.bytes);
  return k.ok ? JILU_OK : JILU_NO_MEMORY;
}

static const jilu_collation_options usual = {JILU_TERTIARY, false, false,
                                             JILU_HAN_CODE_POINT};

jilu_status jilu_sort_key (const char *text, size_t size,
                           const jilu_collation_options *options, char **out,
                           size_t *out_size) {
  jilu_growing key = {NULL, 0, 0};
  char *normal;
  size_t normal_size;
  jilu_status status;
  *out = NULL;
  status = jilu_normalize(text, size, JILU_NFD, &normal, &normal_size);
  if (status != JILU_OK) return status;
  status = make_key(normal, normal_size, options != NULL ? options : &usual,
                    &key);
  if (status == JILU_OK && !jilu_growing_room(&key, 1)) status = JILU_NO_MEMORY;
  jilu_free(normal);
  if (status != JILU_OK) {
    free(key.bytes);
    return status;
  }
  *out = key.bytes;
  *out_size = key.size;
  return JILU_OK;
}

jilu_status jilu_compare (const char *a, size_t a_size, const char *b,
                          size_t b_size, const jilu_collation_options *options,
                          int *order) {
  char *x, *y;
  size_t x_size, y_size, size;
  jilu_status status;
  *order = 0;
  if (a_size == b_size && memcmp(a, b, a_size) == 0) return JILU_OK;
  status = jilu_sort_key(a, a_size, options, &x, &x_size);
  if (status != JILU_OK) return status;
  status = jilu_sort_key(b, b_size, options, &y, &y_size);
  if (status == JILU_OK) {
    size = x_size < y_size ? x_size : y_size;
    *order = memcmp(x, y, size);
    if (*order == 0 && x_size != y_size) *order = x_size < y_size ? -1 : 1;
    else *order = *order < 0 ? -1 : *order > 0;
    jilu_free(y);
  }
  jilu_free(x);
  return status;
}
