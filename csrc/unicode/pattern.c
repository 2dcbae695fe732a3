#include "unicode/pattern.h"

#include <string.h>

#include "unicode/property.h"
#include "unicode/utf8.h"

#define ESCAPE '%'

static const char *match (jilu_pattern_match *m, const char *s, const char *p);

/* --- characters ---------------------------------------------------------- */

static const char *fail (jilu_pattern_match *m, jilu_pattern_error error) {
  if (m->error == JILU_PATTERN_FINE) m->error = error;
  return NULL;
}

/* Decodes the code point at 's' and moves behind it. */
static uint32_t take (const char **s, const char *end) {
  unsigned width;
  int ok;
  uint32_t c = jilu_utf8_decode((const unsigned char *)*s,
                                (size_t)(end - *s), &width, &ok);
  *s += width;
  return c;
}

const char *jilu_match_next (const jilu_pattern_match *m, const char *s) {
  (void)take(&s, m->end);
  return s;
}

/* --- classes ------------------------------------------------------------- */

/* The set of %p{name}; '*p' stands at the name and goes behind the brace. */
static bool in_named_set (jilu_pattern_match *m, uint32_t c, const char **p) {
  const char *name = *p;
  const char *close = memchr(name, '}', (size_t)(m->pattern_end - name));
  jilu_set set;
  bool not = name < m->pattern_end && *name == '^';
  int i;
  *p = close + 1;
  for (i = 0; i < m->set_count && m->sets[i].name != name; i++) continue;
  if (i == m->set_count) {
    if (i == JILU_PATTERN_SETS) {
      fail(m, JILU_PATTERN_MANY_SETS);
      return false;
    }
    if (!jilu_set_find(name + not, (size_t)(close - name) - not, &set)) {
      fail(m, JILU_PATTERN_SET);
      return false;
    }
    m->sets[i].name = name;
    m->sets[i].property = set.property;
    memcpy(m->sets[i].values, set.values, sizeof set.values);
    m->set_count++;
  }
  set.property = m->sets[i].property;
  memcpy(set.values, m->sets[i].values, sizeof set.values);
  return jilu_set_has(&set, c) != not;
}

/* Whether 'c' is in the class %'letter'; -1 where that is no class. */
static int in_class (uint32_t c, int letter) {
  unsigned bits = jilu_trie_get(&jilu_posix_classes, c);
  switch (letter | 32) {
    case 'a': return (bits & JILU_POSIX_ALPHA) != 0;
    case 'c': return c < 0x20 || (c >= 0x7F && c < 0xA0);
    case 'd': return (bits & JILU_POSIX_DIGIT) != 0;
    case 'g': return (bits & JILU_POSIX_GRAPH) != 0;
    case 'l': return (bits & JILU_POSIX_LOWER) != 0;
    case 'p': return (bits & JILU_POSIX_PUNCT) != 0;
    case 's': return (bits & JILU_POSIX_SPACE) != 0;
    case 'u': return (bits & JILU_POSIX_UPPER) != 0;
    case 'w': return (bits & (JILU_POSIX_ALPHA | JILU_POSIX_DIGIT)) != 0;
    case 'x': return (bits & JILU_POSIX_HEX) != 0;
    default: return -1;
  }
}

