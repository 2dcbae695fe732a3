-- What Chinese is to the extractor; see jilu.Language.

---@type jilu.Language
return {
  name = "zh",
  modules = {
    "jilu.zh.particles", "jilu.zh.numerals", "jilu.zh.units", "jilu.zh.nouns", "jilu.zh.changes",
    "jilu.zh.phrases", "jilu.zh.identifiers", "jilu.zh.times", "jilu.zh.names",
    "jilu.zh.organizations", "jilu.zh.places", "jilu.zh.persons",
  },
  uses = {
    "jilu.zh.verbs", "jilu.zh.known_bodies", "jilu.zh.surnames", "jilu.zh.compound_surnames",
  },
  weights = "jilu.zh.weights.names",
  spaced = false,
  decimal_mark = ".",
  group_mark = ",",
}
