/* Cuts the text into runs and asks the grammars of names about each. */
#include "facts/name/name.h"

#include "facts/judge/judge.h"

#include <string.h>

#include "vocabulary/class_sets.h"
#include "facts/number/numeral.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT
#define NOINLINE __attribute__((noinline))
#define LONGEST_QUOTE 24   /* code points of a quotation that may be a name */

/* --- tokens --------------------------------------------------------------- */

/* Does the user know the word at token 'i' as a name? */
static bool is_users (const jilu_run *run, int i) {
  const jilu_sense *name =
      jilu_token_sense(run, i, BIT(BODY) | BIT(PLACE) | BIT(PERSON));
  return name != NULL && name->user;
}

jilu_fact *jilu_name_add (const jilu_run *run, jilu_fact_kind kind, int i,
                          int k, jilu_rule rule) {
  size_t begin = run->tokens[i].begin, end = run->tokens[k - 1].end;
  if (run->quote.end != 0 &&
      (begin != run->quote.begin || end != run->quote.end) &&
      !is_users(run, i)) return NULL;
  return jilu_scan_add(run->s, kind, begin, end, rule);
}

/* --- runs ----------------------------------------------------------------- */

/* What 来源 names is a body, if it ends as a site or a paper does. */
static void read_source (jilu_names *g) {
  jilu_run *run = &g->run;
  const jilu_reader *r = &run->s->r;
  jilu_fact *f;
  jilu_particle last;
  if (run->tokens[0].begin > g->source + 4) return;
  last = jilu_particle_before(r, run->tokens[run->count - 1].end);
  if (last != JILU_SITE && last != JILU_MEDIUM) return;
  f = jilu_name_add(run, JILU_FACT_ORGANIZATION, 0, run->count,
                    JILU_RULE_BODY_SOURCE);
  if (f == NULL) return;
  f->is.name.body = f->span.begin;
  f->is.name.body_end = f->span.end;
}

/*
** May a name begin at token 'i'? With the run, behind a word at a character
** that is none, or with a word that names begin with.
*/
static bool begins_name (const jilu_run *run, int i) {
  const jilu_word *word = run->tokens[i].word;
  if (i == 0) return true;
  if (word == NULL) return run->tokens[i - 1].word != NULL;
  return (word->classes & (BIT(PLACE) | BIT(LEVEL) | BIT(BODY) |
                           BIT(BODY_HEAD) | BIT(PERSON))) != 0;
}

/* Reads the name that begins at token 'i', if any; its end, or 0. */
static inline int read_name (const jilu_run *run, int i) {
  int end = 0;
  if (run->holds & JILU_HOLDS_BODY) end = jilu_organization_read(run, i);
  if (end == 0 &&
      (jilu_may_begin_place(run, i) || (run->holds & JILU_HOLDS_FACILITY)))
    end = jilu_place_read(run, i);
  if (end == 0 && (run->holds & JILU_HOLDS_PERSON))
    end = jilu_person_read(run, i);
  return end;
}

/* Asks the grammars about a run that is not empty. */
static void read_run (jilu_names *g) {
  jilu_run *run = &g->run;
  size_t facts = g->facts.count;
  /* what holds no word may be a name that the text has elsewhere */
  bool unknown = run->holds == 0 && run->count >= 2 && run->count <= 4;
  int i = 0;
  while ((run->holds & JILU_HOLDS_NAME) && i < run->count &&
         g->scan.status == JILU_OK) {
    int end = begins_name(run, i) ? read_name(run, i) : 0;
    i = end > i ? end : i + 1;
  }
  if (unknown) (void)jilu_place_read(run, 0);
  if (g->facts.count == facts && g->source != 0) read_source(g);
  if (unknown) (void)jilu_person_guess(run);
  jilu_list_note(&g->list, run, facts);
}

/* Reads the run, and begins a new one; between two stops there is none. */
static inline void end_run (jilu_names *g, uint32_t left) {
  jilu_run *run = &g->run;
  if (run->count > 0) read_run(g);
  run->holds = 0;
  run->count = 0;
  run->counted = false;
  run->left = left;
}

