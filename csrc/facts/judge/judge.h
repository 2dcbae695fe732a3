/*
** The judge of names. Where a lexicon cuts the text into words, proposers say
** which spans may be names; each is scored by a sum of named weights, and of
** those that overlap the best set is taken. The weights are data, fitted by
** spec/weights/names.lua.
**
** The text is judged in sections: what a section says of a name anywhere in it
** (a title beside it, that it is repeated) counts for all its mentions.
*/
#ifndef JILU_FACTS_JUDGE_H
#define JILU_FACTS_JUDGE_H

#include "facts/name/name.h"
#include "vocabulary/words.h"

/* A word of the section. A line break is one of its own: JILU_POS_BREAK. */
typedef struct jilu_judge_word {
  uint32_t begin, end;
  uint8_t tag;               /* a jilu_part_of_speech */
  uint8_t chars;             /* code points, 255 at most */
  uint8_t context;           /* what it is to a name beside it; a group value */
  uint8_t ends;              /* bits: what names end with it; JILU_ENDS_* */
  uint8_t role;              /* a jilu_word_role: what it is inside a name */
  bool after_title, before_title;    /* of one word or more */
  bool barrier;              /* no name goes over it */
  bool spaced;               /* a blank is before it */
  bool person_begins, person_ends;   /* one that was taken */
  jilu_classes classes;      /* of the word of the vocabulary that it is */
  /* where the longest of a class begin that end with it; JILU_NO_END */
  uint32_t body, suffix, level, facility;
} jilu_judge_word;

#define JILU_NO_END 0xFFFFFFFFu

#define JILU_ENDS_BODY   1u   /* a suffix of organisations */
#define JILU_ENDS_LOOSE  2u   /* a character that few of them end with */
#define JILU_ENDS_PLACE  4u   /* a level, a facility */
#define JILU_ENDS_SITE   8u   /* a character that places end with: 湖 路 */

/* A span that may be a name. */
typedef struct jilu_candidate {
  uint32_t begin, end;
  uint32_t first, last;      /* the words that hold its ends */
  uint32_t fact;             /* index of the grammar's fact, or NO_FACT */
  uint32_t memory;           /* index of its entry, once it is remembered */
  uint8_t kind;              /* 0 organisation, 1 person, 2 place */
  bool forced;               /* the user's: always taken */
  bool chosen;
  bool taken;                /* by the first judgement */
  bool judged;               /* 'local' is known */
  float score;
  float local;               /* second judgement: without the memory's part */
} jilu_candidate;

#define JILU_NO_FACT 0xFFFFFFFFu

/* What the section says of one text as a name of one kind. */
typedef struct jilu_memory {
  uint64_t key;
  uint32_t count;            /* of its candidates */
  uint32_t taken;            /* of those that the first judgement took */
  uint32_t evidence;         /* bits of JILU_SAYS_* */
  uint32_t longer;           /* of a person: the most mentions of one that has */
                             /* a character more behind it */
  bool shorter;              /* and has one with less more of them */
} jilu_memory;

/* What tells a person. */
#define JILU_SAYS_PERSON (JILU_SAYS_TITLED | JILU_SAYS_GRAMMAR)

#define JILU_SAYS_TITLE    1u   /* a title or speech beside it */
#define JILU_SAYS_GRAMMAR  2u   /* the grammar names it */
#define JILU_SAYS_DEFINED  4u   /* 以下简称X */
#define JILU_SAYS_EDGE     8u   /* it begins a line or clause */
#define JILU_SAYS_LEVEL   16u   /* with its level: 望屏县 of 望屏 */
#define JILU_SAYS_LISTED  32u   /* among others in a list */
#define JILU_SAYS_TAIL    64u   /* a longer name ends with it */
#define JILU_SAYS_TAKEN_TAIL 128u  /* one that was taken */
#define JILU_SAYS_TAKEN_STEM 256u  /* and a place that was, without its level */
#define JILU_SAYS_OTHER_KIND 512u  /* taken as a name of another kind */
#define JILU_SAYS_TITLED 1024u     /* a title right before it */

/*
** A bit for what a text begins with that is looked for everywhere: most words
** begin none, and are looked up no further.
*/
#define JILU_KNOWN_BITS 65536u

