"""The style of the HTML label: the heavy rules and bold rows of the label on food."""

STYLE = """
:root{--ink:#000;--paper:#fff;--page:#e9e9e6;--soft:#555;--bad:#a30d0d;--good:#1c6b35;
--mid:#8a5a00;--void:#d9d9d4}
@media (prefers-color-scheme:dark){:root{--ink:#f2f2ee;--paper:#161614;--page:#000;--soft:#a9a9a2;
--bad:#ff8a80;--good:#7ccf8f;--mid:#e8b84a;--void:#45453f}}
@page{size:A4;margin:8mm}
*{box-sizing:border-box;margin:0}
body{background:var(--page);color:var(--ink);padding:16px;
font:11.5px/1.28 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
.label{background:var(--paper);border:3px solid;max-width:780px;margin:0 auto 24px;padding:8px 12px}
header{border-bottom:13px solid;padding-bottom:5px;display:grid;grid-template-columns:1fr auto;
align-items:end;column-gap:16px}
h1{font-size:49px;line-height:.98;font-weight:900;letter-spacing:-1.6px;grid-column:1/3;
border-bottom:1px solid;padding-bottom:3px;margin-bottom:4px}
.product{font-size:22px;font-weight:800;line-height:1.1;overflow-wrap:anywhere}
.about{font-size:13px;text-align:right;overflow-wrap:anywhere}
.drawn{grid-column:1/3;font-size:12px}
.row{border-top:1px solid;padding:3px 0 4px;break-inside:avoid}
.kernel .row:first-child{border-top:0}
.kernel .serving{border-top:5px solid;border-bottom:5px solid}
.kernel .data{border-top:0}
.head{display:flex;justify-content:space-between;gap:10px;align-items:baseline}
h2{font-size:13.5px;font-weight:900;line-height:1.2}
.serving h2{font-size:19px}
.mark{font-size:.8em}
.by{font-weight:400;font-size:10.5px;color:var(--soft)}
.state{font-weight:800;white-space:nowrap;text-align:right}
.is-full{color:var(--good)}
.is-part{color:var(--mid)}
.is-poor,.is-none,.silent{color:var(--bad)}
dl{padding-left:14px}
dl div{display:grid;grid-template-columns:128px 1fr;column-gap:8px}
dt{font-weight:700;grid-column:1}
dd{grid-column:2;overflow-wrap:anywhere}
dd p+p{border-top:1px dotted var(--void)}
dd.silent{font-weight:800}
cite a{color:inherit}
cite{font-style:normal;color:var(--soft);font-size:.88em}
.more{color:var(--soft)}
.note{padding-left:14px;font-style:italic}
.figures{display:flex;align-items:baseline;gap:20px;padding-left:14px}
.figure b{font-size:25px;font-weight:900;line-height:1.1}
.figure.silent b{font-size:12px}
.from{margin-left:auto}
svg{display:block;width:100%}
.bar{height:15px;border:1px solid;margin:2px 0 4px}
rect.right{fill:var(--good)}
rect.wrong{fill:var(--bad)}
rect.abstained{fill:var(--void)}
.interval{stroke:var(--paper);stroke-width:3;fill:none;vector-effect:non-scaling-stroke}
.parts{display:grid;grid-template-columns:1fr 1fr 1fr;gap:1px 18px;padding-left:14px}
.part{display:grid;grid-template-columns:84px 1fr 34px;gap:6px;align-items:center}
.part span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.part b{text-align:right}
.thin{height:7px}
.rest{border-top:8px solid;columns:2;column-gap:18px;column-rule:1px solid}
.rest .row{border-top:0;border-bottom:1px solid}
.rest .row:last-child{border-bottom:0}
.rest dl div{grid-template-columns:88px 1fr}
.rest h2{font-size:12.5px}
footer{border-top:8px solid;padding-top:4px;font-size:10.5px}
@media (max-width:560px){.rest{columns:1}.parts{grid-template-columns:1fr}
dl div,.rest dl div{grid-template-columns:96px 1fr}.figures{flex-wrap:wrap}h1{font-size:38px}}
@media print{:root{--ink:#000;--paper:#fff;--page:#fff;--soft:#444;--bad:#a30d0d;--good:#1c6b35;
--mid:#7a4f00;--void:#cfcfca}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{padding:0;font-size:7.4pt;line-height:1.2}
.label{max-width:none;margin:0;border-width:1.6pt;padding:2mm 3mm;break-inside:avoid}
.label+.label{break-before:page}
h1{font-size:31pt}.product{font-size:14pt}.about,.drawn{font-size:8pt}h2,.rest h2{font-size:8.6pt}
.serving h2{font-size:12pt}.figure b{font-size:15pt}.figure.silent b{font-size:8pt}
.by,footer{font-size:6.8pt}.bar{height:3.2mm}.thin{height:1.6mm}
header{border-bottom-width:3mm}.rest,footer{border-top-width:1.6mm}
.kernel .serving{border-top-width:1.1mm;border-bottom-width:1.1mm}
dl div{grid-template-columns:30mm 1fr}.rest dl div{grid-template-columns:22mm 1fr}}
"""
