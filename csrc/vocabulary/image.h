/*
** A compiled vocabulary as a file: a header, then sections, each aligned to 64
** bytes. All numbers are little-endian, at the same places whatever machine
** wrote them; nothing in it is a pointer, so that states and processes share
** what is mapped. A machine that is big-endian works on a copy.
**
** A file is of use to the program alone whose key it has: the caller's, of
** the data that it was compiled from. The whole file has a sum, and opening it
** compares that and then each number that is used as an index.
*/
#ifndef JILU_VOCABULARY_IMAGE_H
#define JILU_VOCABULARY_IMAGE_H

#include "vocabulary/vocabulary.h"

#define JILU_VOCABULARY_MAGIC   0x7876A689u
/* To be raised where what a section means is no longer what it was. */
#define JILU_VOCABULARY_VERSION 2u

/*
** The image of 'v', for the caller to free(); 'key' has 64 bits of any kind
** that tell what 'v' was compiled from.
*/
jilu_status jilu_vocabulary_save (const jilu_vocabulary *v, uint64_t key,
                                  void **image, size_t *size);

/*
** Opens the file at 'path' if it has 'key'; the caller ends it with
** jilu_vocabulary_free, and the file must not be written to meanwhile (replace
** it by rename). JILU_IO: errno says why; JILU_BAD_VALUE: no such file, of
** another version or with another key, or damaged.
*/
jilu_status jilu_vocabulary_open (const char *path, uint64_t key,
                                  jilu_vocabulary **out);

#endif
