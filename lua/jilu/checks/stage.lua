-- The stage `checks`: what the document says about its own numbers, tested.
-- Each check is a record with both sides and their bytes; nothing is mended.

local lpeg = require "lpeg"
local layers = require "jilu.document.layers"
local pattern = require "jilu.text.pattern"
local counts = require "jilu.checks.announced_counts"
local words = require "jilu.zh.checks"

local function side(doc, fact)
  return {
    text = (doc:norm(fact.first, fact.last)),
    start = fact.first - 1, ["end"] = fact.last, value = fact.digits or fact.value,
  }
end

local function check(doc, rule, ok, first, last, detail)
  doc:annotate("check", { first = first, last = last, rule = rule, ok = ok, detail = detail })
end

local function ends_with(text, ending)
  return ending ~= "" and text:sub(-#ending) == ending
end

local TWO_CHARACTERS = "[%z\1-\127\194-\244][\128-\191]*[%z\1-\127\194-\244][\128-\191]*$"

-- The last two characters of a noun: what a count and its parts must share.
local function head(noun)
  return noun:match(TWO_CHARACTERS, -8) or noun
end

-- Sums: 新建12个、改建9个,共21个 ------------------------------------------------------

-- Folded text of the line between two facts.
local function between(doc, left, right)
  local line, _, j = doc:locate(left.first, left.last)
  local _, i = doc:locate(right.first, right.last)
  return line.text:sub(j + 1, i - 1)
end

local TOTAL = pattern.compiled(pattern.anywhere(pattern.words(words.totals)))
local NO_TOTAL = pattern.words(words.not_totals)
local WITHOUT_THOSE = pattern.compiled(lpeg.Cs((NO_TOTAL / "" + pattern.char) ^ 0))

local function announces_total(text)
  local clause = text:match "^.*[,;](.*)$" or text
  return TOTAL:match(clause) ~= nil and TOTAL:match(WITHOUT_THOSE:match(clause)) ~= nil
end

local function same_kind(part, total)
  return part.unit == total.unit and part.line == total.line and part.value
    and part.approx == "exact" and part.noun ~= "" and total.noun ~= ""
    and ends_with(part.noun, head(total.noun))
end

-- The parts before the k-th quantity: a run of the same kind in one sentence.
local function parts_of(doc, quantities, k)
  local parts, i = {}, k - 1
  while i >= 1 and same_kind(quantities[i], quantities[k])
    and not between(doc, quantities[i], quantities[i + 1]):find("[;!?]")
    and not between(doc, quantities[i], quantities[i + 1]):find("。", 1, true) do
    table.insert(parts, 1, quantities[i])
    i = i - 1
  end
  return parts
end

-- nil where one has more digits than a sum of doubles keeps.
local function sum_of(parts)
  local sum = 0
  for _, part in ipairs(parts) do
    if part.digits then return nil end
    sum = sum + part.value
  end
  return sum
end

-- Two sums of decimals are the same when they agree to a millionth.
local function same(a, b)
  return math.abs(a - b) <= 1e-6 * math.max(1, math.abs(a), math.abs(b))
end

local function check_sum(doc, quantities, k)
  local total = quantities[k]
  if k < 3 or not total.value or total.digits or total.approx ~= "exact" then return end
  -- two parts at least: most numbers have none, and no text need be read
  if not same_kind(quantities[k - 1], total) or not same_kind(quantities[k - 2], total)
    or not announces_total(between(doc, quantities[k - 1], total)) then return end
  local parts = parts_of(doc, quantities, k)
  local sum = #parts >= 2 and sum_of(parts)
  if not sum then return end
  local detail = { parts = {}, sum = sum, total = side(doc, total) }
  for i, part in ipairs(parts) do detail.parts[i] = side(doc, part) end
  check(doc, "sum", same(sum, total.value), parts[1].first, total.last, detail)
end

-- Shares and directions ---------------------------------------------------------------

local function check_share(doc, quantity)
  if quantity.unit ~= "%" or (quantity.value or 0) <= 100 then
    return
  end
  for _, share in ipairs(words.shares) do
    if ends_with(quantity.noun, share) then
      check(doc, "share", false, quantity.noun_first, quantity.last,
        { share = side(doc, quantity), limit = 100 })
      return
    end
  end
end

local function direction(text)
  for _, verb in ipairs(words.up) do
    if text:find(verb, 1, true) then return 1 end
  end
  for _, verb in ipairs(words.down) do
    if text:find(verb, 1, true) then return -1 end
  end
end

local function check_direction(doc, change)
  if type(change.from) ~= "number" or type(change.to) ~= "number" then return end
  local line, i, j = doc:locate(change.first, change.last)
  local way = direction(line.text:sub(i, j))
  if not way then return end
  check(doc, "direction", (change.to - change.from) * way >= 0, change.first, change.last,
    { from = change.from, to = change.to, direction = way > 0 and "up" or "down" })
end

-- Counts: “三项制度” lists three ---------------------------------------------------------

local function check_count(doc, announcement, announced, listed)
  local items = {}
  for k, item in ipairs(listed) do
    items[k] = {
      name = item.name or item.heading or item.head, start = item.first - 1, ["end"] = item.last,
    }
  end
  check(doc, "count", announced == #items, announcement.first, announcement.last,
    { announced = announced, listed = #items, members = items })
end

local function check_counts(doc)
  local checked = {}
  counts.each(doc, function(announcement, announced, listed)
    checked[announcement.key or announcement] = true
    check_count(doc, announcement, announced, listed)
  end)
  local phrases = layers.peek(doc, "numeral_phrase")
  for k = 1, #phrases do
    local phrase = phrases[k]
    local members, parts = phrase.members, phrase.parts
    if members and #members > 0 and parts and #parts == 1 and parts[1].number
      and not checked[phrase.key] then
      check_count(doc, phrase, parts[1].number, members)
    end
  end
end

local function run(doc)
  local quantities = layers.peek(doc, "quantity")
  for k = 1, #quantities do
    check_sum(doc, quantities, k)
    check_share(doc, quantities[k])
  end
  for _, change in ipairs(layers.peek(doc, "change")) do check_direction(doc, change) end
  check_counts(doc)
end

return {
  name = "checks", needs = { "facts" },
  reads = { "quantity", "change", "numeral_phrase", "section", "enumeration" }, makes = { "check" },
  language = "zh", run = run,
}
