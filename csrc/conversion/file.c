/*
** The file of a conversion: compiling and opening it. All numbers are
** little-endian; sections begin at multiples of 8 bytes.
*/

#include "conversion/conversion.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

#define MAGIC 0x766E636Au    /* "jcnv" */
#define VERSION 2u

/* Where one dictionary lies in the file. */
typedef struct section {
  uint32_t trie, trie_size;
  uint32_t ends, count;      /* count + 1 numbers */
  uint32_t text, text_size;
  uint32_t starts;           /* JILU_STARTS_SIZE bytes */
} section;

typedef struct header {
  uint32_t magic, version;
  uint32_t file_size, dictionaries;
  uint32_t notes, notes_size;
  section section[JILU_DICTIONARY_COUNT];
} header;

/* Turns 32-bit numbers from the order of the file to this machine's, or back. */
static void turn (void *numbers, size_t bytes) {
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  unsigned char *s = numbers, *end = s + bytes;
  for (; s < end; s += 4) {
    unsigned char a = s[0], b = s[1];
    s[0] = s[3];
    s[1] = s[2];
    s[2] = b;
    s[3] = a;
  }
#else
  (void)numbers;
  (void)bytes;
#endif
}

static bool swapped (void) {
  const uint16_t one = 1;
  return *(const unsigned char *)&one == 0;
}

/* --- compiling ------------------------------------------------------------ */

typedef struct writer {
  unsigned char *bytes;
  size_t size, room;
  jilu_status status;
} writer;

/* Appends, at the next multiple of 8; returns where. */
static uint32_t put (writer *w, const void *bytes, size_t size) {
  size_t at = (w->size + 7) & ~(size_t)7, need = at + size;
  if (w->status != JILU_OK) return 0;
  if (need > UINT32_MAX / 2) {
    w->status = JILU_TOO_LARGE;
    return 0;
  }
  if (need > w->room) {
    size_t room = need + need / 2;
    void *grown = realloc(w->bytes, room);
    if (grown == NULL) {
      w->status = JILU_NO_MEMORY;
      return 0;
    }
    w->bytes = grown;
    w->room = room;
  }
  memset(w->bytes + w->size, 0, at - w->size);
  if (size > 0) memcpy(w->bytes + at, bytes, size);
  w->size = need;
  return (uint32_t)at;
}

/* The texts of a dictionary's keys, and where each ends. */
static void put_texts (writer *w, const jilu_conversion_entry *entries,
                       size_t count, section *s) {
  uint32_t *ends = malloc((count + 1) * sizeof *ends);
  size_t size = 0, k;
  char *text;
  if (ends == NULL) {
    w->status = JILU_NO_MEMORY;
    return;
  }
  ends[0] = 0;
  for (k = 0; k < count; k++) {
    size += entries[k].value_size;
    ends[k + 1] = (uint32_t)size;
  }
  text = size < UINT32_MAX / 2 ? malloc(size + 1) : NULL;
  if (text == NULL) w->status = JILU_NO_MEMORY;
  else {
    for (k = 0; k < count; k++)
      if (entries[k].value_size > 0)
        memcpy(text + ends[k], entries[k].value, entries[k].value_size);
    turn(ends, (count + 1) * sizeof *ends);
    s->count = (uint32_t)count;
    s->ends = put(w, ends, (count + 1) * sizeof *ends);
    s->text_size = (uint32_t)size;
    s->text = put(w, text, size);
  }
  free(text);
  free(ends);
}

/* The characters that keys begin with. */
static void put_starts (writer *w, const jilu_conversion_entry *entries,
                        size_t count, section *s) {
  unsigned char *starts = calloc(JILU_STARTS_SIZE, 1);
  size_t k;
  if (starts == NULL) {
    w->status = JILU_NO_MEMORY;
    return;
  }
  for (k = 0; k < count; k++) {
    unsigned width;
    uint32_t c = jilu_utf8_next((const unsigned char *)entries[k].key, &width);
    if (c <= 0xFFFF) starts[c >> 3] |= (unsigned char)(1u << (c & 7));
  }
  s->starts = put(w, starts, JILU_STARTS_SIZE);
  free(starts);
}

static void put_dictionary (writer *w, const jilu_conversion_entry *entries,
                            size_t count, section *s, size_t *bad) {
  jilu_trie_key *keys = malloc(count * sizeof *keys);
  void *image = NULL;
  size_t size, k;
  if (keys == NULL) {
    w->status = JILU_NO_MEMORY;
    return;
  }
  for (k = 0; k < count; k++) {
    keys[k].utf8 = entries[k].key;
    keys[k].size = entries[k].key_size;
    keys[k].value = (uint32_t)k + 1;
    if (jilu_validate(entries[k].value, entries[k].value_size) !=
        entries[k].value_size) {
      *bad = k;
      w->status = JILU_BAD_VALUE;
    }
  }
  if (w->status == JILU_OK)
    w->status = jilu_trie_build(keys, count, &image, &size, bad);
  free(keys);
  if (w->status == JILU_OK) {
    if (swapped()) jilu_trie_turn(image, size, false);
    s->trie_size = (uint32_t)size;
    s->trie = put(w, image, size);
    put_texts(w, entries, count, s);
    put_starts(w, entries, count, s);
  }
  free(image);
}

