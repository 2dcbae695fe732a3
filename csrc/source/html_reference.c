/* Character references of HTML: &amp; &#169; &#xA9; (HTML Standard, 13.5). */

#include "source/html.h"

#include <string.h>

#include "source/entities.h"

#define LONGEST_NAME 33

/* What &#128; to &#159; mean on the web: windows-1252. */
static const uint16_t windows_1252[32] = {
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
  0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178
};

static int digit_of (char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  if (!hex) return -1;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

static size_t read_number (const char *s, size_t left, char *out,
                           size_t *written) {
  bool hex = left > 2 && (s[2] == 'x' || s[2] == 'X');
  size_t first = hex ? 3 : 2, at = first;
  uint32_t c = 0;
  for (; at < left && digit_of(s[at], hex) >= 0; at++)
    if (c < 0x110000) c = c * (hex ? 16 : 10) + (uint32_t)digit_of(s[at], hex);
  if (at == first) return 0;
  if (at < left && s[at] == ';') at++;
  if (c >= 0x80 && c < 0xA0) c = windows_1252[c - 0x80];
  if (c == 0 || c >= 0x110000 || (c >= 0xD800 && c < 0xE000))
    c = JILU_REPLACEMENT;
  *written = jilu_utf8_encode(c, out);
  return at;
}

/* The index of a name of 'size' bytes, or -1. */
static int find (const char *name, size_t size) {
  size_t low = 0, high = sizeof entities / sizeof *entities;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strncmp(entities[middle].name, name, size);
    if (order == 0) order = entities[middle].name[size] != '\0';
    if (order == 0) return (int)middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

static bool is_letter (char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

/* The longest name that there is; without its semicolon only old ones are. */
static size_t read_name (const char *s, size_t left, char *out,
                         size_t *written) {
  size_t end = 1;
  int k = -1;
  while (end < left && end < LONGEST_NAME && is_letter(s[end])) end++;
  if (end < left && s[end] == ';') end++;
  for (; end > 2; end--)
    if ((k = find(s + 1, end - 1)) >= 0) break;
  if (k < 0) return 0;
  *written = strlen(entities[k].text);
  memcpy(out, entities[k].text, *written);
  return end;
}

size_t jilu_html_reference (const char *s, size_t left, char *out,
                            size_t *written) {
  if (left < 3) return 0;
  if (s[1] == '#') return read_number(s, left, out, written);
  return is_letter(s[1]) ? read_name(s, left, out, written) : 0;
}
