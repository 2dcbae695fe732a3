-- Reads the Unicode Character Database for the generators of csrc/ from the
-- folder that UCD names: what Ucd.java writes, every
-- code point with its value.

local ucd = { folder = os.getenv "UCD" or "build/ucd" }

local LAST = 0x10FFFF

local function open(name)
  local file, message = io.open(ucd.folder .. "/" .. name)
  if not file then error(message .. " (make tables makes it)", 0) end
  return file
end

-- The version in the first line of a file: "# LineBreak-17.0.0.txt".
function ucd.version(name)
  local file = open(name)
  local version = file:read "l":match "%-(%d+%.%d+%.%d+)%.txt"
  file:close()
  return assert(version, name .. " names no version")
end

-- Iterates over the lines of a file that have fields: first, last, fields.
function ucd.ranges(name)
  local file = open(name)
  return function()
    for line in file:lines() do
      local fields = {}
      for field in (line:gsub("#.*", "") .. ";"):gmatch "%s*([^;]-)%s*;" do
        fields[#fields + 1] = field
      end
      if #fields >= 2 then
        local first, last = fields[1]:match "^(%x+)%.*(%x*)$"
        first = tonumber(first, 16)
        last = last == "" and first or tonumber(last, 16)
        table.remove(fields, 1)
        return first, last, fields
      end
    end
    file:close()
  end
end

-- A map of all code points to 'default', with the values of 'name' put over.
-- A file of several properties is filtered by 'only'; the value is then true,
-- or the field that 'field' numbers.
function ucd.property(name, default, only, field)
  local map = {}
  for c = 0, LAST do map[c] = default end
  for first, last, fields in ucd.ranges(name) do
    if not only or fields[1] == only then
      local value = field and fields[field] or only and true or fields[1]
      for c = first, last do map[c] = value end
    end
  end
  return map
end

-- General_Category.
function ucd.categories()
  return ucd.property("extracted/DerivedGeneralCategory.txt", "Cn")
end

return ucd
