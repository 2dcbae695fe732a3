-- What is believed of contents before any document is seen: the weights from
-- which fitting starts and to which they are drawn.

return {
  -- the deed is in the core of a row, behind who acts and the circumstances
  ["core/core"] = 0.5, ["start/head/core"] = 0.3, ["start/agent/core"] = 1,
  ["start/subject/core"] = 0.3,
  ["opening/circumstance/head"] = -1.5, ["opening/circumstance/agent"] = -1.5,
  ["opening/circumstance/verb"] = 1,
  -- it ends with its object; a measure with what it came to
  ["end/core/last"] = 0.3, ["end/measure/after"] = 0.5, ["behind/joins"] = -0.3,
  ["half/act"] = -0.2, ["tiny/verb"] = -0.5,
}
