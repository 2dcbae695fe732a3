/* Clock times of English, with seconds and zones: 9:30 pm CET, T14:33:20Z. */

#include "facts/time/english_words.h"

#define word_at jilu_english_word
#define digits jilu_english_digits

/* --- zone --- */

/* +02:00, -0700, +5; minutes from UTC in '*zone'. */
static size_t offset (const jilu_reader *r, size_t at, int *zone) {
  int hour, minute = 0, sign;
  unsigned n;
  size_t end;
  if (at + 1 >= r->size || (r->text[at] != '+' && r->text[at] != '-'))
    return 0;
  sign = r->text[at] == '-' ? -1 : 1;
  n = digits(r, at + 1, 4, &hour);
  end = at + 1 + n;
  if (n == 4) {
    minute = hour % 100;
    hour /= 100;
  }
  else if (n == 2 && end + 2 < r->size && r->text[end] == ':' &&
           digits(r, end + 1, 2, &minute) == 2) end += 3;
  else if (n == 0 || n == 3) return 0;
  if (hour > 14 || minute > 59) return 0;
  *zone = sign * (hour * 60 + minute);
  return end;
}

/*
** Z, UTC, EST, UTC+2 behind a clock time; +0200 where it has seconds, or is
** written as machines do.
*/
static size_t zone (const jilu_reader *r, size_t at, jilu_moment *m) {
  const jilu_sense *word = NULL;
  size_t from = jilu_skip_spaces(r, at), end, next;
  int minutes = 0;
  if (from == at && at < r->size && r->text[at] == 'Z' &&
      !(at + 1 < r->size && jilu_is_letter(r->text[at + 1]))) end = at + 1;
  else if ((end = word_at(r, from, 'Z', &word)) != 0) {
    minutes = (int)word->value;
    if (minutes == 0 && (next = offset(r, end, &minutes)) != 0) end = next;
  }
  else if (m->minute < 0 || (from > at && m->second < 0) ||
           (end = offset(r, from, &minutes)) == 0 ||
           (end - from < 3)) return at;
  if (end < r->size && jilu_is_letter(r->text[end])) return at;
  m->zoned = true;
  m->zone = minutes;
  return end;
}

/* :20, :20.123 behind the minute; parts of a second are passed over. */
static size_t seconds (const jilu_reader *r, size_t at, jilu_moment *m) {
  int v;
  size_t end = at;
  if (at + 2 >= r->size || r->text[at] != ':' ||
      digits(r, at + 1, 2, &v) != 2 || v > 60) return at;
  m->second = v;
  m->grain = JILU_GRAIN_SECOND;
  end = at + 3;
  if (end + 1 < r->size && (r->text[end] == '.' || r->text[end] == ',') &&
      jilu_is_digit(r->text[end + 1])) {
    end++;
    while (end < r->size && jilu_is_digit(r->text[end])) end++;
  }
  return end;
}

/* --- clock --- */

/* :30 or .30 behind the hour; .30 before am or pm alone. */
static size_t minutes (const jilu_reader *r, size_t at, int *minute,
                       bool *colon) {
  int v;
  *colon = at < r->size && r->text[at] == ':';
  if (at + 2 >= r->size || (!*colon && r->text[at] != '.') ||
      digits(r, at + 1, 2, &v) != 2 || v > 59) return at;
  *minute = v;
  return at + 3;
}

/* five-thirty */
static size_t minutes_in_words (const jilu_reader *r, size_t at,
                                int *minute) {
  size_t end;
  if (at >= r->size || r->text[at] != '-') return at;
  end = jilu_english_number(r, at + 1, minute);
  if (end == 0 || *minute < 10 || *minute > 59) {
    *minute = -1;
    return at;
  }
  return end;
}

/* half past ten, a quarter to five, ten minutes past six */
static size_t from_hour (const jilu_reader *r, size_t at, jilu_moment *m) {
  const jilu_sense *word = NULL;
  int hour, minute;
  size_t end = word_at(r, at, 'A', &word);
  if (end == 0) return 0;
  minute = (int)word->value;
  end = jilu_english_number(r, end, &hour);
  if (end == 0 || hour < 1 || hour > 12) return 0;
  m->hour = minute < 0 ? hour - 1 : hour;
  m->minute = minute < 0 ? 60 + minute : minute;
  m->grain = JILU_GRAIN_MINUTE;
  return end;
}

/* am, pm behind a clock time that has none; its end, or 'at'. */
static size_t side (const jilu_reader *r, size_t at, jilu_moment *m,
                    bool *sided) {
  const jilu_sense *word = NULL;
  size_t end = word_at(r, at, 'c', &word);
  if (end == 0 || m->hour > 12) return at;
  if (word->value >= 0) {
    m->hour = m->hour % 12 + (int)word->value;
    *sided = true;
  }
  return end;
}

