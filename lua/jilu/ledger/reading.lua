-- Reads a paragraph for the ledger: its sentences, and the quantities and times
-- that stand in each. The clauses of a sentence are read when something is asked
-- about it.

local acts = require "jilu.zh.acts"
local core = require "jilu.core"
local data = require "jilu.zh.clauses"
local gazetteer = require "jilu.text.gazetteer"
local punctuation = require "jilu.zh.punctuation"

local find = string.find

-- Lists of zh.acts that are not looked for in prose.
local OTHER = { plan_heading = true, report_heading = true, plan_ending = true, already = true,
  average = true }

local function grammar()
  local classes, made = {}, {}
  for name, words in pairs(acts) do
    if not OTHER[name] then classes[name] = words end
  end
  -- behind a verb 的 makes an attribute of it (编写的), the others a noun (点击率)
  local words = gazetteer.new(classes, { tails = "的率额量者" })
  for key, value in pairs(data) do made[key] = value end
  made.marks = core.marks(punctuation)
  made.words, made.sets = words.words, words.sets
  -- what is asked of a clause before its words are looked at
  made.told = { "passive", "event", "conduct", "happening", "plan", "standing" }
  return core.clauses(made)
end

local clauses = grammar()

---@class jilu.ledger.Reading
---@field text string  the folded document
---@field parse userdata  jilu.Reading
---@field sentences table[]  see core.clauses; `topic`, `lead` and `without` are of subjects
---@field quantities table[]
---@field times table[]
---@field scanner jilu.ledger.Scanner  of the document

--- Reads the prose of a paragraph.
---@param text string  the folded document
---@param paragraph table  see core.clauses
---@param facts table  of the document: quantity, time, organization, change
---@return jilu.ledger.Reading
local function read(text, paragraph, facts)
  paragraph.spaced = find(paragraph.line.text, " ", 1, true) ~= nil
  local parse, sentences, quantities = clauses:read(text, paragraph, facts)
  return {
    text = text, parse = parse, sentences = sentences, quantities = quantities,
    times = facts.time,
  }
end

--- The clauses of a sentence, read once; `sentence` of the list is the sentence.
---@param reading jilu.ledger.Reading
---@param sentence table
---@return table[]
local function clauses_of(reading, sentence)
  local list = sentence.clauses
  if not list then
    list = reading.parse:clauses(sentence.index)
    list.sentence, sentence.clauses = sentence, list
  end
  return list
end

return { read = read, clauses = clauses_of }
