-- The stage `repair`: what the view mended, as annotations; and the refusal of
-- what is no text.

-- A text in a legacy encoding has more ill-formed bytes than this share of
-- all, random bytes have about half; a damaged UTF-8 text has a few.
local MOST_ILL_FORMED = 0.25

local function refuse(reason, ...) error({ reason = reason:format(...) }, 0) end

---@param doc jilu.Document
local function run(doc)
  local invalid, size = doc.view:invalid_bytes(), #doc.source
  if invalid > MOST_ILL_FORMED * size then
    refuse("not UTF-8 text: %d%% of its bytes are ill-formed", math.floor(100 * invalid / size))
  end
  local mark = doc.source:sub(1, 2)
  if mark == "\255\254" or mark == "\254\255" then
    refuse "not UTF-8 text: it begins with the mark of UTF-16"
  end
  if doc.view:repair_count() > 0 then doc:hold("repair", doc.view) end
end

return { name = "repair", makes = { "repair" }, run = run }
