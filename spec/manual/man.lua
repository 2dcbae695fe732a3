-- lua spec/manual/man.lua JILU VERSION
-- The man page of the command, from what its --help says: each command with
-- its arguments and options, so that the two can't differ.

local command, version = arg[1], arg[2]

local function help_of(name)
  local pipe = assert(io.popen(("'%s' %s --help"):format(command, name)))
  local text = pipe:read "*a"
  assert(pipe:close())
  return text
end

-- As roff reads it.
local function plain(s)
  return (s:gsub("\\", "\\e"):gsub("%-", "\\-"):gsub("^([.'])", "\\&%1"))
end

local function line(...)
  io.write(...)
  io.write "\n"
end

-- A term stands 3 columns in, what it means further in, beside it or below.
local function body(text)
  local usage, rest = text:match "^Usage: (.-)\n\n(.*)$"
  -- a short name that has a line to itself stands before the long one
  rest = rest:gsub("\n%s+(%-%a [^\n,]*,)%s+([^\n]*)\n   (%-%-[^\n]*)", "\n   %1 %3  %2")
  line(".nf\n", plain(usage:gsub("\n%s+", "\n      ")), "\n.fi")
  for l in rest:gmatch "[^\n]*" do
    local term, meaning = l:match "^   (%S.-)%s%s+(%S.*)$"
    local lone = l:match "^   (%S.*)$"
    local more = l:match "^%s%s%s%s%s+(%S.*)$"
    local title = l:match "^(%S.*):$"
    if term then line(".TP\n.B ", plain(term), "\n", plain(meaning))
    elseif lone then line(".TP\n.B ", plain(lone))
    elseif more then line(plain(more))
    elseif title then line(".PP\n.I ", plain(title))
    elseif l ~= "" then line(".PP\n", plain(l)) end
  end
end

local top = help_of ""
line('.TH JILU 1 "" "jilu ', version, '"')
line ".SH NAME\njilu \\- text into records"
line ".SH SYNOPSIS"
body(top)
for name in top:match "Commands:\n(.*)$":gmatch "\n?   (%l+)" do
  if name ~= "help" then
    line(".SH JILU ", name:upper())
    body(help_of(name))
  end
end
line ".SH EXIT STATUS"
line ".TP\n.B 0\nall is done"
line ".TP\n.B 1\nthe call, the pipeline or the installation is wrong"
line ".TP\n.B 2\ndone, with dead letters"
line ".TP\n.B 3\ngave up"
line ".TP\n.B 130, 143\nended by SIGINT, SIGTERM"
