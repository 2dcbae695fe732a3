/* Tokens of Latin letters and digits: A4, COVID19, GB2312; and GDP5.2万元. */
#ifndef JILU_FACTS_TOKEN_H
#define JILU_FACTS_TOKEN_H

#include "vocabulary/reader.h"

/*
** Behind the run of ASCII letters, digits and what joins them in a name at
** 'at', or where in it a number of its own begins.
*/
size_t jilu_behind_token (const jilu_reader *r, size_t at);

/*
** Is the digit at 'at' part of a token whose letters stand before it? Not
** where they are a word, and the number has a unit in Chinese: GDP5.2万元.
*/
bool jilu_in_token (const jilu_reader *r, size_t at);

#endif
