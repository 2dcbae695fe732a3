/* Facts as tables of Lua: the fields that each kind has. */

#include "binding/fact_tables.h"

#include <string.h>

#include "binding/binding.h"

#include "unicode/utf8.h"

/*
** The fields of facts, and the strings that are values again and again. All
** lie on the stack while facts are pushed: none is hashed for each fact.
*/
#define FIELDS(FIELD) \
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
  FIELD(FULL_LAST, "full_last") \
  FIELD(CLASSIFIER, "classifier") \
  FIELD(CLASSIFIER_FIRST, "classifier_first") \
  FIELD(CLASSIFIER_LAST, "classifier_last") \
  FIELD(FROM, "from") FIELD(TO, "to") FIELD(FACTOR, "factor") \
  FIELD(FROM_FIRST, "from_first") FIELD(FROM_LAST, "from_last") \
  FIELD(TO_FIRST, "to_first") FIELD(TO_LAST, "to_last") \
  FIELD(STATUS, "status") FIELD(KIND, "kind") FIELD(MOD, "mod") \
  FIELD(UNTIL, "until") FIELD(ANCHOR, "anchor") FIELD(KEY, "key") \
  FIELD(PARTS, "parts") FIELD(NUMBER, "number") FIELD(CONTENT, "content")

typedef enum field {
#define FIELD(name, lua) FIELD_##name,
  FIELDS(FIELD)
#undef FIELD
  FIELD_COUNT
} field;

static const char *const field_names[] = {
#define FIELD(name, lua) lua,
  FIELDS(FIELD)
#undef FIELD
};

static const char *const kinds[] = {
  "quantity", "change", "time", "work", "quote", "numeral_phrase",
  "organization", "person", "place", "document_number", "url", "contact"
};

static const char *const approximations[] = {
  "exact", "about", "over", "nearly", "at_least", "at_most", "range"
};

/* What pushes facts: where on the stack the strings lie. */
typedef struct writer {
  lua_State *L;
  const jilu_view *v;
  int fields, kinds, approximations;
  int rules;   /* nil, or its name once a fact had it */
} writer;

static int push_strings (lua_State *L, const char *const *strings, int n) {
  int i, first = lua_gettop(L) + 1;
  luaL_checkstack(L, n + LUA_MINSTACK, NULL);
  for (i = 0; i < n; i++) lua_pushstring(L, strings[i]);
  return first;
}

static writer open_writer (lua_State *L, const jilu_view *v) {
  writer w;
  w.L = L;
  w.v = v;
  w.fields = push_strings(L, field_names, FIELD_COUNT);
  w.kinds = push_strings(L, kinds, JILU_FACT_KINDS);
  w.approximations = push_strings(L, approximations, JILU_RANGE + 1);
  w.rules = lua_gettop(L) + 1;
  luaL_checkstack(L, JILU_RULE_COUNT_ + LUA_MINSTACK, NULL);
  lua_settop(L, w.rules + JILU_RULE_COUNT_ - 1);
  return w;
}

#define RULE_ROW(name, lua, says) {lua, says},
static const struct {
  const char *name, *says;
} rules[] = { JILU_RULES(RULE_ROW) };
#undef RULE_ROW

/* Pushes the name of a field, whose value and a rawset are to follow. */
static void name_field (const writer *w, field key) {
  lua_pushvalue(w->L, w->fields + (int)key);
}

static void set_string (const writer *w, field key, const char *s) {
  if (*s == '\0') return;
  name_field(w, key);
  lua_pushstring(w->L, s);
  lua_rawset(w->L, -3);
}

/* The same for a string that lies on the stack. */
static void set_known (const writer *w, field key, int index) {
  name_field(w, key);
  lua_pushvalue(w->L, index);
  lua_rawset(w->L, -3);
}

static void set_decimal (const writer *w, field key, const jilu_decimal *d) {
  if (d->count == 0) return;
  name_field(w, key);
  jiluL_pushdecimal(w->L, d);
  lua_rawset(w->L, -3);
}

static void set_position (const writer *w, field key, size_t value) {
  name_field(w, key);
  lua_pushinteger(w->L, (lua_Integer)value);
  lua_rawset(w->L, -3);
}

static void set_rule (const writer *w, jilu_rule rule) {
  int slot = w->rules + (int)rule;
  if (lua_isnil(w->L, slot)) {
    lua_pushstring(w->L, rules[rule].name);
    lua_replace(w->L, slot);
  }
  set_known(w, FIELD_RULE, slot);
}

/* Pushes the text of a folded span without residue. */
static void push_norm (const writer *w, jilu_span span) {
  size_t begin = jilu_view_original(w->v, span.begin);
  size_t end = jilu_view_original(w->v, span.end), n;
  bool changed;
  luaL_Buffer b;
  char *out;
  if (w->v->repair_count == 0) {
    lua_pushlstring(w->L, w->v->source + begin, end - begin);
    return;
  }
  out = luaL_buffinitsize(w->L, &b, 3 * (end - begin) + 1);
  n = jilu_view_norm(w->v, begin, end, out, &changed);
  luaL_pushresultsize(&b, n);
}

