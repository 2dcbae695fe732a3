/*
** jilu.Writer: records to lines of JSON, each checked against its schema
** while it is written; and sha256.
*/

#include "binding/layer_records.h"
#include "binding/lua_file.h"

#include <stdio.h>
#include <string.h>

#include <lualib.h>

#include "record/sha256.h"
#include "view/view.h"

#define WRITER "jilu.Writer"

typedef struct writer {
  jiluL_closable use;
  jilu_buffer out;      /* the lines */
  jilu_buffer scratch;  /* for one text of a record */
} writer;

/* --- where a record is about ------------------------------------------------ */

/*
** Records of one schema and one document: what is written of each before its
** own fields is the same but for its place.
*/
typedef struct record_head {
  const jilu_view *v;
  jilu_buffer *scratch;
  size_t begin, end;  /* where type and doc stand among the lines */
  size_t repair;      /* of the view, the last that was met */
  size_t line;        /* likewise */
  jiluL_shape shape;
  int places;         /* index of the first key of a place */
} record_head;

static void put (jiluL_encoder *S, const char *bytes, size_t size) {
  jiluL_need(S->L, jilu_buffer_append(S->out, bytes, size));
}

#define put_literal(S, text) put(S, text, sizeof(text) - 1)

static void put_string (jiluL_encoder *S, const char *text, size_t size) {
  jiluL_need(S->L, jilu_json_string(S->out, text, size));
}

/* The same of a text without ill-formed bytes. */
static void put_text (jiluL_encoder *S, const char *text, size_t size) {
  jiluL_need(S->L, jilu_json_text(S->out, text, size));
}

/* Bytes of a key of the places below, with its comma, quotes and colon. */
#define PLACE_ROOM 16

/* Writes a literal at 'p'; the value is where it ends. */
#define write_literal(p, text) \
  ((char *)memcpy(p, text, sizeof(text) - 1) + sizeof(text) - 1)

/* start, end and the key of the text. */
static void put_span (jiluL_encoder *S, size_t begin, size_t end) {
  jilu_buffer *out = S->out;
  char *p;
  if (S->origin != NULL) jilu_source_span(S->origin, &begin, &end);
  jiluL_need(S->L, jilu_buffer_room(out, 3 * PLACE_ROOM + 2 * JILU_DIGITS_MAX));
  p = write_literal(out->bytes + out->size, ",\"start\":");
  p = jilu_json_digits(p, begin);
  p = write_literal(p, ",\"end\":");
  p = jilu_json_digits(p, end);
  p = write_literal(p, ",\"text\":");
  out->size = (size_t)(p - out->bytes);
}

static void put_line (jiluL_encoder *S, size_t line) {
  jilu_buffer *out = S->out;
  char *p;
  jiluL_need(S->L, jilu_buffer_room(out, PLACE_ROOM + JILU_DIGITS_MAX));
  p = write_literal(out->bytes + out->size, ",\"line\":");
  out->size = (size_t)(jilu_json_digits(p, line) - out->bytes);
}

/* Does a character end at 'at', or the text? */
static bool is_border (const jilu_view *v, size_t at) {
  return at == v->source_size || ((unsigned char)v->source[at] & 0xC0) != 0x80;
}

/* What is read at a place, where residue lies inside it. */
static void put_norm (jiluL_encoder *S, record_head *h, size_t begin,
                      size_t end, bool whole) {
  jilu_buffer *scratch = h->scratch;
  size_t size;
  if (!jilu_view_repaired(h->v, begin, end, &h->repair)) return;
  jiluL_need(S->L, jilu_buffer_reserve(scratch, 3 * (end - begin) + 1));
  size = jilu_view_read(h->v, begin, end, h->repair, scratch->bytes);
  put_literal(S, ",\"norm\":");
  if (whole) put_text(S, scratch->bytes, size);
  else put_string(S, scratch->bytes, size);
}

/* The text, whose key stands already, and norm. */
static void put_read (jiluL_encoder *S, record_head *h, size_t begin,
                      size_t end) {
  const jilu_view *v = h->v;
  bool whole = is_border(v, begin) && is_border(v, end);
  if (whole && v->invalid_bytes == 0)
    put_text(S, v->source + begin, end - begin);
  else
    put_string(S, v->source + begin, end - begin);
  put_norm(S, h, begin, end, whole);
}

