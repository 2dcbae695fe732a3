/* Blocks with AVX2: two vectors of 32 bytes. */

#include "segment/scan.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#define BLOCKS_NAME jilu_scan_blocks_avx2
#define TARGET __attribute__((target("avx2,bmi,popcnt")))
#define PART static TARGET inline __attribute__((always_inline))

typedef struct lanes { __m256i low, high; } lanes;

PART lanes load (const unsigned char *p) {
  lanes v;
  v.low = _mm256_loadu_si256((const __m256i *)(const void *)p);
  v.high = _mm256_loadu_si256((const __m256i *)(const void *)(p + 32));
  return v;
}

PART lanes equal (lanes v, int byte) {
  const __m256i x = _mm256_set1_epi8((char)byte);
  v.low = _mm256_cmpeq_epi8(v.low, x);
  v.high = _mm256_cmpeq_epi8(v.high, x);
  return v;
}

/* x is within when x - low, without sign, is at most high - low. */
PART __m256i within_one (__m256i v, __m256i low, __m256i span) {
  v = _mm256_sub_epi8(v, low);
  return _mm256_cmpeq_epi8(_mm256_min_epu8(v, span), v);
}

PART lanes within (lanes v, int low, int high) {
  const __m256i from = _mm256_set1_epi8((char)low);
  const __m256i span = _mm256_set1_epi8((char)(high - low));
  v.low = within_one(v.low, from, span);
  v.high = within_one(v.high, from, span);
  return v;
}

/* A shuffle answers 0 for bytes that are not ASCII, which they are not. */
PART lanes among (lanes v, const uint8_t *set) {
  const __m256i x = _mm256_broadcastsi128_si256(
    _mm_loadu_si128((const __m128i *)(const void *)set));
  v.low = _mm256_cmpeq_epi8(_mm256_shuffle_epi8(x, v.low), v.low);
  v.high = _mm256_cmpeq_epi8(_mm256_shuffle_epi8(x, v.high), v.high);
  return v;
}

/* As numbers with a sign, 80 to BF are the least. */
PART lanes below (lanes v, int byte) {
  const __m256i x = _mm256_set1_epi8((char)byte);
  v.low = _mm256_cmpgt_epi8(x, v.low);
  v.high = _mm256_cmpgt_epi8(x, v.high);
  return v;
}

PART lanes continues (lanes v) {
  return below(v, 0xC0);
}

PART lanes any (lanes v, lanes w) {
  v.low = _mm256_or_si256(v.low, w.low);
  v.high = _mm256_or_si256(v.high, w.high);
  return v;
}

PART lanes both (lanes v, lanes w) {
  v.low = _mm256_and_si256(v.low, w.low);
  v.high = _mm256_and_si256(v.high, w.high);
  return v;
}

PART lanes without (lanes v, lanes w) {
  v.low = _mm256_andnot_si256(w.low, v.low);
  v.high = _mm256_andnot_si256(w.high, v.high);
  return v;
}

PART lanes folded (lanes v) {
  const __m256i x = _mm256_set1_epi8(0x20);
  v.low = _mm256_or_si256(v.low, x);
  v.high = _mm256_or_si256(v.high, x);
  return v;
}

PART uint64_t bits (lanes v) {
  uint32_t low = (uint32_t)_mm256_movemask_epi8(v.low);
  uint32_t high = (uint32_t)_mm256_movemask_epi8(v.high);
  return (uint64_t)high << 32 | low;
}

PART uint64_t lowest (uint64_t mask) {
  return _tzcnt_u64(mask);
}

PART void store_places (uint32_t *out, const uint8_t *p, uint32_t base) {
  __m128i bytes = _mm_loadl_epi64((const __m128i *)(const void *)p);
  __m256i places = _mm256_add_epi32(_mm256_cvtepu8_epi32(bytes),
                                    _mm256_set1_epi32((int)base));
  _mm256_storeu_si256((__m256i *)(void *)out, places);
}

#include "segment/blocks.h"

#endif