/* Sets where a span begins and ends; nothing where it is empty. */
static void set_extent (const writer *w, field first, field last,
                        jilu_span span) {
  if (span.begin >= span.end) return;
  set_position(w, first, jilu_view_original(w->v, span.begin) + 1);
  set_position(w, last, jilu_view_original(w->v, span.end));
}

/* Sets the text of a span, without residue, and where it begins and ends. */
#define set_span(w, key, span) \
  set_place(w, FIELD_##key, FIELD_##key##_FIRST, FIELD_##key##_LAST, span)

static void set_place (const writer *w, field key, field first, field last,
                       jilu_span span) {
  if (span.begin >= span.end) return;
  name_field(w, key);
  push_norm(w, span);
  lua_rawset(w->L, -3);
  set_extent(w, first, last, span);
}

/* As set_span, "" where the span is empty. */
#define set_word(w, key, span) \
  ((span).begin < (span).end ? set_span(w, key, span) \
                             : set_empty(w, FIELD_##key))

static void set_empty (const writer *w, field key) {
  name_field(w, key);
  lua_pushliteral(w->L, "");
  lua_rawset(w->L, -3);
}

/* code is "ucum" or "currency:CNY"; that of the qualifier goes first */
static void set_unit (const writer *w, const jilu_sense *unit,
                      const jilu_sense *qualifier) {
  const char *code;
  if (unit == NULL) return;
  code = qualifier != NULL ? qualifier->code : unit->code;
  set_string(w, FIELD_UNIT, unit->text);
  if (strncmp(code, "currency:", 9) == 0)
    set_string(w, FIELD_CURRENCY, code + 9);
  else
    set_string(w, FIELD_UCUM, code);
}

static void set_quantity (const writer *w, const jilu_quantity *q) {
  if (q->max.count > 0) {
    set_decimal(w, FIELD_MIN, &q->value);
    set_decimal(w, FIELD_MAX, &q->max);
  }
  else
    set_decimal(w, FIELD_VALUE, &q->value);
  set_unit(w, q->unit, q->qualifier);
  set_extent(w, FIELD_UNIT_FIRST, FIELD_UNIT_LAST, q->measure);
  set_known(w, FIELD_APPROX, w->approximations + (int)q->approx);
  set_word(w, NOUN, q->noun);
  if (q->inherited) set_string(w, FIELD_NOUN_BASIS, "inherited");
}

static void set_change (const writer *w, const jilu_change *c) {
  set_decimal(w, FIELD_FROM, &c->from);
  set_extent(w, FIELD_FROM_FIRST, FIELD_FROM_LAST, c->first);
  set_decimal(w, FIELD_TO, &c->to);
  set_extent(w, FIELD_TO_FIRST, FIELD_TO_LAST, c->last);
  if (c->factor != 0) {
    jilu_decimal factor;
    jilu_decimal_set(&factor, c->factor);
    set_decimal(w, FIELD_FACTOR, &factor);
  }
  if (c->unit != NULL) set_unit(w, c->unit, NULL);
  set_span(w, OF, c->of);
  set_string(w, FIELD_STATUS, c->target ? "target" : "done");
}

static void set_time (const writer *w, const jilu_kept_time *t) {
  static const field texts[] = {
    FIELD_VALUE, FIELD_FROM, FIELD_UNTIL, FIELD_ANCHOR
  };
  const char *text = t->text;
  size_t i;
  static const char *const time_kinds[] = {
    "date", "date", "duration", "recurrence", "vague"
  };
  static const char *const mods[] = {
    "", "start", "end", "since", "asof", "before", "around", "more_than"
  };
  set_string(w, FIELD_KIND, time_kinds[t->kind]);
  set_string(w, FIELD_MOD, mods[t->mod]);
  for (i = 0; i < sizeof texts / sizeof *texts; i++) {
    set_string(w, texts[i], text);
    text += strlen(text) + 1;
  }
}

/*
** full: what the vocabulary says; else the text of both parts, and its place
** where it stands as one.
*/
static void set_full (const writer *w, const jilu_name *n) {
  if (n->formal != NULL) {
    set_string(w, FIELD_FULL, n->formal);
    return;
  }
  if (n->full[1].end == 0) {
    set_span(w, FULL, n->full[0]);
    return;
  }
  name_field(w, FIELD_FULL);
  push_norm(w, n->full[0]);
  push_norm(w, n->full[1]);
  lua_concat(w->L, 2);
  lua_rawset(w->L, -3);
}

static void set_folded (const writer *w, field key, jilu_span span) {
  name_field(w, key);
  lua_pushlstring(w->L, w->v->text + span.begin, span.end - span.begin);
  lua_rawset(w->L, -3);
}

static bool is_quotation_mark (uint32_t c) {
  return (c >= 0x2018 && c <= 0x201D) || c == 0x300C || c == 0x300D;
}

/* The folded text without quotation marks, so that all spellings agree. */
static void set_key (const writer *w, jilu_span span) {
  const char *text = w->v->text;
  size_t at = span.begin, kept = span.begin;
  luaL_Buffer b;
  name_field(w, FIELD_KEY);
  luaL_buffinit(w->L, &b);
  while (at < span.end) {
    unsigned width;
    uint32_t c = jilu_utf8_next((const unsigned char *)text + at, &width);
    if (is_quotation_mark(c)) {
      luaL_addlstring(&b, text + kept, at - kept);
      kept = at + width;
    }
    at += width;
  }
  luaL_addlstring(&b, text + kept, at - kept);
  luaL_pushresult(&b);
  lua_rawset(w->L, -3);
}

static void set_phrase (const writer *w, const jilu_fact *f) {
  lua_State *L = w->L;
  const jilu_phrase *p = &f->is.phrase;
  uint32_t i;
  set_key(w, f->span);
  name_field(w, FIELD_PARTS);
  lua_createtable(L, (int)p->count, 0);
  for (i = 0; i < p->count; i++) {
    lua_createtable(L, 0, 7);
    if (p->parts[i].number >= 0)
      set_position(w, FIELD_NUMBER, (size_t)p->parts[i].number);
    set_word(w, CLASSIFIER, p->parts[i].classifier);
    set_word(w, NOUN, p->parts[i].noun);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_rawset(L, -3);
}

/* What stands between the marks: the text of the fact, without residue. */
static void set_content (const writer *w, jilu_span span) {
  name_field(w, FIELD_CONTENT);
  push_norm(w, span);
  lua_rawset(w->L, -3);
}

static void set_own_fields (const writer *w, const jilu_fact *f) {
  switch (f->kind) {
    case JILU_FACT_WORK: case JILU_FACT_QUOTE:
      set_content(w, f->is.content);
      break;
    case JILU_FACT_QUANTITY: set_quantity(w, &f->is.quantity); break;
    case JILU_FACT_CHANGE: set_change(w, &f->is.change); break;
    case JILU_FACT_TIME: set_time(w, &f->is.time); break;
    case JILU_FACT_NUMERAL_PHRASE: set_phrase(w, f); break;
    case JILU_FACT_ORGANIZATION: case JILU_FACT_PERSON: case JILU_FACT_PLACE:
      set_full(w, &f->is.name);
      break;
    case JILU_FACT_URL: case JILU_FACT_CONTACT:
    case JILU_FACT_DOCUMENT_NUMBER:
      set_folded(w, FIELD_VALUE, f->span);
      break;
    default: break;
  }
}

/*
** Room for the fields of a fact, eight of which all facts have. A table has a
** power of two of them; stages add a few to a time.
*/
static int room_of (const jilu_fact *f) {
  const jilu_quantity *q = &f->is.quantity;
  switch (f->kind) {
    case JILU_FACT_ORGANIZATION: case JILU_FACT_PERSON: case JILU_FACT_PLACE:
      return f->is.name.full[0].end == 0 && f->is.name.formal == NULL ? 8 : 16;
    case JILU_FACT_CHANGE: return 32;
    case JILU_FACT_QUANTITY:
      return q->unit != NULL && q->unit->code[0] != '\0' &&
             q->noun.begin < q->noun.end ? 32 : 16;
    default: return 16;
  }
}

/* text, first, last, line: of the original; i, j: of the folded text. */
static void push_fact (const writer *w, const jilu_fact *f) {
  const jilu_view *v = w->v;
  size_t begin = jilu_view_original(v, f->span.begin);
  size_t end = jilu_view_original(v, f->span.end);
  lua_createtable(w->L, 0, room_of(f));
  set_known(w, FIELD_TYPE, w->kinds + (int)f->kind);
  set_position(w, FIELD_FIRST, begin + 1);
  set_position(w, FIELD_LAST, end);
  name_field(w, FIELD_TEXT);
  lua_pushlstring(w->L, v->source + begin, end - begin);
  lua_rawset(w->L, -3);
  set_position(w, FIELD_LINE, jilu_view_line_of(v, begin) + 1);
  set_position(w, FIELD_FOLDED_FIRST, (size_t)f->span.begin + 1);
  set_position(w, FIELD_FOLDED_LAST, f->span.end);
  set_rule(w, f->rule);
  set_own_fields(w, f);
}

void jiluL_pushfacts (lua_State *L, const jilu_view *v,
                      const jilu_facts *facts) {
  writer w = open_writer(L, v);
  size_t i;
  lua_createtable(L, (int)facts->count, 0);
  for (i = 0; i < facts->count; i++) {
    push_fact(&w, &facts->items[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
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
