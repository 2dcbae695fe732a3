/* Units of amounts, and what may follow them. */
#ifndef JILU_FACTS_QUANTITY_AMOUNT_UNIT_H
#define JILU_FACTS_QUANTITY_AMOUNT_UNIT_H

#include "facts/quantity/amount.h"

/* Is [at, end) the beginning of a longer word, such as 成 of 成立? */
bool jilu_begins_word (const jilu_reader *r, size_t at, size_t end);

/*
** The unit at 'at', before which spaces may stand: its end, or 0. '*from' gets
** where it begins.
*/
size_t jilu_unit_at (const jilu_reader *r, size_t at, size_t *from,
                     const jilu_sense **unit);

/* The end of (kg) or [kg] at '*from', which moves past the bracket; or 0. */
size_t jilu_unit_in_brackets (const jilu_reader *r, size_t *from,
                              const jilu_sense **unit);

/*
** What joins a second unit to that which ends at 'at': 元/户, 台(套). Sets
** measure_end, and 'per' of a quotient; the end.
*/
size_t jilu_amount_join (jilu_amount *a, size_t at);

/*
** A number at a->number whose unit is not written behind it: said by the noun
** before it, or none. Its end, or 0.
*/
size_t jilu_amount_bare (jilu_amount *a);

/* 余 多 behind the numeral, and a section cut off: 3.6万余, 150余万. */
size_t jilu_amount_between (jilu_amount *a, size_t at);

/* 百 千 万 and what they make, alone: 千余名, 近万人, 百分之百. */
size_t jilu_amount_power (const jilu_reader *r, size_t at, jilu_numeral *n);

/* Do two coins, the greater one first, stand at 'at': 三角五分? */
bool jilu_coins_at (const jilu_reader *r, size_t at);

/* Adds value * 10^exponent to the size of 'd'. */
void jilu_amount_add (jilu_decimal *d, uint64_t value, int exponent);

/*
** What follows the unit, which ends at 'at', and belongs to the amount: 五角,
** 半, 20分钟, 整. Returns its end; 'at' where nothing does.
*/
size_t jilu_amount_tail (jilu_amount *a, size_t at);

/* The same in a language with spaces: 3 in, million, and 45 cents. */
size_t jilu_amount_tail_spaced (jilu_amount *a, size_t at);

/*
** "Percent of" at [at, end) labels the number behind it where both are all of a
** line; where the number begins, or 0.
*/
size_t jilu_percent_label (const jilu_reader *r, size_t at, size_t end);

#endif
