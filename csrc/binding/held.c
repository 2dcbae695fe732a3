/* What the annotations that C holds say, field by field. */

#include "binding/held.h"

#include <string.h>

#include "unicode/utf8.h"

static const char *const names[] = {
#define FIELD(name, lua) lua,
  JILUL_FIELDS(FIELD)
#undef FIELD
};

int jiluL_held_field_of (const char *name) {
  int i;
  for (i = 0; i < JILUL_FIELD_COUNT; i++)
    if (strcmp(names[i], name) == 0) return i;
  return -1;
}

const char *jiluL_held_name (int field) { return names[field]; }

static const char *const kinds[] = {
  "quantity", "change", "time", "work", "quote", "numeral_phrase",
  "organization", "person", "place", "document_number", "url", "contact"
};

int jiluL_fact_kind_of (const char *name) {
  int i;
  for (i = 0; i < JILU_FACT_KINDS; i++)
    if (strcmp(kinds[i], name) == 0) return i;
  return -1;
}

const char *jiluL_fact_kind_name (int kind) { return kinds[kind]; }

#define RULE_ROW(name, lua, says) {lua, says},
static const struct {
  const char *name, *says;
} rules[] = { JILU_RULES(RULE_ROW) };
#undef RULE_ROW

/* --- places --------------------------------------------------------------- */

/* Facts come in the order of the text, and so do most positions in them. */
static jilu_span original_span (jiluL_held *h, jilu_span folded) {
  jilu_span span;
  span.begin =
      (uint32_t)jilu_view_original_near(h->v, folded.begin, &h->entry);
  span.end = (uint32_t)jilu_view_end(
      h->v, jilu_view_original_near(h->v, folded.end, &h->entry));
  return span;
}

/* --- values ---------------------------------------------------------------- */

typedef jiluL_held_values values;

/* The value of a field that there is from now on. */
static jiluL_value *add (values *o, jiluL_held_field field,
                         jiluL_value_kind kind) {
  jiluL_value *value = &o->values[field];
  o->has |= (uint64_t)1 << field;
  value->kind = kind;
  return value;
}

/* The same but for "". */
static void add_word (values *o, jiluL_held_field field, const char *word) {
  if (*word != '\0') add(o, field, JILUL_VALUE_WORD)->is.word = word;
}

static void add_integer (values *o, jiluL_held_field field, size_t value) {
  add(o, field, JILUL_VALUE_INTEGER)->is.integer = value;
}

static void add_decimal (values *o, jiluL_held_field field,
                         const jilu_decimal *d) {
  if (d->count > 0) add(o, field, JILUL_VALUE_DECIMAL)->is.decimal = d;
}

static void add_text (values *o, jiluL_held_field field, const char *bytes,
                      size_t size) {
  jiluL_value *value = add(o, field, JILUL_VALUE_TEXT);
  value->is.text.bytes = bytes;
  value->is.text.size = size;
}

static void add_read (values *o, jiluL_held_field field, jilu_span original) {
  add(o, field, JILUL_VALUE_READ)->is.spans[0] = original;
}

/* Where a span begins and ends. */
static void add_extent (values *o, jiluL_held_field first,
                        jiluL_held_field last, jilu_span original) {
  add_integer(o, first, (size_t)original.begin + 1);
  add_integer(o, last, original.end);
}

/* The same of a folded span; nothing where it is empty. */
static void add_place (jiluL_held *h, values *o, jiluL_held_field first,
                       jiluL_held_field last, jilu_span span) {
  if (span.begin < span.end) add_extent(o, first, last, original_span(h, span));
}

/* What stands in a folded span, and its place; false where it is empty. */
static bool add_span (jiluL_held *h, values *o, jiluL_held_field field,
                      jilu_span span) {
  jilu_span original;
  if (span.begin >= span.end) return false;
  original = original_span(h, span);
  add_read(o, field, original);
  /* the names of its place follow that of the field */
  add_extent(o, (jiluL_held_field)(field + 1), (jiluL_held_field)(field + 2),
             original);
  return true;
}

/* The same, "" where it is empty. */
static void add_noun (jiluL_held *h, values *o, jiluL_held_field field,
                      jilu_span span) {
  if (!add_span(h, o, field, span))
    add(o, field, JILUL_VALUE_WORD)->is.word = "";
}

/* --- the kinds of facts ------------------------------------------------------ */

/* code is "ucum" or "currency:CNY"; that of the qualifier goes first */
static void add_unit (values *o, const jilu_sense *unit,
                      const jilu_sense *qualifier) {
  const char *code;
  if (unit == NULL) {
    add(o, JILUL_FIELD_UNIT, JILUL_VALUE_WORD)->is.word = "";
    return;
  }
  code = qualifier != NULL ? qualifier->code : unit->code;
  add_word(o, JILUL_FIELD_UNIT, unit->text);
  if (strncmp(code, "currency:", 9) == 0)
    add_word(o, JILUL_FIELD_CURRENCY, code + 9);
  else
    add_word(o, JILUL_FIELD_UCUM, code);
}

