/* Which vectors this processor has. Asked at each call: it is a load. */

#include "segment/scan.h"

#if defined(__x86_64__) && defined(__GNUC__)

size_t jilu_scan_blocks_avx2 (jilu_segmenter *s, const jilu_automaton *a,
                              uint32_t *ends, size_t count, size_t capacity);
size_t jilu_scan_blocks_sse (jilu_segmenter *s, const jilu_automaton *a,
                             uint32_t *ends, size_t count, size_t capacity);

static int has_avx2 (void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("popcnt");
}

static int has_sse (void) {
  return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt");
}

jilu_block_scanner jilu_block_scanner_of (jilu_path path) {
  int any = path == JILU_PATH_BEST;
  if ((any || path == JILU_PATH_AVX2) && has_avx2())
    return jilu_scan_blocks_avx2;
  if ((any || path == JILU_PATH_SSE) && has_sse())
    return jilu_scan_blocks_sse;
  return NULL;
}

#elif defined(__aarch64__) && defined(__GNUC__)

size_t jilu_scan_blocks_neon (jilu_segmenter *s, const jilu_automaton *a,
                              uint32_t *ends, size_t count, size_t capacity);

jilu_block_scanner jilu_block_scanner_of (jilu_path path) {
  if (path == JILU_PATH_BEST || path == JILU_PATH_NEON)
    return jilu_scan_blocks_neon;
  return NULL;
}

#else

jilu_block_scanner jilu_block_scanner_of (jilu_path path) {
  (void)path;
  return NULL;
}

#endif
