/* What facts say, field by field. */

#include "facts/field.h"

#include <stdio.h>
#include <string.h>

#include "unicode/utf8.h"

/* --- names ---------------------------------------------------------------- */

static const char *const names[] = {
#define FIELD(id, name) name,
#include "facts/fields.def"
};

static const char *const kinds[] = {
#define KIND(id, name) name,
#include "facts/fields.def"
};

static const jilu_field_row rows[] = {
#define HAS(kind, field, type, need) \
  {JILU_FACT_##kind, JILU_FIELD_##field, JILU_TYPE_##type, JILU_NEED_##need},
#include "facts/fields.def"
};

static const struct {
  jilu_field_type type;
  const char *name;
} choices[] = {
#define CHOICE(type, name) {JILU_TYPE_##type, name},
#include "facts/fields.def"
};

static const struct {
  const char *name, *reads;
} rules[] = {
#define RULE_ROW(id, name, reads) {name, reads},
  JILU_RULES(RULE_ROW)
#undef RULE_ROW
};

static int find (const char *const *list, int count, const char *name) {
  int i;
  for (i = 0; i < count; i++)
    if (strcmp(list[i], name) == 0) return i;
  return -1;
}

const char *jilu_field_name (int field) { return names[field]; }

int jilu_field_of (const char *name) {
  return find(names, JILU_FIELD_COUNT, name);
}

const char *jilu_fact_kind_name (int kind) { return kinds[kind]; }

int jilu_fact_kind_of (const char *name) {
  return find(kinds, JILU_FACT_KINDS, name);
}

const jilu_field_row *jilu_field_rows (size_t *count) {
  *count = sizeof rows / sizeof *rows;
  return rows;
}

const char *jilu_field_choice (jilu_field_type type, int k) {
  size_t i;
  for (i = 0; i < sizeof choices / sizeof *choices; i++)
    if (choices[i].type == type && k-- == 0) return choices[i].name;
  return NULL;
}

const char *jilu_rule_name (int rule) { return rules[rule].name; }

const char *jilu_rule_reads (int rule) { return rules[rule].reads; }

typedef jilu_values values;
typedef jilu_fact_context context;

/* --- places --------------------------------------------------------------- */

/* Facts come in the order of the text, and so do most positions in them. */
static jilu_span original_span (context *h, jilu_span folded) {
  jilu_span span;
  span.begin =
      (uint32_t)jilu_view_original_near(h->v, folded.begin, &h->entry);
  span.end = (uint32_t)jilu_view_end(
      h->v, jilu_view_original_near(h->v, folded.end, &h->entry));
  return span;
}

/* --- values --------------------------------------------------------------- */

/* A number, and its digits where a double does not show them all. */
static void add_decimal (values *o, jilu_field field,
                         const jilu_decimal *d) {
  if (d->count == 0) return;
  jilu_values_add(o, field, JILU_VALUE_DECIMAL)->is.decimal = d;
  if (!jilu_decimal_shown(d))
    jilu_values_add(o, (jilu_field)(field + 1), JILU_VALUE_DIGITS)
        ->is.decimal = d;
}

static void add_read (values *o, jilu_field field, jilu_span original) {
  jilu_values_add(o, field, JILU_VALUE_READ)->is.spans[0] = original;
}

/* Where a span begins and ends. */
static void add_extent (values *o, jilu_field first,
                        jilu_field last, jilu_span original) {
  jilu_values_integer(o, first, (size_t)original.begin + 1);
  jilu_values_integer(o, last, original.end);
}

/* The same of a folded span; nothing where it is empty. */
static void add_place (context *h, values *o, jilu_field first,
                       jilu_field last, jilu_span span) {
  if (span.begin < span.end) add_extent(o, first, last, original_span(h, span));
}

/* What stands in a folded span, and its place; false where it is empty. */
static bool add_span (context *h, values *o, jilu_field field,
                      jilu_span span) {
  jilu_span original;
  if (span.begin >= span.end) return false;
  original = original_span(h, span);
  add_read(o, field, original);
  /* the names of its place follow that of the field */
  add_extent(o, (jilu_field)(field + 1), (jilu_field)(field + 2),
             original);
  return true;
}

/* The same, "" where it is empty. */
static void add_noun (context *h, values *o, jilu_field field,
                      jilu_span span) {
  if (!add_span(h, o, field, span))
    jilu_values_add(o, field, JILU_VALUE_WORD)->is.word = "";
}

/* --- the kinds of facts --------------------------------------------------- */

/* code is "ucum" or "currency:CNY"; that of the qualifier goes first */
static void add_unit (values *o, const jilu_sense *unit,
                      const jilu_sense *qualifier) {
  const char *code;
  if (unit == NULL) {
    jilu_values_add(o, JILU_FIELD_UNIT, JILU_VALUE_WORD)->is.word = "";
    return;
  }
  code = qualifier != NULL ? qualifier->code : unit->code;
  jilu_values_word(o, JILU_FIELD_UNIT, unit->text);
  if (strncmp(code, "currency:", 9) == 0)
    jilu_values_word(o, JILU_FIELD_CURRENCY, code + 9);
  else
    jilu_values_word(o, JILU_FIELD_UCUM, code);
}

/* 元/户, 台(套) as written; a quotient of two measures has a code: t/a. */
static void add_joined_unit (context *h, values *o,
                             const jilu_quantity *q) {
  add_read(o, JILU_FIELD_UNIT, original_span(h, q->measure));
  if (q->per == NULL || o->values[JILU_FIELD_UCUM].kind != JILU_VALUE_WORD ||
      (o->has >> JILU_FIELD_UCUM & 1) == 0) return;
  o->has &= ~((uint64_t)1 << JILU_FIELD_UCUM);
  if (*q->per->code == '\0' ||
      strncmp(q->per->code, "currency:", 9) == 0) return;
  (void)snprintf(o->code, sizeof o->code, "%.20s/%.20s", q->unit->code,
                 q->per->code);
  jilu_values_word(o, JILU_FIELD_UCUM, o->code);
}

static void add_quantity (context *h, values *o, const jilu_quantity *q) {
  bool range = q->max.count > 0;
  add_decimal(o, range ? JILU_FIELD_MIN : JILU_FIELD_VALUE, &q->value);
  add_decimal(o, JILU_FIELD_MAX, &q->max);
  add_unit(o, q->unit, q->qualifier);
  if (q->joined) add_joined_unit(h, o, q);
  add_place(h, o, JILU_FIELD_UNIT_FIRST, JILU_FIELD_UNIT_LAST, q->measure);
  jilu_values_word(o, JILU_FIELD_APPROX,
                   jilu_field_choice(JILU_TYPE_APPROX, (int)q->approx));
  add_noun(h, o, JILU_FIELD_NOUN, q->noun);
  if (q->inherited) jilu_values_word(o, JILU_FIELD_NOUN_BASIS, "inherited");
}

static void add_change (context *h, values *o, const jilu_change *c) {
  add_decimal(o, JILU_FIELD_FROM, &c->from);
  add_place(h, o, JILU_FIELD_FROM_FIRST, JILU_FIELD_FROM_LAST, c->first);
  add_decimal(o, JILU_FIELD_TO, &c->to);
  add_place(h, o, JILU_FIELD_TO_FIRST, JILU_FIELD_TO_LAST, c->last);
  if (c->factor != 0) {
    jilu_decimal_set(&o->factor, c->factor);
    jilu_values_add(o, JILU_FIELD_FACTOR, JILU_VALUE_DECIMAL)->is.decimal =
        &o->factor;
  }
  add_unit(o, c->unit, NULL);
  (void)add_span(h, o, JILU_FIELD_OF, c->of);
  jilu_values_word(o, JILU_FIELD_STATUS,
                   jilu_field_choice(JILU_TYPE_STATUS, (int)c->target));
}

/* What an anchor rests on: the basis of the document's date, or the text. */
static const char *basis_of (const context *h, const char *anchor) {
  bool own = h->date != NULL && strcmp(anchor, h->date) == 0;
  return own ? h->basis : "text";
}

static void add_time (const context *h, values *o,
                      const jilu_kept_time *t) {
  static const jilu_field fields[] = {
    JILU_FIELD_VALUE, JILU_FIELD_FROM, JILU_FIELD_UNTIL, JILU_FIELD_ANCHOR
  };
  /* an interval is a date that has two ends */
  static const int time_kinds[] = {0, 0, 1, 2, 3};
  static const char *const mods[] = {
    "", "start", "end", "since", "asof", "before", "around", "more_than",
    "after"
  };
  const char *text = t->text;
  size_t i;
  jilu_values_word(o, JILU_FIELD_KIND,
                   jilu_field_choice(JILU_TYPE_TIME_KIND, time_kinds[t->kind]));
  jilu_values_word(o, JILU_FIELD_MOD, mods[t->mod]);
  for (i = 0; i < sizeof fields / sizeof *fields; i++) {
    size_t size = strlen(text);
    if (size > 0) jilu_values_text(o, fields[i], text, size);
    if (fields[i] == JILU_FIELD_ANCHOR && size > 0 && h->basis != NULL)
      jilu_values_word(o, JILU_FIELD_ANCHOR_BASIS, basis_of(h, text));
    text += size + 1;
  }
}

/*
** full: what the vocabulary says; else the text of both parts, and its place
** where it stands as one.
*/
static void add_full (context *h, values *o, const jilu_name *n) {
  jilu_value *value;
  if (n->formal != NULL) jilu_values_word(o, JILU_FIELD_FULL, n->formal);
  else if (n->full[1].end == 0)
    (void)add_span(h, o, JILU_FIELD_FULL, n->full[0]);
  else {
    value = jilu_values_add(o, JILU_FIELD_FULL, JILU_VALUE_JOINED);
    value->is.spans[0] = original_span(h, n->full[0]);
    value->is.spans[1] = original_span(h, n->full[1]);
  }
}

static void add_phrase (values *o, const jilu_fact *f) {
  jilu_values_add(o, JILU_FIELD_KEY, JILU_VALUE_KEY)->is.spans[0] = f->span;
  jilu_values_add(o, JILU_FIELD_PARTS, JILU_VALUE_PARTS)->is.phrase =
      &f->is.phrase;
}

static void add_own (context *h, values *o, const jilu_fact *f) {
  switch (f->kind) {
    case JILU_FACT_WORK: case JILU_FACT_QUOTE:
      add_read(o, JILU_FIELD_CONTENT, original_span(h, f->is.content));
      break;
    case JILU_FACT_QUANTITY: add_quantity(h, o, &f->is.quantity); break;
    case JILU_FACT_CHANGE: add_change(h, o, &f->is.change); break;
    case JILU_FACT_TIME: add_time(h, o, &f->is.time); break;
    case JILU_FACT_NUMERAL_PHRASE: add_phrase(o, f); break;
    case JILU_FACT_ORGANIZATION: case JILU_FACT_PERSON: case JILU_FACT_PLACE:
      add_full(h, o, &f->is.name);
      break;
    case JILU_FACT_URL: case JILU_FACT_CONTACT:
    case JILU_FACT_DOCUMENT_NUMBER:
      jilu_values_text(o, JILU_FIELD_VALUE, h->v->text + f->span.begin,
               f->span.end - f->span.begin);
      break;
    default: break;
  }
}

/* text, first, last, line: of the original; folded_…: of the folded text. */
void jilu_fact_values (context *h, const jilu_fact *f, values *o) {
  jilu_span span = original_span(h, f->span);
  o->has = 0;
  jilu_values_word(o, JILU_FIELD_TYPE, kinds[f->kind]);
  add_extent(o, JILU_FIELD_FIRST, JILU_FIELD_LAST, span);
  jilu_values_text(o, JILU_FIELD_TEXT, h->v->source + span.begin,
                   span.end - span.begin);
  jilu_values_integer(o, JILU_FIELD_LINE,
              jilu_view_line_near(h->v, span.begin, &h->line) + 1);
  add_extent(o, JILU_FIELD_FOLDED_FIRST, JILU_FIELD_FOLDED_LAST, f->span);
  jilu_values_word(o, JILU_FIELD_RULE, rules[f->rule].name);
  add_own(h, o, f);
}

void jilu_part_values (context *h, const jilu_phrase_part *part,
                       jilu_values *out) {
  out->has = 0;
  if (part->number >= 0)
    jilu_values_integer(out, JILU_FIELD_NUMBER, (size_t)part->number);
  add_noun(h, out, JILU_FIELD_CLASSIFIER, part->classifier);
  add_noun(h, out, JILU_FIELD_NOUN, part->noun);
}

static bool is_quotation_mark (uint32_t c) {
  return (c >= 0x2018 && c <= 0x201D) || c == 0x300C || c == 0x300D;
}

size_t jilu_phrase_key (const jilu_view *v, jilu_span span, char *out) {
  size_t at = span.begin, size = 0;
  while (at < span.end) {
    unsigned width;
    uint32_t c = jilu_utf8_next((const unsigned char *)v->text + at, &width);
    if (!is_quotation_mark(c)) {
      memcpy(out + size, v->text + at, width);
      size += width;
    }
    at += width;
  }
  return size;
}
