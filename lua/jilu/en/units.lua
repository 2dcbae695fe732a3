-- Units: what follows a number. A record names the unit in the singular;
-- `code` is the UCUM code (or currency:ISO 4217).

-- Adds both spellings and numbers of a word; it also stands behind a hyphen.
local function word_forms(singular, plural)
  return { singular, plural, "-" .. singular }
end

return function(add)
  local function unit(words, text, code)
    add("unit", words, { text = text, code = code })
  end
  local function symbol(words, code)
    for word in words:gmatch "%S+" do
      add("unit", { word, "-" .. word }, { text = word, code = code, exact = true })
    end
  end

  -- shares
  unit({ "%", "percent", "per cent", "pct" }, "%", "%")
  unit({ "percentage point", "percentage points", "per cent point" }, "percentage point",
    "%{point}")
  unit({ "basis point", "basis points" }, "basis point", "[pptth]")
  add("unit", "‰", { text = "‰", code = "[ppth]" })

  unit({ "times", "-times" }, "time")

  -- durations
  for _, time in ipairs {
    { "year", "a" }, { "month", "mo" }, { "week", "wk" }, { "day", "d" }, { "hour", "h" },
    { "minute", "min" },
    { "second", "s" }, { "millisecond", "ms" },
  } do
    unit(word_forms(time[1], time[1] .. "s"), time[1], time[2])
  end
  unit({ "yrs", "yr" }, "year", "a")
  unit({ "hrs", "hr", "h" }, "hour", "h")
  add("finer_unit", "m", { text = "minute", code = "min", exact = true })
  add("finer_unit", "s", { text = "second", code = "s", exact = true })
  unit({ "mins", "min" }, "minute", "min")
  unit({ "secs", "sec" }, "second", "s")
  unit(word_forms("decade", "decades"), "decade", "10.a")
  unit(word_forms("century", "centuries"), "century", "100.a")
  unit({ "years old", "years of age" }, "year", "a{age}")

  -- money
  for _, money in ipairs {
    { "dollar", "dollars", "USD", "$" }, { "US dollar", "US dollars", "USD", "US$ USD" },
    { "pound", "pounds sterling", "GBP", "£ GBP" }, { "euro", "euros", "EUR", "€ EUR" },
    { "yuan", "yuan", "CNY", "RMB CNY CN¥ ￥" }, { "renminbi", "renminbi", "CNY" },
    { "Japanese yen", "Japanese yen", "JPY", "JPY" }, { "yen", "yen", "JPY" },
    { "Hong Kong dollar", "Hong Kong dollars", "HKD", "HK$ HKD" },
    { "New Taiwan dollar", "New Taiwan dollars", "TWD", "NT$ TWD" },
    { "Singapore dollar", "Singapore dollars", "SGD", "S$ SGD" },
    { "Australian dollar", "Australian dollars", "AUD", "A$ AUD" },
    { "Canadian dollar", "Canadian dollars", "CAD", "C$ CAD" },
    { "Swiss franc", "Swiss francs", "CHF", "CHF" }, { "rupee", "rupees", "INR", "₹ INR" },
    { "rouble", "roubles", "RUB", "₽ RUB" }, { "ruble", "rubles", "RUB" },
    { "won", "won", "KRW", "₩ KRW" },
    { "Turkish lira", "Turkish lira", "TRY", "₺ TRY" }, { "rand", "rand", "ZAR", "ZAR" },
    { "Swedish krona", "Swedish kronor", "SEK", "SEK" },
    { "Norwegian krone", "Norwegian kroner", "NOK", "NOK" },
    { "Danish krone", "Danish kroner", "DKK", "DKK" }, { "baht", "baht", "THB", "THB" },
    { "Brazilian real", "Brazilian reais", "BRL", "R$ BRL" },
  } do
    local code = "currency:" .. money[3]
    unit({ money[1], money[2] }, money[1], code)
    for sign in (money[4] or ""):gmatch "%S+" do
      add("qualifier", { sign }, { text = money[1], code = code, exact = true })
    end
  end
  unit({ "cent", "cents" }, "cent")
  unit({ "penny", "pence" }, "penny")

  -- measures in words
  local function measure(singular, code, plural)
    unit(word_forms(singular, plural or singular .. "s"), singular, code)
  end
  for _, length in ipairs {
    { "metre", "m" }, { "kilometre", "km" }, { "centimetre", "cm" }, { "millimetre", "mm" },
  } do
    for _, name in ipairs { length[1], (length[1]:gsub("re$", "er")) } do
      measure(name, length[2])
      for _, kind in ipairs { { "square ", "2" }, { "cubic ", "3" } } do
        measure(kind[1] .. name, length[2] .. kind[2])
      end
    end
  end
  for _, one in ipairs {
    { "mile", "[mi_i]" }, { "nautical mile", "[nmi_i]" }, { "yard", "[yd_i]" },
    { "square mile", "[smi_us]" }, { "hectare", "har" }, { "acre", "[acr_us]" },
    { "litre", "L" }, { "liter", "L" }, { "millilitre", "mL" }, { "milliliter", "mL" },
    { "gallon", "[gal_us]" },
    { "barrel", "[bbl_us]" }, { "gram", "g" }, { "gramme", "g" }, { "kilogram", "kg" },
    { "kilogramme", "kg" },
    { "kilo", "kg" }, { "milligram", "mg" }, { "tonne", "t" }, { "metric ton", "t" },
    { "ton", "t" },
    { "ounce", "[oz_av]" }, { "watt", "W" }, { "kilowatt", "kW" }, { "megawatt", "MW" },
    { "gigawatt", "GW" },
    { "kilowatt-hour", "kW.h" }, { "kilowatt hour", "kW.h" }, { "megawatt-hour", "MW.h" },
    { "volt", "V" },
    { "degree", "deg" }, { "calorie", "cal" }, { "kilocalorie", "kcal" }, { "byte", "By" },
    { "kilobyte", "kBy" },
    { "megabyte", "MBy" }, { "gigabyte", "GBy" }, { "pixel", "{pixel}" }, { "decibel", "dB" },
  } do
    measure(one[1], one[2])
  end
  measure("foot", "[ft_i]", "feet")
  measure("square foot", "[sft_i]", "square feet")
  measure("inch", "[in_i]", "inches")
  measure("pound", "[lb_av]", "lbs")
  unit({ "degree Celsius", "degrees Celsius", "degrees centigrade" }, "degree Celsius", "Cel")
  unit({ "degree Fahrenheit", "degrees Fahrenheit" }, "degree Fahrenheit", "[degF]")
  unit({ "kilometres per hour", "kilometers per hour" }, "kilometre per hour", "km/h")
  unit({ "miles per hour" }, "mile per hour", "[mi_i]/h")
  unit({ "metres per second", "meters per second" }, "metre per second", "m/s")

  -- symbols
  for code, symbols in pairs {
    m = "m", km = "km", cm = "cm", mm = "mm", um = "μm µm", nm = "nm", ["[mi_i]"] = "mi",
      ["[ft_i]"] = "ft",
    m2 = "m² m2 sqm", km2 = "km² km2", m3 = "m³ m3", cm3 = "cm³ cm3", har = "ha", L = "l L",
      mL = "ml mL",
    kg = "kg", g = "g", mg = "mg", t = "t", ["[lb_av]"] = "lb lbs", ["[oz_av]"] = "oz",
    W = "W", kW = "kW", MW = "MW", GW = "GW", ["kW.h"] = "kWh", ["MW.h"] = "MWh", ["GW.h"] = "GWh",
      V = "V",
    kV = "kV", Hz = "Hz", kHz = "kHz", MHz = "MHz", GHz = "GHz", Cel = "°C ℃", ["[degF]"] = "°F ℉",
      deg = "°",
    kPa = "kPa", MPa = "MPa", hPa = "hPa", dB = "dB", kcal = "kcal", kJ = "kJ", ["kBy"] = "KB",
      MBy = "MB",
    GBy = "GB", TBy = "TB", ["Mbit/s"] = "Mbps", ["Gbit/s"] = "Gbps", ["km/h"] = "km/h kph",
      ["[mi_i]/h"] = "mph",
    ["m/s"] = "m/s", ["mg/L"] = "mg/l mg/L", ["mg/kg"] = "mg/kg", ["g/L"] = "g/l g/L",
    ["ug/m3"] = "µg/m³ μg/m³", ms = "ms",
  } do
    symbol(symbols, code)
  end

  -- begins like a unit, and is another word
  add("not_unit", [[
    -year-old -year-olds -month-old -week-old -day-old -hour-long
  ]])
end
