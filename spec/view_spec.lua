local jilu = require "jilu"
local core = require "jilu.core"

local function view(text, mode) return core.view(text, mode) end

-- An independent reading of the map: the folded text of a span is the fold of
-- the span without residue.
local function check_map(text, v)
  local folded = v:folded()
  for i, c in utf8.codes(folded) do
    local j = i + #utf8.char(c) - 1
    local first, last = v:original(i, j)
    assert.equal(utf8.char(c), core.fold((v:norm(first, last))))
  end
  return text
end

describe("folding", function()
  it("takes Traditional and variant characters to Simplified", function()
    assert.equal("台账、台账,扛牢责任", core.fold "臺帳、臺賬，扛牢責任")
    assert.equal("这里,里面,瞧着,干部", core.fold "這裡，裏面，瞧著，幹部")
  end)
  it("takes full width to half width, but not what Chinese writes", function()
    assert.equal("(12%)ABC: 。、《》“”", core.fold "（１２％）ＡＢＣ：　。、《》“”")
  end)
  it("is idempotent and keeps the number of code points", function()
    for c = 0x20, 0x2FFFF do
      if c < 0xD800 or c > 0xDFFF then
        local once = core.fold(utf8.char(c))
        if utf8.len(once) ~= 1 or core.fold(once) ~= once then
          error(("U+%04X folds to %q"):format(c, once))
        end
      end
    end
  end)
end)

