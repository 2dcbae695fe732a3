/* Annotations that C holds, as fields of records. */

#include "binding/layer_records.h"

#include <string.h>

typedef jiluL_layer_writer writer;

static bool done (const writer *w, jilu_status status) {
  jiluL_need(w->S->L, status);
  return true;
}

/* Bytes of the source, or the folded text, between two characters. */
static bool put_text (const writer *w, const char *bytes, size_t size) {
  jilu_buffer *out = w->S->out;
  return done(w, w->v->invalid_bytes == 0
                     ? jilu_json_text(out, bytes, size)
                     : jilu_json_string(out, bytes, size));
}

/* Adds what is read in original bytes to the scratch. */
static void read_span (writer *w, jilu_span span) {
  jilu_buffer *b = w->scratch;
  jiluL_need(w->S->L, jilu_buffer_reserve(b, 3 * (span.end - span.begin) + 1));
  (void)jilu_view_repaired(w->v, span.begin, span.end, &w->repair);
  b->size += jilu_view_read(w->v, span.begin, span.end, w->repair,
                            b->bytes + b->size);
}

/* What is read in one place, or in two. */
static bool put_read (writer *w, const jilu_span *spans, int count) {
  int i;
  if (count == 1 &&
      !jilu_view_repaired(w->v, spans->begin, spans->end, &w->repair))
    return put_text(w, w->v->source + spans->begin, spans->end - spans->begin);
  w->scratch->size = 0;
  for (i = 0; i < count; i++) read_span(w, spans[i]);
  return put_text(w, w->scratch->bytes, w->scratch->size);
}

/* The key of a numeral phrase: folded text is well-formed. */
static bool put_key (writer *w, jilu_span span) {
  jilu_buffer *b = w->scratch;
  size_t size;
  jiluL_need(w->S->L, jilu_buffer_reserve(b, span.end - span.begin + 1));
  b->size = 0;
  size = jilu_phrase_key(w->v, span, b->bytes);
  return done(w, jilu_json_text(w->S->out, b->bytes, size));
}

static bool put_digits (const writer *w, const jilu_decimal *d) {
  char text[JILU_DECIMAL_TEXT];
  size_t size = jilu_decimal_text(d, text);
  return done(w, jilu_json_string(w->S->out, text, size));
}

static bool put_string (writer *w, const jilu_value *value) {
  const char *word = value->is.word;
  switch (value->kind) {
    case JILU_VALUE_WORD:
      return done(w, jilu_json_string(w->S->out, word, strlen(word)));
    case JILU_VALUE_TEXT:
      return put_text(w, value->is.text.bytes, value->is.text.size);
    case JILU_VALUE_READ: return put_read(w, value->is.spans, 1);
    case JILU_VALUE_JOINED: return put_read(w, value->is.spans, 2);
    case JILU_VALUE_KEY: return put_key(w, value->is.spans[0]);
    case JILU_VALUE_DIGITS: return put_digits(w, value->is.decimal);
    default: return false;
  }
}

/* Is it a word of the set of field 'i'? The same one seldom changes. */
static bool is_choice (writer *w, int i, const jilu_value *value) {
  lua_State *L = w->S->L;
  bool known;
  if (value->kind != JILU_VALUE_WORD) return false;
  if (w->chosen == value->is.word && w->chosen_field == i) return true;
  lua_rawgeti(L, w->shape->parts,
              JILUL_PLACES + JILUL_SLOTS * i + JILUL_SLOT_PART);
  lua_pushstring(L, value->is.word);
  known = lua_rawget(L, -2) != LUA_TNIL;
  lua_pop(L, 2);
  w->chosen = known ? value->is.word : NULL;
  w->chosen_field = i;
  return known;
}

static bool put_integer (const writer *w, const jilu_value *value,
                         const jiluL_field *field) {
  if (value->kind != JILU_VALUE_INTEGER) return false;
  return done(w, jilu_json_integer(w->S->out, jiluL_position(w->S,
              field->side, (int64_t)value->is.integer + field->shift)));
}

static bool put_number (const writer *w, const jilu_value *value,
                        const jiluL_field *field) {
  if (value->kind != JILU_VALUE_DECIMAL) return put_integer(w, value, field);
  return done(w, jiluL_writedecimal(w->S->out, value->is.decimal));
}

/* The parts of a numeral phrase, as objects of the schema of field 'i'. */
static bool put_parts (writer *w, int i, const jilu_value *value) {
  lua_State *L = w->S->L;
  int top = lua_gettop(L);
  writer inner = *w;
  jiluL_shape shape;
  jilu_values part;
  uint32_t k;
  bool good = value->kind == JILU_VALUE_PARTS;
  if (!good) return false;
  lua_rawgeti(L, w->shape->parts,
              JILUL_PLACES + JILUL_SLOTS * i + JILUL_SLOT_PART);
  shape = jiluL_pushshape(L, top + 1);
  inner.shape = &shape;
  jiluL_put_char(w->S, '[');
  for (k = 0; good && k < value->is.phrase->count; k++) {
    if (k > 0) jiluL_put_char(w->S, ',');
    jilu_part_values(&w->walk->context, &value->is.phrase->parts[k], &part);
    good = jiluL_put_annotation(&inner, &part, true);
  }
  jiluL_put_char(w->S, ']');
  lua_settop(L, top);
  return good;
}

static bool put_value (writer *w, int i, const jilu_value *value) {
  const jiluL_field *field = &w->shape->schema->fields[i];
  switch (field->kind) {
    case JILUL_STRING: return put_string(w, value);
    case JILUL_CHOICE: return is_choice(w, i, value) && put_string(w, value);
    case JILUL_INTEGER: return put_integer(w, value, field);
    case JILUL_NUMBER: return put_number(w, value, field);
    case JILUL_OBJECTS: return put_parts(w, i, value);
    default: return false;
  }
}

bool jiluL_put_annotation (writer *w, const jilu_values *o, bool first) {
  const jiluL_schema *schema = w->shape->schema;
  int i;
  if (schema->open) return false;
  for (i = 0; i < schema->count; i++) {
    const jiluL_field *field = &schema->fields[i];
    if (field->fact_field < 0 || ((o->has >> field->fact_field) & 1) == 0) {
      jiluL_encode_absent(w->S, field, &first);
      continue;
    }
    jiluL_encode_key(w->S, field, &first);
    if (!put_value(w, i, &o->values[field->fact_field])) return false;
  }
  if (first) jiluL_put_char(w->S, '{');
  jiluL_put_char(w->S, '}');
  return true;
}
