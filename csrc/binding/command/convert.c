/*
** External converters: a program that reads a document on its standard input and
** writes text to its standard output. It is started without a shell; both pipes
** are served at once, so that neither side waits for the other for ever.
*/

#define _GNU_SOURCE   /* prctl */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

#include "binding/command/command.h"

#define CLASS "jilu.Converting"

#define BLOCK 65536

/* Bytes of what a converter says that are kept. */
#define SAID_MAX 2048

/* Milliseconds after which it is asked whether a signal has come. */
#define TICK 200

/* The descriptors of the master's, -1 where closed. */
enum { TO, FROM, SAID, FAILED, ENDS };

typedef struct conversion {
  int end[ENDS];
  pid_t pid;               /* 0: none, or it was waited for */
  const char *input;
  size_t left;             /* bytes of input that were not written yet */
  char *text;              /* owned */
  size_t size, capacity;
  char said[SAID_MAX];
  size_t said_size;
} conversion;

static void close_end (conversion *c, int which) {
  if (c->end[which] >= 0) close(c->end[which]);
  c->end[which] = -1;
}

/* Idempotent; a program that is still there is ended. */
static void clear (conversion *c) {
  int k, status;
  for (k = 0; k < ENDS; k++) close_end(c, k);
  if (c->pid > 0) {
    kill(c->pid, SIGKILL);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR) ;
  }
  c->pid = 0;
  free(c->text);
  c->text = NULL;
}

static int conversion_gc (lua_State *L) {
  clear(luaL_checkudata(L, 1, CLASS));
  return 0;
}

/* --- the program ------------------------------------------------------------- */

static const int handled[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGALRM, SIGXFSZ};

/* In the new process, up to its program; async-signal-safe only. */
static void become (char *const *argv, int in, int out, int err, int failed) {
  int code;
  size_t k;
  sigset_t none;
  for (k = 0; k < sizeof handled / sizeof *handled; k++)
    signal(handled[k], SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
#if defined(__linux__)
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 &&
      dup2(err, STDERR_FILENO) >= 0)
    execvp(argv[0], argv);
  code = errno;
  if (write(failed, &code, sizeof code) < 0) _exit(126);
  _exit(127);
}

static bool open_pipes (int pipes[ENDS][2]) {
  int k, ends;
  for (k = 0; k < ENDS; k++) {
    if (pipe(pipes[k]) == 0) {
      for (ends = 0; ends < 2; ends++)
        fcntl(pipes[k][ends], F_SETFD, FD_CLOEXEC);
      continue;
    }
    while (k-- > 0) {
      close(pipes[k][0]);
      close(pipes[k][1]);
    }
    return false;
  }
  return true;
}

static bool start (conversion *c, char *const *argv) {
  int pipes[ENDS][2], k;
  if (!open_pipes(pipes)) return false;
  c->pid = fork();
  if (c->pid == 0)
    become(argv, pipes[TO][0], pipes[FROM][1], pipes[SAID][1],
           pipes[FAILED][1]);
  for (k = 0; k < ENDS; k++) {
    int own = k == TO ? 1 : 0;
    close(pipes[k][1 - own]);
    c->end[k] = pipes[k][own];
    fcntl(c->end[k], F_SETFL, fcntl(c->end[k], F_GETFL) | O_NONBLOCK);
  }
  return c->pid > 0;
}

/* --- its pipes ----------------------------------------------------------------- */

/* One that reads no more of its input may still have said all. */
static void send (conversion *c) {
  ssize_t n = jiluC_write_quietly(c->end[TO], c->input, c->left);
  if (n > 0) {
    c->input += n;
    c->left -= (size_t)n;
  }
  else if (n < 0 && errno != EAGAIN && errno != EINTR)
    c->left = 0;
  if (c->left == 0) close_end(c, TO);
}

static bool reserve (conversion *c) {
  size_t capacity = c->capacity == 0 ? BLOCK : 2 * c->capacity;
  char *text;
  if (c->capacity - c->size >= BLOCK) return true;
  while (capacity - c->size < BLOCK) capacity *= 2;
  text = realloc(c->text, capacity);
  if (text == NULL) return false;
  c->text = text;
  c->capacity = capacity;
  return true;
}

static bool receive (conversion *c) {
  ssize_t n;
  if (!reserve(c)) return false;
  n = read(c->end[FROM], c->text + c->size, BLOCK);
  if (n > 0) c->size += (size_t)n;
  else if (n == 0 || (errno != EAGAIN && errno != EINTR)) close_end(c, FROM);
  return true;
}

