/* Blocks with SSE: four vectors of 16 bytes. */

#include "segment/scan.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <nmmintrin.h>

#define BLOCKS_NAME jilu_scan_blocks_sse
#define TARGET __attribute__((target("sse4.2,popcnt")))
#define PART static TARGET inline __attribute__((always_inline))

typedef struct lanes { __m128i a, b, c, d; } lanes;

PART __m128i load_one (const unsigned char *p) {
  return _mm_loadu_si128((const __m128i *)(const void *)p);
}

PART lanes load (const unsigned char *p) {
  lanes v;
  v.a = load_one(p);
  v.b = load_one(p + 16);
  v.c = load_one(p + 32);
  v.d = load_one(p + 48);
  return v;
}

/* The answer for each quarter; gcc keeps an array of them in memory. */
#define EACH(operation, x) \
  v.a = operation(v.a, x); v.b = operation(v.b, x); \
  v.c = operation(v.c, x); v.d = operation(v.d, x)

PART lanes equal (lanes v, int byte) {
  const __m128i x = _mm_set1_epi8((char)byte);
  EACH(_mm_cmpeq_epi8, x);
  return v;
}

/* x is within when x - low, without sign, is at most high - low. */
PART __m128i within_one (__m128i v, __m128i low, __m128i span) {
  v = _mm_sub_epi8(v, low);
  return _mm_cmpeq_epi8(_mm_min_epu8(v, span), v);
}

PART lanes within (lanes v, int low, int high) {
  const __m128i from = _mm_set1_epi8((char)low);
  const __m128i span = _mm_set1_epi8((char)(high - low));
  v.a = within_one(v.a, from, span);
  v.b = within_one(v.b, from, span);
  v.c = within_one(v.c, from, span);
  v.d = within_one(v.d, from, span);
  return v;
}

/* A shuffle answers 0 for bytes that are not ASCII, which they are not. */
PART __m128i among_one (__m128i v, __m128i set) {
  return _mm_cmpeq_epi8(_mm_shuffle_epi8(set, v), v);
}

PART lanes among (lanes v, const uint8_t *set) {
  const __m128i x = load_one(set);
  EACH(among_one, x);
  return v;
}

/* As numbers with a sign, 80 to BF are the least. */
PART lanes below (lanes v, int byte) {
  const __m128i x = _mm_set1_epi8((char)byte);
  EACH(_mm_cmplt_epi8, x);
  return v;
}

PART lanes continues (lanes v) {
  return below(v, 0xC0);
}

PART lanes any (lanes v, lanes w) {
  v.a = _mm_or_si128(v.a, w.a);
  v.b = _mm_or_si128(v.b, w.b);
  v.c = _mm_or_si128(v.c, w.c);
  v.d = _mm_or_si128(v.d, w.d);
  return v;
}

PART lanes both (lanes v, lanes w) {
  v.a = _mm_and_si128(v.a, w.a);
  v.b = _mm_and_si128(v.b, w.b);
  v.c = _mm_and_si128(v.c, w.c);
  v.d = _mm_and_si128(v.d, w.d);
  return v;
}

PART lanes without (lanes v, lanes w) {
  v.a = _mm_andnot_si128(w.a, v.a);
  v.b = _mm_andnot_si128(w.b, v.b);
  v.c = _mm_andnot_si128(w.c, v.c);
  v.d = _mm_andnot_si128(w.d, v.d);
  return v;
}

PART lanes folded (lanes v) {
  const __m128i x = _mm_set1_epi8(0x20);
  EACH(_mm_or_si128, x);
  return v;
}

PART uint64_t bits_one (__m128i v) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(v);
}

PART uint64_t bits (lanes v) {
  return bits_one(v.a) | bits_one(v.b) << 16 | bits_one(v.c) << 32 |
         bits_one(v.d) << 48;
}

PART uint64_t lowest (uint64_t mask) {
  return (uint64_t)__builtin_ctzll(mask);
}

PART void store_places (uint32_t *out, const uint8_t *p, uint32_t base) {
  const __m128i from = _mm_set1_epi32((int)base);
  __m128i bytes = _mm_loadl_epi64((const __m128i *)(const void *)p);
  __m128i low = _mm_cvtepu8_epi32(bytes);
  __m128i high = _mm_cvtepu8_epi32(_mm_srli_si128(bytes, 4));
  _mm_storeu_si128((__m128i *)(void *)out, _mm_add_epi32(low, from));
  _mm_storeu_si128((__m128i *)(void *)(out + 4), _mm_add_epi32(high, from));
}

#include "segment/blocks.h"

#endif