/* Pushes the place 'key' of the annotation at 'index'; returns its type. */
static int push_place (lua_State *L, const record_head *h, int index,
                       int key) {
  lua_pushvalue(L, h->places + key - 1);
  return lua_rawget(L, index);
}

/*
** The same as an integer, 0 where it is none; replaces what is on top of the
** stack.
*/
static lua_Integer next_place (lua_State *L, const record_head *h, int index,
                               int key) {
  lua_pop(L, 1);
  push_place(L, h, index, key);
  return lua_tointeger(L, -1);
}

/*
** start, end, text, norm and line of the annotation at 'index', whose first
** byte is on top of the stack.
*/
static bool put_place (jiluL_encoder *S, record_head *h, int index) {
  lua_State *L = S->L;
  const jilu_view *v = h->v;
  lua_Integer first = lua_tointeger(L, -1);
  lua_Integer last = next_place(L, h, index, JILUL_PLACE_LAST);
  lua_Integer line = next_place(L, h, index, JILUL_PLACE_LINE);
  size_t begin = (size_t)first - 1, end = (size_t)last;
  if (first < 1 || last < first - 1 || end > v->source_size) {
    lua_pushfstring(L, "%s: no place from byte %d to byte %d in a text of %d "
                    "bytes", S->type, (int)first, (int)last,
                    (int)v->source_size);
    return false;
  }
  put_span(S, begin, end);
  put_read(S, h, begin, end);
  put_line(S, line > 0 ? (size_t)line
                       : jilu_view_line_near(v, begin, &h->line) + 1);
  return true;
}

/* Type and doc; those of the first record are copied for the others. */
static void put_head (jiluL_encoder *S, record_head *h, const char *id,
                      size_t size) {
  if (h->end > h->begin) {
    jiluL_need(S->L, jilu_buffer_reserve(S->out, h->end - h->begin));
    put(S, S->out->bytes + h->begin, h->end - h->begin);
    return;
  }
  h->begin = S->out->size;
  put_literal(S, "{\"type\":");
  put_string(S, S->type, strlen(S->type));
  put_literal(S, ",\"doc\":");
  put_string(S, id, size);
  h->end = S->out->size;
}

/* --- the class ---------------------------------------------------------------- */

/*
** writer() --> jilu.Writer, which gathers lines of JSON.
*/
static int new_writer (lua_State *L) {
  writer *w = lua_newuserdata(L, sizeof *w);
  memset(w, 0, sizeof *w);
  luaL_setmetatable(L, WRITER);
  return 1;
}

/* The writer at 1, for one function at a time. */
static writer *use_writer (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
  jiluL_checkunused(L, 1);
  jiluL_use(L, 1);
  return w;
}

static jiluL_encoder encoder (lua_State *L, jilu_buffer *out, int schema,
                              const jilu_view *v) {
  jiluL_encoder S;
  S.L = L;
  S.out = out;
  S.origin = v != NULL ? v->origin : NULL;
  S.type = ((jiluL_schema *)luaL_checkudata(L, schema, JILU_SCHEMA))->type;
  S.depth = 0;
  return S;
}

/* Takes what was written back, and returns nil and the message on top. */
static int take_back (jiluL_encoder *S, size_t start) {
  S->out->size = start;
  lua_pushnil(S->L);
  lua_insert(S->L, -2);
  return 2;
}

/*
** writer:object(schema, table) --> true | nil, message
** Appends one line with the fields of the schema. What is not as the schema
** says adds nothing; the message names type, field, what was expected and
** what came.
*/
static int writer_object (lua_State *L) {
  writer *w;
  jiluL_encoder S;
  size_t start;
  bool first = true;
  jiluL_shape shape;
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  w = use_writer(L);
  S = encoder(L, &w->out, 2, NULL);
  start = w->out.size;
  shape = jiluL_pushshape(L, 2);
  lua_pushvalue(L, 3);
  if (!jiluL_encode_fields(&S, &shape, &first)) return take_back(&S, start);
  jiluL_put_char(&S, '\n');
  lua_pushboolean(L, 1);
  return 1;
}

