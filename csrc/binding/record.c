/*
** jilu.Writer: records (Lua tables) to lines of JSON, each checked against
** its schema while it is written; and sha256.
*/

#include "binding/binding.h"
#include "binding/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "record/json.h"
#include "record/sha256.h"

#define WRITER "jilu.Writer"

/* Lists and objects inside one another; an error names it. */
#define MAX_DEPTH 64

typedef struct step {
  const char *name;   /* of the field, NULL for a list */
  lua_Integer index;  /* in the list */
} step;

/* One record being written. */
typedef struct state {
  lua_State *L;
  jilu_buffer *out;
  const char *type;
  int depth;
  step path[MAX_DEPTH];
} state;

typedef struct sort_key {
  const char *text;
  size_t size;
} sort_key;

/*
** Every 'write_…' function takes the value on top of the stack and leaves the
** stack as it was. False: a message was pushed.
*/
static bool write_any (state *S);
static bool write_object (state *S, int schema_index);

/* Runs out of memory as Lua does; the buffer belongs to the writer. */
static void need (state *S, jilu_status status) {
  if (status == JILU_NO_MEMORY) luaL_error(S->L, "not enough memory");
}

static void put (state *S, const char *bytes, size_t size) {
  need(S, jilu_buffer_append(S->out, bytes, size));
}

/* --- what went wrong, and where in the record ------------------------------ */

/* Pushes the path to the value, as in ledger.effect[2].value. */
static void push_path (state *S) {
  luaL_Buffer b;
  int i;
  luaL_buffinit(S->L, &b);
  luaL_addstring(&b, S->type);
  for (i = 0; i < S->depth; i++) {
    char index[32];
    if (S->path[i].name == NULL) {
      (void)snprintf(index, sizeof index, "[%lld]",
                     (long long)S->path[i].index);
      luaL_addstring(&b, index);
    }
    else if (S->path[i].name[0] != '\0') {
      luaL_addchar(&b, '.');
      luaL_addstring(&b, S->path[i].name);
    }
  }
  luaL_pushresult(&b);
}

/* Pushes what the value at 'index' is, strings and numbers as they are. */
static void push_found (lua_State *L, int index) {
  int type = lua_type(L, index);
  if (type == LUA_TSTRING)
    lua_pushfstring(L, "string \"%s\"", lua_tostring(L, index));
  else if (type == LUA_TNUMBER) {
    lua_pushvalue(L, index);
    lua_pushfstring(L, "number %s", lua_tostring(L, -1));
    lua_remove(L, -2);
  }
  else if (type == LUA_TBOOLEAN)
    lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
  else
    lua_pushstring(L, lua_typename(L, type));
}

/* The value on top is not what the schema wants; false for the caller. */
static bool mismatch (state *S, const char *expected) {
  lua_State *L = S->L;
  int value = lua_gettop(L);
  push_path(S);
  push_found(L, value);
  lua_pushfstring(L, "%s: expected %s, got %s", lua_tostring(L, -2), expected,
                  lua_tostring(L, -1));
  lua_replace(L, -3);
  lua_pop(L, 1);
  return false;
}

static bool enter (state *S, const char *name) {
  if (S->depth == MAX_DEPTH) {
    lua_pushfstring(S->L, "%s: nested deeper than %d levels (MAX_DEPTH)",
                    S->type, MAX_DEPTH);
    return false;
  }
  S->path[S->depth].name = name;
  S->path[S->depth].index = 0;
  S->depth++;
  return true;
}

static void leave (state *S) { S->depth--; }

/* --- single values --------------------------------------------------------- */

static bool write_string (state *S, const char *expected) {
  size_t size;
  const char *text;
  if (lua_type(S->L, -1) != LUA_TSTRING) return mismatch(S, expected);
  text = lua_tolstring(S->L, -1, &size);
  need(S, jilu_json_string(S->out, text, size));
  return true;
}

static bool write_lua_number (state *S) {
  jilu_status status;
#if LUA_VERSION_NUM >= 503
  if (lua_isinteger(S->L, -1)) {
    need(S, jilu_json_integer(S->out, lua_tointeger(S->L, -1)));
    return true;
  }
#endif
  status = jilu_json_double(S->out, lua_tonumber(S->L, -1));
  need(S, status);
  return status == JILU_OK || mismatch(S, "a finite number");
}

