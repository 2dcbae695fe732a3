/*
** The class jilu.Extractor: a compiled vocabulary, and the facts that are
** read with it.
*/

#include <string.h>

#include "binding/binding.h"

#include "binding/layer.h"
#include "binding/judge.h"
#include "binding/lexicon.h"
#include "facts/extraction.h"
#include "facts/named_values.h"
#include "facts/number/number.h"
#include "view/view.h"

#define CLASS JILUL_EXTRACTOR

static const jilu_vocabulary *check_extractor (lua_State *L, int arg) {
  const jiluL_box *box = luaL_checkudata(L, arg, CLASS);
  luaL_argcheck(L, box->is != NULL, arg, "extractor is closed");
  return box->is;
}

/* --- compiling ------------------------------------------------------------ */

/* Pushes the table of the classes by name. */
static void push_classes (lua_State *L) {
  static const char *const names[] = {
#define CLASS_NAME(name, lua) lua,
    JILU_CLASSES(CLASS_NAME)
#undef CLASS_NAME
  };
  int i;
  lua_createtable(L, 0, JILU_CLASS_COUNT);
  for (i = 0; i < JILU_CLASS_COUNT; i++) {
    lua_pushinteger(L, i);
    lua_setfield(L, -2, names[i]);
  }
}

/* The class of the sense on top of the stack. */
static jilu_class class_of (lua_State *L, int classes, int index) {
  jilu_class found;
  lua_getfield(L, -1, "class");
  if (lua_type(L, -1) != LUA_TSTRING)
    luaL_error(L, "sense #%d: 'word' and 'class' expected", index);
  lua_pushvalue(L, -1);
  lua_rawget(L, classes);
  if (lua_isnil(L, -1))
    luaL_error(L, "sense #%d: unknown class '%s'", index, lua_tostring(L, -2));
  found = (jilu_class)lua_tointeger(L, -1);
  lua_pop(L, 2);
  return found;
}

/* Field of the sense on top of the stack; the table keeps the string. */
static const char *string_field (lua_State *L, const char *key, size_t *size) {
  const char *s;
  lua_getfield(L, -1, key);
  s = lua_tolstring(L, -1, size);
  lua_pop(L, 1);
  return s;
}

/* Raises what is wrong with a word, which the trie would only refuse. */
static void check_word (lua_State *L, int index, const char *word,
                        size_t size) {
  size_t i, characters = 0;
  if (word == NULL || size == 0)
    luaL_error(L, "sense #%d: 'word' and 'class' expected", index);
  for (i = 0; i < size; i++)
    characters += ((unsigned char)word[i] & 0xC0) != 0x80;
  if (characters > JILU_TRIE_KEY_MAX)
    luaL_error(L, "sense #%d: word of " JILUL_SIZE " characters is over the limit "
               "JILU_TRIE_KEY_MAX (%d)", index, (jiluL_size)characters,
               (int)JILU_TRIE_KEY_MAX);
}

/* Raises that a class has no value of this name, with those that it has. */
static void refuse_name (lua_State *L, jilu_class class_, int index,
                         const char *name) {
  const char *known;
  int k;
  lua_pushliteral(L, "");
  for (k = 0; (known = jilu_value_name(class_, k)) != NULL; k++) {
    lua_pushfstring(L, "%s%s%s", lua_tostring(L, -1), k > 0 ? ", " : "",
                    known);
    lua_remove(L, -2);
  }
  luaL_error(L, "sense #%d: value \"%s\"; known: %s", index, name,
             k > 0 ? lua_tostring(L, -1) : "numbers alone");
}

/* The value of the sense on top of the stack: a number or the name of one. */
static double value_of (lua_State *L, jilu_class class_, int index) {
  double value;
  lua_getfield(L, -1, "value");
  if (lua_type(L, -1) == LUA_TSTRING) {
    const char *name = lua_tostring(L, -1);
    value = jilu_named_value(class_, name);
    if (value < 0) refuse_name(L, class_, index, name);
  }
  else value = lua_tonumber(L, -1);
  lua_pop(L, 1);
  return value;
}

