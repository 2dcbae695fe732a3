/* Skeletons of texts that look alike (UTS #39, 4), and the status of identifiers. */

#include "unicode/confusable.h"

#include "jilu.h"
#include "unicode/growing.h"
#include "unicode/property.h"

/* NFD without what is not seen, with prototypes for what looks like them. */
static bool add_prototypes (const char *text, size_t size, const jilu_set *unseen,
                            jilu_growing *out) {
  size_t at = 0;
  while (at < size) {
    unsigned width, k;
    uint32_t c = jilu_utf8_next((const unsigned char *)text + at, &width);
    uint32_t where = jilu_wide_trie_get(&jilu_confusables, c);
    at += width;
    if (c >= 0x80 && jilu_set_has(unseen, c)) continue;
    if (where == 0 && !jilu_growing_add_point(out, c)) return false;
    for (k = 1; where != 0 && k <= jilu_prototypes[where]; k++)
      if (!jilu_growing_add_point(out, jilu_prototypes[where + k])) return false;
  }
  return true;
}

jilu_status jilu_skeleton (const char *text, size_t size, char **out,
                           size_t *out_size) {
  static const char name[] = "Default_Ignorable_Code_Point";
  jilu_growing seen = {NULL, 0, 0};
  jilu_set unseen;
  char *normal;
  size_t normal_size;
  jilu_status status = jilu_normalize(text, size, JILU_NFD, &normal,
                                      &normal_size);
  *out = NULL;
  if (status != JILU_OK) return status;
  (void)jilu_set_find(name, sizeof name - 1, &unseen);
  if (!jilu_growing_room(&seen, 1) ||
      !add_prototypes(normal, normal_size, &unseen, &seen))
    status = JILU_NO_MEMORY;
  jilu_free(normal);
  if (status == JILU_OK)
    status = jilu_normalize(seen.bytes, seen.size, JILU_NFD, out, out_size);
  free(seen.bytes);
  return status;
}

bool jilu_identifier_allowed (uint32_t c) {
  const uint32_t *ranges = jilu_identifier_ranges;
  size_t low = 0, high = jilu_identifier_range_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (c < ranges[2 * middle]) high = middle;
    else if (c > ranges[2 * middle + 1]) low = middle + 1;
    else return true;
  }
  return false;
}
