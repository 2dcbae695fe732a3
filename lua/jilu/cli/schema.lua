-- jilu schema: the JSON Schema of the records that a pipeline writes.

local json_schema = require "jilu.record.json_schema"
local pipeline = require "jilu.pipeline"
local record_types = require "jilu.cli.record_types"

local schema = { summary = "Print the JSON Schema of a pipeline's records." }

function schema.configure(parser)
  parser:argument("pipeline", "A Lua script or the name of a ready-made pipeline.")
  parser:option("--only", "Only these types (TYPE,TYPE)."):convert(record_types.read)
end

---@param arguments { pipeline: string, only: table<string, boolean>? }
---@param complain fun(message: string): integer
---@return integer exit_code
function schema.run(arguments, complain)
  local found, message = pipeline.load(arguments.pipeline)
  if not found then return complain(message) end
  local types = found:types()
  for name in pairs(arguments.only or {}) do
    if not types[name] then
      return complain(("--only: no type '%s'; this pipeline emits %s")
        :format(name, record_types.listed(types)))
    end
  end
  local list = {}
  for _, one in ipairs(found:schemas()) do
    if not arguments.only or arguments.only[one.type] then list[#list + 1] = one end
  end
  if #list == 0 then return complain "the pipeline emits no records" end
  io.stdout:write(json_schema.of(list, "Records of " .. arguments.pipeline))
  return 0
end

return schema
