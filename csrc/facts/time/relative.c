/* Times relative to the document or to the text: 去年底, 当日, 下周三, 今(29)日. */

#include <stdlib.h>
#include <string.h>

#include "facts/time/calendar.h"
#include "facts/time/reader.h"
#include "vocabulary/particle.h"

#define T JILU_TIME

/* 三 of 下周三; not of 本周三次. */
static size_t day_of_week (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_time_word(p->r, at, T(WEEKDAY), &sense);
  if (end == 0) return at;
  if (*sense->code == 's' && jilu_time_counts(p->r, at, end)) return at;
  p->m.grain = JILU_GRAIN_DAY;
  p->m.style = JILU_STYLE_LABEL;
  if (p->m.day >= 0)
    jilu_moment_set_day(&p->m, jilu_moment_day(&p->m) + (int)sense->value - 1);
  return jilu_time_clock_read(p, end, false);
}

/* 同期: the part of the year that was spoken of. */
static size_t same_period (jilu_time_parse *p, size_t at, int offset) {
  const jilu_sense *sense = NULL;
  const jilu_moment *c;
  size_t end = jilu_time_word(p->r, at, T(EDGE), &sense);
  if (end == 0 || strchr(sense->code, 'S') == NULL) return 0;
  c = jilu_time_context(p->s, at, true);
  if (c == NULL) c = jilu_time_context(p->s, at, false);
  if (c != NULL && p->s->time.lead.month > 0) c = &p->s->time.lead;
  /* 1960年上半年,比去年同期: the year before that year */
  if (c != NULL && c->year_stated && !c->relative) {
    p->m.year = c->year + offset;
    p->m.relative = false;
  }
  if (c != NULL && c->month > 0 && c->grain <= JILU_GRAIN_MONTH) {
    p->m.grain = c->grain;
    p->m.month = c->month;
    p->m.count = c->count;
    p->m.style = c->style;
    p->m.label = c->label;
  }
  return end;
}

/* Behind a relative word of this grain. */
static size_t below_relative (jilu_time_parse *p, size_t at, char grain,
                              int offset) {
  size_t end;
  switch (grain) {
    case 'Y':
      if ((end = same_period(p, at, offset)) != 0) return end;
      return jilu_time_below_year(p, at);
    case 'Q': return jilu_time_edge_read(p, at, 'Q');
    case 'M': return jilu_time_below_month(p, at);
    case 'W': return day_of_week(p, at);
    default: return jilu_time_after_day(p, at);
  }
}

/*
** The time that 当日 or 同年 counts from: in the same paragraph, or the last
** date; that of 该月 may stand in the line above.
*/
static const jilu_moment *text_context (const jilu_scan *s, size_t at,
                                        const jilu_sense *word) {
  const jilu_moment *c = jilu_time_context(s, at, false);
  if (*word->code == 'D' && (c == NULL || c->day < 0))
    return jilu_time_last_day(s, at);
  if (c == NULL && word->code[2] == 'l' &&
      s->time.last.grain != JILU_GRAIN_NONE) return &s->time.last;
  return c;
}

/* The moment that a relative word counts from. */
static void relative_base (jilu_time_parse *p, size_t at,
                           const jilu_sense *word, jilu_moment *base) {
  const jilu_moment *c;
  jilu_time_anchor_moment(p->s, base);
  p->m.relative = true;
  c = word->code[1] == 't' ? text_context(p->s, at, word) : NULL;
  if (c != NULL) {
    *base = *c;
    p->m.relative = c->relative;
  }
  else if (word->code[1] == 't' && *word->code != 'Y')
    jilu_moment_clear(base);
  /* where no date is known, 今年 is the year reported on too */
  if ((word->code[1] != '\0' || p->s->anchor.date.year < 0) &&
      *word->code == 'Y' && p->m.relative && p->s->anchor.report_year > 0) {
    base->year = p->s->anchor.report_year;
    p->m.reported = true;
  }
  /* 2022年,比上年: the year before that year */
  c = jilu_time_context(p->s, at, true);
  if (word->code[1] == 'r' &&
      (c == NULL || !c->year_stated) && *word->text != '\0')
    c = jilu_time_dated_part(p->s, at);
  if (word->code[1] == 'r' && c != NULL && c->year_stated && !c->relative) {
    base->year = c->year;
    p->m.relative = p->m.reported = false;
  }
}

