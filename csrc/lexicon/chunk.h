/*
** A chunk: as many characters of the text as the lattice takes at once, up to
** a certain border of words (punctuation, space, the end) where there is one.
** Also the words that no list holds: numbers, times, Latin tokens, names.
*/
#ifndef JILU_LEXICON_CHUNK_H
#define JILU_LEXICON_CHUNK_H

#include <stddef.h>
#include <stdint.h>

#include "lexicon/lexicon.h"
#include "view/ruby.h"

/*
** Characters at most. Text that has no border for longer is cut, at the last
** word that ends well before it. Large enough for many loads from memory to
** be under way together, small enough to stay in the first cache.
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
  uint8_t cut;           /* does it end where no border is? */
  uint8_t dots;          /* is there one as in 卡尔·马克思? */
  uint32_t open_count;
  uint32_t cells[JILU_CHUNK_MAX + 1];    /* see below; then 0 */
  uint32_t points[JILU_CHUNK_MAX + 1];   /* code points, not folded */
  uint32_t offsets[JILU_CHUNK_MAX + 1];  /* bytes in the text */
  uint32_t marked_count; /* where space and what may begin or end an open */
  uint16_t marked[JILU_CHUNK_MAX + 1];   /* word are */
  jilu_open_word open[2 * JILU_CHUNK_MAX];  /* in order of 'begin' */
} jilu_chunk;

/* A cell is jilu_lexicon_char, and this where no word begins: inside a run. */
#define JILU_CELL_INNER (1u << 31)

static inline int jilu_chunk_inner (const jilu_chunk *c, uint32_t i) {
  return (int)(c->cells[i] >> 31);
}

/* A text, and the readings in it that are to be passed over. */
typedef struct jilu_chunk_text {
  const char *bytes;
  size_t size;
  const jilu_residue *residues;  /* in order */
  size_t residue_count;
} jilu_chunk_text;

/*
** Reads the chunk at byte 'at' of 'text'. Space is a single character however
** long; at the end of the text there may be no character left. Any bytes will
** do.
*/
void jilu_chunk_read (const jilu_lexicon *x, const jilu_chunk_text *text,
                      size_t at, jilu_chunk *chunk);

/* The first residue of the text that begins at 'at' or behind. */
size_t jilu_chunk_residue (const jilu_chunk_text *text, size_t at);

/* Adds an open word; one that finds no more room is left out. */
void jilu_chunk_add (jilu_chunk *chunk, uint32_t begin, uint32_t end,
                     jilu_lexicon_class class, uint32_t extra);

/* Adds all unknown words of a chunk that was read, and puts them in order. */
void jilu_chunk_unknown_words (const jilu_lexicon *x, jilu_chunk *chunk);

/* The dot between the parts of a foreign name. */
static inline int jilu_is_name_dot (uint32_t point) {
  return point == 0xB7 || point == 0x2022 || point == 0x2027 ||
         point == 0x30FB;
}

#endif