/* 元/户, 台(套) as written; a quotient of two measures has a code: t/a. */
static void add_joined_unit (jiluL_held *h, values *o,
                             const jilu_quantity *q) {
  add_read(o, JILUL_FIELD_UNIT, original_span(h, q->measure));
  if (q->per == NULL || o->values[JILUL_FIELD_UCUM].kind != JILUL_VALUE_WORD ||
      (o->has >> JILUL_FIELD_UCUM & 1) == 0) return;
  o->has &= ~((uint64_t)1 << JILUL_FIELD_UCUM);
  if (*q->per->code == '\0' ||
      strncmp(q->per->code, "currency:", 9) == 0) return;
  (void)snprintf(o->code, sizeof o->code, "%.20s/%.20s", q->unit->code,
                 q->per->code);
  add_word(o, JILUL_FIELD_UCUM, o->code);
}

static void add_quantity (jiluL_held *h, values *o, const jilu_quantity *q) {
  static const char *const approximations[] = {
    "exact", "about", "over", "nearly", "at_least", "at_most", "range"
  };
  bool range = q->max.count > 0;
  add_decimal(o, range ? JILUL_FIELD_MIN : JILUL_FIELD_VALUE, &q->value);
  add_decimal(o, JILUL_FIELD_MAX, &q->max);
  add_unit(o, q->unit, q->qualifier);
  if (q->joined) add_joined_unit(h, o, q);
  add_place(h, o, JILUL_FIELD_UNIT_FIRST, JILUL_FIELD_UNIT_LAST, q->measure);
  add_word(o, JILUL_FIELD_APPROX, approximations[q->approx]);
  add_noun(h, o, JILUL_FIELD_NOUN, q->noun);
  if (q->inherited) add_word(o, JILUL_FIELD_NOUN_BASIS, "inherited");
}

static void add_change (jiluL_held *h, values *o, const jilu_change *c) {
  add_decimal(o, JILUL_FIELD_FROM, &c->from);
  add_place(h, o, JILUL_FIELD_FROM_FIRST, JILUL_FIELD_FROM_LAST, c->first);
  add_decimal(o, JILUL_FIELD_TO, &c->to);
  add_place(h, o, JILUL_FIELD_TO_FIRST, JILUL_FIELD_TO_LAST, c->last);
  if (c->factor != 0) {
    jilu_decimal_set(&o->factor, c->factor);
    add_decimal(o, JILUL_FIELD_FACTOR, &o->factor);
  }
  add_unit(o, c->unit, NULL);
  (void)add_span(h, o, JILUL_FIELD_OF, c->of);
  add_word(o, JILUL_FIELD_STATUS, c->target ? "target" : "done");
}

/* What an anchor rests on: the basis of the document's date, or the text. */
static const char *basis_of (const jiluL_held *h, const char *anchor) {
  bool own = h->date != NULL && strcmp(anchor, h->date) == 0;
  return own ? h->basis : "text";
}

static void add_time (const jiluL_held *h, values *o,
                      const jilu_kept_time *t) {
  static const jiluL_held_field fields[] = {
    JILUL_FIELD_VALUE, JILUL_FIELD_FROM, JILUL_FIELD_UNTIL, JILUL_FIELD_ANCHOR
  };
  static const char *const time_kinds[] = {
    "date", "date", "duration", "recurrence", "vague"
  };
  static const char *const mods[] = {
    "", "start", "end", "since", "asof", "before", "around", "more_than",
    "after"
  };
  const char *text = t->text;
  size_t i;
  add_word(o, JILUL_FIELD_KIND, time_kinds[t->kind]);
  add_word(o, JILUL_FIELD_MOD, mods[t->mod]);
  for (i = 0; i < sizeof fields / sizeof *fields; i++) {
    size_t size = strlen(text);
    if (size > 0) add_text(o, fields[i], text, size);
    if (fields[i] == JILUL_FIELD_ANCHOR && size > 0 && h->basis != NULL)
      add_word(o, JILUL_FIELD_ANCHOR_BASIS, basis_of(h, text));
    text += size + 1;
  }
}

/*
** full: what the vocabulary says; else the text of both parts, and its place
** where it stands as one.
*/
static void add_full (jiluL_held *h, values *o, const jilu_name *n) {
  jiluL_value *value;
  if (n->formal != NULL) add_word(o, JILUL_FIELD_FULL, n->formal);
  else if (n->full[1].end == 0) (void)add_span(h, o, JILUL_FIELD_FULL, n->full[0]);
  else {
    value = add(o, JILUL_FIELD_FULL, JILUL_VALUE_JOINED);
    value->is.spans[0] = original_span(h, n->full[0]);
    value->is.spans[1] = original_span(h, n->full[1]);
  }
}

static void add_phrase (values *o, const jilu_fact *f) {
  add(o, JILUL_FIELD_KEY, JILUL_VALUE_KEY)->is.spans[0] = f->span;
  add(o, JILUL_FIELD_PARTS, JILUL_VALUE_PARTS)->is.phrase = &f->is.phrase;
}

