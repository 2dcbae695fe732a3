-- Compiles knowledge of a language, plain tables under jilu/zh, into an
-- extractor of the core.
--
-- A sense says what a word is to the grammars: { word =, class =, value =,
-- text =, code = }. csrc/facts/classes.h lists the classes.

local core = require "jilu.core"

local MODULES = { "numerals", "units", "nouns", "changes", "phrases", "identifiers", "times",
  "names", "organizations", "places", "persons" }

--- Appends the senses of a list of words.
--- `words` may be a string of words between spaces, or a list of strings.
local function add(senses, class, words, fields)
  if type(words) == "string" then
    for word in words:gmatch "%S+" do add(senses, class, { word }, fields) end
    return
  end
  for _, word in ipairs(words) do
    local sense = { word = core.fold(word), class = class }
    for key, value in pairs(fields or {}) do sense[key] = value end
    senses[#senses + 1] = sense
  end
end

--- All senses of the modules of a language.
---@param language string  "zh"
---@return table[]
local function senses_of(language)
  local senses = {}
  for _, name in ipairs(MODULES) do
    require("jilu." .. language .. "." .. name)(function(class, words, fields)
      add(senses, class, words, fields)
    end)
  end
  return senses
end

local compiled

--- The extractor for Chinese, compiled once for each Lua state.
---@return jilu.Extractor
local function default()
  compiled = compiled or core.extractor(senses_of "zh")
  return compiled
end

return { default = default, senses_of = senses_of }
