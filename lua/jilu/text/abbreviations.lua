-- Abbreviations that end with a full stop within a sentence, by language. Each is
-- followed by what it belongs to, so a stop behind it ends no sentence; those that
-- may end one ("etc.", "Inc.", "usw.") are not here.

local function set_of(list)
  local set = {}
  for word in list:gmatch "%S+" do set[word] = true end
  return set
end

return {
  en = set_of [[Mr Mrs Ms Mx Dr Prof Rev Hon Gov Sen Rep Pres Gen Col Lt Maj Capt Sgt Cpl Cmdr
    Adm Messrs Mme Mlle St Mt Ft No Nos Fig Figs Eq Eqs Sec Ch Vol pp vs cf viz approx
    e.g i.e Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec]],
  de = set_of [[Dr Prof Hr Hrn Fr Frl Dipl Ing Nr Abb Abs Art Bd Bl Hrsg Kap S St Str Tab
    bzw ca d.h z.B u.a evtl ggf inkl sog vgl zzgl Jan Feb Apr Aug Sept Okt Nov Dez]],
  fr = set_of [[M MM Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste art chap cf fig p pp vol
    p.ex env janv févr avr juil sept oct nov déc]],
  es = set_of [[Sr Sra Sres Sras Srta D Dña Dr Dra Dres Prof Profa Ud Uds Vd Vds Lic Ing
    art cap fig pág págs vol núm p.ej aprox]],
  it = set_of [[Sig Sigg Dott Prof Avv Ing Arch On Rag Geom art cap fig pag pagg vol
    es p.es ca]],
  pt = set_of [[Sr Sra Srs Sras Srta Dr Dra Drs Dras Prof Profa Eng Exmo Exma V art cap fig
    pág págs vol núm p.ex]],
  nl = set_of [[dhr mevr mw dr drs ir ing mr prof nr blz fig hfst bijv bv d.w.z i.v.m o.a
    t.a.v ca resp]],
}
