-- Basics of German: a third language that shows what a language has to bring.

local UNITS = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"

return {
  name = "de", spaced = true, capital_nouns = true, forms = "jilu.en.forms",
  decimal_mark = ",", group_mark = ".",
  modules = { function(add)
    local value = 0
    for word in UNITS:gmatch "%S+" do
      add("digit", word, { value = value })
      value = value + 1
    end
    add("power", "hundert", { value = 2 })
    add("section", "tausend", { value = 3 })
    add("section", "Million Millionen Mio.", { value = 6 })
    add("section", "Milliarde Milliarden Mrd.", { value = 9 })
    add("minus", { "-", "minus" })
    add("approx_before", { "etwa", "rund", "circa" }, { value = "about" })
    add("approx_before", "mindestens", { value = "at_least" })
    add("unit", "Euro", { text = "EUR", code = "currency:EUR" })
    add("unit", "km Kilometer", { text = "km", code = "km" })
    add("unit", { "%", "Prozent" }, { text = "%", code = "%" })
    add("plural", "Kinder Männer Frauen Leute Häuser")
    add("plural_ending", "en", { value = 1 })
    add("noun_stop", [[
      der die das den dem des ein eine einen einem eines und oder in im an am auf für mit von zu
      zur zum bei nach aus über unter wurden wurde werden wird sind ist haben hat
    ]])
  end },
}
