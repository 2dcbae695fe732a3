/*
** jilu.Schema: core.schema(type, fields [, hidden]). 'fields' is a list of
** { name, kind, optional = boolean, source = key, shift = n, digits = key },
** kind being
** "string", "integer", "number", "boolean", "any", { choice = { "a", … } },
** { list = "string" } or { list = a schema }; the word "self" for the latter
** is the schema itself, for trees. A value is looked for under 'source', or
** else the name; 'shift' is added to it; of a number that does not show all its
** digits these are looked for under 'digits'. With a list 'hidden' of keys, more
** fields than these may come, but for those of the list.
*/

#include "binding/schema.h"

#include <string.h>

#include "binding/layer.h"

/* Index of the user value while a schema is compiled. */
#define PARTS 5

static const char *const kind_names[] = {
  "string", "integer", "number", "boolean", "any", NULL
};

/* Puts the value on top of the stack at 'slot' of field 'i'. */
static void keep (lua_State *L, int i, int slot) {
  lua_rawseti(L, PARTS, JILUL_PLACES + JILUL_SLOTS * i + slot);
}

/* The set { value = true } of the list on top of the stack replaces it. */
static void choice_set (lua_State *L) {
  int i, count = (int)lua_rawlen(L, -1);
  lua_createtable(L, 0, count);
  for (i = 1; i <= count; i++) {
    lua_rawgeti(L, -2, i);
    luaL_checkstring(L, -1);
    lua_pushboolean(L, 1);
    lua_rawset(L, -3);
  }
  lua_remove(L, -2);
}

/* Kind of the list whose element stands on top of the stack; pops it. */
static jiluL_kind list_kind (lua_State *L, int i) {
  const char *word = lua_tostring(L, -1);
  if (word != NULL && strcmp(word, "string") == 0) {
    lua_pop(L, 1);
    return JILUL_STRINGS;
  }
  if (word != NULL && strcmp(word, "self") == 0) {
    lua_pop(L, 1);
    lua_pushvalue(L, PARTS - 1);
  }
  luaL_checkudata(L, -1, JILU_SCHEMA);
  keep(L, i, JILUL_SLOT_PART);
  return JILUL_OBJECTS;
}

/* Kind of the field whose kind stands on top of the stack; pops it. */
static jiluL_kind read_kind (lua_State *L, int i) {
  jiluL_kind kind;
  lua_pushboolean(L, 0);
  keep(L, i, JILUL_SLOT_PART);
  if (lua_type(L, -1) == LUA_TTABLE) {
    lua_getfield(L, -1, "choice");
    if (lua_istable(L, -1)) {
      choice_set(L);
      keep(L, i, JILUL_SLOT_PART);
      kind = JILUL_CHOICE;
    }
    else {
      lua_pop(L, 1);
      lua_getfield(L, -1, "list");
      kind = list_kind(L, i);
    }
  }
  else
    kind = (jiluL_kind)luaL_checkoption(L, lua_gettop(L), NULL, kind_names);
  lua_pop(L, 1);
  return kind;
}

/* Marks the string on top of the stack, which stays, as a known key. */
static void mark_known (lua_State *L) {
  luaL_checkstring(L, -1);
  lua_pushvalue(L, -1);
  lua_pushboolean(L, 1);
  lua_rawset(L, PARTS);
}

/* Where the digits of the number are whose description is on top. */
static void read_digits (lua_State *L, int i) {
  if (lua_getfield(L, -1, "digits") == LUA_TSTRING) keep(L, i, JILUL_SLOT_PART);
  else lua_pop(L, 1);
}

/* Where the field whose description is on top of the stack is found. */
static void read_source (lua_State *L, jiluL_field *field, int i) {
  lua_getfield(L, -1, "shift");
  field->shift = (int)lua_tointeger(L, -1);
  lua_pop(L, 1);
  lua_getfield(L, -1, "source");
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_rawgeti(L, -1, 1);
  }
  mark_known(L);
  field->fact_field = jilu_field_of(lua_tostring(L, -1));
  keep(L, i, JILUL_SLOT_SOURCE);
}

