-- English: numbers, shares, money and measures, in the form of the rows of
-- english.lua. Written before they were run; 17 of the first 54 failed then, two of them for
-- the name of a currency.

local function q(text, value, rest)
  return { type = "quantity", text = text, value = tostring(value), rest = rest or "" }
end

local function t(text, value)
  return { type = "time", text = text, value = value }
end

return {
  -- sections of sections, and parts of them
  { "It cost three lakh crore rupees.", q("three lakh crore rupees", 3000000000000,
    "rupee @INR") },
  { "A debt of two thousand million euros.", q("two thousand million euros", 2000000000,
    "euro @EUR") },
  { "About one million million dollars.", q("About one million million dollars", 1000000000000,
    "dollar >about @USD") },
  { "Two thirds of a million people left.", q("Two thirds of a million", "2000000/3", ":people") },
  { "A quarter of a million people left.", q("A quarter of a million", 250000, ":people") },
  { "Three fifths of a billion dollars went.", q("Three fifths of a billion dollars", 600000000,
    "dollar @USD") },
  { "A million and a half people left.", q("A million and a half", 1500000, ":people") },
  { "Two million and three fifths dollars.", q("Two million and three fifths dollars", 2600000,
    "dollar @USD") },
  { "Two and a half million people left.", q("Two and a half million", 2500000, ":people") },
  { "One hundred and a half metres.", q("One hundred and a half metres", "201/2", "metre @m") },
  -- twenty and four
  { "Twenty and four hours passed.", q("Twenty and four hours", 24, "hour @h"),
    t("Twenty and four hours", "PT24H") },
  { "Ninety - five houses burned.", q("Ninety - five", 95, ":houses") },
  { "Thirty-six men came.", q("Thirty-six", 36, ":men") },
  -- powers
  { "It holds 2^10 bytes.", q("2^10 bytes", 1024, "byte @By") },
  { "It weighs 2.5^2 kg.", q("2.5^2 kg", 6.25, "kg @kg") },
  -- money
  { "It cost C $ 16.4 million.", q("C $ 16.4 million", 16400000, "Canadian dollar @CAD") },
  { "It cost c $ 100 at most.", q("c $ 100 at most", 100, "Canadian dollar >at_most @CAD") },
  { "A 12-cent-a-share dividend is small.", q("12-cent-a-share", 12, "cent") },
  { "A 5-dollar-a-day fee is due.", q("5-dollar-a-day", 5, "dollar @USD") },
  { "Pay ரூ 500 now.", q("ரூ 500", 500, "Sri Lankan rupee @LKR") },
  { "It takes 2 satoshis.", q("2 satoshis", 2, "satoshi") },
  { "The price was 48.5 MGBP.", q("48.5 MGBP", 48500000, "pound @GBP") },
  { "The price was 12 MEUR.", q("12 MEUR", 12000000, "euro @EUR") },
  { "The price was 30 kUSD.", q("30 kUSD", 30000, "US dollar @USD") },
  { "It cost ₩5,000.", q("₩5,000", 5000, "won @KRW") },
  { "It cost ₽300.", q("₽300", 300, "rouble @RUB") },
  { "It cost $3.5bn in all.", q("$3.5bn", 3500000000, "dollar @USD") },
  { "It cost £5k.", q("£5k", 5000, "pound @GBP") },
  { "It cost €1.2m.", q("€1.2m", 1200000, "euro @EUR") },
  { "The bill was rupees 500 in all.", q("rupees 500", 500, "rupee @INR") },
  { "It sold for yen 100,000 there.", q("yen 100,000", 100000, "yen @JPY") },
  { "I paid $ 100 and fifty.", q("$ 100 and fifty", 100.5, "dollar @USD") },
  { "I paid $100 and fifty people came.", q("$100", 100, "dollar @USD"), q("fifty", 50,
    ":people") },
  -- measures
  { 'The pen is 10" long.', q('10" long', 10, "inch @[in_i]") },
  { 'The pen is 10 " long.', q('10 " long', 10, "inch @[in_i]") },
  { "It weighs 3 lb 4 oz.", q("3 lb 4 oz", "13/4", "lb @[lb_av]") },
  { "He is 5 ft 3 in tall.", q("5 ft 3 in", "21/4", "ft @[ft_i]") },
  { "The file has 3 MiB.", q("3 MiB", 3, "MiB @MiBy") },
  { "It runs at 60 km/h.", q("60 km/h", 60, "km/h @km/h") },
  { "It reached -5 °C.", q("-5 °C", -5, "°C @Cel") },
  { "The plot has 200 square feet.", q("200 square feet", 200, "square foot @[sft_i]") },
  -- labels
  { "Percent of 10", q("Percent of 10", 10, "%") },
  { "per cent of 210", q("per cent of 210", 210, "%") },
  -- none
  { "What percent of 10 is 5?" },
  { "Percent of 10 patients who died.", q("10", 10, ":patients") },
  { "He is one of a million." },
  { "Rooms twenty and forty are shut." },
  { "The 2^n rule holds." },
  { "A part of a million things.", q("a million", 1000000, ":things") },
  { 'He said "10" and left.', { type = "quote", text = '10' } },
  { "Half of a team left." },
  { "She asked for a share of it." },
  { "They hold M and GBP notes." },
  { "Is it MEUR or not?" },
  { "Press Ctrl^C to stop." },
  { "It is a million to one." },
  { "The sen is a coin." },
  { "See section 2^1 there." },
  -- sums below zero
  { "It made a loss of -$20.", q("-$20", -20, "dollar @USD") },
  { "The balance is -$1.5 million.", q("-$1.5 million", -1500000, "dollar @USD") },
  { "It moved from -$5 to $10.", q("-$5 to $10", "-5..10", "dollar @USD") },
  { "It costs 10-$20.", q("10-$20", "10..20", "dollar @USD") },
}
