/* Lua tables as JSON objects, checked against a schema while they are written. */
#ifndef JILU_BINDING_ENCODE_H
#define JILU_BINDING_ENCODE_H

#include "binding/schema.h"
#include "record/json.h"
#include "source/map.h"

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
  const jilu_source_map *origin;   /* of the positions, or NULL */
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

/*
** The position of a record, bytes from 0, that 'value' is as a position in the
** text that was read: the other side is one byte off.
*/
static inline int64_t jiluL_position (const jiluL_encoder *S, jiluL_side side,
                                      int64_t value) {
  size_t begin, end;
  if (S->origin == NULL || side == JILUL_NO_SIDE || value < 0) return value;
  begin = (size_t)value - (side == JILUL_END && value > 0);
  end = begin + 1;
  if (value == 0 && side == JILUL_END) end = 0;
  jilu_source_span(S->origin, &begin, &end);
  return (int64_t)(side == JILUL_START ? begin : end);
}

/* Writes what stands in the place of a field without a value. */
void jiluL_encode_absent (jiluL_encoder *S, const jiluL_field *field,
                          bool *first);

#endif
