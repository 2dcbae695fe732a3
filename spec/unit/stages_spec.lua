-- What the stages of the library say of themselves is what they do.

local jilu = require "jilu"
local layers = require "jilu.document.layers"
local stage = require "jilu.pipeline.stage"

local STAGES = {
  "repair", "zones", "metadata", "outline", "facts", "phrases", "frameworks", "checks", "ledger",
}

local function documents()
  local list = {}
  for path in io.popen("ls spec/corpus/*.txt"):lines() do
    list[#list + 1] = assert(jilu.open(path, { residue = "cut" }))
  end
  return list
end

-- Notes in `seen` which layers are read and which are made, by any door.
local function watch(doc, seen)
  for _, name in ipairs { "layer", "facts" } do
    local method = doc[name]
    doc[name] = function(self, kind, ...)
      seen.read[kind] = true
      return method(self, kind, ...)
    end
  end
  local annotate = doc.annotate
  function doc.annotate(self, kind, ...)
    seen.made[kind] = true
    return annotate(self, kind, ...)
  end
end

-- The same by the library's own doors, until `restore` is called.
local function watch_layers(seen)
  local own = { peek = layers.peek, hold = layers.hold }
  for name, set in pairs { peek = "read", hold = "made" } do
    layers[name] = function(doc, kind, ...)
      seen[set][kind] = true
      return own[name](doc, kind, ...)
    end
  end
  return function()
    for name, func in pairs(own) do layers[name] = func end
  end
end

local function set_of(list)
  local set = {}
  for _, name in ipairs(list or {}) do set[name] = true end
  return set
end

describe("the stages of the library", function()
  local seen = {}
  setup(function()
    for _, name in ipairs(STAGES) do seen[name] = { read = {}, made = {} } end
    for _, doc in ipairs(documents()) do
      local now = { read = {}, made = {} }
      watch(doc, now)
      local restore = watch_layers(now)
      for _, name in ipairs(STAGES) do
        now.read, now.made = seen[name].read, seen[name].made
        stage.load(name).run(doc)
      end
      restore()
    end
  end)

  for _, name in ipairs(STAGES) do
    it(name .. " → has its name, reads and makes what it declares", function()
      local found = stage.load(name)
      assert.equal(name, found.name)
      local reads, makes = set_of(found.reads), set_of(found.makes)
      for kind in pairs(set_of(found.adds)) do
        assert.is_true(reads[kind], "adds to what it reads: " .. kind)
        makes[kind] = true
      end
      for kind in pairs(seen[name].read) do
        assert.is_true(reads[kind] or makes[kind], "reads " .. kind)
      end
      for kind in pairs(seen[name].made) do assert.is_true(makes[kind], "makes " .. kind) end
    end)
  end

  it("make what none before them makes, and need what stands before them", function()
    local made, before = {}, {}
    for _, name in ipairs(STAGES) do
      local found = stage.load(name)
      for _, kind in ipairs(found.makes) do
        assert.is_nil(made[kind], kind)
        made[kind] = name
      end
      for _, need in ipairs(found.needs or {}) do assert.is_true(before[need], need) end
      for _, kind in ipairs(found.reads or {}) do assert.is_string(made[kind], kind) end
      before[name] = true
    end
  end)
end)
