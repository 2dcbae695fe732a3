/*
** Short forms: 县委 is the committee of the county that the document is about,
** 机关工委 that of the longer name, 钱书记 the person of that surname.
*/
#include <stdlib.h>
#include <string.h>

#include "facts/hash.h"
#include "facts/name/name.h"
#include "vocabulary/particle.h"

#define LONGEST_TAIL 12    /* code points of a tail that stands for a name */
#define LEVELS 16          /* different levels in one document */

/* Texts of the document, each with what it stands for. */
typedef struct entry {
  jilu_span key;
  uint32_t fact;           /* the first that has it */
  uint32_t count;
  bool several;            /* facts with different texts have it */
} entry;

typedef struct table {
  const jilu_reader *r;
  entry *slots;
  size_t room, count;
} table;

static bool same (const jilu_reader *r, jilu_span a, jilu_span b) {
  return a.end - a.begin == b.end - b.begin &&
         memcmp(r->text + a.begin, r->text + b.begin, a.end - a.begin) == 0;
}

static entry *find (const table *t, jilu_span key) {
  size_t k = (size_t)jilu_hash(t->r->text + key.begin, key.end - key.begin) &
             (t->room - 1);
  while (t->slots[k].count != 0 && !same(t->r, t->slots[k].key, key))
    k = (k + 1) & (t->room - 1);
  return &t->slots[k];
}

static bool grow (table *t) {
  table bigger = {t->r, NULL, t->room ? t->room * 4 : 32, t->count};
  size_t i;
  bigger.slots = calloc(bigger.room, sizeof *bigger.slots);
  if (bigger.slots == NULL) return false;
  for (i = 0; i < t->room; i++)
    if (t->slots[i].count != 0) *find(&bigger, t->slots[i].key) = t->slots[i];
  free(t->slots);
  *t = bigger;
  return true;
}

/* The entry of a key that is not empty; NULL where memory is out. */
static entry *enter (table *t, jilu_span key, uint32_t fact,
                     const jilu_facts *facts) {
  entry *e;
  if (t->count * 2 >= t->room && !grow(t)) return NULL;
  e = find(t, key);
  if (e->count == 0) {
    t->count++;
    e->key = key;
    e->fact = fact;
  }
  else if (!same(t->r, facts->items[e->fact].span, facts->items[fact].span))
    e->several = true;
  e->count++;
  return e;
}

static bool insert (table *t, jilu_span key, uint32_t fact,
                    const jilu_facts *facts) {
  return key.begin >= key.end || enter(t, key, fact, facts) != NULL;
}

static const entry *look_up (const table *t, jilu_span key) {
  const entry *e;
  if (t->room == 0 || key.begin >= key.end) return NULL;
  e = find(t, key);
  return e->count != 0 ? e : NULL;
}

typedef struct resolution {
  jilu_scan *s;
  table units;       /* places: 云川市 */
  table stems;       /* and without their level: 云川 */
  table bodies;      /* organisations' names */
  table tails;       /* and their ends */
  table surnames, persons;
  const entry *levels[LEVELS];  /* the most frequent place of each level */
  int level_count;
} resolution;

static jilu_span span_of (uint32_t begin, uint32_t end) {
  jilu_span span = {begin, end};
  return span;
}

/* --- learning ------------------------------------------------------------- */

/* Does it name a place with its level? */
static bool names_unit (const jilu_fact *f) {
  const jilu_name *n = &f->is.name;
  return f->kind != JILU_FACT_PERSON && n->unit.end != n->unit.begin &&
         n->level != n->unit.end;
}

static bool learn_place (resolution *x, uint32_t i) {
  const jilu_facts *facts = x->s->facts;
  const jilu_name *n = &facts->items[i].is.name;
  if (!names_unit(&facts->items[i])) return true;
  return insert(&x->units, n->unit, i, facts) &&
         insert(&x->stems, span_of(n->unit.begin, n->level), i, facts);
}

/* A tail of several names stands for the one that is most frequent. */
static bool learn_tail (resolution *x, jilu_span tail, uint32_t i) {
  const jilu_facts *facts = x->s->facts;
  entry *e;
  if (tail.begin >= tail.end) return true;
  if ((e = enter(&x->tails, tail, i, facts)) == NULL) return false;
  if (e->several && look_up(&x->bodies, facts->items[i].span)->count >
                        look_up(&x->bodies, facts->items[e->fact].span)->count)
    e->fact = i;
  return true;
}

