/*
** Moments: points and periods of the calendar as a text names them, as exact
** as it does, and how they are written in ISO 8601 and EDTF.
*/
#ifndef JILU_FACTS_TIME_PERIOD_H
#define JILU_FACTS_TIME_PERIOD_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "facts/time/time.h"

#define JILU_NO_YEAR INT_MIN

/* From the coarsest to the finest. */
typedef enum jilu_grain {
  JILU_GRAIN_NONE, JILU_GRAIN_CENTURY, JILU_GRAIN_DECADE, JILU_GRAIN_YEAR,
  JILU_GRAIN_MONTHS,     /* some months of a year: a quarter, a season */
  JILU_GRAIN_MONTH,
  JILU_GRAIN_DAYS,       /* some days: 上旬, a week, a long holiday */
  JILU_GRAIN_DAY,
  JILU_GRAIN_HOURS,      /* a part of the day: 上午 */
  JILU_GRAIN_HOUR, JILU_GRAIN_MINUTE, JILU_GRAIN_SECOND
} jilu_grain;

/* How a moment of some months or days writes its value. */
typedef enum jilu_style {
  JILU_STYLE_LABEL,      /* 2019-H1; with an empty label the coarser part */
  JILU_STYLE_ENDS,       /* 2019-01/2019-09 */
  JILU_STYLE_WEEK        /* 2019-W42 */
} jilu_style;

/* Parts that are not known are -1, the year JILU_NO_YEAR. */
typedef struct jilu_moment {
  jilu_grain grain;
  int year, month, day, hour, minute, second;
  int count;             /* of months, days or hours in the period */
  jilu_style style;
  const char *label;     /* see JILU_STYLE_LABEL; static or of a sense */
  bool relative;         /* resolved against the date of the document */
  bool inherited;        /* the year is that of a time in the same sentence */
  bool reported;         /* resolved against the year that is reported on */
  bool year_stated;      /* the text itself says the year */
  bool zoned;            /* the hour is that of a zone */
  int zone;              /* minutes from UTC */
  jilu_time_mod mod;
} jilu_moment;

void jilu_moment_clear (jilu_moment *m);

/* Sets the date from a day number (see calendar.h). */
void jilu_moment_set_day (jilu_moment *m, long number);

/* Day number of a moment whose year, month and day are known. */
long jilu_moment_day (const jilu_moment *m);

/* All parts that the grain needs are known. */
bool jilu_moment_known (const jilu_moment *m);

/*
** Writes the value, the beginning and the (exclusive) end of the period;
** empty strings where they are not known. 'out' has room for JILU_TIME_TEXT.
*/
void jilu_moment_value (const jilu_moment *m, char *out);
void jilu_moment_from (const jilu_moment *m, char *out);
void jilu_moment_until (const jilu_moment *m, char *out);

#endif