/* Apart, so that the usual token is added in place. */
static NOINLINE void cut_run (jilu_names *g) {
  end_run(g, 0);
}

static inline void add_token (jilu_names *g, size_t begin, size_t end,
                              const jilu_token_word *word) {
  jilu_run *run = &g->run;
  jilu_name_token *t;
  if (run->count == JILU_RUN_TOKENS) cut_run(g);
  t = &run->tokens[run->count++];
  t->begin = (uint32_t)begin;
  t->end = (uint32_t)end;
  t->word = word != NULL ? &g->scan.r.words[word->word] : NULL;
  if (word != NULL) run->holds |= word->holds;
}

/* Behind a number and its unit, which end a run; 0 if none is here. */
static size_t behind_count (const jilu_reader *r, size_t at, bool *counted) {
  const jilu_sense *sense;
  jilu_numeral n;
  size_t end = jilu_numeral_read(r, at, &n), unit;
  if (end == 0) return 0;
  if (jilu_particle_before(r, at) == JILU_NUMBERED) return 0;
  unit = jilu_match(r, end, BIT(UNIT), &sense);
  if (unit != 0 && n.chinese && jilu_sense_of(r, end, unit, BIT(LEVEL)))
    unit = 0;
  *counted = unit != 0;
  if (unit != 0) return unit;
  return n.chinese ? 0 : end;
}

/* The mark that opens at 'at' and is of use here; NULL if none does. */
static const jilu_fact *mark_at (jilu_names *g, size_t at) {
  const jilu_facts *facts = g->text->facts;
  const jilu_fact *f;
  for (; g->next_mark < g->marks; g->next_mark++) {
    f = &facts->items[g->next_mark];
    if (f->kind != JILU_FACT_WORK && f->kind != JILU_FACT_QUOTE) continue;
    if (f->span.begin < at + 3) continue;
    return f->span.begin == at + 3 ? f : NULL;
  }
  return NULL;
}

/* Is the quotation short, and without a clause of its own? */
static bool is_short (const jilu_reader *r, jilu_span span) {
  size_t at = span.begin;
  int n;
  if (span.end - span.begin > 4 * LONGEST_QUOTE) return false;
  for (n = 0; at < span.end; n++) {
    unsigned width;
    if (jilu_is_han_at(r, at)) at += jilu_utf8_width(r->text[at]);
    else if (jilu_ends_clause(jilu_peek(r, at, &width))) return false;
    else at += width;
  }
  return n <= LONGEST_QUOTE;
}

/* At a character that no name holds: where to go on. */
static size_t take_mark (jilu_names *g, size_t at, uint32_t c, unsigned width) {
  const jilu_fact *f;
  end_run(g, c);
  if (c != 0x300A && c != 0x201C && c != 0x300C && c != 0x300E)
    return at + width;
  f = mark_at(g, at);
  if (f == NULL) return at + width;
  if (f->kind == JILU_FACT_WORK) return (size_t)f->span.end + 3;
  if (is_short(&g->scan.r, f->span)) g->run.quote = f->span;
  return at + width;
}

/* A title or byline word wakes the grammar of persons. */
static void read_persons (jilu_names *g, size_t at, size_t end,
                          const jilu_word *word) {
  const jilu_vocabulary *v = g->scan.r.vocabulary;
  const jilu_sense *sense;
  if (g->run.quote.end != 0) return;
  if ((sense = jilu_word_sense(v, word, BIT(BYLINE))) != NULL) {
    if (sense->value == 3) g->source = end;
    jilu_persons_at_byline(g->run.s, at, end, sense);
  }
  if ((sense = jilu_word_sense(v, word, BIT(TITLE))) != NULL)
    jilu_persons_at_title(g->run.s, at, end, sense);
}

