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
  unit({ "%", "percent", "percents", "per cent", "per cents", "pct", "pct." }, "%", "%")
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
  unit({ "wks", "wk" }, "week", "wk")
  unit({ "hrs", "hr", "h" }, "hour", "h")
  add("finer_unit", "m", { text = "minute", code = "min", exact = true })
  add("finer_unit", "s", { text = "second", code = "s", exact = true })
  unit({ "mins", "min" }, "minute", "min")
  unit({ "secs", "sec" }, "second", "s")
  add("unit", { "s" }, { text = "s", code = "s", exact = true })
  unit(word_forms("decade", "decades"), "decade", "10.a")
  unit(word_forms("century", "centuries"), "century", "100.a")
  unit({ "years old", "years of age" }, "year", "a{age}")

  -- money: names of one (the first is how records say it) and of many; the code of
  -- ISO 4217, the name of its hundredth, and the signs before or behind the sum
  local function currency(names, code, signs)
    code = "currency:" .. code
    local text = names:match "^[^;|]+"
    for one, many in names:gmatch "([^;|]+)|?([^;]*)" do
      if many == "" then many = one end
      unit({ one, many, one:lower(), many:lower(), "-" .. one:lower() }, text, code)
    end
    for sign in (code:sub(10) .. " " .. (signs or "")):gmatch "%S+" do
      add("qualifier", { sign }, { text = text, code = code, exact = true })
      add("unit", { sign }, { text = text, code = code, exact = true })
      if sign:find "^%a+$" and sign == sign:upper() then
        add("qualifier", { sign:lower() .. "$" }, { text = text, code = code, exact = true })
      end
      -- 48.5 MGBP
      if sign == code:sub(10) then
        for prefix, power in pairs { k = 3, M = 6, G = 9 } do
          add("unit", { prefix .. sign }, { text = text, code = code, value = power, exact = true })
        end
      end
      if sign:find "%a+%$$" and sign ~= "US$" then
        for _, form in ipairs { sign:lower(), (sign:gsub("%$", " $")),
          (sign:lower():gsub("%$", " $")) } do
          add("qualifier", { form }, { text = text, code = code, exact = true })
        end
      end
    end
  end
  currency("dollar|dollars;buck|bucks", "USD", "$")
  currency("US dollar|US dollars;U.S. dollar|U.S. dollars;"
    .. "United States dollar|United States dollars;American dollar|American dollars",
    "USD", "US$ U.S.$")
  currency("pound|pounds sterling;pound sterling;British pound|British pounds;quid", "GBP", "£")
  currency("euro|euros", "EUR", "€")
  currency("yuan;Chinese yuan", "CNY", "RMB CN¥ ￥")
  currency("renminbi", "CNY")
  currency("Japanese yen", "JPY", "JP¥")
  currency("yen", "JPY", "¥")
  for row in ([[
    Hong Kong dollar|Hong Kong dollars/HKD/HK$
    New Taiwan dollar|New Taiwan dollars;Taiwan dollar|Taiwan dollars/TWD/NT$
    Singapore dollar|Singapore dollars/SGD/S$
    Australian dollar|Australian dollars/AUD/A$ AU$
    Canadian dollar|Canadian dollars/CAD/C$ CA$
    New Zealand dollar|New Zealand dollars/NZD/NZ$
    Jamaican dollar|Jamaican dollars/JMD/J$
    Namibian dollar|Namibian dollars/NAD/
    Fijian dollar|Fijian dollars;Fiji dollar|Fiji dollars/FJD/
    Mexican peso|Mexican pesos/MXN/MX$ MXN$
    Argentine peso|Argentine pesos/ARS/
    Chilean peso|Chilean pesos/CLP/
    Colombian peso|Colombian pesos/COP/
    Cuban peso|Cuban pesos/CUP/
    Philippine peso|Philippine pesos/PHP/₱
    Uruguayan peso|Uruguayan pesos/UYU/
    Swiss franc|Swiss francs/CHF/
    Belgian franc|Belgian francs/BEF/
    French franc|French francs/FRF/
    Luxembourg franc|Luxembourg francs/LUF/
    Deutsche mark|Deutsche marks;Deutschmark|Deutschmarks;German mark|German marks/DEM/
    Finnish markka|Finnish markkas;Finnmark|Finnmarks/FIM/
    Italian lira|Italian lire/ITL/
    Spanish peseta|Spanish pesetas;peseta|pesetas/ESP/
    Dutch guilder|Dutch guilders/NLG/
    Austrian schilling|Austrian schillings/ATS/
    Portuguese escudo|Portuguese escudos/PTE/
    Greek drachma|Greek drachmas;drachma|drachmas/GRD/
    Irish pound|Irish pounds/IEP/
    rupee|rupees;Indian rupee|Indian rupees/INR/₹ Rs Rs.
    Pakistani rupee|Pakistani rupees/PKR/
    Sri Lankan rupee|Sri Lankan rupees/LKR/රු ரூ
    Nepalese rupee|Nepalese rupees/NPR/
    Indonesian rupiah;rupiah|rupiahs/IDR/Rp
    rouble|roubles;ruble|rubles;Russian rouble|Russian roubles;Russian ruble|Russian rubles/RUB/₽
    Belarusian ruble|Belarusian rubles/BYN/
    won;South Korean won;Korean won/KRW/₩
    North Korean won/KPW/
    Turkish lira|Turkish liras/TRY/₺
    rand;South African rand/ZAR/
    Swedish krona|Swedish kronor/SEK/
    Norwegian krone|Norwegian kroner/NOK/
    Danish krone|Danish kroner/DKK/
    Icelandic krona|Icelandic kronur/ISK/
    Czech koruna|Czech korunas/CZK/Kč
    Polish zloty|Polish zlotys;zloty|zlotys/PLN/zł
    Hungarian forint|Hungarian forints;forint|forints/HUF/
    Romanian leu|Romanian lei/RON/
    Bulgarian lev|Bulgarian leva/BGN/
    Croatian kuna|Croatian kunas/HRK/
    Serbian dinar|Serbian dinars/RSD/
    Ukrainian hryvnia|Ukrainian hryvnias;hryvnia|hryvnias/UAH/₴
    Georgian lari;lari/GEL/₾
    Armenian dram|Armenian drams/AMD/֏
    Azerbaijani manat|Azerbaijani manats/AZN/₼
    Kazakhstani tenge;tenge/KZT/₸
    Mongolian tugrik|Mongolian tugriks;tugrik|tugriks/MNT/₮
    Israeli shekel|Israeli shekels;shekel|shekels;new shekel|new shekels/ILS/₪
    Saudi riyal|Saudi riyals/SAR/
    Qatari riyal|Qatari riyals/QAR/
    Iranian rial|Iranian rials/IRR/
    Omani rial|Omani rials/OMR/
    Emirati dirham|Emirati dirhams;UAE dirham|UAE dirhams/AED/
    Moroccan dirham|Moroccan dirhams/MAD/
    Kuwaiti dinar|Kuwaiti dinars/KWD/
    Bahraini dinar|Bahraini dinars/BHD/
    Jordanian dinar|Jordanian dinars/JOD/
    Iraqi dinar|Iraqi dinars/IQD/
    Tunisian dinar|Tunisian dinars/TND/
    Algerian dinar|Algerian dinars/DZD/
    Egyptian pound|Egyptian pounds/EGP/
    Lebanese pound|Lebanese pounds/LBP/
    Syrian pound|Syrian pounds/SYP/
    Sudanese pound|Sudanese pounds/SDG/
    baht;Thai baht/THB/฿
    Vietnamese dong;dong/VND/₫
    Lao kip;kip/LAK/₭
    Cambodian riel|Cambodian riels/KHR/៛
    Malaysian ringgit;ringgit/MYR/
    Bangladeshi taka;taka/BDT/৳
    Burmese kyat|Burmese kyats;kyat|kyats/MMK/
    Nigerian naira;naira|nairas/NGN/₦
    Kenyan shilling|Kenyan shillings/KES/
    Tanzanian shilling|Tanzanian shillings/TZS/
    Ugandan shilling|Ugandan shillings/UGX/
    Ghanaian cedi|Ghanaian cedis;cedi|cedis/GHS/
    Ethiopian birr|Ethiopian birrs;birr|birrs/ETB/
    Zambian kwacha/ZMW/
    Angolan kwanza|Angolan kwanzas/AOA/
    Brazilian real|Brazilian reais;Brazilian reals/BRL/R$
    Peruvian sol|Peruvian soles/PEN/
    Bolivian boliviano|Bolivian bolivianos;boliviano|bolivianos/BOB/
    Paraguayan guarani|Paraguayan guaranis;guarani|guaranis/PYG/₲
    Venezuelan bolivar|Venezuelan bolivars/VES/
    Costa Rican colon|Costa Rican colones/CRC/₡
    Guatemalan quetzal|Guatemalan quetzals;quetzal|quetzals/GTQ/
    Honduran lempira|Honduran lempiras;lempira|lempiras/HNL/
    Macanese pataca|Macanese patacas;pataca|patacas/MOP/MOP$
]]):gmatch "[^\n]+" do
    local names, code, signs = row:match "^%s*(.-)/(%u+)/(.*)$"
    if names then currency(names, code, signs) end
  end
  -- no code of ISO 4217
  unit({ "bitcoin", "bitcoins", "BTC" }, "bitcoin", "currency:XBT")
  add("qualifier", { "₿" }, { text = "bitcoin", code = "currency:XBT", exact = true })
  add("unit", { "₿" }, { text = "bitcoin", code = "currency:XBT", exact = true })
  for _, coin in ipairs { { "cent", "cents" }, { "penny", "pence" } } do
    unit({ coin[1], coin[2], "-" .. coin[1] }, coin[1])
    add("subunit", coin, { value = -2 })
  end
  unit({ "pennies" }, "penny")
  unit({ "satoshi", "satoshis" }, "satoshi")
  -- names that stand before the sum as codes do: rupees 500
  for name, code in pairs { yen = "JPY", euro = "EUR", baht = "THB", ringgit = "MYR" } do
    add("qualifier", { name }, { text = name, code = "currency:" .. code })
  end
  add("qualifier", { "rupee", "rupees" }, { text = "rupee", code = "currency:INR" })
  for _, one in ipairs { { "dollar", "currency:USD" }, { "euro", "currency:EUR" },
    { "pound", "currency:GBP" }, { "cent" }, { "penny" } } do
    for _, of in ipairs { "share", "day", "week", "month", "year", "piece", "head" } do
      unit({ "-" .. one[1] .. "-a-" .. of }, one[1], one[2])
    end
  end

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
  for prefix, code in pairs { pico = "p", nano = "n", micro = "u", deci = "d", deca = "da",
    hecto = "h", mega = "M" } do
    for _, base in ipairs { { "metre", "m" }, { "meter", "m" }, { "gram", "g" },
      { "gramme", "g" }, { "litre", "L" }, { "liter", "L" }, { "watt", "W" },
      { "second", "s" }, { "volt", "V" }, { "joule", "J" }, { "hertz", "Hz" },
      { "pascal", "Pa" } } do
      measure(prefix .. base[1], code .. base[2])
    end
  end
  for _, one in ipairs {
    { "joule", "J" }, { "kilojoule", "kJ" }, { "newton", "N" }, { "ampere", "A" },
    { "amp", "A" }, { "milliamp", "mA" }, { "ohm", "Ohm" }, { "lumen", "lm" }, { "lux", "lx" },
    { "pascal", "Pa" }, { "kilopascal", "kPa" }, { "centilitre", "cL" }, { "centiliter", "cL" },
    { "kilolitre", "kL" }, { "kiloliter", "kL" }, { "pint", "[pt_us]" }, { "quart", "[qt_us]" },
    { "teaspoon", "[tsp_us]" }, { "tablespoon", "[tbs_us]" }, { "fluid ounce", "[foz_us]" },
    { "stone", "[stone_av]" }, { "carat", "[car_m]" }, { "horsepower", "[HP]" },
    { "cubic foot", "[cft_i]" }, { "cubic inch", "[cin_i]" }, { "cubic yard", "[cyd_i]" },
    { "square yard", "[syd_i]" }, { "square inch", "[sin_i]" }, { "fathom", "[fth_i]" },
    { "furlong", "[fur_us]" }, { "bit", "bit" }, { "kilobit", "kbit" }, { "megabit", "Mbit" },
    { "gigabit", "Gbit" }, { "terabyte", "TBy" }, { "petabyte", "PBy" }, { "kibibyte", "KiBy" },
    { "mebibyte", "MiBy" }, { "gibibyte", "GiBy" }, { "terawatt", "TW" },
    { "gigawatt hour", "GW.h" }, { "terawatt hour", "TW.h" }, { "milliwatt", "mW" },
    { "kilovolt", "kV" }, { "millivolt", "mV" }, { "knot", "[kn_i]" }, { "atmosphere", "atm" },
    { "radian", "rad" }, { "kelvin", "K" }, { "mole", "mol" }, { "bushel", "[bu_us]" },
  } do
    measure(one[1], one[2])
  end
  unit({ "cubic feet" }, "cubic foot", "[cft_i]")
  unit({ "square inches" }, "square inch", "[sin_i]")
  unit({ "cubic inches" }, "cubic inch", "[cin_i]")
  unit({ "hertz", "kilohertz" }, "hertz", "Hz")
  unit({ "kilohertz" }, "kilohertz", "kHz")
  unit({ "gigahertz" }, "gigahertz", "GHz")
  unit({ "microsecond", "microseconds" }, "microsecond", "us")
  unit({ "nanosecond", "nanoseconds" }, "nanosecond", "ns")
  measure("foot", "[ft_i]", "feet")
  measure("square foot", "[sft_i]", "square feet")
  measure("inch", "[in_i]", "inches")
  measure("pound", "[lb_av]")
  unit({ "degree Celsius", "degrees Celsius", "degrees centigrade" }, "degree Celsius", "Cel")
  unit({ "degree Fahrenheit", "degrees Fahrenheit" }, "degree Fahrenheit", "[degF]")
  unit({ "kilometre per hour", "kilometer per hour", "kilometres per hour",
    "kilometers per hour" }, "kilometre per hour", "km/h")
  unit({ "mile per hour", "miles per hour", "miles an hour" }, "mile per hour", "[mi_i]/h")
  unit({ "metre per second", "meter per second", "metres per second",
    "meters per second" }, "metre per second", "m/s")

  -- symbols
  for code, symbols in pairs {
    dm = "dm", pm = "pm", ["[yd_i]"] = "yd yds", ug = "μg µg mcg", us = "μs µs", ns = "ns",
    J = "J", MJ = "MJ", N = "N", A = "A", mA = "mA", Ohm = "Ω", lm = "lm", TW = "TW", mW = "mW",
    ["TW.h"] = "TWh", ["W.h"] = "Wh", mV = "mV", Pa = "Pa", KiBy = "KiB", MiBy = "MiB",
    GiBy = "GiB", TiBy = "TiB", PBy = "PB", ["kbit/s"] = "kbps", ["MBy/s"] = "MB/s",
    ["[HP]"] = "hp", ["[kn_i]"] = "kn", cL = "cl cL", dL = "dl dL", ["[gal_us]"] = "gal",
    ["[pt_us]"] = "pt", ["[qt_us]"] = "qt", rad = "rad", K = "K", mol = "mol", cm2 = "cm² cm2",
    mm2 = "mm² mm2", ["[psi]"] = "psi", ["{revolution}/min"] = "rpm", bar = "bar", lx = "lx",
    ["[ft_i]2"] = "ft² ft2", ["[sft_i]"] = "sqft", ["[acr_us]"] = "ac",
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
    GBy = "GB", TBy = "TB", ["Mbit/s"] = "Mbps", ["Gbit/s"] = "Gbps",
      ["km/h"] = "km/h kph kmph km/hr", ["[mi_i]/h"] = "mph",
    ["m/s"] = "m/s", ["mg/L"] = "mg/l mg/L", ["mg/kg"] = "mg/kg", ["g/L"] = "g/l g/L",
    ["ug/m3"] = "µg/m³ μg/m³", ms = "ms",
  } do
    symbol(symbols, code)
  end

  -- the sign of an inch closes a quotation as often
  for _, side in ipairs { "long", "wide", "tall", "high", "deep", "thick", "across" } do
    unit({ '" ' .. side }, "inch", "[in_i]")
  end

  -- the smaller of a measure of two: 5 ft 3 in
  for _, finer in ipairs {
    { "in inch inches", "[in_i]" }, { "ft foot feet", "[ft_i]" },
    { "oz ounce ounces", "[oz_av]" },
    { "lb lbs pound pounds", "[lb_av]" },
  } do
    add("lesser_unit", finer[1], { code = finer[2], exact = true })
  end

  -- begins like a unit, and is another word
  add("not_unit", [[
    -year-old -year-olds -month-old -week-old -day-old -hour-long
  ]])
end
