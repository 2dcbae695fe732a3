-- Words of the grammar of English times, csrc/facts/time/*_english.c: `code` is the
-- part that a word plays there.

-- MM-DD; nth weekday of a month (last: 0), days behind it; days behind Easter
local HOLIDAYS = [[
  New Year's Day/01-01
  New Year Day/01-01
  New Year/01-01
  New Year's Eve/12-31
  Christmas/12-25
  Christmas Day/12-25
  Christmas Eve/12-24
  Xmas/12-25
  Boxing Day/12-26
  Valentine's Day/02-14
  Saint Patrick's Day/03-17
  St. Patrick's Day/03-17
  St Patrick's Day/03-17
  Groundhog Day/02-02
  April Fools' Day/04-01
  April Fool's Day/04-01
  Earth Day/04-22
  May Day/05-01
  Independence Day/07-04
  Juneteenth/06-19
  Halloween/10-31
  Guy Fawkes Night/11-05
  Bonfire Night/11-05
  Veterans Day/11-11
  Armistice Day/11-11
  All Saints' Day/11-01
  All Souls' Day/11-02
  International Women's Day/03-08
  Martin Luther King Day/n3-1-01
  Martin Luther King Jr. Day/n3-1-01
  MLK Day/n3-1-01
  Presidents' Day/n3-1-02
  Mother's Day/n2-7-05
  Memorial Day/n0-1-05
  Father's Day/n3-7-06
  Labor Day/n1-1-09
  Labour Day/n1-1-09
  Columbus Day/n2-1-10
  Thanksgiving/n4-4-11
  Thanksgiving Day/n4-4-11
  Black Friday/n4-4-11+1
  Cyber Monday/n4-4-11+4
  Easter/e0
  Easter Sunday/e0
  Easter Monday/e1
  Good Friday/e-2
  Palm Sunday/e-7
  Ash Wednesday/e-46
  Maundy Thursday/e-3
  Ascension Day/e39
  Pentecost/e49
  Whit Monday/e50
  Corpus Christi/e60
]]

local START, END = 1, 2   -- see jilu_time_mod

local MONTHS = {
  "january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may",
  "june jun jun.", "july jul jul.", "august aug aug.", "september sep sep. sept sept.",
  "october oct oct.", "november nov nov.", "december dec dec.",
}
local WEEKDAYS = {
  "monday mon mon.", "tuesday tue tue. tues tues.", "wednesday wed wed. weds",
  "thursday thu thu. thur thurs thurs.", "friday fri fri.", "saturday sat sat.",
  "sunday sun sun.",
}
local ORDINALS = [[
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
  fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
]]

return function(add)
  local function word(words, code, value, text)
    if type(words) == "string" then
      for one in words:gmatch "%S+" do word({ one }, code, value, text) end
      return
    end
    add("time_word", words, { code = code, value = value or 0, text = text or "" })
  end
  for k, names in ipairs(MONTHS) do word(names, "m", k, #names:match "%S+" > 3 and "long" or "") end
  for k, names in ipairs(WEEKDAYS) do word(names, "k", k) end
  local k = 0
  for name in ORDINALS:gmatch "%a+" do
    k = k + 1
    word(name, "f", k)
  end
  k = 20
  for name in ORDINALS:gmatch "%a+" do
    k = k + 1
    if k < 30 then word({ "twenty-" .. name, "twenty " .. name }, "f", k) end
  end
  word("thirtieth", "f", 30)
  word({ "thirty-first", "thirty first" }, "f", 31)

  word("the", "t")
  word("a an", "z")   -- of an hour ago
  word("of in", "o")
  word({ "q1", "Q1" }, "g", 1, "Q1")
  word({ "q2", "Q2" }, "g", 4, "Q2")
  word({ "q3", "Q3" }, "g", 7, "Q3")
  word({ "q4", "Q4" }, "g", 10, "Q4")
  word({ "h1", "H1", "first half of", "the first half of" }, "g", 1, "H1")
  word({ "h2", "H2", "second half of", "the second half of" }, "g", 7, "H2")
  word("will shall 'll ’ll", "v")
  word("this current that same", "n", 0)
  word({ "this same", "the current" }, "n", 0)
  word("next following", "n", 1)
  word("last previous preceding", "n", -1)
  -- the nearest one
  word({ "past", "this past" }, "n", -1, "near")
  word({ "coming", "upcoming", "this coming", "this upcoming" }, "n", 1, "near")
  for unit, letter in pairs {
    year = "Y", quarter = "Q", month = "M", week = "W", day = "D", weekend = "E", fortnight = "F",
    decade = "C", ["business day"] = "B", ["working day"] = "B", hour = "H", minute = "m",
    second = "S", ["calendar year"] = "Y", ["working week"] = "W", century = "Z",
  } do
    if unit ~= "second" then word({ unit }, "u", 1, letter) end
    word({ unit .. "s", unit .. "'s", unit .. "’s" }, "u", 1, letter)
  end
  word("yr yrs", "u", 1, "Y")
  word("wk wks", "u", 1, "W")
  word("hr hrs", "u", 1, "H")
  word("min mins", "u", 1, "m")
  word("sec secs", "u", 1, "S")
  -- later and earlier count from what the text tells, not from its date
  word({ "ago", "before now" }, "a", -1)
  word({ "from now", "hence" }, "a", 1)
  -- bound: all that is after, not only so much
  word({ "before", "prior to", "earlier than" }, "x", -1, "bound")
  word({ "after", "later than" }, "x", 1, "bound")
  word("from", "x", 1)
  word("within", "i", 1)
  -- a week behind these is as long
  word("for take takes took taking lasts lasted lasting spend spends spent waited", "L")
  word("morning", "p", 8, "12")
  word("afternoon", "p", 12, "16")
  word("evening", "p", 16, "20")
  word("night", "p", 20, "24")
  word("all whole entire", "y")
  word({ "later", "rest of", "remainder of", "remaining of", "remaining part of" }, "s", 1)
  word("earlier", "s", -1)
  for _, edge in ipairs { { "end", END }, { "close", END }, { "start", START },
    { "beginning", START } } do
    word({ edge[1] .. " of" }, "e", edge[2])
  end
  -- codes of EDTF
  word("spring", "N", 21)
  word("summer", "N", 22)
  word("autumn", "N", 23)
  word("fall", "N", 23, "f")   -- the fall of 1989 may be another
  word("winter", "N", 24)
  word({ "twice a", "once a", "twice every", "once every", "twice per", "once per" }, "R")
  word({ "every other", "every second" }, "O")
  word("BC BCE", "C")
  word({ "half past" }, "A", 30)
  word({ "quarter past", "a quarter past", "quarter after", "a quarter after" }, "A", 15)
  word({ "quarter to", "a quarter to" }, "A", -15)
  for _, n in ipairs { { 5, "five" }, { 10, "ten" }, { 20, "twenty" }, { 25, "twenty-five" } } do
    local past, to = {}, {}
    for _, said in ipairs { n[2], n[1] .. "" } do
      for _, unit in ipairs { "", " minutes" } do
        past[#past + 1] = said .. unit .. " past"
        if unit ~= "" then to[#to + 1] = said .. unit .. " to" end
      end
    end
    word(past, "A", n[1])
    word(to, "A", -n[1])
  end
  -- minutes from UTC; what two zones are called by (CST, IST, BST) is left out
  for name, minutes in pairs {
    UTC = 0, GMT = 0, WET = 0, WEST = 60, CET = 60, CEST = 120, EET = 120, EEST = 180, MSK = 180,
    HKT = 480, SGT = 480, JST = 540, KST = 540, AEST = 600, AEDT = 660, NZST = 720, NZDT = 780,
    EST = -300, EDT = -240, CDT = -300, MST = -420, MDT = -360, PST = -480, PDT = -420,
    AKST = -540, AKDT = -480, HST = -600,
  } do
    add("time_word", { name }, { code = "Z", value = minutes, text = "", exact = true })
  end
  word("today", "d", 0)
  word("tonight", "d", 0, "N")
  word("yesterday", "d", -1)
  word("tomorrow", "d", 1)
  word({ "the day after tomorrow", "day after tomorrow" }, "d", 2)
  word({ "the day before yesterday", "day before yesterday" }, "d", -2)
  word({ "the week after next", "week after next" }, "d", 2, "W")
  word({ "the week before last", "week before last" }, "d", -2, "W")
  word({ "now", "right now", "at present", "at the moment", "at this moment", "at this time" }, "w")
  word("am a.m. a.m AM", "c", 0)
  word("pm p.m. p.m PM", "c", 12)
  word({ "o'clock", "o’clock" }, "c", -1)
  word({ "in the morning" }, "c", 0)
  word({ "in the afternoon", "in the evening" }, "c", 12)
  word({ "half a", "half an" }, "H")
  word("noon midday", "l", 12)
  word("midnight", "l", 0)
  word("at on", "j")
  word("through until till", "r", 0)
  word("to - – ~", "r", 0)
  word("and", "r", 1)
  word("between", "b", 1)
  word("another", "q", 1)
  word("couple", "q", 2)
  word({ "a couple", "a couple of", "couple of" }, "q", 2)
  for line in HOLIDAYS:gmatch "[^\n]+" do
    local name, rule = line:match "^%s*(.-)/(%S+)"
    if name then
      local names = { name, name:lower() }
      for i = 1, 2 do
        if names[i]:find "'" then names[#names + 1] = (names[i]:gsub("'", "’")) end
        if names[i]:find "'" then names[#names + 1] = (names[i]:gsub("'", "")) end
      end
      word(names, "h", 0, rule)
    end
  end
end