/* Short parts in parentheses inside a company's name: (集团). */
static size_t behind_parenthesis (const jilu_reader *r, size_t at) {
  const jilu_sense *sense;
  size_t end = jilu_match(r, at + 1, BIT(PLACE) | BIT(BODY_SUFFIX) |
                          BIT(BODY_HEAD), &sense);
  unsigned width;
  if (end == 0 || end >= r->size || r->text[end] != ')') return 0;
  return jilu_is_han(jilu_peek(r, end + 1, &width)) ? end + 1 : 0;
}

/* 优化 begins a name only behind a place or level: 市优化…领导小组. */
static bool begins_none (const jilu_run *run, unsigned effect) {
  return (effect & JILU_NAME_HOSTED) != 0 &&
         !jilu_token_sense(run, run->count - 1,
                           BIT(LEVEL) | BIT(PLACE) | BIT(BODY));
}

/* 等 ends a list: 张三、李四等10名同志, 甲、乙等企业. */
static void take_list (jilu_names *g, size_t at, size_t end) {
  const jilu_reader *r = &g->scan.r;
  unsigned width;
  size_t behind;
  if (jilu_particle_at(r, at) != JILU_AND_OTHERS) return;
  /* 等地 is one word, whose end says what is listed */
  (void)jilu_peek(r, at, &width);
  behind = at + width;
  if (jilu_particle_at(r, behind) != JILU_AND_OTHERS) end = behind;
  jilu_persons_at_list(g->run.s, at, end);
  jilu_list_end(&g->list, g->run.s, at, end);
}

/* 文, 图 are bylines, 好 and 如 stops, and all of them parts of names. */
static bool is_part (const jilu_names *g, unsigned effect) {
  if (effect & JILU_NAME_JOINS) return true;
  return g->run.count > 0 && (effect & JILU_NAME_GOES_ON);
}

/* 上海发布、 and 上海发布等 end with a name, though 发布 is a verb. */
static bool ends_item (const jilu_names *g, size_t end, unsigned effect) {
  const jilu_reader *r = &g->scan.r;
  return g->run.count > 0 && (effect & JILU_NAME_ITEM) &&
         (jilu_is_comma_at(r, end) ||
          jilu_particle_at(r, end) == JILU_AND_OTHERS);
}

static void take_word (jilu_names *g, size_t at, const jilu_token_word *word) {
  unsigned effect = word->effect;
  size_t end = at + word->size;
  bool stops = (effect & JILU_NAME_ENDS) != 0;
  if (stops && is_part(g, effect)) add_token(g, at, end, NULL);
  else if (stops ? !ends_item(g, end, effect) : begins_none(&g->run, effect)) {
    end_run(g, 0);
    take_list(g, at, end);
  }
  else add_token(g, at, end, word);
}

/*
** 局|长期坚持: a title whose last character begins another word gives way to
** the part of a name that it begins with.
*/
static const jilu_token_word *uncut (const jilu_reader *r, size_t at,
                                     const jilu_token_word *word) {
  const jilu_sense *sense;
  const jilu_word *part;
  size_t end = at + word->size;
  if (!(word->effect & JILU_NAME_OFFICE)) return word;
  if (jilu_match(r, jilu_back(r, end), BIT(NAME_WORD), &sense) <= end)
    return word;
  part = jilu_word_in(r->vocabulary, &r->words[word->word],
                      BIT(BODY_SUFFIX) | BIT(LEVEL));
  return part->size != 0 ? &r->vocabulary->tokens[part - r->words] : word;
}

/* Does a letter or digit follow the word at 'at'? IT is none in ITER. */
static bool goes_on (const jilu_reader *r, size_t at,
                     const jilu_token_word *word) {
  size_t end = at + word->size;
  return (word->effect & JILU_NAME_ASCII) && end < r->size &&
         (jilu_is_letter(r->text[end]) || jilu_is_digit(r->text[end]));
}

/* One step over a word that a name may know. */
static inline size_t step_word (jilu_names *g, size_t at,
                                const jilu_token_word *word) {
  const jilu_reader *r = &g->scan.r;
  if (word->effect == 0) {
    add_token(g, at, at + word->size, word);
    return at + word->size;
  }
  word = uncut(r, at, word);
  take_word(g, at, word);
  if (word->effect & JILU_NAME_PERSONS)
    read_persons(g, at, at + word->size, &r->words[word->word]);
  return at + word->size;
}

