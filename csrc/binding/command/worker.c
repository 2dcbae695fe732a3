/*
** Workers: processes forked from the command, each with a pipe for requests
** and one for replies. The command is the master: it sends and receives without
** waiting, and waits for all workers at once. A worker reads and writes one
** after the other.
**
** A worker is forked and goes on with the Lua state that there is: pipeline,
** vocabulary and lexicon are loaded once, their pages are shared, and a worker
** that died is replaced within a millisecond. These few calls are all that is
** needed of POSIX: lua-posix or luv would be one more dependency, and neither
** forks a Lua state.
*/

#define _GNU_SOURCE   /* sched_getaffinity, F_SETPIPE_SZ */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sched.h>
#include <sys/prctl.h>
#endif

#include "binding/command/command.h"

#define WORKERS_MAX 256

/* Bytes that are received at once, and that a pipe is asked to hold. */
#define CHUNK 65536
#define PIPE_SIZE (1 << 20)

/* The exit code of a worker whose document took too long. */
#define TIMED_OUT 124

typedef struct worker {
  volatile sig_atomic_t pid;   /* 0: there is none */
  int requests, replies;       /* ends of the master's */
} worker;

/* Of the master; a worker has none. */
static worker workers[WORKERS_MAX];

/* Of a worker: its ends. */
static int requests = -1, replies = -1;

void jiluC_kill_workers (void) {
  int k;
  for (k = 0; k < WORKERS_MAX; k++)
    if (workers[k].pid > 0) kill((pid_t)workers[k].pid, SIGKILL);
}

/* --- the beginning of a worker --------------------------------------------- */

/* No one that the command starts keeps an end of it. */
static bool open_pipe (int ends[2]) {
  if (pipe(ends) != 0) return false;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#ifdef F_SETPIPE_SZ
  (void)fcntl(ends[1], F_SETPIPE_SZ, PIPE_SIZE);
#endif
  return true;
}

static void close_both (const int ends[2]) {
  close(ends[0]);
  close(ends[1]);
}

/* A pipe whose other end a sibling kept would never end. */
static void forget_siblings (void) {
  int k;
  for (k = 0; k < WORKERS_MAX; k++) {
    if (workers[k].pid == 0) continue;
    workers[k].pid = 0;
    close(workers[k].requests);
    close(workers[k].replies);
  }
}

/*
** The standard input is the master's, and so is the output: what a pipeline's
** script writes there goes to standard error. A worker ends with its master.
*/
static void become_worker (lua_State *L, pid_t master) {
  int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  jiluC_forget(L);
  forget_siblings();
  if (null >= 0) dup2(null, STDIN_FILENO);
  dup2(STDERR_FILENO, STDOUT_FILENO);
#if defined(__linux__)
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (getppid() != master) _exit(1);
}

static int free_slot (void) {
  int k;
  for (k = 0; k < WORKERS_MAX; k++)
    if (workers[k].pid == 0) return k;
  return -1;
}

/*
** worker_fork() --> the number of the new worker | nil, message, errno
**               --> 0 in the worker itself
*/
static int worker_fork (lua_State *L) {
  int request[2], reply[2], slot = free_slot();
  pid_t master = getpid(), pid;
  if (slot < 0)
    return luaL_error(L, "more than %d workers (WORKERS_MAX)", WORKERS_MAX);
  if (!open_pipe(request)) return luaL_fileresult(L, 0, "a pipe");
  if (!open_pipe(reply)) {
    close_both(request);
    return luaL_fileresult(L, 0, "a pipe");
  }
  pid = fork();
  if (pid < 0) {
    close_both(request);
    close_both(reply);
    return luaL_fileresult(L, 0, "fork");
  }
  if (pid == 0) {
    become_worker(L, master);
    close(request[1]);
    close(reply[0]);
    requests = request[0];
    replies = reply[1];
    lua_pushinteger(L, 0);
    return 1;
  }
  close(request[0]);
  close(reply[1]);
  fcntl(request[1], F_SETFL, O_NONBLOCK);
  fcntl(reply[0], F_SETFL, O_NONBLOCK);
  workers[slot].requests = request[1];
  workers[slot].replies = reply[0];
  workers[slot].pid = (sig_atomic_t)pid;
  lua_pushinteger(L, slot + 1);
  return 1;
}

