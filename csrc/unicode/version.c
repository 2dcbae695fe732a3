#include "unicode/version.h"

#include "jilu.h"

const char *jilu_unicode_version (void) {
  return JILU_UNICODE_VERSION;
}

const char *jilu_version (void) {
  return JILU_VERSION;
}
