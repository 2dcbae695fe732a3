-- How English writes numbers, and what makes of a numeral no number.

local ABOUT, OVER, NEARLY, AT_LEAST, AT_MOST, RANGE = 1, 2, 3, 4, 5, 6

local SMALL = [[
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen
]]
local TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

return function(add)
  local value = 0
  add("digit", "zero", { value = 0 })
  for word in SMALL:gmatch "%a+" do
    value = value + 1
    add("digit", word, { value = value })
  end
  value = 10
  for word in TENS:gmatch "%a+" do
    value = value + 10
    add("tens", word, { value = value })
  end
  add("power", "hundred", { value = 2 })
  add("section", "thousand", { value = 3 })
  add("section", "million mn", { value = 6 })
  add("section", "billion bn", { value = 9 })
  add("section", "trillion tn", { value = 12 })
  -- behind the sign of a currency alone; elsewhere m is a metre
  add("money_section", "k K", { value = 3, exact = true })
  add("money_section", "m M", { value = 6, exact = true })
  add("money_section", "b B", { value = 9, exact = true })
  for words, number in pairs {
    ["a hundred"] = 100, ["a thousand"] = 1000, ["a million"] = 1e6, ["a billion"] = 1e9,
    ["a dozen"] = 12,
    ["half a dozen"] = 6, ["half a million"] = 5e5, ["half a billion"] = 5e8,
  } do
    add("digit", { words }, { value = number })
  end
  add("numeral_join", "and ,")
  for below, words in pairs {
    [2] = { "half", "halves" }, [3] = { "third", "thirds" }, [4] = { "quarter", "quarters" },
    [5] = { "fifth", "fifths" }, [6] = { "sixth", "sixths" }, [7] = { "seventh", "sevenths" },
    [8] = { "eighth", "eighths" }, [9] = { "ninth", "ninths" }, [10] = { "tenth", "tenths" },
    [12] = { "twelfth", "twelfths" }, [100] = { "hundredth", "hundredths" },
  } do
    add("denominator", words[1], { value = below, code = "1" })
    add("denominator", words[2], { value = below })
  end
  add("fraction", { "out of", "of every", "in every" })
  add("fraction", "in", { code = "1" })
  add("minus", { "-", "−", "minus" })

  local function approx(words, kind)
    add("approx_before", words, { value = kind })
  end
  approx({ "about", "around", "roughly", "approximately", "approx.", "some", "circa",
    "an estimated" }, ABOUT)
  approx({ "nearly", "almost", "close to", "just under", "under", "below", "less than",
    "fewer than", "<" }, NEARLY)
  approx({ "over", "more than", "above", "just over", "well over", "greater than", "upwards of",
    "in excess of", ">" }, OVER)
  approx({ "at least", "no fewer than", "not fewer than", "no less than", "not less than",
    "a minimum of", "≥" }, AT_LEAST)
  approx({ "at most", "up to", "no more than", "not more than", "a maximum of", "not exceeding",
    "≤" }, AT_MOST)
  approx("between", RANGE)
  add("approx_after", { "or more", "or over", "or above", "and above", "and over", "at least" },
    { value = AT_LEAST })
  add("approx_after", { "or less", "or fewer", "or below", "at most" }, { value = AT_MOST })
  add("approx_after", { "or so" }, { value = ABOUT })

  add("range", { "to", "-", "–", "—" })
  add("range", "and", { code = "b" })

  -- what is numbered, not counted: Chapter 3, page 240, No. 10
  add("ordinal", [[
    code tier chapter section article part page pages p. pp. paragraph para. clause annex appendix
    schedule table figure fig. chart box plate note footnote volume vol. issue line item question
    exercise example lesson unit equation step phase stage level grade class type size model
    version release build series season episode room suite floor apartment flat gate platform
    track route highway interstate road exit channel flight bus bay number numbers no. nos. nr.
    point rule act bill title lot group zone district ward sector block day aged age nine-to-five
  ]])
  -- words that hold a numeral and count nothing
  add("opaque", {
    "one another", "one day", "one by one", "one of", "one time", "one or two", "two by two",
    "no one",
    "nine-to-five", "one-off", "one-way", "two-way", "one-sided", "one-to-one", "one-on-one",
    "twenty-first", "to one side", "one hand", "the one", "this one", "that one",
  })
end
