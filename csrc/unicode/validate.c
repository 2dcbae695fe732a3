#include "unicode/validate.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define VECTORS
#elif defined(__aarch64__) && defined(__GNUC__)
#include <arm_neon.h>
#define VECTORS
#endif

#ifdef VECTORS

/* The errors that a pair of bytes can have. */
enum {
  TOO_SHORT = 1,         /* a lead, then no continuation */
  TOO_LONG = 2,          /* ASCII, then a continuation */
  OVERLONG_3 = 4,        /* E0 80..9F */
  TOO_LARGE = 8,         /* F4 90..BF, F5.. and more */
  SURROGATE = 16,        /* ED A0..BF */
  OVERLONG_2 = 32,       /* C0, C1 */
  OVERLONG_4 = 64,       /* F0 80..8F; F5 80..8F and more are too large */
  TWO_CONTINUE = 128,    /* two continuations: right in longer sequences */
  ANY = TOO_SHORT | TOO_LONG | TWO_CONTINUE,
  LARGE = ANY | TOO_LARGE | OVERLONG_4
};

static const uint8_t first_high[16] = {
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
  TWO_CONTINUE, TWO_CONTINUE, TWO_CONTINUE, TWO_CONTINUE,
  TOO_SHORT | OVERLONG_2,
  TOO_SHORT,
  TOO_SHORT | OVERLONG_3 | SURROGATE,
  TOO_SHORT | TOO_LARGE | OVERLONG_4
};

static const uint8_t first_low[16] = {
  ANY | OVERLONG_2 | OVERLONG_3 | OVERLONG_4,
  ANY | OVERLONG_2,
  ANY, ANY,
  ANY | TOO_LARGE,
  LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE,
  LARGE | SURROGATE,
  LARGE, LARGE
};

static const uint8_t second_high[16] = {
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  TOO_LONG | TWO_CONTINUE | OVERLONG_2 | OVERLONG_3 | OVERLONG_4,
  TOO_LONG | TWO_CONTINUE | OVERLONG_2 | OVERLONG_3 | TOO_LARGE,
  TOO_LONG | TWO_CONTINUE | OVERLONG_2 | SURROGATE | TOO_LARGE,
  TOO_LONG | TWO_CONTINUE | OVERLONG_2 | SURROGATE | TOO_LARGE,
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT
};

#ifdef __x86_64__

/* --- AVX2 ------------------------------------------------------------------ */

#define TARGET __attribute__((target("avx2")))
#define PART static TARGET inline __attribute__((always_inline))
#define OF(name) name##_avx2
#define VALIDATOR validate_avx2
#define vector __m256i
#define WIDTH 32

PART vector OF(load) (const unsigned char *p) {
  return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

PART vector OF(look_up) (const uint8_t *table, vector v) {
  const __m128i t = _mm_loadu_si128((const __m128i *)(const void *)table);
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(t), v);
}

PART vector OF(low) (vector v) {
  return _mm256_and_si256(v, _mm256_set1_epi8(15));
}

PART vector OF(high) (vector v) {
  return OF(low)(_mm256_srli_epi16(v, 4));
}

/* v - byte, or 0: 0x80 and more for bytes of byte + 0x80 and more. */
PART vector OF(above) (vector v, int byte) {
  return _mm256_subs_epu8(v, _mm256_set1_epi8((char)byte));
}

PART vector OF(either) (vector v, vector w) { return _mm256_or_si256(v, w); }
PART vector OF(both) (vector v, vector w) { return _mm256_and_si256(v, w); }
PART vector OF(differ) (vector v, vector w) {
  return _mm256_xor_si256(v, w);
}
PART vector OF(same) (int byte) { return _mm256_set1_epi8((char)byte); }
PART int OF(ascii) (vector v) { return _mm256_movemask_epi8(v) == 0; }
PART int OF(none) (vector v) { return _mm256_testz_si256(v, v); }

#include "unicode/validate_lookup.h"

#undef TARGET
#undef OF
#undef VALIDATOR
#undef vector
#undef WIDTH

/* --- SSE ------------------------------------------------------------------- */

#define TARGET __attribute__((target("sse4.2")))
#define OF(name) name##_sse
#define VALIDATOR validate_sse
#define vector __m128i
#define WIDTH 16

PART vector OF(load) (const unsigned char *p) {
  return _mm_loadu_si128((const __m128i *)(const void *)p);
}

PART vector OF(look_up) (const uint8_t *table, vector v) {
  return _mm_shuffle_epi8(OF(load)(table), v);
}

PART vector OF(low) (vector v) {
  return _mm_and_si128(v, _mm_set1_epi8(15));
}

PART vector OF(high) (vector v) {
  return OF(low)(_mm_srli_epi16(v, 4));
}

PART vector OF(above) (vector v, int byte) {
  return _mm_subs_epu8(v, _mm_set1_epi8((char)byte));
}

PART vector OF(either) (vector v, vector w) { return _mm_or_si128(v, w); }
PART vector OF(both) (vector v, vector w) { return _mm_and_si128(v, w); }
PART vector OF(differ) (vector v, vector w) { return _mm_xor_si128(v, w); }
PART vector OF(same) (int byte) { return _mm_set1_epi8((char)byte); }
PART int OF(ascii) (vector v) { return _mm_movemask_epi8(v) == 0; }
PART int OF(none) (vector v) { return _mm_testz_si128(v, v); }

#include "unicode/validate_lookup.h"

jilu_validator jilu_validator_of (jilu_path path) {
  int any = path == JILU_PATH_BEST;
  if ((any || path == JILU_PATH_AVX2) && __builtin_cpu_supports("avx2"))
    return validate_avx2;
  if ((any || path == JILU_PATH_SSE) && __builtin_cpu_supports("sse4.2"))
    return validate_sse;
  return NULL;
}

#else

/* --- NEON ------------------------------------------------------------------ */

#define TARGET
#define PART static inline __attribute__((always_inline))
#define OF(name) name##_neon
#define VALIDATOR validate_neon
#define vector uint8x16_t
#define WIDTH 16

PART vector OF(load) (const unsigned char *p) { return vld1q_u8(p); }
PART vector OF(look_up) (const uint8_t *table, vector v) {
  return vqtbl1q_u8(vld1q_u8(table), v);
}
PART vector OF(low) (vector v) { return vandq_u8(v, vdupq_n_u8(15)); }
PART vector OF(high) (vector v) { return vshrq_n_u8(v, 4); }
PART vector OF(above) (vector v, int byte) {
  return vqsubq_u8(v, vdupq_n_u8((uint8_t)byte));
}
PART vector OF(either) (vector v, vector w) { return vorrq_u8(v, w); }
PART vector OF(both) (vector v, vector w) { return vandq_u8(v, w); }
PART vector OF(differ) (vector v, vector w) { return veorq_u8(v, w); }
PART vector OF(same) (int byte) { return vdupq_n_u8((uint8_t)byte); }
PART int OF(ascii) (vector v) { return vmaxvq_u8(v) < 0x80; }
PART int OF(none) (vector v) { return vmaxvq_u8(v) == 0; }

#include "unicode/validate_lookup.h"

jilu_validator jilu_validator_of (jilu_path path) {
  if (path == JILU_PATH_BEST || path == JILU_PATH_NEON) return validate_neon;
  return NULL;
}

#endif

#else

jilu_validator jilu_validator_of (jilu_path path) {
  (void)path;
  return NULL;
}

#endif
