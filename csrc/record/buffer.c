#include "record/buffer.h"

#include <stdlib.h>

#define FIRST_CAPACITY 4096u

jilu_status jilu_buffer_reserve (jilu_buffer *buffer, size_t more) {
  size_t capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
  char *bytes;
  if (more <= buffer->capacity - buffer->size) return JILU_OK;
  if (more > SIZE_MAX / 2 - buffer->size) return JILU_NO_MEMORY;
  while (capacity < buffer->size + more) capacity *= 2;
  bytes = realloc(buffer->bytes, capacity);
  if (bytes == NULL) return JILU_NO_MEMORY;
  buffer->bytes = bytes;
  buffer->capacity = capacity;
  return JILU_OK;
}

void jilu_buffer_free (jilu_buffer *buffer) {
  free(buffer->bytes);
  buffer->bytes = NULL;
  buffer->size = buffer->capacity = 0;
}
