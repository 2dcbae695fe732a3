/* Reading the facts of a text by parts, for who may not be away for long. */
#ifndef JILU_FACTS_EXTRACTION_H
#define JILU_FACTS_EXTRACTION_H

#include "facts/name/name.h"

typedef enum jilu_extraction_part {
  JILU_EXTRACTION_NONE,      /* nothing is held */
  JILU_EXTRACTION_TEXT,
  JILU_EXTRACTION_NAMES,     /* the text is read, names are judged */
  JILU_EXTRACTION_DONE
} jilu_extraction_part;

/* Must stay where it is while it is in use. */
typedef struct jilu_extraction {
  jilu_scan s;
  jilu_names names;
  size_t at;                 /* what is before is read */
  size_t next_work;          /* index of the next work among the facts */
  size_t marks;              /* how many facts the marks gave */
  jilu_extraction_part part;
} jilu_extraction;

/*
** Begins to read what jilu_extract_watched does; all that is given stays where
** it is until the end. Where it fails nothing is held.
*/
jilu_status jilu_extraction_begin (jilu_extraction *x,
                                   const unsigned char *text, size_t size,
                                   const jilu_vocabulary *vocabulary,
                                   const jilu_lexicon *lexicon,
                                   const jilu_anchor *anchor,
                                   const struct jilu_judge_watch *watch,
                                   jilu_facts *facts);

/*
** Reads some 'bytes' more, or judges the names of some 48 KB; false: all is
** done, or it has failed.
*/
bool jilu_extraction_step (jilu_extraction *x, size_t bytes);

/* Frees what it holds, wherever it stands. The facts are whole only behind the
** last step; then JILU_OK, else what failed. */
jilu_status jilu_extraction_end (jilu_extraction *x);

/* Frees what it holds, and leaves the facts alone; may be called again. */
void jilu_extraction_abandon (jilu_extraction *x);

#endif
