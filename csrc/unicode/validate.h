/* Validation of UTF-8 with vectors. */
#ifndef JILU_UNICODE_VALIDATE_H
#define JILU_UNICODE_VALIDATE_H

#include "jilu.h"

/*
** How far from 'at', which is 3 or more, no error is seen: a position that is
** not beyond the first error by more than the three bytes of a sequence that
** may be cut off there, and that leaves some bytes at the end unseen.
*/
typedef size_t (*jilu_validator) (const unsigned char *text, size_t at,
                                  size_t size);

/* The one of 'path' that this processor can run, or NULL. */
jilu_validator jilu_validator_of (jilu_path path);

/* jilu_validate on a path that is named. */
size_t jilu_validate_path (const char *text, size_t size, jilu_path path);

#endif
