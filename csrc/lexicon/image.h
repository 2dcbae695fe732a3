/*
** The compiled lexicon, one file: a header, then sections, each aligned to 64
** bytes. All numbers little-endian, at the same places whatever the machine
** that built it: a file serves every machine. Nothing in it is a pointer, so it
** can be mapped anywhere and shared between processes; a machine that is
** big-endian works on a copy (byte_order.c).
**
** The header has a checksum of its own, and opening a file checks that every
** section lies inside it. What the sections hold is not trusted: whatever is
** read from one is used as an index only after it was compared with a limit.
*/
#ifndef JILU_LEXICON_IMAGE_H
#define JILU_LEXICON_IMAGE_H

#include <stddef.h>
#include <stdint.h>

#define JILU_LEXICON_MAGIC   0x786C6A89u  /* 0x89 "jlx" */
#define JILU_LEXICON_VERSION 4u
#define JILU_LEXICON_ALIGN   64u

/* Limits; the compiler refuses what is over them. */
#define JILU_LEXICON_WORDS   0xFFFFFu  /* words, with the classes */
#define JILU_LEXICON_TAGS    255u      /* distinct tags */
#define JILU_LEXICON_TAG_MAX 15u       /* bytes of a tag */
#define JILU_LEXICON_WORD_MAX 32u      /* code points of a word */

/* Costs are -ln(probability) in sixteenths. */
#define JILU_LEXICON_UNIT    16.0
#define JILU_LEXICON_COST_MAX 4095u

/* Classes of words that no list holds; each has an entry as a word has. */
typedef enum jilu_lexicon_class {
  JILU_LEXICON_BEGIN,    /* before the first word of a text */
  JILU_LEXICON_END,
  JILU_LEXICON_NUMBER,
  JILU_LEXICON_TIME,
  JILU_LEXICON_PERSON,
  JILU_LEXICON_PLACE,
  JILU_LEXICON_STRING,   /* Latin and mixed tokens */
  JILU_LEXICON_OTHER,
  JILU_LEXICON_CLASSES
} jilu_lexicon_class;

typedef enum jilu_lexicon_section {
  JILU_SECTION_NOTES,       /* text: sources, versions, licences */
  JILU_SECTION_TRIE,        /* folded words; the value is as below */
  JILU_SECTION_FIRST,       /* uint64_t a code: where the trie begins with it */
  JILU_SECTION_FOLLOW,      /* uint64_t: which character follows which */
  JILU_SECTION_WORDS,       /* uint32_t a word, see below */
  JILU_SECTION_PAGES,       /* uint16_t: code point >> 6 to a block */
  JILU_SECTION_CHARACTERS,  /* uint32_t, blocks of 64, see below */
  JILU_SECTION_TAGS,        /* 16 bytes a tag, padded with zeros */
  JILU_SECTION_PAIR_BITS,   /* is there such a pair? a bit map by hash */
  JILU_SECTION_PAIRS,       /* uint32_t: hash, open addressing */
  JILU_SECTION_NAMES,       /* 8 bytes a code, see below */
  JILU_SECTION_PARTS,       /* folded parts of unknown words, a trie */
  JILU_SECTION_COUNT
} jilu_lexicon_section;

typedef struct jilu_lexicon_header {
  uint32_t magic;
  uint32_t version;
  uint64_t file_size;
  uint32_t offset[JILU_SECTION_COUNT];
  uint32_t size[JILU_SECTION_COUNT];
  uint32_t word_count;   /* entries of WORDS; number 0 is no word */
  uint32_t pair_count;
  uint32_t bit_shift;    /* 64 minus log2 of the bits in PAIR_BITS */
  uint32_t pair_shift;   /* 64 minus log2 of the slots in PAIRS */
  uint32_t step_cost;    /* of each word in accurate mode: backing off */
  uint32_t classes[JILU_LEXICON_CLASSES];
  uint32_t reserved;     /* 0: what follows is at a multiple of 8 */
  double total;          /* of all counts */
  uint64_t body_sum;     /* of all behind the header; `info` compares it */
  uint64_t header_sum;   /* of the header up to here */
} jilu_lexicon_header;

/* Machines of 32 bits align numbers of 8 bytes to 4. */
_Static_assert(offsetof(jilu_lexicon_header, total) == 168 &&
               sizeof(jilu_lexicon_header) == 192,
               "the header of a lexicon has one layout on all machines");

/*
** The value of a word in the trie: its number in bits 0..19, and its cost
** once more, in eighths (20..26), so that the lattice need not look it up.
*/
#define JILU_VALUE_COST_MAX 0x7Fu

