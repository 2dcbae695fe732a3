/*
** jilu.Output: a file that appears under its name whole or not at all. It is
** written beside its place under a name that nobody can foresee, and renamed
** once all of it is on the disk.
*/

#define _DEFAULT_SOURCE   /* getentropy; realpath */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <lualib.h>

#include "binding/binding.h"
#include "binding/lua_file.h"

#define OUTPUT "jilu.Output"

/* Longest path of a file, with its end. */
#define PATH_SIZE 4096

/* Bytes of the name that the temporary file shows. */
#define NAME_SHOWN 200

/* Links to links that are followed where the file at their end is missing. */
#define LINKS_MAX 40

/* Names that are tried before somebody else's files are held responsible. */
#define TRIES_MAX 16

/* User values. */
enum { FILE_HANDLE = 1, VALUES = 1 };

/*
** A device, a pipe or the file behind a standard descriptor can't be replaced:
** it is written to as it is, and 'temporary' is "".
*/
typedef struct output {
  bool open;
  char path[PATH_SIZE];       /* where the file will lie; absolute */
  char temporary[PATH_SIZE];
} output;

/* --- where the file lies --------------------------------------------------- */

static size_t folder_size (const char *path) {
  const char *slash = strrchr(path, '/');
  return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* Joins the folder of 'path' and 'name' in 'path'; false where it is long. */
static bool set_name (char *path, const char *name, size_t size) {
  size_t folder = name[0] == '/' ? 0 : folder_size(path);
  if (folder + size >= PATH_SIZE) return errno = ENAMETOOLONG, false;
  memmove(path + folder, name, size);
  path[folder + size] = '\0';
  return true;
}

/* Follows a link whose end is missing, up to the missing name. */
static bool follow (char *path) {
  char link[PATH_SIZE];
  int k;
  for (k = 0; k < LINKS_MAX; k++) {
    ssize_t size = readlink(path, link, sizeof link - 1);
    if (size < 0) return errno == ENOENT || errno == EINVAL;
    link[size] = '\0';
    if (!set_name(path, link, (size_t)size)) return false;
  }
  return errno = ELOOP, false;
}

/* Makes 'path', which is missing, absolute: its folder must be there. */
static bool resolve_missing (char *path) {
  char folder[PATH_SIZE], name[PATH_SIZE];
  size_t size;
  char *real;
  bool ok;
  if (!follow(path)) return false;
  size = folder_size(path);
  if (path[size] == '\0') return errno = ENOENT, false;
  memcpy(name, path + size, strlen(path + size) + 1);
  memcpy(folder, path, size);
  memcpy(folder + size, ".", 2);
  real = realpath(folder, NULL);
  if (real == NULL) return false;
  size = strlen(real);
  ok = size + 2 < PATH_SIZE;
  if (ok) {
    memcpy(path, real, size);
    path[size] = '/';
    path[size + 1] = '\0';
    ok = set_name(path, name, strlen(name));
  } else errno = ENAMETOOLONG;
  free(real);
  return ok;
}

/* Makes 'path' absolute and without links. */
static bool resolve (char *path) {
  char *real = realpath(path, NULL);
  bool fits;
  if (real == NULL) return errno == ENOENT && resolve_missing(path);
  fits = strlen(real) < PATH_SIZE;
  if (fits) memcpy(path, real, strlen(real) + 1);
  else errno = ENAMETOOLONG;
  free(real);
  return fits;
}

/* Is it what one of the standard descriptors is open for? */
static bool is_standard (const struct stat *file) {
  struct stat other;
  int k;
  for (k = 0; k < 3; k++)
    if (fstat(k, &other) == 0 && other.st_dev == file->st_dev &&
        other.st_ino == file->st_ino) return true;
  return false;
}

/* --- opening --------------------------------------------------------------- */

/* The folder of 'o->path', then .NAME.PID-RANDOM.part */
static bool set_temporary (output *o) {
  uint64_t random;
  size_t size = folder_size(o->path);
  int written;
  if (getentropy(&random, sizeof random) != 0) return false;
  memcpy(o->temporary, o->path, size);
  written = snprintf(o->temporary + size, PATH_SIZE - size,
                     ".%.*s.%ld-%016llx.part", NAME_SHOWN, o->path + size,
                     (long)getpid(), (unsigned long long)random);
  if (written >= 0 && (size_t)written < PATH_SIZE - size) return true;
  return errno = ENAMETOOLONG, false;
}

/* A new file of the mode of the one that it will replace. */
static int open_temporary (output *o, const struct stat *old) {
  int file, k = 0;
  do {
    if (!set_temporary(o)) file = -1;
    else file = open(o->temporary,
                     O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  } while (file < 0 && errno == EEXIST && ++k < TRIES_MAX);
  if (file < 0) o->temporary[0] = '\0';
  else if (old != NULL && fchmod(file, old->st_mode & 0777) != 0)
    errno = 0;  /* then it has the mode of new files */
  return file;
}

static int open_output (output *o) {
  struct stat old;
  bool exists;
  if (!resolve(o->path)) return -1;
  exists = stat(o->path, &old) == 0;
  if (!exists && errno != ENOENT) return -1;
  if (exists && (!S_ISREG(old.st_mode) || is_standard(&old)))
    return open(o->path, O_WRONLY | O_APPEND | O_CLOEXEC);
  return open_temporary(o, exists ? &old : NULL);
}

static bool open_handle (output *o, jiluL_file *stream) {
  int file = open_output(o), error;
  if (file < 0) return false;
  if (!jiluL_openfile(stream, file)) {
    error = errno;
    if (o->temporary[0] != '\0') unlink(o->temporary);
    errno = error;
    return false;
  }
  o->open = true;
  return true;
}

/*
** output(path) --> jilu.Output | nil, "path: message", errno
** Links are followed: the file at their end is the one that is replaced. What
** is no file, and what a standard descriptor is open for, is appended to.
*/
static int output_new (lua_State *L) {
  size_t size;
  const char *path = luaL_checklstring(L, 1, &size);
  jiluL_file *stream;
  output *o = lua_newuserdatauv(L, sizeof *o, VALUES);
  o->open = false;
  o->temporary[0] = '\0';
  luaL_setmetatable(L, OUTPUT);
  stream = jiluL_newfile(L);
  lua_setiuservalue(L, -2, FILE_HANDLE);
  if (size >= PATH_SIZE) errno = ENAMETOOLONG;
  else if (size == 0 || strlen(path) != size) errno = ENOENT;
  else {
    memcpy(o->path, path, size + 1);
    if (open_handle(o, stream)) return 1;
  }
  return luaL_fileresult(L, 0, path);
}

/* --- its end --------------------------------------------------------------- */

/* The stream of an output; NULL where its user closed it. */
static FILE *stream_of (lua_State *L, jiluL_file **handle) {
  lua_getiuservalue(L, 1, FILE_HANDLE);
  *handle = lua_touserdata(L, -1);
  lua_pop(L, 1);
  return jiluL_fileof(*handle);
}

/* Puts what the stream holds on the disk and closes it. */
static bool finish_stream (FILE *f, bool is_file) {
  bool ok = fflush(f) == 0;
  int error;
  if (ok && ferror(f)) {
    errno = EIO;
    ok = false;
  }
  if (ok && is_file) ok = fsync(fileno(f)) == 0;
  error = errno;
  if (fclose(f) == 0) {
    errno = error;
    return ok;
  }
  if (!ok) errno = error;
  return false;
}

/* The name is on the disk too; a file system without that has none to lose. */
static void sync_folder (const output *o) {
  char folder[PATH_SIZE];
  size_t size = folder_size(o->path);
  int file;
  memcpy(folder, o->path, size);
  folder[size] = '\0';
  file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  fsync(file);
  close(file);
}

/*
** output:commit() --> true | nil, message, errno
** The file gets its name; where that fails nothing is left of it.
*/
static int output_commit (lua_State *L) {
  output *o = luaL_checkudata(L, 1, OUTPUT);
  bool replaces = o->temporary[0] != '\0', ok;
  jiluL_file *handle;
  FILE *f;
  int error;
  luaL_argcheck(L, o->open, 1, "the output has ended");
  f = stream_of(L, &handle);
  luaL_argcheck(L, f != NULL, 1, "attempt to use a closed file");
  jiluL_endfile(handle);
  o->open = false;
  ok = finish_stream(f, replaces);
  if (ok && replaces) ok = rename(o->temporary, o->path) == 0;
  if (ok && replaces) sync_folder(o);
  error = errno;
  if (!ok && replaces) unlink(o->temporary);
  errno = error;
  return luaL_fileresult(L, ok, NULL);
}

/* output:abandon(): nothing is left of it. It may have ended. */
static int output_abandon (lua_State *L) {
  output *o = luaL_checkudata(L, 1, OUTPUT);
  jiluL_file *handle;
  FILE *f;
  if (!o->open) return 0;
  o->open = false;
  if (o->temporary[0] != '\0') unlink(o->temporary);
  f = stream_of(L, &handle);
  jiluL_endfile(handle);
  if (f != NULL) fclose(f);
  return 0;
}

/* output:file() --> a file of Lua's to write to */
static int output_file (lua_State *L) {
  luaL_checkudata(L, 1, OUTPUT);
  lua_getiuservalue(L, 1, FILE_HANDLE);
  return 1;
}

/* output:temporary() --> the path that is written to; nil without one */
static int output_temporary (lua_State *L) {
  const output *o = luaL_checkudata(L, 1, OUTPUT);
  if (o->temporary[0] == '\0') return 0;
  lua_pushstring(L, o->temporary);
  return 1;
}

static int output_tostring (lua_State *L) {
  const output *o = luaL_checkudata(L, 1, OUTPUT);
  lua_pushfstring(L, "jilu.Output: %s", o->path);
  return 1;
}

static const luaL_Reg methods[] = {
  {"abandon", output_abandon},
  {"commit", output_commit},
  {"file", output_file},
  {"temporary", output_temporary},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__tostring", output_tostring},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"output", output_new},
  {NULL, NULL}
};

void jiluL_open_output (lua_State *L) {
  jiluL_newclass(L, OUTPUT, methods, metamethods, output_abandon);
  jiluL_setfuncs(L, functions);
}
