-- Text in any encoding is the same ledger, at the places of its own bytes.

local cjson = require "cjson"
local jilu = require "jilu"
local shell = require "spec.support.shell"

local ENCODINGS = { "gb18030", "big5", "utf-16", "utf-16le", "utf-16be" }

local folder
setup(function() folder = shell.folder() end)
teardown(function() shell.remove(folder) end)

local function converted(text, from, to)
  shell.write(folder .. "/text", text)
  local _, out = shell.run(folder, ("iconv -c -f %s -t %s text"):format(from, to))
  return out
end

-- What is the same in every encoding.
local NOT_COMPARED = {
  encoding = true,
  start = true, ["end"] = true, bytes = true, sha256 = true, content_start = true,
  content_end = true, unit_start = true, unit_end = true, time_start = true, time_end = true,
}

local function without_places(value)
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, one in pairs(value) do
    if not NOT_COMPARED[key] then copy[key] = without_places(one) end
  end
  return copy
end

-- Every place with its text, in records and what is in them.
local function places(record, found)
  if record.start and record.text then found[#found + 1] = record end
  for _, value in pairs(record) do
    if type(value) == "table" then places(value, found) end
  end
  return found
end

local ledger = jilu.load "ledger"

-- The records as they are written.
local function records(bytes, options)
  local writer = require "jilu.core".writer()
  assert(ledger:write(jilu.document(bytes, options), writer))
  local list = {}
  for line in writer:take():gmatch "[^\n]+" do list[#list + 1] = cjson.decode(line) end
  return list
end

describe("the ledger of a document in another encoding", function()
  for name in require "lfs".dir "spec/corpus" do
    if name:find "%.txt$" then
      it(name .. " → the same, each place being the bytes of its text", function()
        for _, encoding in ipairs(ENCODINGS) do
          local bytes = converted(shell.read("spec/corpus/" .. name), "utf-8", encoding)
          local text = converted(bytes, encoding, "utf-8")
          local given = records(bytes, { encoding = "auto", residue = "keep" })
          assert.same(without_places(records(text, { residue = "keep" })), without_places(given))
          local order = encoding == "utf-16" and "utf-16le" or encoding
          local cuts, texts = {}, {}
          for _, place in ipairs(places(given, {})) do
            cuts[#cuts + 1] = bytes:sub(place.start + 1, place["end"])
            texts[#texts + 1] = place.text
          end
          assert.is_true(#cuts > 0)
          for k, cut in ipairs(cuts) do
            local decoded = jilu.decode(cut, order)
            assert.equal(texts[k], decoded, encoding)
          end
          local _, _, found = jilu.decode(bytes)
          assert.equal(({ gb18030 = "GB18030", big5 = "BIG5-HKSCS", ["utf-16be"] = "UTF-16BE" })
            [encoding] or "UTF-16LE", found.name)
        end
      end)
    end
  end

  it("a table of a record → the same places as the record that is written", function()
    local bytes = converted("去年投入资金200万元,建成道路35公里。\n", "utf-8", "gb18030")
    local doc = jilu.document(bytes, { encoding = "gb18030" })
    local given = {}
    for record in ledger:records(doc) do given[#given + 1] = record end
    local written = records(bytes, { encoding = "gb18030" })
    assert.equal(#written, #given)
    for k, record in ipairs(written) do
      for key, value in pairs(record) do
        if key:find "start$" or key:find "end$" then
          assert.equal(value ~= cjson.null and value or nil, given[k][key], key)
        end
      end
    end
  end)
end)

describe("jilu.decode", function()
  it("bytes that are none of the encoding's → U+FFFD, counted", function()
    local text, map, found = jilu.decode("a\255\129", "gb18030")
    assert.equal("a\239\191\189\239\191\189", text)
    assert.equal(2, found.invalid)
    assert.same({ 3, 3 }, { map:source(5, 7) })
    text, map, found = jilu.decode("a\0\0\216b\0c", "utf-16le")
    assert.is_userdata(map)
    assert.equal("a\239\191\189b\239\191\189", text)
    assert.equal(3, found.invalid)
  end)

  it("any bytes in any encoding → well-formed text, places that are in the bytes", function()
    math.randomseed(17)
    for _, encoding in ipairs { "gb18030", "big5", "shift_jis", "euc-kr", "utf-16", "utf-32",
      "iso-2022-jp", "utf-7", "windows-1252" } do
      for _ = 1, 60 do
        local list = {}
        for k = 1, math.random(0, 40) do list[k] = string.char(math.random(0, 255)) end
        local bytes = table.concat(list)
        local text, map = jilu.decode(bytes, encoding)
        assert.is_true((jilu.validate(text)))
        local behind = 0
        for at = 1, #text do
          local first, last = map:source(at, at)
          assert.is_true(first >= 1 and last <= #bytes and first >= behind, encoding)
          behind = first
        end
      end
    end
  end)

  it("an encoding of no name → nil, message; no string → an error", function()
    assert.same({ nil, "no encoding 'NOTHING'" }, { jilu.decode("a", "nothing") })
    assert.has_error(function() jilu.decode(1) end)
    assert.has_error(function() jilu.document("a", { encoding = "nothing" }) end)
  end)

  it("text that tells no encoding → UTF-8", function()
    for _, bytes in ipairs { "", "a", "caf\233 au lait", "\255", ("\1\255\130"):rep(30) } do
      local _, _, found = jilu.decode(bytes)
      assert.equal("UTF-8", found.name)
    end
  end)

  it("UTF-8 with damage that declares another encoding → UTF-8", function()
    local text = '<meta charset="gb2312">' .. ("今年投入资金。"):rep(20)
    local _, _, found = jilu.decode(text .. "\255")
    assert.equal("UTF-8", found.name)
    found = select(3, jilu.decode(converted(text, "utf-8", "gb18030")))
    assert.same({ "GB18030", "declared" }, { found.name, found.basis })
  end)

  it("Japanese and Korean → their encodings", function()
    for encoding, text in pairs {
      ["shift_jis"] = "これは日本語の文書です。政府は新しい政策を発表し、支援を拡大することにした。",
      ["euc-jp"] = "これは日本語の文書です。政府は新しい政策を発表し、支援を拡大することにした。",
      ["euc-kr"] = "이것은 한국어 문서입니다. 정부는 오늘 새로운 정책을 발표하고 지원을 확대하기로 했다.",
    } do
      assert.equal(text, (jilu.decode(converted(text, "utf-8", encoding))), encoding)
    end
  end)
end)

describe("jilu run --encoding", function()
  it("a guess → is told once, with how sure it is", function()
    local text = converted(shell.read "spec/corpus/minutes.txt", "utf-8", "gb18030")
    shell.write(folder .. "/a.txt", text)
    shell.write(folder .. "/b.txt", text)
    local code, out, err = shell.run(folder, shell.jilu .. " run facts a.txt b.txt --lexicon none")
    assert.equal(0, code, err)
    local _, count = err:gsub("encoding guessed: GB18030; %d+%% of its characters", "")
    assert.equal(1, count)
    code, _, err = shell.run(folder, shell.jilu .. " run facts a.txt --encoding gbk --lexicon none")
    assert.equal(0, code)
    assert.is_nil(err:find("guessed", 1, true))
    assert.is_truthy(out:find '"type":"quantity"')
    code, _, err = shell.run(folder, shell.jilu .. " run facts a.txt --encoding nothing")
    assert.equal(1, code)
    assert.match("no encoding 'NOTHING'", err, 1, true)
  end)
end)
