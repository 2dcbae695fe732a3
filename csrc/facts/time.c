#include "facts/time.h"

size_t jilu_time_read (struct jilu_scan *s, size_t at, int *counts) {
  (void)s;
  (void)at;
  *counts = 0;
  return 0;
}
