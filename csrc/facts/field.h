/*
** What facts say, field by field (see fields.def). Values point into the view,
** the vocabulary and the facts, and hold as long as these do.
*/
#ifndef JILU_FACTS_FIELD_H
#define JILU_FACTS_FIELD_H

#include "facts/fact.h"
#include "view/view.h"

typedef enum jilu_field {
#define FIELD(id, name) JILU_FIELD_##id,
#include "facts/fields.def"
  JILU_FIELD_COUNT
} jilu_field;

_Static_assert(JILU_FIELD_COUNT <= 64, "too many fields for a set");

typedef enum jilu_field_type {
  JILU_TYPE_STRING, JILU_TYPE_NUMBER, JILU_TYPE_INTEGER, JILU_TYPE_APPROX,
  JILU_TYPE_STATUS, JILU_TYPE_TIME_KIND, JILU_TYPE_PARTS
} jilu_field_type;

typedef enum jilu_field_need {
  JILU_NEED_NULLABLE, JILU_NEED_OPTIONAL, JILU_NEED_TABLE
} jilu_field_need;

/* A field that facts of a kind may have. */
typedef struct jilu_field_row {
  uint8_t kind, field, type, need;
} jilu_field_row;

/* All rows, those of a kind together, in the order of records. */
const jilu_field_row *jilu_field_rows (size_t *count);

/* A value of a type that has a list of them; NULL behind the last. */
const char *jilu_field_choice (jilu_field_type type, int k);

/* The name of a field; and the field of a name, -1 where there is none. */
const char *jilu_field_name (int field);
int jilu_field_of (const char *name);

/* The name of a kind of facts; and the kind of a name, -1 for another name. */
const char *jilu_fact_kind_name (int kind);
int jilu_fact_kind_of (const char *name);

/* The name of a rule, and what it reads: see rules.h. */
const char *jilu_rule_name (int rule);
const char *jilu_rule_reads (int rule);

/* How a value is kept until it is read. */
typedef enum jilu_value_kind {
  JILU_VALUE_WORD,     /* a string of the program's or the vocabulary's */
  JILU_VALUE_TEXT,     /* bytes of the source or the folded text */
  JILU_VALUE_INTEGER,
  JILU_VALUE_DECIMAL,
  JILU_VALUE_DIGITS,   /* those of a decimal that no double shows */
  JILU_VALUE_READ,     /* original bytes, to be read without residue */
  JILU_VALUE_JOINED,   /* the same of two places */
  JILU_VALUE_KEY,      /* folded text, to be read without quotation marks */
  JILU_VALUE_PARTS     /* those of a numeral phrase */
} jilu_value_kind;

typedef struct jilu_value {
  jilu_value_kind kind;
  union {
    const char *word;            /* terminated */
    struct {
      const char *bytes;
      size_t size;
    } text;
    size_t integer;
    const jilu_decimal *decimal;
    jilu_span spans[2];          /* original bytes, folded ones for a key */
    const jilu_phrase *phrase;
  } is;
} jilu_value;

/* The fields of one fact. Of the values those hold whose bit is set. */
typedef struct jilu_values {
  uint64_t has;
  jilu_value values[JILU_FIELD_COUNT];
  char code[44];         /* the same: of 吨/年 */
  jilu_decimal factor;   /* room for a value that is none of the fact's */
} jilu_values;

static inline bool jilu_values_have (const jilu_values *o, jilu_field field) {
  return (o->has >> field & 1) != 0;
}

/* The value of a field that there is from now on. */
static inline jilu_value *jilu_values_add (jilu_values *o, jilu_field field,
                                           jilu_value_kind kind) {
  jilu_value *value = &o->values[field];
  o->has |= (uint64_t)1 << field;
  value->kind = kind;
  return value;
}

/* Adds a word but for "". */
static inline void jilu_values_word (jilu_values *o, jilu_field field,
                                     const char *word) {
  if (*word != '\0') jilu_values_add(o, field, JILU_VALUE_WORD)->is.word = word;
}

static inline void jilu_values_integer (jilu_values *o, jilu_field field,
                                        size_t value) {
  jilu_values_add(o, field, JILU_VALUE_INTEGER)->is.integer = value;
}

static inline void jilu_values_text (jilu_values *o, jilu_field field,
                                     const char *bytes, size_t size) {
  jilu_value *value = jilu_values_add(o, field, JILU_VALUE_TEXT);
  value->is.text.bytes = bytes;
  value->is.text.size = size;
}

/*
** What facts are read in. Facts come in the order of the text, so that the
** search for a position begins near the last one.
*/
typedef struct jilu_fact_context {
  const jilu_view *v;
  const char *date;      /* of the document, or NULL */
  const char *basis;     /* what it is known from; NULL: nobody asks */
  size_t entry, line;    /* of the view, near the last position; 0 at first */
} jilu_fact_context;

/* Sets the values of a fact; the others are absent. */
void jilu_fact_values (jilu_fact_context *context, const jilu_fact *fact,
                       jilu_values *out);

/*
** The same of a part of a numeral phrase: number, classifier and noun, with
** their places.
*/
void jilu_part_values (jilu_fact_context *context,
                       const jilu_phrase_part *part, jilu_values *out);

/*
** Writes the folded span of a numeral phrase without quotation marks, so that
** all spellings agree, to 'out', which has room for all of it; its size.
*/
size_t jilu_phrase_key (const jilu_view *v, jilu_span span, char *out);

#endif
