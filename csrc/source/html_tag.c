#include "source/html_tag.h"

#include <string.h>

#include "source/html.h"

static const char *const names[] = {
#define X(name, is, around) #name,
  HTML_ELEMENTS(X)
#undef X
};

/* Words of classes and ids that name menus, shares, footers and their like. */
static const char *const hints[] = {
  "ad", "ads", "banner", "breadcrumb", "breadcrumbs", "comment", "comments",
  "copyright", "crumb", "crumbs", "dropdown", "foot", "footer", "friendlink",
  "hot", "links", "login", "menu", "menus", "nav", "navbar", "navigation",
  "pager", "pagination", "prevnext", "qrcode", "rank", "recommend",
  "recommended", "related", "relates", "search", "share", "sharebar", "sidebar",
  "sidenav", "sitemap", "social", "subnav", "tags", "toolbar", "topbar", "topnav"
};

static char small (char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool is_space (char c) {
  return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

static bool is_alpha (char c) {
  c = small(c);
  return c >= 'a' && c <= 'z';
}

/* As strcmp of the bytes in small letters with a word. */
static int compare (const char *s, size_t size, const char *word) {
  size_t k;
  for (k = 0; k < size && word[k] != '\0'; k++) {
    int order = (unsigned char)small(s[k]) - (unsigned char)word[k];
    if (order != 0) return order;
  }
  return k < size ? 1 : word[k] == '\0' ? 0 : -1;
}

bool html_is_word (const char *s, size_t size, const char *word) {
  return compare(s, size, word) == 0;
}

static size_t find (const char *const *list, size_t count, const char *s,
                    size_t size) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare(s, size, list[middle]);
    if (order == 0) return middle;
    if (order > 0) low = middle + 1;
    else high = middle;
  }
  return count;
}

static html_name name_of (const char *s, size_t size) {
  return (html_name)find(names, ELEMENT_COUNT, s, size);
}

/* Is one of the words of a class or id, main-nav or topNav, a hint? */
static bool has_hint (const char *s, html_span value) {
  size_t at = value.begin;
  while (at < value.end) {
    size_t first = at;
    if (!is_alpha(s[at])) {
      at++;
      continue;
    }
    at++;
    while (at < value.end && is_alpha(s[at]) &&
           !(s[at] >= 'A' && s[at] <= 'Z' && s[at - 1] >= 'a'))
      at++;
    if (find(hints, sizeof hints / sizeof *hints, s + first, at - first) <
        sizeof hints / sizeof *hints)
      return true;
  }
  return false;
}

/* Has a style this property and value, with any blanks between? */
static bool has_style (const char *s, html_span value, const char *property,
                       const char *wanted) {
  size_t at, length = strlen(property);
  for (at = value.begin; at + length < value.end; at++) {
    size_t k = at + length, end;
    if (!html_is_word(s + at, length, property)) continue;
    while (k < value.end && is_space(s[k])) k++;
    if (k >= value.end || s[k++] != ':') continue;
    while (k < value.end && is_space(s[k])) k++;
    for (end = k; end < value.end && is_alpha(s[end]); end++) continue;
    if (html_is_word(s + k, end - k, wanted)) return true;
  }
  return false;
}

/* What an attribute says. */
static void take (html_tag *tag, const char *s, html_span name,
                  html_span value) {
  const char *n = s + name.begin;
  size_t size = name.end - name.begin;
  if (html_is_word(n, size, "hidden")) tag->hidden = true;
  else if (html_is_word(n, size, "style"))
    tag->hidden = tag->hidden || has_style(s, value, "display", "none") ||
                  has_style(s, value, "visibility", "hidden");
  else if (html_is_word(n, size, "aria-hidden"))
    tag->hidden = tag->hidden ||
        html_is_word(s + value.begin, value.end - value.begin, "true");
  else if (html_is_word(n, size, "class") || html_is_word(n, size, "id"))
    tag->hint = tag->hint || has_hint(s, value);
  else if (html_is_word(n, size, "role"))
    tag->hint = tag->hint ||
        html_is_word(s + value.begin, value.end - value.begin, "navigation");
  else if (html_is_word(n, size, "name") || html_is_word(n, size, "property") ||
           html_is_word(n, size, "itemprop"))
    tag->meta = value;
  else if (html_is_word(n, size, "content")) tag->content = value;
  else if (html_is_word(n, size, "rel")) tag->rel = value;
  else if (html_is_word(n, size, "href")) tag->href = value;
  else if (html_is_word(n, size, "type")) tag->type = value;
  else if (html_is_word(n, size, "datetime")) tag->datetime = value;
}

/* Reads the value whose '=' is at 'at'; returns what is behind it. */
static size_t read_value (const char *s, size_t size, size_t at,
                          html_span *value) {
  for (at++; at < size && is_space(s[at]); at++) continue;
  if (at < size && (s[at] == '"' || s[at] == '\'')) {
    const char *end = memchr(s + at + 1, s[at], size - at - 1);
    value->begin = at + 1;
    value->end = end != NULL ? (size_t)(end - s) : size;
    return end != NULL ? value->end + 1 : size;
  }
  value->begin = at;
  while (at < size && !is_space(s[at]) && s[at] != '>') at++;
  value->end = at;
  return at;
}

static size_t read_attribute (html_tag *tag, const char *s, size_t size,
                              size_t at) {
  html_span name = {at, at}, value = {at, at};
  do at++;
  while (at < size && !is_space(s[at]) && strchr("=/>", s[at]) == NULL);
  name.end = at;
  while (at < size && is_space(s[at])) at++;
  if (at < size && s[at] == '=') at = read_value(s, size, at, &value);
  take(tag, s, name, value);
  return at;
}

html_tag html_tag_read (const char *s, size_t size, size_t at) {
  html_tag tag;
  size_t first;
  memset(&tag, 0, sizeof tag);
  tag.closes = s[at + 1] == '/';
  first = at + 1 + (tag.closes ? 1 : 0);
  for (at = first; at < size && !is_space(s[at]) && s[at] != '/' &&
                   s[at] != '>'; at++)
    continue;
  tag.name = name_of(s + first, at - first);
  while (at < size && s[at] != '>') {
    if (is_space(s[at]) || s[at] == '/') at++;
    else at = read_attribute(&tag, s, size, at);
  }
  tag.end = at < size ? at + 1 : size;
  return tag;
}
