-- Where the command looks for a lexicon when no option names one: the
-- environment's JILU_LEXICON, then where installed ones lie. The library
-- itself reads no environment.

local lexicon = require "jilu.lexicon"

--- The path of the lexicon to use; nil and a message that lists the places
--- where none was found.
---@return string?
---@return string? message
return function()
  local named = os.getenv "JILU_LEXICON"
  if named and named ~= "" then return named end
  local path, message = lexicon.find()
  if path then return path end
  return nil, message .. "; JILU_LEXICON names another"
end
