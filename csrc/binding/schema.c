/*
** jilu.Schema: core.schema(type, fields, open). 'fields' is a list of
** { name, kind, optional = boolean }, kind being "string", "integer",
** "number", "boolean", "any", { choice = { "a", … } }, { list = "string" }
** or { list = a schema }; the word "self" for the latter is the schema
** itself, for trees. 'open' lets a record have more fields than these.
*/

#include "binding/schema.h"

#include <string.h>

/* Index of the user value while a schema is compiled. */
#define PARTS 5

static const char *const kind_names[] = {
  "string", "integer", "number", "boolean", "any", NULL
};

/* Puts the value on top of the stack at 'slot' of field 'i'. */
static void keep (lua_State *L, int i, int slot) {
  lua_rawseti(L, PARTS, 3 * i + slot);
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
  keep(L, i, 3);
  return JILUL_OBJECTS;
}

/* Kind of the field whose kind stands on top of the stack; pops it. */
static jiluL_kind read_kind (lua_State *L, int i) {
  jiluL_kind kind;
  lua_pushboolean(L, 0);
  keep(L, i, 3);
  if (lua_type(L, -1) == LUA_TTABLE) {
    lua_getfield(L, -1, "choice");
    if (lua_istable(L, -1)) {
      choice_set(L);
      keep(L, i, 3);
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

/* Compiles the field description on top of the stack; pops it. */
static void read_field (lua_State *L, jiluL_field *field, int i) {
  luaL_checktype(L, -1, LUA_TTABLE);
  lua_getfield(L, -1, "optional");
  field->optional = lua_toboolean(L, -1);
  lua_pop(L, 1);
  lua_rawgeti(L, -1, 1);
  field->name = luaL_checkstring(L, -1);
  lua_pushfstring(L, ",\"%s\":", field->name);
  field->key = lua_tolstring(L, -1, &field->key_size);
  keep(L, i, 2);
  lua_pushvalue(L, -1);
  lua_pushboolean(L, 1);
  lua_rawset(L, PARTS);
  keep(L, i, 1);
  lua_rawgeti(L, -1, 2);
  field->kind = read_kind(L, i);
  lua_pop(L, 1);
}

static int new_schema (lua_State *L) {
  size_t count;
  jiluL_schema *schema;
  int i;
  luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 3);
  count = lua_rawlen(L, 2);
  luaL_argcheck(L, count > 0 && count < 1000, 2, "1 to 999 fields expected");
  schema = lua_newuserdata(L, sizeof *schema +
                              count * sizeof schema->fields[0]);
  schema->type = lua_tostring(L, 1);
  schema->open = lua_toboolean(L, 3);
  schema->count = 0;
  luaL_setmetatable(L, JILU_SCHEMA);
  lua_newtable(L);
  lua_pushvalue(L, 1);
  lua_setfield(L, -2, "\1type");
  lua_pushvalue(L, -1);
  lua_setuservalue(L, PARTS - 1);
  for (i = 0; i < (int)count; i++) {
    lua_rawgeti(L, 2, i + 1);
    read_field(L, &schema->fields[i], i);
  }
  schema->count = (int)count;
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
