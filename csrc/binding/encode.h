/* Lua tables as JSON objects, checked against a schema while they are written. */
#ifndef JILU_BINDING_ENCODE_H
#define JILU_BINDING_ENCODE_H

#include "binding/schema.h"
#include "record/json.h"

/* Lists and objects inside one another; an error names it. */
#define JILUL_MAX_DEPTH 64

typedef struct jiluL_step {
  const char *name;   /* of the field, NULL for a list; 'size' bytes */
  size_t size;
  lua_Integer index;  /* in the list */
} jiluL_step;

/* One record being written. */
typedef struct jiluL_encoder {
  lua_State *L;
  jilu_buffer *out;
  const char *type;  /* of the record, for messages */
  int depth;
  jiluL_step path[JILUL_MAX_DEPTH];
} jiluL_encoder;

/* Raises Lua's error where 'status' is JILU_NO_MEMORY. */
static inline void jiluL_need (lua_State *L, jilu_status status) {
  if (status == JILU_NO_MEMORY) luaL_error(L, "not enough memory");
}

/* A schema whose keys lie on the stack while objects of it are written. */
typedef struct jiluL_shape {
  const jiluL_schema *schema;
  int parts;   /* index of its user value */
  int keys;    /* index of the key under which the first field is found */
} jiluL_shape;

/*
** Pushes what objects of the schema at 'index' need, and makes room on the
** stack for one of them. Raises without memory.
*/
jiluL_shape jiluL_pushshape (lua_State *L, int index);

/*
** Writes the fields of the table on top of the stack, and the end of the
** object; its beginning too, where '*first' is true. Values may be left above
** the table. False where a value is not as it should be: then a message stands
** on top of the stack. Raises without memory.
*/
bool jiluL_encode_fields (jiluL_encoder *S, const jiluL_shape *shape,
                          bool *first);

static inline void jiluL_put_char (jiluL_encoder *S, char c) {
  jiluL_need(S->L, jilu_buffer_room(S->out, 1));
  S->out->bytes[S->out->size++] = c;
}

/*
** Writes the key of a field, with its comma and colon; the first one opens the
** object instead of a comma. One copy of a constant size, which most keys have
** room in, costs less than one of their own.
*/
static inline void jiluL_encode_key (jiluL_encoder *S,
                                     const jiluL_field *field, bool *first) {
  jilu_buffer *out = S->out;
  size_t at = out->size;
  if (field->key_size > JILUL_KEY_ROOM)
    jiluL_need(S->L, jilu_buffer_append(out, field->key, field->key_size));
  else {
    jiluL_need(S->L, jilu_buffer_room(out, JILUL_KEY_ROOM));
    memcpy(out->bytes + at, field->key_copy, JILUL_KEY_ROOM);
    out->size += field->key_size;
  }
  if (*first) out->bytes[at] = '{';
  *first = false;
}

/* Writes what stands in the place of a field without a value. */
void jiluL_encode_absent (jiluL_encoder *S, const jiluL_field *field,
                          bool *first);

#endif
