/*
** A byte buffer that grows. Zero-initialised it is empty and valid; its
** owner frees it with jilu_buffer_free.
*/
#ifndef JILU_RECORD_BUFFER_H
#define JILU_RECORD_BUFFER_H

#include <string.h>

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

/*
** The same. Records are made of many small parts, for nearly all of which
** there is room.
*/
static inline jilu_status jilu_buffer_room (jilu_buffer *buffer, size_t more) {
  if (more <= buffer->capacity - buffer->size) return JILU_OK;
  return jilu_buffer_reserve(buffer, more);
}

/* Appends 'size' bytes; on failure nothing was appended. */
static inline jilu_status jilu_buffer_append (jilu_buffer *buffer,
                                              const char *bytes,
                                              size_t size) {
  jilu_status status = jilu_buffer_room(buffer, size);
  if (status != JILU_OK) return status;
  if (size > 0) memcpy(buffer->bytes + buffer->size, bytes, size);
  buffer->size += size;
  return JILU_OK;
}

/* Frees the memory and leaves an empty buffer; may be called again. */
void jilu_buffer_free (jilu_buffer *buffer);

#endif
