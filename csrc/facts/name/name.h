/*
** Names: organisations, places, persons. The text is cut into runs of tokens
** that a name may be made of; a run ends at punctuation, numbers, spaces and
** the words that no name goes past (verbs, prepositions, titles). Within a run
** an organisation is [head] [places | level] stem suffix [stem suffix ...]:
**
**   中共 湖南省长沙市 | 委 | 宣传部        head, places, two suffixes
**   县 | 诚信律师 | 事务所 | 支部          level, stem, two suffixes
**
** A place is a chain of names with their levels, a person's name a surname and
** one or two characters beside a title or in a byline.
*/
#ifndef JILU_FACTS_NAME_NAME_H
#define JILU_FACTS_NAME_NAME_H

#include "facts/fact.h"
#include "vocabulary/particle.h"

/* Value of a BODY_SUFFIX: what it needs before it. */
typedef enum jilu_body {
  JILU_BODY_WEAK = 1,   /* a place, a level or another body: 党支部 中心 */
  JILU_BODY_OFFICE,     /* those, or a function alone: 局 工委 */
  JILU_BODY_NAMED,      /* those, or a name of its own: 公司 学校 */
  JILU_BODY_PART        /* another body: 政工科 分公司 */
} jilu_body;

/* Value of a PLACE. */
typedef enum jilu_place_word {
  JILU_PLACE_WITH_LEVEL,    /* too much like other words to stand alone */
  JILU_PLACE_PROVINCE,
  JILU_PLACE_CITY,
  JILU_PLACE_OTHER
} jilu_place_word;          /* flag f: its level is in it, or it needs none */

/* Value of a TITLE. */
typedef enum jilu_title {
  JILU_TITLE_OFFICE,        /* a name before it or behind it: 局长 */
  JILU_TITLE_ADDRESS,       /* also behind a surname alone: 书记 教授 */
  JILU_TITLE_ROLE,          /* a name behind it, then a verb of speech: 村民 */
  JILU_TITLE_BEHIND         /* only behind a name: 同志 */
} jilu_title;

/* Value of a LIST_HEAD: what 甲、乙等 says that they are. */
typedef enum jilu_list_head {
  JILU_LIST_BODIES = 1, JILU_LIST_MEDIA, JILU_LIST_PLACES
} jilu_list_head;

typedef struct jilu_name_token {
  uint32_t begin, end;
  const jilu_word *word;    /* NULL: a character that no word begins with */
} jilu_name_token;

#define JILU_RUN_TOKENS 48  /* a longer run is cut */

typedef struct jilu_run {
  jilu_scan *s;
  jilu_name_token tokens[JILU_RUN_TOKENS];
  int count;
  unsigned holds;           /* of JILU_HOLDS_* */
  bool counted;             /* behind a number and its unit: 3家 */
  uint32_t left;            /* the character before it; 0: none, or a word */
  jilu_span quote;          /* a short quotation that holds the run */
} jilu_run;

/* The word's sense in one of 'classes'; NULL: it has none, or is no word. */
static inline const jilu_sense *jilu_word_sense (const jilu_vocabulary *v,
                                                 const jilu_word *w,
                                                 jilu_classes classes) {
  if (w == NULL || (w->classes & classes) == 0) return NULL;
  return jilu_sense_in(v, w, classes);
}

/* The token's sense in one of 'classes'; NULL: it has none, or 'i' is out. */
static inline const jilu_sense *jilu_token_sense (const jilu_run *run, int i,
                                                  jilu_classes classes) {
  if (i < 0 || i >= run->count) return NULL;
  return jilu_word_sense(run->s->r.vocabulary, run->tokens[i].word, classes);
}

/* Is token 'i' a character of its own, and there? */
static inline bool jilu_token_plain (const jilu_run *run, int i) {
  return i >= 0 && i < run->count && run->tokens[i].word == NULL;
}

/*
** About how many code points the tokens [i, k) have: nearly all are Han
** characters, of three bytes.
*/
static inline int jilu_token_length (const jilu_run *run, int i, int k) {
  if (i >= k) return 0;
  return (int)(run->tokens[k - 1].end - run->tokens[i].begin + 2) / 3;
}

/*
** Appends the tokens [i, k) as a name, unless they are part of a short
** quotation that says more. NULL where it was not appended. What the user
** knows as a name is one anywhere.
*/
jilu_fact *jilu_name_add (const jilu_run *run, jilu_fact_kind kind, int i,
                          int k, jilu_rule rule);

/*
** The places that begin at token 'i', as one chain of falling rank. Returns
** the token behind it, 0 if there is none.
*/
int jilu_places_end (const jilu_run *run, int i);

/* The same, or a facility (玉泉广场); appends it. 0 if there is none. */
int jilu_place_read (const jilu_run *run, int i);

/* A word that is neither place nor level begins no place; most are such. */
static inline bool jilu_may_begin_place (const jilu_run *run, int i) {
  const jilu_word *word;
  if (i >= run->count) return false;
  word = run->tokens[i].word;
  return word == NULL || (word->classes & (JILU_CLASS_BIT(PLACE) |
                                           JILU_CLASS_BIT(LEVEL)));
}

