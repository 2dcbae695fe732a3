-- What columns of records are called in English, by type and, of the items of a list,
-- by type.list. `common` holds for all types.

local QUANTITY = {
  value = "Value", min = "Least", max = "Most", unit = "Unit of measure",
  currency = "Currency", ucum = "UCUM", approx = "Approximation", noun = "Of what",
}

local EFFECT = { text = "Effect", start = "Effect: first byte", ["end"] = "Effect: byte behind" }
for field, name in pairs(QUANTITY) do EFFECT[field] = name end

return {
  common = {
    doc = "Document", start = "First byte", ["end"] = "Byte behind", text = "Text",
    norm = "Text, repaired", line = "Line",
  },
  ledger = {
    content = "Item", content_start = "Item: first byte", content_end = "Item: byte behind",
    unit = "Responsible unit", unit_full = "Unit, full name", unit_start = "Unit: first byte",
    unit_end = "Unit: byte behind", unit_basis = "Unit: basis", time = "Time",
    time_mod = "Time: part", time_basis = "Time: basis", mode = "Mode", section = "Section",
    effect = "Effect",
  },
  ["ledger.effect"] = EFFECT,
  quantity = QUANTITY,
}