/* A number and its unit end a run; 0 if none is here. */
static size_t step_number (jilu_names *g, size_t at) {
  bool counted = false;
  size_t end = behind_count(&g->scan.r, at, &counted);
  if (end == 0) return 0;
  end_run(g, 0);
  g->run.counted = counted;
  return end;
}

/* One step over a character that is neither Han nor of a word. */
static size_t step_other (jilu_names *g, size_t at) {
  const jilu_reader *r = &g->scan.r;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  size_t end = 0;
  if (jilu_is_digit(c)) end = step_number(g, at);
  if (end != 0) return end;
  if (c == '(' && g->run.count > 0) end = behind_parenthesis(r, at);
  else if (jilu_is_letter(c))
    for (end = at; end < r->size && jilu_is_letter(r->text[end]);) end++;
  else if (c == 0xB7) end = at + width;
  if (end == 0) return take_mark(g, at, c, width);
  add_token(g, at, end, NULL);
  return end;
}

/* One step over the text. */
static inline size_t step (jilu_names *g, size_t at) {
  const jilu_reader *r = &g->scan.r;
  unsigned may = r->begins[r->codes[at]];
  size_t end;
  if (g->run.quote.end != 0 && at >= g->run.quote.end) {
    end_run(g, 0x201D);
    g->run.quote.begin = g->run.quote.end = 0;
  }
  if (may & JILU_MAY_NAME) {
    /* names go ahead: no grammar has been here */
    const jilu_token_word *word = &jilu_walk_on(r, at)->token;
    if (word->word != 0 && !goes_on(r, at, word))
      return step_word(g, at, word);
  }
  if (!jilu_is_han_at(r, at)) return step_other(g, at);
  if ((may & JILU_MAY_NUMERAL) && (end = step_number(g, at)) != 0)
    return end;
  end = at + jilu_utf8_width(r->text[at]);
  add_token(g, at, end, NULL);
  return end;
}

void jilu_names_begin (jilu_names *g, const jilu_scan *s) {
  memset(&g->facts, 0, sizeof g->facts);
  g->text = s;
  g->scan = *s;
  g->scan.facts = &g->facts;
  g->at = 0;
  g->run.s = &g->scan;
  g->run.count = 0;
  g->run.holds = 0;
  g->run.counted = false;
  g->run.left = '\n';
  g->run.quote.begin = g->run.quote.end = 0;
  g->source = 0;
  g->next_mark = 0;
  g->marks = s->facts->count;
  g->list.count = 0;
  g->judge = NULL;
}

void jilu_names_read (jilu_names *g, size_t end) {
  size_t at = g->at;
  if (end > g->scan.r.size) end = g->scan.r.size;
  while (at < end && g->scan.status == JILU_OK) at = step(g, at);
  g->at = at;
}

void jilu_names_resolve_read (jilu_names *g) {
  end_run(g, 0);
  if (g->scan.status == JILU_OK) jilu_names_resolve(&g->scan);
  if (g->scan.status == JILU_OK) g->judge = jilu_judge_begin(&g->scan);
}

bool jilu_names_judge (jilu_names *g) {
  if (g->judge == NULL || jilu_judge_step(g->judge)) return g->judge != NULL;
  jilu_judge_end(g->judge);
  g->judge = NULL;
  if (g->scan.status == JILU_OK) jilu_names_resolve(&g->scan);
  return false;
}

jilu_status jilu_names_end (jilu_names *g, jilu_facts *out) {
  jilu_status status;
  if (g->judge != NULL) jilu_judge_end(g->judge);
  g->judge = NULL;
  status = g->scan.status;
  if (status == JILU_OK) status = jilu_facts_sort(&g->facts, 0);
  if (status == JILU_OK) status = jilu_facts_merge(out, &g->facts);
  jilu_facts_free(&g->facts);
  return status;
}
