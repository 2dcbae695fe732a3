/* A record type compiled for the writer: which fields, in which order. */
#ifndef JILU_BINDING_SCHEMA_H
#define JILU_BINDING_SCHEMA_H

#include <stdbool.h>

#include "binding/binding.h"

#define JILU_SCHEMA "jilu.Schema"

typedef enum jiluL_kind {
  JILUL_STRING,
  JILUL_INTEGER,
  JILUL_NUMBER,   /* a Lua number or digits in a string; see JILUL_SLOT_PART */
  JILUL_BOOLEAN,
  JILUL_ANY,      /* whatever JSON can hold; keys sorted */
  JILUL_CHOICE,   /* one string of a set */
  JILUL_STRINGS,  /* a list of strings */
  JILUL_OBJECTS   /* a list of objects, each of a schema */
} jiluL_kind;

/* Which border of a span a field gives: start, content_end. */
typedef enum jiluL_side {
  JILUL_NO_SIDE, JILUL_START, JILUL_END
} jiluL_side;

/* Bytes of a key that are copied at once, whatever its size. */
#define JILUL_KEY_ROOM 32

typedef struct jiluL_field {
  const char *key;  /* ,"name": as it is written */
  size_t key_size;
  char key_copy[JILUL_KEY_ROOM];   /* the same, as much as there is room for */
  jiluL_kind kind;
  bool optional;    /* left out where it is nil, else null is written */
  int shift;        /* what to add to a position of Lua */
  jiluL_side side;  /* a position in records */
  int fact_field;   /* a jilu_field of the annotations of layer.h, or -1 */
} jiluL_field;

/* The keys of a place, which head the user value. */
enum {
  JILUL_PLACE_FIRST = 1,
  JILUL_PLACE_LAST,
  JILUL_PLACE_LINE,
  JILUL_PLACES = 3
};

/* Slots of a field in the user value of its schema. */
enum {
  JILUL_SLOT_KEY = 1,  /* the key text, which 'key' points into */
  JILUL_SLOT_PART,     /* the set of a choice, the schema of a list's objects,
                          the key under which a table has a number's digits */
  JILUL_SLOT_SOURCE,   /* the key under which a table has the value */
  JILUL_SLOTS = 3
};

/*
** The user value is a list with the keys of a place, so that none is made
** anew for each record, and then the slots of field i (from 0) from
** JILUL_PLACES + JILUL_SLOTS * i + 1 on. Its hash part maps each source key to true, and what
** an open schema is to leave out.
*/
typedef struct jiluL_schema {
  const char *type;   /* for messages; also in the user value, as "\1type" */
  int count;
  bool open;          /* undeclared fields follow the others, sorted */
  jiluL_field fields[];
} jiluL_schema;

#endif
