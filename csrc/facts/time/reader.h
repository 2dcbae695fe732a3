/* What the files of the grammar of times share. */
#ifndef JILU_FACTS_TIME_READER_H
#define JILU_FACTS_TIME_READER_H

#include "facts/fact.h"

#define JILU_TIME(name) JILU_CLASS_BIT(TIME_##name)

/* The year before the first of the Republic of China. */
#define JILU_REPUBLIC 1911

/* A moment while it is read. */
typedef struct jilu_time_parse {
  jilu_scan *s;
  const jilu_reader *r;
  size_t begin;
  jilu_rule rule;            /* what read the moment */
  jilu_moment m;
  const jilu_moment *first;  /* of an interval whose end is read, or NULL */
  bool needs_suffix;         /* no time of itself: 七一, 十四五 */
  int rest;                  /* days of rest of a holiday, 0: none */
  bool weekday;              /* a bare day of the week */
  bool open;                 /* its mark follows the end of the interval */
} jilu_time_parse;

/* A small number as dates have it. */
typedef struct jilu_time_number {
  int value;
  unsigned digits;     /* written one by one: 98, 二〇一九; else 0 */
  bool arabic;
  bool pair;           /* 两 */
  size_t begin;
} jilu_time_number;

/* Like jilu_match, but no word of class TIME_NOT may be longer. */
size_t jilu_time_word (const jilu_reader *r, size_t at, jilu_classes classes,
                       const jilu_sense **sense);

/* Reads a number of a date or clock, below 10000. */
size_t jilu_time_number_read (const jilu_reader *r, size_t at,
                              jilu_time_number *n);

/*
** Matches the mark with this code letter behind a number; also 2016 of
** 2016-2018年, whose mark follows the second number: then nothing is passed.
*/
size_t jilu_time_mark (const jilu_reader *r, size_t at, char code,
                       const jilu_time_number *n);

/* A word of class TIME_NOT at 'at' is longer than [at, end). */
bool jilu_time_in_word (const jilu_reader *r, size_t at, size_t end);

/*
** A digit at [at, end) begins a number or a word, so that it is no day of the
** week: 本周三次, 每周一起.
*/
bool jilu_time_counts (const jilu_reader *r, size_t at, size_t end);

/* What stands beside the number and 日 at [begin, end) makes it a duration. */
bool jilu_time_counts_days (const jilu_reader *r, size_t begin, size_t end);

/* The time before 'at' in the same paragraph or sentence; NULL: none. */
const jilu_moment *jilu_time_context (const jilu_scan *s, size_t at,
                                      bool sentence);

/* Keeps what the time at [begin, end) says of the times that follow it. */
void jilu_time_remember (jilu_scan *s, size_t begin, size_t end,
                         const jilu_moment *m);

/* The last whole date, if it stands not too far before 'at'; NULL: none. */
const jilu_moment *jilu_time_last_day (const jilu_scan *s, size_t at);

/* The year that the line, or a line above it, states for 'at'. */
const jilu_moment *jilu_time_dated_part (const jilu_scan *s, size_t at);

/* Fills year and month that the text leaves out. */
void jilu_time_fill_year (jilu_time_parse *p, size_t at);
void jilu_time_fill_year_of_anchor (jilu_time_parse *p);
void jilu_time_fill_month (jilu_time_parse *p, size_t at);

/* Each reads at 'at' into p->m and returns the end; 0: not here. */
size_t jilu_time_moment_read (jilu_time_parse *p, size_t at);
size_t jilu_time_named_read (jilu_time_parse *p, size_t at);
size_t jilu_time_relative_read (jilu_time_parse *p, size_t at);
size_t jilu_time_weekday_read (jilu_time_parse *p, size_t at);
size_t jilu_time_numeric_read (jilu_time_parse *p, size_t at);
size_t jilu_time_holiday_read (jilu_time_parse *p, size_t at);
size_t jilu_time_century_read (jilu_time_parse *p, size_t at);
size_t jilu_time_year_read (jilu_time_parse *p, size_t at);
/* 'lunar': the text says that it is a month of the lunar calendar. */
size_t jilu_time_month_read (jilu_time_parse *p, size_t at, bool lunar);
size_t jilu_time_first_months (jilu_time_parse *p, size_t at);  /* 前三季度 */
size_t jilu_time_months_word (jilu_time_parse *p, size_t at);   /* 上半年 */

