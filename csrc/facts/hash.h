/* A hash of bytes, for tables of one section's texts. */
#ifndef JILU_FACTS_HASH_H
#define JILU_FACTS_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Times 2^64 by the golden ratio (Fibonacci hashing), so that the low bits
   hold some of all. */
static inline uint64_t jilu_hash_mix (uint64_t h) {
  h *= 0x9E3779B97F4A7C15u;
  return h ^ h >> 32;
}

/* Eight bytes at a time, and what is left. */
static inline uint64_t jilu_hash (const unsigned char *s, size_t size) {
  uint64_t h = size, part;
  for (; size >= sizeof part; size -= sizeof part, s += sizeof part) {
    memcpy(&part, s, sizeof part);
    h = jilu_hash_mix(h ^ part);
  }
  for (part = 0; size > 0; size--) part = part << 8 | *s++;
  return jilu_hash_mix(h ^ part);
}

#endif
