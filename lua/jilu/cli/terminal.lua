-- What a command says, without what a terminal would obey: names of files and
-- ids of documents hold whatever their authors liked.

local terminal = {}

local function escaped(control)
  return (control:gsub(".", function(byte) return ("\\x%02x"):format(byte:byte()) end))
end

--- A message whose control characters are written out (ESC is \x1b), but for the
--- ends of its lines and tabs. U+0080 to U+009F are such characters, too.
---@param text string
---@return string
function terminal.message(text)
  return (text:gsub("[%z\1-\8\11-\31\127]", escaped):gsub("\194[\128-\159]", escaped))
end

--- A name within a message, which has no line ends either.
---@param text string
---@return string
function terminal.name(text)
  return (terminal.message(text):gsub("[\t\n]", escaped))
end

return terminal
