/* Definitions and labels of Markdown: see markup_reference.h. */

#include "view/markup_reference.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of a label (CommonMark: 999 characters). */
#define LABEL_MAX 999

static bool is_space (unsigned char c) { return c == ' ' || c == '\t'; }

static unsigned char lower (unsigned char c) {
  return c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
}

static size_t skip_spaces (const unsigned char *s, size_t at, size_t end) {
  while (at < end && is_space(s[at])) at++;
  return at;
}

static int compare (const jilu_label *a, const jilu_label *b) {
  size_t k, least = a->size < b->size ? a->size : b->size;
  for (k = 0; k < least; k++)
    if (lower(a->at[k]) != lower(b->at[k]))
      return lower(a->at[k]) < lower(b->at[k]) ? -1 : 1;
  return a->size == b->size ? 0 : a->size < b->size ? -1 : 1;
}

static int compare_items (const void *a, const void *b) {
  return compare(a, b);
}

size_t jilu_label_end (const unsigned char *s, size_t at, size_t end,
                       jilu_label *label) {
  size_t k = at + 1;
  if (at >= end || s[at] != '[') return 0;
  while (k < end && s[k] != ']' && s[k] != '[' && s[k] != '\n' &&
         k - at <= LABEL_MAX) k++;
  if (k >= end || s[k] != ']') return 0;
  label->at = s + at + 1;
  label->size = k - at - 1;
  return k + 1;
}

/* An address has a '/' or '#', or a '.' before letters. Returns what is behind
   it, 0 where it is none. */
static size_t address_end (const unsigned char *s, size_t at, size_t end) {
  bool addressed = false;
  for (; at < end && !is_space(s[at]); at++) {
    unsigned char next = at + 1 < end ? lower(s[at + 1]) : 0;
    if (s[at] == '/' || s[at] == '#' ||
        (s[at] == '.' && next >= 'a' && next <= 'z')) addressed = true;
  }
  return addressed ? at : 0;
}

/* Is [at, end) nothing or "title", 'title', (title)? */
static bool is_title (const unsigned char *s, size_t at, size_t end) {
  unsigned char closing;
  at = skip_spaces(s, at, end);
  while (end > at && (is_space(s[end - 1]) || s[end - 1] == '\r')) end--;
  if (at == end) return true;
  closing = s[at] == '(' ? ')' : s[at];
  return end - at >= 2 && strchr("\"')", closing) != NULL &&
         s[end - 1] == closing;
}

size_t jilu_definition_end (const unsigned char *s, size_t at, size_t end,
                            jilu_label *label) {
  size_t behind = jilu_label_end(s, at, end, label), address;
  if (behind == 0 || label->size == 0 || behind >= end || s[behind] != ':')
    return 0;
  behind = skip_spaces(s, behind + 1, end);
  if (label->at[0] == '^') return label->size > 1 ? behind : 0;
  address = address_end(s, behind, end);
  return address != 0 && is_title(s, address, end) ? end : 0;
}

static jilu_status add (jilu_labels *out, size_t *room, jilu_label label) {
  if (out->count == *room) {
    size_t more = *room ? *room * 2 : 16;
    jilu_label *grown = realloc(out->items, more * sizeof *grown);
    if (grown == NULL) return JILU_NO_MEMORY;
    out->items = grown;
    *room = more;
  }
  out->items[out->count++] = label;
  return JILU_OK;
}

jilu_status jilu_labels_find (const char *text, size_t size,
                              jilu_labels *out) {
  const unsigned char *s = (const unsigned char *)text;
  size_t at = 0, room = 0;
  jilu_status status = JILU_OK;
  out->items = NULL;
  out->count = 0;
  while (at < size && status == JILU_OK) {
    const unsigned char *stop = memchr(s + at, '\n', size - at);
    size_t end = stop != NULL ? (size_t)(stop - s) : size;
    size_t begin = skip_spaces(s, at, end);
    jilu_label label;
    if (begin < end && s[begin] == '[' &&
        jilu_definition_end(s, begin, end, &label) != 0)
      status = add(out, &room, label);
    at = end + 1;
  }
  if (status != JILU_OK) {
    free(out->items);
    out->items = NULL;
    out->count = 0;
  }
  if (out->count > 1)
    qsort(out->items, out->count, sizeof *out->items, compare_items);
  return status;
}

bool jilu_labels_has (const jilu_labels *labels, const unsigned char *label,
                      size_t size) {
  jilu_label wanted;
  wanted.at = label;
  wanted.size = size;
  return labels->count > 0 &&
         bsearch(&wanted, labels->items, labels->count, sizeof *labels->items,
                 compare_items) != NULL;
}
