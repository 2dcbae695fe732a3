/* The class jilu.View: original bytes, folded text and the map between. */

#include "binding/layer.h"

#include "binding/source.h"
#include "jilu.h"
#include "unicode/utf8.h"
#include "view/fold.h"
#include "view/view.h"

#define CLASS "jilu.View"

jilu_view *jiluL_checkview (lua_State *L, int arg) {
  const jiluL_box *box = luaL_checkudata(L, arg, CLASS);
  luaL_argcheck(L, box->is != NULL, arg, "view is closed");
  return box->is;
}

jilu_view *jiluL_useview (lua_State *L, int arg) {
  luaL_checkudata(L, arg, CLASS);
  jiluL_use(L, arg);
  return jiluL_checkview(L, arg);
}

/*
** view(text [, residue [, map [, unmarked]]]) --> View
** 'residue' is "auto" (default), "keep" or "cut": what to do with readings
** in parentheses behind Han characters. Any bytes will do. Records give their
** places by the jilu.SourceMap, where there is one. With 'unmarked', marks of
** Markdown and tags are text.
** Raises where 'text' is over the limit JILU_VIEW_MAX, or out of memory.
*/
static int view_new (lua_State *L) {
  static const char *const modes[] = {"auto", "keep", "cut", NULL};
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  unsigned mode = (unsigned)luaL_checkoption(L, 2, "auto", modes);
  const jilu_source_map *origin = jiluL_optmap(L, 3);
  jiluL_box *box;
  jilu_view *v;
  jilu_status status;
  if (lua_toboolean(L, 4)) mode |= JILU_RESIDUE_UNMARKED;
  lua_settop(L, 3);
  box = jiluL_newbox(L, CLASS, 2);
  lua_pushvalue(L, 3);
  lua_setiuservalue(L, -2, 2);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  status = jilu_view_new(text, size, (jilu_residue_mode)mode, &v);
  box->is = v;
  if (status == JILU_TOO_LARGE)
    return luaL_error(L, "text of %d MB is over the limit JILU_VIEW_MAX "
                      "(%d MB)", (int)(size >> 20), (int)(JILU_VIEW_MAX >> 20));
  if (status != JILU_OK) return luaL_error(L, "not enough memory");
  v->origin = origin;
  return 1;
}

static int view_close (lua_State *L) {
  jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  jiluL_checkunused(L, 1);
  jilu_view_free(box->is);
  box->is = NULL;
  return 0;
}

/* view:folded() --> the folded text, a string */
static int view_folded (lua_State *L) {
  jilu_view *v = jiluL_checkview(L, 1);
  if (v->text == v->source) lua_getiuservalue(L, 1, 1);
  else lua_pushlstring(L, v->text, v->text_size);
  return 1;
}

/*
** The border of a character, or of a maximal ill-formed part, at or before
** 'at'; at or behind it where 'up'.
*/
static size_t border (const char *text, size_t size, size_t at, bool up) {
  const unsigned char *s = (const unsigned char *)text;
  size_t k = at;
  unsigned width;
  int ok;
  if (at >= size || (s[at] & 0xC0) != 0x80) return at;
  while (k > 0 && at - k < 3 && (s[k] & 0xC0) == 0x80) k--;
  (void)jilu_utf8_decode(s + k, size - k, &width, &ok);
  if (k + width <= at) return at;
  return up ? k + width : k;
}

/*
** Reads first, last (1-based inclusive) as begin, end within 'size'. What is
** cut inside a character gets all of it; an empty span stays empty.
*/
static void check_span (lua_State *L, int arg, const char *text, size_t size,
                        size_t *begin, size_t *end) {
  lua_Integer first = luaL_checkinteger(L, arg);
  lua_Integer last = luaL_checkinteger(L, arg + 1);
  luaL_argcheck(L, first >= 1 && (size_t)first <= size + 1, arg,
                "position outside the text");
  luaL_argcheck(L, last >= first - 1 && (size_t)last <= size, arg + 1,
                "position outside the text");
  *begin = border(text, size, (size_t)first - 1, false);
  *end = border(text, size, (size_t)last, last >= first);
}

