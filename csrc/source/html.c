#include "source/html.h"

#include <string.h>

#include "source/html_tag.h"

#define NONE UINT32_MAX

static const struct {
  unsigned is, around;
} elements[ELEMENT_COUNT + 1] = {
#define X(name, is, around) {is, around},
  HTML_ELEMENTS(X)
#undef X
  {0, 0}
};

/* An open element of the stack. */
typedef struct open_element {
  uint32_t before;   /* the one of its name below it, or NONE */
  uint32_t scope;    /* the nearest table or cell at or below it, or NONE */
  uint32_t around;   /* of it and all below */
  uint8_t name, level;
  bool hidden, pre;
} open_element;

typedef struct reader {
  const char *s;
  size_t size, at;
  jilu_html *out;
  open_element *stack;
  size_t depth, room;
  uint32_t last[ELEMENT_COUNT + 1];   /* the topmost of a name, or NONE */
  size_t links;       /* open <a> */
  /* what stands between the text so far and what comes: */
  bool line;          /* a line break */
  unsigned tabs;      /* borders of cells */
  size_t blank, blank_end;   /* blanks of the page; empty: none */
  unsigned cells;     /* of the row that was opened last */
  bool in_cell;       /* the last of them has text */
  bool broken;        /* with a line break in it, or a table */
  bool started;       /* the line has text */
} reader;

void jilu_html_free (jilu_html *html) {
  jilu_decoded_free(&html->decoded);
  free(html->lines);
  free(html->metas);
  html->lines = NULL;
  html->metas = NULL;
}

/* Room for one more of 'each' bytes. */
static bool grow (void **items, size_t count, size_t *room, size_t each) {
  size_t more = *room ? *room * 2 : 64;
  void *grown;
  if (count < *room) return true;
  grown = more > SIZE_MAX / each ? NULL : realloc(*items, more * each);
  if (grown == NULL) return false;
  *items = grown;
  *room = more;
  return true;
}

/* --- the text --------------------------------------------------------------- */

static jilu_status add (reader *r, const char *text, size_t count,
                        size_t text_width, size_t source, size_t width) {
  jilu_decoded *d = &r->out->decoded;
  if (!jilu_growing_add(&d->text, text, count * text_width))
    return JILU_NO_MEMORY;
  return jilu_source_map_add(&d->map, count, text_width, source, width);
}

static const open_element *top (const reader *r) {
  static const open_element outside = {NONE, NONE, 0, 0, 0, false, false};
  return r->depth > 0 ? &r->stack[r->depth - 1] : &outside;
}

/* Begins a line of the text here. */
static jilu_status new_line (reader *r) {
  jilu_html *h = r->out;
  void *items = h->lines;
  jilu_html_line *line;
  if (!grow(&items, h->line_count, &h->line_room, sizeof *h->lines))
    return JILU_NO_MEMORY;
  h->lines = items;
  line = &h->lines[h->line_count++];
  line->begin = (uint32_t)h->decoded.text.size;
  line->level = top(r)->level;
  line->around = top(r)->around;
  line->bytes = line->links = 0;
  r->started = false;
  return JILU_OK;
}

/* Blanks between characters that are not ASCII, with a line break: no words. */
static bool joins (const reader *r, char next) {
  const jilu_growing *text = &r->out->decoded.text;
  return (signed char)next < 0 && text->size > 0 &&
         (signed char)text->bytes[text->size - 1] < 0 &&
         memchr(r->s + r->blank, '\n', r->blank_end - r->blank) != NULL;
}