size_t jilu_english_clock (const jilu_reader *r, size_t at, bool bare,
                           jilu_moment *m, bool *sided) {
  const jilu_sense *word = NULL;
  int hour, minute = -1;
  unsigned hour_width = 0;
  bool colon = false, figures;
  size_t from = jilu_skip_spaces(r, at), end, next;
  end = word_at(r, from, 'l', &word);
  *sided = true;
  if (end != 0) {
    m->hour = (int)word->value;
    m->grain = JILU_GRAIN_HOUR;
    return zone(r, end, m);
  }
  if ((end = from_hour(r, from, m)) != 0) {
    *sided = false;
    return side(r, end, m, sided);
  }
  figures = from < r->size && jilu_is_digit(r->text[from]);
  if (figures) {
    hour_width = digits(r, from, 2, &hour);
    if (hour_width == 0) return 0;
    end = minutes(r, from + hour_width, &minute, &colon);
  }
  else {
    end = jilu_english_number(r, from, &hour);
    if (end == 0) return 0;
    end = minutes_in_words(r, end, &minute);
  }
  if (hour > 24) return 0;
  next = word_at(r, end, 'c', &word);
  if (next == 0 && end < r->size && (r->text[end] == 'a' || r->text[end] == 'p')
      && !(end + 1 < r->size && jilu_is_letter(r->text[end + 1])) && figures) {
    if (hour > 12) return 0;
    m->hour = hour % 12 + (r->text[end] == 'p' ? 12 : 0);
    next = end + 1;
  }
  else if (next != 0 && word->value >= 0) {
    if (hour > 12 || hour == 0) return 0;
    m->hour = hour % 12 + (int)word->value;
  }
  else {
    *sided = hour > 12 || hour == 0;
    if (next == 0 && !colon && !bare && !(minute >= 0 && !figures)) return 0;
    if (!colon && minute >= 0 && figures) return 0;
    m->hour = hour;
    if (next == 0) next = end;
    if (bare && next < r->size && next == end && r->text[next] == '/')
      return 0;
  }
  m->minute = minute;
  m->grain = minute >= 0 ? JILU_GRAIN_MINUTE : JILU_GRAIN_HOUR;
  if (colon && minute >= 0) {
    end = seconds(r, from + hour_width + 3, m);
    if (m->second >= 0) {
      next = side(r, end, m, sided);
      if (next == end && !bare) *sided = true;
    }
  }
  return zone(r, next, m);
}

/* --- alone --- */

/* at noon */
static bool behind_at (const jilu_reader *r, size_t at) {
  const jilu_sense *word = jilu_english_before(r, at);
  return word != NULL && *word->code == 'j';
}

/* A clock time is of the day that the text told last, or of the document's. */
static void put_on_day (jilu_time_parse *p, size_t at, const jilu_moment *m) {
  const jilu_moment *day = jilu_time_last_day(p->s, at);
  jilu_english_today(p->s, &p->m);
  if (day != NULL) {
    p->m.year = day->year;
    p->m.month = day->month;
    p->m.day = day->day;
    p->m.relative = day->relative;
  }
  p->m.hour = m->hour;
  p->m.minute = m->minute;
  p->m.second = m->second;
  p->m.zoned = m->zoned;
  p->m.zone = m->zone;
  p->m.grain = m->grain;
}

/* Does am or pm stand right before 'end'? */
static bool ends_sided (const jilu_reader *r, size_t end) {
  if (end > 0 && r->text[end - 1] == '.') end--;
  return end > 1 && (r->text[end - 1] == 'm' || r->text[end - 1] == 'M');
}

/*
** 9 to 11 am, 4-6pm: the first hour is of the same half of the day, or, where
** it would not come first, of the one before.
*/
static size_t sided_behind (jilu_time_parse *p, size_t at) {
  jilu_moment a, b, last;
  bool sided;
  int half;
  size_t end, next;
  jilu_moment_clear(&a);
  jilu_moment_clear(&b);
  end = jilu_english_clock(p->r, at, true, &a, &sided);
  if (end == 0 || sided || a.hour < 1 || a.hour > 12 || a.second >= 0 ||
      (next = jilu_english_to(p->r, end, at)) == 0 ||
      (next = jilu_english_clock(p->r, next, false, &b, &sided)) == 0 ||
      !sided || b.hour > 23 || !ends_sided(p->r, next)) return 0;
  half = b.hour >= 12 ? 12 : 0;
  a.hour = a.hour % 12 + half;
  if (a.hour > b.hour || (a.hour == b.hour && a.minute >= b.minute)) {
    if (half == 0) return 0;
    a.hour -= 12;
  }
  put_on_day(p, at, &a);
  last = p->m;
  last.hour = b.hour;
  last.minute = b.minute;
  last.grain = b.grain;
  p->rule = JILU_RULE_CLOCK;
  return jilu_english_interval(p, &p->m, &last, next);
}

/* 8pm by itself. */
static size_t clock_alone (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  jilu_moment m;
  bool sided;
  size_t end;
  jilu_moment_clear(&m);
  end = jilu_english_clock(p->r, at, false, &m, &sided);
  if (end == 0 || !sided || (m.hour > 12 && m.minute < 0 &&
      jilu_is_digit(p->r->text[end - 1])) || m.hour > 23) return 0;
  if (word_at(p->r, at, 'l', &word) != 0 && !behind_at(p->r, at)) return 0;
  put_on_day(p, at, &m);
  p->rule = JILU_RULE_CLOCK;
  return end;
}

size_t jilu_english_clock_alone (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  jilu_moment last;
  bool sided;
  size_t end, next;
  /* most words that begin a time begin no clock time */
  if (!jilu_is_digit(p->r->text[at]) &&
      jilu_match(p->r, at, JILU_CLASS_BIT(DIGIT), &word) == 0 &&
      word_at(p->r, at, 'l', &word) == 0 && word_at(p->r, at, 'A', &word) == 0)
    return 0;
  if ((end = sided_behind(p, at)) != 0) return end;
  end = clock_alone(p, at);
  if (end != 0 && (next = jilu_english_to(p->r, end, at)) != 0) {
    last = p->m;
    last.minute = last.second = -1;
    last.zoned = false;
    next = jilu_english_clock(p->r, next, false, &last, &sided);
    if (next != 0 && sided && last.hour > p->m.hour)
      return jilu_english_interval(p, &p->m, &last, next);
  }
  return end != 0 ? jilu_english_keep(p, end) : 0;
}
