/*
** luaopen_jilu_inflate: what is compressed as gzip or deflate, by zlib. A shared
** object of its own, built where zlib is; whoever reads nothing compressed does
** not load it.
*/

#include <string.h>

#include <zlib.h>

#include "binding/binding.h"
#include "jilu.h"

#define CLASS "jilu.Inflate"

/* Bytes of output that are made at once. */
#define BLOCK 65536

typedef struct inflater {
  z_stream z;
  int is_open;
  int gzip;     /* one member behind another is one stream */
  int ended;
} inflater;

/* inflate.stream("gzip" | "raw") --> Inflate */
static int stream_new (lua_State *L) {
  static const char *const kinds[] = {"gzip", "raw", NULL};
  int raw = luaL_checkoption(L, 1, "gzip", kinds);
  inflater *in = lua_newuserdata(L, sizeof *in);
  memset(in, 0, sizeof *in);
  luaL_setmetatable(L, CLASS);
  in->gzip = !raw;
  if (inflateInit2(&in->z, raw ? -MAX_WBITS : MAX_WBITS + 16) != Z_OK)
    return luaL_error(L, "not enough memory");
  in->is_open = 1;
  return 1;
}

static int fail (lua_State *L, const inflater *in) {
  lua_pushnil(L);
  lua_pushfstring(L, "compressed data is damaged (%s)",
                  in->z.msg != NULL ? in->z.msg : "unknown");
  return 2;
}

/* Goes on with the member of a gzip file that follows; false: none does. */
static int next_member (inflater *in) {
  if (!in->gzip || in->z.avail_in < 2 || in->z.next_in[0] != 0x1F ||
      in->z.next_in[1] != 0x8B)
    return 0;
  return inflateReset(&in->z) == Z_OK;
}

/*
** stream:read(bytes, limit) --> text, ended | nil, message
** What 'bytes' add. Over 'limit' bytes of text fail; what follows the end of the
** stream is left.
*/
static int stream_read (lua_State *L) {
  inflater *in = luaL_checkudata(L, 1, CLASS);
  size_t size, made = 0;
  const char *bytes = luaL_checklstring(L, 2, &size);
  lua_Integer limit = luaL_checkinteger(L, 3);
  luaL_Buffer b;
  luaL_argcheck(L, in->is_open, 1, "closed");
  luaL_argcheck(L, size < UINT32_MAX, 2, "too long");
  in->z.next_in = (Bytef *)(uintptr_t)bytes;
  in->z.avail_in = (uInt)size;
  luaL_buffinit(L, &b);
  while (!in->ended && (in->z.avail_in > 0 || in->z.avail_out == 0)) {
    char out[BLOCK];
    int status;
    in->z.next_out = (Bytef *)out;
    in->z.avail_out = BLOCK;
    status = inflate(&in->z, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      luaL_pushresult(&b);
      return fail(L, in);
    }
    luaL_addlstring(&b, out, BLOCK - in->z.avail_out);
    made += BLOCK - in->z.avail_out;
    if ((lua_Integer)made > limit) {
      luaL_pushresult(&b);
      lua_pushnil(L);
      lua_pushfstring(L, "more than %d bytes when decompressed", (int)limit);
      return 2;
    }
    if (status == Z_STREAM_END) in->ended = !next_member(in);
    else if (status == Z_BUF_ERROR) break;
  }
  luaL_pushresult(&b);
  lua_pushboolean(L, in->ended);
  return 2;
}

static int stream_gc (lua_State *L) {
  inflater *in = luaL_checkudata(L, 1, CLASS);
  if (in->is_open) (void)inflateEnd(&in->z);
  in->is_open = 0;
  return 0;
}

JILU_API int luaopen_jilu_inflate (lua_State *L);

JILU_API int luaopen_jilu_inflate (lua_State *L) {
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