typedef struct jilu_judge {
  jilu_scan *s;
  uint32_t begin, end;       /* the section */
  size_t next_word;          /* of the text, the first that is not yet cut */
  jilu_judge_word *words;
  size_t word_count, word_room;
  bool ends_title;           /* a title ends with the last one */
  jilu_candidate *list;
  size_t count, room;
  jilu_memory *memory;       /* entries in the order of their making */
  uint32_t *slots;           /* indices of them by key, plus 1; 0: free */
  size_t memory_room, memory_count;
  uint64_t known[JILU_KNOWN_BITS / 64];   /* beginnings of what is sure */
  uint32_t first_fact, last_fact;   /* names of the section */
  bool second;               /* the second judgement */
  uint32_t said;             /* texts that something tells to be persons */
  jilu_facts out;            /* what has been chosen in the sections before */
  jilu_status status;
} jilu_judge;

/* Cuts the section into words. */
void jilu_judge_cut (jilu_judge *j);
/* How many code points are in [begin, end)? */
unsigned jilu_judge_characters (const jilu_judge *j, uint32_t begin,
                                uint32_t end);
/*
** Where the longest word of a class of a single bit begins that ends where the
** candidate does and lies in it; (size_t)-1 where none does. 'longest' is what
** its last word says of the class.
*/
size_t jilu_judge_ending (const jilu_judge *j, const jilu_candidate *c,
                          uint32_t longest, jilu_classes class_,
                          const jilu_sense **sense);
/* Does a title end at 'at', or one of several characters begin there? */
bool jilu_judge_behind_title (const jilu_judge *j, uint32_t at);
bool jilu_judge_before_title (const jilu_judge *j, uint32_t at);
/* Fills the list with what may be a name. */
void jilu_judge_propose (jilu_judge *j);
/* Proposes one; merges it with the same span of the same kind. */
jilu_candidate *jilu_judge_add (jilu_judge *j, unsigned kind, uint32_t begin,
                                uint32_t end, uint32_t first, uint32_t last);
/*
** Sorts the list by end, start and kind, and drops what it has twice. What is
** before 'sorted' is sorted already; what follows nearly is.
*/
void jilu_judge_sort (jilu_judge *j, size_t sorted);
/* Gathers what the section says of each text, and proposes it elsewhere. */
void jilu_judge_remember (jilu_judge *j);
/* The same of what the first judgement took. */
void jilu_judge_remember_taken (jilu_judge *j);

/* --- features -------------------------------------------------------------- */

/* What stands beside a name. */
#define JILU_CONTEXTS(X) \
  X(BREAK, "break") X(STOP, "full_stop") X(COMMA, "comma") X(PAUSE, "pause") \
  X(COLON, "colon") X(OPEN, "open") X(CLOSE, "close") X(MARK, "mark") \
  X(TITLE, "title") X(SPEECH, "speech") X(VERB, "verb") X(VERBAL, "verbal") \
  X(PREPOSITION, "preposition") X(JOIN, "conjunction") X(OF, "of") \
  X(PARTICLE, "particle") X(NOUN, "noun") X(PLACE, "place") \
  X(PERSON, "person") X(BODY, "body") X(NUMBER, "number") \
  X(ADVERB, "adverb") X(QUALITY, "quality") X(PRONOUN, "pronoun") \
  X(SIDE, "side") X(LATIN, "latin") X(NAME_STOP, "stop") \
  X(LEVEL, "level") X(OTHERS, "and_others") X(TIME, "time") \
  X(MORPHEME, "morpheme") X(GENERIC, "generic") X(BYLINE, "byline") \
  X(OTHER, "other")

typedef enum jilu_context {
#define JILU_CONTEXT_ID(id, name) JILU_CONTEXT_##id,
  JILU_CONTEXTS(JILU_CONTEXT_ID)
#undef JILU_CONTEXT_ID
  JILU_CONTEXT_COUNT
} jilu_context;

