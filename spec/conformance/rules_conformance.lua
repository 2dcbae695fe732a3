-- jilu against a plain interpreter of the printed rules, on random text.

local jilu = require "jilu"
local break_rules = require "spec.support.break_rules"
local plain_text = require "spec.support.plain_text"
local ucd = require "spec.support.ucd"

local UNITS = { "grapheme", "word", "sentence", "line" }

local function pick(list) return list[math.random(#list)] end

local function bytes_of(codepoints, ends)
  local result, size, k = {}, 0, 1
  for i, c in ipairs(codepoints) do
    size = size + #utf8.char(c)
    if ends[k] == i then
      result[k] = size
      k = k + 1
    end
  end
  return table.concat(result, " ")
end

local function found(text, unit, path)
  local ends = {}
  for _, last in jilu.spans(text, unit, { kernel = path }):iter() do
    ends[#ends + 1] = last
  end
  return table.concat(ends, " ")
end

local function show(codepoints)
  local list = {}
  for i, c in ipairs(codepoints) do list[i] = ("%04X"):format(c) end
  return table.concat(list, " ")
end

-- Classes in equal parts, so that the rare ones meet.
local function random_text(rules, size)
  local text = {}
  for i = 1, size do text[i] = pick(rules.of[pick(rules.classes)]) end
  return text
end

describe("segmentation", function()
  math.randomseed(29)
  for _, unit in ipairs(UNITS) do
    local rules = break_rules.new(unit)

    it("the interpreter itself passes the UCD's tests: " .. unit, function()
      for _, case in ipairs(ucd.break_tests(unit)) do
        local codepoints = { utf8.codepoint(case.text, 1, -1) }
        assert.equal(table.concat(case.ends, " "),
                     bytes_of(codepoints, rules.ends(codepoints)), case.line)
      end
    end)

    it("is what the rules say on random text: " .. unit, function()
      for _ = 1, 4000 do
        local text = random_text(rules, math.random(2, 9))
        local expected = bytes_of(text, rules.ends(text))
        local got = found(utf8.char(table.unpack(text)), unit, "scalar")
        if got ~= expected then assert.equal(expected, got, show(text)) end
      end
    end)

    it("is what the rules say on long plain text: " .. unit, function()
      for k = 1, 40 do
        local text = plain_text(150, k % 4 * 0.02)
        local codepoints = { utf8.codepoint(text, 1, -1) }
        local expected = bytes_of(codepoints, rules.ends(codepoints))
        for _, path in ipairs { "scalar", "best" } do
          local got = found(text, unit, path)
          if got ~= expected then assert.equal(expected, got, show(codepoints)) end
        end
      end
    end)
  end
end)
