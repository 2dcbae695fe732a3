/*
** words LEXICON: a C host that finds the Chinese words of standard input, one
** a line. Exit 2: the lexicon can't be opened; 3: it is damaged.
*/
#include <stdio.h>

#include "jilu.h"

int main (int count, char **args) {
  static char text[1 << 20];
  size_t size = fread(text, 1, sizeof text, stdin);
  jilu_lexicon *lexicon;
  jilu_words *words;
  jilu_token word;
  if (count != 2 || jilu_lexicon_open(args[1], &lexicon) != JILU_OK) return 2;
  if (!jilu_lexicon_intact(lexicon)) return 3;
  if (jilu_words_new(lexicon, text, size, 0, &words) != JILU_OK) return 1;
  while (jilu_words_next(words, &word))
    printf("%.*s\n", (int)(word.end - word.begin), text + word.begin);
  jilu_words_free(words);
  jilu_lexicon_close(lexicon);
  return 0;
}
