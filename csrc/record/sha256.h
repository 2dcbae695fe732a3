/* The fingerprint that a document record gives of its input. */
#ifndef JILU_RECORD_SHA256_H
#define JILU_RECORD_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
** SHA-256 (FIPS 180-4) of 'size' bytes; 'bytes' may be NULL if 'size' is 0.
** The processor's own instructions are used where it has them, unless
** 'portable' is true.
*/
void jilu_sha256 (const char *bytes, size_t size, bool portable,
                  unsigned char digest[32]);

#endif
