-- Bars for the page of `jilu view`: what a ledger counts, without a script.

local html = require "jilu.cli.view.html"

local charts = {}

-- Bars of one chart; the rest is one more.
local BARS_MAX = 12

local ROW, LEFT, WIDTH = 20, 110, 420

--- Counts as bars.
---@param title string
---@param counts { [1]: string, [2]: number }[]  in the order to show
---@return string
function charts.bars(title, counts)
  if #counts < 2 then return "" end
  local most, out = 1, {}
  for _, item in ipairs(counts) do most = math.max(most, item[2]) end
  for k, item in ipairs(counts) do
    local y = (k - 1) * ROW
    out[k] = ('<text x="%d" y="%d" text-anchor="end">%s</text>'
      .. '<rect x="%d" y="%d" width="%.1f" height="%d"/><text x="%.1f" y="%d">%d</text>')
      :format(LEFT - 6, y + 14, html.escape(item[1]), LEFT, y + 4,
        item[2] / most * (WIDTH - LEFT - 50), ROW - 8,
        LEFT + item[2] / most * (WIDTH - LEFT - 50) + 5, y + 14, item[2])
  end
  return ('<h3>%s</h3><svg viewBox="0 0 %d %d" width="%d" role="img" aria-label="%s">%s</svg>')
    :format(html.escape(title), WIDTH, #counts * ROW, WIDTH, html.escape(title),
      table.concat(out))
end

-- A map of counts as a list, by 'before' on its items, the rest in one.
local function listed(map, before)
  local list = {}
  for name, count in pairs(map) do list[#list + 1] = { name, count } end
  table.sort(list, before)
  local rest = 0
  for k = #list, BARS_MAX + 1, -1 do rest = rest + table.remove(list, k)[2] end
  if rest > 0 then list[#list + 1] = { "others", rest } end
  return list
end

local function by_name(a, b) return a[1] < b[1] end
local function by_count(a, b)
  if a[2] ~= b[2] then return a[2] > b[2] end
  return a[1] < b[1]
end

--- The charts of ledger rows: how many of each month or year, and how many
--- effects of each unit.
---@param rows table[]
---@return string
function charts.of_ledger(rows)
  local times, units = {}, {}
  for _, row in ipairs(rows) do
    local time = row.time and (row.time:match "^%d%d%d%d%-%d%d" or row.time:match "^%d%d%d%d")
    if time then times[time] = (times[time] or 0) + 1 end
    for _, effect in ipairs(row.effect or {}) do
      if effect.unit and effect.unit ~= "" then
        units[effect.unit] = (units[effect.unit] or 0) + 1
      end
    end
  end
  return charts.bars("rows by time", listed(times, by_name))
    .. charts.bars("effects by unit", listed(units, by_count))
end

return charts
