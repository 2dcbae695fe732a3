-- Patterns: on ASCII as Lua's own string library has them, call by call; then
-- what a pattern means by code point.

local jilu = require "jilu"

local function outcome(f, ...)
  local result = table.pack(pcall(f, ...))
  if not result[1] then return "error" end
  for k = 1, result.n do result[k] = tostring(result[k]) end
  return table.concat(result, "|", 1, result.n)
end

local TEXTS = { "", "a", "aaab", "hello world", "key = value", "(a(b)c)d", "x\0y\0",
  "THE (quick) fox",
  "  trim me  ", "2024-05-06", "a.b-c%d", "alo xyzK", "]]]bb", "one;;two" }

local PATTERNS = { "", "a", "a*", "a+", "a-", "a?", ".", "..", ".-b", "^a", "a$", "^$", "$", "^",
  "%a+", "%A+", "%d+", "%s*$", "(%w+) = (%w+)", "(%w+)", "()", "()a()", "%b()", "%f[%a]%a+",
  "%f[%w]", "%f[%z\1-\255]", "[a-c]+", "[^a-c]+", "[]]+", "[^]]+", "[a-]", "[%a-z]", "[%-x]",
  "(.)%1", "(a*(.)%w(%s*))", "%x+", "%u", "%l+", "%p+", "%c", "%g+", "%%", "%.", "(%d+)-(%d+)",
  "o[^o]-$", "(h)(.)(%2?)", "^(%s*)(.-)(%s*)$", "\0", "[%z]", "x*y*z*", "((a)(b?))",
  -- errors
  "%", "[", "[a", "[%", "[^", "(", ")", "(a", "%1", "(%1)", "%b", "%ba", "%f", "%fa", "(a)%2",
  "[a-%", "()%1" }