static void read_sense (lua_State *L, int classes, int index,
                        jilu_sense_source *out) {
  out->word = string_field(L, "word", &out->size);
  check_word(L, index, out->word, out->size);
  out->class_ = class_of(L, classes, index);
  out->value = value_of(L, out->class_, index);
  out->text = string_field(L, "text", NULL);
  out->code = string_field(L, "code", NULL);
  lua_getfield(L, -1, "user");
  out->user = lua_toboolean(L, -1) != 0;
  lua_pop(L, 1);
}

/* The mark of a field, one character of ASCII; 'mark' where it is absent. */
static char check_mark (lua_State *L, int arg, const char *field, char mark) {
  size_t size;
  const char *s;
  lua_getfield(L, arg, field);
  if (!lua_isnil(L, -1)) {
    s = lua_tolstring(L, -1, &size);
    luaL_argcheck(L, s != NULL && size == 1 && strchr(".,'", *s) != NULL, arg,
                  "marks in numbers are one of . , '");
    mark = *s;
  }
  lua_pop(L, 1);
  return mark;
}

static bool check_flag (lua_State *L, int arg, const char *field) {
  bool on;
  lua_getfield(L, arg, field);
  on = lua_toboolean(L, -1) != 0;
  lua_pop(L, 1);
  return on;
}

static jilu_writing check_writing (lua_State *L, int arg) {
  jilu_writing w = {false, false, '.', ','};
  if (lua_isnil(L, arg)) return w;
  luaL_checktype(L, arg, LUA_TTABLE);
  w.spaced = check_flag(L, arg, "spaced");
  w.capital_nouns = check_flag(L, arg, "capital_nouns");
  w.decimal = check_mark(L, arg, "decimal_mark", '.');
  w.group = check_mark(L, arg, "group_mark", ',');
  luaL_argcheck(L, w.decimal != w.group, arg,
                "one mark for decimals and for groups");
  return w;
}

/*
** extractor(senses [, writing [, weights]]) --> Extractor
** 'senses' is a list of { word =, class =, value =, text =, code =, user = },
** each word folded; classes.h says what each class makes of them, a value may
** have a name (facts/named_values.c), and 'user'
** that the word is the user's own. 'writing' says how the
** language writes: { spaced =, capital_nouns =, decimal_mark =, group_mark = },
** see jilu.Language.
** 'weights', by the names of core.name_features(), are those of the judge of
** names; without them there is none.
*/
static int extractor_new (lua_State *L) {
  jiluL_box *box;
  jilu_vocabulary *vocabulary;
  jilu_sense_source *sources;
  jilu_status status;
  size_t i, count;
  jilu_writing writing;
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 3);
  writing = check_writing(L, 2);
  lua_remove(L, 2);
  count = (size_t)lua_rawlen(L, 1);
  box = jiluL_newbox(L, CLASS, 0);
  sources = lua_newuserdatauv(L, (count + 1) * sizeof *sources, 0);
  push_classes(L);
  for (i = 0; i < count; i++) {
    lua_rawgeti(L, 1, (lua_Integer)i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    read_sense(L, 5, (int)i + 1, &sources[i]);
    lua_pop(L, 1);
  }
  status = jilu_vocabulary_new(sources, count, writing, &vocabulary);
  if (status == JILU_OK) box->is = vocabulary;
  if (status == JILU_BAD_VALUE) return luaL_error(L, "a word is ill-formed");
  if (status == JILU_TOO_LARGE) return luaL_error(L, "too many words");
  if (status != JILU_OK) return luaL_error(L, "not enough memory");
  jiluL_weigh(L, 2, vocabulary);
  lua_settop(L, 3);
  return 1;
}

static int extractor_close (lua_State *L) {
  jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  jiluL_checkunused(L, 1);
  jilu_vocabulary_free(box->is);
  box->is = NULL;
  return 0;
}

/* --- reading facts ------------------------------------------------------- */

/* The date in argument 'arg', "" or none for no date. */
static void check_date (lua_State *L, int arg, jilu_date *d) {
  const char *s = luaL_optstring(L, arg, "");
  if (!jilu_date_parse(s, d) && *s != '\0')
    luaL_argerror(L, arg, lua_pushfstring(L, "'%s' is no ISO 8601 date", s));
}

