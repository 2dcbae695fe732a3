#include "facts/time/calendar.h"

static int floor_div (int a, int b) {
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

long jilu_day_number (int year, int month, int day) {
  int carry = floor_div(month - 1, 12), y, era, yoe, doy;
  y = year + carry;
  month -= 12 * carry;
  y -= month <= 2;
  era = floor_div(y, 400);
  yoe = y - era * 400;
  doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return (long)era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void jilu_day_date (long number, int *year, int *month, int *day) {
  long z = number + 719468;
  long era = (z >= 0 ? z : z - 146096) / 146097;
  int doe = (int)(z - era * 146097);
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int mp = (5 * doy + 2) / 153;
  *day = doy - (153 * mp + 2) / 5 + 1;
  *month = mp < 10 ? mp + 3 : mp - 9;
  *year = yoe + (int)era * 400 + (*month <= 2);
}

int jilu_month_days (int year, int month) {
  return (int)(jilu_day_number(year, month + 1, 1) -
               jilu_day_number(year, month, 1));
}

int jilu_weekday (long number) {
  long w = (number + 3) % 7;  /* 1970-01-01 was a Thursday */
  return (int)(w < 0 ? w + 7 : w) + 1;
}

void jilu_iso_week (long number, int *year, int *week) {
  int month, day;
  long thursday = number + 4 - jilu_weekday(number);
  jilu_day_date(thursday, year, &month, &day);
  *week = (int)(thursday - jilu_day_number(*year, 1, 1)) / 7 + 1;
}

long jilu_week_monday (int year, int week) {
  long fourth = jilu_day_number(year, 1, 4);
  return fourth - (jilu_weekday(fourth) - 1) + 7L * (week - 1);
}

long jilu_easter (int year) {
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;
  return jilu_day_number(year, n / 31, n % 31 + 1);
}
