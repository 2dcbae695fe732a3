-- What English is to the extractor; see jilu.Language.

---@type jilu.Language
return {
  name = "en",
  modules = {
    "jilu.en.numerals", "jilu.en.units", "jilu.en.nouns", "jilu.en.times", "jilu.en.time_words",
  },
  forms = "jilu.en.forms",
  spaced = true,
  decimal_mark = ".",
  group_mark = ",",
}
