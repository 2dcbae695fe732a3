/*
** Numeral phrases: what a document calls by a number (“三会一课”, “三项机制”,
** “651”). They count nothing, also where they stand without their marks.
*/
#ifndef JILU_FACTS_PHRASE_PHRASE_H
#define JILU_FACTS_PHRASE_PHRASE_H

#include "facts/fact.h"

/* Learns the phrases out of the quotations of the scan. */
void jilu_phrases_define (jilu_scan *s);
void jilu_phrases_free (jilu_scan *s);

/* Appends the phrase that begins at 'at'; returns its end, 0: none does. */
size_t jilu_phrase_read (jilu_scan *s, size_t at);

#endif
