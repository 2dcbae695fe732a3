-- What a match captured, in a line: names and texts, sorted by the names.

---@param captures table
---@return string
return function(captures)
  local names, list = {}, {}
  for name in pairs(captures) do names[#names + 1] = name end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  for _, name in ipairs(names) do
    local value = captures[name]
    if type(value) == "table" then value = value.text end
    list[#list + 1] = ("%s = %s"):format(tostring(name), tostring(value))
  end
  return table.concat(list, ", ")
end
