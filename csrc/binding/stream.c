/* jilu.Stream: segments of a text that comes in chunks. */

#include <stdlib.h>
#include <string.h>

#include "binding/units.h"

#define STREAM "jilu.Stream"
#define BATCH 256

/* What is held is the text from the end of the last whole segment on. */
typedef struct stream {
  jiluL_closable use;
  jilu_segmenter s;
  char *held;
  size_t size, room;
  size_t dropped;     /* bytes at the beginning of 'held' that are done */
  bool closed;
} stream;

/* The stream at 1, for one function at a time. */
static stream *use_stream (lua_State *L) {
  stream *st = (stream *)luaL_checkudata(L, 1, STREAM);
  jiluL_checkunused(L, 1);
  jiluL_use(L, 1);
  if (st->closed) luaL_argerror(L, 1, "the stream is closed");
  return st;
}

/* stream([unit [, options]]) --> Stream */
static int new_stream (lua_State *L) {
  jiluL_unit u = jiluL_checkunit(L, 1, 0);
  stream *st;
  jiluL_checkoptions(L, 2, &u);
  st = (stream *)lua_newuserdatauv(L, sizeof(stream), 0);
  memset(st, 0, sizeof(*st));
  luaL_setmetatable(L, STREAM);
  jiluL_checkstatus(L, 1, jilu_segmenter_start(&st->s, u.unit, NULL, 0));
  st->s.path = (uint8_t)u.path;
  return 1;
}

/* Makes room for 'more' bytes. */
static void make_room (lua_State *L, stream *st, size_t more) {
  size_t room = st->room ? st->room : 256;
  char *held;
  while (room - st->size < more) {
    if (room > SIZE_MAX / 2) luaL_error(L, "not enough memory");
    room *= 2;
  }
  if (room == st->room) return;
  held = (char *)realloc(st->held, room);
  if (held == NULL) luaL_error(L, "not enough memory");
  st->held = held;
  st->room = room;
}

static void append (lua_State *L, stream *st, const char *chunk,
                    size_t size) {
  make_room(L, st, size);      /* raises before anything has changed */
  if (st->dropped > 0) {
    st->size -= st->dropped;
    memmove(st->held, st->held + st->dropped, st->size);
  }
  if (size > 0) memcpy(st->held + st->size, chunk, size);
  st->size += size;
}

/* Pushes a list of the segments that are certain by now. */
static int push_segments (lua_State *L, stream *st) {
  uint32_t ends[BATCH];
  size_t n, i;
  lua_Integer total = 0;
  lua_newtable(L);
  while ((n = jilu_segmenter_next(&st->s, ends, BATCH)) > 0)
    for (i = 0; i < n; i++) {
      size_t begin = st->dropped;
      st->dropped = ends[i];
      lua_pushlstring(L, st->held + begin, ends[i] - begin);
      lua_rawseti(L, -2, ++total);
    }
  return 1;
}

static int give (lua_State *L, stream *st, const char *chunk, size_t size,
                 bool last) {
  size_t dropped = st->dropped;
  jilu_status status;
  append(L, st, chunk, size);
  st->dropped = 0;
  status = jilu_segmenter_feed(&st->s, st->held, st->size, dropped, last);
  jiluL_checkstatus(L, 2, status);
  return push_segments(L, st);
}

/* stream:feed(chunk) --> { segment, ... }: those that are whole by now */
static int feed (lua_State *L) {
  size_t size;
  const char *chunk = luaL_checklstring(L, 2, &size);
  stream *st = use_stream(L);
  return give(L, st, chunk, size, false);
}

static void release (stream *st) {
  free(st->held);
  st->held = NULL;
  st->size = st->room = st->dropped = 0;
  st->closed = true;
}

/* stream:finish() --> { segment, ... }: the rest; the stream is closed */
static int finish (lua_State *L) {
  stream *st = use_stream(L);
  give(L, st, NULL, 0, true);
  release(st);
  return 1;
}

static int collect (lua_State *L) {
  stream *st = (stream *)luaL_checkudata(L, 1, STREAM);
  jiluL_checkunused(L, 1);
  release(st);
  return 0;
}

static int describe (lua_State *L) {
  const stream *st = (const stream *)luaL_checkudata(L, 1, STREAM);
  lua_pushfstring(L, STREAM ": %s, " JILUL_SIZE " bytes held",
                  st->closed ? "closed" : "open",
                  (jiluL_size)(st->size - st->dropped));
  return 1;
}

/* #stream: the bytes that wait for what follows */
static int length (lua_State *L) {
  const stream *st = (const stream *)luaL_checkudata(L, 1, STREAM);
  lua_pushinteger(L, (lua_Integer)(st->size - st->dropped));
  return 1;
}

static const luaL_Reg methods[] = {
  {"feed", feed},
  {"finish", finish},
  {NULL, NULL}
};

static const luaL_Reg meta[] = {
  {"__gc", collect},
  {"__close", collect},
  {"__len", length},
  {"__tostring", describe},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"stream", new_stream},
  {NULL, NULL}
};

void jiluL_open_stream (lua_State *L) {
  luaL_newmetatable(L, STREAM);
  jiluL_setfuncs(L, meta);
  lua_newtable(L);
  jiluL_setfuncs(L, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  jiluL_setfuncs(L, functions);
}
