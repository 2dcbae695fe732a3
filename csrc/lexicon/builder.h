/*
** What a lexicon is compiled from: words with counts, from several sources,
** and counts of word pairs. Internal to the compiler; jilu.h has its face.
*/
#ifndef JILU_LEXICON_BUILDER_H
#define JILU_LEXICON_BUILDER_H

#include <stddef.h>
#include <stdint.h>

#include "jilu.h"
#include "lexicon/image.h"

#define JILU_LEXICON_NO_CLASS JILU_LEXICON_CLASSES

/* One word of one source; 'key' and 'name' are offsets into the pool. */
typedef struct built_word {
  size_t key;          /* folded, what the trie holds */
  size_t name;         /* as the source has it, what pairs are hashed from */
  uint32_t key_size, name_size;
  uint32_t source;     /* in the order of adding */
  uint32_t class;      /* JILU_LEXICON_NO_CLASS for a word that is a word */
  uint32_t id;         /* its number in the compiled lexicon */
  double count;
  struct built_word *into;  /* the one of its key that stays; NULL: itself */
  uint8_t tag;         /* 0: none given */
  uint32_t tag_source; /* what gave the tag, and how often it counted */
  double tag_count;    /* the word there */
} built_word;

typedef struct built_pair {
  uint32_t left, right;  /* numbers */
  double count;
} built_pair;

/* A part of unknown words, folded: a place in the pool. */
typedef struct built_part {
  size_t key;
  size_t size;
  uint32_t kind;  /* JILU_PART_UNIT is 1 << 0 and so on */
} built_part;

/* How often a (folded) character stands at a place in names. */
typedef struct built_name {
  uint32_t point;
  uint32_t part;
  double count;
} built_name;

/* Pairs of which only a hash is known: FNV-1a of "left@right" in UTF-16. */
typedef struct hashed_pair {
  uint64_t hash;
  uint32_t count;
} hashed_pair;

struct jilu_lexicon_builder {
  char *pool;
  size_t pool_size, pool_room;
  built_word *words;
  size_t word_count, word_room;
  hashed_pair *hashed;
  size_t hashed_count;
  uint32_t hashed_source;  /* whose words the hashed pairs are made of */
  built_pair *pairs;
  size_t pair_count, pair_room;
  built_part *parts;
  size_t part_count, part_room;
  built_name *names;
  size_t name_count, name_room;
  char tags[JILU_LEXICON_TAGS + 1][JILU_LEXICON_TAG_MAX + 1];
  uint32_t tag_count;
  uint32_t foreign[0x110000 / 32];  /* characters of foreign names */
  uint32_t source;
};

/*
** Merges the words of all sources and numbers them: '*order' has the '*count'
** that are left, the most frequent first; the caller frees it.
*/
jilu_status jilu_builder_merge (jilu_lexicon_builder *b, built_word ***order,
                                uint32_t *count);

/*
** Finds which pairs of words the hashed pairs are, and adds them as pairs.
** Words are numbered already. Time grows with the square of the words of the
** source: some seconds for 60,000.
*/
jilu_status jilu_builder_resolve (jilu_lexicon_builder *b);

/* Kind of a folded character, by its General_Category. */
jilu_char_kind jilu_kind_of (uint32_t c);

/* Does it write numbers, as 三, 十, 万 and 叁 do? */
int jilu_is_numeral (uint32_t c);

/* Makes room for one more of 'size' bytes in a list that grows. */
int jilu_builder_room (void *list, size_t count, size_t *room, size_t size);

jilu_status jilu_builder_add_pair (jilu_lexicon_builder *b, uint32_t left,
                                   uint32_t right, double count);

#endif
