#include "facts/time/lunar.h"

#include <stdint.h>

#include "facts/time/calendar.h"
#include "facts/time/lunar_table.h"

/* Place of month 'month' among the months of the year, from 0. */
static int place_of (uint32_t year, int month) {
  int leap = (int)(year >> 13 & 15);
  return leap != 0 && month >= leap ? month : month - 1;
}

static int length_of (uint32_t year, int place) {
  return 29 + (int)(year >> place & 1);
}

bool jilu_lunar_day (int year, int month, int day, long *number) {
  uint32_t y;
  int place, i, length;
  if (year < LUNAR_FIRST || year > LUNAR_LAST || month < 1 || month > 12 ||
      day < 1 || day > 30) return false;
  y = jilu_lunar_years[year - LUNAR_FIRST];
  place = place_of(y, month);
  *number = jilu_day_number(year, 1, 1) + (long)(y >> 17);
  for (i = 0; i < place; i++) *number += length_of(y, i);
  length = length_of(y, place);
  *number += (day < length ? day : length) - 1;
  return true;
}

bool jilu_solar_term (int year, int term, long *number) {
  uint64_t days;
  if (year < LUNAR_FIRST || year > LUNAR_LAST || term < 0 || term > 23)
    return false;
  days = jilu_terms[year - LUNAR_FIRST];
  *number = jilu_day_number(year, term / 2 + 1, jilu_term_first[term]) +
            (long)(days >> 2 * term & 3);
  return true;
}
