/* Opening, checking and closing a compiled lexicon. */

#include "lexicon/lexicon.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"
#include "view/fold.h"

/* --- checking ------------------------------------------------------------ */

static int header_ok (const jilu_lexicon_header *h, size_t size) {
  int i;
  if (h->magic != JILU_LEXICON_MAGIC ||
      h->version != JILU_LEXICON_VERSION || h->file_size != size) return 0;
  for (i = 0; i < JILU_SECTION_COUNT; i++)
    if (h->offset[i] < sizeof *h || h->offset[i] % JILU_LEXICON_ALIGN != 0 ||
        h->offset[i] > size || h->size[i] > size - h->offset[i]) return 0;
  return 1;
}

/* Do the sizes of the sections agree with what the header says is in them? */
static int sections_ok (const jilu_lexicon_header *h) {
  const uint32_t *size = h->size;
  return h->word_count > JILU_LEXICON_CLASSES &&
         h->word_count <= JILU_LEXICON_WORDS &&
         size[JILU_SECTION_WORDS] == 4 * h->word_count &&
         size[JILU_SECTION_FOLLOW] == 1u << JILU_FOLLOW_BITS >> 3 &&
         size[JILU_SECTION_PAGES] == 2 * (0x110000u >> 6) &&
         size[JILU_SECTION_CHARACTERS] % 256 == 0 &&
         size[JILU_SECTION_TAGS] % (JILU_LEXICON_TAG_MAX + 1) == 0 &&
         h->bit_shift > 32 && h->bit_shift <= 58 &&
         size[JILU_SECTION_PAIR_BITS] == 1u << (64 - h->bit_shift) >> 3 &&
         h->pair_shift > 34 && h->pair_shift < 64 &&
         size[JILU_SECTION_PAIRS] == 4u << (64 - h->pair_shift) &&
         h->step_cost <= JILU_LEXICON_COST_MAX && h->total > 0;
}

static const void *section (const void *image, const jilu_lexicon_header *h,
                            jilu_lexicon_section which) {
  return (const char *)image + h->offset[which];
}

/* A cell has no bits that a chunk sets for itself. */
static int cell_ok (uint32_t cell) {
  return (cell & ~JILU_CHAR_BITS) == 0 &&
         jilu_char_kind_of(cell) <= JILU_CHAR_MARK;
}

/* Every code point has a page, every page its block, every code its unit. */
static int characters_ok (const jilu_lexicon *x) {
  uint32_t cells = x->header.size[JILU_SECTION_CHARACTERS] / 4, i;
  uint32_t largest = 0, han = JILU_HAN_FIRST >> 6;
  for (i = 0; i < 0x110000u >> 6; i++)
    if (x->pages[i] >= cells / 64) return 0;
  for (i = 1; i < JILU_HAN_COUNT >> 6; i++)
    if (x->pages[han + i] != x->pages[han] + i) return 0;
  for (i = 0; i < cells; i++) {
    if (!cell_ok(x->characters[i])) return 0;
    if (jilu_char_code(x->characters[i]) > largest)
      largest = jilu_char_code(x->characters[i]);
  }
  return largest < x->first_count;
}

static jilu_status read_image (jilu_lexicon *x, const void *image,
                               size_t size) {
  jilu_lexicon_header *h = &x->header;
  memcpy(h, image, sizeof *h);
  if (!header_ok(h, size) || !sections_ok(h)) return JILU_BAD_VALUE;
  x->first = section(image, h, JILU_SECTION_FIRST);
  x->first_count = h->size[JILU_SECTION_FIRST] / (uint32_t)sizeof *x->first;
  x->follow = section(image, h, JILU_SECTION_FOLLOW);
  x->words = section(image, h, JILU_SECTION_WORDS);
  x->pages = section(image, h, JILU_SECTION_PAGES);
  x->characters = section(image, h, JILU_SECTION_CHARACTERS);
  x->tags = section(image, h, JILU_SECTION_TAGS);
  x->tag_count = h->size[JILU_SECTION_TAGS] / (JILU_LEXICON_TAG_MAX + 1);
  x->pairs.bits = section(image, h, JILU_SECTION_PAIR_BITS);
  x->pairs.slots = section(image, h, JILU_SECTION_PAIRS);
  x->pairs.bit_shift = h->bit_shift;
  x->pairs.shift = h->pair_shift;
  x->pairs.mask = (1u << (64 - h->pair_shift)) - 1u;
  if (jilu_trie_open(section(image, h, JILU_SECTION_PARTS),
                     h->size[JILU_SECTION_PARTS], &x->parts, NULL) != JILU_OK)
    return JILU_BAD_VALUE;
  x->names = section(image, h, JILU_SECTION_NAMES);
  x->name_codes = h->size[JILU_SECTION_NAMES] / JILU_NAME_STRIDE;
  if (!characters_ok(x)) return JILU_BAD_VALUE;
  x->han = x->characters + ((size_t)x->pages[JILU_HAN_FIRST >> 6] << 6);
  return jilu_trie_open(section(image, h, JILU_SECTION_TRIE),
                        h->size[JILU_SECTION_TRIE], &x->trie, NULL);
}

