/* The words of a section, each with what it is to a name beside it. */
#include "facts/judge/judge.h"

#include <stdlib.h>
#include <string.h>

#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT

/* The classes of the word of the vocabulary that spans [begin, end). */
static jilu_classes classes_of (const jilu_reader *r, uint32_t begin,
                                uint32_t end) {
  const jilu_word *word = jilu_word_at(r, begin);
  while (word->size > end - begin) word = &r->words[word->prefix];
  return word->size == end - begin ? word->classes : 0;
}

/* What a mark is to its neighbours. */
static jilu_context mark_context (uint32_t c) {
  switch (c) {
    case 0x3002: case ';': case '!': case '?': return JILU_CONTEXT_STOP;
    case ',': return JILU_CONTEXT_COMMA;
    case 0x3001: return JILU_CONTEXT_PAUSE;
    case ':': return JILU_CONTEXT_COLON;
    case '(': case 0x300A: case 0x201C: case 0x2018: case 0x300C: case 0x300E:
    case 0x3010: case '[': case 0x3014: return JILU_CONTEXT_OPEN;
    case ')': case 0x300B: case 0x201D: case 0x2019: case 0x300D: case 0x300F:
    case 0x3011: case ']': case 0x3015: return JILU_CONTEXT_CLOSE;
    default: return JILU_CONTEXT_MARK;
  }
}

static jilu_context tag_context (uint8_t tag) {
  static const uint8_t contexts[JILU_POS_COUNT] = {
    [JILU_POS_OTHER] = JILU_CONTEXT_OTHER,
    [JILU_POS_NOUN] = JILU_CONTEXT_NOUN,
    [JILU_POS_MORPHEME] = JILU_CONTEXT_MORPHEME,
    [JILU_POS_SHORT] = JILU_CONTEXT_NOUN,
    [JILU_POS_PERSON] = JILU_CONTEXT_PERSON,
    [JILU_POS_PLACE] = JILU_CONTEXT_PLACE,
    [JILU_POS_BODY] = JILU_CONTEXT_BODY,
    [JILU_POS_PROPER] = JILU_CONTEXT_NOUN,
    [JILU_POS_VERB] = JILU_CONTEXT_VERB,
    [JILU_POS_VERBAL] = JILU_CONTEXT_VERBAL,
    [JILU_POS_QUALITY] = JILU_CONTEXT_QUALITY,
    [JILU_POS_ADVERB] = JILU_CONTEXT_ADVERB,
    [JILU_POS_PREPOSITION] = JILU_CONTEXT_PREPOSITION,
    [JILU_POS_CONJUNCTION] = JILU_CONTEXT_JOIN,
    [JILU_POS_OF] = JILU_CONTEXT_OF,
    [JILU_POS_PARTICLE] = JILU_CONTEXT_PARTICLE,
    [JILU_POS_NUMBER] = JILU_CONTEXT_NUMBER,
    [JILU_POS_UNIT] = JILU_CONTEXT_NUMBER,
    [JILU_POS_PRONOUN] = JILU_CONTEXT_PRONOUN,
    [JILU_POS_TIME] = JILU_CONTEXT_TIME,
    [JILU_POS_SIDE] = JILU_CONTEXT_SIDE,
    [JILU_POS_IDIOM] = JILU_CONTEXT_NOUN,
    [JILU_POS_LATIN] = JILU_CONTEXT_LATIN,
    [JILU_POS_BREAK] = JILU_CONTEXT_BREAK
  };
  return (jilu_context)contexts[tag];
}

static jilu_context context_of (const jilu_reader *r,
                                const jilu_judge_word *w) {
  unsigned width;
  if (w->tag == JILU_POS_MARK)
    return mark_context(jilu_peek(r, w->begin, &width));
  if (w->classes & BIT(TITLE)) return JILU_CONTEXT_TITLE;
  if ((w->classes & BIT(BYLINE)) && w->chars > 1) return JILU_CONTEXT_BYLINE;
  if ((w->classes & BIT(SPEECH))) return JILU_CONTEXT_SPEECH;
  if (w->classes & BIT(GENERIC)) return JILU_CONTEXT_GENERIC;
  if (w->classes & BIT(LEVEL)) return JILU_CONTEXT_LEVEL;
  if (w->classes & (BIT(BODY) | BIT(BODY_SUFFIX))) return JILU_CONTEXT_BODY;
  if (w->classes & BIT(PLACE)) return JILU_CONTEXT_PLACE;
  if (jilu_particle_at(r, w->begin) == JILU_AND_OTHERS)
    return JILU_CONTEXT_OTHERS;
  if ((w->classes & BIT(NAME_STOP)) && w->tag != JILU_POS_VERB &&
      w->tag != JILU_POS_OF && w->tag != JILU_POS_PREPOSITION &&
      w->tag != JILU_POS_CONJUNCTION && w->tag != JILU_POS_ADVERB &&
      w->tag != JILU_POS_PRONOUN) return JILU_CONTEXT_NAME_STOP;
  if (jilu_particle_before(r, w->end) == JILU_DAY && w->tag != JILU_POS_NOUN)
    return JILU_CONTEXT_TIME;
  return tag_context(w->tag);
}

