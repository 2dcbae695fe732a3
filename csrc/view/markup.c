/*
** Markdown marks: emphasis, images, links, headings, quotes, lists, rules (the
** forms of CommonMark 0.31, where Chinese text is written so). Marks that may
** as well be text (a mask 张**, a price 3*5) count only in a text that is
** marked up elsewhere.
*/

#include "view/markup.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"
#include "view/markup_reference.h"

#define MAX_BRACKETS 16   /* open '[' of a line */
#define MAX_DEPTH 16      /* quotes and lists inside each other */

/* Runs of one mark that pair with a run alike. */
typedef enum run_kind {
  STAR, STARS, ALL_STARS, UNDERSCORE, UNDERSCORES, TILDES, TICK, TICKS,
  RUN_KINDS
} run_kind;

typedef struct finder {
  const unsigned char *s;
  size_t size;
  jilu_markup *out;
  size_t room;
  bool failed;
  size_t line;                   /* where the line begins */
  size_t sure;                   /* marks that are nothing else */
  size_t pending[RUN_KINDS];     /* open run of the line, as index + 1 */
  size_t brackets[MAX_BRACKETS]; /* open '[' of the line, as indices */
  size_t bracket_count;
  jilu_tag_scan tags;
  jilu_labels labels;            /* that the text defines */
} finder;

/* Returns the index of what was added. */
static size_t push (finder *f, size_t begin, size_t end,
                    jilu_repair_kind kind) {
  jilu_markup *out = f->out;
  jilu_markup_item item = {(uint32_t)begin, (uint32_t)end, kind,
                           false, false, false};
  if (out->count == f->room) {
    size_t more = f->room ? f->room * 2 : 32;
    jilu_markup_item *grown = realloc(out->items, more * sizeof *grown);
    if (grown == NULL) {
      f->failed = true;
      return 0;
    }
    out->items = grown;
    f->room = more;
  }
  out->items[out->count] = item;
  return out->count++;
}

/* The same, of a mark that is nothing else. */
static size_t push_sure (finder *f, size_t begin, size_t end,
                         jilu_repair_kind kind) {
  f->sure++;
  return push(f, begin, end, kind);
}

/* The same, of a mark that may be text. */
static void push_weak (finder *f, size_t begin, size_t end,
                       jilu_repair_kind kind) {
  size_t k = push(f, begin, end, kind);
  if (!f->failed) f->out->items[k].weak = true;
}

static bool is_space (unsigned char c) { return c == ' ' || c == '\t'; }

static bool is_break (unsigned char c) { return c == '\n' || c == '\r'; }

static size_t skip_spaces (const finder *f, size_t at) {
  while (at < f->size && is_space(f->s[at])) at++;
  return at;
}

/* Where the line ends that 'at' is in, looking no further than 'limit'. */
static size_t break_before (const finder *f, size_t at, size_t limit) {
  const unsigned char *p = memchr(f->s + at, '\n', limit - at);
  size_t end = p != NULL ? (size_t)(p - f->s) : limit;
  return end > at && f->s[end - 1] == '\r' ? end - 1 : end;
}

static size_t line_end (const finder *f, size_t at) {
  return break_before(f, at, f->size);
}

/* How many bytes from 'at' on are 'c'. */
static size_t run_of (const finder *f, size_t at, unsigned char c) {
  size_t end = at;
  while (end < f->size && f->s[end] == c) end++;
  return end - at;
}

/* --- characters around a mark -------------------------------------------- */

typedef enum around { SPACE, OPENING, PAUSE, OTHER_MARK, WORD } around;

