-- A log of 10,000 lines, always the same ones: nine forms of timestamps, and in each
-- line one measure. Prints it.
--
--   lua5.4 spec/support/english_log.lua [LINES] > log

local state = 20191015

-- Lehmer's generator, of Park and Miller (1988).
local function random(n)
  state = state * 48271 % 2147483647
  return state % n
end

local MONTHS = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
  "Dec" }
local DAYS = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" }

-- Of Zeller, 1887.
local function weekday(year, month, day)
  if month < 3 then year, month = year - 1, month + 12 end
  local h = day + math.floor(13 * (month + 1) / 5) + year + math.floor(year / 4)
    - math.floor(year / 100) + math.floor(year / 400)
  return DAYS[(h + 6) % 7 + 1]
end

local FORMS = {
  function(t) return ("%04d-%02d-%02dT%02d:%02d:%02dZ"):format(table.unpack(t)) end,
  function(t)
    local sign = random(2) == 0 and "+" or "-"
    return ("%04d-%02d-%02dT%02d:%02d:%02d%s%02d:%02d")
      :format(t[1], t[2], t[3], t[4], t[5], t[6], sign, random(13), 15 * random(4))
  end,
  function(t) return ("%04d-%02d-%02d %02d:%02d:%02d"):format(table.unpack(t)) end,
  function(t)
    return ("%04d-%02d-%02d %02d:%02d:%02d,%03d")
      :format(t[1], t[2], t[3], t[4], t[5], t[6], random(1000))
  end,
  function(t)
    return ("%04d-%02d-%02dT%02d:%02d:%02d.%06dZ")
      :format(t[1], t[2], t[3], t[4], t[5], t[6], random(1000000))
  end,
  function(t)
    return ("[%02d/%s/%04d:%02d:%02d:%02d %s%02d00]")
      :format(t[3], MONTHS[t[2]], t[1], t[4], t[5], t[6], random(2) == 0 and "+" or "-", random(13))
  end,
  function(t) return ("%04d/%02d/%02d %02d:%02d:%02d"):format(table.unpack(t)) end,
  function(t)
    return ("%s, %02d %s %04d %02d:%02d:%02d GMT")
      :format(weekday(t[1], t[2], t[3]), t[3], MONTHS[t[2]], t[1], t[4], t[5], t[6])
  end,
  function(t)
    return ("%s %2d %04d %02d:%02d:%02d"):format(MONTHS[t[2]], t[3], t[1], t[4], t[5], t[6])
  end,
}

local function decimal() return ("%d.%d"):format(random(500), 1 + random(9)) end

-- Where in a line, and what, is measured.
local MEASURES = {
  function() return ("GET /index answered in %d ms"):format(1 + random(30000)) end,
  function() return ("request took %s s"):format(decimal()) end,
  function() return ("wrote %d bytes to disk"):format(2 + random(1000000)) end,
  function() return ("heap at %s MB"):format(decimal()) end,
  function() return ("buffer grew to %d KiB"):format(1 + random(4096)) end,
  function() return ("disk at %d%% of its room"):format(random(101)) end,
  function() return ("link runs at %d Mbps"):format(1 + random(1000)) end,
  function() return ("core at %s °C"):format(decimal()) end,
  function() return ("fan turns at %d rpm"):format(100 + random(9000)) end,
  function() return ("pulled %s GB from the store"):format(decimal()) end,
  function() return ("supply gives %s V"):format(decimal()) end,
  function() return ("charged $%d.%02d for it"):format(random(1000), random(100)) end,
}

local LEVELS = { "INFO", "WARN", "ERROR", "DEBUG" }

for k = 1, tonumber(arg[1]) or 10000 do
  local moment = { 1990 + random(40), 1 + random(12), 1 + random(28), random(24), random(60),
    random(60) }
  print(("%s %s %s"):format(FORMS[k % #FORMS + 1](moment), LEVELS[random(#LEVELS) + 1],
    MEASURES[random(#MEASURES) + 1]()))
end