bool jilu_judge_behind_title (const jilu_judge *j, uint32_t at) {
  const jilu_sense *sense;
  return jilu_match_back(&j->s->r, at, at > 15 ? at - 15 : 0, BIT(TITLE),
                         &sense) != (size_t)-1;
}

bool jilu_judge_before_title (const jilu_judge *j, uint32_t at) {
  const jilu_sense *sense;
  return jilu_match(&j->s->r, at, BIT(TITLE), &sense) > at + 3u;
}

static jilu_word_role tag_role (const jilu_judge_word *w) {
  switch ((jilu_part_of_speech)w->tag) {
    case JILU_POS_PERSON: return JILU_ROLE_PERSON;
    case JILU_POS_PROPER: case JILU_POS_SHORT: return JILU_ROLE_PROPER;
    case JILU_POS_VERB: return JILU_ROLE_VERB;
    case JILU_POS_VERBAL: return JILU_ROLE_VERBAL;
    case JILU_POS_NUMBER: case JILU_POS_UNIT: case JILU_POS_TIME:
      return JILU_ROLE_NUMBER;
    case JILU_POS_LATIN: return JILU_ROLE_LATIN;
    case JILU_POS_CONJUNCTION: return JILU_ROLE_JOIN;
    case JILU_POS_MARK: return JILU_ROLE_MARK;
    case JILU_POS_ADVERB: case JILU_POS_PRONOUN: case JILU_POS_PARTICLE:
    case JILU_POS_PREPOSITION: return JILU_ROLE_STOP;
    case JILU_POS_NOUN: return JILU_ROLE_NOUN;
    default: return JILU_ROLE_OTHER;
  }
}

static jilu_word_role role_of (const jilu_judge_word *w) {
  const jilu_classes x = w->classes;
  if (w->tag == JILU_POS_CONJUNCTION || (x & BIT(NAME_JOIN)))
    return JILU_ROLE_JOIN;
  if (x & BIT(GENERIC)) return JILU_ROLE_GENERIC;
  if (x & BIT(BODY_HEAD)) return JILU_ROLE_HEAD;
  if (x & BIT(LEVEL)) return JILU_ROLE_LEVEL;
  if (x & BIT(BODY)) return JILU_ROLE_BODY;
  if (x & BIT(BODY_SUFFIX)) return JILU_ROLE_BODY;
  if ((x & BIT(PLACE)) || (w->tag == JILU_POS_PLACE && w->chars > 1))
    return JILU_ROLE_PLACE;
  if (x & BIT(FUNCTION)) return JILU_ROLE_FUNCTION;
  if (w->tag == JILU_POS_BODY) return JILU_ROLE_BODY;
  if (x & BIT(TITLE)) return JILU_ROLE_TITLE;
  if ((x & BIT(NAME_STOP)) && w->chars > 1) return JILU_ROLE_STOP;
  if (x & BIT(NAME_WORD)) return JILU_ROLE_COMMON;
  if (w->chars == 1 && w->tag != JILU_POS_NUMBER &&
      w->tag != JILU_POS_PRONOUN && w->tag != JILU_POS_MARK &&
      w->tag != JILU_POS_PARTICLE && w->tag != JILU_POS_PREPOSITION &&
      !(x & BIT(NAME_STOP))) return JILU_ROLE_UNKNOWN;
  return tag_role(w);
}

/* No name goes over a break or a mark, but for · and ( ) - inside it. */
static bool is_barrier (const jilu_reader *r, const jilu_judge_word *w) {
  unsigned width;
  uint32_t c;
  if (w->tag == JILU_POS_BREAK || w->tag == JILU_POS_OF ||
      w->tag == JILU_POS_PARTICLE) return true;
  /* 被, 由, 将; but 与 joins, and 对外 is a word */
  if (w->tag == JILU_POS_PREPOSITION && w->chars == 1)
    return !(w->classes & BIT(NAME_JOIN));
  if (w->tag != JILU_POS_MARK) return false;
  c = jilu_peek(r, w->begin, &width);
  return c != 0xB7 && c != '(' && c != ')' && c != '-' && c != '.' &&
         c != 0x201C && c != 0x201D;
}