/* The side that a key, ,"content_start": and the like, gives. */
static jiluL_side side_of (const char *key, size_t size) {
  static const char start[] = "start\":", end[] = "end\":";
  size_t of_start = sizeof start - 1, of_end = sizeof end - 1;
  if (size > of_start && memcmp(key + size - of_start, start, of_start) == 0 &&
      strchr("\"_", key[size - of_start - 1]) != NULL)
    return JILUL_START;
  if (size > of_end && memcmp(key + size - of_end, end, of_end) == 0 &&
      strchr("\"_", key[size - of_end - 1]) != NULL)
    return JILUL_END;
  return JILUL_NO_SIDE;
}

/* Compiles the field description on top of the stack; pops it. */
static void read_field (lua_State *L, jiluL_field *field, int i) {
  luaL_checktype(L, -1, LUA_TTABLE);
  lua_getfield(L, -1, "optional");
  field->optional = lua_toboolean(L, -1);
  lua_pop(L, 1);
  lua_rawgeti(L, -1, 1);
  lua_pushfstring(L, ",\"%s\":", luaL_checkstring(L, -1));
  field->key = lua_tolstring(L, -1, &field->key_size);
  memset(field->key_copy, 0, sizeof field->key_copy);
  memcpy(field->key_copy, field->key,
         field->key_size < JILUL_KEY_ROOM ? field->key_size : JILUL_KEY_ROOM);
  keep(L, i, JILUL_SLOT_KEY);
  lua_pop(L, 1);
  read_source(L, field, i);
  lua_rawgeti(L, -1, 2);
  field->kind = read_kind(L, i);
  if (field->kind == JILUL_NUMBER) read_digits(L, i);
  field->side = field->kind == JILUL_INTEGER
                    ? side_of(field->key, field->key_size) : JILUL_NO_SIDE;
  lua_pop(L, 1);
}

/* Marks the keys of the list of those that an open schema leaves out. */
static void read_hidden (lua_State *L, int list) {
  int i, count = (int)lua_rawlen(L, list);
  for (i = 1; i <= count; i++) {
    lua_rawgeti(L, list, i);
    mark_known(L);
    lua_pop(L, 1);
  }
}

/* The keys that a writer looks for in every annotation. */
static void keep_places (lua_State *L) {
  static const char *const keys[] = {"first", "last", "line"};
  int i;
  for (i = 0; i < JILUL_PLACES; i++) {
    lua_pushstring(L, keys[i]);
    lua_rawseti(L, PARTS, i + 1);
  }
}

static int new_schema (lua_State *L) {
  size_t count;
  jiluL_schema *schema;
  int i;
  luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 3);
  count = (size_t)lua_rawlen(L, 2);
  luaL_argcheck(L, count < 1000, 2, "at most 999 fields expected");
  if (!lua_isnil(L, 3)) luaL_checktype(L, 3, LUA_TTABLE);
  schema = lua_newuserdatauv(L, sizeof *schema +
                                count * sizeof schema->fields[0], 1);
  schema->type = lua_tostring(L, 1);
  schema->open = lua_istable(L, 3);
  schema->count = 0;
  luaL_setmetatable(L, JILU_SCHEMA);
  lua_newtable(L);
  lua_pushvalue(L, 1);
  lua_setfield(L, -2, "\1type");
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, PARTS - 1, 1);
  keep_places(L);
  for (i = 0; i < (int)count; i++) {
    lua_rawgeti(L, 2, i + 1);
    read_field(L, &schema->fields[i], i);
  }
  schema->count = (int)count;
  if (schema->open) read_hidden(L, 3);
  lua_settop(L, PARTS - 1);
  return 1;
}

static int schema_tostring (lua_State *L) {
  jiluL_schema *schema = luaL_checkudata(L, 1, JILU_SCHEMA);
  lua_pushfstring(L, "jilu.Schema: %s (%d fields)", schema->type,
                  schema->count);
  return 1;
}

static int schema_len (lua_State *L) {
  jiluL_schema *schema = luaL_checkudata(L, 1, JILU_SCHEMA);
  lua_pushinteger(L, schema->count);
  return 1;
}

static const luaL_Reg functions[] = {
  {"schema", new_schema},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__tostring", schema_tostring},
  {"__len", schema_len},
  {NULL, NULL}
};

void jiluL_open_schema (lua_State *L) {
  luaL_newmetatable(L, JILU_SCHEMA);
  jiluL_setfuncs(L, metamethods);
  lua_pop(L, 1);
  jiluL_setfuncs(L, functions);
}
