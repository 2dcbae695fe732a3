/*
** The words that the grammars know, compiled from data into one trie. A word
** may have several senses, one for each class it belongs to.
*/
#ifndef JILU_FACTS_VOCABULARY_H
#define JILU_FACTS_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts/classes.h"
#include "jilu.h"
#include "lexicon/trie.h"

typedef struct jilu_sense {
  double value;
  const char *text;   /* canonical form, "" if none; terminated */
  const char *code;   /* UCUM, ISO 4217 ..., "" if none; terminated */
  uint8_t class_;     /* a jilu_class */
  bool user;          /* the user's own, not of the language's tables */
} jilu_sense;

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
  uint32_t size;          /* bytes */
  uint32_t senses;
} jilu_word;

typedef struct jilu_vocabulary {
  jilu_trie trie;
  void *image;
  jilu_word *words;   /* by trie value; words[0] is no word */
  size_t word_count;
  jilu_sense *senses;
  jilu_classes *starts; /* by code of the trie: classes of all words so begun */
  jilu_classes *ends;   /* and of all words that end so */
  char *particles;      /* by code of the trie: see particle.h */
  uint8_t *begins;      /* what words so begun may be; see begin.h */
  char *strings;
  bool spaced;          /* see jilu_vocabulary_new */
} jilu_vocabulary;

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
** 'spaced' is the grammar of languages that write spaces between words: no
** word of the vocabulary is part of a longer word of the text.
*/
jilu_status jilu_vocabulary_new (const jilu_sense_source *sources,
                                 size_t count, bool spaced,
                                 jilu_vocabulary **out);
void jilu_vocabulary_free (jilu_vocabulary *v);

#define JILU_CLASS_BIT(name) ((jilu_classes)1 << JILU_CLASS_##name)

#endif