/* 清镇市, whatever the lexicon takes it for. */
static bool is_unit (const jilu_reader *r, const jilu_judge_word *w) {
  const jilu_sense *sense;
  if (w->chars < 3 || (w->classes & (BIT(NAME_WORD) | BIT(GENERIC) |
                                     BIT(FUNCTION) | BIT(NAME_STOP))))
    return false;
  return jilu_match_back(r, w->end, w->begin + 3, BIT(LEVEL), &sense) !=
             (size_t)-1 && jilu_sense_has(sense, 'w');
}

unsigned jilu_judge_characters (const jilu_judge *j, uint32_t begin,
                                uint32_t end) {
  const unsigned char *text = j->s->r.text;
  unsigned n = 0;
  for (; begin < end; begin += jilu_utf8_width(text[begin])) n++;
  return n;
}

static uint8_t chars_of (const jilu_judge *j, uint32_t begin, uint32_t end) {
  unsigned n = jilu_judge_characters(j, begin, end);
  return n > 255 ? 255 : (uint8_t)n;
}

static jilu_judge_word *new_word (jilu_judge *j) {
  jilu_judge_word *words;
  size_t room;
  if (j->word_count < j->word_room) return &j->words[j->word_count++];
  room = j->word_room ? 2 * j->word_room : 1024;
  words = realloc(j->words, room * sizeof *words);
  if (words == NULL) {
    j->status = JILU_NO_MEMORY;
    return NULL;
  }
  j->words = words;
  j->word_room = room;
  return &j->words[j->word_count++];
}

/* What ends with a word: the starts of the longest of each class. */
typedef struct endings {
  uint32_t name_end, inner;  /* the longest, and the longest inside the word */
  uint32_t any_body, any_place;
  const jilu_word *name;     /* the one that begins at 'name_end' */
  bool title;
} endings;

#define ENDS (BIT(NAME_END) | BIT(BODY_SUFFIX) | BIT(BODY) | BIT(LEVEL) | \
              BIT(FACILITY) | BIT(TITLE))
#define LONGEST_END 24       /* bytes; of a title 15 */

static void note_ending (jilu_judge_word *w, endings *e, const jilu_word *word,
                         uint32_t at) {
  const jilu_classes x = word->classes;
  if (x & BIT(NAME_END)) {
    e->name_end = at;
    e->name = word;
    if (at >= w->begin) e->inner = at;
  }
  if (x & BIT(BODY)) w->body = at;
  if (x & BIT(BODY_SUFFIX)) w->suffix = at;
  if (x & BIT(LEVEL)) w->level = at;
  if (x & BIT(FACILITY)) w->facility = at;
  if (x & (BIT(BODY) | BIT(BODY_SUFFIX))) e->any_body = at;
  if (x & (BIT(LEVEL) | BIT(FACILITY))) e->any_place = at;
  if ((x & BIT(TITLE)) && w->end - at <= 15) e->title = true;
}

/* Looks back from the end of the word once, for all classes. */
static endings find_endings (const jilu_reader *r, jilu_judge_word *w) {
  endings e = {JILU_NO_END, JILU_NO_END, JILU_NO_END, JILU_NO_END, NULL, false};
  size_t at = w->end;
  int n, reach;
  w->body = w->suffix = w->level = w->facility = JILU_NO_END;
  if (!(jilu_ends_at(r, at) & ENDS)) return e;
  reach = r->vocabulary->reaches[r->codes[jilu_back(r, at)]];
  for (n = 0; n < reach && at > 0; n++) {
    const jilu_word *word;
    at = jilu_back(r, at);
    if (r->text[at] == '\n' || w->end - at > LONGEST_END) break;
    if (!(jilu_starts_at(r, at) & ENDS)) continue;
    word = jilu_word_at(r, at);
    while (word->size > w->end - at) word = &r->words[word->prefix];
    if (word->size == w->end - at) note_ending(w, &e, word, (uint32_t)at);
  }
  return e;
}

/*
** Does it begin inside the last word, or with one before it? 书法|院 ends with
** no 法院.
*/
static bool is_whole (const jilu_judge *j, uint32_t at) {
  const jilu_judge_word *w = &j->words[j->word_count - 1];
  if (at == JILU_NO_END) return false;
  if (at >= w->begin) return true;
  while (w->begin > at && w->tag != JILU_POS_BREAK) w--;
  return w->begin == at;
}

