-- The C API, by hosts that are compiled here.

local c_host = require "spec.support.c_host"
local jilu = require "jilu"
local plain_text = require "spec.support.plain_text"
local shell = require "spec.support.shell"

describe("the C API", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  it("finds the breaks that the Lua API finds", function()
    math.randomseed(14)
    local cases = {}
    for _, unit in ipairs { "grapheme", "word", "sentence", "line" } do
      for k = 1, 200 do
        local text = plain_text(math.random(1, 200), k % 4 * 0.1)
        cases[#cases + 1] = { unit = unit, text = text, ends = {} }
        for _, last in jilu.spans(text, unit, { kernel = "scalar" }):iter() do
          table.insert(cases[#cases].ends, last)
        end
      end
    end
    c_host.check_breaks(folder, cases)
  end)

  -- What a view cuts, replaces by more and by fewer bytes, or leaves.
  local PIECES = {
    "\239\187\191", "\u{200B}", "\u{AD}", "\u{2060}", "\xff", "\xe4\xb8", "\xc3", "a", "7",
    "\n", "\r\n", " ", "县", "縣", "１", "𠀀", "責(zé)", "設(shè)", "(", ",",
  }

  it("view of random damage → a map that is monotone and inside both texts", function()
    local seed, cases = 11, {}
    local function random(n)
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed // 65536 % n + 1
    end
    for k = 1, 2000 do
      local text = {}
      for i = 1, k % 25 do text[i] = PIECES[random(#PIECES)] end
      text = table.concat(text)
      cases[k] = #text .. " " .. text
    end
    shell.write(folder .. "/views", table.concat(cases, "\n"))
    local host = c_host.compile(folder, "view")
    local code, positions, complaints = shell.run(folder, host .. " < views")
    assert.same({ 0, "" }, { code, complaints })
    assert.is_true(tonumber(positions) > 100000)
  end)

  it("takes every text of up to three bytes as table 3-7 has it", function()
    assert.same({ 0, "8487297\n", "" },
                { shell.run(folder, c_host.compile(folder, "utf8")) })
  end)

  it("facts in a host without Lua → their fields, with positions of the original", function()
    local command = c_host.compile(folder, "fact_fields")
    shell.write(folder .. "/text", "修路(lù)约３.５万公里")
    local code, out, complaints = shell.run(folder, command .. " < text")
    assert.equal("", complaints)
    assert.equal(0, code)
    assert.equal("type=quantity first=12 last=30 text=约３.５万公里 line=1 folded_first=7 "
      .. "folded_last=21 rule=quantity.measure value=35000 unit=公里 unit_first=25 unit_last=30 "
      .. "ucum=km approx=about noun=修路(lù) noun_first=1 noun_last=11 \n", out)
  end)
end)
