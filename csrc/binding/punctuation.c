/* The class jilu.Marks: marks of punctuation that cut prose. */

#include "binding/binding.h"

#include "unicode/utf8.h"

#define CLASS "jilu.Marks"

const jilu_marks *jiluL_checkmarks (lua_State *L, int arg) {
  return luaL_checkudata(L, arg, CLASS);
}

/* The next character of a string at 'at', which moves on; 0 at its end. */
static uint32_t next_character (const unsigned char *s, size_t size,
                                size_t *at) {
  unsigned width;
  int ok;
  uint32_t c;
  if (*at >= size) return 0;
  c = jilu_utf8_decode(s + *at, size - *at, &width, &ok);
  *at += width;
  return c;
}

static void read_marks (lua_State *L, jilu_marks *m, const char *field,
                        jilu_mark_kind kind) {
  size_t size, at = 0;
  const unsigned char *s;
  uint32_t c;
  luaL_argcheck(L, lua_getfield(L, 1, field) == LUA_TSTRING, 1,
                lua_pushfstring(L, "field '%s': string expected", field));
  s = (const unsigned char *)lua_tolstring(L, -1, &size);
  while ((c = next_character(s, size, &at)) != 0) {
    uint32_t closing = 0;
    if (kind == JILU_MARK_BRACKET) {
      closing = next_character(s, size, &at);
      luaL_argcheck(L, closing != 0, 1, "brackets come in pairs");
    }
    luaL_argcheck(L, jilu_marks_add(m, kind, c, closing), 1,
                  "more than JILU_MARKS_MAX (64) marks");
  }
  lua_pop(L, 1);
}

/*
** marks(strings) --> Marks
** 'strings' are of marks: 'sentence', 'segment', 'colon' and 'comma' cut,
** 'brackets' are pairs between which nothing is cut.
*/
static int marks_new (lua_State *L) {
  jilu_marks *m;
  luaL_checktype(L, 1, LUA_TTABLE);
  m = lua_newuserdatauv(L, sizeof *m, 0);
  jilu_marks_open(m);
  luaL_setmetatable(L, CLASS);
  read_marks(L, m, "sentence", JILU_MARK_SENTENCE);
  read_marks(L, m, "segment", JILU_MARK_SEGMENT);
  read_marks(L, m, "colon", JILU_MARK_COLON);
  read_marks(L, m, "comma", JILU_MARK_COMMA);
  read_marks(L, m, "brackets", JILU_MARK_BRACKET);
  return 1;
}

static const luaL_Reg functions[] = {
  {"marks", marks_new},
  {NULL, NULL}
};

void jiluL_open_marks (lua_State *L) {
  jiluL_newclass(L, CLASS, NULL, NULL, NULL);
  jiluL_setfuncs(L, functions);
}
