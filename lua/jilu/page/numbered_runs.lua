-- Runs of numbered lines, (一) … (二) …, with text or deeper runs between them: read
-- as a stack of open runs and decided as a whole. A run whose lines have text
-- below them, or go on at length, is one of headings; else they are items, the
-- numbered paragraphs of laws and resolutions.

local numbered_runs = {}

local find, sub = string.find, string.sub

local MARKED = { heading = true, run_in = true, item = true }

-- Bytes that a paragraph has behind the words it runs in with: forty characters.
local SHORTEST_REST = 120
-- A heading of a run may be so long, in bytes, where the others are headings.
local LONGEST = 300

-- Takes the runs inside run `k` of the stack off it.
local function close_inner(stack, k)
  for n = #stack, k + 1, -1 do stack[n] = nil end
end

local function open_run(stack, kind, number)
  for k = #stack, 1, -1 do
    local run = stack[k]
    if run.kind == kind and (run.number == number - 1 or number == 1 and run.number > 0) then
      if number == 1 then
        close_inner(stack, k - 1)
        return nil
      end
      close_inner(stack, k)
      return run
    end
  end
end

-- All runs, each a list of places of items.
local function read(items, first, last)
  local runs, stack = {}, {}
  for k = first, last do
    local item = items[k]
    local mark = MARKED[item.class] and item.detail
    if mark and mark.kind ~= "article" then
      local run = open_run(stack, mark.kind, mark.number)
      if not run then
        run = { kind = mark.kind, number = 0 }
        runs[#runs + 1], stack[#stack + 1] = run, run
      end
      run[#run + 1], run.number = k, mark.number
    end
  end
  return runs
end

local function has_text_below(items, k, kind)
  local below = items[k + 1]
  if not below then return false end
  if MARKED[below.class] then return below.detail.kind ~= kind and below.detail.number == 1 end
  return below.class == "paragraph" or below.class == nil or below.class == "bullet"
end

-- Whether a line of a run heads text.
local function heads(items, k, kind)
  local item = items[k]
  if item.class == "run_in" then
    local mark = item.detail
    return item.size - (mark.closing or mark.stop or item.size) >= SHORTEST_REST
      or has_text_below(items, k, kind)
  end
  return item.class == "heading" and has_text_below(items, k, kind)
end

-- A line too long for a heading by itself, of one sentence, among headings.
local function raise(item)
  local mark, words = item.detail, item.words
  local stop = find(words, "。", mark.body, true)
  if item.class ~= "item" or item.size > LONGEST or stop and stop < item.size - 2 then return end
  if find(words, ";", mark.body, true) then return end
  item.class, mark.stop = "heading", stop and stop - 1 or item.size
  if sub(words, -1) == ":" then mark.stop = item.size - 1 end
end

-- 加强领导,落实责任: the words before the first stop are a sentence of two clauses.
local function has_clauses(item)
  local mark = item.detail
  local comma = find(item.words, ",", mark.body, true)
  return comma ~= nil and comma < (mark.stop or 0)
end

local function decide(items, run)
  local headed, plain, short, clauses = 0, true, true, 0
  for _, k in ipairs(run) do
    local class = items[k].class
    plain = plain and class == "heading"
    short = short and class == "run_in"
    if has_clauses(items[k]) then clauses = clauses + 1 end
    if heads(items, k, run.kind) then headed = headed + 1 end
  end
  if plain then return end                        -- one by one: their neighbours tell
  local are_headings = headed * 2 >= #run or short and clauses * 2 < #run
  for _, k in ipairs(run) do
    if are_headings then raise(items[k]) else items[k].class = "item" end
  end
end

--- Decides the runs of two lines and more among the items first..last: items of a
--- run that heads nothing get the class "item".
---@param items jilu.Line[]
---@param first integer
---@param last integer
function numbered_runs.decide(items, first, last)
  for _, run in ipairs(read(items, first, last)) do
    if #run > 1 then decide(items, run) end
  end
end

return numbered_runs