/* The reports of the list at 'arg'; what holds them is left on the stack. */
static void check_reports (lua_State *L, int arg, const jilu_view *v,
                           jilu_anchor *a) {
  size_t i, count = (size_t)lua_rawlen(L, arg) / 2;
  jilu_report *reports = lua_newuserdatauv(L, (count + 1) * sizeof *reports, 0);
  for (i = 0; i < count; i++) {
    lua_rawgeti(L, arg, (lua_Integer)(2 * i + 1));
    lua_rawgeti(L, arg, (lua_Integer)(2 * i + 2));
    if (!lua_isinteger(L, -1) || !lua_isinteger(L, -2) ||
        lua_tointeger(L, -2) < 1)
      luaL_argerror(L, arg, "positions and years expected");
    reports[i].at = jilu_view_folded(v, (size_t)lua_tointeger(L, -2) - 1);
    reports[i].year = (int)lua_tointeger(L, -1);
    if (i > 0 && reports[i].at < reports[i - 1].at)
      luaL_argerror(L, arg, "positions out of order");
    lua_pop(L, 2);
  }
  a->reports = reports;
  a->report_count = count;
}

static void check_anchor (lua_State *L, const jilu_view *v, jilu_anchor *a) {
  memset(a, 0, sizeof *a);
  check_date(L, 3, &a->date);
  a->report_year = -1;
  if (lua_istable(L, 4)) check_reports(L, 4, v, a);
  else a->report_year = (int)luaL_optinteger(L, 4, -1);
}

/*
** Facts that are being read; what it points into is on the stack, and in use
** until the function returns, as it may give way meanwhile.
*/
typedef struct reading {
  jilu_extraction extraction;
  jilu_facts *facts;
} reading;

#define READING "jilu.FactReading"
#define PART 65536u          /* bytes that are read before the clock is looked at */

static int reading_gc (lua_State *L) {
  reading *x = luaL_checkudata(L, 1, READING);
  jilu_extraction_abandon(&x->extraction);
  return 0;
}

static void check_read (lua_State *L, jilu_status status) {
  if (status == JILU_TOO_LARGE) luaL_error(L, "text is too large");
  if (status != JILU_OK) luaL_error(L, "not enough memory");
}

/*
** Pushes a jilu.Facts for those that arguments 1 to 6 ask for, and what begins to
** read them.
*/
static reading *begin_reading (lua_State *L) {
  const jilu_vocabulary *vocabulary;
  const jilu_view *v;
  const jilu_lexicon *lexicon;
  jilu_facts *facts;
  jilu_anchor anchor;
  reading *x;
  lua_settop(L, 6);
  (void)jiluL_checkview(L, 2);
  jiluL_hold(L, 1);
  jiluL_hold(L, 2);
  if (!lua_isnoneornil(L, 5)) {
    (void)jiluL_checklexicon(L, 5);
    jiluL_hold(L, 5);
  }
  v = jiluL_checkview(L, 2);
  check_anchor(L, v, &anchor);
  facts = jiluL_newfacts(L, 1, 2, 3, 6);
  x = lua_newuserdatauv(L, sizeof *x, 0);
  memset(x, 0, sizeof *x);
  luaL_setmetatable(L, READING);
  x->facts = facts;
  vocabulary = check_extractor(L, 1);
  lexicon = lua_isnoneornil(L, 5) ? NULL : jiluL_checklexicon(L, 5);
  check_read(L, jilu_extraction_begin(&x->extraction,
    (const unsigned char *)v->text, v->text_size, vocabulary, lexicon, &anchor,
    NULL, facts));
  return x;
}

/* Reads all of them; their jilu.Facts is on top. */
static jilu_facts *read_facts (lua_State *L) {
  reading *x = begin_reading(L);
  while (jilu_extraction_step(&x->extraction, SIZE_MAX)) continue;
  check_read(L, jilu_extraction_end(&x->extraction));
  lua_pop(L, 1);
  return x->facts;
}

/* Reads by parts, the reading on top, and gives way between them where it is to. */
static int read_on (lua_State *L);

#if LUA_VERSION_NUM >= 504
static int go_on (lua_State *L, int status, lua_KContext context) {
  (void)status;
  (void)context;
  return read_on(L);
}
#endif

static int read_on (lua_State *L) {
  reading *x = lua_touserdata(L, -1);
  while (jilu_extraction_step(&x->extraction, PART)) {
#if LUA_VERSION_NUM >= 504
    if (jiluL_due(L)) return lua_yieldk(L, 0, 0, go_on);
#endif
  }
  check_read(L, jilu_extraction_end(&x->extraction));
  lua_pop(L, 1);
  return 1;
}