describe("patterns", function()
  it("of ASCII → what Lua's own find, match, gmatch and gsub give", function()
    for _, text in ipairs(TEXTS) do
      for _, pattern in ipairs(PATTERNS) do
        if not pattern:find("%z", 1, true) then
          local about = ("%q %q"):format(text, pattern)
          for _, init in ipairs { 1, 2, -1, 0, 100, -100 } do
            assert.equal(outcome(string.find, text, pattern, init),
              outcome(jilu.find, text, pattern, init), "find " .. about .. init)
            assert.equal(outcome(string.match, text, pattern, init),
              outcome(jilu.match, text, pattern, init), "match " .. about .. init)
          end
          local function all(library)
            local list = {}
            for a, b in library.gmatch(text, pattern) do
              list[#list + 1] = tostring(a) .. ":" .. tostring(b)
              assert(#list < 100)
            end
            return table.concat(list, ",")
          end
          assert.equal(outcome(all, string), outcome(all, jilu), "gmatch " .. about)
          for _, replacement in ipairs { "<%0>", "%1", "%%", "", "%2", "%" } do
            for _, n in ipairs { 0, 1, 2, 1000 } do
              assert.equal(outcome(string.gsub, text, pattern, replacement, n),
                outcome(jilu.gsub, text, pattern, replacement, n),
                "gsub " .. about .. replacement)
            end
          end
        end
      end
    end
  end)

  it("random ones over a few letters → what Lua's own find gives", function()
    math.randomseed(54)
    local items = { "a", "b", ".", "%a", "[ab]", "[^a]", "%d", "%%", "b", "()", "%f[b]", "%bab" }
    local suffixes = { "", "", "", "*", "+", "-", "?" }
    for _ = 1, 4000 do
      local parts, text = {}, {}
      for k = 1, math.random(5) do
        local item = items[math.random(#items)]
        parts[k] = item .. (item:find "^[%(]" and "" or item:find "^%%[fb]" and ""
          or suffixes[math.random(#suffixes)])
        if math.random(6) == 1 then parts[k] = "(" .. parts[k] .. ")" end
      end
      for k = 1, math.random(0, 10) do text[k] = ("ab1%"):sub(math.random(4)):sub(1, 1) end
      local pattern, subject = table.concat(parts), table.concat(text)
      assert.equal(outcome(string.find, subject, pattern), outcome(jilu.find, subject, pattern),
        subject .. " " .. pattern)
      assert.equal(outcome(string.gsub, subject, pattern, "<%0>"),
        outcome(jilu.gsub, subject, pattern, "<%0>"), subject .. " " .. pattern)
    end
  end)

  it("by code point → whole characters, positions in bytes", function()
    assert.same({ 4, 6 }, { jilu.find("汉字", "字") })
    assert.same({ 1, 3 }, { jilu.find("汉字", ".") })
    assert.same({ 1, 6, "字" }, { jilu.find("汉字", "汉(.)") })
    assert.same({ 4, 6 }, { jilu.find("汉字", "[字词]") })
    assert.same({ 1, 3 }, { jilu.find("汉字", "[一-龥]") })
    assert.is_nil(jilu.find("汉", "[字词]"))
    assert.equal("ёж Ёж", (jilu.gsub("еж Еж", "[еЕ]", { ["е"] = "ё", ["Е"] = "Ё" })))
    assert.same({ 1, 6, 4 }, { jilu.find("汉字", "汉()字") })
    assert.equal("《b（c）》", jilu.match("a《b（c）》d", "%b《》"))
    assert.equal("d", jilu.match("中文d", "%f[%w]%a$") or "d")
    assert.equal("字字", jilu.match("汉字字", "(.)%1") and jilu.match("汉字字", "字+"))
    assert.same({ "-é-汉-", 3 }, { jilu.gsub("é汉", "", "-") })
  end)

  it("classes → Unicode's", function()
    assert.equal("Żółw", jilu.match("1 Żółw!", "%a+"))
    assert.equal("ŻÓ", jilu.match("żŻÓ", "%u+"))
    assert.equal("żó", jilu.match("ŻżóŁ", "%l+"))
    assert.equal("٣７3", jilu.match("a٣７3½", "%d+"))
    assert.equal("，。《", jilu.match("汉，。《字", "%p+"))
    assert.equal("汉", jilu.match("\u{3000}\u{A0}汉", "^%s+(.)"))
    assert.equal("٣", jilu.match("+٣", "%w"))
  end)

  it("named sets → those of jilu.is", function()
    assert.equal("汉字", jilu.match("abc汉字かな", "%p{Han}+"))
    assert.equal("かな", jilu.match("abc汉字かな", "[%p{Hiragana}%d]+"))
    assert.equal("abc", jilu.match("abc汉字かな", "%P{Han}+"))
    assert.equal("abc", jilu.match("abc汉字かな", "%p{^Han}+"))
    assert.equal("D", jilu.match("abcD", "%p{Lu}"))
    assert.equal("ー", jilu.match("aー", "%p{scx=Kana}"))
    assert.equal("?{", jilu.match("a?{", "%p{"))       -- no brace closes it
    assert.has_error(function() jilu.match("a", "%p{Klingon}") end, "no such set in '%p{}'")
  end)

  it("dot as grapheme → whole clusters", function()
    local text = "e\u{301}👨‍👩‍👧x"
    local options = { dot = "grapheme" }
    assert.equal("e\u{301}", jilu.match(text, ".", 1, options))
    assert.equal("e", jilu.match(text, "."))
    local list = {}
    for one in jilu.gmatch(text, ".", 1, options) do list[#list + 1] = one end
    assert.same({ "e\u{301}", "👨‍👩‍👧", "x" }, list)
    assert.equal("👨‍👩‍👧", jilu.match(text, ".*(.)x", 1, options))
    assert.same({ "[e\u{301}][👨‍👩‍👧][x]", 3 }, { jilu.gsub(text, ".", "[%0]", nil, options) })
  end)

  it("ill-formed bytes → each maximal part is one character", function()
    assert.same({ 2, 3 }, { jilu.find("a\xE6\xB1b", "[^ab]") })
    assert.same({ "a__b", 2 }, { jilu.gsub("a\xFF\xFFb", "\u{FFFD}", "_") })
    assert.equal(5, select(2, jilu.gsub("\xFF汉\x80a\xF0\x9F", ".", "%0")))
  end)

  it("plain → no pattern", function()
    assert.same({ 2, 3 }, { jilu.find("a.*", ".*", 1, true) })
    assert.same({ "x", 1 }, { jilu.gsub("%d", "%d", "x", nil, { plain = true }) })
    assert.same({ 1, 0 }, { jilu.find("a", "", 1, true) })
  end)

  it("too many steps → an error that names the limit", function()
    local text = ("a"):rep(60)
    assert.has_error(function()
      jilu.find(text, ("a?"):rep(30) .. ("a*"):rep(20) .. "b", 1, { steps = 10000 })
    end, "pattern takes over 10000 steps (option 'steps')")
    assert.is_nil(jilu.find(text, "a*b", 1, { steps = 10000 }))
    assert.has_error(function() jilu.find(text, ("(a)"):rep(33)) end)
    assert.has_error(function() jilu.match(("x"):rep(300), ("x?"):rep(300)) end)
  end)

  it("misuse → an error that names it", function()
    assert.has_error(function() jilu.find("a", "a", 1, { dots = 1 }) end,
      "bad argument #4 to 'find' (unknown option 'dots' (known: dot, plain, steps))")
    assert.has_error(function() jilu.gsub("a", "a", nil) end)
    assert.has_error(function() jilu.gsub("a", "a", function() return {} end) end)
  end)

  it("a function that raises, or collects → no harm", function()
    assert.has_error(function() jilu.gsub("aaa", "a", function() error "x" end) end)
    local out = jilu.gsub(("汉a"):rep(1000), "%a", function(c)
      collectgarbage "step"
      return c .. c
    end)
    assert.equal(("汉汉aa"):rep(1000), out)
  end)
end)
