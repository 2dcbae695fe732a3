-- Prints csrc/facts/time/lunar_table.h: the Chinese lunar calendar and the solar
-- terms, 1900 to 2100, computed from the positions of sun and moon.
--
--   lua csrc/facts/time/generate.lua lunar_table.h
--
-- Sources: J. Meeus, Astronomical Algorithms (1998): new moons chapter 49,
-- the sun's longitude chapter 25 with the VSOP87 terms of appendix III, delta
-- T after Espenak and Meeus (2006). The rules of the calendar are those of
-- GB/T 33661-2017: the month holds its first day's new moon, the month of the
-- winter solstice is the eleventh, and of thirteen months between two of them
-- the first without a principal term is a leap month; days begin at midnight
-- of UTC+8 (before 1929 of the meridian of Beijing).

local FIRST, LAST = 1900, 2100
local rad, sin, cos, floor = math.rad, math.sin, math.cos, math.floor

-- astronomy -----------------------------------------------------------------------

local function delta_t(year)  -- seconds
  local t = year - 2000
  if year < 1920 then
    t = year - 1900
    return -2.79 + 1.494119 * t - 0.0598939 * t ^ 2 + 0.0061966 * t ^ 3 - 0.000197 * t ^ 4
  elseif year < 1941 then
    t = year - 1920
    return 21.20 + 0.84493 * t - 0.0761 * t ^ 2 + 0.0020936 * t ^ 3
  elseif year < 1961 then
    t = year - 1950
    return 29.07 + 0.407 * t - t ^ 2 / 233 + t ^ 3 / 2547
  elseif year < 1986 then
    t = year - 1975
    return 45.45 + 1.067 * t - t ^ 2 / 260 - t ^ 3 / 718
  elseif year < 2005 then
    return 63.86 + 0.3345 * t - 0.060374 * t ^ 2 + 0.0017275 * t ^ 3 + 0.000651814 * t ^ 4
      + 0.00002373599 * t ^ 5
  elseif year < 2050 then
    return 62.92 + 0.32217 * t + 0.005589 * t ^ 2
  end
  return -20 + 32 * ((year - 1820) / 100) ^ 2 - 0.5628 * (2150 - year)
end

-- VSOP87, longitude of the earth: amplitude in 1e-8 rad, phase, frequency
local L0 = {
  { 175347046, 0, 0 }, { 3341656, 4.6692568, 6283.0758500 }, { 34894, 4.62610, 12566.15170 },
  { 3497, 2.7441, 5753.3849 }, { 3418, 2.8289, 3.5231 }, { 3136, 3.6277, 77713.7715 },
  { 2676, 4.4181, 7860.4194 }, { 2343, 6.1352, 3930.2097 }, { 1324, 0.7425, 11506.7698 },
  { 1273, 2.0371, 529.6910 }, { 1199, 1.1096, 1577.3435 }, { 990, 5.233, 5884.927 },
  { 902, 2.045, 26.298 }, { 857, 3.508, 398.149 }, { 780, 1.179, 5223.694 },
  { 753, 2.533, 5507.553 },
  { 505, 4.583, 18849.228 }, { 492, 4.205, 775.523 }, { 357, 2.920, 0.067 },
  { 317, 5.849, 11790.629 },
  { 284, 1.899, 796.298 }, { 271, 0.315, 10977.079 }, { 243, 0.345, 5486.778 },
  { 206, 4.806, 2544.314 },
  { 205, 1.869, 5573.143 }, { 202, 2.458, 6069.777 }, { 156, 0.833, 213.299 },
  { 132, 3.411, 2942.463 },
  { 126, 1.083, 20.775 }, { 115, 0.645, 0.980 }, { 103, 0.636, 4694.003 },
  { 102, 0.976, 15720.839 },
  { 102, 4.267, 7.114 },
}
local L1 = {
  { 628331966747, 0, 0 }, { 206059, 2.678235, 6283.075850 }, { 4303, 2.6351, 12566.1517 },
  { 425, 1.590, 3.523 }, { 119, 5.796, 26.298 }, { 109, 2.966, 1577.344 }, { 93, 2.59, 18849.23 },
  { 72, 1.14, 529.69 }, { 68, 1.87, 398.15 }, { 67, 4.41, 5507.55 }, { 59, 2.89, 5223.69 },
  { 56, 2.17, 155.42 }, { 45, 0.40, 796.30 }, { 36, 0.47, 775.52 }, { 29, 2.65, 7.11 },
}
local L2 = { { 52919, 0, 0 }, { 8720, 1.0721, 6283.0758 }, { 309, 0.867, 12566.152 } }
local L3 = { { 289, 5.844, 6283.076 } }

local function series(terms, tau)
  local sum = 0
  for _, t in ipairs(terms) do sum = sum + t[1] * cos(t[2] + t[3] * tau) end
  return sum * 1e-8
