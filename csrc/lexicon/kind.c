/* What kind of character a folded one is, for the table that is compiled. */

#include "lexicon/builder.h"

#include <utf8proc.h>

int jilu_is_numeral (uint32_t c) {
  static const uint16_t list[] = {
    0x96F6, 0x3007, 0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D,
    0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x5146,
    0x5EFF, 0x5345, 0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2,
    0x634C, 0x7396, 0x62FE, 0x4F70, 0x4EDF, 0x25CB, 0
  };
  unsigned i;
  for (i = 0; list[i] != 0; i++)
    if (list[i] == c) return 1;
  return 0;
}

static int is_han (uint32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF) || c == 0x3007 || c == 0x3005;
}

jilu_char_kind jilu_kind_of (uint32_t c) {
  if (is_han(c)) return JILU_CHAR_HAN;
  if ((c >= 0x09 && c <= 0x0D) || c == 0x85) return JILU_CHAR_SPACE;
  switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return JILU_CHAR_LETTER;
    case UTF8PROC_CATEGORY_ND: return JILU_CHAR_DIGIT;
    case UTF8PROC_CATEGORY_PC: case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS: case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI: case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return JILU_CHAR_PUNCT;
    case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return JILU_CHAR_SPACE;
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: case UTF8PROC_CATEGORY_CF:
      return JILU_CHAR_MARK;
    default: return JILU_CHAR_OTHER;
  }
}
