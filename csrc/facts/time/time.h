/*
** Times: dates, intervals, durations, recurrences; their values in ISO 8601
** and EDTF, resolved against the date of the document.
*/
#ifndef JILU_FACTS_TIME_TIME_H
#define JILU_FACTS_TIME_TIME_H

#include <stdbool.h>
#include <stddef.h>

#include "vocabulary/classes.h"

/* A point in time as exact as it is known: unknown parts are -1. */
typedef struct jilu_date {
  int year, month, day, hour, minute, second;
} jilu_date;

/*
** From byte 'at' of the folded text on, the year that the text reports on; -1:
** that of the date.
*/
typedef struct jilu_report {
  size_t at;
  int year;
} jilu_report;

/*
** What the times of a text are relative to: 今年 and 目前 to 'date', when it was
** written or published; 上半年 and 上年 to the year that it reports on, which a
** plan at the end of a report changes. 'reports' is sorted by 'at'; the caller
** keeps it while the text is read.
*/
typedef struct jilu_anchor {
  jilu_date date;
  int report_year;               /* where the text begins; then of the last report */
  const jilu_report *reports;
  size_t report_count;           /* those still to come */
} jilu_anchor;

/*
** Reads the parts of an ISO 8601 date or date-time, as many as there are
** ("2019", "2019-10-15T14:33"); a zone is passed over. False, with the parts
** before it, where something else is met or a part is out of range.
*/
bool jilu_date_parse (const char *text, jilu_date *date);

/* Writes the parts that are known; 'out' has room for JILU_TIME_TEXT. */
void jilu_date_write (const jilu_date *date, char *out);

typedef enum jilu_time_kind {
  JILU_TIME_DATE, JILU_TIME_INTERVAL, JILU_TIME_DURATION,
  JILU_TIME_RECURRENCE, JILU_TIME_VAGUE
} jilu_time_kind;

typedef enum jilu_time_mod {
  JILU_MOD_NONE, JILU_MOD_START, JILU_MOD_END, JILU_MOD_SINCE, JILU_MOD_ASOF,
  JILU_MOD_BEFORE, JILU_MOD_AROUND, JILU_MOD_MORE_THAN, JILU_MOD_AFTER
} jilu_time_mod;

#define JILU_TIME_TEXT 64

/* Strings are terminated; an empty one means null. */
typedef struct jilu_time {
  jilu_time_kind kind;
  jilu_time_mod mod;
  char value[JILU_TIME_TEXT];
  char from[JILU_TIME_TEXT], until[JILU_TIME_TEXT];
  char anchor[JILU_TIME_TEXT];   /* what it was resolved against */
} jilu_time;

/*
** A time as it is kept among the facts: value, from, until and anchor one
** behind the other, each terminated. A single date or date-time has at most
** 22 characters, with a year of six digits before Christ.
*/
typedef struct jilu_kept_time {
  jilu_time_kind kind;
  jilu_time_mod mod;
  char text[JILU_TIME_TEXT + 3 * 23];
} jilu_kept_time;

struct jilu_scan;

/*
** Looks whether the text counts its years from the first of the Republic of
** China: 102年度, 105年6月.
*/
void jilu_time_calendar (struct jilu_scan *s);

/*
** Reads the time that begins at 'at' and appends it to the facts of the scan.
** Returns its end; 0 where no time begins there. '*counts' is set where it is
** a number of units (3个月), which is a quantity too. 'here' are the classes
** of the words at 'at' (jilu_classes_at).
*/
size_t jilu_time_read (struct jilu_scan *s, size_t at, jilu_classes here,
                       int *counts);

#endif
