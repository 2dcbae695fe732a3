-- What speaks for and against a short line of the text being a heading: by hand,
-- in the order of M7 (layout and form, then what stands beside it).

return {
  threshold = 2,
  plain = 2,           -- a short line without a stop
  sentence = 0,        -- one that ends with 。
  colon = 0,
  hash = 4,            -- ## before it
  emphasised = 3,      -- ** around all of it
  bracketed = 1,
  text_below = 0.5,    -- a paragraph of three times its length
  list_below = 2.5,    -- 已办结的3项工作: over a list
  announces = 1,       -- … and it names how many
  paired = 2.5,        -- the second or first of two lines above a paragraph, elsewhere too
  formed = 2,          -- in brackets, behind a bullet, before a colon, as another line above text
  content = -2.5,      -- alone under a number, above the next one: 县委党校
  alike = 2,           -- two more lines built alike, each with text below
  listed = -2.5,       -- a line of the kind above or below
  long = -2.5,         -- over 40 characters
  said = -2.5,         -- a question or an exclamation with a comma
  annex = -2.5,        -- 附件…
  key_value = -4,      -- a key that other lines have, too
  field = -4,          -- a key with its value, beside another: 参加:李四
  label = -4,          -- 决定:
  broken = -5,         -- ends with , or ;
  caption = -6,
}