/* The first of what it says is kept. */
static void listen_to (conversion *c) {
  char bytes[BLOCK];
  size_t room = SAID_MAX - c->said_size, size;
  ssize_t n = read(c->end[SAID], bytes, sizeof bytes);
  if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) {
    close_end(c, SAID);
  } else if (n > 0) {
    size = (size_t)n < room ? (size_t)n : room;
    memcpy(c->said + c->said_size, bytes, size);
    c->said_size += size;
  }
}

/* Returns what went wrong, NULL where nothing did. */
static const char *serve (conversion *c, size_t limit) {
  if (c->left == 0) close_end(c, TO);
  while (c->end[FROM] >= 0 || c->end[SAID] >= 0) {
    struct pollfd waits[3] = {
      {c->end[TO], POLLOUT, 0},
      {c->end[FROM], POLLIN, 0},
      {c->end[SAID], POLLIN, 0}};
    (void)poll(waits, 3, TICK);  /* one that is -1 is passed over */
    if (jiluC_interrupted()) return "interrupted";
    if (waits[0].revents != 0) send(c);
    if (waits[1].revents != 0 && !receive(c)) return "out of memory";
    if (waits[2].revents != 0) listen_to(c);
    if (c->size > limit) return "gives more bytes than a document may have";
  }
  return NULL;
}

/* --- for Lua --------------------------------------------------------------------- */

/* The list at index 1 as the arguments of a program, NULL at the end; its strings
   are the list's, so that it must stay. */
static char **arguments_of (lua_State *L) {
  size_t count = (size_t)lua_rawlen(L, 1), k;
  char **argv = lua_newuserdata(L, (count + 1) * sizeof *argv);
  luaL_argcheck(L, count > 0, 1, "a program expected");
  for (k = 0; k < count; k++) {
    lua_rawgeti(L, 1, (lua_Integer)k + 1);
    luaL_argcheck(L, lua_type(L, -1) == LUA_TSTRING, 1, "strings expected");
    argv[k] = (char *)(uintptr_t)lua_tostring(L, -1);
    lua_pop(L, 1);
  }
  argv[count] = NULL;
  return argv;
}

/* nil, message: what it said on standard error, or else `reason`. */
static int fail (lua_State *L, const conversion *c, const char *reason) {
  lua_pushnil(L);
  if (c->said_size > 0) {
    lua_pushfstring(L, "%s: ", reason);
    lua_pushlstring(L, c->said, c->said_size);
    lua_concat(L, 2);
  } else {
    lua_pushstring(L, reason);
  }
  return 2;
}

/* The errno with which the program could not be started; 0: it was. */
static int errno_of (conversion *c) {
  int code = 0;
  fcntl(c->end[FAILED], F_SETFL, 0);
  if (read(c->end[FAILED], &code, sizeof code) != sizeof code) return 0;
  return code;
}

/* Waits for its end; what is wrong with it, pushed, or NULL. */
static const char *ending (lua_State *L, conversion *c) {
  int status = 0;
  while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR) ;
  c->pid = 0;
  if (WIFSIGNALED(status))
    return lua_pushfstring(L, "was ended by signal %d", WTERMSIG(status));
  if (WEXITSTATUS(status) == 0) return NULL;
  return lua_pushfstring(L, "exit code %d", WEXITSTATUS(status));
}

/*
** convert(arguments, input, limit) --> text | nil, message
** Runs a program, found by PATH where its name has no slash: `arguments` is its
** name and what follows, `input` its standard input, the text its standard
** output. Fails where it can't be started, ends with a code other than 0 or by a
** signal, or gives more than `limit` bytes.
*/
static int convert (lua_State *L) {
  size_t size;
  const char *wrong;
  char **argv;
  conversion *c;
  int code;
  lua_Integer limit = luaL_checkinteger(L, 3);
  luaL_checktype(L, 1, LUA_TTABLE);
  (void)luaL_checklstring(L, 2, &size);
  lua_settop(L, 3);
  argv = arguments_of(L);
  c = lua_newuserdata(L, sizeof *c);
  memset(c, 0, sizeof *c);
  for (code = 0; code < ENDS; code++) c->end[code] = -1;
  luaL_setmetatable(L, CLASS);
  c->input = lua_tostring(L, 2);
  c->left = size;
  if (!start(c, argv)) return fail(L, c, strerror(errno));
  if ((wrong = serve(c, (size_t)limit)) != NULL) return fail(L, c, wrong);
  if ((code = errno_of(c)) != 0) return fail(L, c, strerror(code));
  if ((wrong = ending(L, c)) != NULL) return fail(L, c, wrong);
  lua_pushlstring(L, c->text != NULL ? c->text : "", c->size);
  clear(c);
  return 1;
}

void jiluC_add_convert (lua_State *L) {
  luaL_newmetatable(L, CLASS);
  lua_pushcfunction(L, conversion_gc);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  lua_pushcfunction(L, convert);
  lua_setfield(L, -2, "convert");
}
