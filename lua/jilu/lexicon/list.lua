-- Word lists as jieba has them: a line is `word [frequency] [tag]`. Empty
-- lines and lines that begin with "# " are passed over.

local list = {}

-- Of a word without a frequency; jieba's rarest words have 3.
local PLAIN = 10

local function parse(line)
  local word, count, tag = line:match("^(%S+)%s+(%d+%.?%d*)%s*(%S*)%s*$")
  if word then return word, tonumber(count), tag end
  word, tag = line:match("^(%S+)%s+(%a%S*)%s*$")
  if word then return word, PLAIN, tag end
  return line:match("^(%S+)%s*$"), PLAIN, ""
end

--- The words of a list, each given to `add(word, frequency, tag, line)`.
---@param data string
---@param add fun(word: string?, frequency: number, tag: string, line: integer)
---word is nil for a line that can't be read
function list.words(data, add)
  local number = 0
  if data:sub(1, 3) == "\239\187\191" then data = data:sub(4) end
  for line in (data .. "\n"):gmatch("(.-)\r?\n") do
    number = number + 1
    if line:find("%S") and line:sub(1, 2) ~= "# " then
      local word, count, tag = parse(line)
      add(word, count, tag, number)
    end
  end
end

return list
