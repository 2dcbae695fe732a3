#include "segment/scan.h"

static const jilu_automaton *automaton_of (jilu_unit unit) {
  switch (unit) {
    case JILU_GRAPHEME: return &jilu_grapheme_automaton;
    case JILU_WORD: return &jilu_word_automaton;
    case JILU_WORD_HAN: return &jilu_word_han_automaton;
    case JILU_SENTENCE: return &jilu_sentence_automaton;
    case JILU_LINE: return &jilu_line_automaton;
    default: return NULL;
  }
}

jilu_status jilu_segmenter_start (jilu_segmenter *s, jilu_unit unit,
                                  const char *text, size_t size) {
  if (automaton_of(unit) == NULL) return JILU_BAD_VALUE;
  if (size > JILU_SEGMENT_MAX) return JILU_TOO_LARGE;
  s->text = text;
  s->size = size;
  s->at = 0;
  s->waiting = 0;
  s->row = 0;
  s->unit = (uint8_t)unit;
  s->path = JILU_PATH_BEST;
  s->open = false;
  s->done = size == 0;
  return JILU_OK;
}

jilu_status jilu_segmenter_feed (jilu_segmenter *s, const char *text,
                                 size_t size, size_t dropped, bool last) {
  if (size > JILU_SEGMENT_MAX) return JILU_TOO_LARGE;
  if (dropped > s->at || size < s->size - dropped) return JILU_BAD_VALUE;
  s->text = text;
  s->size = size;
  s->at -= dropped;
  s->waiting = s->waiting > dropped ? s->waiting - dropped : 0;
  s->open = !last;
  s->done = last && size == 0;
  return JILU_OK;
}

/* The end of text is a break, and decides for the place that waits. */
static size_t finish (jilu_segmenter *s, const jilu_automaton *a,
                      uint32_t *ends, size_t count) {
  if (a->waits[s->row >> a->shift]) ends[count++] = (uint32_t)s->waiting;
  ends[count++] = (uint32_t)s->size;
  s->done = true;
  return count;
}

/*
** How many bytes the automaton takes before blocks are tried again: few in
** plain text, many in text that is not plain, where trying is wasted.
*/
#define LEAST_STRIDE 16
#define MOST_STRIDE 1024

static size_t longer (size_t stride) {
  return stride < MOST_STRIDE ? stride * 2 : stride;
}

size_t jilu_segmenter_next (jilu_segmenter *s, uint32_t *ends,
                            size_t capacity) {
  const jilu_automaton *a = automaton_of((jilu_unit)s->unit);
  jilu_block_scanner blocks = jilu_block_scanner_of((jilu_path)s->path);
  size_t count = 0, stride = LEAST_STRIDE;
  if (s->done || capacity < JILU_SEGMENT_ROOM) return 0;
  while (s->at < s->size && capacity - count >= JILU_SEGMENT_ROOM) {
    size_t before = s->at, left;
    if (blocks != NULL) count = blocks(s, a, ends, count, capacity);
    left = s->size - s->at;
    stride = s->at > before ? LEAST_STRIDE : longer(stride);
    if (capacity - count < JILU_SEGMENT_ROOM) break;
    count = jilu_scan_scalar(s, a, s->at + (left < stride ? left : stride),
                             ends, count, capacity);
    if (s->at == before) break;
  }
  if (s->at == s->size && !s->open && capacity - count >= 2)
    count = finish(s, a, ends, count);
  return count;
}

jilu_status jilu_segment_count (jilu_unit unit, const char *text, size_t size,
                                size_t *count) {
  uint32_t ends[512];
  jilu_segmenter s;
  size_t n;
  jilu_status status = jilu_segmenter_start(&s, unit, text, size);
  *count = 0;
  if (status != JILU_OK) return status;
  while ((n = jilu_segmenter_next(&s, ends, 512)) > 0) *count += n;
  return JILU_OK;
}
