// jilu from C++: a range over the words of a text, and a lexicon that closes
// itself. On jilu.h and the standard library.

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <jilu.h>

struct close_lexicon {
  void operator()(jilu_lexicon *lexicon) const { jilu_lexicon_close(lexicon); }
};
using lexicon_ptr = std::unique_ptr<jilu_lexicon, close_lexicon>;

lexicon_ptr open_lexicon(const char *path) {
  jilu_lexicon *lexicon;
  if (jilu_lexicon_open(path, &lexicon) != JILU_OK)
    throw std::runtime_error("no lexicon");
  return lexicon_ptr(lexicon);
}

class words {
  struct free_words {
    void operator()(jilu_words *w) const { jilu_words_free(w); }
  };
  std::unique_ptr<jilu_words, free_words> walk;
  std::string_view text;

 public:
  words(const lexicon_ptr &lexicon, std::string_view text) : text(text) {
    jilu_words *w;
    if (jilu_words_new(lexicon.get(), text.data(), text.size(),
                       JILU_WORDS_ACCURATE, &w) != JILU_OK)
      throw std::runtime_error("no words");
    walk.reset(w);
  }
  bool next(std::string_view &word) {
    jilu_token token;
    if (!jilu_words_next(walk.get(), &token)) return false;
    word = text.substr(token.begin, token.end - token.begin);
    return true;
  }
};

int main(int argc, char **argv) try {
  if (argc < 3) return 1;
  lexicon_ptr lexicon = open_lexicon(argv[1]);
  words walk(lexicon, argv[2]);
  for (std::string_view word; walk.next(word);)
    std::printf("%.*s\n", static_cast<int>(word.size()), word.data());
} catch (const std::exception &error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