/* --- the master's side ------------------------------------------------------ */

static worker *check_worker (lua_State *L, int arg) {
  lua_Integer number = luaL_checkinteger(L, arg);
  luaL_argcheck(L, number >= 1 && number <= WORKERS_MAX &&
    workers[number - 1].pid > 0, arg, "no such worker");
  return &workers[number - 1];
}

/*
** A reader that is gone is no reason to die: SIGPIPE is held back while this
** writes, and taken away before it is let through.
*/
ssize_t jiluC_write_quietly (int file, const char *text, size_t size) {
  sigset_t set, old, pending;
  ssize_t written;
  int error, taken;
  bool waits;
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  sigpending(&pending);
  waits = sigismember(&pending, SIGPIPE) == 1;
  sigprocmask(SIG_BLOCK, &set, &old);
  written = write(file, text, size);
  error = errno;
  sigpending(&pending);
  if (!waits && sigismember(&pending, SIGPIPE) == 1) sigwait(&set, &taken);
  sigprocmask(SIG_SETMASK, &old, NULL);
  errno = error;
  return written;
}

/*
** worker_send(worker, text, from) --> the byte after the last that was sent
** What the pipe has no room for is to be sent later. nil where the worker takes
** no more.
*/
static int worker_send (lua_State *L) {
  const worker *w = check_worker(L, 1);
  size_t size;
  const char *text = luaL_checklstring(L, 2, &size);
  lua_Integer from = luaL_checkinteger(L, 3);
  ssize_t written;
  luaL_argcheck(L, from >= 1 && (size_t)from <= size + 1, 3, "out of range");
  written = jiluC_write_quietly(w->requests, text + from - 1,
                          size - (size_t)(from - 1));
  if (written < 0 && errno != EAGAIN && errno != EINTR) return 0;
  lua_pushinteger(L, from + (written > 0 ? (lua_Integer)written : 0));
  return 1;
}

/* worker_receive(worker) --> what there is, maybe ""; nil at the end */
static int worker_receive (lua_State *L) {
  const worker *w = check_worker(L, 1);
  char text[CHUNK];
  ssize_t got = read(w->replies, text, sizeof text);
  if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) return 0;
  lua_pushlstring(L, text, got > 0 ? (size_t)got : 0);
  return 1;
}

/*
** worker_wait(workers, seconds) --> worker...
** Waits for workers (keys of a table; true: also until it takes more) and
** returns those that have something to receive or can be sent to. Negative
** seconds: for ever.
*/
static int worker_wait (lua_State *L) {
  struct pollfd files[2 * WORKERS_MAX];
  lua_Integer number[2 * WORKERS_MAX];
  lua_Number seconds = luaL_checknumber(L, 2);
  nfds_t count = 0, k;
  int found = 0;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
    const worker *w = check_worker(L, 2);
    number[count] = lua_tointeger(L, 2);
    files[count].fd = w->replies;
    files[count++].events = POLLIN;
    if (!lua_toboolean(L, 3)) continue;
    number[count] = lua_tointeger(L, 2);
    files[count].fd = w->requests;
    files[count++].events = POLLOUT;
  }
  if (poll(files, count, seconds < 0 ? -1 : (int)(seconds * 1e3)) <= 0)
    return 0;
  luaL_checkstack(L, (int)count, "too many workers");
  for (k = 0; k < count; k++) {
    if (files[k].revents == 0) continue;
    if (found > 0 && lua_tointeger(L, -1) == number[k]) continue;
    lua_pushinteger(L, number[k]);
    found++;
  }
  return found;
}

