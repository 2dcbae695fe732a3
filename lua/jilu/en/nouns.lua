-- Where a counted noun begins and ends.

return function(add)
  -- no plural is said with -s in these
  add("plural", [[
    people men women children persons policemen policewomen firemen fishermen businessmen
    businesswomen sportsmen congressmen servicemen salesmen craftsmen chairmen workmen horsemen
    freshmen sheep cattle fish deer mice geese teeth feet oxen pigs poultry livestock staff
    personnel police troops data criteria phenomena media species series aircraft spacecraft lives
    wives knives halves leaves wolves shelves alumni bacteria crises analyses theses bases
    hypotheses
  ]])
  add("plural_ending", "s", { value = 1 })
  add("plural_ending", "ss us is", { value = 0 })

  -- no noun phrase goes past these: articles, pronouns, prepositions,
  -- conjunctions, auxiliaries, adverbs, and verbs that end as a plural does
  add("noun_stop", [[
    a an the this that these those he she it we you they i me him her us them his hers its our
    ours your yours their theirs my mine who whom whose which what of in on at by to from for with
    without within into onto upon over under above below between among through during before after
    since until till against about around across along behind beyond near off out up down as than
    like per via versus vs and or but nor so yet if because while whereas although though when
    where why how whether unless is are was were be been being am has have had having does do did
    done doing will would shall should can could may might must need cannot not no yes sometimes
    perhaps also only just even still already again always often never ever soon now then there
    here thus hence ago later earlier away apart together once twice else too very much more most
    less least each every either neither both all any some such same other says goes comes makes
    takes gives gets sees shows means becomes remains seems includes contains provides applies
    vanishes needs wants uses works lies stands runs begins ends follows lists states makes costs
    grams yes plus minus times equals
  ]])
  add("quote_mark", '"', { exact = true })
end
