-- pandoc: one sentence a line, and how many characters and words there are, as
-- people count them.
--   pandoc -L sentences.lua --wrap=preserve -t markdown text.md
-- The counts are metadata, `characters` and `words`.

local jilu = require "jilu"

local characters, words = 0, 0

local function count(text)
  characters = characters + jilu.count(text, "grapheme")
  for first, last in jilu.words(text) do
    if jilu.find(text:sub(first, last), "[%a%d]") then words = words + 1 end
  end
end

-- A line break behind each sentence that ends inside a string.
local function cut(inline)
  local parts, text = pandoc.List(), inline.text
  for first, last in jilu.sentences(text) do
    if first > 1 then parts:insert(pandoc.SoftBreak()) end
    parts:insert(pandoc.Str(text:sub(first, last)))
  end
  return parts
end

return {
  { Str = function(inline) count(inline.text) end },
  { Str = cut },
  { Meta = function(meta)
      meta.characters, meta.words = tostring(characters), tostring(words)
      return meta
    end },
}
