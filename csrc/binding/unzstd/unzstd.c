/*
** luaopen_jilu_unzstd: what is compressed by Zstandard (RFC 8878), by libzstd. A
** shared object of its own, built where libzstd is; whoever reads no .zst does
** not load it.
*/

#include <zstd.h>

#include "binding/binding.h"
#include "jilu.h"

#define CLASS "jilu.Unzstd"

/* Bytes of output that are made at once. */
#define BLOCK 65536

/*
** A frame that needs more memory than a window of 2^27 bytes is refused, as
** the command zstd does without --long.
*/
#define WINDOW_LOG 27

typedef struct unzstd {
  ZSTD_DStream *z;
} unzstd;

/* unzstd.stream() --> Unzstd */
static int stream_new (lua_State *L) {
  unzstd *in = lua_newuserdata(L, sizeof *in);
  in->z = NULL;
  luaL_setmetatable(L, CLASS);
  in->z = ZSTD_createDStream();
  if (in->z == NULL) return luaL_error(L, "not enough memory");
  (void)ZSTD_DCtx_setParameter(in->z, ZSTD_d_windowLogMax, WINDOW_LOG);
  return 1;
}

/*
** stream:read(bytes, limit) --> text, ended | nil, message
** What 'bytes' add, as Inflate's; `ended` is true between two frames, one of
** which may follow the other.
*/
static int stream_read (lua_State *L) {
  unzstd *in = luaL_checkudata(L, 1, CLASS);
  ZSTD_inBuffer from = {NULL, 0, 0};
  lua_Integer limit = luaL_checkinteger(L, 3);
  size_t made = 0, left = 1;
  int full = 0;
  luaL_Buffer b;
  luaL_argcheck(L, in->z != NULL, 1, "closed");
  from.src = luaL_checklstring(L, 2, &from.size);
  luaL_buffinit(L, &b);
  while (from.pos < from.size || full) {
    char out[BLOCK];
    ZSTD_outBuffer to = {out, BLOCK, 0};
    left = ZSTD_decompressStream(in->z, &to, &from);
    if (ZSTD_isError(left)) {
      luaL_pushresult(&b);
      lua_pushnil(L);
      lua_pushfstring(L, "compressed data is damaged (%s)",
                      ZSTD_getErrorName(left));
      return 2;
    }
    luaL_addlstring(&b, out, to.pos);
    made += to.pos;
    full = to.pos == BLOCK;
    if ((lua_Integer)made > limit) {
      luaL_pushresult(&b);
      lua_pushnil(L);
      lua_pushfstring(L, "more than %d bytes when decompressed", (int)limit);
      return 2;
    }
  }
  luaL_pushresult(&b);
  lua_pushboolean(L, left == 0);
  return 2;
}

static int stream_gc (lua_State *L) {
  unzstd *in = luaL_checkudata(L, 1, CLASS);
  (void)ZSTD_freeDStream(in->z);
  in->z = NULL;
  return 0;
}

JILU_API int luaopen_jilu_unzstd (lua_State *L);

JILU_API int luaopen_jilu_unzstd (lua_State *L) {
  luaL_newmetatable(L, CLASS);
  lua_pushcfunction(L, stream_gc);
  lua_setfield(L, -2, "__gc");
  lua_newtable(L);
  lua_pushcfunction(L, stream_read);
  lua_setfield(L, -2, "read");
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  lua_newtable(L);
  lua_pushcfunction(L, stream_new);
  lua_setfield(L, -2, "stream");
  return 1;
}
