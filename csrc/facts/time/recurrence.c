/* Recurrences: 每半年, 五年一度, 每周二、周四, 每年3月. */

#include <stdio.h>
#include <string.h>

#include "facts/number/numeral.h"
#include "facts/time/reader.h"
#include "vocabulary/particle.h"

static void put_cycle (jilu_time *t, int factor, char letter) {
  bool clock = jilu_time_is_clock(letter);
  t->kind = JILU_TIME_RECURRENCE;
  (void)snprintf(t->value, JILU_TIME_TEXT, "R/P%s%d%c", clock ? "T" : "",
                 factor, letter == 'm' ? 'M' : letter);
}

/* 、周四 of 每周二、周四; 三五 of 每周一三五. */
static size_t more_weekdays (const jilu_reader *r, size_t at) {
  for (;;) {
    const jilu_sense *sense = NULL;
    size_t joint = jilu_match(r, at, JILU_TIME(AND) | JILU_CLASS_BIT(RANGE),
                              &sense), end;
    size_t from = joint != 0 ? joint : at;
    end = jilu_time_word(r, from, JILU_TIME(WEEKDAY), &sense);
    if (end == 0 || (*sense->code == 's' ? jilu_time_counts(r, from, end)
                                         : joint == 0)) return at;
    at = end;
  }
}

static size_t weekday_of_cycle (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_time_word(r, at, JILU_TIME(WEEKDAY), &sense);
  return end != 0 && !jilu_time_counts(r, at, end) ? more_weekdays(r, end)
                                                   : at;
}

/* 第一个周五 of 每月第一个周五. */
static size_t nth_weekday_of_cycle (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = jilu_match(r, at, JILU_CLASS_BIT(ORDINAL), &sense);
  if (end == 0 || (end = jilu_time_number_read(r, end, &n)) == 0) return 0;
  return jilu_time_word(r, end, JILU_TIME(WEEKDAY), &sense);
}

/* 、15日 of 每月5日、15日. */
static size_t more_numbers (const jilu_reader *r, size_t at, char mark) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end, behind;
  while ((end = jilu_match(r, at, JILU_TIME(AND), &sense)) != 0 &&
         (end = jilu_time_number_read(r, end, &n)) != 0 &&
         (behind = jilu_time_mark(r, end, mark, &n)) > end)
    at = behind;
  return at;
}

/* The days of every year that a recurrence names: 每年3月, 每年5月4日. */
typedef struct yearly {
  int month[2], day[2];      /* of both ends; 0: not said */
  jilu_time_mod mod;
  bool more;                 /* others too, which the value can't say */
} yearly;

/* A month or day by its mark, and the end of an interval of them, or more. */
static size_t number_of_cycle (const jilu_reader *r, size_t at, char mark,
                               yearly *y) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = jilu_time_number_read(r, at, &n), behind, last;
  int *numbers = mark == 'M' ? y->month : y->day;
  if (end == 0) return 0;
  behind = jilu_time_mark(r, end, mark, &n);
  if (behind == 0) return 0;
  numbers[0] = n.value;
  last = jilu_match(r, behind, JILU_CLASS_BIT(RANGE), &sense);
  if (last != 0 && (last = jilu_time_number_read(r, last, &n)) != 0 &&
      (last = jilu_time_mark(r, last, mark, &n)) != 0) {
    numbers[1] = n.value;
    return last;
  }
  if (behind == end) return 0;
  last = more_numbers(r, behind, mark);
  if (last != behind) y->more = true;
  return last;
}

/* 5日 of 每月5日, 7月 of 每年7月, 一 of 每周一, 底 of 每月底. */
static size_t inside_cycle (const jilu_reader *r, size_t at, char letter,
                            yearly *y) {
  const jilu_sense *sense = NULL;
  size_t end, from = at;
  if (letter == 'W') return weekday_of_cycle(r, at);
  if (letter != 'Y' && letter != 'M') return at;
  end = jilu_time_word(r, at, JILU_TIME(EDGE), &sense);
  if (end != 0) {
    y->mod = (jilu_time_mod)(int)sense->value;
    return end;
  }
  end = jilu_time_word(r, at, JILU_TIME(CLOCK), &sense);
  if (end != 0 && *sense->code == 'd') from = end;
  if (letter == 'M' && (end = nth_weekday_of_cycle(r, from)) != 0) return end;
  /* 每季度首月10日 */
  end = jilu_time_word(r, from, JILU_TIME(MONTH), &sense);
  if (end != 0 && *sense->code == '\0') at = from = end;
  end = number_of_cycle(r, from, letter == 'Y' ? 'M' : 'D', y);
  if (end == 0) return at;
  return letter == 'Y' ? inside_cycle(r, end, 'M', y) : end;
}

