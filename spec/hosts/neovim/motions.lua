-- Neovim: w, b, e and the text object iw go by Chinese words.
--   :luafile motions.lua
-- Words are those of a lexicon where one is installed, else Unicode's.

local jilu = require "jilu"
local place = jilu.lexicon.find()
local lexicon = place and jilu.lexicon.open(place)

-- The words of a line, { first, last } in bytes, without space.
local function words_of(line)
  local list = {}
  for first, last in (lexicon and lexicon:words(line) or jilu.words(line)) do
    if jilu.find(line:sub(first, last), "%S") then list[#list + 1] = { first, last } end
  end
  return list
end

-- Where the cursor goes: the first word for which 'wanted' gives a byte.
local function go(step, wanted)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local rows = vim.api.nvim_buf_line_count(0)
  local at = column + 1
  while row >= 1 and row <= rows do
    local words = words_of(vim.fn.getline(row))
    for k = step > 0 and 1 or #words, step > 0 and #words or 1, step do
      local found = wanted(words[k], at)
      if found then return vim.api.nvim_win_set_cursor(0, { row, found - 1 }) end
    end
    row, at = row + step, step > 0 and 0 or math.huge
  end
end

-- The first byte of the character that ends with byte 'last' of a line.
local function character(last)
  local line = vim.fn.getline "."
  while last > 1 and line:byte(last) >= 0x80 and line:byte(last) < 0xC0 do last = last - 1 end
  return last
end

local motions = {
  w = function() go(1, function(word, at) return word[1] > at and word[1] end) end,
  b = function() go(-1, function(word, at) return word[1] < at and word[1] end) end,
  e = function() go(1, function(word, at)
    local last = character(word[2])
    return last > at and last
  end) end,
}
for key, move in pairs(motions) do
  vim.keymap.set({ "n", "x", "o" }, key, function()
    for _ = 1, vim.v.count1 do move() end
  end)
end

vim.keymap.set({ "x", "o" }, "iw", function()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  for _, word in ipairs(words_of(vim.fn.getline(row))) do
    if word[1] <= column + 1 and column + 1 <= word[2] then
      vim.api.nvim_win_set_cursor(0, { row, word[1] - 1 })
      vim.cmd "normal! v"
      return vim.api.nvim_win_set_cursor(0, { row, character(word[2]) - 1 })
    end
  end
end)