end

-- apparent longitude of the sun in degrees, at a Julian ephemeris day
local function sun_longitude(jde)
  local tau = (jde - 2451545) / 365250
  local t = 10 * tau
  local l = series(L0, tau) + series(L1, tau) * tau + series(L2, tau) * tau ^ 2 + series(L3,
    tau) * tau ^ 3
  local node = rad(125.04452 - 1934.136261 * t)
  local sun, moon = rad(280.4665 + 36000.7698 * t), rad(218.3165 + 481267.8813 * t)
  local nutation = -17.20 * sin(node) - 1.32 * sin(2 * sun) - 0.23 * sin(2 * moon)
    + 0.21 * sin(2 * node)
  local anomaly = rad(357.52911 + 35999.05029 * t)
  local radius = 1.000140 - 0.016708 * cos(anomaly) - 0.000139 * cos(2 * anomaly)
  return (math.deg(l) + 180 + (nutation - 0.09033 - 20.4898 / radius) / 3600) % 360
end

-- Julian ephemeris day of new moon k (k = 0: January 2000)
local function new_moon(k)
  local t = k / 1236.85
  local jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * t ^ 2 - 0.000000150 * t ^ 3
    + 0.00000000073 * t ^ 4
  local e = 1 - 0.002516 * t - 0.0000074 * t ^ 2
  local m = rad(2.5534 + 29.10535670 * k - 0.0000014 * t ^ 2 - 0.00000011 * t ^ 3)
  local mp = rad(201.5643 + 385.81693528 * k + 0.0107582 * t ^ 2 + 0.00001238 * t ^ 3
    - 0.000000058 * t ^ 4)
  local f = rad(160.7108 + 390.67050284 * k - 0.0016118 * t ^ 2 - 0.00000227 * t ^ 3
    + 0.000000011 * t ^ 4)
  local o = rad(124.7746 - 1.56375588 * k + 0.0020672 * t ^ 2 + 0.00000215 * t ^ 3)
  jde = jde - 0.40720 * sin(mp) + 0.17241 * e * sin(m) + 0.01608 * sin(2 * mp)
    + 0.01039 * sin(2 * f)
    + 0.00739 * e * sin(mp - m) - 0.00514 * e * sin(mp + m) + 0.00208 * e ^ 2 * sin(2 * m)
    - 0.00111 * sin(mp - 2 * f) - 0.00057 * sin(mp + 2 * f) + 0.00056 * e * sin(2 * mp + m)
    - 0.00042 * sin(3 * mp) + 0.00042 * e * sin(m + 2 * f) + 0.00038 * e * sin(m - 2 * f)
    - 0.00024 * e * sin(2 * mp - m) - 0.00017 * sin(o) - 0.00007 * sin(mp + 2 * m)
    + 0.00004 * sin(2 * mp - 2 * f) + 0.00004 * sin(3 * m) + 0.00003 * sin(mp + m - 2 * f)
    + 0.00003 * sin(2 * mp + 2 * f) - 0.00003 * sin(mp + m + 2 * f) + 0.00003 * sin(mp - m
    + 2 * f)
    - 0.00002 * sin(mp - m - 2 * f) - 0.00002 * sin(3 * mp + m) + 0.00002 * sin(4 * mp)
  local extra = {
    { 299.77, 0.107408, 325 }, { 251.88, 0.016321, 165 }, { 251.83, 26.651886, 164 },
    { 349.42, 36.412478, 126 },
    { 84.66, 18.206239, 110 }, { 141.74, 53.303771, 62 }, { 207.14, 2.453732, 60 },
    { 154.84, 7.306860, 56 },
    { 34.52, 27.261239, 47 }, { 207.19, 0.121824, 42 }, { 291.34, 1.844379, 40 },
    { 161.72, 24.198154, 37 },
    { 239.56, 25.513099, 35 }, { 331.55, 3.592518, 23 },
  }
  for i, a in ipairs(extra) do
    jde = jde + a[3] * 1e-6 * sin(rad(a[1] + a[2] * k - (i == 1 and 0.009173 * t ^ 2 or 0)))
  end
  return jde
end

-- days ------------------------------------------------------------------------------

-- day number from 1970-01-01 in China of a Julian ephemeris day
local function china_day(jde)
  local year = 2000 + (jde - 2451545) / 365.25
  local zone = year < 1929 and (7 + 45 / 60 + 40 / 3600) or 8
  return floor(jde - delta_t(year) / 86400 + zone / 24 - 2440587.5)
end

local function day_number(y, m, d)
  if m <= 2 then y = y - 1 end
  local era = floor(y / 400)
  local yoe = y - era * 400
  local doy = floor((153 * (m + (m > 2 and -3 or 9)) + 2) / 5) + d - 1
  return era * 146097 + yoe * 365 + floor(yoe / 4) - floor(yoe / 100) + doy - 719468
