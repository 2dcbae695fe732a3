-- Words that nearly every text in English has, and hardly one in another language
-- of Latin letters.

local words = {}
for word in ([[
  the of and to is was for that it with as are by from be this at which have has had not were been
  their they would will there an if more when who what about into than then its after also
]]):gmatch "%a+" do words[word] = true end

return words