static inline uint32_t jilu_value_word (uint32_t value) {
  return value & 0xFFFFFu;
}
static inline uint32_t jilu_value_cost (uint32_t value) {
  return value >> 20 << 1;
}

/*
** The trie's units of the first characters by their code, so that a word's
** first step is certain to be one. A character that is no word has no number
** here, but the largest cost; one that begins no word is like a leaf.
*/
#define JILU_FIRST_UNKNOWN ((uint64_t)JILU_VALUE_COST_MAX << 20)

/*
** Does any word begin with these two characters (codes)? Most neighbours begin
** none. A bit map by a hash, one of eight set, so small that it stays in the
** second cache; where it is wrong, the trie says so.
*/
#define JILU_FOLLOW_BITS 20

static inline uint32_t jilu_follow_bit (uint32_t first, uint32_t second) {
  return (first * 0x9E3779B1u + second * 0x85EBCA77u) >>
         (32 - JILU_FOLLOW_BITS);
}

/* A word: its cost in bits 0..11, its tag in 12..19. */
static inline uint32_t jilu_word_cost (uint32_t w) { return w & 0xFFFu; }
static inline uint32_t jilu_word_tag (uint32_t w) { return w >> 12 & 0xFFu; }

/*
** A character as it stands in a text, not folded: the code of its folded twin
** in the trie in bits 0..14, its kind in 16..19, flags above.
*/
typedef enum jilu_char_kind {
  JILU_CHAR_OTHER,   /* symbols: a word of its own */
  JILU_CHAR_HAN,
  JILU_CHAR_LETTER,  /* of an alphabet */
  JILU_CHAR_DIGIT,
  JILU_CHAR_PUNCT,
  JILU_CHAR_SPACE,
  JILU_CHAR_MARK     /* combining or invisible: belongs to what is before */
} jilu_char_kind;

#define JILU_CHAR_KIND_SHIFT 16
#define JILU_CHAR_NUMERAL    (1u << 20)  /* 三 十 万 */
#define JILU_CHAR_FOREIGN    (1u << 21)  /* writes the sounds of foreign names */
#define JILU_CHAR_SURNAME    (1u << 22)
#define JILU_CHAR_SUFFIX     (1u << 23)  /* of names of places */
#define JILU_CHAR_COMPOUND   (1u << 24)  /* begins a surname of two */
#define JILU_CHAR_BODY       (1u << 25)  /* begins a JILU_PART_BODY */

/* All that a file may set; bit 15 is free. */
#define JILU_CHAR_BITS       0x3FF7FFFu

static inline uint32_t jilu_char_code (uint32_t c) { return c & 0x7FFFu; }
static inline uint32_t jilu_char_kind_of (uint32_t c) {
  return c >> JILU_CHAR_KIND_SHIFT & 0xFu;
}

/* Blocks of these follow each other, so that they need no page. */
#define JILU_HAN_FIRST 0x3400u
#define JILU_HAN_COUNT 0x6C00u  /* up to 0x9FFF */

/*
** How dear a character is at its place in a name, in eighths; 0: it does not
** stand there. A person is SURNAME ONLY or SURNAME GIVEN LAST, a small place
** PLACE PLACE_LAST SUFFIX.
*/
typedef enum jilu_name_part {
  JILU_NAME_SURNAME,
  JILU_NAME_ONLY,
  JILU_NAME_GIVEN,
  JILU_NAME_LAST,
  JILU_NAME_PLACE,
  JILU_NAME_PLACE_LAST,
  JILU_NAME_SUFFIX,
  JILU_LEXICON_NAME_PARTS
} jilu_name_part;

#define JILU_NAME_STRIDE 8u

/* What a part of unknown words is; its value has several for several. */
enum {
  JILU_PART_UNIT = 1,     /* of measure */
  JILU_PART_SURNAME = 2,  /* of two characters */
  JILU_PART_BODY = 4,     /* what names of organisations end with */
  JILU_PART_MIXED = 8     /* a whole word that begins with Latin or digits */
};

/* A pair of words as a hash, the sum of one part for each of the two; its top
** bits choose the bit and the slot. */
static inline uint64_t jilu_pair_hash (uint32_t left, uint32_t right) {
  return (((uint64_t)left << 20) + right) * UINT64_C(0x9E3779B97F4A7C15);
}

/* A slot: 24 other bits of the hash, and the saving in sixteenths (1..255). */
static inline uint32_t jilu_pair_print (uint64_t hash) {
  return (uint32_t)(hash >> 17) << 8;
}

#define JILU_PAIR_PROBES 64u  /* the longest search */

/* FNV-1a over 8 bytes at a time; for damage, not against malice. */
uint64_t jilu_lexicon_sum (const void *data, size_t size);

#endif
