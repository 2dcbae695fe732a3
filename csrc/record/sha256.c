/* SHA-256 as in FIPS 180-4, section 6.2. */

#include "record/sha256.h"

#include <string.h>

#define BLOCK 64u

/* FIPS 180-4, 4.2.2: cube roots of the first 64 primes. */
static const uint32_t K[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
  0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
  0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
  0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
  0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
  0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

static uint32_t rotate (uint32_t x, unsigned n) {
  return (x >> n) | (x << (32 - n));
}

/* Message schedule W of one block, 6.2.2 step 1. */
static void schedule (uint32_t w[64], const unsigned char *p) {
  unsigned t;
  for (t = 0; t < 16; t++, p += 4)
    w[t] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
           (uint32_t)p[2] << 8 | (uint32_t)p[3];
  for (; t < 64; t++) {
    uint32_t a = w[t - 15], b = w[t - 2];
    uint32_t s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3);
    uint32_t s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10);
    w[t] = s1 + w[t - 7] + s0 + w[t - 16];
  }
}

/* T1 and T2 of 6.2.2 step 3, from the working variables a to h. */
static uint32_t first_sum (const uint32_t *v, uint32_t word) {
  uint32_t e = v[4];
  uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
  return v[7] + s1 + ((e & v[5]) ^ (~e & v[6])) + word;
}

static uint32_t second_sum (const uint32_t *v) {
  uint32_t a = v[0];
  uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
  return s0 + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
}

/*
** Steps 2 to 4 of 6.2.2. The variables stand in 'v' from place 64 - t on, so
** that a round moves nothing: it makes a new a in front and changes e.
*/
static void compress (uint32_t state[8], const unsigned char *block) {
  uint32_t w[64], v[64 + 8];
  unsigned t;
  schedule(w, block);
  memcpy(v + 64, state, 8 * sizeof v[0]);
  for (t = 0; t < 64; t++) {
    uint32_t *now = v + 64 - t;
    uint32_t t1 = first_sum(now, K[t] + w[t]);
    now[-1] = t1 + second_sum(now);
    now[3] += t1;
  }
  for (t = 0; t < 8; t++) state[t] += v[t];
}

/* The last block or two: rest, bit 1, zeros, length in bits (5.1.1). */
static void finish (uint32_t state[8], const unsigned char *rest,
                    size_t left, uint64_t size) {
  unsigned char block[2 * BLOCK] = {0};
  size_t total = left < BLOCK - 8 ? BLOCK : 2 * BLOCK;
  unsigned i;
  if (left > 0) memcpy(block, rest, left);
  block[left] = 0x80;
  for (i = 0; i < 8; i++)
    block[total - 1 - i] = (unsigned char)((size << 3) >> (8 * i));
  compress(state, block);
  if (total > BLOCK) compress(state, block + BLOCK);
}

void jilu_sha256 (const char *bytes, size_t size, unsigned char digest[32]) {
  /* 5.3.3: square roots of the first eight primes. */
  uint32_t state[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };
  const unsigned char *p = (const unsigned char *)bytes;
  size_t left = size;
  unsigned i;
  for (; left >= BLOCK; left -= BLOCK, p += BLOCK) compress(state, p);
  finish(state, p, left, size);
  for (i = 0; i < 32; i++)
    digest[i] = (unsigned char)(state[i / 4] >> (24 - 8 * (i % 4)));
}
