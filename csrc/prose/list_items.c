#include "prose/list_items.h"

typedef enum mark {
  NONE,
  OPEN,            /* “ 「 《 */
  OPEN_BRACKET,
  CLOSE,           /* ” 」 》 */
  CLOSE_BRACKET,
  ENUMERATION,     /* 、 */
  COMMA,           /* , ; */
  COLON,
  STOP             /* 。 ! ? */
} mark;

static mark ascii_mark (unsigned char c) {
  switch (c) {
    case '(': return OPEN_BRACKET;
    case ')': return CLOSE_BRACKET;
    case ',': case ';': return COMMA;
    case ':': return COLON;
    case '!': case '?': return STOP;
    default: return NONE;
  }
}

/* The mark E3 80 'last' of the block CJK Symbols and Punctuation. */
static mark cjk_mark (unsigned char last) {
  switch (last) {
    case 0x81: return ENUMERATION;
    case 0x82: return STOP;
    case 0x8A: case 0x8C: return OPEN;
    case 0x8B: case 0x8D: return CLOSE;
    default: return NONE;
  }
}

static mark wide_mark (const unsigned char *s) {
  if (s[1] != 0x80) return NONE;
  if (s[0] == 0xE3) return cjk_mark(s[2]);
  if (s[2] == 0x9C) return OPEN;
  return s[2] == 0x9D ? CLOSE : NONE;
}

/* The mark that begins at 's', which has 'left' bytes, and its width. */
static mark mark_at (const unsigned char *s, size_t left, size_t *width) {
  *width = 1;
  if (*s < 0x80) return ascii_mark(*s);
  if ((*s != 0xE2 && *s != 0xE3) || left < 3) return NONE;
  *width = 3;
  return wide_mark(s);
}

static bool opens (mark m) { return m == OPEN || m == OPEN_BRACKET; }
static bool closes (mark m) { return m == CLOSE || m == CLOSE_BRACKET; }
static bool ends_clause (mark m) { return m >= COMMA; }

static bool continues (unsigned char c) { return (c & 0xC0) == 0x80; }

size_t jilu_clause_begin (const char *text, size_t size, size_t end,
                          size_t window) {
  const unsigned char *s = (const unsigned char *)text;
  size_t start = end > window ? end - 1 - window : 0, at = end, width;
  long depth = 0;
  while (start > 0 && start < end && continues(s[start])) start++;
  while (at > start) {
    mark m;
    at--;
    m = mark_at(s + at, size - at, &width);
    if (m == NONE) continue;
    if (closes(m)) depth++;
    else if (opens(m)) depth--;
    if (depth < 0 || (depth == 0 && ends_clause(m))) return at + width;
  }
  return start;
}

size_t jilu_list_limit (const char *text, size_t size, size_t begin,
                      size_t window) {
  const unsigned char *s = (const unsigned char *)text;
  size_t at = begin, stop = size, width;
  long depth = 0;
  if (size - begin > window) stop = begin + 1 + window;
  for (; at < stop; at += width) {
    mark m = mark_at(s + at, size - at, &width);
    if (m == NONE) width = 1;
    else if (opens(m)) depth++;
    else if (closes(m) && depth-- == 0) return at;
    else if (m == STOP && depth == 0) return at;
  }
  while (stop < size && continues(s[stop])) stop++;
  return stop;
}

void jilu_items_start (jilu_items *list, const char *text, size_t size,
                       size_t begin, size_t end, bool commas) {
  list->text = text;
  list->size = size;
  list->at = list->from = begin;
  list->end = end;
  list->depth = 0;
  list->commas = commas;
  list->done = false;
}

/*
** Bytes of the item behind the mark of this kind that was met at 'at', if the
** item ends with it (“A”“B”) or before it; -1 where it doesn't end there.
*/
static int item_end (jilu_items *list, mark m, size_t at, size_t width) {
  const unsigned char *s = (const unsigned char *)list->text;
  size_t behind = at + width, next;
  if (opens(m)) list->depth++;
  else if (closes(m))
    return --list->depth == 0 && m == CLOSE && behind < list->end &&
           mark_at(s + behind, list->size - behind, &next) == OPEN
             ? (int)width : -1;
  else if (list->depth <= 0 &&
           (m == ENUMERATION || (m == COMMA && list->commas)))
    return 0;
  return -1;
}

bool jilu_items_next (jilu_items *list, size_t *first, size_t *last) {
  const unsigned char *s = (const unsigned char *)list->text;
  size_t width;
  if (list->done) return false;
  *first = list->from;
  while (list->at < list->end) {
    size_t at = list->at;
    mark m = mark_at(s + at, list->size - at, &width);
    int more;
    list->at += m == NONE ? 1 : width;
    if (m == NONE || (more = item_end(list, m, at, width)) < 0) continue;
    *last = at + (size_t)more;
    list->from = at + width;
    return true;
  }
  *last = list->end;
  return list->done = true;
}
