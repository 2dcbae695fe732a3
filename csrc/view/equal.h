/* Whether two texts are the same but for differences that do not count. */
#ifndef JILU_VIEW_EQUAL_H
#define JILU_VIEW_EQUAL_H

#include <stdbool.h>

#include "jilu.h"

/* Differences that do not count. */
enum {
  JILU_IGNORE_CASE = 1,
  JILU_IGNORE_WIDTH = 2,    /* full and half width */
  JILU_IGNORE_SCRIPT = 4    /* Traditional and Simplified characters */
};

/*
** Whether texts are canonically equivalent (UAX #15), or become so without
** what 'ignored' names. Ill-formed bytes are U+FFFD. JILU_NO_MEMORY.
*/
jilu_status jilu_equal (const char *a, size_t a_size, const char *b,
                        size_t b_size, unsigned ignored, bool *same);

#endif