static int push_span (lua_State *L, size_t begin, size_t end) {
  lua_pushinteger(L, (lua_Integer)begin + 1);
  lua_pushinteger(L, (lua_Integer)end);
  return 2;
}

/* Where a folded span ends in the original. */
static size_t original_end (const jilu_view *v, size_t begin, size_t end) {
  size_t at = jilu_view_original(v, end);
  return end > begin ? jilu_view_end(v, at) : at;
}

/*
** view:original(first, last) --> first, last: folded to original bytes
** Here and in the methods below a span that cuts a character has all of it.
*/
static int view_original (lua_State *L) {
  jilu_view *v = jiluL_checkview(L, 1);
  size_t begin, end;
  check_span(L, 2, v->text, v->text_size, &begin, &end);
  return push_span(L, jilu_view_original(v, begin), original_end(v, begin, end));
}

/* view:locate(first, last) --> first, last: original to folded bytes */
static int view_locate (lua_State *L) {
  jilu_view *v = jiluL_checkview(L, 1);
  size_t begin, end;
  check_span(L, 2, v->source, v->source_size, &begin, &end);
  return push_span(L, jilu_view_folded(v, begin), jilu_view_folded(v, end));
}

/*
** view:norm(first, last) --> text, changed
** The original bytes without residue, U+FFFD for what is ill-formed.
*/
static int view_norm (lua_State *L) {
  jilu_view *v = jiluL_useview(L, 1);
  size_t begin, end;
  check_span(L, 2, v->source, v->source_size, &begin, &end);
  lua_pushboolean(L, jiluL_pushread(L, v, begin, end));
  return 2;
}

/*
** view:read(first, last) --> text, first, last
** Folded bytes as the original text without residue, U+FFFD for what is
** ill-formed, and their place in the original.
*/
static int view_read (lua_State *L) {
  jilu_view *v = jiluL_useview(L, 1);
  size_t begin, end;
  check_span(L, 2, v->text, v->text_size, &begin, &end);
  end = original_end(v, begin, end);
  begin = jilu_view_original(v, begin);
  (void)jiluL_pushread(L, v, begin, end);
  push_span(L, begin, end);
  return 3;
}

/* view:repairs() --> list of { type, first, last, kind, repair or nil } */
static int view_repairs (lua_State *L) {
  jiluL_layer h = jiluL_repairs(jiluL_useview(L, 1));
  jiluL_pushlayer(L, &h);
  return 1;
}

/* view:layer("repair") --> the same: what a document asks for a layer */
static int view_layer (lua_State *L) {
  jiluL_layer h = jiluL_checklayer(L, 1, luaL_checkstring(L, 2));
  jiluL_pushlayer(L, &h);
  return 1;
}

/* view:repair_count() --> how many repairs there are */
static int view_repair_count (lua_State *L) {
  lua_pushinteger(L, (lua_Integer)jiluL_checkview(L, 1)->repair_count);
  return 1;
}

/* #view: the number of physical lines */
static int view_len (lua_State *L) {
  lua_pushinteger(L, (lua_Integer)jiluL_checkview(L, 1)->line_count);
  return 1;
}

/* Keys of the fields of a line, as strings of Lua: each is looked up once. */
static const char *const line_keys[] = {
  "number", "first", "last", "offset", "text", "i", "j"
};

enum {
  LINE_KEYS = 4,   /* index of the first of them where lines are pushed */
  LINE_KEY_COUNT = sizeof line_keys / sizeof line_keys[0]
};

/* Room for what stages say of a line that is not blank, beside what is said
   here. */
#define LINE_FIELDS 14

