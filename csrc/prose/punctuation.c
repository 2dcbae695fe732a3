#include "prose/punctuation.h"

#include <string.h>

#include "unicode/utf8.h"

/* --- marks ---------------------------------------------------------------- */

void jilu_marks_open (jilu_marks *m) {
  unsigned b;
  memset(m, 0, sizeof *m);
  for (b = 0; b < 256; b++)
    m->widths[b] = b < 0xC0 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

int jilu_marks_add (jilu_marks *m, jilu_mark_kind kind, uint32_t c,
                    uint32_t closing) {
  jilu_mark *mark;
  if (m->count == JILU_MARKS_MAX) return 0;
  mark = &m->list[m->count++];
  mark->kind = (uint8_t)kind;
  mark->size = (uint8_t)jilu_utf8_encode(c, (char *)mark->utf8);
  if (closing != 0)
    mark->closing_size =
      (uint8_t)jilu_utf8_encode(closing, (char *)mark->closing);
  mark->next = m->first[mark->utf8[0]];
  m->first[mark->utf8[0]] = (uint8_t)m->count;
  m->widths[mark->utf8[0]] = 0;
  return 1;
}

/* Whether a character of 'size' bytes stands at 's', of which the first byte is
   known to fit. */
static inline int stands (const unsigned char *utf8, unsigned size,
                          const unsigned char *s, size_t left) {
  unsigned i;
  if (size > left) return 0;
  for (i = 1; i < size; i++)
    if (utf8[i] != s[i]) return 0;
  return 1;
}

/* The place of the mark at byte 'at' in the set; its count where none is. */
static inline size_t mark_at (const jilu_marks *m, const unsigned char *s,
                              size_t at, size_t end) {
  unsigned place = m->first[s[at]];
  while (place != 0) {
    const jilu_mark *mark = &m->list[place - 1];
    if (stands(mark->utf8, mark->size, s + at, end - at)) return place - 1;
    place = mark->next;
  }
  return m->count;
}

/* --- the state ------------------------------------------------------------ */

typedef struct cutter {
  const jilu_marks *marks;
  const jilu_clause_sink *sink;
  const unsigned char *s;
  size_t begin, end;         /* what is cut */
  size_t sentence, clause;   /* where the open ones begin */
  size_t behind;             /* the number of the range before the sentence */
  size_t part;               /* ranges that are passed */
  size_t part_begin, part_end;
  int waits;                 /* a clause was read, its mark may be stronger */
  size_t wait_begin, wait_end;
  jilu_mark_kind wait_kind;
  int wait_colon;
  uint8_t unclosed[JILU_MARKS_MAX];
} cutter;

/* --- digits --------------------------------------------------------------- */

static int digit_at (const cutter *c, size_t at) {
  return at >= c->begin && at < c->end && c->s[at] >= '0' && c->s[at] <= '9';
}

/* One to three digits before, three and no more behind. */
static int groups_digits (const cutter *c, size_t at) {
  if (!digit_at(c, at + 1) || !digit_at(c, at + 2) || !digit_at(c, at + 3) ||
      digit_at(c, at + 4) || at == 0 || !digit_at(c, at - 1))
    return 0;
  return at < 4 || !digit_at(c, at - 2) || !digit_at(c, at - 3) ||
         !digit_at(c, at - 4);
}

static int is_clock (const cutter *c, size_t at) {
  return at > 0 && digit_at(c, at - 1) && digit_at(c, at + 1) &&
         digit_at(c, at + 2);
}

/* --- what is found -------------------------------------------------------- */

static void tell_clause (cutter *c) {
  if (c->waits)
    c->sink->clause(c->sink->to, c->wait_begin, c->wait_end, c->wait_kind,
                    c->wait_colon);
  c->waits = 0;
}

/* Ends the open clause at 'end'. */
static void end_clause (cutter *c, size_t end, jilu_mark_kind kind) {
  size_t begin = c->clause;
  while (begin < end && c->s[begin] == ' ') begin++;
  while (end > begin && c->s[end - 1] == ' ') end--;
  if (begin < end) {
    tell_clause(c);
    c->waits = 1;
    c->wait_begin = begin;
    c->wait_end = end;
    c->wait_kind = kind;
    c->wait_colon = 0;
  }
  else if (c->waits && kind < c->wait_kind) c->wait_kind = kind;
  if (kind == JILU_MARK_COLON) c->wait_colon = 1;
}

static void next_part (cutter *c) {
  if (!c->sink->part(c->sink->to, c->part++, &c->part_begin, &c->part_end))
    c->part_begin = c->part_end = (size_t)-1;
}

static void end_sentence (cutter *c, size_t end) {
  if (end > c->sentence) {
    end_clause(c, end, JILU_MARK_SENTENCE);
    tell_clause(c);
    c->sink->sentence(c->sink->to, c->sentence, end, c->behind);
  }
  c->behind = 0;
}

/* Ends the sentences that ranges part before 'at'. */
static void pass_parts (cutter *c, size_t at) {
  while (c->part_begin < at) {
    if (c->part_end > c->sentence) {
      end_sentence(c, c->part_begin);
      c->behind = c->part;
      c->sentence = c->clause = c->part_end;
    }
    next_part(c);
  }
}

/* Where the bracket at 'at' is closed: the byte behind it, or 0. */
static size_t close_of (cutter *c, size_t k, size_t at) {
  const jilu_mark *mark = &c->marks->list[k];
  const unsigned char *s = c->s + at, *end = c->s + c->end;
  if (c->unclosed[k]) return 0;
  while ((size_t)(end - s) >= mark->closing_size &&
         (s = memchr(s, mark->closing[0],
                     (size_t)(end - s) - mark->closing_size + 1)) != NULL) {
    if (memcmp(s, mark->closing, mark->closing_size) == 0)
      return (size_t)(s - c->s) + mark->closing_size;
    s++;
  }
  c->unclosed[k] = 1;
  return 0;
}

/* Reads the mark at 'at'; returns the byte behind what it covers. */
static size_t read_mark (cutter *c, size_t k, size_t at) {
  jilu_mark_kind kind = (jilu_mark_kind)c->marks->list[k].kind;
  size_t next = at + c->marks->list[k].size, close;
  if (kind == JILU_MARK_BRACKET) {
    close = close_of(c, k, next);
    if (close == 0) return next;
    c->sink->bracket(c->sink->to, at, close);
    return close;
  }
  if ((kind == JILU_MARK_COMMA && groups_digits(c, at)) ||
      (kind == JILU_MARK_COLON && is_clock(c, at)))
    return next;
  pass_parts(c, at);
  if (kind == JILU_MARK_SENTENCE) {
    end_sentence(c, at);
    if (next > c->sentence) c->sentence = next;
  }
  else if (at >= c->clause) end_clause(c, at, kind);
  if (next > c->clause) c->clause = next;
  return next;
}

void jilu_clauses_cut (const jilu_marks *m, const char *text, size_t begin,
                       size_t end, const jilu_clause_sink *sink) {
  cutter c;
  size_t at = begin;
  memset(&c, 0, sizeof c);
  c.marks = m;
  c.sink = sink;
  c.s = (const unsigned char *)text;
  c.begin = c.sentence = c.clause = begin;
  c.end = end;
  next_part(&c);
  while (at < end) {
    size_t k, width = m->widths[c.s[at]];
    at += width;
    if (width > 0) continue;
    k = mark_at(m, c.s, at, end);
    if (k < m->count) at = read_mark(&c, k, at);
    else at++;
  }
  pass_parts(&c, end);
  end_sentence(&c, end);
}

/* Behind the closing bracket at 'at', if one stands there. */
static size_t pass_closing (const jilu_marks *m, const unsigned char *s,
                            size_t at, size_t end) {
  size_t k;
  for (k = 0; k < m->count; k++) {
    const jilu_mark *mark = &m->list[k];
    if (mark->kind == JILU_MARK_BRACKET && at < end &&
        mark->closing[0] == s[at] &&
        stands(mark->closing, mark->closing_size, s + at, end - at))
      return at + mark->closing_size;
  }
  return at;
}

size_t jilu_clauses_next (const jilu_marks *m, const char *text, size_t at,
                          size_t end, jilu_mark_kind *kind) {
  const unsigned char *s = (const unsigned char *)text;
  while (at < end) {
    size_t k, width = m->widths[s[at]];
    at += width;
    if (width > 0) continue;
    k = mark_at(m, s, at, end);
    if (k == m->count || m->list[k].kind == JILU_MARK_BRACKET) {
      at++;
      continue;
    }
    *kind = (jilu_mark_kind)m->list[k].kind;
    at += m->list[k].size;
    return *kind == JILU_MARK_SENTENCE ? pass_closing(m, s, at, end) : at;
  }
  return end + 1;
}
