/*
** jilu: text into records. The public C API; a C host includes this alone.
**
** The core knows no Lua, holds no writable global state, reads no environment
** and prints nothing. Compiled resources are immutable once made, so any
** number of threads may read one at the same time.
**
** Positions are byte offsets, 0-based half-open [begin, end).
*/
#ifndef JILU_H
#define JILU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define JILU_API __attribute__((visibility("default")))
#else
#define JILU_API
#endif

#define JILU_VERSION "0.2.0"
#define JILU_VERSION_MAJOR 0
#define JILU_VERSION_MINOR 2
#define JILU_VERSION_PATCH 0
/* For comparison: 200 is 0.2.0, 10203 is 1.2.3. */
#define JILU_VERSION_NUMBER (JILU_VERSION_MAJOR * 10000 + \
                             JILU_VERSION_MINOR * 100 + JILU_VERSION_PATCH)

#ifdef __cplusplus
extern "C" {
#endif

/*
** The version of the library that runs, as JILU_VERSION of the header that it
** was built with. Before 1.0 a minor version may change the API.
*/
JILU_API const char *jilu_version(void);

/* What a call that can fail returns; 0 is success. */
typedef enum jilu_status {
  JILU_OK = 0,
  JILU_NO_MEMORY,   /* an allocation failed; nothing leaks, nothing changed */
  JILU_TOO_LARGE,   /* an input is over a limit of this API */
  JILU_BAD_VALUE,   /* an argument or a file does not make sense */
  JILU_IO           /* the system refused; errno says why */
} jilu_status;

/* --- unicode: what a code point is -------------------------------------- */

/*
** Position of the first byte of 'text' that is not part of well-formed UTF-8
** (Unicode 17.0, table 3-7), or 'size' where all is well-formed.
*/
JILU_API size_t jilu_validate(const char *text, size_t size);

/*
** Copies 'text' with U+FFFD for each maximal ill-formed part (Unicode 3.9) to
** 'out', which has room for as many bytes as a call with NULL says. Returns
** the bytes of the copy; '*parts' gets the number of ill-formed parts.
*/
JILU_API size_t jilu_make_valid(const char *text, size_t size, char *out,
                                size_t *parts);

typedef enum jilu_form {
  JILU_NFC,
  JILU_NFD,
  JILU_NFKC,
  JILU_NFKD,
  JILU_CASEFOLD        /* full case folding, without normalisation */
} jilu_form;

/*
** Normalises (UAX #15); ill-formed bytes become U+FFFD. '*out' gets memory
** that the caller gives to jilu_free, '*out_size' its bytes; it is not
** terminated. Time is linear in the text. Returns JILU_NO_MEMORY or
** JILU_BAD_VALUE (no such form) with '*out' NULL.
*/
JILU_API jilu_status jilu_normalize(const char *text, size_t size,
                                    jilu_form form, char **out,
                                    size_t *out_size);

typedef enum jilu_case {
  JILU_LOWER,
  JILU_UPPER,
  JILU_TITLE,          /* each word by UAX #29: its first cased letter */
  JILU_FOLD            /* for comparison */
} jilu_case;

/* Languages whose case mappings differ; Azerbaijani is as Turkish. */
typedef enum jilu_locale {
  JILU_ROOT,
  JILU_TURKISH,        /* tr, az: i with and without its dot */
  JILU_LITHUANIAN,     /* lt: the dot stays below accents */
  JILU_DUTCH           /* nl: a title's IJ */
} jilu_locale;

/*
** Maps case in full (Unicode 3.13, with SpecialCasing: a mapping may be longer
** than what it is of). The rest is as for jilu_normalize; JILU_TOO_LARGE where
** a title is asked for over JILU_SEGMENT_MAX.
*/
JILU_API jilu_status jilu_map_case(const char *text, size_t size,
                                   jilu_case to, jilu_locale locale,
                                   char **out, size_t *out_size);

/*
** What the UCD says of a code point: "Lu", "Han"; "Cn" and "Unknown" over
** U+10FFFF. The text lives as long as the program.
*/
JILU_API const char *jilu_category(uint32_t c);
JILU_API const char *jilu_script(uint32_t c);

/*
** What a text looks like (UTS #39, skeleton): texts that are easily taken for each
** other have the same. It is for comparing, not for showing. The rest is as for
** jilu_normalize.
*/
JILU_API jilu_status jilu_skeleton(const char *text, size_t size, char **out,
                                   size_t *out_size);

/* Is a code point's Identifier_Status Allowed (UTS #39)? */
JILU_API bool jilu_identifier_allowed(uint32_t c);

/*
** Whether 'text' has a letter, a mark or a number, as the words that people
** count have, and as space and punctuation do not.
*/
JILU_API bool jilu_counts_as_word(const char *text, size_t size);

/* Frees what this library allocated for the caller; NULL is allowed. */
JILU_API void jilu_free(void *p);

/* The Unicode version of the tables, as in "17.0.0". */
JILU_API const char *jilu_unicode_version(void);

/* --- segment: where text breaks ------------------------------------------ */

/*
** The units of UAX #29 and UAX #14 (Unicode 17.0), without tailoring but for
** the one that has a name: JILU_WORD_HAN keeps a run of Han together as one
** word. Numbers in JILU_LINE follow example 7 of UAX #14, section 8.2, which
** LineBreakTest.txt asks for.
*/
typedef enum jilu_unit {
  JILU_GRAPHEME,
  JILU_WORD,
  JILU_SENTENCE,
  JILU_LINE,
  JILU_WORD_HAN
} jilu_unit;

/*
** Which code scans: all give the same breaks. JILU_PATH_BEST is chosen by the
** processor at each call; the others are for tests and measurements, and fall
** back to the scalar path where the processor can't run them.
*/
typedef enum jilu_path {
  JILU_PATH_BEST,
  JILU_PATH_SCALAR,
  JILU_PATH_SSE,
  JILU_PATH_AVX2,
  JILU_PATH_NEON
} jilu_path;

/* The longest text of one segmenter, in bytes. */
#define JILU_SEGMENT_MAX ((size_t)0xFFFFFFF0u)

/* The least capacity of jilu_segmenter_next, in positions. */
#define JILU_SEGMENT_ROOM 4

/*
** A scan under way. It owns nothing: the text must stay where it is. The
** fields are the segmenter's own, but for 'path', which may be set right
** after the start.
*/
typedef struct jilu_segmenter {
  const char *text;
  size_t size;
  size_t at;         /* bytes that were scanned */
  size_t waiting;    /* the place that what follows decides about */
  uint16_t row;      /* the automaton's */
  uint8_t unit;      /* a jilu_unit */
  uint8_t path;      /* a jilu_path */
  bool open;         /* text may follow */
  bool done;
} jilu_segmenter;

/*
** Begins with the first byte of 'text', of 'size' bytes (NULL is allowed where
** size is 0). Ill-formed bytes count as U+FFFD for each maximal part. Returns
** JILU_BAD_VALUE for an unknown unit, JILU_TOO_LARGE over JILU_SEGMENT_MAX.
*/
JILU_API jilu_status jilu_segmenter_start(jilu_segmenter *s, jilu_unit unit,
                                          const char *text, size_t size);

/*
** Writes the ends of the next segments to 'ends', at most 'capacity' of them,
** and returns how many; 0 when there are no more, or when 'capacity' is under
** JILU_SEGMENT_ROOM. Ends are byte offsets from the beginning of the text; a
** segment begins where the one before it ends; the last end is the text's.
** Time is linear in the text, whatever the text.
*/
JILU_API size_t jilu_segmenter_next(jilu_segmenter *s, uint32_t *ends,
                                    size_t capacity);

/*
** For text that comes in chunks. Start with the size 0, then give after each
** chunk the text that is held, with 'last' telling that it is all: 'dropped'
** bytes at its beginning are gone since the call before, the rest is as it
** was, and more may follow it. Only what ends before the last end that was
** reported may be dropped. jilu_segmenter_next then reports what is certain,
** with positions in the text that is held now. Returns JILU_TOO_LARGE over
** JILU_SEGMENT_MAX, JILU_BAD_VALUE where 'dropped' or 'size' can't be.
*/
JILU_API jilu_status jilu_segmenter_feed(jilu_segmenter *s, const char *text,
                                         size_t size, size_t dropped,
                                         bool last);

/*
** How many segments 'text' has. Returns JILU_BAD_VALUE and JILU_TOO_LARGE as
** jilu_segmenter_start does.
*/
JILU_API jilu_status jilu_segment_count(jilu_unit unit, const char *text,
                                        size_t size, size_t *count);

/*
** Columns that 'text' takes in a terminal, to '*out': for each grapheme
** cluster those of its widest code point (UAX #11; ambiguous is one, combining
** marks and controls none). Returns JILU_TOO_LARGE over JILU_SEGMENT_MAX.
*/
JILU_API jilu_status jilu_width(const char *text, size_t size, size_t *out);

/*
** How many bytes of 'text' fit into 'room' columns, whole clusters, to '*taken',
** and the columns that they take to '*used'. 'ambiguous' is how many columns an
** ambiguous character takes (UAX #11, section 5), 1 or 2. Returns as jilu_width.
*/
JILU_API jilu_status jilu_fit(const char *text, size_t size, unsigned ambiguous,
                              size_t room, size_t *taken, size_t *used);

/* --- view: reading through damage --------------------------------------- */

typedef struct jilu_view jilu_view;

typedef enum jilu_residue_mode {
  JILU_RESIDUE_AUTO,  /* take readings out where the text is riddled */
  JILU_RESIDUE_KEEP,  /* take nothing out, no markup either */
  JILU_RESIDUE_CUT,   /* take all readings out */
  JILU_RESIDUE_UNMARKED = 4   /* a flag beside these: marks are text (of HTML) */
} jilu_residue_mode;

typedef enum jilu_repair_kind {
  JILU_REPAIR_RUBY,       /* a reading behind the characters it belongs to */
  JILU_REPAIR_INVALID,    /* ill-formed UTF-8, one repair for a run of it */
  JILU_REPAIR_INVISIBLE,  /* byte order mark, zero-width space, soft hyphen */
  /* markup, from here on: each mark is one repair, that nothing stays of */
  JILU_REPAIR_EMPHASIS,   /* ** * __ _ ~~ ` on each side of words */
  JILU_REPAIR_IMAGE,      /* ![words](address) */
  JILU_REPAIR_LINK,       /* [ and ](address) around words */
  JILU_REPAIR_TAG,        /* HTML tag, comment, script, server directive */
  JILU_REPAIR_HEADING,    /* ## before a heading */
  JILU_REPAIR_QUOTE,      /* > before a quoted line */
  JILU_REPAIR_LIST,       /* - * + before an item */
  JILU_REPAIR_TABLE,      /* the row of dashes in a table */
  JILU_REPAIR_RULE,       /* a line of dashes, the fence of a block */
  JILU_REPAIR_ESCAPE      /* the backslash before a mark */
} jilu_repair_kind;

/* Original bytes: [begin, cut) is what stays, [cut, end) what goes. */
typedef struct jilu_repair {
  uint32_t begin, cut, end;
  jilu_repair_kind kind;
} jilu_repair;

/*
** Makes a view of 'size' bytes at 'text', which must live, unchanged, as long
** as the view. Any bytes will do. Fails with JILU_NO_MEMORY, or with
** JILU_TOO_LARGE from JILU_VIEW_MAX bytes on; '*out' is then NULL.
** The caller frees the view with jilu_view_free.
*/
#define JILU_VIEW_MAX 0x50000000u
JILU_API jilu_status jilu_view_new (const char *text, size_t size,
                                    jilu_residue_mode residue,
                                    jilu_view **out);
JILU_API void jilu_view_free (jilu_view *view);

/* The folded text, UTF-8, not terminated; lives as long as the view. */
JILU_API const char *jilu_view_text (const jilu_view *view, size_t *size);

/*
** Original position of a folded one (both at the border of a character). Never
** decreases from one position to the next, and is at most the text's size.
*/
JILU_API size_t jilu_view_original (const jilu_view *view, size_t folded);

/*
** Folded position of an original one; inside what was taken out, that behind
** it. Never decreases, and is at most the size of the folded text.
*/
JILU_API size_t jilu_view_folded (const jilu_view *view, size_t original);

/* Physical lines, ended by '\n'; 'line' counts from 0. */
JILU_API size_t jilu_view_lines (const jilu_view *view);
JILU_API size_t jilu_view_line_of (const jilu_view *view, size_t original);

/* What was repaired, in order; '*count' gets the number. */
JILU_API const jilu_repair *jilu_view_repairs (const jilu_view *view,
                                               size_t *count);

/*
** Copies the original bytes [begin, end) without what was taken out and with
** U+FFFD for ill-formed bytes to 'out', which has room for 3 * (end - begin)
** bytes. Returns the bytes written; '*changed' says whether they differ.
*/
JILU_API size_t jilu_view_norm (const jilu_view *view, size_t begin,
                                size_t end, char *out, bool *changed);

/* --- collation: order -------------------------------------------------------- */

/* What differences count: letters, then accents, case, punctuation, all. */
typedef enum jilu_strength {
  JILU_PRIMARY = 1,
  JILU_SECONDARY,
  JILU_TERTIARY,
  JILU_QUATERNARY,           /* of what is shifted */
  JILU_IDENTICAL             /* of the normalised text (NFD) */
} jilu_strength;

/* How ideographs come, those of the basic plane; others by code point behind. */
typedef enum jilu_han_order {
  JILU_HAN_CODE_POINT,       /* about as by radical and strokes */
  JILU_HAN_PINYIN,
  JILU_HAN_STROKE
} jilu_han_order;

typedef struct jilu_collation_options {
  jilu_strength strength;
  bool shifted;              /* spaces and punctuation count last of all */
  bool numeric;              /* digits in a row by the number that they are */
  jilu_han_order han;
} jilu_collation_options;

/*
** A key whose bytes compare (memcmp, the shorter first) as the text does by the
** Unicode Collation Algorithm with CLDR's root collation. Options NULL: tertiary
** strength, ideographs by code point. Ill-formed bytes are U+FFFD.
** '*out' gets memory that the caller gives to jilu_free, '*out_size' its bytes.
** Linear in the text. JILU_NO_MEMORY.
*/
JILU_API jilu_status jilu_sort_key (const char *text, size_t size,
                                    const jilu_collation_options *options,
                                    char **out, size_t *out_size);

/* '*order' gets -1, 0 or 1: how 'a' stands to 'b' by their keys. */
JILU_API jilu_status jilu_compare (const char *a, size_t a_size, const char *b,
                                   size_t b_size,
                                   const jilu_collation_options *options,
                                   int *order);

/* --- conversion: Chinese in another writing -------------------------------- */

/* Compiled dictionaries; immutable, so that threads may share one. */
typedef struct jilu_conversion jilu_conversion;

/* What one dictionary replaces, and by what. */
typedef struct jilu_conversion_entry {
  unsigned dictionary;       /* its place in the list of csrc/conversion */
  const char *key, *value;   /* well-formed; the key is not empty */
  size_t key_size, value_size;
} jilu_conversion_entry;

/*
** Compiles the entries, those of a dictionary one behind the other, into the
** bytes of a file, for the caller to jilu_free. JILU_BAD_VALUE: an entry that
** can't be one, or a dictionary that there is not or that comes twice ('*bad',
** if not NULL, is its index); JILU_TOO_LARGE, JILU_NO_MEMORY.
*/
JILU_API jilu_status jilu_conversion_compile (
  const jilu_conversion_entry *entries, size_t count, const char *notes,
  size_t notes_size, void **image, size_t *size, size_t *bad);

/*
** Opens a compiled file and looks all through it. JILU_IO: errno says why;
** JILU_BAD_VALUE: no such file, of another version, or damaged. The caller
** ends it with jilu_conversion_close; the file must not be written to meanwhile.
*/
JILU_API jilu_status jilu_conversion_open (const char *path,
                                           jilu_conversion **out);
JILU_API void jilu_conversion_close (jilu_conversion *conversion);

/* The text about sources and licences; not terminated. */
JILU_API const char *jilu_conversion_notes (const jilu_conversion *conversion,
                                            size_t *size);

/* FROM: what the text is written in; WORDS: the region's words as well. */
typedef enum jilu_conversion_kind {
  JILU_SIMPLIFIED,
  JILU_SIMPLIFIED_FROM_TW,
  JILU_SIMPLIFIED_FROM_TW_WORDS,
  JILU_SIMPLIFIED_FROM_HK,
  JILU_SIMPLIFIED_FROM_HK_WORDS,
  JILU_TRADITIONAL,
  JILU_TRADITIONAL_TW,
  JILU_TRADITIONAL_TW_WORDS,
  JILU_TRADITIONAL_HK,
  JILU_TRADITIONAL_HK_WORDS
} jilu_conversion_kind;

/*
** Converts; ill-formed bytes stay as they are. '*out' gets memory that the
** caller gives to jilu_free, '*out_size' its bytes; it is not terminated. Time
** is linear in the text. JILU_BAD_VALUE (no such kind), JILU_NO_MEMORY, or
** JILU_TOO_LARGE from 2 GB on.
*/
JILU_API jilu_status jilu_convert (const jilu_conversion *conversion,
                                   jilu_conversion_kind kind, const char *text,
                                   size_t size, char **out, size_t *out_size);

typedef enum jilu_pinyin_tone {
  JILU_TONE_MARKS,           /* zhōng */
  JILU_TONE_NUMBERS,         /* zhong1; 5 is the neutral tone */
  JILU_TONE_NONE             /* zhong */
} jilu_pinyin_tone;

/*
** The text with the readings of its Chinese characters, by the longest phrases
** known; 'separator' (terminated) parts syllables from each other and from
** ASCII words. The rest is as for jilu_convert.
*/
JILU_API jilu_status jilu_pinyin (const jilu_conversion *conversion,
                                  jilu_pinyin_tone tone, const char *separator,
                                  const char *text, size_t size, char **out,
                                  size_t *out_size);

/* --- lexicon: compiling known words ------------------------------------- */

/* Collects words and their counts; not to be shared between threads. */
typedef struct jilu_lexicon_builder jilu_lexicon_builder;

/* NULL: no memory. The caller frees it with jilu_builder_free. */
JILU_API jilu_lexicon_builder *jilu_builder_new (void);
JILU_API void jilu_builder_free (jilu_lexicon_builder *builder);

/*
** What is added from here on comes from another source. Where several sources
** have a word, the first one's count is taken, and the first tag there is.
*/
JILU_API void jilu_builder_source (jilu_lexicon_builder *builder);

/*
** Adds a word of 'size' bytes with its count (>= 0) and a tag (NULL or "" for
** none). 'class' is NULL, or says that the word stands for a class: "begin",
** "end", "number", "time", "person", "place", "string" or "other".
** JILU_BAD_VALUE: an empty or ill-formed word, one over 32 code points, a
** count that makes no sense, a tag over 15 bytes, or an unknown class.
*/
JILU_API jilu_status jilu_builder_add (jilu_lexicon_builder *builder,
                                       const char *word, size_t size,
                                       double count, const char *tag,
                                       const char *class_name);

/*
** Adds 'n' pairs of words of the current source by the 64-bit FNV-1a hash of
** "left@right" in UTF-16: 'hashes' has 8 and 'counts' 4 bytes each,
** big-endian. A later call replaces an earlier one.
*/
JILU_API jilu_status jilu_builder_hashed (jilu_lexicon_builder *builder,
                                          const unsigned char *hashes,
                                          const unsigned char *counts,
                                          size_t n);

/* Adds the characters of 'text' to those that write foreign names. */
JILU_API jilu_status jilu_builder_foreign (jilu_lexicon_builder *builder,
                                           const char *text, size_t size);

/*
** Adds what makes words that no list holds: a "unit", which is one word with
** the number before it if that is asked for (JILU_WORDS_UNITS); a "surname" of
** two characters, before a given name; a "body": what the name of an
** organisation ends with, as 公司 does; a "mixed" word that begins with a
** Latin token, as A股 does. JILU_BAD_VALUE: another kind, or no word.
*/
JILU_API jilu_status jilu_builder_part (jilu_lexicon_builder *builder,
                                        const char *kind, const char *text,
                                        size_t size);

/*
** Says that a character was counted 'count' times at a place in names:
** "surname", "only" (the given name is this character), "given" and "last"
** (of a given name of two), "place", "place_last" and "suffix" (of a name of
** a place of three). JILU_BAD_VALUE: another part, no character, no count.
*/
JILU_API jilu_status jilu_builder_name (jilu_lexicon_builder *builder,
                                        const char *part, const char *text,
                                        size_t size, double count);

/*
** Compiles what was added; 'notes' (not empty, UTF-8) goes into the file as it
** is. '*image' is for the caller to free(). The same input gives the same
** bytes. JILU_TOO_LARGE: over 1,048,575 words, or a limit of the trie.
*/
JILU_API jilu_status jilu_builder_compile (jilu_lexicon_builder *builder,
                                           const char *notes,
                                           size_t notes_size,
                                           void **image, size_t *size);

/* --- lexicon: known words ------------------------------------------------ */

/* A compiled lexicon; immutable, so that threads may share one. */
typedef struct jilu_lexicon jilu_lexicon;

/*
** Opens a compiled lexicon: maps the file and checks its header; what lies
** behind is read as it is needed and never trusted. JILU_IO: errno says why;
** JILU_BAD_VALUE: no lexicon, of another version, or damaged. The caller ends
** it with jilu_lexicon_close; the file must not be written to meanwhile
** (replace it by rename).
*/
JILU_API jilu_status jilu_lexicon_open (const char *path, jilu_lexicon **out);

/* One more user, who closes too. */
JILU_API jilu_lexicon *jilu_lexicon_keep (jilu_lexicon *lexicon);
JILU_API void jilu_lexicon_close (jilu_lexicon *lexicon);

/* The text about sources and licences; not terminated. */
JILU_API const char *jilu_lexicon_notes (const jilu_lexicon *lexicon,
                                         size_t *size);

/* Reads the whole file and compares its checksum. */
JILU_API bool jilu_lexicon_intact (const jilu_lexicon *lexicon);

/* How many words and pairs are in it, and how large the file is. */
JILU_API void jilu_lexicon_sizes (const jilu_lexicon *lexicon, size_t *words,
                                  size_t *pairs, size_t *bytes);

/* A word of the user's. */
typedef struct jilu_user_word {
  const char *utf8;
  size_t size;      /* bytes */
  double count;     /* as in a word list; 0 and infinity: see below */
  const char *tag;  /* NULL for none */
} jilu_user_word;

#define JILU_USER_WORDS 500000u

/*
** A lexicon that knows 'count' more words; it reads the same file and copies
** nothing of it. A word with a count competes as if it had been compiled with
** it; without one (0) it is cheaper than its own text is with other words, so
** it is found wherever no better words cross its borders; with an infinite
** one it wins always. Of equal words the last holds. JILU_BAD_VALUE: a word
** that is empty, ill-formed, over 32 characters, or has a space in it, a
** count that is negative or no number, or a tag over 15 bytes; '*bad' (may be
** NULL) is its index. JILU_TOO_LARGE: over JILU_USER_WORDS. Both lexicons are closed apart.
*/
JILU_API jilu_status jilu_lexicon_with (jilu_lexicon *lexicon,
                                        const jilu_user_word *words,
                                        size_t count, jilu_lexicon **out,
                                        size_t *bad);

/*
** Is 'word' of 'size' bytes in the lexicon? NULL where not; else its tag, ""
** where it has none. Traditional and full-width forms are the same word.
*/
JILU_API const char *jilu_lexicon_find (const jilu_lexicon *lexicon,
                                        const char *word, size_t size);

/* How words are looked for; JILU_WORDS_ACCURATE alone is 0. */
enum {
  JILU_WORDS_ACCURATE = 0,  /* by words and pairs of words */
  JILU_WORDS_FAST = 1,      /* by words alone */
  JILU_WORDS_FINE = 2,      /* behind a long word also the words inside it */
  JILU_WORDS_UNITS = 4,     /* a number and its unit are one word */
  JILU_WORDS_TAGS = 8       /* say the part of speech too */
};

/* A word: bytes [begin, end) of the text; its part of speech if that was
** asked for, or "". */
typedef struct jilu_token {
  size_t begin, end;
  const char *tag;  /* lives as long as the lexicon */
} jilu_token;

/* The state of one walk over one text. */
typedef struct jilu_words jilu_words;

/*
** Begins to find the words of 'size' bytes at 'text', which must stay as they
** are meanwhile; the lexicon is kept, and may be closed. Any bytes will do;
** space is not a word, punctuation is. Pinyin in parentheses behind its
** character belongs to it, and does not break a word. JILU_NO_MEMORY, or JILU_TOO_LARGE from
** JILU_VIEW_MAX bytes on. The caller ends it with jilu_words_free.
*/
JILU_API jilu_status jilu_words_new (const jilu_lexicon *lexicon,
                                     const char *text, size_t size,
                                     unsigned flags, jilu_words **out);
JILU_API void jilu_words_free (jilu_words *words);

/*
** Begins again with another text, in the memory that is there. Where it fails
** (as jilu_words_new) there are no words.
*/
JILU_API jilu_status jilu_words_restart (jilu_words *words, const char *text,
                                         size_t size);

/* The next word, false behind the last. Time is linear in the text. */
JILU_API bool jilu_words_next (jilu_words *words, jilu_token *word);

#ifdef __cplusplus
}
#endif

#endif