/* Single features, of all kinds. */
#define JILU_FEATURES(X) \
  X(ORG_BIAS, "org.bias") \
  X(ORG_LEN2, "org.length.2") X(ORG_LEN3, "org.length.3") \
  X(ORG_LEN4, "org.length.4") X(ORG_LEN6, "org.length.5-6") \
  X(ORG_LEN10, "org.length.7-10") X(ORG_LEN16, "org.length.11-16") \
  X(ORG_LONG, "org.length.17-") \
  X(ORG_WORDS1, "org.words.1") X(ORG_WORDS2, "org.words.2") \
  X(ORG_WORDS3, "org.words.3") X(ORG_WORDS5, "org.words.4-5") \
  X(ORG_WORDS8, "org.words.6-8") X(ORG_WORDS9, "org.words.9-") \
  X(ORG_END_SINGLE, "org.end.single") X(ORG_END_CELL, "org.end.cell") \
  X(ORG_END_BARE, "org.end.bare") X(ORG_END_WHOLE, "org.end.is_all") \
  X(ORG_IN_VERB, "org.inside.verb") X(ORG_IN_VERBS, "org.inside.verbs") \
  X(ORG_IN_STOP, "org.inside.stop") \
  X(ORG_IN_JOIN, "org.inside.join") X(ORG_IN_JOIN_BODY, "org.inside.join_behind_body") \
  X(ORG_IN_NUMBER, "org.inside.number") X(ORG_IN_PERSON, "org.inside.person") \
  X(ORG_IN_PLACE, "org.inside.place") X(ORG_IN_PLACES, "org.inside.places") \
  X(ORG_IN_BODY, "org.inside.body") X(ORG_IN_BODIES, "org.inside.bodies") \
  X(ORG_IN_FUNCTION, "org.inside.function") X(ORG_IN_UNKNOWN, "org.inside.unknown") \
  X(ORG_IN_TITLE, "org.inside.title") X(ORG_IN_GENERIC, "org.inside.generic") \
  X(ORG_IN_NOUNS, "org.inside.nouns") X(ORG_IN_SPACE, "org.inside.space") \
  X(ORG_IN_LATIN, "org.inside.latin") X(ORG_IN_BRACKET, "org.inside.bracket") \
  X(ORG_COMMON, "org.common_words") \
  X(ORG_FUNCTIONS, "org.functions_alone") \
  X(ORG_PARTS_BODY, "org.body_and_part") X(ORG_CUT, "org.cuts_word") \
  X(ORG_GRAMMAR, "org.grammar") X(ORG_GRAMMAR_BRAND, "org.grammar.brand") \
  X(ORG_GRAMMAR_KNOWN, "org.grammar.known") X(ORG_GRAMMAR_LIST, "org.grammar.list") \
  X(ORG_GRAMMAR_SOURCE, "org.grammar.source") \
  X(ORG_WITHIN, "org.within_grammar") X(ORG_HOLDS, "org.holds_grammar") \
  X(ORG_CROSSES, "org.crosses_grammar") \
  X(ORG_TWICE, "org.document.twice") X(ORG_OFTEN, "org.document.often") \
  X(ORG_SAID, "org.document.grammar") X(ORG_DEFINED, "org.document.defined") \
  X(ORG_EDGE, "org.document.edge") X(ORG_TAIL, "org.document.tail") \
  X(ORG_LINE, "org.line") X(ORG_QUOTED, "org.quoted") \
  X(ORG_LISTED, "org.listed") \
  X(ORG_ACTS, "org.acts") X(ORG_EDGE_ACTS, "org.edge_and_acts") \
   X(ORG_RIGHT_PART, "org.goes_on") \
  X(ORG_EXTENDS, "org.extends") X(ORG_EXTENDS_PART, "org.extends.part") \
  X(ORG_EXTENDS_LOOSE, "org.extends.loose") \
  X(ORG_LOOSE_PART, "org.body_and_loose_part") \
  X(ORG_LIST_GENERIC, "org.list_of_any") \
  X(ORG_HOSTLESS, "org.hostless_part") \
  X(PER_LAST_STOP, "person.ends_with_stop") \
  X(PER_LAST_NOUN, "person.ends_as_words_do") \
  X(ORG_AFTER_HOST, "org.after_host") X(ORG_MANY, "org.document.many") \
  X(ORG_EDGE_OFTEN, "org.document.edge_often") \
  X(ORG_TAKEN, "org.taken.here") X(ORG_TAKEN1, "org.taken.once") \
  X(ORG_TAKEN2, "org.taken.twice") X(ORG_TAKEN4, "org.taken.often") \
  X(ORG_UNTAKEN, "org.taken.never_of_many") \
  X(ORG_TAKEN_TAIL, "org.taken.tail") X(ORG_TAKEN_OTHER, "org.taken.other_kind") \
  X(PER_TAKEN, "person.taken.here") X(PER_TAKEN1, "person.taken.once") \
  X(PER_TAKEN2, "person.taken.twice") X(PER_TAKEN4, "person.taken.often") \
  X(PER_UNTAKEN, "person.taken.never_of_many") \
  X(PER_TAKEN_OTHER, "person.taken.other_kind") \
  X(PER_MANY, "person.document.many") X(PER_LOOSE, "person.loose_characters") \
  X(PER_BESIDE_TAKEN, "person.beside_taken") \
  X(PER_LIST_WORDS, "person.list.common_words") \
  X(PLA_TAKEN, "place.taken.here") X(PLA_TAKEN1, "place.taken.once") \
  X(PLA_TAKEN2, "place.taken.twice") X(PLA_TAKEN4, "place.taken.often") \
  X(PLA_UNTAKEN, "place.taken.never_of_many") \
  X(PLA_TAKEN_STEM, "place.taken.stem") X(PLA_TAKEN_OTHER, "place.taken.other_kind") \
  X(PLA_BEFORE_BODY, "place.before_body") X(PLA_MANY, "place.document.many") \
  X(PLA_MORPHEME_OFTEN, "place.morpheme_often") \
  X(PLA_AFTER_PLACE, "place.after_place") X(PLA_LISTED_PLACE, "place.listed_with_place") \
  X(PER_BIAS, "person.bias") \
  X(PER_LEN2, "person.length.2") X(PER_LEN3, "person.length.3") \
  X(PER_LEN4, "person.length.4") X(PER_LONG, "person.length.5-") \
  X(PER_RARE, "person.surname.also_word") X(PER_COMPOUND, "person.surname.two") \
  X(PER_NO_SURNAME, "person.surname.none") \
  X(PER_TAG, "person.tagged") X(PER_TAG_PART, "person.tag.part") \
  X(PER_TAG_HOLDS, "person.tag.holds") X(PER_TAG_NONE, "person.tag.none") \
  X(PER_WORD, "person.is_word") X(PER_CUT_LEFT, "person.cuts_left") \
  X(PER_CUT_RIGHT, "person.cuts_right") X(PER_HOLDS_WORD, "person.holds_word") \
  X(PER_HOLDS_VERB, "person.holds_verb") X(PER_HOLDS_STOP, "person.holds_stop") \
  \
  X(PER_WITH_TITLE, "person.holds_title") \
  X(PER_LIST, "person.list") X(PER_LIST_TAG, "person.list.tagged") \
  X(PER_SHORTER, "person.tag.goes_on") \
  X(PER_GRAMMAR, "person.grammar") X(PER_GRAMMAR_AGAIN, "person.grammar.again") \
  X(PER_CROSSES, "person.crosses_grammar") X(PER_IN_BODY, "person.in_grammar_body") \
  X(PER_TWICE, "person.document.twice") X(PER_OFTEN, "person.document.often") \
  X(PER_SAID, "person.document.title") X(PER_GRAMMAR_SAID, "person.document.grammar") \
  X(PER_LISTED, "person.document.listed") X(PER_LINE, "person.line") \
  X(PER_DOT, "person.dot") X(PER_BRACKETED, "person.bracketed") \
  X(PER_GIVEN_NONE, "person.given.none") \
  X(PER_GIVEN_RARE, "person.given.rare") \
  X(PER_GIVEN_SELDOM, "person.given.seldom") \
  X(PER_GIVEN_USUAL, "person.given.usual") \
  X(PER_FOREIGN, "person.foreign") \
  X(PER_ENDS_PLACE, "person.ends_as_places_do") \
  X(PER_VARIES, "person.document.shorter") \
  X(PER_GOES_ON, "person.document.longer") \
  X(PER_UNSAID, "person.document.unsaid") \
  X(PER_UNSAID_OFTEN, "person.document.unsaid_often") \
  X(PER_NONE_SAID, "person.document.none_said") \
  X(PER_TWO_SURNAMES, "person.surname.both") \
  X(PER_SURNAME_TITLE, "person.surname_title") X(PER_SPACED, "person.spaced") \
  X(PLA_BIAS, "place.bias") \
  X(PLA_LEN2, "place.length.2") X(PLA_LEN3, "place.length.3") \
  X(PLA_LEN4, "place.length.4") X(PLA_LEN6, "place.length.5-6") \
  X(PLA_LONG, "place.length.7-") \
  X(PLA_KNOWN, "place.known") X(PLA_KNOWN_LEVEL, "place.known_with_level") \
  X(PLA_KNOWN_LOOSE, "place.known_loosely") X(PLA_TAG, "place.tagged") \
  X(PLA_TAG_LEVEL, "place.tagged_with_level") X(PLA_OTHER_TAG, "place.other_tag") \
  X(PLA_LEVEL1, "place.level.province") X(PLA_LEVEL2, "place.level.city") \
  X(PLA_LEVEL3, "place.level.county") X(PLA_LEVEL4, "place.level.town") \
  X(PLA_LEVEL5, "place.level.village") X(PLA_LEVEL_N, "place.level.weak") \
  X(PLA_STEM1, "place.stem.1") X(PLA_STEM2, "place.stem.2") \
  X(PLA_STEM3, "place.stem.3") X(PLA_STEM4, "place.stem.4-") \
  X(PLA_FACILITY, "place.facility") X(PLA_MORPHEME, "place.morpheme") \
  X(PLA_IN_VERB, "place.inside.verb") X(PLA_IN_COMMON, "place.inside.common") \
  X(PLA_IN_STOP, "place.inside.stop") X(PLA_IN_PLACE, "place.inside.place") \
  X(PLA_IN_NUMBER, "place.inside.number") X(PLA_IN_BODY, "place.inside.body") \
  X(PLA_IN_PROPER, "place.inside.proper") X(PLA_IN_UNKNOWN, "place.inside.unknown") \
  X(PLA_IN_NOUN, "place.inside.noun") X(PLA_ALL_COMMON, "place.common_words") \
  X(PLA_WORDS3, "place.words.3-") X(PLA_CUT, "place.cuts_word") \
  X(PLA_GRAMMAR, "place.grammar") X(PLA_GRAMMAR_KNOWN, "place.grammar.known") \
  X(PLA_GRAMMAR_FACILITY, "place.grammar.facility") \
  X(PLA_GRAMMAR_SHORT, "place.grammar.short") \
  X(PLA_GRAMMAR_LIST, "place.grammar.list") X(PLA_IN_GRAMMAR, "place.in_grammar_body") \
  X(PLA_IN_CHAIN, "place.in_chain") X(PLA_CHAIN, "place.chain") \
  X(PLA_CROSSES, "place.crosses_grammar") \
  X(PLA_TWICE, "place.document.twice") X(PLA_OFTEN, "place.document.often") \
  X(PLA_GRAMMAR_SAID, "place.document.grammar") X(PLA_SAID_LEVEL, "place.document.level") \
  X(PLA_LISTED, "place.listed") \
  X(PLA_LINE, "place.line") X(PLA_BEFORE_PLACE, "place.before_place")

