/* What stands in marks: 《works》 and “quotations”. */
#ifndef JILU_FACTS_MARK_H
#define JILU_FACTS_MARK_H

#include "facts/fact.h"

/*
** Appends every work and quotation of the text of the scan, the outermost of
** each kind. A pair never crosses a line break; a mark without its partner is
** passed over. Linear in the text.
*/
void jilu_marks_read (jilu_scan *s);

#endif
