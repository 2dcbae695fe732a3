#include "unicode/utf8.h"

#include "jilu.h"

size_t jilu_validate (const char *text, size_t size) {
  const unsigned char *s = (const unsigned char *)text;
  size_t i = 0;
  while (i < size) {
    unsigned width;
    int ok;
    (void)jilu_utf8_decode(s + i, size - i, &width, &ok);
    if (!ok) return i;
    i += width;
  }
  return size;
}
