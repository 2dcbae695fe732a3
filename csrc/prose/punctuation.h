/*
** Cuts prose at the marks of its punctuation: into sentences, and these into
** clauses. Which marks cut is data. What stands between two brackets is not
** cut: a bracket opens where its closing one follows in the text.
*/
#ifndef JILU_PROSE_PUNCTUATION_H
#define JILU_PROSE_PUNCTUATION_H

#include <stddef.h>
#include <stdint.h>

#define JILU_MARKS_MAX 64   /* marks of one set */

/* From the strongest on. */
typedef enum jilu_mark_kind {
  JILU_MARK_SENTENCE,  /* ends a sentence */
  JILU_MARK_SEGMENT,   /* ends a clause and the segment it belongs to */
  JILU_MARK_COLON,     /* ends a clause that announces what follows, but not
                          between digits as in 10:30 */
  JILU_MARK_COMMA,     /* ends a clause, but not in groups of digits: 4,826 */
  JILU_MARK_BRACKET    /* opens what is not cut */
} jilu_mark_kind;

typedef struct jilu_mark {
  unsigned char utf8[4], closing[4];
  uint8_t size, closing_size;
  uint8_t kind;
  uint8_t next;          /* place of the next one with its first byte, from 1 */
} jilu_mark;

typedef struct jilu_marks {
  uint8_t widths[256];   /* of a character by its first byte; 0: of a mark */
  uint8_t first[256];    /* place of the first mark with this byte, from 1 */
  jilu_mark list[JILU_MARKS_MAX];
  size_t count;
} jilu_marks;

void jilu_marks_open (jilu_marks *m);

/*
** Adds the mark 'c'; 'closing' is the bracket that closes it, 0 where it is
** none. Returns 0 where there is no room.
*/
int jilu_marks_add (jilu_marks *m, jilu_mark_kind kind, uint32_t c,
                    uint32_t closing);

/*
** What is told of the cuts, from left to right; all positions are bytes,
** 'end' is the one behind the last. A clause has no spaces at its ends; 'kind'
** says which mark ends it, the strongest where no clause stands between
** several, and 'colon' whether a colon is among them. A sentence comes behind
** its clauses, without the mark at its end, 'part' being the number of the
** range (from 1) that it begins behind, or 0.
*/
typedef struct jilu_clause_sink {
  void (*clause) (void *to, size_t begin, size_t end, jilu_mark_kind kind,
                  int colon);
  void (*sentence) (void *to, size_t begin, size_t end, size_t part);
  void (*bracket) (void *to, size_t begin, size_t end);
  /* The k-th range, from 0, that parts sentences as a mark does; 0 for none. */
  int (*part) (void *to, size_t k, size_t *begin, size_t *end);
  void *to;
} jilu_clause_sink;

/*
** Cuts the bytes begin..end of 'text', which is well-formed UTF-8. Time is
** linear: brackets of a kind are looked for no more where one was not closed.
*/
void jilu_clauses_cut (const jilu_marks *m, const char *text, size_t begin,
                       size_t end, const jilu_clause_sink *sink);

/*
** The byte behind the next mark in the bytes at..end of 'text' that is no
** bracket, and behind the bracket that closes right after the mark of a
** sentence; '*kind' is that of the mark. end + 1 where there is none. Only the
** marks are looked at: neither brackets nor digits keep one from cutting.
*/
size_t jilu_clauses_next (const jilu_marks *m, const char *text, size_t at,
                          size_t end, jilu_mark_kind *kind);

#endif
