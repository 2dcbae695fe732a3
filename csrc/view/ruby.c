#include "view/ruby.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

#define MAX_SYLLABLES 8
#define MAX_LETTERS 6
#define TONELESS 12   /* readings without tone marks that are no coincidence */

/* The letter under a tone mark, and whether there was one; 0 for others. 'v'
   stands for u with diaeresis. */
static char plain_letter (uint32_t c, int *toned) {
  if (c >= 'a' && c <= 'z') return (char)c;
  if (c == 0xFC) return 'v';
  if (c == 0x251 || c == 0x261) return c == 0x251 ? 'a' : 'g';
  *toned = 1;
  switch (c) {
    case 0xE0: case 0xE1: case 0x101: case 0x1CE: return 'a';
    case 0xE8: case 0xE9: case 0x113: case 0x11B: return 'e';
    case 0xEC: case 0xED: case 0x12B: case 0x1D0: return 'i';
    case 0xF2: case 0xF3: case 0x14D: case 0x1D2: return 'o';
    case 0xF9: case 0xFA: case 0x16B: case 0x1D4: return 'u';
    case 0x1D6: case 0x1D8: case 0x1DA: case 0x1DC: return 'v';
    case 0x144: case 0x148: case 0x1F9: return 'n';
    case 0x1E3F: return 'm';
    default: return 0;
  }
}

static size_t prefix (const char *s, const char *word) {
  size_t n = 0;
  for (; word[n] != '\0'; n++)
    if (s[n] != word[n]) return 0;
  return n;
}

/* The letters of the initial at 's': zh, ch, sh, or one that is no vowel. */
static size_t initial (const char *s) {
  if (strchr("aeiouv", *s) != NULL) return 0;
  return s[1] == 'h' && (*s == 'z' || *s == 'c' || *s == 's') ? 2 : 1;
}

/* The letters of the longest final at 's'; 0 where there is none. */
static size_t final (const char *s) {
  static const char vowels[] = "aeiouv";
  static const char *const finals[][10] = {
    {"ang", "ai", "ao", "an", "a"},
    {"eng", "ei", "en", "er", "e"},
    {"iang", "iong", "ing", "iao", "ian", "ia", "ie", "iu", "in", "i"},
    {"ong", "ou", "o"},
    {"uang", "ueng", "uai", "uan", "ua", "uo", "ui", "un", "ue", "u"},
    {"van", "ve", "vn", "v"}
  };
  const char *vowel = *s != '\0' ? strchr(vowels, *s) : NULL;
  size_t i, size = 0;
  if (vowel == NULL) return 0;
  for (i = 0; i < 10 && size == 0; i++) {
    const char *one = finals[vowel - vowels][i];
    if (one == NULL) break;
    size = prefix(s, one);
  }
  return size;
}

/* How many syllables 's' is made of, taking the longest each time; 0: none. */
static unsigned syllables (const char *s) {
  unsigned count = 0;
  while (*s != '\0') {
    size_t head = initial(s), tail = final(s + head);
    if (tail == 0) return strcmp(s, "r") == 0 ? count : 0;
    s += head + tail;
    count++;
  }
  return count;
}

static int is_han (uint32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF) || c == 0x3007;
}

/* Start of the code point that ends at 'end'; 'end' itself if none does. */
static size_t before (const unsigned char *s, size_t end) {
  size_t at = end;
  unsigned width;
  int ok;
  while (at > 0 && end - at < 4) {
    at--;
    if ((s[at] & 0xC0) != 0x80) break;
  }
  if (at == end) return end;
  (void)jilu_utf8_decode(s + at, end - at, &width, &ok);
  return ok && width == end - at ? at : end;
}

/* Start of the 'n' Han characters that end at 'end'; 'end' if they are not. */
static size_t characters_before (const unsigned char *s, size_t end,
                                 unsigned n) {
  size_t at = end;
  for (; n > 0; n--) {
    size_t left = before(s, at);
    unsigned width;
    int ok;
    if (left == at) return end;
    if (!is_han(jilu_utf8_decode(s + left, at - left, &width, &ok))) return end;
    at = left;
  }
  return at;
}