typedef enum jilu_feature {
#define JILU_FEATURE_ID(id, name) JILU_F_##id,
  JILU_FEATURES(JILU_FEATURE_ID)
#undef JILU_FEATURE_ID
  JILU_FEATURE_SINGLE
} jilu_feature;

/* How an organisation ends, and what it begins with. */
#define JILU_BODY_ENDS(X) \
  X(KNOWN, "known") X(WEAK, "weak") X(OFFICE, "office") X(NAMED, "named") \
  X(PART, "part") X(LOOSE, "loose") X(TRADE, "trade") X(TAG, "tag") \
  X(NONE, "none")

typedef enum jilu_body_end {
#define JILU_END_ID(id, name) JILU_END_##id,
  JILU_BODY_ENDS(JILU_END_ID)
#undef JILU_END_ID
  JILU_END_COUNT
} jilu_body_end;

/* What a word is inside a name. */
#define JILU_WORD_ROLES(X) \
  X(PLACE, "place") X(LEVEL, "level") X(HEAD, "head") X(BODY, "body") \
  X(FUNCTION, "function") X(GENERIC, "generic") X(PERSON, "person") \
  X(PROPER, "proper") X(STOP, "stop") X(VERB, "verb") X(VERBAL, "verbal") \
  X(NUMBER, "number") X(LATIN, "latin") X(JOIN, "join") X(MARK, "mark") \
  X(TITLE, "title") X(COMMON, "common") X(UNKNOWN, "unknown") \
  X(NOUN, "noun") X(OTHER, "other")

