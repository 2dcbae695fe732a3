-- What is no UTF-8 text is refused, whatever it is built like.

local jilu = require "jilu"
local shell = require "spec.support.shell"

local function refusal(text)
  local _, _, failure = jilu.pipeline { "repair" }:run(jilu.document(text))
  return failure and failure.reason
end

describe("UTF-16 without a mark", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  local function converted(text, encoding)
    shell.write(folder .. "/utf8", text)
    local code, output = shell.run(folder, "iconv -f UTF-8 -t " .. encoding .. " utf8")
    assert.equal(0, code)
    return output
  end

  for name, text in pairs {
    Chinese = "去年投入资金200万元,建成道路35公里。\n今年计划投入300万元。\n",
    ["a few characters of Chinese"] = "投入30万元",
    English = "In 2019 they gave 3 million.\n",
    digits = "2019, 2020, 2021, 35 km",
  } do
    for _, encoding in ipairs { "UTF-16LE", "UTF-16BE" } do
      it(("%s, %s → refused"):format(name, encoding), function()
        assert.match("^not UTF%-8 text", refusal(converted(text, encoding)))
        assert.is_nil(refusal(text))
      end)
    end
  end

  for name in require "lfs".dir "spec/corpus" do
    if name:find "%.txt$" then
      it(name .. " → refused in both byte orders, and cut off in the middle", function()
        local text = shell.read("spec/corpus/" .. name)
        for _, encoding in ipairs { "UTF-16LE", "UTF-16BE" } do
          local bytes = converted(text, encoding)
          assert.match("^not UTF%-8 text", refusal(bytes))
          assert.match("^not UTF%-8 text", refusal(bytes:sub(1, math.floor(#bytes / 3))))
        end
        assert.is_nil(refusal(text))
      end)
    end
  end

  it("text with a zero byte or damage in it → is read", function()
    for _, text in ipairs { "3个\0", "a\0b\0", "3个\255" .. ("苹果。"):rep(20), "NaNaN\0aNaNaNaNa",
      ("去年投入资金200万元。\0"):rep(40) } do
      assert.is_nil(refusal(text), text)
    end
  end)
end)
