/* Mapping or reading the file of a lexicon. */

#define _POSIX_C_SOURCE 200809L

#include "lexicon/image_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* JILU_NO_MMAP builds as for a system without it; a test does. */
#ifndef JILU_NO_MMAP
#include <sys/mman.h>
#endif

#ifdef JILU_NO_MMAP
static bool map (int file, jilu_image_file *out) {
  (void)file;
  (void)out;
  return false;
}
static void unmap (jilu_image_file *file) { (void)file; }
#else
static bool map (int file, jilu_image_file *out) {
  out->bytes = mmap(NULL, out->size, PROT_READ, MAP_SHARED, file, 0);
  return out->mapped = out->bytes != MAP_FAILED;
}
static void unmap (jilu_image_file *file) { munmap(file->bytes, file->size); }
#endif

/* Some file systems can't map. */
static jilu_status read_whole (int file, jilu_image_file *out) {
  size_t got = 0;
  unsigned char *bytes = malloc(out->size);
  if (bytes == NULL) return JILU_NO_MEMORY;
  while (got < out->size) {
    ssize_t n = read(file, bytes + got, out->size - got);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      int code = n < 0 ? errno : EIO;
      free(bytes);
      errno = code;
      return JILU_IO;
    }
    got += (size_t)n;
  }
  out->bytes = bytes;
  return JILU_OK;
}

jilu_status jilu_image_file_open (const char *path, jilu_image_file *out) {
  struct stat info;
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);  /* no pipe */
  jilu_status status = JILU_OK;
  if (file < 0) return JILU_IO;
  out->mapped = false;
  if (fstat(file, &info) != 0) status = JILU_IO;
  else if (!S_ISREG(info.st_mode) || info.st_size <= 0 ||
           (uintmax_t)info.st_size > SIZE_MAX) status = JILU_BAD_VALUE;
  if (status == JILU_OK) {
    out->size = (size_t)info.st_size;
    if (!map(file, out)) status = read_whole(file, out);
  }
  if (status == JILU_IO) {
    int code = errno;
    close(file);
    errno = code;
  }
  else close(file);
  return status;
}

void jilu_image_file_close (jilu_image_file *file) {
  if (file->mapped) unmap(file);
  else free(file->bytes);
  file->bytes = NULL;
  file->mapped = false;
}
