-- press_release.lua: sums of money with their time, and who is quoted
local jilu = require "jilu"

return jilu.pipeline {
  "zones", "metadata", "facts",
  jilu.rule {
    name   = "sum",
    match  = jilu.re "{:amount: quantity :} gap {:time: time :}",
    where  = function(m) return m.amount.currency ~= nil end,
    emit   = function(m)
      return { amount = m.amount.value, currency = m.amount.currency, time = m.time.value }
    end,
    fields = { { "amount", "number" }, { "currency", "string" }, { "time", "string" } },
    tests  = {
      { "Sales rose to $3.5 million in 2019.",
        { amount = 3500000, currency = "USD", time = "2019" } },
      { "The fund paid €40,000 on 3 May 2020.", { currency = "EUR", time = "2020-05-03" } },
      { "It sold 3 boats in 2019.", false },
      { "Sales rose to $3.5 million.", false },
    },
  },
  jilu.rule {
    name   = "quotation",
    match  = jilu.re "{:words: quote :} . ' said ' {:who: (letter / space)+ :}",
    emit   = function(m) return { words = m.words, who = m.who } end,
    fields = { { "words", "string" }, { "who", "string" } },
    tests  = {
      { "“We sold more boats,” said the owner.",
        { words = "We sold more boats,", who = "the owner" } },
      { "The owner said nothing.", false },
    },
  },
  language = "en",
}
