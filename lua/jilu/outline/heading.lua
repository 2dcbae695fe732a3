-- Which part of a line is a heading: all of it, or the sentence it runs in
-- with. Works on the folded text of one line. Shared by the stages zones
-- (is this line a heading?) and outline (what does it say?).

local core = require "jilu.core"
local marker = require "jilu.outline.marker"

local heading = {}

local byte, find, gsub, sub = string.byte, string.find, string.gsub, string.sub
local find_within = core.find_within

-- in bytes of folded text: three a Han character
local LONGEST = { formal = 168, han = 168, piece = 150, part = 120, volume = 120,
  chapter = 120, section = 120 }
local LONGEST_OTHER = 120        -- (一) and below: a longer line is an item
local LONGEST_RUN_IN = 96        -- marked: (一)加强组织领导,健全工作机制。
local LONGEST_BARE_RUN_IN = 72   -- unmarked, and only beside others of its kind

local LONGEST_LABEL = 39         -- twelve characters in brackets

local function skip_spaces(text, i)
  local c = byte(text, i)
  while c == 32 or c == 9 do
    i = i + 1
    c = byte(text, i)
  end
  return i
end

--- Position behind the first 。 ! ? or ; of text from i on.
local function sentence_end(text, i)
  local stop = find(text, "。", i, true)
  local semicolon = find(text, ";", i, true)
  local other = find(text, "!", i, true)
  local question = find(text, "?", i, true)
  if question and (not other or question < other) then other = question end
  local at, width = stop, 3
  if semicolon and (not at or semicolon < at) then at, width = semicolon, 1 end
  if other and (not at or other < at) then at, width = other, 1 end
  return at, width
end

heading.sentence_end = sentence_end

--- Reads the marker of a line and decides what the line is.
---@param text string   folded line
---@param i integer     first byte that is not a space
---@param j integer     last byte that is not a space
---@return string? what  "heading", "run_in" or "item"; nil without a marker
---@return table? mark   { kind, number, first, last, body, stop, closing }
function heading.read(text, i, j)
  local kind, number, last = marker.read(text, i)
  if not kind then return nil end
  local body = skip_spaces(text, last + 1)
  if byte(text, body) == 58 then body = skip_spaces(text, body + 1) end   -- 第一篇:…
  if kind ~= "article" and sub(text, body, body + 2) == "、" then
    body = skip_spaces(text, body + 3)
  end
  local mark = { kind = kind, number = number, first = i, last = last, body = body,
                 stop = nil, closing = nil }
  if kind == "article" then return "run_in", mark end
  if body > j then return "item", mark end
  local at, width = sentence_end(text, body)
  local longest = LONGEST[kind] or LONGEST_OTHER
  if not at then                                    -- no sentence at all
    local is_colon = byte(text, j) == 58
    if is_colon and j - body > 45 then return "item", mark end
    mark.stop = is_colon and j - 1 or j
    return j - body < longest and "heading" or "item", mark
  end
  local colon = find(text, ":", body, true)
  if colon and colon > body and colon < at - 1 and colon - body <= 45
     and not find(sub(text, body, colon - 1), "[,%d]") then
    mark.stop, mark.closing = colon - 1, colon
    return "run_in", mark
  end
  if at + width - 1 >= j then                       -- one sentence
    mark.stop = at - 1
    if sub(text, at, at) == ";" then return "item", mark end
    return at - body <= (kind == "han" and longest or LONGEST_RUN_IN) and "heading" or "item", mark
  end
  if sub(text, at, at) ~= ";" and at - body <= LONGEST_RUN_IN then
    mark.stop, mark.closing = at - 1, at + width - 1
    return "run_in", mark
  end
  return "item", mark
end

--- A run-in heading without a number that shows by itself: in quotation
--- marks (“…”。 “…”方面:) or ending in 方面.
---@return integer? stop     last byte of the heading
---@return integer? closing  last byte of its closing sign
function heading.quoted(text, i)
  if byte(text, i) == 226 and sub(text, i, i + 2) == "“" then
    local close = find(text, "”", i + 3, true)
    if close and close - i <= 60 then
      local k = close + 3
      local stop = close + 2
      if sub(text, k, k + 5) == "方面" then k, stop = k + 6, k + 5 end
      if sub(text, k, k + 2) == "。" then return stop, k + 2 end
      if sub(text, k, k) == ":" then return stop, k end
    end
    return nil
  end
  if not find_within(text, "方面", i, i + 59) then return nil end
  local head = sub(text, i, i + 59)
  local aspect = find(head, "方面:", 1, true) or find(head, "方面。", 1, true)
  if aspect and aspect > 1 and not find(sub(head, 1, aspect), "[,;。:]") then
    local stop = i + aspect + 4
    return stop, sub(text, stop + 1, stop + 1) == ":" and stop + 1 or stop + 3
  end
end

--- ——产业发展提质增效。 at the start of a paragraph: a heading behind a dash.
---@return integer? from     first byte of the heading
---@return integer? stop
---@return integer? closing
function heading.dashed(text, i, j)
  local width = byte(text, i) == 226 and sub(text, i, i + 5) == "——" and 6
    or sub(text, i, i + 1) == "--" and 2
  if not width then return nil end
  local from = skip_spaces(text, i + width)
  local stop, closing = heading.candidate(text, from, j, true)
  if stop then return from, stop, closing end
end

--- A label in brackets before a paragraph: 【战果】5月,…
---@return integer? last  last byte of the closing bracket
function heading.label(text, i, j)
  if byte(text, i) ~= 227 or sub(text, i, i + 2) ~= "【" then return nil end
  local a, b = find_within(text, "】", i + 3, i + LONGEST_LABEL)
  if a and a > i + 3 and b < j then return b end
end

--- A short first sentence with more behind it: a run-in heading if its
--- neighbours have one of the same build (heading.build). `counted`: it may have
--- numbers.
---@return integer? stop, integer? closing
function heading.candidate(text, i, j, counted)
  local at = find(text, "。", i, true)
  if not at or at - i > LONGEST_BARE_RUN_IN or at - i < 9 then return nil end
  if j - at < 2 * (at - i) then return nil end
  local sentence = sub(text, i, at - 1)
  if find(sentence, counted and "[:;!?]" or "[:;%d!?]") or find(sentence, "《", 1, true) then
    return nil
  end
  -- a report of what happened or was said is no heading
  if find(sentence, "了", 1, true) or find(sentence, "会议", 1, true) == 1 then return nil end
  return at - 1, at + 2
end

-- How far single clauses may differ in length and still be built alike, in bytes.
local STEP = 6
local SHORTEST_ALIKE = 15

--- How a short sentence is built: two are built alike where they share one of
--- these keys. Clause for clause the same length; or as many clauses with the
--- same first or last two characters; or two to five characters of which the
--- first is the same (有阵地 有载体).
---@param text string
---@return string[]
function heading.build(text)
  local head, tail = sub(text, 1, 6), sub(text, -6)
  local lengths, clauses = gsub(text, "[^,]+", function(clause) return #clause .. " " end)
  if clauses > 1 then
    return { lengths, clauses .. head, clauses .. "$" .. tail }
  end
  local step = math.floor(#text / STEP)
  local keys = { step .. head, (step + 1) .. head, step .. "$" .. tail, (step + 1) .. "$" .. tail }
  if #text <= SHORTEST_ALIKE then return { #text .. "^" .. sub(text, 1, 3) } end
  return keys
end

return heading
