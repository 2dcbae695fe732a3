local jilu = require "jilu"

local TEXTS = {
  "One. Two 3.5 of a.b. (Yes.)  \"No?\" she said... And so? yes",
  "e\u{301}👨‍👩‍👧🇨🇳🇫🇷 각각 \u{0E33}\r\n\r\n汉字，“你好。”他说。1,234.5 can't a.\u{300}b",
  "\xE4\xB8\xE4\xB8\xAD\xF0\x9F\xF0\x9F\x98\x80\xFF\xED\xA0\x80",
  "$(1,5)% \"(x) ( \u{301}y) — — \u{200B} z",
}

local function whole(text, unit, options)
  local list = {}
  local spans = jilu.spans(text, unit, options)
  for k = 1, #spans do list[k] = spans:text(k) end
  return list
end

local function streamed(chunks, unit, options)
  local list = {}
  local stream = jilu.stream(unit, options)
  local function take(segments)
    for _, one in ipairs(segments) do list[#list + 1] = one end
  end
  for _, chunk in ipairs(chunks) do take(stream:feed(chunk)) end
  take(stream:finish())
  return list
end

describe("jilu.stream", function()
  for _, unit in ipairs { "grapheme", "word", "sentence", "line" } do
    it("is what the whole text is, wherever it is split: " .. unit, function()
      for _, text in ipairs(TEXTS) do
        local expected = whole(text, unit)
        for i = 0, #text do
          assert.same(expected, streamed({ text:sub(1, i), text:sub(i + 1) }, unit))
        end
        local bytes = {}
        for i = 1, #text do bytes[i] = text:sub(i, i) end
        assert.same(expected, streamed(bytes, unit))
      end
    end)

    it("is the same in chunks that vectors take: " .. unit, function()
      local text = table.concat(TEXTS):rep(5) .. ("汉字，plain text. "):rep(30)
      local expected = whole(text, unit, { kernel = "scalar" })
      for _, size in ipairs { 63, 64, 65, 66, 67, 127, 200 } do
        local chunks = {}
        for i = 1, #text, size do chunks[#chunks + 1] = text:sub(i, i + size - 1) end
        assert.same(expected, streamed(chunks, unit))
      end
    end)
  end

  it("gives what is whole, and holds the rest", function()
    local stream = jilu.stream "sentence"
    assert.same({}, stream:feed "One. ")
    assert.equal(5, #stream)
    assert.same({ "One. " }, stream:feed "Two")
    assert.equal("jilu.Stream: open, 3 bytes held", tostring(stream))
    assert.same({ "Two" }, stream:finish())
    assert.has_error(function() stream:feed "x" end,
      "calling 'feed' on bad self (the stream is closed)")
  end)

  it("can be empty, and groups Han when asked", function()
    assert.same({}, streamed({}, "word"))
    assert.same({}, streamed({ "", "" }, "word"))
    assert.same({ "中国人" }, streamed({ "中\xE5", "\x9B\xBD人" }, "word", { han = "group" }))
  end)

  it("is closed twice without harm", function()
    local stream = jilu.stream "word"
    stream:feed "abc"
    do local _ <close> = stream end
    collectgarbage()
    assert.equal("jilu.Stream: closed, 0 bytes held", tostring(stream))
  end)
end)
