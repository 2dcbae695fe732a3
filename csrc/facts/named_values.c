#include "facts/named_values.h"

#include <string.h>

#include "facts/name/name.h"
#include "facts/time/time.h"

#define BIT JILU_CLASS_BIT

typedef struct named_value {
  const char *name;   /* NULL behind the last */
  int value;
} named_value;

/* The names in records: see fields.def. */
static const named_value approximations[] = {
  {"exact", JILU_EXACT}, {"about", JILU_ABOUT}, {"over", JILU_OVER},
  {"nearly", JILU_NEARLY}, {"at_least", JILU_AT_LEAST},
  {"at_most", JILU_AT_MOST}, {"range", JILU_RANGE}, {NULL, 0}
};

static const named_value mods[] = {
  {"start", JILU_MOD_START}, {"end", JILU_MOD_END}, {"since", JILU_MOD_SINCE},
  {"asof", JILU_MOD_ASOF}, {"before", JILU_MOD_BEFORE},
  {"around", JILU_MOD_AROUND}, {"after", JILU_MOD_AFTER}, {NULL, 0}
};

static const named_value bodies[] = {
  {"weak", JILU_BODY_WEAK}, {"office", JILU_BODY_OFFICE},
  {"named", JILU_BODY_NAMED}, {"part", JILU_BODY_PART}, {NULL, 0}
};

static const named_value places[] = {
  {"with_level", JILU_PLACE_WITH_LEVEL}, {"province", JILU_PLACE_PROVINCE},
  {"city", JILU_PLACE_CITY}, {"other", JILU_PLACE_OTHER}, {NULL, 0}
};

static const named_value titles[] = {
  {"office", JILU_TITLE_OFFICE}, {"address", JILU_TITLE_ADDRESS},
  {"role", JILU_TITLE_ROLE}, {"behind", JILU_TITLE_BEHIND}, {NULL, 0}
};

static const named_value nothing[] = {{NULL, 0}};

static const named_value *values_of (jilu_class class_) {
  const jilu_classes bit = (jilu_classes)1 << class_;
  if (bit & (BIT(APPROX_BEFORE) | BIT(APPROX_BETWEEN) | BIT(APPROX_AFTER) |
             BIT(APPROX_FAR) | BIT(ROUGH))) return approximations;
  if (bit & (BIT(TIME_BEFORE) | BIT(TIME_EDGE) | BIT(TIME_SUFFIX) |
             BIT(TIME_VAGUE))) return mods;
  if (bit & BIT(BODY_SUFFIX)) return bodies;
  if (bit & BIT(PLACE)) return places;
  return bit & BIT(TITLE) ? titles : nothing;
}

int jilu_named_value (jilu_class class_, const char *name) {
  const named_value *v = values_of(class_);
  for (; v->name != NULL; v++)
    if (strcmp(v->name, name) == 0) return v->value;
  return -1;
}

const char *jilu_value_name (jilu_class class_, int k) {
  const named_value *v = values_of(class_);
  while (k > 0 && v->name != NULL) v++, k--;
  return v->name;
}