/*
** Lines of a page. Each is a table of some 350 bytes, and twice as much once it
** has a role: where lines are short, that is many times the text. So a page has
** at most these lines, or one for every LINE_BYTES of it.
*/
#define LINES_MAX 0x20000
#define LINE_BYTES 64

static int is_blank (char c) { return c == ' ' || c == '\t'; }

static void set_field (lua_State *L, int k, size_t value) {
  lua_pushvalue(L, LINE_KEYS + k);
  lua_pushinteger(L, (lua_Integer)value);
  lua_rawset(L, -3);
}

static void push_line (lua_State *L, const jilu_view *v, size_t k) {
  jilu_map_entry begin = v->lines[k], end = jilu_view_line_end(v, k);
  size_t first = begin.folded, last = end.folded;
  while (first < last && is_blank(v->text[first])) first++;
  while (last > first && is_blank(v->text[last - 1])) last--;
  lua_createtable(L, 0, first < last ? LINE_FIELDS : LINE_KEY_COUNT);
  set_field(L, 0, k + 1);
  set_field(L, 1, (size_t)begin.original + 1);
  set_field(L, 2, end.original);
  set_field(L, 3, begin.folded);
  set_field(L, 5, first - begin.folded + 1);
  set_field(L, 6, last - begin.folded);
  lua_pushvalue(L, LINE_KEYS + 4);
  lua_pushlstring(L, v->text + begin.folded, end.folded - begin.folded);
  lua_rawset(L, -3);
}

/* The keys of a line, from LINE_KEYS on. */
static void push_keys (lua_State *L) {
  size_t k;
  for (k = 0; k < LINE_KEY_COUNT; k++) lua_pushstring(L, line_keys[k]);
}

/*
** view:lines() --> list of { number, first, last, offset, text, i, j }, or nil
** The physical lines, without their line breaks: bytes in the original, how
** many folded bytes stand before the line, its folded text, and the bytes of
** that which are left without the spaces and tabs around them. nil where there
** are more than a page has: view:line makes each of them.
*/
static int view_lines (lua_State *L) {
  jilu_view *v;
  size_t k;
  lua_settop(L, 2);
  v = jiluL_useview(L, 1);
  if (v->line_count > LINES_MAX && v->line_count > v->source_size / LINE_BYTES)
    return 0;
  push_keys(L);
  lua_createtable(L, (int)v->line_count, 0);
  for (k = 0; k < v->line_count; k++) {
    push_line(L, v, k);
    lua_rawseti(L, -2, (lua_Integer)k + 1);
  }
  return 1;
}

/* view:line(k) --> the k-th line of view:lines, nil where there is none */
static int view_line (lua_State *L) {
  jilu_view *v;
  int is_integer;
  lua_Integer k = lua_tointegerx(L, 2, &is_integer);
  lua_settop(L, 2);
  v = jiluL_useview(L, 1);
  if (!is_integer || k < 1 || (size_t)k > v->line_count) return 0;
  push_keys(L);
  push_line(L, v, (size_t)k - 1);
  return 1;
}

/* Pushes { kind, line, at, size } of a mark. */
static void push_mark (lua_State *L, const jilu_view *v, const jilu_repair *r) {
  size_t line = jilu_view_line_of(v, r->begin);
  size_t at = jilu_view_folded(v, r->end) - v->lines[line].folded;
  lua_createtable(L, 0, 4);
  lua_pushstring(L, jiluL_repair_kind(r->kind));
  lua_setfield(L, -2, "kind");
  lua_pushinteger(L, (lua_Integer)line + 1);
  lua_setfield(L, -2, "line");
  lua_pushinteger(L, (lua_Integer)at + 1);
  lua_setfield(L, -2, "at");
  lua_pushinteger(L, (lua_Integer)(r->end - r->begin));
  lua_setfield(L, -2, "size");
}