/*
** 年会, 社会: what ends with 会 and is a common word ends no name; one that
** the lexicon doesn't know may.
*/
static bool is_inner (const jilu_reader *r, const jilu_judge_word *w,
                      const endings *e) {
  if (w->chars < 2 || w->tag == JILU_POS_BODY || w->tag == JILU_POS_PROPER ||
      w->tag == JILU_POS_SHORT || w->tag == JILU_POS_PLACE ||
      w->tag == JILU_POS_PERSON || w->tag == JILU_POS_OTHER) return false;
  return e->inner == jilu_back(r, w->end);
}

/* What names end with the last word, by the vocabulary. */
static void put_ends (const jilu_judge *j, jilu_judge_word *w,
                      const endings *e) {
  if (is_whole(j, e->any_body)) w->ends |= JILU_ENDS_BODY;
  if (is_whole(j, e->any_place)) w->ends |= JILU_ENDS_PLACE;
  if (is_whole(j, e->name_end) && !is_inner(&j->s->r, w, e))
    w->ends |= jilu_sense_in(j->s->r.vocabulary, e->name,
                             BIT(NAME_END))->value >= 2
                   ? JILU_ENDS_SITE : JILU_ENDS_LOOSE;
}

size_t jilu_judge_ending (const jilu_judge *j, const jilu_candidate *c,
                          uint32_t longest, jilu_classes class_,
                          const jilu_sense **sense) {
  if (j->words[c->last].end == c->end) {
    if (longest == JILU_NO_END) return (size_t)-1;
    if (longest >= c->begin &&
        (*sense = jilu_sense_of(&j->s->r, longest, c->end, class_)) != NULL)
      return longest;
  }
  return jilu_match_back(&j->s->r, c->end, c->begin, class_, sense);
}

static void add_word (jilu_judge *j, uint32_t begin, uint32_t end,
                      uint8_t tag) {
  const jilu_reader *r = &j->s->r;
  jilu_judge_word *w = new_word(j);
  endings e;
  if (w == NULL) return;
  memset(w, 0, sizeof *w);
  w->begin = begin;
  w->end = end;
  w->tag = tag;
  if (tag == JILU_POS_BREAK) {
    w->barrier = true;
    w->context = JILU_CONTEXT_BREAK;
    j->ends_title = false;
    return;
  }
  w->spaced = j->word_count > 1 && w[-1].end < begin;
  w->chars = chars_of(j, begin, end);
  w->classes = classes_of(r, begin, end);
  w->context = (uint8_t)context_of(r, w);
  w->barrier = is_barrier(r, w);
  w->role = (uint8_t)(is_unit(r, w) ? JILU_ROLE_PLACE : role_of(w));
  w->after_title = !w->spaced && j->ends_title;
  e = find_endings(r, w);
  j->ends_title = e.title;
  if (!w->barrier && tag != JILU_POS_MARK) put_ends(j, w, &e);
  w->before_title = jilu_judge_before_title(j, end);
}

/* Titles of works are no text. */
static void bar_works (jilu_judge *j) {
  const jilu_reader *r = &j->s->r;
  size_t i, open = 0;
  unsigned width;
  for (i = 0; i < j->word_count; i++) {
    jilu_judge_word *w = &j->words[i];
    uint32_t c = w->tag == JILU_POS_MARK ? jilu_peek(r, w->begin, &width) : 0;
    if (c == 0x300A) open++;
    else if (c == 0x300B && open > 0) open--;
    else if (w->tag == JILU_POS_BREAK) open = 0;
    if (open > 0) w->barrier = true;
  }
}

/*
** The words of the section; where it ends inside of one, it ends before that,
** or behind it where it has no other.
*/
void jilu_judge_cut (jilu_judge *j) {
  size_t count;
  const jilu_text_word *list = jilu_words_until(&j->s->r, j->end, &count);
  size_t k = j->next_word;
  j->word_count = 0;
  if (list == NULL) {
    j->status = JILU_NO_MEMORY;
    return;
  }
  add_word(j, j->begin, j->begin, JILU_POS_BREAK);
  for (; k < count && list[k].begin < j->end && j->status == JILU_OK; k++) {
    const jilu_text_word *w = &list[k];
    if (w->begin == w->end) {
      if (w->tag == JILU_POS_BREAK && w->begin > j->begin)
        add_word(j, w->begin, w->end, w->tag);
      continue;
    }
    if (w->end > j->end) {
      if (j->word_count > 1) {
        j->end = w->begin;
        break;
      }
      j->end = w->end;
    }
    add_word(j, w->begin, w->end, w->tag);
  }
  j->next_word = k;
  if (j->status == JILU_OK) add_word(j, j->end, j->end, JILU_POS_BREAK);
  bar_works(j);
}