/*
** Reads a reading from the opening parenthesis at 'open'; the closing one
** ends at the return value, 0 if this is no reading.
*/
static size_t reading (const unsigned char *s, size_t size, size_t at,
                       uint32_t close, unsigned *count, int *toned) {
  char letters[MAX_SYLLABLES * MAX_LETTERS + 1];
  size_t n = 0;
  *toned = 0;
  while (at < size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode(s + at, size - at, &width, &ok);
    char letter;
    at += width;
    if (c == close) {
      letters[n] = '\0';
      *count = syllables(letters);
      return *count > 0 && *count <= MAX_SYLLABLES ? at : 0;
    }
    if (c == ' ' && n > 0) continue;
    letter = plain_letter(c, toned);
    if (letter == 0 || n + 1 >= sizeof letters) return 0;
    letters[n++] = letter;
  }
  return 0;
}

/* The next full-width parenthesis EF BC 88 at or after 'at', or 'size'. Its
   last byte is looked for: the first is that of every full-width comma. */
static size_t next_wide (const unsigned char *s, size_t size, size_t at) {
  size_t k = at + 2;
  while (k < size) {
    const unsigned char *p = memchr(s + k, 0x88, size - k);
    if (p == NULL) break;
    if (p[-1] == 0xBC && p[-2] == 0xEF) return (size_t)(p - s) - 2;
    k = (size_t)(p - s) + 1;
  }
  return size;
}

/* The next '(' or full-width one at or after 'at'; 'size' if there is none. */
static size_t next_open (const unsigned char *s, size_t size, size_t at,
                         size_t *ascii, size_t *wide) {
  if (*ascii < at || *ascii == (size_t)-1) {
    const unsigned char *p = memchr(s + at, '(', size - at);
    *ascii = p ? (size_t)(p - s) : size;
  }
  if (*wide < at || *wide == (size_t)-1) *wide = next_wide(s, size, at);
  return *ascii < *wide ? *ascii : *wide;
}

static jilu_status push (jilu_residues *out, size_t *room, jilu_residue item) {
  if (out->count == *room) {
    size_t more = *room ? *room * 2 : 64;
    jilu_residue *grown = realloc(out->items, more * sizeof *grown);
    if (grown == NULL) return JILU_NO_MEMORY;
    out->items = grown;
    *room = more;
  }
  out->items[out->count++] = item;
  return JILU_OK;
}

/* A set of characters of the BMP; rarer ones count as one. */
typedef struct char_set {
  uint32_t bits[0x10000 / 32];
} char_set;

static uint32_t slot_of (uint32_t c) {
  return c < 0x10000u ? c : 0xFFFFu;
}

static bool in_set (const char_set *set, uint32_t c) {
  return (set->bits[slot_of(c) >> 5] >> (slot_of(c) & 31u)) & 1u;
}

static uint32_t last_character (const unsigned char *s, size_t end) {
  size_t at = before(s, end);
  unsigned width;
  int ok;
  return jilu_utf8_decode(s + at, end - at, &width, &ok);
}

/* The Han characters of a text, and those of them that are in a set. */
typedef struct han_count {
  size_t all, seen;
} han_count;

/* Counts the characters U+4000 to U+9FFF, nearly all of a text, that follow
   from 'at' on; returns what is behind them. */
static size_t count_run (const unsigned char *s, size_t size, size_t at,
                         const char_set *set, han_count *han) {
  for (; size - at >= 3 && s[at] - 0xE4u <= 0xE9u - 0xE4u; at += 3) {
    uint32_t second = s[at + 1] ^ 0x80u, third = s[at + 2] ^ 0x80u;
    if ((second | third) >= 64) break;
    han->all++;
    han->seen += in_set(set, ((s[at] & 0x0Fu) << 12) | (second << 6) | third);
  }
  return at;
}

