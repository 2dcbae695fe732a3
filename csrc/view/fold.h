/*
** Folding for matching: Traditional and variant characters to Simplified,
** full width to half width. One code point to one code point.
** Source: UnicodeData, Unihan and OpenCC; see generate.lua.
*/
#ifndef JILU_VIEW_FOLD_H
#define JILU_VIEW_FOLD_H

#include <stdint.h>

/* The folded twin of 'c'; 'c' itself where it has none. */
uint32_t jilu_fold (uint32_t c);

/* What a character says about the script of the text it stands in. */
typedef enum jilu_script {
  JILU_SCRIPT_ANY,   /* in both, or not a Han character */
  JILU_SCRIPT_HANS,  /* Simplified alone */
  JILU_SCRIPT_HANT   /* Traditional alone */
} jilu_script;

jilu_script jilu_script_of (uint32_t c);

#endif
