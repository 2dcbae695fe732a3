/* Days of a month, and what stands behind them: 5日(星期三), 廿三, 第一个星期一. */

#include "facts/time/calendar.h"
#include "facts/time/lunar.h"
#include "vocabulary/particle.h"
#include "facts/time/reader.h"

#define T JILU_TIME
#define BIT JILU_CLASS_BIT

/* (星期三), 星期三, 周三 behind a day that is known. */
static size_t weekday_after (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t from = at, end;
  bool open = at < r->size && r->text[at] == '(';
  if (open) from++;
  else from = jilu_skip_spaces(r, at);
  end = jilu_time_word(r, from, T(WEEKDAY), &sense);
  if (end == 0 || *sense->code == 's') return at;
  if (!open) return end;
  return end < r->size && r->text[end] == ')' ? end + 1 : at;
}

/* (6日) behind 今天. */
static size_t day_again (jilu_time_parse *p, size_t at) {
  jilu_time_number n;
  size_t end;
  if (!p->m.relative || at >= p->r->size || p->r->text[at] != '(') return at;
  end = jilu_time_number_read(p->r, at + 1, &n);
  if (end == 0 || (end = jilu_time_mark(p->r, end, 'D', &n)) == 0) return at;
  return end < p->r->size && p->r->text[end] == ')' ? end + 1 : at;
}

size_t jilu_time_after_day (jilu_time_parse *p, size_t at) {
  p->m.grain = JILU_GRAIN_DAY;
  at = day_again(p, weekday_after(p->r, at));
  return jilu_time_clock_read(p, at, false);
}

/* Behind a day without its mark: 十二月十五, 1月3至2月10. */
static bool ends_bare_day (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  if (c == '.' || c == '%' || jilu_is_letter(c) || jilu_is_digit(c))
    return false;
  if (!jilu_is_han(c) && c != '+' && c != '/') return true;
  return jilu_match(r, at, BIT(RANGE), &sense) != 0 ||
         jilu_time_word(r, at, T(DAY_PART) | T(SUFFIX), &sense) != 0;
}

size_t jilu_time_lunar_day (jilu_time_parse *p, size_t at, int month) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  long number;
  size_t from = jilu_time_word(p->r, at, T(EDGE), &sense), end, mark;
  if (from == 0 || sense->value != JILU_MOD_START) from = at;
  end = jilu_time_number_read(p->r, from, &n);
  if (end == 0 || n.value < 1 || n.value > 30) return 0;
  mark = jilu_time_mark(p->r, end, 'D', &n);
  if (mark > end) end = mark;
  p->m.month = -1;
  p->m.grain = JILU_GRAIN_DAY;
  if (p->m.year == JILU_NO_YEAR) jilu_time_fill_year(p, at);
  if (p->m.year != JILU_NO_YEAR &&
      jilu_lunar_day(p->m.year, month, n.value, &number))
    jilu_moment_set_day(&p->m, number);
  return end;
}

/* 第一个星期一 of a month. */
static size_t nth_weekday (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  long first;
  size_t end = jilu_match(p->r, at, BIT(ORDINAL), &sense);
  if (end == 0 || (end = jilu_time_number_read(p->r, end, &n)) == 0) return 0;
  end = jilu_time_word(p->r, end, T(WEEKDAY), &sense);
  if (end == 0 || n.value < 1 || n.value > 5) return 0;
  p->m.grain = JILU_GRAIN_DAY;
  if (p->m.year == JILU_NO_YEAR) return end;
  first = jilu_day_number(p->m.year, p->m.month, 1);
  first += ((int)sense->value - jilu_weekday(first) + 7) % 7;
  jilu_moment_set_day(&p->m, first + 7L * (n.value - 1));
  return end;
}

/* 5日 of 3月5日, 上旬, 底; 'at' is behind the month. */
size_t jilu_time_below_month (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t from = jilu_time_word(p->r, at, T(CLOCK), &sense), end, mark;
  if (from == 0 || *sense->code != 'd') from = jilu_skip_spaces(p->r, at);
  if ((end = nth_weekday(p, from)) != 0) return end;
  end = jilu_time_number_read(p->r, from, &n);
  if (end != 0 && n.value >= 1 && n.value <= 31 && !n.pair) {
    mark = jilu_time_mark(p->r, jilu_skip_spaces(p->r, end), 'D', &n);
    p->open = mark != 0 && mark == end;
    if (mark == 0 && from == at && ends_bare_day(p->r, end)) mark = end;
    if (mark != 0) {
      p->m.day = n.value;
      return jilu_time_after_day(p, mark);
    }
  }
  return jilu_time_edge_read(p, at, 'M');
}
