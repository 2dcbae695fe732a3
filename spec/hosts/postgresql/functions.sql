-- pllua: words and facts in SQL, and an index for Chinese full text.
CREATE EXTENSION IF NOT EXISTS plluau;

-- The words of a text as a tsvector; `make lexicon` compiles the words.
CREATE OR REPLACE FUNCTION jilu_tsvector(body text) RETURNS tsvector
LANGUAGE plluau IMMUTABLE PARALLEL SAFE AS $$
  local parts, n = {}, 0
  local text = jilu.fold(jilu.document(body).folded)   -- Traditional, full-width, case
  for first, last in words(text) do
    local word = text:sub(first, last)
    if jilu.find(word, "[%a%d]") then
      n = n + 1
      -- a quote and a backslash are doubled; positions end at 16383
      parts[n] = "'" .. word:gsub("['\\]", "%0%0") .. "':" .. math.min(n, 16383)
    end
  end
  return table.concat(parts, " ")
end
do
  jilu = require "jilu"
  local place = jilu.lexicon.find()
  local lexicon = place and jilu.lexicon.open(place)
  function words(text)
    if lexicon then return lexicon:words(text, { fine = true }) end
    return jilu.words(text)
  end
$$;

CREATE OR REPLACE FUNCTION jilu_facts(body text)
RETURNS TABLE (type text, first int, last int, value numeric, unit text)
LANGUAGE plluau IMMUTABLE PARALLEL SAFE AS $$
  for _, fact in ipairs(extractor:facts(body)) do
    coroutine.yield(fact.type, fact.first, fact.last, tonumber(fact.value), fact.unit)
  end
end
do
  extractor = require "jilu".extractor {}
$$;
