/* Files of Lua's that C opens. */

#define _POSIX_C_SOURCE 200809L

#include "binding/lua_file.h"

#include <errno.h>
#include <unistd.h>

FILE *jiluL_checkfile (lua_State *L, int arg) {
  return jiluL_fileof(luaL_checkudata(L, arg, LUA_FILEHANDLE));
}

#if LUA_VERSION_NUM == 501

/* A file that io.open opened: what it writes to is replaced later. */
jiluL_file *jiluL_newfile (lua_State *L) {
  luaL_findtable(L, LUA_REGISTRYINDEX, "_LOADED", 1);
  lua_getfield(L, -1, LUA_IOLIBNAME);
  lua_getfield(L, -1, "open");
  lua_pushliteral(L, "/dev/null");
  lua_pushliteral(L, "wb");
  lua_call(L, 2, 1);
  lua_replace(L, -3);
  lua_pop(L, 1);
  return luaL_checkudata(L, -1, LUA_FILEHANDLE);
}

bool jiluL_openfile (jiluL_file *file, int descriptor) {
  int code;
  bool ok = dup2(descriptor, fileno(file->f)) >= 0;
  code = errno;
  close(descriptor);
  errno = code;
  return ok;
}

FILE *jiluL_fileof (const jiluL_file *file) { return file->f; }

void jiluL_endfile (jiluL_file *file) { file->f = NULL; }

#else

static int close_file (lua_State *L) {
  jiluL_file *file = luaL_checkudata(L, 1, LUA_FILEHANDLE);
  return luaL_fileresult(L, fclose(file->f) == 0, NULL);
}

jiluL_file *jiluL_newfile (lua_State *L) {
  jiluL_file *file = lua_newuserdatauv(L, sizeof *file, 0);
  file->closef = NULL;
  luaL_setmetatable(L, LUA_FILEHANDLE);
  return file;
}

bool jiluL_openfile (jiluL_file *file, int descriptor) {
  int code;
  file->f = fdopen(descriptor, "wb");
  if (file->f == NULL) {
    code = errno;
    close(descriptor);
    errno = code;
    return false;
  }
  file->closef = close_file;
  return true;
}

FILE *jiluL_fileof (const jiluL_file *file) {
  return file->closef == NULL ? NULL : file->f;
}

void jiluL_endfile (jiluL_file *file) { file->closef = NULL; }

#endif
