/*
** The text of an HTML page with a map to its bytes. Tags are read as the HTML
** Standard tokenizes them (section 13.2.5); of the tree only what text needs is
** kept, a stack of block elements, in time linear in the page: an end tag closes
** the nearest element of its name within the table cell, or nothing.
*/
#ifndef JILU_SOURCE_HTML_H
#define JILU_SOURCE_HTML_H

#include <stdbool.h>

#include "source/decode.h"

/* What is around a line, as bits. */
enum {
  JILU_HTML_NAV = 1,       /* nav, menu */
  JILU_HTML_FOOTER = 2,
  JILU_HTML_ASIDE = 4,
  JILU_HTML_HEADER = 8,    /* header, outside of article */
  JILU_HTML_FORM = 16,
  JILU_HTML_HINT = 32,     /* a class or id that names such a part */
  JILU_HTML_ARTICLE = 64,  /* article, main */
  JILU_HTML_ITEM = 128,    /* li, dt, dd */
  JILU_HTML_CELL = 256     /* td, th */
};

/* A line of the text. */
typedef struct jilu_html_line {
  uint32_t begin;          /* its first byte of the text */
  uint32_t level;          /* 1 to 6 for h1 to h6, else 0 */
  uint32_t around;
  uint32_t bytes, links;   /* that are no blanks; of them, those in links */
} jilu_html_line;

/* What the page says of itself: undecoded bytes of it. */
typedef struct jilu_html_meta {
  enum { JILU_HTML_TITLE, JILU_HTML_META, JILU_HTML_LINK, JILU_HTML_TIME,
         JILU_HTML_JSON } kind;
  uint32_t name, name_end;       /* of meta, the name; of a link, its rel */
  uint32_t value, value_end;
} jilu_html_meta;

typedef struct jilu_html {
  jilu_decoded decoded;
  jilu_html_line *lines;
  size_t line_count, line_room;
  jilu_html_meta *metas;
  size_t meta_count, meta_room;
} jilu_html;

void jilu_html_free (jilu_html *html);

/* Reads a page of 'size' bytes of UTF-8 into 'out', which is all 0. */
jilu_status jilu_html_read (const char *bytes, size_t size, jilu_html *out);

/*
** What a reference that begins with '&' at 's' stands for: at most 8 bytes in
** 'out', their number in '*written'. Returns its bytes; 0 where it is none.
*/
size_t jilu_html_reference (const char *s, size_t left, char *out,
                            size_t *written);

#endif
