/*
** Particles: characters that mean something to the grammars by themselves,
** whatever word they may begin. Which they are is data (class PARTICLE, with
** one of these letters as its code): 的 is OF, in Chinese.
*/
#ifndef JILU_VOCABULARY_PARTICLE_H
#define JILU_VOCABULARY_PARTICLE_H

#include "vocabulary/reader.h"

typedef enum jilu_particle {
  JILU_NO_PARTICLE  = 0,
  JILU_OF           = 'o',   /* 的: a modifier goes before it */
  JILU_LITERARY_OF  = 'l',   /* 之 */
  JILU_AND_OTHERS   = 'e',   /* 等, behind a list */
  JILU_AND          = 'a',   /* 和, between nouns */
  JILU_OR           = 'r',   /* 或, between numbers or times */
  JILU_AGAIN        = 'g',   /* 又 of 一年又一年 */
  JILU_EACH         = 'v',   /* 每, before a unit */
  JILU_NUMBERED     = 'n',   /* 第, before an ordinal */
  JILU_TWO          = '2',   /* 两, before a unit and never as a digit */
  JILU_FEW          = 't',   /* 三 四 五: with 两, of two persons and more */
  JILU_PERSONS      = 'p',   /* 名 位: counts persons */
  JILU_HUMANS       = 'h',   /* 人: the same, behind the number alone */
  JILU_THOSE        = 'w',   /* 者: those who */
  JILU_DONE         = 'd',   /* 了, behind a verb */
  JILU_RATE         = 'R',   /* 率 makes the name of a measure of a verb */
  JILU_DAY          = 'D',   /* 日 号, behind the number of a day */
  JILU_FROM_THEN_ON = 's',   /* 起, behind a time */
  JILU_PEOPLE       = 'f',   /* 族, in the names of autonomous places */
  JILU_APPOINTED    = 'y',   /* 任 between a name and a title */
  JILU_CALLED       = 'c',   /* 称 of 简称: a name follows */
  JILU_SITE         = 'W',   /* 网 ends the name of a site, */
  JILU_MEDIUM       = 'm'    /* 报 社 台 that of a paper or a station */
} jilu_particle;

/* That which begins at 'at' <= size, the start of a character. */
static inline jilu_particle jilu_particle_at (const jilu_reader *r,
                                              size_t at) {
  return (jilu_particle)r->vocabulary->particles[r->codes[at]];
}

/* That which ends at 'at'. */
static inline jilu_particle jilu_particle_before (const jilu_reader *r,
                                                  size_t at) {
  return at > 0 ? jilu_particle_at(r, jilu_back(r, at)) : JILU_NO_PARTICLE;
}

#endif