static bool is_letter (char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a named set stands at 'p', behind the escape: "p{". */
static bool is_named (const jilu_pattern_match *m, const char *p) {
  return m->pattern_end - p >= 2 && (p[0] == 'p' || p[0] == 'P') &&
         p[1] == '{' &&
         memchr(p + 2, '}', (size_t)(m->pattern_end - p - 2)) != NULL;
}

/* An escaped item at 'p', behind the escape; '*p' goes behind it. */
static bool in_escaped (jilu_pattern_match *m, uint32_t c, const char **p) {
  char letter = **p;
  int found = -1;
  if (is_named(m, *p)) {
    bool has;
    *p += 2;
    has = in_named_set(m, c, p);
    return letter == 'p' ? has : !has;
  }
  if (is_letter(letter)) found = in_class(c, letter);
  if (found < 0) return take(p, m->pattern_end) == c;
  (*p)++;
  return letter < 'a' ? !found : found;
}

/* The set between 'p' at its '[' and 'last' at its ']'. */
static bool in_bracket (jilu_pattern_match *m, uint32_t c, const char *p,
                        const char *last) {
  bool has = true;
  p++;
  if (*p == '^') {
    has = false;
    p++;
  }
  while (p < last) {
    if (*p == ESCAPE) {
      p++;
      if (in_escaped(m, c, &p)) return has;
    }
    else {
      uint32_t low = take(&p, last), high = low;
      if (last - p >= 2 && *p == '-') {
        p++;
        high = take(&p, last);
      }
      if (low <= c && c <= high) return has;
    }
  }
  return !has;
}

/* --- items --------------------------------------------------------------- */

/* Behind an escape at 'p'. */
static const char *escape_end (jilu_pattern_match *m, const char *p) {
  if (p == m->pattern_end) return fail(m, JILU_PATTERN_END);
  if (is_named(m, p))
    return (const char *)memchr(p, '}', (size_t)(m->pattern_end - p)) + 1;
  (void)take(&p, m->pattern_end);
  return p;
}

static const char *bracket_end (jilu_pattern_match *m, const char *p) {
  p++;
  if (p < m->pattern_end && *p == '^') p++;
  do {                               /* a ']' in the first place is one */
    if (p >= m->pattern_end) return fail(m, JILU_PATTERN_BRACKET);
    if (*p == ESCAPE) {
      if (p + 1 == m->pattern_end) return fail(m, JILU_PATTERN_BRACKET);
      p = escape_end(m, p + 1);
    }
    else (void)take(&p, m->pattern_end);
  } while (p >= m->pattern_end || *p != ']');
  return p + 1;
}

static const char *item_end (jilu_pattern_match *m, const char *p) {
  if (*p == ESCAPE) return escape_end(m, p + 1);
  if (*p == '[') return bracket_end(m, p);
  (void)take(&p, m->pattern_end);
  return p;
}

/* The end of what the item [p, ep) matches at 's'; NULL: nothing. */
static const char *match_item (jilu_pattern_match *m, const char *s,
                               const char *p,
                               const char *ep) {
  uint32_t c;
  const char *next = s;
  bool has;
  if (s >= m->end) return NULL;
  if (m->steps-- == 0) return fail(m, JILU_PATTERN_STEPS);
  if (*p == '.' && m->cluster != NULL) return m->cluster(s, m->end);
  c = take(&next, m->end);
  if (*p == '.') has = true;
  else if (*p == ESCAPE) {
    p++;
    has = in_escaped(m, c, &p);
  }
  else if (*p == '[') has = in_bracket(m, c, p, ep - 1);
  else has = take(&p, m->pattern_end) == c;
  return has && m->error == JILU_PATTERN_FINE ? next : NULL;
}

/* --- repetition ---------------------------------------------------------- */

/* The begin of the item of the pattern that ends at 's'. */
static const char *before (jilu_pattern_match *m, const char *first,
                           const char *s) {
  const char *at = s - 1;
  if (m->cluster != NULL) {
    const char *next = first;        /* clusters are known from their begin */
    while (next < s) {
      at = next;
      next = m->cluster(next, m->end);
      if (m->steps > 0) m->steps--;
    }
    return at;
  }
  while (at > first && s - at < 4 && ((unsigned char)*at & 0xC0) == 0x80) at--;
  return jilu_match_next(m, at) == s ? at : s - 1;
}

static const char *match_most (jilu_pattern_match *m, const char *s,
                               const char *p,
                               const char *ep) {
  const char *at = s, *next;
  while ((next = match_item(m, at, p, ep)) != NULL) at = next;
  while (m->error == JILU_PATTERN_FINE) {
    const char *found = match(m, at, ep + 1);
    if (found != NULL || at == s) return found;
    at = before(m, s, at);
    if (m->steps-- == 0) return fail(m, JILU_PATTERN_STEPS);
  }
  return NULL;
}

static const char *match_least (jilu_pattern_match *m, const char *s,
                                const char *p,
                                const char *ep) {
  while (m->error == JILU_PATTERN_FINE) {
    const char *found = match(m, s, ep + 1);
    if (found != NULL) return found;
    s = match_item(m, s, p, ep);
    if (s == NULL) break;
  }
  return NULL;
}

/* --- captures ------------------------------------------------------------ */

static const char *open_capture (jilu_pattern_match *m, const char *s,
                                 const char *p,
                                 ptrdiff_t kind) {
  const char *found;
  if (m->level == JILU_CAPTURES) return fail(m, JILU_PATTERN_TOO_MANY);
  m->captures[m->level].at = s;
  m->captures[m->level].size = kind;
  m->level++;
  found = match(m, s, p);
  if (found == NULL) m->level--;
  return found;
}

static const char *close_capture (jilu_pattern_match *m, const char *s,
                                  const char *p) {
  int i = m->level - 1;
  const char *found;
  while (i >= 0 && m->captures[i].size != JILU_CAPTURE_OPEN) i--;
  if (i < 0) return fail(m, JILU_PATTERN_CLOSE);
  m->captures[i].size = s - m->captures[i].at;
  found = match(m, s, p);
  if (found == NULL) m->captures[i].size = JILU_CAPTURE_OPEN;
  return found;
}

/* %1 to %9. */
static const char *match_capture (jilu_pattern_match *m, const char *s,
                                  char digit) {
  int i = digit - '1';
  ptrdiff_t size;
  if (i < 0 || i >= m->level || m->captures[i].size == JILU_CAPTURE_OPEN)
    return fail(m, JILU_PATTERN_CAPTURE);
  size = m->captures[i].size;
  if (size < 0 ||                      /* a position: as in Lua, nothing is */
      m->end - s < size || memcmp(m->captures[i].at, s, (size_t)size) != 0)
    return NULL;
  return s + size;
}

/* --- %b and %f ----------------------------------------------------------- */

static const char *match_balance (jilu_pattern_match *m, const char *s,
                                  const char **p) {
  uint32_t open, close;
  int depth = 1;
  if (*p >= m->pattern_end) return fail(m, JILU_PATTERN_BALANCE);
  open = take(p, m->pattern_end);
  if (*p >= m->pattern_end) return fail(m, JILU_PATTERN_BALANCE);
  close = take(p, m->pattern_end);
  if (s >= m->end || take(&s, m->end) != open) return NULL;
  while (s < m->end) {
    uint32_t c = take(&s, m->end);
    if (m->steps-- == 0) return fail(m, JILU_PATTERN_STEPS);
    if (c == close) {
      if (--depth == 0) return s;
    }
    else if (c == open) depth++;
  }
  return NULL;
}

static const char *match_frontier (jilu_pattern_match *m, const char *s,
                                   const char *p) {
  const char *ep, *at = s;
  uint32_t left = 0, right = 0;
  if (p >= m->pattern_end || *p != '[') return fail(m, JILU_PATTERN_FRONTIER);
  ep = bracket_end(m, p);
  if (ep == NULL) return NULL;
  if (s > m->begin) {
    const char *one = s - 1;
    while (one > m->begin && s - one < 4 &&
           ((unsigned char)*one & 0xC0) == 0x80) one--;
    if (jilu_match_next(m, one) != s) one = s - 1;
    left = take(&one, s);
  }
  if (s < m->end) right = take(&at, m->end);
  if (in_bracket(m, left, p, ep - 1) || !in_bracket(m, right, p, ep - 1))
    return NULL;
  return match(m, s, ep);
}

/* --- the whole ----------------------------------------------------------- */

/* An item at 'p' and what is asked of it behind. */
static const char *match_default (jilu_pattern_match *m, const char *s,
                                  const char **p, bool *again) {
  const char *ep = item_end(m, *p), *next;
  char suffix;
  *again = false;
  if (ep == NULL) return NULL;
  suffix = ep < m->pattern_end ? *ep : '\0';
  if (suffix == '*') return match_most(m, s, *p, ep);
  if (suffix == '-') return match_least(m, s, *p, ep);
  next = match_item(m, s, *p, ep);
  if (suffix == '+')
    return next == NULL ? NULL : match_most(m, next, *p, ep);
  if (suffix == '?' && m->error == JILU_PATTERN_FINE) {
    if (next != NULL) {
      const char *found = match(m, next, ep + 1);
      if (found != NULL || m->error != JILU_PATTERN_FINE) return found;
    }
    *p = ep + 1;
    *again = true;
    return s;
  }
  *p = ep;
  *again = next != NULL;
  return next;
}

/* What is escaped and no item; 'again' as above. */
static const char *match_special (jilu_pattern_match *m, const char *s,
                                  const char **p, bool *again, bool *was) {
  const char *at = *p + 1;
  *was = true;
  *again = false;
  if (at < m->pattern_end && *at == 'b') {
    at++;
    s = match_balance(m, s, &at);
  }
  else if (at < m->pattern_end && *at == 'f') {
    return match_frontier(m, s, at + 1);
  }
  else if (at < m->pattern_end && *at >= '0' && *at <= '9') {
    s = match_capture(m, s, *at++);
  }
  else {
    *was = false;
    return s;
  }
  *p = at;
  *again = s != NULL;
  return s;
}

static const char *match_here (jilu_pattern_match *m, const char *s,
                               const char *p) {
  bool again = true, was;
  while (again && p != m->pattern_end) {
    if (*p == '(') {
      bool position = p + 1 < m->pattern_end && p[1] == ')';
      return open_capture(m, s, p + (position ? 2 : 1),
                          position ? JILU_CAPTURE_POSITION : JILU_CAPTURE_OPEN);
    }
    if (*p == ')') return close_capture(m, s, p + 1);
    if (*p == '$' && p + 1 == m->pattern_end) return s == m->end ? s : NULL;
    was = false;
    if (*p == ESCAPE) s = match_special(m, s, &p, &again, &was);
    if (!was) s = match_default(m, s, &p, &again);
  }
  return s;
}

static const char *match (jilu_pattern_match *m, const char *s, const char *p) {
  const char *found;
  if (m->depth-- == 0) return fail(m, JILU_PATTERN_COMPLEX);
  found = match_here(m, s, p);
  m->depth++;
  return m->error == JILU_PATTERN_FINE ? found : NULL;
}

void jilu_match_begin (jilu_pattern_match *m, const char *text, size_t size,
                       const char *pattern, size_t pattern_size,
                       uint64_t steps) {
  memset(m, 0, sizeof *m);
  m->begin = text;
  m->end = text + size;
  m->pattern_end = pattern + pattern_size;
  m->steps = steps != 0 ? steps : UINT64_MAX;
}

/* The byte that a match of the pattern at 'p' must begin with; -1: any may. */
static int first_byte (const jilu_pattern_match *m, const char *p) {
  const char *next = p;
  if (p == m->pattern_end || strchr("^$*+?.([%-)", *p) != NULL) return -1;
  (void)take(&next, m->pattern_end);
  if (next - p >= 3 && memcmp(p, "\xEF\xBF\xBD", 3) == 0) return -1;
  if (next < m->pattern_end && strchr("*?-", *next) != NULL) return -1;
  return (unsigned char)*p;
}

const char *jilu_match_search (jilu_pattern_match *m, const char *s,
                               const char *p,
                               const char **begin) {
  bool anchored = !m->no_anchor && p < m->pattern_end && *p == '^';
  int byte = first_byte(m, p);
  if (anchored) p++;
  for (;;) {
    const char *found;
    if (byte >= 0) {
      s = s < m->end ? memchr(s, byte, (size_t)(m->end - s)) : NULL;
      if (s == NULL) return NULL;
    }
    *begin = s;
    found = jilu_match_at(m, s, p);
    if (found != NULL || anchored || m->error != JILU_PATTERN_FINE ||
        s >= m->end) return found;
    s = jilu_match_next(m, s);
  }
}

const char *jilu_match_at (jilu_pattern_match *m, const char *s,
                           const char *p) {
  m->depth = JILU_PATTERN_DEPTH;
  m->level = 0;
  return match(m, s, p);
}