/* 今(29)日, 去(112)年: the number says which, the word how far. */
static size_t with_number (jilu_time_parse *p, size_t at, int offset) {
  jilu_time_number n;
  jilu_moment base;
  size_t number = jilu_time_number_read(p->r, at, &n), end;
  if (number == 0 || number >= p->r->size || p->r->text[number] != ')')
    return 0;
  p->m.relative = true;
  jilu_time_anchor_moment(p->s, &base);
  if ((end = jilu_time_mark(p->r, number + 1, 'Y', &n)) != 0) {
    jilu_time_shift(&p->m, &base, 'Y', offset);
    if (n.digits == 4) p->m.year = n.value;
    if (n.digits == 3) p->m.year = n.value + JILU_REPUBLIC;
    return jilu_time_below_year(p, end);
  }
  end = jilu_time_mark(p->r, number + 1, 'D', &n);
  if (end == 0) return 0;
  jilu_time_shift(&p->m, &base, 'D', offset);
  return jilu_time_after_day(p, end);
}

/* 月 of 该　月, set apart in the column of a chronicle. */
static size_t spaced_mark (jilu_time_parse *p, size_t begin, size_t at) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_skip_spaces(p->r, at), end;
  const jilu_moment *c = &p->s->time.last;
  if (from == at || c->grain == JILU_GRAIN_NONE) return 0;
  while (begin > 0 && p->r->text[begin - 1] == ' ') begin--;
  if (begin > 0 && p->r->text[begin - 1] != '\n') return 0;
  end = jilu_match(p->r, from, T(MARK), &sense);
  if (end == 0 || end - from != 3 || strchr("YMD", *sense->code) == NULL ||
      (end < p->r->size && p->r->text[end] != ' ')) return 0;
  p->m.relative = c->relative;
  jilu_time_shift(&p->m, c, *sense->code, 0);
  return end;
}

size_t jilu_time_relative_read (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL, *part = NULL;
  jilu_moment base;
  size_t end = jilu_time_word(p->r, at, T(RELATIVE), &sense);
  unsigned width;
  char grain;
  if (end == 0 || *sense->code == 'C') return 0;
  grain = *sense->code;
  if (grain == '_') return spaced_mark(p, at, end);
  if (grain == '(') return with_number(p, end, (int)sense->value);
  /* 今春, 去冬 */
  if (sense->code[1] == 'm' &&
      jilu_match(p->r, end, T(MONTHS), &part) == 0) return 0;
  /* 端午节当天 is one day */
  if (grain == 'D' && sense->code[1] == 't' && p->s->time.end == at) return 0;
  /* 更好的明天 is none */
  if (grain == 'D' && sense->value > 0 &&
      jilu_particle_before(p->r, at) == JILU_OF &&
      !jilu_is_han(jilu_peek(p->r, end, &width))) return 0;
  relative_base(p, at, sense, &base);
  jilu_time_shift(&p->m, &base, grain, (int)sense->value);
  p->m.mod = (jilu_time_mod)atoi(sense->text);
  if (p->m.mod != JILU_MOD_NONE) return end;
  part = jilu_sense_of(p->r, at, end, T(DAY_PART));
  if (part != NULL) return jilu_time_clock_read(p, at, true);
  return below_relative(p, end, grain, (int)sense->value);
}

/* 三月八日 of 周六,三月八日, which says the day. */
static size_t date_behind (jilu_time_parse *p, size_t at) {
  jilu_time_parse q = *p;
  jilu_time_number n;
  size_t from = jilu_skip_spaces(p->r, at), end;
  if (from < p->r->size && p->r->text[from] == ',')
    from = jilu_skip_spaces(p->r, from + 1);
  end = jilu_time_number_read(p->r, from, &n);
  if (end == 0 || jilu_time_mark(p->r, end, 'M', &n) <= end ||
      (end = jilu_time_moment_read(&q, from)) == 0 || q.m.day < 0) return 0;
  p->m = q.m;
  return end;
}

/* 周五: the next one. */
size_t jilu_time_weekday_read (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_time_word(p->r, at, T(WEEKDAY), &sense);
  jilu_moment base;
  size_t date;
  if (end == 0 || *sense->code == 's') return 0;
  if ((date = date_behind(p, end)) != 0) return date;
  p->m.grain = JILU_GRAIN_DAY;
  p->m.relative = true;
  p->weekday = true;
  jilu_time_anchor_moment(p->s, &base);
  if (base.day >= 0) {
    long today = jilu_moment_day(&base);
    int ahead = ((int)sense->value - jilu_weekday(today) + 7) % 7;
    jilu_moment_set_day(&p->m, today + (ahead == 0 ? 7 : ahead));
  }
  /* the hours of 周一至周五8:30 are of all these days */
  return p->first != NULL ? end : jilu_time_clock_read(p, end, false);
}
