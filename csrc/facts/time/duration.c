/* Durations: 三年来, 48小时, 三年前. */

#include <stdio.h>
#include <string.h>

#include "facts/time/calendar.h"
#include "facts/number/numeral.h"
#include "vocabulary/particle.h"
#include "facts/time/reader.h"

/* A duration while it is read; amounts are decimals as text. */
typedef struct duration {
  const jilu_reader *r;
  jilu_decimal amount, max;   /* of the first unit */
  char letter;                /* YMWDHmS, of the first unit */
  char body[2][28];  /* before and behind the T */
  bool more;                  /* 多 余 */
  bool half;                  /* 半 inside: 两个半小时 */
} duration;

static bool is_half (const jilu_reader *r, size_t at, size_t *end) {
  const jilu_sense *sense = NULL;
  *end = jilu_match(r, at, JILU_CLASS_BIT(HALF), &sense);
  return *end != 0;
}

/* Multiplies by a small whole number: 3个季度 is nine months. */
static bool times (jilu_decimal *d, unsigned factor) {
  uint64_t whole;
  if (factor == 1) return true;
  if (!jilu_decimal_integer(d, &whole) || whole > 100000) return false;
  jilu_decimal_set(d, whole * factor);
  return true;
}

static bool add_half (jilu_decimal *d) {
  if (d->exponent != 0 || !jilu_decimal_push(d, '5')) return false;
  d->exponent = -1;
  return true;
}

/* Appends amount and unit to the text of the duration. */
static void put_part (duration *d, const jilu_decimal *amount, char letter) {
  char text[JILU_DECIMAL_TEXT];
  char *body = d->body[jilu_time_is_clock(letter)];
  size_t n = strlen(body);
  jilu_decimal_text(amount, text);
  if (letter == 'm') letter = 'M';
  (void)snprintf(body + n, sizeof d->body[0] - n, "%.20s%c", text, letter);
}

static void put_duration (const duration *d, char *out) {
  (void)snprintf(out, JILU_TIME_TEXT, "P%s%s%s", d->body[0],
                 *d->body[1] != '\0' ? "T" : "", d->body[1]);
}

/* 余 多 几, a section that they cut off, and 半 before the unit. */
static size_t between (duration *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(d->r, at, JILU_CLASS_BIT(APPROX_BETWEEN), &sense);
  if (end != 0) {
    d->more = true;
    return end;
  }
  return at;
}

static size_t unit (duration *d, size_t at, const jilu_sense **found) {
  size_t end;
  at = jilu_skip_spaces(d->r, at);
  end = jilu_time_word(d->r, at, JILU_TIME(UNIT), found);
  return end;
}

/*
** The classifier goes before 半 or 多, and the unit behind has none: 两个半小时,
** 一个多月, 3个多小时.
*/
static size_t inside (duration *d, size_t at, const jilu_sense **found) {
  const jilu_classes units = JILU_TIME(UNIT) | JILU_TIME(CYCLE);
  size_t classifier = jilu_match(d->r, at, JILU_CLASS_BIT(UNIT), found), end;
  if (classifier == 0) return 0;
  if (is_half(d->r, classifier, &end) &&
      (end = jilu_time_word(d->r, end, units, found)) != 0) {
    d->half = true;
    return end;
  }
  end = jilu_match(d->r, classifier, JILU_CLASS_BIT(APPROX_BETWEEN), found);
  if (end == 0) return 0;
  end = jilu_time_word(d->r, end, units, found);
  if (end != 0) d->more = true;
  return end;
}

/* A year is no duration: 2019年, 二〇一九年. */
static bool is_year (const jilu_numeral *n, char letter, const jilu_reader *r,
                     size_t at) {
  if (letter != 'Y') return false;
  if (n->positional) return true;
  return jilu_is_digit(r->text[at]) && n->value.count == 4 &&
         n->value.exponent == 0;
}