/* --- opening ------------------------------------------------------------- */

static void close_image (jilu_lexicon *x) {
  jilu_image_file_close(&x->file);
  free(x->copy);
}

static jilu_status open_image (jilu_lexicon *x) {
  const jilu_image_file *file = &x->file;
  const void *image;
  if (file->size < sizeof x->header || !jilu_image_signed(file->bytes))
    return JILU_BAD_VALUE;
  image = jilu_image_from_file(file->bytes, file->size, &x->copy);
  return image == NULL ? JILU_NO_MEMORY : read_image(x, image, file->size);
}

jilu_status jilu_lexicon_open (const char *path, jilu_lexicon **out) {
  jilu_lexicon *x = calloc(1, sizeof *x);
  jilu_status status;
  *out = NULL;
  if (x == NULL) return JILU_NO_MEMORY;
  status = jilu_image_file_open(path, &x->file);
  if (status == JILU_OK) {
    status = open_image(x);
    if (status != JILU_OK) close_image(x);
  }
  if (status != JILU_OK) {
    int code = errno;
    free(x);
    errno = code;
    return status;
  }
  atomic_init(&x->users, 1);
  *out = x;
  return JILU_OK;
}

static void free_user_words (user_words *u) {
  uint32_t i;
  for (i = 0; i < u->count; i++) free(u->list[i].text);
  free(u->list);
  free(u->image);
}

jilu_lexicon *jilu_lexicon_keep (jilu_lexicon *x) {
  atomic_fetch_add(&x->users, 1);
  return x;
}

void jilu_lexicon_close (jilu_lexicon *x) {
  if (x == NULL || atomic_fetch_sub(&x->users, 1) != 1) return;
  free_user_words(&x->user);
  close_image(x);
  jilu_lexicon_close(x->base);
  free(x);
}

#define LOST UINT32_MAX

static uint32_t follow (const jilu_trie *trie, uint32_t node, uint32_t code) {
  if (node == LOST || code == 0) return LOST;
  node = jilu_trie_step(trie, node, code);
  return node == 0 ? LOST : node;
}

/* --- looking ------------------------------------------------------------- */

const char *jilu_lexicon_notes (const jilu_lexicon *x, size_t *size) {
  const jilu_lexicon *base = x->base != NULL ? x->base : x;
  *size = x->header.size[JILU_SECTION_NOTES];
  return section(base->file.bytes, &x->header, JILU_SECTION_NOTES);
}

bool jilu_lexicon_intact (const jilu_lexicon *x) {
  const jilu_lexicon *base = x->base != NULL ? x->base : x;
  const char *body = (const char *)base->file.bytes + sizeof x->header;
  return jilu_lexicon_sum(body, base->file.size - sizeof x->header) ==
         x->header.body_sum;
}

void jilu_lexicon_sizes (const jilu_lexicon *x, size_t *words, size_t *pairs,
                         size_t *bytes) {
  *words = x->header.word_count - 1 - JILU_LEXICON_CLASSES + x->user.count;
  *pairs = x->header.pair_count;
  *bytes = (size_t)x->header.file_size;
}

/* A tag as a string; one that a damaged file doesn't end is no tag. */
const char *jilu_lexicon_tag (const jilu_lexicon *x, uint32_t tag) {
  const char *s;
  if (tag >= x->tag_count) return "";
  s = x->tags + tag * (JILU_LEXICON_TAG_MAX + 1u);
  return s[JILU_LEXICON_TAG_MAX] == '\0' ? s : "";
}

const char *jilu_lexicon_find (const jilu_lexicon *x, const char *word,
                               size_t size) {
  const unsigned char *s = (const unsigned char *)word;
  uint32_t file = JILU_TRIE_ROOT, user = JILU_TRIE_ROOT;
  size_t i = 0;
  if (x->user.count == 0) user = LOST;
  while (i < size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode(s + i, size - i, &width, &ok);
    file = follow(&x->trie, file, jilu_char_code(jilu_lexicon_char(x, c)));
    if (user != LOST)
      user = follow(&x->user.trie, user,
                    jilu_trie_code(&x->user.trie, jilu_fold(c)));
    i += width;
  }
  if (user != LOST) user = jilu_trie_value(&x->user.trie, user);
  if (user != LOST && user != 0 && user <= x->user.count)
    return x->user.list[user - 1].tag;
  file = file == LOST ? 0 : jilu_trie_value(&x->trie, file);
  if (file == 0) return NULL;
  file = jilu_value_word(file);
  return jilu_lexicon_tag(x, jilu_word_tag(jilu_lexicon_word(x, file)));
}
