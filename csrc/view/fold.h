/*
** Folding for matching: Traditional and variant characters to Simplified,
** full width to half width. One code point to one code point.
** Source: UnicodeData, Unihan and OpenCC; see generate.lua.
*/
#ifndef JILU_VIEW_FOLD_H
#define JILU_VIEW_FOLD_H

#include <stddef.h>
#include <stdint.h>

/* The folded twin of 'c'; 'c' itself where it has none. */
uint32_t jilu_fold (uint32_t c);

/*
** How many of the 'size' bytes at 's' fold to themselves for sure, up to the
** first line break: ASCII, and three-byte characters without a twin that are
** not of Traditional text alone. What it stops at may be anything.
*/
size_t jilu_fold_plain (const unsigned char *s, size_t size);

/*
** Folds bytes at 's' into 'out' up to the first line break, and to the first
** character that takes two or four bytes, or three and fewer when folded: so
** as many bytes are written as are read. Returns how many, at most 'size', and
** adds to '*hant' the characters of Traditional text alone.
*/
size_t jilu_fold_run (const unsigned char *s, size_t size, char *out,
                      size_t *hant);

/* Whether 'c' exists in Traditional text alone. */
int jilu_is_hant (uint32_t c);

/*
** Counts the characters of a text that exist in one script alone: Simplified
** in '*hans', Traditional in '*hant'.
*/
void jilu_script_count (const unsigned char *s, size_t size, size_t *hans,
                        size_t *hant);

#endif
