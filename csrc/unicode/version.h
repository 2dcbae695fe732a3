/* Made by csrc/unicode/generate.lua from the UCD 17.0.0. Do not edit. */
#ifndef JILU_UNICODE_VERSION_H
#define JILU_UNICODE_VERSION_H

#define JILU_UNICODE_VERSION "17.0.0"

#endif
