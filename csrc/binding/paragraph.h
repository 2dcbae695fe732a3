/*
** What the files about clauses share: the grammar, a paragraph that was read
** with it, and the names of the fields that are told of both.
*/
#ifndef JILU_BINDING_PARAGRAPH_H
#define JILU_BINDING_PARAGRAPH_H

#include "binding/gazetteer.h"
#include "clause/clause.h"

#define JILUL_CLAUSES "jilu.Clauses"
#define JILUL_READING "jilu.Reading"

/* Uservalues of a grammar. */
enum {
  JILUL_GRAMMAR_TABLE = 1,  /* what it was made of */
  JILUL_GRAMMAR_MARKS, JILUL_GRAMMAR_WORDS,
  JILUL_GRAMMAR_TEXTS,      /* the strings of the lists of texts */
  JILUL_GRAMMAR_SETS,       /* the classes of words by their numbers */
  JILUL_GRAMMAR_BITS,       /* class --> number, from 0 */
  JILUL_GRAMMAR_TOLD,       /* the names of told classes by their numbers */
  JILUL_GRAMMAR_VALUES = JILUL_GRAMMAR_TOLD
};

typedef struct jiluL_grammar {
  jilu_clause_grammar is;
  jiluL_closable *kept;   /* the gazetteer */
  jilu_word_set told;   /* classes that a clause tells of its words */
} jiluL_grammar;

/* Uservalues of a reading. */
enum {
  JILUL_READING_GRAMMAR = 1,
  JILUL_READING_TEXT,
  JILUL_READING_BODIES,     /* the list of them */
  JILUL_READING_SETS, JILUL_READING_TOLD, JILUL_READING_BITS,  /* see above */
  JILUL_READING_VALUES = JILUL_READING_BITS
};

typedef struct jiluL_reading {
  jiluL_closable use;
  jilu_paragraph is;
  jilu_word_set told;
  lua_Integer first[JILU_SPAN_KINDS];  /* index of the first fact of a kind */
  bool open;
} jiluL_reading;

/*
** The fields of sentences, clauses and facts, and the strings that are their
** values: upvalues of the functions that tell them, so that none is made anew
** for each.
*/
#define JILUL_NAMES(NAME) \
  NAME(FOLDED_FIRST, "folded_first") NAME(FOLDED_LAST, "folded_last") \
  NAME(INDEX, "index") NAME(NAMED, "named") NAME(ITEM, "item") \
  NAME(Q1, "q1") NAME(Q2, "q2") NAME(T1, "t1") NAME(T2, "t2") \
  NAME(NUMBER, "number") NAME(I, "i") NAME(J, "j") NAME(STOP, "stop") \
  NAME(KIND, "kind") NAME(QUANTITIES, "quantities") NAME(VERB, "verb") \
  NAME(DOER, "doer") NAME(AGENT, "agent") NAME(FACT, "fact") \
  NAME(COLON, "colon") NAME(BEHIND, "behind") NAME(CHANGE, "change") \
  NAME(OUTCOME, "outcome") NAME(SEGMENT, ";") NAME(CLAUSE, ",") \
  NAME(DEED, "deed") NAME(RESULT, "result") \
  NAME(CIRCUMSTANCE, "circumstance") NAME(BODY, "body") \
  NAME(PERSON, "person") NAME(OURS, "ours") NAME(SAME, "same")

typedef enum jiluL_name {
  JILUL_NONE,
#define JILUL_NAME(name, text) JILUL_KEY_##name,
  JILUL_NAMES(JILUL_NAME)
#undef JILUL_NAME
  JILUL_KEY_END
} jiluL_name;

/* Pushes the names; returns how many they are. */
int jiluL_pushnames (lua_State *L);

/* Pushes a name: an upvalue of the function that runs. */
static inline void jiluL_pushname (lua_State *L, jiluL_name key) {
  lua_pushvalue(L, lua_upvalueindex((int)key));
}

/* Sets a field of the table on top of the stack. */
static inline void jiluL_setinteger (lua_State *L, jiluL_name key,
                                     lua_Integer value) {
  jiluL_pushname(L, key);
  lua_pushinteger(L, value);
  lua_rawset(L, -3);
}

static inline void jiluL_settrue (lua_State *L, jiluL_name key) {
  jiluL_pushname(L, key);
  lua_pushboolean(L, 1);
  lua_rawset(L, -3);
}

static inline void jiluL_setname (lua_State *L, jiluL_name key,
                                  jiluL_name value) {
  jiluL_pushname(L, key);
  jiluL_pushname(L, value);
  lua_rawset(L, -3);
}

/* Do quantities or times stand in a sentence or a clause? */
static inline bool jiluL_hasfacts (const jilu_range *f) {
  return f[JILU_SPAN_QUANTITY].begin < f[JILU_SPAN_QUANTITY].end ||
         f[JILU_SPAN_TIME].begin < f[JILU_SPAN_TIME].end;
}

/* Sets which do. */
void jiluL_setfacts (lua_State *L, const jiluL_reading *r,
                     const jilu_range *facts);

/* clauses:read and reading:clauses, whose upvalues are the names. */
int jiluL_readclauses (lua_State *L);
int jiluL_tellclauses (lua_State *L);

/* The other methods of a reading. */
extern const luaL_Reg jiluL_questions[];

int jiluL_closereading (lua_State *L);

/* The reading at 1; an error where it is closed. */
jiluL_reading *jiluL_checkreading (lua_State *L);

#endif