typedef enum jilu_word_role {
#define JILU_ROLE_ID(id, name) JILU_ROLE_##id,
  JILU_WORD_ROLES(JILU_ROLE_ID)
#undef JILU_ROLE_ID
  JILU_ROLE_COUNT
} jilu_word_role;

/* The same, coarsely. */
#define JILU_SIDES(X) \
  X(EDGE, "edge") X(LIST, "list") X(OPEN, "open") X(CLOSE, "close") \
  X(TITLE, "title") X(SPEECH, "speech") X(VERB, "verb") X(LINK, "link") \
  X(OF, "of") X(NOUN, "noun") X(NAME, "name") X(NUMBER, "number") \
  X(TIME, "time") X(OTHER, "other")

typedef enum jilu_side {
#define JILU_SIDE_ID(id, name) JILU_SIDE_##id,
  JILU_SIDES(JILU_SIDE_ID)
#undef JILU_SIDE_ID
  JILU_SIDE_COUNT
} jilu_side;

/* The sides of a person, still more coarsely. */
#define JILU_BORDERS(X) \
  X(MARK, "mark") X(LIST, "list") X(TITLE, "title") X(ACT, "act") \
  X(OTHER, "other")

typedef enum jilu_border {
#define JILU_BORDER_ID(id, name) JILU_BORDER_##id,
  JILU_BORDERS(JILU_BORDER_ID)
#undef JILU_BORDER_ID
  JILU_BORDER_COUNT
} jilu_border;

