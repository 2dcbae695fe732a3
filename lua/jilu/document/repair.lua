-- The stage `repair`: what the view mended, as annotations; and the refusal of
-- what is no text.

local encoding = require "jilu.input.encoding"
local layers = require "jilu.document.layers"

-- A text in a legacy encoding has more ill-formed bytes than this share of
-- all, random bytes have about half; a damaged UTF-8 text has a few.
local MOST_ILL_FORMED = 0.25

local function refuse(reason, ...) error({ reason = reason:format(...) }, 0) end

---@param doc jilu.Document
local function run(doc)
  local invalid, size = doc.view:invalid_bytes(), #doc.source
  local ill_formed = invalid > MOST_ILL_FORMED * size
  local found = not doc.encoding and (ill_formed or doc.source:find "%z" or invalid >= 2)
    and encoding.detect(doc.source)
  if found and found.name ~= "UTF-8" then
    refuse("not UTF-8 text: it is %s; --encoding auto, or {encoding = \"auto\"}, decodes it",
      found.name)
  elseif ill_formed then
    refuse("not UTF-8 text: %d%% of its bytes are ill-formed, and they tell no other encoding; "
      .. "--encoding NAME, or {encoding = NAME}, says which", math.floor(100 * invalid / size))
  end
  if doc.view:repair_count() > 0 then layers.hold(doc, "repair", doc.view) end
end

return { name = "repair", makes = { "repair" }, run = run }