/* 3至5年: the second number and its unit. */
static size_t second (duration *d, size_t begin, size_t at,
                      const jilu_sense **found) {
  jilu_numeral n;
  size_t end = jilu_range_word(d->r, begin, at);
  if (end == 0 || (end = jilu_numeral_read(d->r, end, &n)) == 0) return 0;
  if (n.value.denominator > 0 || n.max.count > 0 || n.value.negative) return 0;
  end = unit(d, end, found);
  if (end != 0) d->max = n.value;
  return end;
}

/* Half a unit: 半年 is six months, 半小时 is PT0.5H. */
static size_t half_unit (duration *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t half, end;
  if (!is_half(d->r, at, &half)) return 0;
  end = unit(d, half, &sense);
  if (end == 0) return 0;
  d->letter = *sense->code;
  jilu_decimal_set(&d->amount, d->letter == 'Y' ? 6 : 5);
  if (d->letter == 'Y') d->letter = 'M';
  else d->amount.exponent = -1;
  return end;
}

/* 30日 of 延长30日, 30日内: a count of days, and no day of the month. */
static size_t days (const duration *d, size_t at, size_t number,
                    const jilu_sense **found) {
  size_t end = jilu_match(d->r, jilu_skip_spaces(d->r, number),
                          JILU_TIME(MARK), found);
  if (end == 0 || *(*found)->code != 'D' || *(*found)->text != '\0')
    return 0;
  return jilu_time_counts_days(d->r, at, end) ? end : 0;
}

/* The number with its unit. */
static size_t counted (duration *d, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  size_t number = jilu_numeral_read(d->r, at, &n), end;
  if (number == 0 || n.value.denominator > 0 || n.value.negative) return 0;
  d->amount = n.value;
  d->max = n.max;
  if ((end = second(d, at, number, &sense)) == 0 &&
      (end = inside(d, number, &sense)) == 0)
    end = unit(d, between(d, number), &sense);
  if (end == 0) {
    if ((end = days(d, at, number, &sense)) != 0) d->letter = 'D';
    return end;
  }
  if (is_year(&n, *sense->code, d->r, at)) return 0;
  if (d->half && !add_half(&d->amount)) return 0;
  d->letter = *sense->code;
  if (!times(&d->amount, (unsigned)sense->value)) return 0;
  if (d->max.count > 0 && !times(&d->max, (unsigned)sense->value)) return 0;
  return end;
}

/* 一年半, 两年多. */
static size_t after_unit (duration *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end;
  jilu_decimal six;
  if (d->letter == 'Y' && is_half(d->r, at, &end) &&
      jilu_match(d->r, end, JILU_TIME(UNIT), &sense) == 0) {
    jilu_decimal_set(&six, 6);
    put_part(d, &six, 'M');
    return end;
  }
  end = jilu_match(d->r, at, JILU_CLASS_BIT(APPROX_BETWEEN), &sense);
  if (end != 0 && jilu_time_word(d->r, at, JILU_TIME(SUFFIX), &sense) == 0) {
    d->more = true;
    return end;
  }
  return at;
}

/* The letter of a unit behind a greater one, m of 2h 15m too; 0: none. */
static size_t finer_unit (duration *d, size_t at, char *letter) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_skip_spaces(d->r, at);
  size_t end = jilu_match(d->r, from, JILU_CLASS_BIT(FINER_UNIT), &sense);
  if (end != 0) *letter = *sense->code == 'm' ? 'm' : 'S';
  if (end != 0 && jilu_time_is_clock(d->letter) &&
      !(end < d->r->size && jilu_is_letter(d->r->text[end]))) return end;
  end = unit(d, at, &sense);
  if (end == 0 || sense->value != 1) return 0;
  *letter = *sense->code;
  return end;
}

/* 30分钟 of 1小时30分钟: a finer unit. */
static size_t finer (duration *d, size_t at) {
  static const char order[] = "YMWDHmS";
  char letter = 0;
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  size_t end = jilu_match(d->r, at, JILU_CLASS_BIT(DURATION_JOIN), &sense);
  end = jilu_numeral_read(d->r, end != 0 ? end : at, &n);
  if (end == 0 || n.value.denominator > 0 || n.max.count > 0) return at;
  end = finer_unit(d, end, &letter);
  if (end == 0 || strchr(order, letter) <= strchr(order, d->letter)) return at;
  put_part(d, &n.value, letter);
  d->letter = letter;
  return finer(d, end);
}

