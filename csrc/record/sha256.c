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

/* Word t of the block, big-endian (6.2.2 step 1). */
static uint32_t word_at (const unsigned char *p, unsigned t) {
  p += 4 * t;
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 |
         (uint32_t)p[3];
}

/*
** Word t >= 16 of the message schedule takes the place of word t - 16 (6.2.2
** step 1, and 6.1.3 for a schedule of sixteen words).
*/
static inline uint32_t next_word (uint32_t w[16], unsigned t) {
  uint32_t a = w[(t + 1) & 15], b = w[(t + 14) & 15];
  uint32_t s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3);
  uint32_t s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10);
  return w[t & 15] += s1 + w[(t + 9) & 15] + s0;
}

/* 6.2.2 step 3; the names of the variables move instead of their values. */
#define ROUND(a, b, c, d, e, f, g, h, word, t) do { \
  uint32_t t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + \
                (g ^ (e & (f ^ g))) + K[t] + (word); \
  d += t1; \
  h = t1 + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + \
      ((a & b) | (c & (a | b))); \
} while (0)

/* Rounds t + n to t + n + 7; n is constant, and so are places of words. */
#define EIGHT_ROUNDS(word, t, n) do { \
  ROUND(a, b, c, d, e, f, g, h, word(n), (t) + (n)); \
  ROUND(h, a, b, c, d, e, f, g, word((n) + 1), (t) + (n) + 1); \
  ROUND(g, h, a, b, c, d, e, f, word((n) + 2), (t) + (n) + 2); \
  ROUND(f, g, h, a, b, c, d, e, word((n) + 3), (t) + (n) + 3); \
  ROUND(e, f, g, h, a, b, c, d, word((n) + 4), (t) + (n) + 4); \
  ROUND(d, e, f, g, h, a, b, c, word((n) + 5), (t) + (n) + 5); \
  ROUND(c, d, e, f, g, h, a, b, word((n) + 6), (t) + (n) + 6); \
  ROUND(b, c, d, e, f, g, h, a, word((n) + 7), (t) + (n) + 7); \
} while (0)

#define FIRST_WORD(n) (w[n] = word_at(block, n))
#define LATER_WORD(n) next_word(w, n)

/* Steps 1 to 4 of 6.2.2. */
static void compress (uint32_t state[8], const unsigned char *block) {
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  uint32_t w[16];
  unsigned t;
  EIGHT_ROUNDS(FIRST_WORD, 0, 0);
  EIGHT_ROUNDS(FIRST_WORD, 0, 8);
  for (t = 16; t < 64; t += 16) {
    EIGHT_ROUNDS(LATER_WORD, t, 0);
    EIGHT_ROUNDS(LATER_WORD, t, 8);
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d;
  state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

static void compress_all (uint32_t state[8], const unsigned char *p,
                          size_t blocks) {
  for (; blocks > 0; blocks--, p += BLOCK) compress(state, p);
}

typedef void (*compressor) (uint32_t state[8], const unsigned char *p,
                            size_t blocks);

/* Compilers before these have no name for the processor's instructions. */
#if defined(__x86_64__) && defined(__GNUC__) && __GNUC__ >= 11

#include <immintrin.h>

#define TARGET __attribute__((target("sha,sse4.1")))

/* Two rounds with the lower and two with the upper half of the words. */
TARGET static inline void four_rounds (__m128i *abef, __m128i *cdgh,
                                       __m128i words, unsigned t) {
  __m128i k = _mm_loadu_si128((const __m128i *)(const void *)(K + t));
  __m128i sum = _mm_add_epi32(words, k);
  *cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, sum);
  *abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(sum, 0x0E));
}

/* Words t to t + 3 of the schedule, from the sixteen before them. */
TARGET static inline __m128i next_four (const __m128i w[4], unsigned n) {
  __m128i near = w[(n + 3) & 3];
  __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(w[n & 3], w[(n + 1) & 3]),
                              _mm_alignr_epi8(near, w[(n + 2) & 3], 4));
  return _mm_sha256msg2_epu32(sum, near);
}

TARGET static void compress_block (__m128i *abef, __m128i *cdgh,
                                   const unsigned char *p) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL,
                                      0x0405060700010203LL);
  __m128i w[4], before = *abef, also = *cdgh;
  unsigned n;
  for (n = 0; n < 16; n++) {
    if (n < 4)
      w[n] = _mm_shuffle_epi8(
        _mm_loadu_si128((const __m128i *)(const void *)(p + 16 * n)), swap);
    else
      w[n & 3] = next_four(w, n);
    four_rounds(abef, cdgh, w[n & 3], 4 * n);
  }
  *abef = _mm_add_epi32(*abef, before);
  *cdgh = _mm_add_epi32(*cdgh, also);
}

/* The instructions want the state as a, b, e, f and c, d, g, h. */
TARGET static void compress_all_sha (uint32_t state[8],
                                     const unsigned char *p, size_t blocks) {
  uint32_t *s = state;
  __m128i abef = _mm_set_epi32((int)s[0], (int)s[1], (int)s[4], (int)s[5]);
  __m128i cdgh = _mm_set_epi32((int)s[2], (int)s[3], (int)s[6], (int)s[7]);
  uint32_t out[8];
  for (; blocks > 0; blocks--, p += BLOCK) compress_block(&abef, &cdgh, p);
  _mm_storeu_si128((__m128i *)(void *)out, abef);
  _mm_storeu_si128((__m128i *)(void *)(out + 4), cdgh);
  s[0] = out[3]; s[1] = out[2]; s[4] = out[1]; s[5] = out[0];
  s[2] = out[7]; s[3] = out[6]; s[6] = out[5]; s[7] = out[4];
}

static compressor choose (bool portable) {
  return !portable && __builtin_cpu_supports("sha") &&
         __builtin_cpu_supports("sse4.1") ? compress_all_sha : compress_all;
}

#else

static compressor choose (bool portable) {
  (void)portable;
  return compress_all;
}

#endif

/* The last block or two: rest, bit 1, zeros, length in bits (5.1.1). */
static void finish (compressor run, uint32_t state[8],
                    const unsigned char *rest, size_t left, uint64_t size) {
  unsigned char block[2 * BLOCK] = {0};
  size_t total = left < BLOCK - 8 ? BLOCK : 2 * BLOCK;
  unsigned i;
  if (left > 0) memcpy(block, rest, left);
  block[left] = 0x80;
  for (i = 0; i < 8; i++)
    block[total - 1 - i] = (unsigned char)((size << 3) >> (8 * i));
  run(state, block, total / BLOCK);
}

void jilu_sha256 (const char *bytes, size_t size, bool portable,
                  unsigned char digest[32]) {
  /* 5.3.3: square roots of the first eight primes. */
  uint32_t state[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };
  const unsigned char *p = (const unsigned char *)bytes;
  size_t left = size % BLOCK;
  compressor run = choose(portable);
  unsigned i;
  if (size >= BLOCK) {
    run(state, p, size / BLOCK);
    p += size - left;
  }
  finish(run, state, p, left, size);
  for (i = 0; i < 32; i++)
    digest[i] = (unsigned char)(state[i / 4] >> (24 - 8 * (i % 4)));
}
