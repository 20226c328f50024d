"use strict";exports.id=810,exports.ids=[810],exports.modules={9197:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{N9:()=>sealText,xe:()=>sealRecord});var _canonical_read_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4471),_canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2242),_fault_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(6430),_members_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(9393),_record_hash_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(5042),_record_view_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(4281);const NO_RECORD={code:"record.member_type",message:"not a record",pointer:""};function hashOfRecord(record){const{view,problems}=(0,_record_view_js__WEBPACK_IMPORTED_MODULE_5__.ZU)(record,{loneCaseVariants:"refuse"});if(view!==void 0)return(0,_record_hash_js__WEBPACK_IMPORTED_MODULE_4__.oj)(view);const[{code,message,pointer}=NO_RECORD]=problems;throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__.v(code,message,{pointer})}function sealRecord(record){const integrity=(0,_members_js__WEBPACK_IMPORTED_MODULE_3__.Dc)(record,"integrity"),kept=(0,_members_js__WEBPACK_IMPORTED_MODULE_3__.Gv)(integrity)?integrity:{};return{...record,integrity:{...kept,record_hash:hashOfRecord(record)}}}function sealText(bytes,maxDepth){const value=(0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_0__.Vh)(bytes,maxDepth);if(!(0,_members_js__WEBPACK_IMPORTED_MODULE_3__.Gv)(value))throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__.v("kind.unsupported","a record is a JSON object");const hash=hashOfRecord(value),root=(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_1__.z3)(bytes,maxDepth),view=Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length),splice=(from,to,text)=>view.subarray(0,from).toString("utf8")+text+view.subarray(to).toString("utf8"),integrity=memberOf(root,"integrity"),sealed=integrity&&memberOf(integrity,"record_hash");if(sealed!==void 0)return{text:splice(sealed.start,sealed.end,`"${hash}"`),hash};if(integrity?.type==="object")return{text:insertMember(integrity,`"record_hash": "${hash}"`,splice),hash};const seal=`{"record_hash": "${hash}"}`;return integrity!==void 0?{text:splice(integrity.start,integrity.end,seal),hash}:{text:insertMember(root,`"integrity": ${seal}`,splice),hash}}function memberOf(node,name){return node.members?.find(one=>one.name===name)?.value}function insertMember(object,text,splice){const last=object.members?.at(-1);return last===void 0?splice(object.start+1,object.start+1,text):splice(last.value.end,last.value.end,`, ${text}`)}}),810:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{formatReport:()=>formatReport});var common=__webpack_require__(645);const FOLDER_KINDS=new Set(["bundle","chain_directory"]);function filePlaces(report){const folders=new Set(report.artifacts.filter(one=>FOLDER_KINDS.has(one.kind)).map(one=>one.path));return one=>{if(one.artifact==="")return{};const inFolder=folders.has(one.artifact);if(one.entry!==void 0&&!inFolder)return{file:one.artifact};const file=one.entry===void 0?one.artifact:`${one.artifact}/${one.entry}`;return one.line===void 0?{file}:{file,line:one.line,...one.end_line===void 0?{}:{endLine:one.end_line},...one.column===void 0?{}:{column:one.column}}}}var sanitize=__webpack_require__(8779);const RUN_PLACE=".proof-policy.yml";function codeQuality({report}){const prints=(0,common.WS)(report.findings),placeIn=filePlaces(report);return(0,sanitize.s$)(report.findings.map((one,index)=>{const place2=placeIn(one);return{type:"issue",description:(0,sanitize.pj)(`${(0,common.Gg)(one)}: ${one.message}${one.entry===void 0?"":` (in ${one.entry})`}`),check_name:(0,sanitize.pj)(one.code),fingerprint:prints[index],severity:severity(one),categories:["Security"],location:{path:place2.file??RUN_PLACE,lines:{begin:place2.line??1}}}}))}function severity(one){return one.severity==="notice"?"info":one.severity==="warning"?"minor":one.exit_code===2||one.exit_code===8?"blocker":"critical"}var external_node_crypto_=__webpack_require__(7598);class Markup{text;constructor(text){this.text=text}}function markup(strings,...parts2){let text=strings[0]??"";for(const[index,part]of parts2.entries())text+=textOf(part)+(strings[index+1]??"");return new Markup(text)}function textOf(part){return part===void 0?"":typeof part=="string"?(0,sanitize.js)(part):typeof part=="number"?String(part):part instanceof Markup?part.text:part.map(one=>one.text).join("")}function coordinate(value){return String(Math.round(value*100)/100)}function icon(name){return markup`<svg class="icon i-${name}" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${name}"/></svg>`}const SPRITE=markup`<svg class="sprite" width="0" height="0" aria-hidden="true"><defs>
<symbol id="i-ok" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M4.6 8.3l2.3 2.3 4.5-4.9" class="stroke"/></symbol>
<symbol id="i-bad" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" class="stroke"/></symbol>
<symbol id="i-warn" viewBox="0 0 16 16"><path d="M8 .9l7.4 13.4a.6.6 0 0 1-.5.9H1.1a.6.6 0 0 1-.5-.9z" class="disc"/><path d="M8 6v4M8 12.4v.1" class="stroke"/></symbol>
<symbol id="i-info" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M8 7.4v4M8 4.7v.1" class="stroke"/></symbol>
<g id="m-ok"><circle r="5"/></g>
<g id="m-signed"><circle r="5"/><circle r="8" class="ring"/></g>
<g id="m-bad"><path d="M0 -7.5L7.5 0 0 7.5 -7.5 0z"/></g>
<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 .8L7.5 4 0 7.2z"/></marker>
</defs></svg>`,SWEEPS=6;function layered(lineage,sizes){const vertices=new Map(lineage.nodes.map(node2=>[node2.key,{key:node2.key,layer:0,y:0,before:[],after:[]}])),forward=acyclic(lineage);assignLayers(vertices,forward);const chains=new Map;for(const[from,to]of forward)chains.set(pair(from,to),connect(vertices,from,to));const nodes=new Map,places=new Map;let top=0,columns=0;for(const part of parts(vertices)){const layers=order(part);spread(layers);const all=layers.flat(),lowest=all.reduce((min,one)=>Math.min(min,one.y),Number.POSITIVE_INFINITY),highest=all.reduce((max,one)=>Math.max(max,one.y),Number.NEGATIVE_INFINITY);for(const one of all){const point={x:(one.layer+.5)*sizes.columnPitch,y:(top+one.y-lowest+.5)*sizes.rowPitch};places.set(one,point),vertices.has(one.key)&&nodes.set(one.key,point)}top+=highest-lowest+1+sizes.partGap,columns=Math.max(columns,layers.length)}const edges=lineage.edges.map(({from,to})=>(chains.get(pair(from,to))??[...chains.get(pair(to,from))??[]].reverse()).map(one=>places.get(one)??{x:0,y:0}));return{width:columns*sizes.columnPitch,height:Math.max(0,top-sizes.partGap)*sizes.rowPitch,nodes,edges}}function pair(from,to){return JSON.stringify([from,to])}function acyclic(lineage){const targets=new Map;for(const{from,to}of lineage.edges)targets.set(from,(targets.get(from)??new Set).add(to));const state=new Map,found=new Map;for(const{key:root}of lineage.nodes){if(state.has(root))continue;const stack=[{key:root,rest:[...targets.get(root)??[]]}];state.set(root,"open");for(let top=stack.at(-1);top!==void 0;top=stack.at(-1)){const next=top.rest.shift();next===void 0?(state.set(top.key,"done"),stack.pop()):state.get(next)==="open"?found.set(pair(next,top.key),[next,top.key]):(found.set(pair(top.key,next),[top.key,next]),state.has(next)||(state.set(next,"open"),stack.push({key:next,rest:[...targets.get(next)??[]]})))}}return[...found.values()]}function assignLayers(vertices,edges){const waiting=new Map([...vertices.keys()].map(key=>[key,0])),after=new Map;for(const[from,to]of edges)waiting.set(to,(waiting.get(to)??0)+1),after.set(from,[...after.get(from)??[],to]);const hasBefore=new Set(edges.map(([,to])=>to)),ready=[...vertices.values()].filter(one=>waiting.get(one.key)===0);for(let at=0;at<ready.length;at++){const one=ready[at];for(const key of one===void 0?[]:after.get(one.key)??[]){const target=vertices.get(key);if(one===void 0||target===void 0)continue;target.layer=Math.max(target.layer,one.layer+1);const left=(waiting.get(key)??0)-1;waiting.set(key,left),left===0&&ready.push(target)}}for(const one of vertices.values()){const targets=(after.get(one.key)??[]).map(key=>vertices.get(key)?.layer??0);!hasBefore.has(one.key)&&targets.length>0&&(one.layer=Math.min(...targets)-1)}}function connect(vertices,from,to){const start=vertices.get(from),end=vertices.get(to);if(start===void 0||end===void 0)return[];const chain=[start];for(let layer=start.layer+1;layer<end.layer;layer++)chain.push({key:"",layer,y:0,before:[],after:[]});chain.push(end);for(const[at,one]of chain.entries()){const next=chain[at+1];next!==void 0&&(one.after.push(next),next.before.push(one))}return chain}function parts(vertices){const seen=new Set,out=[];for(const start of vertices.values()){if(seen.has(start))continue;const part=[start];seen.add(start);for(let at=0;at<part.length;at++){const one=part[at];for(const next of one===void 0?[]:[...one.before,...one.after])seen.has(next)||(seen.add(next),part.push(next))}out.push(part)}return out.sort((a,b)=>b.length-a.length)}function order(part){const first=part.reduce((min,one)=>Math.min(min,one.layer),Number.POSITIVE_INFINITY),layers=[];for(const one of part){one.layer-=first;const layer=layers[one.layer]??[];layers[one.layer]=layer,layer.push(one)}number(layers);for(let sweep=0;sweep<SWEEPS;sweep++){const rightwards=sweep%2===0;for(const layer of rightwards?layers:[...layers].reverse()){const middles=new Map(layer.map(one=>[one,middle(rightwards?one.before:one.after)??one.y]));layer.sort((a,b)=>(middles.get(a)??0)-(middles.get(b)??0));for(const[at,one]of layer.entries())one.y=at}}return layers}function number(layers){for(const layer of layers)for(const[at,one]of layer.entries())one.y=at}function spread(layers){for(let sweep=0;sweep<SWEEPS;sweep++){const rightwards=sweep%2===0;for(const layer of rightwards?layers:[...layers].reverse()){const wanted=layer.map(one=>middle(rightwards?one.before:one.after)??one.y);let last=Number.NEGATIVE_INFINITY;const placed=wanted.map(y=>(last=Math.max(y,last+1),last)),drift=placed.reduce((sum,y,at)=>sum+y-(wanted[at]??y),0)/Math.max(1,placed.length);for(const[at,one]of layer.entries())one.y=(placed[at]??0)-drift}}}function middle(neighbours){if(neighbours.length!==0)return neighbours.reduce((sum,one)=>sum+one.y,0)/neighbours.length}const RELATION_WORDS={delegates_to:"delegates to",calls:"calls",governed_by:"governed by",targets:"targets",derived_from:"derived from",emits_evidence:"emits evidence",parent:"has parent",refers_to:"refers to",related:"related to",approves:"approves",recorded:"recorded"};function relationWords(kind){return Object.hasOwn(RELATION_WORDS,kind)?RELATION_WORDS[kind]??kind:kind}const SAME_AS_RECORD=/^(?:evidence|trace|delegation):/;function lineageOf(records){const byId=new Map,byHash=new Map;for(const fact of records)byId.has(fact.recordId)||byId.set(fact.recordId,fact),fact.recordHash!==""&&!byHash.has(fact.recordHash)&&byHash.set(fact.recordHash,fact.recordId);const nodes=new Map,edges=new Map,known=end=>{const id=end.slice(end.indexOf(":")+1);return SAME_AS_RECORD.test(end)&&byId.has(id)?`record:${id}`:end},add=(kind,origin,target)=>{const from=known(origin),to=known(target);if(from!==to){for(const end of[from,to])nodes.has(end)||nodes.set(end,nodeOf(end,byId));edges.set(JSON.stringify([kind,from,to]),{kind,from,to})}};for(const fact of records){const self=`record:${fact.recordId}`;for(const link of fact.links??[])add(link.kind,link.from,link.to);for(const name of fact.approval?.denies===!0?[]:fact.approval?.names??[]){const id=name.id??(name.digest===void 0?void 0:byHash.get(name.digest));id!==void 0&&add("approves",self,`record:${id}`)}}for(const node2 of[...nodes.values()]){const agent=node2.kind==="record"?byId.get(node2.id)?.agentId:void 0;agent!==void 0&&agent!==""&&add("recorded",`agent:${agent}`,node2.key)}return{nodes:[...nodes.values()],edges:[...edges.values()]}}function nodeOf(key,byId){const at=key.indexOf(":"),kind=at<0?"":key.slice(0,at),id=key.slice(at+1),fact=kind==="record"?byId.get(id):void 0;return{key,kind,id,...fact===void 0?{}:{recordType:fact.recordType,verified:fact.verified}}}function readablePart(lineage,maxNodes){if(lineage.nodes.length<=maxNodes&&lineage.edges.length<=maxNodes*3)return lineage;const neighbours=new Map(lineage.nodes.map(node2=>[node2.key,[]]));for(const{from,to}of lineage.edges)neighbours.get(from)?.push(to),neighbours.get(to)?.push(from);const degree=key=>neighbours.get(key)?.length??0,ranked=lineage.nodes.map(node2=>node2.key).sort((a,b)=>degree(b)-degree(a)),kept=new Set;for(const start of ranked){const waiting=[start];for(let at=0;at<waiting.length&&kept.size<maxNodes;at++){const key=waiting[at]??start;if(kept.has(key))continue;kept.add(key);const fresh=(neighbours.get(key)??[]).filter(one=>!kept.has(one));waiting.push(...fresh.sort((a,b)=>degree(b)-degree(a)).slice(0,MAX_AROUND))}if(kept.size>=maxNodes)break}const edges=lineage.edges.filter(({from,to})=>kept.has(from)&&kept.has(to)).slice(0,maxNodes*3),linked2=new Set(edges.flatMap(({from,to})=>[from,to]));return{nodes:lineage.nodes.filter(node2=>linked2.has(node2.key)),edges}}const MAX_AROUND=6,MAX_NODES=60,MAX_LISTED=300,NODE_WIDTH=164,NODE_HEIGHT=46,SIZES={columnPitch:NODE_WIDTH+100,rowPitch:NODE_HEIGHT+18,partGap:.4},PADDING=6,MAX_FIT=1330,LABEL_CHARS=22,COLOURED=new Set(["record","agent","tool","policy","evidence","resource"]);function lineageSection(model){const whole=lineageOf(model.records);if(whole.edges.length===0)return markup``;const shown=readablePart(whole,MAX_NODES),isPart=shown.edges.length<whole.edges.length,words=`${(0,common.U9)(whole.nodes.length,"node")}, ${(0,common.U9)(whole.edges.length,"relation")}`;return markup`<section id="lineage" aria-labelledby="h-lineage"><h2 id="h-lineage">Lineage</h2>
<p class="muted">${words}${isPart?`; the ${shown.nodes.length} nodes with most relations are drawn`:""}.</p>
<div class="card"><div class="scroll" role="region" aria-label="Lineage graph" tabindex="0">${drawing(shown,words)}</div>
${list(whole)}</div></section>`}function drawing(lineage,words){const layout=layered(lineage,SIZES),width=Math.ceil(layout.width)+2*PADDING-(SIZES.columnPitch-NODE_WIDTH),height=Math.ceil(layout.height)+2*PADDING,shiftX=PADDING-(SIZES.columnPitch-NODE_WIDTH)/2,move=({x,y})=>({x:x+shiftX,y:y+PADDING}),edges=lineage.edges.map((edge,at)=>{const path=edgePath((layout.edges[at]??[]).map(move));return markup`<path class="edge" d="${path.d}" marker-end="url(#arrow)"><title>${(0,sanitize.vI)(`${edge.from} ${relationWords(edge.kind)} ${edge.to}`,300)}</title></path><text class="edge-label" x="${coordinate(path.label.x)}" y="${coordinate(path.label.y-5)}" text-anchor="middle">${(0,sanitize.vI)(relationWords(edge.kind),16)}</text>`}),nodes=lineage.nodes.map(one=>node(one,move(layout.nodes.get(one.key)??{x:0,y:0})));return markup`<svg class="graph${width<=MAX_FIT?" fit":""}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Lineage: ${words}">${edges}${nodes}</svg>`}function node(one,at){const x=coordinate(at.x-NODE_WIDTH/2),y=coordinate(at.y-NODE_HEIGHT/2),kind=COLOURED.has(one.kind)?one.kind:"other",isBad=one.verified===!1,above=isBad?`${one.recordType??one.kind} \xB7 not verified`:one.recordType??one.kind;return markup`<g class="node n-${kind}${isBad?" n-bad":""}"><title>${(0,sanitize.vI)(one.key,300)}</title><rect class="box" x="${x}" y="${y}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="8"/><rect class="stripe" x="${x}" y="${y}" width="5" height="${NODE_HEIGHT}" rx="2.5"/><text class="kind" x="${coordinate(at.x-NODE_WIDTH/2+15)}" y="${coordinate(at.y-6)}">${(0,sanitize.vI)(above,28)}</text><text class="name" x="${coordinate(at.x-NODE_WIDTH/2+15)}" y="${coordinate(at.y+12)}">${middleCut(one.id)}</text></g>`}function middleCut(id){const text=(0,sanitize.vI)(id,300);return text.length<=LABEL_CHARS?text:`${text.slice(0,LABEL_CHARS-9).replace(/[\ud800-\udbff]$/,"")}\u2026${text.slice(-8).replace(/^[\udc00-\udfff]/,"")}`}function edgePath(points){const first=points[0]??{x:0,y:0},last=points.at(-1)??first,forward=last.x>=first.x,half=NODE_WIDTH/2,start={x:first.x+(forward?half:-half),y:first.y},end={x:last.x+(forward?-half:half),y:last.y},stops=[start,...points.slice(1,-1),end];let d=`M${coordinate(start.x)} ${coordinate(start.y)}`;for(const[at,to]of stops.entries()){const from=stops[at-1];if(from===void 0)continue;const bend=(to.x-from.x)/2;d+=`C${coordinate(from.x+bend)} ${coordinate(from.y)} ${coordinate(to.x-bend)} ${coordinate(to.y)} ${coordinate(to.x)} ${coordinate(to.y)}`}const next=stops[1]??end;return{d,label:{x:start.x+(next.x-start.x)*.5,y:start.y+(next.y-start.y)*.5}}}function list(lineage){const items=lineage.edges.slice(0,MAX_LISTED).map(edge=>markup`<li><span class="path">${(0,sanitize.vI)(edge.from,200)}</span> <b>${(0,sanitize.vI)(relationWords(edge.kind),60)}</b> <span class="path">${(0,sanitize.vI)(edge.to,200)}</span></li>`),left=lineage.edges.length-items.length;return markup`<details class="more"><summary>Relations as a list</summary><ul class="relations">${items}</ul>${left>0?markup`<p class="muted">And ${(0,common.U9)(left,"more relation")}.</p>`:void 0}</details>`}const SCRIPT=`(function () {
  'use strict';
  var root = document.documentElement;
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };

  var theme = document.getElementById('theme');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function isDark() { var set = root.getAttribute('data-theme'); return set ? set === 'dark' : dark.matches; }
  function showTheme() {
    theme.setAttribute('aria-pressed', String(isDark()));
    theme.title = isDark() ? 'Light page' : 'Dark page';
  }
  try { var kept = localStorage.getItem('proof-verify-theme'); if (kept === 'dark' || kept === 'light') root.setAttribute('data-theme', kept); } catch (error) { /* storage may be off */ }
  theme.hidden = false;
  showTheme();
  theme.addEventListener('click', function () {
    var next = isDark() ? 'light' : 'dark';
    root.setAttribute('data-theme', next);
    try { localStorage.setItem('proof-verify-theme', next); } catch (error) { /* storage may be off */ }
    showTheme();
  });
  dark.addEventListener('change', showTheme);

  var form = document.querySelector('.toolbar');
  var rows = all('[data-row]');
  if (!form || rows.length === 0) return;
  form.hidden = false;
  var query = document.getElementById('q');
  var kind = document.getElementById('kind');
  var clear = document.getElementById('clear');
  var result = document.getElementById('result');
  var boxes = all('input[data-filter]', form);
  var groups = all('[data-group]');
  var chunks = all('.chunk');
  var texts = null;
  var opened = null;

  // Read once, at the first search: the text of 10,000 rows takes a moment.
  function readTexts() {
    return rows.map(function (row) {
      var group = row.closest('[data-group]');
      return (row.textContent + ' ' + (group ? group.firstElementChild.textContent : '')).toLowerCase();
    });
  }
  function chosen(name) {
    return boxes.filter(function (box) { return box.checked && box.getAttribute('data-filter') === name; }).map(function (box) { return box.value; });
  }
  function grouped(number) { return String(number).replace(/\\B(?=(\\d{3})+(?!\\d))/g, ','); }

  function apply() {
    var words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var severities = chosen('s');
    var outcomes = chosen('o');
    var wanted = kind.value;
    var active = words.length > 0 || severities.length > 0 || outcomes.length > 0 || wanted !== '';
    if (words.length > 0 && !texts) texts = readTexts();
    var shown = { f: 0, a: 0 };
    var totals = { f: 0, a: 0 };
    rows.forEach(function (row, index) {
      var data = row.dataset;
      totals[data.row]++;
      var keep =
        (outcomes.length === 0 || outcomes.indexOf(data.o) !== -1) &&
        (wanted === '' || data.k === wanted) &&
        (data.row === 'a' || severities.length === 0 || severities.indexOf(data.s) !== -1) &&
        words.every(function (word) { return texts[index].indexOf(word) !== -1; });
      if (row.hidden === keep) row.hidden = !keep;
      if (keep) shown[data.row]++;
    });
    chunks.forEach(function (chunk) { chunk.hidden = active && !chunk.querySelector('[data-row]:not([hidden])'); });
    if (active && !opened) opened = groups.map(function (group) { return group.open; });
    groups.forEach(function (group, index) {
      var left = group.querySelectorAll('[data-row]:not([hidden])').length;
      var amount = group.querySelector('.amount');
      var total = Number(amount.getAttribute('data-total'));
      amount.textContent = left === total ? grouped(total) : grouped(left) + ' of ' + grouped(total);
      group.hidden = left === 0;
      if (words.length > 0) group.open = left > 0;
      else if (opened && !active) group.open = opened[index];
    });
    if (!active) opened = null;
    var none = { f: '#findings .none', a: '#artifacts .none' };
    Object.keys(none).forEach(function (name) {
      var line = document.querySelector(none[name]);
      if (line) line.hidden = !(totals[name] > 0 && shown[name] === 0);
    });
    clear.hidden = !active;
    result.textContent = active ? grouped(shown.f) + ' of ' + grouped(totals.f) + ' findings, ' + grouped(shown.a) + ' of ' + grouped(totals.a) + ' artifacts' : '';
    root.toggleAttribute('data-filtered', active);
  }

  var timer = 0;
  query.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(apply, 90); });
  boxes.forEach(function (box) { box.addEventListener('change', apply); });
  kind.addEventListener('change', apply);
  clear.addEventListener('click', function () {
    query.value = '';
    kind.value = '';
    boxes.forEach(function (box) { box.checked = false; });
    apply();
    query.focus();
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); clearTimeout(timer); apply(); });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement ? document.activeElement.tagName : '');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); query.focus(); }
    if (event.key === 'Escape' && document.activeElement === query) { query.value = ''; apply(); }
  });
  // Browsers keep what was typed over a reload.
  if (query.value !== '' || kind.value !== '' || boxes.some(function (box) { return box.checked; })) apply();
})();
`;var findings=__webpack_require__(8594);const CHUNK=50,MAX_TEXT=1e3,SEVERITY_ICONS={error:"bad",warning:"warn",notice:"info"},OUTCOME_ICONS={verified:"ok",warned:"warn",failed:"bad"};function findingsSection(model){const{report}=model,artifacts=new Map(report.artifacts.map(one=>[one.path,one])),groups=(0,common.$z)((0,common.md)(report.findings),one=>`${one.severity} ${one.code}`),more=(0,common.cP)(report),placeIn=filePlaces(report),empty=groups.size===0?markup`<p class="card empty">${icon("ok")} Nothing to report: everything that was verified is as its producer sealed it.</p>`:void 0;return markup`<section id="findings" aria-labelledby="h-findings"><h2 id="h-findings">Findings</h2>${empty}
${[...groups.values()].map(group=>findingGroup(model,group,artifacts,placeIn))}
<p class="none" hidden>No finding matches the filter.</p>
${more>0?markup`<p class="muted">And ${(0,common.U9)(more,"finding")} more, counted but not kept.</p>`:void 0}</section>`}function findingGroup(model,group,artifacts,placeIn){const[first]=group;if(first===void 0)return markup``;const open=first.severity==="error"?new Markup(" open"):void 0,rows=group.map(one=>{const artifact2=artifacts.get(one.artifact);return markup`<li data-row="f" data-s="${one.severity}" data-o="${artifact2?.outcome??""}" data-k="${artifact2?.kind??""}"><div class="where">${place(model,one,placeIn(one))}</div><div class="what">${(0,sanitize.vI)(one.message,MAX_TEXT)}${hint("record",one.record_id)}${hint("at",one.pointer)}</div></li>`});return markup`<details class="card group s-${first.severity}" data-group${open}><summary>${icon(SEVERITY_ICONS[first.severity])}<span class="head"><span class="title">${(0,sanitize.vI)((0,common.Gg)(first),MAX_TEXT)}</span><code>${(0,sanitize.vI)(first.code,200)}</code></span><span class="amount" data-total="${group.length}">${(0,common.oh)(group.length)}</span></summary>
<p class="remedy"><b>What to do</b> ${(0,findings.Y)(first.code).remedy}</p>${chunks(rows,"rows")}</details>`}function chunks(rows,name){const out=[],many=rows.length>2*CHUNK?"many ":"";for(let at=0;at<rows.length;at+=CHUNK)out.push(markup`<ul class="chunk ${many}${name}">${rows.slice(at,at+CHUNK)}</ul>`);return out}function place(model,one,{file,line:line2}){return file===void 0?markup`<span class="muted">whole run</span>`:linked(model,file,(0,common.$t)(one),line2)}function linked(model,path,shown,line2){const link=(0,sanitize._o)(model.sourceBase,path,line2),name=(0,sanitize.vI)(shown,MAX_TEXT);return link===void 0?markup`<span class="path">${name}</span>`:markup`<a class="path" href="${link}" rel="noopener noreferrer">${name}</a>`}function hint(label,value){if(!(value===void 0||value===""))return markup` <span class="hint">${label} <code>${(0,sanitize.vI)(value,300)}</code></span>`}function artifactsSection(model){const{report}=model,rank={failed:0,warned:1,verified:2},sorted=[...report.artifacts].sort((a,b)=>rank[a.outcome]-rank[b.outcome]),found=(0,common.wo)(report.findings),rows=sorted.map(one=>artifactRow(model,one,found.get(one.path)?.length??0)),body=rows.length===0?markup`<p class="card empty">${icon("info")} No artifacts were found.</p>`:markup`<div class="card list">${chunks(rows,"artifacts")}</div>`;return markup`<section id="artifacts" aria-labelledby="h-artifacts"><h2 id="h-artifacts">Artifacts</h2>${body}<p class="none" hidden>No artifact matches the filter.</p></section>`}function artifactRow(model,one,found){const names=one.signatures.key_ids.map(keyId=>model.signerNames.get(keyId)??`${keyId.slice(0,12)}\u2026`),signed=one.signatures.verified>0?(0,common.U9)(one.signatures.verified,"signature"):one.signatures.required?"signature missing":"not signed",facts=[["taken for",`${common.kd[one.kind]}: ${one.why}`],["SHA-256",one.sha256??"not read to the end"],["head",one.head_hash===""?void 0:one.head_hash],["signed by",names.length===0?void 0:names.join(", ")],["findings",found===0?void 0:`${(0,common.oh)(found)}${one.more_findings===void 0?"":` and ${(0,common.oh)(one.more_findings)} more`}`]];return markup`<li data-row="a" data-o="${one.outcome}" data-k="${one.kind}"><details><summary>${icon(OUTCOME_ICONS[one.outcome])}<span class="sr">${one.outcome} </span><span class="path">${(0,sanitize.vI)(one.path,MAX_TEXT)}</span><span class="facts"><span class="tag">${common.kd[one.kind]}</span><span>${(0,common.U9)(one.records,"record")}</span><span>${signed}</span><span>${(0,common.mz)(one.bytes)}</span></span></summary><dl>${facts.filter(fact=>fact[1]!==void 0).map(([name,value])=>markup`<dt>${name}</dt><dd>${(0,sanitize.vI)(value,MAX_TEXT)}</dd>`)}${sourceRow(model,one)}</dl></details></li>`}function sourceRow(model,one){if((0,sanitize._o)(model.sourceBase,one.path)!==void 0)return markup`<dt>source</dt><dd>${linked(model,one.path,one.path)}</dd>`}function requirementsSection({report}){if(report.requirements.length===0)return markup``;const rows=[...report.requirements].sort((a,b)=>Number(a.satisfied)-Number(b.satisfied)).map(one=>markup`<li>${icon(one.satisfied?"ok":"bad")}<span class="sr">${one.satisfied?"satisfied":"missing"} </span><div><span class="path">${(0,sanitize.vI)(one.id,MAX_TEXT)}</span>${one.detail===void 0?void 0:markup`<p class="muted">${(0,sanitize.vI)(one.detail,MAX_TEXT)}</p>`}</div><span class="amount">${one.found} of ${one.required}</span></li>`),met=report.requirements.filter(one=>one.satisfied).length;return markup`<section id="requirements" aria-labelledby="h-requirements"><h2 id="h-requirements">Requirements <small>${met} of ${report.requirements.length} met</small></h2><ul class="card checks">${rows}</ul></section>`}function coverageSection({report}){return report.coverage===void 0||report.coverage.length===0?markup``:markup`<section id="coverage" aria-labelledby="h-coverage"><h2 id="h-coverage">Framework coverage</h2><div class="grid">${report.coverage.map(framework)}</div></section>`}function framework(one){const share=one.total===0?0:one.covered/one.total,percent2=Math.floor(share*100),controls=[...one.controls].sort((a,b)=>Number(a.covered)-Number(b.covered)).map(control=>markup`<li>${icon(control.covered?"ok":"bad")}<span class="sr">${control.covered?"covered":"not covered"} </span><div><code>${(0,sanitize.vI)(control.id,120)}</code> ${(0,sanitize.vI)(control.title,300)}</div></li>`);return markup`<article class="card framework"><h3>${(0,sanitize.vI)(one.title,200)} <small>${(0,sanitize.vI)(one.version,60)}</small></h3><p class="share"><b>${percent2}%</b> ${one.covered} of ${one.total} controls covered</p><svg class="meter" width="100%" height="10" role="img" aria-label="${percent2} percent covered"><rect class="meter-bed" width="100%" height="10" rx="5"/>${percent2>0?markup`<rect class="meter-fill ${percent2===100?"full":"part"}" width="${percent2}%" height="10" rx="5"/>`:void 0}</svg><details class="more"><summary>Controls</summary><ul class="checks">${controls}</ul></details></article>`}function signersSection(model){const signers2=(0,common.Re)(model);if(signers2.length===0)return markup``;const cards=signers2.map(one=>markup`<li class="card signer">${keyPicture(one.keyId)}<div><b>${one.name===void 0?"Key without a name in the policy":(0,sanitize.vI)(one.name,200)}</b><code>${(0,sanitize.vI)(one.keyId,200)}</code><span class="muted">${(0,common.U9)(one.artifacts,"artifact")}${one.records===0?"":`, ${(0,common.U9)(one.records,"record")}`}</span></div></li>`);return markup`<section id="signers" aria-labelledby="h-signers"><h2 id="h-signers">Signers</h2><ul class="grid signers">${cards}</ul></section>`}function keyPicture(keyId){const digest=(0,external_node_crypto_.createHash)("sha256").update(keyId,"utf8").digest(),cells=[];for(let y=0;y<5;y++)for(let x=0;x<3;x++)if(((digest[y*3+x]??0)&1)!==0)for(const column of x===2?[2]:[x,4-x])cells.push(markup`<rect x="${column*8+4}" y="${y*8+4}" width="8" height="8"/>`);const hue=Math.round((digest[20]??0)/255*359);return markup`<svg class="key-picture" width="48" height="48" viewBox="0 0 48 48" fill="hsl(${hue} 55% 50%)" aria-hidden="true">${cells}</svg>`}function toolbar({report}){const{summary}=report,amounts={error:summary.findings.errors,warning:summary.findings.warnings,notice:summary.findings.notices},chip=(group,value,label,amount,kind)=>markup`<label class="chip c-${kind}"><input type="checkbox" data-filter="${group}" value="${value}"><span>${icon(kind)}${label} <b>${(0,common.oh)(amount)}</b></span></label>`,options=[...(0,common.$z)(report.artifacts,one=>one.kind)].map(([kind,artifacts])=>markup`<option value="${kind}">${common.kd[kind]} (${artifacts.length})</option>`);return markup`<form class="toolbar" role="search" aria-label="Findings and artifacts" hidden>
<div class="search"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5L14 14"/></svg><input type="search" id="q" placeholder="Search findings and artifacts" aria-label="Search findings and artifacts" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></div>
<div class="chips"><fieldset><legend class="sr">Severity of findings</legend>${common.oC.map(one=>chip("s",one,`${one}s`,amounts[one],SEVERITY_ICONS[one]))}</fieldset>
<fieldset><legend class="sr">Outcome of artifacts</legend>${chip("o","failed","failed",summary.failed,"bad")}${chip("o","warned","warned",summary.warned,"warn")}${chip("o","verified","verified",summary.verified-summary.warned,"ok")}</fieldset>
<label class="kinds"><span class="sr">Kind of artifact</span><select id="kind"><option value="">all kinds</option>${options}</select></label><button type="button" id="clear" hidden>Clear</button></div>
<p class="result" role="status" id="result"></p></form>`}const LIGHT=`--bg:#f4f6f8;--surface:#fff;--sunken:#f0f3f6;--ink:#15202b;--muted:#55626f;--line:#dde3e9;--accent:#1a5fb4;
--ok:#17724a;--ok-soft:#e3f4ea;--bad:#b3261e;--bad-soft:#fdeceb;--warn:#8a5a00;--warn-soft:#fdf3dc;--info:#2563a8;--info-soft:#e6f0fb;
--agent:#7048a8;--tool:#9a5b00;--policy:#0b7285;--shadow:0 1px 2px rgba(21,32,43,.06),0 4px 16px rgba(21,32,43,.05);color-scheme:light;`,DARK=`--bg:#0e1318;--surface:#161d24;--sunken:#111820;--ink:#e5eaf0;--muted:#9aa7b5;--line:#28323d;--accent:#7db3f5;
--ok:#4fc78c;--ok-soft:#12291f;--bad:#ff8079;--bad-soft:#331a1b;--warn:#e6b450;--warn-soft:#2d2413;--info:#7db3f5;--info-soft:#152536;
--agent:#c0a3f0;--tool:#e0a458;--policy:#5cc4d6;--shadow:0 1px 2px rgba(0,0,0,.4);color-scheme:dark;`,STYLE=`
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
:root[data-theme=dark]{${DARK}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:4.5rem}
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
.more summary::before{content:"\u25B8 "}.more[open] summary::before{content:"\u25BE "}
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
body{background:#fff;font-size:11pt}
.toolbar,.bar-top nav,#theme,.skip,.more summary{display:none!important}
.card,.tile{box-shadow:none;break-inside:avoid}.group,.list{break-inside:auto}.rows li,.artifacts li{break-inside:avoid}
.chunk.many{content-visibility:visible}
a{color:inherit;text-decoration:none}
.hero{background:none!important}
details::details-content{content-visibility:visible;block-size:auto}
}
`;var time=__webpack_require__(7150);const MAX_TIMELINES=40,MAX_MARKS=80,BINS=72,MAX_LANES=10,MAX_LABEL=60,LANE_HEIGHT=42,TOP=8,AXIS_HEIGHT=30,MARGIN=3,REST="other types";function timelines(model){const tracks=tracksOf(model);if(tracks.length===0)return markup``;const left=tracks.length-MAX_TIMELINES;return markup`<section id="timelines" aria-labelledby="h-timelines"><h2 id="h-timelines">Timelines</h2>
<p class="legend"><span class="key"><svg width="18" height="18"><use href="#m-signed" x="9" y="9" class="m ok"/></svg>verified signature</span><span class="key"><svg width="18" height="18"><use href="#m-ok" x="9" y="9" class="m ok"/></svg>intact</span><span class="key"><svg width="18" height="18"><use href="#m-bad" x="9" y="9" class="m bad"/></svg>not verified</span></p>
${tracks.slice(0,MAX_TIMELINES).map((track,index)=>timeline(track,index))}
${left>0?markup`<p class="muted">And ${(0,common.U9)(left,"more timeline")}.</p>`:void 0}
${model.moreRecords>0?markup`<p class="muted">${(0,common.U9)(model.moreRecords,"more record")} not drawn here.</p>`:void 0}
</section>`}function tracksOf(model){const kinds=new Map(model.report.artifacts.map(one=>[one.path,one.kind])),isSingle=one=>kinds.get(one.artifact)==="record",tracks=[...(0,common.$z)(model.records.filter(one=>!isSingle(one)),one=>one.entry===void 0||kinds.get(one.artifact)==="chain_directory"?one.artifact:`${one.artifact} \u203A ${one.entry}`)].map(([title,records])=>({title,records,isChain:!0})),singles=model.records.filter(isSingle);return singles.length>0&&tracks.push({title:"Single records",records:singles,isChain:!1}),tracks}function timeline(track,index){const{records}=track,times=records.map(one=>(0,time.nV)(one.timestamp)?.epochMs??Number.NaN),valid=times.filter(at=>!Number.isNaN(at)),start=valid.reduce((a,b)=>Math.min(a,b),Number.POSITIVE_INFINITY),end=valid.reduce((a,b)=>Math.max(a,b),Number.NEGATIVE_INFINITY),span=valid.length===0?0:end-start,shares=times.map((at,position)=>span>0&&!Number.isNaN(at)?(at-start)/span:records.length<2?.5:position/(records.length-1)),lanes=lanesOf(records),height=TOP+lanes.length*LANE_HEIGHT+AXIS_HEIGHT,bad=records.filter(one=>!one.verified).length,signed=records.filter(one=>one.signature==="verified").length,summary=`${(0,common.U9)(records.length,"record")}, ${(0,common.oh)(signed)} with a verified signature${bad===0?"":`, ${(0,common.oh)(bad)} not verified`}`,laneAt=new Map(lanes.map((name,at)=>[name,at])),laneOf=one=>laneAt.get(one.recordType)??lanes.length-1,drawn=records.length>MAX_MARKS?bars(records,shares,laneOf,lanes.length):marks(track,shares,laneOf);return markup`<article class="card timeline" aria-labelledby="t-${index}"><h3 id="t-${index}" class="path">${(0,sanitize.vI)(track.title,300)}</h3><p class="muted">${summary}</p>
<svg class="track" width="100%" height="${height}" role="img" aria-label="${summary}">
${lanes.map((_,at)=>markup`<line class="rail" x1="0" x2="100%" y1="${laneY(at)}" y2="${laneY(at)}"/>`)}
${drawn}
${lanes.map((name,at)=>markup`<text class="lane" x="0" y="${laneY(at)-18}">${(0,sanitize.vI)(name,MAX_LABEL)}</text>`)}
${axis(start,end,span,height,valid.length>0)}
</svg>${table(records)}</article>`}function lanesOf(records){const types=[...new Set(records.map(one=>one.recordType))];return types.length<=MAX_LANES?types:[...types.slice(0,MAX_LANES-1),REST]}function laneY(at){return TOP+at*LANE_HEIGHT+30}function percent(share){return`${coordinate(MARGIN+share*(100-2*MARGIN))}%`}function marks(track,shares,laneOf){const links=[],out=[];for(const[at,one]of track.records.entries()){const x=percent(shares[at]??0),y=laneY(laneOf(one)),before=track.records[at-1];track.isChain&&before!==void 0&&one.previousHash===before.recordHash&&one.previousHash!==void 0&&links.push(markup`<line class="link" x1="${percent(shares[at-1]??0)}" y1="${laneY(laneOf(before))}" x2="${x}" y2="${y}"/>`);const shape=one.verified?one.signature==="verified"?"signed":"ok":"bad";out.push(markup`<use href="#m-${shape}" x="${x}" y="${y}" class="m ${one.verified?"ok":"bad"}"><title>${tooltip(one)}</title></use>`)}return[...links,...out]}function tooltip(one){const state=one.verified?one.signature==="verified"?"verified, signed":"intact":"not verified";return(0,sanitize.vI)(`#${one.index} ${one.recordType} \xB7 ${one.timestamp} \xB7 ${one.recordId} \xB7 ${state}`,300)}function bars(records,shares,laneOf,lanes){const bins=Array.from({length:lanes*BINS},()=>({all:0,bad:0}));for(const[at,one]of records.entries()){const bin=bins[laneOf(one)*BINS+Math.min(BINS-1,Math.floor((shares[at]??0)*BINS))];bin!==void 0&&(bin.all++,one.verified||bin.bad++)}const most=bins.reduce((max,bin)=>Math.max(max,bin.all),1),width=(100-2*MARGIN)/BINS;return bins.flatMap((bin,at)=>{if(bin.all===0)return[];const base=laneY(Math.floor(at/BINS)),tall=3+11*Math.log1p(bin.all)/Math.log1p(most),x=coordinate(MARGIN+at%BINS*width),words=`${(0,common.U9)(bin.all,"record")}${bin.bad===0?"":`, ${(0,common.oh)(bin.bad)} not verified`}`;return[markup`<rect class="bar ${bin.bad>0?"bad":"ok"}" x="${x}%" width="${coordinate(width*.82)}%" y="${coordinate(base-tall)}" height="${coordinate(tall)}" rx="1"><title>${words}</title></rect>`]})}function axis(start,end,span,height,hasTime){const y=height-6;if(!hasTime)return markup`<text class="tick" x="0" y="${y}">in order, no valid time</text>`;if(span===0)return markup`<text class="tick" x="0" y="${y}">${instant(start)}, in order</text>`;const middle2=start+span/2;return markup`<text class="tick" x="0" y="${y}">${instant(start)}</text><text class="tick mid" x="50%" y="${y}" text-anchor="middle">${instant(middle2)}</text><text class="tick" x="100%" y="${y}" text-anchor="end">${instant(end)}</text>`}function instant(at){const text=new Date(at).toISOString();return`${text.slice(0,10)} ${text.slice(11,16)}Z`}function table(records){const rows=records.slice(0,50).map(one=>markup`<tr><td>${one.index}</td><td>${(0,sanitize.vI)(one.timestamp,40)}</td><td>${(0,sanitize.vI)(one.recordType,MAX_LABEL)}</td><td class="path">${(0,sanitize.vI)(one.recordId,120)}</td><td>${one.verified?one.signature==="verified"?"verified, signed":"intact":"not verified"}</td></tr>`),rest=records.length>50?markup`<p class="muted">The first ${50} of ${(0,common.oh)(records.length)}.</p>`:void 0;return markup`<details class="more"><summary>Records</summary><div class="scroll" role="region" aria-label="Records" tabindex="0"><table><thead><tr><th>#</th><th>time</th><th>type</th><th>id</th><th>state</th></tr></thead><tbody>${rows}</tbody></table></div>${rest}</details>`}function html(model){const{report}=model,policy=["default-src 'none'",`style-src '${hash(STYLE)}'`,`script-src '${hash(SCRIPT)}'`,"base-uri 'none'","form-action 'none'"].join("; "),present=[["findings","Findings",findingsSection(model)],["artifacts","Artifacts",artifactsSection(model)],["requirements","Requirements",requirementsSection(model)],["coverage","Coverage",coverageSection(model)],["timelines","Timelines",timelines(model)],["lineage","Lineage",lineageSection(model)],["signers","Signers",signersSection(model)]].filter(([,,section])=>section.text!==""),title=`${common.nx[report.outcome]} \xB7 Proof gate report`,page=markup`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
`,body=markup`${SPRITE}<a class="skip" href="#main">Skip to the report</a>
<header><div class="bar-top"><div class="wrap"><div class="brand"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 2.5l7.5 3v6c0 4.6-3.1 8.3-7.5 10-4.4-1.7-7.5-5.4-7.5-10v-6z"/><path d="M8.6 12.2l2.4 2.4 4.6-5"/></svg>Proof gate</div>
<nav aria-label="Sections">${present.map(([id,name])=>markup`<a href="#${id}">${name}</a>`)}</nav>
<button id="theme" type="button" aria-label="Dark page" aria-pressed="false" hidden><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M16.5 12.4A7 7 0 0 1 7.6 3.5a7 7 0 1 0 8.9 8.9z"/></svg></button></div></div>
${hero(model)}</header>
<main id="main" class="wrap">${toolbar(model)}
${present.map(([,,section])=>section)}</main>
<footer class="wrap">${footer(model)}</footer>
`;return`<!doctype html>
<html lang="en">
<head>
${page.text}<style>${STYLE}</style>
</head>
<body>
${body.text}<script>${SCRIPT}<\/script>
</body>
</html>
`}function hash(content){return`sha256-${(0,external_node_crypto_.createHash)("sha256").update(content,"utf8").digest("base64")}`}function hero(model){const{report}=model,symbol={passed:"ok",failed:"bad",warned:"warn"}[report.outcome],{summary}=report,tiles=[["Artifacts",summary.artifacts,""],["Verified",summary.verified,summary.verified>0?"ok":""],["Failed",summary.failed,summary.failed>0?"bad":""],["Records",summary.records,""],["Signatures",summary.signatures,""],["Errors",summary.findings.errors,summary.findings.errors>0?"bad":""],["Warnings",summary.findings.warnings,summary.findings.warnings>0?"warn":""],["Notices",summary.findings.notices,""]];return markup`<div class="hero ${report.outcome}"><div class="wrap"><div class="verdict"><svg viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${symbol}"/></svg><div><h1>${common.nx[report.outcome]}</h1><p>${(0,common.BT)(report)}</p></div></div>
${report.incomplete===!0?markup`<p class="cut" role="alert">Incomplete: the run ended early, not everything was verified.</p>`:void 0}${split(model)}
<dl class="tiles">${tiles.map(([name,value,tone])=>tile(name,(0,common.oh)(value),tone))}</dl></div></div>`}function tile(name,value,tone){return markup`<div class="tile ${tone}"><dt>${name}</dt><dd class="${value.length>6?"long":""}">${value}</dd></div>`}function split({report:{summary}}){if(summary.artifacts===0)return;const parts2=[["ok",summary.verified-summary.warned],["warn",summary.warned],["bad",summary.failed]];let x=0;const bars2=parts2.map(([tone,amount])=>{const width=amount/summary.artifacts*100,bar=markup`<rect class="${tone}" x="${coordinate(x)}%" width="${coordinate(width)}%" height="8"/>`;return x+=width,bar}),words=`${summary.verified-summary.warned} verified, ${summary.warned} verified with warnings, ${summary.failed} failed`;return markup`<svg class="split" width="100%" height="8" role="img" aria-label="${words}">${bars2}</svg>`}function footer({report,now}){const policy=report.policy_sha256===null?"No policy file":`Policy sha256:${report.policy_sha256}`;return markup`<p>${report.tool.name} ${(0,sanitize.vI)(report.tool.version,60)} · exit code ${report.exit_code}${now===void 0?"":` \xB7 ${(0,sanitize.vI)(now,40)}`}</p><p>${policy}. This page holds everything it shows: it loads nothing and sends nothing.</p>`}function json(model){return(0,sanitize.s$)(ordered(model.report))}function ordered(report){const{summary}=report;return{schema:report.schema,tool:{name:report.tool.name,version:report.tool.version},outcome:report.outcome,exit_code:report.exit_code,incomplete:report.incomplete,policy_sha256:report.policy_sha256,summary:{artifacts:summary.artifacts,verified:summary.verified,failed:summary.failed,warned:summary.warned,records:summary.records,signatures:summary.signatures,findings:{errors:summary.findings.errors,warnings:summary.findings.warnings,notices:summary.findings.notices}},artifacts:report.artifacts.map(artifact),requirements:report.requirements.map(({id,satisfied,required,found,detail:detail2})=>({id,satisfied,required,found,detail:detail2})),coverage:report.coverage?.map(({framework:framework2,version,title,covered,total,controls})=>({framework:framework2,version,title,covered,total,controls:controls.map(control=>({id:control.id,title:control.title,covered:control.covered}))})),findings:report.findings.map(finding),shard:report.shard}}function artifact(one){return{path:one.path,kind:one.kind,sha256:one.sha256,bytes:one.bytes,outcome:one.outcome,records:one.records,head_hash:one.head_hash,signatures:{required:one.signatures.required,verified:one.signatures.verified,key_ids:one.signatures.key_ids},more_findings:one.more_findings,why:one.why}}function finding(one){return{code:one.code,severity:one.severity,exit_code:one.exit_code,message:one.message,artifact:one.artifact,line:one.line,column:one.column,end_line:one.end_line,pointer:one.pointer,record_id:one.record_id,entry:one.entry}}function junit(model){const{report}=model,findings2=(0,common.wo)(report.findings),kinds=(0,common.$z)(report.artifacts,one=>one.kind),known=new Set(report.artifacts.map(one=>one.path)),elsewhere=report.findings.filter(one=>!known.has(one.artifact)),suites=[];for(const[kind,artifacts]of kinds){const cases=artifacts.map(one=>artifactCase(one,findings2.get(one.path)??[]));suites.push({name:`artifacts.${kind}`,cases})}report.requirements.length>0&&suites.push({name:"requirements",cases:report.requirements.map(requirementCase)}),suites.push({name:"run",cases:[runCase(model,elsewhere)]});const properties=[["tool",`${report.tool.name} ${report.tool.version}`],["outcome",report.outcome],["exit_code",String(report.exit_code)],["policy_sha256",report.policy_sha256??""]],all=suites.flatMap(({cases})=>cases),out=['<?xml version="1.0" encoding="UTF-8"?>',`<testsuites name="proof-verify" tests="${all.length}" failures="${failed(all)}" errors="0" time="0">`];for(const{name,cases}of suites)out.push(`  <testsuite name="${(0,sanitize.xK)(name)}" tests="${cases.length}" failures="${failed(cases)}" errors="0" skipped="0" time="0">`,"    <properties>",...properties.map(([key,value])=>`      <property name="${key}" value="${(0,sanitize.xK)(value)}"/>`),"    </properties>",...cases.flatMap(one=>testcase(one,name)),"  </testsuite>");return out.push("</testsuites>"),`${out.join(`
`)}
`}function failed(cases){return cases.filter(one=>one.failures.length>0).length}function testcase(one,suite){const open=`    <testcase classname="proof.${(0,sanitize.xK)(suite)}" name="${(0,sanitize.xK)(one.name)}" time="0"`;return one.failures.length===0&&one.output.length===0?[`${open}/>`]:[`${open}>`,...one.failures.map(failure2=>`      <failure type="${(0,sanitize.xK)(failure2.type)}" message="${(0,sanitize.xK)(failure2.message)}">${failure2.lines.map(sanitize.xK).join(`
`)}</failure>`),...one.output.length===0?[]:[`      <system-out>${one.output.map(sanitize.xK).join(`
`)}</system-out>`],"    </testcase>"]}function artifactCase(one,findings2){const failures=findings2.filter(found=>found.severity==="error").map(failure);return one.outcome==="failed"&&failures.length===0&&failures.push({type:"failed",message:"The artifact failed verification",lines:[one.path]}),{name:one.path,failures,output:[`kind: ${common.kd[one.kind]} (${one.why})`,`sha256: ${one.sha256??"not read to the end"}`,`records: ${one.records}, verified signatures: ${one.signatures.verified}`,...one.signatures.key_ids.map(keyId=>`signed by: ${keyId}`),...findings2.filter(found=>found.severity!=="error").map(line),...one.more_findings===void 0?[]:[`${one.more_findings} more findings were counted but not kept`]]}}function requirementCase(one){const message=`found ${one.found} of ${one.required}${one.detail===void 0?"":`: ${one.detail}`}`;return one.satisfied?{name:one.id,failures:[],output:[message]}:{name:one.id,failures:[{type:"requirement",message,lines:[message]}],output:[]}}function runCase({report},findings2){const failures=findings2.filter(one=>one.severity==="error").map(failure);if(report.incomplete===!0){const message="The run ended early: not everything was verified";failures.push({type:"incomplete",message,lines:[message]})}return{name:"gate",failures,output:findings2.filter(one=>one.severity!=="error").map(line)}}function failure(one){return{type:one.code,message:one.message,lines:[`${(0,common.Gg)(one)}: ${one.message}`,`at ${(0,common.$t)(one)}${one.pointer===void 0||one.pointer===""?"":` ${one.pointer}`}`,...one.record_id===void 0?[]:[`record ${one.record_id}`],`What to do: ${(0,findings.Y)(one.code).remedy}`]}}function line(one){return`${one.severity} ${one.code}: ${one.message} (${(0,common.$t)(one)})`}const MAX_GRAPH_NODES=30,MAX_GRAPH_EDGES=60,markdown_MAX_TEXT=1e3,NOTICE="> **Cut here:** the page is larger than its place allows. Everything is in the JSON and HTML reports of this run (`--report json=FILE`, `--report html=FILE`).\n",ICONS={passed:"\u2705",failed:"\u274C",warned:"\u26A0\uFE0F"},markdown_SEVERITY_ICONS={error:"\u274C",warning:"\u26A0\uFE0F",notice:"\u2139\uFE0F"};function markdown(model,options={}){return assemble(blocks(model),options.maxBytes??Number.POSITIVE_INFINITY)}function blocks(model){const{report}=model;return[block(`## ${ICONS[report.outcome]} Proof gate: ${common.nx[report.outcome].toLowerCase()}

${(0,common.BT)(report)}
`),...report.incomplete===!0?[block(`
> **Incomplete:** the run ended early, not everything was verified.
`)]:[],counts(model),failedArtifacts(model),...markdown_findings(model),requirements(model),coverage(model),signers(model),graph(model),block(`
<sub>${report.tool.name} ${(0,sanitize.p7)(report.tool.version)} \xB7 ${report.policy_sha256===null?"no policy file":`policy <code>sha256:${report.policy_sha256}</code>`}</sub>
`)].filter(one=>one!==void 0)}function block(head,rows=[],tail=""){return{head,rows,tail}}function counts({report}){const{summary}=report,cells=[summary.artifacts,summary.verified,summary.failed,summary.records,summary.signatures,summary.findings.errors,summary.findings.warnings,summary.findings.notices];return block(`
| artifacts | verified | failed | records | signatures | errors | warnings | notices |
|--:|--:|--:|--:|--:|--:|--:|--:|
| ${cells.map(common.oh).join(" | ")} |
`)}function failedArtifacts(model){const failed2=model.report.artifacts.filter(one=>one.outcome==="failed");if(failed2.length===0)return;const errors=(0,common.$z)(model.report.findings.filter(one=>one.severity==="error"),one=>one.artifact),rows=failed2.map(one=>{const worst=(0,common.md)(errors.get(one.path)??[])[0],found=(errors.get(one.path)?.length??0)+(one.more_findings??0),why=worst===void 0?"failed":(0,sanitize.p7)((0,common.Gg)(worst));return`| ${markdown_linked(model,one.path)} | ${common.kd[one.kind]} | ${(0,common.oh)(found)} | ${why} |
`});return block(`
### Failed artifacts

| artifact | kind | findings | worst |
|---|---|--:|---|
`,rows)}function markdown_findings(model){const{report}=model,sorted=(0,common.md)(report.findings);if(sorted.length===0)return[];const out=[block(`
### Findings
`)],placeIn=filePlaces(report);for(const severity2 of common.oC){const groups=(0,common.$z)(sorted.filter(one=>one.severity===severity2),one=>one.code);for(const[code,group]of groups){const rows=group.map(one=>`| ${findingPlace(model,one,placeIn(one))} | ${detail(one)} |
`),title=`${markdown_SEVERITY_ICONS[severity2]} ${(0,sanitize.p7)((0,sanitize.vI)((0,common.Gg)({code}),markdown_MAX_TEXT))}`,open=severity2==="error"?" open":"";out.push(block(`
<details${open}><summary><b>${title}</b> \xB7 ${(0,sanitize.D9)(code)} \xB7 ${(0,common.U9)(group.length,severity2)}</summary>

**What to do:** ${(0,sanitize.p7)((0,findings.Y)(code).remedy)}

| where | what |
|---|---|
`,rows,`
</details>
`))}}const more=(0,common.cP)(report);return more>0&&out.push(block(`
And ${(0,common.U9)(more,"finding")} more, counted but not kept.
`)),out}function findingPlace(model,one,{file,line:line2}){if(file===void 0)return"whole run";const name=(0,sanitize.D9)((0,sanitize.vI)((0,common.$t)(one),markdown_MAX_TEXT)),link=(0,sanitize._o)(model.sourceBase,file,line2);return link===void 0?name:`<a href="${link}">${name}</a>`}function detail(one){const parts2=[(0,sanitize.p7)((0,sanitize.vI)(one.message,markdown_MAX_TEXT))];return one.record_id!==void 0&&parts2.push(`record ${(0,sanitize.D9)((0,sanitize.vI)(one.record_id,markdown_MAX_TEXT))}`),one.pointer!==void 0&&one.pointer!==""&&parts2.push(`at ${(0,sanitize.D9)((0,sanitize.vI)(one.pointer,markdown_MAX_TEXT))}`),parts2.join(" \xB7 ")}function markdown_linked(model,path){const name=(0,sanitize.D9)((0,sanitize.vI)(path,markdown_MAX_TEXT)),link=(0,sanitize._o)(model.sourceBase,path);return link===void 0?name:`<a href="${link}">${name}</a>`}function requirements({report}){if(report.requirements.length===0)return;const rows=[...report.requirements].sort((a,b)=>Number(a.satisfied)-Number(b.satisfied)).map(one=>`| ${one.satisfied?"\u2705":"\u274C"} | ${(0,sanitize.D9)((0,sanitize.vI)(one.id,markdown_MAX_TEXT))} | ${one.found} of ${one.required} | ${(0,sanitize.p7)((0,sanitize.vI)(one.detail??"",markdown_MAX_TEXT))} |
`);return block(`
### Requirements

| | requirement | found | |
|---|---|---|---|
`,rows)}function coverage({report}){if(report.coverage===void 0||report.coverage.length===0)return;const rows=report.coverage.map(one=>{const share=one.total===0?0:one.covered/one.total,bar=`${"\u25B0".repeat(Math.floor(share*10))}${"\u25B1".repeat(10-Math.floor(share*10))}`,missing=one.controls.filter(control=>!control.covered).map(control=>(0,sanitize.D9)(control.id)),list2=missing.slice(0,10).join(" ")+(missing.length>10?` and ${missing.length-10} more`:"");return`| ${(0,sanitize.p7)((0,sanitize.vI)(one.title,markdown_MAX_TEXT))} | ${bar} ${one.covered} of ${one.total} | ${list2} |
`});return block(`
### Framework coverage

| framework | covered | not covered |
|---|---|---|
`,rows)}function signers(model){const rows=(0,common.Re)(model).map(one=>`| ${one.name===void 0?"(not named)":(0,sanitize.p7)((0,sanitize.vI)(one.name,markdown_MAX_TEXT))} | ${(0,sanitize.D9)((0,sanitize.vI)(one.keyId,markdown_MAX_TEXT))} | ${(0,common.oh)(one.artifacts)} |
`);return rows.length===0?void 0:block(`
### Signers

| signer | key | artifacts |
|---|---|--:|
`,rows)}function graph(model){const{nodes,edges}=lineageOf(model.records);if(edges.length===0||nodes.length>MAX_GRAPH_NODES||edges.length>MAX_GRAPH_EDGES)return;const names=new Map(nodes.map((node2,index)=>[node2.key,`n${index}`])),lines=nodes.map(node2=>{const label=`${(0,sanitize.Hg)((0,sanitize.vI)(node2.recordType??node2.kind,40))}<br/>${(0,sanitize.Hg)((0,sanitize.vI)(node2.id,40))}`;return`  ${names.get(node2.key)}["${label}"]${node2.verified===!1?":::bad":""}`}),arrows=edges.map(({kind,from,to})=>`  ${names.get(from)} -->|"${(0,sanitize.Hg)((0,sanitize.vI)(relationWords(kind),40))}"| ${names.get(to)}`),text=["flowchart LR",...lines,...arrows,"  classDef bad stroke:#c0392b,stroke-width:2px"].join(`
`);return block(`
### Lineage

\`\`\`mermaid
${text}
\`\`\`
`)}function assemble(all,maxBytes){const size=text=>Buffer.byteLength(text,"utf8"),whole=all.map(({head,rows,tail})=>head+rows.join("")+tail).join("");if(size(whole)<=maxBytes)return whole;const out=[];let room=maxBytes-size(`
${NOTICE}`);for(const{head,rows,tail}of all){const frame=size(head)+size(tail);if(frame>room)break;room-=frame;let kept=0;for(const row of rows){const bytes=size(row);if(bytes>room)break;room-=bytes,kept++}if(rows.length>0&&kept===0||(out.push(head,...rows.slice(0,kept),tail),kept<rows.length))break}const cut=`${out.join("")}
${NOTICE}`;return size(cut)<=maxBytes?cut:""}var seal=__webpack_require__(9197);const NO_TIME="1970-01-01T00:00:00Z",MAX_NAMED=100,MAX_EDGE_BYTES=8*1024*1024,EDGE_FRAME_BYTES=400;function proofRecord(model){return(0,sanitize.s$)((0,seal.xe)(record(model)))}function record(model){const{report}=model,reportDigest=(0,common.fg)(json(model)),timestamp=wholeSeconds(model.now),id=`prf-${timestamp}-${reportDigest.slice(0,8)}`,verified=report.artifacts.filter(one=>one.outcome!=="failed"&&one.sha256!==null),failed2=report.artifacts.filter(one=>one.outcome==="failed"),digest=report.policy_sha256===null?void 0:`sha256:${report.policy_sha256}`,{summary}=report;return{record_id:id,record_version:"1.0",timestamp,source:"proof-verify",source_product:"proof-verify",record_type:"policy_enforcement",event:{policy_id:"proof-verify-gate",policy_version:report.tool.version,policy_digest:digest??"",verdict:(0,common.Zo)(report)?"allow":"block",outcome:report.outcome,exit_code:report.exit_code,incomplete:report.incomplete===!0,report_digest:`sha256:${reportDigest}`,summary:{artifacts:summary.artifacts,verified:summary.verified,failed:summary.failed,records:summary.records,signatures:summary.signatures,errors:summary.findings.errors,warnings:summary.findings.warnings,notices:summary.findings.notices},requirements:report.requirements.map(one=>({id:(0,sanitize.pj)(one.id),satisfied:one.satisfied})),failed_artifacts:failed2.slice(0,MAX_NAMED).map(one=>({path:(0,sanitize.pj)(one.path),sha256:one.sha256??""}))},controls:{permissions_enforced:!0},...relationship(id,verified,digest),integrity:{}}}function relationship(id,verified,digest){if(verified.length===0&&digest===void 0)return{};const edges=[],seen=new Set;let room=MAX_EDGE_BYTES;for(const one of verified){const to={kind:"evidence",id:(0,sanitize.pj)(one.path),digest:`sha256:${one.sha256??""}`};if(room-=EDGE_FRAME_BYTES+6*to.id.length,room<0)break;const key=`${to.digest} ${to.id}`;seen.has(key)||edges.push({kind:"derived_from",from:{kind:"evidence",id},to}),seen.add(key)}return{relationship:{...digest===void 0?{}:{policy_ref:{policy_id:"proof-verify-gate",policy_digest:digest}},...edges.length===0?{}:{edges}}}}function wholeSeconds(now){const at=now===void 0?Number.NaN:Date.parse(now);return Number.isNaN(at)?NO_TIME:`${new Date(at).toISOString().slice(0,19)}Z`}const LEVELS={error:"error",warning:"warning",notice:"note"},sarif_RUN_PLACE=".proof-policy.yml";function sarif(model){const{report}=model,codes=[...new Set(report.findings.map(one=>one.code))].sort(),indexes=new Map(codes.map((code,index)=>[code,index])),prints=(0,common.WS)(report.findings),placeIn=filePlaces(report),more=(0,common.cP)(report),notifications=[...report.incomplete===!0?[notification("error","The run ended early: not everything was verified.")]:[],...more>0?[notification("note",`${more} more findings were counted but not kept.`)]:[]];return(0,sanitize.s$)({$schema:"https://json.schemastore.org/sarif-2.1.0.json",version:"2.1.0",runs:[{tool:{driver:{name:report.tool.name,version:report.tool.version,semanticVersion:report.tool.version,shortDescription:{text:"Verifies Proof artifacts at the gate."},rules:codes.map(ruleDescriptor)}},columnKind:"utf16CodeUnits",originalUriBaseIds:{"%SRCROOT%":{description:{text:"The workspace that was verified."}}},invocations:[{executionSuccessful:report.incomplete!==!0&&report.exit_code!==1&&report.exit_code!==7,exitCode:report.exit_code,exitCodeDescription:common.S$[report.exit_code],...notifications.length>0?{toolExecutionNotifications:notifications}:{}}],results:report.findings.map((one,index)=>result(one,placeIn(one),indexes.get(one.code)??0,prints[index]??"")),properties:{outcome:report.outcome,policySha256:report.policy_sha256,summary:report.summary}}]})}function notification(level,text){return{level,message:{text}}}function ruleDescriptor(code){const rule=(0,findings.Y)(code),title=(0,sanitize.pj)((0,common.Gg)({code})),exit=`Exit code ${rule.exit} (${common.S$[rule.exit]}) when it is an error.`;return{id:(0,sanitize.pj)(code),name:pascal(code),shortDescription:{text:sentence(title)},fullDescription:{text:`${sentence(title)} ${exit}`},help:{text:`${sentence(title)} What to do: ${rule.remedy}`,markdown:`**${(0,sanitize.p7)(sentence(title))}**

${(0,sanitize.p7)(rule.remedy)}

${exit} All findings: \`docs/findings.md\`; \`proof-verify explain CODE\` prints one.`},defaultConfiguration:{level:LEVELS[rule.severity]},properties:{tags:["security","supply-chain","proof"],precision:"very-high","problem.severity":rule.severity==="notice"?"recommendation":rule.severity,...rule.severity==="error"?{"security-severity":rule.exit===2||rule.exit===8?"8.5":"6.0"}:{}}}}function result(one,place2,ruleIndex,fingerprint){const logical=logicalName(one);return{ruleId:(0,sanitize.pj)(one.code),ruleIndex,level:LEVELS[one.severity],message:{text:sentence((0,sanitize.pj)(one.message))},locations:[{physicalLocation:{artifactLocation:{uri:(0,sanitize.Gm)(place2.file??sarif_RUN_PLACE),uriBaseId:"%SRCROOT%"},region:region(place2)},...logical===void 0?{}:{logicalLocations:[{fullyQualifiedName:logical,kind:"member"}]}}],partialFingerprints:{"proofVerify/v1":fingerprint},properties:{exitCode:one.exit_code,...one.pointer===void 0?{}:{pointer:one.pointer},...one.record_id===void 0?{}:{recordId:one.record_id},...one.entry===void 0?{}:{entry:one.entry,line:one.line,column:one.column}}}}function region({line:line2,column,endLine}){return line2===void 0?{startLine:1}:{startLine:line2,...column===void 0?{}:{startColumn:column},...endLine===void 0?{}:{endLine:Math.max(line2,endLine)}}}function logicalName(one){const parts2=[one.entry,one.record_id,one.pointer].filter(part=>part!==void 0&&part!=="");return parts2.length===0?void 0:(0,sanitize.pj)(parts2.join(" "))}function pascal(code){return code.split(/[^A-Za-z0-9]+/).filter(word=>word!=="").map(word=>`${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("")}function sentence(text){return/[.!?…]$/.test(text)?text:`${text}.`}function tap({report}){const findings2=(0,common.wo)(report.findings),known=new Set(report.artifacts.map(one=>one.path)),points=report.artifacts.map(one=>({ok:one.outcome!=="failed",description:`${common.kd[one.kind]} ${one.path}`,diagnostics:one.more_findings===void 0?{}:{more_findings:one.more_findings},findings:findings2.get(one.path)??[]}));for(const one of report.requirements){const{satisfied,required,found,detail:detail2}=one;points.push({ok:satisfied,description:`requirement ${one.id}`,diagnostics:satisfied?{}:{required,found,...detail2===void 0?{}:{detail:detail2}},findings:[]})}const elsewhere=report.findings.filter(one=>!known.has(one.artifact));points.push({ok:report.incomplete!==!0&&elsewhere.every(one=>one.severity!=="error"),description:"run",diagnostics:{outcome:report.outcome,exit_code:report.exit_code,...report.incomplete===!0?{incomplete:!0}:{}},findings:elsewhere});const lines=["TAP version 14",`1..${points.length}`];for(const[index,point]of points.entries())lines.push(`${point.ok?"ok":"not ok"} ${index+1} - ${description(point.description)}`,...yaml(point));return`${lines.join(`
`)}
`}function description(text){return(0,sanitize.pj)(text).replace(/[\\#]/g,"\\$&")}function yaml(point){const lines=Object.entries(point.diagnostics).map(([name,value])=>`  ${name}: ${(0,sanitize.rF)(value)}`);if(point.findings.length>0){lines.push("  findings:");for(const one of point.findings){const fields={...one,remedy:(0,findings.Y)(one.code).remedy},entries=Object.entries(fields).filter(([,value])=>value!==void 0);for(const[at,[name,value]]of entries.entries())lines.push(`    ${at===0?"- ":"  "}${name}: ${(0,sanitize.rF)(value)}`)}}return lines.length===0?[]:["  ---",...lines,"  ..."]}const VERIFIER_ID="urn:proof-verify:gate",VERIFIED_LEVEL="PROOF_ARTIFACTS_VERIFIED",SIGNED_LEVEL="PROOF_SIGNATURES_VERIFIED";function vsa(model){const{report}=model,passed=(0,common.Zo)(report)&&report.artifacts.length>0,read=report.artifacts.filter(one=>one.sha256!==null),reportDigest=(0,common.fg)(json(model)),signed=read.filter(one=>one.signatures.verified>0),isAllSigned=signed.length>0&&report.artifacts.every(one=>one.signatures.verified>0);return(0,sanitize.s$)({_type:"https://in-toto.io/Statement/v1",subject:read.length>0?read.map(descriptor):[{name:"gate-report.json",digest:{sha256:reportDigest}}],predicateType:"https://slsa.dev/verification_summary/v1",predicate:{verifier:{id:VERIFIER_ID,version:{[report.tool.name]:report.tool.version}},timeVerified:model.now,resourceUri:`urn:proof-verify:report:sha256:${reportDigest}`,policy:report.policy_sha256===null?{uri:"urn:proof-verify:policy:built-in"}:{uri:"urn:proof-verify:policy:gate-policy-v1",digest:{sha256:report.policy_sha256}},inputAttestations:signed.map(one=>({uri:(0,sanitize.Gm)(one.path),digest:{sha256:one.sha256}})),verificationResult:passed?"PASSED":"FAILED",verifiedLevels:passed?[VERIFIED_LEVEL,...isAllSigned?[SIGNED_LEVEL]:[]]:["FAILED"]}})}function descriptor(one){const isDirectory=one.kind==="bundle"||one.kind==="chain_directory";return{name:(0,sanitize.pj)(one.path),digest:{sha256:one.sha256},...isDirectory?{annotations:{digest_of:"lines of path NUL sha256 LF, sorted"}}:{}}}const FORMATS={json,markdown:model=>markdown(model),sarif,junit,"code-quality":codeQuality,html,tap,vsa,"proof-record":proofRecord};function formatReport(name,model){return FORMATS[name](model)}})};
