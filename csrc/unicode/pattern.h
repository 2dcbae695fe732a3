/*
** Lua patterns over UTF-8: items are code points, or grapheme clusters, and
** classes are Unicode's. What a pattern of Lua 5.4 means, this means too.
*/
#ifndef JILU_UNICODE_PATTERN_H
#define JILU_UNICODE_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JILU_CAPTURES 32
#define JILU_PATTERN_DEPTH 200          /* as MAXCCALLS of Lua's strings */
#define JILU_PATTERN_SETS 16            /* %p{...} of one pattern */

typedef enum jilu_pattern_error {
  JILU_PATTERN_FINE,
  JILU_PATTERN_END,          /* malformed pattern (ends with '%') */
  JILU_PATTERN_BRACKET,      /* malformed pattern (missing ']') */
  JILU_PATTERN_BALANCE,      /* missing arguments to '%b' */
  JILU_PATTERN_FRONTIER,     /* missing '[' after '%f' in pattern */
  JILU_PATTERN_CAPTURE,      /* invalid capture index */
  JILU_PATTERN_UNFINISHED,   /* unfinished capture */
  JILU_PATTERN_CLOSE,        /* invalid pattern capture */
  JILU_PATTERN_TOO_MANY,     /* too many captures */
  JILU_PATTERN_COMPLEX,      /* pattern too complex */
  JILU_PATTERN_STEPS,        /* over the limit of steps */
  JILU_PATTERN_SET,          /* no such set in %p{} */
  JILU_PATTERN_MANY_SETS
} jilu_pattern_error;

enum { JILU_CAPTURE_OPEN = -1, JILU_CAPTURE_POSITION = -2 };

/* What the end of the cluster at 's' is; for '.' as grapheme. */
typedef const char *(*jilu_cluster_end) (const char *s, const char *end);

/* The state of a match. The first part is for the caller to set. */
typedef struct jilu_pattern_match {
  const char *begin, *end;             /* the text */
  const char *pattern_end;
  jilu_cluster_end cluster;            /* NULL: '.' is a code point */
  bool no_anchor;                      /* '^' first is a character */
  uint64_t steps;                      /* how many are left */
  jilu_pattern_error error;
  int depth, level;                    /* captures so far */
  struct { const char *at; ptrdiff_t size; } captures[JILU_CAPTURES];
  struct { const char *name; const void *property; uint64_t values[6]; }
    sets[JILU_PATTERN_SETS];
  int set_count;
} jilu_pattern_match;

/* Makes 'm' ready for a text and a pattern; 'steps' 0: without limit. */
void jilu_match_begin (jilu_pattern_match *m, const char *text, size_t size,
                       const char *pattern, size_t pattern_size,
                       uint64_t steps);

/*
** The end of the match of the pattern at 'p' that begins at 's', or NULL: no
** match, or 'error' is set. Ill-formed bytes are U+FFFD.
*/
const char *jilu_match_at (jilu_pattern_match *m, const char *s, const char *p);

/*
** The same for the first match from 's' on, which is in the text or its end;
** '*begin' gets where it begins. A pattern that begins with '^' is looked for
** at 's' alone.
*/
const char *jilu_match_search (jilu_pattern_match *m, const char *s,
                               const char *p,
                               const char **begin);

/* The end of the code point at 's', which is before the text's end. */
const char *jilu_match_next (const jilu_pattern_match *m, const char *s);

#endif
