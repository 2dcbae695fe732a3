/* What kind of character a folded one is, for the table that is compiled. */

#include "lexicon/builder.h"

#include "unicode/property.h"

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
  const jilu_property *p = &jilu_property_list[JILU_GENERAL_CATEGORY];
  const char *category = p->values[jilu_property_value(p, c)];
  if (is_han(c)) return JILU_CHAR_HAN;
  if ((c >= 0x09 && c <= 0x0D) || c == 0x85) return JILU_CHAR_SPACE;
  switch (category[0]) {
    case 'L': return JILU_CHAR_LETTER;
    case 'N': return category[1] == 'd' ? JILU_CHAR_DIGIT : JILU_CHAR_OTHER;
    case 'P': return JILU_CHAR_PUNCT;
    case 'Z': return JILU_CHAR_SPACE;
    case 'M': return JILU_CHAR_MARK;
    case 'C': return category[1] == 'f' ? JILU_CHAR_MARK : JILU_CHAR_OTHER;
    default: return JILU_CHAR_OTHER;
  }
}
