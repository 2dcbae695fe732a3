-- The pages of the manual, and what runs the examples in them.
--
-- A block of code is an example by its language:
--   console   `$ command` with what it prints: standard output, or standard error where that is
--             empty; figures of time may differ
--   lua, c    with a first line `-- name.lua` or `/* name.c`: a file that commands use
--   lua       else runs by itself, with `jilu` at hand; `--> value` says what an expression at
--             the beginning of its line gives, or what the chunk prints next
--   sh, text  are not run

local shell = require "spec.support.shell"

local manual = {}

manual.pages = { "README.md" }
for path in io.popen("ls spec/manual/*.md"):lines() do
  manual.pages[#manual.pages + 1] = path
end

---@class spec.Block
---@field language string
---@field text string
---@field line integer  of its first line in the page

--- The blocks of code of a page.
---@param path string
---@return spec.Block[]
function manual.blocks(path)
  local blocks, open, number = {}, nil, 0
  for line in (shell.read(path) .. "\n"):gmatch "(.-)\n" do
    number = number + 1
    local language = line:match "^```(%w*)"
    if language and open then
      open.text = table.concat(open, "\n") .. "\n"
      blocks[#blocks + 1], open = open, nil
    elseif language then
      open = { language = language, line = number + 1 }
    elseif open then
      open[#open + 1] = line
    end
  end
  assert(not open, path .. ": a block without an end")
  return blocks
end

--- The name of the file that a block is; nil where it is none.
---@param block spec.Block
---@return string?
function manual.file_of(block)
  return block.text:match "^%-%- ([%w_]+%.lua)" or block.text:match "^/%* ([%w_]+%.c)"
end

-- Without the times that something took, and the widths of columns that depend
-- on them.
local function steady(out)
  return (out:gsub("%d+%.%d+ ms", "ms"):gsub(" +", " "))
end

--- The commands of a console block: { command, what it prints }.
---@param block spec.Block
---@return string[][]
function manual.commands(block)
  local list = {}
  for line in block.text:gmatch "(.-)\n" do
    local command = line:match "^%$ (.*)"
    if command then
      list[#list + 1] = { command, "" }
    else
      assert(list[1], "output without a command")
      list[#list][2] = list[#list][2] .. line .. "\n"
    end
  end
  return list
end

-- What a host of the library needs to link where that was built for sanitizers
-- or coverage.
local LINK = shell.build:find "asan" and "-fsanitize=address,undefined"
  or shell.build:find "coverage" and "--coverage" or nil

-- A compiler that links so, before the others on the PATH.
local function write_compiler(folder)
  os.execute("mkdir " .. shell.quote(folder .. "/tools"))
  shell.write(folder .. "/tools/cc", ("#!/bin/sh\nexec gcc \"$@\" %s\n"):format(LINK))
  os.execute("chmod +x " .. shell.quote(folder .. "/tools/cc"))
end

--- A folder with the files of a page, where its commands find the tree.
---@param blocks spec.Block[]
---@return string folder
function manual.folder(blocks)
  local folder, root = shell.folder(), io.popen("pwd"):read "l"
  for _, name in ipairs { "csrc", "lua", "spec" } do
    os.execute(("ln -s %s %s"):format(shell.quote(root .. "/" .. name), shell.quote(folder)))
  end
  local build = shell.build:match "^/" and shell.build or root .. "/" .. shell.build
  os.execute(("ln -s %s %s"):format(shell.quote(build), shell.quote(folder .. "/build")))
  if LINK then write_compiler(folder) end
  for _, block in ipairs(blocks) do
    local name = manual.file_of(block)
    if name then shell.write(folder .. "/" .. name, block.text) end
  end
  return folder
end

--- Runs a command of a page; returns what it prints, and what was expected.
---@param folder string
---@param command string[]
---@return string printed, string expected
function manual.run(folder, command)
  local path = shell.quote(folder .. "/tools") .. ":" .. shell.quote(folder .. "/build/bin")
  local _, out, err = shell.run(folder, ("PATH=%s:$PATH; %s"):format(path, command[1]))
  return steady(out ~= "" and out or err), steady(command[2])
end

local function formatted(...)
  local list = {}
  for k = 1, select("#", ...) do list[k] = tostring((select(k, ...))) end
  return table.concat(list, ", ")
end

-- The chunk with expressions before `-->` made into calls of print.
local function with_prints(text)
  return (text:gsub("([^\n]*)%-%->[^\n]*", function(code)
    if not code:find "%S" or code:find "print%(" or code:find "^%s*for " then return code end
    local local_code, expression = code:match "^(.-;%s*)([^;]+)$"
    return (local_code or "") .. "print(" .. (expression or code):match "^%s*(.-)%s*$" .. ")"
  end))
end

--- Runs a block of Lua; returns what it gives, and what was expected.
---@param block spec.Block
---@param environment table
---@return string given, string expected
function manual.evaluate(block, environment)
  local given, expected = {}, {}
  for value in block.text:gmatch "%-%->%s*([^\n]-)%s*\n" do expected[#expected + 1] = value end
  environment.print = function(...) given[#given + 1] = formatted(...) end
  local chunk = assert(load(with_prints(block.text), "=block", "t",
    setmetatable(environment, { __index = _G })))
  chunk()
  return table.concat(given, "\n"), table.concat(expected, "\n")
end

return manual