/* What the records of writer:record's and writer:records' arguments share. */
static record_head open_head (lua_State *L, writer **w) {
  record_head h;
  int key;
  lua_settop(L, 5);
  luaL_checkstring(L, 4);
  *w = use_writer(L);
  h.v = jiluL_useview(L, 5);
  h.scratch = &(*w)->scratch;
  h.begin = h.end = h.repair = h.line = 0;
  h.shape = jiluL_pushshape(L, 2);
  h.places = lua_gettop(L) + 1;
  for (key = 1; key <= JILUL_PLACES; key++)
    lua_rawgeti(L, h.shape.parts, key);
  return h;
}

/* Writes the annotation on top of the stack. */
static bool put_record (jiluL_encoder *S, record_head *h) {
  lua_State *L = S->L;
  bool first = false;
  int index = lua_gettop(L);
  size_t size;
  const char *id = lua_tolstring(L, 4, &size);
  if (!lua_istable(L, index)) return jiluL_encode_fields(S, &h->shape, &first);
  put_head(S, h, id, size);
  if (push_place(L, h, index, JILUL_PLACE_FIRST) != LUA_TNIL &&
      !put_place(S, h, index))
    return false;
  lua_settop(L, index);
  if (!jiluL_encode_fields(S, &h->shape, &first)) return false;
  jiluL_put_char(S, '\n');
  return true;
}

/*
** writer:record(schema, annotation, id, view) --> true | nil, message
** As writer:object, for an annotation of the document 'id' that is read
** through 'view': type, doc and, where it has a first byte, start, end, text,
** norm and line come before its own fields.
*/
static int writer_record (lua_State *L) {
  writer *w;
  record_head h;
  jiluL_encoder S;
  size_t start;
  luaL_checktype(L, 3, LUA_TTABLE);
  h = open_head(L, &w);
  S = encoder(L, &w->out, 2, h.v);
  start = w->out.size;
  lua_pushvalue(L, 3);
  if (!put_record(&S, &h)) return take_back(&S, start);
  lua_pushboolean(L, 1);
  return 1;
}

/* Writes an annotation that C holds. */
static bool put_held (jiluL_layer_writer *w, record_head *h,
                      const jilu_values *o) {
  jiluL_encoder *S = w->S;
  size_t begin = o->values[JILU_FIELD_FIRST].is.integer - 1, size;
  size_t end = o->values[JILU_FIELD_LAST].is.integer;
  const char *id = lua_tolstring(S->L, 4, &size);
  put_head(S, h, id, size);
  put_span(S, begin, end);
  put_read(S, h, begin, end);
  put_line(S, jilu_view_line_near(h->v, begin, &h->line) + 1);
  if (!jiluL_put_annotation(w, o, false)) return false;
  jiluL_put_char(S, '\n');
  return true;
}

/*
** Writes what the userdata at 3 holds of the type of the schema, and pushes
** how many. False where tables have to be made; nothing is written then.
*/
static bool held_records (jiluL_encoder *S, record_head *h) {
  jiluL_layer layer = jiluL_checklayer(S->L, 3, S->type);
  jiluL_layer_writer w = {S, &h->shape, h->v, h->scratch, NULL, 0, 0,
                         &layer};
  jilu_values values;
  size_t start = S->out->size;
  lua_Integer count = 0;
  luaL_argcheck(S->L, layer.context.v == h->v, 5,
                "not the view of the layer");
  for (; jiluL_layer_next(&layer, &values); count++) {
    if (put_held(&w, h, &values)) continue;
    S->out->size = start;
    h->begin = h->end = 0;
    return false;
  }
  lua_pushinteger(S->L, count);
  return true;
}

/* Puts a list of tables in the place of what the userdata at 3 holds. */
static void make_tables (jiluL_encoder *S) {
  jiluL_layer layer = jiluL_checklayer(S->L, 3, S->type);
  jiluL_pushlayer(S->L, &layer);
  lua_replace(S->L, 3);
}

