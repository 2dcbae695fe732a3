local jilu = require "jilu"
local ucd = require "spec.support.ucd"

local PATHS = { "best", "scalar", "sse", "avx2", "neon" }

-- Table 3-7 as it is printed: the ranges of the bytes of a sequence.
local TABLE = {
  { { 0x00, 0x7F } },
  { { 0xC2, 0xDF }, { 0x80, 0xBF } },
  { { 0xE0, 0xE0 }, { 0xA0, 0xBF }, { 0x80, 0xBF } },
  { { 0xE1, 0xEC }, { 0x80, 0xBF }, { 0x80, 0xBF } },
  { { 0xED, 0xED }, { 0x80, 0x9F }, { 0x80, 0xBF } },
  { { 0xEE, 0xEF }, { 0x80, 0xBF }, { 0x80, 0xBF } },
  { { 0xF0, 0xF0 }, { 0x90, 0xBF }, { 0x80, 0xBF }, { 0x80, 0xBF } },
  { { 0xF1, 0xF3 }, { 0x80, 0xBF }, { 0x80, 0xBF }, { 0x80, 0xBF } },
  { { 0xF4, 0xF4 }, { 0x80, 0x8F }, { 0x80, 0xBF }, { 0x80, 0xBF } },
}

-- How many bytes at 'i' are the longest beginning of a row, and whether they
-- are the whole row.
local function longest(text, i)
  local most, whole = 1, false
  for _, row in ipairs(TABLE) do
    local n = 0
    while n < #row do
      local byte = text:byte(i + n)
      if not byte or byte < row[n + 1][1] or byte > row[n + 1][2] then break end
      n = n + 1
    end
    if n == #row then return n, true end
    most = math.max(most, n)
  end
  return most, whole
end

local function expected(text)
  local parts, bad, first, i = {}, 0, nil, 1
  while i <= #text do
    local size, whole = longest(text, i)
    if not whole then
      bad = bad + 1
      first = first or i
    end
    parts[#parts + 1] = whole and text:sub(i, i + size - 1) or "\u{FFFD}"
    i = i + size
  end
  return table.concat(parts), bad, first
end

local function check(text)
  local good, bad, first = expected(text)
  local repaired, count = jilu.repair(text)
  if repaired ~= good or count ~= bad then
    assert.equal(good, repaired, ("%q"):format(text))
    assert.equal(bad, count, ("%q"):format(text))
  end
  for _, path in ipairs(PATHS) do
    local ok, where = jilu.validate(text, { kernel = path })
    if (ok == true) ~= (bad == 0) or where ~= first then
      assert.equal(first, where, path .. (": %q"):format(text))
    end
  end
end

describe("jilu.validate and jilu.repair", function()
  it("take well-formed text", function()
    assert.is_true(jilu.validate("汉字 text \u{1F600}"))
    assert.same({ "汉字", 0 }, { jilu.repair "汉字" })
  end)

  it("name the first ill-formed byte", function()
    assert.same({ nil, 3 }, { jilu.validate "ab\xE6\xB1c" })
    assert.same({ "ab\u{FFFD}c", 1 }, { jilu.repair "ab\xE6\xB1c" })
  end)

  it("agree with table 3-7 on every text of two bytes", function()
    for a = 0, 255 do
      check(string.char(a))
      for b = 0, 255 do check(string.char(a, b)) end
    end
  end)

  -- A byte counts by the range it is in; two of each range are enough.
  it("agree with table 3-7 on every text of three kinds of bytes", function()
    local kinds = { 0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
      0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4,
      0xF5, 0xFF }
    for _, a in ipairs(kinds) do
      for _, b in ipairs(kinds) do
        for _, c in ipairs(kinds) do check(string.char(a, b, c)) end
      end
    end
  end)

  it("agree with table 3-7 on random text, whatever the path", function()
    math.randomseed(37)
    local pieces = { "a", " ", "é", "汉", "字", "\u{1F600}", "\u{10FFFF}",
      "\u{D7FF}", "\u{E000}", "\u{800}", "\u{10000}", "plain text of some length " }
    for k = 1, 3000 do
      local parts = {}
      for i = 1, math.random(5, 60) do parts[i] = pieces[math.random(#pieces)] end
      local text = table.concat(parts)
      for _ = 1, k % 3 do
        local at = math.random(#text)
        text = text:sub(1, at - 1) .. string.char(math.random(0x80, 0xFF))
          .. text:sub(at + math.random(0, 1))
      end
      check(text)
    end
  end)

  it("count code points as they repair them", function()
    assert.equal(4, jilu.count("ab\xE6\xB1c", "codepoint"))
    assert.equal(0, jilu.count("", "codepoint"))
  end)
end)

describe("jilu.normalize", function()
  it("passes NormalizationTest.txt", function()
    local file = ucd.unpacked "NormalizationTest.txt"
    local cases = 0
    local columns = {
      NFC = { 2, 2, 2, 4, 4 }, NFD = { 3, 3, 3, 5, 5 },
      NFKC = { 4, 4, 4, 4, 4 }, NFKD = { 5, 5, 5, 5, 5 },
    }
    for line in file:lines() do
      local texts = {}
      for field in (line:match "^[%x ;]+" or ""):gmatch "([^;]+);" do
        local points = {}
        for hex in field:gmatch "%x+" do points[#points + 1] = tonumber(hex, 16) end
        texts[#texts + 1] = utf8.char(table.unpack(points))
      end
      if #texts == 5 then
        cases = cases + 1
        for form, column in pairs(columns) do
          for i = 1, 5 do
            if jilu.normalize(texts[i], form) ~= texts[column[i]] then
              assert.equal(texts[column[i]], jilu.normalize(texts[i], form),
                           form .. ": " .. line)
            end
          end
        end
      end
    end
    file:close()
    assert.equal(19074, cases)
  end)

  it("composes across the plain runs that it copies", function()
    local text = ("汉字"):rep(20) .. "か\u{3099}" .. ("中"):rep(9) .. "\u{302}e\u{301}"
    local whole = ("汉字"):rep(20) .. "が" .. ("中"):rep(9) .. "\u{302}é"
    assert.equal(whole, jilu.normalize(text))
    assert.equal(whole, jilu.normalize(text, "NFC"))
  end)

  it("orders long runs of marks as short ones", function()
    local text = "a" .. ("\u{301}\u{316}"):rep(1000)
    assert.equal("a" .. ("\u{316}"):rep(1000) .. ("\u{301}"):rep(1000),
                 jilu.normalize(text, "NFD"))
    assert.equal("á" .. ("\u{316}"):rep(1000) .. ("\u{301}"):rep(999),
                 jilu.normalize(text, "NFC"))
  end)

  it("folds case in full", function()
    assert.equal("strasse j\u{30C} σ", jilu.normalize("Straße \u{1F0} Σ", "casefold"))
  end)

  it("makes ill-formed bytes U+FFFD, and takes the empty text", function()
    assert.equal("a\u{FFFD}b", jilu.normalize("a\xFFb"))
    for _, form in ipairs { "NFC", "NFD", "NFKC", "NFKD", "casefold" } do
      assert.equal("", jilu.normalize("", form))
    end
  end)

  it("names the argument that is wrong", function()
    assert.has_error(function() jilu.normalize("a", "NFX") end,
      "bad argument #2 to 'normalize' (invalid option 'NFX')")
  end)
end)
