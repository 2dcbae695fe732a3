-- The stage `repair`: what the view mended, as annotations; and the refusal of
-- what is no text.

-- A text in a legacy encoding has more ill-formed bytes than this share of
-- all, random bytes have about half; a damaged UTF-8 text has a few.
local MOST_ILL_FORMED = 0.25

---@param doc jilu.Document
return function(doc)
  local invalid, size = doc.view:invalid_bytes(), #doc.source
  if invalid > MOST_ILL_FORMED * size then
    error({ reason = ("not UTF-8 text: %d%% of its bytes are ill-formed")
      :format(math.floor(100 * invalid / size)) }, 0)
  end
  if doc.view:repair_count() > 0 then doc:set_layer("repair", doc.view:repairs()) end
end
