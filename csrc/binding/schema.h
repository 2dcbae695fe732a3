/* A record type compiled for the writer: which fields, in which order. */
#ifndef JILU_BINDING_SCHEMA_H
#define JILU_BINDING_SCHEMA_H

#include <stdbool.h>

#include "binding/binding.h"

#define JILU_SCHEMA "jilu.Schema"

typedef enum jiluL_kind {
  JILUL_STRING,
  JILUL_INTEGER,
  JILUL_NUMBER,   /* a Lua number, or exact digits as a string */
  JILUL_BOOLEAN,
  JILUL_ANY,      /* whatever JSON can hold; keys sorted */
  JILUL_CHOICE,   /* one string of a set */
  JILUL_STRINGS,  /* a list of strings */
  JILUL_OBJECTS   /* a list of objects, each of a schema */
} jiluL_kind;

typedef struct jiluL_field {
  const char *name;
  const char *key;  /* ,"name": as it is written */
  size_t key_size;
  jiluL_kind kind;
  bool optional;    /* left out where it is nil, else null is written */
} jiluL_field;

/*
** Its user value is a list: for field i (from 0) at 3i+1 the name; at 3i+2
** the key text, which 'key' points into; at 3i+3 the set of a choice, or the
** schema of a list's objects, or false. Its hash part maps names to true.
*/
typedef struct jiluL_schema {
  const char *type;   /* for messages; also in the user value, as "\1type" */
  int count;
  bool open;          /* undeclared fields follow the others, sorted */
  jiluL_field fields[];
} jiluL_schema;

#endif
