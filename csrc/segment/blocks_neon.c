/* Blocks with NEON, which every AArch64 has: four vectors of 16 bytes. */

#include "segment/scan.h"

#if defined(__aarch64__) && defined(__GNUC__)

#include <arm_neon.h>

#define BLOCKS_NAME jilu_scan_blocks_neon
#define TARGET
#define PART static inline __attribute__((always_inline))

typedef struct lanes { uint8x16_t a, b, c, d; } lanes;

PART lanes load (const unsigned char *p) {
  lanes v;
  v.a = vld1q_u8(p);
  v.b = vld1q_u8(p + 16);
  v.c = vld1q_u8(p + 32);
  v.d = vld1q_u8(p + 48);
  return v;
}

/* The answer for each quarter. */
#define EACH(operation, x) \
  v.a = operation(v.a, x); v.b = operation(v.b, x); \
  v.c = operation(v.c, x); v.d = operation(v.d, x)

PART lanes equal (lanes v, int byte) {
  const uint8x16_t x = vdupq_n_u8((uint8_t)byte);
  EACH(vceqq_u8, x);
  return v;
}

PART lanes within (lanes v, int low, int high) {
  const uint8x16_t from = vdupq_n_u8((uint8_t)low);
  const uint8x16_t span = vdupq_n_u8((uint8_t)(high - low));
  EACH(vsubq_u8, from);
  EACH(vcleq_u8, span);
  return v;
}

/* A look-up answers 0 for bytes that are not ASCII, which they are not. */
PART uint8x16_t among_one (uint8x16_t v, uint8x16_t set) {
  return vceqq_u8(vqtbl1q_u8(set, vandq_u8(v, vdupq_n_u8(0x8F))), v);
}

PART lanes among (lanes v, const uint8_t *set) {
  const uint8x16_t x = vld1q_u8(set);
  EACH(among_one, x);
  return v;
}

/* As numbers with a sign, 80 to BF are the least. */
PART uint8x16_t below_one (uint8x16_t v, int8x16_t x) {
  return vcltq_s8(vreinterpretq_s8_u8(v), x);
}

PART lanes below (lanes v, int byte) {
  const int8x16_t x = vreinterpretq_s8_u8(vdupq_n_u8((uint8_t)byte));
  EACH(below_one, x);
  return v;
}

PART lanes continues (lanes v) {
  return below(v, 0xC0);
}

PART lanes any (lanes v, lanes w) {
  v.a = vorrq_u8(v.a, w.a);
  v.b = vorrq_u8(v.b, w.b);
  v.c = vorrq_u8(v.c, w.c);
  v.d = vorrq_u8(v.d, w.d);
  return v;
}

PART lanes both (lanes v, lanes w) {
  v.a = vandq_u8(v.a, w.a);
  v.b = vandq_u8(v.b, w.b);
  v.c = vandq_u8(v.c, w.c);
  v.d = vandq_u8(v.d, w.d);
  return v;
}

PART lanes without (lanes v, lanes w) {
  v.a = vbicq_u8(v.a, w.a);
  v.b = vbicq_u8(v.b, w.b);
  v.c = vbicq_u8(v.c, w.c);
  v.d = vbicq_u8(v.d, w.d);
  return v;
}

PART lanes folded (lanes v) {
  const uint8x16_t x = vdupq_n_u8(0x20);
  EACH(vorrq_u8, x);
  return v;
}

/* One bit of each byte, then neighbours added until eight are in one. */
PART uint64_t bits (lanes v) {
  static const uint8_t ones[16] = {
    1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128
  };
  const uint8x16_t one = vld1q_u8(ones);
  v = below(v, 0);                            /* the top bit, everywhere */
  EACH(vandq_u8, one);
  v.a = vpaddq_u8(vpaddq_u8(v.a, v.b), vpaddq_u8(v.c, v.d));
  v.a = vpaddq_u8(v.a, v.a);
  return vgetq_lane_u64(vreinterpretq_u64_u8(v.a), 0);
}

PART uint64_t lowest (uint64_t mask) {
  return (uint64_t)__builtin_ctzll(mask);
}

PART void store_places (uint32_t *out, const uint8_t *p, uint32_t base) {
  const uint32x4_t from = vdupq_n_u32(base);
  uint16x8_t places = vmovl_u8(vld1_u8(p));
  vst1q_u32(out, vaddw_u16(from, vget_low_u16(places)));
  vst1q_u32(out + 4, vaddw_u16(from, vget_high_u16(places)));
}

#include "segment/blocks.h"

#endif
