-- lua5.4 csrc/segment/generate.lua automata.c | places.c
-- Prints that file. automata.c: for each unit the smallest automaton that does
-- what the transition functions of rules.lua say. places.c: the numbers of the
-- bits that each byte has.
--
-- What is known about a place belongs to the state entered (a Moore machine),
-- so that the scanner looks up one table. States are numbered by what they
-- say: nothing first, then a break, then the rest, which are rare.

local here = arg[0]:match "^(.*)/[^/]*$"
package.path = here .. "/?.lua;" .. here .. "/../unicode/?.lua;" ..
  package.path

local classes = require "classes"
local rules = require "rules"
local trie = require "trie"
local ucd = require "ucd"

local ACTIONS = { -- JILU_BREAK = 1, JILU_WAIT = 2, JILU_COMMIT = 4
  none = 0, ["break"] = 1, wait = 2, commit = 4, ["commit+break"] = 5,
  ["commit+wait"] = 6,
}

local function key_of(state, action)
  local fields = {}
  for name, value in pairs(state) do
    fields[#fields + 1] = name .. "=" .. tostring(value)
  end
  table.sort(fields)
  return action .. "|" .. table.concat(fields, ",")
end

-- All states that can be reached: a list of { action, waits, [class] = n }.
local function explore(rule, names)
  local list, number = {}, {}
  local function visit(state, action)
    local key = key_of(state, action)
    if not number[key] then
      list[#list + 1] = { rule_state = state, action = ACTIONS[action],
                          waits = state.waits and 1 or 0 }
      number[key] = #list
    end
    return number[key]
  end
  visit(rule.start, "none")
  local i = 1
  while list[i] do
    for class, name in ipairs(names) do
      local after, action = rule.step(list[i].rule_state, name)
      list[i][class] = visit(after, action or "none")
    end
    i = i + 1
  end
  return list
end

-- Moore's refinement: states stay in one group while nothing tells them
-- apart. Returns the group of each state and the number of groups.
local function partition(list, count)
  local group, groups = {}, 0
  local function regroup(signature)
    local seen, fresh, total = {}, {}, 0
    for i, state in ipairs(list) do
      local key = signature(state, i)
      if not seen[key] then
        total = total + 1
        seen[key] = total
      end
      fresh[i] = seen[key]
    end
    group = fresh
    return total
  end
  local total = regroup(function(s) return s.action .. "," .. s.waits end)
  while total > groups do
    groups = total
    total = regroup(function(state, i)
      local parts = { group[i] }
      for class = 1, count do parts[class + 1] = group[state[class]] end
      return table.concat(parts, ",")
    end)
  end
  return group
end

local function minimise(list, count)
  local group = partition(list, count)
  local states, index = {}, {}
  for i, state in ipairs(list) do
    if not index[group[i]] then
      states[#states + 1] = { state = state, group = group[i],
                              first = i == 1 }
      index[group[i]] = true
    end
  end
  local rank = { [0] = 0, [1] = 1 }
  for i, entry in ipairs(states) do entry.order = i end
  table.sort(states, function(a, b)
    local x, y = rank[a.state.action] or 2, rank[b.state.action] or 2
    if x ~= y then return x < y end
    return a.order < b.order
  end)
  local number = {}
  for i, entry in ipairs(states) do number[entry.group] = i - 1 end
  return states, function(i) return number[group[i]] end
end

local function shift_of(count)
  local shift = 3
  while 1 << shift < count do shift = shift + 1 end
  return shift
end

local function first_with(states, least)
  for i, entry in ipairs(states) do
    if entry.state.action >= least then return i - 1 end
  end
  return #states
end

-- For each state the class after which, at the start of a text, all goes on as
-- after this state: then the past is no more than the last code point, and
-- the scanners of blocks know all that they must. NO_CLASS where there is none.
local NO_CLASS = 255

local function same_future(a, b, count)
  for class = 1, count do
    if a[class] ~= b[class] then return false end
  end
  return a.waits == 0 and b.waits == 0
end

local function last_classes(states, number_of, count)
  local list, start = {}, states[1].state
  for i, entry in ipairs(states) do
    list[i] = NO_CLASS
    for class = count, 1, -1 do
      local after = states[number_of(start[class]) + 1].state
      if same_future(entry.numbers, after.numbers, count) then
        list[i] = class - 1
      end
    end
  end
  return list
end

local function emit(name, rule)
  local unit = rule.unit or name
  local names = classes.names[unit]
  local states, number_of = minimise(explore(rule, names), #names)
  local shift = shift_of(#names)
  local stride = 1 << shift
  for _, entry in ipairs(states) do
    local numbers = { waits = entry.state.waits }
    for class = 1, #names do numbers[class] = number_of(entry.state[class]) end
    entry.numbers, entry.state.numbers = numbers, numbers
  end
  local rows, actions, waits = {}, {}, {}
  for i, entry in ipairs(states) do
    for class = 1, stride do
      local target = entry.state[class]
      rows[#rows + 1] = target and number_of(target) * stride or 0
    end
    actions[i], waits[i] = entry.state.action, entry.state.waits
  end
  assert(states[1].first, "the start is not state 0")
  return table.concat({
    trie.array("uint16_t", name .. "_rows", rows),
    trie.array("uint8_t", name .. "_actions", actions),
    trie.array("uint8_t", name .. "_waits", waits),
    trie.array("uint8_t", name .. "_last",
               last_classes(states, number_of, #names)),
    ("const jilu_automaton jilu_%s_automaton = {\n" ..
     "  &jilu_%s_classes, %s_rows, %s_actions, %s_waits,\n" ..
     "  %s_last, %d, %d, %d, %d\n};\n"):format(name, unit, name, name, name, name, shift,
      first_with(states, 1) * stride, first_with(states, 2) * stride,
      #states),
  }, "\n")
end

local make = {}

make["automata.c"] = function()
  local parts = { '#include "segment/automaton.h"\n' }
  for _, name in ipairs { "grapheme", "word", "word_han", "sentence", "line" } do
    parts[#parts + 1] = emit(name, rules[name])
  end
  return table.concat(parts, "\n")
end

make["places.c"] = function()
  local places = {}
  for byte = 0, 255 do
    local count = 0
    for bit = 0, 7 do
      if byte >> bit & 1 == 1 then
        count = count + 1
        places[byte * 8 + count] = bit
      end
    end
    for rest = count + 1, 8 do places[byte * 8 + rest] = 0 end
  end
  return '#include "segment/scan.h"\n\n' ..
    trie.array("uint8_t", "jilu_bit_places", places):gsub("^static ", "")
end

io.write(
  ("/* Made by csrc/segment/generate.lua from the UCD %s. Do not edit. */\n\n")
    :format(ucd.version "PropList.txt"),
  (assert(make[arg[1]], "which file?")()))
