/* luaopen_jilu_core: the C half of `require "jilu"`. */

#include "binding/binding.h"

#include "jilu.h"

void jiluL_setfuncs (lua_State *L, const luaL_Reg *list) {
  for (; list->name != NULL; list++) {
    lua_pushcfunction(L, list->func);
    lua_setfield(L, -2, list->name);
  }
}

void jiluL_newclass (lua_State *L, const char *name, const luaL_Reg *methods,
                     const luaL_Reg *metamethods, lua_CFunction close) {
  luaL_newmetatable(L, name);
  lua_pushstring(L, name);      /* 5.3 and later do so themselves */
  lua_setfield(L, -2, "__name");
  if (methods != NULL) {
    lua_newtable(L);
    jiluL_setfuncs(L, methods);
    lua_setfield(L, -2, "__index");
  }
  if (metamethods != NULL) jiluL_setfuncs(L, metamethods);
  if (close != NULL) {
    lua_pushcfunction(L, close);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, close);
    lua_setfield(L, -2, "__close");
  }
  lua_pop(L, 1);
}

JILU_API int luaopen_jilu_core (lua_State *L) {
  luaL_checkversion(L);   /* before anything is made in a state of another */
  lua_newtable(L);
  lua_pushliteral(L, JILU_VERSION);
  lua_setfield(L, -2, "_VERSION");
  jiluL_open_use(L);
  jiluL_open_unicode(L);
  jiluL_open_case(L);
  jiluL_open_property(L);
  jiluL_open_pattern(L);
  jiluL_open_segment(L);
  jiluL_open_spans(L);
  jiluL_open_items(L);
  jiluL_open_text(L);
  jiluL_open_codes(L);
  jiluL_open_stream(L);
  jiluL_open_lexicon(L);
  jiluL_open_source(L);
  jiluL_open_conversion(L);
  jiluL_open_collation(L);
  jiluL_open_view(L);
  jiluL_open_roles(L);
  jiluL_open_schema(L);
  jiluL_open_record(L);
  jiluL_open_system(L);
  jiluL_open_output(L);
  jiluL_open_extractor(L);
  jiluL_open_vocabulary(L);
  jiluL_open_judge(L);
  jiluL_open_facts(L);
  jiluL_open_fields(L);
  jiluL_open_decimal(L);
  jiluL_open_gazetteer(L);
  jiluL_open_marks(L);
  jiluL_open_clauses(L);
  jiluL_open_signs(L);
  jiluL_open_find(L);
  jiluL_open_slice(L);
  return 1;
}
