-- The stage `repair`: what the view mended, as annotations; and the refusal of
-- what is no text.

-- A text in a legacy encoding has more ill-formed bytes than this share of
-- all, random bytes have about half; a damaged UTF-8 text has a few.
local MOST_ILL_FORMED = 0.25

local function refuse(reason, ...) error({ reason = reason:format(...) }, 0) end

-- UTF-16 is two bytes a character, of which one is nearly always among these: 0
-- of ASCII, 30 and FF of Chinese punctuation, 4E to 9F of Han.
local HIGH = "[%z\48\78-\159\255]"

-- Bytes that are looked at.
local SAMPLE = 4096

-- How many of the bytes of a sample are of a class, at odd and at even places.
local function by_parity(sample, class)
  local count = { [0] = 0, 0 }
  for at in sample:gmatch("()" .. class) do count[at % 2] = count[at % 2] + 1 end
  return count[1], count[0]
end

local function differ(a, b, most, least)
  return math.max(a, b) > most and math.min(a, b) < least
end

-- UTF-16 without a mark: half of the bytes are what only the higher byte of two
-- can be, and the other half are not.
local function is_utf16(doc, invalid)
  local sample = doc.source:sub(1, SAMPLE)
  if invalid == 0 and not sample:find("%z") then return false end
  local half = #sample / 2
  if half < 4 then return false end
  local odd, even = by_parity(sample, "%z")
  if differ(odd, even, 0.4 * half, 0.05 * half) then return true end
  if odd + even + invalid < 0.05 * #sample then return false end
  odd, even = by_parity(sample, HIGH)
  return differ(odd, even, 0.8 * half, 0.6 * half)
end

---@param doc jilu.Document
local function run(doc)
  local invalid, size = doc.view:invalid_bytes(), #doc.source
  if invalid > MOST_ILL_FORMED * size then
    refuse("not UTF-8 text: %d%% of its bytes are ill-formed", math.floor(100 * invalid / size))
  end
  local mark = doc.source:sub(1, 2)
  if mark == "\255\254" or mark == "\254\255" then
    refuse "not UTF-8 text: it begins with the mark of UTF-16"
  elseif is_utf16(doc, invalid) then
    refuse "not UTF-8 text: it is built like UTF-16, without its mark"
  end
  if doc.view:repair_count() > 0 then doc:hold("repair", doc.view) end
end

return { name = "repair", makes = { "repair" }, run = run }
