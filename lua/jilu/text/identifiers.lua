-- Texts that are taken for others (UTS #39).

local check = require "jilu.check"
local core = require "jilu.core"
local properties = require "jilu.text.properties"

local identifiers = {}

--- Whether two texts are easily taken for each other: their skeletons are the same
--- (UTS #39, 4). A text is confusable with itself.
---@param a string
---@param b string
---@return boolean
function identifiers.confusable(a, b)
  check.type("confusable", 1, a, "string")
  check.type("confusable", 2, b, "string")
  return core.skeleton(a) == core.skeleton(b)
end

-- Writing systems of several scripts, which a script is then of as well.
local AUGMENTED = {
  Han = { "Hanb", "Jpan", "Kore" }, Hiragana = { "Jpan" }, Katakana = { "Jpan" },
  Hangul = { "Kore" }, Bopomofo = { "Hanb" },
}

-- Recommended scripts (UAX #31, table 5) but Latin, Greek and Cyrillic.
local BESIDE_LATIN = {}
for name in ([[Arabic Armenian Bengali Bopomofo Devanagari Ethiopic Georgian Gujarati Gurmukhi Han
    Hangul Hebrew Hiragana Kannada Katakana Khmer Lao Malayalam Myanmar Oriya Sinhala Tamil
    Telugu Thaana Thai Tibetan]]):gmatch "%S+" do BESIDE_LATIN[name] = true end

-- The scripts that a character may be of, as a set; nil: of any.
local function scripts_of(c)
  local set = {}
  for _, name in ipairs(properties.script_extensions(c)) do
    if name == "Common" or name == "Inherited" then return nil end
    set[name] = true
    for _, more in ipairs(AUGMENTED[name] or {}) do set[more] = true end
  end
  return set
end

-- Whether each set of the list has one of the two scripts.
local function covered(sets, one, other)
  for _, set in ipairs(sets) do
    if not set[one] and not set[other] then return false end
  end
  return true
end

local function all_share(sets)
  for name in pairs(sets[1] or {}) do
    if covered(sets, name, name) then return true end
  end
  return #sets == 0
end

local function beside_latin(sets)
  for _, set in ipairs(sets) do
    if not set.Latin then
      for name in pairs(set) do
        if BESIDE_LATIN[name] and covered(sets, "Latin", name) then return true end
      end
      return false
    end
  end
  return true
end

---@alias jilu.RestrictionLevel
---| "ascii" # ASCII alone
---| "single_script" # one script, or one writing system (Japanese)
---| "highly_restrictive" # Latin with Japanese, with Chinese and Bopomofo, or with Korean
---| "moderately_restrictive" # Latin with one other recommended script but Greek and Cyrillic
---| "minimally_restrictive" # any scripts
---| "unrestricted" # with characters that do not belong in identifiers

--- How strictly a name keeps to scripts that belong together (UTS #39, 5.2), the
--- strictest level first.
---@param text string
---@return jilu.RestrictionLevel
function identifiers.restriction_level(text)
  check.type("restriction_level", 1, text, "string")
  local sets, seen, ascii = {}, {}, true
  for _, c in core.codes(text) do
    if not core.identifier_allowed(c) then return "unrestricted" end
    if c >= 0x80 then ascii = false end
    if not seen[c] then
      seen[c] = true
      sets[#sets + 1] = scripts_of(c)
    end
  end
  if ascii then return "ascii" end
  if all_share(sets) then return "single_script" end
  for _, system in ipairs { "Jpan", "Hanb", "Kore" } do
    if covered(sets, "Latin", system) then return "highly_restrictive" end
  end
  if beside_latin(sets) then return "moderately_restrictive" end
  return "minimally_restrictive"
end

return identifiers