/* Writes what stands before the text that begins with 'next' at 'at'. */
static jilu_status flush (reader *r, char next, size_t at) {
  jilu_status status = JILU_OK;
  bool blank = r->blank_end > r->blank;
  if (r->out->line_count == 0) status = new_line(r);
  else if (r->line && r->out->decoded.text.size > 0) {
    if (r->in_cell) r->broken = true;
    status = add(r, "\n", 1, 1, at, 0);
    if (status == JILU_OK) status = new_line(r);
  }
  if (status == JILU_OK && !r->started && !r->line) r->tabs = 0;
  if (r->tabs > 0) blank = false;
  for (; status == JILU_OK && r->tabs > 0; r->tabs--)
    status = add(r, "\t", 1, 1, at, 0);
  if (status == JILU_OK && blank && r->started && !joins(r, next))
    status = add(r, " ", 1, 1, r->blank, r->blank_end - r->blank);
  r->line = false;
  r->tabs = 0;
  r->blank = r->blank_end = 0;
  r->started = r->in_cell = true;
  return status;
}

/* Adds characters that are no blanks: 'count' of these widths. */
static jilu_status add_text (reader *r, const char *text, size_t count,
                             size_t text_width, size_t source, size_t width) {
  jilu_status status = flush(r, text[0], source);
  jilu_html_line *line;
  if (status != JILU_OK) return status;
  line = &r->out->lines[r->out->line_count - 1];
  line->bytes += (uint32_t)(count * text_width);
  if (r->links > 0) line->links += (uint32_t)(count * text_width);
  return add(r, text, count, text_width, source, width);
}