static void count_han (const unsigned char *s, size_t size,
                       const char_set *set, han_count *han) {
  size_t at = 0;
  while (at < size) {
    unsigned width;
    int ok;
    uint32_t c;
    if (s[at] < 0x80) {
      at++;
      continue;
    }
    at = count_run(s, size, at, set, han);
    if (at == size) break;
    c = jilu_utf8_decode(s + at, size - at, &width, &ok);
    at += width;
    if (!is_han(c)) continue;
    han->all++;
    han->seen += in_set(set, c);
  }
}

/*
** Riddled: readings are dense, and a character that has one has it nearly
** everywhere (a machine put them there; an author glosses a word once).
*/
static void decide (const unsigned char *s, size_t size, jilu_residues *out) {
  char_set set;
  han_count han = {0, 0};
  size_t i;
  memset(&set, 0, sizeof set);
  for (i = 0; i < out->count; i++) {
    uint32_t c = slot_of(last_character(s, out->items[i].cut));
    set.bits[c >> 5] |= (uint32_t)1 << (c & 31u);
  }
  count_han(s, size, &set, &han);
  out->riddled = out->count * 10 >= han.seen * 8 &&
      ((out->count >= 3 && out->count * 60 >= han.all) ||
       (out->count >= 8 && out->count * 300 >= han.all));
}

static jilu_status scan (const unsigned char *s, size_t size,
                         jilu_residues *out, size_t *tones) {
  size_t room = 0, at = 0, ascii = (size_t)-1, wide = (size_t)-1;
  while ((at = next_open(s, size, at, &ascii, &wide)) < size) {
    bool narrow = s[at] == '(';
    size_t inside = at + (narrow ? 1u : 3u), begin, end;
    unsigned count = 0;
    int toned;
    end = reading(s, size, inside, narrow ? ')' : 0xFF09u, &count, &toned);
    begin = end ? characters_before(s, at, count) : at;
    if (end != 0 && begin < at) {
      jilu_residue item = {(uint32_t)begin, (uint32_t)at, (uint32_t)end};
      jilu_status status = push(out, &room, item);
      if (status != JILU_OK) return status;
      *tones += (size_t)toned;
    }
    at = inside;
  }
  return JILU_OK;
}

/* The machine of some pages puts a space behind each reading: 社會(huì) 主義. */
static bool is_spaced (const unsigned char *s, size_t size,
                       const jilu_residue *item) {
  unsigned width;
  int ok;
  size_t at = item->end;
  if (at + 1 >= size || s[at] != ' ') return false;
  return is_han(jilu_utf8_decode(s + at + 1, size - at - 1, &width, &ok));
}

static void take_spaces (const unsigned char *s, size_t size,
                         jilu_residues *out) {
  size_t i, spaced = 0;
  for (i = 0; i < out->count; i++) spaced += is_spaced(s, size, &out->items[i]);
  if (spaced * 2 <= out->count) return;
  for (i = 0; i < out->count; i++)
    if (is_spaced(s, size, &out->items[i])) out->items[i].end++;
}

jilu_status jilu_residue_find (const char *text, size_t size,
                               jilu_residues *out) {
  const unsigned char *s = (const unsigned char *)text;
  size_t tones = 0;
  jilu_status status;
  memset(out, 0, sizeof *out);
  status = scan(s, size, out, &tones);
  /* few readings have no tone mark, unless the machine wrote none at all */
  if (status == JILU_OK && out->count > 0 &&
      (tones * 4 >= out->count * 3 || (tones == 0 && out->count >= TONELESS)))
    decide(s, size, out);
  if (status == JILU_OK && out->riddled) take_spaces(s, size, out);
  if (status != JILU_OK) {
    free(out->items);
    out->items = NULL;
    out->count = 0;
  }
  return status;
}
