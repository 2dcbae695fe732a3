/* Made by csrc/unicode/generate.lua from the UCD 15.0.0. Do not edit. */
#ifndef JILU_UNICODE_VERSION_H
#define JILU_UNICODE_VERSION_H

#define JILU_UNICODE_VERSION "15.0.0"

#endif