static around class_of (uint32_t c) {
  static const uint16_t opening[] = {
    '(', '[', '{', 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010,
    0x3014, 0xFF08, 0xFF3B, 0xFF5B
  };
  size_t k;
  if (c <= ' ' || c == 0xA0 || c == 0x3000) return SPACE;
  for (k = 0; k < sizeof opening / sizeof *opening; k++)
    if (opening[k] == c) return OPENING;
  if (c == ',' || c == 0xFF0C || c == 0x3001) return PAUSE;
  if (c < 0x80)
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') ? WORD : OTHER_MARK;
  if ((c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x301F) ||
      (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
      (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65))
    return OTHER_MARK;
  return WORD;
}

static around class_at (const finder *f, size_t at) {
  unsigned width;
  int ok;
  if (at >= f->size) return SPACE;
  return class_of(jilu_utf8_decode(f->s + at, f->size - at, &width, &ok));
}

static around class_before (const finder *f, size_t at) {
  size_t k = at;
  if (at == f->line) return SPACE;
  while (k > f->line && at - k < 4)
    if ((f->s[--k] & 0xC0) != 0x80) break;
  return class_at(f, k);
}

/* --- emphasis -------------------------------------------------------------- */

/* The kind of 'n' marks 'c'; RUN_KINDS where they are none. */
static run_kind kind_of (unsigned char c, size_t n) {
  if (c == '*' && n <= 3) return (run_kind)(STAR + (n - 1));
  if (c == '_' && n <= 2) return (run_kind)(UNDERSCORE + (n - 1));
  if (c == '~' && n == 2) return TILDES;
  if (c == '`' && n <= 2) return (run_kind)(TICK + (n - 1));
  return RUN_KINDS;
}

/* Whether '**' at the border of a word is emphasis and nothing else. */
static bool is_sure_kind (run_kind kind) {
  return kind == STARS || kind == ALL_STARS || kind == UNDERSCORES;
}

/* Whether a run at 'at' opens; ** at the beginning of a line does so, too,
   with a space behind it. */
static bool may_open (const finder *f, run_kind kind, size_t at,
                      around before, around behind) {
  if (behind == SPACE)
    return kind == STARS && at == skip_spaces(f, f->line) &&
           at + 2 < f->size && is_space(f->s[at + 2]);
  if (before != WORD) return true;
  return kind != UNDERSCORE && kind != UNDERSCORES && behind == WORD;
}

/* Whether a run that ends at 'end' closes; ** at the end of a line does so
   with a space before it. */
static bool may_close (const finder *f, run_kind kind, size_t end,
                       around before, around behind) {
  if (before == OPENING) return false;
  if (before == SPACE)
    return kind == STARS && (end == f->size || is_break(f->s[end]));
  return behind != WORD || (kind != UNDERSCORE && kind != UNDERSCORES);
}

static void close_run (finder *f, run_kind kind, size_t at, size_t n,
                       bool weak) {
  jilu_markup_item *open = &f->out->items[f->pending[kind] - 1];
  size_t closing;
  weak = weak || open->weak || !is_sure_kind(kind);
  open->weak = weak;
  open->open = false;
  f->pending[kind] = 0;
  closing = push(f, at, at + n, JILU_REPAIR_EMPHASIS);
  if (!f->failed) f->out->items[closing].weak = weak;
  if (!weak) f->sure++;
}

/* Reads the run of marks at 'at'; returns what is behind it. */
static size_t emphasis (finder *f, size_t at) {
  size_t n = run_of(f, at, f->s[at]), open;
  run_kind kind = kind_of(f->s[at], n);
  around before = class_before(f, at), behind = class_at(f, at + n);
  if (kind == RUN_KINDS) return at + n;
  open = f->pending[kind];
  if (open != 0 && at > f->out->items[open - 1].end &&
      may_close(f, kind, at + n, before, behind))
    /* **甲,**乙 may be two masks */
    close_run(f, kind, at, n, before == PAUSE && behind == WORD);
  else if (may_open(f, kind, at, before, behind)) {
    size_t k = push(f, at, at + n, JILU_REPAIR_EMPHASIS);
    if (f->failed) return at + n;
    f->out->items[k].open = true;
    f->out->items[k].weak = before == WORD;
    f->pending[kind] = k + 1;
  }
  return at + n;
}

/* --- links and images ------------------------------------------------------ */

static bool is_letter (const finder *f, size_t at) {
  unsigned char c = at < f->size ? (unsigned char)(f->s[at] | 0x20) : 0;
  return c >= 'a' && c <= 'z';
}

/*
** Behind the target of a link, which begins with '(' at 'at'; or 0. An address
** has a '/' or '#', or a '.' before letters: [1](1.5%) is text.
*/
static size_t target_end (const finder *f, size_t at, bool image) {
  size_t depth = 0;
  bool addressed = image;
  for (; at < f->size; at++) {
    unsigned char c = f->s[at];
    if (is_break(c) || c == '[' || c == ']' || c == '<') return 0;
    if (c == '/' || c == '#' || (c == '.' && is_letter(f, at + 1)))
      addressed = true;
    if (c == '(') depth++;
    if (c == ')' && --depth == 0) return addressed ? at + 1 : 0;
  }
  return 0;
}

static size_t open_bracket (finder *f, size_t at, bool image) {
  size_t end = at + (image ? 2u : 1u), k;
  if (f->bracket_count == MAX_BRACKETS) return end;
  k = push(f, at, end, image ? JILU_REPAIR_IMAGE : JILU_REPAIR_LINK);
  if (f->failed) return end;
  f->out->items[k].open = true;
  f->brackets[f->bracket_count++] = k;
  return end;
}

/* What is inside an image goes with it. */
static void forget_inside (finder *f, size_t k) {
  size_t kind;
  f->out->count = k + 1;
  for (kind = 0; kind < RUN_KINDS; kind++)
    if (f->pending[kind] > k + 1) f->pending[kind] = 0;
}

/*
** Behind a reference whose ']' is at 'at' and whose words begin at 'words':
** [words][label], [words][], [words], [^label]; 0 where no label is defined.
*/
static size_t reference_end (const finder *f, size_t words, size_t at) {
  jilu_label label;
  size_t end = jilu_label_end(f->s, at + 1, f->size, &label);
  if (end != 0 && label.size > 0)
    return jilu_labels_has(&f->labels, label.at, label.size) ? end : 0;
  if (!jilu_labels_has(&f->labels, f->s + words, at - words)) return 0;
  return end != 0 ? end : at + 1;
}

static size_t close_bracket (finder *f, size_t at) {
  jilu_markup_item *open;
  size_t k, end = 0;
  bool image;
  if (f->bracket_count == 0) return at + 1;
  k = f->brackets[--f->bracket_count];
  open = &f->out->items[k];
  image = open->kind == JILU_REPAIR_IMAGE;
  if (at + 1 < f->size && f->s[at + 1] == '(')
    end = target_end(f, at + 1, image);
  else if (f->labels.count > 0)
    end = reference_end(f, open->end, at);
  if (end == 0) return at + 1;
  open->open = false;
  f->sure++;
  if (image || f->s[open->end] == '^') {   /* a footnote's number goes, too */
    open->end = (uint32_t)end;
    forget_inside(f, k);
  }
  else push(f, at, end, JILU_REPAIR_LINK);
  return end;
}

/* --- tags -------------------------------------------------------------------- */

/* Adds the bytes from 'begin' to the end of a tag, line by line. */
static void push_lines (finder *f, size_t begin, const jilu_tag *found) {
  while (begin < found->end && !f->failed) {
    size_t stop = break_before(f, begin, found->end), k;
    if (stop > begin) {
      k = push(f, begin, stop, JILU_REPAIR_TAG);
      if (f->failed) return;
      f->out->items[k].separates = found->separates;
      f->out->items[k].weak = found->weak;
    }
    begin = stop;
    while (begin < found->end && is_break(f->s[begin])) begin++;
  }
}

/* What is open in a line ends with it. */
static void forget_line (finder *f, size_t at) {
  memset(f->pending, 0, sizeof f->pending);
  f->bracket_count = 0;
  f->line = at;
}

static size_t tag (finder *f, size_t at) {
  jilu_tag found = jilu_tag_read(f->s, f->size, at, &f->tags);
  if (found.end == 0) return at + 1;
  push_lines(f, at, &found);
  if (!found.weak) f->sure++;
  if (memchr(f->s + at, '\n', found.end - at) != NULL)
    forget_line(f, found.end);
  return found.end;
}

/* --- how a line begins -------------------------------------------------------- */

/* Whether [at, end) is a rule: three or more of one mark and spaces. */
static bool is_rule (const finder *f, size_t at, size_t end) {
  unsigned char mark = f->s[at];
  size_t count = 0;
  if (strchr("-*_=+", mark) == NULL) return false;
  for (; at < end; at++) {
    if (f->s[at] == mark) count++;
    else if (!is_space(f->s[at])) return false;
  }
  return count >= 3;
}

/* The row below the head of a table: | --- | :-: | */
static bool is_table_rule (const finder *f, size_t at, size_t end) {
  size_t bars = 0, dashes = 0;
  for (; at < end; at++) {
    unsigned char c = f->s[at];
    if (c == '|') bars++;
    else if (c == '-') dashes++;
    else if (c != ':' && !is_space(c)) return false;
  }
  return bars > 0 && dashes >= 2;
}

/* Whether a letter of no ASCII and no other '#' of the line stand at 'at'. */
static bool is_unspaced_heading (const finder *f, size_t at, size_t end) {
  return f->s[at] >= 0x80 && memchr(f->s + at, '#', end - at) == NULL;
}

/* ## heading; ##heading, too; #topic is text. */
static size_t heading_marks (finder *f, size_t at, size_t end) {
  size_t n = run_of(f, at, '#'), behind = skip_spaces(f, at + n);
  if (n > 6 || behind >= f->size || is_break(f->s[behind])) return at;
  if (behind == at + n && (n == 1 || !is_unspaced_heading(f, behind, end)))
    return at;
  push_sure(f, at, behind, JILU_REPAIR_HEADING);
  return behind;
}

/* Whether the line at 'at' is an item: a dash at both ends is a page number. */
static bool is_item (const finder *f, size_t at, size_t end) {
  size_t behind = skip_spaces(f, at + 1);
  if (behind == at + 1 || behind >= end) return false;
  while (end > behind && is_space(f->s[end - 1])) end--;
  return f->s[at] != '-' || f->s[end - 1] != '-';
}

/* [label]: address; [^label]: text. */
static size_t definition (finder *f, size_t at, size_t end) {
  jilu_label label;
  size_t behind = 0;
  if (f->labels.count > 0)
    behind = jilu_definition_end(f->s, at, end, &label);
  if (behind == 0) return at;
  push_sure(f, at, behind, JILU_REPAIR_LINK);
  return behind;
}

/* What opens the line at 'at', which ends at 'end'; returns what is behind it,
   'at' for nothing. */
static size_t line_mark (finder *f, size_t at, size_t end) {
  unsigned char c = f->s[at];
  if (is_rule(f, at, end)) {
    push(f, at, end, JILU_REPAIR_RULE);
    return end;
  }
  if ((c == '|' || c == '-' || c == ':') && is_table_rule(f, at, end)) {
    push_sure(f, at, end, JILU_REPAIR_TABLE);
    return end;
  }
  if ((c == '`' || c == '~') && run_of(f, at, c) >= 3) {
    push(f, at, end, JILU_REPAIR_RULE);
    return end;
  }
  if (c == '[') return definition(f, at, end);
  if (c == '#') return heading_marks(f, at, end);
  if (c == '>' && (at + 1 == end || is_space(f->s[at + 1]) ||
                   f->s[at + 1] == '>')) {
    push(f, at, at + 1, JILU_REPAIR_QUOTE);
    return at + 1;
  }
  if ((c == '-' || c == '*' || c == '+') && is_item(f, at, end)) {
    size_t behind = skip_spaces(f, at + 1);
    push(f, at, behind, JILU_REPAIR_LIST);
    return behind;
  }
  return at;
}

static size_t begin_line (finder *f, size_t at) {
  size_t end = 0;
  unsigned depth;
  forget_line(f, at);
  for (depth = 0; depth < MAX_DEPTH; depth++) {
    size_t mark = skip_spaces(f, at), behind;
    if (mark >= f->size || f->s[mark] > 0x7E ||
        strchr("#>-*+_=|:`~[", f->s[mark]) == NULL) return at;
    if (depth == 0) end = line_end(f, mark);
    behind = line_mark(f, mark, end);
    if (behind == mark || f->failed) return at;
    at = behind;
  }
  return at;
}

/* --- the text ------------------------------------------------------------------ */

/* \* is the star itself. */
static size_t escape (finder *f, size_t at) {
  if (at + 1 >= f->size || f->s[at + 1] == 0 ||
      strchr("!#()*+-.<>[\\]_`{|}~", f->s[at + 1]) == NULL) return at + 1;
  push_weak(f, at, at + 1, JILU_REPAIR_ESCAPE);
  return at + 2;
}

/* Reads the sign at 'at'; returns where to go on. */
static size_t take (finder *f, size_t at) {
  switch (f->s[at]) {
    case '\n': return begin_line(f, at + 1);
    case '<': return tag(f, at);
    case '[': return open_bracket(f, at, false);
    case ']': return close_bracket(f, at);
    case '!':
      return at + 1 < f->size && f->s[at + 1] == '['
                 ? open_bracket(f, at, true) : at + 1;
    case '\\': return escape(f, at);
    default: return emphasis(f, at);
  }
}

static const bool signs[256] = {
  ['\n'] = true, ['<'] = true, ['['] = true, [']'] = true, ['!'] = true,
  ['\\'] = true, ['*'] = true, ['_'] = true, ['~'] = true, ['`'] = true
};

/* Drops what was not closed, and what is weak in a text without markup. */
static void finish (finder *f) {
  jilu_markup *out = f->out;
  size_t k, kept = 0;
  for (k = 0; k < out->count; k++) {
    const jilu_markup_item *item = &out->items[k];
    if (item->open || (item->weak && f->sure == 0)) continue;
    out->items[kept++] = *item;
  }
  out->count = kept;
}

jilu_status jilu_markup_find (const char *text, size_t size,
                              jilu_markup *out) {
  finder f;
  size_t at;
  memset(&f, 0, sizeof f);
  memset(out, 0, sizeof *out);
  f.s = (const unsigned char *)text;
  f.size = size;
  f.out = out;
  if (jilu_labels_find(text, size, &f.labels) != JILU_OK) return JILU_NO_MEMORY;
  at = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  at = begin_line(&f, at);
  while (at < size && !f.failed) {
    if (signs[f.s[at]]) at = take(&f, at);
    else at++;
  }
  free(f.labels.items);
  if (f.failed) {
    free(out->items);
    out->items = NULL;
    out->count = 0;
    return JILU_NO_MEMORY;
  }
  finish(&f);
  return JILU_OK;
}