/* 六一 of 每年“六一”儿童节, in marks or not. */
static size_t holiday_of_cycle (const jilu_reader *r, size_t at, yearly *y) {
  const jilu_sense *sense = NULL, *more = NULL;
  unsigned width;
  bool marked = jilu_peek(r, at, &width) == 0x201C;   /* “ */
  size_t end = jilu_time_word(r, marked ? at + width : at,
                              JILU_TIME(HOLIDAY), &sense), next;
  if (end == 0) return at;
  if (marked) {
    if (jilu_peek(r, end, &width) != 0x201D) return at;
    next = jilu_time_word(r, end + width, JILU_TIME(HOLIDAY), &more);
    end = next != 0 ? next : end + width;
  }
  next = jilu_time_word(r, end, JILU_TIME(SUFFIX), &more);
  if (next != 0 && strchr("pbd", *more->code) != NULL) {
    y->mod = (jilu_time_mod)(int)more->value;
    end = next;
  }
  else if (sense->code[1] == 'q' && !marked) return at;
  y->more = *sense->code != 'F';
  if (*sense->code == 'F') {
    y->month[0] = (int)sense->value / 100;
    y->day[0] = (int)sense->value % 100;
  }
  return end;
}

static size_t put_day_of_year (int month, int day, char *out, size_t room) {
  int n = day > 0 ? snprintf(out, room, "XXXX-%02d-%02d", month, day)
                  : snprintf(out, room, "XXXX-%02d", month);
  return n > 0 ? (size_t)n : 0;
}

/* XXXX-03 for 每年3月; the cycle stays where it says more, or less. */
static void put_yearly (const yearly *y, jilu_time *t) {
  size_t n;
  t->mod = y->mod;
  if (y->month[0] < 1 || y->month[0] > 12 || y->more ||
      strcmp(t->value, "R/P1Y") != 0) return;
  n = put_day_of_year(y->month[0], y->day[0], t->value, JILU_TIME_TEXT);
  if (y->month[1] == 0 && y->day[1] == 0) return;
  t->value[n++] = '/';
  (void)put_day_of_year(y->month[1] > 0 ? y->month[1] : y->month[0],
                        y->day[1], t->value + n, JILU_TIME_TEXT - n);
}

/* Behind 每: a number and a unit, or a word for a cycle. */
static size_t cycle (jilu_scan *s, size_t at, jilu_time *t) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_time_word(&s->r, at, JILU_TIME(UNIT) | JILU_TIME(CYCLE),
                              &sense);
  if (end != 0) {
    yearly y;
    char letter = *sense->code;
    memset(&y, 0, sizeof y);
    put_cycle(t, (int)sense->value, letter);
    at = end;
    end = inside_cycle(&s->r, at, letter, &y);
    if (end == at && letter == 'Y') end = holiday_of_cycle(&s->r, at, &y);
    put_yearly(&y, t);
    return end;
  }
  end = jilu_time_word(&s->r, at, JILU_TIME(WEEKDAY), &sense);
  if (end != 0 && *sense->code != 's') {
    put_cycle(t, 1, 'W');
    return more_weekdays(&s->r, end);
  }
  end = jilu_time_length_read(s, at, t->from);
  if (end == 0) return 0;
  t->kind = JILU_TIME_RECURRENCE;
  (void)snprintf(t->value, JILU_TIME_TEXT, "R/%.50s", t->from);
  t->from[0] = '\0';
  return end;
}

/* 上午 of 每周一上午, 前 of 每月10日前. */
static size_t part_of_cycle (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  size_t end = jilu_time_word(r, at, JILU_TIME(DAY_PART), &sense);
  if (end != 0 && end - at > 3 && jilu_numeral_read(r, end, &n) == 0)
    return end;
  if (jilu_particle_before(r, at) != JILU_DAY &&
      jilu_match_back(r, at, at > 6 ? at - 6 : 0, JILU_TIME(EDGE), &sense) ==
      (size_t)-1) return at;
  end = jilu_time_word(r, at, JILU_TIME(SUFFIX), &sense);
  return end != 0 && *sense->code == 'b' ? end : at;
}

size_t jilu_time_recurrence_read (jilu_scan *s, size_t at, jilu_time *t) {
  const jilu_sense *sense = NULL, *found = NULL;
  size_t end = jilu_time_word(&s->r, at, JILU_TIME(EVERY), &sense), next;
  if (end == 0) return 0;
  if (*sense->code != 'c') {
    end = cycle(s, end, t);
    return end != 0 ? part_of_cycle(&s->r, end) : 0;
  }
  next = jilu_time_word(&s->r, end, JILU_TIME(CYCLE), &found);
  if (next == 0) return 0;
  put_cycle(t, (int)found->value, *found->code);
  return next;
}
