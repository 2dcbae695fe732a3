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

/* For each byte the numbers of its bits that are set, lowest first. */
extern const uint8_t jilu_bit_places[256 * 8];

/*
** Scans blocks of plain text with vectors as long as there are any, and
** leaves the rest to others: s->at says how far it came. Appends to 'ends' as
** jilu_scan_scalar does. The processor must have what the name says.
*/
typedef size_t (*jilu_block_scanner) (jilu_segmenter *s,
                                      const jilu_automaton *a,
                                      uint32_t *ends, size_t count,
                                      size_t capacity);

/* The scanner of 'path' that this processor can run, or NULL for none. */
jilu_block_scanner jilu_block_scanner_of (jilu_path path);

#endif
