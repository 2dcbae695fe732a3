#include "unicode/property.h"

#include <string.h>

#include "jilu.h"
#include "unicode/utf8.h"

unsigned jilu_property_value (const jilu_property *p, uint32_t c) {
  unsigned low = 0, high = p->range_count;
  while (high - low > 1) {
    unsigned middle = low + (high - low) / 2;
    if (p->ranges[middle] >> 11 <= c) low = middle;
    else high = middle;
  }
  return p->ranges[low] & 0x7FFu;
}

/* A name that need not end with a zero. */
typedef struct word {
  const char *s;
  size_t size;
} word;

/* The next character that counts, small, from '*i' on; 0 at the end. */
static int next_of (word w, size_t *i) {
  while (*i < w.size) {
    char c = w.s[(*i)++];
    if (c >= 'A' && c <= 'Z') return c - 'A' + 'a';
    if (c != ' ' && c != '_' && c != '-' && c != '\0') return c;
  }
  return 0;
}

static bool is_name (word a, const char *name) {
  word b = {name, strlen(name)};
  size_t i = 0, k = 0;
  int c;
  do {
    c = next_of(a, &i);
    if (c != next_of(b, &k)) return false;
  } while (c != 0);
  return true;
}

static const jilu_property *find (word w) {
  unsigned i;
  for (i = 0; i < jilu_property_count; i++) {
    const jilu_property *p = &jilu_property_list[i];
    if (is_name(w, p->name) || is_name(w, p->alias)) return p;
  }
  return NULL;
}

const jilu_property *jilu_property_find (const char *name, size_t size) {
  word w = {name, size};
  return find(w);
}

static void add_value (jilu_set *set, unsigned value) {
  set->values[value >> 6] |= UINT64_C(1) << (value & 63u);
}

/* Whether 'name', a list of names between spaces, has that word. */
static bool lists (const char *name, word w) {
  while (*name != '\0') {
    char one[64];
    size_t size = strcspn(name, " ");
    if (size < sizeof one) {
      memcpy(one, name, size);
      one[size] = '\0';
      if (is_name(w, one)) return true;
    }
    name += size + strspn(name + size, " ");
  }
  return false;
}

/* Adds the values that 'w' names; whether there are any. */
static bool add_values (jilu_set *set, word w) {
  const jilu_property *p = set->property;
  bool several = p == &jilu_property_list[JILU_SCRIPT_EXTENSIONS];
  bool found = false;
  unsigned i;
  for (i = 0; i < p->value_count; i++) {
    if (several ? !lists(p->values[i], w) && !lists(p->others[i], w)
                : !is_name(w, p->values[i]) && !is_name(w, p->others[i]))
      continue;
    add_value(set, i);
    found = true;
  }
  return found;
}

/* Groups of categories: "L", "Letter", "LC", "Cased_Letter", ... */
static bool add_group (jilu_set *set, word w) {
  static const struct {
    const char *brief, *name, *first, *second;
  } groups[] = {
    {"L", "Letter", "L", "ultmo"}, {"LC", "Cased_Letter", "L", "ult"},
    {"M", "Mark", "M", "nce"}, {"N", "Number", "N", "dlo"},
    {"P", "Punctuation", "P", "cdseifo"}, {"S", "Symbol", "S", "mcko"},
    {"Z", "Separator", "Z", "slp"}, {"C", "Other", "C", "cfson"}
  };
  const jilu_property *p = set->property;
  unsigned i, k;
  for (i = 0; i < sizeof groups / sizeof *groups; i++) {
    if (!is_name(w, groups[i].brief) && !is_name(w, groups[i].name)) continue;
    for (k = 0; k < p->value_count; k++)
      if (p->values[k][0] == groups[i].first[0] &&
          strchr(groups[i].second, p->values[k][1]) != NULL)
        add_value(set, k);
    return true;
  }
  return false;
}

static bool of_property (jilu_set *set, unsigned which, word w) {
  memset(set, 0, sizeof *set);
  set->property = &jilu_property_list[which];
  if (which == JILU_GENERAL_CATEGORY && add_group(set, w)) return true;
  return add_values(set, w);
}

bool jilu_set_find (const char *name, size_t size, jilu_set *set) {
  word w = {name, size}, yes = {"Yes", 3};
  const char *mark = memchr(name, '=', size);
  const jilu_property *p;
  if (mark != NULL) {
    word key = {name, (size_t)(mark - name)};
    word value = {mark + 1, size - key.size - 1};
    p = find(key);
    return p != NULL &&
           of_property(set, (unsigned)(p - jilu_property_list), value);
  }
  if (of_property(set, JILU_GENERAL_CATEGORY, w) ||
      of_property(set, JILU_SCRIPT, w)) return true;
  p = find(w);
  return p != NULL && p >= jilu_property_list + JILU_FIRST_BINARY &&
         of_property(set, (unsigned)(p - jilu_property_list), yes);
}

static const char *value_of (unsigned property, uint32_t c) {
  const jilu_property *p = &jilu_property_list[property];
  return p->values[jilu_property_value(p, c)];
}

const char *jilu_category (uint32_t c) {
  return c > 0x10FFFF ? "Cn" : value_of(JILU_GENERAL_CATEGORY, c);
}

const char *jilu_script (uint32_t c) {
  return c > 0x10FFFF ? "Unknown" : value_of(JILU_SCRIPT, c);
}

bool jilu_counts_as_word (const char *text, size_t size) {
  const unsigned char *s = (const unsigned char *)text;
  size_t at = 0;
  while (at < size) {
    unsigned width;
    int ok;
    uint32_t c = jilu_utf8_decode(s + at, size - at, &width, &ok);
    char kind = value_of(JILU_GENERAL_CATEGORY, c)[0];
    if (kind == 'L' || kind == 'M' || kind == 'N') return true;
    at += width;
  }
  return false;
}
