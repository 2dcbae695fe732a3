#include "binding/encode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef jiluL_encoder state;

typedef struct sort_key {
  const char *text;
  size_t size;
  int value;   /* its index on the stack; 0: it is looked up */
} sort_key;

/*
** Every 'write_…' function takes the value on top of the stack; what it leaves
** above goes with the object or the element of a list that is being written.
** False: a message was pushed.
*/
static bool write_any (state *S);

static void need (state *S, jilu_status status) {
  jiluL_need(S->L, status);
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
    else if (S->path[i].size > 0) {
      luaL_addchar(&b, '.');
      luaL_addlstring(&b, S->path[i].name, S->path[i].size);
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

/* Goes into an object, with 'name' "", or a list, with NULL. */
static bool enter (state *S, const char *name) {
  if (S->depth == JILUL_MAX_DEPTH) {
    lua_pushfstring(S->L, "%s: nested deeper than %d levels "
                    "(JILUL_MAX_DEPTH)", S->type, JILUL_MAX_DEPTH);
    return false;
  }
  S->path[S->depth].name = name;
  S->path[S->depth].size = 0;
  S->path[S->depth].index = 0;
  S->depth++;
  return true;
}

static void leave (state *S) { S->depth--; }

/* The field of the innermost object that is being written. */
static void at_field (state *S, const char *name, size_t size) {
  S->path[S->depth - 1].name = name;
  S->path[S->depth - 1].size = size;
}

/* --- single values --------------------------------------------------------- */

static bool write_string (state *S, int type) {
  size_t size;
  const char *text;
  if (type != LUA_TSTRING) return mismatch(S, "a string");
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

static bool write_number (state *S, int type) {
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

static bool write_integer (state *S, int type, const jiluL_field *field) {
  lua_Number value;
  if (type != LUA_TNUMBER) return mismatch(S, "an integer");
  value = lua_tonumber(S->L, -1);
  if (!(value >= -9007199254740992.0 && value <= 9007199254740992.0) ||
      (lua_Number)(int64_t)value != value)
    return mismatch(S, "an integer");
  need(S, jilu_json_integer(S->out, jiluL_position(S, field->side,
                                    (int64_t)value + field->shift)));
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
static bool write_choice (state *S, int type, int set) {
  lua_State *L = S->L;
  bool known;
  if (type != LUA_TSTRING) return mismatch(S, "a string");
  lua_pushvalue(L, -1);
  known = lua_rawget(L, set) != LUA_TNIL;
  lua_pop(L, 1);
  if (known) return write_string(S, type);
  push_choices(L, set);
  lua_insert(L, -2);
  mismatch(S, lua_tostring(L, -2));
  lua_remove(L, -3);
  return false;
}

/* --- lists ------------------------------------------------------------------- */

/* Writes the element of a list that is on top of the stack. */
static bool write_element (state *S, jiluL_kind kind,
                           const jiluL_shape *shape) {
  bool first = true;
  if (kind == JILUL_STRINGS) return write_string(S, lua_type(S->L, -1));
  if (kind == JILUL_OBJECTS) return jiluL_encode_fields(S, shape, &first);
  return write_any(S);
}

/*
** Writes the list on top; where its elements are objects, their schema is at
** 'part'.
*/
static bool write_list (state *S, jiluL_kind kind, int part) {
  lua_State *L = S->L;
  int i, count, top, list = lua_gettop(L);
  jiluL_shape shape = {NULL, 0, 0};
  if (!lua_istable(L, -1)) return mismatch(S, "a list");
  if (!enter(S, NULL)) return false;
  count = (int)lua_rawlen(L, -1);
  if (count > 0 && kind == JILUL_OBJECTS) shape = jiluL_pushshape(L, part);
  top = lua_gettop(L);
  jiluL_put_char(S, '[');
  for (i = 1; i <= count; i++) {
    if (i > 1) jiluL_put_char(S, ',');
    S->path[S->depth - 1].index = i;
    lua_rawgeti(L, list, i);
    if (!write_element(S, kind, &shape)) return false;
    lua_settop(L, top);
  }
  jiluL_put_char(S, ']');
  leave(S);
  return true;
}

/* --- objects of a schema ----------------------------------------------------- */

static bool is_list (const jiluL_field *field) {
  return field->kind == JILUL_STRINGS || field->kind == JILUL_OBJECTS;
}

/* Is the value on top of the stack, which is of this type, JSON's null? */
static bool is_null (lua_State *L, int type) {
  return type == LUA_TNIL ||
         (type == LUA_TLIGHTUSERDATA && lua_touserdata(L, -1) == NULL);
}

/*
** Writes the value on top, which is of this type, as 'field' says, whose part
** is at 'part'.
*/
static bool write_value (state *S, const jiluL_field *field, int type,
                         int part) {
  switch (field->kind) {
    case JILUL_STRING: return write_string(S, type);
    case JILUL_INTEGER: return write_integer(S, type, field);
    case JILUL_NUMBER: return write_number(S, type);
    case JILUL_BOOLEAN: return write_boolean(S);
    case JILUL_CHOICE: return write_choice(S, type, part);
    case JILUL_STRINGS:
    case JILUL_OBJECTS: return write_list(S, field->kind, part);
    default: return write_any(S);
  }
}

void jiluL_encode_absent (state *S, const jiluL_field *field, bool *first) {
  bool list = is_list(field);
  if (field->optional) return;
  jiluL_encode_key(S, field, first);
  need(S, jilu_buffer_room(S->out, 4));
  memcpy(S->out->bytes + S->out->size, list ? "[]  " : "null", 4);
  S->out->size += list ? 2 : 4;
}

/*
** In place of the number on top, a value of the object at 'object', pushes the
** digits that stand beside it, if these are its own; returns its type.
*/
static int push_digits (lua_State *L, const jiluL_shape *shape, int i,
                        int object) {
  int digits = lua_gettop(L) + 1;
  if (lua_isinteger(L, -1) ||
      lua_rawgeti(L, shape->parts, JILUL_PLACES + JILUL_SLOTS * i +
                                       JILUL_SLOT_PART) != LUA_TSTRING) {
    lua_settop(L, digits - 1);
    return LUA_TNUMBER;
  }
  if (lua_rawget(L, object) == LUA_TSTRING &&
      jiluL_isnearest(L, digits - 1, digits))
    return LUA_TSTRING;
  lua_settop(L, digits - 1);
  return LUA_TNUMBER;
}

/* Field 'i' of the object at 'object'. */
static bool write_field (state *S, const jiluL_shape *shape, int i,
                         int object, bool *first) {
  lua_State *L = S->L;
  const jiluL_field *field = &shape->schema->fields[i];
  int type, part = 0;
  lua_pushvalue(L, shape->keys + i);
  type = lua_rawget(L, object);
  if (is_null(L, type)) {
    jiluL_encode_absent(S, field, first);
    return true;
  }
  if (field->kind == JILUL_NUMBER && type == LUA_TNUMBER)
    type = push_digits(L, shape, i, object);
  if (field->kind >= JILUL_CHOICE) {
    lua_rawgeti(L, shape->parts,
                JILUL_PLACES + JILUL_SLOTS * i + JILUL_SLOT_PART);
    part = lua_gettop(L) - 1;
    lua_insert(L, part);
  }
  jiluL_encode_key(S, field, first);
  at_field(S, field->key + 2, field->key_size - 4);
  return write_value(S, field, type, part);
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

/* Has the table no keys but 1 to its length? */
static bool is_sequence (lua_State *L, int table) {
  size_t size = (size_t)lua_rawlen(L, table);
  if (size > 0) return pairs_in(L, table) == size;
  lua_pushnil(L);
  if (lua_next(L, table) == 0) return true;
  lua_pop(L, 2);
  return false;
}

/* Is the key below the value on top of the stack in the set at 'known'? */
static bool is_known (lua_State *L, int known) {
  bool found;
  lua_pushvalue(L, -2);
  lua_rawget(L, known);
  found = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return found;
}

/* Objects of up to so many fields need no memory of their own for the keys. */
#define FEW_KEYS 16

/*
** Puts the keys of the table at 'object' into 'keys', which has room for 'room',
** but for those that the table at 'known' has (0: none); the strings live in
** the table. Few values are pushed. False where a key is no string; '*count' is
** over 'room' where there are more, and nothing is pushed.
*/
static bool push_fields (state *S, int object, int known, sort_key *keys,
                         size_t room, size_t *count) {
  lua_State *L = S->L;
  int top = lua_gettop(L);
  size_t i = 0;
  for (lua_pushnil(L); lua_next(L, object); ) {
    if (lua_type(L, -2) != LUA_TSTRING) {
      lua_pop(L, 1);
      return mismatch(S, "keys that are strings");
    }
    if (known != 0 && is_known(L, known)) {
      lua_pop(L, 1);
      continue;
    }
    if (i == room) {
      lua_settop(L, top);
      i++;
      break;
    }
    keys[i].text = lua_tolstring(L, -2, &keys[i].size);
    keys[i].value = room > FEW_KEYS ? 0 : lua_gettop(L) - 1;
    i++;
    /* the value stays below the key, by which lua_next goes on */
    if (room > FEW_KEYS) lua_pop(L, 1);
    else lua_insert(L, -2);
  }
  *count = i;
  return true;
}

/* Sorts a few keys, and more of them too. */
static void sort_keys (sort_key *keys, size_t count) {
  size_t i, k;
  if (count > FEW_KEYS) {
    qsort(keys, count, sizeof *keys, compare_keys);
    return;
  }
  for (i = 1; i < count; i++) {
    sort_key key = keys[i];
    for (k = i; k > 0 && compare_keys(&keys[k - 1], &key) > 0; k--)
      keys[k] = keys[k - 1];
    keys[k] = key;
  }
}

static void push_field (lua_State *L, int object, const sort_key *key) {
  if (key->value > 0) lua_pushvalue(L, key->value);
  else {
    lua_pushlstring(L, key->text, key->size);
    lua_rawget(L, object);
  }
}

/* The undeclared fields of the object at 'object', sorted by name. */
static bool write_rest (state *S, int object, int known, bool *first) {
  lua_State *L = S->L;
  sort_key few[FEW_KEYS], *keys = few;
  size_t i, count;
  int top;
  luaL_checkstack(L, FEW_KEYS + LUA_MINSTACK, "record");
  if (!push_fields(S, object, known, few, FEW_KEYS, &count)) return false;
  if (count > FEW_KEYS) {
    size_t all = pairs_in(L, object);
    keys = lua_newuserdata(L, all * sizeof *keys);
    if (!push_fields(S, object, known, keys, all, &count)) return false;
  }
  sort_keys(keys, count);
  top = lua_gettop(L);
  for (i = 0; i < count; i++) {
    jiluL_put_char(S, *first ? '{' : ',');
    *first = false;
    need(S, jilu_json_string(S->out, keys[i].text, keys[i].size));
    jiluL_put_char(S, ':');
    at_field(S, keys[i].text, keys[i].size);
    push_field(L, object, &keys[i]);
    if (!write_any(S)) return false;
    lua_settop(L, top);
  }
  return true;
}

static void close_object (state *S, bool empty) {
  if (empty) jiluL_put_char(S, '{');
  jiluL_put_char(S, '}');
  leave(S);
}

jiluL_shape jiluL_pushshape (lua_State *L, int index) {
  jiluL_shape shape;
  int i;
  shape.schema = lua_touserdata(L, index);
  /* its keys; the value of each field and what the schema says about it */
  luaL_checkstack(L, 3 * shape.schema->count + LUA_MINSTACK, "record");
  lua_getiuservalue(L, index, 1);
  shape.parts = lua_gettop(L);
  shape.keys = shape.parts + 1;
  for (i = 0; i < shape.schema->count; i++)
    lua_rawgeti(L, shape.parts,
                JILUL_PLACES + JILUL_SLOTS * i + JILUL_SLOT_SOURCE);
  return shape;
}

bool jiluL_encode_fields (state *S, const jiluL_shape *shape, bool *first) {
  lua_State *L = S->L;
  int i, object = lua_gettop(L);
  if (!lua_istable(L, -1)) return mismatch(S, "a table");
  if (!enter(S, "")) return false;
  for (i = 0; i < shape->schema->count; i++)
    if (!write_field(S, shape, i, object, first)) return false;
  if (shape->schema->open && !write_rest(S, object, shape->parts, first))
    return false;
  close_object(S, *first);
  return true;
}

static bool write_table (state *S) {
  lua_State *L = S->L;
  int object = lua_gettop(L);
  bool first = true;
  luaL_checkstack(L, LUA_MINSTACK, "record");
  if (is_sequence(L, object)) return write_list(S, JILUL_ANY, 0);
  if (!enter(S, "") || !write_rest(S, object, 0, &first)) return false;
  close_object(S, first);
  return true;
}

static bool write_any (state *S) {
  int type = lua_type(S->L, -1);
  switch (type) {
    case LUA_TSTRING: return write_string(S, type);
    case LUA_TNUMBER: return write_lua_number(S);
    case LUA_TBOOLEAN: return write_boolean(S);
    case LUA_TTABLE: return write_table(S);
    default: break;
  }
  if (!is_null(S->L, type)) return mismatch(S, "a value that JSON can hold");
  put(S, "null", 4);
  return true;
}
