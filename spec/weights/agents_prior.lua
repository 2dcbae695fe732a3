-- What is believed of agents before any document is seen: the weights from
-- which fitting starts and to which they are drawn.

return {
  -- who is named at the head of the row's own clauses
  ["in/body"] = 1.5, ["in/own"] = 1.5, ["in/we"] = 1.5, ["in/person"] = 1.2, ["in/people"] = 1,
  ["in/region"] = 1, ["in/pronoun"] = 1, ["in/place"] = 0.8, ["in/nr"] = 0.8, ["in/nt"] = 0.8,
  ["in/name"] = 0.5, ["in/doer"] = 0.5, ["in/ns"] = 0.3,
  ["in/other"] = -0.8, ["in/measure"] = -1.5, ["in/thing"] = -0.8, ["in/work"] = -0.8,
  ["in/event"] = -0.3,
  ["source/core"] = 0.5, ["source/row"] = 0.3, ["by/in"] = 1.5, ["by/in/passive"] = 1,
  -- who is named before
  ["sent/body"] = 0.8, ["sent/own"] = 0.8, ["sent/we"] = 0.8, ["sent/person"] = 0.7,
  ["sent/people"] = 0.3, ["sent/region"] = 0.6, ["sent/pronoun"] = 0.5, ["sent/place"] = 0.4,
  ["near/body"] = 0.6, ["near/own"] = 0.6, ["near/we"] = 0.5, ["near/person"] = 0.4,
  ["near/region"] = 0.4, ["near/place"] = 0.2, ["near/people"] = -0.1,
  ["far/body"] = 0.2, ["far/own"] = 0.3, ["far/people"] = -0.8, ["far/person"] = -0.2,
  ["far/event"] = -0.8, ["near/event"] = -0.5, ["sent/event"] = -0.4,
  ["source/s2"] = -0.3, ["source/p2"] = -0.4, ["sent/2"] = -0.3,
  ["nearest"] = 0.5, ["previous"] = 0.5, ["times/2"] = 0.2, ["times/4"] = 0.4,
  ["named/2"] = 0.1, ["named/6"] = 0.3,
  -- the document's own
  ["source/byline"] = 0.3, ["source/publisher"] = 0, ["source/title"] = 0.1,
  ["source/origin"] = -0.5, ["source/common"] = 0, ["source/own"] = 0, ["doc/person"] = -0.8,
  ["count/own/8"] = 0.6, ["count/own/3"] = 0.3, ["count/common/8"] = 0.3,
  ["also/title"] = 0.3, ["also/own"] = 0.4, ["also/common"] = 0.3, ["also/byline"] = 0.4,
  -- somebody stands nearer
  ["stated/sent"] = -0.8, ["stated/near"] = -1, ["stated/far"] = -1, ["stated/doc"] = -1,
  ["sent/near"] = -0.5, ["sent/far"] = -0.6, ["sent/doc"] = -0.6,
  ["near/far"] = -0.4, ["near/doc"] = -0.4,
  -- how the phrase is built
  ["prefix/body/act"] = -1, ["prefix/body/bare"] = -0.7, ["prefix/place/act"] = -1,
  ["prefix/region/act"] = -0.5, ["verb/in"] = -1, ["verb/sent"] = -1, ["verb/near"] = -1,
  ["verb/far"] = -1, ["attribute/in"] = -0.3, ["attribute/far"] = -0.4, ["relative/in"] = -0.5,
  ["next/end/in"] = -0.5, ["next/end/out"] = -0.4, ["next/v/in"] = 0.3, ["next/d/in"] = 0.4,
  ["next/t/in"] = 0.4, ["next/p/in"] = 0.2, ["next/by/in"] = -0.8, ["counted/far"] = -0.5,
  ["counted/near"] = -0.4, ["long"] = -0.3, ["short"] = -0.2, ["passive"] = -0.3, ["says"] = -0.3,
  ["circumstance"] = -0.5, ["marked/in"] = -0.5, ["marked/sent"] = -0.5, ["marked/doc"] = -0.5,
  -- 培训支部书记40人 is what was done, not who did it
  ["verbal/q"] = -2, ["verbal/end"] = -2, ["verbal/v"] = -0.7, ["verbal/d"] = -0.7,
  ["verbal/t"] = -0.7, ["verbal/p"] = -0.7, ["verbal/de"] = -1, ["verbal/u"] = -1.5,
  ["at_verb/q"] = -2, ["at_verb/end"] = -2, ["at_verb/v"] = -1, ["at_verb/vn"] = -1.5,
  ["unparsed/body"] = -0.7, ["beyond/q"] = -1, ["beyond/end"] = -0.5, ["verbal/vn"] = -1,
  ["deed/in"] = -1.5, ["deed/out"] = -1.5, ["next/mean/in"] = -1,
  -- measures have a region or nobody; a verb inside their name is no deed
  ["change/inside"] = -2,
  ["kind/region/measure"] = 0.6, ["kind/place/measure"] = 0.4, ["kind/people/measure"] = -0.3,
  ["null/measure"] = 0.8, ["null"] = -0.2, ["null/act"] = 0, ["null/stated"] = -1,
  ["null/sent"] = -0.3, ["null/own"] = -0.3,
}
