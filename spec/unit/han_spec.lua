-- Chinese is data: no code outside lua/jilu/zh holds Han characters, comments
-- aside. What does still is listed with how many strings have some; the list may
-- only get shorter.

local shell = require "spec.support.shell"

local STILL = {
  ["csrc/facts/rules.h"] = 56,
  ["csrc/view/generate.lua"] = 9,
  ["lua/jilu/facts/anchor.lua"] = 7,
  ["lua/jilu/facts/user_words.lua"] = 1,
  ["lua/jilu/ledger/dated_events.lua"] = 1,
  ["lua/jilu/ledger/events.lua"] = 2,
  ["lua/jilu/ledger/predicates.lua"] = 3,
  ["lua/jilu/ledger/reading.lua"] = 1,
  ["lua/jilu/ledger/rollup.lua"] = 2,
  ["lua/jilu/ledger/scope.lua"] = 1,
  ["lua/jilu/lexicon/names.lua"] = 2,
  ["lua/jilu/lexicon/smartcn.lua"] = 8,
  ["lua/jilu/outline/enumeration.lua"] = 3,
  ["lua/jilu/outline/heading.lua"] = 4,
  ["lua/jilu/outline/marker.lua"] = 3,
  ["lua/jilu/outline/stage.lua"] = 1,
  ["lua/jilu/page/byline.lua"] = 3,
  ["lua/jilu/page/date.lua"] = 27,
  ["lua/jilu/page/head.lua"] = 2,
  ["lua/jilu/page/headings.lua"] = 5,
  ["lua/jilu/page/key_values.lua"] = 27,
  ["lua/jilu/page/line_class.lua"] = 23,
  ["lua/jilu/page/metadata.lua"] = 9,
  ["lua/jilu/page/writing_year.lua"] = 27,
  ["lua/jilu/page/zones.lua"] = 10,
  ["lua/jilu/phrases/announcements.lua"] = 4,
  ["lua/jilu/phrases/frameworks.lua"] = 1,
  ["lua/jilu/phrases/lists.lua"] = 7,
  ["lua/jilu/phrases/member_sets.lua"] = 5,
  ["lua/jilu/phrases/stage.lua"] = 2,
  ["lua/jilu/record/meanings.lua"] = 8,
  ["lua/jilu/rule/scope.lua"] = 1,
}

-- A line without its comment. Marks in strings are no comments, so that a few
-- strings with -- or // in them count for less; none of ours has Han behind.
local function code_of(line, is_c)
  if is_c then
    line = line:gsub("/%*.-%*/", "")
    if line:find "^%s*%*%*" or line:find "^%s*/%*" then return "" end
    return (line:gsub("/%*.*$", ""))
  end
  return (line:gsub("%-%-[^%[\"'].*$", ""):gsub("^%s*%-%-.*$", ""))
end

-- How many lines of a file hold Han in code: U+4E00 to 9FFF in UTF-8.
local function count_han(path)
  local count, is_c, in_comment = 0, path:find "%.[ch]$", false
  for line in (shell.read(path) .. "\n"):gmatch "(.-)\n" do
    local code = line
    if is_c then
      if in_comment then
        local behind = code:match "%*/(.*)$"
        in_comment, code = not behind, behind or ""
      end
      local opened = code:gsub("/%*.-%*/", "")
      if opened:find("/*", 1, true) then in_comment = true end
    end
    if code_of(code, is_c):find "[\228-\233][\128-\191][\128-\191]" then count = count + 1 end
  end
  return count
end

describe("Han characters in code outside lua/jilu/zh", function()
  it("→ in no other files than those that had some, and in no more lines", function()
    local found = {}
    local pipe = io.popen("find lua csrc -name '*.lua' -o -name '*.c' -o -name '*.h' "
      .. "| LC_ALL=C sort")
    for path in pipe:lines() do
      if not path:find "^lua/jilu/zh/" and not path:find "_table%.h$" then
        local count = count_han(path)
        if count > 0 then found[path] = count end
      end
    end
    pipe:close()
    for path, count in pairs(found) do
      assert.is_true(count <= (STILL[path] or 0), ("%s: %d lines"):format(path, count))
    end
  end)
end)
