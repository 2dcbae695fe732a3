/*
** Lists in running text, by their marks alone: A、B和C. Texts are
** folded, so marks have one width; they need not be well-formed. Positions are
** bytes, half-open. Nothing is allocated; time is linear in the bytes that are
** looked at.
*/
#ifndef JILU_PROSE_LIST_ITEMS_H
#define JILU_PROSE_LIST_ITEMS_H

#include <stdbool.h>
#include <stddef.h>

/*
** Where the clause begins that ends at 'end' <= 'size': behind the last of
** 。;!?:, that stands in no pair of marks there, or the mark that opened what
** 'end' stands in. Not more than 'window' bytes before the last one, moved to
** the next border of a character.
*/
size_t jilu_clause_begin (const char *text, size_t size, size_t end,
                          size_t window);

/*
** Where a list that begins at 'begin' <= 'size' ends at the latest: at a mark
** that closes what was opened before it or at one of 。!? in no pair of marks,
** else at the first border of a character that is more than 'window' bytes
** behind 'begin', or 'size'.
*/
size_t jilu_list_limit (const char *text, size_t size, size_t begin,
                      size_t window);

/*
** A walk over the items of a list. What separates them is 、 in no pair of
** marks, and what joins “A”“B”; with 'commas' also , and ;.
*/
typedef struct jilu_items {
  const char *text;
  size_t size;    /* of the text */
  size_t at;      /* what was looked at */
  size_t from;    /* where the next item begins */
  size_t end;     /* of the list */
  long depth;     /* pairs of marks that are open */
  bool commas;
  bool done;
} jilu_items;

/* Begins with the list [begin, end); both are at most 'size'. */
void jilu_items_start (jilu_items *list, const char *text, size_t size,
                       size_t begin, size_t end, bool commas);

/*
** The next item, bytes ['*first', '*last'); false behind the last. There is
** always one; it may be empty, and the last one may then begin behind its end
** where a mark goes over the end of the list.
*/
bool jilu_items_next (jilu_items *list, size_t *first, size_t *last);

#endif
