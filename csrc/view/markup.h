/*
** Markup that is left in a text: Markdown marks and HTML tags. What marks the
** text is residue, as pinyin readings are; what it marks is text.
*/
#ifndef JILU_VIEW_MARKUP_H
#define JILU_VIEW_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jilu.h"

/* Bytes [begin, end) are markup; they never hold a line break. */
typedef struct jilu_markup_item {
  uint32_t begin, end;
  jilu_repair_kind kind;
  bool separates;   /* a space stands for it: <br>, </td> */
  bool weak;        /* markup only where the text is marked up elsewhere */
  bool open;        /* waits for what closes it; nothing at the end */
} jilu_markup_item;

typedef struct jilu_markup {
  jilu_markup_item *items;   /* in order; they do not overlap */
  size_t count;
} jilu_markup;

/*
** Finds the markup of 'text'. The caller frees 'out->items'. Linear in 'size'.
*/
jilu_status jilu_markup_find (const char *text, size_t size, jilu_markup *out);

/* --- tags ---------------------------------------------------------------- */

/* What a '<' begins: a tag, a comment, a script, a directive of a server. */
typedef struct jilu_tag {
  size_t end;       /* behind it; 0 where it begins nothing */
  bool separates;
  bool weak;        /* <b>, which may be text where no tag is closed */
} jilu_tag;

/* Ends that were looked for in vain, so that none is looked for twice. */
typedef struct jilu_tag_scan {
  bool no_comment, no_server, no_script, no_style;
} jilu_tag_scan;

/* Reads what the '<' at 'at' begins. */
jilu_tag jilu_tag_read (const unsigned char *s, size_t size, size_t at,
                        jilu_tag_scan *scan);

#endif
