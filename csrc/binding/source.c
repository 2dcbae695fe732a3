#include "binding/source.h"

#include <string.h>

#include "source/html.h"

#define CLASS "jilu.SourceMap"

/* The map under a map is a user value of it. */
enum { UNDER = 1 };

static jilu_decoded *check (lua_State *L, int arg) {
  return luaL_checkudata(L, arg, CLASS);
}

const jilu_source_map *jiluL_optmap (lua_State *L, int arg) {
  return lua_isnoneornil(L, arg) ? NULL : &check(L, arg)->map;
}

jilu_decoded *jiluL_newmap (lua_State *L, int under) {
  jilu_decoded *d = lua_newuserdatauv(L, sizeof *d, 1);
  memset(d, 0, sizeof *d);
  luaL_setmetatable(L, CLASS);
  d->map.under = jiluL_optmap(L, under);
  lua_pushvalue(L, under);
  lua_setiuservalue(L, -2, UNDER);
  return d;
}

void jiluL_pushdecoded (lua_State *L, jilu_decoded *d) {
  lua_pushlstring(L, d->text.size > 0 ? d->text.bytes : "", d->text.size);
  free(d->text.bytes);
  memset(&d->text, 0, sizeof d->text);
  lua_insert(L, -2);
}

/*
** decode(bytes, name) --> text, map, invalid | nil, message
** 'name' as iconv knows it, UTF-16LE or UTF-16BE; 'invalid' is how many bytes are
** none of the encoding's.
*/
static int decode (lua_State *L) {
  size_t size;
  const char *bytes = luaL_checklstring(L, 1, &size);
  const char *name = luaL_checkstring(L, 2);
  jilu_decoded *d;
  jilu_status status;
  lua_settop(L, 2);
  lua_pushnil(L);
  d = jiluL_newmap(L, 3);
  status = jilu_decode(name, bytes, size, d);
  if (status == JILU_BAD_VALUE) {
    lua_pushnil(L);
    lua_pushfstring(L, "no encoding '%s'", name);
    return 2;
  }
  if (status == JILU_TOO_LARGE) return luaL_error(L, "text over 4 GB");
  if (status != JILU_OK) return luaL_error(L, "not enough memory");
  jiluL_pushdecoded(L, d);
  lua_pushinteger(L, (lua_Integer)d->invalid);
  return 3;
}

/* --- HTML ------------------------------------------------------------------- */

/* A page that is read, freed with its userdata, which is made before. */
#define PAGE_CLASS "jilu.HtmlPage"

static int page_gc (lua_State *L) {
  jilu_html_free(luaL_checkudata(L, 1, PAGE_CLASS));
  return 0;
}

static void set_number (lua_State *L, const char *key, uint32_t value) {
  lua_pushinteger(L, (lua_Integer)value);
  lua_setfield(L, -2, key);
}

static void push_html_lines (lua_State *L, const jilu_html *html) {
  size_t k;
  lua_createtable(L, (int)html->line_count, 0);
  for (k = 0; k < html->line_count; k++) {
    const jilu_html_line *line = &html->lines[k];
    lua_createtable(L, 0, 5);
    set_number(L, "first", line->begin + 1);
    set_number(L, "level", line->level);
    set_number(L, "around", line->around);
    set_number(L, "bytes", line->bytes);
    set_number(L, "links", line->links);
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
}

static void push_metas (lua_State *L, const jilu_html *html,
                        const char *bytes) {
  static const char *const kinds[] = {"title", "meta", "link", "time", "json"};
  size_t k;
  lua_createtable(L, (int)html->meta_count, 0);
  for (k = 0; k < html->meta_count; k++) {
    const jilu_html_meta *meta = &html->metas[k];
    lua_createtable(L, 0, 3);
    lua_pushstring(L, kinds[meta->kind]);
    lua_setfield(L, -2, "kind");
    lua_pushlstring(L, bytes + meta->name, meta->name_end - meta->name);
    lua_setfield(L, -2, "name");
    lua_pushlstring(L, bytes + meta->value, meta->value_end - meta->value);
    lua_setfield(L, -2, "value");
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
}

/*
** html(bytes [, map]) --> text, map, lines, metas
** The text of a page of UTF-8, with its map over that of the bytes. Each line is
** { first, level, around, bytes, links } (source/html.h), each of the metas
** { kind, name, value }, undecoded.
*/
static int html (lua_State *L) {
  size_t size;
  const char *bytes = luaL_checklstring(L, 1, &size);
  jilu_html *page;
  jilu_decoded *d;
  jilu_status status;
  lua_settop(L, 2);
  page = lua_newuserdatauv(L, sizeof *page, 0);
  memset(page, 0, sizeof *page);
  luaL_setmetatable(L, PAGE_CLASS);
  d = jiluL_newmap(L, 2);
  status = size < UINT32_MAX ? jilu_html_read(bytes, size, page)
                             : JILU_TOO_LARGE;
  if (status == JILU_TOO_LARGE) return luaL_error(L, "text over 4 GB");
  if (status != JILU_OK) return luaL_error(L, "not enough memory");
  page->decoded.map.under = d->map.under;
  *d = page->decoded;
  memset(&page->decoded, 0, sizeof page->decoded);
  jiluL_pushdecoded(L, d);
  push_html_lines(L, page);
  push_metas(L, page, bytes);
  return 4;
}

/*
** map:source(first, last) --> first, last: bytes of the text to bytes of the file
** Whole characters; an empty span (last = first - 1) stays empty.
*/
static int map_source (lua_State *L) {
  const jilu_decoded *d = check(L, 1);
  lua_Integer first = luaL_checkinteger(L, 2);
  lua_Integer last = luaL_checkinteger(L, 3);
  size_t begin, end;
  luaL_argcheck(L, first >= 1 && (size_t)first <= d->map.text_size + 1, 2,
                "position outside the text");
  luaL_argcheck(L, last >= first - 1 && (size_t)last <= d->map.text_size, 3,
                "position outside the text");
  begin = (size_t)first - 1;
  end = (size_t)last;
  jilu_source_span(&d->map, &begin, &end);
  lua_pushinteger(L, (lua_Integer)begin + 1);
  lua_pushinteger(L, (lua_Integer)end);
  return 2;
}

/* #map: how many runs it has */
static int map_len (lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check(L, 1)->map.count);
  return 1;
}

static int map_tostring (lua_State *L) {
  const jilu_decoded *d = check(L, 1);
  lua_pushfstring(L, CLASS " (" JILUL_SIZE " bytes, " JILUL_SIZE " runs)",
                  (jiluL_size)d->map.text_size, (jiluL_size)d->map.count);
  return 1;
}

static int map_gc (lua_State *L) {
  jilu_decoded_free(check(L, 1));
  return 0;
}

static const luaL_Reg methods[] = {
  {"source", map_source},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__len", map_len},
  {"__gc", map_gc},
  {"__tostring", map_tostring},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"decode", decode},
  {"html", html},
  {NULL, NULL}
};

void jiluL_open_source (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, NULL);
  jiluL_newclass(L, PAGE_CLASS, NULL, NULL, page_gc);
  jiluL_setfuncs(L, functions);
}