static bool write_number (state *S) {
  int type = lua_type(S->L, -1);
  size_t size;
  const char *digits;
  jilu_status status;
  if (type == LUA_TNUMBER) return write_lua_number(S);
  if (type != LUA_TSTRING) return mismatch(S, "a number");
  digits = lua_tolstring(S->L, -1, &size);
  status = jilu_json_decimal(S->out, digits, size);
  need(S, status);
  return status == JILU_OK || mismatch(S, "a number or its digits");
}

static bool write_integer (state *S) {
  lua_Number value;
  if (lua_type(S->L, -1) != LUA_TNUMBER) return mismatch(S, "an integer");
  value = lua_tonumber(S->L, -1);
  if (!(value >= -9007199254740992.0 && value <= 9007199254740992.0) ||
      (lua_Number)(int64_t)value != value)
    return mismatch(S, "an integer");
  need(S, jilu_json_integer(S->out, (int64_t)value));
  return true;
}

static bool write_boolean (state *S) {
  if (!lua_isboolean(S->L, -1)) return mismatch(S, "a boolean");
  if (lua_toboolean(S->L, -1)) put(S, "true", 4);
  else put(S, "false", 5);
  return true;
}

/* Pushes "one of a, b" for the set at 'set'. */
static void push_choices (lua_State *L, int set) {
  int first = 1;
  lua_pushliteral(L, "one of");
  for (lua_pushnil(L); lua_next(L, set); first = 0) {
    lua_pushfstring(L, "%s%s \"%s\"", lua_tostring(L, -3), first ? "" : ",",
                    lua_tostring(L, -2));
    lua_replace(L, -4);
    lua_pop(L, 1);
  }
}

/* The set of allowed strings stands at 'set'. */
static bool write_choice (state *S, int set) {
  lua_State *L = S->L;
  bool known;
  if (lua_type(L, -1) != LUA_TSTRING) return mismatch(S, "a string");
  lua_pushvalue(L, -1);
  lua_rawget(L, set);
  known = lua_toboolean(L, -1);
  lua_pop(L, 1);
  if (known) return write_string(S, "a string");
  push_choices(L, set);
  lua_insert(L, -2);
  mismatch(S, lua_tostring(L, -2));
  lua_remove(L, -3);
  return false;
}

/* --- lists ------------------------------------------------------------------- */

/* Writes the list on top, its elements as 'schema' says (0: as they are). */
static bool write_list (state *S, jiluL_kind kind, int schema) {
  lua_State *L = S->L;
  int i, count, list = lua_gettop(L);
  if (!lua_istable(L, -1)) return mismatch(S, "a list");
  if (!enter(S, NULL)) return false;
  count = (int)lua_rawlen(L, -1);
  put(S, "[", 1);
  for (i = 1; i <= count; i++) {
    bool ok;
    if (i > 1) put(S, ",", 1);
    S->path[S->depth - 1].index = i;
    lua_rawgeti(L, list, i);
    if (kind == JILUL_STRINGS) ok = write_string(S, "a string");
    else if (kind == JILUL_OBJECTS) ok = write_object(S, schema);
    else ok = write_any(S);
    if (!ok) return false;
    lua_pop(L, 1);
  }
  put(S, "]", 1);
  leave(S);
  return true;
}

/* --- objects of a schema ----------------------------------------------------- */

static bool is_null (lua_State *L) {
  return lua_isnil(L, -1) ||
         (lua_islightuserdata(L, -1) && lua_touserdata(L, -1) == NULL);
}

/* Writes the value on top as 'field' says, whose part 3 is at 'part'. */
static bool write_value (state *S, const jiluL_field *field, int part) {
  switch (field->kind) {
    case JILUL_STRING: return write_string(S, "a string");
    case JILUL_INTEGER: return write_integer(S);
    case JILUL_NUMBER: return write_number(S);
    case JILUL_BOOLEAN: return write_boolean(S);
    case JILUL_CHOICE: return write_choice(S, part);
    case JILUL_STRINGS:
    case JILUL_OBJECTS: return write_list(S, field->kind, part);
    default: return write_any(S);
  }
}

