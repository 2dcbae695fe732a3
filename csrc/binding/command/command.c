/*
** luaopen_jilu_command: what the command line needs of its process: an end by
** signals that leaves nothing half done, and standard descriptors.
**
** The state of a signal handler is the process's: these variables are the only
** writable ones of csrc. So this is a shared object of its own, which only the
** command loads; whoever embeds jilu.core gets neither them nor a handler. One
** Lua state of a process may use it.
*/

#define _DEFAULT_SOURCE   /* flock */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <lualib.h>

#include "binding/command/command.h"
#include "jilu.h"

/* Files that are removed before the process dies of a signal. */
#define FILES_MAX 8
#define PATH_SIZE 4096

/* What is said after the number of documents. */
#define NOTE_SIZE 1024

/*
** Seconds from a signal to the end, for code that no hook reaches: C and LPeg
** at a large document, a coroutine, a hook of the pipeline's own.
*/
#define GRACE 1

#define HOOKED (LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT)

static struct {
  volatile sig_atomic_t signal;      /* the first that came; 0 for none */
  volatile sig_atomic_t guarded;     /* is a guard at work? */
  volatile sig_atomic_t documents;   /* done so far; -1: of no interest */
  volatile sig_atomic_t files;       /* how many there are to remove */
  volatile sig_atomic_t note_size;
  lua_State *volatile L;             /* of the guard */
  char file[FILES_MAX][PATH_SIZE];
  char note[NOTE_SIZE];
  bool installed;
} process = {.documents = -1};

/* --- in handlers: async-signal-safe only ----------------------------------- */

static void say (const char *text, size_t size) {
  while (size > 0) {
    ssize_t written = write(STDERR_FILENO, text, size);
    if (written <= 0) return;
    text += written;
    size -= (size_t)written;
  }
}

static void say_number (unsigned long n) {
  char digits[24];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + n % 10);
  while ((n /= 10) != 0);
  say(digits + at, sizeof digits - at);
}

static void remove_files (void) {
  int k;
  for (k = 0; k < process.files; k++) unlink(process.file[k]);
}

/* The end where Lua can't make it. */
static void leave (int number) {
  jiluC_kill_workers();
  remove_files();
  say("jilu: interrupted", 17);
  if (process.documents >= 0) {
    say(" after ", 7);
    say_number((unsigned long)process.documents);
    say(" documents", 10);
  }
  say(process.note, (size_t)process.note_size);
  say("\n", 1);
  _exit(128 + number);
}

/* It stays, so that no pcall swallows it: what goes on is stopped again. */
static void stop (lua_State *L, lua_Debug *event) {
  (void)event;
  lua_pushliteral(L, "interrupted!");
  lua_error(L);
}

/* The second signal ends the process at once. */
static void on_signal (int number) {
  int error = errno;
  if (process.signal != 0) leave(process.signal);
  process.signal = number;
  if (process.guarded) {
    lua_sethook(process.L, stop, HOOKED, 1);
    alarm(GRACE);
  }
  errno = error;
}

static void on_alarm (int number) {
  (void)number;
  if (process.signal != 0 && process.guarded) leave(process.signal);
}

/* Dies of it, as without a handler; it is let through when this returns. */
static void on_pipe (int number) {
  jiluC_kill_workers();
  remove_files();
  signal(number, SIG_DFL);
  raise(number);
}

/* --- installing ------------------------------------------------------------ */

/* What the caller of the command ignores stays so, but for SIGINT: lua itself
   has a handler for that. */
static void handle (int number, void (*handler)(int)) {
  struct sigaction action, old;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigfillset(&action.sa_mask);
  if (number != SIGINT && sigaction(number, NULL, &old) == 0 &&
      old.sa_handler == SIG_IGN) return;
  sigaction(number, &action, NULL);  /* and system calls do not go on */
}

