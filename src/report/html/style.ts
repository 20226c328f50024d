const LIGHT = `--bg:#f4f6f8;--surface:#fff;--sunken:#f0f3f6;--ink:#15202b;--muted:#55626f;--line:#dde3e9;--accent:#1a5fb4;
--ok:#17724a;--ok-soft:#e3f4ea;--bad:#b3261e;--bad-soft:#fdeceb;--warn:#8a5a00;--warn-soft:#fdf3dc;--info:#2563a8;--info-soft:#e6f0fb;
--agent:#7048a8;--tool:#9a5b00;--policy:#0b7285;--shadow:0 1px 2px rgba(21,32,43,.06),0 4px 16px rgba(21,32,43,.05);color-scheme:light;`;

const DARK = `--bg:#0e1318;--surface:#161d24;--sunken:#111820;--ink:#e5eaf0;--muted:#9aa7b5;--line:#28323d;--accent:#7db3f5;
--ok:#4fc78c;--ok-soft:#12291f;--bad:#ff8079;--bad-soft:#331a1b;--warn:#e6b450;--warn-soft:#2d2413;--info:#7db3f5;--info-soft:#152536;
--agent:#c0a3f0;--tool:#e0a458;--policy:#5cc4d6;--shadow:0 1px 2px rgba(0,0,0,.4);color-scheme:dark;`;