/* Key of a field; the first one opens the object instead of a comma. */
static void put_key (state *S, const char *key, size_t size, bool *first) {
  size_t at = S->out->size;
  put(S, key, size);
  if (*first) S->out->bytes[at] = '{';
  *first = false;
}

/* Field 'i' of the object at 'object'; 'parts' holds the user value. */
static bool write_field (state *S, const jiluL_schema *schema, int i,
                         int object, int parts, bool *first) {
  lua_State *L = S->L;
  const jiluL_field *field = &schema->fields[i];
  bool compound = field->kind >= JILUL_CHOICE;
  lua_rawgeti(L, parts, 3 * i + 1);
  lua_rawget(L, object);
  if (is_null(L)) {
    lua_pop(L, 1);
    if (field->optional) return true;
    put_key(S, field->key, field->key_size, first);
    put(S, "null", 4);
    return true;
  }
  put_key(S, field->key, field->key_size, first);
  S->path[S->depth - 1].name = field->name;
  if (compound) {
    lua_rawgeti(L, parts, 3 * i + 3);
    lua_insert(L, -2);
  }
  if (!write_value(S, field, lua_gettop(L) - 1)) return false;
  lua_pop(L, compound ? 2 : 1);
  return true;
}

/* --- objects as they come ----------------------------------------------------- */

static int compare_keys (const void *a, const void *b) {
  const sort_key *x = a, *y = b;
  size_t shorter = x->size < y->size ? x->size : y->size;
  int order = memcmp(x->text, y->text, shorter);
  if (order != 0) return order;
  return (x->size > y->size) - (x->size < y->size);
}

static size_t pairs_in (lua_State *L, int table) {
  size_t count = 0;
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) count++;
  return count;
}

/*
** Pushes a userdata with the sorted keys of the table at 'object' but for
** those that the table at 'known' has (0: none). False where one is no
** string. The strings live in the table.
*/
static bool push_keys (state *S, int object, int known, size_t *count) {
  lua_State *L = S->L;
  size_t i = 0;
  sort_key *keys =
    lua_newuserdata(L, (pairs_in(L, object) + 1) * sizeof *keys);
  for (lua_pushnil(L); lua_next(L, object); lua_pop(L, 1)) {
    if (lua_type(L, -2) != LUA_TSTRING) {
      lua_pop(L, 1);
      return mismatch(S, "keys that are strings");
    }
    if (known != 0) {
      bool declared;
      lua_pushvalue(L, -2);
      lua_rawget(L, known);
      declared = lua_toboolean(L, -1);
      lua_pop(L, 1);
      if (declared) continue;
    }
    keys[i].text = lua_tolstring(L, -2, &keys[i].size);
    i++;
  }
  qsort(keys, i, sizeof *keys, compare_keys);
  *count = i;
  return true;
}

