-- The small lexicon of the tests, compiled from spec/lexicon/words.txt.

local build = require "jilu.lexicon.build"
local jilu = require "jilu"
local shell = require "spec.support.shell"

local lexicon = {}

local opened

--- A lexicon of the words of a list, `word frequency tag` a line.
---@param list string
---@return jilu.Lexicon
function lexicon.of(list)
  local folder = shell.folder()
  shell.write(folder .. "/words.txt", list)
  shell.write(folder .. "/words.lexicon", (assert(build.compile { folder .. "/words.txt" })))
  local found = assert(jilu.lexicon.open(folder .. "/words.lexicon"))
  shell.remove(folder)
  return found
end

--- The small lexicon, opened once.
---@return jilu.Lexicon
function lexicon.small()
  opened = opened or lexicon.of(shell.read "spec/lexicon/words.txt")
  return opened
end

return lexicon
