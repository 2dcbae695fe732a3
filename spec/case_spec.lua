-- Case mappings: cases of the Unicode Standard, 3.13, and of SpecialCasing.txt.

local jilu = require "jilu"

describe("jilu.lower, upper, title, fold", function()
  it("letters that become several → full mappings", function()
    assert.equal("STRASSE FFI ΐ", jilu.upper "straße ﬃ " .. "ΐ")
    assert.equal("Ffi Ǆungla", jilu.title "ﬃ " .. "Ǆungla")
    assert.equal("ǅungla", jilu.title "ǆungla")
    assert.equal("strasse", jilu.fold "Straße")
    assert.equal("i\u{307}", jilu.lower "İ")
  end)

  it("sigma at the end of a word → final", function()
    assert.equal("ὀδυσσεύς", jilu.lower "ὈΔΥΣΣΕΎΣ")
    assert.equal("ας. σα σ", jilu.lower "ΑΣ. ΣΑ Σ")
    assert.equal("ας' ", jilu.lower "ΑΣ' ")       -- what is ignored is passed
    assert.equal("ασ'α", jilu.lower "ΑΣ'Α")
    assert.equal("ʰς", jilu.lower "ʰΣ")           -- cased, though ignorable too
    assert.equal("ας\u{FFFD}", jilu.lower "ΑΣ\xFF")
    assert.equal("\u{FFFD}σ", jilu.lower "\xFFΣ")
  end)

  it("Turkish and Azerbaijani → dotted and dotless i", function()
    for _, locale in ipairs { "tr", "az", "tr-TR", "az_Latn" } do
      local options = { locale = locale }
      assert.equal("DİYARBAKIR", jilu.upper("diyarbakır", options))
      assert.equal("diyarbakır iı", jilu.lower("DİYARBAKIR I\u{307}I", options))
      assert.equal("İstanbul Iğdır", jilu.title("istanbul ığdır", options))
      assert.equal("ıi", jilu.fold("Iİ", options))
    end
  end)

  it("Lithuanian → the dot stays below accents", function()
    local options = { locale = "lt" }
    assert.equal("i\u{307}\u{300} i\u{307}\u{301} į\u{307}\u{303}",
      jilu.lower("Ì I\u{301} Į\u{303}", options))
    assert.equal("I\u{300}", jilu.upper("i\u{307}\u{300}", options))
    assert.equal("I\u{307}", jilu.upper "i\u{307}")
  end)

  it("Dutch → IJ begins a title", function()
    assert.equal("IJsselmeer Ijs", jilu.title("ijsselmeer ", { locale = "nl" })
      .. jilu.title "ijs")
  end)

  it("a title → the first letter of each word, whatever is before it", function()
    assert.equal("“Hello, World's 3Rd Ǆ” 汉字", jilu.title "“HELLO, world's 3RD " .. "Ǆ” 汉字")
  end)

  it("plain runs of any length, and ill-formed bytes", function()
    for n = 0, 80 do
      local text = ("aZ[@`{"):rep(n):sub(1, n)
      assert.equal(text:lower() .. "é", jilu.lower(text .. "É"))
      assert.equal(text:upper() .. "汉", jilu.upper(text .. "汉"))
      assert.equal(text:lower() .. "\u{FFFD}", jilu.fold(text .. "\xE6\xB1"))
    end
  end)

  it("many sigmas with many marks between → still all of them", function()
    local text = ("Σ" .. ("\u{301}"):rep(50)):rep(200)
    assert.equal(#text, #jilu.lower(text))
  end)

  it("misuse → an error that names it", function()
    assert.has_error(function() jilu.lower("a", { language = "tr" }) end,
      "bad argument #2 to 'lower' (unknown option 'language' (known: locale))")
    assert.has_error(function() jilu.upper("a", { locale = 1 }) end,
      "bad argument #2 to 'upper' (option 'locale' is no language tag)")
  end)
end)

describe("jilu.equal", function()
  it("canonically equivalent texts → true", function()
    assert.is_true(jilu.equal("é", "e\u{301}"))
    assert.is_true(jilu.equal("\u{212B}", "Å"))
    assert.is_false(jilu.equal("e", "é"))
    assert.is_false(jilu.equal("ﬁ", "fi"))
  end)

  it("what does not count → is no difference", function()
    assert.is_false(jilu.equal("Straße", "STRASSE"))
    assert.is_true(jilu.equal("Straße", "STRASSE", { case = false }))
    assert.is_true(jilu.equal("Ａ１ｶﾞ　", "A1ガ ", { width = false }))
    assert.is_false(jilu.equal("Ａ", "a", { width = false }))
    assert.is_true(jilu.equal("漢語", "汉语", { script = false }))
    assert.is_false(jilu.equal("Ａ漢", "A汉", { script = false }))
    assert.is_true(jilu.equal("Ａ漢", "a汉", { script = false, width = false, case = false }))
    assert.is_false(jilu.equal("漢語", "汉语", { script = true }))
  end)

  it("misuse → an error that names it", function()
    assert.has_error(function() jilu.equal("a", "b", { marks = false }) end,
      "bad argument #3 to 'equal' (unknown option 'marks' (known: case, script, width))")
    assert.has_error(function() jilu.equal("a", "b", { case = 1 }) end,
      "bad argument #3 to 'equal' (option 'case' is no boolean)")
  end)
end)