static size_t read_duration (duration *d, size_t at) {
  size_t end = half_unit(d, at);
  char first;
  if (end == 0) end = counted(d, at);
  if (end == 0) return 0;
  put_part(d, &d->amount, d->letter);
  if (d->max.count > 0) return end;
  end = after_unit(d, end);
  first = d->letter;
  end = finer(d, end);
  d->letter = first;
  return end;
}

size_t jilu_time_length_read (jilu_scan *s, size_t at, char *out) {
  duration d;
  size_t end;
  memset(&d, 0, sizeof d);
  d.r = &s->r;
  end = read_duration(&d, at);
  if (end == 0 || d.max.count > 0) return 0;
  put_duration(&d, out);
  return end;
}

/* --- what the duration is said of ----------------------------------------- */

/* 三年前, 20分钟后: from the date of the document. */
static void set_shifted (jilu_scan *s, const duration *d, int sign,
                         jilu_time *t) {
  static const char letters[] = "YMWD";
  jilu_moment m, base;
  uint64_t amount;
  jilu_time_anchor_moment(s, &base);
  jilu_moment_clear(&m);
  if (!jilu_decimal_integer(&d->amount, &amount) || amount > 100000) return;
  sign *= (int)amount;
  if (strchr(letters, d->letter) != NULL) {
    jilu_time_shift(&m, &base, d->letter == 'W' ? 'D' : d->letter,
                    d->letter == 'W' ? 7 * sign : sign);
  }
  else {
    long step = d->letter == 'H' ? 3600 : d->letter == 'm' ? 60 : 1;
    if (base.hour < 0 || !jilu_moment_known(&base)) return;
    m = base;
    m.grain = base.second >= 0 ? JILU_GRAIN_SECOND
              : base.minute >= 0 ? JILU_GRAIN_MINUTE : JILU_GRAIN_HOUR;
    /* what the finest part can't hold is carried when it is written */
    m.hour = 0;
    m.minute = 0;
    m.second = 0;
    step = step * sign + base.hour * 3600L +
           (base.minute < 0 ? 0 : base.minute * 60L) +
           (base.second < 0 ? 0 : base.second);
    jilu_moment_set_day(&m, jilu_moment_day(&base) +
                        (step >= 0 ? step / 86400 : -((86399 - step) / 86400)));
    step = ((step % 86400) + 86400) % 86400;
    m.hour = (int)(step / 3600);
    m.minute = (int)(step / 60 % 60);
    m.second = (int)(step % 60);
  }
  jilu_moment_value(&m, t->value);
  jilu_moment_from(&m, t->from);
  jilu_moment_until(&m, t->until);
}

/* The period that ends (三年来) or begins (未来三年) with the document. */
static void set_period (jilu_scan *s, const duration *d, int sign,
                        jilu_time *t) {
  static const char letters[] = "YMWD";
  jilu_moment base, other;
  uint64_t amount;
  int n;
  jilu_time_write_anchor(s, t->anchor);
  jilu_time_anchor_moment(s, &base);
  if (base.grain == JILU_GRAIN_NONE || strchr(letters, d->letter) == NULL ||
      !jilu_decimal_integer(&d->amount, &amount) || amount > 100000) return;
  n = sign * (int)amount * (d->letter == 'W' ? 7 : 1);
  other = base;
  jilu_time_shift(&other, &base, d->letter == 'W' ? 'D' : d->letter, n);
  if (!jilu_moment_known(&other)) return;
  if (d->letter == 'Y' && base.grain > JILU_GRAIN_YEAR) {
    other.grain = base.grain > JILU_GRAIN_DAY ? JILU_GRAIN_DAY : base.grain;
    other.month = base.month;
    other.day = base.day;
  }
  base.grain = other.grain;
  jilu_moment_from(sign < 0 ? &other : &base, t->from);
  jilu_moment_from(sign < 0 ? &base : &other, t->until);
}