/*
** What may follow a year, a month or a day that was read, up to 'at' where
** nothing does; 初, 底, 中旬 behind a year ('Y'), months ('Q'), a month ('M').
*/
size_t jilu_time_below_year (jilu_time_parse *p, size_t at);
size_t jilu_time_below_month (jilu_time_parse *p, size_t at);
size_t jilu_time_after_day (jilu_time_parse *p, size_t at);
size_t jilu_time_edge_read (jilu_time_parse *p, size_t at, char of);

/* 初八, 十五, 廿三 of a month of the lunar year; 0 for none. */
size_t jilu_time_lunar_day (jilu_time_parse *p, size_t at, int month);

/* Fills what the end of an interval says of both: 12-15 April, March to June 2017. */
void jilu_time_fill_from_end (jilu_moment *first, const jilu_moment *last);

/* Part of the day and clock time behind a day, or alone where 'alone'. */
size_t jilu_time_clock_read (jilu_time_parse *p, size_t at, bool alone);

/* Each reads at 'at' and fills '*t' and its 'begin'; 0: not here. */
size_t jilu_time_duration_read (jilu_scan *s, size_t at, jilu_time *t,
                                size_t *begin, int *counts);
size_t jilu_time_recurrence_read (jilu_scan *s, size_t at, jilu_time *t);

/* Reads a length of time without bounds and writes it: P3M. */
size_t jilu_time_length_read (jilu_scan *s, size_t at, char *out);

/* Is it the letter of a unit of the clock? */
static inline bool jilu_time_is_clock (char letter) {
  return letter == 'H' || letter == 'm' || letter == 'S';
}

/* Each reads at 'at' and keeps what it found; its end, or 0. */
size_t jilu_time_vague_read (jilu_scan *s, size_t at);
size_t jilu_time_plan_read (jilu_scan *s, size_t at);
size_t jilu_time_event_read (jilu_scan *s, size_t at);

/* A day and its name, at its digits: “5·18”国际博物馆日. */
size_t jilu_time_marked_day_read (jilu_scan *s, size_t at);
size_t jilu_time_since_read (jilu_scan *s, size_t at);

/*
** The suffix at 'at' behind the moment, which changes '*t'; its end, or 'at'.
** Behind a closing mark the span takes in the marks: p->begin moves.
*/
size_t jilu_time_suffix_read (jilu_time_parse *p, size_t at, jilu_time *t);

/* Writes value, from, until and anchor of the moment. */
void jilu_time_put_moment (const jilu_scan *s, const jilu_moment *m,
                           jilu_time *t);

/*
** Appends the time; the context of what follows is 'last', if there is one.
** Returns 'end'.
*/
size_t jilu_time_keep (jilu_scan *s, size_t begin, size_t end, jilu_rule rule,
                       const jilu_time *t, const jilu_moment *last);

/*
** A time as English says it, which begins at 'at'; its end, or 0. Keeps what it
** found.
*/
size_t jilu_time_english_read (jilu_scan *s, size_t at, int *counts);

/* Writes what the moment was resolved against, if it was. */
void jilu_time_write_anchor_of (const jilu_scan *s, const jilu_moment *m,
                                char *out);

/* Writes the date of the document as it is known. */
void jilu_time_write_anchor (const jilu_scan *s, char *out);

/* Sets m from the date of the document, to the grain of a letter YQMWD. */
void jilu_time_shift (jilu_moment *m, const jilu_moment *base, char grain,
                      int offset);
void jilu_time_anchor_moment (const jilu_scan *s, jilu_moment *m);

#endif
