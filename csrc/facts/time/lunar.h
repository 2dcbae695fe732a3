/* The Chinese lunar calendar, lunar years 1900 to 2100. */
#ifndef JILU_FACTS_TIME_LUNAR_H
#define JILU_FACTS_TIME_LUNAR_H

#include <stdbool.h>

/*
** Day number (see calendar.h) of a lunar date; the month is no leap month.
** Day 30 of a short month is its last day, so that 除夕 is 12, 30. False
** where the year is not in the table.
*/
bool jilu_lunar_day (int year, int month, int day, long *number);

/*
** Day number of solar term 'term' of a Gregorian year: 0 is the first in
** January (小寒), 6 is 清明, 23 is 冬至. False where the year is not in the
** table.
*/
bool jilu_solar_term (int year, int term, long *number);

#endif