static void set_value (const duration *d, jilu_time *t) {
  duration upper = *d;
  put_duration(d, t->value);
  if (d->max.count > 0) {
    size_t n = strlen(t->value);
    char text[JILU_TIME_TEXT];
    upper.body[0][0] = upper.body[1][0] = '\0';
    put_part(&upper, &d->max, d->letter);
    put_duration(&upper, text);
    (void)snprintf(t->value + n, JILU_TIME_TEXT - n, "/%.30s", text);
  }
  t->kind = JILU_TIME_DURATION;
  t->mod = d->more ? JILU_MOD_MORE_THAN : JILU_MOD_NONE;
}

/* 一 of 半年一考核, not of 三年一千万元. */
static bool is_each_one (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  uint64_t value;
  size_t end = jilu_match(r, at, JILU_CLASS_BIT(DIGIT), &sense);
  return end != 0 && !r->vocabulary->writing.spaced &&
         !jilu_is_digit(r->text[at]) &&
         !jilu_time_in_word(r, at, end) && jilu_numeral_read(r, at, &n) == end &&
         jilu_decimal_integer(&n.value, &value) && value == 1;
}

static void set_recurring (jilu_time *t) {
  char value[JILU_TIME_TEXT];
  (void)snprintf(value, sizeof value, "R/%.40s", t->value);
  memcpy(t->value, value, sizeof value);
  t->kind = JILU_TIME_RECURRENCE;
}

/* 来, 前, 后, 一度 behind the duration. */
static size_t suffix (jilu_scan *s, const duration *d, size_t at, int near,
                      jilu_time *t, int *counts) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_time_word(&s->r, at, JILU_TIME(SUFFIX), &sense);
  char code = end != 0 ? *sense->code : '\0';
  if (code == 'S') code = 's';
  *counts = near == 0 && code != 's' && code != 't';
  if (code == 'D') return end;
  if (near != 0 || code == 's') set_period(s, d, near > 0 ? 1 : -1, t);
  if (code == 's') return end;
  if (code == 't') {
    set_recurring(t);
    return end;
  }
  if ((code == 'b' || code == 'a') && near == 0 && d->max.count == 0) {
    t->kind = JILU_TIME_DATE;
    t->value[0] = '\0';
    set_shifted(s, d, code == 'b' ? -1 : 1, t);
    jilu_time_write_anchor(s, t->anchor);
    *counts = 0;
    return end;
  }
  if (near == 0 && d->max.count == 0 && !d->more && !jilu_time_is_clock(d->letter) &&
      is_each_one(&s->r, at)) {
    set_recurring(t);
    *counts = 0;
  }
  return at;
}

size_t jilu_time_duration_read (jilu_scan *s, size_t at, jilu_time *t,
                                size_t *begin, int *counts) {
  const jilu_sense *sense = NULL, *before = NULL;
  duration d;
  bool first = false;
  int near = 0;
  size_t number = jilu_time_word(&s->r, at, JILU_TIME(NEAR), &before), end;
  memset(&d, 0, sizeof d);
  d.r = &s->r;
  *begin = at;
  if (number != 0) near = (int)before->value;
  else if ((number = jilu_time_word(&s->r, at, JILU_TIME(FIRST), &before)) != 0)
    first = true;
  else {
    end = jilu_match(&s->r, at, JILU_CLASS_BIT(APPROX_BEFORE), &sense);
    number = end != 0 ? jilu_skip_spaces(&s->r, end) : at;
    if (s->r.vocabulary->writing.spaced) *begin = number;
  }
  end = read_duration(&d, number);
  /* 前三年, not 前三天 of a conference or 前三小时 */
  if (end == 0 || (first && d.letter != 'Y')) return 0;
  if (near != 0 && jilu_time_is_clock(d.letter) && *before->code == 'a')
    near = 0;   /* 近3小时 */
  set_value(&d, t);
  end = suffix(s, &d, end, near, t, counts);
  if (first) *counts = 0;
  return end;
}
