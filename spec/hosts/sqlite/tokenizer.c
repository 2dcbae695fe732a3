/*
** A tokenizer for SQLite's full-text search (FTS5), as a loadable extension:
**
**   .load ./jilu_tokenizer
**   CREATE VIRTUAL TABLE page USING fts5(body, tokenize = 'jilu zh.lexicon');
**
** The argument is a compiled lexicon (`make lexicon`): Chinese is cut into its
** words, and the words inside long ones are found too. Without one each Han
** character is a token. Either way Traditional and Simplified, full-width and
** half-width, upper and lower case are one: 设计 finds 設計.
**
** On the public API of jilu alone. See https://sqlite.org/fts5.html, section 7.
*/
#include <sqlite3ext.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "jilu.h"

SQLITE_EXTENSION_INIT1

/* What the functions of FTS5 are given back. */
typedef struct tokenizer {
  jilu_lexicon *lexicon;   /* NULL: none */
} tokenizer;

typedef int (*receive) (void *context, int flags, const char *token, int size,
                        int begin, int end);

/* One text on its way. */
typedef struct pass {
  const jilu_view *view;
  const char *text;        /* folded */
  size_t end;              /* of the last word that was a token of its own */
  receive token;
  void *context;
} pass;

static int code_of (jilu_status status) {
  switch (status) {
    case JILU_OK: return SQLITE_OK;
    case JILU_NO_MEMORY: return SQLITE_NOMEM;
    case JILU_TOO_LARGE: return SQLITE_TOOBIG;
    case JILU_IO: return SQLITE_CANTOPEN;
    default: return SQLITE_CORRUPT;
  }
}

/* Hands on [begin, end) of the folded text; a word inside the one before it
   stands at the place of that. */
static int give (pass *p, size_t begin, size_t end) {
  char *folded;
  size_t size;
  int code, inside = end <= p->end;
  jilu_status status;
  if (!jilu_counts_as_word(p->text + begin, end - begin)) return SQLITE_OK;
  status = jilu_map_case(p->text + begin, end - begin, JILU_FOLD, JILU_ROOT,
                         &folded, &size);
  if (status != JILU_OK) return code_of(status);
  if (!inside) p->end = end;
  code = p->token(p->context, inside ? FTS5_TOKEN_COLOCATED : 0, folded,
                  (int)size, (int)jilu_view_original(p->view, begin),
                  (int)jilu_view_original(p->view, end));
  jilu_free(folded);
  return code;
}

static int cut_by_lexicon (pass *p, const jilu_lexicon *lexicon, size_t size,
                           unsigned flags) {
  jilu_words *words;
  jilu_token word;
  int code = code_of(jilu_words_new(lexicon, p->text, size, flags, &words));
  if (code != SQLITE_OK) return code;
  while (code == SQLITE_OK && jilu_words_next(words, &word))
    code = give(p, word.begin, word.end);
  jilu_words_free(words);
  return code;
}

static int cut_by_rules (pass *p, size_t size) {
  jilu_segmenter s;
  uint32_t ends[64];
  size_t n, k, begin = 0;
  int code = code_of(jilu_segmenter_start(&s, JILU_WORD, p->text, size));
  while (code == SQLITE_OK && (n = jilu_segmenter_next(&s, ends, 64)) > 0)
    for (k = 0; k < n && code == SQLITE_OK; begin = ends[k++])
      code = give(p, begin, ends[k]);
  return code;
}

static int tokenize (Fts5Tokenizer *self, void *context, int flags,
                     const char *text, int size, receive token) {
  const jilu_lexicon *lexicon = ((tokenizer *)self)->lexicon;
  pass p = {NULL, NULL, 0, token, context};
  jilu_view *view;
  size_t folded;
  int code = code_of(jilu_view_new(text, (size_t)size, JILU_RESIDUE_KEEP, &view));
  if (code != SQLITE_OK) return code;
  p.view = view;
  p.text = jilu_view_text(view, &folded);
  /* a question is cut once: its words must all be found, at their places */
  if (lexicon != NULL)
    code = cut_by_lexicon(&p, lexicon, folded, flags & FTS5_TOKENIZE_QUERY
                          ? JILU_WORDS_ACCURATE : JILU_WORDS_FINE);
  else code = cut_by_rules(&p, folded);
  jilu_view_free(view);
  return code;
}

static int create (void *context, const char **arguments, int count,
                   Fts5Tokenizer **out) {
  tokenizer *t = sqlite3_malloc(sizeof *t);
  (void)context;
  *out = NULL;
  if (t == NULL) return SQLITE_NOMEM;
  t->lexicon = NULL;
  if (count > 0) {
    jilu_status status = count > 1 ? JILU_BAD_VALUE
                                   : jilu_lexicon_open(arguments[0], &t->lexicon);
    if (status != JILU_OK) {
      sqlite3_log(code_of(status), "jilu: no lexicon: %s", arguments[0]);
      sqlite3_free(t);
      return code_of(status);
    }
  }
  *out = (Fts5Tokenizer *)t;
  return SQLITE_OK;
}

static void destroy (Fts5Tokenizer *self) {
  tokenizer *t = (tokenizer *)self;
  if (t == NULL) return;
  jilu_lexicon_close(t->lexicon);
  sqlite3_free(t);
}

/* FTS5 hands out its API by a statement with a pointer bound to it. */
static fts5_api *api_of (sqlite3 *db) {
  fts5_api *api = NULL;
  sqlite3_stmt *statement;
  if (sqlite3_prepare(db, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  return api;
}

#ifdef _WIN32
__declspec(dllexport)
#endif
int sqlite3_jilutokenizer_init (sqlite3 *db, char **message,
                                const sqlite3_api_routines *routines) {
  fts5_tokenizer functions = {create, destroy, tokenize};
  fts5_api *api;
  SQLITE_EXTENSION_INIT2(routines)
  api = api_of(db);
  if (api == NULL) {
    *message = sqlite3_mprintf("jilu: this SQLite has no FTS5");
    return SQLITE_ERROR;
  }
  return api->xCreateTokenizer(api, "jilu", NULL, &functions, NULL);
}
