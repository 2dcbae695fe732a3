/*
** The words that the grammars know, compiled from data into one trie. A word
** may have several senses, one for each class it belongs to.
*/
#ifndef JILU_VOCABULARY_VOCABULARY_H
#define JILU_VOCABULARY_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "vocabulary/classes.h"
#include "jilu.h"
#include "lexicon/image_file.h"
#include "lexicon/trie.h"

typedef struct jilu_sense {
  double value;
  const char *text;   /* canonical form, "" if none; terminated */
  const char *code;   /* UCUM, ISO 4217 ..., "" if none; terminated */
  uint32_t flags;     /* which of the letters a to z are in the code */
  uint8_t class_;     /* a jilu_class */
  bool user;          /* the user's own, not of the language's tables */
} jilu_sense;

/* Is this letter, from a to z, in the code of the sense? */
static inline bool jilu_sense_has (const jilu_sense *sense, char flag) {
  return (sense->flags >> (flag - 'a') & 1) != 0;
}

/* The lowest class of a set that is not empty. */
static inline unsigned jilu_lowest_class (jilu_classes classes) {
  uint64_t low = (uint64_t)classes;
  return low != 0 ? (unsigned)__builtin_ctzll(low)
                  : 64u + (unsigned)__builtin_ctzll((uint64_t)(classes >> 64));
}

/* Is it of one of 'classes'? */
static inline bool jilu_sense_is (const jilu_sense *sense,
                                  jilu_classes classes) {
  return (classes >> sense->class_ & 1) != 0;
}

/*
** A word, and the words that it begins with: one walk finds the longest word
** at a place, and 'prefix' leads from there to all others. It has 32 bytes:
** what a text asks for again and again shall fit into the cache.
*/
typedef struct jilu_word {
  jilu_classes classes;   /* of all its senses */
  uint32_t sense;         /* the first of them; they are sorted by class */
  uint32_t prefix;        /* the longest other word that it begins with; 0 */
  uint16_t size;          /* bytes */
  uint8_t senses;
  uint8_t unused[5];      /* 0: the size is one on all machines */
} jilu_word;

/*
** What names know of a word: itself, or the longest prefix that is of their
** classes. Most words that a text holds end a run of names, and are asked for
** no more than this.
*/
typedef struct jilu_token_word {
  uint32_t word;          /* 0: there is none */
  uint16_t size;          /* bytes */
  uint8_t effect;         /* of it on a run of names; see begin.h */
  uint8_t holds;          /* what a run has with it; see name.h */
} jilu_token_word;

/*
** A node of the trie, with what most steps that end there ask for: the root is
** the first, and has no word. Whether an edge leads to a node its code tells,
** which is kept apart, as most steps fail at the second character.
*/
typedef struct jilu_node {
  uint32_t step;          /* where its children begin (see trie.h), and in the */
                          /* highest byte the size of the edge's character */
  uint32_t word;          /* that ends here; 0: none does */
  jilu_token_word token;  /* of that word */
} jilu_node;
#define JILU_NODE_SIZE 24   /* by so many bits that size is shifted */
_Static_assert(JILU_TRIE_UNIT_MAX < 1u << JILU_NODE_SIZE, "no room for it");

/* How a language writes. */
typedef struct jilu_writing {
  /* With spaces between words: no word of the vocabulary is part of a longer
     word of the text, and numbers and times have grammars of their own. */
  bool spaced;
  bool capital_nouns;    /* nouns, not names alone, begin with capitals */
  char decimal, group;   /* marks in digits, of ASCII: . and , of 1,200.5 */
} jilu_writing;

typedef struct jilu_vocabulary {
  jilu_trie trie;
  void *image;
  jilu_node *nodes;   /* by unit of the trie */
  uint16_t *edges;    /* the same: the code that leads to it, never 0 */
  jilu_word *words;   /* by trie value; words[0] is no word */
  jilu_token_word *tokens;  /* the same */
  uint64_t *openers;  /* bits by word: it, or a prefix, may begin a fact */
  size_t word_count;
  jilu_sense *senses;
  jilu_classes *starts; /* by code of the trie: classes of all words so begun */
  jilu_classes *ends;   /* and of all words that end so */
  uint8_t *reaches;     /* and the code points of the longest one */
  char *particles;      /* by code of the trie: see particle.h */
  uint8_t *begins;      /* what words so begun may be; see begin.h */
  uint16_t *characters; /* of U+2000 to U+9FFF; see jilu_character */
  uint16_t ascii[128];  /* the same of these */
  char *strings;
  float *weights;       /* of the judge of names, by feature; NULL: none */
  size_t image_size, sense_count, string_size, weight_count;
  jilu_writing writing;
  /* What is in a file (image.h), all of the above but senses; 'copy' is of it,
     on a machine that reads numbers the other way round. */
  bool stored;
  jilu_image_file file;
  void *copy;
} jilu_vocabulary;

/*
** What a character is to the readers of a text: its code in the trie, and in
** the bit above whether a fact may begin with it. Nearly all characters of a
** text are looked up in one of two tables.
*/
#define JILU_CHARACTER_CODE   0x7FFFu
#define JILU_CHARACTER_BEGINS 15
#define JILU_CHARACTER_FIRST  0x2000u   /* bytes E2 80 80 */
#define JILU_CHARACTER_LAST   0x9FFFu   /* bytes E9 BF BF */

uint16_t jilu_character (const jilu_vocabulary *v, uint32_t c);

/* The place in 'characters' of the three bytes of one of them. */
static inline size_t jilu_character_index (const unsigned char *s) {
  return ((size_t)s[0] << 12) + ((size_t)s[1] << 6) + s[2] -
         ((0xE2u << 12) + (0x80u << 6) + 0x80u);
}

/*
** One sense as it comes from outside: terminated UTF-8, the word folded, and
** the text as records are to show it.
*/
typedef struct jilu_sense_source {
  const char *word;
  size_t size;
  jilu_class class_;
  double value;
  const char *text, *code;
  bool user;
} jilu_sense_source;

/*
** Compiles 'count' senses; of two senses of one word in one class the later
** wins. Copies all strings. JILU_BAD_VALUE for an empty or ill-formed word.
*/
jilu_status jilu_vocabulary_new (const jilu_sense_source *sources,
                                 size_t count, jilu_writing writing,
                                 jilu_vocabulary **out);
void jilu_vocabulary_free (jilu_vocabulary *v);

#define JILU_CLASS_BIT(name) ((jilu_classes)1 << JILU_CLASS_##name)

#endif
