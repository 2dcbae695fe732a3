/*
** Annotations that C holds: the facts of one kind, the repairs of a view, or the
** roles of its lines.
** Each says what it is field by field; tables of Lua and records are both made
** of that, so that neither has a list of fields of its own.
*/
#ifndef JILU_BINDING_HELD_H
#define JILU_BINDING_HELD_H

#include "binding/binding.h"
#include "facts/fact.h"
#include "view/view.h"

/* The fields that such annotations, and their parts, have. */
#define JILUL_FIELDS(FIELD) \
  FIELD(TYPE, "type") FIELD(FIRST, "first") FIELD(LAST, "last") \
  FIELD(TEXT, "text") FIELD(LINE, "line") \
  FIELD(FOLDED_FIRST, "folded_first") FIELD(FOLDED_LAST, "folded_last") \
  FIELD(RULE, "rule") FIELD(VALUE, "value") FIELD(MIN, "min") \
  FIELD(MAX, "max") FIELD(UNIT, "unit") FIELD(CURRENCY, "currency") \
  FIELD(UNIT_FIRST, "unit_first") FIELD(UNIT_LAST, "unit_last") \
  FIELD(UCUM, "ucum") FIELD(APPROX, "approx") \
  FIELD(NOUN, "noun") FIELD(NOUN_FIRST, "noun_first") \
  FIELD(NOUN_LAST, "noun_last") FIELD(NOUN_BASIS, "noun_basis") \
  FIELD(OF, "of") FIELD(OF_FIRST, "of_first") FIELD(OF_LAST, "of_last") \
  FIELD(FULL, "full") FIELD(FULL_FIRST, "full_first") \
  FIELD(FULL_LAST, "full_last") FIELD(FROM, "from") FIELD(TO, "to") \
  FIELD(FACTOR, "factor") FIELD(FROM_FIRST, "from_first") \
  FIELD(FROM_LAST, "from_last") FIELD(TO_FIRST, "to_first") \
  FIELD(TO_LAST, "to_last") FIELD(STATUS, "status") FIELD(KIND, "kind") \
  FIELD(MOD, "mod") FIELD(UNTIL, "until") FIELD(ANCHOR, "anchor") \
  FIELD(ANCHOR_BASIS, "anchor_basis") FIELD(KEY, "key") \
  FIELD(PARTS, "parts") FIELD(CONTENT, "content") FIELD(REPAIR, "repair") \
  FIELD(ROLE, "role") \
  FIELD(NUMBER, "number") FIELD(CLASSIFIER, "classifier") \
  FIELD(CLASSIFIER_FIRST, "classifier_first") \
  FIELD(CLASSIFIER_LAST, "classifier_last")

typedef enum jiluL_held_field {
#define FIELD(name, lua) JILUL_FIELD_##name,
  JILUL_FIELDS(FIELD)
#undef FIELD
  JILUL_FIELD_COUNT
} jiluL_held_field;

_Static_assert(JILUL_FIELD_COUNT <= 64, "too many fields for a set");

/* The name of a field in Lua; and the field of a name, -1 where there is none. */
const char *jiluL_held_name (int field);
int jiluL_held_field_of (const char *name);

/* The kind of facts of this name, quantity or another; -1 for another name. */
int jiluL_fact_kind_of (const char *name);
const char *jiluL_fact_kind_name (int kind);

/* How a value is kept until it is read. */
typedef enum jiluL_value_kind {
  JILUL_VALUE_WORD,     /* a string of the program's or the vocabulary's */
  JILUL_VALUE_TEXT,     /* bytes of the source or the folded text */
  JILUL_VALUE_INTEGER,
  JILUL_VALUE_DECIMAL,
  JILUL_VALUE_READ,     /* original bytes, to be read without residue */
  JILUL_VALUE_JOINED,   /* the same of two places */
  JILUL_VALUE_KEY,      /* folded text, to be read without quotation marks */
  JILUL_VALUE_PARTS     /* those of a numeral phrase */
} jiluL_value_kind;

typedef struct jiluL_value {
  jiluL_value_kind kind;
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
} jiluL_value;

/* One annotation. Of the values those hold whose bit is set. */
typedef struct jiluL_held_values {
  uint64_t has;
  jiluL_value values[JILUL_FIELD_COUNT];
  char code[44];         /* the same: of 吨/年 */
  jilu_decimal factor;   /* room for a value that is none of the fact's */
} jiluL_held_values;

/*
** A walk through annotations. What it points to stays until the function that
** runs returns: who begins a walk uses the userdata that hold it (jiluL_use).
*/
typedef struct jiluL_held {
  const jilu_view *v;
  const jilu_facts *facts;   /* NULL: the lines or the repairs of the view */
  const char *const *roles;  /* of each line, NULL where it has none; or NULL */
  const uint32_t *links;     /* of each fact to the next of its kind, or NULL */
  const char *date;          /* of the document, or NULL */
  const char *basis;         /* what it is known from; NULL: nobody asks */
  size_t count;              /* how many annotations there are in the walk */
  size_t next;               /* which of the facts, lines or repairs comes */
  size_t entry, line;        /* of the view, near the last position */
} jiluL_held;

/* Reads the next annotation; false behind the last. */
bool jiluL_held_next (jiluL_held *h, jiluL_held_values *out);

/*
** Reads a part of a numeral phrase: number, classifier and noun, with their
** places. 'h' is any walk through what is held in its view.
*/
void jiluL_held_part (jiluL_held *h, const jilu_phrase_part *part,
                      jiluL_held_values *out);

/*
** Writes the folded span of a key without quotation marks, so that all
** spellings agree, to 'out', which has room for all of it; returns its size.
*/
size_t jiluL_held_key (const jilu_view *v, jilu_span span, char *out);

/* A walk through the repairs of a view. */
jiluL_held jiluL_repairs (const jilu_view *v);

/* The name of a kind of repair, as records have it. */
const char *jiluL_repair_kind (jilu_repair_kind kind);

/*
** A walk through what the jilu.Roles at 'index' holds; false: there is none.
** Here and in jiluL_checkheld what is used stays on the stack.
*/
bool jiluL_roles (lua_State *L, int index, jiluL_held *out);

/*
** Pushes a jilu.Facts without any yet, for those of the extractor at index
** 'extractor' in the view at 'view'; where its date is and what that rests on
** may be nil. They are read into what is returned.
*/
jilu_facts *jiluL_newfacts (lua_State *L, int extractor, int view, int date,
                            int basis);

/* Pushes the list of all facts of the jilu.Facts at 'index'. */
void jiluL_pushfacts (lua_State *L, int index);

/*
** A walk through what the userdata at 'arg' holds of a type: a jilu.Facts, a
** jilu.Roles, or a jilu.View with its repairs. An error where it is neither, or closed, or
** where no such annotations are of that type.
*/
jiluL_held jiluL_checkheld (lua_State *L, int arg, const char *type);

/*
** Pushes what stands in original bytes without residue, U+FFFD for what is
** ill-formed; true where that differs from the bytes.
*/
bool jiluL_pushread (lua_State *L, const jilu_view *v, size_t begin,
                     size_t end);

/* Pushes the list of the annotations as tables of Lua. */
void jiluL_pushheld (lua_State *L, jiluL_held *h);

/* Pushes the metatable of annotations that C makes: how they print. */
void jiluL_pushannotationmeta (lua_State *L);

/* rules() --> list of { name, what it reads }: see facts/rules.h */
int jiluL_rules (lua_State *L);

#endif
