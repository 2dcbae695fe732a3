/* What the files of the grammar of English times share. */
#ifndef JILU_FACTS_TIME_ENGLISH_WORDS_H
#define JILU_FACTS_TIME_ENGLISH_WORDS_H

#include "facts/time/reader.h"

/*
** The word of the part 'code' (see lua/jilu/en/time_words.lua) at 'at', before
** which spaces may stand; its end, or 0.
*/
size_t jilu_english_word (const jilu_reader *r, size_t at, char code,
                          const jilu_sense **word);

/* Up to 'most' digits at 'at'; how many there are, 0 where more. */
unsigned jilu_english_digits (const jilu_reader *r, size_t at, unsigned most,
                              int *value);

/* A small number in digits or words; the end, or 0. */
size_t jilu_english_number (const jilu_reader *r, size_t at, int *value);

/* 4, 4th, fourth: a day of a month or another ordinal; 'mark': not 4. */
size_t jilu_english_ordinal (const jilu_reader *r, size_t at, bool mark,
                             int *value);

/* A year in four digits or in words. */
size_t jilu_english_year (const jilu_reader *r, size_t at, int *year);

/* Past a comma, or the word 'code' at 'at', where there is one. */
size_t jilu_english_past (const jilu_reader *r, size_t at, char code);

/* A day of a calendar with its month: 4 July 2010, 2019/aug/01, 13/04/21. */
size_t jilu_english_date (jilu_time_parse *p, size_t at);

/*
** Puts the day of the month, with the year behind 'at' or that of the document;
** the end, or 0 for a day that no calendar has.
*/
size_t jilu_english_with_year (jilu_time_parse *p, int month, int day,
                               size_t at);

/* Jun-15; the end, or 0. */
size_t jilu_english_month_day (jilu_time_parse *p, size_t at);

/* A day that has a name, with its year where one stands: Easter 2018. */
size_t jilu_english_holiday (jilu_time_parse *p, size_t at, int offset);

/* 9:30 pm, noon, eight o'clock; 'bare': 3 as well. */
size_t jilu_english_clock (const jilu_reader *r, size_t at, bool bare,
                           jilu_moment *m, bool *sided);

/* A point in time, of any of these forms. */
size_t jilu_english_point (jilu_time_parse *p, size_t at);

/* What is said of a period as a whole: see period_english.c; keeps it. */
size_t jilu_english_span (jilu_time_parse *p, size_t at,
                          const jilu_sense *word);

/* The word of times that stands before 'at', or NULL. */
const jilu_sense *jilu_english_before (const jilu_reader *r, size_t at);

/* Keeps p->m up to 'end', which it returns. */
size_t jilu_english_keep (jilu_time_parse *p, size_t end);

/* 8pm, or 3 to 5 pm, by itself; keeps it. */
size_t jilu_english_clock_alone (jilu_time_parse *p, size_t at);

/* Keeps the interval from the one moment to the other; returns 'end'. */
size_t jilu_english_interval (jilu_time_parse *p, const jilu_moment *a,
                              const jilu_moment *b, size_t end);

/* Past to, until, and "and" where "between" stands before 'begin'; or 0. */
size_t jilu_english_to (const jilu_reader *r, size_t at, size_t begin);

/*
** 2 weeks ago, 3 days after 12 May, 1 hour 30 minutes; keeps it. See
** jilu_time_read for '*counts'.
*/
size_t jilu_english_shifted (jilu_scan *s, size_t at, int *counts);

/* The period of a unit's letter that holds the moment, moved by so many. */
bool jilu_english_period (jilu_moment *m, char unit, int n);

/* Moves the moment by so many units of a letter. */
void jilu_english_move (jilu_moment *m, char unit, int n);

/* The date of the document, to the day. */
void jilu_english_today (const jilu_scan *s, jilu_moment *m);

#endif