/* Every end of the name from its body on may stand for it. */
static bool learn_tails (resolution *x, uint32_t i) {
  const jilu_facts *facts = x->s->facts;
  const jilu_fact *f = &facts->items[i];
  const unsigned char *text = x->s->r.text;
  uint32_t at = f->span.end;
  int n;
  if (f->is.name.body == f->span.begin) return true;
  if (!insert(&x->bodies, f->span, i, facts) ||
      !learn_tail(x, span_of(f->is.name.body, f->is.name.body_end), i))
    return false;
  for (n = 1; n <= LONGEST_TAIL && at > f->is.name.body; n++) {
    do at--; while ((text[at] & 0xC0) == 0x80);
    if (n > 2 && !learn_tail(x, span_of(at, f->span.end), i)) return false;
  }
  return true;
}

static bool learn (resolution *x, uint32_t i) {
  const jilu_fact *f = &x->s->facts->items[i];
  switch (f->kind) {
    case JILU_FACT_PLACE: return learn_place(x, i);
    case JILU_FACT_ORGANIZATION: return learn_place(x, i) && learn_tails(x, i);
    case JILU_FACT_PERSON:
      if (f->rule == JILU_RULE_SURNAME_TITLE || f->is.name.tentative)
        return true;
      return insert(&x->persons, f->span, i, x->s->facts) &&
             insert(&x->surnames, span_of(f->span.begin, f->is.name.body), i,
                    x->s->facts);
    default: return true;
  }
}

static jilu_span level_of (const resolution *x, const entry *e) {
  const jilu_name *n = &x->s->facts->items[e->fact].is.name;
  return span_of(n->level, n->unit.end);
}

/* The place of each level that the document names most, the first of them. */
static void choose_levels (resolution *x) {
  const jilu_facts *facts = x->s->facts;
  size_t i;
  int k;
  for (i = 0; i < facts->count; i++) {
    const entry *e, *best;
    if (!names_unit(&facts->items[i])) continue;
    e = look_up(&x->units, facts->items[i].is.name.unit);
    if (e->fact != i) continue;
    for (k = 0; k < x->level_count; k++)
      if (same(&x->s->r, level_of(x, x->levels[k]), level_of(x, e))) break;
    if (k == LEVELS) continue;
    if (k == x->level_count) {
      x->levels[x->level_count++] = e;
      continue;
    }
    best = x->levels[k];
    if (e->count > best->count) x->levels[k] = e;
  }
}

/* --- resolving ------------------------------------------------------------ */

/* 县水务局: the county's name, then the short form. */
static void resolve_level (resolution *x, jilu_fact *f) {
  int k;
  for (k = 0; k < x->level_count; k++) {
    const jilu_name *n = &x->s->facts->items[x->levels[k]->fact].is.name;
    if (!same(&x->s->r, span_of(n->level, n->unit.end),
              span_of(f->span.begin, f->is.name.body))) continue;
    f->is.name.full[0] = span_of(n->unit.begin, n->level);
    f->is.name.full[1] = f->span;
  }
}

/* The full form of a longer name; the short name has its end. */
static void take_full (jilu_fact *f, const jilu_fact *longer) {
  if (longer->is.name.full[0].end != 0) {
    f->is.name.full[0] = longer->is.name.full[0];
    f->is.name.full[1] = longer->is.name.full[1];
  }
  else f->is.name.full[0] = longer->span;
}

static void resolve_tail (resolution *x, jilu_fact *f) {
  const jilu_facts *facts = x->s->facts;
  const jilu_fact *other;
  const entry *e = look_up(&x->tails, f->span);
  if (e != NULL) {
    take_full(f, &facts->items[e->fact]);
    return;
  }
  /* 水务局机关支部, where 望屏县水务局 is known */
  e = look_up(&x->tails, span_of(f->is.name.body, f->is.name.body_end));
  if (e == NULL || f->is.name.body_end == f->span.end) return;
  other = &facts->items[e->fact];
  if (other->is.name.unit.end == 0) return;
  f->is.name.full[0] = span_of(other->span.begin, other->is.name.body);
  f->is.name.full[1] = f->span;
}