/*
** Behind the single ones: of each kind, what is to the left and to the right;
** how an organisation ends, and what it begins with; pairs of the borders of a
** person.
*/
#define JILU_F_SIDES    JILU_FEATURE_SINGLE
#define JILU_F_END      (JILU_F_SIDES + 6 * JILU_SIDE_COUNT)
#define JILU_F_BEGIN    (JILU_F_END + JILU_END_COUNT)
#define JILU_F_BORDERS  (JILU_F_BEGIN + JILU_ROLE_COUNT)
#define JILU_FEATURE_COUNT \
  (JILU_F_BORDERS + JILU_BORDER_COUNT * JILU_BORDER_COUNT)

/*
** The text is judged twice: what the first judgement takes is evidence for the
** second. The weights of the first lie behind those of the second.
*/
#define JILU_WEIGHT_COUNT (2 * JILU_FEATURE_COUNT)

#define JILU_CANDIDATE_FEATURES 64   /* of one candidate, at most */

typedef struct jilu_feature_list {
  uint16_t ids[JILU_CANDIDATE_FEATURES];
  int count;
} jilu_feature_list;

/* Appends the features of a candidate that the section has no part in. */
void jilu_judge_local (const jilu_judge *j, const jilu_candidate *c,
                       jilu_feature_list *out);
/* And those that it has, once it is remembered. */
void jilu_judge_remembered (const jilu_judge *j, const jilu_candidate *c,
                            jilu_feature_list *out);

/* Name of a feature, written into 'out' of 64 bytes. */
void jilu_feature_name (unsigned id, char *out);

/*
** Begins to judge the names of the scan, which are sorted: those not chosen
** are dropped, those found are added. NULL: without weights or lexicon nothing
** changes; or there is no memory, as the scan's status says.
** The watch of the scan sees each candidate with its features.
*/
jilu_judge *jilu_judge_begin (jilu_scan *s);

/* Judges one section more, of some 48 KB; false: that was the last. */
bool jilu_judge_step (jilu_judge *j);

/* Gives the scan its names, and frees the judge, wherever it stands. */
void jilu_judge_end (jilu_judge *j);

typedef struct jilu_judge_watch {
  void (*see) (void *data, const jilu_candidate *c,
               const jilu_feature_list *features);
  void *data;
  bool first;                /* it sees the first judgement, not the second */
} jilu_judge_watch;

#endif
