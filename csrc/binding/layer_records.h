/* Annotations that C holds, as fields of records, without tables of them. */
#ifndef JILU_BINDING_LAYER_RECORDS_H
#define JILU_BINDING_LAYER_RECORDS_H

#include "binding/encode.h"
#include "binding/layer.h"

/* Records of one schema, of what is held in one view. */
typedef struct jiluL_layer_writer {
  jiluL_encoder *S;
  const jiluL_shape *shape;
  const jilu_view *v;
  jilu_buffer *scratch;
  const char *chosen;   /* the last word that was found among the choices … */
  int chosen_field;     /* … of this field; NULL: none */
  size_t repair;        /* of the view, the last that was met */
  jiluL_layer *walk;     /* through what is written */
} jiluL_layer_writer;

/*
** Writes the fields of an annotation as jiluL_encode_fields would write those
** of its table, and the end of the object; its beginning too, where 'first' is
** true. False where a value is not what the schema says, or is none of those
** that can be written so: then tables have to be made, and a message comes from
** there. Raises without memory.
*/
bool jiluL_put_annotation (jiluL_layer_writer *w, const jilu_values *o,
                     bool first);

#endif
