-- Lines of script that a page left in its text.

local byte, find = string.byte, string.find

local CODE_WORDS = { "^var ", "^let ", "^const ", "^function[ (]", "^if ?%(", "^window%.",
  "^document%.", "^%$[%(%.]", "^import ", "^return[ ;]", "^{{.*}}$", "^/%*" }

--- Script that was left standing: a line of signs and Latin letters that ends like
--- a statement, or begins with a word of the language.
---@param text string  folded
---@return boolean
return function(text)
  local first = byte(text, 1)
  if first > 127 then return false end
  if not find(text, "[{}=%(%);]") then return not find(text, "[%w\128-\255]") end
  for _, form in ipairs(CODE_WORDS) do
    if find(text, form) then return find(text, "[=%(%){};]") ~= nil end
  end
  return not find(text, "[\128-\255]")
    and (find(text, "[{};]$") ~= nil and find(text, "[{}=%(%)]") ~= nil
      or not find(text, "[%w\128-\255]"))
end