/*
** view:markup() --> list of { kind, line, at, size }, or nil
** The marks that were taken out: the kind of the repair, the line, the byte of
** the line's folded text that follows, and how many bytes the mark has.
*/
static int view_markup (lua_State *L) {
  jilu_view *v = jiluL_useview(L, 1);
  lua_Integer n = 0;
  size_t k;
  if (v->markup_count == 0) return 0;
  lua_createtable(L, (int)v->markup_count, 0);
  for (k = 0; k < v->repair_count; k++) {
    if (!jilu_is_markup(v->repairs[k].kind)) continue;
    push_mark(L, v, &v->repairs[k]);
    lua_rawseti(L, -2, ++n);
  }
  return 1;
}

/* view:line_of(position) --> number of the line that holds this byte */
static int view_line_of (lua_State *L) {
  jilu_view *v = jiluL_checkview(L, 1);
  lua_Integer at = luaL_checkinteger(L, 2);
  luaL_argcheck(L, at >= 1, 2, "position outside the text");
  lua_pushinteger(L, (lua_Integer)jilu_view_line_of(v, (size_t)at - 1) + 1);
  return 1;
}

/*
** view:script(first, last) --> simplified, traditional
** How many characters of the original span exist in one script alone.
*/
static int view_script (lua_State *L) {
  jilu_view *v = jiluL_checkview(L, 1);
  size_t begin, end, hans, hant;
  check_span(L, 2, v->source, v->source_size, &begin, &end);
  jilu_script_count((const unsigned char *)v->source + begin, end - begin,
                    &hans, &hant);
  lua_pushinteger(L, (lua_Integer)hans);
  lua_pushinteger(L, (lua_Integer)hant);
  return 2;
}

/* view:traditional() --> how many characters exist in Traditional text alone */
static int view_traditional (lua_State *L) {
  lua_pushinteger(L, (lua_Integer)jiluL_checkview(L, 1)->traditional);
  return 1;
}

/* view:invalid_bytes() --> how many bytes are not well-formed UTF-8 */
static int view_invalid_bytes (lua_State *L) {
  lua_pushinteger(L, (lua_Integer)jiluL_checkview(L, 1)->invalid_bytes);
  return 1;
}

static int view_tostring (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  const jilu_view *v = box->is;
  if (v == NULL) lua_pushliteral(L, CLASS " (closed)");
  else
    lua_pushfstring(L, CLASS " (" JILUL_SIZE " bytes, " JILUL_SIZE " lines, " JILUL_SIZE " repairs)",
                    (jiluL_size)v->source_size, (jiluL_size)v->line_count,
                    (jiluL_size)v->repair_count);
  return 1;
}

/* fold(text) --> text with every character folded, ill-formed bytes U+FFFD */
static int fold (lua_State *L) {
  size_t size, at = 0;
  const char *text = luaL_checklstring(L, 1, &size);
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  while (at < size) {
    unsigned width;
    int ok;
    char out[4];
    uint32_t c = jilu_utf8_decode((const unsigned char *)text + at, size - at,
                                  &width, &ok);
    luaL_addlstring(&b, out, jilu_utf8_encode(jilu_fold(c), out));
    at += width;
  }
  luaL_pushresult(&b);
  return 1;
}

static const luaL_Reg methods[] = {
  {"close", view_close},
  {"folded", view_folded},
  {"invalid_bytes", view_invalid_bytes},
  {"layer", view_layer},
  {"line", view_line},
  {"line_of", view_line_of},
  {"lines", view_lines},
  {"locate", view_locate},
  {"markup", view_markup},
  {"norm", view_norm},
  {"original", view_original},
  {"read", view_read},
  {"repair_count", view_repair_count},
  {"repairs", view_repairs},
  {"script", view_script},
  {"traditional", view_traditional},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__len", view_len},
  {"__tostring", view_tostring},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"fold", fold},
  {"view", view_new},
  {NULL, NULL}
};

void jiluL_open_view (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, view_close);
  jiluL_setfuncs(L, functions);
}