static void add_own (jiluL_held *h, values *o, const jilu_fact *f) {
  switch (f->kind) {
    case JILU_FACT_WORK: case JILU_FACT_QUOTE:
      add_read(o, JILUL_FIELD_CONTENT, original_span(h, f->is.content));
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
      add_text(o, JILUL_FIELD_VALUE, h->v->text + f->span.begin,
               f->span.end - f->span.begin);
      break;
    default: break;
  }
}

/* text, first, last, line: of the original; folded_…: of the folded text. */
static void read_fact (jiluL_held *h, values *o, const jilu_fact *f) {
  jilu_span span = original_span(h, f->span);
  add_word(o, JILUL_FIELD_TYPE, kinds[f->kind]);
  add_extent(o, JILUL_FIELD_FIRST, JILUL_FIELD_LAST, span);
  add_text(o, JILUL_FIELD_TEXT, h->v->source + span.begin, span.end - span.begin);
  add_integer(o, JILUL_FIELD_LINE,
              jilu_view_line_near(h->v, span.begin, &h->line) + 1);
  add_extent(o, JILUL_FIELD_FOLDED_FIRST, JILUL_FIELD_FOLDED_LAST, f->span);
  add_word(o, JILUL_FIELD_RULE, rules[f->rule].name);
  add_own(h, o, f);
}

static bool next_fact (jiluL_held *h, values *o) {
  const jilu_facts *facts = h->facts;
  size_t at = h->next;
  if (at >= facts->count) return false;
  h->next = h->links != NULL ? h->links[at] : at + 1;
  read_fact(h, o, &facts->items[at]);
  return true;
}

/* --- repairs ----------------------------------------------------------------- */

const char *jiluL_repair_kind (jilu_repair_kind kind) {
  static const char *const kinds_of_repair[] = {
    "ruby", "invalid_utf8", "invisible", "emphasis", "image", "link", "tag",
    "heading", "quote", "list", "table", "rule", "escape"
  };
  return kinds_of_repair[kind];
}

static bool next_repair (jiluL_held *h, values *o) {
  const jilu_repair *r;
  if (h->next == h->v->repair_count) return false;
  r = &h->v->repairs[h->next++];
  add_word(o, JILUL_FIELD_TYPE, "repair");
  add_integer(o, JILUL_FIELD_FIRST, (size_t)r->begin + 1);
  add_integer(o, JILUL_FIELD_LAST, r->end);
  add_word(o, JILUL_FIELD_KIND, jiluL_repair_kind(r->kind));
  if (r->kind != JILU_REPAIR_INVALID && r->kind != JILU_REPAIR_IMAGE)
    add_text(o, JILUL_FIELD_REPAIR, h->v->source + r->begin, r->cut - r->begin);
  return true;
}

jiluL_held jiluL_repairs (const jilu_view *v) {
  jiluL_held h;
  memset(&h, 0, sizeof h);
  h.v = v;
  h.count = v->repair_count;
  return h;
}

/* --- lines ------------------------------------------------------------------- */

static bool next_line (jiluL_held *h, values *o) {
  const jilu_view *v = h->v;
  size_t k = h->next;
  while (k < v->line_count && h->roles[k] == NULL) k++;
  h->next = k + 1;
  if (k >= v->line_count) return false;
  add_word(o, JILUL_FIELD_TYPE, "line");
  add_integer(o, JILUL_FIELD_FIRST, (size_t)v->lines[k].original + 1);
  add_integer(o, JILUL_FIELD_LAST, jilu_view_line_end(v, k).original);
  add_integer(o, JILUL_FIELD_LINE, k + 1);
  add_word(o, JILUL_FIELD_ROLE, h->roles[k]);
  return true;
}

void jiluL_held_part (jiluL_held *h, const jilu_phrase_part *part,
                      jiluL_held_values *out) {
  out->has = 0;
  if (part->number >= 0)
    add_integer(out, JILUL_FIELD_NUMBER, (size_t)part->number);
  add_noun(h, out, JILUL_FIELD_CLASSIFIER, part->classifier);
  add_noun(h, out, JILUL_FIELD_NOUN, part->noun);
}

static bool is_quotation_mark (uint32_t c) {
  return (c >= 0x2018 && c <= 0x201D) || c == 0x300C || c == 0x300D;
}

size_t jiluL_held_key (const jilu_view *v, jilu_span span, char *out) {
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

bool jiluL_held_next (jiluL_held *h, jiluL_held_values *out) {
  out->has = 0;
  if (h->facts != NULL) return next_fact(h, out);
  return h->roles != NULL ? next_line(h, out) : next_repair(h, out);
}

/*
** rules() --> list of { name, what it reads }
** The rules of the grammars of facts, each named as kind.rule.
*/
int jiluL_rules (lua_State *L) {
  int i;
  lua_createtable(L, JILU_RULE_COUNT_ - 1, 0);
  for (i = 1; i < JILU_RULE_COUNT_; i++) {
    lua_createtable(L, 2, 0);
    lua_pushstring(L, rules[i].name);
    lua_rawseti(L, -2, 1);
    lua_pushstring(L, rules[i].says);
    lua_rawseti(L, -2, 2);
    lua_rawseti(L, -2, i);
  }
  return 1;
}
