/*
** What is written in digits and letters to be looked up, not to count: web and
** mail addresses, telephone numbers, numbers of documents and licences.
*/
#ifndef JILU_FACTS_IDENTIFIER_H
#define JILU_FACTS_IDENTIFIER_H

#include "facts/fact.h"

/*
** Appends the identifier that shows at 'at', a letter, a digit or an opening
** bracket; it may have begun before: 国发〔2022〕43号 shows at its bracket. Returns
** its end, or 0.
*/
size_t jilu_identifier_read (jilu_scan *s, size_t at);

#endif
