/* Noun phrases by the words of a lexicon; without one nothing changes. */
#ifndef JILU_FACTS_NOUN_WORDS_H
#define JILU_FACTS_NOUN_WORDS_H

#include "facts/fact.h"

/*
** A stop of the lists at [begin, end) that is only part of a word, and no verb:
** 挖掘 of 挖掘机, 地 of 地表水. Where the word ends, 0 where it is none; its
** start for whoever goes back, (size_t)-1 where it is none. The word lies
** between 'floor' and 'ceiling': one that holds the unit of the amount (人参 of
** 人|参训) is none.
*/
size_t jilu_noun_over_stop (const jilu_reader *r, size_t floor, size_t begin,
                            size_t end);
size_t jilu_noun_into_stop (const jilu_reader *r, size_t begin, size_t end,
                            size_t ceiling);

/*
** The phrase up to the first word that none goes past: 医生 of 医生驰援灾区.
** 'subject': the clause has no verb before it.
*/
jilu_span jilu_noun_cut (const jilu_reader *r, jilu_span span, bool subject);

/* Does what stands before 的 have a verb or end as a predicate: 作风扎实? */
bool jilu_noun_reads_as_clause (const jilu_reader *r, jilu_span span);

/*
** A phrase that begins inside a word: without the rest of a verb (送餐: nothing,
** 到位金额: 金额), with all of another word.
*/
jilu_span jilu_noun_uncut (const jilu_reader *r, jilu_span span);

/*
** The phrase before a count, or a sum of money, without the verb that takes it:
** 清运|垃圾3吨.
*/
jilu_span jilu_noun_behind_verb (const jilu_reader *r, jilu_span span,
                                 bool money);

/* A phrase at 'at' that a verb begins: 返乡农民工; empty where none does. */
jilu_span jilu_noun_with_verb (const jilu_reader *r, size_t at);

#endif
