-- Reads the number in front of a heading or an item: 一、 (一) 1. (1) 第一章 ①.

local data = require "jilu.zh.markers"

local marker = { ranks = data.ranks }

local byte, find, match, sub = string.byte, string.find, string.match, string.sub
local numerals, powers = data.numerals, data.powers

--- Reads a Chinese number below a thousand at byte i of folded text.
---@param text string
---@param i integer
---@return integer? value, integer? after  the byte behind it
local function read_han(text, i)
  local total, digit, any = 0, nil, false
  while true do
    local c = sub(text, i, i + 2)
    if c == "零" and any and not digit then
      digit = nil                             -- 一百零二
    elseif numerals[c] then
      if digit then return nil end            -- 二〇二三: a year, not a count
      digit = numerals[c]
    elseif powers[c] then
      total = total + (digit or 1) * powers[c]
      digit = nil
    else
      break
    end
    any = true
    i = i + 3
  end
  if not any then return nil end
  return total + (digit or 0), i
end

marker.read_han = read_han

--- Reads a number written either way; says which.
local function read_number(text, i)
  local _, j = find(text, "^%d+", i)
  if j then
    if j - i > 2 then return nil end
    return tonumber(sub(text, i, j)), j + 1, "digit"
  end
  local value, after = read_han(text, i)
  return value, after, "han"
end

marker.read_number = read_number

local function parenthesised(text, i)
  local value, after, script = read_number(text, i + 1)
  if not value or byte(text, after) ~= 41 then return nil end   -- )
  return script == "han" and "paren_han" or "paren_digit", value, after
end

-- bytes of the name of a chapter behind its number
local LONGEST_NAME = 48

local function division(text, i)
  local value, after = read_number(text, i + 3)
  if not value then return nil end
  for k = 1, #data.divisions do
    local d = data.divisions[k]
    if sub(text, after, after + #d.word - 1) == d.word then
      local last = after + #d.word - 1
      -- 第一条 is followed by a space or a bracket, or is alone; 第一章的 is prose
      local behind = sub(text, last + 1, last + 3)
      if behind == "" or find(behind, "^[ :(\t]") or behind == "【" or behind == "、" then
        return d.kind, value, last
      end
      -- 第一章总则, set without a space: short and nothing like a sentence
      if (d.kind == "chapter" or d.kind == "volume") and #text - last <= LONGEST_NAME
         and not find(text, "[,;]", last) and not find(text, "。", last, true)
         and behind ~= "的" then
        return d.kind, value, last
      end
    end
  end
end

-- Bytes behind 2.1 in a heading.
local LONGEST_DECIMAL = 75

-- 2.1 before a few words without a digit: 2.1 支农; 2.1亿元 is none.
local function decimal(text, i)
  local last, number = match(text, "^%d%d?%.%d?%.?()(%d%d?) +[^%d ]", i)
  if not last or #text - last > LONGEST_DECIMAL or find(text, "[%d,;:|]", last + 3) then
    return nil
  end
  return "decimal", tonumber(number), last + #number - 1
end

local function plain(text, i)
  local value, after, script = read_number(text, i)
  if not value then return nil end
  local c = byte(text, after)
  if script == "han" then
    if sub(text, after, after + 2) == "、" then return "han", value, after + 2 end
    if c == 32 and sub(text, after + 1, after + 3) == "、" then return "han", value, after + 3 end
    if c == 46 or c == 44 then return "han", value, after end           -- 一. 一,
    if c == 41 then return "paren_han", value, after end                -- 一)
    return nil
  end
  if sub(text, after, after + 2) == "、" then return "digit", value, after + 2 end
  if c == 46 and not find(text, "^%d", after + 1) then return "digit", value, after end
  if c == 46 then return decimal(text, i) end
  if sub(text, after, after + 2) == "﹒" then return "digit", value, after + 2 end
  if c == 41 then return "paren_digit", value, after end                -- 1)
end

--- The marker at byte i of a folded text, if there is one.
---@param text string  folded
---@param i integer    where it must begin
---@return string? kind   one of the keys of marker.ranks
---@return integer? number
---@return integer? last  last byte of the marker
function marker.read(text, i)
  local c = byte(text, i)
  if not c then return nil end
  if c == 40 then return parenthesised(text, i) end                     -- (
  if c >= 48 and c <= 57 then return plain(text, i) end
  if c < 226 or c > 233 then return nil end
  local head = sub(text, i, i + 2)
  if head == "第" then return division(text, i) end
  local value = numerals[head] or powers[head]
  if value then
    if sub(text, i + 3, i + 5) == "、" then return "han", value, i + 5 end  -- most are short
    return plain(text, i)
  end
  local formal = data.formal[head]
  if formal and sub(text, i + 3, i + 5) == data.pause then return "formal", formal, i + 5 end
  if c == 226 and byte(text, i + 1) == 145 then                         -- ① to ⑳
    local n = byte(text, i + 2) - 159
    if n >= 1 and n <= 20 then return "circled", n, i + 2 end
  end
end

return marker
