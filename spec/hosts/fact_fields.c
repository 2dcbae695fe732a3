/*
** A host that reads facts and prints their fields, without Lua: the text comes
** from standard input, the vocabulary is the handful of words below.
*/

#include <stdio.h>
#include <string.h>

#include "facts/field.h"

#define WORD(word, class_, value, text, code) \
  {word, sizeof word - 1, JILU_CLASS_##class_, value, text, code, false}

static const jilu_sense_source senses[] = {
  WORD("公里", UNIT, 0, "公里", "km"),
  WORD("万", SECTION, 4, "", ""),
  WORD("约", APPROX_BEFORE, JILU_ABOUT, "", "")
};

static void print_text (const char *bytes, size_t size) {
  fwrite(bytes, 1, size, stdout);
}

static void print_value (const jilu_view *v, const jilu_value *value) {
  char text[JILU_DECIMAL_TEXT];
  switch (value->kind) {
    case JILU_VALUE_WORD: printf("%s", value->is.word); break;
    case JILU_VALUE_TEXT:
      print_text(value->is.text.bytes, value->is.text.size);
      break;
    case JILU_VALUE_INTEGER: printf("%zu", value->is.integer); break;
    case JILU_VALUE_DECIMAL:
      print_text(text, jilu_decimal_text(value->is.decimal, text));
      break;
    case JILU_VALUE_READ:
      print_text(v->source + value->is.spans[0].begin,
                 value->is.spans[0].end - value->is.spans[0].begin);
      break;
    default: printf("?"); break;
  }
}

static void print_fact (jilu_fact_context *context, const jilu_fact *fact) {
  jilu_values values;
  int field;
  jilu_fact_values(context, fact, &values);
  for (field = 0; field < JILU_FIELD_COUNT; field++) {
    if (!jilu_values_have(&values, (jilu_field)field)) continue;
    printf("%s=", jilu_field_name(field));
    print_value(context->v, &values.values[field]);
    printf(" ");
  }
  printf("\n");
}

static int run (const jilu_view *v, const jilu_vocabulary *vocabulary) {
  jilu_fact_context context = {v, NULL, NULL, 0, 0};
  jilu_anchor anchor;
  jilu_facts facts = {NULL, 0, 0};
  size_t i;
  memset(&anchor, 0, sizeof anchor);
  (void)jilu_date_parse("", &anchor.date);
  if (jilu_extract((const unsigned char *)v->text, v->text_size, vocabulary,
                   NULL, &anchor, &facts) != JILU_OK) return 1;
  for (i = 0; i < facts.count; i++) print_fact(&context, &facts.items[i]);
  jilu_facts_free(&facts);
  return 0;
}

int main (void) {
  char text[4096];
  size_t size = fread(text, 1, sizeof text, stdin);
  jilu_vocabulary *vocabulary;
  jilu_view *v;
  int code = 1;
  const jilu_writing writing = {false, false, '.', ','};
  if (jilu_vocabulary_new(senses, sizeof senses / sizeof *senses, writing,
                          &vocabulary) != JILU_OK) return 1;
  if (jilu_view_new(text, size, JILU_RESIDUE_CUT, &v) == JILU_OK) {
    code = run(v, vocabulary);
    jilu_view_free(v);
  }
  jilu_vocabulary_free(vocabulary);
  return code;
}