/** The page's style sheet; colours pass WCAG AA on their backgrounds in both themes. */
export const STYLE = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
:root[data-theme=dark]{${DARK}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:7rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
code,.path,kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.87em}
h1,h2,h3,p,ul,dl{margin:0}
ul{padding:0;list-style:none}
a{color:var(--accent);text-underline-offset:.15em}
small,.muted{color:var(--muted);font-weight:400}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:6px}
.sr,.sprite{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:8px;background:var(--surface);padding:.5rem 1rem;z-index:9;border-radius:8px}
.skip:focus{left:8px}
.wrap{max-width:1120px;margin:0 auto;padding:0 20px}
.bar-top{background:var(--surface);border-bottom:1px solid var(--line)}
.bar-top .wrap{display:flex;align-items:center;gap:18px;min-height:52px}
.brand{display:flex;align-items:center;gap:9px;font-weight:650;letter-spacing:-.01em;white-space:nowrap}
.brand svg{width:22px;height:22px;color:var(--accent)}
.bar-top nav{display:flex;gap:4px;overflow-x:auto;flex:1;scrollbar-width:none}
.bar-top nav a{padding:5px 10px;border-radius:999px;text-decoration:none;color:var(--muted);font-size:14px;white-space:nowrap}
.bar-top nav a:hover{background:var(--sunken);color:var(--ink)}
#theme{flex:none;width:36px;height:36px;border:1px solid var(--line);border-radius:9px;background:var(--surface);color:var(--ink);cursor:pointer;display:grid;place-items:center}
#theme svg{width:17px;height:17px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.hero{border-bottom:1px solid var(--line)}
.hero.passed{background:linear-gradient(180deg,var(--ok-soft),var(--bg));--tone:var(--ok)}
.hero.failed{background:linear-gradient(180deg,var(--bad-soft),var(--bg));--tone:var(--bad)}
.hero.warned{background:linear-gradient(180deg,var(--warn-soft),var(--bg));--tone:var(--warn)}
.verdict{display:flex;align-items:center;gap:22px;padding:34px 0 24px}
.verdict>svg{flex:none;width:68px;height:68px;color:var(--tone)}
h1{font-size:34px;line-height:1.15;letter-spacing:-.025em;font-weight:720}
.verdict p{font-size:17px;margin-top:4px;max-width:56ch}
.cut{background:var(--bad-soft);color:var(--bad);border-radius:10px;padding:10px 14px;font-weight:600;margin-bottom:16px}
.split{margin-bottom:14px;border-radius:6px;display:block}
.split .ok{fill:var(--ok)}.split .warn{fill:var(--warn)}.split .bad{fill:var(--bad)}
.tiles{display:grid;grid-template-columns:repeat(8,1fr);gap:10px;padding-bottom:26px}
.tile{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:11px 13px;box-shadow:var(--shadow)}
.tile dt{color:var(--muted);font-size:12.5px}
.tile dd{margin:1px 0 0;font-size:23px;font-weight:680;letter-spacing:-.02em;font-variant-numeric:tabular-nums;line-height:1.2;overflow-wrap:normal}
.tile.ok dd{color:var(--ok)}.tile.bad dd{color:var(--bad)}.tile.warn dd{color:var(--warn)}
.tile dd.long{font-size:19px;line-height:1.45}
.toolbar{position:sticky;top:0;z-index:3;background:color-mix(in srgb,var(--bg) 94%,transparent);backdrop-filter:blur(8px);padding:12px 0 8px;border-bottom:1px solid var(--line)}
.search{position:relative}
.search svg{position:absolute;left:13px;top:13px;fill:none;stroke:var(--muted);stroke-width:1.7;stroke-linecap:round;pointer-events:none}
.search input{width:100%;height:42px;font:inherit;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:11px;padding:0 44px 0 38px;box-shadow:var(--shadow)}
.search input::placeholder{color:var(--muted);opacity:1}
.search kbd{position:absolute;right:12px;top:10px;border:1px solid var(--line);border-radius:5px;padding:1px 7px;color:var(--muted)}
.search input:focus+kbd{display:none}
.chips{display:flex;flex-wrap:wrap;gap:8px 14px;margin-top:9px;align-items:center}
fieldset,.chip,.kinds,.checks li,.artifacts li{position:relative}
fieldset{border:0;padding:0;margin:0;display:flex;gap:6px}
.chip input{position:absolute;opacity:0;width:1px;height:1px}
.chip span{display:inline-flex;align-items:center;gap:6px;border:1px solid var(--line);background:var(--surface);border-radius:999px;padding:4px 11px 4px 8px;font-size:13.5px;cursor:pointer;white-space:nowrap;color:var(--muted)}
.chip b{color:var(--ink);font-variant-numeric:tabular-nums}
.chip input:checked+span{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);color:var(--ink);background:var(--info-soft)}
.chip input:focus-visible+span{outline:2px solid var(--accent);outline-offset:2px}
select,#clear{font:inherit;font-size:13.5px;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:999px;padding:4px 12px;height:31px;cursor:pointer}
#clear{color:var(--accent);font-weight:600}
.result{font-size:13.5px;color:var(--muted);min-height:0;margin-top:6px}
.result:empty{display:none}
.icon{width:16px;height:16px;flex:none}
.icon .disc,.disc{fill:currentColor}
.stroke{fill:none;stroke:var(--surface);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.i-ok{color:var(--ok)}.i-bad{color:var(--bad)}.i-warn{color:var(--warn)}.i-info{color:var(--info)}
section{padding-top:30px;scroll-margin-top:40px}
h2{font-size:21px;letter-spacing:-.015em;margin-bottom:12px}
h2 small{font-size:15px;margin-left:6px}
h3{font-size:15.5px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:13px;box-shadow:var(--shadow)}
.empty{display:flex;align-items:center;gap:10px;padding:16px 18px}
.none{color:var(--muted);padding:8px 2px}
.group{margin-bottom:12px;overflow:clip}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
.group>summary{display:grid;grid-template-columns:16px minmax(0,1fr) auto 12px;gap:0 10px;align-items:center;padding:12px 16px}
.group>summary .head{display:flex;flex-wrap:wrap;gap:0 10px;align-items:baseline}
.group>summary::after,.artifacts summary::after{content:"";width:7px;height:7px;border:solid var(--muted);border-width:0 1.6px 1.6px 0;transform:rotate(-45deg);justify-self:center}
.group[open]>summary::after,.artifacts [open]>summary::after{transform:rotate(45deg)}
.group>summary .title{font-weight:620}
.group>summary code{color:var(--muted)}
.amount{background:var(--sunken);border:1px solid var(--line);border-radius:999px;padding:0 10px;font-size:13px;font-variant-numeric:tabular-nums;white-space:nowrap}
.s-error{border-left:4px solid var(--bad)}.s-warning{border-left:4px solid var(--warn)}.s-notice{border-left:4px solid var(--info)}
.remedy{margin:0 16px 10px;padding:8px 12px;background:var(--sunken);border-radius:9px;font-size:14px}
.remedy b{color:var(--muted);font-weight:600;margin-right:4px}
.chunk.many{content-visibility:auto;contain-intrinsic-size:auto 2400px}
.rows li{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:4px 20px;padding:8px 16px;border-top:1px solid var(--line);font-size:14px}
.hint{display:inline-block;color:var(--muted);font-size:13px;margin-left:4px}
.hint code{color:var(--ink)}
.digest{cursor:copy}
#signers h3{margin:18px 0 10px}
.list{overflow:clip}
.artifacts li+li,.artifacts+.artifacts li:first-child{border-top:1px solid var(--line)}
.artifacts summary{display:grid;grid-template-columns:16px minmax(0,1fr) auto 12px;gap:4px 12px;align-items:center;padding:9px 16px}
.artifacts summary:hover,.group>summary:hover{background:var(--sunken)}
.facts{display:grid;grid-template-columns:118px 96px 118px 76px;gap:14px;color:var(--muted);font-size:13px;white-space:nowrap;font-variant-numeric:tabular-nums}
.facts span{text-align:right}
.facts .tag{text-align:left}
.artifacts dl{display:grid;grid-template-columns:92px minmax(0,1fr);gap:3px 14px;padding:4px 16px 14px 44px;font-size:13.5px}
dt{color:var(--muted)}dd{margin:0}
.artifacts dd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
.checks{padding:4px 16px}
.checks li{display:grid;grid-template-columns:16px minmax(0,1fr) auto;gap:12px;padding:9px 0;align-items:start}
.checks li+li{border-top:1px solid var(--line)}
.checks .icon{margin-top:3px}
.checks p{font-size:14px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:14px}
.framework{padding:16px 18px}
.share{margin:6px 0 8px;color:var(--muted)}.share b{font-size:24px;color:var(--ink);letter-spacing:-.02em;margin-right:4px}
.meter{display:block}.meter-bed{fill:var(--line)}.meter-fill.full{fill:var(--ok)}.meter-fill.part{fill:var(--accent)}
.more{margin-top:12px}
.more summary{color:var(--accent);font-size:14px;font-weight:550}
.more summary::before{content:"▸ "}.more[open] summary::before{content:"▾ "}
.framework .checks{padding:6px 0 0;font-size:14px}.framework .checks li{grid-template-columns:16px minmax(0,1fr);padding:6px 0}
.signer{display:flex;gap:14px;padding:14px 16px;align-items:center}
.signer>div{min-width:0;display:grid;gap:1px}
.signer code{color:var(--muted);font-size:11.5px;word-break:break-all}
.key-picture{flex:none;border-radius:9px;background:var(--sunken);border:1px solid var(--line)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;color:var(--muted);font-size:13.5px;margin-bottom:10px}
.key{display:inline-flex;align-items:center;gap:6px}
.timeline{padding:16px 18px;margin-bottom:12px}
.timeline>p{font-size:14px}
.track{display:block;margin-top:8px;overflow:visible}
.lane{paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round;fill:var(--muted);font-size:11.5px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.rail{stroke:var(--line);stroke-width:1}
.link{stroke:var(--muted);stroke-width:1.4;opacity:.65}
.tick{fill:var(--muted);font-size:11.5px;font-variant-numeric:tabular-nums}
.m.ok{fill:var(--ok);stroke:none}.m.bad{fill:var(--bad)}
.ring{fill:none;stroke:var(--ok);stroke-width:1.5}
.bar.ok{fill:var(--ok)}.bar.bad{fill:var(--bad)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:13.5px;width:100%;margin-top:8px}
th,td{text-align:left;padding:4px 12px 4px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:normal}
th{color:var(--muted);font-weight:550;border-top:0}
td:first-child{font-variant-numeric:tabular-nums}
#lineage .card{padding:16px 18px}
#lineage h2+p{margin:-8px 0 10px}
.graph{display:block}
@media (min-width:1000px){.graph.fit{max-width:100%;height:auto}}
.edge{fill:none;stroke:var(--muted);stroke-width:1.3;opacity:.75}
#arrow path{fill:var(--muted)}
.edge-label{fill:var(--muted);font-size:10.5px;paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round}
.box{fill:var(--surface);stroke:var(--line);stroke-width:1.2}
.kind{fill:var(--muted);font-size:10.5px}
.name{fill:var(--ink);font-size:11.5px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.stripe{fill:var(--muted)}.n-record .stripe{fill:var(--accent)}.n-agent .stripe{fill:var(--agent)}.n-tool .stripe,.n-resource .stripe{fill:var(--tool)}.n-policy .stripe{fill:var(--policy)}.n-evidence .stripe{fill:var(--ok)}
.n-bad .box{stroke:var(--bad);stroke-dasharray:4 3}.n-bad .stripe,.n-bad .kind{fill:var(--bad)}
.relations{font-size:13.5px;margin-top:8px}.relations li{padding:3px 0}
footer.wrap{color:var(--muted);font-size:13px;padding-top:22px;padding-bottom:44px;margin-top:44px;border-top:1px solid var(--line)}
footer p+p{margin-top:3px}
@media (max-width:980px){.tiles{grid-template-columns:repeat(4,1fr)}}
@media (max-width:700px){
.wrap{padding:0 14px}
.bar-top nav{order:3;flex-basis:100%;margin:0 -14px;padding:0 10px 8px}
.bar-top .wrap{flex-wrap:wrap;gap:0 12px;padding-top:8px}.brand{flex:1}
.verdict{gap:14px;padding:20px 0 16px;align-items:flex-start}.verdict>svg{width:46px;height:46px}
h1{font-size:26px}.verdict p{font-size:15.5px}
.tiles{gap:8px}.tile{padding:8px 10px}.tile dt{font-size:11.5px}.tile dd{font-size:19px}.tile dd.long{font-size:15px;line-height:1.5}
.chips{flex-wrap:nowrap;overflow-x:auto;margin:9px -14px 0;padding:2px 14px;scrollbar-width:none}
.search kbd{display:none}
.rows li{grid-template-columns:minmax(0,1fr)}
.artifacts summary{grid-template-columns:16px minmax(0,1fr) 12px}.artifacts summary::after{grid-column:3;grid-row:1}
.facts{grid-column:2;display:flex;flex-wrap:wrap;gap:2px 12px}
.artifacts dl{grid-template-columns:minmax(0,1fr);padding-left:44px;gap:0}.artifacts dt{margin-top:5px}
.mid{display:none}
}
@media print{
:root,:root[data-theme=dark]{${LIGHT}}
body{background:#fff;font-size:9.5pt}
.toolbar,.bar-top nav,#theme,.skip,.more summary{display:none!important}
.card,.tile{box-shadow:none;break-inside:avoid}.group,.list{break-inside:auto}.rows li,.artifacts li{break-inside:avoid}
.chunk.many{content-visibility:visible}
a{color:inherit;text-decoration:none}
.hero{background:none!important}
.group::details-content{content-visibility:visible;block-size:auto}
.timeline details,#lineage details,#lineage h3,.artifacts details::details-content{display:none!important}
.artifacts summary{padding:2px 10px;font-size:8.5pt}.artifacts summary::after{display:none}.facts{font-size:8pt}
.rows li{padding:3px 10px;font-size:8.5pt}.remedy{margin-bottom:4px;font-size:8.5pt}
section{padding-top:14px}.tiles{gap:6px;padding-bottom:12px}.verdict{padding:12px 0}
.graph{max-width:100%!important;height:auto!important;max-height:180mm}
}
`;
