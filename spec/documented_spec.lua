-- The manual knows every command, option, function, method, field and exit
-- code that there is, and none that is gone.

local api = require "spec.manual.api"
local jilu = require "jilu"
local lexicon = require "spec.support.lexicon"
local meanings = require "jilu.record.meanings"
local schema = require "jilu.record.schema"
local manual = require "spec.support.manual"
local shell = require "spec.support.shell"

-- The pages that are written by hand: the reference is made of what there is.
local function read_all()
  local pages = {}
  for _, path in ipairs(manual.pages) do
    if path ~= "spec/manual/reference.md" then pages[#pages + 1] = shell.read(path) end
  end
  return table.concat(pages, "\n")
end

local ALL = read_all()
local COMMANDS = shell.read "spec/manual/commands.md"

local function sorted(set)
  local list = {}
  for name in pairs(set) do list[#list + 1] = name end
  table.sort(list)
  return list
end

-- Options ------------------------------------------------------------------------

local function help_of(command)
  return select(2, shell.run(".", shell.jilu .. " " .. command .. " --help"))
end

-- The commands of a help text; those of groups with a blank between.
local function commands_of(prefix)
  local list = {}
  local section = help_of(prefix):match "\nCommands:\n(.*)$"
  if not section then return { prefix } end
  for name in ("\n" .. section):gmatch "\n   (%l[%w_-]*)" do
    if name ~= "help" then
      for _, one in ipairs(commands_of((prefix .. " " .. name):match "^%s*(.*)$")) do
        list[#list + 1] = one
      end
    end
  end
  return list
end

-- The long options that a help text lists, without --help.
local function options_of(command)
  local set = {}
  for line in help_of(command):match "\nOptions:\n(.*)$":gmatch "[^\n]+" do
    local option = line:match "^ +%-%w, (%-%-[%w-]+)" or line:match "^ +(%-%-[%w-]+)"
    if option and option ~= "--help" then set[option] = true end
  end
  return set
end

-- The options in the table of a command's section.
local documented_options
function documented_options(command)
  local section = (COMMANDS .. "\n## "):match("\n## jilu " .. command .. "\n(.-)\n## ")
  assert(section, "no section '## jilu " .. command .. "' in commands.md")
  local set = {}
  local without = section:match "\n| the options of `jilu run`([^|]*) |"
  if without then
    set = documented_options "run"
    for option in without:gmatch "%-%-[%w-]+" do set[option] = nil end
  end
  for row in section:gmatch "\n| (`%-[^|]*)" do
    for option in row:gmatch "%-%-[%w-]+" do set[option] = true end
  end
  return set
end

describe("commands.md", function()
  for _, command in ipairs(commands_of "") do
    it("jilu " .. command .. " → the options that there are", function()
      assert.same(sorted(options_of(command)), sorted(documented_options(command)))
    end)
  end

  it("has no section for a command that is gone", function()
    local known = {}
    for _, command in ipairs(commands_of "") do known[command] = true end
    for command in COMMANDS:gmatch "\n## jilu ([^\n]*)" do
      assert.is_true(known[command], command)
    end
  end)

  it("lists the exit codes that runs have", function()
    local found = {}
    local function exits(command)
      local code = shell.run(".", command)
      found[tostring(code)] = true
    end
    local run = shell.jilu .. " run outline --lexicon none -o /dev/null "
    exits("echo a | " .. run .. "-")
    exits(shell.jilu .. " run nothing_of_this_name")
    exits(run .. "/nonexistent/file")
    exits(run .. "--fail-fast /nonexistent/file")
    local documented = {}
    for code in COMMANDS:gmatch "\n| (%d+) |" do documented[code] = true end
    for code in pairs(found) do assert.is_true(documented[code], code) end
    assert.same({ "0", "1", "2", "3" }, sorted(found))
  end)
end)

-- Functions ----------------------------------------------------------------------

-- What stands behind `prefix` in the manual: names of functions or methods.
local function mentioned(pattern)
  local set = {}
  for name in ALL:gmatch(pattern) do set[name] = true end
  return set
end

-- Methods that the library alone calls.
local PRIVATE = { begin_stage = true, end_stage = true }

local function methods_of(object)
  local set = {}
  local index = getmetatable(object).__index
  for name, value in pairs(type(index) == "table" and index or {}) do
    if type(value) == "function" and not name:find "^__" and not PRIVATE[name] then
      set[name] = true
    end
  end
  return set
end

describe("the manual", function()
  it("every function of jilu → is documented", function()
    local names = mentioned "%f[%w]jilu%.([%a_][%w_]*)"
    for name in pairs(jilu) do assert.is_true(names[name], "jilu." .. name) end
    names = mentioned "jilu%.lexicon%.([%w_]+)"
    for name in pairs(jilu.lexicon) do assert.is_true(names[name], "jilu.lexicon." .. name) end
  end)

  it("every function that it names → is there", function()
    -- modules are named by `require` and in code, as are files
    local modules = { core = true, h = true, pc = true, record = true, lua = true }
    for name in pairs(mentioned "%f[%w]jilu%.([%a_][%w_]*)") do
      assert.is_true(jilu[name] ~= nil or modules[name], "jilu." .. name)
    end
  end)

  local doc = jilu.document ""
  local objects = {
    doc = doc, pipeline = jilu.load "outline", spans = jilu.spans("a", "word"),
    stream = jilu.stream "word",
  }
  for object, value in pairs(objects) do
    it(object .. ": → its methods, and no other", function()
      assert.same(sorted(methods_of(value)), sorted(mentioned("%f[%w]" .. object .. ":([%l_]+)")))
    end)
  end

  -- Calls with an option that none has, which say which ones there are.
  local CALLS = {
    document = function() jilu.document("", { nothing = 1 }) end,
    load = function() jilu.load("ledger", { nothing = 1 }) end,
    pipeline = function() jilu.pipeline { nothing = 1 } end,
    facts = function() jilu.facts("", { nothing = 1 }) end,
    time = function() jilu.time("", { nothing = 1 }) end,
    extractor = function() jilu.extractor { nothing = {} } end,
    gazetteer = function() jilu.gazetteer({}, { nothing = 1 }) end,
    pad = function() jilu.pad("", 1, { nothing = 1 }) end,
    count = function() jilu.count("", "word", { nothing = 1 }) end,
    stage = function() jilu.pipeline { { run = print, nothing = 1 } } end,
    rule = function() jilu.rule { nothing = 1 } end,
  }
  for name, call in pairs(CALLS) do
    it("every option of " .. name .. " → is documented", function()
      local ok, message = pcall(call)
      assert.is_false(ok)
      local known = message:match "known:? ([%w_, ]+)"
      assert.is_string(known, message)
      for option in known:gmatch "[%w_]+" do
        assert.is_truthy(ALL:find("%f[%w_]" .. option .. " =") or ALL:find("`" .. option .. "`",
          1, true), option)
      end
    end)
  end
end)

describe("records.md", function()
  it("→ is what spec/manual/generate.lua prints", function()
    local code, out = shell.run(".", "lua5.4 spec/manual/generate.lua")
    assert.equal(0, code)
    assert.equal(out, shell.read "spec/manual/records.md")
  end)

  it("every field → has a meaning, and no meaning is left over", function()
    for _, name in ipairs(schema.names()) do
      assert.is_string(meanings.types[name], name)
      local known = {}
      for _, field in ipairs(schema.of(name).fields) do
        known[field[1]] = true
        assert.is_string(meanings.fields[name][field[1]], name .. "." .. field[1])
      end
      for field in pairs(meanings.fields[name]) do
        assert.is_true(known[field], name .. "." .. field)
      end
    end
    for name in pairs(meanings.types) do assert.is_table(schema.of(name), name) end
  end)
end)

describe("reference.md and lua/jilu/meta/jilu.lua", function()
  for arguments, path in pairs {
    [""] = "spec/manual/reference.md", [" meta"] = "lua/jilu/meta/jilu.lua",
  } do
    it(path .. " → is what spec/manual/reference.lua prints", function()
      local code, out = shell.run(".", "lua5.4 spec/manual/reference.lua" .. arguments)
      assert.equal(0, code)
      assert.equal(out, shell.read(path))
    end)
  end
  it("meta/jilu.lua → is read as Lua, and has every function", function()
    local types = assert(load(shell.read "lua/jilu/meta/jilu.lua"))()
    for name, value in pairs(jilu) do
      if type(value) == "function" then assert.is_function(types[name], name) end
    end
  end)

  local sections = api.sections()
  it("every function and method → says what it does and what its parameters are", function()
    local count = 0
    for _, section in ipairs(sections) do
      assert.is_true(#section.functions > 0, section.title)
      for _, one in ipairs(section.functions) do
        count = count + 1
        assert.is_true(#one.doc > 0 and not one.doc[1]:find "^@", one.name)
        local documented = {}
        for _, line in ipairs(one.doc) do
          local name = line:match "^@param ([%w_.]+)"
          if name then documented[#documented + 1] = name end
        end
        assert.same(one.params, documented, one.name)
      end
    end
    assert.is_true(count > 90, count)
  end)
  it("methods of what C makes → those that there are", function()
    local own = {}
    for _, section in ipairs(sections) do
      if section.title == "Lexica" then
        for k, one in ipairs(section.functions) do own[k] = one.name:match ":(.*)$" end
      end
    end
    assert.same(sorted(methods_of(lexicon.small())), own)
    local classes = api.classes()
    for name, object in pairs { Spans = jilu.spans("a", "word"), Stream = jilu.stream "word" } do
      local fields = {}
      for _, field in ipairs(classes["jilu." .. name].fields) do fields[field[1]] = true end
      assert.same(sorted(methods_of(object)), sorted(fields))
    end
  end)

  -- The options that a call knows are the fields of the class that documents them.
  for class, call in pairs {
    DocumentOptions = function() jilu.document("", { nothing = 1 }) end,
  } do
    it("jilu." .. class .. " → has the options that there are", function()
      local _, message = pcall(call)
      local known, fields = {}, {}
      for name in message:match "known: ([%w_, ]+)":gmatch "[%w_]+" do known[name] = true end
      for _, field in ipairs(api.classes()["jilu." .. class].fields) do
        fields[(field[1]:gsub("%?$", ""))] = true
      end
      assert.same(sorted(known), sorted(fields))
    end)
  end
end)
