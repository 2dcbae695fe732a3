-- A line of a document as HTML: what was found in it is underlined, one line
-- below the other where annotations overlap.

local html = require "jilu.cli.view.html"

local segments = {}

-- Underlines of one place; more annotations are listed, but not underlined.
local TRACKS_MAX = 6

-- Types that are shown in another way than by an underline.
local NOT_UNDERLINED = { section = true, enumeration = true, check = true, repair = true }

-- Types under which a number is not accounted for.
local NOT_A_READING = { section = true, enumeration = true, ledger = true, quote = true,
  check = true, repair = true }

-- Tracks -----------------------------------------------------------------------------

-- The lowest track that is free at each annotation of a line, which are sorted
-- by place; nil where there is none.
local function tracks_of(list)
  local ends, tracks = {}, {}
  for _, item in ipairs(list) do
    local a = item.annotation
    for track = 0, TRACKS_MAX - 1 do
      if not NOT_UNDERLINED[a.type] and (ends[track] or 0) < a.first then
        ends[track], tracks[item] = a.last, track
        break
      end
    end
  end
  return tracks
end

-- Borders ----------------------------------------------------------------------------

-- Whether a place is in an annotation that accounts for a number there: a
-- reading, or the marker of a section.
local function accounts(a, first)
  if a.type == "section" and a.marker then
    return first >= a.first and first < a.first + #a.marker
  end
  return not NOT_A_READING[a.type] and a.first <= first and a.last >= first
end

-- Runs of digits that nothing accounts for: { first, last } each.
local function bare_numbers(doc, line, list)
  local runs, at = {}, line.first
  while true do
    local first, last = doc.source:find("%d[%d.,]*", at)
    if not first or first > line.last then return runs end
    local covered = false
    for _, item in ipairs(list) do
      covered = covered or accounts(item.annotation, first)
    end
    if not covered then runs[#runs + 1] = { first, math.min(last, line.last) } end
    at = last + 1
  end
end

-- The places of a line where something begins or is over, sorted.
local function borders_of(line, list, bare)
  local seen, borders = {}, {}
  local function add(place)
    if place >= line.first and place <= line.last + 1 and not seen[place] then
      seen[place] = true
      borders[#borders + 1] = place
    end
  end
  add(line.first)
  add(line.last + 1)
  for _, item in ipairs(list) do
    add(item.annotation.first)
    add(item.annotation.last + 1)
  end
  for _, run in ipairs(bare) do
    add(run[1])
    add(run[2] + 1)
  end
  table.sort(borders)
  return borders
end

-- Pieces -----------------------------------------------------------------------------

-- The bytes of a piece; in a repair they are struck out, and what they stand
-- for is beside them where it begins.
local function piece_text(doc, first, last, repair)
  local text = html.escape(doc.source:sub(first, last))
  if not repair then return text end
  text = "<del>" .. text .. "</del>"
  if repair.first == first and repair.repair and repair.repair ~= "" then
    text = text .. "<ins>" .. html.escape(repair.repair) .. "</ins>"
  end
  return text
end

-- What covers a piece: the numbers of the annotations, their underlines from
-- the highest track down, and a repair.
local function cover(list, tracks, first)
  local numbers, lines, repair = {}, {}, nil
  for _, item in ipairs(list) do
    local a = item.annotation
    if a.first <= first and a.last >= first then
      if a.type == "repair" then repair = a end
      numbers[#numbers + 1] = item.number
      if tracks[item] then lines[#lines + 1] = { track = tracks[item], type = a.type } end
    end
  end
  table.sort(lines, function(a, b) return a.track > b.track end)
  return numbers, lines, repair
end

--- A type as the name of a class: a rule may be called anything.
---@param name string
---@return string
function segments.class(name)
  return "k-" .. (name:gsub("[^%w_-]", "_"))
end

local function underlined(text, lines)
  for k = #lines, 1, -1 do
    text = ('<u class="%s t%d">%s</u>'):format(segments.class(lines[k].type), lines[k].track, text)
  end
  return text
end

--- The HTML of a line's text.
---@param doc jilu.Document
---@param line jilu.Line
---@param list { number: integer, annotation: table }[]  those that begin in it, by place
---@return string
function segments.line(doc, line, list)
  local tracks, bare = tracks_of(list), bare_numbers(doc, line, list)
  local borders = borders_of(line, list, bare)
  local out, next_bare = {}, 1
  for k = 1, #borders - 1 do
    local first, last = borders[k], borders[k + 1] - 1
    local numbers, lines, repair = cover(list, tracks, first)
    local text = piece_text(doc, first, last, repair)
    if bare[next_bare] and bare[next_bare][1] == first then
      text = '<mark title="a number that nothing covers">' .. text .. "</mark>"
      next_bare = next_bare + 1
    end
    text = underlined(text, lines)
    if #numbers > 0 then
      text = ('<span class="s" tabindex="0" data-a="%s">%s</span>')
        :format(table.concat(numbers, " "), text)
    end
    out[#out + 1] = text
  end
  return table.concat(out)
end

return segments
