#include "view/fold.h"

#include "view/fold_table.h"

uint32_t jilu_fold (uint32_t c) {
  uint32_t to;
  if (c > JILU_FOLD_LAST) return c;
  to = fold_cells[((uint32_t)fold_index[c >> 6] << 6) | (c & 63u)];
  return to != 0 ? to : c;
}

static int has_bit (const uint32_t *set, uint32_t k) {
  return (int)((set[k >> 5] >> (k & 31u)) & 1u);
}

jilu_script jilu_script_of (uint32_t c) {
  if (c < 0x4E00u || c > 0x9FFFu) return JILU_SCRIPT_ANY;
  if (has_bit(only_hans, c - 0x4E00u)) return JILU_SCRIPT_HANS;
  if (has_bit(only_hant, c - 0x4E00u)) return JILU_SCRIPT_HANT;
  return JILU_SCRIPT_ANY;
}
