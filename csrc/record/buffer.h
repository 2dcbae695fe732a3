/*
** A byte buffer that grows. Zero-initialised it is empty and valid; its
** owner frees it with jilu_buffer_free.
*/
#ifndef JILU_RECORD_BUFFER_H
#define JILU_RECORD_BUFFER_H

#include "jilu.h"

typedef struct jilu_buffer {
  char *bytes;
  size_t size;      /* bytes in use */
  size_t capacity;  /* bytes allocated */
} jilu_buffer;

/*
** Makes room for 'more' bytes behind those in use. JILU_NO_MEMORY leaves the
** buffer as it was.
*/
jilu_status jilu_buffer_reserve (jilu_buffer *buffer, size_t more);

/* Appends 'size' bytes; on failure nothing was appended. */
jilu_status jilu_buffer_append (jilu_buffer *buffer, const char *bytes,
                                size_t size);

/* Frees the memory and leaves an empty buffer; may be called again. */
void jilu_buffer_free (jilu_buffer *buffer);

#endif
