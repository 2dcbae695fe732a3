-- lua5.4 spec/coverage/report.lua FOLDER BUILD [UNCOVERED]
-- The share of lines and branches that the tests ran: of C by gcov, of Lua by the
-- files that hook.lua left in FOLDER. UNCOVERED names a file of lua/ or csrc/
-- whose lines that never ran are printed. Generated files do not count.

local folder, build, wanted = arg[1], arg[2], arg[3]

local GENERATED = {
  ["csrc/unicode/properties.c"] = true, ["csrc/segment/automata.c"] = true,
  ["csrc/segment/places.c"] = true,
}

local function lines_of(command)
  local list, pipe = {}, assert(io.popen(command))
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

local function print_share(what, run, all)
  print(("%-12s %6.2f %%  (%d of %d)"):format(what, 100 * run / math.max(all, 1), run, all))
end

local function print_worst(files)
  table.sort(files, function(a, b) return a.all - a.run > b.all - b.run end)
  for k = 1, math.min(8, #files) do
    local f = files[k]
    if f.run < f.all then print(("  %4d lines never ran in %s"):format(f.all - f.run, f.path)) end
  end
end

-- Lua ----------------------------------------------------------------------------

local ran = {}
for _, path in ipairs(lines_of("find " .. folder .. " -type f")) do
  for line in io.lines(path) do ran[line] = true end
end

local function lua_file(path)
  local found = { path = path, run = 0, all = 0 }
  local lines = {}
  for _, line in ipairs(lines_of("luac5.4 -l -p " .. path)) do
    local number, code = line:match "^\t%d+\t%[(%d+)%]\t(%u+)"
    -- a vararg's preparation and a function's last return have no line of their own
    if number and code ~= "VARARGPREP" and code ~= "RETURN" then lines[tonumber(number)] = true end
  end
  for number in pairs(lines) do
    found.all = found.all + 1
    if ran[path .. ":" .. number] then
      found.run = found.run + 1
    elseif path == wanted then
      print(path .. ":" .. number)
    end
  end
  return found
end

local files, run, all = {}, 0, 0
for _, path in ipairs(lines_of "find lua -name '*.lua' -not -path '*/meta/*' | sort") do
  local found = lua_file(path)
  files[#files + 1] = found
  run, all = run + found.run, all + found.all
end
print_share("Lua lines", run, all)
print_worst(files)

-- C ------------------------------------------------------------------------------

local c, line_run, line_all, branch_run, branch_all = {}, 0, 0, 0, 0
for _, object in ipairs(lines_of("find " .. build .. "/obj -name '*.gcda' | sort")) do
  local path
  for _, line in ipairs(lines_of("gcov -b -n -o " .. object .. " " .. object .. " 2>/dev/null")) do
    path = line:match "^File '(.*)'$" or path
    local source = path and path:match "^csrc/.*%.c$" and not GENERATED[path]
    local share, count = line:match "^Lines executed:([%d.]+)%% of (%d+)"
    if source and share then
      local done = math.floor(share * count / 100 + 0.5)
      line_run, line_all = line_run + done, line_all + count
      c[#c + 1] = { path = path, run = done, all = tonumber(count) }
    end
    share, count = line:match "^Taken at least once:([%d.]+)%% of (%d+)"
    if source and share then
      branch_run = branch_run + math.floor(share * count / 100 + 0.5)
      branch_all = branch_all + count
    end
    if line == "" then path = nil end
  end
end
print_share("C lines", line_run, line_all)
print_share("C branches", branch_run, branch_all)
print_worst(c)
if wanted and wanted:find "%.c$" then
  local object = build .. "/obj/" .. wanted:gsub("^csrc/", ""):gsub("%.c$", ".gcda")
  for _, line in ipairs(lines_of("gcov -t -o " .. object .. " " .. object .. " 2>/dev/null")) do
    local number, code = line:match "^ *#####: *(%d+):(.*)"
    if number then print(wanted .. ":" .. number .. ":" .. code) end
  end
end
