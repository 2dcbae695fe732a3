-- Chinese in another writing, and its pinyin.

local check = require "jilu.check"
local conversion = require "jilu.conversion"

local chinese = {}

local shared

-- What the options name, or the installed one, opened once.
local function opened(given)
  if given then return given end
  local message
  if not shared then shared, message = conversion.open() end
  return shared, message
end

local REGIONS = { TW = "tw", HK = "hk" }

-- The options as they are, each of its type.
local function checked(name, options, known)
  if options == nil then return {} end
  check.type(name, 2, options, "table")
  for key, value in pairs(options) do
    if not known[key] then
      check.fail(name, 2, 3, "unknown option '%s'; known: %s", tostring(key), known.list)
    elseif key == "conversion" then
      if not conversion.is(value) then
        check.fail(name, 2, 3, "option 'conversion': jilu.Conversion expected, got %s",
          type(value))
      end
    elseif type(value) ~= known[key] then
      check.fail(name, 2, 3, "option '%s': %s expected, got %s", key, known[key], type(value))
    end
  end
  return options
end

local CONVERTED = { region = "string", words = "boolean", conversion = "userdata",
  list = "region, words, conversion" }

local function convert(name, text, options, joint)
  check.type(name, 1, text, "string")
  options = checked(name, options, CONVERTED)
  local kind, region = name, options.region
  if region ~= nil then
    if not REGIONS[region] then
      check.fail(name, 2, 3, "option 'region': 'TW' or 'HK' expected, got '%s'", region)
    end
    kind = name .. joint .. REGIONS[region] .. (options.words and "_words" or "")
  elseif options.words then
    check.fail(name, 2, 3, "option 'words' needs a region")
  end
  local with, message = opened(options.conversion)
  if not with then return nil, message end
  return with:convert(kind, text)
end

--- The text in Simplified characters. Ill-formed bytes stay.
---@param text string
---@param options? { region: "TW"|"HK"|nil, words: boolean?, conversion: jilu.Conversion? }
---  the region whose Traditional the text is written in; whether its words are
---  changed as well (軟體: 软件)
---@return string? text nil where no conversion is installed
---@return jilu.SourceMap|string map from the bytes of the result to those of `text`; or a message
function chinese.simplified(text, options)
  return convert("simplified", text, options, "_from_")
end

--- The text in Traditional characters: those of OpenCC's standard, of Taiwan or of
--- Hong Kong.
---@param text string
---@param options? { region: "TW"|"HK"|nil, words: boolean?, conversion: jilu.Conversion? }
---  whether words are changed to the region's as well (软件: 軟體)
---@return string? text nil where no conversion is installed
---@return jilu.SourceMap|string map from the bytes of the result to those of `text`; or a message
function chinese.traditional(text, options)
  return convert("traditional", text, options, "_")
end

local SPELLED = { tone = "string", separator = "string", conversion = "userdata",
  list = "tone, separator, conversion" }
local TONES = { marks = true, numbers = true, none = true }

---@class jilu.PinyinOptions
---@field tone? "marks"|"numbers"|"none"  default "marks": zhōng; "numbers": zhong1, and 5 for the
---  neutral tone
---@field separator? string  what parts syllables; default " "
---@field conversion? jilu.Conversion  whose dictionaries; default the installed ones

--- The text with pinyin for its Chinese characters, by the longest phrases known
--- (银行 yín háng, 行走 xíng zǒu). What is no Chinese character stays.
---@param text string
---@param options? jilu.PinyinOptions
---@return string? text nil where no conversion is installed
---@return string? message
function chinese.pinyin(text, options)
  check.type("pinyin", 1, text, "string")
  options = checked("pinyin", options, SPELLED)
  if options.tone ~= nil and not TONES[options.tone] then
    check.fail("pinyin", 2, 2, "option 'tone': 'marks', 'numbers' or 'none' expected, got '%s'",
      options.tone)
  end
  if options.separator and options.separator:find("\0", 1, true) then
    check.fail("pinyin", 2, 2, "option 'separator' holds a zero byte")
  end
  local with, message = opened(options.conversion)
  if not with then return nil, message end
  return with:pinyin(text, options.tone, options.separator)
end

return chinese
