/*
** Arithmetic of the proleptic Gregorian calendar; years are astronomical
** (year 0 is 1 BC). Days are counted from 1970-01-01.
*/
#ifndef JILU_FACTS_TIME_CALENDAR_H
#define JILU_FACTS_TIME_CALENDAR_H

#include <stdbool.h>

/*
** Day number of a date; months and days out of range carry over. Source: the
** eras of 400 years of H. Hinnant, "chrono-Compatible Low-Level Date
** Algorithms".
*/
long jilu_day_number (int year, int month, int day);

/* The date of a day number. */
void jilu_day_date (long number, int *year, int *month, int *day);

int jilu_month_days (int year, int month);

/* 1 (Monday) .. 7 (Sunday). */
int jilu_weekday (long number);

/* The week of ISO 8601 that a day lies in, and its year. */
void jilu_iso_week (long number, int *year, int *week);

/* Day number of Monday in a week of ISO 8601. */
long jilu_week_monday (int year, int week);

/* Day number of Easter Sunday. Source: Meeus, Astronomical Algorithms, 8. */
long jilu_easter (int year);

#endif
