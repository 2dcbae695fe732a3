/* HTML tags, comments, scripts and directives of servers in a text. */

#include <string.h>

#include "view/markup.h"

#define LONGEST_NAME 12
#define LONGEST_TAG 4096

/* Elements of HTML, those of its older versions too, in order. */
static const char *const elements[] = {
  "a", "abbr", "address", "article", "aside", "audio", "b", "base", "big",
  "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite",
  "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
  "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form",
  "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
  "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend",
  "li", "link", "main", "map", "mark", "menu", "meta", "nav", "noscript",
  "o:p", "object", "ol", "option", "p", "param", "pre", "q", "rp", "rt",
  "ruby", "s", "samp", "script", "section", "select", "small", "source",
  "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table",
  "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "title", "tr",
  "tt", "u", "ul", "var", "video", "wbr"
};

/* Those that stand inside a word or a sentence. */
static const char *const inline_elements[] = {
  "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i",
  "img", "ins", "kbd", "label", "mark", "o:p", "q", "rp", "rt", "ruby", "s",
  "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
  "wbr"
};

static bool among (const char *const *names, size_t count, const char *name) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(names[middle], name);
    if (order == 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

static bool is_element (const char *name) {
  return among(elements, sizeof elements / sizeof *elements, name);
}

static bool is_inline (const char *name) {
  return among(inline_elements,
               sizeof inline_elements / sizeof *inline_elements, name);
}

/* Copies the name at 'at' in small letters; returns what is behind it. */
static size_t read_name (const unsigned char *s, size_t size, size_t at,
                         char *name) {
  size_t n = 0;
  for (; at < size && n < LONGEST_NAME; at++, n++) {
    unsigned char c = s[at];
    if (c >= 'A' && c <= 'Z') name[n] = (char)(c + ('a' - 'A'));
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':')
      name[n] = (char)c;
    else break;
  }
  name[n] = '\0';
  return at;
}

/* Behind the first 'word' from 'at' on, or 0. */
static size_t behind (const unsigned char *s, size_t size, size_t at,
                      const char *word) {
  size_t length = strlen(word);
  while (at + length <= size) {
    const unsigned char *p = memchr(s + at, word[0], size - at - length + 1);
    if (p == NULL) return 0;
    at = (size_t)(p - s) + 1;
    if (memcmp(p, word, length) == 0) return at - 1 + length;
  }
  return 0;
}

/* The same, where a search in vain is the last. */
static size_t behind_once (const unsigned char *s, size_t size, size_t at,
                           const char *word, bool *missing) {
  size_t end = *missing ? 0 : behind(s, size, at, word);
  *missing = end == 0;
  return end;
}

/* Behind the tag whose name ends at 'at', or 0. */
static size_t tag_end (const unsigned char *s, size_t size, size_t at) {
  size_t last = size - at > LONGEST_TAG ? at + LONGEST_TAG : size;
  if (at < size && strchr(" \t\n\r/>", s[at]) == NULL) return 0;
  for (; at < last; at++) {
    if (s[at] == '>') return at + 1;
    if (s[at] == '<') return 0;
  }
  return 0;
}

/* Behind the script or style sheet whose tag ends at 'end'. */
static size_t content_end (const unsigned char *s, size_t size, size_t end,
                           const char *name, jilu_tag_scan *scan) {
  size_t content = 0;
  if (strcmp(name, "script") == 0)
    content = behind_once(s, size, end, "</script>", &scan->no_script);
  else if (strcmp(name, "style") == 0)
    content = behind_once(s, size, end, "</style>", &scan->no_style);
  return content != 0 ? content : end;
}

static jilu_tag read_element (const unsigned char *s, size_t size, size_t at,
                              jilu_tag_scan *scan) {
  char name[LONGEST_NAME + 1];
  bool closes = at + 1 < size && s[at + 1] == '/';
  size_t stop = read_name(s, size, at + 1 + (closes ? 1u : 0u), name);
  jilu_tag tag = {0, false, false};
  if (!is_element(name)) return tag;
  tag.end = tag_end(s, size, stop);
  tag.separates = !is_inline(name);
  tag.weak = !closes && stop < size && s[stop] == '>' &&
             strcmp(name, "br") != 0 && strcmp(name, "hr") != 0;
  if (tag.end != 0 && !closes) {
    size_t end = content_end(s, size, tag.end, name, scan);
    tag.weak = tag.weak && end == tag.end;
    tag.end = end;
  }
  return tag;
}

jilu_tag jilu_tag_read (const unsigned char *s, size_t size, size_t at,
                        jilu_tag_scan *scan) {
  jilu_tag tag = {0, false, false};
  unsigned char c = at + 1 < size ? s[at + 1] : ' ';
  if (c == '!' && size - at >= 4 && memcmp(s + at, "<!--", 4) == 0)
    tag.end = behind_once(s, size, at + 4, "-->", &scan->no_comment);
  else if (c == '%' || c == '?') {
    tag.end = behind_once(s, size, at + 2, c == '%' ? "%>" : "?>",
                          &scan->no_server);
    tag.separates = true;
  }
  else if (c == '/' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
    tag = read_element(s, size, at, scan);
  return tag;
}