/*
** extractor:read(view [, date [, year [, lexicon [, basis]]]]) --> jilu.Facts
** 'date' is any ISO 8601 date or date-time: what 今年 is relative to; 'year'
** the year that the text reports on (上半年, 年初), where it is another, or a
** list { first, year, first, year, … }: the year from that byte on, -1 for none.
** With a lexicon nouns and names end where its words do. With 'basis', what
** the date is known from, times say what their anchor is known from.
*/
static int extractor_read (lua_State *L) {
  luaL_optstring(L, 6, NULL);
  (void)begin_reading(L);
  return read_on(L);
}

/*
** extractor:facts(view [, date [, year [, lexicon]]]) --> list of facts, in the
** order of the text: those of extractor:read.
*/
static int extractor_facts (lua_State *L) {
  jilu_facts *facts;
  lua_settop(L, 5);
  facts = read_facts(L);
  jiluL_pushfacts(L, lua_gettop(L));
  jilu_facts_free(facts);
  return 1;
}

/*
** extractor:count(view [, date [, year [, lexicon]]]) --> how many facts there are,
** without making tables of them
*/
static int extractor_count (lua_State *L) {
  jilu_facts *facts;
  lua_settop(L, 5);
  facts = read_facts(L);
  lua_pushinteger(L, (lua_Integer)facts->count);
  jilu_facts_free(facts);
  return 1;
}

/*
** extractor:number(view, init) --> exact decimal, last byte | nil
** The numeral that begins at original byte 'init', 1-based.
*/
static int extractor_number (lua_State *L) {
  const jilu_vocabulary *vocabulary = check_extractor(L, 1);
  jilu_view *v = jiluL_checkview(L, 2);
  lua_Integer init = luaL_checkinteger(L, 3);
  char text[JILU_DECIMAL_TEXT];
  jilu_numeral n;
  size_t at, end;
  luaL_argcheck(L, init >= 1, 3, "out of range");
  if ((size_t)init > v->source_size) return 0;
  at = jilu_view_folded(v, (size_t)init - 1);
  if (at >= v->text_size) return 0;
  if (jilu_number_at((const unsigned char *)v->text, v->text_size, vocabulary,
                     at, &n, &end) != JILU_OK)
    return luaL_error(L, "not enough memory");
  if (end == 0) return 0;
  end = jilu_view_original(v, end);   /* before a call that may collect */
  lua_pushlstring(L, text, jilu_decimal_text(&n.value, text));
  lua_pushinteger(L, (lua_Integer)end);
  return 2;
}

static int extractor_candidates (lua_State *L) {
  return jiluL_candidates(L, check_extractor(L, 1));
}

/* is_date(text) --> whether a string is an ISO 8601 date or date-time */
static int is_date (lua_State *L) {
  jilu_date date;
  lua_pushboolean(L, jilu_date_parse(luaL_checkstring(L, 1), &date));
  return 1;
}

static int extractor_tostring (lua_State *L) {
  const jiluL_box *box = luaL_checkudata(L, 1, CLASS);
  const jilu_vocabulary *vocabulary = box->is;
  if (vocabulary == NULL) lua_pushliteral(L, CLASS " (closed)");
  else
    lua_pushfstring(L, CLASS " (%d words)", (int)vocabulary->word_count);
  return 1;
}

static const luaL_Reg methods[] = {
  {"candidates", extractor_candidates},
  {"close", extractor_close},
  {"count", extractor_count},
  {"facts", extractor_facts},
  {"number", extractor_number},
  {"read", extractor_read},
  {NULL, NULL}
};

static const luaL_Reg metamethods[] = {
  {"__tostring", extractor_tostring},
  {NULL, NULL}
};

static const luaL_Reg reading_metamethods[] = {
  {"__gc", reading_gc},
  {NULL, NULL}
};

static const luaL_Reg functions[] = {
  {"extractor", extractor_new},
  {"is_date", is_date},
  {NULL, NULL}
};

void jiluL_open_extractor (lua_State *L) {
  jiluL_newclass(L, CLASS, methods, metamethods, extractor_close);
  jiluL_newclass(L, READING, NULL, reading_metamethods, NULL);
  jiluL_setfuncs(L, functions);
}
