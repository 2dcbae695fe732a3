/* core.extractor_image, core.extractor_open: a compiled vocabulary as a file. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "binding/binding.h"

#include "facts/judge/judge.h"
#include "lexicon/image.h"
#include "vocabulary/image.h"

#define CLASS JILUL_EXTRACTOR

/*
** The key of a file: what the caller says of the data, and what this library
** makes of numbers in it.
*/
static uint64_t key_of (lua_State *L, int arg) {
  static const char library[] = JILU_VERSION
#define CLASS_NAME(name, lua) " " lua
    JILU_CLASSES(CLASS_NAME)
#undef CLASS_NAME
    ;
  size_t size;
  const char *data = luaL_checklstring(L, arg, &size);
  uint64_t sums[3];
  sums[0] = jilu_lexicon_sum(data, size);
  sums[1] = jilu_lexicon_sum(library, sizeof library);
  sums[2] = JILU_WEIGHT_COUNT;
  return sums[0] ^ (sums[1] * UINT64_C(0x9E3779B97F4A7C15)) ^ sums[2] << 48;
}

/*
** extractor_image(extractor, data) --> string
** The bytes of a file that extractor_open takes with the same 'data', a text
** that tells what the vocabulary was compiled from.
*/
static int extractor_image (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  uint64_t key = key_of(L, 2);
  size_t size;
  char **image;
  void *bytes;
  jilu_status status;
  lua_settop(L, 1);
  jiluL_use(L, 1);
  luaL_argcheck(L, box->is != NULL, 1, "extractor is closed");
  image = jiluL_newmemory(L);
  status = jilu_vocabulary_save(box->is, key, &bytes, &size);
  if (status == JILU_TOO_LARGE) return luaL_error(L, "vocabulary too large");
  if (status != JILU_OK) return luaL_error(L, "not enough memory");
  *image = bytes;
  lua_pushlstring(L, *image, size);
  return 1;
}

/*
** extractor_open(path, data) --> Extractor, or nil and a message where there is
** no such file, or one of other data or of another version, or a damaged one.
*/
static int extractor_open (lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  uint64_t key = key_of(L, 2);
  jilu_vocabulary *vocabulary;
  jiluL_box *box = jiluL_newbox(L, CLASS, 0);
  jilu_status status = jilu_vocabulary_open(path, key, &vocabulary);
  if (status == JILU_OK && vocabulary->weight_count != 0 &&
      vocabulary->weight_count != JILU_WEIGHT_COUNT) {
    jilu_vocabulary_free(vocabulary);
    status = JILU_BAD_VALUE;
  }
  if (status == JILU_OK) {
    box->is = vocabulary;
    return 1;
  }
  if (status == JILU_NO_MEMORY) return luaL_error(L, "not enough memory");
  lua_pushnil(L);
  lua_pushfstring(L, "%s: %s", path, status == JILU_IO ? strerror(errno) :
                  "no vocabulary, or of other words, or damaged");
  return 2;
}

static const luaL_Reg functions[] = {
  {"extractor_image", extractor_image},
  {"extractor_open", extractor_open},
  {NULL, NULL}
};

void jiluL_open_vocabulary (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
