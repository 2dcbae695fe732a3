#include "facts/time/period.h"

#include <stdio.h>
#include <string.h>

#include "facts/time/calendar.h"

void jilu_moment_clear (jilu_moment *m) {
  memset(m, 0, sizeof *m);
  m->year = JILU_NO_YEAR;
  m->month = m->day = m->hour = m->minute = m->second = -1;
  m->label = "";
}

void jilu_moment_set_day (jilu_moment *m, long number) {
  jilu_day_date(number, &m->year, &m->month, &m->day);
}

long jilu_moment_day (const jilu_moment *m) {
  return jilu_day_number(m->year, m->month, m->day);
}

bool jilu_moment_known (const jilu_moment *m) {
  if (m->grain == JILU_GRAIN_NONE || m->year == JILU_NO_YEAR) return false;
  if (m->grain >= JILU_GRAIN_MONTHS && m->month < 0) return false;
  if (m->grain >= JILU_GRAIN_DAYS && m->day < 0) return false;
  return m->grain < JILU_GRAIN_HOURS || m->hour >= 0;
}

/* How far a text is exact: it is written up to this part. */
typedef enum depth {
  TO_YEAR, TO_MONTH, TO_DAY, TO_HOUR, TO_MINUTE, TO_SECOND
} depth;

/* Writes a non-negative number with at least so many digits; its length. */
static size_t put_digits (int value, unsigned least, char *out) {
  char reversed[16];
  size_t n = 0, i;
  do {
    reversed[n++] = (char)('0' + value % 10);
    value /= 10;
  } while (value > 0 || n < least);
  for (i = 0; i < n; i++) out[i] = reversed[n - 1 - i];
  out[n] = '\0';
  return n;
}

/* Appends a part of two digits behind its separator. */
static size_t put_two (char separator, int value, char *out) {
  *out = separator;
  return 1 + put_digits(value, 2, out + 1);
}

/* Z, +02:00 */
static void put_zone (const jilu_moment *m, char *out) {
  int minutes = m->zone < 0 ? -m->zone : m->zone;
  if (minutes == 0) {
    (void)strcpy(out, "Z");
    return;
  }
  out += put_two(m->zone < 0 ? '-' : '+', minutes / 60, out);
  (void)put_two(':', minutes % 60, out);
}

/* The parts are normalised: 24:00 is the next day at 0. */
static void put (const jilu_moment *m, depth to, char *out) {
  if (m->year < 0) *out++ = '-';
  out += put_digits(m->year < 0 ? -m->year : m->year, 4, out);
  if (to >= TO_MONTH) out += put_two('-', m->month, out);
  if (to >= TO_DAY) out += put_two('-', m->day, out);
  if (to >= TO_HOUR) out += put_two('T', m->hour, out);
  if (to >= TO_MINUTE) out += put_two(':', m->minute, out);
  if (to >= TO_SECOND) out += put_two(':', m->second, out);
  if (m->zoned && to >= TO_HOUR) put_zone(m, out);
}

static depth depth_of (jilu_grain grain) {
  switch (grain) {
    case JILU_GRAIN_NONE: case JILU_GRAIN_CENTURY: case JILU_GRAIN_DECADE:
    case JILU_GRAIN_YEAR: return TO_YEAR;
    case JILU_GRAIN_MONTHS: case JILU_GRAIN_MONTH: return TO_MONTH;
    case JILU_GRAIN_DAYS: case JILU_GRAIN_DAY: return TO_DAY;
    case JILU_GRAIN_HOURS: case JILU_GRAIN_HOUR: return TO_HOUR;
    case JILU_GRAIN_MINUTE: return TO_MINUTE;
    case JILU_GRAIN_SECOND: break;
  }
  return TO_SECOND;
}

/* Carries hours, minutes and seconds that are out of range. */
static void normalise (jilu_moment *m, long seconds) {
  long day, rest;
  seconds += m->hour < 0 ? 0 : m->hour * 3600L;
  seconds += m->minute < 0 ? 0 : m->minute * 60L;
  seconds += m->second < 0 ? 0 : m->second;
  day = seconds >= 0 ? seconds / 86400 : -((86399 - seconds) / 86400);
  rest = seconds - day * 86400;
  jilu_moment_set_day(m, jilu_moment_day(m) + day);
  m->hour = (int)(rest / 3600);
  m->minute = (int)(rest / 60 % 60);
  m->second = (int)(rest % 60);
}

static void put_moment (const jilu_moment *m, depth to, char *out) {
  jilu_moment n = *m;
  if (to >= TO_HOUR) normalise(&n, 0);
  put(&n, to, out);
}

