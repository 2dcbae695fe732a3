/* Lists of names: 甲、乙、丙等14家企业. */
#include <string.h>

#include "facts/name/name.h"

#include "facts/number/numeral.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT

static jilu_list_item describe (const jilu_run *run, size_t facts) {
  const jilu_facts *all = run->s->facts;
  const jilu_name_token *t = run->tokens;
  const jilu_sense *function, *suffix;
  int k, n = run->count;
  jilu_list_item item = {{t[0].begin, t[n - 1].end}, 0, 0, false, false,
                         false, false, true};
  item.length = jilu_token_length(run, 0, n);
  for (k = 0; k < n; k++) {
    if (jilu_token_plain(run, k)) item.plain++;
    if (jilu_token_sense(run, k, BIT(FUNCTION) | BIT(BODY_SUFFIX)) == NULL)
      item.office = false;
  }
  function = jilu_token_sense(run, n - 1, BIT(FUNCTION));
  item.trade = jilu_token_plain(run, 0) && function != NULL &&
               jilu_sense_has(function, 't');
  item.business = item.trade && jilu_token_plain(run, 1);
  suffix = jilu_token_sense(run, n - 1, BIT(BODY_SUFFIX));
  if (suffix == NULL || item.length < 4 ||
      (n == 1 && (jilu_sense_has(suffix, 'g') ||
                  jilu_sense_has(suffix, 'p')))) item.office = false;
  for (; facts < all->count; facts++) {
    const jilu_fact *f = &all->items[facts];
    if (f->is.name.tentative) continue;
    item.partly = true;
    if (f->kind == JILU_FACT_ORGANIZATION &&
        f->span.begin == item.span.begin && f->span.end == item.span.end)
      item.whole = true;
  }
  return item;
}

static void add (jilu_scan *s, jilu_list_item *item, jilu_fact_kind kind) {
  jilu_fact *f = jilu_scan_add(s, kind, item->span.begin, item->span.end,
                               kind == JILU_FACT_PLACE ? JILU_RULE_PLACE_LIST
                                                       : JILU_RULE_BODY_LIST);
  item->partly = true;
  if (kind == JILU_FACT_ORGANIZATION) item->whole = true;
  if (f == NULL) return;
  f->is.name.body = item->span.begin;
  f->is.name.body_end = item->span.end;
}

void jilu_list_take (jilu_list *list, const jilu_run *run, size_t facts) {
  jilu_list_item item, *last = NULL;
  if (list->count > 0 && list->count < JILU_LIST_ITEMS)
    last = &list->items[list->count - 1];
  if (last == NULL || last->span.end + 3 != run->tokens[0].begin) {
    last = NULL;
    list->count = 0;
    if (!jilu_list_begins(run)) return;
  }
  item = describe(run, facts);
  if (last != NULL && last->whole && item.office && !item.partly)
    add(run->s, &item, JILU_FACT_ORGANIZATION);
  list->items[list->count++] = item;
}

/* 湖南江南在线: a place that begins the name of a paper or a site is part of it. */
static void widen (jilu_scan *s, jilu_list_item *item) {
  size_t i;
  for (i = s->facts->count; i > 0 && i + 64 > s->facts->count; i--) {
    jilu_fact *f = &s->facts->items[i - 1];
    if (f->kind != JILU_FACT_PLACE || f->span.begin != item->span.begin)
      continue;
    f->kind = JILU_FACT_ORGANIZATION;
    f->rule = JILU_RULE_BODY_LIST;
    f->span = item->span;
    f->is.name.body = f->is.name.unit.end;
    f->is.name.body_end = f->span.end;
    return;
  }
}

/* What the list is one of: 等 [14家] [新闻] 媒体. 0: nothing of use. */
static int head_at (const jilu_reader *r, size_t at) {
  const jilu_sense *sense;
  jilu_numeral number;
  size_t end = jilu_numeral_read(r, at, &number), next;
  int n;
  if (end != 0) {
    at = end;
    if ((end = jilu_match(r, at, BIT(UNIT), &sense)) != 0) at = end;
  }
  for (n = 0; n < 3; n++) {
    end = jilu_match(r, at, BIT(LIST_HEAD), &sense);
    next = jilu_match(r, at, BIT(NAME_WORD) | BIT(GENERIC) | BIT(FUNCTION),
                      end != 0 ? &(const jilu_sense *){NULL} : &sense);
    if (end != 0 && end >= next) return (int)sense->value;
    if (next == 0) return 0;
    at = next;
  }
  return 0;
}

static bool names_body (const jilu_list_item *item, bool bodies) {
  if (item->partly || item->length > 12) return false;
  if (item->business) return true;
  return bodies && item->length >= 4 && (item->plain >= 2 || item->trade);
}

/* No word is among the items, as in 社区、菜场等地: all may be places. */
static bool may_be_places (const jilu_list *list) {
  int k;
  for (k = 0; k < list->count; k++)
    if (!list->items[k].partly && list->items[k].plain < list->items[k].length)
      return false;
  return true;
}

void jilu_list_end (jilu_list *list, jilu_scan *s, size_t begin, size_t end) {
  bool bodies = false;
  int head, k;
  if (list->count == 0 || list->items[list->count - 1].span.end != begin)
    return;
  head = head_at(&s->r, end);
  if (head == JILU_LIST_PLACES && !may_be_places(list)) head = 0;
  for (k = 0; k < list->count; k++)
    if (list->items[k].whole || list->items[k].business) bodies = true;
  for (k = 0; k < list->count && head != 0; k++) {
    jilu_list_item *item = &list->items[k];
    if (head == JILU_LIST_PLACES) {
      if (!item->partly && item->plain == item->length && item->length <= 4 &&
          item->length >= 2) add(s, item, JILU_FACT_PLACE);
    }
    else if (head == JILU_LIST_MEDIA && item->partly && !item->whole &&
             item->length <= 8 && item->plain >= 2) widen(s, item);
    else if (names_body(item, bodies)) add(s, item, JILU_FACT_ORGANIZATION);
  }
  list->count = 0;
}
