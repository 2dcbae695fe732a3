/*
** A set of words that is looked for in a text: at each place the longest, none
** inside another. Each word has a number; a word before one of a few
** characters, its tails, is told apart.
*/
#ifndef JILU_LEXICON_GAZETTEER_H
#define JILU_LEXICON_GAZETTEER_H

#include "lexicon/trie.h"

#define JILU_TAILS_MAX 16

/* 'trie' is a view of 'image', which the gazetteer owns. */
typedef struct jilu_gazetteer {
  void *image;
  jilu_trie trie;
  uint32_t tails[JILU_TAILS_MAX];
  int tail_count;
} jilu_gazetteer;

/*
** The longest word at 's' in the 'left' bytes there: its bytes, or 0, and its
** number. '*width' gets the bytes of the first character.
*/
size_t jilu_gazetteer_longest (const jilu_gazetteer *g, const unsigned char *s,
                               size_t left, unsigned *width,
                               uint32_t *number);

/*
** The first place of a word in the bytes at..end of 's': '*length' gets its
** bytes, '*number' its number. 'end' where there is none.
*/
size_t jilu_gazetteer_next (const jilu_gazetteer *g, const unsigned char *s,
                            size_t at, size_t end, size_t *length,
                            uint32_t *number);

/* Does the text 's' of 'left' bytes begin with a tail? */
bool jilu_gazetteer_tailed (const jilu_gazetteer *g, const unsigned char *s,
                            size_t left);

#endif