static void resolve (resolution *x, jilu_fact *f) {
  const entry *e;
  if (f->kind == JILU_FACT_ORGANIZATION) {
    if (f->is.name.unit.end != 0 || f->is.name.formal != NULL) return;
    if (f->is.name.body > f->span.begin) resolve_level(x, f);
    else resolve_tail(x, f);
  }
  else if (f->kind == JILU_FACT_PERSON &&
           f->rule == JILU_RULE_SURNAME_TITLE) {
    e = look_up(&x->surnames, span_of(f->span.begin, f->is.name.body));
    if (e != NULL && !e->several)
      f->is.name.full[0] = x->s->facts->items[e->fact].span;
  }
}

static bool overlap (const jilu_fact *a, const jilu_fact *b) {
  return a->span.begin < b->span.end && b->span.begin < a->span.end;
}

/*
** In a list of persons, each with his body: 张三(县财政局), or a line with a
** space between them.
*/
static bool is_entry (const jilu_reader *r, const jilu_facts *facts,
                      size_t i) {
  const jilu_fact *f = &facts->items[i], *next = f + 1;
  size_t begin = f->span.begin;
  if (i + 1 < facts->count && next->is.name.tentative) i++, next++;
  return i + 1 < facts->count && f->kind == JILU_FACT_PERSON &&
         next->kind == JILU_FACT_ORGANIZATION &&
         next->span.begin > f->span.end &&
         (r->text[f->span.end] == '('
              ? next->span.begin == f->span.end + 1
              : (begin == 0 || r->text[begin - 1] == '\n') &&
                    jilu_skip_spaces(r, f->span.end) == next->span.begin);
}

/* 书记张三、李四等10名: the title and the list name the same person. */
static bool is_again (const jilu_fact *a, const jilu_fact *b) {
  return a->kind == b->kind && a->span.begin == b->span.begin &&
         a->span.end == b->span.end;
}

/* Is the name sure, or confirmed elsewhere and not part of a sure one? */
static bool confirmed (const resolution *x, size_t i, size_t kept) {
  const jilu_fact *items = x->s->facts->items, *f = &items[i];
  const table *known = f->kind == JILU_FACT_PERSON ? &x->persons : &x->stems;
  if (kept > 0 && is_again(&items[kept - 1], f)) return false;
  if (!f->is.name.tentative) return true;
  if (kept > 0 && overlap(&items[kept - 1], f)) return false;
  if (i + 1 < x->s->facts->count && overlap(&items[i + 1], f) &&
      !items[i + 1].is.name.tentative) return false;
  if (is_entry(&x->s->r, x->s->facts, i)) return true;
  return look_up(known, f->span) != NULL;
}

/* 人民网-中国共产党新闻网 is one site. */
static bool joins (const jilu_reader *r, jilu_fact *last,
                   const jilu_fact *next) {
  if (last->kind != JILU_FACT_ORGANIZATION ||
      next->kind != JILU_FACT_ORGANIZATION ||
      next->span.begin != last->span.end + 1 ||
      r->text[last->span.end] != '-' ||
      jilu_particle_before(r, next->span.end) != JILU_SITE) return false;
  last->span.end = next->span.end;
  return true;
}

static void run (resolution *x) {
  jilu_facts *facts = x->s->facts;
  size_t i, kept = 0;
  x->s->status = jilu_facts_sort(facts, 0);
  if (x->s->status != JILU_OK) return;
  for (i = 0; i < facts->count; i++)
    if (!learn(x, (uint32_t)i)) {
      x->s->status = JILU_NO_MEMORY;
      return;
    }
  choose_levels(x);
  /* 县委 before 机关工委, whose longer name may be 县直机关工委 */
  for (i = 0; i < facts->count; i++)
    if (facts->items[i].is.name.body > facts->items[i].span.begin)
      resolve(x, &facts->items[i]);
  for (i = 0; i < facts->count; i++)
    if (facts->items[i].is.name.body == facts->items[i].span.begin)
      resolve(x, &facts->items[i]);
  for (i = 0; i < facts->count; i++) {
    if (kept > 0 &&
        joins(&x->s->r, &facts->items[kept - 1], &facts->items[i])) continue;
    if (confirmed(x, i, kept)) facts->items[kept++] = facts->items[i];
  }
  facts->count = kept;
}

void jilu_names_resolve (jilu_scan *s) {
  resolution x;
  memset(&x, 0, sizeof x);
  x.s = s;
  x.units.r = x.stems.r = x.tails.r = x.bodies.r = &s->r;
  x.surnames.r = x.persons.r = &s->r;
  run(&x);
  free(x.units.slots);
  free(x.stems.slots);
  free(x.tails.slots);
  free(x.bodies.slots);
  free(x.surnames.slots);
  free(x.persons.slots);
}