/*
** writer:records(schema, layer, id, view) --> how many | nil, message
** As writer:record for every annotation of a list, in its order: all of them
** are written, or none. 'layer' may also be a jilu.Facts, of which those of
** the type of the schema are written, or the view for its repairs.
*/
static int writer_records (lua_State *L) {
  writer *w;
  record_head h = open_head(L, &w);
  jiluL_encoder S = encoder(L, &w->out, 2, h.v);
  size_t start = w->out.size;
  int i, count, top;
  if (!lua_isuserdata(L, 3)) luaL_checktype(L, 3, LUA_TTABLE);
  else {
    if (held_records(&S, &h)) return 1;
    make_tables(&S);
  }
  count = (int)lua_rawlen(L, 3);
  top = lua_gettop(L);
  for (i = 1; i <= count; i++) {
    lua_rawgeti(L, 3, i);
    if (!put_record(&S, &h)) return take_back(&S, start);
    lua_settop(L, top);
  }
  lua_pushinteger(L, count);
  return 1;
}

/* #writer: how many bytes wait. */
static int writer_len (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
  lua_pushinteger(L, (lua_Integer)w->out.size);
  return 1;
}

/* writer:rewind(size): forgets all but the first 'size' bytes. */
static int writer_rewind (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
  lua_Integer size = luaL_checkinteger(L, 2);
  jiluL_checkunused(L, 1);
  luaL_argcheck(L, size >= 0 && (size_t)size <= w->out.size, 2,
                "not a size that the writer has had");
  w->out.size = (size_t)size;
  return 0;
}

/* writer:take() --> string: hands the lines over and is empty again. */
static int writer_take (lua_State *L) {
  writer *w = use_writer(L);
  lua_pushlstring(L, w->out.size > 0 ? w->out.bytes : "", w->out.size);
  w->out.size = 0;
  return 1;
}

/*
** writer:flush(file) --> true | nil, message, errno
** Writes the lines to an open file of Lua's and is empty again, without making
** a string of them.
*/
static int writer_flush (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
  FILE *f = jiluL_checkfile(L, 2);
  size_t size = w->out.size;
  jiluL_checkunused(L, 1);
  luaL_argcheck(L, f != NULL, 2, "attempt to use a closed file");
  w->out.size = 0;
  if (size == 0 || fwrite(w->out.bytes, 1, size, f) == size) {
    lua_pushboolean(L, 1);
    return 1;
  }
  return luaL_fileresult(L, 0, NULL);
}

static int writer_free (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
  jiluL_checkunused(L, 1);
  jilu_buffer_free(&w->out);
  jilu_buffer_free(&w->scratch);
  return 0;
}

static int writer_tostring (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
  lua_pushfstring(L, "jilu.Writer: %d bytes", (int)w->out.size);
  return 1;
}

/*
** sha256(text [, "portable"]) --> 64 hexadecimal digits (FIPS 180-4);
** "portable" goes without the processor's instructions for it.
*/
static int sha256 (lua_State *L) {
  static const char *const paths[] = {"any", "portable", NULL};
  size_t size, i;
  const char *text = luaL_checklstring(L, 1, &size);
  bool portable = luaL_checkoption(L, 2, "any", paths) == 1;
  unsigned char digest[32];
  char hex[64];
  jilu_sha256(text, size, portable, digest);
  for (i = 0; i < 32; i++) {
    hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
    hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
  }
  lua_pushlstring(L, hex, sizeof hex);
  return 1;
}

static const luaL_Reg functions[] = {
  {"writer", new_writer},
  {"sha256", sha256},
  {NULL, NULL}
};

static const luaL_Reg methods[] = {
  {"flush", writer_flush},
  {"object", writer_object},
  {"record", writer_record},
  {"records", writer_records},
  {"rewind", writer_rewind},
  {"take", writer_take},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__len", writer_len},
  {"__tostring", writer_tostring},
  {NULL, NULL}
};

void jiluL_open_record (lua_State *L) {
  jiluL_newclass(L, WRITER, methods, metamethods, writer_free);
  jiluL_setfuncs(L, functions);
  lua_pushlightuserdata(L, NULL);
  lua_setfield(L, -2, "null");
}