/*
** worker_end(worker [, at_once]) --> "exit", code | "signal", number
** Closes its pipes, upon which it ends, and waits for that.
*/
static int worker_end (lua_State *L) {
  worker *w = check_worker(L, 1);
  pid_t pid = (pid_t)w->pid;
  int status = 0;
  close(w->requests);
  close(w->replies);
  if (lua_toboolean(L, 2)) kill(pid, SIGKILL);
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) ;
  w->pid = 0;
  if (WIFSIGNALED(status)) {
    lua_pushliteral(L, "signal");
    lua_pushinteger(L, WTERMSIG(status));
  }
  else {
    lua_pushliteral(L, "exit");
    lua_pushinteger(L, WEXITSTATUS(status));
  }
  return 2;
}

/* worker_pid(worker) --> its process */
static int worker_pid (lua_State *L) {
  lua_pushinteger(L, check_worker(L, 1)->pid);
  return 1;
}

/* processors() --> how many this process may run on */
static int processors (lua_State *L) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
#if defined(__linux__)
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) count = CPU_COUNT(&set);
#endif
  lua_pushinteger(L, count > 0 ? (lua_Integer)count : 1);
  return 1;
}

/* --- the worker's side ------------------------------------------------------ */

/* request(size) --> so many bytes; nil where the master sends no more */
static int request (lua_State *L) {
  size_t size = (size_t)luaL_checkinteger(L, 1), have = 0;
  char *text = lua_newuserdatauv(L, size + 1, 0);
  while (have < size) {
    ssize_t got = read(requests, text + have, size - have);
    if (got == 0 || (got < 0 && errno != EINTR)) return 0;
    if (got > 0) have += (size_t)got;
  }
  lua_pushlstring(L, text, size);
  return 1;
}

/* reply(text): ends the worker where the master takes no more. */
static int reply (lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  while (size > 0) {
    ssize_t written = write(replies, text, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) _exit(1);
    text += written;
    size -= (size_t)written;
  }
  return 0;
}

static void on_timeout (int number) {
  (void)number;
  _exit(TIMED_OUT);
}

/* deadline(seconds): the worker ends then; 0: it has none any more. */
static int deadline (lua_State *L) {
  lua_Number seconds = luaL_checknumber(L, 1);
  struct itimerval timer;
  memset(&timer, 0, sizeof timer);
  timer.it_value.tv_sec = (time_t)seconds;
  timer.it_value.tv_usec =
    (suseconds_t)((seconds - (lua_Number)(time_t)seconds) * 1e6);
  signal(SIGALRM, on_timeout);
  setitimer(ITIMER_REAL, &timer, NULL);
  return 0;
}

/* Bytes of memory that this process has mapped; 0 where that can't be known. */
static rlim_t mapped (void) {
  FILE *f = fopen("/proc/self/statm", "r");
  unsigned long pages = 0;
  if (f == NULL) return 0;
  if (fscanf(f, "%lu", &pages) != 1) pages = 0;
  fclose(f);
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/*
** limit_memory(bytes) --> true | nil, message, errno
** What is allocated beyond that, from what there is, fails.
*/
static int limit_memory (lua_State *L) {
  struct rlimit limit;
  getrlimit(RLIMIT_AS, &limit);
  limit.rlim_cur = mapped() + (rlim_t)luaL_checknumber(L, 1);
  if (limit.rlim_max != RLIM_INFINITY && limit.rlim_cur > limit.rlim_max)
    limit.rlim_cur = limit.rlim_max;
  return luaL_fileresult(L, setrlimit(RLIMIT_AS, &limit) == 0, NULL);
}

/* leave(code): ends the worker; what its master has begun it leaves alone. */
static int leave (lua_State *L) {
  _exit((int)luaL_checkinteger(L, 1));
  return 0;
}

const luaL_Reg jiluC_workers[] = {
  {"deadline", deadline},
  {"leave", leave},
  {"limit_memory", limit_memory},
  {"processors", processors},
  {"reply", reply},
  {"request", request},
  {"worker_end", worker_end},
  {"worker_fork", worker_fork},
  {"worker_pid", worker_pid},
  {"worker_receive", worker_receive},
  {"worker_send", worker_send},
  {"worker_wait", worker_wait},
  {NULL, NULL}
};
