-- What a run's records were made by: hashes of pipeline, lexicon and weights.

local core = require "jilu.core"
local pipeline = require "jilu.pipeline"

local provenance = {}

-- The modules with weights that were fitted.
local WEIGHTS = { "jilu.zh.weights.names", "jilu.zh.weights.agents", "jilu.page.heading_weights" }

local function read(path)
  local file = path and io.open(path, "rb")
  if not file then return nil end
  local text = file:read "*a"
  file:close()
  return text
end

local function module_text(name)
  local relative = name:gsub("%.", "/")
  for template in package.path:gmatch "[^;]+" do
    local text = read((template:gsub("%?", (relative:gsub("%%", "%%%%")))))
    if text then return text end
  end
end

local function hash(text) return text and core.sha256(text) end

--- The hashes, each 64 hexadecimal digits (SHA-256 of the file; of all files of
--- weights one after another), nil where there is no such file.
---@param name string  of the pipeline, or the path of its script
---@param lexicon_place? string
---@return { pipeline: string?, lexicon: string?, weights: string? }
function provenance.of(name, lexicon_place)
  local weights = {}
  for k, module in ipairs(WEIGHTS) do weights[k] = module_text(module) or "" end
  return {
    pipeline = hash(pipeline.is_ready_made(name) and module_text("jilu.pipeline.ready." .. name)
      or read(name)),
    lexicon = hash(read(lexicon_place)),
    weights = hash(table.concat(weights)),
  }
end

return provenance