static void install (void) {
  if (process.installed) return;
  process.installed = true;
  handle(SIGINT, on_signal);
  handle(SIGTERM, on_signal);
  handle(SIGHUP, on_signal);
  handle(SIGALRM, on_alarm);
  handle(SIGPIPE, on_pipe);
  handle(SIGXFSZ, SIG_IGN);  /* writing says that the file is too large */
}

/*
** release(): no signal is handled any more. To be called before the Lua state
** is closed, which takes the handlers' code away.
*/
static int release (lua_State *L) {
  static const int handled[] = {SIGINT, SIGTERM, SIGHUP, SIGALRM, SIGPIPE};
  size_t k;
  (void)L;
  alarm(0);
  for (k = 0; process.installed && k < sizeof handled / sizeof *handled; k++)
    handle(handled[k], SIG_DFL);
  process.installed = false;
  return 0;
}

/* The terminal's interrupt is for the master, which ends its workers. */
void jiluC_forget (lua_State *L) {
  process.files = 0;
  process.guarded = 0;
  process.signal = 0;
  lua_sethook(L, NULL, 0, 0);
  release(L);
  signal(SIGINT, SIG_IGN);
  signal(SIGHUP, SIG_IGN);
}

/* --- for Lua --------------------------------------------------------------- */

/* A message handler: where in jilu itself it went wrong. */
static int describe (lua_State *L) {
  const char *message = lua_tostring(L, 1);
  if (message != NULL && process.signal == 0)
    luaL_traceback(L, L, message, 1);
  return 1;
}

/*
** guard(f, ...) --> signal | nil, true, results...
**               --> signal | nil, false, what was raised, with its traceback
** Calls f, which SIGINT, SIGTERM and SIGHUP stop wherever it is: 'signal' is
** the first of them that has come, also before. Guards may be nested. When the
** inner one returns the rest of the outer is stopped no more, so that it can
** bring to an end what was begun; a second signal ends the process.
*/
static int guard (lua_State *L) {
  int status;
  luaL_checkany(L, 1);
  lua_pushcfunction(L, describe);
  lua_insert(L, 1);
  install();
  process.L = L;
  process.guarded = 1;
  if (process.signal != 0) {
    lua_sethook(L, stop, HOOKED, 1);
    alarm(GRACE);
  }
  status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 1);
  process.guarded = 0;
  alarm(0);
  lua_sethook(L, NULL, 0, 0);
  if (process.signal != 0) lua_pushinteger(L, process.signal);
  else lua_pushnil(L);
  lua_replace(L, 1);
  lua_pushboolean(L, status == LUA_OK);
  lua_insert(L, 2);
  return lua_gettop(L);
}

bool jiluC_interrupted (void) { return process.signal != 0; }

/* interrupted() --> the signal that has come, or nil */
static int interrupted (lua_State *L) {
  if (process.signal == 0) return 0;
  lua_pushinteger(L, process.signal);
  return 1;
}

/* documents(count): so many are done. */
static int documents (lua_State *L) {
  process.documents = (sig_atomic_t)luaL_checkinteger(L, 1);
  return 0;
}

/* note(text): what an interrupted process says after the number of documents. */
static int note (lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  process.note_size = 0;
  if (size > NOTE_SIZE) size = NOTE_SIZE;
  memcpy(process.note, text, size);
  process.note_size = (sig_atomic_t)size;
  return 0;
}

/*
** remove_on_signal(path): a temporary file. It may have been renamed or
** removed when a signal comes.
*/
static int remove_on_signal (lua_State *L) {
  size_t size;
  const char *path = luaL_checklstring(L, 1, &size);
  luaL_argcheck(L, size < PATH_SIZE, 1, "a path that is too long");
  if (process.files == FILES_MAX)
    return luaL_error(L, "more than %d temporary files (FILES_MAX)", FILES_MAX);
  memcpy(process.file[process.files], path, size + 1);
  process.files = process.files + 1;
  return 0;
}

/* remove_files(): those of remove_on_signal, which are forgotten then. */
static int remove_temporary_files (lua_State *L) {
  (void)L;
  remove_files();
  process.files = 0;
  return 0;
}

