/*
** jilu.Writer: records to lines of JSON, each checked against its schema
** while it is written; and sha256.
*/

#include "binding/encode.h"

#include <string.h>

#include "record/sha256.h"
#include "view/view.h"

#define WRITER "jilu.Writer"

typedef struct writer {
  jilu_buffer out;      /* the lines */
  jilu_buffer scratch;  /* for one text of a record */
} writer;

/* --- where a record is about ------------------------------------------------ */

static void put (jiluL_encoder *S, const char *bytes, size_t size) {
  jiluL_need(S->L, jilu_buffer_append(S->out, bytes, size));
}

#define put_literal(S, text) put(S, text, sizeof(text) - 1)

static void put_string (jiluL_encoder *S, const char *text, size_t size) {
  jiluL_need(S->L, jilu_json_string(S->out, text, size));
}

static void put_integer (jiluL_encoder *S, size_t value) {
  jiluL_need(S->L, jilu_json_integer(S->out, (int64_t)value));
}

/*
** The place 'key' of the annotation at 'index', by the user value of the
** schema on top of the stack; 0 where it is no integer.
*/
static lua_Integer position (lua_State *L, int index, int key) {
  lua_Integer value;
  lua_rawgeti(L, -1, key);
  lua_rawget(L, index);
  value = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return value;
}

/* What is read at a place, where residue lies inside it. */
static void put_norm (jiluL_encoder *S, const jilu_view *v, size_t begin,
                      size_t end, jilu_buffer *scratch) {
  bool changed;
  size_t size;
  jiluL_need(S->L, jilu_buffer_reserve(scratch, 3 * (end - begin) + 1));
  size = jilu_view_norm(v, begin, end, scratch->bytes, &changed);
  if (!changed) return;
  put_literal(S, ",\"norm\":");
  put_string(S, scratch->bytes, size);
}

/*
** start, end, text, norm and line of the annotation at 'index'; the user value
** of its schema is on top of the stack.
*/
static bool put_place (jiluL_encoder *S, int index, const jilu_view *v,
                       jilu_buffer *scratch) {
  lua_State *L = S->L;
  lua_Integer first = position(L, index, JILUL_PLACE_FIRST);
  lua_Integer last = position(L, index, JILUL_PLACE_LAST);
  lua_Integer line = position(L, index, JILUL_PLACE_LINE);
  size_t begin = (size_t)first - 1, end = (size_t)last;
  if (first < 1 || last < first - 1 || end > v->source_size) {
    lua_pushfstring(L, "%s: no place from byte %d to byte %d in a text of %d "
                    "bytes", S->type, (int)first, (int)last,
                    (int)v->source_size);
    return false;
  }
  put_literal(S, ",\"start\":");
  put_integer(S, begin);
  put_literal(S, ",\"end\":");
  put_integer(S, end);
  put_literal(S, ",\"text\":");
  put_string(S, v->source + begin, end - begin);
  if (v->repair_count > 0) put_norm(S, v, begin, end, scratch);
  put_literal(S, ",\"line\":");
  put_integer(S, line > 0 ? (size_t)line : jilu_view_line_of(v, begin) + 1);
  return true;
}

/*
** What all records begin with, of writer:record's arguments. False: a message
** was pushed.
*/
static bool put_head (jiluL_encoder *S, const jilu_view *v,
                      jilu_buffer *scratch) {
  lua_State *L = S->L;
  size_t size;
  const char *text = luaL_checklstring(L, 4, &size);
  bool placed;
  put_literal(S, "{\"type\":");
  put_string(S, S->type, strlen(S->type));
  put_literal(S, ",\"doc\":");
  put_string(S, text, size);
  lua_getuservalue(L, 2);
  lua_rawgeti(L, -1, JILUL_PLACE_FIRST);
  lua_rawget(L, 3);
  placed = !lua_isnil(L, -1);
  lua_pop(L, 1);
  if (placed && !put_place(S, 3, v, scratch)) return false;
  lua_pop(L, 1);
  return true;
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

static jiluL_encoder encoder (lua_State *L, jilu_buffer *out, int schema) {
  jiluL_encoder S;
  S.L = L;
  S.out = out;
  S.type = ((jiluL_schema *)luaL_checkudata(L, schema, JILU_SCHEMA))->type;
  S.depth = 0;
  return S;
}

/* Ends the line, or takes it back and returns nil, message. */
static int finish (jiluL_encoder *S, size_t start, bool ok) {
  if (ok) {
    put(S, "\n", 1);
    lua_pushboolean(S->L, 1);
    return 1;
  }
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
  writer *w = luaL_checkudata(L, 1, WRITER);
  jiluL_encoder S = encoder(L, &w->out, 2);
  size_t start = w->out.size;
  bool first = true;
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  return finish(&S, start, jiluL_encode_fields(&S, 2, &first));
}

/*
** writer:record(schema, annotation, id, view) --> true | nil, message
** As writer:object, for an annotation of the document 'id' that is read
** through 'view': type, doc and, where it has a first byte, start, end, text,
** norm and line come before its own fields.
*/
static int writer_record (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
  jiluL_encoder S = encoder(L, &w->out, 2);
  const jilu_view *v = jiluL_checkview(L, 5);
  size_t start = w->out.size;
  bool first = false;
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 5);
  if (!put_head(&S, v, &w->scratch)) return finish(&S, start, false);
  lua_pushvalue(L, 3);
  return finish(&S, start, jiluL_encode_fields(&S, 2, &first));
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
  luaL_argcheck(L, size >= 0 && (size_t)size <= w->out.size, 2,
                "not a size that the writer has had");
  w->out.size = (size_t)size;
  return 0;
}

/* writer:take() --> string: hands the lines over and is empty again. */
static int writer_take (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
  lua_pushlstring(L, w->out.size > 0 ? w->out.bytes : "", w->out.size);
  w->out.size = 0;
  return 1;
}

static int writer_free (lua_State *L) {
  writer *w = luaL_checkudata(L, 1, WRITER);
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
  {"object", writer_object},
  {"record", writer_record},
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