end

-- day of solar term k of a year (0: 小寒, longitude 285)
local function term_day(year, k)
  local want = (285 + 15 * k) % 360
  local jde = day_number(year, 1, 6) + 2440587.5 + k * 365.2422 / 24
  for _ = 1, 8 do
    local off = (want - sun_longitude(jde) + 180) % 360 - 180
    jde = jde + off * 365.2422 / 360
  end
  return china_day(jde)
end

-- first days of the months from the one that holds the solstice of year - 1 to
-- that of year
local function solstice_months(year)
  local from, to = term_day(year - 1, 23), term_day(year, 23)
  local k = floor((year - 1 - 2000) * 12.3685 + 11)
  while china_day(new_moon(k + 1)) <= from do k = k + 1 end
  while china_day(new_moon(k)) > from do k = k - 1 end
  local starts = {}
  while china_day(new_moon(k)) <= to do
    starts[#starts + 1] = china_day(new_moon(k))
    k = k + 1
  end
  return starts
end

-- { start =, number =, leap = } of these months, the last (the next 11th) left out
local function numbered(year)
  local starts = solstice_months(year)
  local leap_year, done = #starts == 14, false
  local terms = {}
  for k = -1, 47, 2 do terms[#terms + 1] = term_day(year + floor(k / 24), k % 24) end
  local months, number = {}, 11
  for i = 1, #starts - 1 do
    local has = false
    for _, day in ipairs(terms) do
      if day >= starts[i] and day < starts[i + 1] then has = true end
    end
    local leap = leap_year and not done and i > 1 and not has
    if leap then done = true elseif i > 1 then number = number % 12 + 1 end
    months[i] = { start = starts[i], number = number, leap = leap }
  end
  return months
end

-- the months of a lunar year, and the first day of the next
local function lunar_year(year)
  local all = numbered(year)
  for _, month in ipairs(numbered(year + 1)) do all[#all + 1] = month end
  local found = {}
  for i, month in ipairs(all) do
    if month.number == 1 and not month.leap then
      if #found > 0 then return found, month.start end
      found[1] = month
    elseif #found > 0 then found[#found + 1] = all[i] end
  end
end

-- output ------------------------------------------------------------------------------

assert(arg[1] == "lunar_table.h", "usage: generate.lua lunar_table.h")

local out = {}
local function put(...) out[#out + 1] = string.format(...) end

put "/*"
put "** Generated by csrc/facts/time/generate.lua from the formulas named there; do not"
put "** edit."
put "**"
put "** jilu_lunar_years: bits 0-12 month k has 30 days (leap month in its place),"
put "** bits 13-16 the leap month's place (0: none), bits 17-23 days from January 1"
put "** to the first day. jilu_terms: two bits for each solar term, its day less the"
put "** earliest day of that term."
put "*/"
put("#define LUNAR_FIRST %d", FIRST)
put("#define LUNAR_LAST %d", LAST)
put ""
put "static const uint32_t jilu_lunar_years[] = {"
for year = FIRST, LAST do
  local months, next_start = lunar_year(year)
  local bits, leap = 0, 0
  for i, month in ipairs(months) do
    local days = (months[i + 1] and months[i + 1].start or next_start) - month.start
    assert(days == 29 or days == 30)
    if days == 30 then bits = bits + 2 ^ (i - 1) end
    if month.leap then leap = i end
  end
  put("  0x%06X,  /* %d */", bits + leap * 2 ^ 13 + (months[1].start - day_number(year, 1,
    1)) * 2 ^ 17, year)
end
put "};"
put ""
local earliest, days = {}, {}
for year = FIRST, LAST do
  days[year] = {}
  for k = 0, 23 do
    local day = term_day(year, k) - day_number(year, floor(k / 2) + 1, 1) + 1
    days[year][k] = day
    earliest[k] = math.min(earliest[k] or 99, day)
  end
end
put "static const unsigned char jilu_term_first[] = {"
local line = {}
for k = 0, 23 do line[#line + 1] = tostring(earliest[k]) end
put("  %s", table.concat(line, ", "))
put "};"
put ""
put "static const uint64_t jilu_terms[] = {"
for year = FIRST, LAST do
  local low, high = 0, 0
  for k = 0, 11 do
    low = low + (days[year][k] - earliest[k]) * 4 ^ k
    high = high + (days[year][k + 12] - earliest[k + 12]) * 4 ^ k
    assert(days[year][k] - earliest[k] < 4 and days[year][k + 12] - earliest[k + 12] < 4)
  end
  put("  0x%06X%06X,  /* %d */", high, low, year)
end
put "};"
print(table.concat(out, "\n"))
