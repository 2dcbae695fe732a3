-- Compiling a lexicon: reads the sources, hands their words to the compiler
-- in C, and writes down where everything came from.

local core = require "jilu.core"
local bodies = require "jilu.zh.bodies"
local compound_surnames = require "jilu.zh.compound_surnames"
local foreign_names = require "jilu.zh.foreign_names"
local list = require "jilu.lexicon.list"
local mixed_words = require "jilu.zh.mixed_words"
local names = require "jilu.lexicon.names"
local person_tags = require "jilu.lexicon.person_tags"
local smartcn = require "jilu.lexicon.smartcn"
local units = require "jilu.zh.units"

local build = {}

local SMARTCN = "org/apache/lucene/analysis/cn/smart/hhmm/"

local function read_file(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local data = file:read("*a")
  file:close()
  if not data then return nil, path .. ": can't be read" end
  return data
end

-- One member of a jar, by unzip; no shell sees the name but quoted.
local function read_member(jar, member)
  local function quote(s) return "'" .. s:gsub("'", "'\\''") .. "'" end
  local pipe = io.popen("unzip -p " .. quote(jar) .. " " .. quote(member) .. " 2>/dev/null", "r")
  if not pipe then return nil, "unzip can't be run" end
  local data = pipe:read("*a")
  pipe:close()
  if not data or data == "" then
    return nil, jar .. ": no " .. member .. " in it, or unzip is missing"
  end
  return data
end

-- Adds smartcn's words and pairs; returns how many words and their count.
-- `known` takes the words.
local function add_smartcn(builder, words, pairs_data, name, known)
  local count, total = 0, 0
  local ok, message, position = smartcn.words(words, function(word, frequency, tag, class)
    if builder:add(word, frequency, tag, class) then
      count, total = count + 1, total + frequency
      known[word] = frequency
    end
  end)
  if not ok then return nil, ("%s: %s (byte %d)"):format(name, message, position) end
  local hashes, frequencies
  hashes, frequencies, position = smartcn.pairs(pairs_data)
  if not hashes then return nil, ("%s: %s (byte %d)"):format(name, frequencies, position) end
  builder:hashed(hashes, frequencies)
  return { words = count, total = total, skipped = {} }
end

local function total_of(data)
  local total = 0
  list.words(data, function(word, frequency) if word then total = total + frequency end end)
  return total
end

-- Adds a list; its counts are scaled so that together they are `share` of
-- `before`, the count of the first source.
local function add_list(builder, data, before, share, counter, told)
  local total = total_of(data)
  local scale = before and before > 0 and total > 0 and before * share / total or 1
  local result = { words = 0, total = total * scale, skipped = {} }
  list.words(data, function(word, frequency, tag, line)
    local kept = word and told:tag(word, frequency, tag)
    if word and builder:add(word, frequency * scale, kept) then
      result.words = result.words + 1
      counter:add(word, kept)
    else
      result.skipped[#result.skipped + 1] = line
    end
  end)
  return result
end

-- What goes into the file about one source.
local function note(path, result, version)
  return ("source: %s%s, %d words"):format(path:match("[^/]+$"),
    version and version ~= "" and " (" .. version .. ")" or "", result.words)
end

local function notice(name, text)
  return ("notice: %s\n\n%s"):format(name, text)
end

-- The notices that the sources bring with them, and those in files.
local function notice_text(results, paths)
  local parts = {}
  for _, result in ipairs(results) do
    for _, text in ipairs(result.notices or {}) do parts[#parts + 1] = text end
  end
  for _, path in ipairs(paths or {}) do
    local data, message = read_file(path)
    if not data then return nil, message end
    parts[#parts + 1] = notice((path:gsub("^.*/doc/", "")), data)
  end
  return table.concat(parts, "\n")
end

-- The Apache licence wants both to go along.
local function jar_notices(jar)
  local notices = {}
  for _, name in ipairs { "META-INF/NOTICE.txt", "META-INF/LICENSE.txt" } do
    local text = read_member(jar, name)
    if text then notices[#notices + 1] = notice(jar:match("[^/]+$") .. " " .. name, text) end
  end
  return notices
end

-- The parts of words that no list holds.
local function add_parts(builder)
  local function add(kind, words)
    for word in words:gmatch("%S+") do builder:part(kind, word) end
  end
  units(function(class, words) if class == "unit" then add("unit", words) end end)
  add("surname", compound_surnames.common)
  add("surname", compound_surnames.rare)
  add("body", bodies)
  add("mixed", mixed_words)
end

local function add_source(builder, path, before, share, counter, told)
  if path:match("%.jar$") then
    local words, why = read_member(path, SMARTCN .. "coredict.mem")
    if not words then return nil, why end
    local pairs_data
    pairs_data, why = read_member(path, SMARTCN .. "bigramdict.mem")
    if not pairs_data then return nil, why end
    local result
    result, why = add_smartcn(builder, words, pairs_data, path, told.known)
    if result then result.notices = jar_notices(path) end
    return result, why
  end
  local data, message = read_file(path)
  if not data then return nil, message end
  return add_list(builder, data, before, share, counter, told)
end

---@class jilu.lexicon.BuildOptions
---@field share number?       what later lists count together, against the first source (0.1)
---@field notices string[]?   files whose text goes along: licences, copyright
---@field versions table<string, string>?  version of a source, by its path
---@field foreign string?     characters that write the sounds of foreign names, if others

--- Compiles sources into the bytes of a lexicon file. A source is a word list
--- as jieba's, or the jar of Lucene's smartcn. Where several know a word, the
--- first one's frequency holds.
---@param sources string[] paths
---@param options? jilu.lexicon.BuildOptions
---@return string? image
---@return table[]|string results of each source, { words =, total =, skipped = { line, … } };
---or a message
function build.compile(sources, options)
  options = options or {}
  local builder, counter = core.lexicon_builder(), names.counter()
  local notes, results, before = { "jilu " .. core._VERSION }, {}, nil
  local told = person_tags.new(options.foreign or foreign_names)
  builder:foreign(options.foreign or foreign_names)
  for k, path in ipairs(sources) do
    if k > 1 then builder:source() end
    local result, message = add_source(builder, path, before, options.share or 0.1, counter,
      told)
    if not result then return nil, message end
    before = before or result.total
    results[k] = result
    notes[#notes + 1] = note(path, result, (options.versions or {})[path])
  end
  local notices, message = notice_text(results, options.notices)
  if not notices then return nil, message end
  notes[#notes + 1] = notices
  add_parts(builder)
  counter:each(function(part, character, count) builder:name(part, character, count) end)
  local image
  image, message = builder:compile(table.concat(notes, "\n") .. "\n")
  if not image then return nil, message end
  return image, results
end

--- Writes a file beside its place and renames it there, so that a lexicon in
--- use is never changed under its readers.
---@param path string
---@param image string
---@return true?
---@return string? message
function build.write(path, image)
  local output, message = core.output(path)
  if not output then return nil, message end
  local ok
  ok, message = output:file():write(image)
  if ok then
    ok, message = output:commit()
  else
    output:abandon()
  end
  if ok then return true end
  return nil, ("%s: %s"):format(path, message)
end

return build
