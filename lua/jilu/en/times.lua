-- Words of times: months, days, what points from the date of the document, and
-- the units of durations.

local SINCE = 3

local MONTHS = {
  "January Jan Jan.", "February Feb Feb.", "March Mar Mar.", "April Apr Apr.", "May",
  "June Jun Jun.",
  "July Jul Jul.", "August Aug Aug.", "September Sep Sep. Sept Sept.", "October Oct Oct.",
  "November Nov Nov.", "December Dec Dec.",
}
local WEEKDAYS = {
  "Monday Mon Mon.", "Tuesday Tue Tue. Tues.", "Wednesday Wed Wed.", "Thursday Thu Thu. Thurs.",
  "Friday Fri Fri.", "Saturday Sat Sat.", "Sunday Sun Sun.",
}

return function(add)
  for k, names in ipairs(MONTHS) do add("time_month", names, { value = k, exact = true }) end
  for k, names in ipairs(MONTHS) do
    for name in names:gmatch "%a%a%a+" do
      add("time_month", name:upper(), { value = k, exact = true })
    end
  end
  for k, names in ipairs(WEEKDAYS) do add("time_weekday", names, { value = k, exact = true }) end

  add("time_mark", "st nd rd th", { code = "D" })
  add("time_mark", { "s", "'s", "’s" }, { code = "X", exact = true })
  add("time_clock", "of", { code = "d" })

  -- s: a year is behind them for sure; of 2000 may be of two thousand
  add("time_before", "in during early late mid mid- circa year fiscal FY", { code = "s" })
  add("time_before", "since", { value = SINCE, code = "s" })
  add("time_before", "until till by from of to and before after for between last next")
  add("time_before", "the", { code = "t" })
  add("time_every", "every each")

  local function relative(words, offset, code)
    add("time_relative", words, { value = offset, code = code })
  end
  for _, grain in ipairs { { "year", "Y" }, { "month", "M" }, { "week", "W" } } do
    relative({ "this " .. grain[1], "the current " .. grain[1] }, 0, grain[2])
    relative({ "last " .. grain[1], "the previous " .. grain[1] }, -1, grain[2])
    relative({ "next " .. grain[1], "the coming " .. grain[1] }, 1, grain[2])
  end
  relative("today tonight", 0, "D")
  relative("yesterday", -1, "D")
  relative("tomorrow", 1, "D")

  for _, unit in ipairs {
    { "year", "Y" }, { "month", "M" }, { "week", "W" }, { "day", "D" }, { "hour", "H" },
    { "minute", "m" },
    { "second", "S" },
  } do
    add("time_unit", { unit[1], unit[1] .. "s", "-" .. unit[1] }, { value = 1, code = unit[2] })
    -- 6 more months
    for filler in ("more full whole consecutive straight additional extra"):gmatch "%a+" do
      add("time_unit", { filler .. " " .. unit[1] .. "s" }, { value = 1, code = unit[2] })
    end
  end
  add("time_unit", "yrs yr", { value = 1, code = "Y" })
  add("time_unit", "wks wk", { value = 1, code = "W" })
  add("time_unit", "hrs hr h", { value = 1, code = "H" })
  add("time_unit", "mins min", { value = 1, code = "m" })
  add("time_unit", "secs sec", { value = 1, code = "S" })
  add("time_unit", "mos mo", { value = 1, code = "M" })
  add("time_unit", "decade decades -decade", { value = 10, code = "Y" })
  add("time_unit", "centuries", { value = 100, code = "Y" })
  add("time_unit", "fortnight fortnights", { value = 2, code = "W" })

  add("duration_join", "and")

  -- begins like a time
  add("time_not", { "one day", "-year-old", "-year-olds", "-month-old", "-week-old", "-day-old" })
end
