/*
** The scanners: one that takes any text code point by code point, and ones
** that answer blocks of plain text with vectors. All give the same breaks.
*/
#ifndef JILU_SEGMENT_SCAN_H
#define JILU_SEGMENT_SCAN_H

#include "jilu.h"
#include "segment/automaton.h"

/*
** Runs the automaton over the code points that begin before 'stop', which is
** at most s->size. Appends breaks to 'ends', which holds 'count' and has room
** for at least two more, and returns the new count. Stops early where the
** room might not do, and, in text that goes on, before a sequence that the
** next chunk may complete.
*/
size_t jilu_scan_scalar (jilu_segmenter *s, const jilu_automaton *a,
                         size_t stop, uint32_t *ends, size_t count,
                         size_t capacity);

#endif
