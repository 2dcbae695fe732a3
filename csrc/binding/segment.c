/* jilu.graphemes, words, sentences, lines, count: walking over segments. */

#include "binding/units.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#define BATCH 128    /* positions that are fetched from the core at a time */

/* A walk under way; the text is kept alive by the iterator's upvalue. */
typedef struct cursor {
  jilu_segmenter s;
  size_t capacity, count, next;
  lua_Integer begin;           /* where the next segment begins, 0-based */
  const char *text;            /* of which words alone are given; or NULL */
  uint32_t ends[1];
} cursor;

/* Is the segment a word, with a letter or a digit in it? */
static bool is_word (const char *text, size_t begin, size_t end) {
  static const unsigned some = JILU_PROPERTY_LETTER | JILU_PROPERTY_DIGIT |
                               JILU_PROPERTY_HAN;
  const unsigned char *p = (const unsigned char *)text;
  while (begin < end) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode(p + begin, end - begin, &width, &ok);
    if (jilu_trie_get(&jilu_properties, c) & some) return true;
    begin += width;
  }
  return false;
}

/* iterator() --> first, last | nothing, after the last segment */
static int step (lua_State *L) {
  cursor *c = (cursor *)lua_touserdata(L, lua_upvalueindex(1));
  lua_Integer end;
  for (;;) {
    if (c->next == c->count) {
      c->count = jilu_segmenter_next(&c->s, c->ends, c->capacity);
      c->next = 0;
      if (c->count == 0) return 0;
    }
    end = (lua_Integer)c->ends[c->next++];
    if (c->text == NULL || is_word(c->text, (size_t)c->begin, (size_t)end))
      break;
    c->begin = end;
  }
  lua_pushinteger(L, c->begin + 1);
  lua_pushinteger(L, end);
  c->begin = end;
  return 2;
}

static int walk (lua_State *L, jilu_unit unit) {
  jiluL_unit u = {0, JILU_GRAPHEME, JILU_PATH_BEST, 0};
  jilu_segmenter s;
  size_t capacity;
  cursor *c;
  u.unit = unit;
  jiluL_checkoptions(L, 2, &u);
  jiluL_start(L, 1, &u, &s);
  capacity = s.size < BATCH ? s.size + JILU_SEGMENT_ROOM : BATCH;
  c = (cursor *)lua_newuserdatauv(L, sizeof(cursor) +
                                  capacity * sizeof(uint32_t), 0);
  c->s = s;
  c->capacity = capacity;
  c->count = c->next = 0;
  c->begin = 0;
  c->text = u.only_words ? lua_tostring(L, 1) : NULL;
  lua_pushvalue(L, 1);
  lua_pushcclosure(L, step, 2);
  return 1;
}

/* graphemes(text [, options]) --> iterator of first, last */
static int graphemes (lua_State *L) { return walk(L, JILU_GRAPHEME); }

/* words(text [, { han = "group", only = "words" }]) --> iterator of first, last */
static int words (lua_State *L) { return walk(L, JILU_WORD); }

/* sentences(text [, options]) --> iterator of first, last */
static int sentences (lua_State *L) { return walk(L, JILU_SENTENCE); }

/* lines(text [, options]) --> iterator of first, last */
static int lines (lua_State *L) { return walk(L, JILU_LINE); }

/* How many code points 'text' has, U+FFFD for each ill-formed part. */
static size_t count_codepoints (const char *text, size_t size) {
  const unsigned char *p = (const unsigned char *)text;
  size_t i = 0, n = 0;
  while (i < size) {
    unsigned width;
    int ok;
    (void)jilu_utf8_decode(p + i, size - i, &width, &ok);
    i += width;
    n++;
  }
  return n;
}

/* count(text [, unit [, options]]) --> how many */
static int count (lua_State *L) {
  uint32_t ends[512];
  jilu_segmenter s;
  size_t n, total = 0;
  jiluL_unit u = jiluL_checkunit(L, 2, 1);
  u.only_words = 0;
  jiluL_checkoptions(L, 3, &u);
  if (u.codepoint) {
    size_t size;
    const char *text = luaL_checklstring(L, 1, &size);
    total = count_codepoints(text, size);
  }
  else {
    const char *text = luaL_checkstring(L, 1);
    size_t i, begin = 0;
    jiluL_start(L, 1, &u, &s);
    while ((n = jilu_segmenter_next(&s, ends, 512)) > 0) {
      if (!u.only_words) total += n;
      else for (i = 0; i < n; begin = ends[i++])
        total += is_word(text, begin, ends[i]);
    }
  }
  lua_pushinteger(L, (lua_Integer)total);
  return 1;
}

/*
** grapheme_end(text, first) --> the last byte of the grapheme cluster that
** begins at 'first', for patterns. Raises where 'first' is not in the text.
*/
static int grapheme_end (lua_State *L) {
  uint32_t ends[JILU_SEGMENT_ROOM];
  jilu_segmenter s;
  size_t size, n;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_Integer first = luaL_checkinteger(L, 2);
  luaL_argcheck(L, first >= 1 && first <= (lua_Integer)size, 2,
                "position out of bounds");
  jiluL_checkstatus(L, 1, jilu_segmenter_start(&s, JILU_GRAPHEME,
    text + (first - 1), size - (size_t)(first - 1)));
  do {
    n = jilu_segmenter_next(&s, ends, JILU_SEGMENT_ROOM);
  } while (n == 0);
  lua_pushinteger(L, first - 1 + (lua_Integer)ends[0]);
  return 1;
}

static const luaL_Reg functions[] = {
  {"graphemes", graphemes},
  {"words", words},
  {"sentences", sentences},
  {"lines", lines},
  {"count", count},
  {"grapheme_end", grapheme_end},
  {NULL, NULL}
};

void jiluL_open_segment (lua_State *L) {
  jiluL_setfuncs(L, functions);
}
