/* Organisations: [head] [places | level] stem suffix [stem suffix ...]. */
#include <string.h>

#include "facts/name/name.h"
#include "vocabulary/words.h"

#define BIT JILU_CLASS_BIT
#define LONGEST_STEM 16     /* code points between two suffixes */
#define LONGEST_OWN 14      /* and before one, where nothing else is known */
#define LONGEST_BRAND 4     /* characters of a name of its own */

/* What stands between the last suffix, place or level, and here. */
typedef struct stem {
  int from;                 /* first token */
  int plain, words, functions, verbs, campaigns, places;
  int leading;              /* of plain and places: those it begins with */
} stem;

typedef struct search {
  const jilu_run *run;
  int begin;                /* first token of the name */
  bool host;                /* it has a head, a place or a level */
  bool own;                 /* it has none, and is no whole name either */
  bool general;             /* no more than a head such as 全国 */
  int places, body;         /* tokens: its places, and what is behind them */
  int last;                 /* token behind the last suffix, 0: none yet */
  int first;                /* token behind the first suffix */
  stem stem;
} search;

static void begin_stem (search *q, int from) {
  memset(&q->stem, 0, sizeof q->stem);
  q->stem.from = from;
}

static bool has (const jilu_sense *suffix, char flag) {
  return jilu_sense_has(suffix, flag);
}

/* 财政部|长, 教育部|门: does another word begin with its last character? */
static bool is_cut (const jilu_run *run, int k) {
  const jilu_reader *r = &run->s->r;
  const jilu_sense *sense;
  size_t end = run->tokens[k].end, last = jilu_back(r, end);
  size_t next = jilu_match(r, last, BIT(NAME_WORD) | BIT(TITLE), &sense);
  if (next <= end) return false;
  /* 局|长期坚持 */
  return jilu_match(r, end, BIT(NAME_WORD) | BIT(NAME_STOP), &sense) <= next;
}

/* Is the suffix one character: 局 办? */
static bool is_single (const jilu_run *run, int k) {
  return run->tokens[k].end - run->tokens[k].begin == 3;
}

/* A suffix behind another, or behind a place, with nothing between. */
static bool accepts_bare (const search *q, int k, const jilu_sense *suffix) {
  if (q->last == 0)
    return has(suffix, 's') || (q->host && !q->general && has(suffix, 'd'));
  /* one character joins no other suffix, but for 办: 统计局|局务会议 */
  if (is_single(q->run, k)) return has(suffix, 'j');
  return (int)suffix->value != JILU_BODY_NAMED || has(suffix, 'b');
}

/* 环保局, 两新工委, 县扶贫办. */
static bool accepts_office (const search *q, int k, const jilu_sense *suffix,
                            int length) {
  const stem *m = &q->stem;
  /* 来华投资办厂 is no office, nor is 人民日报社新媒体大厦演播厅 */
  if (is_single(q->run, k) && m->functions == m->verbs &&
      (length > 4 || (length > 3 && has(suffix, 'j')))) return false;
  if (q->host || q->last != 0)
    return m->functions + m->plain + m->words > 0 || has(suffix, 'd');
  return has(suffix, 'h') && m->functions > m->verbs && !q->run->counted &&
         m->plain + m->places + m->words == 0;
}

/* 受灾 of 受灾学校: a word that says what is done or how, by the lexicon. */
static bool is_common (const jilu_run *run, int i) {
  const jilu_text_word *w = jilu_word_around(&run->s->r, run->tokens[i].begin);
  return w != NULL && w->begin == run->tokens[i].begin &&
         w->end - w->begin > 3 &&
         (w->kind == JILU_WORD_VERB || w->kind == JILU_WORD_VERBAL ||
          w->kind == JILU_WORD_QUALITY || w->kind == JILU_WORD_ADVERB);
}

/*
** A name of its own comes first: 明德|学校, 天健|会计师|事务所. It is short,
** unless the suffix is no common word, and no verb before a place: 庆祝北京….
*/
static bool accepts_own (const search *q, const jilu_sense *suffix) {
  const stem *m = &q->stem;
  if (q->run->counted || m->leading < 2 || m->places > 0 ||
      is_common(q->run, q->begin)) return false;
  if (has(suffix, 'l')) return true;
  return m->leading == m->plain && m->plain <= LONGEST_BRAND &&
         q->begin == 0;
}

