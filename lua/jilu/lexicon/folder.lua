--- The folder of the C module, which tells where this installation keeps its
--- data; nil where the module is no file.
---@return string?
return function()
  for template in package.cpath:gmatch("[^;]+") do
    local path = template:gsub("%?", "jilu/core")
    local file = io.open(path, "rb")
    if file then
      file:close()
      return path:match("^(.*)/[^/]+$") or "."
    end
  end
end
