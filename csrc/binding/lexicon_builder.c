/* The class jilu.LexiconBuilder: what a lexicon is compiled from. */

#include "binding/lexicon.h"

#include <stdlib.h>

#define BUILDER "jilu.LexiconBuilder"

/* The builder at 1; checked last, as what is called before may close it. */
static jilu_lexicon_builder *check_builder (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, BUILDER);
  luaL_argcheck(L, box->is != NULL, 1, "builder is closed");
  return box->is;
}

static int builder_new (lua_State *L) {
  jiluL_box *box = jiluL_newbox(L, BUILDER, 0);
  box->is = jilu_builder_new();
  if (box->is == NULL) return luaL_error(L, "not enough memory");
  return 1;
}

static int builder_close (lua_State *L) {
  jiluL_box *box = luaL_checkudata(L, 1, BUILDER);
  jilu_builder_free(box->is);
  box->is = NULL;
  return 0;
}

/* builder:source(): what comes now is from another source */
static int builder_source (lua_State *L) {
  jilu_builder_source(check_builder(L));
  return 0;
}

/* builder:add(word, count [, tag [, class]]) --> true | nil, message */
static int builder_add (lua_State *L) {
  size_t size;
  const char *word = luaL_checklstring(L, 2, &size);
  double count = luaL_checknumber(L, 3);
  const char *tag = luaL_optstring(L, 4, NULL);
  const char *class = luaL_optstring(L, 5, NULL);
  jilu_lexicon_builder *b = check_builder(L);
  jilu_status status = jilu_builder_add(b, word, size, count, tag, class);
  jiluL_checkmemory(L, status);
  if (status != JILU_OK) {
    lua_pushnil(L);
    lua_pushliteral(L, "not a word of 1 to 32 characters of UTF-8 with a "
                    "count and a tag of at most 15 bytes");
    return 2;
  }
  lua_pushboolean(L, 1);
  return 1;
}

/* builder:hashed(hashes, counts): pairs, see jilu_builder_hashed */
static int builder_hashed (lua_State *L) {
  size_t size, other;
  const char *hashes = luaL_checklstring(L, 2, &size);
  const char *counts = luaL_checklstring(L, 3, &other);
  jilu_lexicon_builder *b = check_builder(L);
  luaL_argcheck(L, size % 8 == 0 && other == size / 2, 3,
                "as many counts of 4 bytes as hashes of 8 expected");
  jiluL_checkmemory(L, jilu_builder_hashed(b, (const unsigned char *)hashes,
                                      (const unsigned char *)counts,
                                      size / 8));
  return 0;
}

/* builder:foreign(characters) */
static int builder_foreign (lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 2, &size);
  jilu_lexicon_builder *b = check_builder(L);
  luaL_argcheck(L, jilu_builder_foreign(b, text, size) == JILU_OK, 2,
                "well-formed UTF-8 expected");
  return 0;
}

/* builder:name(part, character, count) */
static int builder_name (lua_State *L) {
  const char *part = luaL_checkstring(L, 2);
  size_t size;
  const char *text = luaL_checklstring(L, 3, &size);
  double count = luaL_checknumber(L, 4);
  jilu_status status =
    jilu_builder_name(check_builder(L), part, text, size, count);
  jiluL_checkmemory(L, status);
  luaL_argcheck(L, status == JILU_OK, 3, "a part of a name, its character "
                "and its count expected");
  return 0;
}

/* builder:part(kind, text) */
static int builder_part (lua_State *L) {
  const char *kind = luaL_checkstring(L, 2);
  size_t size;
  const char *text = luaL_checklstring(L, 3, &size);
  jilu_status status = jilu_builder_part(check_builder(L), kind, text, size);
  jiluL_checkmemory(L, status);
  luaL_argcheck(L, status == JILU_OK, 3, "a unit, a surname or a body of 1 to "
                "32 characters expected");
  return 0;
}

/* A box for memory that a raise must not leak. */
static int free_memory (lua_State *L) {
  void **box = lua_touserdata(L, 1);
  free(*box);
  *box = NULL;
  return 0;
}

static void **new_memory (lua_State *L) {
  void **box = lua_newuserdatauv(L, sizeof *box, 0);
  *box = NULL;
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, free_memory);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  return box;
}

/* builder:compile(notes) --> the file, a string | nil, message */
static int builder_compile (lua_State *L) {
  size_t notes_size, size;
  const char *notes = luaL_checklstring(L, 2, &notes_size);
  void **image = new_memory(L);
  jilu_status status = jilu_builder_compile(check_builder(L), notes,
                                            notes_size, image, &size);
  jiluL_checkmemory(L, status);
  if (status != JILU_OK) {
    lua_pushnil(L);
    lua_pushliteral(L, "more than 1,048,574 words, or more characters than "
                    "a trie can hold");
    return 2;
  }
  lua_pushlstring(L, *image, size);
  free(*image);
  *image = NULL;
  return 1;
}

/* --- the class ----------------------------------------------------------- */

static const luaL_Reg methods[] = {
  {"source", builder_source},
  {"add", builder_add},
  {"hashed", builder_hashed},
  {"foreign", builder_foreign},
  {"name", builder_name},
  {"part", builder_part},
  {"compile", builder_compile},
  {"close", builder_close},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"lexicon_builder", builder_new},
  {NULL, NULL}
};

void jiluL_open_lexicon_builder (lua_State *L) {
  jiluL_newclass(L, BUILDER, methods, NULL, builder_close);
  jiluL_setfuncs(L, functions);
}