static bool is_space (char c) {
  return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

/* The blanks [begin, end) of the page. */
static jilu_status take_blank (reader *r, size_t begin, size_t end) {
  if (!top(r)->pre) {
    if (r->blank_end == r->blank) r->blank = begin;
    r->blank_end = end;
    return JILU_OK;
  }
  for (; begin < end; begin++) {
    if (r->s[begin] == '\n') r->line = true;
    else if (r->started && !r->line && r->s[begin] != '\r') {
      r->blank = begin;
      r->blank_end = begin + 1;
    }
  }
  return JILU_OK;
}

static bool is_nbsp (const char *text, size_t size) {
  return size == 2 && text[0] == '\xC2' && text[1] == '\xA0';
}

static jilu_status take_reference (reader *r) {
  char text[8];
  size_t written, begin = r->at;
  size_t width = jilu_html_reference(r->s + begin, r->size - begin, text,
                                     &written);
  if (width == 0) {
    r->at++;
    return top(r)->hidden ? JILU_OK : add_text(r, "&", 1, 1, begin, 1);
  }
  r->at += width;
  if (top(r)->hidden) return JILU_OK;
  if (is_nbsp(text, written) || (written == 1 && is_space(text[0]))) {
    if (r->blank_end == r->blank) r->blank = begin;
    r->blank_end = r->at;
    return JILU_OK;
  }
  return add_text(r, text, 1, written, begin, width);
}

/* Text up to what is looked at by itself. */
static jilu_status take_run (reader *r) {
  size_t begin = r->at;
  while (r->at < r->size && r->s[r->at] != '<' && r->s[r->at] != '&' &&
         !is_space(r->s[r->at]) &&
         !is_nbsp(r->s + r->at, r->size - r->at < 2 ? 0 : 2))
    r->at++;
  if (r->at == begin) {
    r->at += is_space(r->s[begin]) || r->s[begin] == '<' ? 1u : 2u;
    if (top(r)->hidden) return JILU_OK;
    if (r->s[begin] == '<') return add_text(r, "<", 1, 1, begin, 1);
    return take_blank(r, begin, r->at);
  }
  return top(r)->hidden ? JILU_OK
                        : add_text(r, r->s + begin, r->at - begin, 1, begin, 1);
}

/* --- elements --------------------------------------------------------------- */

static void break_line (reader *r) {
  r->line = true;
  r->blank = r->blank_end = 0;
}

static void pop (reader *r) {
  const open_element *e = &r->stack[--r->depth];
  r->last[e->name] = e->before;
}

static void pop_to (reader *r, uint32_t index) {
  while (r->depth > index) pop(r);
}

/* Is the topmost of a name within the scope, and above 'limit'? */
static bool is_open (const reader *r, html_name name, uint32_t limit) {
  uint32_t index = r->last[name], scope = top(r)->scope;
  if (index == NONE || (scope != NONE && index < scope)) return false;
  return limit == NONE || index > limit;
}

static uint32_t later (uint32_t a, uint32_t b) {
  if (a == NONE) return b;
  return b == NONE || a > b ? a : b;
}

/* Closes an element of this name above 'limit', whatever the scope. */
static void close_above (reader *r, html_name name, uint32_t limit) {
  uint32_t index = r->last[name];
  if (index != NONE && (limit == NONE || index > limit)) pop_to(r, index);
}

/* What a start tag closes: the item before an item, the cell before a cell. */
static void close_implied (reader *r, html_name name) {
  uint32_t lists = later(r->last[ELEMENT_ul], r->last[ELEMENT_ol]);
  uint32_t table = r->last[ELEMENT_table];
  if ((elements[name].is & HTML_CLOSES_P) && is_open(r, ELEMENT_p, NONE))
    pop_to(r, r->last[ELEMENT_p]);
  if (name == ELEMENT_li && is_open(r, ELEMENT_li, lists))
    pop_to(r, r->last[ELEMENT_li]);
  else if (name == ELEMENT_dt || name == ELEMENT_dd) {
    if (is_open(r, ELEMENT_dt, r->last[ELEMENT_dl]))
      pop_to(r, r->last[ELEMENT_dt]);
    if (is_open(r, ELEMENT_dd, r->last[ELEMENT_dl]))
      pop_to(r, r->last[ELEMENT_dd]);
  }
  else if (name == ELEMENT_td || name == ELEMENT_th) {
    uint32_t row = later(r->last[ELEMENT_tr], table);
    close_above(r, ELEMENT_td, row);
    close_above(r, ELEMENT_th, row);
  }
  else if (name == ELEMENT_tr) close_above(r, ELEMENT_tr, table);
  else if (name == ELEMENT_tbody || name == ELEMENT_tfoot) {
    close_above(r, ELEMENT_thead, table);
    close_above(r, ELEMENT_tbody, table);
  }
}

static jilu_status push (reader *r, const html_tag *tag) {
  const open_element *below = top(r);
  open_element e = *below;
  void *items = r->stack;
  e.name = (uint8_t)tag->name;
  e.before = r->last[tag->name];
  if (elements[tag->name].is & HTML_SCOPE) e.scope = (uint32_t)r->depth;
  e.around |= elements[tag->name].around;
  if (tag->hint) e.around |= JILU_HTML_HINT;
  if (tag->name >= ELEMENT_h1 && tag->name <= ELEMENT_h6)
    e.level = (uint8_t)(tag->name - ELEMENT_h1 + 1);
  e.hidden = e.hidden || tag->hidden ||
             (elements[tag->name].is & HTML_HIDDEN) != 0;
  e.pre = e.pre || tag->name == ELEMENT_pre;
  if (!grow(&items, r->depth, &r->room, sizeof *r->stack))
    return JILU_NO_MEMORY;
  r->stack = items;
  r->stack[r->depth] = e;
  r->last[tag->name] = (uint32_t)r->depth++;
  return JILU_OK;
}

/* The line break or the border of cells that a start tag makes. */
static void break_before (reader *r, html_name name) {
  if (top(r)->hidden) return;
  if (name == ELEMENT_td || name == ELEMENT_th) {
    /* a cell of several lines is a part of the page, no part of a row */
    if (r->broken) break_line(r);
    else if (r->cells > 0) {
      r->tabs++;
      if (r->in_cell) r->line = false;
      r->blank = r->blank_end = 0;
    }
    r->cells++;
    r->in_cell = r->broken = false;
  }
  else if (name == ELEMENT_tr) {
    break_line(r);
    r->tabs = r->cells = 0;
    r->in_cell = r->broken = r->started = false;
  }
  else if (name == ELEMENT_br) break_line(r);
  else if (elements[name].is & HTML_BLOCK) {
    /* a block that begins a cell begins no line */
    if (r->tabs == 0 || r->in_cell) break_line(r);
  }
}

static jilu_status add_meta (reader *r, int kind, html_span name,
                             html_span value) {
  jilu_html *h = r->out;
  void *items = h->metas;
  jilu_html_meta *meta;
  if (!grow(&items, h->meta_count, &h->meta_room, sizeof *h->metas))
    return JILU_NO_MEMORY;
  h->metas = items;
  meta = &h->metas[h->meta_count++];
  memset(meta, 0, sizeof *meta);
  if (kind == JILU_HTML_TITLE) meta->kind = JILU_HTML_TITLE;
  else if (kind == JILU_HTML_META) meta->kind = JILU_HTML_META;
  else if (kind == JILU_HTML_LINK) meta->kind = JILU_HTML_LINK;
  else if (kind == JILU_HTML_TIME) meta->kind = JILU_HTML_TIME;
  else meta->kind = JILU_HTML_JSON;
  meta->name = (uint32_t)name.begin;
  meta->name_end = (uint32_t)name.end;
  meta->value = (uint32_t)value.begin;
  meta->value_end = (uint32_t)value.end;
  return JILU_OK;
}

/* Where the end tag of a raw element begins, from 'at' on; or the page ends. */
static size_t raw_end (const reader *r, size_t at, const char *name) {
  size_t length = strlen(name);
  while (at + length + 2 < r->size) {
    const char *p = memchr(r->s + at, '<', r->size - at - length - 2);
    if (p == NULL) break;
    at = (size_t)(p - r->s);
    if (p[1] == '/' && html_is_word(p + 2, length, name) &&
        (is_space(p[2 + length]) || p[2 + length] == '>' ||
         p[2 + length] == '/'))
      return at;
    at++;
  }
  return r->size;
}

static const char *name_text (html_name name) {
  static const char *const names[] = {
#define X(text, is, around) #text,
    HTML_ELEMENTS(X)
#undef X
    ""
  };
  return names[name];
}

static jilu_status take_raw (reader *r, const html_tag *tag) {
  static const html_span none = {0, 0};
  html_span inside = {tag->end, raw_end(r, tag->end, name_text(tag->name))};
  jilu_status status = JILU_OK;
  r->at = inside.end;
  if (tag->name == ELEMENT_title && !top(r)->hidden)
    status = add_meta(r, JILU_HTML_TITLE, none, inside);
  else if (tag->name == ELEMENT_script &&
           html_is_word(r->s + tag->type.begin, tag->type.end - tag->type.begin,
                        "application/ld+json"))
    status = add_meta(r, JILU_HTML_JSON, none, inside);
  if (r->at < r->size) r->at = html_tag_read(r->s, r->size, r->at).end;
  return status;
}

static jilu_status take_start (reader *r, const html_tag *tag) {
  unsigned is = elements[tag->name].is;
  jilu_status status = JILU_OK;
  if (tag->name == ELEMENT_meta)
    status = add_meta(r, JILU_HTML_META, tag->meta, tag->content);
  else if (tag->name == ELEMENT_link)
    status = add_meta(r, JILU_HTML_LINK, tag->rel, tag->href);
  else if (tag->name == ELEMENT_time && tag->datetime.end > 0)
    status = add_meta(r, JILU_HTML_TIME, tag->meta, tag->datetime);
  if (status != JILU_OK) return status;
  if (is & HTML_RAW) return take_raw(r, tag);
  close_implied(r, tag->name);
  break_before(r, tag->name);
  if (tag->name == ELEMENT_a) r->links = 1;
  /* an inline element is kept only where it hides what is in it */
  if ((is & HTML_VOID) == 0 && ((is & (HTML_BLOCK | HTML_HIDDEN)) != 0 ||
      (tag->hidden && tag->name == ELEMENT_span)))
    status = push(r, tag);
  else if (tag->name == ELEMENT_span && r->last[ELEMENT_span] != NONE)
    status = push(r, tag);     /* for the end tags to be counted */
  return status;
}

static void take_end (reader *r, const html_tag *tag) {
  unsigned is = elements[tag->name].is;
  uint32_t index = r->last[tag->name], scope = top(r)->scope;
  bool in_scope = index != NONE && (scope == NONE || index >= scope);
  if (tag->name == ELEMENT_a) r->links = 0;
  if (tag->name == ELEMENT_table || tag->name == ELEMENT_tr ||
      tag->name == ELEMENT_tbody)
    in_scope = index != NONE &&
        (r->last[ELEMENT_table] == NONE || index >= r->last[ELEMENT_table]);
  if (tag->name == ELEMENT_body || tag->name == ELEMENT_html) in_scope = false;
  if (tag->name == ELEMENT_br || (tag->name == ELEMENT_p && !in_scope)) {
    if (!top(r)->hidden) break_line(r);
    return;
  }
  if (!in_scope) return;
  pop_to(r, index);
  if (top(r)->hidden) return;
  if (tag->name == ELEMENT_td || tag->name == ELEMENT_th) return;
  if (is & HTML_BLOCK) {
    bool cells = tag->name == ELEMENT_tr || tag->name == ELEMENT_table;
    if (cells || r->tabs == 0 || r->in_cell) break_line(r);
    if (cells) r->tabs = 0;
    if (tag->name == ELEMENT_table) r->broken = true;
  }
}

/* --- markup that is no tag -------------------------------------------------- */

/* Behind 'word' from 'at' on; the end of the page where there is none. */
static size_t behind (const reader *r, size_t at, const char *word) {
  size_t length = strlen(word);
  while (at + length <= r->size) {
    const char *p = memchr(r->s + at, word[0], r->size - at - length + 1);
    if (p == NULL) break;
    at = (size_t)(p - r->s) + 1;
    if (memcmp(p, word, length) == 0) return at - 1 + length;
  }
  return r->size;
}

static size_t comment_end (const reader *r, size_t at) {
  if (at < r->size && r->s[at] == '>') return at + 1;   /* <!--> */
  return behind(r, at, "-->");
}

static bool is_alpha (char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static jilu_status take_markup (reader *r) {
  size_t at = r->at, left = r->size - at;
  const char *s = r->s + at;
  html_tag tag;
  if (left >= 4 && memcmp(s, "<!--", 4) == 0) r->at = comment_end(r, at + 4);
  else if (left >= 2 && (s[1] == '!' || s[1] == '?' ||
                         (s[1] == '/' && left >= 3 && !is_alpha(s[2]))))
    r->at = behind(r, at + 2, ">");
  else if (left >= 2 && (is_alpha(s[1]) || (s[1] == '/' && left >= 3))) {
    tag = html_tag_read(r->s, r->size, at);
    r->at = tag.end;
    if (!tag.closes) return take_start(r, &tag);
    take_end(r, &tag);
  }
  else return take_run(r);
  return JILU_OK;
}

jilu_status jilu_html_read (const char *bytes, size_t size, jilu_html *out) {
  reader r;
  jilu_status status = JILU_OK;
  size_t k;
  memset(&r, 0, sizeof r);
  r.s = bytes;
  r.size = size;
  r.out = out;
  for (k = 0; k <= ELEMENT_COUNT; k++) r.last[k] = NONE;
  if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) r.at = 3;
  while (status == JILU_OK && r.at < size) {
    if (bytes[r.at] == '<') status = take_markup(&r);
    else if (bytes[r.at] == '&') status = take_reference(&r);
    else status = take_run(&r);
  }
  free(r.stack);
  return status;
}