/* Does the suffix at 'k' end an organisation? */
static bool accepts (const search *q, int k, const jilu_sense *suffix) {
  const stem *m = &q->stem;
  int length = jilu_token_length(q->run, m->from, k);
  bool known = q->host || q->last != 0;
  int own = m->plain + m->places;
  if (is_cut(q->run, k)) return false;
  if (m->campaigns > 0 && !has(suffix, 'v')) return false;
  if (length == 0) return accepts_bare(q, k, suffix);
  if (length > (known ? LONGEST_STEM : LONGEST_OWN)) return false;
  switch ((int)suffix->value) {
    case JILU_BODY_PART: return q->last != 0 && !has(suffix, 'a');
    case JILU_BODY_WEAK:
      if (!known) return false;
      return q->last != 0 || !has(suffix, 'p') || own + m->functions > 1;
    case JILU_BODY_OFFICE: return accepts_office(q, k, suffix, length);
    case JILU_BODY_NAMED:
      if (known) return has(suffix, 'w') || own + m->functions > 0;
      return accepts_own(q, suffix);
    default: return false;
  }
}

static void count_token (search *q, int k) {
  const jilu_sense *function =
      jilu_token_sense(q->run, k, BIT(FUNCTION));
  if (function != NULL) {
    q->stem.functions++;
    if (function->value == 2) q->stem.campaigns++;
    if (has(function, 'v')) q->stem.verbs++;
  }
  else if (jilu_token_plain(q->run, k)) q->stem.plain++;
  else if (jilu_token_sense(q->run, k, BIT(PLACE) | BIT(BODY)))
    q->stem.places += 2;
  else q->stem.words++;
  if (q->stem.words + q->stem.functions == 0)
    q->stem.leading = q->stem.plain + q->stem.places;
}

/* Behind places inside a name, before its branch: 长沙 in 长沙分行. */
static int behind_branch_place (const search *q, int k) {
  int end = jilu_places_end(q->run, k), n;
  const jilu_sense *suffix;
  if (end == 0 || q->last == 0) return 0;
  /* 国家税务总局 has branches of every kind */
  if (q->last == q->begin + 1 && k == q->last &&
      jilu_token_sense(q->run, q->begin, BIT(BODY)) != NULL) return end;
  for (n = end; n < end + 4 && n < q->run->count; n++) {
    suffix = jilu_token_sense(q->run, n, BIT(BODY_SUFFIX));
    if (suffix != NULL) return has(suffix, 'b') ? end : 0;
  }
  return 0;
}

/* A level, or a place that is no other word: 中山 in 中山医院 may be. */
static bool is_place (const jilu_run *run, int k) {
  const jilu_sense *place = jilu_token_sense(run, k, BIT(PLACE));
  return jilu_token_sense(run, k, BIT(LEVEL)) != NULL ||
         (place != NULL && (place->value != JILU_PLACE_WITH_LEVEL ||
                            jilu_token_sense(run, k + 1, BIT(LEVEL)) != NULL));
}

/* Looks for the last suffix of the name whose stem begins at token 'k'. */
static void extend (search *q, int k) {
  begin_stem(q, k);
  for (; k < q->run->count; k++) {
    const jilu_sense *suffix = jilu_token_sense(q->run, k, BIT(BODY_SUFFIX));
    if (suffix != NULL && accepts(q, k, suffix)) {
      q->last = k + 1;
      if (q->first == 0) q->first = k + 1;
      begin_stem(q, k + 1);
      continue;
    }
    if (jilu_token_sense(q->run, k, BIT(BODY)) && k == q->stem.from &&
        q->last == 0 && !q->general && !is_cut(q->run, k)) {
      q->last = q->first = k + 1;   /* 湖南江南在线 */
      begin_stem(q, k + 1);
      continue;
    }
    /* 埃及国家石油公司, but 市委|全国总工会 */
    if (jilu_token_sense(q->run, k, BIT(BODY_HEAD)) != NULL &&
        (q->last != 0 || k != q->stem.from || q->body == q->places)) return;
    if (jilu_token_sense(q->run, k, BIT(GENERIC)) != NULL) return;
    if (is_place(q->run, k) || k == q->stem.from) {
      int end = behind_branch_place(q, k);
      if (end == 0 && !is_place(q->run, k)) end = k;
      if (end == 0 && (q->last != 0 || q->host)) return;
      if (end == 0 && jilu_token_sense(q->run, k, BIT(LEVEL))) return;
      if (end > k) {
        q->stem.places += 2;
        k = end - 1;
        continue;
      }
    }
    count_token(q, k);
    if (jilu_token_length(q->run, q->stem.from, k) > LONGEST_STEM) return;
  }
}

