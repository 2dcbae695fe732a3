/* The fingerprint that a document record gives of its input. */
#ifndef JILU_RECORD_SHA256_H
#define JILU_RECORD_SHA256_H

#include <stddef.h>
#include <stdint.h>

/* SHA-256 (FIPS 180-4) of 'size' bytes; 'bytes' may be NULL if 'size' is 0. */
void jilu_sha256 (const char *bytes, size_t size, unsigned char digest[32]);

#endif
