/*
** A chunk: the characters from one certain border of words to the next
** (punctuation, space, the end), as the lattice wants them. Also the edges
** that no list of words holds: numbers, times, Latin tokens, names.
*/
#ifndef JILU_LEXICON_CHUNK_H
#define JILU_LEXICON_CHUNK_H

#include <stddef.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

/*
** Characters at most. Text that has no border for longer is cut, at the last
** word that ends well before it; 512 is more than any sentence has.
*/
#define JILU_CHUNK_MAX  512u
#define JILU_CHUNK_TAIL 64u   /* what is read again after such a cut */

/* A run of letters and digits over this is one character to the lattice. */
#define JILU_CHUNK_RUN  JILU_LEXICON_WORD_MAX

/* A word that the text itself shows. */
typedef struct jilu_open_word {
  uint16_t begin, end;  /* characters of the chunk */
  uint16_t class;
  uint16_t extra;       /* cost beside that of the class */
} jilu_open_word;

typedef struct jilu_chunk {
  uint32_t count;
  uint32_t next;         /* byte where the chunk behind this one begins */
  uint16_t closed;       /* does a punctuation mark end it? */
  uint16_t cut;          /* was it full? */
  uint16_t numerals;     /* is there one in it? */
  uint16_t dots;         /* is there one as in 卡尔·马克思? */
  uint16_t named;        /* is there a surname or a suffix of places? */
  uint16_t open_count;
  uint32_t cells[JILU_CHUNK_MAX + 1];    /* jilu_lexicon_char; then 0 */
  uint32_t points[JILU_CHUNK_MAX + 1];   /* code points, not folded */
  uint32_t offsets[JILU_CHUNK_MAX + 1];  /* bytes in the text */
  uint8_t inner[JILU_CHUNK_MAX + 1];     /* no word begins here */
  jilu_open_word open[2 * JILU_CHUNK_MAX];  /* in order of 'begin' */
} jilu_chunk;

/*
** Reads the chunk at byte 'at' of 'text' (before 'size'). A chunk of no
** characters is space. Any bytes will do.
*/
void jilu_chunk_read (const jilu_lexicon *x, const char *text, size_t size,
                      size_t at, jilu_chunk *chunk);

/* Adds an open word; one that finds no more room is left out. */
void jilu_chunk_add (jilu_chunk *chunk, uint32_t begin, uint32_t end,
                     jilu_word_class class, uint32_t extra);

/* Adds all open words of a chunk that was read, and puts them in order. */
void jilu_chunk_open_words (const jilu_lexicon *x, jilu_chunk *chunk);

/* The dot between the parts of a foreign name. */
static inline int jilu_is_name_dot (uint32_t point) {
  return point == 0xB7 || point == 0x2022 || point == 0x2027 ||
         point == 0x30FB;
}

#endif
