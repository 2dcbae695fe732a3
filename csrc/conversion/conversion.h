/*
** Chinese in another writing: Simplified, Traditional, that of Taiwan and of
** Hong Kong, and pinyin. A file of dictionaries (csrc/conversion/file.c) holds
** what is replaced; a conversion is a chain of steps, each of which takes the
** longest key at a place, as OpenCC does.
*/
#ifndef JILU_CONVERSION_CONVERSION_H
#define JILU_CONVERSION_CONVERSION_H

#include "lexicon/image_file.h"
#include "lexicon/trie.h"
#include "source/decode.h"

/* The dictionaries of a file: what each is called where one is compiled. */
#define JILU_DICTIONARIES(X) \
  X(COMPATIBILITY, "compatibility") \
  X(PHRASES, "phrases") X(CHARACTERS, "characters") \
  X(SIMPLE_PHRASES, "simple_phrases") X(SIMPLE_CHARACTERS, "simple_characters") \
  X(TW_WORDS, "tw_words") X(TW_PHRASES, "tw_phrases") \
  X(TW_CHARACTERS, "tw_characters") \
  X(HK_WORDS, "hk_words") X(HK_PHRASES, "hk_phrases") \
  X(HK_CHARACTERS, "hk_characters") \
  X(FROM_TW_WORDS, "from_tw_words") X(FROM_TW_PHRASES, "from_tw_phrases") \
  X(FROM_TW_CHARACTERS, "from_tw_characters") \
  X(FROM_HK_WORDS, "from_hk_words") X(FROM_HK_PHRASES, "from_hk_phrases") \
  X(FROM_HK_CHARACTERS, "from_hk_characters") \
  X(PINYIN, "pinyin") X(PINYIN_RARE, "pinyin_rare")

typedef enum jilu_dictionary_id {
#define JILU_DICTIONARY_ID(id, name) JILU_DICTIONARY_##id,
  JILU_DICTIONARIES(JILU_DICTIONARY_ID)
#undef JILU_DICTIONARY_ID
  JILU_DICTIONARY_COUNT
} jilu_dictionary_id;

/* A bit for every character of the basic plane: does some key begin with it? */
#define JILU_STARTS_SIZE 8192u

/* Keys, each with a text: that of value v is [ends[v - 1], ends[v]). */
typedef struct jilu_dictionary {
  jilu_trie trie;
  const unsigned char *starts;
  const uint32_t *ends;
  const char *text;
  uint32_t count;            /* of its keys; 0: it has none */
  bool ascii;                /* some key begins with an ASCII character */
} jilu_dictionary;

struct jilu_conversion {
  jilu_image_file file;
  void *turned;              /* the image, where the machine is big-endian */
  const char *notes;
  size_t notes_size;
  jilu_dictionary dictionary[JILU_DICTIONARY_COUNT];
};

/* May a key begin with the character? */
static inline bool jilu_dictionary_starts (const jilu_dictionary *d,
                                           uint32_t c) {
  if (d->count == 0) return false;
  return c > 0xFFFF || (d->starts[c >> 3] >> (c & 7) & 1) != 0;
}

/*
** The longest key at byte 'at' of 'size' bytes: its end, and its text; 0 where
** none is. Any bytes will do.
*/
size_t jilu_dictionary_match (const jilu_dictionary *d, const char *text,
                              size_t at, size_t size, const char **value,
                              size_t *value_size);

/* As jilu_convert, with the map from what it gives to 'text'. */
jilu_status jilu_convert_mapped (const jilu_conversion *conversion,
                                 jilu_conversion_kind kind, const char *text,
                                 size_t size, jilu_decoded *out);

#endif
