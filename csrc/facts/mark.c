#include "facts/mark.h"

#include <string.h>

#include "unicode/utf8.h"

/* Deeper than this within one line, marks are passed over. */
#define MAX_DEPTH 32

typedef struct mark_pair {
  uint32_t open, close;
  jilu_fact_kind kind;
  jilu_rule rule;
} mark_pair;

static const mark_pair pairs[] = {
  {0x300A, 0x300B, JILU_FACT_WORK, JILU_RULE_TITLE_MARKS},
  {0x201C, 0x201D, JILU_FACT_QUOTE, JILU_RULE_DOUBLE_MARKS},
  {0x300C, 0x300D, JILU_FACT_QUOTE, JILU_RULE_CORNERS},
  {0x300E, 0x300F, JILU_FACT_QUOTE, JILU_RULE_WHITE_CORNERS}
};
#define PAIRS (sizeof pairs / sizeof *pairs)

/* Where the vocabulary says that this mark is one, it opens and closes. */
static const mark_pair straight = {'"', '"', JILU_FACT_QUOTE,
                                   JILU_RULE_STRAIGHT_MARKS};

typedef struct open_mark {
  const mark_pair *pair;
  size_t inside;       /* where its content begins */
  size_t facts;        /* how many facts there were */
} open_mark;

typedef struct mark_stack {
  open_mark items[MAX_DEPTH];
  size_t count;
} mark_stack;

static void push (mark_stack *stack, const mark_pair *pair, size_t inside,
                  size_t facts) {
  open_mark *m;
  if (stack->count == MAX_DEPTH) return;
  m = &stack->items[stack->count++];
  m->pair = pair;
  m->inside = inside;
  m->facts = facts;
}

/* What was found inside, of the same kind, is part of the outer one. */
static void drop_inner (jilu_facts *facts, size_t from, jilu_fact_kind kind) {
  size_t i, kept = from;
  for (i = from; i < facts->count; i++)
    if (facts->items[i].kind != kind) facts->items[kept++] = facts->items[i];
  facts->count = kept;
}

static void close_pair (jilu_scan *s, mark_stack *stack,
                        const mark_pair *pair, size_t at) {
  size_t k = stack->count;
  open_mark *m;
  jilu_fact *fact;
  while (k > 0 && stack->items[k - 1].pair != pair) k--;
  if (k == 0) return;
  m = &stack->items[k - 1];
  stack->count = k - 1;
  if (m->inside == at) return;
  drop_inner(s->facts, m->facts, pair->kind);
  fact = jilu_scan_add(s, pair->kind, m->inside, at, pair->rule);
  if (fact != NULL) fact->is.content = fact->span;
}

static void take (jilu_scan *s, mark_stack *stack, uint32_t c, size_t at,
                  unsigned width) {
  size_t i;
  for (i = 0; i < PAIRS; i++) {
    if (c == pairs[i].open)
      push(stack, &pairs[i], at + width, s->facts->count);
    else if (c == pairs[i].close)
      close_pair(s, stack, &pairs[i], at);
  }
}

/* Does a straight mark at 'at' begin a quotation? Not one of inches: 5". */
static bool opens (const jilu_reader *r, size_t at) {
  unsigned width;
  uint32_t before = jilu_peek_back(r, at), behind = jilu_peek(r, at + 1, &width);
  return (before <= ' ' || before == '(' || before == '[' || before == '-' ||
          before == '"' || before >= 0x2010) && behind > ' ';
}

/* Does it end one? A word or a stop is before it, none behind. */
static bool closes (const jilu_reader *r, size_t at) {
  unsigned width;
  return jilu_peek_back(r, at) > ' ' && !jilu_is_latin(jilu_peek(r, at + 1,
                                                                 &width));
}

/*
** A straight mark that can't open closes the last one; what opens inside
** another belongs to it.
*/
static void take_straight (jilu_scan *s, mark_stack *stack, size_t at) {
  size_t k = stack->count;
  while (k > 0 && stack->items[k - 1].pair != &straight) k--;
  if (opens(&s->r, at) && (k == 0 || !closes(&s->r, at)))
    push(stack, &straight, at + 1, s->facts->count);
  else close_pair(s, stack, &straight, at);
}

void jilu_marks_read (jilu_scan *s) {
  const jilu_vocabulary *v = s->r.vocabulary;
  const unsigned char *text = s->r.text;
  bool with_straight = (v->starts[jilu_trie_code(&v->trie, '"')] &
                        JILU_CLASS_BIT(QUOTE_MARK)) != 0;
  mark_stack stack;
  size_t at, from = 0, size = s->r.size;
  stack.count = 0;
  for (at = jilu_next_bit(s->r.marks, 0, size);
       at < size && s->status == JILU_OK;
       at = jilu_next_bit(s->r.marks, from, size)) {
    unsigned width;
    uint32_t c = jilu_utf8_next(text + at, &width);
    if (stack.count > 0 && memchr(text + from, '\n', at - from) != NULL)
      stack.count = 0;
    if (c != '"') take(s, &stack, c, at, width);
    else if (with_straight) take_straight(s, &stack, at);
    from = at + width;
  }
}