jilu_status jilu_conversion_compile (const jilu_conversion_entry *entries,
                                     size_t count, const char *notes,
                                     size_t notes_size, void **image,
                                     size_t *size, size_t *bad) {
  writer w = {NULL, 0, 0, JILU_OK};
  header h;
  size_t begin = 0;
  memset(&h, 0, sizeof h);
  h.magic = MAGIC;
  h.version = VERSION;
  h.dictionaries = JILU_DICTIONARY_COUNT;
  (void)put(&w, &h, sizeof h);
  h.notes = put(&w, notes, notes_size);
  h.notes_size = (uint32_t)notes_size;
  while (begin < count && w.status == JILU_OK) {
    unsigned id = entries[begin].dictionary;
    size_t end = begin, wrong = 0;
    while (end < count && entries[end].dictionary == id) end++;
    if (id >= JILU_DICTIONARY_COUNT || h.section[id].count != 0)
      w.status = JILU_BAD_VALUE;
    else put_dictionary(&w, entries + begin, end - begin, &h.section[id],
                        &wrong);
    if (w.status == JILU_BAD_VALUE && bad != NULL) *bad = begin + wrong;
    begin = end;
  }
  if (w.status != JILU_OK) {
    free(w.bytes);
    return w.status;
  }
  h.file_size = (uint32_t)w.size;
  turn(&h, sizeof h);
  memcpy(w.bytes, &h, sizeof h);
  *image = w.bytes;
  *size = w.size;
  return JILU_OK;
}

/* --- opening -------------------------------------------------------------- */

static bool inside (uint32_t at, uint64_t size, uint64_t file_size) {
  return at % 8 == 0 && at <= file_size && size <= file_size - at;
}

static bool sections_fit (const header *h, uint64_t size) {
  int k;
  if (!inside(h->notes, h->notes_size, size)) return false;
  for (k = 0; k < JILU_DICTIONARY_COUNT; k++) {
    const section *s = &h->section[k];
    if (s->count == 0) continue;
    if (!inside(s->trie, s->trie_size, size) ||
        !inside(s->ends, ((uint64_t)s->count + 1) * 4, size) ||
        !inside(s->text, s->text_size, size) ||
        !inside(s->starts, JILU_STARTS_SIZE, size)) return false;
  }
  return true;
}

/* The image as this machine reads it: the file's bytes, or a copy. */
static const char *image_of (jilu_conversion *c, const header *h) {
  char *copy;
  int k;
  if (!swapped()) return c->file.bytes;
  c->turned = copy = malloc(c->file.size);
  if (copy == NULL) return NULL;
  memcpy(copy, c->file.bytes, c->file.size);
  for (k = 0; k < JILU_DICTIONARY_COUNT; k++) {
    const section *s = &h->section[k];
    if (s->count == 0) continue;
    jilu_trie_turn(copy + s->trie, s->trie_size, true);
    turn(copy + s->ends, ((size_t)s->count + 1) * 4);
  }
  return copy;
}

/* Are the texts whole characters, one behind the other? */
static bool texts_sound (const jilu_dictionary *d, uint32_t size) {
  uint32_t k;
  if (d->ends[0] != 0 || d->ends[d->count] != size) return false;
  for (k = 0; k < d->count; k++)
    if (d->ends[k] > d->ends[k + 1] ||
        (d->ends[k] < size && ((unsigned char)d->text[d->ends[k]] & 0xC0) ==
                                0x80)) return false;
  return jilu_validate(d->text, size) == size;
}

static bool open_dictionary (jilu_dictionary *d, const char *image,
                             const section *s) {
  int k;
  if (s->count == 0) return true;
  if (jilu_trie_open(image + s->trie, s->trie_size, &d->trie, NULL) !=
      JILU_OK) return false;
  d->ends = (const uint32_t *)(const void *)(image + s->ends);
  d->text = image + s->text;
  d->count = s->count;
  d->starts = (const unsigned char *)image + s->starts;
  for (k = 0; k < 0x80 / 8; k++)
    if (d->starts[k] != 0) d->ascii = true;
  return texts_sound(d, s->text_size);
}

static jilu_status open_image (jilu_conversion *c) {
  header h;
  const char *image;
  int k;
  if (c->file.size < sizeof h) return JILU_BAD_VALUE;
  memcpy(&h, c->file.bytes, sizeof h);
  turn(&h, sizeof h);
  if (h.magic != MAGIC || h.version != VERSION ||
      h.dictionaries != JILU_DICTIONARY_COUNT || h.file_size != c->file.size ||
      !sections_fit(&h, c->file.size)) return JILU_BAD_VALUE;
  image = image_of(c, &h);
  if (image == NULL) return JILU_NO_MEMORY;
  for (k = 0; k < JILU_DICTIONARY_COUNT; k++)
    if (!open_dictionary(&c->dictionary[k], image, &h.section[k]))
      return JILU_BAD_VALUE;
  c->notes = image + h.notes;
  c->notes_size = h.notes_size;
  return JILU_OK;
}

jilu_status jilu_conversion_open (const char *path, jilu_conversion **out) {
  jilu_conversion *c = calloc(1, sizeof *c);
  jilu_status status;
  *out = NULL;
  if (c == NULL) return JILU_NO_MEMORY;
  status = jilu_image_file_open(path, &c->file);
  if (status != JILU_OK) {
    free(c);
    return status;
  }
  status = open_image(c);
  if (status == JILU_OK) *out = c;
  else jilu_conversion_close(c);
  return status;
}

void jilu_conversion_close (jilu_conversion *c) {
  if (c == NULL) return;
  jilu_image_file_close(&c->file);
  free(c->turned);
  free(c);
}

const char *jilu_conversion_notes (const jilu_conversion *c, size_t *size) {
  *size = c->notes_size;
  return c->notes;
}
