/*
** jilu: text into records. The public C API; a C host includes this alone.
**
** The core knows no Lua, holds no writable global state, reads no environment
** and prints nothing. Compiled resources are immutable once made, so any
** number of threads may read one at the same time.
**
** Positions are byte offsets, 0-based half-open [begin, end).
*/
#ifndef JILU_H
#define JILU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define JILU_API __attribute__((visibility("default")))
#else
#define JILU_API
#endif

#define JILU_VERSION "0.1.0"

#ifdef __cplusplus
extern "C" {
#endif

/* What a call that can fail returns; 0 is success. */
typedef enum jilu_status {
  JILU_OK = 0,
  JILU_NO_MEMORY,   /* an allocation failed; nothing leaks, nothing changed */
  JILU_TOO_LARGE,   /* an input is over a limit of this API */
  JILU_BAD_VALUE    /* an argument does not make sense */
} jilu_status;

/* --- unicode: what a code point is -------------------------------------- */

/*
** Position of the first byte of 'text' that is not part of well-formed UTF-8
** (Unicode 15.0, table 3-7), or 'size' where all is well-formed.
*/
JILU_API size_t jilu_validate(const char *text, size_t size);

#ifdef __cplusplus
}
#endif

#endif
