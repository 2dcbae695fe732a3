/* The bytes of a compiled lexicon: read into memory, in the host's order. */
#ifndef JILU_LEXICON_IMAGE_FILE_H
#define JILU_LEXICON_IMAGE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "jilu.h"

/* A file as it is; mapped where the system maps files, else a copy. */
typedef struct jilu_image_file {
  void *bytes;
  size_t size;
  bool mapped;
} jilu_image_file;

/* JILU_IO leaves errno; JILU_BAD_VALUE: no file, or an empty one. */
jilu_status jilu_image_file_open (const char *path, jilu_image_file *out);
void jilu_image_file_close (jilu_image_file *file);

/*
** An image as this machine reads it. The file's own bytes on a machine that is
** little-endian, and '*copy' is NULL; elsewhere a copy for the caller to
** free(). NULL: no memory, or a header that does not fit the size.
*/
const void *jilu_image_from_file (const void *bytes, size_t size, void **copy);

/*
** Turns the numbers of a trie's image round, from the order of a file to this
** machine's where that is another, or to it.
*/
void jilu_trie_turn (void *image, size_t size, bool from_file);

/* Changes an image made by this machine, in place, to the file's order. */
void jilu_image_to_file (void *image, size_t size);

/* Writes the sums of an image that is in the file's order. */
void jilu_image_sign (void *image, size_t size);

/* Has the header, in the file's order, the sum that it says? */
bool jilu_image_signed (const void *image);

#endif
