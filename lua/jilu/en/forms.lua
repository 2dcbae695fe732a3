-- How a word of English stands in a text: as it is, at the head of a sentence,
-- in capitals; at the beginning of a line, or behind a space.

--- The spellings of a word; of a symbol (km, MW) only the one.
---@param word string
---@param exact boolean?  a symbol
---@return string[]
return function(word, exact)
  local forms, seen = {}, {}
  local function put(form)
    if seen[form] then return end
    seen[form] = true
    forms[#forms + 1] = form
    forms[#forms + 1] = " " .. form
  end
  put(word)
  if exact then return forms end
  if #word > 1 then
    put((word:gsub("^%l", string.upper)))
    put((word:gsub("(%l)(%l*)", function(first, rest) return first:upper() .. rest end)))
  end
  if #word > 2 then put(word:upper()) end
  return forms
end
