/* jilu.Gazetteer: opening and tokens, its words at given places of a text. */

#include "binding/gazetteer.h"

#include "unicode/utf8.h"

/* Numbers that wait, so that a list is made as long as it has to be. */
#define WAITING_MAX 96

/* The list on top of the stack, once there is one. */
typedef struct numbers {
  lua_Integer stored;   /* numbers that are in the list */
  int count;            /* numbers that wait */
  size_t waiting[WAITING_MAX];
} numbers;

static void flush (lua_State *L, numbers *n) {
  int k;
  if (n->stored == 0) lua_createtable(L, n->count, 0);
  for (k = 0; k < n->count; k++) {
    lua_pushinteger(L, (lua_Integer)n->waiting[k]);
    lua_rawseti(L, -2, ++n->stored);
  }
  n->count = 0;
}

static void append (lua_State *L, numbers *n, size_t number) {
  if (n->count == WAITING_MAX) flush(L, n);
  n->waiting[n->count++] = number;
}

/* Pushes the list, where there is anything in it; returns how many lists. */
static int push_numbers (lua_State *L, numbers *n) {
  if (n->count > 0) flush(L, n);
  return n->stored > 0;
}

/* --- words that begin clauses ---------------------------------------------- */

/* Notes the word at 'at', behind blanks, with its number 'kind'. */
static void add_opening (lua_State *L, const jilu_gazetteer *g,
                         const unsigned char *s, size_t at, size_t end,
                         size_t kind, numbers *found) {
  unsigned width;
  uint32_t value = 0;
  size_t length;
  while (at < end && (s[at] == ' ' || s[at] == '\t')) at++;
  if (at >= end) return;
  length = jilu_gazetteer_longest(g, s + at, end - at, &width, &value);
  if (length == 0) return;
  append(L, found, at + 1);
  append(L, found, at + length);
  append(L, found, value);
  append(L, found, kind);
}

/*
** gazetteer:opening(text, first, last, marks) --> list | nothing
** The words that begin a clause of text[first..last], behind blanks: first,
** last, value and the mark before it (1 of a sentence, 2 of a segment, 3 a
** colon, 4 a comma), or 0 where it begins the text; and so on. The text is cut
** at the marks alone, and behind a bracket that closes a sentence.
*/
int jiluL_gazetteer_opening (lua_State *L) {
  const jilu_marks *marks = jiluL_checkmarks(L, 5);
  size_t at, end;
  const unsigned char *s = jiluL_checkpart(L, &at, &end);
  const jilu_gazetteer *g = jiluL_usegazetteer(L, 1);
  jilu_mark_kind kind;
  numbers found;
  found.stored = found.count = 0;
  add_opening(L, g, s, at, end, 0, &found);
  while ((at = jilu_clauses_next(marks, (const char *)s, at, end, &kind)) < end)
    add_opening(L, g, s, at, end, (size_t)kind + 1, &found);
  return push_numbers(L, &found);
}

/* --- tokens ---------------------------------------------------------------- */

/* A token that is being read, and its node as far as it may be a word. */
typedef struct token {
  size_t begin;
  uint32_t node;
  int is_open, may_be_word;
} token;

static void close_token (lua_State *L, const jilu_gazetteer *g, token *t,
                         size_t end, numbers *found) {
  if (!t->is_open) return;
  t->is_open = 0;
  append(L, found, t->begin + 1);
  append(L, found, end);
  append(L, found, t->may_be_word ? jilu_trie_value(&g->trie, t->node) : 0);
}

static void read_character (const jilu_gazetteer *g, token *t, size_t at,
                            uint32_t c) {
  uint32_t code;
  if (!t->is_open) {
    t->begin = at;
    t->node = JILU_TRIE_ROOT;
    t->is_open = t->may_be_word = 1;
  }
  if (!t->may_be_word) return;
  code = jilu_trie_code(&g->trie, c);
  t->node = code != 0 ? jilu_trie_step(&g->trie, t->node, code) : 0;
  t->may_be_word = t->node != 0;
}

/*
** gazetteer:tokens(text, separators) --> list | nothing
** What stands between the characters of a gazetteer 'separators': first byte,
** last byte and its value, or 0 where it is no word of this one; and so on.
*/
int jiluL_gazetteer_tokens (lua_State *L) {
  size_t size, at = 0;
  const unsigned char *s =
    (const unsigned char *)luaL_checklstring(L, 2, &size);
  const jilu_gazetteer *separators = jiluL_usegazetteer(L, 3);
  const jilu_gazetteer *g = jiluL_usegazetteer(L, 1);
  numbers found;
  token t = {0, 0, 0, 0};
  found.stored = found.count = 0;
  while (at < size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode(s + at, size - at, &width, &ok);
    if (jilu_trie_code(&separators->trie, c) != 0)
      close_token(L, g, &t, at, &found);
    else read_character(g, &t, at, c);
    at += width;
  }
  close_token(L, g, &t, size, &found);
  return push_numbers(L, &found);
}