/* Fills unit and level of a name whose places end before token 'end'. */
void jilu_place_unit (const jilu_run *run, int begin, int end, jilu_name *name);

/* Appends the organisation that begins at token 'i'; its end, or 0. */
int jilu_organization_read (const jilu_run *run, int i);

/*
** Appends the persons named beside a title or a byline word at [begin, end).
** The value of a BYLINE says where they stand: 1 behind it, -1 before it, -2
** right before it, 2 on either side; 3 tells no person, but a source.
*/
void jilu_persons_at_title (jilu_scan *s, size_t begin, size_t end,
                            const jilu_sense *title);
/* At 等, which stands at [begin, end), before a number of persons. */
void jilu_persons_at_list (jilu_scan *s, size_t begin, size_t end);

/*
** Says that token 'i' is the name that a sense of the user's knows, and what
** its full form is.
*/
static inline void jilu_name_mark (jilu_fact *f, const jilu_sense *sense,
                                   jilu_rule rule) {
  f->rule = rule;
  f->is.name.formal = *sense->text != '\0' ? sense->text : NULL;
}

/* Appends the person that the vocabulary names at token 'i'; its end, or 0. */
int jilu_person_read (const jilu_run *run, int i);

/* Appends a run that may be a person, to be confirmed; its end, or 0. */
int jilu_person_guess (const jilu_run *run);

void jilu_persons_at_byline (jilu_scan *s, size_t begin, size_t end,
                             const jilu_sense *byline);

/* A run of a list (甲、乙、丙等企业), once the grammars have read it. */
typedef struct jilu_list_item {
  jilu_span span;
  int length;          /* code points */
  int plain;           /* characters that are no words */
  bool whole;          /* it is an organisation as a whole */
  bool partly;         /* there is a name in it */
  bool trade;          /* it ends with a trade: 领新能源 */
  bool business;       /* and at least two characters are before: 威达汽车 */
  bool office;         /* functions and a suffix: 政务服务中心 */
} jilu_list_item;

#define JILU_LIST_ITEMS 24

typedef struct jilu_list {
  jilu_list_item items[JILU_LIST_ITEMS];
  int count;
} jilu_list;

/*
** Takes up a run that is not empty and not of a quotation, and ends the list
** where it does not go on with it; 'facts' were there before the run was read.
** An office in a list of bodies is one of them.
*/
void jilu_list_take (jilu_list *list, const jilu_run *run, size_t facts);

/* No list begins with a run, but before 、 and 等. */
static inline bool jilu_list_begins (const jilu_run *run) {
  const jilu_reader *r = &run->s->r;
  size_t end = run->tokens[run->count - 1].end;
  return jilu_is_comma_at(r, end) ||
         jilu_particle_at(r, end) == JILU_AND_OTHERS;
}

/* The same of any run that is not empty; most are of no list. */
static inline void jilu_list_note (jilu_list *list, const jilu_run *run,
                                   size_t facts) {
  if (run->quote.end != 0) return;
  if (run->left != 0x3001) list->count = 0;
  if (list->count > 0 || jilu_list_begins(run))
    jilu_list_take(list, run, facts);
}

/* At 等, which stands at [begin, end): names what the list names. */
void jilu_list_end (jilu_list *list, jilu_scan *s, size_t begin, size_t end);

/*
** Sorts the names of the scan, gives short forms their full forms, and drops
** tentative names that nothing confirms. Linear in the names.
*/
void jilu_names_resolve (jilu_scan *s);

/* The names of a text while it is read. */
typedef struct jilu_names {
  const jilu_scan *text;
  jilu_facts facts;      /* the names so far */
  jilu_scan scan;        /* that of the text, but for its facts */
  size_t at;             /* what is before is read */
  jilu_run run;
  jilu_list list;
  size_t source;         /* end of the last word such as 来源 */
  size_t next_mark;      /* index among the marks */
  size_t marks;          /* facts of the text that are works and quotations */
  struct jilu_judge *judge;   /* NULL: not yet, or none is needed */
} jilu_names;

/*
** Begins to read the names of the text of 's', whose facts are its works and
** quotations, sorted by place; they stay the first of its facts meanwhile.
*/
void jilu_names_begin (jilu_names *names, const jilu_scan *s);

/*
** Reads on, at least up to 'end' or the end of the text: grammars that take
** turns with this one find what it looked up there.
*/
void jilu_names_read (jilu_names *names, size_t end);

/* The text has been read: what the names are to each other, and who judges them. */
void jilu_names_resolve_read (jilu_names *names);

/* Judges a part of the text; false: nothing is left to judge. */
bool jilu_names_judge (jilu_names *names);

/*
** Merges all names into 'out', which is sorted. Call it whatever happened: it
** frees them.
*/
jilu_status jilu_names_end (jilu_names *names, jilu_facts *out);

#endif
