/* What facts may say, for Lua: rules and fields. */

#include "binding/binding.h"

#include "facts/field.h"

/*
** rules() --> list of { name, what it reads }
** The rules of the grammars of facts, each named as kind.rule.
*/
static int push_rules (lua_State *L) {
  int i;
  lua_createtable(L, JILU_RULE_COUNT_ - 1, 0);
  for (i = 1; i < JILU_RULE_COUNT_; i++) {
    lua_createtable(L, 2, 0);
    lua_pushstring(L, jilu_rule_name(i));
    lua_rawseti(L, -2, 1);
    lua_pushstring(L, jilu_rule_reads(i));
    lua_rawseti(L, -2, 2);
    lua_rawseti(L, -2, i);
  }
  return 1;
}

/* Pushes the name of a type of values, or the list of its choices. */
static void push_type (lua_State *L, jilu_field_type type) {
  static const char *const types[] = {
    [JILU_TYPE_STRING] = "string", [JILU_TYPE_NUMBER] = "number",
    [JILU_TYPE_INTEGER] = "integer", [JILU_TYPE_PARTS] = "parts"
  };
  const char *choice = jilu_field_choice(type, 0);
  int k;
  if (choice == NULL) {
    lua_pushstring(L, types[type]);
    return;
  }
  lua_newtable(L);
  for (k = 0; choice != NULL; choice = jilu_field_choice(type, ++k)) {
    lua_pushstring(L, choice);
    lua_rawseti(L, -2, k + 1);
  }
}

static void push_row (lua_State *L, const jilu_field_row *row) {
  static const char *const needs[] = {
    [JILU_NEED_NULLABLE] = "nullable", [JILU_NEED_OPTIONAL] = "optional",
    [JILU_NEED_TABLE] = "table"
  };
  lua_createtable(L, 3, 0);
  lua_pushstring(L, jilu_field_name(row->field));
  lua_rawseti(L, -2, 1);
  push_type(L, (jilu_field_type)row->type);
  lua_rawseti(L, -2, 2);
  lua_pushstring(L, needs[row->need]);
  lua_rawseti(L, -2, 3);
}

/*
** fields() --> { kind = list of { name, type, need } }
** The fields that facts of each kind have beside those of every fact: see
** facts/fields.def. A type is a name, or the list of the values that there are.
*/
static int push_fields (lua_State *L) {
  size_t i, count;
  const jilu_field_row *rows = jilu_field_rows(&count);
  lua_createtable(L, 0, JILU_FACT_KINDS);
  for (i = 0; i < count; i++) {
    lua_pushstring(L, jilu_fact_kind_name(rows[i].kind));
    if (i == 0 || rows[i].kind != rows[i - 1].kind) {
      lua_pushvalue(L, -1);
      lua_newtable(L);
      lua_rawset(L, -4);
    }
    lua_rawget(L, -2);
    push_row(L, &rows[i]);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    lua_pop(L, 1);
  }
  return 1;
}

static const luaL_Reg functions[] = {
  {"fields", push_fields},
  {"rules", push_rules},
  {NULL, NULL}
};

void jiluL_open_fields (lua_State *L) { jiluL_setfuncs(L, functions); }