/* Reads the head, the places and the level; the token behind them. */
static int read_host (search *q) {
  const jilu_run *run = q->run;
  const jilu_sense *head = jilu_token_sense(run, q->begin, BIT(BODY_HEAD));
  const jilu_sense *level;
  int k = q->begin, end;
  if (head != NULL) {
    q->host = true;
    q->general = head->value != 0;
    k++;
  }
  q->places = k;
  if ((end = jilu_places_end(run, k)) != 0) {
    q->host = true;
    q->general = false;
    return end;
  }
  level = jilu_token_sense(run, k, BIT(LEVEL));
  if (level != NULL && !has(level, 'n') &&
      (k > q->begin || !jilu_token_plain(run, k - 1))) {
    q->host = true;
    k++;
  }
  return k;
}

/* A whole name; a short one only where no other word can hold it: 选民|进行. */
static bool is_body (const jilu_run *run, int i) {
  const jilu_sense *body = jilu_token_sense(run, i, BIT(BODY));
  if (body == NULL || is_cut(run, i)) return false;
  return body->user || jilu_token_length(run, i, i + 1) > 2 ||
         !jilu_token_plain(run, i - 1);
}

/* Which of the forms of a name it is. */
static void set_rule (const search *q, jilu_fact *f) {
  const jilu_sense *body = jilu_token_sense(q->run, q->begin, BIT(BODY));
  if (q->own) f->rule = JILU_RULE_BODY_BRAND;
  if (q->last != q->begin + 1 || !is_body(q->run, q->begin)) return;
  jilu_name_mark(f, body, body->user ? JILU_RULE_BODY_USER
                                     : JILU_RULE_BODY_KNOWN);
}

/* What resolving it will ask for. */
static void describe (const search *q, jilu_name *name) {
  const jilu_name_token *t = q->run->tokens;
  name->body = t[q->body < q->last ? q->body : q->begin].begin;
  name->body_end = t[q->first - 1].end;
  if (q->body > q->places && q->places >= q->begin &&
      jilu_places_end(q->run, q->places) == q->body)
    jilu_place_unit(q->run, q->places, q->body, name);
}

/*
** Where a name of its own may begin: at the beginning of a run, or behind
** common words, if it then ends as only a company does.
*/
static bool may_begin (const jilu_run *run, int i) {
  int k;
  if (run->left == 0x201D) return false;
  for (k = 0; k < i; k++)
    if (jilu_token_plain(run, k)) return false;
  return i == 0 || jilu_token_plain(run, i);
}

int jilu_organization_read (const jilu_run *run, int i) {
  search q;
  jilu_fact *f;
  int k;
  memset(&q, 0, sizeof q);
  q.run = run;
  q.begin = i;
  if (is_body(run, i)) {
    k = i + 1;
    q.last = q.first = k;
  }
  else k = read_host(&q);
  q.body = k;
  q.own = !q.host && q.last == 0;
  if (q.own && !may_begin(run, i)) return 0;
  extend(&q, k);
  if (q.last == 0) return 0;
  f = jilu_name_add(run, JILU_FACT_ORGANIZATION, i, q.last,
                    JILU_RULE_BODY_SUFFIX);
  if (f == NULL) return q.last;
  set_rule(&q, f);
  describe(&q, &f->is.name);
  return q.last;
}