/* The first moment behind the period. */
static void next (const jilu_moment *m, jilu_moment *n) {
  int months;
  *n = *m;
  switch (m->grain) {
    case JILU_GRAIN_NONE: break;
    case JILU_GRAIN_CENTURY: n->year += 100; break;
    case JILU_GRAIN_DECADE: n->year += 10; break;
    case JILU_GRAIN_YEAR: n->year++; break;
    case JILU_GRAIN_MONTHS: case JILU_GRAIN_MONTH:
      months = m->month - 1 + (m->grain == JILU_GRAIN_MONTH ? 1 : m->count);
      n->year += months / 12;
      n->month = months % 12 + 1;
      break;
    case JILU_GRAIN_DAYS: case JILU_GRAIN_DAY:
      jilu_moment_set_day(
          n, jilu_moment_day(m) + (m->grain == JILU_GRAIN_DAY ? 1 : m->count));
      break;
    case JILU_GRAIN_HOURS: normalise(n, m->count * 3600L); break;
    case JILU_GRAIN_HOUR: normalise(n, 3600); break;
    case JILU_GRAIN_MINUTE: normalise(n, 60); break;
    case JILU_GRAIN_SECOND: normalise(n, 1); break;
  }
}

static void put_week (const jilu_moment *m, char *out) {
  int year, week;
  jilu_iso_week(jilu_moment_day(m), &year, &week);
  (void)snprintf(out, JILU_TIME_TEXT, "%04d-W%02d", year, week);
}

/* The last month or day of the period, behind a slash. */
static void put_last (const jilu_moment *m, char *out) {
  jilu_moment last = *m;
  size_t n = strlen(out);
  char text[JILU_TIME_TEXT];
  if (m->grain == JILU_GRAIN_MONTHS) {
    last.year += (m->month + m->count - 2) / 12;
    last.month = (m->month + m->count - 2) % 12 + 1;
  }
  else jilu_moment_set_day(&last, jilu_moment_day(m) + m->count - 1);
  put(&last, depth_of(m->grain), text);
  (void)snprintf(out + n, JILU_TIME_TEXT - n, "/%.30s", text);
}

/* Some months or days, in their style. */
static void put_period (const jilu_moment *m, char *out) {
  depth to = depth_of(m->grain);
  if (m->style == JILU_STYLE_WEEK) put_week(m, out);
  else if (m->style == JILU_STYLE_ENDS) {
    put(m, to, out);
    put_last(m, out);
  }
  else {
    put(m, (depth)(to - 1), out);
    if (*m->label != '\0')
      (void)snprintf(out + strlen(out), JILU_TIME_TEXT - strlen(out), "-%.8s",
                     m->label);
  }
}

/* A time of day whose day is not known. */
static void put_clock (const jilu_moment *m, char *out) {
  if (m->grain == JILU_GRAIN_HOUR)
    (void)snprintf(out, JILU_TIME_TEXT, "T%02d", m->hour);
  else if (m->grain == JILU_GRAIN_MINUTE)
    (void)snprintf(out, JILU_TIME_TEXT, "T%02d:%02d", m->hour, m->minute);
  else if (m->grain == JILU_GRAIN_SECOND)
    (void)snprintf(out, JILU_TIME_TEXT, "T%02d:%02d:%02d", m->hour, m->minute,
                   m->second);
}

void jilu_moment_value (const jilu_moment *m, char *out) {
  *out = '\0';
  if (!jilu_moment_known(m)) {
    if (m->year == JILU_NO_YEAR && m->month < 0 && m->hour >= 0)
      put_clock(m, out);
    return;
  }
  switch (m->grain) {
    case JILU_GRAIN_CENTURY:
      (void)snprintf(out, JILU_TIME_TEXT, "%02dXX", m->year / 100);
      break;
    case JILU_GRAIN_DECADE:
      (void)snprintf(out, JILU_TIME_TEXT, "%03dX", m->year / 10);
      break;
    case JILU_GRAIN_MONTHS: case JILU_GRAIN_DAYS: put_period(m, out); break;
    case JILU_GRAIN_HOURS: put_moment(m, TO_DAY, out); break;
    default: put_moment(m, depth_of(m->grain), out); break;
  }
}

void jilu_moment_from (const jilu_moment *m, char *out) {
  *out = '\0';
  if (jilu_moment_known(m)) put_moment(m, depth_of(m->grain), out);
}

void jilu_moment_until (const jilu_moment *m, char *out) {
  jilu_moment n;
  *out = '\0';
  if (!jilu_moment_known(m)) return;
  next(m, &n);
  put(&n, depth_of(m->grain), out);
}
