-- The style of the page that `jilu view` writes.

return [[
:root{color-scheme:light dark;--bg:#fff;--fg:#1c1e21;--dim:#6a737d;--line:#e3e6ea;--pane:#f6f7f9;
--hit:#fff3c4;--q:#1769aa;--t:#1b7f4b;--o:#b5470e;--p:#8e24aa;--l:#00707c;--w:#6d4c41;--n:#a4006d;--r:#c62828;--x:#455a64}
@media(prefers-color-scheme:dark){:root{--bg:#15181c;--fg:#e4e6e9;--dim:#8b949e;--line:#2b3036;--pane:#1c2026;
--hit:#4a3f10;--q:#64b5f6;--t:#6fcf97;--o:#ffab70;--p:#d7a0e8;--l:#5fd0da;--w:#c8a898;--n:#ff86c8;--r:#ff7b72;--x:#a7b4bc}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
header{padding:.7rem 1rem;border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:baseline}
h1{font-size:1.05rem;margin:0}h2{font-size:1.15rem;margin:1rem 0 .4rem}h3{font-size:.95rem;margin:1.1rem 0 .3rem}
.dim,.no,.role{color:var(--dim)}
label{white-space:nowrap;font-size:.88rem}
input[type=search]{font:inherit;padding:.15rem .4rem;border:1px solid var(--line);border-radius:4px;background:var(--bg);color:inherit}
main{padding:0 1rem 4rem}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(20rem,2fr);gap:1.5rem;align-items:start}
.line{display:grid;grid-template-columns:3rem 5.5rem minmax(0,1fr);gap:.5rem;padding:.1rem 0;content-visibility:auto;contain-intrinsic-size:auto 2rem}
.no,.role{font-size:.75rem;padding-top:.45rem;text-align:right;overflow:hidden;text-overflow:ellipsis}
.role{text-align:left}
.line p{margin:0;line-height:2.3;overflow-wrap:anywhere;unicode-bidi:isolate;white-space:pre-wrap}
.r-boilerplate p,.r-spam p,.r-metadata p{opacity:.6}
.r-title p{font-size:1.25rem;font-weight:600}.r-heading p{font-weight:600}
u{text-decoration:none;border-bottom:2px solid var(--x)}
.t0{padding-bottom:1px}.t1{padding-bottom:4px}.t2{padding-bottom:7px}.t3{padding-bottom:10px}.t4{padding-bottom:13px}.t5{padding-bottom:16px}
.k-quantity,.k-change{border-color:var(--q)}.k-time{border-color:var(--t)}.k-organization{border-color:var(--o)}
.k-person{border-color:var(--p)}.k-place{border-color:var(--l)}.k-work,.k-quote{border-color:var(--w)}
.k-numeral_phrase,.k-framework{border-color:var(--n)}.k-ledger{border-color:var(--r);border-bottom-style:dotted}
.s{cursor:pointer;border-radius:2px}.s:hover,.s.on{background:var(--hit)}
:focus-visible{outline:2px solid var(--q);outline-offset:1px}
del{color:var(--dim)}ins{display:none;text-decoration:none}
.repaired del{display:none}.repaired ins{display:inline;border-bottom:1px dashed var(--dim)}
mark{background:none;color:inherit;outline:1px dashed var(--r);outline-offset:1px;border-radius:2px}
.bare-off mark{outline:none}
aside{position:sticky;top:0;max-height:100vh;overflow:auto;padding-bottom:2rem}
table{border-collapse:collapse;width:100%;font-size:.85rem}
.wide{overflow-x:auto}
th,td{text-align:left;vertical-align:top;padding:.2rem .5rem .2rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600;color:var(--dim);white-space:nowrap}
tr.go{cursor:pointer}tr.go:hover,tr.on{background:var(--hit)}
#details{position:fixed;left:0;right:0;bottom:0;max-height:45vh;overflow:auto;background:var(--pane);border-top:1px solid var(--line);padding:.5rem 1rem;font-size:.85rem}
#details:empty{display:none}
#details table{width:auto}#details .type{font-weight:600}
nav ul{list-style:none;margin:0;padding:0;font-size:.88rem}nav li{padding:.1rem 0}
.l2{padding-left:1.2rem}.l3{padding-left:2.4rem}.l4{padding-left:3.6rem}
a{color:var(--q);text-decoration:none}a:hover{text-decoration:underline}
.bad{color:var(--r)}
svg{max-width:100%;height:auto;display:block}svg text{fill:var(--fg);font-size:12px}svg rect{fill:var(--q)}
.js .doc:not(.shown){display:none}
@media(max-width:60rem){.columns{grid-template-columns:minmax(0,1fr)}aside{position:static;max-height:none}
.line{grid-template-columns:2rem minmax(0,1fr)}.line .role{display:none}.line p{line-height:2.2}}
@media print{header label,#details,input{display:none}.js .doc:not(.shown){display:block}.line{content-visibility:visible}
aside{position:static;max-height:none}.columns{display:block}body{font-size:11pt}}
]]
