/*
** An amount: a numeral with its unit and what approximates it, without the
** noun that it counts (三百元以上五百元以下, 近1700名, 3个半小时, RMB1,999).
*/
#ifndef JILU_FACTS_QUANTITY_AMOUNT_H
#define JILU_FACTS_QUANTITY_AMOUNT_H

#include "facts/fact.h"
#include "facts/number/numeral.h"

typedef struct jilu_amount {
  const jilu_reader *r;
  size_t begin, end;           /* with its approximators */
  size_t number;               /* where the numeral begins */
  size_t unit_begin, unit_end; /* empty for a bare fraction */
  size_t measure_end;          /* of the unit with what it is joined to: /户 */
  const jilu_sense *per;       /* 户 of 元/户; NULL: none */
  jilu_numeral numeral;        /* scaled: 3万元 is 30000 */
  jilu_approx approx;
  const jilu_sense *unit;      /* NULL: a bare fraction */
  const jilu_sense *qualifier; /* 人民币 beside 元; NULL: none */
  jilu_span noun;              /* counted without a unit: 300 people */
  jilu_rule rule;              /* NONE: what its unit says */
} jilu_amount;

/* Reads the longest amount at 'at'; returns its end, 0 where there is none. */
size_t jilu_amount_read (const jilu_reader *r, size_t at, jilu_amount *out);

/* Is the unit one of time? */
bool jilu_is_duration (const jilu_sense *unit);

/* Is the unit one of money? */
bool jilu_is_money (const jilu_sense *unit);

#endif
