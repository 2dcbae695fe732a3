-- English: numbers, sums and measures, in the form of the rows of english.lua.
-- Written before they were run;
-- two of 34 failed then (a measure of two was not in its lowest terms).

local function q(text, value, rest)
  return { type = "quantity", text = text, value = tostring(value), rest = rest or "" }
end

return {
  -- more than one power, and dozens
  { "She ordered three dozen eggs.", q("three dozen", 36, ":eggs") },
  { "We need 2 dozen pencils.", q("2 dozen", 24, ":pencils") },
  { "Half a trillion dollars was lost.", q("Half a trillion dollars", 500000000000,
    "dollar @USD") },
  { "They raised a quarter million euros.", q("a quarter million euros", 250000, "euro @EUR") },
  { "The state has 12 crore voters.", q("12 crore", 120000000, ":voters") },
  { "It holds 1 250 000 litres.", q("1 250 000 litres", 1250000, "litre @L") },
  { "The dam cost 12,34,567 rupees.", q("12,34,567 rupees", 1234567, "rupee @INR") },
  -- mixed numbers
  { "The rope is 3½ metres long.", q("3½ metres", "7/2", "metre @m") },
  { "It weighs 10 1/2 pounds.", q("10 1/2 pounds", "21/2", "pound @[lb_av]") },
  { "The track is a 1/4 mile long.", q("1/4 mile", "1/4", "mile @[mi_i]") },
  { "It fell by two hundred point five metres.", q("two hundred point five metres", 200.5,
    "metre @m") },
  { "Five and a half million people voted.", q("Five and a half million", 5500000, ":people") },
  { "Three twenty-fifths of the seats are empty.", q("Three twenty-fifths", "3/25") },
  -- sums
  { "It cost 75 USD million.", q("75 USD million", 75000000, "US dollar @USD") },
  { "The fare is 3 dollars and 50 cents.", q("3 dollars and 50 cents", 3.5, "dollar @USD") },
  { "The fine is 100 CZK.", q("100 CZK", 100, "Czech koruna @CZK") },
  { "They paid ₦5,000 for it.", q("₦5,000", 5000, "Nigerian naira @NGN") },
  { "He owes 40 canadian dollars.", q("40 canadian dollars", 40, "Canadian dollar @CAD") },
  { "The book is 100₴ here.", q("100₴", 100, "Ukrainian hryvnia @UAH") },
  -- measures
  { "He is 5 feet 3 inches tall.", q("5 feet 3 inches", "21/4", "foot @[ft_i]") },
  { "The baby weighed 7 lb 4 oz.", q("7 lb 4 oz", "29/4", "lb @[lb_av]") },
  { "The engine gives 300 hp.", q("300 hp", 300, "hp @[HP]") },
  { "A dose of 250 micrograms is enough.", q("250 micrograms", 250, "microgram @ug") },
  { "The wind blew at 60 km/h.", q("60 km/h", 60, "km/h @km/h") },
  { "The weight is 20 (kg).", q("20 (kg)", 20, "kg @kg") },
  -- none of these
  { "See section 20 (annex)." },
  { "A second look would help." },
  { "Point taken." },
  { "The third man left." },
  { "He bought it for a song." },
  { "Over and over again he called." },
  { "They live in Dozen Street." },
  { "It is a quarter past the hour." },
  { "A third party was involved." },
  { "Naught came of it." },
  { "The negative was lost." },
  { "He is in the crore-pati club." },
}