/*
** open_standard(): a standard descriptor that is closed would be given to the
** next file that is opened, and messages would go among its records. Reading
** and writing there fail as before, but for messages, which go nowhere.
*/
static int open_standard (lua_State *L) {
  static const int modes[] = {O_WRONLY, O_RDONLY, O_WRONLY};
  int k;
  (void)L;
  for (k = 0; k < 3; k++)
    if (fcntl(k, F_GETFD) < 0 && errno == EBADF &&
        open("/dev/null", modes[k]) < 0) break;
  return 0;
}

/*
** flush_stdout() --> true | nil, message
** Says also whether anything that was written before is lost.
*/
static int flush_stdout (lua_State *L) {
  bool lost = ferror(stdout) != 0;
  if (fflush(stdout) != 0) return luaL_fileresult(L, 0, NULL);
  if (lost) {
    lua_pushnil(L);
    lua_pushliteral(L, "it can't be written");
    return 2;
  }
  lua_pushboolean(L, 1);
  return 1;
}

/*
** read_stdin(size) --> what there is, so many bytes at most | nil at the end
**                  --> nil, message, errno
** Waits for the first byte alone, unlike a file of Lua's. A signal ends it
** with "".
*/
static int read_stdin (lua_State *L) {
  size_t size = (size_t)luaL_checkinteger(L, 1);
  char *text = lua_newuserdatauv(L, size + 1, 0);
  ssize_t got = read(STDIN_FILENO, text, size);
  if (got == 0) return 0;
  if (got < 0 && errno != EINTR) return luaL_fileresult(L, 0, NULL);
  lua_pushlstring(L, text, got > 0 ? (size_t)got : 0);
  return 1;
}

/*
** sync(file) --> true | nil, message, errno
** What was written to a file of Lua's is on the disk.
*/
static int sync_file (lua_State *L) {
  /* every Lua has the stream in the first place */
  FILE *f = *(FILE **)luaL_checkudata(L, 1, LUA_FILEHANDLE);
  bool ok = fflush(f) == 0 && !ferror(f) && fsync(fileno(f)) == 0;
  return luaL_fileresult(L, ok, NULL);
}

/*
** lock(file) --> true | nil, message, errno
** Fails where another process has locked the file that one of Lua's is open for.
*/
static int lock_file (lua_State *L) {
  FILE *f = *(FILE **)luaL_checkudata(L, 1, LUA_FILEHANDLE);
  return luaL_fileresult(L, flock(fileno(f), LOCK_EX | LOCK_NB) == 0, NULL);
}

/* sleep(seconds) */
static int sleep_for (lua_State *L) {
  lua_Number seconds = luaL_checknumber(L, 1);
  poll(NULL, 0, (int)(seconds * 1e3));
  return 0;
}

/* truncate(path, size) --> true | nil, message, errno */
static int truncate_file (lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  return luaL_fileresult(L,
    truncate(path, (off_t)luaL_checknumber(L, 2)) == 0, path);
}

static const luaL_Reg functions[] = {
  {"documents", documents},
  {"flush_stdout", flush_stdout},
  {"guard", guard},
  {"interrupted", interrupted},
  {"lock", lock_file},
  {"note", note},
  {"open_standard", open_standard},
  {"read_stdin", read_stdin},
  {"release", release},
  {"remove_files", remove_temporary_files},
  {"remove_on_signal", remove_on_signal},
  {"sleep", sleep_for},
  {"sync", sync_file},
  {"truncate", truncate_file},
  {NULL, NULL}
};

static void add (lua_State *L, const luaL_Reg *f) {
  for (; f->name != NULL; f++) {
    lua_pushcfunction(L, f->func);
    lua_setfield(L, -2, f->name);
  }
}

JILU_API int luaopen_jilu_command (lua_State *L) {
  luaL_checkversion(L);
  lua_newtable(L);
  add(L, functions);
  add(L, jiluC_workers);
  jiluC_add_convert(L);
  return 1;
}
