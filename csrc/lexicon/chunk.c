/* Reading a chunk: decoding, kinds of characters, runs of letters, digits. */

#include "lexicon/chunk.h"

#include "unicode/utf8.h"

#define ROOM (JILU_CHUNK_MAX - JILU_CHUNK_RUN - 1u)

/* A reader of the text that keeps the character it stands on. */
typedef struct reader {
  const jilu_lexicon *x;
  const unsigned char *s;
  size_t size, at;
  uint32_t point, cell;
  unsigned width;
  const jilu_residue *residue, *last;  /* the next one, and behind all */
} reader;

size_t jilu_chunk_residue (const jilu_chunk_text *t, size_t at) {
  size_t low = 0, high = t->residue_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (t->residues[middle].cut < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

static void look (reader *r) {
  const unsigned char *s;
  int ok;
  while (r->residue != r->last && r->at >= r->residue->cut) {
    if (r->at < r->residue->end) r->at = r->residue->end;
    r->residue++;
  }
  s = r->s + r->at;
  if (r->at >= r->size) {
    r->point = r->cell = 0;
    r->width = 0;
    return;
  }
  r->point = jilu_utf8_decode(s, r->size - r->at, &r->width, &ok);
  r->cell = jilu_lexicon_char(r->x, r->point);
}

static void advance (reader *r) {
  r->at += r->width;
  look(r);
}

static uint32_t kind (const reader *r) { return jilu_char_kind_of(r->cell); }

/* What the unknown words are looked for at. */
#define MARKED (JILU_CHAR_NUMERAL | JILU_CHAR_SURNAME | JILU_CHAR_SUFFIX | \
                JILU_CHAR_COMPOUND | JILU_CHAR_BODY)

/* 'inner' is 0 or JILU_CELL_INNER. */
static void put (jilu_chunk *c, const reader *r, size_t offset,
                 uint32_t inner) {
  c->marked[c->marked_count] = (uint16_t)c->count;
  c->marked_count += (r->cell & MARKED) != 0 ||
                     (kind(r) == JILU_CHAR_DIGIT && !inner) ||
                     kind(r) == JILU_CHAR_SPACE;
  c->cells[c->count] = r->cell | inner;
  c->points[c->count] = r->point;
  c->offsets[c->count++] = (uint32_t)offset;
}

/* --- runs of letters and digits ------------------------------------------ */

static int is_alphanumeric (const reader *r) {
  return r->width != 0 &&
         (kind(r) == JILU_CHAR_LETTER || kind(r) == JILU_CHAR_DIGIT);
}

/* Full-width forms as their ASCII twins. */
static uint32_t narrow (uint32_t point) {
  return point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point;
}

/* Are there just 'count' digits from here on? */
static int digits_follow (reader r, unsigned count) {
  for (; count > 0; count--, advance(&r))
    if (r.width == 0 || kind(&r) != JILU_CHAR_DIGIT) return 0;
  return r.width == 0 || kind(&r) != JILU_CHAR_DIGIT;
}

/*
** Does the mark at 'r' join the characters around it to one token? 1,234,
** 12:30 and 1/3 are numbers, but 5,6 is a list.
*/
static int joins (const reader *r, int digits) {
  uint32_t point = narrow(r->point);
  reader behind = *r;
  advance(&behind);
  if (digits && point == ',') return digits_follow(behind, 3);
  if (digits && point == ':') return digits_follow(behind, 2);
  if (digits && point == '/')
    return behind.width != 0 && kind(&behind) == JILU_CHAR_DIGIT;
  return (point == '.' || point == '_' || point == '\'' || point == '@' ||
          (!digits && (point == '-' || point == '&'))) &&
         is_alphanumeric(&behind);
}

static int is_address_character (uint32_t c) {
  return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' &&
         c != '(' && c != ')' && c != '[' && c != ']';
}

static int starts_with (const reader *r, const char *prefix) {
  size_t i;
  for (i = 0; prefix[i] != '\0'; i++)
    if (r->at + i >= r->size || (r->s[r->at + i] | 0x20) != prefix[i])
      return 0;
  return 1;
}

/* An address on the web runs on to what can't be in one. */
static int skip_address (reader *r) {
  size_t last;
  if (!starts_with(r, "http://") && !starts_with(r, "https://") &&
      !starts_with(r, "www.") && !starts_with(r, "ftp://")) return 0;
  last = r->at;
  while (r->width != 0 && is_address_character(r->point)) {
    advance(r);
    if (r->s[r->at - 1] != '.' && r->s[r->at - 1] != ',' &&
        r->s[r->at - 1] != ';') last = r->at;
  }
  r->at = last;
  look(r);
  return 1;
}

/* How many digits stand at 'r'; moves behind them. */
static unsigned skip_digits (reader *r) {
  unsigned n = 0;
  for (; r->width != 0 && kind(r) == JILU_CHAR_DIGIT; n++) advance(r);
  return n;
}

/* A date such as 2019-10-15; 3-5 is a range. */
static int skip_date (reader *r) {
  reader k = *r;
  unsigned n;
  if (skip_digits(&k) != 4 || narrow(k.point) != '-') return 0;
  advance(&k);
  n = skip_digits(&k);
  if (n < 1 || n > 2 || narrow(k.point) != '-') return 0;
  advance(&k);
  n = skip_digits(&k);
  if (n < 1 || n > 2) return 0;
  *r = k;
  return 1;
}

/* Behind the run: what makes C++, C#, 12% of it. */
static void skip_suffix (reader *r, int digits, int letters) {
  uint32_t point = narrow(r->point);
  if (letters == 1 && digits == 0) {
    unsigned k;
    for (k = 0; k < 2 && narrow(r->point) == '+'; k++) advance(r);
    if (k == 0 && point == '#') advance(r);
  }
  else if (letters == 0 && (point == '%' || point == 0x2030)) advance(r);
}

/* Moves behind a token of letters and digits; says whether it is a number. */
static int skip_run (reader *r) {
  int digits = 0, letters = 0;
  if (skip_address(r)) return 0;
  if (kind(r) == JILU_CHAR_DIGIT && skip_date(r)) return 1;
  while (r->width != 0) {
    if (kind(r) == JILU_CHAR_DIGIT) digits++;
    else if (kind(r) == JILU_CHAR_LETTER) letters++;
    else if (kind(r) != JILU_CHAR_MARK && !joins(r, letters == 0)) break;
    advance(r);
  }
  skip_suffix(r, digits, letters);
  return letters == 0;
}

/* Reads the run at 'r' into the chunk: character by character, so that words
** such as A股 are found; a long one as a single character of no code. */
static void read_run (reader *r, jilu_chunk *c) {
  reader start = *r;
  uint32_t begin = c->count, n = 0;
  int number = skip_run(r);
  size_t end = r->at;
  reader k = start;
  for (; k.at < end && n <= JILU_CHUNK_RUN; advance(&k))
    if (n == 0 || kind(&k) != JILU_CHAR_MARK) n++;
  if (n > JILU_CHUNK_RUN) {
    start.cell = (uint32_t)JILU_CHAR_LETTER << JILU_CHAR_KIND_SHIFT;
    put(c, &start, start.at, 0);
  }
  else {
    for (k = start; k.at < end; advance(&k))
      if (k.at == start.at || kind(&k) != JILU_CHAR_MARK)
        put(c, &k, k.at, k.at != start.at ? JILU_CELL_INNER : 0);
  }
  jilu_chunk_add(c, begin, c->count,
                 number ? JILU_LEXICON_NUMBER : JILU_LEXICON_STRING, 0);
}

/* --- the chunk ----------------------------------------------------------- */

/* Marks that are written twice and more as one: —— …… */
static int repeats (uint32_t point) {
  point = narrow(point);
  return point == 0x2014 || point == 0x2026 || point == 0x2500 ||
         point == 0x2015 || point == '-' || point == '.' || point == '_' ||
         point == '~' || point == '=' || point == '*';
}

static void read_mark (reader *r, jilu_chunk *c) {
  uint32_t point = r->point;
  put(c, r, r->at, 0);
  advance(r);
  while (r->width != 0 && ((r->point == point && repeats(point)) ||
                           kind(r) == JILU_CHAR_MARK)) advance(r);
}

/* Space is one character to the lattice. */
static void read_space (reader *r, jilu_chunk *c) {
  put(c, r, r->at, 0);
  do advance(r);
  while (r->width != 0 && kind(r) == JILU_CHAR_SPACE);
}

/* Reads what is at 'r'; says whether it ends at a certain border. */
static int read_item (reader *r, jilu_chunk *c) {
  switch (kind(r)) {
    case JILU_CHAR_SPACE:
      read_space(r, c);
      return 1;
    case JILU_CHAR_PUNCT:
      if (jilu_is_name_dot(r->point)) {
        c->dots = 1;
        read_mark(r, c);
        return 0;
      }
      read_mark(r, c);
      return 1;
    case JILU_CHAR_LETTER: case JILU_CHAR_DIGIT:
      read_run(r, c);
      return 0;
    case JILU_CHAR_MARK:
      if (c->count == 0) put(c, r, r->at, 0);
      advance(r);
      return 0;
    default:
      put(c, r, r->at, 0);
      advance(r);
      return 0;
  }
}

/*
** Han characters of three bytes, which most of a text is, one after the other
** and up to the next residue, without what else may come.
*/
static void read_plain (reader *r, jilu_chunk *c) {
  const unsigned char *s = r->s + r->at;
  const uint32_t *han = r->x->han;
  size_t size = r->residue != r->last ? r->residue->cut : r->size;
  size_t room = (size - r->at) / 3;
  uint32_t n = c->count, m = c->marked_count;
  uint32_t offset = (uint32_t)r->at;
  uint32_t end = room < ROOM - n ? n + (uint32_t)room : ROOM;
  for (; n < end; n++, s += 3, offset += 3) {
    uint32_t a = s[0] ^ 0xE0u, b = s[1] ^ 0x80u, d = s[2] ^ 0x80u;
    uint32_t cell, point = a << 12 | b << 6 | d;
    if ((b | d) > 0x3F || point - JILU_HAN_FIRST >= JILU_HAN_COUNT) break;
    cell = han[point - JILU_HAN_FIRST];
    c->cells[n] = cell;
    c->points[n] = point;
    c->offsets[n] = offset;
    c->marked[m] = (uint16_t)n;
    m += (cell & MARKED) != 0;
  }
  c->count = n;
  c->marked_count = m;
  if (offset == r->at) return;
  r->at = offset;
  look(r);
}

/* Takes the chunk back to its last border. */
static void end_at (jilu_chunk *c, uint32_t border, size_t byte,
                    uint32_t open_count) {
  c->count = border;
  c->next = (uint32_t)byte;
  c->open_count = open_count;
  while (c->marked_count > 0 && c->marked[c->marked_count - 1] >= border)
    c->marked_count--;
}

void jilu_chunk_read (const jilu_lexicon *x, const jilu_chunk_text *text,
                      size_t at, jilu_chunk *c) {
  reader r = {x, (const unsigned char *)text->bytes, text->size, at, 0, 0, 0,
              NULL, NULL};
  uint32_t border = 0, open_count = 0;
  size_t byte = at;
  if (text->residue_count > 0) {
    r.residue = text->residues + jilu_chunk_residue(text, at);
    r.last = text->residues + text->residue_count;
  }
  c->count = c->open_count = 0;
  c->cut = c->dots = 0;
  c->marked_count = 0;
  for (look(&r); r.width != 0 && c->count < ROOM; ) {
    read_plain(&r, c);
    if (r.width == 0 || c->count >= ROOM) break;
    if (!read_item(&r, c)) continue;
    border = c->count;
    byte = r.at;
    open_count = c->open_count;
  }
  c->next = (uint32_t)r.at;
  if (r.width != 0 && border > 0) end_at(c, border, byte, open_count);
  else if (r.width != 0) c->cut = 1;
  c->cells[c->count] = c->points[c->count] = 0;
  c->offsets[c->count] = c->next;
}
