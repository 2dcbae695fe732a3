/*
** A fact: what a text states at a place. Facts pile up in one array while the
** text is read, and are handed out in the order of their beginnings.
*/
#ifndef JILU_FACTS_FACT_H
#define JILU_FACTS_FACT_H

#include <stddef.h>
#include <stdint.h>

#include "vocabulary/decimal.h"
#include "vocabulary/reader.h"
#include "facts/rules.h"
#include "facts/time/period.h"
#include "facts/time/time.h"
#include "jilu.h"

typedef enum jilu_fact_kind {
#define KIND(id, name) JILU_FACT_##id,
#include "facts/fields.def"
  JILU_FACT_KINDS
} jilu_fact_kind;

/* Their names stand in fields.def. */
typedef enum jilu_approx {
  JILU_EXACT, JILU_ABOUT, JILU_OVER, JILU_NEARLY, JILU_AT_LEAST, JILU_AT_MOST,
  JILU_RANGE
} jilu_approx;

/* Folded bytes [begin, end); empty where there is none. */
typedef struct jilu_span {
  uint32_t begin, end;
} jilu_span;

typedef struct jilu_quantity {
  jilu_decimal value;        /* or the lower end of a range */
  jilu_decimal max;          /* count 0 but for a range */
  jilu_approx approx;
  const jilu_sense *unit;    /* NULL: a bare fraction */
  const jilu_sense *qualifier;  /* 人民币 beside 元: the code; may be NULL */
  const jilu_sense *per;     /* 户 of 元/户; or NULL */
  bool joined;               /* the unit is all that 'measure' holds */
  jilu_span noun;
  bool inherited;            /* the noun is that of the quantity before */
  jilu_span measure;         /* where the unit is written; may be empty */
} jilu_quantity;

typedef struct jilu_change {
  jilu_decimal from, to;     /* a multiplication has neither */
  uint32_t factor;           /* of a multiplication; 0: it is none */
  const jilu_sense *unit;
  jilu_span of;
  jilu_span first, last;     /* where both values are written, with units */
  bool target;               /* announced, not yet done */
} jilu_change;

#define JILU_PHRASE_PARTS 6

/* One number of a numeral phrase and what it numbers. */
typedef struct jilu_phrase_part {
  int number;                /* -1: a letter stands for it (1+N) */
  jilu_span classifier, noun;
} jilu_phrase_part;

typedef struct jilu_phrase {
  jilu_phrase_part parts[JILU_PHRASE_PARTS];
  uint32_t count;
} jilu_phrase;

/*
** A name. Where it is a short form, its full form is written elsewhere in the
** text, as one span or in two parts (望屏 + 县水务局); else both are empty.
*/
typedef struct jilu_name {
  jilu_span full[2];
  jilu_span unit;       /* the last place in it: 云川市 in 湖南省云川市委 */
  uint32_t level;       /* where the level of that place begins */
  uint32_t body;        /* behind the places, or the bare level, or a surname */
  uint32_t body_end;    /* where the first suffix ends */
  bool tentative;       /* a name only if the text confirms it elsewhere */
  const char *formal;   /* the full form that the vocabulary knows, or NULL */
} jilu_name;

typedef struct jilu_fact {
  jilu_fact_kind kind;
  jilu_span span;
  jilu_rule rule;            /* what made it */
  union {
    jilu_quantity quantity;
    jilu_change change;
    jilu_kept_time time;
    jilu_span content;       /* work, quote: between the marks */
    jilu_name name;
    jilu_phrase phrase;
  } is;
} jilu_fact;

typedef struct jilu_facts {
  jilu_fact *items;
  size_t count, room;
} jilu_facts;

void jilu_facts_free (jilu_facts *facts);

/*
** Sorts the facts by beginning, longer first, then by kind; those before index
** 'first' are sorted. JILU_NO_MEMORY.
*/
jilu_status jilu_facts_sort (jilu_facts *facts, size_t first);

/*
** Merges copies of 'more' into the facts; both are sorted. JILU_NO_MEMORY
** leaves the facts as they were.
*/
jilu_status jilu_facts_merge (jilu_facts *facts, const jilu_facts *more);

/* The last time that was read: what 同年, 当日 and 12日 refer to. */
typedef struct jilu_time_last {
  jilu_moment last;
  size_t end;
  jilu_moment lead;    /* the first of its sentence: what 同期 refers to */
  jilu_moment day;     /* the last whole date: what 当日 and 上午9时 refer to */
  size_t day_end;
  jilu_moment line;    /* of a line by itself: dates the lines below it */
  jilu_moment paragraph;    /* which begins a line: 2017年,...; up to */
  size_t paragraph_end;     /* where the line ends */
  bool republic;       /* years of the Republic of China were met */
  bool republican;     /* the text counts its years so: 97年 is 2008 */
} jilu_time_last;

/* What the grammars share while they read one text. */
typedef struct jilu_scan {
  jilu_reader r;
  jilu_facts *facts;
  jilu_anchor anchor;        /* what 今年 is relative to; see time.h */
  char anchor_text[JILU_TIME_TEXT];  /* its date as it is known */
  jilu_time_last time;
  struct jilu_phrases *phrases;  /* see phrase.h */
  const struct jilu_judge_watch *watch;  /* see judge.h; NULL: nobody does */
  jilu_status status;        /* not JILU_OK once memory is out */
} jilu_scan;

/*
** Appends an empty fact of the scan; NULL where memory is out (the status of
** the scan then says so, and the scan ends).
*/
jilu_fact *jilu_scan_add (jilu_scan *s, jilu_fact_kind kind, size_t begin,
                          size_t end, jilu_rule rule);

/*
** Reads 'size' bytes of folded text and appends every fact in it to '*facts'.
** 'lexicon' may be NULL; with one, nouns and names end where words do. Linear
** in the text. JILU_NO_MEMORY, JILU_TOO_LARGE.
*/
jilu_status jilu_extract (const unsigned char *text, size_t size,
                          const jilu_vocabulary *vocabulary,
                          const jilu_lexicon *lexicon,
                          const jilu_anchor *anchor, jilu_facts *facts);

/* The same, watched by one who wants to know what the judge of names sees. */
jilu_status jilu_extract_watched (const unsigned char *text, size_t size,
                                  const jilu_vocabulary *vocabulary,
                                  const jilu_lexicon *lexicon,
                                  const jilu_anchor *anchor,
                                  const struct jilu_judge_watch *watch,
                                  jilu_facts *facts);

#endif
