-- What the types of records and their fields mean, in the words of the manual
-- (spec/manual/records.md is made from here and from jilu.record.schema).

local AMOUNT = {
  value = "the number, exact; absent where there is a range",
  min = "the least of a range",
  max = "the most of a range",
  unit = "what is measured or counted in, Simplified: `人`, `公里`, `%`; null where there is none",
  currency = "of money: its ISO 4217 code",
  ucum = "of a measure: its code in the Unified Code for Units of Measure",
  approx = "how exact the text says the value is",
  noun = "what is counted; `\"\"` if the text names nothing",
}

local NAME = { full = "the full name, where the text has a short form that is resolved; else null" }

return {
  -- what every record begins with
  common = {
    doc = "the document: the name of its file without folder and last extension, or its id",
    start = "first byte of the input as it was read, from 0",
    ["end"] = "the byte behind the last one: `text:sub(start + 1, end)` in Lua is the span",
    text = "the bytes there, as they stand in the input",
    norm = "the same without residue such as pinyin; only where it differs from `text`",
    line = "physical line, from 1",
  },

  types = {
    document = "one a document: what the page says of itself",
    line = "one a line: what it is on its page",
    section = "a heading and its level",
    enumeration = "a list in the text: 一是…二是… (firstly … secondly …)",
    quantity = "a number with its unit and what it counts",
    change = "a measure that went from one value to another, or by a factor",
    time = "a date, a duration, a recurrence or a vague time",
    work = "the content of 《》: the title of a work, a law, a document",
    quote = "the content of the outermost quotation marks",
    numeral_phrase = "what a document calls by a number: 三项制度 (the three systems)",
    framework = "the system of work that a document describes, as a tree",
    organization = "the name of an organization",
    person = "the name of a person",
    place = "the name of a place",
    document_number = "the number of an official document: 国发〔2022〕43号",
    url = "a web address",
    contact = "a telephone number, a mail address, a licence",
    ledger = "an event that the document states: who did what, when, with which effect",
    repair = "what was repaired in order to read the text",
    check = "a statement of the document about its own numbers, tested",
  },

  fields = {
    document = {
      schema = "version of the types of records: one more where a field went or means something "
        .. "else",
      path = "the path of the input as it was given; of a member of an archive or a WARC record "
        .. "that of the file that holds it; of an object of JSON Lines with `:` and its line; null "
        .. "where there is none",
      member = "the name in the archive, the WARC-Record-ID; only where there is one",
      encoding = "of the input: a name that iconv knows",
      format = "what the input was read as",
      converter = "the command of `--convert` that made the text; positions are those of what it "
        .. "gave; only where there is one",
      title = "the title of the page or the document",
      published = "the date of publication, ISO 8601, with hour and minute if they are given",
      published_basis = "where that is from: `line`, `url`, or the `option` of the call",
      written = "the year of writing, where it is another than that of the page",
      source = "who published it, as the page says",
      authors = "names, in their order",
      editors = "names, in their order",
      contributors = "names of those who sent it in",
      organization = "whose page it is",
      url = "the address of the page, where the text has it",
      icp = "the licence number of the web site (China)",
      script = "Simplified, Traditional, or both; null for a text without Chinese",
      language = "what the text was read as",
      language_basis = "what says so: an `option` of the document or the call, the `pipeline`, the "
        .. "`script` or the `words` of the text, or the `default`",
      bytes = "size of the input",
      sha256 = "of the input",
      invalid_bytes = "how many bytes are not well-formed UTF-8",
      repairs = "how many repairs there were",
    },
    line = { role = "what the line is" },
    section = {
      level = "1 for the highest",
      marker = "the number in front, as written: `一、`; null where there is none",
      heading = "the heading without its marker",
      kind = "a line of its own, or the beginning of a paragraph",
    },
    enumeration = {
      items = "the items, each with its place; `head` is what it begins with in short, `lead` the "
        .. "sentence up to the first stop",
    },
    quantity = AMOUNT,
    change = {
      of = "what changed",
      from = "the value before",
      to = "the value after",
      factor = "how many times as much, where the text says that",
      unit = "of the values",
      status = "it happened, or it is aimed at",
    },
    time = {
      value = "ISO 8601 or EDTF: `2019-03`, `2018-12/2019-02`, `P3M`, `R/P3M`; null if unknown",
      mod = "what part of the period, or how it is meant: `start` (年初, early in the year), `end`, "
        .. "`since`, `asof`, …; else null",
      kind = "which kind of time it is",
      from = "the first moment of the period, as exact as `value`; null where open or unknown",
      ["until"] = "the first moment behind it",
      anchor = "the date that a relative time was resolved against",
      anchor_basis = "where that date is from",
    },
    work = { content = "the text between the marks" },
    quote = { content = "the text between the marks" },
    numeral_phrase = {
      key = "the phrase without quotation marks, Simplified",
      parts = "the numbers in it, each with its classifier and noun",
      members = "what the number stands for, where the document spells it out",
    },
    framework = {
      name = "of the system, or of a part of it",
      numeral = "the numeral phrase that names it",
      kind = "what its members are, such as 机制 (mechanisms)",
      members = "the parts, of the same shape",
    },
    organization = NAME, person = NAME, place = NAME,
    document_number = { value = "the number, normalized" },
    url = { value = "the address" },
    contact = { value = "the number or address" },
    ledger = {
      content = "the statement of the event, without who and when",
      content_start = "where that stands", content_end = "likewise",
      unit = "the agent: who did it, as the text names it; null where it does not say",
      unit_full = "the full name of the agent in the document, what 我院 stands for",
      unit_start = "where the agent is named; null where the document does not name it in its text",
      unit_end = "the byte behind it",
      unit_basis = "`stated` in the sentence, `inherited` from one before, or of the `document`; "
        .. "null with a null unit",
      time = "when, ISO 8601 or EDTF",
      time_mod = "as `mod` of a time",
      time_basis = "as `unit_basis`",
      mode = "it happened, it happens again and again, or it is planned",
      section = "the heading that it stands under",
      effect = "the quantities that belong to the event, each with its place",
    },
    repair = {
      kind = "`ruby` (pinyin behind its character), `invalid_utf8`, `invisible`; of markup" ..
      " `emphasis`, `image`, `link`, `tag`, `heading`, `quote`, `list`, `table`, `rule`, `escape`",
      repair = "the text that it stands for; null where that cannot be known",
    },
    check = {
      rule = "which check: `sum`, `share`, `direction`, `count`",
      ok = "whether the statement holds",
      detail = "both sides of it",
    },
  },
}
