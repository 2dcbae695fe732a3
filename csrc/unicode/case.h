/* Case mappings of a part of a text, which the whole text decides about. */
#ifndef JILU_UNICODE_CASE_H
#define JILU_UNICODE_CASE_H

#include "jilu.h"
#include "unicode/growing.h"

/*
** Writes the mapping of bytes [begin, end) of 'size' bytes at 'text' to 'out':
** JILU_TITLE maps each code point to its title form. Ill-formed bytes become
** U+FFFD. False: no memory.
*/
bool jilu_case_write (jilu_growing *out, const char *text, size_t size,
                      size_t begin, size_t end, jilu_case to,
                      jilu_locale locale);

#endif