describe("a view", function()
  it("shares the text where nothing changes", function()
    local text = "全县共建26个支部\n第二行"
    assert.equal(text, view(text):folded())
    assert.equal(2, #view(text))
  end)

  it("maps every character back", function()
    for _, text in ipairs {
      "全縣共１４個，覆蓋率\r\n（鄉鎮）臺帳",
      "\xEF\xBB\xBF開頭\u{200B}中間\xE6\xB1壞\xFF字節",
      "", "a", "\xFF", "\xE4\xB8", "〇\u{2F00}\u{FA0E}",
    } do
      check_map(text, view(text))
    end
  end)

  it("positions inside characters → the whole characters, well-formed", function()
    for _, text in ipairs {
      "\xffabc", "a\xe4\xb8b\xc3縣\xff\xff", "\u{FEFF}開\u{200B}頭𠀀", "設(shè)備", "\xf0\x9f\x80",
    } do
      for _, mode in ipairs { "keep", "cut" } do
        local v = view(text, mode)
        local function check(size, method)
          for i = 1, size + 1 do
            for j = i - 1, size do
              local read, first, last = v[method](v, i, j)
              if method ~= "norm" and method ~= "read" then read, first, last = "", read, first end
              assert.truthy(utf8.len(read))
              if method ~= "norm" then
                assert.is_true(1 <= first and first <= last + 1)
                assert.is_true(last <= math.max(#text, #v:folded()))
              end
            end
          end
        end
        check(#text, "norm")
        check(#text, "locate")
        check(#v:folded(), "read")
        check(#v:folded(), "original")
      end
    end
    local doc = jilu.document "\xffabc"
    assert.same({ "\u{FFFD}", 1, 1 }, { doc:read(doc.lines[1], 3, 3) })
    assert.same({ "开", 1, 3 }, { (jilu.document "开头"):read({ offset = 0 }, 2, 2) })
  end)

  local riddled = "建設(shè)備份,推進(jìn)工作,強(qiáng)化責(zé)任,為(wèi)民服務(wù)(鄉鎮)"
  it("takes residue out where the text is riddled with it", function()
    local v = view(riddled)
    assert.equal("建设备份,推进工作,强化责任,为民服务(乡镇)", v:folded())
    check_map(riddled, v)
    local i, j = v:folded():find("设", 1, true)
    local first, last = v:original(i, j)
    assert.equal("設(shè)", riddled:sub(first, last))
    assert.same({ "設", true }, { v:norm(first, last) })
    local repairs = v:repairs()
    assert.equal(6, #repairs)
    assert.same({ type = "repair", kind = "ruby", first = first, last = last, repair = "設" },
      repairs[1])
  end)
  it("takes readings of several syllables with their characters", function()
    local text = ("漢字(hànzì)多,學習(xuéxí)好,老師(lǎoshī)來。"):rep(2)
    local v = view(text)
    assert.equal(("汉字多,学习好,老师来。"):rep(2), v:folded())
    assert.equal("漢字", v:repairs()[1].repair)
  end)
  it("takes readings without tone marks, and the spaces behind them, where all are so", function()
    local text = ("社會(hui) 服務(wu) 中心,設(she) 備(bei) 齊全,責(ze) 任清晰。"):rep(3)
    assert.equal(("社会服务中心,设备齐全,责任清晰。"):rep(3), view(text):folded())
    check_map(text, view(text))
    assert.equal(0, #view("社會(hui) 服務(wu) 中心,設(she) 備(bei) 齊全"):repairs())
  end)
  it("leaves a gloss and real parentheses alone", function()
    for _, text in ipairs {
      "王犇(bēn)同志出席会议,介绍了全县乡镇(街道)、社区(村)的工作情况,与会人员进行了充分讨论。",
      "重量(kg)与长度(m)、面积(mu)和温度(c)的计量单位换算关系见附表(an)。",
      "方案(a)、方案(b)、方案(e)、方案(o)四种。",
    } do
      assert.equal(text, view(text):folded())
      assert.equal(0, #view(text):repairs())
    end
  end)
  it("obeys when told to keep or cut", function()
    assert.equal("设(shè)备", view("設(shè)备", "keep"):folded())
    assert.equal("设备", view("設(shè)备", "cut"):folded())
    assert.equal("设备", view("設备", "cut"):folded())
    assert.has_error(function() view("x", "maybe") end)
  end)
  it("reads ill-formed bytes as U+FFFD, one repair for a run", function()
    local v = view "好\xFF\xFE\xE6\xB1坏"
    assert.equal("好\u{FFFD}\u{FFFD}\u{FFFD}坏", v:folded())
    assert.equal(4, v:invalid_bytes())
    assert.same({ { type = "repair", kind = "invalid_utf8", first = 4, last = 7 } }, v:repairs())
    assert.equal("好\u{FFFD}\u{FFFD}\u{FFFD}坏", (v:norm(1, 10)))
  end)
  it("knows its lines", function()
    local v = view "甲\r\n乙（設）\n\n"
    assert.equal(4, #v)
    assert.same({
      { number = 1, first = 1, last = 3, offset = 0, text = "甲", i = 1, j = 3 },
      { number = 2, first = 6, last = 17, offset = 5, text = "乙(设)", i = 1, j = 8 },
      { number = 3, first = 19, last = 18, offset = 14, text = "", i = 1, j = 0 },
      { number = 4, first = 20, last = 19, offset = 15, text = "", i = 1, j = 0 },
    }, v:lines())
    assert.equal(2, v:line_of(17))
  end)
  it("says which bytes of a line are left without blanks", function()
    local lines = view(" \t甲 乙\t \n \t\n甲 \r\n　乙"):lines()
    local found = {}
    for k, line in ipairs(lines) do found[k] = line.text:sub(line.i, line.j) end
    assert.same({ "甲 乙", "", "甲", "乙" }, found)
    assert.is_true(lines[2].i > lines[2].j)
  end)
  it("counts characters of one script alone", function()
    local text = "为民服务,為民服務,干部以后"
    assert.same({ 2, 2 }, { view(text):script(1, #text) })
    assert.equal(2, view(text):traditional())
    assert.equal(0, view("为民服务,干部以后"):traditional())
  end)
  it("names its arguments when they are wrong", function()
    local v = view "abc"
    assert.has_error(function() v:original(0, 1) end)
    assert.has_error(function() v:original(1, 4) end)
    assert.has_error(function() v:norm(3, 1) end)
    v:close()
    assert.has_error(function() v:folded() end)
  end)
end)

describe("a document", function()
  it("reads lines through the view and maps spans back", function()
    local doc = jilu.document("標題\n臺帳（一本）", { id = "x" })
    local line = doc.lines[2]
    assert.equal("台账(一本)", line.text)
    local first, last = doc:span(line, line.text:find("一本", 1, true))
    assert.equal("一本", doc:text { first = first, last = last })
    local _, i, j = doc:locate(first, last)
    assert.equal("一本", line.text:sub(i, j))
  end)
  it("never fails on bytes, and says what is wrong with options", function()
    for n = 0, 255 do jilu.document(string.char(n):rep(5)) end
    assert.has_error(function() jilu.document("x", { dat = "2019" }) end,
      "bad argument #2 to 'document' (unknown option 'dat'; known: charset, date, encoding, "
      .. "extractor, from, id, language, lexicon, member, metadata, path, residue)")
  end)
end)