/* The undeclared fields of the object at 'object', sorted by name. */
static bool write_rest (state *S, int object, int known, bool *first) {
  lua_State *L = S->L;
  size_t i, count = 0;
  sort_key *keys;
  if (!push_keys(S, object, known, &count)) return false;
  keys = lua_touserdata(L, -1);
  for (i = 0; i < count; i++) {
    put(S, *first ? "{" : ",", 1);
    *first = false;
    need(S, jilu_json_string(S->out, keys[i].text, keys[i].size));
    put(S, ":", 1);
    S->path[S->depth - 1].name = keys[i].text;
    lua_pushlstring(L, keys[i].text, keys[i].size);
    lua_rawget(L, object);
    if (!write_any(S)) return false;
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return true;
}

static void close_object (state *S, bool empty) {
  put(S, empty ? "{}" : "}", empty ? 2 : 1);
  leave(S);
}

static bool write_object (state *S, int schema_index) {
  lua_State *L = S->L;
  const jiluL_schema *schema = lua_touserdata(L, schema_index);
  int i, object = lua_gettop(L);
  bool first = true;
  if (!lua_istable(L, -1)) return mismatch(S, "a table");
  if (!enter(S, "")) return false;
  luaL_checkstack(L, 12, "record");
  lua_getuservalue(L, schema_index);
  for (i = 0; i < schema->count; i++)
    if (!write_field(S, schema, i, object, object + 1, &first)) return false;
  if (schema->open && !write_rest(S, object, object + 1, &first))
    return false;
  lua_pop(L, 1);
  close_object(S, first);
  return true;
}

static bool write_table (state *S) {
  lua_State *L = S->L;
  int object = lua_gettop(L);
  bool first = true;
  luaL_checkstack(L, 12, "record");
  if (pairs_in(L, object) == lua_rawlen(L, object))
    return write_list(S, JILUL_ANY, 0);
  if (!enter(S, "") || !write_rest(S, object, 0, &first)) return false;
  close_object(S, first);
  return true;
}

static bool write_any (state *S) {
  switch (lua_type(S->L, -1)) {
    case LUA_TSTRING: return write_string(S, "a string");
    case LUA_TNUMBER: return write_lua_number(S);
    case LUA_TBOOLEAN: return write_boolean(S);
    case LUA_TTABLE: return write_table(S);
    default: break;
  }
  if (!is_null(S->L)) return mismatch(S, "a value that JSON can hold");
  put(S, "null", 4);
  return true;
}

/* --- the class ---------------------------------------------------------------- */

/*
** writer() --> jilu.Writer, which gathers lines of JSON.
*/
static int new_writer (lua_State *L) {
  jilu_buffer *out = lua_newuserdata(L, sizeof *out);
  memset(out, 0, sizeof *out);
  luaL_setmetatable(L, WRITER);
  return 1;
}

/*
** writer:add(schema, record) --> true | nil, message
** Appends one line. A record that is not as 'schema' says adds nothing; the
** message names type, field, what was expected and what came.
*/
static int writer_add (lua_State *L) {
  jilu_buffer *out = luaL_checkudata(L, 1, WRITER);
  jiluL_schema *schema = luaL_checkudata(L, 2, JILU_SCHEMA);
  size_t start = out->size;
  state S;
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  S.L = L;
  S.out = out;
  S.type = schema->type;
  S.depth = 0;
  if (write_object(&S, 2)) {
    put(&S, "\n", 1);
    lua_pushboolean(L, 1);
    return 1;
  }
  out->size = start;
  lua_pushnil(L);
  lua_insert(L, -2);
  return 2;
}

/* #writer: how many bytes wait. */
static int writer_len (lua_State *L) {
  jilu_buffer *out = luaL_checkudata(L, 1, WRITER);
  lua_pushinteger(L, (lua_Integer)out->size);
  return 1;
}

/* writer:rewind(size): forgets all but the first 'size' bytes. */
static int writer_rewind (lua_State *L) {
  jilu_buffer *out = luaL_checkudata(L, 1, WRITER);
  lua_Integer size = luaL_checkinteger(L, 2);
  luaL_argcheck(L, size >= 0 && (size_t)size <= out->size, 2,
                "not a size that the writer has had");
  out->size = (size_t)size;
  return 0;
}

/* writer:take() --> string: hands the lines over and is empty again. */
static int writer_take (lua_State *L) {
  jilu_buffer *out = luaL_checkudata(L, 1, WRITER);
  lua_pushlstring(L, out->size > 0 ? out->bytes : "", out->size);
  out->size = 0;
  return 1;
}

static int writer_free (lua_State *L) {
  jilu_buffer_free(luaL_checkudata(L, 1, WRITER));
  return 0;
}

static int writer_tostring (lua_State *L) {
  jilu_buffer *out = luaL_checkudata(L, 1, WRITER);
  lua_pushfstring(L, "jilu.Writer: %d bytes", (int)out->size);
  return 1;
}

/* sha256(text) --> 64 hexadecimal digits (FIPS 180-4). */
static int sha256 (lua_State *L) {
  size_t size, i;
  const char *text = luaL_checklstring(L, 1, &size);
  unsigned char digest[32];
  char hex[64];
  jilu_sha256(text, size, digest);
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
  {"add", writer_add},
  {"rewind", writer_rewind},
  {"take", writer_take},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__len", writer_len},
  {"__tostring", writer_tostring},
  {"__gc", writer_free},
  {"__close", writer_free},
  {NULL, NULL}
};

void jiluL_open_record (lua_State *L) {
  luaL_newmetatable(L, WRITER);
  jiluL_setfuncs(L, metamethods);
  lua_newtable(L);
  jiluL_setfuncs(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  jiluL_setfuncs(L, functions);
  lua_pushlightuserdata(L, NULL);
  lua_setfield(L, -2, "null");
}
