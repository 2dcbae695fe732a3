/* A tag of a page, with the attributes that say something about text. */
#ifndef JILU_SOURCE_HTML_TAG_H
#define JILU_SOURCE_HTML_TAG_H

#include <stdbool.h>
#include <stddef.h>

#include "source/html_names.h"

/* Bytes [begin, end) of the page; empty where there is none. */
typedef struct html_span {
  size_t begin, end;
} html_span;

typedef struct html_tag {
  size_t end;        /* behind it */
  html_name name;
  bool closes;
  bool hidden;       /* by an attribute */
  bool hint;         /* class or id names a part that is no text */
  html_span meta, content, rel, href, type, datetime;
} html_tag;

/*
** Reads the tag whose '<' is at 'at', with a letter or '/' and a letter behind it.
** A tag without its end ends with the page.
*/
html_tag html_tag_read (const char *s, size_t size, size_t at);

/* Are these the bytes of 'word' (small letters), whatever their case? */
bool html_is_word (const char *s, size_t size, const char *word);

#endif
