/* What stands behind a time: 以来, 前夕, 期间, 起. */

#include <string.h>

#include "facts/number/numeral.h"
#include "facts/time/reader.h"

#define T JILU_TIME
#define BIT JILU_CLASS_BIT

static bool is_open_mark (uint32_t c) {
  return c == 0x201C || c == 0x2018 || c == 0x300C || c == '"';
}

static bool is_close_mark (uint32_t c) {
  return c == 0x201D || c == 0x2019 || c == 0x300D || c == '"';
}

static bool begins_number (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  return (at < r->size && jilu_is_digit(r->text[at])) ||
         jilu_match(r, at, BIT(DIGIT) | BIT(POWER), &sense) != 0;
}

/* 期间 of a holiday are its days of rest; 期间, 前夕, 以来 of any time. */
static bool apply_suffix (jilu_time_parse *p, const jilu_sense *suffix,
                          size_t behind, jilu_time *t) {
  char code = *suffix->code;
  if (strchr("SsnpbdhaDif", code) == NULL) return false;
  if (strchr("Di", code) != NULL && p->m.grain > JILU_GRAIN_MONTH) return false;
  if (code == 's' && p->m.grain != JILU_GRAIN_YEAR) return false;
  if (code == 'h' && p->rest == 0) {
    if (p->rule != JILU_RULE_HOLIDAY && p->rule != JILU_RULE_USER_HOLIDAY)
      return false;
    /* 五一假期: how many days is not known */
    t->mod = JILU_MOD_AROUND;
    return true;
  }
  /* 前三名 is a rank */
  if ((code == 'b' || code == 'a') && begins_number(p->r, behind))
    return false;
  /* what is due is due in the year of the document: 去年发布, 4月底前完成 */
  if (code == 'b' && p->m.inherited) {
    p->m.year = JILU_NO_YEAR;
    p->m.relative = false;
    jilu_time_fill_year_of_anchor(p);
    jilu_time_put_moment(p->s, &p->m, t);
  }
  if ((code == 'd' || code == 'h') && p->rest > 0 && p->m.day >= 0) {
    p->m.grain = JILU_GRAIN_DAYS;
    p->m.count = p->rest;
    p->m.style = JILU_STYLE_ENDS;
    jilu_time_put_moment(p->s, &p->m, t);
  }
  t->kind = p->m.grain == JILU_GRAIN_DAYS ? JILU_TIME_INTERVAL : t->kind;
  if (suffix->value > 0 &&
      (t->mod == JILU_MOD_NONE || suffix->value == JILU_MOD_SINCE))
    t->mod = (jilu_time_mod)(int)suffix->value;
  if (t->mod == JILU_MOD_SINCE) {
    t->kind = JILU_TIME_DATE;
    jilu_time_write_anchor(p->s, t->until);
  }
  if (code == 'f' || code == 'a') t->until[0] = '\0';   /* and it goes on */
  if (t->mod == JILU_MOD_BEFORE) {
    memcpy(t->until, t->from, sizeof t->until);
    t->from[0] = '\0';
  }
  return true;
}

/* The suffix at 'at'; behind a closing mark the span takes in the marks. */
size_t jilu_time_suffix_read (jilu_time_parse *p, size_t at, jilu_time *t) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_time_word(p->r, at, T(SUFFIX), &sense), from;
  unsigned width;
  if (end != 0 && *sense->code == 'f') {
    (void)apply_suffix(p, sense, end, t);
    return at;
  }
  if (end != 0) return apply_suffix(p, sense, end, t) ? end : at;
  if (!is_close_mark(jilu_peek(p->r, at, &width)) ||
      !is_open_mark(jilu_peek_back(p->r, p->begin))) return at;
  from = at + width;
  end = jilu_time_word(p->r, from, T(HOLIDAY) | T(EDGE), &sense);
  if (end != 0 && jilu_sense_is(sense, T(EDGE))) {
    if (strchr(sense->code, 'Y') == NULL) return at;
    t->mod = (jilu_time_mod)(int)sense->value;
    p->begin = jilu_back(p->r, p->begin);
    return end;
  }
  if (end != 0) from = end;
  end = jilu_time_word(p->r, from, T(SUFFIX), &sense);
  if (end != 0 && apply_suffix(p, sense, end, t)) from = end;
  else if (from == at + width) return at;
  p->begin = jilu_back(p->r, p->begin);
  return from;
}
