"use strict";exports.id=680,exports.ids=[680],exports.modules={2771:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{f:()=>sha256Hex,s:()=>sha256});var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7598),node_crypto__WEBPACK_IMPORTED_MODULE_0___default=__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);const oneShot=node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash,sha256Hex=oneShot===void 0?data=>node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash("sha256").update(data).digest("hex"):data=>oneShot("sha256",data,"hex");function sha256(){return node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash("sha256")}}),7503:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{NL:()=>arrange,Yz:()=>canonicalSlow,bI:()=>countMembers,dw:()=>canonicalize,f6:()=>needsSlow,sU:()=>digestHex});var _digest_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2771);let members=0,finite=!0,slow=!1;function arrange(value){return members=0,finite=!0,slow=!1,{value:order(value),members,finite}}function order(value){return typeof value!="object"?(typeof value=="number"&&(value===1/0||value===-1/0)&&(finite=!1),value):value===null?null:Array.isArray(value)?orderList(value):orderObject(value)}function orderList(list){let copy;for(let i=0;i<list.length;i++){const item=list[i],ordered=order(item);ordered!==item&&(copy===void 0&&(copy=list.slice()),copy[i]=ordered)}return copy??list}function orderObject(object){const names=Object.keys(object),count2=names.length;members+=count2;let sorted=!0,changed,before="";for(let i=0;i<count2;i++){const name=names[i];name<before&&(sorted=!1),before=name;const item=object[name];if(typeof item=="string")continue;const ordered=order(item);ordered!==item&&(changed===void 0&&(changed=new Array(count2)),changed[i]=ordered)}return sorted&&changed===void 0?object:copyInOrder(object,names,changed,sorted)}function copyInOrder(object,names,changed,sorted){const places=names.map((_,place)=>place);sorted||places.sort((a,b)=>byCodeUnits(names[a],names[b]));const copy={};for(const place of places){const name=names[place];if(name==="__proto__"||startsWithDigit(name))return slow=!0,object;copy[name]=changed?.[place]??object[name]}return copy}function countMembers(value){return members=0,finite=!0,count(value),{members,finite}}function count(value){if(typeof value!="object"){typeof value=="number"&&(value===1/0||value===-1/0)&&(finite=!1);return}if(value!==null){if(Array.isArray(value)){for(const item of value)count(item);return}for(const name in value){members++;const item=value[name];typeof item!="string"&&count(item)}}}function byCodeUnits(a,b){return a<b?-1:a>b?1:0}function startsWithDigit(name){const c=name.charCodeAt(0);return c>=48&&c<=57}function needsSlow(){return slow}function canonicalize(value){const arranged=arrange(value);return slow?canonicalSlow(value):JSON.stringify(arranged.value)}function canonicalSlow(value){if(value===null||typeof value!="object")return JSON.stringify(value);if(Array.isArray(value))return`[${value.map(item=>canonicalSlow(item)).join(",")}]`;const object=value,names=Object.keys(object).sort(byCodeUnits);let text="{";for(let i=0;i<names.length;i++){const name=names[i];text+=`${i===0?"":","}${JSON.stringify(name)}:${canonicalSlow(object[name])}`}return`${text}}`}function digestHex(value){return(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__.f)(canonicalize(value))}}),4471:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Vh:()=>readJson,au:()=>parseUnchecked,cv:()=>exactFault});var node_buffer__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4573),node_buffer__WEBPACK_IMPORTED_MODULE_0___default=__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__),_fault_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6430),_jcs_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(7503),_scan_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(1694),_strict_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(2242);const SURROGATE_ESCAPE=/\\u[dD][89a-fA-F]/;function parseUnchecked(bytes,maxDepth,scanned){const ascii=(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes);if(!ascii&&!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))throw exactFault(bytes,maxDepth);const{members,escapes}=scanned??(0,_scan_js__WEBPACK_IMPORTED_MODULE_3__.S)(bytes,maxDepth),text=Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length).toString(ascii?"latin1":"utf8");let value;try{value=JSON.parse(text)}catch{throw exactFault(bytes,maxDepth)}return escapes&&SURROGATE_ESCAPE.test(text)&&(0,_strict_js__WEBPACK_IMPORTED_MODULE_4__.z3)(bytes,maxDepth),{value,members}}function readJson(bytes,maxDepth){if(bytes.length===0)throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("io.empty","the file is empty",{offset:0});const{value,members}=parseUnchecked(bytes,maxDepth),walked=(0,_jcs_js__WEBPACK_IMPORTED_MODULE_2__.NL)(value);if(walked.members!==members||!walked.finite)throw exactFault(bytes,maxDepth);return value}function exactFault(bytes,maxDepth){try{(0,_strict_js__WEBPACK_IMPORTED_MODULE_4__.z3)(bytes,maxDepth)}catch(error){if(error instanceof Error)return error}return new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("json.syntax","not valid JSON: two readers disagree about it",{offset:0})}}),1694:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{D:()=>tooDeep,S:()=>scan});var _fault_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(6430);const QUOTE=34,BACKSLASH=92,COLON=58,LOWER_U=117;let escapes=!1;function scan(bytes,maxDepth){escapes=!1;let members=0,depth=0;const end=bytes.length;for(let i=0;i<end;i++){const c=bytes[i];if(c===QUOTE)i=skipString(bytes,i+1,end);else if(c===COLON)members++;else if((c|32)===123){if(++depth>maxDepth)throw tooDeep(i,maxDepth)}else(c|32)===125&&depth--}return{members,escapes}}function tooDeep(offset,maxDepth){return new _fault_js__WEBPACK_IMPORTED_MODULE_0__.v("json.depth",`nested deeper than ${maxDepth} levels (limit --max-depth)`,{offset})}function skipString(bytes,i,end){for(;i<end;i++){const c=bytes[i];if(c===QUOTE)return i;c===BACKSLASH&&(i++,bytes[i]===LOWER_U&&(escapes=!0))}return end}}),6084:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{U:()=>ChainSlicer,X:()=>LineSlicer});var _fault_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(6430),_scan_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(1694);const QUOTE=34,BACKSLASH=92,COMMA=44,COLON=58,LF=10,CR=13,OPEN_LIST=91,CLOSE_LIST=93,OPEN_OBJECT=123,CLOSE_OBJECT=125,LOWER_U=117,isBlank=c=>c===32||c===LF||c===13||c===9;var Where;(function(Where2){Where2[Where2.Outside=0]="Outside",Where2[Where2.BeforeElement=1]="BeforeElement",Where2[Where2.InElement=2]="InElement",Where2[Where2.AfterElement=3]="AfterElement"})(Where||(Where={}));class ChainSlicer{limits;where=Where.Outside;carry=new Uint8Array(0);base=0;line=1;depth=0;inString=!1;escaped=!1;outside=[];outsideBytes=0;afterColon=!1;rootIsObject=!1;keyParts=[];inKey=!1;listNext=!1;sliced=!1;cutAt=0;cutBytes=0;start=0;startLine=1;elementDepth=0;scalar=!1;members=0;escapes=!1;needComma=!1;constructor(limits){this.limits=limits}push(chunk){const carried=this.carry.length,bytes=concat(this.carry,chunk),slices=[];let i=carried;for(;i<bytes.length;)this.where===Where.Outside?i=this.scanOutside(bytes,i):this.where===Where.InElement?i=this.scanElement(bytes,i,slices):i=this.scanBetween(bytes,i);return this.where===Where.InElement?(this.checkRecordSize(bytes.length-this.start),this.carry=bytes.slice(this.start),this.base+=this.start,this.start=0):(this.carry=EMPTY,this.base+=bytes.length),slices}finish(){if(this.where!==Where.Outside)throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__.v("json.syntax","not valid JSON: the text ends inside of records",{offset:this.base+this.carry.length});const cutAt=this.cutAt,cutBytes=this.cutBytes;return{bytes:Buffer.concat(this.outside,this.outsideBytes),sliced:this.sliced,offsetOf:at=>at<cutAt?at:at+cutBytes}}keep(bytes,from,to){if(!(to<=from)){if(this.outsideBytes+=to-from,this.outsideBytes>this.limits.maxDocumentBytes)throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__.v("limit.manifest_bytes",`more than ${this.limits.maxDocumentBytes} bytes outside of records (limit --max-entry-bytes)`,{offset:this.base+from});this.outside.push(bytes.slice(from,to))}}scanOutside(bytes,from){let i=from,keyFrom=from;for(;i<bytes.length;i++){const c=bytes[i];if(c===LF&&this.line++,this.inString){this.escaped?this.escaped=!1:c===BACKSLASH?this.escaped=!0:c===QUOTE&&(this.inString=!1,this.inKey&&(this.keyParts.push(bytes.slice(keyFrom,i+1)),this.inKey=!1));continue}if(!isBlank(c)){if(c===QUOTE)this.inString=!0,this.depth===1&&this.rootIsObject&&!this.afterColon&&(this.inKey=!0,this.keyParts=[],keyFrom=i);else if(c===COLON){if(this.depth===1){this.afterColon=!0,this.listNext=this.rootIsObject&&this.isRecordsKey();continue}}else if(c===COMMA)this.depth===1&&(this.afterColon=!1);else if(c===OPEN_LIST&&this.listNext){if(this.sliced)throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__.v("json.duplicate_member",'member "records" occurs twice in one object',{offset:this.base+i});if(++this.depth>this.limits.maxDepth)throw(0,_scan_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.base+i,this.limits.maxDepth);return this.keep(bytes,from,i+1),this.listNext=!1,this.sliced=!0,this.cutAt=this.outsideBytes,this.cutBytes=-(this.base+i+1),this.where=Where.BeforeElement,this.needComma=!1,i+1}else if(c===OPEN_OBJECT||c===OPEN_LIST){if(this.depth===0&&(this.rootIsObject=c===OPEN_OBJECT),++this.depth>this.limits.maxDepth)throw(0,_scan_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.base+i,this.limits.maxDepth)}else(c===CLOSE_OBJECT||c===CLOSE_LIST)&&this.depth--;this.listNext=!1}}return this.inKey&&this.keyParts.push(bytes.slice(keyFrom)),this.keep(bytes,from,i),i}isRecordsKey(){const raw=Buffer.concat(this.keyParts).toString("utf8");if(raw==='"records"')return!0;if(!raw.includes("\\"))return!1;try{return JSON.parse(raw)==="records"}catch{return!1}}scanBetween(bytes,from){for(let i=from;i<bytes.length;i++){const c=bytes[i];if(c===LF&&this.line++,!isBlank(c)){if(c===CLOSE_LIST&&!(this.where===Where.BeforeElement&&this.needComma))return this.cutBytes+=this.base+i,this.where=Where.Outside,i;if(this.where===Where.AfterElement){if(c!==COMMA)throw this.syntax("a comma or ] is expected between records",this.base+i);this.where=Where.BeforeElement,this.needComma=!0;continue}if(c===COMMA||c===COLON||c===CLOSE_LIST||c===CLOSE_OBJECT)throw this.syntax("a record is expected",this.base+i);return this.beginElement(i,c),i}}return bytes.length}beginElement(at,c){this.where=Where.InElement,this.start=at,this.startLine=this.line,this.elementDepth=0,this.members=0,this.escapes=!1,this.inString=!1,this.escaped=!1,this.scalar=c!==OPEN_OBJECT&&c!==OPEN_LIST&&c!==QUOTE}scanElement(bytes,from,slices){const end=bytes.length,deepest=this.limits.maxDepth-2;let i=from,depth=this.elementDepth,members=this.members,inString=this.inString;for(;i<end;i++){let c=bytes[i];if(inString){if(this.escaped){this.escaped=!1,c===LOWER_U&&(this.escapes=!0);continue}for(;c!==QUOTE&&c!==BACKSLASH&&!(++i>=end);)c=bytes[i];if(i>=end)break;if(c===BACKSLASH){this.escaped=!0;continue}if(inString=!1,depth===0)return i++,this.endElement(bytes,i,members,slices);continue}if(c===QUOTE)inString=!0;else if(c===COLON)members++;else if(c===LF)this.line++;else if((c|32)===OPEN_OBJECT){if(++depth>deepest)throw(0,_scan_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.base+i,this.limits.maxDepth)}else if((c|32)===CLOSE_OBJECT){if(depth===0)return this.endElement(bytes,i,members,slices);if(--depth===0)return this.endElement(bytes,i+1,members,slices)}else if(this.scalar&&(c===COMMA||isBlank(c)))return this.endElement(bytes,i,members,slices)}return this.elementDepth=depth,this.members=members,this.inString=inString,i}endElement(bytes,end,members,slices){return this.checkRecordSize(end-this.start),slices.push({bytes:bytes.subarray(this.start,end),offset:this.base+this.start,line:this.startLine,members,escapes:this.escapes}),this.where=Where.AfterElement,this.inString=!1,end}checkRecordSize(bytes){if(!(bytes<=this.limits.maxRecordBytes))throw recordTooLarge(this.limits,this.base+this.start)}syntax(message,offset){return new _fault_js__WEBPACK_IMPORTED_MODULE_0__.v("json.syntax",`not valid JSON: ${message}`,{offset})}}const EMPTY=new Uint8Array(0);function concat(a,b){const both=new Uint8Array(a.length+b.length);return both.set(a),both.set(b,a.length),both}function recordTooLarge(limits,offset){return new _fault_js__WEBPACK_IMPORTED_MODULE_0__.v("limit.record_bytes",`a record is larger than ${limits.maxRecordBytes} bytes (limit --max-record-bytes)`,{offset})}class LineSlicer{limits;carry=EMPTY;base=0;line=1;constructor(limits){this.limits=limits}push(chunk){const searchFrom=this.carry.length,bytes=concat(this.carry,chunk),slices=[];let start=0;for(let from=searchFrom;;){const at=bytes.indexOf(LF,from);if(at===-1)break;this.emit(bytes,start,at,slices),this.line++,start=at+1,from=start}if(bytes.length-start>this.limits.maxRecordBytes+1)throw recordTooLarge(this.limits,this.base+start);return this.carry=bytes.slice(start),this.base+=start,slices}finish(){const slices=[];return this.emit(this.carry,0,this.carry.length,slices),slices}emit(bytes,from,to,slices){let start=from,end=to;if(bytes[end-1]===CR&&end>start&&end--,end-start>this.limits.maxRecordBytes)throw recordTooLarge(this.limits,this.base+start);for(;start<end&&isBlank(bytes[start]);)start++;for(;end>start&&isBlank(bytes[end-1]);)end--;start!==end&&slices.push({bytes:bytes.subarray(start,end),offset:this.base+start,line:this.line,members:-1,escapes:!1})}}}),2242:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{hD:()=>quote,x$:()=>pointerPart,x5:()=>locate,y5:()=>INVALID_UTF8,z3:()=>parseStrict});var node_buffer__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4573),node_buffer__WEBPACK_IMPORTED_MODULE_0___default=__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__),_fault_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6430);function parseStrict(bytes,maxDepth){return new StrictReader(bytes,maxDepth).document()}const ESCAPES={'"':!0,"\\":!0,"/":!0,b:!0,f:!0,n:!0,r:!0,t:!0};class StrictReader{bytes;maxDepth;at=0;constructor(bytes,maxDepth){this.bytes=bytes,this.maxDepth=maxDepth}document(){if(checkEncoding(this.bytes),this.blanks(),this.at>=this.bytes.length)throw this.syntax("the text is empty");const node=this.value(0);if(this.blanks(),this.at<this.bytes.length)throw this.syntax("there is something after the end of the JSON value");return node}syntax(message,offset=this.at){const where=offset>=this.bytes.length?" (the text ends too early)":"";return new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("json.syntax",`not valid JSON: ${message}${where}`,{offset})}blanks(){for(;;){const c=this.bytes[this.at];if(c!==32&&c!==10&&c!==13&&c!==9)return;this.at++}}value(depth){const c=this.bytes[this.at];if(c===123||c===91){if(depth>=this.maxDepth)throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("json.depth",`nested deeper than ${this.maxDepth} levels (limit --max-depth)`,{offset:this.at});return c===123?this.object(depth+1):this.array(depth+1)}if(c===34){const start=this.at;return this.string(),{type:"string",start,end:this.at}}return c===45||c!==void 0&&c>=48&&c<=57?this.number():this.literal()}object(depth){const start=this.at++,members=[],seen=new Set;if(this.blanks(),this.bytes[this.at]===125)return this.at++,{type:"object",start,end:this.at,members};for(;;){const nameStart=this.at;if(this.bytes[this.at]!==34)throw this.syntax("a member name in double quotes is expected");const name=this.string();if(seen.has(name))throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("json.duplicate_member",`member ${quote(name)} occurs twice in one object`,{offset:nameStart});if(seen.add(name),this.blanks(),this.bytes[this.at]!==58)throw this.syntax(`a colon is expected after ${quote(name)}`);this.at++,this.blanks(),members.push({name,nameStart,value:this.value(depth)}),this.blanks();const c=this.bytes[this.at];if(c===125)break;if(c!==44)throw this.syntax("a comma or } is expected");this.at++,this.blanks()}return this.at++,{type:"object",start,end:this.at,members}}array(depth){const start=this.at++,items=[];if(this.blanks(),this.bytes[this.at]===93)return this.at++,{type:"array",start,end:this.at,items};for(;;){items.push(this.value(depth)),this.blanks();const c=this.bytes[this.at];if(c===93)break;if(c!==44)throw this.syntax("a comma or ] is expected");this.at++,this.blanks()}return this.at++,{type:"array",start,end:this.at,items}}string(){const start=this.at++;let escaped=!1;for(;;){const c=this.bytes[this.at];if(c===void 0)throw this.syntax("a string is not closed");if(c===34)break;if(c<32)throw this.syntax("a control character in a string must be escaped");c===92?(escaped=!0,this.escape()):this.at++}this.at++;const raw=Buffer.from(this.bytes.buffer,this.bytes.byteOffset+start,this.at-start).toString("utf8");if(!escaped)return raw.slice(1,-1);const text=JSON.parse(raw);if(!text.isWellFormed())throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("json.encoding","a string holds a lone surrogate escape, which is no character",{offset:start});return text}escape(){const next=this.bytes[this.at+1];if(next===117){for(let i=2;i<6;i++){const c=this.bytes[this.at+i];if(c===void 0||!/[0-9a-fA-F]/.test(String.fromCharCode(c)))throw this.syntax("\\u needs four hex digits")}this.at+=6;return}if(next===void 0||ESCAPES[String.fromCharCode(next)]!==!0)throw this.syntax("an unknown escape in a string");this.at+=2}number(){const start=this.at;let end=start;for(;end<this.bytes.length&&/[-+.0-9eE]/.test(String.fromCharCode(this.bytes[end]));)end++;const text=Buffer.from(this.bytes.buffer,this.bytes.byteOffset+start,end-start).toString("latin1");if(!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text))throw this.syntax(`${quote(text)} is no JSON number`,start);if(!Number.isFinite(Number(text)))throw this.syntax(`the number ${quote(text)} is outside the range of a double`,start);return this.at=end,{type:"number",start,end}}literal(){const start=this.at;for(const word of["true","false","null"])if(Buffer.from(this.bytes.buffer,this.bytes.byteOffset+start,Math.min(word.length,this.bytes.length-start)).toString("latin1")===word)return this.at+=word.length,{type:"literal",start,end:this.at};throw this.syntax("a JSON value is expected")}}const INVALID_UTF8="the text is not valid UTF-8";function checkEncoding(bytes){const[a,b,c]=bytes;if(a===239&&b===187&&c===191)throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("json.encoding","the text starts with a byte order mark",{offset:0});if(a===255&&b===254||a===254&&b===255||bytes.length>3&&a===0!=(b===0))throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("json.encoding","the text is not UTF-8 (it looks like UTF-16 or UTF-32)",{offset:0});if(!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__.v("json.encoding",INVALID_UTF8,{offset:firstInvalid(bytes)})}function firstInvalid(bytes){let low=0,high=bytes.length;for(;high-low>1;){let middle=low+high>>1;for(;middle>low&&(bytes[middle]&192)===128;)middle--;if(middle===low)break;(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(low,middle))?low=middle:high=middle}for(;;){const at=low,length=[1,2,3,4].find(one=>at+one<=bytes.length&&(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(at,at+one)));if(length===void 0)return low;low+=length}}function quote(text){return JSON.stringify(text.length>80?`${text.slice(0,77)}...`:text)}function locate(root,pointer){let node=root,offset=root.start;for(const part of pointer===""?[]:pointer.slice(1).split("/")){const name=part.replace(/~1/g,"/").replace(/~0/g,"~"),member=node.members?.find(one=>one.name===name),item=node.items?.[Number(name)];if(member!==void 0)node=member.value,offset=member.nameStart;else if(item!==void 0)node=item,offset=item.start;else break}return{offset,end:node.end}}function pointerPart(name){return`/${String(name).replace(/~/g,"~0").replace(/\//g,"~1")}`}}),7150:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{nV:()=>parseInstant,tt:()=>trimFraction,uZ:()=>isInstant});const RFC3339=/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/,PLAIN_UTC_LENGTH=20,MONTH_DAYS=[31,28,31,30,31,30,31,31,30,31,30,31];function daysIn(year,month){const leap=year%4===0&&year%100!==0||year%400===0;return month===2&&leap?29:MONTH_DAYS[month-1]??0}function parseInstant(text){const match=RFC3339.exec(text);if(match===null)return;const year=Number(match[1]),month=Number(match[2]),day=Number(match[3]),hour=Number(match[4]),minute=Number(match[5]),second=Number(match[6]);if(month<1||day<1||day>daysIn(year,month)||hour>23||minute>59||second>59)return;const date=new Date(0);date.setUTCFullYear(year,month-1,day),date.setUTCHours(hour,minute,second);let epochMs=date.getTime();const fraction=match[7]!==void 0;if(match[8]!==void 0){const hours=Number(match[9]),minutes=Number(match[10]);if(hours>23||minutes>59)return;epochMs-=(match[8]==="-"?-1:1)*(hours*60+minutes)*6e4}const utc=text.length===PLAIN_UTC_LENGTH?text:formatUtc(epochMs);return fraction&&(epochMs+=Number((match[7]??"").slice(1,4).padEnd(3,"0"))),{epochMs,utc,fraction}}function isInstant(text){return parseInstant(text)!==void 0}function formatUtc(epochMs){const date=new Date(epochMs),pad=(n,width=2)=>String(Math.abs(n)).padStart(width,"0"),year=date.getUTCFullYear();return`${year<0?"-":""}${pad(year,4)}-${pad(date.getUTCMonth()+1)}-${pad(date.getUTCDate())}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}Z`}function trimFraction(text){return text.replace(/\.(\d*?)0*(?=Z|[+-])/,(_,digits)=>digits===""?"":`.${digits}`)}}),3858:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{g:()=>Collector,m:()=>offsetOfPointer});async function positionsOf(source,offsets){const wanted=[...new Set(offsets)].sort((a,b)=>a-b),found=new Map;let next=0,at=0,line=1,column=1;for await(const chunk of source.chunks()){for(let i=0;i<chunk.length&&next<wanted.length;i++,at++){for(;next<wanted.length&&at===wanted[next];)found.set(wanted[next++],{line,column});const c=chunk[i];c===10?(line++,column=1):(c&192)!==128&&(column+=c>=240?2:1)}if(next>=wanted.length)break}for(;next<wanted.length;)found.set(wanted[next++],{line,column});return found}var strict=__webpack_require__(2242),fault=__webpack_require__(6430),findings=__webpack_require__(8594),limits=__webpack_require__(3756);class Collector{artifact;kept=[];more=0;exits=new Set;constructor(artifact){this.artifact=artifact}get failed(){return this.exits.size>0}get wantsPlaces(){return this.kept.length<limits.Mt}add(code,message,spot={}){const place={};spot.pointer!==void 0&&(place.pointer=spot.pointer),spot.recordId!==void 0&&spot.recordId!==""&&(place.record_id=spot.recordId),spot.entry!==void 0&&(place.entry=spot.entry);const made=(0,findings.gk)(code,message,this.artifact,place,spot.severity),pending={finding:made,source:spot.source,offset:spot.offset},news=made.severity==="error"&&!this.exits.has(made.exit_code);made.severity==="error"&&this.exits.add(made.exit_code),this.kept.length<limits.Mt?this.kept.push(pending):(this.more++,news&&(this.kept[this.expendable()]=pending))}expendable(){const exitOf=({finding})=>finding.severity==="error"?finding.exit_code:0;return this.kept.findLastIndex(one=>{const exit=exitOf(one);return exit===0||this.kept.some(other=>other!==one&&exitOf(other)===exit)})}fault(error,spot={}){if(!(error instanceof fault.v))throw error;const{offset,pointer,entry}=error.place;this.add(error.code,error.message,{...spot,...offset===void 0?{}:{offset:(spot.offset??0)+offset},...pointer===void 0?{}:{pointer},...entry===void 0?{}:{entry}})}async settle(main){const bySource=new Map;for(const pending of this.kept){const source=pending.source??main;if(source===void 0||pending.offset===void 0)continue;const list=bySource.get(source);list===void 0?bySource.set(source,[pending]):list.push(pending)}for(const[source,list]of bySource){let positions;try{positions=await positionsOf(source,list.map(pending=>pending.offset??0))}catch{continue}for(const pending of list){const position=positions.get(pending.offset??0);position!==void 0&&(pending.finding={...pending.finding,...position})}}return{findings:this.kept.map(pending=>pending.finding),more:this.more}}}function offsetOfPointer(bytes,pointer,maxDepth){try{return(0,strict.x5)((0,strict.z3)(bytes,maxDepth),pointer).offset}catch{return 0}}}),6430:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{v:()=>Fault});class Fault extends Error{code;place;name="Fault";constructor(code,message,place={}){super(message),this.code=code,this.place=place}}}),8594:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{D5:()=>worstCode,TG:()=>FINDINGS,WR:()=>EXIT_ORDER,Y:()=>ruleOf,gX:()=>worstExit,gk:()=>finding});const rule=(severity,exit,title,remedy)=>({severity,exit,title,remedy}),error=(exit,title,remedy)=>rule("error",exit,title,remedy),warning=(exit,title,remedy)=>rule("warning",exit,title,remedy),notice=(exit,title,remedy)=>rule("notice",exit,title,remedy),RESTORE="Restore the artifact as its producer wrote it, or have the producer write it again.",REPRODUCE="Have the producer write the artifact again; do not edit it by hand.",REPACK="Build the archive again with its producer; do not repack it with other tools.",RELIMIT="If the artifact is legitimate, raise the limit with the option named in the message.",FINDINGS={internal:error(1,"The verifier itself failed on this artifact","This is our bug: report it with the artifact. Until then the artifact counts as not verified."),"json.syntax":error(6,"Not valid JSON",REPRODUCE),"json.encoding":error(6,"Not valid UTF-8 JSON text","Write the file as UTF-8 without a byte order mark and without lone surrogates."),"json.duplicate_member":error(6,"A member name occurs twice in one object","Two readers may see different values: have the producer write each member once."),"json.case_collision":error(6,"A member name differs from a known one only by case","Remove the twin: some readers take it for the real member."),"json.depth":error(6,"JSON is nested too deeply","Flatten the document, or raise --max-depth (200 by default)."),"kind.unsupported":error(6,"Not a Proof artifact","Point the gate at records, chains, streams, bundles, packs or signed JSON only."),"kind.ambiguous":error(2,"The file claims to be two kinds of artifact at once",RESTORE),"io.not_found":error(6,"File not found","Check the path; the producer may not have run."),"io.unreadable":error(6,"File cannot be read","Check permissions of the file and of the user that runs the gate."),"io.empty":error(6,"File is empty","The producer was interrupted, or the file was truncated: write it again."),"io.changed":error(6,"File changed while it was read","Finish writing before the gate runs; do not verify files that are still being written."),"io.directory_empty":error(6,"Directory holds no artifacts","Check the path; the producer may have written elsewhere."),"path.escape":error(8,"Path leads outside the workspace","Replace the link by the file itself, or name the file on the command line."),"path.special_file":error(8,"Not a regular file","FIFOs, sockets and devices are never read: replace it by a regular file."),"path.symlink":error(8,"Symbolic link where none may be","Replace the link by the file itself."),"limit.artifact_bytes":error(8,"Artifact is larger than the limit",RELIMIT),"limit.entry_bytes":error(8,"Archive entry is larger than the limit",RELIMIT),"limit.total_bytes":error(8,"Archive unpacks to more than the limit",RELIMIT),"limit.entries":error(8,"Archive has more entries than the limit",RELIMIT),"limit.ratio":error(8,"Archive entry is compressed beyond the limit",RELIMIT),"limit.nesting":error(8,"Archives are nested too deeply","An archive inside an archive inside an archive is never opened."),"limit.record_bytes":error(8,"Record is larger than the limit",RELIMIT),"limit.manifest_bytes":error(8,"Manifest or document is larger than the limit",RELIMIT),"record.member_type":error(6,"A known member has the wrong JSON type",REPRODUCE),"record.timestamp_invalid":error(6,"Timestamp is not an RFC 3339 instant","Write it as YYYY-MM-DDTHH:MM:SSZ."),"record.record_id_required":error(3,"record_id is missing or empty",REPRODUCE),"record.record_version_required":error(3,"record_version is missing or blank",REPRODUCE),"record.timestamp_required":error(3,"timestamp is missing",REPRODUCE),"record.source_required":error(3,"source is missing or blank",REPRODUCE),"record.source_product_required":error(3,"source_product is missing or blank",REPRODUCE),"record.record_type_required":error(3,"record_type is missing or blank",REPRODUCE),"record.event_required":error(3,"event is missing",REPRODUCE),"record.integrity_required":error(3,"integrity is missing","Seal the record: `proof-verify hash --write FILE` fills in integrity.record_hash."),"record.hash_required":error(3,"integrity.record_hash is missing","Seal the record: `proof-verify hash --write FILE` fills it in."),"record.hash_mismatch":error(2,"Record hash does not match its content",`The record was changed after it was sealed. ${RESTORE}`),"record.unhashed_member":error(2,"A member is not covered by the record hash","Anyone could have added it: move it into event or metadata and seal the record again, or remove it."),"record.timestamp_fraction":notice(2,"The fraction of a second is not covered by the hash","Nothing to do; do not rely on the fraction."),"record.link_unresolved":notice(2,"The record links to one that is not among the artifacts","Give the gate the whole chain if its order and completeness matter."),"record.relationship_ref.id_required":error(3,"A reference has no id",REPRODUCE),"record.relationship_ref.kind_invalid":error(3,"A reference has an unknown kind","Use a built-in kind or a namespaced one such as acme.build."),"record.relationship_ref.digest_invalid":warning(3,"A reference digest is no SHA-256","Write 64 hex digits, optionally after sha256:."),"record.relationship_edge.kind_invalid":error(3,"An edge has an unknown kind","Use a built-in kind or a namespaced one such as acme.approves."),"chain.empty":error(2,"The chain has no records","A chain of nothing proves nothing: check that the producer ran."),"chain.link_broken":error(2,"A record does not link to the one before it",`A record was dropped, inserted, repeated or moved. ${RESTORE}`),"chain.head_hash_mismatch":error(2,"head_hash is not the hash of the last record",`Records were cut off or added at the end. ${RESTORE}`),"chain.record_count_mismatch":error(2,"record_count is not the number of records",`Records were dropped or added. ${RESTORE}`),"chain.member_type":error(6,"A known member of the chain has the wrong JSON type",REPRODUCE),"chain.range_invalid":error(6,"--from or --to is not an RFC 3339 instant","Write it as YYYY-MM-DDTHH:MM:SSZ."),"chain.unhashed_member":warning(2,"A member of the chain is covered by no hash or signature","Do not rely on it; put it into a record."),"stream.empty":error(2,"The stream has no records","Check that the producer ran."),"signature.missing":error(2,"A required signature is missing","Sign the artifact with a trusted key."),"signature.invalid":error(2,"A signature does not verify",`The content or the signature was changed, or another key made it. ${RESTORE}`),"signature.key_mismatch":error(2,"The signing key id is not that of a given key","Check which key signed it; give the gate the right public key if you trust that signer."),"signature.digest_mismatch":error(2,"signed_digest is not the digest of the content",`The content was changed after it was signed. ${RESTORE}`),"signature.algorithm_unsupported":error(2,"Signature algorithm is not supported","Sign with ed25519 or cosign."),"signature.not_checked":notice(2,"Signatures are there but no key was given","Give --public-key to have them checked."),"signature.key_revoked":error(2,"The signing key was revoked","Sign again with a key that is not revoked."),"signature.identity_mismatch":error(2,"The certificate belongs to another identity or issuer","Check --cosign-certificate-identity and --cosign-certificate-oidc-issuer."),"signature.certificate_untrusted":error(2,"The signing certificate is not trusted","Give the trusted roots that issued it."),"key.missing":error(6,"Signatures must be checked but there is no key","Give --public-key (or a cosign key or certificate)."),"key.invalid":error(6,"Not a usable public key","Give 64 hex digits, base64 of 32 bytes, PEM, JWK, or a file with one of them."),"key.weak":error(6,"Public key is weak","Anything verifies under such a key: generate a new one."),"cosign.identity_required":error(6,"A certificate needs an expected identity and issuer","Give --cosign-certificate-identity and --cosign-certificate-oidc-issuer."),"cosign.material_invalid":error(6,"A cosign key, certificate, bundle or trusted root cannot be read","Give PEM files or Sigstore JSON as cosign writes them."),"revocation.list_invalid":error(6,"The revocation list cannot be read","Give the signed list as its issuer published it."),"revocation.signature_invalid":error(2,"The revocation list is not signed by its key","Get the list from its issuer again; a forged list could hide a revocation."),"revocation.not_checked":warning(6,"The signature of the revocation list was not checked","Give --revocation-key: a forged list could hide a revocation."),"schema.record.invalid":error(3,"The record breaks its schema","Correct the producer; `proof-verify schema proof-record-v1` prints the schema."),"schema.record.unknown_record_type":error(3,"No schema is known for this record type","Give its schema with --custom-type-schema TYPE=FILE."),"schema.record.bundle_validation_failed":error(3,"A record of the bundle breaks the bundle’s own schema","Correct the producer, or the schema in the bundle."),"schema.chain.invalid":error(3,"The chain breaks its schema","Correct the producer; `proof-verify schema chain-v1` prints the schema."),"schema.bundle_manifest.invalid":error(3,"The bundle manifest breaks its schema","Correct the producer; `proof-verify schema bundle-manifest-v1` prints the schema."),"schema.record_types.invalid":error(3,"The record-type manifest breaks its schema","Correct the producer; `proof-verify schema record-types-v1` prints the schema."),"schema.governance_event.invalid":error(3,"The governance event breaks its schema","Correct the producer; `proof-verify schema governance-event-v1` prints the schema."),"schema.revocation_list.invalid":error(3,"The revocation list breaks its schema","Get the list from its issuer again."),"schema.custom.invalid":error(3,"A custom schema cannot be used","Correct the schema: draft-07, patterns in RE2 syntax."),"schema.custom.unreadable":error(6,"A custom schema cannot be read","Check TYPE=FILE: the file must be there and be a JSON Schema."),"schema.custom.too_large":error(3,"A custom schema is larger than 1 MiB","Split the schema."),"schema.custom.pattern_unsupported":error(3,"A custom schema has a pattern that cannot run in linear time","Rewrite it without look-around and back-references (RE2 syntax)."),"schema.custom.digest_mismatch":error(2,"A custom schema is not the one that record-types.json names",RESTORE),"schema.custom.unlisted":error(3,"A custom schema is not listed in the bundle manifest","List it in manifest.json."),"schema.custom.identity_mismatch":error(3,"A custom schema has another $id or version than record-types.json says","Make them equal."),"schema.custom.ref_unlisted":error(3,"A custom schema refers outside its set","Refer to local fragments or to schemas of the same bundle only."),"schema.custom.conflicting_definition":error(3,"A custom schema redefines a record type","Choose another record type name."),"governance.unsigned_signal":notice(3,"Governance events are signals, not evidence","Nothing to do; they never satisfy a requirement."),"structure.path_invalid":error(3,"A listed path is not allowed","List relative, /-separated, lower-case paths inside the bundle."),"structure.path_ambiguous":error(3,"A listed path can be read in two ways","List canonical paths without ., .., empty parts, trailing dots or blanks."),"structure.path_duplicate":error(3,"Two listed paths are the same or collide","List each file once."),"structure.unlisted_file":error(2,"A file is not listed in the manifest","Remove it, or have the producer list it."),"structure.symlink_ambiguous":error(3,"A symbolic link inside the artifact","Replace the link by the file itself."),"bundle.empty":error(2,"The bundle lists no files","A bundle of nothing proves nothing: check that the producer ran."),"bundle.hash_mismatch":error(2,"A file of the bundle is not the listed one",`The file was changed after the bundle was sealed. ${RESTORE}`),"bundle.file_missing":error(2,"A listed file is not there",RESTORE),"bundle.signature_missing":error(2,"The bundle is not signed","Sign the bundle with a trusted key."),"bundle.algorithm_unsupported":error(3,"The bundle names an unknown digest algorithm","Only sha256 is known."),"pack.manifest_invalid":error(3,"The pack manifest is not valid",REPACK),"pack.schema_unsupported":error(3,"The manifest has an unknown schema id or version","Update the verifier, or have a supported producer write the pack."),"pack.id_mismatch":error(2,"pack_id is not the digest of the manifest",`The manifest was changed. ${RESTORE}`),"pack.empty":error(2,"The archive lists no files","A pack of nothing proves nothing: check that the producer ran."),"pack.hash_mismatch":error(2,"An entry is not the listed one",`The entry was changed after the archive was sealed. ${RESTORE}`),"pack.entry_missing":error(2,"A listed entry is not there",RESTORE),"pack.entry_undeclared":error(2,"An entry is not listed in the manifest","Remove it, or have the producer list it."),"pack.content_invalid":error(3,"A content that says it is JSON is not",REPACK),"pack.authorization_invalid":error(3,"The authorization bundle is not valid",REPACK),"pack.evidence_missing":error(2,"Evidence that the authorization names is not there",RESTORE),"pack.evidence_mismatch":error(2,"Evidence does not have the digest that the authorization names",RESTORE),"pack.record_disagrees":warning(2,"A proof record tells otherwise of an entry than the manifest","Check the producer; the manifest was used."),"pack.misplaced_records":error(2,"Proof records lie where they are not looked for","proof_records.jsonl belongs at the top of the pack."),"runpack.digest_mismatch":error(2,"manifest_digest is not the digest of the manifest",`The manifest was changed. ${RESTORE}`),"runpack.file_required":error(3,"A runpack lacks one of its required files",REPACK),"zip.unreadable":error(6,"Not a readable zip archive","The file is truncated or no zip: have the producer write it again."),"zip.structure":error(2,"The zip archive hides or doubles bytes",REPACK),"zip.header_mismatch":error(2,"Local and central headers of an entry differ",REPACK),"zip.duplicate_entry":error(2,"Two entries have the same or an aliasing name",REPACK),"zip.name_invalid":error(3,"An entry name is not allowed",REPACK),"zip.encrypted":error(3,"An entry is encrypted",REPACK),"zip.method_unsupported":error(3,"An entry is compressed with an unknown method",REPACK),"zip.crc_mismatch":error(2,"An entry does not have its CRC",RESTORE),"zip.size_mismatch":error(2,"An entry does not have its size",RESTORE),"zip.path_escape":error(8,"An entry name leads out of the archive",REPACK),"zip.symlink":error(8,"An entry is a link or special file",REPACK),"discovery.no_artifacts":error(6,"No artifacts found","Check the patterns and that the producer ran; --if-no-artifacts-found ignore accepts none."),"discovery.unrecognized":error(6,"A matched file is no Proof artifact","Narrow the patterns, or set --unrecognized warn."),"usage.invalid":error(6,"Wrong use of the command","See --help."),"dependency.missing":error(7,"A file that the run needs is not there","Check the path of the policy, key, list or schema named in the message."),"run.timeout":error(1,"The time limit was reached","Raise --timeout, or split the artifacts over several jobs with --shard."),"run.interrupted":error(1,"The run was interrupted","Run it again; an incomplete run never passes."),"report.unwritable":error(6,"A report cannot be written","Check the path and permissions; the verdict above is still right."),"policy.invalid":error(6,"The policy is not valid","Correct the named line; `proof-verify policy check` tells all."),"policy.unsatisfiable":warning(3,"The policy can never pass","Correct the requirement named in the message."),"policy.pin_mismatch":error(8,"The policy is not the pinned one","Review the change of the policy, then update the pin."),"trust.untrusted_key":error(2,"The signer is not trusted","Add the key to the policy if you trust it, else reject the artifact."),"trust.key_expired":error(2,"The signer was not valid at that time","Sign with a key inside its window."),"trust.key_scope":error(2,"The signer may not sign this","Sign with a key that is trusted for this record type and product."),"trust.threshold":error(2,"Too few trusted signers","Have more signers sign, or correct min_signers."),"trust.mutable_policy":warning(8,"Trust comes from the change under review","Pin the policy with --policy-sha256, or read keys and policy from the base branch or a secret."),"freshness.stale":error(3,"The evidence is too old or expired","Produce it again."),"freshness.future":error(3,"The evidence lies in the future","Check the clock of the producer, or clock_skew."),"require.record_type":error(3,"Too few verified records of a required type","Run the step that produces them."),"require.source_product":error(3,"No verified record of a required product","Run the product that produces them."),"require.framework":error(3,"A framework control is not covered","See `proof-verify frameworks coverage` for what is missing."),"rule.failed":error(3,"A rule of the policy does not hold","See the message of the rule."),"approval.required":error(4,"An approval is missing","Have somebody with a trusted key approve the record."),"approval.expired":error(4,"The approval is too old","Have it approved again."),"approval.untrusted":error(4,"The approval is signed by somebody else","Have a named approver approve the record."),"baseline.invalid":error(6,"The baseline cannot be used","Write it again with `proof-verify baseline FILE`."),"framework.invalid":error(6,"The framework is unknown or not valid","`proof-verify frameworks list` names those that are known."),"drift.chain_missing":error(5,"A chain of the baseline is gone","Bring the chain back, or write a new baseline if that is meant."),"drift.chain_rewritten":error(5,"The past of a chain was rewritten","Find out who rewrote it; a chain only ever grows."),"drift.chain_truncated":error(5,"A chain is shorter than in the baseline","Find out what was cut off."),"drift.record_type_count":error(5,"Fewer records of a type than in the baseline","Find out what was dropped."),"drift.coverage":error(5,"A covered control is no longer covered","Produce the evidence again."),"drift.test_regressed":error(5,"A test that passed now fails","Mend the test or the code."),"drift.new_signer":warning(5,"A signer that was not seen before","Write a new baseline if the signer is expected."),"merge.invalid":error(6,"Reports of shards do not belong together","Merge all reports of one run, each once.")};function ruleOf(code){return code in FINDINGS?FINDINGS[code]:FINDINGS["rule.failed"]}function finding(code,message,artifact,place={},severity){const declared=ruleOf(code);return{code,severity:severity??declared.severity,exit_code:declared.exit,message,artifact,...place}}const EXIT_ORDER=[8,1,7,6,2,3,4,5];function worstCode(codes){let best=EXIT_ORDER.length;for(const code of codes){const rank=EXIT_ORDER.indexOf(code);rank!==-1&&rank<best&&(best=rank)}return EXIT_ORDER[best]??0}function worstExit(findings){return worstCode(findings.filter(one=>one.severity==="error").map(one=>one.exit_code))}}),3023:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{GS:()=>placed,H5:()=>verifyChain,pQ:()=>chainRules});var _canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2771),_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(7503),_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(4471),_canonical_slices_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(6084),_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(2242),_canonical_time_js__WEBPACK_IMPORTED_MODULE_11__=__webpack_require__(7150),_collector_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(3858),_options_js__WEBPACK_IMPORTED_MODULE_12__=__webpack_require__(300),_schema_registry_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(3812),_signature_signature_object_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(6589),_members_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(9393),_record_view_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__(4281),_records_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__(476),_schema_view_js__WEBPACK_IMPORTED_MODULE_13__=__webpack_require__(3849);const CHAIN_MEMBERS=new Set(["chain_id","created_at","record_count","head_hash","records","signatures"]);async function verifyChain(source,collector,options,others,inside){const run=new _records_js__WEBPACK_IMPORTED_MODULE_10__.f(collector,options,inside?.rules??chainRules(options)),entry=inside?.entry,slicer=new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_3__.U(options.limits);let skeleton;try{for await(const chunk of source.chunks()){const slices=slicer.push(chunk);if(slices.length>0&&await run.push(slices,source,entry),options.aborted?.()===!0)return}skeleton=slicer.finish()}catch(error){collector.fault(error,{source,...entry===void 0?{}:{entry}})}const summary=await run.finish();if(skeleton===void 0)return{summary,chainId:void 0,signatures:0,keyIds:new Set};if(!skeleton.sliced){await others(skeleton);return}return checkDocument({skeleton,source,entry,collector,options},summary,inside?.rules.signatures)}function chainRules(options){return{link:"chain",schema:options.mode==="gate"?"typed":"none",nullRecord:"empty"}}async function checkDocument(at,summary,known){const{skeleton,source,entry,collector,options}=at,none={summary,chainId:void 0,signatures:0,keyIds:new Set};let document;try{document=(0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__.Vh)(skeleton.bytes,options.limits.maxDepth)}catch(error){return collector.fault(placed(error,skeleton),{source,...entry===void 0?{}:{entry}}),none}if(!(0,_members_js__WEBPACK_IMPORTED_MODULE_8__.Gv)(document))return none;const raise=raiser(at),head=readHead(document,options,raise);if(options.mode==="gate"){summary.records===0&&raise({code:"chain.empty",message:"the chain has no records",pointer:"/records"});for(const problem of(0,_schema_registry_js__WEBPACK_IMPORTED_MODULE_6__.mv)("chain-v1",document))raise(problem);for(const name of Object.keys(document)){if(CHAIN_MEMBERS.has(name))continue;const pointer=(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__.x$)(name);if(claimsOtherKind(document,name)){const message=`members "records" and ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__.hD)(name)} belong to different kinds of artifact`;raise({code:"kind.ambiguous",message,pointer})}else raise({code:"chain.unhashed_member",message:`member ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__.hD)(name)} is covered by no hash`,pointer})}}checkDeclared(head,summary,options,raise);const signed=known==="known"?{signatures:0,keyIds:new Set}:await checkSignatures(head,at,raise);return{summary,chainId:head.chainId,...signed}}function claimsOtherKind(document,name){if(name!=="schema_id")return name==="record_id"||name==="pack_id"||name==="signature";const schema=(0,_members_js__WEBPACK_IMPORTED_MODULE_8__.Dc)(document,name);return typeof schema=="string"&&schema.startsWith("gait.")}function readHead(document,options,raise){const problems=[],read=new _members_js__WEBPACK_IMPORTED_MODULE_8__.uG(problems,"chain.member_type");for(const variant of(0,_members_js__WEBPACK_IMPORTED_MODULE_8__.r0)(document,CHAIN_MEMBERS)??[])!variant.twin&&options.mode==="compat"||problems.push({code:"json.case_collision",message:`member ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__.hD)(variant.name)} differs from ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__.hD)(variant.known)} only by case`,pointer:`/${variant.name}`});const head={chainId:read.text(document,"chain_id",""),createdAt:read.text(document,"created_at",""),recordCount:read.integer(document,"record_count",""),headHash:read.text(document,"head_hash",""),signatures:read.list(document,"signatures","")??[]};head.createdAt!==void 0&&(0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_11__.nV)(head.createdAt)===void 0&&problems.push({code:"chain.member_type",message:`created_at ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__.hD)(head.createdAt)} is not an RFC 3339 instant`,pointer:"/created_at"});for(const problem of problems)raise(problem);return head}function checkDeclared(head,summary,options,raise){const declared=head.headHash??"";if(declared!==summary.headHash){const last=summary.records===0?"there are no records":`the last record has hash ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__.hD)(summary.headHash)}`;raise({code:"chain.head_hash_mismatch",message:declared===""?`head_hash is missing; ${last}`:`head_hash is ${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_4__.hD)(declared)} but ${last}`,pointer:"/head_hash"})}options.strict&&(head.recordCount??0)!==summary.records&&raise({code:"chain.record_count_mismatch",message:`record_count is ${head.recordCount??"missing"} but there are ${summary.records} records`,pointer:"/record_count"})}async function checkSignatures(head,{source,options},raise){const keyIds=new Set;if(options.mode==="compat"||options.signatures==="off"||head.signatures.length===0)return{signatures:0,keyIds};if(!options.trust.configured&&!(0,_options_js__WEBPACK_IMPORTED_MODULE_12__.P)(options))return raise({code:"signature.not_checked",message:`${head.signatures.length} chain signature(s) were not checked: no key was given`,pointer:"/signatures"}),{signatures:0,keyIds};const digest=await chainDigest(head,source,options);return digest===void 0?{signatures:0,keyIds}:(head.signatures.forEach((signature,i)=>{const result=(0,_signature_signature_object_js__WEBPACK_IMPORTED_MODULE_7__.cD)(signature,digest,"ascii-hex",options.trust.keys,options.mode);if(result.ok)keyIds.add(result.keyId);else{const at=result.member===void 0?"":`/${result.member}`;raise({code:result.code,message:`chain signature: ${result.message}`,pointer:`/signatures/${i}${at}`})}}),{signatures:keyIds.size,keyIds})}async function chainDigest(head,source,options){const created=head.createdAt===void 0?void 0:(0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_11__.nV)(head.createdAt),hash=(0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__.s)(),front=(0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__.dw)({chain_id:head.chainId??"",created_at:created?.utc??"0001-01-01T00:00:00Z",head_hash:head.headHash??"",record_count:head.recordCount??0});hash.update(`${front.slice(0,-1)},"records":[`);const slicer=new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_3__.U(options.limits);let first=!0;for await(const chunk of source.chunks())for(const slice of slicer.push(chunk)){const text=typedText(slice,options);if(text===void 0)return;hash.update(first?text:`,${text}`),first=!1}return hash.update("]}"),hash.digest("hex")}function typedText(slice,options){let value;try{value=(0,_canonical_read_js__WEBPACK_IMPORTED_MODULE_2__.Vh)(slice.bytes,options.limits.maxDepth)}catch{return}if(!(0,_members_js__WEBPACK_IMPORTED_MODULE_8__.Gv)(value))return;const{view}=(0,_record_view_js__WEBPACK_IMPORTED_MODULE_9__.ZU)(value,{loneCaseVariants:"refuse"});if(view===void 0)return;const timestamp=view.timestamp===void 0?void 0:(0,_canonical_time_js__WEBPACK_IMPORTED_MODULE_11__.tt)(view.timestamp),typed={...(0,_schema_view_js__WEBPACK_IMPORTED_MODULE_13__.y)(view,timestamp)};return view.metadata!==void 0&&Object.keys(view.metadata).length===0&&delete typed.metadata,(0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__.dw)(typed)}function raiser({skeleton,source,entry,collector,options}){return problem=>collector.add(problem.code,problem.message,{source,...entry===void 0?{}:{entry},pointer:problem.pointer,severity:problem.severity,offset:skeleton.offsetOf((0,_collector_js__WEBPACK_IMPORTED_MODULE_5__.m)(skeleton.bytes,problem.pointer,options.limits.maxDepth))})}function placed(error,skeleton){if(typeof error=="object"&&error!==null&&"place"in error){const place=error.place;place.offset!==void 0&&(place.offset=skeleton.offsetOf(place.offset))}return error}}),9393:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Dc:()=>member,Gv:()=>isObject,QP:()=>typeOf,r0:()=>caseVariants,uG:()=>MemberReader});var _canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2242);function isObject(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}function member(object,name){return Object.hasOwn(object,name)?object[name]:void 0}const TYPE_NAMES={string:"a string",number:"a number",boolean:"true or false",object:"an object",list:"a list",integer:"a whole number"};function typeOf(value){return value===null?"null":Array.isArray(value)?"list":typeof value}class MemberReader{problems;code;constructor(problems,code){this.problems=problems,this.code=code}wrong(pointer,name,wanted,got){this.problems.push({code:this.code,message:`${(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__.hD)(name)} must be ${TYPE_NAMES[wanted]??wanted}, not ${TYPE_NAMES[typeOf(got)]??typeOf(got)}`,pointer:pointer+(0,_canonical_strict_js__WEBPACK_IMPORTED_MODULE_0__.x$)(name)})}text(object,name,pointer){const value=member(object,name);if(typeof value=="string")return value;value!=null&&this.wrong(pointer,name,"string",value)}flag(object,name,pointer){const value=member(object,name);if(typeof value=="boolean")return value;value!=null&&this.wrong(pointer,name,"boolean",value)}object(object,name,pointer){const value=member(object,name);if(value!=null){if(isObject(value))return value;this.wrong(pointer,name,"object",value)}}list(object,name,pointer){const value=member(object,name);if(value!=null){if(Array.isArray(value))return value;this.wrong(pointer,name,"list",value)}}integer(object,name,pointer){const value=member(object,name);if(typeof value=="number"&&Number.isSafeInteger(value))return value;value!=null&&this.wrong(pointer,name,"integer",value)}}function fold(name){return name.replace(/\u017f/g,"s").replace(/\u212a/g,"k").toLowerCase()}function caseVariants(object,known){let found,seen;for(const name of Object.keys(object)){if(known.has(name))continue;const folded=fold(name);known.has(folded)&&(found??=[],seen??=new Map,found.push({name,known:folded,twin:Object.hasOwn(object,folded)||seen.has(folded)}),seen.set(folded,name))}return found}}),5042:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{oj:()=>recordHash});var _canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2771),_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(7503);const NOTHING={previous_record_hash:""};function recordHash(view){return`sha256:${(0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__.f)(canonicalPayload(view))}`}function canonicalPayload(view){const previous=view.integrity.previousRecordHash,payload={agent_id:view.agentId,controls:view.controls,event:view.event??null,integrity:previous===""?NOTHING:{previous_record_hash:previous},metadata:view.metadata??null,record_id:view.recordId,record_type:view.recordType,record_version:view.recordVersion};view.relations!==void 0&&(payload.relations=view.relations.value),view.relationship!==void 0&&(payload.relationship=view.relationship.value),payload.source=view.source,payload.source_product=view.sourceProduct,payload.timestamp=view.utc;const arranged=(0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__.NL)(payload);return(0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__.f6)()?(0,_canonical_jcs_js__WEBPACK_IMPORTED_MODULE_1__.Yz)(payload):JSON.stringify(arranged.value)}}),4281:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{mp:()=>checkRequired,ZU:()=>viewRecord});var strict=__webpack_require__(2242),time=__webpack_require__(7150),members=__webpack_require__(9393);const RELATIONSHIP=new Set(["parent_ref","entity_refs","policy_ref","agent_chain","edges","parent_record_id","related_record_ids","related_entity_ids","agent_lineage"]),REFERENCE=new Set(["kind","id","digest","schema_id","schema_version","source_product"]),OPTIONAL_REFERENCE=["digest","schema_id","schema_version","source_product"],EDGE=new Set(["kind","from","to"]),HOP=new Set(["identity","role"]),POLICY_REF=new Set(["policy_id","policy_version","policy_digest","matched_rule_ids"]),LINEAGE_HOP=new Set(["agent_id","delegated_by","delegation_record_id"]),PARENT_KINDS=new Set(["trace","run","session","intent","policy","agent","evidence"]),ENTITY_KINDS=new Set(["agent","tool","resource","policy","run","trace","delegation","evidence"]),EDGE_KINDS=new Set(["delegates_to","calls","governed_by","targets","derived_from","emits_evidence"]),NAMESPACED=/^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)+$/,DIGEST=/^(?:sha256:)?[0-9a-fA-F]{64}$/;function viewRelationship(raw,pointer,context){const viewer=new RelationshipViewer(context);return{value:viewer.relationship(raw,pointer),problems:viewer.problems}}class RelationshipViewer{context;problems=[];constructor(context){this.context=context}relationship(raw,pointer){const read=this.context.reader,value=this.context.known(raw,RELATIONSHIP,pointer,!0),view=unknownMembers(value,RELATIONSHIP),parent=read.object(value,"parent_ref",pointer);parent!==void 0&&(view.parent_ref=this.reference(parent,`${pointer}/parent_ref`,PARENT_KINDS)),this.listOf(view,value,"entity_refs",pointer,(item,at)=>this.reference(item,at,ENTITY_KINDS));const policy=read.object(value,"policy_ref",pointer);return policy!==void 0&&(view.policy_ref=this.policy(policy,`${pointer}/policy_ref`)),this.listOf(view,value,"agent_chain",pointer,(item,at)=>this.hop(item,at)),this.listOf(view,value,"edges",pointer,(item,at)=>this.edge(item,at)),this.textUnlessEmpty(view,value,"parent_record_id",pointer),this.texts(view,value,"related_record_ids",pointer),this.texts(view,value,"related_entity_ids",pointer),this.listOf(view,value,"agent_lineage",pointer,(item,at)=>this.lineage(item,at)),view}listOf(view,value,name,pointer,each){const list=this.context.reader.list(value,name,pointer);list===void 0||list.length===0||(view[name]=list.map((item,i)=>item!==null&&!(0,members.Gv)(item)?(this.context.reader.wrong(`${pointer}/${name}`,String(i),"object",item),{}):each(item??{},`${pointer}/${name}/${i}`)))}texts(view,value,name,pointer){const list=this.context.reader.list(value,name,pointer);list===void 0||list.length===0||(view[name]=list.map((item,i)=>item===null?"":(typeof item!="string"&&this.context.reader.wrong(`${pointer}/${name}`,String(i),"string",item),item)))}textUnlessEmpty(view,value,name,pointer){const text=this.context.reader.text(value,name,pointer);text!==void 0&&text!==""&&(view[name]=text)}reference(raw,pointer,kinds){const read=this.context.reader,value=this.context.known(raw,REFERENCE,pointer,!0),view=unknownMembers(value,REFERENCE),kind=read.text(value,"kind",pointer)??"",id=read.text(value,"id",pointer)??"";view.kind=kind,view.id=id;for(const name of OPTIONAL_REFERENCE){const given=(0,members.Dc)(value,name);given!==void 0&&(view[name]=given)}id===""&&this.problem("record.relationship_ref.id_required","a reference has no id",`${pointer}/id`),(kinds===void 0?kind==="":!kinds.has(kind)&&!NAMESPACED.test(kind))&&this.problem("record.relationship_ref.kind_invalid",`reference kind ${(0,strict.hD)(kind)} is not known`,`${pointer}/kind`);const digest=view.digest;return typeof digest=="string"&&digest!==""&&!DIGEST.test(digest)&&this.problem("record.relationship_ref.digest_invalid",`reference digest ${(0,strict.hD)(digest)} is no SHA-256`,`${pointer}/digest`),view}edge(raw,pointer){const read=this.context.reader,value=this.context.known(raw,EDGE,pointer,!0),view=unknownMembers(value,EDGE),kind=read.text(value,"kind",pointer)??"";return view.kind=kind,!EDGE_KINDS.has(kind)&&!NAMESPACED.test(kind)&&this.problem("record.relationship_edge.kind_invalid",`edge kind ${(0,strict.hD)(kind)} is not known`,`${pointer}/kind`),view.from=this.reference(read.object(value,"from",pointer)??{},`${pointer}/from`,void 0),view.to=this.reference(read.object(value,"to",pointer)??{},`${pointer}/to`,void 0),view}hop(raw,pointer){const value=this.context.known(raw,HOP,pointer,!0),view=unknownMembers(value,HOP);return view.identity=this.context.reader.text(value,"identity",pointer)??"",view.role=this.context.reader.text(value,"role",pointer)??"",view}policy(raw,pointer){const value=this.context.known(raw,POLICY_REF,pointer,!0),view=unknownMembers(value,POLICY_REF);return this.textUnlessEmpty(view,value,"policy_id",pointer),this.textUnlessEmpty(view,value,"policy_version",pointer),this.textUnlessEmpty(view,value,"policy_digest",pointer),this.texts(view,value,"matched_rule_ids",pointer),view}lineage(raw,pointer){const value=this.context.known(raw,LINEAGE_HOP,pointer,!0),view=unknownMembers(value,LINEAGE_HOP);return view.agent_id=this.context.reader.text(value,"agent_id",pointer)??"",this.textUnlessEmpty(view,value,"delegated_by",pointer),this.textUnlessEmpty(view,value,"delegation_record_id",pointer),view}problem(code,message,pointer){this.problems.push({code,message,pointer})}}function unknownMembers(value,known){const view={};for(const name of Object.keys(value))known.has(name)||(name==="__proto__"?Object.defineProperty(view,name,{value:value[name],enumerable:!0,configurable:!0,writable:!0}):view[name]=value[name]);return view}const RECORD_MEMBERS=new Set(["record_id","record_version","timestamp","source","source_product","agent_id","record_type","event","controls","metadata","relationship","relations","integrity"]),INTEGRITY_MEMBERS=new Set(["record_hash","previous_record_hash","signing_key_id","signature"]),CONTROLS_MEMBERS=new Set(["permissions_enforced","approved_scope","within_scope","guardrails_active","human_oversight"]),GUARDRAIL_MEMBERS=new Set(["name","status","triggered"]),OVERSIGHT_MEMBERS=new Set(["approval_required","last_review","reviewer"]);function viewRecord(value,options){const problems=[],context=new ViewContext(problems,options),record=context.known(value,RECORD_MEMBERS,""),read=context.reader,timestamp=read.text(record,"timestamp",""),instant=timestamp===void 0?void 0:(0,time.nV)(timestamp);timestamp!==void 0&&instant===void 0&&problems.push({code:"record.timestamp_invalid",message:`timestamp ${(0,strict.hD)(timestamp)} is not an RFC 3339 instant`,pointer:"/timestamp"});const controls=read.object(record,"controls",""),integrity=read.object(record,"integrity",""),sealed=integrity===void 0?{}:context.known(integrity,INTEGRITY_MEMBERS,"/integrity"),relationship=read.object(record,"relationship",""),relations=read.object(record,"relations",""),view={recordId:read.text(record,"record_id","")??"",recordVersion:read.text(record,"record_version","")??"",source:read.text(record,"source","")??"",sourceProduct:read.text(record,"source_product","")??"",recordType:read.text(record,"record_type","")??"",agentId:read.text(record,"agent_id","")??"",timestamp,utc:instant?.utc??"",epochMs:instant?.epochMs??Number.NaN,fraction:instant?.fraction??!1,event:read.object(record,"event",""),controls:viewControls(controls,context),metadata:read.object(record,"metadata",""),relationship:relationship===void 0?void 0:viewRelationship(relationship,"/relationship",context),relations:relations===void 0?void 0:viewRelationship(relations,"/relations",context),integrity:{recordHash:read.text(sealed,"record_hash","/integrity")??"",previousRecordHash:read.text(sealed,"previous_record_hash","/integrity")??"",signingKeyId:read.text(sealed,"signing_key_id","/integrity")??"",signature:read.text(sealed,"signature","/integrity")??"",present:integrity!==void 0},unhashed:context.unhashed};return problems.length===0?{view}:{problems}}class ViewContext{problems;options;unhashed;reader;constructor(problems,options){this.problems=problems,this.options=options,this.reader=new members.uG(problems,"record.member_type")}known(object,known,pointer,hashed=!1){let others=!1;for(const name in object)known.has(name)||(others=!0,hashed||(this.unhashed??=[],this.unhashed.push(pointer+(0,strict.x$)(name))));if(!others)return object;const variants=(0,members.r0)(object,known);if(variants===void 0)return object;const renamed={...object};for(const variant of variants){if(variant.twin||this.options.loneCaseVariants==="refuse"){this.problems.push({code:"json.case_collision",message:`member ${(0,strict.hD)(variant.name)} differs from ${(0,strict.hD)(variant.known)} only by case: readers disagree about which one counts`,pointer:pointer+(0,strict.x$)(variant.name)});continue}renamed[variant.known]=object[variant.name],delete renamed[variant.name]}return renamed}}function viewControls(raw,context){if(raw===void 0)return{permissions_enforced:!1};const read=context.reader,controls=context.known(raw,CONTROLS_MEMBERS,"/controls"),view={},scope=read.text(controls,"approved_scope","/controls");scope!==void 0&&scope!==""&&(view.approved_scope=scope);const guardrails=read.list(controls,"guardrails_active","/controls");guardrails!==void 0&&guardrails.length>0&&(view.guardrails_active=guardrails.map((item,i)=>viewGuardrail(item,`/controls/guardrails_active/${i}`,context)));const oversight=read.object(controls,"human_oversight","/controls");oversight!==void 0&&(view.human_oversight=viewOversight(oversight,context)),view.permissions_enforced=read.flag(controls,"permissions_enforced","/controls")??!1;const within=read.flag(controls,"within_scope","/controls");return within!==void 0&&(view.within_scope=within),view}function viewGuardrail(item,pointer,context){if(item!==null&&!(0,members.Gv)(item)){const at=pointer.lastIndexOf("/");return context.reader.wrong(pointer.slice(0,at),pointer.slice(at+1),"object",item),{}}const guardrail=item===null?{}:context.known(item,GUARDRAIL_MEMBERS,pointer);return{name:context.reader.text(guardrail,"name",pointer)??"",status:context.reader.text(guardrail,"status",pointer)??"",triggered:context.reader.flag(guardrail,"triggered",pointer)??!1}}function viewOversight(raw,context){const pointer="/controls/human_oversight",oversight=context.known(raw,OVERSIGHT_MEMBERS,pointer),view={approval_required:context.reader.flag(oversight,"approval_required",pointer)??!1},review=context.reader.text(oversight,"last_review",pointer);review!==void 0&&review!==""&&(view.last_review=review);const reviewer=context.reader.text(oversight,"reviewer",pointer);return reviewer!==void 0&&reviewer!==""&&(view.reviewer=reviewer),view}function checkRequired(view){const problems=[],blank=text=>text.trim()==="",need=(bad,name,code,word="missing or blank")=>{bad&&problems.push({code,message:`${name} is ${word}`,pointer:(0,strict.x$)(name)})};return need(view.recordId==="","record_id","record.record_id_required","missing or empty"),need(blank(view.recordVersion),"record_version","record.record_version_required"),need(view.timestamp===void 0,"timestamp","record.timestamp_required","missing"),need(blank(view.source),"source","record.source_required"),need(blank(view.sourceProduct),"source_product","record.source_product_required"),need(blank(view.recordType),"record_type","record.record_type_required"),need(view.event===void 0,"event","record.event_required","missing"),problems}}),476:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{f:()=>RecordRun});var strict=__webpack_require__(2242),collector=__webpack_require__(3858),record_signature=__webpack_require__(7029),jcs=__webpack_require__(7503),read=__webpack_require__(4471),fault=__webpack_require__(6430),limits=__webpack_require__(3756),engine_options=__webpack_require__(300),registry=__webpack_require__(3812),ed25519=__webpack_require__(5806),jobs=__webpack_require__(6815),members=__webpack_require__(9393),record_hash=__webpack_require__(5042),record_view=__webpack_require__(4281),schema_view=__webpack_require__(3849);class RecordChecker{options;rules;required;located=0;constructor(options,rules){this.options=options,this.rules=rules,this.required=rules.signatures===void 0&&(0,engine_options.P)(options)}check(slice){let value;try{value=this.parse(slice)}catch(error){if(!(error instanceof fault.v))throw error;if(this.rules.onlyRecords===!0&&!mentionsRecord(slice.bytes))return;const offset=slice.offset+(error.place.offset??0);return unreadable(slice,[{code:error.code,message:error.message,pointer:"",offset}],void 0)}if(!(this.rules.onlyRecords===!0&&!looksLikeRecord(value))){if(value===null&&this.rules.nullRecord==="empty"&&(value={}),!(0,members.Gv)(value)){const message=`a record must be an object, not ${(0,members.QP)(value)}`;return unreadable(slice,[{code:"record.member_type",message,pointer:"",offset:slice.offset}],void 0)}return this.checkValue(value,slice)}}parse(slice){const{maxDepth}=this.options.limits,scanned=slice.members<0?void 0:slice,{value,members:members2}=(0,read.au)(slice.bytes,maxDepth,scanned),counted=(0,jcs.bI)(value);if(counted.members!==members2||!counted.finite)throw(0,read.cv)(slice.bytes,maxDepth);return value}checkValue(value,slice){const result=(0,record_view.ZU)(value,{loneCaseVariants:this.options.mode==="compat"?"read":"refuse"}),{view}=result;if(view===void 0)return unreadable(slice,this.place(result.problems,slice),value);const hash=(0,record_hash.oj)(view),problems=this.problemsOf(view,value,hash),sealed=view.integrity,checked={line:slice.line,offset:slice.offset,readable:!0,recordId:view.recordId,declaredHash:sealed.recordHash,previousHash:sealed.previousRecordHash,signingKeyId:sealed.signingKeyId,epochMs:view.epochMs,hash,problems:[],signature:"none",keyId:void 0,ok:!0,value,job:void 0};return this.prepareSignature(view,checked,problems),problems.length>0&&(checked.problems.push(...this.place(problems,slice)),problems.some(problem=>problem.severity===void 0)&&(checked.ok=!1)),checked}place(problems,slice){return problems.map(problem=>({...problem,offset:this.located++<limits.Mt?slice.offset+(0,collector.m)(slice.bytes,problem.pointer,this.options.limits.maxDepth):slice.offset}))}problemsOf(view,value,hash){const problems=(0,record_view.mp)(view);for(const relation of[view.relationship,view.relations])if(relation!==void 0)for(const problem of relation.problems)problem.code==="record.relationship_ref.digest_invalid"?this.options.mode==="gate"&&problems.push({...problem,severity:"warning"}):problems.push(problem);this.checkSchema(view,value,problems);const sealed=view.integrity;return sealed.present?sealed.recordHash===""?problems.push({code:"record.hash_required",message:"integrity.record_hash is missing",pointer:"/integrity/record_hash"}):sealed.recordHash!==hash&&problems.push({code:"record.hash_mismatch",message:`record_hash is ${(0,strict.hD)(sealed.recordHash)} but the content hashes to ${hash}`,pointer:"/integrity/record_hash"}):problems.push({code:"record.integrity_required",message:"integrity is missing",pointer:"/integrity"}),this.options.mode==="gate"&&this.checkUncovered(view,problems),problems}checkSchema(view,value,problems){if(this.rules.schema==="none")return;const subject=this.rules.schema==="raw"?value:(0,schema_view.y)(view),custom=this.rules.custom??this.options.customTypes,found=(0,registry.eV)(subject,view.recordType,custom);if(found.length===0)return;const known=new Set(problems.map(problem=>problem.pointer)),code=this.rules.schemaCode;for(const problem of found)known.has(problem.pointer)||problems.push(code===void 0?problem:{...problem,code})}checkUncovered(view,problems){if(view.unhashed!==void 0)for(const pointer of view.unhashed){const problem={code:"record.unhashed_member",message:`member ${(0,strict.hD)(pointer)} is not covered by the record hash`,pointer};problems.push(this.options.strict?problem:{...problem,severity:"warning"})}view.fraction&&problems.push({code:"record.timestamp_fraction",message:"the fraction of a second in timestamp is not covered by the hash",pointer:"/timestamp",severity:"notice"})}prepareSignature(view,checked,problems){const{options}=this,sealed=view.integrity,has=sealed.signature!=="",revoked=revocationProblem(this.options,sealed.signingKeyId,view.epochMs);if(revoked!==void 0&&problems.push(revoked),!has&&sealed.signingKeyId===""&&!this.required)return;const unknown=this.rules.signatures==="known"&&options.trust.keyById(sealed.signingKeyId)===void 0;if(options.signatures==="off"||unknown||!this.required&&!options.trust.configured){has&&(checked.signature="unchecked");return}const step=(0,record_signature.rd)(sealed,options.trust,options.now);if("job"in step){checked.job=step.job;return}checked.signature=has?"failed":"none",problems.push({code:step.code,message:step.message,pointer:step.pointer??"/integrity/signature"})}}function checkedRecord(one,index,artifact,entry,value){return{artifact,...entry===void 0?{}:{entry},index,line:one.line,value,recordId:one.recordId,recordHash:one.hash,signature:one.signature,...one.keyId===void 0?{}:{keyId:one.keyId},ok:one.ok}}function finished(one,artifact,entry,options){if(one===void 0)return;const{job}=one;return job?.kind==="ed25519"&&settleSignature(one,(0,jobs.v)(job,(0,ed25519.pI)(job.key,job.message,job.signature)),options),one.job!==void 0||one.value===void 0||(one.fact=options.records?.extract(checkedRecord(one,0,artifact,entry,one.value)),one.value=void 0),one}function settleSignature(one,verdict,options){if(one.job=void 0,verdict?.ok===!0){one.signature="verified",one.keyId=verdict.keyId;const revoked=verdict.keyId===one.signingKeyId?void 0:revocationProblem(options,verdict.keyId,one.epochMs);if(revoked===void 0)return;one.ok=!1,one.problems.push({...revoked,offset:one.offset});return}one.signature="failed",one.ok=!1,one.problems.push({code:verdict?.code??"signature.invalid",message:verdict?.message??"the signature does not verify",pointer:"/integrity/signature",offset:one.offset})}function revocationProblem(options,keyId,epochMs){if(!(keyId===""||options.revocations.length===0)){for(const revoked of options.revocations)if(revoked.keyId===keyId&&!(revoked.revokedAt!==void 0&&epochMs<revoked.revokedAt))return{code:"signature.key_revoked",message:`signing key ${(0,strict.hD)(keyId)} is revoked${revoked.reason===""?"":`: ${(0,strict.hD)(revoked.reason)}`}`,pointer:"/integrity/signing_key_id"}}}function unreadable(slice,problems,value){const id=value===void 0?void 0:value.record_id;return{line:slice.line,offset:slice.offset,readable:!1,recordId:typeof id=="string"?id:"",declaredHash:"",previousHash:"",signingKeyId:"",epochMs:Number.NaN,hash:"",problems,signature:"none",keyId:void 0,ok:!1,value,job:void 0}}function looksLikeRecord(value){return(0,members.Gv)(value)&&(Object.hasOwn(value,"record_id")||Object.hasOwn(value,"record_type"))}function mentionsRecord(bytes){const text=Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length);return text.includes('"record_id"')||text.includes('"record_hash"')}const PENDING_LINKS=100,UNREADABLE="(a record that could not be read)",BATCHES_AHEAD=4;class RecordRun{collector;options;rules;count=0;inRange=0;previous="";head="";linked=!1;unlinked=[];unlinkedMore=0;verified=0;unchecked=0;keyIds=new Set;batches=[];missingKeyTold=!1;checker;constructor(collector2,options,rules){this.collector=collector2,this.options=options,this.rules=rules,this.checker=new RecordChecker(options,rules),this.linked=rules.link==="chain"}async push(slices,source,entry){const context={rules:this.rules,artifact:this.collector.artifact,entry},checked=(this.options.onRecord===void 0?this.options.workers?.check(slices,context):void 0)??this.here(slices,entry);for(checked instanceof Promise&&checked.catch(()=>{}),this.batches.push({slices,source,entry,checked});this.batches.length>0;){const[first]=this.batches;if(first===void 0||first.checked instanceof Promise&&this.batches.length<=BATCHES_AHEAD)return;await this.tellFirst()}}async finish(){for(;this.batches.length>0;)await this.tellFirst();return{records:this.count,inRange:this.inRange,headHash:this.head,signaturesVerified:this.verified,keyIds:this.keyIds,unchecked:this.unchecked,linked:this.linked}}here(slices,entry){const{options}=this;if(options.workers!==void 0&&options.onRecord===void 0){const{artifact}=this.collector,checked2=slices.map(slice=>finished(this.checker.check(slice),artifact,entry,options));return checked2.some(one=>one?.job!==void 0)?verifySignatures(checked2,options):checked2}const checked=slices.map(slice=>this.checker.check(slice));return checked.some(one=>one?.job!==void 0)?verifySignatures(checked,options):checked}async tellFirst(){const batch=this.batches[0];if(batch===void 0)return;const checked=await batch.checked;this.batches.shift(),checked.forEach((one,i)=>{const slice=batch.slices[i];one!==void 0&&slice!==void 0&&this.tell(one,slice,batch)})}tell(one,slice,batch){const index=this.count++,spot={source:batch.source,offset:one.offset,recordId:one.recordId,...batch.entry===void 0?{}:{entry:batch.entry}};for(const problem of one.problems){const known=problem.offset!==one.offset||problem.pointer==="",offset=this.collector.wantsPlaces?known?problem.offset:one.offset+(0,collector.m)(slice.bytes,problem.pointer,this.options.limits.maxDepth):one.offset;this.raise(problem,{...spot,offset})}one.readable?(this.link(one,index,slice,spot),this.countRange(one)):this.previous=UNREADABLE,one.signature==="unchecked"&&this.unchecked++,one.signature==="verified"&&one.keyId!==void 0&&(this.verified++,this.keyIds.add(one.keyId)),this.hand(one,index,batch)}raise(problem,spot){if(problem.code==="key.missing"||problem.code==="cosign.identity_required"){if(this.missingKeyTold)return;this.missingKeyTold=!0}this.collector.add(problem.code,problem.message,{...spot,pointer:problem.pointer,severity:problem.severity})}link(one,index,slice,spot){if(this.rules.link!=="none"){const declared=one.previousHash;if(!this.linked&&declared!==""&&(this.linked=!0,this.flushUnlinked()),declared!==this.previous)if(this.linked){one.ok=!1;const pointer="/integrity/previous_record_hash",offset=this.collector.wantsPlaces?one.offset+(0,collector.m)(slice.bytes,pointer,this.options.limits.maxDepth):one.offset,message=brokenLink(index,one.recordId,declared,this.previous);this.raise({code:"chain.link_broken",message,pointer},{...spot,offset})}else this.unlinked.length<PENDING_LINKS?this.unlinked.push({index,spot}):this.unlinkedMore++}this.previous=one.declaredHash,this.head=this.previous}flushUnlinked(){for(const{index,spot}of this.unlinked)this.collector.add("chain.link_broken",`record ${index} has no previous_record_hash but other records of the stream link`,spot);this.unlinkedMore>0&&this.collector.add("chain.link_broken",`${this.unlinkedMore} more records have no previous_record_hash but other records of the stream link`),this.unlinked.length=0,this.unlinkedMore=0}countRange({epochMs}){const range=this.options.range;range?.from!==void 0&&!(epochMs>=range.from)||range?.to!==void 0&&!(epochMs<=range.to)||this.inRange++}hand(one,index,batch){const{onRecord,records}=this.options;if(records!==void 0&&one.fact!==void 0){records.accept(one.fact,index,one.ok);return}if(onRecord===void 0&&records===void 0||one.value===void 0)return;const record=checkedRecord(one,index,this.collector.artifact,batch.entry,one.value);onRecord?.(record),records!==void 0&&records.accept(records.extract(record),index,one.ok)}}async function verifySignatures(checked,options){const waiting=checked.filter(one=>one?.job!==void 0),verdicts=await(0,record_signature.bI)(waiting.map(one=>one.job));return waiting.forEach((one,i)=>{const verdict=verdicts[i];settleSignature(one,verdict,options)}),checked}function brokenLink(index,recordId,declared,expected){const who=`record ${index} (${(0,strict.hD)(recordId)})`;return expected===""?`${who} is the first but has previous_record_hash ${(0,strict.hD)(declared)}`:declared===""?`${who} has no previous_record_hash; the record before it has hash ${(0,strict.hD)(expected)}`:`${who} links to ${(0,strict.hD)(declared)} but the record before it has hash ${(0,strict.hD)(expected)}`}}),3849:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{y:()=>typedRecord});function typedRecord(view,timestamp=view.timestamp){const sealed=view.integrity,integrity={record_hash:sealed.recordHash};sealed.previousRecordHash!==""&&(integrity.previous_record_hash=sealed.previousRecordHash),sealed.signingKeyId!==""&&(integrity.signing_key_id=sealed.signingKeyId),sealed.signature!==""&&(integrity.signature=sealed.signature);const record={record_id:view.recordId,record_version:view.recordVersion,source:view.source,source_product:view.sourceProduct,record_type:view.recordType,controls:view.controls,integrity};return timestamp!==void 0&&(record.timestamp=timestamp),view.event!==void 0&&(record.event=view.event),view.agentId!==""&&(record.agent_id=view.agentId),view.metadata!==void 0&&(record.metadata=view.metadata),view.relationship!==void 0&&(record.relationship=view.relationship.value),view.relations!==void 0&&(record.relations=view.relations.value),record}}),9136:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{r:()=>runLines,u:()=>verifyStream});var _canonical_slices_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(6084),_records_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(476);async function verifyStream(source,collector,options){const run=new _records_js__WEBPACK_IMPORTED_MODULE_1__.f(collector,options,{link:"auto",schema:"typed",nullRecord:"refuse"});await runLines(run,source,collector,options);const summary=await run.finish();return summary.records===0&&!collector.failed&&collector.add("stream.empty","the stream has no records"),summary}async function runLines(run,source,collector,options,entry){const slicer=new _canonical_slices_js__WEBPACK_IMPORTED_MODULE_0__.X(options.limits);try{for await(const chunk of source.chunks()){const slices=slicer.push(chunk);if(slices.length>0&&await run.push(slices,source,entry),options.aborted?.()===!0)return}const last=slicer.finish();last.length>0&&await run.push(last,source,entry)}catch(error){collector.fault(error,{source,...entry===void 0?{}:{entry}})}}}),3756:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{$5:()=>RATIO_FLOOR_BYTES,Mt:()=>MAX_FINDINGS,Z_:()=>MAX_SCHEMA_BYTES,dR:()=>DEFAULT_LIMITS,ib:()=>MAX_ARCHIVE_DEPTH});const MiB=1024*1024,DEFAULT_LIMITS={maxArtifactBytes:2048*MiB,maxEntryBytes:256*MiB,maxTotalBytes:1024*MiB,maxEntries:1e4,maxRatio:200,maxDepth:200,maxRecordBytes:10*MiB,maxDocumentBytes:64*MiB},RATIO_FLOOR_BYTES=MiB,MAX_ARCHIVE_DEPTH=2,MAX_SCHEMA_BYTES=MiB,MAX_FINDINGS=100}),300:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{P:()=>signaturesRequired});function signaturesRequired(options){return options.signatures==="required"||options.signatures==="auto"&&options.trust.configured}}),2845:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{cI:()=>compileCustomTypes});var _canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2771),_fault_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6430),_limits_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(3756),_evaluate_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(1322),_link_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(5350),_registry_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(3812),_words_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(1249);const DRAFT_07=/^https?:\/\/json-schema\.org\/draft-07\/schema#?$/;class Registry{schemas;sources;names;digest;constructor(schemas,sources){this.schemas=schemas,this.sources=sources,this.digest=digestOf(sources),this.names=[...schemas.keys()].sort()}has(type){return this.schemas.has(type)}validate(type,view){const schema=this.schemas.get(type);if(schema===void 0)return[];try{return(0,_registry_js__WEBPACK_IMPORTED_MODULE_4__.ek)((0,_evaluate_js__WEBPACK_IMPORTED_MODULE_3__._3)(schema,view,"the record",_registry_js__WEBPACK_IMPORTED_MODULE_4__.aZ),"schema.record.invalid")}catch(error){if(!(error instanceof _evaluate_js__WEBPACK_IMPORTED_MODULE_3__.mS||error instanceof RangeError))throw error;return[{code:"schema.custom.invalid",pointer:"",message:`the schema of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.Jj)(type)} asks for too much work on this record`}]}}}const NO_CUSTOM_TYPES=new Registry(new Map,[]);async function compileCustomTypes(sources,parse){if(sources.length===0)return{types:NO_CUSTOM_TYPES,problems:[]};const problems=[],documents=new Map,failed=new Set,report=(source,code,message,pointer="")=>{failed.add(source.name);const problem={code,pointer,message,name:source.name};problems.push(source.type===void 0?problem:{...problem,type:source.type})},types=new Map;for(const source of sources){if(source.type!==void 0){const known=(0,_registry_js__WEBPACK_IMPORTED_MODULE_4__.eU)(source.type)?"is built in":types.has(source.type)?"is defined twice":void 0;if(known!==void 0){report(source,"schema.custom.conflicting_definition",`the record type ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.Jj)(source.type)} ${known}`);continue}types.set(source.type,source)}if(documents.has(source.name)||failed.has(source.name))continue;const root=read(source,parse,(code,message,pointer)=>report(source,code,message,pointer));root!==void 0&&documents.set(source.name,{root,name:source.name})}const ids=new Map;for(const source of sources){const id=idOf(documents.get(source.name)?.root);if(id===void 0)continue;const first=ids.get(id)??source;ids.set(id,first),sameBytes(first.bytes,source.bytes)||report(source,"schema.custom.conflicting_definition",`another schema has the same $id ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.Jj)(id)}`)}const linker=new _link_js__WEBPACK_IMPORTED_MODULE_6__.o([...documents.values()],await patternCompiler()),schemas=new Map,examined=new Set;for(const source of sources){const document=documents.get(source.name);if(document===void 0||examined.has(source.name))continue;examined.add(source.name);const outside=new Set([...references(document.root)].filter(one=>!linker.inside(one,document)));for(const one of outside)report(source,"schema.custom.ref_unlisted",`it refers to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.Jj)(one)}, outside its set`);if(outside.size>0)continue;const{problems:found}=linker.link(document.root);for(const{kind,text}of found)kind==="ref_outside"?report(source,"schema.custom.ref_unlisted",`it leads to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.Jj)(text)}, outside its set`):kind==="ref_dangling"?report(source,"schema.custom.invalid",`it refers to ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.Jj)(text)}, which is not there`):report(source,"schema.custom.pattern_unsupported",`its pattern ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.Jj)(text)} cannot run in linear time`)}for(const[type,source]of types){const document=documents.get(source.name);document!==void 0&&!failed.has(source.name)&&schemas.set(type,linker.link(document.root).schema)}return{types:new Registry(schemas,sources),problems}}function read(source,parse,report){if(source.bytes.length>_limits_js__WEBPACK_IMPORTED_MODULE_2__.Z_){report("schema.custom.too_large",`the schema has ${source.bytes.length} bytes, more than ${_limits_js__WEBPACK_IMPORTED_MODULE_2__.Z_}`);return}let root;try{root=parse(source.bytes,source.name)}catch(error){const reason=error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_1__.v||error instanceof SyntaxError?`: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__.Jj)(error.message)}`:"";report("schema.custom.invalid",`the schema is not valid JSON${reason}`);return}if(typeof root=="boolean")return root;if(root===null||typeof root!="object"||Array.isArray(root)){report("schema.custom.invalid","a schema must be an object, true or false");return}const draft=Object.hasOwn(root,"$schema")?root.$schema:void 0;if(draft!==void 0&&!(typeof draft=="string"&&DRAFT_07.test(draft))){report("schema.custom.invalid","the schema is not for draft-07","/$schema");return}const found=metaProblems(root);for(const{message,pointer}of found)report("schema.custom.invalid",message,pointer);return found.length===0?root:void 0}function metaProblems(root){try{return(0,_registry_js__WEBPACK_IMPORTED_MODULE_4__.i6)(root)}catch(error){if(!(error instanceof RangeError))throw error;return[{pointer:"",keyword:"",message:"the schema is nested too deeply"}]}}function idOf(root){if(root===null||typeof root!="object"||Array.isArray(root))return;const id=Object.hasOwn(root,"$id")?root.$id:void 0;return typeof id=="string"&&id!==""?id.replace(/#$/,""):void 0}function digestOf(sources){const lines=sources.map(({type="",name,bytes})=>JSON.stringify([type,name,(0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__.f)(bytes)]));return(0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_0__.f)(lines.sort().join(`
`))}function sameBytes(one,other){return one===other||one.length===other.length&&one.every((byte,i)=>byte===other[i])}function*references(root){const open=[root];for(let value=open.pop();value!==void 0;value=open.pop())if(!(value===null||typeof value!="object"))for(const[name,member]of Object.entries(value))name==="$ref"&&typeof member=="string"&&(yield member),open.push(member)}const MAX_PATTERN_PROGRAM=2e5;async function patternCompiler(){const{RE2JS}=await __webpack_require__.e(856).then(__webpack_require__.bind(__webpack_require__,2856));let program=0;return source=>{if(!(program>MAX_PATTERN_PROGRAM))try{const compiled=RE2JS.compile(source),size=compiled.programSize();return program+=size,{test:text=>compiled.test(text),weight:.1+size/50}}catch{return}}}}),1322:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{mS:()=>Exhausted,_3:()=>evaluate});var external_node_net_=__webpack_require__(7030),runtime=__webpack_require__(2039),runtime_default=__webpack_require__.n(runtime);const HOST_LABEL=/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,LOCAL_PART=/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/,SCHEME=/^[A-Za-z][A-Za-z0-9+.-]*:/,URI_CHARACTERS=/^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/,UUID=/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,POINTER=/^(?:\/(?:[^~/]|~[01])*)*$/,RELATIVE_POINTER=/^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/;function isHostname(text){return text.length<=253&&text.split(".").every(label=>HOST_LABEL.test(label))}function isEmail(text){const at=text.lastIndexOf("@");return at<1||at>64?!1:text.slice(0,at).split(".").every(atom=>LOCAL_PART.test(atom))&&isHostname(text.slice(at+1))}function isUriReference(text){return URI_CHARACTERS.test(text)&&text.indexOf("#")===text.lastIndexOf("#")}const FORMATS=new Map([["date-time",runtime_default().isInstant],["date",text=>text.length===10&&runtime_default().isInstant(`${text}T00:00:00Z`)],["time",text=>runtime_default().isInstant(`2000-01-01T${text}`)],["email",isEmail],["hostname",isHostname],["ipv4",text=>(0,external_node_net_.isIPv4)(text)],["ipv6",text=>(0,external_node_net_.isIPv6)(text)&&!text.includes("%")],["uri",text=>SCHEME.test(text)&&isUriReference(text)],["uri-reference",isUriReference],["uuid",text=>UUID.test(text)],["json-pointer",text=>POINTER.test(text)],["relative-json-pointer",text=>RELATIVE_POINTER.test(text)]]);var values=__webpack_require__(5172),schema_words=__webpack_require__(1249);const MAX_STEPS=5e6,MAX_SCHEMA_DEPTH=800;class Exhausted extends Error{name="Exhausted"}function evaluate(schema,value,subject,limit){const run=new Evaluation(schema,subject,limit);return run.check(schema.root,value,void 0,!0),run.found}class Evaluation{schema;subject;limit;found=[];steps=0;depth=0;constructor(schema,subject,limit){this.schema=schema,this.subject=subject,this.limit=limit}check(schema,value,at,tell){if(this.spend(1),schema===!0)return!0;if(!(0,values.Gv)(schema))return this.fail(tell,at,"false schema",`${(0,schema_words.Vb)(at,this.subject)} may not be there`);if(this.depth+=1,this.depth>MAX_SCHEMA_DEPTH)throw new Exhausted("schemas are nested too deeply");const ok=this.keywords(schema,value,at,tell);return this.depth-=1,ok}spend(steps){if(this.steps+=steps,this.steps>MAX_STEPS)throw new Exhausted("too many steps")}fail(tell,at,keyword,message,member){if(tell&&this.found.length<this.limit){const place=member!==void 0&&keyword!=="required"?{up:at,key:member}:at,violation={pointer:(0,schema_words.rq)(place),message,keyword};this.found.push(member===void 0?violation:{...violation,member})}return!1}keywords(schema,value,at,tell){const target=this.schema.targets.get(schema);if(target!==void 0)return this.check(target,value,at,tell);let ok=!0;for(const keyword of Object.keys(schema)){this.spend(1);const rule=schema[keyword];if(rule!==void 0&&!this.keyword(keyword,rule,schema,value,at,tell)&&(ok=!1,!tell||this.found.length>=this.limit))return!1}return ok}keyword(keyword,rule,schema,value,at,tell){const must=words=>this.fail(tell,at,keyword,tell?`${(0,schema_words.Vb)(at,this.subject)} must ${words}`:"");switch(keyword){case"type":return(Array.isArray(rule)?rule:[rule]).some(type=>(0,values.df)(type,value))?!0:must(`be ${(0,schema_words.nz)(rule)}, not ${(0,schema_words.go)(value)}`);case"const":return this.spend(this.sizeOf(rule)),runtime_default().equal(rule,value)||must(`be ${(0,schema_words.SP)(rule)}`);case"enum":return!Array.isArray(rule)||(this.spend(this.sizeOf(rule)),rule.some(one=>runtime_default().equal(one,value)))?!0:must(`be one of ${(0,schema_words.Jj)(rule.map(one=>typeof one=="string"?one:(0,schema_words.SP)(one)).join(", "))}`);case"allOf":{let ok=!0;for(const one of rule)if(ok=this.check(one,value,at,tell)&&ok,!ok&&!tell)return!1;return ok}case"anyOf":return rule.some(one=>this.check(one,value,at,!1))?!0:must(this.alternatives(rule,value));case"oneOf":{let matches=0;for(const one of rule)this.check(one,value,at,!1)&&(matches+=1);return matches===1?!0:must(`${this.alternatives(rule,value)}${matches>1?", not several":""}`)}case"not":return!this.check(rule,value,at,!1)||must("not be what the schema rules out");case"if":{const branch=this.check(rule,value,at,!1)?schema.then:schema.else;return branch===void 0||this.check(branch,value,at,tell)}default:break}return typeof value=="string"?this.stringKeyword(keyword,rule,value,must):typeof value=="number"?this.numberKeyword(keyword,rule,value,must):Array.isArray(value)?this.arrayKeyword(keyword,rule,schema,value,at,tell,must):(0,values.Gv)(value)?this.objectKeyword(keyword,rule,schema,value,at,tell,must):!0}stringKeyword(keyword,rule,value,must){switch(keyword){case"minLength":return this.spend(value.length>>4),runtime_default().codePoints(value)>=Number(rule)?!0:must(rule===1?"not be empty":`have at least ${rule} characters`);case"maxLength":return this.spend(value.length>>4),runtime_default().codePoints(value)<=Number(rule)||must(`have at most ${rule} characters`);case"pattern":return this.matches(String(rule),value)||must((0,schema_words.GV)(String(rule)));case"format":{this.spend(value.length>>2);const test=FORMATS.get(String(rule));return test===void 0||test(value)||must(`be ${(0,schema_words.Z3)(String(rule))}`)}default:return!0}}numberKeyword(keyword,rule,value,must){const bound=Number(rule);switch(keyword){case"minimum":return value>=bound||must(`be at least ${bound}`);case"maximum":return value<=bound||must(`be at most ${bound}`);case"exclusiveMinimum":return value>bound||must(`be more than ${bound}`);case"exclusiveMaximum":return value<bound||must(`be less than ${bound}`);case"multipleOf":return this.spend(50),(0,values.FE)(value,bound)||must(`be a multiple of ${bound}`);default:return!0}}arrayKeyword(keyword,rule,schema,value,at,tell,must){switch(keyword){case"minItems":return value.length>=Number(rule)?!0:must(rule===1?"not be empty":`have at least ${rule} items`);case"maxItems":return value.length<=Number(rule)||must(`have at most ${rule} items`);case"uniqueItems":{if(rule!==!0)return!0;this.spend(this.sizeOf(value));const again=runtime_default().firstRepeated(value);return again===-1||must(`not hold an item twice; item ${again} repeats an earlier one`)}case"contains":for(let i=0;i<value.length;i+=1)if(this.check(rule,value[i]??null,{up:at,key:i},!1))return!0;return must("hold an item that the schema asks for");case"items":case"additionalItems":{const tuple=schema.items;if(keyword==="additionalItems"&&!Array.isArray(tuple))return!0;const from=keyword==="additionalItems"&&Array.isArray(tuple)?tuple.length:0,to=keyword==="items"&&Array.isArray(rule)?Math.min(rule.length,value.length):value.length;let ok=!0;for(let i=from;i<to;i+=1){const item=Array.isArray(rule)?rule[i]??!0:rule;if(ok=this.check(item,value[i]??null,{up:at,key:i},tell)&&ok,!ok&&(!tell||this.found.length>=this.limit))return!1}return ok}default:return!0}}objectKeyword(keyword,rule,schema,value,at,tell,must){switch(keyword){case"required":{let ok=!0;this.spend(rule.length);for(const name of rule)Object.hasOwn(value,name)||(ok=this.missing(name,at,tell));return ok}case"properties":{let ok=!0;for(const[name,one]of Object.entries(rule)){this.spend(1);const member=Object.hasOwn(value,name)?value[name]:void 0;if(member!==void 0&&(ok=this.check(one,member,{up:at,key:name},tell)&&ok,!ok&&(!tell||this.found.length>=this.limit)))return!1}return ok}case"patternProperties":case"additionalProperties":case"propertyNames":return this.eachMember(keyword,rule,schema,value,at,tell);case"minProperties":case"maxProperties":{const count=Object.keys(value).length;return this.spend(count),keyword==="minProperties"?count>=Number(rule)||must(`have at least ${rule} members`):count<=Number(rule)||must(`have at most ${rule} members`)}case"dependencies":{let ok=!0;for(const[name,needed]of Object.entries(rule))if(this.spend(1),!!Object.hasOwn(value,name))if(!Array.isArray(needed))ok=this.check(needed,value,at,tell)&&ok;else{this.spend(needed.length);for(const other of needed)Object.hasOwn(value,other)||(ok=this.missing(other,at,tell))}return ok}default:return!0}}eachMember(keyword,rule,schema,value,at,tell){const known=schema.properties,patterned=schema.patternProperties,patterns=(0,values.Gv)(patterned)?Object.entries(patterned):[];let ok=!0;for(const[name,member]of Object.entries(value)){this.spend(1);const here={up:at,key:name};if(keyword==="propertyNames"){if(this.check(rule,name,here,!1))continue;ok=this.fail(tell,at,keyword,`${(0,schema_words.Vb)(here,this.subject)} has a name that is not allowed`,name)}else if(keyword==="patternProperties")for(const[pattern,one]of patterns)this.matches(pattern,name)&&(ok=this.check(one,member,here,tell)&&ok);else{if((0,values.Gv)(known)&&Object.hasOwn(known,name)||patterns.some(([pattern])=>this.matches(pattern,name)))continue;if(rule===!1){const owner=(0,schema_words.Vb)(at,this.subject);ok=this.fail(tell,at,keyword,`${owner} has the unknown member ${JSON.stringify((0,schema_words.Jj)(name))}`,name)}else ok=this.check(rule,member,here,tell)&&ok}if(!ok&&(!tell||this.found.length>=this.limit))return!1}return ok}missing(name,at,tell){return this.fail(tell,at,"required",`${(0,schema_words.Vb)({up:at,key:name},this.subject)} is missing`,name)}matches(source,text){const pattern=this.schema.patterns.get(source);return pattern===void 0?!1:(this.spend(1+Math.ceil(text.length*pattern.weight)),pattern.test(text))}alternatives(schemas,value){const parts=schemas.map(one=>{const schema=(0,values.Gv)(one)?this.schema.targets.get(one)??one:one;if((0,values.Gv)(schema)){if(Array.isArray(schema.enum))return`be one of ${schema.enum.map(item=>(0,schema_words.SP)(item)).join(", ")}`;if(schema.const!==void 0)return`be ${(0,schema_words.SP)(schema.const)}`;if(typeof schema.pattern=="string")return(0,schema_words.GV)(schema.pattern);if(Array.isArray(schema.required)&&(0,values.Gv)(value))return`have ${schema.required.join(", ")}`;if(schema.type!==void 0)return`be ${(0,schema_words.nz)(schema.type)}`}});return parts.some(part=>part===void 0)?"be one of the forms that the schema allows":parts.join(", or ").slice(0,400)}sizeOf(value){if(typeof value=="string")return 1+(value.length>>4);if(value===null||typeof value!="object")return 1;let size=1;for(const one of Object.values(value))if(size+=this.sizeOf(one),size>MAX_STEPS)break;return size}}}),5350:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{o:()=>Linker});var _values_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5172);const ONE=["additionalItems","additionalProperties","contains","else","if","not","propertyNames","then"],MANY=["allOf","anyOf","oneOf"],NAMED=["definitions","properties","patternProperties","dependencies"];function own(object,name){return Object.hasOwn(object,name)?object[name]:void 0}function*children(schema){for(const name of ONE){const child=own(schema,name);child!==void 0&&(yield child)}const items=own(schema,"items");Array.isArray(items)?yield*items:items!==void 0&&(yield items);for(const name of MANY){const list=own(schema,name);Array.isArray(list)&&(yield*list)}for(const name of NAMED){const map=own(schema,name);(0,_values_js__WEBPACK_IMPORTED_MODULE_0__.Gv)(map)&&(yield*Object.values(map))}}function resolve(address,base){try{return new URL(address,base===""?void 0:base).href}catch{return address}}function split(reference){const hash=reference.indexOf("#");return hash===-1?[reference,""]:[reference.slice(0,hash),reference.slice(hash+1)]}function siblingPath(from,reference){const parts=from.split("/").slice(0,-1);for(const part of reference.split("/"))if(!(part==="."||part==="")){if(part!=="..")parts.push(part);else if(parts.pop()===void 0)return}return parts.join("/")}class Linker{compile;resources=new Map;paths=new Map;home=new Map;targets=new Map;patterns=new Map;problems=[];constructor(documents,compile){this.compile=compile;const roots=documents.map(document=>{const id=(0,_values_js__WEBPACK_IMPORTED_MODULE_0__.Gv)(document.root)?own(document.root,"$id"):void 0,base=typeof id=="string"?split(resolve(id,""))[0]:"",resource={root:document.root,base,document,anchors:new Map};return typeof id=="string"&&id!==""&&(this.resources.set(base,resource),this.resources.set(split(id)[0],resource)),this.paths.set(document.name,resource),resource});for(const resource of roots)this.survey(resource.root,resource)}link(root){return this.problems=[],this.reach(root),{schema:{root,targets:this.targets,patterns:this.patterns},problems:this.problems}}inside(reference,document){const resource=this.paths.get(document.name);return resource!==void 0&&this.resourceOf(split(reference)[0],resource)!==void 0}survey(root,home){const open=[[root,home]];for(let next=open.pop();next!==void 0;next=open.pop()){const[schema,outer]=next;if(!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__.Gv)(schema)||this.home.has(schema))continue;let resource=outer;const id=own(schema,"$id");if(typeof id=="string"&&schema!==outer.root&&typeof own(schema,"$ref")!="string"){const[address,fragment]=split(id);if(address!==""){const base=split(resolve(address,outer.base))[0];resource={root:schema,base,document:outer.document,anchors:new Map},this.resources.has(base)||this.resources.set(base,resource)}fragment!==""&&resource.anchors.set(fragment,schema)}this.home.set(schema,resource);for(const child of children(schema))open.push([child,resource])}}reach(root){const open=[root],seen=new Set;for(let schema=open.pop();schema!==void 0;schema=open.pop()){if(!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__.Gv)(schema)||seen.has(schema))continue;seen.add(schema);const reference=own(schema,"$ref");if(typeof reference=="string"){const target=this.follow(reference,schema);target!==void 0&&open.push(target)}else{const pattern=own(schema,"pattern");typeof pattern=="string"&&this.pattern(pattern);const patterned=own(schema,"patternProperties");if((0,_values_js__WEBPACK_IMPORTED_MODULE_0__.Gv)(patterned))for(const source of Object.keys(patterned))this.pattern(source)}for(const child of children(schema))open.push(child)}}pattern(source){this.patterns.has(source)||this.patterns.set(source,this.compile(source)),this.patterns.get(source)===void 0&&this.problems.push({kind:"pattern",text:source})}follow(reference,schema){const known=this.targets.get(schema);if(known!==void 0)return known;const home=this.home.get(schema),[address,fragment]=split(reference),resource=home===void 0?void 0:this.resourceOf(address,home);if(resource===void 0){this.problems.push({kind:"ref_outside",text:reference});return}const target=this.fragment(resource,fragment);if(target===void 0||!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__.Gv)(target)&&typeof target!="boolean"){this.problems.push({kind:"ref_dangling",text:reference});return}return this.targets.set(schema,target),this.survey(target,resource),target}resourceOf(address,from){if(address==="")return from;const byId=this.resources.get(address)??this.resources.get(split(resolve(address,from.base))[0]);if(byId!==void 0)return byId;const path=siblingPath(from.document.name,address);return this.paths.get(address)??(path===void 0?void 0:this.paths.get(path))}fragment(resource,fragment){if(fragment==="")return resource.root;let text;try{text=decodeURIComponent(fragment)}catch{return}if(!text.startsWith("/"))return resource.anchors.get(text);let at=resource.root;for(const part of text.slice(1).split("/")){const name=part.replaceAll("~1","/").replaceAll("~0","~");if(Array.isArray(at))at=/^(?:0|[1-9][0-9]{0,6})$/.test(name)?at[Number(name)]:void 0;else if((0,_values_js__WEBPACK_IMPORTED_MODULE_0__.Gv)(at))at=own(at,name);else return}return at}}}),3812:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{aZ:()=>MAX_PROBLEMS,eU:()=>isBuiltInType,sk:()=>publishedSchema,ku:()=>publishedSchemaNames,tY:()=>recordTypes,ek:()=>toProblems,mv:()=>validateDocument,eV:()=>validateRecord,i6:()=>validateSchema});var evaluate=__webpack_require__(1322),lazy_generated=__webpack_require__(3190),schema_link=__webpack_require__(5350);const SCHEMA_NAMES=["baseline-v1","bundle-manifest-v1","chain-v1","framework-definition","gate-policy-v1","gate-report-v1","governance-event-v1","proof-record-v1","record-types-v1","relationship_envelope","revocation-list-v1","types/approval","types/compiled-action","types/data-pipeline-run","types/decision","types/delegation","types/deployment","types/dynamic-tool-discovery","types/guardrail-activation","types/human-oversight","types/incident","types/model-change","types/permission-check","types/policy-enforcement","types/replay-certification","types/risk-assessment","types/scan-finding","types/test-result","types/tool-invocation"],BUILTIN_TYPES=[{name:"approval",schema:"types/approval",description:"Somebody approved, or declined to approve, an action."},{name:"compiled_action",schema:"types/compiled-action",description:"Several tool calls were compiled into one script before they ran."},{name:"data_pipeline_run",schema:"types/data-pipeline-run",description:"A data pipeline ran over its inputs."},{name:"decision",schema:"types/decision",description:"An agent or a person chose one course of action."},{name:"delegation",schema:"types/delegation",description:"An agent handed part of its authority to another agent."},{name:"deployment",schema:"types/deployment",description:"A version of a system went into an environment."},{name:"dynamic_tool_discovery",schema:"types/dynamic-tool-discovery",description:"An agent found a tool at run time and a policy judged it."},{name:"guardrail_activation",schema:"types/guardrail-activation",description:"A guardrail fired and stopped, changed or flagged something."},{name:"human_oversight",schema:"types/human-oversight",description:"A person reviewed, corrected or took over."},{name:"incident",schema:"types/incident",description:"Something went wrong and was dealt with."},{name:"model_change",schema:"types/model-change",description:"A model or its configuration was exchanged or tuned."},{name:"permission_check",schema:"types/permission-check",description:"A permission was asked for and granted or refused."},{name:"policy_enforcement",schema:"types/policy-enforcement",description:"A policy was evaluated and its verdict enforced."},{name:"replay_certification",schema:"types/replay-certification",description:"A recorded run was replayed and gave the same result."},{name:"risk_assessment",schema:"types/risk-assessment",description:"Risks of a system or change were looked at and rated."},{name:"scan_finding",schema:"types/scan-finding",description:"A scan found an entity or a relation worth recording."},{name:"test_result",schema:"types/test-result",description:"A test or evaluation ran and had an outcome."},{name:"tool_invocation",schema:"types/tool-invocation",description:"A tool was called, with what arguments and to what effect."}];var words=__webpack_require__(1249);const MAX_PROBLEMS=100,NONE=[],DOCUMENTS={"chain-v1":["schema.chain.invalid","the chain"],"bundle-manifest-v1":["schema.bundle_manifest.invalid","the manifest"],"record-types-v1":["schema.record_types.invalid","the record-type manifest"],"governance-event-v1":["schema.governance_event.invalid","the governance event"],"revocation-list-v1":["schema.revocation_list.invalid","the revocation list"],"framework-definition":["framework.invalid","the framework"],"baseline-v1":["baseline.invalid","the baseline"],"gate-policy-v1":["policy.invalid","the policy"],"gate-report-v1":["merge.invalid","the report"]},RECORD=["schema.record.invalid","the record"],typeSchemas=new Map(BUILTIN_TYPES.map(({name,schema})=>[name,schema])),typeList=BUILTIN_TYPES.map(({name,description})=>({name,description})),linked=new Map;function recordTypes(){return typeList}function isBuiltInType(type){return typeSchemas.has(type)}function publishedSchemaNames(){return SCHEMA_NAMES}function publishedSchema(name){const key2=name.endsWith(".schema.json")?name.slice(0,-12):name,{schemas}=lazy_generated.texts();return Object.hasOwn(schemas,key2)?schemas[key2]:void 0}function validateRecord(view,type,custom){const base=check("proof-record-v1",view,RECORD),builtIn=typeSchemas.get(type),special=builtIn===void 0?ofCustomType(view,type,custom):check(builtIn,view,RECORD);if(special.length===0)return base;if(base.length===0)return special;const told=new Set(base.map(key));return[...base,...special.filter(problem=>!told.has(key(problem)))].slice(0,MAX_PROBLEMS)}function validateDocument(name,value){return check(name,value,DOCUMENTS[name]??RECORD)}function validateSchema(schema){return keeps("draft-07",schema)?[]:explain("draft-07",schema,"the schema")}function ofCustomType(view,type,custom){return custom?.has(type)?custom.validate(type,view):type===""?NONE:[{code:"schema.record.unknown_record_type",pointer:"/record_type",message:`no schema is known for the record type ${JSON.stringify((0,words.Jj)(type))}`}]}function key(problem){return`${problem.pointer} ${problem.message}`}function check(name,value,[code,subject]){return keeps(name,value)?NONE:toProblems(explain(name,value,subject),code)}const validators=new Map;function keeps(name,value){let validator=validators.get(name);return validator===void 0&&(validator=Object.hasOwn(lazy_generated.validators,name)?lazy_generated.validators[name]?.():void 0,validators.set(name,validator)),validator?.(value)===!0}function textOf(name){const{schemas,meta}=lazy_generated.texts();return name==="draft-07"?meta:schemas[name]??"false"}function explain(name,value,subject){let schema=linked.get(name);if(schema===void 0){const documents=[{name,root:JSON.parse(textOf(name))}];name!=="draft-07"&&documents.push({name:"draft-07",root:JSON.parse(textOf("draft-07"))});const compile=source=>{const pattern=new RegExp(source,"u");return{test:one=>pattern.test(one),weight:.1}};schema=new schema_link.o(documents,compile).link(documents[0]?.root??!1).schema,linked.set(name,schema)}let violations=[];try{violations=(0,evaluate._3)(schema,value,subject,MAX_PROBLEMS)}catch(error){if(!(error instanceof evaluate.mS))throw error}return violations.length>0?violations:[{pointer:"",keyword:"",message:`${subject} breaks its schema`}]}function toProblems(found,code){return found.map(({pointer,message,keyword,member})=>{const problem={code,pointer,message,keyword};return member===void 0?problem:{...problem,member}})}}),5172:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{FE:()=>isMultiple,Gv:()=>isObject,df:()=>hasType});function isObject(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}function hasType(type,value){switch(type){case"null":return value===null;case"array":return Array.isArray(value);case"object":return isObject(value);case"integer":return typeof value=="number"&&Number.isInteger(value);default:return typeof value===type}}function decimal(value){const[mantissa="0",exponent="0"]=String(value).split("e"),[whole="0",fraction=""]=mantissa.split(".");return[BigInt(whole+fraction),Number(exponent)-fraction.length]}function isMultiple(value,of){const[a,ea]=decimal(value),[b,eb]=decimal(of),low=Math.min(ea,eb);return b!==0n&&a*10n**BigInt(ea-low)%(b*10n**BigInt(eb-low))===0n}}),1249:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{GV:()=>patternWords,Jj:()=>cut,SP:()=>shown,Vb:()=>nameOf,Z3:()=>formatWords,go:()=>typeName,nz:()=>expectedType,rq:()=>pointerOf});const PLAIN=/^[A-Za-z_$][A-Za-z0-9_$-]*$/,SHOWN=80,SHOWN_STEPS=12;function cut(text){if(text.length<=SHOWN)return text;const end=/[\ud800-\udbff]$/.test(text.slice(0,SHOWN))?SHOWN-1:SHOWN;return`${text.slice(0,end)}…`}function shown(value){return typeof value=="string"?JSON.stringify(cut(value)):value===null||typeof value!="object"?String(value):Array.isArray(value)?"a list":"an object"}function pointerOf(step){let pointer="";for(let at=step;at!==void 0;at=at.up)pointer=`/${String(at.key).replaceAll("~","~0").replaceAll("/","~1")}${pointer}`;return pointer}function nameOf(step,subject){const keys=[];for(let at=step;at!==void 0;at=at.up)keys.unshift(at.key);if(keys.length===0)return subject;const hidden=keys.length-SHOWN_STEPS;let name=hidden>0?"…":"";for(const key of hidden>0?keys.slice(hidden):keys)typeof key=="number"?name+=`[${key}]`:PLAIN.test(key)&&key.length<=SHOWN?name+=name===""?key:`.${key}`:name+=`[${JSON.stringify(cut(key))}]`;return name}const TYPES={string:"a string",integer:"a whole number",number:"a number",boolean:"true or false",object:"an object",array:"a list",null:"null"};function typeName(value){return value===null?"null":Array.isArray(value)?"a list":typeof value=="boolean"?String(value):typeof value=="number"?Number.isInteger(value)?"a number":"a fraction":typeof value=="string"?"a string":"an object"}function expectedType(type){return(Array.isArray(type)?type:[type??""]).map(one=>TYPES[String(one)]??String(one)).join(" or ")}const PATTERNS={"^sha256:[a-f0-9]{64}$":"sha256: and 64 lower-case hex digits","^(sha256:)?[a-f0-9]{64}$":"64 lower-case hex digits, optionally after sha256:","^(sha256:[a-f0-9]{64})?$":"empty, or sha256: and 64 lower-case hex digits","^[a-f0-9]{64}$":"64 lower-case hex digits","^(base64|cosign):.+":"base64: or cosign: and the signature","^prf-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z-[a-f0-9]{8}$":"a record id such as prf-2026-01-31T12:00:00Z-0123abcd","^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$":"a record type name in lower case, such as acme.build_scan","^[A-Za-z0-9._/-]+$":"a path of letters, digits and . _ / -","^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$":"a namespaced kind such as acme.build"};function patternWords(pattern){return Object.hasOwn(PATTERNS,pattern)?`be ${PATTERNS[pattern]}`:`match the pattern ${cut(pattern)}`}const FORMATS={"date-time":"an RFC 3339 instant such as 2026-01-31T12:00:00Z",date:"a date such as 2026-01-31",time:"a time such as 12:00:00Z",uri:"a URI","uri-reference":"a URI or a relative reference",email:"an e-mail address",hostname:"a host name",ipv4:"an IPv4 address",ipv6:"an IPv6 address",uuid:"a UUID",regex:"a regular expression in RE2 syntax","json-pointer":"a JSON pointer"};function formatWords(format){return FORMATS[format]??`a valid ${format}`}}),8868:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{y:()=>decodeBase64});function decodeBase64(text,mode="gate"){const spelled=mode==="compat"?text.replace(/[\r\n]/g,""):text;if(spelled.length%4!==0||!/^[A-Za-z0-9+/]*={0,2}$/.test(spelled))return;const bytes=Buffer.from(spelled,"base64");return mode==="compat"||bytes.toString("base64")===spelled?bytes:void 0}}),5806:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{JV:()=>verifyEd25519Batch,pI:()=>verifyEd25519,xd:()=>decodeSignature});var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7598),node_crypto__WEBPACK_IMPORTED_MODULE_0___default=__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__),_base64_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(8868);const IN_FLIGHT=64,ORDER=Buffer.from("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed","hex");function decodeSignature(text,mode="gate"){if(mode==="gate"?text.length!==88:text.length>4096)return;const bytes=(0,_base64_js__WEBPACK_IMPORTED_MODULE_1__.y)(text,mode);return bytes?.length===64?bytes:void 0}function isCanonicalSignature(signature){return signature.length===64&&scalarBelowOrder(signature)&&canonicalR(signature)}function verifyEd25519(key,message,signature){return key.weak||!isCanonicalSignature(signature)?!1:(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null,bytesOf(message),key.verifier,signature)}async function verifyEd25519Batch(jobs){const results=new Array(jobs.length).fill(!1);let next=0;const worker=async()=>{for(let i=next++;i<jobs.length;i=next++){const job=jobs[i];job!==void 0&&(results[i]=await verifyInPool(job))}};return await Promise.all(Array.from({length:Math.min(IN_FLIGHT,jobs.length)},worker)),results}function verifyInPool(job){return job.key.weak||!isCanonicalSignature(job.signature)?!1:new Promise((resolve,reject)=>{(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null,bytesOf(job.message),job.key.verifier,job.signature,(error,result)=>{error===null?resolve(result):reject(error)})})}function bytesOf(message){return typeof message=="string"?Buffer.from(message,"utf8"):message}function scalarBelowOrder(signature){for(let i=0;i<32;i++){const order=ORDER[i]??0,scalar=signature[63-i]??0;if(scalar!==order)return scalar<order}return!1}function canonicalR(signature){const low=signature[0]??0,high=(signature[31]??0)&127,middle=value=>{for(let i=1;i<31;i++)if(signature[i]!==value)return!1;return!0};return high===127&&low>=237&&middle(255)?!1:(signature[31]??0)>>7===0?!0:!(high===0&&low===1&&middle(0))&&!(high===127&&low===236&&middle(255))}}),6815:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{v:()=>ed25519Verdict,y:()=>runSignatureJobs2});var _ed25519_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5806);async function runSignatureJobs2(jobs){const plain=jobs.filter(job=>job.kind==="ed25519"),[single]=plain,verified=plain.length===1&&single!==void 0?[(0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__.pI)(single.key,single.message,single.signature)]:await(0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__.JV)(plain),verdicts=[];let at=0;for(const job of jobs)job.kind==="ed25519"?verdicts.push(ed25519Verdict(job,verified[at++]===!0)):verdicts.push(await runCosign(job));return verdicts}function ed25519Verdict(job,verified){return verified?{ok:!0,keyId:job.key.id}:{ok:!1,code:"signature.invalid",message:`the signature does not verify under key ${job.key.id}`}}async function runCosign(job){const{verifyCosign}=await Promise.all([__webpack_require__.e(605),__webpack_require__.e(852)]).then(__webpack_require__.bind(__webpack_require__,7852)),message=Buffer.from(job.message,"utf8");let refusal;for(const trust of[job.trust,...job.trust.others??[]]){const verdict=await verifyCosign(trust,message,job.signature,{mode:job.mode,now:job.now});if(verdict.ok)return verdict;refusal??=verdict}return refusal??{ok:!1,code:"signature.invalid",message:"the cosign signature was not checked"}}}),7029:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{V$:()=>prepareCosign,bI:()=>runRecordJobs,rd:()=>prepareRecordSignature});var _ed25519_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5806),_jobs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6815);function prepareRecordSignature(sealed,trust,now){const{recordHash,signature,signingKeyId}=sealed;return trust.keys.length===0&&trust.cosign===void 0?problem("key.missing","signatures must be checked but no key is given","/integrity/signature"):signature===""?problem("signature.missing","the record is not signed","/integrity/signature"):signingKeyId===""?problem("signature.missing","the record has a signature but no signing_key_id","/integrity/signing_key_id"):recordHash===""?problem("signature.missing","the record has a signature but no record_hash","/integrity/record_hash"):signature.startsWith("base64:")?prepareEd25519(sealed,signature.slice(7),trust):signature.startsWith("cosign:")?prepareCosign(recordHash,signature.slice(7),trust,now):problem("signature.algorithm_unsupported",'the signature must start with "base64:" (Ed25519) or "cosign:"',"/integrity/signature")}const runRecordJobs=jobs=>(0,_jobs_js__WEBPACK_IMPORTED_MODULE_1__.y)(jobs);async function checkRecordSignature(sealed,trust,now){const step=prepareRecordSignature(sealed,trust,now);if(!("job"in step))return step;const[verdict]=await runSignatureJobs([step.job]);return verdict??problem("signature.invalid","the signature was not checked","/integrity/signature")}function prepareEd25519(sealed,text,trust){if(trust.keys.length===0)return problem("key.missing","the record has an Ed25519 signature but no public key is given","/integrity/signature");const key=trust.keyById(sealed.signingKeyId);if(key===void 0)return problem("signature.key_mismatch","signing_key_id is not the id of a given public key","/integrity/signing_key_id");const signature=(0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__.xd)(text,trust.mode);return signature===void 0?problem("signature.invalid","the signature is not standard base64 of 64 bytes","/integrity/signature"):{job:{kind:"ed25519",key,message:sealed.recordHash,signature}}}function prepareCosign(message,signature,trust,now){const{cosign,mode}=trust;return cosign===void 0?problem("key.missing","a cosign signature is there but no cosign key or certificate is given"):cosign.key===void 0&&(cosign.identity===void 0||cosign.issuer===void 0)?problem("cosign.identity_required","a cosign certificate proves nothing without the expected identity and issuer"):{job:{kind:"cosign",trust:cosign,message,signature,mode,now}}}function problem(code,message,pointer){return pointer===void 0?{ok:!1,code,message}:{ok:!1,code,message,pointer}}}),6589:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{X7:()=>prepareManifestSignature,cD:()=>checkSignatureObject});var _ed25519_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5806),_jobs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6815),_record_signature_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(7029);function prepareSignatureObject(value,digestHex,over,keys,mode){const read=readMembers(value);if("code"in read)return read;if(keys.length===0)return problem("key.missing","","a signature must be checked but no public key is given");const{alg,sig}=read;if(alg!=="ed25519")return problem("signature.algorithm_unsupported","alg",'alg of the signature must be "ed25519"');const mismatch=compareDigest(read,digestHex,mode);if(mismatch!==void 0)return mismatch;const signature=(0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__.xd)(sig,mode);if(signature===void 0)return problem("signature.invalid","sig","sig is not standard base64 of 64 bytes");const message=over==="ascii-hex"?digestHex:Buffer.from(digestHex,"hex"),key=keys.find(one=>one.id===read.key_id)??(mode==="compat"?keys.find(one=>(0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__.pI)(one,message,signature)):void 0);return key===void 0?problem("signature.key_mismatch","key_id","key_id is not the id of a given public key"):{job:{kind:"ed25519",key,message,signature}}}function checkSignatureObject(value,digestHex,over,keys,mode){const step=prepareSignatureObject(value,digestHex,over,keys,mode);if(!("job"in step))return step;const{key,message,signature}=step.job,verdict=(0,_jobs_js__WEBPACK_IMPORTED_MODULE_1__.v)(step.job,(0,_ed25519_js__WEBPACK_IMPORTED_MODULE_0__.pI)(key,message,signature));return verdict.ok?verdict:{...verdict,member:"sig",pointer:"/sig"}}function prepareManifestSignature(value,digestHex,trust,now){const read=readMembers(value);if("code"in read)return read;if(read.alg!=="cosign")return read.alg==="ed25519"||trust.keys.length>0?prepareSignatureObject(value,digestHex,"ascii-hex",trust.keys,trust.mode):problem("signature.algorithm_unsupported","alg",'alg of the signature must be "ed25519" or "cosign"');const mismatch=compareDigest(read,digestHex,trust.mode);if(mismatch!==void 0)return mismatch;const text=read.sig.startsWith("cosign:")?read.sig.slice(7):read.sig,step=(0,_record_signature_js__WEBPACK_IMPORTED_MODULE_2__.V$)(digestHex,text,trust,now);return"job"in step?step:{...step,member:"sig",pointer:"/sig"}}function readMembers(value){if(value==null)return problem("signature.missing","","the signature is missing");if(typeof value!="object"||Array.isArray(value))return problem("signature.invalid","","the signature must be an object");const found={alg:"",key_id:"",sig:"",signed_digest:""};for(const name of["alg","key_id","sig","signed_digest"]){const member=Object.hasOwn(value,name)?value[name]:void 0;if(typeof member!="string")return problem("signature.invalid",name,`${name} of the signature ${member===void 0?"is missing":"must be a string"}`);found[name]=member}return found}function compareDigest(read,digestHex,mode){if((mode==="compat"?read.signed_digest.toLowerCase():read.signed_digest)!==digestHex)return problem("signature.digest_mismatch","signed_digest",`signed_digest is not the digest of the content, which is ${digestHex}`)}function problem(code,member,message){return{ok:!1,code,member,message,...member===""?{}:{pointer:`/${member}`}}}}),1005:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{C:()=>directoryDigest,X:()=>directorySource});var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(3024),node_fs__WEBPACK_IMPORTED_MODULE_0___default=__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__),node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6760),node_path__WEBPACK_IMPORTED_MODULE_1___default=__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__),_canonical_digest_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(2771),_fault_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(6430),_file_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(726);const MAX_ENTRIES=1e6;function directorySource(path,name,limits,links,within){const root=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path,".");return{name,list:async()=>listBelow(root),open:relative=>openBelow(root,name,relative,limits,links,within)}}function listBelow(root){const found=[],open=[""];for(let at=open.pop();at!==void 0;at=open.pop())for(const entry of readDirectory(root,at)){const path=at===""?entry.name:`${at}/${entry.name}`,type=entry.isSymbolicLink()?"symlink":entry.isDirectory()?"directory":entry.isFile()?"file":"other";if(found.push({path,type}),type==="directory"&&open.push(path),found.length>MAX_ENTRIES)throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("limit.entries",`the directory has more than ${MAX_ENTRIES} entries`)}return found.sort((a,b)=>Buffer.compare(Buffer.from(a.path),Buffer.from(b.path)))}function readDirectory(root,at){try{return readEntries((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root,at))}catch(error){throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("io.unreadable",`directory ${JSON.stringify(at)} cannot be read: ${codeOf(error)}`,{entry:at})}}const readEntries=path=>(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path,{withFileTypes:!0});function codeOf(error){return typeof error=="object"&&error!==null&&"code"in error?String(error.code):String(error)}function openBelow(root,name,relative,limits,links,within){const path=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root,relative);if(links==="follow"){let target=path;try{target=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path)}catch{}return(0,_file_js__WEBPACK_IMPORTED_MODULE_4__.Tq)(target,`${name}/${relative}`,limits)}return checkNoLink(root,relative),(0,_file_js__WEBPACK_IMPORTED_MODULE_4__.Tq)(path,`${name}/${relative}`,limits,within===void 0?{}:{within})}function checkNoLink(root,relative){let at=root;const parts=relative.split(/[/\\]/);for(const[i,part]of parts.entries()){if(part==="..")throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("path.escape",`${JSON.stringify(relative)} leads out of the artifact`,{entry:relative});at=`${at}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${part}`;let link;try{link=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(at).isSymbolicLink()}catch{return}if(link){const what=i===parts.length-1?"is":"lies behind";throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("path.symlink",`${JSON.stringify(relative)} ${what} a symbolic link`,{entry:relative})}}}async function directoryDigest(directory){const lines=[];let bytes=0;try{for(const entry of await directory.list()){if(entry.type!=="file")continue;const source=directory.open(entry.path),hash=(0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_2__.s)();for await(const chunk of source.chunks())hash.update(chunk);bytes+=source.size,lines.push(`${entry.path}\0${hash.digest("hex")}
`)}}catch(error){if(!(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_3__.v))throw error;return{sha256:null,bytes}}return{sha256:(0,_canonical_digest_js__WEBPACK_IMPORTED_MODULE_2__.f)(lines.join("")),bytes}}}),726:((__unused_webpack_module,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{EW:()=>readSmallFile,Tq:()=>openFile,bT:()=>fileFault});var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(3024),node_fs__WEBPACK_IMPORTED_MODULE_0___default=__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__),node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6760),node_path__WEBPACK_IMPORTED_MODULE_1___default=__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__),node_util__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(7975),node_util__WEBPACK_IMPORTED_MODULE_2___default=__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_2__),_fault_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(6430);const readAsync=(0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_fs__WEBPACK_IMPORTED_MODULE_0__.read),FLAGS=node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY|(node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW??0)|(node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK??0)|(node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY??0),CHUNK_BYTES=1024*1024,WHOLE_BYTES=1024*1024,NOTHING=Promise.resolve(new Uint8Array(0));function openFile(path,name,limits,options={}){const fd=open(path,name);try{const identity=identify(fd,name);options.within!==void 0&&checkWithin(fd,path,name,options.within,identity);const whole=identity.size<=Math.min(WHOLE_BYTES,limits.maxArtifactBytes)?readWhole(fd,name,identity):void 0;return new FileSource(path,name,identity,whole,limits,options)}finally{(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd)}}function readSmallFile(path,name,maxBytes,options={}){const fd=open(path,name);try{const identity=identify(fd,name);if(options.within!==void 0&&checkWithin(fd,path,name,options.within,identity),identity.size>maxBytes)throw tooLarge(name,identity.size,maxBytes);return readWhole(fd,name,identity)}finally{(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd)}}class FileSource{path;name;identity;whole;limits;options;size;constructor(path,name,identity,whole,limits,options){this.path=path,this.name=name,this.identity=identity,this.whole=whole,this.limits=limits,this.options=options,this.size=identity.size}async bytes(limit){if(this.size>limit)throw tooLarge(this.name,this.size,limit);if(this.whole!==void 0)return this.whole;this.checkSize();const fd=this.reopen();try{return readWhole(fd,this.name,this.identity)}finally{(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd)}}async*chunks(){if(this.checkSize(),this.whole!==void 0){this.whole.length>0&&(yield this.whole);return}const fd=this.reopen();let ahead=NOTHING;try{let free=Buffer.allocUnsafeSlow(CHUNK_BYTES),busy=Buffer.allocUnsafeSlow(CHUNK_BYTES),at=0;for(ahead=this.readAt(fd,free,0);at<this.size;){const chunk=await ahead;if(chunk.length===0)throw changed(this.name);at+=chunk.length,[free,busy]=[busy,free],ahead=at<this.size?this.readAt(fd,free,at):NOTHING,yield chunk}compare(fd,this.name,this.identity)}finally{await ahead.catch(()=>{}),(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd)}}checkSize(){if(!(this.size<=this.limits.maxArtifactBytes))throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("limit.artifact_bytes",`${this.size} bytes are more than the limit of ${this.limits.maxArtifactBytes} (--max-artifact-bytes)`)}reopen(){const fd=open(this.path,this.name);try{return compare(fd,this.name,this.identity),this.options.within!==void 0&&checkWithin(fd,this.path,this.name,this.options.within,this.identity),fd}catch(error){throw(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd),error}}async readAt(fd,buffer,position){try{const{bytesRead}=await readAsync(fd,buffer,0,Math.min(CHUNK_BYTES,this.size-position),position);return buffer.subarray(0,bytesRead)}catch(error){throw fileFault(error,this.name)}}}function readWhole(fd,name,identity){const bytes=Buffer.allocUnsafeSlow(identity.size);let at=0;for(;at<identity.size;){let count;try{count=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd,bytes,at,identity.size-at,at)}catch(error){throw fileFault(error,name)}if(count===0)throw changed(name);at+=count}return compare(fd,name,identity),bytes}function identify(fd,name){const stat=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd,{bigint:!0});if(stat.isDirectory())throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("io.unreadable",`${name} is a directory`);if(!stat.isFile())throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("path.special_file",`${name} is not a regular file`);return{size:Number(stat.size),mtimeNs:stat.mtimeNs,ctimeNs:stat.ctimeNs,ino:stat.ino,dev:stat.dev}}function compare(fd,name,met){const now=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd,{bigint:!0});if(!(Number(now.size)===met.size&&now.mtimeNs===met.mtimeNs&&now.ctimeNs===met.ctimeNs&&now.ino===met.ino&&now.dev===met.dev))throw changed(name)}function checkWithin(fd,path,name,root,identity){const real=realPathOf(fd,path,name,identity);if(!(real===root||real.startsWith(root.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)?root:root+node_path__WEBPACK_IMPORTED_MODULE_1__.sep)))throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("path.escape",`${name} leads outside the workspace`)}function realPathOf(fd,path,name,identity){if(process.platform==="linux")try{return(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(`/proc/self/fd/${fd}`)}catch{}try{const real=node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path),{ino,dev}=(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real,{bigint:!0});if(ino!==identity.ino||dev!==identity.dev)throw changed(name);return real}catch(error){throw error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_3__.v?error:fileFault(error,name)}}function open(path,name){if(path.includes("\0"))throw new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("io.not_found",`${name} is not there: its path has a NUL`);try{return(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path,FLAGS)}catch(error){throw fileFault(error,name)}}function fileFault(error,name){const code=typeof error=="object"&&error!==null&&"code"in error?String(error.code):String(error);switch(code){case"ENOENT":case"ENOTDIR":return new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("io.not_found",`${name} is not there`);case"ELOOP":case"EMLINK":return new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("path.symlink",`${name} is a symbolic link`);case"ENXIO":case"ENODEV":return new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("path.special_file",`${name} is not a regular file`);case"EISDIR":return new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("io.unreadable",`${name} is a directory`);case"EACCES":case"EPERM":return new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("io.unreadable",`${name} cannot be read: permission denied`);default:return new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("io.unreadable",`${name} cannot be read (${code})`)}}function tooLarge(name,size,limit){return new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("limit.manifest_bytes",`${name} has ${size} bytes, more than the limit of ${limit}`)}function changed(name){return new _fault_js__WEBPACK_IMPORTED_MODULE_3__.v("io.changed",`${name} changed while it was read`)}}),3190:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.validators={"baseline-v1":()=>__webpack_require__(2949).t,"bundle-manifest-v1":()=>__webpack_require__(6706).t,"chain-v1":()=>__webpack_require__(8161).t,"framework-definition":()=>__webpack_require__(7408).t,"gate-policy-v1":()=>__webpack_require__(8688).t,"gate-report-v1":()=>__webpack_require__(8988).t,"governance-event-v1":()=>__webpack_require__(7451).t,"proof-record-v1":()=>__webpack_require__(9150).t,"record-types-v1":()=>__webpack_require__(4895).t,relationship_envelope:()=>__webpack_require__(8861).t,"revocation-list-v1":()=>__webpack_require__(4419).t,"types/approval":()=>__webpack_require__(2127).t,"types/compiled-action":()=>__webpack_require__(2488).t,"types/data-pipeline-run":()=>__webpack_require__(3159).t,"types/decision":()=>__webpack_require__(96).t,"types/delegation":()=>__webpack_require__(4156).t,"types/deployment":()=>__webpack_require__(8207).t,"types/dynamic-tool-discovery":()=>__webpack_require__(2001).t,"types/guardrail-activation":()=>__webpack_require__(6054).t,"types/human-oversight":()=>__webpack_require__(7753).t,"types/incident":()=>__webpack_require__(5500).t,"types/model-change":()=>__webpack_require__(5822).t,"types/permission-check":()=>__webpack_require__(6684).t,"types/policy-enforcement":()=>__webpack_require__(413).t,"types/replay-certification":()=>__webpack_require__(3638).t,"types/risk-assessment":()=>__webpack_require__(7924).t,"types/scan-finding":()=>__webpack_require__(9921).t,"types/test-result":()=>__webpack_require__(6322).t,"types/tool-invocation":()=>__webpack_require__(3361).t,"draft-07":()=>__webpack_require__(5019).t},exports2.texts=()=>__webpack_require__(7268)}),7268:((__unused_webpack_module,exports2)=>{exports2.schemas={"baseline-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/baseline-v1.schema.json",
  "title": "Gate baseline",
  "description": "What a later run is compared with: chains, counts, coverage, signers and test outcomes.",
  "type": "object",
  "required": [
    "version",
    "chains",
    "record_types",
    "frameworks",
    "signers",
    "tests"
  ],
  "properties": {
    "version": {
      "const": 1
    },
    "chains": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "path",
          "chain_id",
          "record_count",
          "head_hash"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "chain_id": {
            "type": "string"
          },
          "record_count": {
            "type": "integer",
            "minimum": 0
          },
          "head_hash": {
            "type": "string",
            "pattern": "^(sha256:[a-f0-9]{64})?$",
            "description": "Empty for a chain of no records."
          }
        },
        "additionalProperties": false
      }
    },
    "record_types": {
      "type": "object",
      "additionalProperties": {
        "type": "integer",
        "minimum": 0
      }
    },
    "frameworks": {
      "type": "object",
      "additionalProperties": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1
        },
        "uniqueItems": true
      }
    },
    "signers": {
      "type": "array",
      "items": {
        "type": "string",
        "minLength": 1
      },
      "uniqueItems": true
    },
    "tests": {
      "type": "object",
      "additionalProperties": {
        "type": "string"
      }
    },
    "digest": {
      "type": "string",
      "pattern": "^(sha256:)?[a-f0-9]{64}$",
      "description": "SHA-256 of the canonical form of the document without this member."
    }
  },
  "additionalProperties": false
}
`,"bundle-manifest-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/bundle-manifest-v1.schema.json",
  "title": "Bundle manifest",
  "description": "The files of a bundle and their digests.",
  "type": "object",
  "required": [
    "files"
  ],
  "properties": {
    "files": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "path",
          "sha256"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "sha256": {
            "type": "string"
          }
        }
      }
    },
    "algo_id": {
      "type": "string"
    },
    "salt_id": {
      "type": "string"
    },
    "signatures": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "alg",
          "key_id",
          "sig",
          "signed_digest"
        ],
        "properties": {
          "alg": {
            "type": "string",
            "minLength": 1
          },
          "key_id": {
            "type": "string",
            "minLength": 1
          },
          "sig": {
            "type": "string",
            "minLength": 1
          },
          "signed_digest": {
            "type": "string",
            "minLength": 1
          }
        }
      }
    }
  }
}
`,"chain-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/chain-v1.schema.json",
  "title": "Proof chain",
  "description": "Records in order, each linked to the one before it. The records themselves are validated by proof-record-v1.",
  "type": "object",
  "required": [
    "chain_id",
    "created_at",
    "record_count",
    "records"
  ],
  "properties": {
    "chain_id": {
      "type": "string"
    },
    "created_at": {
      "type": "string",
      "format": "date-time"
    },
    "record_count": {
      "type": "integer",
      "minimum": 0
    },
    "records": {
      "type": "array"
    },
    "head_hash": {
      "type": "string",
      "pattern": "^sha256:[a-f0-9]{64}$"
    },
    "signatures": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "alg",
          "key_id",
          "sig",
          "signed_digest"
        ],
        "properties": {
          "alg": {
            "type": "string"
          },
          "key_id": {
            "type": "string"
          },
          "sig": {
            "type": "string"
          },
          "signed_digest": {
            "type": "string"
          }
        }
      }
    }
  }
}
`,"framework-definition":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/framework-definition.schema.json",
  "title": "Framework definition",
  "description": "Controls of a framework and the records that are evidence for each.",
  "type": "object",
  "required": [
    "framework",
    "controls"
  ],
  "properties": {
    "framework": {
      "type": "object",
      "required": [
        "id",
        "version",
        "title"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1
        },
        "version": {
          "type": "string",
          "minLength": 1
        },
        "title": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "controls": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/control"
      },
      "minItems": 1
    }
  },
  "definitions": {
    "control": {
      "type": "object",
      "required": [
        "id",
        "title"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1
        },
        "title": {
          "type": "string",
          "minLength": 1
        },
        "required_record_types": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "required_fields": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "minimum_frequency": {
          "type": "string",
          "minLength": 1
        },
        "evidence_sets": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/evidence_set"
          }
        },
        "children": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/control"
          }
        }
      },
      "oneOf": [
        {
          "required": [
            "required_record_types",
            "required_fields",
            "minimum_frequency"
          ]
        },
        {
          "required": [
            "evidence_sets"
          ]
        }
      ]
    },
    "evidence_set": {
      "type": "object",
      "required": [
        "id",
        "required_record_types",
        "required_fields",
        "minimum_frequency"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1
        },
        "title": {
          "type": "string",
          "minLength": 1
        },
        "source_products": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "required_record_types": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "required_fields": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "minimum_frequency": {
          "type": "string",
          "minLength": 1
        }
      },
      "description": "A control is covered when one of its sets is."
    }
  }
}
`,"gate-policy-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/gate-policy-v1.schema.json",
  "title": "Gate policy",
  "description": "What turns verified artifacts into a decision: whom to trust, what has to be there, what needs approval. YAML or JSON; everything but version is optional.",
  "type": "object",
  "required": ["version"],
  "properties": {
    "$schema": {
      "type": "string",
      "description": "Address of this schema, so that editors complete and check the file."
    },
    "version": {
      "const": 1,
      "description": "Version of the policy format."
    },
    "artifacts": {
      "type": "array",
      "items": { "type": "string", "minLength": 1 },
      "minItems": 1,
      "description": "Globs of the artifacts to verify, in order; ! excludes. Patterns of the command line win."
    },
    "trust": { "$ref": "#/definitions/trust" },
    "freshness": { "$ref": "#/definitions/freshness" },
    "require": { "$ref": "#/definitions/require" },
    "rules": {
      "type": "array",
      "items": { "$ref": "#/definitions/rule" },
      "description": "JSON Schemas that verified records have to keep."
    },
    "approvals": {
      "description": "What needs approval. A list of rules, or {builtin, rules} to switch off what records ask for themselves.",
      "if": { "type": "array" },
      "then": { "items": { "$ref": "#/definitions/approval" } },
      "else": { "$ref": "#/definitions/approvals" }
    },
    "baseline": {
      "type": "string",
      "minLength": 1,
      "description": "Baseline file that the run is compared with; written by \`proof-verify baseline FILE\`."
    },
    "frameworks": {
      "type": "array",
      "items": { "type": "string", "minLength": 1 },
      "uniqueItems": true,
      "description": "Files with frameworks of your own (framework-definition); require.frameworks may name them by id."
    }
  },
  "additionalProperties": false,
  "definitions": {
    "trust": {
      "type": "object",
      "description": "Whom the gate trusts.",
      "properties": {
        "signatures": {
          "type": "string",
          "enum": ["auto", "required", "off"],
          "default": "auto",
          "description": "auto: required as soon as any key or certificate is configured."
        },
        "keys": {
          "type": "array",
          "items": { "$ref": "#/definitions/key" },
          "description": "Signers by name."
        },
        "cosign": {
          "type": "array",
          "items": { "$ref": "#/definitions/cosign" },
          "description": "Signers that use cosign: a public key, or a certificate with its identity and issuer."
        },
        "revocation_list": {
          "type": "string",
          "minLength": 1,
          "description": "Path of a revocation list."
        },
        "revocation_key": {
          "type": "string",
          "minLength": 1,
          "description": "Key that signs the revocation list: hex, base64, PEM, JWK or a path."
        },
        "min_signers": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 1,
          "description": "Distinct trusted signers that every chain and bundle has to be signed by as a whole."
        }
      },
      "additionalProperties": false
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "pattern": "^[^\\\\s](.*[^\\\\s])?$",
      "description": "What reports call the signer and approvals name."
    },
    "scope": {
      "type": "array",
      "items": { "type": "string", "minLength": 1 },
      "minItems": 1,
      "uniqueItems": true
    },
    "instant": {
      "type": "string",
      "format": "date-time",
      "description": "RFC 3339 instant such as 2026-01-31T12:00:00Z."
    },
    "key": {
      "type": "object",
      "description": "One trusted Ed25519 key.",
      "required": ["name", "public_key"],
      "properties": {
        "name": { "$ref": "#/definitions/name" },
        "public_key": {
          "type": "string",
          "minLength": 1,
          "description": "64 hex digits, base64 of 32 bytes, PEM, JWK, or the path of a file with one of them."
        },
        "not_before": { "$ref": "#/definitions/instant" },
        "not_after": { "$ref": "#/definitions/instant" },
        "record_types": { "$ref": "#/definitions/scope" },
        "source_products": { "$ref": "#/definitions/scope" }
      },
      "additionalProperties": false
    },
    "cosign": {
      "type": "object",
      "description": "One trusted cosign signer.",
      "required": ["name"],
      "properties": {
        "name": { "$ref": "#/definitions/name" },
        "key": { "type": "string", "minLength": 1, "description": "Path of a PEM public key." },
        "certificate": { "type": "string", "minLength": 1, "description": "Path of a PEM certificate." },
        "identity": { "type": "string", "minLength": 1, "description": "Expected identity of the certificate." },
        "issuer": { "type": "string", "minLength": 1, "description": "Expected OIDC issuer of the certificate." },
        "not_before": { "$ref": "#/definitions/instant" },
        "not_after": { "$ref": "#/definitions/instant" },
        "record_types": { "$ref": "#/definitions/scope" },
        "source_products": { "$ref": "#/definitions/scope" }
      },
      "if": { "required": ["key"] },
      "then": {
        "properties": { "certificate": false, "identity": false, "issuer": false }
      },
      "else": { "required": ["identity", "issuer"] },
      "additionalProperties": false
    },
    "age": {
      "type": "string",
      "pattern": "^[1-9][0-9]{0,5}(s|m|h|d|w)$",
      "description": "A duration such as 90d, 72h, 5m, 30s or 2w."
    },
    "freshness": {
      "type": "object",
      "description": "How old records may be, against --now.",
      "properties": {
        "max_age": { "$ref": "#/definitions/age" },
        "clock_skew": {
          "type": "string",
          "pattern": "^[0-9]{1,6}(s|m|h|d|w)$",
          "default": "5m",
          "description": "How far in the future a record may lie."
        }
      },
      "additionalProperties": false
    },
    "require": {
      "type": "object",
      "description": "What has to be there. Only verified records count.",
      "properties": {
        "record_types": {
          "type": "object",
          "additionalProperties": { "type": "integer", "minimum": 1, "maximum": 1000000000 },
          "propertyNames": { "minLength": 1 },
          "description": "At least so many records of each type."
        },
        "source_products": {
          "type": "array",
          "items": { "type": "string", "minLength": 1 },
          "uniqueItems": true,
          "description": "Products that have to have a record."
        },
        "frameworks": {
          "type": "array",
          "items": { "$ref": "#/definitions/framework" },
          "description": "Frameworks that have to be covered."
        }
      },
      "additionalProperties": false
    },
    "framework": {
      "type": "object",
      "description": "With neither controls nor min_coverage every control has to be covered.",
      "required": ["id"],
      "properties": {
        "id": { "type": "string", "minLength": 1, "description": "As in \`proof-verify frameworks list\`, or of a file under frameworks." },
        "controls": {
          "type": "array",
          "items": { "type": "string", "minLength": 1 },
          "minItems": 1,
          "uniqueItems": true,
          "description": "Controls that have to be covered."
        },
        "min_coverage": {
          "type": "number",
          "minimum": 0,
          "maximum": 1,
          "description": "Share of all controls that has to be covered, 0 to 1."
        }
      },
      "additionalProperties": false
    },
    "id": {
      "type": "string",
      "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$",
      "description": "Letters, digits and . _ -; findings and reports carry it."
    },
    "schema": {
      "type": ["object", "boolean"],
      "description": "JSON Schema draft-07 over the record. Patterns in RE2 syntax; references only inside the schema."
    },
    "rule": {
      "type": "object",
      "required": ["id", "must"],
      "properties": {
        "id": { "$ref": "#/definitions/id" },
        "when": { "$ref": "#/definitions/schema" },
        "must": { "$ref": "#/definitions/schema" },
        "message": { "type": "string", "minLength": 1, "maxLength": 1000, "description": "What the finding says." }
      },
      "additionalProperties": false
    },
    "approvals": {
      "type": "object",
      "properties": {
        "builtin": {
          "type": "boolean",
          "default": true,
          "description": "Whether records that ask for approval themselves need one."
        },
        "rules": {
          "type": "array",
          "items": { "$ref": "#/definitions/approval" }
        }
      },
      "additionalProperties": false
    },
    "approval": {
      "type": "object",
      "required": ["id"],
      "properties": {
        "id": { "$ref": "#/definitions/id" },
        "when": {
          "type": ["object", "boolean"],
          "description": "JSON Schema that selects the records that need approval; absent: every record that is no approval."
        },
        "by": {
          "type": "array",
          "items": { "$ref": "#/definitions/name" },
          "minItems": 1,
          "uniqueItems": true,
          "description": "Names under trust.keys or trust.cosign; absent: any trusted signer."
        },
        "min": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 1,
          "description": "Distinct signers that have to approve."
        },
        "max_age": { "$ref": "#/definitions/age" }
      },
      "additionalProperties": false
    }
  }
}
`,"gate-report-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/gate-report-v1.schema.json",
  "title": "Gate report",
  "description": "What the gate found, byte-identical for identical inputs.",
  "type": "object",
  "required": [
    "schema",
    "tool",
    "outcome",
    "exit_code",
    "policy_sha256",
    "summary",
    "artifacts",
    "requirements",
    "findings"
  ],
  "properties": {
    "schema": {
      "const": "gate-report-v1"
    },
    "tool": {
      "type": "object",
      "required": [
        "name",
        "version"
      ],
      "properties": {
        "name": {
          "const": "proof-verify"
        },
        "version": {
          "type": "string",
          "minLength": 1
        }
      },
      "additionalProperties": false
    },
    "outcome": {
      "type": "string",
      "enum": [
        "passed",
        "failed",
        "warned"
      ]
    },
    "exit_code": {
      "type": "integer",
      "minimum": 0,
      "maximum": 8
    },
    "incomplete": {
      "const": true,
      "description": "The run was cut short; such a report never passes."
    },
    "policy_sha256": {
      "type": [
        "string",
        "null"
      ],
      "pattern": "^[a-f0-9]{64}$"
    },
    "summary": {
      "type": "object",
      "required": [
        "artifacts",
        "verified",
        "failed",
        "warned",
        "records",
        "signatures",
        "findings"
      ],
      "properties": {
        "artifacts": {
          "type": "integer",
          "minimum": 0
        },
        "verified": {
          "type": "integer",
          "minimum": 0
        },
        "failed": {
          "type": "integer",
          "minimum": 0
        },
        "warned": {
          "type": "integer",
          "minimum": 0
        },
        "records": {
          "type": "integer",
          "minimum": 0
        },
        "signatures": {
          "type": "integer",
          "minimum": 0
        },
        "findings": {
          "type": "object",
          "required": [
            "errors",
            "warnings",
            "notices"
          ],
          "properties": {
            "errors": {
              "type": "integer",
              "minimum": 0
            },
            "warnings": {
              "type": "integer",
              "minimum": 0
            },
            "notices": {
              "type": "integer",
              "minimum": 0
            }
          },
          "additionalProperties": false
        }
      },
      "additionalProperties": false
    },
    "artifacts": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/artifact"
      }
    },
    "requirements": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/requirement"
      }
    },
    "coverage": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/coverage"
      }
    },
    "findings": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/finding"
      }
    },
    "shard": {
      "$ref": "#/definitions/shard"
    }
  },
  "additionalProperties": false,
  "definitions": {
    "finding": {
      "type": "object",
      "required": [
        "code",
        "severity",
        "exit_code",
        "message",
        "artifact"
      ],
      "properties": {
        "code": {
          "type": "string",
          "pattern": "^[a-z][a-z0-9_]*(\\\\.[a-z0-9_]+)*$|^rule\\\\.."
        },
        "severity": {
          "type": "string",
          "enum": [
            "error",
            "warning",
            "notice"
          ]
        },
        "exit_code": {
          "type": "integer",
          "minimum": 0,
          "maximum": 8
        },
        "message": {
          "type": "string"
        },
        "artifact": {
          "type": "string"
        },
        "line": {
          "type": "integer",
          "minimum": 1
        },
        "column": {
          "type": "integer",
          "minimum": 1
        },
        "end_line": {
          "type": "integer",
          "minimum": 1
        },
        "pointer": {
          "type": "string"
        },
        "record_id": {
          "type": "string"
        },
        "entry": {
          "type": "string"
        }
      },
      "description": "One thing that is wrong or worth knowing, and where.",
      "additionalProperties": false
    },
    "artifact": {
      "type": "object",
      "required": [
        "path",
        "kind",
        "sha256",
        "bytes",
        "outcome",
        "records",
        "signatures",
        "why"
      ],
      "properties": {
        "path": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "enum": [
            "record",
            "chain",
            "chain_directory",
            "stream",
            "bundle",
            "gait_pack",
            "gait_guard_pack",
            "gait_runpack",
            "gait_signed_json",
            "revocation_list",
            "record_types",
            "governance_event",
            "unknown"
          ]
        },
        "sha256": {
          "type": [
            "string",
            "null"
          ],
          "pattern": "^[a-f0-9]{64}$"
        },
        "bytes": {
          "type": "integer",
          "minimum": 0
        },
        "outcome": {
          "type": "string",
          "enum": [
            "verified",
            "failed",
            "warned"
          ]
        },
        "records": {
          "type": "integer",
          "minimum": 0
        },
        "head_hash": {
          "type": "string"
        },
        "signatures": {
          "type": "object",
          "required": [
            "required",
            "verified",
            "key_ids"
          ],
          "properties": {
            "required": {
              "type": "boolean"
            },
            "verified": {
              "type": "integer",
              "minimum": 0
            },
            "key_ids": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "additionalProperties": false
        },
        "more_findings": {
          "type": "integer",
          "minimum": 0
        },
        "why": {
          "type": "string"
        }
      },
      "description": "One artifact and its verdict.",
      "additionalProperties": false
    },
    "requirement": {
      "type": "object",
      "required": [
        "id",
        "satisfied",
        "required",
        "found"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1
        },
        "satisfied": {
          "type": "boolean"
        },
        "required": {
          "type": "number",
          "minimum": 0
        },
        "found": {
          "type": "number",
          "minimum": 0
        },
        "detail": {
          "type": "string"
        }
      },
      "description": "One requirement of the policy and how it stands.",
      "additionalProperties": false
    },
    "coverage": {
      "type": "object",
      "required": [
        "framework",
        "version",
        "title",
        "covered",
        "total",
        "controls"
      ],
      "properties": {
        "framework": {
          "type": "string",
          "minLength": 1
        },
        "version": {
          "type": "string",
          "minLength": 1
        },
        "title": {
          "type": "string",
          "minLength": 1
        },
        "covered": {
          "type": "integer",
          "minimum": 0
        },
        "total": {
          "type": "integer",
          "minimum": 0
        },
        "controls": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id",
              "title",
              "covered"
            ],
            "properties": {
              "id": {
                "type": "string",
                "minLength": 1
              },
              "title": {
                "type": "string",
                "minLength": 1
              },
              "covered": {
                "type": "boolean"
              }
            },
            "additionalProperties": false
          }
        }
      },
      "description": "How far the records cover a framework.",
      "additionalProperties": false
    },
    "shard": {
      "type": "object",
      "description": "Of a run with --shard: what merge decides from, sealed with its own digest.",
      "required": [
        "version",
        "plan",
        "artifacts",
        "texts",
        "records",
        "findings",
        "digest"
      ],
      "properties": {
        "version": {
          "const": 1
        },
        "plan": {
          "type": "object",
          "required": [
            "index",
            "count",
            "engine",
            "policy_sha256",
            "settings",
            "artifacts"
          ],
          "properties": {
            "index": {
              "type": "integer",
              "minimum": 1
            },
            "count": {
              "type": "integer",
              "minimum": 1
            },
            "engine": {
              "type": "string",
              "minLength": 1
            },
            "policy_sha256": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[a-f0-9]{64}$"
            },
            "settings": {
              "type": "string",
              "pattern": "^[a-f0-9]{64}$"
            },
            "artifacts": {
              "type": "string",
              "pattern": "^[a-f0-9]{64}$"
            }
          },
          "additionalProperties": false
        },
        "incomplete": {
          "const": true
        },
        "artifacts": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/shard_artifact"
          }
        },
        "texts": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "records": {
          "type": "array",
          "items": {
            "type": "array",
            "minItems": 15,
            "maxItems": 15,
            "items": [
              {
                "type": "integer",
                "minimum": 0
              },
              {
                "type": "integer",
                "minimum": -1
              },
              {
                "type": "integer",
                "minimum": 0
              },
              {
                "type": "integer",
                "minimum": 0
              },
              {
                "type": "string"
              },
              {
                "type": "integer",
                "minimum": 0
              },
              {
                "type": "integer",
                "minimum": 0
              },
              {
                "type": "integer",
                "minimum": -1
              },
              {
                "type": "string"
              },
              {
                "type": "string"
              },
              {
                "type": [
                  "string",
                  "integer"
                ]
              },
              {
                "type": "integer",
                "minimum": 0,
                "maximum": 3
              },
              {
                "type": "integer",
                "minimum": -1
              },
              {
                "type": "integer",
                "minimum": 0,
                "maximum": 1
              },
              {
                "$ref": "#/definitions/shard_extra"
              }
            ]
          },
          "description": "One row a record; texts hold what repeats."
        },
        "findings": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/finding"
          },
          "description": "Of configuration and discovery."
        },
        "digest": {
          "type": "string",
          "pattern": "^[a-f0-9]{64}$"
        },
        "dropped": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "description": "Paths that were looked at and left out, as --unrecognized ignore has it."
        }
      },
      "additionalProperties": false
    },
    "shard_artifact": {
      "type": "object",
      "description": "One artifact of a shard, as it was verified.",
      "required": [
        "path",
        "kind",
        "sha256",
        "bytes",
        "outcome",
        "records",
        "signatures",
        "findings",
        "more_findings",
        "facts",
        "why"
      ],
      "properties": {
        "path": {
          "type": "string"
        },
        "kind": {
          "$ref": "#/definitions/artifact/properties/kind"
        },
        "sha256": {
          "type": [
            "string",
            "null"
          ],
          "pattern": "^[a-f0-9]{64}$"
        },
        "bytes": {
          "type": "integer",
          "minimum": 0
        },
        "outcome": {
          "type": "string",
          "enum": [
            "verified",
            "failed"
          ]
        },
        "records": {
          "type": "integer",
          "minimum": 0
        },
        "head_hash": {
          "type": "string"
        },
        "signatures": {
          "type": "object",
          "required": [
            "required",
            "verified",
            "keyIds"
          ],
          "properties": {
            "required": {
              "type": "boolean"
            },
            "verified": {
              "type": "integer",
              "minimum": 0
            },
            "keyIds": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "additionalProperties": false
        },
        "findings": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/finding"
          }
        },
        "more_findings": {
          "type": "integer",
          "minimum": 0
        },
        "facts": {
          "type": "object",
          "properties": {
            "recordId": {
              "type": "string"
            },
            "chainId": {
              "type": "string"
            },
            "recordsInRange": {
              "type": "integer",
              "minimum": 0
            },
            "packId": {
              "type": "string"
            },
            "packType": {
              "type": "string"
            },
            "runId": {
              "type": "string"
            },
            "manifestDigest": {
              "type": "string"
            },
            "filesVerified": {
              "type": "integer",
              "minimum": 0
            },
            "proofRecordsVerified": {
              "type": "integer",
              "minimum": 0
            },
            "wholeKeyIds": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "document": {
              "type": "object"
            }
          }
        },
        "why": {
          "type": "string"
        }
      },
      "additionalProperties": false
    },
    "shard_extra": {
      "type": [
        "object",
        "null"
      ],
      "description": "What only some records have.",
      "properties": {
        "claimed": {
          "type": "string"
        },
        "links": {
          "type": "array",
          "items": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "minItems": 3,
            "maxItems": 3
          }
        },
        "missing": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "rules": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "rule"
            ],
            "properties": {
              "rule": {
                "type": "integer",
                "minimum": 0
              },
              "failure": {
                "type": "object",
                "required": [
                  "message",
                  "pointer"
                ],
                "properties": {
                  "message": {
                    "type": "string"
                  },
                  "pointer": {
                    "type": "string"
                  }
                },
                "additionalProperties": false
              }
            },
            "additionalProperties": false
          }
        },
        "approval_rules": {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 0
          }
        },
        "asks": {
          "const": true
        },
        "intents": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "approval": {
          "type": "object",
          "required": [
            "names",
            "denies"
          ],
          "properties": {
            "names": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "digest": {
                    "type": "string"
                  },
                  "reference": {
                    "const": true
                  }
                },
                "additionalProperties": false
              }
            },
            "denies": {
              "type": "boolean"
            },
            "expiresAt": {
              "type": [
                "number",
                "null"
              ]
            }
          },
          "additionalProperties": false
        },
        "test": {
          "type": "object",
          "required": [
            "name",
            "outcome"
          ],
          "properties": {
            "name": {
              "type": "string"
            },
            "outcome": {
              "type": "string"
            }
          },
          "additionalProperties": false
        }
      },
      "additionalProperties": false
    }
  }
}
`,"governance-event-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/governance-event-v1.schema.json",
  "title": "Governance event",
  "description": "An unsigned signal from a runtime. It is validated and never counts as evidence.",
  "type": "object",
  "required": [
    "event_id",
    "timestamp",
    "event_type"
  ],
  "properties": {
    "event_id": {
      "type": "string",
      "minLength": 1
    },
    "timestamp": {
      "type": "string",
      "format": "date-time"
    },
    "event_type": {
      "type": "string",
      "enum": [
        "tool_gate",
        "permission_check",
        "approval_request",
        "policy_evaluation",
        "guardrail_activation",
        "script_evaluation"
      ]
    },
    "agent_id": {
      "type": "string",
      "minLength": 1
    },
    "tool_name": {
      "type": "string",
      "minLength": 1
    },
    "verdict": {
      "type": "string",
      "enum": [
        "allow",
        "block",
        "dry_run",
        "require_approval",
        "pending"
      ]
    },
    "context": {
      "type": "object"
    },
    "detail": {
      "type": "object"
    }
  }
}
`,"proof-record-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/proof-record-v1.schema.json",
  "title": "Proof record",
  "description": "One signed statement of what an agent, tool or control did. A record is validated in its typed view: members that are absent but have a default are filled in first.",
  "type": "object",
  "required": [
    "record_id",
    "record_version",
    "timestamp",
    "source",
    "source_product",
    "record_type",
    "event",
    "controls",
    "integrity"
  ],
  "properties": {
    "record_id": {
      "type": "string",
      "minLength": 1
    },
    "record_version": {
      "type": "string",
      "minLength": 1
    },
    "timestamp": {
      "type": "string",
      "format": "date-time"
    },
    "source": {
      "type": "string",
      "minLength": 1
    },
    "source_product": {
      "type": "string",
      "minLength": 1
    },
    "agent_id": {
      "type": "string"
    },
    "record_type": {
      "type": "string",
      "minLength": 1
    },
    "event": {
      "type": "object"
    },
    "controls": {
      "type": "object"
    },
    "metadata": {
      "type": "object"
    },
    "integrity": {
      "type": "object",
      "required": [
        "record_hash"
      ],
      "properties": {
        "record_hash": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "previous_record_hash": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "signing_key_id": {
          "type": "string"
        },
        "signature": {
          "type": "string",
          "pattern": "^(base64|cosign):.+"
        }
      }
    },
    "relationship": {
      "$ref": "#/definitions/relationship_envelope"
    },
    "relations": {
      "$ref": "#/definitions/relationship_envelope"
    }
  },
  "definitions": {
    "relationship_envelope": {
      "type": "object",
      "properties": {
        "parent_ref": {
          "type": "object",
          "required": [
            "kind",
            "id"
          ],
          "properties": {
            "kind": {
              "type": "string",
              "anyOf": [
                {
                  "enum": [
                    "trace",
                    "run",
                    "session",
                    "intent",
                    "policy",
                    "agent",
                    "evidence"
                  ]
                },
                {
                  "$ref": "#/definitions/namespaced_kind"
                }
              ]
            },
            "id": {
              "type": "string",
              "minLength": 1
            }
          }
        },
        "entity_refs": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "kind",
              "id"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "anyOf": [
                  {
                    "enum": [
                      "agent",
                      "tool",
                      "resource",
                      "policy",
                      "run",
                      "trace",
                      "delegation",
                      "evidence"
                    ]
                  },
                  {
                    "$ref": "#/definitions/namespaced_kind"
                  }
                ]
              },
              "id": {
                "type": "string",
                "minLength": 1
              }
            }
          },
          "uniqueItems": true
        },
        "policy_ref": {
          "type": "object",
          "properties": {
            "policy_id": {
              "type": "string",
              "minLength": 1
            },
            "policy_version": {
              "type": "string",
              "minLength": 1
            },
            "policy_digest": {
              "type": "string",
              "pattern": "^(sha256:)?[a-f0-9]{64}$"
            },
            "matched_rule_ids": {
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1
              },
              "uniqueItems": true
            }
          }
        },
        "agent_chain": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "identity",
              "role"
            ],
            "properties": {
              "identity": {
                "type": "string",
                "minLength": 1
              },
              "role": {
                "type": "string",
                "enum": [
                  "requester",
                  "delegator",
                  "delegate"
                ]
              }
            }
          }
        },
        "edges": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "kind",
              "from",
              "to"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "anyOf": [
                  {
                    "enum": [
                      "delegates_to",
                      "calls",
                      "governed_by",
                      "targets",
                      "derived_from",
                      "emits_evidence"
                    ]
                  },
                  {
                    "$ref": "#/definitions/namespaced_kind"
                  }
                ]
              },
              "from": {
                "$ref": "#/definitions/endpoint"
              },
              "to": {
                "$ref": "#/definitions/endpoint"
              }
            }
          },
          "uniqueItems": true
        },
        "parent_record_id": {
          "type": "string",
          "minLength": 1
        },
        "related_record_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "uniqueItems": true
        },
        "related_entity_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "uniqueItems": true
        },
        "agent_lineage": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "agent_id"
            ],
            "properties": {
              "agent_id": {
                "type": "string",
                "minLength": 1
              },
              "delegated_by": {
                "type": "string",
                "minLength": 1
              },
              "delegation_record_id": {
                "type": "string",
                "minLength": 1
              }
            }
          }
        }
      }
    },
    "namespaced_kind": {
      "description": "At least two labels with dots between them, such as acme.build.",
      "pattern": "^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$"
    },
    "endpoint": {
      "type": "object",
      "required": [
        "kind",
        "id"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "minLength": 1
        },
        "id": {
          "type": "string",
          "minLength": 1
        }
      },
      "description": "Either end of an edge; its kind is free."
    }
  }
}
`,"record-types-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/record-types-v1.schema.json",
  "title": "Record type manifest",
  "description": "The custom record types of a bundle and where their schemas are.",
  "type": "object",
  "required": [
    "version",
    "record_types"
  ],
  "properties": {
    "version": {
      "type": "string",
      "enum": [
        "1",
        "1.0"
      ]
    },
    "record_types": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "record_type",
          "schema_id",
          "schema_version",
          "schema_path",
          "sha256"
        ],
        "properties": {
          "record_type": {
            "type": "string",
            "pattern": "^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$"
          },
          "schema_id": {
            "type": "string",
            "minLength": 1
          },
          "schema_version": {
            "type": "string",
            "minLength": 1
          },
          "schema_path": {
            "type": "string",
            "pattern": "^[A-Za-z0-9._/-]+$"
          },
          "sha256": {
            "type": "string",
            "pattern": "^(sha256:)?[a-f0-9]{64}$"
          }
        },
        "additionalProperties": false
      }
    }
  },
  "additionalProperties": false
}
`,relationship_envelope:`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/relationship_envelope.schema.json",
  "title": "Relationship envelope",
  "description": "How a Proof record relates to other records, agents, policies and entities.",
  "type": "object",
  "properties": {
    "parent_ref": {
      "type": "object",
      "required": [
        "kind",
        "id"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "anyOf": [
            {
              "enum": [
                "trace",
                "run",
                "session",
                "intent",
                "policy",
                "agent",
                "evidence"
              ]
            },
            {
              "$ref": "#/definitions/namespaced_kind"
            }
          ]
        },
        "id": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "entity_refs": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "kind",
          "id"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "anyOf": [
              {
                "enum": [
                  "agent",
                  "tool",
                  "resource",
                  "policy",
                  "run",
                  "trace",
                  "delegation",
                  "evidence"
                ]
              },
              {
                "$ref": "#/definitions/namespaced_kind"
              }
            ]
          },
          "id": {
            "type": "string",
            "minLength": 1
          }
        }
      },
      "uniqueItems": true
    },
    "policy_ref": {
      "type": "object",
      "properties": {
        "policy_id": {
          "type": "string",
          "minLength": 1
        },
        "policy_version": {
          "type": "string",
          "minLength": 1
        },
        "policy_digest": {
          "type": "string",
          "pattern": "^(sha256:)?[a-f0-9]{64}$"
        },
        "matched_rule_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "uniqueItems": true
        }
      }
    },
    "agent_chain": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "identity",
          "role"
        ],
        "properties": {
          "identity": {
            "type": "string",
            "minLength": 1
          },
          "role": {
            "type": "string",
            "enum": [
              "requester",
              "delegator",
              "delegate"
            ]
          }
        }
      }
    },
    "edges": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "kind",
          "from",
          "to"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "anyOf": [
              {
                "enum": [
                  "delegates_to",
                  "calls",
                  "governed_by",
                  "targets",
                  "derived_from",
                  "emits_evidence"
                ]
              },
              {
                "$ref": "#/definitions/namespaced_kind"
              }
            ]
          },
          "from": {
            "$ref": "#/definitions/endpoint"
          },
          "to": {
            "$ref": "#/definitions/endpoint"
          }
        }
      },
      "uniqueItems": true
    },
    "parent_record_id": {
      "type": "string",
      "minLength": 1
    },
    "related_record_ids": {
      "type": "array",
      "items": {
        "type": "string",
        "minLength": 1
      },
      "uniqueItems": true
    },
    "related_entity_ids": {
      "type": "array",
      "items": {
        "type": "string",
        "minLength": 1
      },
      "uniqueItems": true
    },
    "agent_lineage": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "agent_id"
        ],
        "properties": {
          "agent_id": {
            "type": "string",
            "minLength": 1
          },
          "delegated_by": {
            "type": "string",
            "minLength": 1
          },
          "delegation_record_id": {
            "type": "string",
            "minLength": 1
          }
        }
      }
    }
  },
  "definitions": {
    "namespaced_kind": {
      "description": "At least two labels with dots between them, such as acme.build.",
      "pattern": "^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$"
    },
    "endpoint": {
      "type": "object",
      "required": [
        "kind",
        "id"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "minLength": 1
        },
        "id": {
          "type": "string",
          "minLength": 1
        }
      },
      "description": "Either end of an edge; its kind is free."
    }
  }
}
`,"revocation-list-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/revocation-list-v1.schema.json",
  "title": "Revocation list",
  "description": "Signing keys that are no longer trusted, signed by the issuer of the list.",
  "type": "object",
  "required": [
    "version",
    "created_at"
  ],
  "properties": {
    "version": {
      "type": "string",
      "minLength": 1
    },
    "created_at": {
      "type": "string",
      "format": "date-time"
    },
    "revoked": {
      "type": [
        "array",
        "null"
      ],
      "items": {
        "type": "object",
        "required": [
          "key_id",
          "revoked_at"
        ],
        "properties": {
          "key_id": {
            "type": "string",
            "minLength": 1
          },
          "revoked_at": {
            "type": "string",
            "description": "From when on. A key with a value that is no instant counts as revoked at all times."
          },
          "reason": {
            "type": "string"
          }
        }
      }
    },
    "signature": {
      "type": "object",
      "required": [
        "alg",
        "key_id",
        "sig",
        "signed_digest"
      ],
      "properties": {
        "alg": {
          "type": "string",
          "minLength": 1
        },
        "key_id": {
          "type": "string",
          "minLength": 1
        },
        "sig": {
          "type": "string",
          "minLength": 1
        },
        "signed_digest": {
          "type": "string",
          "minLength": 1
        }
      }
    }
  }
}
`,"types/approval":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/approval.schema.json",
  "title": "Approval record",
  "description": "Somebody approved, or declined to approve, an action.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "approval"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/compiled-action":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/compiled-action.schema.json",
  "title": "Compiled action record",
  "description": "Several tool calls were compiled into one script before they ran.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "compiled_action"
    },
    "event": {
      "type": "object",
      "required": [
        "script_hash",
        "tool_sequence",
        "step_count",
        "has_conditionals",
        "has_loops",
        "composite_risk_class"
      ],
      "properties": {
        "script_hash": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "tool_sequence": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "minItems": 1
        },
        "step_count": {
          "type": "integer",
          "minimum": 1
        },
        "has_conditionals": {
          "type": "boolean"
        },
        "has_loops": {
          "type": "boolean"
        },
        "composite_risk_class": {
          "type": "string",
          "enum": [
            "minimal",
            "limited",
            "high",
            "unacceptable"
          ]
        },
        "execution_trace_refs": {
          "type": "array",
          "items": {
            "type": "string",
            "pattern": "^prf-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z-[a-f0-9]{8}$"
          }
        },
        "gate_verdict": {
          "type": "string",
          "enum": [
            "allow",
            "block",
            "dry_run",
            "require_approval"
          ]
        },
        "script_source": {
          "type": "string",
          "enum": [
            "ptc",
            "agent_planner",
            "workflow_engine",
            "unknown"
          ]
        }
      }
    }
  }
}
`,"types/data-pipeline-run":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/data-pipeline-run.schema.json",
  "title": "Data pipeline run record",
  "description": "A data pipeline ran over its inputs.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "data_pipeline_run"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/decision":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/decision.schema.json",
  "title": "Decision record",
  "description": "An agent or a person chose one course of action.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "decision"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/delegation":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/delegation.schema.json",
  "title": "Delegation record",
  "description": "An agent handed part of its authority to another agent.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "delegation"
    },
    "event": {
      "type": "object",
      "required": [
        "delegator_id",
        "delegatee_id",
        "delegation_scope",
        "chain_depth",
        "delegator_policy_digest",
        "delegatee_policy_digest",
        "verdict"
      ],
      "properties": {
        "delegator_id": {
          "type": "string",
          "minLength": 1
        },
        "delegatee_id": {
          "type": "string",
          "minLength": 1
        },
        "delegation_scope": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "minItems": 1
        },
        "chain_depth": {
          "type": "integer",
          "minimum": 0
        },
        "delegator_policy_digest": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "delegatee_policy_digest": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "verdict": {
          "type": "string",
          "enum": [
            "allow",
            "block",
            "dry_run",
            "require_approval"
          ]
        }
      }
    }
  }
}
`,"types/deployment":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/deployment.schema.json",
  "title": "Deployment record",
  "description": "A version of a system went into an environment.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "deployment"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/dynamic-tool-discovery":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/dynamic-tool-discovery.schema.json",
  "title": "Dynamic tool discovery record",
  "description": "An agent found a tool at run time and a policy judged it.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "dynamic_tool_discovery"
    },
    "event": {
      "type": "object",
      "required": [
        "tool_name",
        "discovery_method",
        "declared_annotations",
        "policy_verdict"
      ],
      "properties": {
        "tool_name": {
          "type": "string",
          "minLength": 1
        },
        "discovery_method": {
          "type": "string",
          "enum": [
            "webmcp",
            "a2a",
            "dynamic_mcp"
          ]
        },
        "declared_annotations": {
          "type": "object",
          "required": [
            "readOnlyHint",
            "destructiveHint"
          ],
          "properties": {
            "readOnlyHint": {
              "type": "boolean"
            },
            "destructiveHint": {
              "type": "boolean"
            }
          }
        },
        "policy_verdict": {
          "type": "string",
          "enum": [
            "allow",
            "block",
            "dry_run",
            "require_approval"
          ]
        },
        "tool_version": {
          "type": "string",
          "minLength": 1
        }
      }
    }
  }
}
`,"types/guardrail-activation":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/guardrail-activation.schema.json",
  "title": "Guardrail activation record",
  "description": "A guardrail fired and stopped, changed or flagged something.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "guardrail_activation"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/human-oversight":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/human-oversight.schema.json",
  "title": "Human oversight record",
  "description": "A person reviewed, corrected or took over.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "human_oversight"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/incident":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/incident.schema.json",
  "title": "Incident record",
  "description": "Something went wrong and was dealt with.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "incident"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/model-change":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/model-change.schema.json",
  "title": "Model change record",
  "description": "A model or its configuration was exchanged or tuned.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "model_change"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/permission-check":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/permission-check.schema.json",
  "title": "Permission check record",
  "description": "A permission was asked for and granted or refused.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "permission_check"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/policy-enforcement":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/policy-enforcement.schema.json",
  "title": "Policy enforcement record",
  "description": "A policy was evaluated and its verdict enforced.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "policy_enforcement"
    },
    "event": {
      "type": "object",
      "properties": {
        "policy_id": {
          "type": "string",
          "minLength": 1
        },
        "policy_version": {
          "type": "string",
          "minLength": 1
        },
        "policy_digest": {
          "type": "string"
        },
        "applied_to_entity_id": {
          "type": "string",
          "minLength": 1
        },
        "evaluation_context_id": {
          "type": "string",
          "minLength": 1
        },
        "trigger_record_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "uniqueItems": true
        }
      }
    }
  }
}
`,"types/replay-certification":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/replay-certification.schema.json",
  "title": "Replay certification record",
  "description": "A recorded run was replayed and gave the same result.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "replay_certification"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/risk-assessment":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/risk-assessment.schema.json",
  "title": "Risk assessment record",
  "description": "Risks of a system or change were looked at and rated.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "risk_assessment"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/scan-finding":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/scan-finding.schema.json",
  "title": "Scan finding record",
  "description": "A scan found an entity or a relation worth recording.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "scan_finding"
    },
    "event": {
      "type": "object",
      "properties": {
        "entity_id": {
          "type": "string",
          "minLength": 1
        },
        "relationships": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "relation",
              "target_id"
            ],
            "properties": {
              "relation": {
                "type": "string",
                "minLength": 1
              },
              "target_id": {
                "type": "string",
                "minLength": 1
              },
              "target_kind": {
                "type": "string",
                "minLength": 1
              }
            }
          }
        }
      }
    }
  }
}
`,"types/test-result":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/test-result.schema.json",
  "title": "Test result record",
  "description": "A test or evaluation ran and had an outcome.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "test_result"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/tool-invocation":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/tool-invocation.schema.json",
  "title": "Tool invocation record",
  "description": "A tool was called, with what arguments and to what effect.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "tool_invocation"
    },
    "event": {
      "type": "object"
    }
  }
}
`},exports2.meta='{"$schema":"http://json-schema.org/draft-07/schema#","$id":"http://json-schema.org/draft-07/schema#","definitions":{"schemaArray":{"type":"array","minItems":1,"items":{"$ref":"#"}},"nonNegativeInteger":{"type":"integer","minimum":0},"nonNegativeIntegerDefault0":{"allOf":[{"$ref":"#/definitions/nonNegativeInteger"},{"default":0}]},"simpleTypes":{"enum":["array","boolean","integer","null","number","object","string"]},"stringArray":{"type":"array","items":{"type":"string"},"uniqueItems":true,"default":[]}},"type":["object","boolean"],"properties":{"$id":{"type":"string","format":"uri-reference"},"$schema":{"type":"string","format":"uri"},"$ref":{"type":"string","format":"uri-reference"},"$comment":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"default":true,"readOnly":{"type":"boolean","default":false},"examples":{"type":"array","items":true},"multipleOf":{"type":"number","exclusiveMinimum":0},"maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minimum":{"type":"number"},"exclusiveMinimum":{"type":"number"},"maxLength":{"$ref":"#/definitions/nonNegativeInteger"},"minLength":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"pattern":{"type":"string","format":"regex"},"additionalItems":{"$ref":"#"},"items":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/schemaArray"}],"default":true},"maxItems":{"$ref":"#/definitions/nonNegativeInteger"},"minItems":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"uniqueItems":{"type":"boolean","default":false},"contains":{"$ref":"#"},"maxProperties":{"$ref":"#/definitions/nonNegativeInteger"},"minProperties":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"required":{"$ref":"#/definitions/stringArray"},"additionalProperties":{"$ref":"#"},"definitions":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},"properties":{"type":"object","additionalProperties":{"$ref":"#"},"default":{}},"patternProperties":{"type":"object","additionalProperties":{"$ref":"#"},"propertyNames":{"format":"regex"},"default":{}},"dependencies":{"type":"object","additionalProperties":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/stringArray"}]}},"propertyNames":{"$ref":"#"},"const":true,"enum":{"type":"array","items":true,"minItems":1,"uniqueItems":true},"type":{"anyOf":[{"$ref":"#/definitions/simpleTypes"},{"type":"array","items":{"$ref":"#/definitions/simpleTypes"},"minItems":1,"uniqueItems":true}]},"format":{"type":"string"},"contentMediaType":{"type":"string"},"contentEncoding":{"type":"string"},"if":{"$ref":"#"},"then":{"$ref":"#"},"else":{"$ref":"#"},"allOf":{"$ref":"#/definitions/schemaArray"},"anyOf":{"$ref":"#/definitions/schemaArray"},"oneOf":{"$ref":"#/definitions/schemaArray"},"not":{"$ref":"#"}},"default":true}'}),2039:(module=>{const DAYS=[31,28,31,30,31,30,31,31,30,31,30,31];function digits(text,at,count){let value=0;for(let i=at;i<at+count;i+=1){const digit=text.charCodeAt(i)-48;if(!(digit>=0&&digit<=9))return-1;value=value*10+digit}return value}function isInstant(text){const length=text.length;if(length<20)return!1;const year=digits(text,0,4),month=digits(text,5,2),day=digits(text,8,2);if(year<0||text[4]!=="-"||text[7]!=="-"||text[10]!=="T"||text[13]!==":"||text[16]!==":"||month<1||month>12)return!1;const leap=month===2&&year%4===0&&(year%100!==0||year%400===0);if(day<1||day>DAYS[month-1]+(leap?1:0))return!1;const hour=digits(text,11,2),minute=digits(text,14,2),second=digits(text,17,2);if(hour<0||hour>23||minute<0||minute>59||second<0||second>59)return!1;let at=19;if(text[at]==="."){at+=1;const start=at;for(;digits(text,at,1)>=0;)at+=1;if(at===start)return!1}if(text[at]==="Z")return at+1===length;if(text[at]!=="+"&&text[at]!=="-"||at+6!==length||text[at+3]!==":")return!1;const offsetHour=digits(text,at+1,2),offsetMinute=digits(text,at+4,2);return offsetHour>=0&&offsetHour<=23&&offsetMinute>=0&&offsetMinute<=59}function identity(value){if(value===null||typeof value!="object")return JSON.stringify(value);const parts=[];if(Array.isArray(value)){for(const item of value)parts.push(identity(item));return`[${parts.join(",")}]`}for(const name of Object.keys(value).sort())parts.push(`${JSON.stringify(name)}:${identity(value[name])}`);return`{${parts.join(",")}}`}function equal(one,other){if(one===other)return!0;if(typeof one!="object"||typeof other!="object"||one===null||other===null||Array.isArray(one)!==Array.isArray(other))return!1;const names=Object.keys(one);if(names.length!==Object.keys(other).length)return!1;for(const name of names)if(!Object.hasOwn(other,name)||!equal(one[name],other[name]))return!1;return!0}const FEW=16;function firstRepeated(items){const length=items.length;if(length<=FEW){for(let i=1;i<length;i+=1)for(let j=0;j<i;j+=1)if(equal(items[i],items[j]))return i;return-1}const scalars=new Set,texts=new Set;for(let i=0;i<length;i+=1){const item=items[i],compound=typeof item=="object"&&item!==null,seen=compound?texts:scalars,before=seen.size;if(seen.add(compound?identity(item):item).size===before)return i}return-1}function codePoints(text){let count=0;for(let i=0;i<text.length;i+=1){const unit=text.charCodeAt(i);unit>=55296&&unit<=56319&&i+1<text.length&&(text.charCodeAt(i+1)&64512)===56320&&(i+=1),count+=1}return count}module.exports={isInstant,firstRepeated,codePoints,equal}}),2949:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate10;const pattern0=new RegExp("^(sha256:[a-f0-9]{64})?$","u"),pattern1=new RegExp("^(sha256:)?[a-f0-9]{64}$","u"),func4=__webpack_require__(2039).codePoints,func0=__webpack_require__(2039).firstRepeated;function validate10(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.version===void 0&&(missing0="version")||data.chains===void 0&&(missing0="chains")||data.record_types===void 0&&(missing0="record_types")||data.frameworks===void 0&&(missing0="frameworks")||data.signers===void 0&&(missing0="signers")||data.tests===void 0&&(missing0="tests"))return!1;{const _errs1=errors;for(const key0 in data)if(!(key0==="version"||key0==="chains"||key0==="record_types"||key0==="frameworks"||key0==="signers"||key0==="tests"||key0==="digest"))return!1;if(_errs1===errors){if(data.version!==void 0){const _errs2=errors;if(data.version!==1)return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.chains!==void 0){let data1=data.chains;const _errs3=errors;if(errors===_errs3)if(Array.isArray(data1)){var valid1=!0;const len0=data1.length;for(let i0=0;i0<len0;i0++){let data2=data1[i0];const _errs5=errors;if(errors===_errs5)if(data2&&typeof data2=="object"&&!Array.isArray(data2)){let missing1;if(data2.path===void 0&&(missing1="path")||data2.chain_id===void 0&&(missing1="chain_id")||data2.record_count===void 0&&(missing1="record_count")||data2.head_hash===void 0&&(missing1="head_hash"))return!1;{const _errs7=errors;for(const key1 in data2)if(!(key1==="path"||key1==="chain_id"||key1==="record_count"||key1==="head_hash"))return!1;if(_errs7===errors){if(data2.path!==void 0){const _errs8=errors;if(typeof data2.path!="string")return!1;var valid2=_errs8===errors}else var valid2=!0;if(valid2){if(data2.chain_id!==void 0){const _errs10=errors;if(typeof data2.chain_id!="string")return!1;var valid2=_errs10===errors}else var valid2=!0;if(valid2){if(data2.record_count!==void 0){let data5=data2.record_count;const _errs12=errors;if(!(typeof data5=="number"&&!(data5%1)&&!isNaN(data5))||errors===_errs12&&typeof data5=="number"&&(data5<0||isNaN(data5)))return!1;var valid2=_errs12===errors}else var valid2=!0;if(valid2)if(data2.head_hash!==void 0){let data6=data2.head_hash;const _errs14=errors;if(errors===_errs14)if(typeof data6=="string"){if(!pattern0.test(data6))return!1}else return!1;var valid2=_errs14===errors}else var valid2=!0}}}}}else return!1;var valid1=_errs5===errors;if(!valid1)break}}else return!1;var valid0=_errs3===errors}else var valid0=!0;if(valid0){if(data.record_types!==void 0){let data7=data.record_types;const _errs16=errors;if(errors===_errs16)if(data7&&typeof data7=="object"&&!Array.isArray(data7))for(const key2 in data7){let data8=data7[key2];const _errs19=errors;if(!(typeof data8=="number"&&!(data8%1)&&!isNaN(data8))||errors===_errs19&&typeof data8=="number"&&(data8<0||isNaN(data8)))return!1;var valid3=_errs19===errors;if(!valid3)break}else return!1;var valid0=_errs16===errors}else var valid0=!0;if(valid0){if(data.frameworks!==void 0){let data9=data.frameworks;const _errs21=errors;if(errors===_errs21)if(data9&&typeof data9=="object"&&!Array.isArray(data9))for(const key3 in data9){let data10=data9[key3];const _errs24=errors;if(errors===_errs24)if(Array.isArray(data10)){var valid5=!0;const len1=data10.length;for(let i1=0;i1<len1;i1++){let data11=data10[i1];const _errs26=errors;if(errors===_errs26)if(typeof data11=="string"){if(data11.length<1)return!1}else return!1;var valid5=_errs26===errors;if(!valid5)break}if(valid5&&func0(data10)>=0)return!1}else return!1;var valid4=_errs24===errors;if(!valid4)break}else return!1;var valid0=_errs21===errors}else var valid0=!0;if(valid0){if(data.signers!==void 0){let data12=data.signers;const _errs28=errors;if(errors===_errs28)if(Array.isArray(data12)){var valid6=!0;const len2=data12.length;for(let i2=0;i2<len2;i2++){let data13=data12[i2];const _errs30=errors;if(errors===_errs30)if(typeof data13=="string"){if(data13.length<1)return!1}else return!1;var valid6=_errs30===errors;if(!valid6)break}if(valid6&&func0(data12)>=0)return!1}else return!1;var valid0=_errs28===errors}else var valid0=!0;if(valid0){if(data.tests!==void 0){let data14=data.tests;const _errs32=errors;if(errors===_errs32)if(data14&&typeof data14=="object"&&!Array.isArray(data14))for(const key4 in data14){const _errs35=errors;if(typeof data14[key4]!="string")return!1;var valid7=_errs35===errors;if(!valid7)break}else return!1;var valid0=_errs32===errors}else var valid0=!0;if(valid0)if(data.digest!==void 0){let data16=data.digest;const _errs37=errors;if(errors===_errs37)if(typeof data16=="string"){if(!pattern1.test(data16))return!1}else return!1;var valid0=_errs37===errors}else var valid0=!0}}}}}}}}else return!1;return validate10.errors=vErrors,errors===0}}),6706:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate11;const func4=__webpack_require__(2039).codePoints;function validate11(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.files===void 0&&(missing0="files"))return!1;if(data.files!==void 0){let data0=data.files;const _errs1=errors;if(errors===_errs1)if(Array.isArray(data0)){var valid1=!0;const len0=data0.length;for(let i0=0;i0<len0;i0++){let data1=data0[i0];const _errs3=errors;if(errors===_errs3)if(data1&&typeof data1=="object"&&!Array.isArray(data1)){let missing1;if(data1.path===void 0&&(missing1="path")||data1.sha256===void 0&&(missing1="sha256"))return!1;if(data1.path!==void 0){const _errs5=errors;if(typeof data1.path!="string")return!1;var valid2=_errs5===errors}else var valid2=!0;if(valid2)if(data1.sha256!==void 0){const _errs7=errors;if(typeof data1.sha256!="string")return!1;var valid2=_errs7===errors}else var valid2=!0}else return!1;var valid1=_errs3===errors;if(!valid1)break}}else return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0){if(data.algo_id!==void 0){const _errs9=errors;if(typeof data.algo_id!="string")return!1;var valid0=_errs9===errors}else var valid0=!0;if(valid0){if(data.salt_id!==void 0){const _errs11=errors;if(typeof data.salt_id!="string")return!1;var valid0=_errs11===errors}else var valid0=!0;if(valid0)if(data.signatures!==void 0){let data6=data.signatures;const _errs13=errors;if(errors===_errs13)if(Array.isArray(data6)){var valid3=!0;const len1=data6.length;for(let i1=0;i1<len1;i1++){let data7=data6[i1];const _errs15=errors;if(errors===_errs15)if(data7&&typeof data7=="object"&&!Array.isArray(data7)){let missing2;if(data7.alg===void 0&&(missing2="alg")||data7.key_id===void 0&&(missing2="key_id")||data7.sig===void 0&&(missing2="sig")||data7.signed_digest===void 0&&(missing2="signed_digest"))return!1;if(data7.alg!==void 0){let data8=data7.alg;const _errs17=errors;if(errors===_errs17)if(typeof data8=="string"){if(data8.length<1)return!1}else return!1;var valid4=_errs17===errors}else var valid4=!0;if(valid4){if(data7.key_id!==void 0){let data9=data7.key_id;const _errs19=errors;if(errors===_errs19)if(typeof data9=="string"){if(data9.length<1)return!1}else return!1;var valid4=_errs19===errors}else var valid4=!0;if(valid4){if(data7.sig!==void 0){let data10=data7.sig;const _errs21=errors;if(errors===_errs21)if(typeof data10=="string"){if(data10.length<1)return!1}else return!1;var valid4=_errs21===errors}else var valid4=!0;if(valid4)if(data7.signed_digest!==void 0){let data11=data7.signed_digest;const _errs23=errors;if(errors===_errs23)if(typeof data11=="string"){if(data11.length<1)return!1}else return!1;var valid4=_errs23===errors}else var valid4=!0}}}else return!1;var valid3=_errs15===errors;if(!valid3)break}}else return!1;var valid0=_errs13===errors}else var valid0=!0}}}else return!1;return validate11.errors=vErrors,errors===0}}),8161:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate12;const formats0={"date-time":__webpack_require__(2039).isInstant}["date-time"],pattern2=new RegExp("^sha256:[a-f0-9]{64}$","u");function validate12(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.chain_id===void 0&&(missing0="chain_id")||data.created_at===void 0&&(missing0="created_at")||data.record_count===void 0&&(missing0="record_count")||data.records===void 0&&(missing0="records"))return!1;if(data.chain_id!==void 0){const _errs1=errors;if(typeof data.chain_id!="string")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0){if(data.created_at!==void 0){let data1=data.created_at;const _errs3=errors;if(errors===_errs3&&errors===_errs3)if(typeof data1=="string"){if(!formats0(data1))return!1}else return!1;var valid0=_errs3===errors}else var valid0=!0;if(valid0){if(data.record_count!==void 0){let data2=data.record_count;const _errs5=errors;if(!(typeof data2=="number"&&!(data2%1)&&!isNaN(data2))||errors===_errs5&&typeof data2=="number"&&(data2<0||isNaN(data2)))return!1;var valid0=_errs5===errors}else var valid0=!0;if(valid0){if(data.records!==void 0){const _errs7=errors;if(!Array.isArray(data.records))return!1;var valid0=_errs7===errors}else var valid0=!0;if(valid0){if(data.head_hash!==void 0){let data4=data.head_hash;const _errs9=errors;if(errors===_errs9)if(typeof data4=="string"){if(!pattern2.test(data4))return!1}else return!1;var valid0=_errs9===errors}else var valid0=!0;if(valid0)if(data.signatures!==void 0){let data5=data.signatures;const _errs11=errors;if(errors===_errs11)if(Array.isArray(data5)){var valid1=!0;const len0=data5.length;for(let i0=0;i0<len0;i0++){let data6=data5[i0];const _errs13=errors;if(errors===_errs13)if(data6&&typeof data6=="object"&&!Array.isArray(data6)){let missing1;if(data6.alg===void 0&&(missing1="alg")||data6.key_id===void 0&&(missing1="key_id")||data6.sig===void 0&&(missing1="sig")||data6.signed_digest===void 0&&(missing1="signed_digest"))return!1;if(data6.alg!==void 0){const _errs15=errors;if(typeof data6.alg!="string")return!1;var valid2=_errs15===errors}else var valid2=!0;if(valid2){if(data6.key_id!==void 0){const _errs17=errors;if(typeof data6.key_id!="string")return!1;var valid2=_errs17===errors}else var valid2=!0;if(valid2){if(data6.sig!==void 0){const _errs19=errors;if(typeof data6.sig!="string")return!1;var valid2=_errs19===errors}else var valid2=!0;if(valid2)if(data6.signed_digest!==void 0){const _errs21=errors;if(typeof data6.signed_digest!="string")return!1;var valid2=_errs21===errors}else var valid2=!0}}}else return!1;var valid1=_errs13===errors;if(!valid1)break}}else return!1;var valid0=_errs11===errors}else var valid0=!0}}}}}else return!1;return validate12.errors=vErrors,errors===0}}),5019:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate0;function validate1(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;const _errs1=errors;return!(typeof data=="number"&&!(data%1)&&!isNaN(data))||errors===_errs1&&typeof data=="number"&&(data<0||isNaN(data))?!1:(validate1.errors=vErrors,errors===0)}const root0={validate:validate0};function validate3(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(Array.isArray(data)){if(data.length<1)return!1;{var valid0=!0;const len0=data.length;for(let i0=0;i0<len0;i0++){const _errs1=errors;root0.validate(data[i0],{instancePath:instancePath+"/"+i0,parentData:data,parentDataProperty:i0,rootData})||errors++;var valid0=_errs1===errors;if(!valid0)break}}}else return!1;return validate3.errors=vErrors,errors===0}const func0=__webpack_require__(2039).firstRepeated;function validate0(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(!(data&&typeof data=="object"&&!Array.isArray(data))&&typeof data!="boolean")return!1;if(errors===0&&data&&typeof data=="object"&&!Array.isArray(data)){if(data.$id!==void 0){const _errs1=errors;if(errors===_errs1&&errors===_errs1&&typeof data.$id!="string")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0){if(data.$schema!==void 0){const _errs3=errors;if(errors===_errs3&&errors===_errs3&&typeof data.$schema!="string")return!1;var valid0=_errs3===errors}else var valid0=!0;if(valid0){if(data.$ref!==void 0){const _errs5=errors;if(errors===_errs5&&errors===_errs5&&typeof data.$ref!="string")return!1;var valid0=_errs5===errors}else var valid0=!0;if(valid0){if(data.$comment!==void 0){const _errs7=errors;if(typeof data.$comment!="string")return!1;var valid0=_errs7===errors}else var valid0=!0;if(valid0){if(data.title!==void 0){const _errs9=errors;if(typeof data.title!="string")return!1;var valid0=_errs9===errors}else var valid0=!0;if(valid0){if(data.description!==void 0){const _errs11=errors;if(typeof data.description!="string")return!1;var valid0=_errs11===errors}else var valid0=!0;if(valid0){if(data.readOnly!==void 0){const _errs13=errors;if(typeof data.readOnly!="boolean")return!1;var valid0=_errs13===errors}else var valid0=!0;if(valid0){if(data.examples!==void 0){const _errs15=errors;if(errors===_errs15&&!Array.isArray(data.examples))return!1;var valid0=_errs15===errors}else var valid0=!0;if(valid0){if(data.multipleOf!==void 0){let data8=data.multipleOf;const _errs17=errors;if(errors===_errs17)if(typeof data8=="number"){if(data8<=0||isNaN(data8))return!1}else return!1;var valid0=_errs17===errors}else var valid0=!0;if(valid0){if(data.maximum!==void 0){const _errs19=errors;if(typeof data.maximum!="number")return!1;var valid0=_errs19===errors}else var valid0=!0;if(valid0){if(data.exclusiveMaximum!==void 0){const _errs21=errors;if(typeof data.exclusiveMaximum!="number")return!1;var valid0=_errs21===errors}else var valid0=!0;if(valid0){if(data.minimum!==void 0){const _errs23=errors;if(typeof data.minimum!="number")return!1;var valid0=_errs23===errors}else var valid0=!0;if(valid0){if(data.exclusiveMinimum!==void 0){const _errs25=errors;if(typeof data.exclusiveMinimum!="number")return!1;var valid0=_errs25===errors}else var valid0=!0;if(valid0){if(data.maxLength!==void 0){let data13=data.maxLength;const _errs27=errors,_errs28=errors;if(!(typeof data13=="number"&&!(data13%1)&&!isNaN(data13))||errors===_errs28&&typeof data13=="number"&&(data13<0||isNaN(data13)))return!1;var valid0=_errs27===errors}else var valid0=!0;if(valid0){if(data.minLength!==void 0){const _errs30=errors;validate1(data.minLength,{instancePath:instancePath+"/minLength",parentData:data,parentDataProperty:"minLength",rootData})||errors++;var valid0=_errs30===errors}else var valid0=!0;if(valid0){if(data.pattern!==void 0){const _errs31=errors;if(errors===_errs31&&errors===_errs31&&typeof data.pattern!="string")return!1;var valid0=_errs31===errors}else var valid0=!0;if(valid0){if(data.additionalItems!==void 0){const _errs33=errors;validate0(data.additionalItems,{instancePath:instancePath+"/additionalItems",parentData:data,parentDataProperty:"additionalItems",rootData})||errors++;var valid0=_errs33===errors}else var valid0=!0;if(valid0){if(data.items!==void 0){let data17=data.items;const _errs34=errors,_errs35=errors;let valid2=!1;const _errs36=errors;validate0(data17,{instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData})||errors++;var _valid0=_errs36===errors;if(valid2=valid2||_valid0,!valid2){const _errs37=errors;validate3(data17,{instancePath:instancePath+"/items",parentData:data,parentDataProperty:"items",rootData})||errors++;var _valid0=_errs37===errors;valid2=valid2||_valid0}if(valid2)errors=_errs35,vErrors!==null&&(_errs35?vErrors.length=_errs35:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate0.errors=vErrors,!1;var valid0=_errs34===errors}else var valid0=!0;if(valid0){if(data.maxItems!==void 0){let data18=data.maxItems;const _errs38=errors,_errs39=errors;if(!(typeof data18=="number"&&!(data18%1)&&!isNaN(data18))||errors===_errs39&&typeof data18=="number"&&(data18<0||isNaN(data18)))return!1;var valid0=_errs38===errors}else var valid0=!0;if(valid0){if(data.minItems!==void 0){const _errs41=errors;validate1(data.minItems,{instancePath:instancePath+"/minItems",parentData:data,parentDataProperty:"minItems",rootData})||errors++;var valid0=_errs41===errors}else var valid0=!0;if(valid0){if(data.uniqueItems!==void 0){const _errs42=errors;if(typeof data.uniqueItems!="boolean")return!1;var valid0=_errs42===errors}else var valid0=!0;if(valid0){if(data.contains!==void 0){const _errs44=errors;validate0(data.contains,{instancePath:instancePath+"/contains",parentData:data,parentDataProperty:"contains",rootData})||errors++;var valid0=_errs44===errors}else var valid0=!0;if(valid0){if(data.maxProperties!==void 0){let data22=data.maxProperties;const _errs45=errors,_errs46=errors;if(!(typeof data22=="number"&&!(data22%1)&&!isNaN(data22))||errors===_errs46&&typeof data22=="number"&&(data22<0||isNaN(data22)))return!1;var valid0=_errs45===errors}else var valid0=!0;if(valid0){if(data.minProperties!==void 0){const _errs48=errors;validate1(data.minProperties,{instancePath:instancePath+"/minProperties",parentData:data,parentDataProperty:"minProperties",rootData})||errors++;var valid0=_errs48===errors}else var valid0=!0;if(valid0){if(data.required!==void 0){let data24=data.required;const _errs49=errors;if(errors===errors)if(Array.isArray(data24)){var valid6=!0;const len0=data24.length;for(let i0=0;i0<len0;i0++){const _errs52=errors;if(typeof data24[i0]!="string")return!1;var valid6=_errs52===errors;if(!valid6)break}if(valid6&&func0(data24)>=0)return!1}else return!1;var valid0=_errs49===errors}else var valid0=!0;if(valid0){if(data.additionalProperties!==void 0){const _errs54=errors;validate0(data.additionalProperties,{instancePath:instancePath+"/additionalProperties",parentData:data,parentDataProperty:"additionalProperties",rootData})||errors++;var valid0=_errs54===errors}else var valid0=!0;if(valid0){if(data.definitions!==void 0){let data27=data.definitions;const _errs55=errors;if(errors===_errs55)if(data27&&typeof data27=="object"&&!Array.isArray(data27))for(const key0 in data27){const _errs58=errors;validate0(data27[key0],{instancePath:instancePath+"/definitions/"+key0.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:data27,parentDataProperty:key0,rootData})||errors++;var valid7=_errs58===errors;if(!valid7)break}else return!1;var valid0=_errs55===errors}else var valid0=!0;if(valid0){if(data.properties!==void 0){let data29=data.properties;const _errs59=errors;if(errors===_errs59)if(data29&&typeof data29=="object"&&!Array.isArray(data29))for(const key1 in data29){const _errs62=errors;validate0(data29[key1],{instancePath:instancePath+"/properties/"+key1.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:data29,parentDataProperty:key1,rootData})||errors++;var valid8=_errs62===errors;if(!valid8)break}else return!1;var valid0=_errs59===errors}else var valid0=!0;if(valid0){if(data.patternProperties!==void 0){let data31=data.patternProperties;const _errs63=errors;if(errors===_errs63)if(data31&&typeof data31=="object"&&!Array.isArray(data31)){for(const key2 in data31){var valid9=errors===errors;if(!valid9){return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate0.errors=vErrors,!1;break}}if(valid9)for(const key3 in data31){const _errs67=errors;validate0(data31[key3],{instancePath:instancePath+"/patternProperties/"+key3.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:data31,parentDataProperty:key3,rootData})||errors++;var valid10=_errs67===errors;if(!valid10)break}}else return!1;var valid0=_errs63===errors}else var valid0=!0;if(valid0){if(data.dependencies!==void 0){let data33=data.dependencies;const _errs68=errors;if(errors===_errs68)if(data33&&typeof data33=="object"&&!Array.isArray(data33))for(const key4 in data33){let data34=data33[key4];const _errs71=errors,_errs72=errors;let valid12=!1;const _errs73=errors;validate0(data34,{instancePath:instancePath+"/dependencies/"+key4.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:data33,parentDataProperty:key4,rootData})||errors++;var _valid1=_errs73===errors;if(valid12=valid12||_valid1,!valid12){const _errs74=errors;if(errors===errors)if(Array.isArray(data34)){var valid14=!0;const len1=data34.length;for(let i1=0;i1<len1;i1++){const _errs77=errors;typeof data34[i1]!="string"&&(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var valid14=_errs77===errors;if(!valid14)break}valid14&&func0(data34)>=0&&(vErrors===null?vErrors=[0]:vErrors.push(0),errors++)}else vErrors===null?vErrors=[0]:vErrors.push(0),errors++;var _valid1=_errs74===errors;valid12=valid12||_valid1}if(valid12)errors=_errs72,vErrors!==null&&(_errs72?vErrors.length=_errs72:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate0.errors=vErrors,!1;var valid11=_errs71===errors;if(!valid11)break}else return!1;var valid0=_errs68===errors}else var valid0=!0;if(valid0){if(data.propertyNames!==void 0){const _errs79=errors;validate0(data.propertyNames,{instancePath:instancePath+"/propertyNames",parentData:data,parentDataProperty:"propertyNames",rootData})||errors++;var valid0=_errs79===errors}else var valid0=!0;if(valid0){if(data.enum!==void 0){let data37=data.enum;const _errs80=errors;if(errors===_errs80)if(Array.isArray(data37)){if(data37.length<1)return!1;if(func0(data37)>=0)return!1}else return!1;var valid0=_errs80===errors}else var valid0=!0;if(valid0){if(data.type!==void 0){let data38=data.type;const _errs82=errors,_errs83=errors;let valid15=!1;const _errs84=errors;data38==="array"||data38==="boolean"||data38==="integer"||data38==="null"||data38==="number"||data38==="object"||data38==="string"||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var _valid2=_errs84===errors;if(valid15=valid15||_valid2,!valid15){const _errs86=errors;if(errors===_errs86)if(Array.isArray(data38))if(data38.length<1)vErrors===null?vErrors=[0]:vErrors.push(0),errors++;else{var valid17=!0;const len2=data38.length;for(let i2=0;i2<len2;i2++){let data39=data38[i2];const _errs88=errors;data39==="array"||data39==="boolean"||data39==="integer"||data39==="null"||data39==="number"||data39==="object"||data39==="string"||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var valid17=_errs88===errors;if(!valid17)break}valid17&&func0(data38)>=0&&(vErrors===null?vErrors=[0]:vErrors.push(0),errors++)}else vErrors===null?vErrors=[0]:vErrors.push(0),errors++;var _valid2=_errs86===errors;valid15=valid15||_valid2}if(valid15)errors=_errs83,vErrors!==null&&(_errs83?vErrors.length=_errs83:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate0.errors=vErrors,!1;var valid0=_errs82===errors}else var valid0=!0;if(valid0){if(data.format!==void 0){const _errs90=errors;if(typeof data.format!="string")return!1;var valid0=_errs90===errors}else var valid0=!0;if(valid0){if(data.contentMediaType!==void 0){const _errs92=errors;if(typeof data.contentMediaType!="string")return!1;var valid0=_errs92===errors}else var valid0=!0;if(valid0){if(data.contentEncoding!==void 0){const _errs94=errors;if(typeof data.contentEncoding!="string")return!1;var valid0=_errs94===errors}else var valid0=!0;if(valid0){if(data.if!==void 0){const _errs96=errors;validate0(data.if,{instancePath:instancePath+"/if",parentData:data,parentDataProperty:"if",rootData})||errors++;var valid0=_errs96===errors}else var valid0=!0;if(valid0){if(data.then!==void 0){const _errs97=errors;validate0(data.then,{instancePath:instancePath+"/then",parentData:data,parentDataProperty:"then",rootData})||errors++;var valid0=_errs97===errors}else var valid0=!0;if(valid0){if(data.else!==void 0){const _errs98=errors;validate0(data.else,{instancePath:instancePath+"/else",parentData:data,parentDataProperty:"else",rootData})||errors++;var valid0=_errs98===errors}else var valid0=!0;if(valid0){if(data.allOf!==void 0){const _errs99=errors;validate3(data.allOf,{instancePath:instancePath+"/allOf",parentData:data,parentDataProperty:"allOf",rootData})||errors++;var valid0=_errs99===errors}else var valid0=!0;if(valid0){if(data.anyOf!==void 0){const _errs100=errors;validate3(data.anyOf,{instancePath:instancePath+"/anyOf",parentData:data,parentDataProperty:"anyOf",rootData})||errors++;var valid0=_errs100===errors}else var valid0=!0;if(valid0){if(data.oneOf!==void 0){const _errs101=errors;validate3(data.oneOf,{instancePath:instancePath+"/oneOf",parentData:data,parentDataProperty:"oneOf",rootData})||errors++;var valid0=_errs101===errors}else var valid0=!0;if(valid0)if(data.not!==void 0){const _errs102=errors;validate0(data.not,{instancePath:instancePath+"/not",parentData:data,parentDataProperty:"not",rootData})||errors++;var valid0=_errs102===errors}else var valid0=!0}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}return validate0.errors=vErrors,errors===0}}),7408:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate13;const func4=__webpack_require__(2039).codePoints,wrapper0={validate:validate14};function validate14(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;const _errs1=errors;let valid0=!1,passing0=null;const _errs2=errors;if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;(data.required_record_types===void 0&&(missing0="required_record_types")||data.required_fields===void 0&&(missing0="required_fields")||data.minimum_frequency===void 0&&(missing0="minimum_frequency"))&&(vErrors===null?vErrors=[0]:vErrors.push(0),errors++)}var _valid0=_errs2===errors;_valid0&&(valid0=!0,passing0=0);const _errs3=errors;if(data&&typeof data=="object"&&!Array.isArray(data)){let missing1;data.evidence_sets===void 0&&(missing1="evidence_sets")&&(vErrors===null?vErrors=[0]:vErrors.push(0),errors++)}var _valid0=_errs3===errors;if(_valid0&&valid0?(valid0=!1,passing0=[passing0,1]):_valid0&&(valid0=!0,passing0=1),valid0)errors=_errs1,vErrors!==null&&(_errs1?vErrors.length=_errs1:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate14.errors=vErrors,!1;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing2;if(data.id===void 0&&(missing2="id")||data.title===void 0&&(missing2="title"))return!1;if(data.id!==void 0){let data0=data.id;const _errs4=errors;if(errors===_errs4)if(typeof data0=="string"){if(data0.length<1)return!1}else return!1;var valid1=_errs4===errors}else var valid1=!0;if(valid1){if(data.title!==void 0){let data1=data.title;const _errs6=errors;if(errors===_errs6)if(typeof data1=="string"){if(data1.length<1)return!1}else return!1;var valid1=_errs6===errors}else var valid1=!0;if(valid1){if(data.required_record_types!==void 0){let data2=data.required_record_types;const _errs8=errors;if(errors===_errs8)if(Array.isArray(data2)){var valid2=!0;const len0=data2.length;for(let i0=0;i0<len0;i0++){let data3=data2[i0];const _errs10=errors;if(errors===_errs10)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid2=_errs10===errors;if(!valid2)break}}else return!1;var valid1=_errs8===errors}else var valid1=!0;if(valid1){if(data.required_fields!==void 0){let data4=data.required_fields;const _errs12=errors;if(errors===_errs12)if(Array.isArray(data4)){var valid3=!0;const len1=data4.length;for(let i1=0;i1<len1;i1++){let data5=data4[i1];const _errs14=errors;if(errors===_errs14)if(typeof data5=="string"){if(data5.length<1)return!1}else return!1;var valid3=_errs14===errors;if(!valid3)break}}else return!1;var valid1=_errs12===errors}else var valid1=!0;if(valid1){if(data.minimum_frequency!==void 0){let data6=data.minimum_frequency;const _errs16=errors;if(errors===_errs16)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid1=_errs16===errors}else var valid1=!0;if(valid1){if(data.evidence_sets!==void 0){let data7=data.evidence_sets;const _errs18=errors;if(errors===_errs18)if(Array.isArray(data7)){var valid4=!0;const len2=data7.length;for(let i2=0;i2<len2;i2++){let data8=data7[i2];const _errs20=errors;if(errors===errors)if(data8&&typeof data8=="object"&&!Array.isArray(data8)){let missing3;if(data8.id===void 0&&(missing3="id")||data8.required_record_types===void 0&&(missing3="required_record_types")||data8.required_fields===void 0&&(missing3="required_fields")||data8.minimum_frequency===void 0&&(missing3="minimum_frequency"))return!1;if(data8.id!==void 0){let data9=data8.id;const _errs23=errors;if(errors===_errs23)if(typeof data9=="string"){if(data9.length<1)return!1}else return!1;var valid6=_errs23===errors}else var valid6=!0;if(valid6){if(data8.title!==void 0){let data10=data8.title;const _errs25=errors;if(errors===_errs25)if(typeof data10=="string"){if(data10.length<1)return!1}else return!1;var valid6=_errs25===errors}else var valid6=!0;if(valid6){if(data8.source_products!==void 0){let data11=data8.source_products;const _errs27=errors;if(errors===_errs27)if(Array.isArray(data11)){var valid7=!0;const len3=data11.length;for(let i3=0;i3<len3;i3++){let data12=data11[i3];const _errs29=errors;if(errors===_errs29)if(typeof data12=="string"){if(data12.length<1)return!1}else return!1;var valid7=_errs29===errors;if(!valid7)break}}else return!1;var valid6=_errs27===errors}else var valid6=!0;if(valid6){if(data8.required_record_types!==void 0){let data13=data8.required_record_types;const _errs31=errors;if(errors===_errs31)if(Array.isArray(data13)){var valid8=!0;const len4=data13.length;for(let i4=0;i4<len4;i4++){let data14=data13[i4];const _errs33=errors;if(errors===_errs33)if(typeof data14=="string"){if(data14.length<1)return!1}else return!1;var valid8=_errs33===errors;if(!valid8)break}}else return!1;var valid6=_errs31===errors}else var valid6=!0;if(valid6){if(data8.required_fields!==void 0){let data15=data8.required_fields;const _errs35=errors;if(errors===_errs35)if(Array.isArray(data15)){var valid9=!0;const len5=data15.length;for(let i5=0;i5<len5;i5++){let data16=data15[i5];const _errs37=errors;if(errors===_errs37)if(typeof data16=="string"){if(data16.length<1)return!1}else return!1;var valid9=_errs37===errors;if(!valid9)break}}else return!1;var valid6=_errs35===errors}else var valid6=!0;if(valid6)if(data8.minimum_frequency!==void 0){let data17=data8.minimum_frequency;const _errs39=errors;if(errors===_errs39)if(typeof data17=="string"){if(data17.length<1)return!1}else return!1;var valid6=_errs39===errors}else var valid6=!0}}}}}else return!1;var valid4=_errs20===errors;if(!valid4)break}}else return!1;var valid1=_errs18===errors}else var valid1=!0;if(valid1)if(data.children!==void 0){let data18=data.children;const _errs41=errors;if(errors===_errs41)if(Array.isArray(data18)){var valid10=!0;const len6=data18.length;for(let i6=0;i6<len6;i6++){const _errs43=errors;wrapper0.validate(data18[i6],{instancePath:instancePath+"/children/"+i6,parentData:data18,parentDataProperty:i6,rootData})||errors++;var valid10=_errs43===errors;if(!valid10)break}}else return!1;var valid1=_errs41===errors}else var valid1=!0}}}}}}else return!1;return validate14.errors=vErrors,errors===0}function validate13(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.framework===void 0&&(missing0="framework")||data.controls===void 0&&(missing0="controls"))return!1;if(data.framework!==void 0){let data0=data.framework;const _errs1=errors;if(errors===_errs1)if(data0&&typeof data0=="object"&&!Array.isArray(data0)){let missing1;if(data0.id===void 0&&(missing1="id")||data0.version===void 0&&(missing1="version")||data0.title===void 0&&(missing1="title"))return!1;if(data0.id!==void 0){let data1=data0.id;const _errs3=errors;if(errors===_errs3)if(typeof data1=="string"){if(data1.length<1)return!1}else return!1;var valid1=_errs3===errors}else var valid1=!0;if(valid1){if(data0.version!==void 0){let data2=data0.version;const _errs5=errors;if(errors===_errs5)if(typeof data2=="string"){if(data2.length<1)return!1}else return!1;var valid1=_errs5===errors}else var valid1=!0;if(valid1)if(data0.title!==void 0){let data3=data0.title;const _errs7=errors;if(errors===_errs7)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid1=_errs7===errors}else var valid1=!0}}else return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.controls!==void 0){let data4=data.controls;const _errs9=errors;if(errors===_errs9)if(Array.isArray(data4)){if(data4.length<1)return!1;{var valid2=!0;const len0=data4.length;for(let i0=0;i0<len0;i0++){const _errs11=errors;validate14(data4[i0],{instancePath:instancePath+"/controls/"+i0,parentData:data4,parentDataProperty:i0,rootData})||errors++;var valid2=_errs11===errors;if(!valid2)break}}}else return!1;var valid0=_errs9===errors}else var valid0=!0}else return!1;return validate13.errors=vErrors,errors===0}}),8688:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate16;const schema17={$schema:"http://json-schema.org/draft-07/schema#",$id:"https://github.com/Clyra-AI/proof/schemas/v1/gate-policy-v1.schema.json",type:"object",required:["version"],properties:{$schema:{type:"string"},version:{const:1},artifacts:{type:"array",items:{type:"string",minLength:1},minItems:1},trust:{$ref:"#/definitions/trust"},freshness:{$ref:"#/definitions/freshness"},require:{$ref:"#/definitions/require"},rules:{type:"array",items:{$ref:"#/definitions/rule"}},approvals:{if:{type:"array"},then:{items:{$ref:"#/definitions/approval"}},else:{$ref:"#/definitions/approvals"}},baseline:{type:"string",minLength:1},frameworks:{type:"array",items:{type:"string",minLength:1},uniqueItems:!0}},additionalProperties:!1,definitions:{trust:{type:"object",properties:{signatures:{type:"string",enum:["auto","required","off"],default:"auto"},keys:{type:"array",items:{$ref:"#/definitions/key"}},cosign:{type:"array",items:{$ref:"#/definitions/cosign"}},revocation_list:{type:"string",minLength:1},revocation_key:{type:"string",minLength:1},min_signers:{type:"integer",minimum:1,maximum:1e3,default:1}},additionalProperties:!1},name:{type:"string",minLength:1,maxLength:200,pattern:"^[^\\s](.*[^\\s])?$"},scope:{type:"array",items:{type:"string",minLength:1},minItems:1,uniqueItems:!0},instant:{type:"string",format:"date-time"},key:{type:"object",required:["name","public_key"],properties:{name:{$ref:"#/definitions/name"},public_key:{type:"string",minLength:1},not_before:{$ref:"#/definitions/instant"},not_after:{$ref:"#/definitions/instant"},record_types:{$ref:"#/definitions/scope"},source_products:{$ref:"#/definitions/scope"}},additionalProperties:!1},cosign:{type:"object",required:["name"],properties:{name:{$ref:"#/definitions/name"},key:{type:"string",minLength:1},certificate:{type:"string",minLength:1},identity:{type:"string",minLength:1},issuer:{type:"string",minLength:1},not_before:{$ref:"#/definitions/instant"},not_after:{$ref:"#/definitions/instant"},record_types:{$ref:"#/definitions/scope"},source_products:{$ref:"#/definitions/scope"}},if:{required:["key"]},then:{properties:{certificate:!1,identity:!1,issuer:!1}},else:{required:["identity","issuer"]},additionalProperties:!1},age:{type:"string",pattern:"^[1-9][0-9]{0,5}(s|m|h|d|w)$"},freshness:{type:"object",properties:{max_age:{$ref:"#/definitions/age"},clock_skew:{type:"string",pattern:"^[0-9]{1,6}(s|m|h|d|w)$",default:"5m"}},additionalProperties:!1},require:{type:"object",properties:{record_types:{type:"object",additionalProperties:{type:"integer",minimum:1,maximum:1e9},propertyNames:{minLength:1}},source_products:{type:"array",items:{type:"string",minLength:1},uniqueItems:!0},frameworks:{type:"array",items:{$ref:"#/definitions/framework"}}},additionalProperties:!1},framework:{type:"object",required:["id"],properties:{id:{type:"string",minLength:1},controls:{type:"array",items:{type:"string",minLength:1},minItems:1,uniqueItems:!0},min_coverage:{type:"number",minimum:0,maximum:1}},additionalProperties:!1},id:{type:"string",pattern:"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"},schema:{type:["object","boolean"]},rule:{type:"object",required:["id","must"],properties:{id:{$ref:"#/definitions/id"},when:{$ref:"#/definitions/schema"},must:{$ref:"#/definitions/schema"},message:{type:"string",minLength:1,maxLength:1e3}},additionalProperties:!1},approvals:{type:"object",properties:{builtin:{type:"boolean",default:!0},rules:{type:"array",items:{$ref:"#/definitions/approval"}}},additionalProperties:!1},approval:{type:"object",required:["id"],properties:{id:{$ref:"#/definitions/id"},when:{type:["object","boolean"]},by:{type:"array",items:{$ref:"#/definitions/name"},minItems:1,uniqueItems:!0},min:{type:"integer",minimum:1,maximum:1e3,default:1},max_age:{$ref:"#/definitions/age"}},additionalProperties:!1}}},func26=Object.prototype.hasOwnProperty,func4=__webpack_require__(2039).codePoints,func0=__webpack_require__(2039).firstRepeated,pattern3=new RegExp("^[^\\s](.*[^\\s])?$","u"),formats0={"date-time":__webpack_require__(2039).isInstant}["date-time"];function validate18(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.name===void 0&&(missing0="name")||data.public_key===void 0&&(missing0="public_key"))return!1;{const _errs1=errors;for(const key0 in data)if(!(key0==="name"||key0==="public_key"||key0==="not_before"||key0==="not_after"||key0==="record_types"||key0==="source_products"))return!1;if(_errs1===errors){if(data.name!==void 0){let data0=data.name;const _errs2=errors;if(errors===errors)if(typeof data0=="string"){if(func4(data0)>200)return!1;if(data0.length<1)return!1;if(!pattern3.test(data0))return!1}else return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.public_key!==void 0){let data1=data.public_key;const _errs5=errors;if(errors===_errs5)if(typeof data1=="string"){if(data1.length<1)return!1}else return!1;var valid0=_errs5===errors}else var valid0=!0;if(valid0){if(data.not_before!==void 0){let data2=data.not_before;const _errs7=errors,_errs8=errors;if(errors===_errs8&&errors===_errs8)if(typeof data2=="string"){if(!formats0(data2))return!1}else return!1;var valid0=_errs7===errors}else var valid0=!0;if(valid0){if(data.not_after!==void 0){let data3=data.not_after;const _errs10=errors,_errs11=errors;if(errors===_errs11&&errors===_errs11)if(typeof data3=="string"){if(!formats0(data3))return!1}else return!1;var valid0=_errs10===errors}else var valid0=!0;if(valid0){if(data.record_types!==void 0){let data4=data.record_types;const _errs13=errors;if(errors===errors)if(Array.isArray(data4)){if(data4.length<1)return!1;{var valid5=!0;const len0=data4.length;for(let i0=0;i0<len0;i0++){let data5=data4[i0];const _errs16=errors;if(errors===_errs16)if(typeof data5=="string"){if(data5.length<1)return!1}else return!1;var valid5=_errs16===errors;if(!valid5)break}if(valid5&&func0(data4)>=0)return!1}}else return!1;var valid0=_errs13===errors}else var valid0=!0;if(valid0)if(data.source_products!==void 0){let data6=data.source_products;const _errs18=errors;if(errors===errors)if(Array.isArray(data6)){if(data6.length<1)return!1;{var valid7=!0;const len1=data6.length;for(let i1=0;i1<len1;i1++){let data7=data6[i1];const _errs21=errors;if(errors===_errs21)if(typeof data7=="string"){if(data7.length<1)return!1}else return!1;var valid7=_errs21===errors;if(!valid7)break}if(valid7&&func0(data6)>=0)return!1}}else return!1;var valid0=_errs18===errors}else var valid0=!0}}}}}}}else return!1;return validate18.errors=vErrors,errors===0}const schema25={type:"object",required:["name"],properties:{name:{$ref:"#/definitions/name"},key:{type:"string",minLength:1},certificate:{type:"string",minLength:1},identity:{type:"string",minLength:1},issuer:{type:"string",minLength:1},not_before:{$ref:"#/definitions/instant"},not_after:{$ref:"#/definitions/instant"},record_types:{$ref:"#/definitions/scope"},source_products:{$ref:"#/definitions/scope"}},if:{required:["key"]},then:{properties:{certificate:!1,identity:!1,issuer:!1}},else:{required:["identity","issuer"]},additionalProperties:!1};function validate20(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;const _errs1=errors;let valid0=!0;const _errs2=errors;if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.key===void 0&&(missing0="key")){const err0={};vErrors===null?vErrors=[err0]:vErrors.push(err0),errors++}}var _valid0=_errs2===errors;errors=_errs1,vErrors!==null&&(_errs1?vErrors.length=_errs1:vErrors=null);let ifClause0;if(_valid0){const _errs3=errors;if(data&&typeof data=="object"&&!Array.isArray(data)){if(data.certificate!==void 0){var valid1=!1;return!1}else var valid1=!0;if(valid1){if(data.identity!==void 0){var valid1=!1;return!1}else var valid1=!0;if(valid1)if(data.issuer!==void 0){var valid1=!1;return!1}else var valid1=!0}}var _valid0=_errs3===errors;valid0=_valid0,ifClause0="then"}else{const _errs4=errors;if(data&&typeof data=="object"&&!Array.isArray(data)){let missing1;if(data.identity===void 0&&(missing1="identity")||data.issuer===void 0&&(missing1="issuer"))return!1}var _valid0=_errs4===errors;valid0=_valid0,ifClause0="else"}if(!valid0)return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate20.errors=vErrors,!1;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing2;if(data.name===void 0&&(missing2="name"))return!1;{const _errs5=errors;for(const key0 in data)if(!func26.call(schema25.properties,key0))return!1;if(_errs5===errors){if(data.name!==void 0){let data3=data.name;const _errs6=errors;if(errors===errors)if(typeof data3=="string"){if(func4(data3)>200)return!1;if(data3.length<1)return!1;if(!pattern3.test(data3))return!1}else return!1;var valid2=_errs6===errors}else var valid2=!0;if(valid2){if(data.key!==void 0){let data4=data.key;const _errs9=errors;if(errors===_errs9)if(typeof data4=="string"){if(data4.length<1)return!1}else return!1;var valid2=_errs9===errors}else var valid2=!0;if(valid2){if(data.certificate!==void 0){let data5=data.certificate;const _errs11=errors;if(errors===_errs11)if(typeof data5=="string"){if(data5.length<1)return!1}else return!1;var valid2=_errs11===errors}else var valid2=!0;if(valid2){if(data.identity!==void 0){let data6=data.identity;const _errs13=errors;if(errors===_errs13)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid2=_errs13===errors}else var valid2=!0;if(valid2){if(data.issuer!==void 0){let data7=data.issuer;const _errs15=errors;if(errors===_errs15)if(typeof data7=="string"){if(data7.length<1)return!1}else return!1;var valid2=_errs15===errors}else var valid2=!0;if(valid2){if(data.not_before!==void 0){let data8=data.not_before;const _errs17=errors,_errs18=errors;if(errors===_errs18&&errors===_errs18)if(typeof data8=="string"){if(!formats0(data8))return!1}else return!1;var valid2=_errs17===errors}else var valid2=!0;if(valid2){if(data.not_after!==void 0){let data9=data.not_after;const _errs20=errors,_errs21=errors;if(errors===_errs21&&errors===_errs21)if(typeof data9=="string"){if(!formats0(data9))return!1}else return!1;var valid2=_errs20===errors}else var valid2=!0;if(valid2){if(data.record_types!==void 0){let data10=data.record_types;const _errs23=errors;if(errors===errors)if(Array.isArray(data10)){if(data10.length<1)return!1;{var valid7=!0;const len0=data10.length;for(let i0=0;i0<len0;i0++){let data11=data10[i0];const _errs26=errors;if(errors===_errs26)if(typeof data11=="string"){if(data11.length<1)return!1}else return!1;var valid7=_errs26===errors;if(!valid7)break}if(valid7&&func0(data10)>=0)return!1}}else return!1;var valid2=_errs23===errors}else var valid2=!0;if(valid2)if(data.source_products!==void 0){let data12=data.source_products;const _errs28=errors;if(errors===errors)if(Array.isArray(data12)){if(data12.length<1)return!1;{var valid9=!0;const len1=data12.length;for(let i1=0;i1<len1;i1++){let data13=data12[i1];const _errs31=errors;if(errors===_errs31)if(typeof data13=="string"){if(data13.length<1)return!1}else return!1;var valid9=_errs31===errors;if(!valid9)break}if(valid9&&func0(data12)>=0)return!1}}else return!1;var valid2=_errs28===errors}else var valid2=!0}}}}}}}}}}else return!1;return validate20.errors=vErrors,errors===0}function validate17(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){const _errs1=errors;for(const key0 in data)if(!(key0==="signatures"||key0==="keys"||key0==="cosign"||key0==="revocation_list"||key0==="revocation_key"||key0==="min_signers"))return!1;if(_errs1===errors){if(data.signatures!==void 0){let data0=data.signatures;const _errs2=errors;if(typeof data0!="string"||!(data0==="auto"||data0==="required"||data0==="off"))return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.keys!==void 0){let data1=data.keys;const _errs4=errors;if(errors===_errs4)if(Array.isArray(data1)){var valid1=!0;const len0=data1.length;for(let i0=0;i0<len0;i0++){const _errs6=errors;validate18(data1[i0],{instancePath:instancePath+"/keys/"+i0,parentData:data1,parentDataProperty:i0,rootData})||errors++;var valid1=_errs6===errors;if(!valid1)break}}else return!1;var valid0=_errs4===errors}else var valid0=!0;if(valid0){if(data.cosign!==void 0){let data3=data.cosign;const _errs7=errors;if(errors===_errs7)if(Array.isArray(data3)){var valid2=!0;const len1=data3.length;for(let i1=0;i1<len1;i1++){const _errs9=errors;validate20(data3[i1],{instancePath:instancePath+"/cosign/"+i1,parentData:data3,parentDataProperty:i1,rootData})||errors++;var valid2=_errs9===errors;if(!valid2)break}}else return!1;var valid0=_errs7===errors}else var valid0=!0;if(valid0){if(data.revocation_list!==void 0){let data5=data.revocation_list;const _errs10=errors;if(errors===_errs10)if(typeof data5=="string"){if(data5.length<1)return!1}else return!1;var valid0=_errs10===errors}else var valid0=!0;if(valid0){if(data.revocation_key!==void 0){let data6=data.revocation_key;const _errs12=errors;if(errors===_errs12)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid0=_errs12===errors}else var valid0=!0;if(valid0)if(data.min_signers!==void 0){let data7=data.min_signers;const _errs14=errors;if(!(typeof data7=="number"&&!(data7%1)&&!isNaN(data7)))return!1;if(errors===_errs14&&typeof data7=="number"){if(data7>1e3||isNaN(data7))return!1;if(data7<1||isNaN(data7))return!1}var valid0=_errs14===errors}else var valid0=!0}}}}}}else return!1;return validate17.errors=vErrors,errors===0}const pattern5=new RegExp("^[1-9][0-9]{0,5}(s|m|h|d|w)$","u"),pattern6=new RegExp("^[0-9]{1,6}(s|m|h|d|w)$","u");function validate23(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){const _errs1=errors;for(const key0 in data)if(!(key0==="max_age"||key0==="clock_skew"))return!1;if(_errs1===errors){if(data.max_age!==void 0){let data0=data.max_age;const _errs2=errors;if(errors===errors)if(typeof data0=="string"){if(!pattern5.test(data0))return!1}else return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0)if(data.clock_skew!==void 0){let data1=data.clock_skew;const _errs5=errors;if(errors===_errs5)if(typeof data1=="string"){if(!pattern6.test(data1))return!1}else return!1;var valid0=_errs5===errors}else var valid0=!0}}else return!1;return validate23.errors=vErrors,errors===0}function validate25(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){const _errs1=errors;for(const key0 in data)if(!(key0==="record_types"||key0==="source_products"||key0==="frameworks"))return!1;if(_errs1===errors){if(data.record_types!==void 0){let data0=data.record_types;const _errs2=errors;if(errors===_errs2)if(data0&&typeof data0=="object"&&!Array.isArray(data0)){for(const key1 in data0){const _errs4=errors;typeof key1=="string"&&func4(key1)<1&&(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var valid1=_errs4===errors;if(!valid1){return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate25.errors=vErrors,!1;break}}if(valid1)for(const key2 in data0){let data1=data0[key2];const _errs6=errors;if(!(typeof data1=="number"&&!(data1%1)&&!isNaN(data1)))return!1;if(errors===_errs6&&typeof data1=="number"){if(data1>1e9||isNaN(data1))return!1;if(data1<1||isNaN(data1))return!1}var valid2=_errs6===errors;if(!valid2)break}}else return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.source_products!==void 0){let data2=data.source_products;const _errs8=errors;if(errors===_errs8)if(Array.isArray(data2)){var valid3=!0;const len0=data2.length;for(let i0=0;i0<len0;i0++){let data3=data2[i0];const _errs10=errors;if(errors===_errs10)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid3=_errs10===errors;if(!valid3)break}if(valid3&&func0(data2)>=0)return!1}else return!1;var valid0=_errs8===errors}else var valid0=!0;if(valid0)if(data.frameworks!==void 0){let data4=data.frameworks;const _errs12=errors;if(errors===_errs12)if(Array.isArray(data4)){var valid4=!0;const len1=data4.length;for(let i1=0;i1<len1;i1++){let data5=data4[i1];const _errs14=errors;if(errors===errors)if(data5&&typeof data5=="object"&&!Array.isArray(data5)){let missing0;if(data5.id===void 0&&(missing0="id"))return!1;{const _errs17=errors;for(const key3 in data5)if(!(key3==="id"||key3==="controls"||key3==="min_coverage"))return!1;if(_errs17===errors){if(data5.id!==void 0){let data6=data5.id;const _errs18=errors;if(errors===_errs18)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid6=_errs18===errors}else var valid6=!0;if(valid6){if(data5.controls!==void 0){let data7=data5.controls;const _errs20=errors;if(errors===_errs20)if(Array.isArray(data7)){if(data7.length<1)return!1;{var valid7=!0;const len2=data7.length;for(let i2=0;i2<len2;i2++){let data8=data7[i2];const _errs22=errors;if(errors===_errs22)if(typeof data8=="string"){if(data8.length<1)return!1}else return!1;var valid7=_errs22===errors;if(!valid7)break}if(valid7&&func0(data7)>=0)return!1}}else return!1;var valid6=_errs20===errors}else var valid6=!0;if(valid6)if(data5.min_coverage!==void 0){let data9=data5.min_coverage;const _errs24=errors;if(errors===_errs24)if(typeof data9=="number"){if(data9>1||isNaN(data9))return!1;if(data9<0||isNaN(data9))return!1}else return!1;var valid6=_errs24===errors}else var valid6=!0}}}}else return!1;var valid4=_errs14===errors;if(!valid4)break}}else return!1;var valid0=_errs12===errors}else var valid0=!0}}}else return!1;return validate25.errors=vErrors,errors===0}const pattern7=new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$","u");function validate27(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.id===void 0&&(missing0="id")||data.must===void 0&&(missing0="must"))return!1;{const _errs1=errors;for(const key0 in data)if(!(key0==="id"||key0==="when"||key0==="must"||key0==="message"))return!1;if(_errs1===errors){if(data.id!==void 0){let data0=data.id;const _errs2=errors;if(errors===errors)if(typeof data0=="string"){if(!pattern7.test(data0))return!1}else return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.when!==void 0){let data1=data.when;const _errs5=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1))&&typeof data1!="boolean")return!1;var valid0=_errs5===errors}else var valid0=!0;if(valid0){if(data.must!==void 0){let data2=data.must;const _errs8=errors;if(!(data2&&typeof data2=="object"&&!Array.isArray(data2))&&typeof data2!="boolean")return!1;var valid0=_errs8===errors}else var valid0=!0;if(valid0)if(data.message!==void 0){let data3=data.message;const _errs11=errors;if(errors===_errs11)if(typeof data3=="string"){if(func4(data3)>1e3)return!1;if(data3.length<1)return!1}else return!1;var valid0=_errs11===errors}else var valid0=!0}}}}}else return!1;return validate27.errors=vErrors,errors===0}function validate29(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.id===void 0&&(missing0="id"))return!1;{const _errs1=errors;for(const key0 in data)if(!(key0==="id"||key0==="when"||key0==="by"||key0==="min"||key0==="max_age"))return!1;if(_errs1===errors){if(data.id!==void 0){let data0=data.id;const _errs2=errors;if(errors===errors)if(typeof data0=="string"){if(!pattern7.test(data0))return!1}else return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.when!==void 0){let data1=data.when;const _errs5=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1))&&typeof data1!="boolean")return!1;var valid0=_errs5===errors}else var valid0=!0;if(valid0){if(data.by!==void 0){let data2=data.by;const _errs7=errors;if(errors===_errs7)if(Array.isArray(data2)){if(data2.length<1)return!1;{var valid2=!0;const len0=data2.length;for(let i0=0;i0<len0;i0++){let data3=data2[i0];const _errs9=errors;if(errors===errors)if(typeof data3=="string"){if(func4(data3)>200)return!1;if(data3.length<1)return!1;if(!pattern3.test(data3))return!1}else return!1;var valid2=_errs9===errors;if(!valid2)break}if(valid2&&func0(data2)>=0)return!1}}else return!1;var valid0=_errs7===errors}else var valid0=!0;if(valid0){if(data.min!==void 0){let data4=data.min;const _errs12=errors;if(!(typeof data4=="number"&&!(data4%1)&&!isNaN(data4)))return!1;if(errors===_errs12&&typeof data4=="number"){if(data4>1e3||isNaN(data4))return!1;if(data4<1||isNaN(data4))return!1}var valid0=_errs12===errors}else var valid0=!0;if(valid0)if(data.max_age!==void 0){let data5=data.max_age;const _errs14=errors;if(errors===errors)if(typeof data5=="string"){if(!pattern5.test(data5))return!1}else return!1;var valid0=_errs14===errors}else var valid0=!0}}}}}}else return!1;return validate29.errors=vErrors,errors===0}function validate31(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){const _errs1=errors;for(const key0 in data)if(!(key0==="builtin"||key0==="rules"))return!1;if(_errs1===errors){if(data.builtin!==void 0){const _errs2=errors;if(typeof data.builtin!="boolean")return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0)if(data.rules!==void 0){let data1=data.rules;const _errs4=errors;if(errors===_errs4)if(Array.isArray(data1)){var valid1=!0;const len0=data1.length;for(let i0=0;i0<len0;i0++){const _errs6=errors;validate29(data1[i0],{instancePath:instancePath+"/rules/"+i0,parentData:data1,parentDataProperty:i0,rootData})||errors++;var valid1=_errs6===errors;if(!valid1)break}}else return!1;var valid0=_errs4===errors}else var valid0=!0}}else return!1;return validate31.errors=vErrors,errors===0}function validate16(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.version===void 0&&(missing0="version"))return!1;{const _errs1=errors;for(const key0 in data)if(!func26.call(schema17.properties,key0))return!1;if(_errs1===errors){if(data.$schema!==void 0){const _errs2=errors;if(typeof data.$schema!="string")return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.version!==void 0){const _errs4=errors;if(data.version!==1)return!1;var valid0=_errs4===errors}else var valid0=!0;if(valid0){if(data.artifacts!==void 0){let data2=data.artifacts;const _errs5=errors;if(errors===_errs5)if(Array.isArray(data2)){if(data2.length<1)return!1;{var valid1=!0;const len0=data2.length;for(let i0=0;i0<len0;i0++){let data3=data2[i0];const _errs7=errors;if(errors===_errs7)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid1=_errs7===errors;if(!valid1)break}}}else return!1;var valid0=_errs5===errors}else var valid0=!0;if(valid0){if(data.trust!==void 0){const _errs9=errors;validate17(data.trust,{instancePath:instancePath+"/trust",parentData:data,parentDataProperty:"trust",rootData})||errors++;var valid0=_errs9===errors}else var valid0=!0;if(valid0){if(data.freshness!==void 0){const _errs10=errors;validate23(data.freshness,{instancePath:instancePath+"/freshness",parentData:data,parentDataProperty:"freshness",rootData})||errors++;var valid0=_errs10===errors}else var valid0=!0;if(valid0){if(data.require!==void 0){const _errs11=errors;validate25(data.require,{instancePath:instancePath+"/require",parentData:data,parentDataProperty:"require",rootData})||errors++;var valid0=_errs11===errors}else var valid0=!0;if(valid0){if(data.rules!==void 0){let data7=data.rules;const _errs12=errors;if(errors===_errs12)if(Array.isArray(data7)){var valid2=!0;const len1=data7.length;for(let i1=0;i1<len1;i1++){const _errs14=errors;validate27(data7[i1],{instancePath:instancePath+"/rules/"+i1,parentData:data7,parentDataProperty:i1,rootData})||errors++;var valid2=_errs14===errors;if(!valid2)break}}else return!1;var valid0=_errs12===errors}else var valid0=!0;if(valid0){if(data.approvals!==void 0){let data9=data.approvals;const _errs15=errors,_errs16=errors;let valid3=!0;const _errs17=errors;if(!Array.isArray(data9)){const err0={};vErrors===null?vErrors=[err0]:vErrors.push(err0),errors++}var _valid0=_errs17===errors;errors=_errs16,vErrors!==null&&(_errs16?vErrors.length=_errs16:vErrors=null);let ifClause0;if(_valid0){const _errs19=errors;if(Array.isArray(data9)){var valid4=!0;const len2=data9.length;for(let i2=0;i2<len2;i2++){const _errs20=errors;validate29(data9[i2],{instancePath:instancePath+"/approvals/"+i2,parentData:data9,parentDataProperty:i2,rootData})||errors++;var valid4=_errs20===errors;if(!valid4)break}}var _valid0=_errs19===errors;valid3=_valid0,ifClause0="then"}else{const _errs21=errors;validate31(data9,{instancePath:instancePath+"/approvals",parentData:data,parentDataProperty:"approvals",rootData})||errors++;var _valid0=_errs21===errors;valid3=_valid0,ifClause0="else"}if(!valid3)return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate16.errors=vErrors,!1;var valid0=_errs15===errors}else var valid0=!0;if(valid0){if(data.baseline!==void 0){let data11=data.baseline;const _errs22=errors;if(errors===_errs22)if(typeof data11=="string"){if(data11.length<1)return!1}else return!1;var valid0=_errs22===errors}else var valid0=!0;if(valid0)if(data.frameworks!==void 0){let data12=data.frameworks;const _errs24=errors;if(errors===_errs24)if(Array.isArray(data12)){var valid5=!0;const len3=data12.length;for(let i3=0;i3<len3;i3++){let data13=data12[i3];const _errs26=errors;if(errors===_errs26)if(typeof data13=="string"){if(data13.length<1)return!1}else return!1;var valid5=_errs26===errors;if(!valid5)break}if(valid5&&func0(data12)>=0)return!1}else return!1;var valid0=_errs24===errors}else var valid0=!0}}}}}}}}}}}else return!1;return validate16.errors=vErrors,errors===0}}),8988:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate34;const schema44={$schema:"http://json-schema.org/draft-07/schema#",$id:"https://github.com/Clyra-AI/proof/schemas/v1/gate-report-v1.schema.json",type:"object",required:["schema","tool","outcome","exit_code","policy_sha256","summary","artifacts","requirements","findings"],properties:{schema:{const:"gate-report-v1"},tool:{type:"object",required:["name","version"],properties:{name:{const:"proof-verify"},version:{type:"string",minLength:1}},additionalProperties:!1},outcome:{type:"string",enum:["passed","failed","warned"]},exit_code:{type:"integer",minimum:0,maximum:8},incomplete:{const:!0},policy_sha256:{type:["string","null"],pattern:"^[a-f0-9]{64}$"},summary:{type:"object",required:["artifacts","verified","failed","warned","records","signatures","findings"],properties:{artifacts:{type:"integer",minimum:0},verified:{type:"integer",minimum:0},failed:{type:"integer",minimum:0},warned:{type:"integer",minimum:0},records:{type:"integer",minimum:0},signatures:{type:"integer",minimum:0},findings:{type:"object",required:["errors","warnings","notices"],properties:{errors:{type:"integer",minimum:0},warnings:{type:"integer",minimum:0},notices:{type:"integer",minimum:0}},additionalProperties:!1}},additionalProperties:!1},artifacts:{type:"array",items:{$ref:"#/definitions/artifact"}},requirements:{type:"array",items:{$ref:"#/definitions/requirement"}},coverage:{type:"array",items:{$ref:"#/definitions/coverage"}},findings:{type:"array",items:{$ref:"#/definitions/finding"}},shard:{$ref:"#/definitions/shard"}},additionalProperties:!1,definitions:{finding:{type:"object",required:["code","severity","exit_code","message","artifact"],properties:{code:{type:"string",pattern:"^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$|^rule\\.."},severity:{type:"string",enum:["error","warning","notice"]},exit_code:{type:"integer",minimum:0,maximum:8},message:{type:"string"},artifact:{type:"string"},line:{type:"integer",minimum:1},column:{type:"integer",minimum:1},end_line:{type:"integer",minimum:1},pointer:{type:"string"},record_id:{type:"string"},entry:{type:"string"}},additionalProperties:!1},artifact:{type:"object",required:["path","kind","sha256","bytes","outcome","records","signatures","why"],properties:{path:{type:"string"},kind:{type:"string",enum:["record","chain","chain_directory","stream","bundle","gait_pack","gait_guard_pack","gait_runpack","gait_signed_json","revocation_list","record_types","governance_event","unknown"]},sha256:{type:["string","null"],pattern:"^[a-f0-9]{64}$"},bytes:{type:"integer",minimum:0},outcome:{type:"string",enum:["verified","failed","warned"]},records:{type:"integer",minimum:0},head_hash:{type:"string"},signatures:{type:"object",required:["required","verified","key_ids"],properties:{required:{type:"boolean"},verified:{type:"integer",minimum:0},key_ids:{type:"array",items:{type:"string"}}},additionalProperties:!1},more_findings:{type:"integer",minimum:0},why:{type:"string"}},additionalProperties:!1},requirement:{type:"object",required:["id","satisfied","required","found"],properties:{id:{type:"string",minLength:1},satisfied:{type:"boolean"},required:{type:"number",minimum:0},found:{type:"number",minimum:0},detail:{type:"string"}},additionalProperties:!1},coverage:{type:"object",required:["framework","version","title","covered","total","controls"],properties:{framework:{type:"string",minLength:1},version:{type:"string",minLength:1},title:{type:"string",minLength:1},covered:{type:"integer",minimum:0},total:{type:"integer",minimum:0},controls:{type:"array",items:{type:"object",required:["id","title","covered"],properties:{id:{type:"string",minLength:1},title:{type:"string",minLength:1},covered:{type:"boolean"}},additionalProperties:!1}}},additionalProperties:!1},shard:{type:"object",required:["version","plan","artifacts","texts","records","findings","digest"],properties:{version:{const:1},plan:{type:"object",required:["index","count","engine","policy_sha256","settings","artifacts"],properties:{index:{type:"integer",minimum:1},count:{type:"integer",minimum:1},engine:{type:"string",minLength:1},policy_sha256:{type:["string","null"],pattern:"^[a-f0-9]{64}$"},settings:{type:"string",pattern:"^[a-f0-9]{64}$"},artifacts:{type:"string",pattern:"^[a-f0-9]{64}$"}},additionalProperties:!1},incomplete:{const:!0},artifacts:{type:"array",items:{$ref:"#/definitions/shard_artifact"}},texts:{type:"array",items:{type:"string"}},records:{type:"array",items:{type:"array",minItems:15,maxItems:15,items:[{type:"integer",minimum:0},{type:"integer",minimum:-1},{type:"integer",minimum:0},{type:"integer",minimum:0},{type:"string"},{type:"integer",minimum:0},{type:"integer",minimum:0},{type:"integer",minimum:-1},{type:"string"},{type:"string"},{type:["string","integer"]},{type:"integer",minimum:0,maximum:3},{type:"integer",minimum:-1},{type:"integer",minimum:0,maximum:1},{$ref:"#/definitions/shard_extra"}]}},findings:{type:"array",items:{$ref:"#/definitions/finding"}},digest:{type:"string",pattern:"^[a-f0-9]{64}$"},dropped:{type:"array",items:{type:"string"}}},additionalProperties:!1},shard_artifact:{type:"object",required:["path","kind","sha256","bytes","outcome","records","signatures","findings","more_findings","facts","why"],properties:{path:{type:"string"},kind:{$ref:"#/definitions/artifact/properties/kind"},sha256:{type:["string","null"],pattern:"^[a-f0-9]{64}$"},bytes:{type:"integer",minimum:0},outcome:{type:"string",enum:["verified","failed"]},records:{type:"integer",minimum:0},head_hash:{type:"string"},signatures:{type:"object",required:["required","verified","keyIds"],properties:{required:{type:"boolean"},verified:{type:"integer",minimum:0},keyIds:{type:"array",items:{type:"string"}}},additionalProperties:!1},findings:{type:"array",items:{$ref:"#/definitions/finding"}},more_findings:{type:"integer",minimum:0},facts:{type:"object",properties:{recordId:{type:"string"},chainId:{type:"string"},recordsInRange:{type:"integer",minimum:0},packId:{type:"string"},packType:{type:"string"},runId:{type:"string"},manifestDigest:{type:"string"},filesVerified:{type:"integer",minimum:0},proofRecordsVerified:{type:"integer",minimum:0},wholeKeyIds:{type:"array",items:{type:"string"}},document:{type:"object"}}},why:{type:"string"}},additionalProperties:!1},shard_extra:{type:["object","null"],properties:{claimed:{type:"string"},links:{type:"array",items:{type:"array",items:{type:"string"},minItems:3,maxItems:3}},missing:{type:"array",items:{type:"string"}},rules:{type:"array",items:{type:"object",required:["rule"],properties:{rule:{type:"integer",minimum:0},failure:{type:"object",required:["message","pointer"],properties:{message:{type:"string"},pointer:{type:"string"}},additionalProperties:!1}},additionalProperties:!1}},approval_rules:{type:"array",items:{type:"integer",minimum:0}},asks:{const:!0},intents:{type:"array",items:{type:"string"}},approval:{type:"object",required:["names","denies"],properties:{names:{type:"array",items:{type:"object",properties:{id:{type:"string"},digest:{type:"string"},reference:{const:!0}},additionalProperties:!1}},denies:{type:"boolean"},expiresAt:{type:["number","null"]}},additionalProperties:!1},test:{type:"object",required:["name","outcome"],properties:{name:{type:"string"},outcome:{type:"string"}},additionalProperties:!1}},additionalProperties:!1}}},schema45={type:"object",required:["path","kind","sha256","bytes","outcome","records","signatures","why"],properties:{path:{type:"string"},kind:{type:"string",enum:["record","chain","chain_directory","stream","bundle","gait_pack","gait_guard_pack","gait_runpack","gait_signed_json","revocation_list","record_types","governance_event","unknown"]},sha256:{type:["string","null"],pattern:"^[a-f0-9]{64}$"},bytes:{type:"integer",minimum:0},outcome:{type:"string",enum:["verified","failed","warned"]},records:{type:"integer",minimum:0},head_hash:{type:"string"},signatures:{type:"object",required:["required","verified","key_ids"],properties:{required:{type:"boolean"},verified:{type:"integer",minimum:0},key_ids:{type:"array",items:{type:"string"}}},additionalProperties:!1},more_findings:{type:"integer",minimum:0},why:{type:"string"}},additionalProperties:!1},schema48={type:"object",required:["code","severity","exit_code","message","artifact"],properties:{code:{type:"string",pattern:"^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$|^rule\\.."},severity:{type:"string",enum:["error","warning","notice"]},exit_code:{type:"integer",minimum:0,maximum:8},message:{type:"string"},artifact:{type:"string"},line:{type:"integer",minimum:1},column:{type:"integer",minimum:1},end_line:{type:"integer",minimum:1},pointer:{type:"string"},record_id:{type:"string"},entry:{type:"string"}},additionalProperties:!1},func26=Object.prototype.hasOwnProperty,func4=__webpack_require__(2039).codePoints,pattern11=new RegExp("^[a-f0-9]{64}$","u"),pattern13=new RegExp("^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$|^rule\\..","u"),schema49={type:"object",required:["version","plan","artifacts","texts","records","findings","digest"],properties:{version:{const:1},plan:{type:"object",required:["index","count","engine","policy_sha256","settings","artifacts"],properties:{index:{type:"integer",minimum:1},count:{type:"integer",minimum:1},engine:{type:"string",minLength:1},policy_sha256:{type:["string","null"],pattern:"^[a-f0-9]{64}$"},settings:{type:"string",pattern:"^[a-f0-9]{64}$"},artifacts:{type:"string",pattern:"^[a-f0-9]{64}$"}},additionalProperties:!1},incomplete:{const:!0},artifacts:{type:"array",items:{$ref:"#/definitions/shard_artifact"}},texts:{type:"array",items:{type:"string"}},records:{type:"array",items:{type:"array",minItems:15,maxItems:15,items:[{type:"integer",minimum:0},{type:"integer",minimum:-1},{type:"integer",minimum:0},{type:"integer",minimum:0},{type:"string"},{type:"integer",minimum:0},{type:"integer",minimum:0},{type:"integer",minimum:-1},{type:"string"},{type:"string"},{type:["string","integer"]},{type:"integer",minimum:0,maximum:3},{type:"integer",minimum:-1},{type:"integer",minimum:0,maximum:1},{$ref:"#/definitions/shard_extra"}]}},findings:{type:"array",items:{$ref:"#/definitions/finding"}},digest:{type:"string",pattern:"^[a-f0-9]{64}$"},dropped:{type:"array",items:{type:"string"}}},additionalProperties:!1},schema53={type:["object","null"],properties:{claimed:{type:"string"},links:{type:"array",items:{type:"array",items:{type:"string"},minItems:3,maxItems:3}},missing:{type:"array",items:{type:"string"}},rules:{type:"array",items:{type:"object",required:["rule"],properties:{rule:{type:"integer",minimum:0},failure:{type:"object",required:["message","pointer"],properties:{message:{type:"string"},pointer:{type:"string"}},additionalProperties:!1}},additionalProperties:!1}},approval_rules:{type:"array",items:{type:"integer",minimum:0}},asks:{const:!0},intents:{type:"array",items:{type:"string"}},approval:{type:"object",required:["names","denies"],properties:{names:{type:"array",items:{type:"object",properties:{id:{type:"string"},digest:{type:"string"},reference:{const:!0}},additionalProperties:!1}},denies:{type:"boolean"},expiresAt:{type:["number","null"]}},additionalProperties:!1},test:{type:"object",required:["name","outcome"],properties:{name:{type:"string"},outcome:{type:"string"}},additionalProperties:!1}},additionalProperties:!1},schema50={type:"object",required:["path","kind","sha256","bytes","outcome","records","signatures","findings","more_findings","facts","why"],properties:{path:{type:"string"},kind:{$ref:"#/definitions/artifact/properties/kind"},sha256:{type:["string","null"],pattern:"^[a-f0-9]{64}$"},bytes:{type:"integer",minimum:0},outcome:{type:"string",enum:["verified","failed"]},records:{type:"integer",minimum:0},head_hash:{type:"string"},signatures:{type:"object",required:["required","verified","keyIds"],properties:{required:{type:"boolean"},verified:{type:"integer",minimum:0},keyIds:{type:"array",items:{type:"string"}}},additionalProperties:!1},findings:{type:"array",items:{$ref:"#/definitions/finding"}},more_findings:{type:"integer",minimum:0},facts:{type:"object",properties:{recordId:{type:"string"},chainId:{type:"string"},recordsInRange:{type:"integer",minimum:0},packId:{type:"string"},packType:{type:"string"},runId:{type:"string"},manifestDigest:{type:"string"},filesVerified:{type:"integer",minimum:0},proofRecordsVerified:{type:"integer",minimum:0},wholeKeyIds:{type:"array",items:{type:"string"}},document:{type:"object"}}},why:{type:"string"}},additionalProperties:!1};function validate36(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.path===void 0&&(missing0="path")||data.kind===void 0&&(missing0="kind")||data.sha256===void 0&&(missing0="sha256")||data.bytes===void 0&&(missing0="bytes")||data.outcome===void 0&&(missing0="outcome")||data.records===void 0&&(missing0="records")||data.signatures===void 0&&(missing0="signatures")||data.findings===void 0&&(missing0="findings")||data.more_findings===void 0&&(missing0="more_findings")||data.facts===void 0&&(missing0="facts")||data.why===void 0&&(missing0="why"))return!1;{const _errs1=errors;for(const key0 in data)if(!func26.call(schema50.properties,key0))return!1;if(_errs1===errors){if(data.path!==void 0){const _errs2=errors;if(typeof data.path!="string")return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.kind!==void 0){let data1=data.kind;const _errs4=errors;if(typeof data1!="string"||!(data1==="record"||data1==="chain"||data1==="chain_directory"||data1==="stream"||data1==="bundle"||data1==="gait_pack"||data1==="gait_guard_pack"||data1==="gait_runpack"||data1==="gait_signed_json"||data1==="revocation_list"||data1==="record_types"||data1==="governance_event"||data1==="unknown"))return!1;var valid0=_errs4===errors}else var valid0=!0;if(valid0){if(data.sha256!==void 0){let data2=data.sha256;const _errs7=errors;if(typeof data2!="string"&&data2!==null||errors===_errs7&&typeof data2=="string"&&!pattern11.test(data2))return!1;var valid0=_errs7===errors}else var valid0=!0;if(valid0){if(data.bytes!==void 0){let data3=data.bytes;const _errs9=errors;if(!(typeof data3=="number"&&!(data3%1)&&!isNaN(data3))||errors===_errs9&&typeof data3=="number"&&(data3<0||isNaN(data3)))return!1;var valid0=_errs9===errors}else var valid0=!0;if(valid0){if(data.outcome!==void 0){let data4=data.outcome;const _errs11=errors;if(typeof data4!="string"||!(data4==="verified"||data4==="failed"))return!1;var valid0=_errs11===errors}else var valid0=!0;if(valid0){if(data.records!==void 0){let data5=data.records;const _errs13=errors;if(!(typeof data5=="number"&&!(data5%1)&&!isNaN(data5))||errors===_errs13&&typeof data5=="number"&&(data5<0||isNaN(data5)))return!1;var valid0=_errs13===errors}else var valid0=!0;if(valid0){if(data.head_hash!==void 0){const _errs15=errors;if(typeof data.head_hash!="string")return!1;var valid0=_errs15===errors}else var valid0=!0;if(valid0){if(data.signatures!==void 0){let data7=data.signatures;const _errs17=errors;if(errors===_errs17)if(data7&&typeof data7=="object"&&!Array.isArray(data7)){let missing1;if(data7.required===void 0&&(missing1="required")||data7.verified===void 0&&(missing1="verified")||data7.keyIds===void 0&&(missing1="keyIds"))return!1;{const _errs19=errors;for(const key1 in data7)if(!(key1==="required"||key1==="verified"||key1==="keyIds"))return!1;if(_errs19===errors){if(data7.required!==void 0){const _errs20=errors;if(typeof data7.required!="boolean")return!1;var valid2=_errs20===errors}else var valid2=!0;if(valid2){if(data7.verified!==void 0){let data9=data7.verified;const _errs22=errors;if(!(typeof data9=="number"&&!(data9%1)&&!isNaN(data9))||errors===_errs22&&typeof data9=="number"&&(data9<0||isNaN(data9)))return!1;var valid2=_errs22===errors}else var valid2=!0;if(valid2)if(data7.keyIds!==void 0){let data10=data7.keyIds;const _errs24=errors;if(errors===_errs24)if(Array.isArray(data10)){var valid3=!0;const len0=data10.length;for(let i0=0;i0<len0;i0++){const _errs26=errors;if(typeof data10[i0]!="string")return!1;var valid3=_errs26===errors;if(!valid3)break}}else return!1;var valid2=_errs24===errors}else var valid2=!0}}}}else return!1;var valid0=_errs17===errors}else var valid0=!0;if(valid0){if(data.findings!==void 0){let data12=data.findings;const _errs28=errors;if(errors===_errs28)if(Array.isArray(data12)){var valid4=!0;const len1=data12.length;for(let i1=0;i1<len1;i1++){let data13=data12[i1];const _errs30=errors;if(errors===errors)if(data13&&typeof data13=="object"&&!Array.isArray(data13)){let missing2;if(data13.code===void 0&&(missing2="code")||data13.severity===void 0&&(missing2="severity")||data13.exit_code===void 0&&(missing2="exit_code")||data13.message===void 0&&(missing2="message")||data13.artifact===void 0&&(missing2="artifact"))return!1;{const _errs33=errors;for(const key2 in data13)if(!func26.call(schema48.properties,key2))return!1;if(_errs33===errors){if(data13.code!==void 0){let data14=data13.code;const _errs34=errors;if(errors===_errs34)if(typeof data14=="string"){if(!pattern13.test(data14))return!1}else return!1;var valid6=_errs34===errors}else var valid6=!0;if(valid6){if(data13.severity!==void 0){let data15=data13.severity;const _errs36=errors;if(typeof data15!="string"||!(data15==="error"||data15==="warning"||data15==="notice"))return!1;var valid6=_errs36===errors}else var valid6=!0;if(valid6){if(data13.exit_code!==void 0){let data16=data13.exit_code;const _errs38=errors;if(!(typeof data16=="number"&&!(data16%1)&&!isNaN(data16)))return!1;if(errors===_errs38&&typeof data16=="number"){if(data16>8||isNaN(data16))return!1;if(data16<0||isNaN(data16))return!1}var valid6=_errs38===errors}else var valid6=!0;if(valid6){if(data13.message!==void 0){const _errs40=errors;if(typeof data13.message!="string")return!1;var valid6=_errs40===errors}else var valid6=!0;if(valid6){if(data13.artifact!==void 0){const _errs42=errors;if(typeof data13.artifact!="string")return!1;var valid6=_errs42===errors}else var valid6=!0;if(valid6){if(data13.line!==void 0){let data19=data13.line;const _errs44=errors;if(!(typeof data19=="number"&&!(data19%1)&&!isNaN(data19))||errors===_errs44&&typeof data19=="number"&&(data19<1||isNaN(data19)))return!1;var valid6=_errs44===errors}else var valid6=!0;if(valid6){if(data13.column!==void 0){let data20=data13.column;const _errs46=errors;if(!(typeof data20=="number"&&!(data20%1)&&!isNaN(data20))||errors===_errs46&&typeof data20=="number"&&(data20<1||isNaN(data20)))return!1;var valid6=_errs46===errors}else var valid6=!0;if(valid6){if(data13.end_line!==void 0){let data21=data13.end_line;const _errs48=errors;if(!(typeof data21=="number"&&!(data21%1)&&!isNaN(data21))||errors===_errs48&&typeof data21=="number"&&(data21<1||isNaN(data21)))return!1;var valid6=_errs48===errors}else var valid6=!0;if(valid6){if(data13.pointer!==void 0){const _errs50=errors;if(typeof data13.pointer!="string")return!1;var valid6=_errs50===errors}else var valid6=!0;if(valid6){if(data13.record_id!==void 0){const _errs52=errors;if(typeof data13.record_id!="string")return!1;var valid6=_errs52===errors}else var valid6=!0;if(valid6)if(data13.entry!==void 0){const _errs54=errors;if(typeof data13.entry!="string")return!1;var valid6=_errs54===errors}else var valid6=!0}}}}}}}}}}}}else return!1;var valid4=_errs30===errors;if(!valid4)break}}else return!1;var valid0=_errs28===errors}else var valid0=!0;if(valid0){if(data.more_findings!==void 0){let data25=data.more_findings;const _errs56=errors;if(!(typeof data25=="number"&&!(data25%1)&&!isNaN(data25))||errors===_errs56&&typeof data25=="number"&&(data25<0||isNaN(data25)))return!1;var valid0=_errs56===errors}else var valid0=!0;if(valid0){if(data.facts!==void 0){let data26=data.facts;const _errs58=errors;if(errors===_errs58)if(data26&&typeof data26=="object"&&!Array.isArray(data26)){if(data26.recordId!==void 0){const _errs60=errors;if(typeof data26.recordId!="string")return!1;var valid7=_errs60===errors}else var valid7=!0;if(valid7){if(data26.chainId!==void 0){const _errs62=errors;if(typeof data26.chainId!="string")return!1;var valid7=_errs62===errors}else var valid7=!0;if(valid7){if(data26.recordsInRange!==void 0){let data29=data26.recordsInRange;const _errs64=errors;if(!(typeof data29=="number"&&!(data29%1)&&!isNaN(data29))||errors===_errs64&&typeof data29=="number"&&(data29<0||isNaN(data29)))return!1;var valid7=_errs64===errors}else var valid7=!0;if(valid7){if(data26.packId!==void 0){const _errs66=errors;if(typeof data26.packId!="string")return!1;var valid7=_errs66===errors}else var valid7=!0;if(valid7){if(data26.packType!==void 0){const _errs68=errors;if(typeof data26.packType!="string")return!1;var valid7=_errs68===errors}else var valid7=!0;if(valid7){if(data26.runId!==void 0){const _errs70=errors;if(typeof data26.runId!="string")return!1;var valid7=_errs70===errors}else var valid7=!0;if(valid7){if(data26.manifestDigest!==void 0){const _errs72=errors;if(typeof data26.manifestDigest!="string")return!1;var valid7=_errs72===errors}else var valid7=!0;if(valid7){if(data26.filesVerified!==void 0){let data34=data26.filesVerified;const _errs74=errors;if(!(typeof data34=="number"&&!(data34%1)&&!isNaN(data34))||errors===_errs74&&typeof data34=="number"&&(data34<0||isNaN(data34)))return!1;var valid7=_errs74===errors}else var valid7=!0;if(valid7){if(data26.proofRecordsVerified!==void 0){let data35=data26.proofRecordsVerified;const _errs76=errors;if(!(typeof data35=="number"&&!(data35%1)&&!isNaN(data35))||errors===_errs76&&typeof data35=="number"&&(data35<0||isNaN(data35)))return!1;var valid7=_errs76===errors}else var valid7=!0;if(valid7){if(data26.wholeKeyIds!==void 0){let data36=data26.wholeKeyIds;const _errs78=errors;if(errors===_errs78)if(Array.isArray(data36)){var valid8=!0;const len2=data36.length;for(let i2=0;i2<len2;i2++){const _errs80=errors;if(typeof data36[i2]!="string")return!1;var valid8=_errs80===errors;if(!valid8)break}}else return!1;var valid7=_errs78===errors}else var valid7=!0;if(valid7)if(data26.document!==void 0){let data38=data26.document;const _errs82=errors;if(!(data38&&typeof data38=="object"&&!Array.isArray(data38)))return!1;var valid7=_errs82===errors}else var valid7=!0}}}}}}}}}}else return!1;var valid0=_errs58===errors}else var valid0=!0;if(valid0)if(data.why!==void 0){const _errs84=errors;if(typeof data.why!="string")return!1;var valid0=_errs84===errors}else var valid0=!0}}}}}}}}}}}}}else return!1;return validate36.errors=vErrors,errors===0}function validate35(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.version===void 0&&(missing0="version")||data.plan===void 0&&(missing0="plan")||data.artifacts===void 0&&(missing0="artifacts")||data.texts===void 0&&(missing0="texts")||data.records===void 0&&(missing0="records")||data.findings===void 0&&(missing0="findings")||data.digest===void 0&&(missing0="digest"))return!1;{const _errs1=errors;for(const key0 in data)if(!func26.call(schema49.properties,key0))return!1;if(_errs1===errors){if(data.version!==void 0){const _errs2=errors;if(data.version!==1)return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.plan!==void 0){let data1=data.plan;const _errs3=errors;if(errors===_errs3)if(data1&&typeof data1=="object"&&!Array.isArray(data1)){let missing1;if(data1.index===void 0&&(missing1="index")||data1.count===void 0&&(missing1="count")||data1.engine===void 0&&(missing1="engine")||data1.policy_sha256===void 0&&(missing1="policy_sha256")||data1.settings===void 0&&(missing1="settings")||data1.artifacts===void 0&&(missing1="artifacts"))return!1;{const _errs5=errors;for(const key1 in data1)if(!(key1==="index"||key1==="count"||key1==="engine"||key1==="policy_sha256"||key1==="settings"||key1==="artifacts"))return!1;if(_errs5===errors){if(data1.index!==void 0){let data2=data1.index;const _errs6=errors;if(!(typeof data2=="number"&&!(data2%1)&&!isNaN(data2))||errors===_errs6&&typeof data2=="number"&&(data2<1||isNaN(data2)))return!1;var valid1=_errs6===errors}else var valid1=!0;if(valid1){if(data1.count!==void 0){let data3=data1.count;const _errs8=errors;if(!(typeof data3=="number"&&!(data3%1)&&!isNaN(data3))||errors===_errs8&&typeof data3=="number"&&(data3<1||isNaN(data3)))return!1;var valid1=_errs8===errors}else var valid1=!0;if(valid1){if(data1.engine!==void 0){let data4=data1.engine;const _errs10=errors;if(errors===_errs10)if(typeof data4=="string"){if(data4.length<1)return!1}else return!1;var valid1=_errs10===errors}else var valid1=!0;if(valid1){if(data1.policy_sha256!==void 0){let data5=data1.policy_sha256;const _errs12=errors;if(typeof data5!="string"&&data5!==null||errors===_errs12&&typeof data5=="string"&&!pattern11.test(data5))return!1;var valid1=_errs12===errors}else var valid1=!0;if(valid1){if(data1.settings!==void 0){let data6=data1.settings;const _errs14=errors;if(errors===_errs14)if(typeof data6=="string"){if(!pattern11.test(data6))return!1}else return!1;var valid1=_errs14===errors}else var valid1=!0;if(valid1)if(data1.artifacts!==void 0){let data7=data1.artifacts;const _errs16=errors;if(errors===_errs16)if(typeof data7=="string"){if(!pattern11.test(data7))return!1}else return!1;var valid1=_errs16===errors}else var valid1=!0}}}}}}}else return!1;var valid0=_errs3===errors}else var valid0=!0;if(valid0){if(data.incomplete!==void 0){const _errs18=errors;if(data.incomplete!==!0)return!1;var valid0=_errs18===errors}else var valid0=!0;if(valid0){if(data.artifacts!==void 0){let data9=data.artifacts;const _errs19=errors;if(errors===_errs19)if(Array.isArray(data9)){var valid2=!0;const len0=data9.length;for(let i0=0;i0<len0;i0++){const _errs21=errors;validate36(data9[i0],{instancePath:instancePath+"/artifacts/"+i0,parentData:data9,parentDataProperty:i0,rootData})||errors++;var valid2=_errs21===errors;if(!valid2)break}}else return!1;var valid0=_errs19===errors}else var valid0=!0;if(valid0){if(data.texts!==void 0){let data11=data.texts;const _errs22=errors;if(errors===_errs22)if(Array.isArray(data11)){var valid3=!0;const len1=data11.length;for(let i1=0;i1<len1;i1++){const _errs24=errors;if(typeof data11[i1]!="string")return!1;var valid3=_errs24===errors;if(!valid3)break}}else return!1;var valid0=_errs22===errors}else var valid0=!0;if(valid0){if(data.records!==void 0){let data13=data.records;const _errs26=errors;if(errors===_errs26)if(Array.isArray(data13)){var valid4=!0;const len2=data13.length;for(let i2=0;i2<len2;i2++){let data14=data13[i2];const _errs28=errors;if(errors===_errs28)if(Array.isArray(data14)){if(data14.length>15)return!1;if(data14.length<15)return!1;{const len3=data14.length;if(len3>0){let data15=data14[0];const _errs30=errors;if(!(typeof data15=="number"&&!(data15%1)&&!isNaN(data15))||errors===_errs30&&typeof data15=="number"&&(data15<0||isNaN(data15)))return!1;var valid5=_errs30===errors}if(valid5){if(len3>1){let data16=data14[1];const _errs32=errors;if(!(typeof data16=="number"&&!(data16%1)&&!isNaN(data16))||errors===_errs32&&typeof data16=="number"&&(data16<-1||isNaN(data16)))return!1;var valid5=_errs32===errors}if(valid5){if(len3>2){let data17=data14[2];const _errs34=errors;if(!(typeof data17=="number"&&!(data17%1)&&!isNaN(data17))||errors===_errs34&&typeof data17=="number"&&(data17<0||isNaN(data17)))return!1;var valid5=_errs34===errors}if(valid5){if(len3>3){let data18=data14[3];const _errs36=errors;if(!(typeof data18=="number"&&!(data18%1)&&!isNaN(data18))||errors===_errs36&&typeof data18=="number"&&(data18<0||isNaN(data18)))return!1;var valid5=_errs36===errors}if(valid5){if(len3>4){const _errs38=errors;if(typeof data14[4]!="string")return!1;var valid5=_errs38===errors}if(valid5){if(len3>5){let data20=data14[5];const _errs40=errors;if(!(typeof data20=="number"&&!(data20%1)&&!isNaN(data20))||errors===_errs40&&typeof data20=="number"&&(data20<0||isNaN(data20)))return!1;var valid5=_errs40===errors}if(valid5){if(len3>6){let data21=data14[6];const _errs42=errors;if(!(typeof data21=="number"&&!(data21%1)&&!isNaN(data21))||errors===_errs42&&typeof data21=="number"&&(data21<0||isNaN(data21)))return!1;var valid5=_errs42===errors}if(valid5){if(len3>7){let data22=data14[7];const _errs44=errors;if(!(typeof data22=="number"&&!(data22%1)&&!isNaN(data22))||errors===_errs44&&typeof data22=="number"&&(data22<-1||isNaN(data22)))return!1;var valid5=_errs44===errors}if(valid5){if(len3>8){const _errs46=errors;if(typeof data14[8]!="string")return!1;var valid5=_errs46===errors}if(valid5){if(len3>9){const _errs48=errors;if(typeof data14[9]!="string")return!1;var valid5=_errs48===errors}if(valid5){if(len3>10){let data25=data14[10];const _errs50=errors;if(typeof data25!="string"&&!(typeof data25=="number"&&!(data25%1)&&!isNaN(data25)))return!1;var valid5=_errs50===errors}if(valid5){if(len3>11){let data26=data14[11];const _errs52=errors;if(!(typeof data26=="number"&&!(data26%1)&&!isNaN(data26)))return!1;if(errors===_errs52&&typeof data26=="number"){if(data26>3||isNaN(data26))return!1;if(data26<0||isNaN(data26))return!1}var valid5=_errs52===errors}if(valid5){if(len3>12){let data27=data14[12];const _errs54=errors;if(!(typeof data27=="number"&&!(data27%1)&&!isNaN(data27))||errors===_errs54&&typeof data27=="number"&&(data27<-1||isNaN(data27)))return!1;var valid5=_errs54===errors}if(valid5){if(len3>13){let data28=data14[13];const _errs56=errors;if(!(typeof data28=="number"&&!(data28%1)&&!isNaN(data28)))return!1;if(errors===_errs56&&typeof data28=="number"){if(data28>1||isNaN(data28))return!1;if(data28<0||isNaN(data28))return!1}var valid5=_errs56===errors}if(valid5&&len3>14){let data29=data14[14];const _errs58=errors,_errs59=errors;if(!(data29&&typeof data29=="object"&&!Array.isArray(data29))&&data29!==null)return!1;if(errors===_errs59&&data29&&typeof data29=="object"&&!Array.isArray(data29)){const _errs61=errors;for(const key2 in data29)if(!func26.call(schema53.properties,key2))return!1;if(_errs61===errors){if(data29.claimed!==void 0){const _errs62=errors;if(typeof data29.claimed!="string")return!1;var valid7=_errs62===errors}else var valid7=!0;if(valid7){if(data29.links!==void 0){let data31=data29.links;const _errs64=errors;if(errors===_errs64)if(Array.isArray(data31)){var valid8=!0;const len4=data31.length;for(let i3=0;i3<len4;i3++){let data32=data31[i3];const _errs66=errors;if(errors===_errs66)if(Array.isArray(data32)){if(data32.length>3)return!1;if(data32.length<3)return!1;{var valid9=!0;const len5=data32.length;for(let i4=0;i4<len5;i4++){const _errs68=errors;if(typeof data32[i4]!="string")return!1;var valid9=_errs68===errors;if(!valid9)break}}}else return!1;var valid8=_errs66===errors;if(!valid8)break}}else return!1;var valid7=_errs64===errors}else var valid7=!0;if(valid7){if(data29.missing!==void 0){let data34=data29.missing;const _errs70=errors;if(errors===_errs70)if(Array.isArray(data34)){var valid10=!0;const len6=data34.length;for(let i5=0;i5<len6;i5++){const _errs72=errors;if(typeof data34[i5]!="string")return!1;var valid10=_errs72===errors;if(!valid10)break}}else return!1;var valid7=_errs70===errors}else var valid7=!0;if(valid7){if(data29.rules!==void 0){let data36=data29.rules;const _errs74=errors;if(errors===_errs74)if(Array.isArray(data36)){var valid11=!0;const len7=data36.length;for(let i6=0;i6<len7;i6++){let data37=data36[i6];const _errs76=errors;if(errors===_errs76)if(data37&&typeof data37=="object"&&!Array.isArray(data37)){let missing2;if(data37.rule===void 0&&(missing2="rule"))return!1;{const _errs78=errors;for(const key3 in data37)if(!(key3==="rule"||key3==="failure"))return!1;if(_errs78===errors){if(data37.rule!==void 0){let data38=data37.rule;const _errs79=errors;if(!(typeof data38=="number"&&!(data38%1)&&!isNaN(data38))||errors===_errs79&&typeof data38=="number"&&(data38<0||isNaN(data38)))return!1;var valid12=_errs79===errors}else var valid12=!0;if(valid12)if(data37.failure!==void 0){let data39=data37.failure;const _errs81=errors;if(errors===_errs81)if(data39&&typeof data39=="object"&&!Array.isArray(data39)){let missing3;if(data39.message===void 0&&(missing3="message")||data39.pointer===void 0&&(missing3="pointer"))return!1;{const _errs83=errors;for(const key4 in data39)if(!(key4==="message"||key4==="pointer"))return!1;if(_errs83===errors){if(data39.message!==void 0){const _errs84=errors;if(typeof data39.message!="string")return!1;var valid13=_errs84===errors}else var valid13=!0;if(valid13)if(data39.pointer!==void 0){const _errs86=errors;if(typeof data39.pointer!="string")return!1;var valid13=_errs86===errors}else var valid13=!0}}}else return!1;var valid12=_errs81===errors}else var valid12=!0}}}else return!1;var valid11=_errs76===errors;if(!valid11)break}}else return!1;var valid7=_errs74===errors}else var valid7=!0;if(valid7){if(data29.approval_rules!==void 0){let data42=data29.approval_rules;const _errs88=errors;if(errors===_errs88)if(Array.isArray(data42)){var valid14=!0;const len8=data42.length;for(let i7=0;i7<len8;i7++){let data43=data42[i7];const _errs90=errors;if(!(typeof data43=="number"&&!(data43%1)&&!isNaN(data43))||errors===_errs90&&typeof data43=="number"&&(data43<0||isNaN(data43)))return!1;var valid14=_errs90===errors;if(!valid14)break}}else return!1;var valid7=_errs88===errors}else var valid7=!0;if(valid7){if(data29.asks!==void 0){const _errs92=errors;if(data29.asks!==!0)return!1;var valid7=_errs92===errors}else var valid7=!0;if(valid7){if(data29.intents!==void 0){let data45=data29.intents;const _errs93=errors;if(errors===_errs93)if(Array.isArray(data45)){var valid15=!0;const len9=data45.length;for(let i8=0;i8<len9;i8++){const _errs95=errors;if(typeof data45[i8]!="string")return!1;var valid15=_errs95===errors;if(!valid15)break}}else return!1;var valid7=_errs93===errors}else var valid7=!0;if(valid7){if(data29.approval!==void 0){let data47=data29.approval;const _errs97=errors;if(errors===_errs97)if(data47&&typeof data47=="object"&&!Array.isArray(data47)){let missing4;if(data47.names===void 0&&(missing4="names")||data47.denies===void 0&&(missing4="denies"))return!1;{const _errs99=errors;for(const key5 in data47)if(!(key5==="names"||key5==="denies"||key5==="expiresAt"))return!1;if(_errs99===errors){if(data47.names!==void 0){let data48=data47.names;const _errs100=errors;if(errors===_errs100)if(Array.isArray(data48)){var valid17=!0;const len10=data48.length;for(let i9=0;i9<len10;i9++){let data49=data48[i9];const _errs102=errors;if(errors===_errs102)if(data49&&typeof data49=="object"&&!Array.isArray(data49)){const _errs104=errors;for(const key6 in data49)if(!(key6==="id"||key6==="digest"||key6==="reference"))return!1;if(_errs104===errors){if(data49.id!==void 0){const _errs105=errors;if(typeof data49.id!="string")return!1;var valid18=_errs105===errors}else var valid18=!0;if(valid18){if(data49.digest!==void 0){const _errs107=errors;if(typeof data49.digest!="string")return!1;var valid18=_errs107===errors}else var valid18=!0;if(valid18)if(data49.reference!==void 0){const _errs109=errors;if(data49.reference!==!0)return!1;var valid18=_errs109===errors}else var valid18=!0}}}else return!1;var valid17=_errs102===errors;if(!valid17)break}}else return!1;var valid16=_errs100===errors}else var valid16=!0;if(valid16){if(data47.denies!==void 0){const _errs110=errors;if(typeof data47.denies!="boolean")return!1;var valid16=_errs110===errors}else var valid16=!0;if(valid16)if(data47.expiresAt!==void 0){let data54=data47.expiresAt;const _errs112=errors;if(typeof data54!="number"&&data54!==null)return!1;var valid16=_errs112===errors}else var valid16=!0}}}}else return!1;var valid7=_errs97===errors}else var valid7=!0;if(valid7)if(data29.test!==void 0){let data55=data29.test;const _errs114=errors;if(errors===_errs114)if(data55&&typeof data55=="object"&&!Array.isArray(data55)){let missing5;if(data55.name===void 0&&(missing5="name")||data55.outcome===void 0&&(missing5="outcome"))return!1;{const _errs116=errors;for(const key7 in data55)if(!(key7==="name"||key7==="outcome"))return!1;if(_errs116===errors){if(data55.name!==void 0){const _errs117=errors;if(typeof data55.name!="string")return!1;var valid19=_errs117===errors}else var valid19=!0;if(valid19)if(data55.outcome!==void 0){const _errs119=errors;if(typeof data55.outcome!="string")return!1;var valid19=_errs119===errors}else var valid19=!0}}}else return!1;var valid7=_errs114===errors}else var valid7=!0}}}}}}}}}var valid5=_errs58===errors}}}}}}}}}}}}}}}}else return!1;var valid4=_errs28===errors;if(!valid4)break}}else return!1;var valid0=_errs26===errors}else var valid0=!0;if(valid0){if(data.findings!==void 0){let data58=data.findings;const _errs121=errors;if(errors===_errs121)if(Array.isArray(data58)){var valid20=!0;const len11=data58.length;for(let i10=0;i10<len11;i10++){let data59=data58[i10];const _errs123=errors;if(errors===errors)if(data59&&typeof data59=="object"&&!Array.isArray(data59)){let missing6;if(data59.code===void 0&&(missing6="code")||data59.severity===void 0&&(missing6="severity")||data59.exit_code===void 0&&(missing6="exit_code")||data59.message===void 0&&(missing6="message")||data59.artifact===void 0&&(missing6="artifact"))return!1;{const _errs126=errors;for(const key8 in data59)if(!func26.call(schema48.properties,key8))return!1;if(_errs126===errors){if(data59.code!==void 0){let data60=data59.code;const _errs127=errors;if(errors===_errs127)if(typeof data60=="string"){if(!pattern13.test(data60))return!1}else return!1;var valid22=_errs127===errors}else var valid22=!0;if(valid22){if(data59.severity!==void 0){let data61=data59.severity;const _errs129=errors;if(typeof data61!="string"||!(data61==="error"||data61==="warning"||data61==="notice"))return!1;var valid22=_errs129===errors}else var valid22=!0;if(valid22){if(data59.exit_code!==void 0){let data62=data59.exit_code;const _errs131=errors;if(!(typeof data62=="number"&&!(data62%1)&&!isNaN(data62)))return!1;if(errors===_errs131&&typeof data62=="number"){if(data62>8||isNaN(data62))return!1;if(data62<0||isNaN(data62))return!1}var valid22=_errs131===errors}else var valid22=!0;if(valid22){if(data59.message!==void 0){const _errs133=errors;if(typeof data59.message!="string")return!1;var valid22=_errs133===errors}else var valid22=!0;if(valid22){if(data59.artifact!==void 0){const _errs135=errors;if(typeof data59.artifact!="string")return!1;var valid22=_errs135===errors}else var valid22=!0;if(valid22){if(data59.line!==void 0){let data65=data59.line;const _errs137=errors;if(!(typeof data65=="number"&&!(data65%1)&&!isNaN(data65))||errors===_errs137&&typeof data65=="number"&&(data65<1||isNaN(data65)))return!1;var valid22=_errs137===errors}else var valid22=!0;if(valid22){if(data59.column!==void 0){let data66=data59.column;const _errs139=errors;if(!(typeof data66=="number"&&!(data66%1)&&!isNaN(data66))||errors===_errs139&&typeof data66=="number"&&(data66<1||isNaN(data66)))return!1;var valid22=_errs139===errors}else var valid22=!0;if(valid22){if(data59.end_line!==void 0){let data67=data59.end_line;const _errs141=errors;if(!(typeof data67=="number"&&!(data67%1)&&!isNaN(data67))||errors===_errs141&&typeof data67=="number"&&(data67<1||isNaN(data67)))return!1;var valid22=_errs141===errors}else var valid22=!0;if(valid22){if(data59.pointer!==void 0){const _errs143=errors;if(typeof data59.pointer!="string")return!1;var valid22=_errs143===errors}else var valid22=!0;if(valid22){if(data59.record_id!==void 0){const _errs145=errors;if(typeof data59.record_id!="string")return!1;var valid22=_errs145===errors}else var valid22=!0;if(valid22)if(data59.entry!==void 0){const _errs147=errors;if(typeof data59.entry!="string")return!1;var valid22=_errs147===errors}else var valid22=!0}}}}}}}}}}}}else return!1;var valid20=_errs123===errors;if(!valid20)break}}else return!1;var valid0=_errs121===errors}else var valid0=!0;if(valid0){if(data.digest!==void 0){let data71=data.digest;const _errs149=errors;if(errors===_errs149)if(typeof data71=="string"){if(!pattern11.test(data71))return!1}else return!1;var valid0=_errs149===errors}else var valid0=!0;if(valid0)if(data.dropped!==void 0){let data72=data.dropped;const _errs151=errors;if(errors===_errs151)if(Array.isArray(data72)){var valid23=!0;const len12=data72.length;for(let i11=0;i11<len12;i11++){const _errs153=errors;if(typeof data72[i11]!="string")return!1;var valid23=_errs153===errors;if(!valid23)break}}else return!1;var valid0=_errs151===errors}else var valid0=!0}}}}}}}}}}else return!1;return validate35.errors=vErrors,errors===0}function validate34(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.schema===void 0&&(missing0="schema")||data.tool===void 0&&(missing0="tool")||data.outcome===void 0&&(missing0="outcome")||data.exit_code===void 0&&(missing0="exit_code")||data.policy_sha256===void 0&&(missing0="policy_sha256")||data.summary===void 0&&(missing0="summary")||data.artifacts===void 0&&(missing0="artifacts")||data.requirements===void 0&&(missing0="requirements")||data.findings===void 0&&(missing0="findings"))return!1;{const _errs1=errors;for(const key0 in data)if(!func26.call(schema44.properties,key0))return!1;if(_errs1===errors){if(data.schema!==void 0){const _errs2=errors;if(data.schema!=="gate-report-v1")return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0){if(data.tool!==void 0){let data1=data.tool;const _errs3=errors;if(errors===_errs3)if(data1&&typeof data1=="object"&&!Array.isArray(data1)){let missing1;if(data1.name===void 0&&(missing1="name")||data1.version===void 0&&(missing1="version"))return!1;{const _errs5=errors;for(const key1 in data1)if(!(key1==="name"||key1==="version"))return!1;if(_errs5===errors){if(data1.name!==void 0){const _errs6=errors;if(data1.name!=="proof-verify")return!1;var valid1=_errs6===errors}else var valid1=!0;if(valid1)if(data1.version!==void 0){let data3=data1.version;const _errs7=errors;if(errors===_errs7)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid1=_errs7===errors}else var valid1=!0}}}else return!1;var valid0=_errs3===errors}else var valid0=!0;if(valid0){if(data.outcome!==void 0){let data4=data.outcome;const _errs9=errors;if(typeof data4!="string"||!(data4==="passed"||data4==="failed"||data4==="warned"))return!1;var valid0=_errs9===errors}else var valid0=!0;if(valid0){if(data.exit_code!==void 0){let data5=data.exit_code;const _errs11=errors;if(!(typeof data5=="number"&&!(data5%1)&&!isNaN(data5)))return!1;if(errors===_errs11&&typeof data5=="number"){if(data5>8||isNaN(data5))return!1;if(data5<0||isNaN(data5))return!1}var valid0=_errs11===errors}else var valid0=!0;if(valid0){if(data.incomplete!==void 0){const _errs13=errors;if(data.incomplete!==!0)return!1;var valid0=_errs13===errors}else var valid0=!0;if(valid0){if(data.policy_sha256!==void 0){let data7=data.policy_sha256;const _errs14=errors;if(typeof data7!="string"&&data7!==null||errors===_errs14&&typeof data7=="string"&&!pattern11.test(data7))return!1;var valid0=_errs14===errors}else var valid0=!0;if(valid0){if(data.summary!==void 0){let data8=data.summary;const _errs16=errors;if(errors===_errs16)if(data8&&typeof data8=="object"&&!Array.isArray(data8)){let missing2;if(data8.artifacts===void 0&&(missing2="artifacts")||data8.verified===void 0&&(missing2="verified")||data8.failed===void 0&&(missing2="failed")||data8.warned===void 0&&(missing2="warned")||data8.records===void 0&&(missing2="records")||data8.signatures===void 0&&(missing2="signatures")||data8.findings===void 0&&(missing2="findings"))return!1;{const _errs18=errors;for(const key2 in data8)if(!(key2==="artifacts"||key2==="verified"||key2==="failed"||key2==="warned"||key2==="records"||key2==="signatures"||key2==="findings"))return!1;if(_errs18===errors){if(data8.artifacts!==void 0){let data9=data8.artifacts;const _errs19=errors;if(!(typeof data9=="number"&&!(data9%1)&&!isNaN(data9))||errors===_errs19&&typeof data9=="number"&&(data9<0||isNaN(data9)))return!1;var valid2=_errs19===errors}else var valid2=!0;if(valid2){if(data8.verified!==void 0){let data10=data8.verified;const _errs21=errors;if(!(typeof data10=="number"&&!(data10%1)&&!isNaN(data10))||errors===_errs21&&typeof data10=="number"&&(data10<0||isNaN(data10)))return!1;var valid2=_errs21===errors}else var valid2=!0;if(valid2){if(data8.failed!==void 0){let data11=data8.failed;const _errs23=errors;if(!(typeof data11=="number"&&!(data11%1)&&!isNaN(data11))||errors===_errs23&&typeof data11=="number"&&(data11<0||isNaN(data11)))return!1;var valid2=_errs23===errors}else var valid2=!0;if(valid2){if(data8.warned!==void 0){let data12=data8.warned;const _errs25=errors;if(!(typeof data12=="number"&&!(data12%1)&&!isNaN(data12))||errors===_errs25&&typeof data12=="number"&&(data12<0||isNaN(data12)))return!1;var valid2=_errs25===errors}else var valid2=!0;if(valid2){if(data8.records!==void 0){let data13=data8.records;const _errs27=errors;if(!(typeof data13=="number"&&!(data13%1)&&!isNaN(data13))||errors===_errs27&&typeof data13=="number"&&(data13<0||isNaN(data13)))return!1;var valid2=_errs27===errors}else var valid2=!0;if(valid2){if(data8.signatures!==void 0){let data14=data8.signatures;const _errs29=errors;if(!(typeof data14=="number"&&!(data14%1)&&!isNaN(data14))||errors===_errs29&&typeof data14=="number"&&(data14<0||isNaN(data14)))return!1;var valid2=_errs29===errors}else var valid2=!0;if(valid2)if(data8.findings!==void 0){let data15=data8.findings;const _errs31=errors;if(errors===_errs31)if(data15&&typeof data15=="object"&&!Array.isArray(data15)){let missing3;if(data15.errors===void 0&&(missing3="errors")||data15.warnings===void 0&&(missing3="warnings")||data15.notices===void 0&&(missing3="notices"))return!1;{const _errs33=errors;for(const key3 in data15)if(!(key3==="errors"||key3==="warnings"||key3==="notices"))return!1;if(_errs33===errors){if(data15.errors!==void 0){let data16=data15.errors;const _errs34=errors;if(!(typeof data16=="number"&&!(data16%1)&&!isNaN(data16))||errors===_errs34&&typeof data16=="number"&&(data16<0||isNaN(data16)))return!1;var valid3=_errs34===errors}else var valid3=!0;if(valid3){if(data15.warnings!==void 0){let data17=data15.warnings;const _errs36=errors;if(!(typeof data17=="number"&&!(data17%1)&&!isNaN(data17))||errors===_errs36&&typeof data17=="number"&&(data17<0||isNaN(data17)))return!1;var valid3=_errs36===errors}else var valid3=!0;if(valid3)if(data15.notices!==void 0){let data18=data15.notices;const _errs38=errors;if(!(typeof data18=="number"&&!(data18%1)&&!isNaN(data18))||errors===_errs38&&typeof data18=="number"&&(data18<0||isNaN(data18)))return!1;var valid3=_errs38===errors}else var valid3=!0}}}}else return!1;var valid2=_errs31===errors}else var valid2=!0}}}}}}}}else return!1;var valid0=_errs16===errors}else var valid0=!0;if(valid0){if(data.artifacts!==void 0){let data19=data.artifacts;const _errs40=errors;if(errors===_errs40)if(Array.isArray(data19)){var valid4=!0;const len0=data19.length;for(let i0=0;i0<len0;i0++){let data20=data19[i0];const _errs42=errors;if(errors===errors)if(data20&&typeof data20=="object"&&!Array.isArray(data20)){let missing4;if(data20.path===void 0&&(missing4="path")||data20.kind===void 0&&(missing4="kind")||data20.sha256===void 0&&(missing4="sha256")||data20.bytes===void 0&&(missing4="bytes")||data20.outcome===void 0&&(missing4="outcome")||data20.records===void 0&&(missing4="records")||data20.signatures===void 0&&(missing4="signatures")||data20.why===void 0&&(missing4="why"))return!1;{const _errs45=errors;for(const key4 in data20)if(!func26.call(schema45.properties,key4))return!1;if(_errs45===errors){if(data20.path!==void 0){const _errs46=errors;if(typeof data20.path!="string")return!1;var valid6=_errs46===errors}else var valid6=!0;if(valid6){if(data20.kind!==void 0){let data22=data20.kind;const _errs48=errors;if(typeof data22!="string"||!(data22==="record"||data22==="chain"||data22==="chain_directory"||data22==="stream"||data22==="bundle"||data22==="gait_pack"||data22==="gait_guard_pack"||data22==="gait_runpack"||data22==="gait_signed_json"||data22==="revocation_list"||data22==="record_types"||data22==="governance_event"||data22==="unknown"))return!1;var valid6=_errs48===errors}else var valid6=!0;if(valid6){if(data20.sha256!==void 0){let data23=data20.sha256;const _errs50=errors;if(typeof data23!="string"&&data23!==null||errors===_errs50&&typeof data23=="string"&&!pattern11.test(data23))return!1;var valid6=_errs50===errors}else var valid6=!0;if(valid6){if(data20.bytes!==void 0){let data24=data20.bytes;const _errs52=errors;if(!(typeof data24=="number"&&!(data24%1)&&!isNaN(data24))||errors===_errs52&&typeof data24=="number"&&(data24<0||isNaN(data24)))return!1;var valid6=_errs52===errors}else var valid6=!0;if(valid6){if(data20.outcome!==void 0){let data25=data20.outcome;const _errs54=errors;if(typeof data25!="string"||!(data25==="verified"||data25==="failed"||data25==="warned"))return!1;var valid6=_errs54===errors}else var valid6=!0;if(valid6){if(data20.records!==void 0){let data26=data20.records;const _errs56=errors;if(!(typeof data26=="number"&&!(data26%1)&&!isNaN(data26))||errors===_errs56&&typeof data26=="number"&&(data26<0||isNaN(data26)))return!1;var valid6=_errs56===errors}else var valid6=!0;if(valid6){if(data20.head_hash!==void 0){const _errs58=errors;if(typeof data20.head_hash!="string")return!1;var valid6=_errs58===errors}else var valid6=!0;if(valid6){if(data20.signatures!==void 0){let data28=data20.signatures;const _errs60=errors;if(errors===_errs60)if(data28&&typeof data28=="object"&&!Array.isArray(data28)){let missing5;if(data28.required===void 0&&(missing5="required")||data28.verified===void 0&&(missing5="verified")||data28.key_ids===void 0&&(missing5="key_ids"))return!1;{const _errs62=errors;for(const key5 in data28)if(!(key5==="required"||key5==="verified"||key5==="key_ids"))return!1;if(_errs62===errors){if(data28.required!==void 0){const _errs63=errors;if(typeof data28.required!="boolean")return!1;var valid7=_errs63===errors}else var valid7=!0;if(valid7){if(data28.verified!==void 0){let data30=data28.verified;const _errs65=errors;if(!(typeof data30=="number"&&!(data30%1)&&!isNaN(data30))||errors===_errs65&&typeof data30=="number"&&(data30<0||isNaN(data30)))return!1;var valid7=_errs65===errors}else var valid7=!0;if(valid7)if(data28.key_ids!==void 0){let data31=data28.key_ids;const _errs67=errors;if(errors===_errs67)if(Array.isArray(data31)){var valid8=!0;const len1=data31.length;for(let i1=0;i1<len1;i1++){const _errs69=errors;if(typeof data31[i1]!="string")return!1;var valid8=_errs69===errors;if(!valid8)break}}else return!1;var valid7=_errs67===errors}else var valid7=!0}}}}else return!1;var valid6=_errs60===errors}else var valid6=!0;if(valid6){if(data20.more_findings!==void 0){let data33=data20.more_findings;const _errs71=errors;if(!(typeof data33=="number"&&!(data33%1)&&!isNaN(data33))||errors===_errs71&&typeof data33=="number"&&(data33<0||isNaN(data33)))return!1;var valid6=_errs71===errors}else var valid6=!0;if(valid6)if(data20.why!==void 0){const _errs73=errors;if(typeof data20.why!="string")return!1;var valid6=_errs73===errors}else var valid6=!0}}}}}}}}}}}else return!1;var valid4=_errs42===errors;if(!valid4)break}}else return!1;var valid0=_errs40===errors}else var valid0=!0;if(valid0){if(data.requirements!==void 0){let data35=data.requirements;const _errs75=errors;if(errors===_errs75)if(Array.isArray(data35)){var valid9=!0;const len2=data35.length;for(let i2=0;i2<len2;i2++){let data36=data35[i2];const _errs77=errors;if(errors===errors)if(data36&&typeof data36=="object"&&!Array.isArray(data36)){let missing6;if(data36.id===void 0&&(missing6="id")||data36.satisfied===void 0&&(missing6="satisfied")||data36.required===void 0&&(missing6="required")||data36.found===void 0&&(missing6="found"))return!1;{const _errs80=errors;for(const key6 in data36)if(!(key6==="id"||key6==="satisfied"||key6==="required"||key6==="found"||key6==="detail"))return!1;if(_errs80===errors){if(data36.id!==void 0){let data37=data36.id;const _errs81=errors;if(errors===_errs81)if(typeof data37=="string"){if(data37.length<1)return!1}else return!1;var valid11=_errs81===errors}else var valid11=!0;if(valid11){if(data36.satisfied!==void 0){const _errs83=errors;if(typeof data36.satisfied!="boolean")return!1;var valid11=_errs83===errors}else var valid11=!0;if(valid11){if(data36.required!==void 0){let data39=data36.required;const _errs85=errors;if(errors===_errs85)if(typeof data39=="number"){if(data39<0||isNaN(data39))return!1}else return!1;var valid11=_errs85===errors}else var valid11=!0;if(valid11){if(data36.found!==void 0){let data40=data36.found;const _errs87=errors;if(errors===_errs87)if(typeof data40=="number"){if(data40<0||isNaN(data40))return!1}else return!1;var valid11=_errs87===errors}else var valid11=!0;if(valid11)if(data36.detail!==void 0){const _errs89=errors;if(typeof data36.detail!="string")return!1;var valid11=_errs89===errors}else var valid11=!0}}}}}}else return!1;var valid9=_errs77===errors;if(!valid9)break}}else return!1;var valid0=_errs75===errors}else var valid0=!0;if(valid0){if(data.coverage!==void 0){let data42=data.coverage;const _errs91=errors;if(errors===_errs91)if(Array.isArray(data42)){var valid12=!0;const len3=data42.length;for(let i3=0;i3<len3;i3++){let data43=data42[i3];const _errs93=errors;if(errors===errors)if(data43&&typeof data43=="object"&&!Array.isArray(data43)){let missing7;if(data43.framework===void 0&&(missing7="framework")||data43.version===void 0&&(missing7="version")||data43.title===void 0&&(missing7="title")||data43.covered===void 0&&(missing7="covered")||data43.total===void 0&&(missing7="total")||data43.controls===void 0&&(missing7="controls"))return!1;{const _errs96=errors;for(const key7 in data43)if(!(key7==="framework"||key7==="version"||key7==="title"||key7==="covered"||key7==="total"||key7==="controls"))return!1;if(_errs96===errors){if(data43.framework!==void 0){let data44=data43.framework;const _errs97=errors;if(errors===_errs97)if(typeof data44=="string"){if(data44.length<1)return!1}else return!1;var valid14=_errs97===errors}else var valid14=!0;if(valid14){if(data43.version!==void 0){let data45=data43.version;const _errs99=errors;if(errors===_errs99)if(typeof data45=="string"){if(data45.length<1)return!1}else return!1;var valid14=_errs99===errors}else var valid14=!0;if(valid14){if(data43.title!==void 0){let data46=data43.title;const _errs101=errors;if(errors===_errs101)if(typeof data46=="string"){if(data46.length<1)return!1}else return!1;var valid14=_errs101===errors}else var valid14=!0;if(valid14){if(data43.covered!==void 0){let data47=data43.covered;const _errs103=errors;if(!(typeof data47=="number"&&!(data47%1)&&!isNaN(data47))||errors===_errs103&&typeof data47=="number"&&(data47<0||isNaN(data47)))return!1;var valid14=_errs103===errors}else var valid14=!0;if(valid14){if(data43.total!==void 0){let data48=data43.total;const _errs105=errors;if(!(typeof data48=="number"&&!(data48%1)&&!isNaN(data48))||errors===_errs105&&typeof data48=="number"&&(data48<0||isNaN(data48)))return!1;var valid14=_errs105===errors}else var valid14=!0;if(valid14)if(data43.controls!==void 0){let data49=data43.controls;const _errs107=errors;if(errors===_errs107)if(Array.isArray(data49)){var valid15=!0;const len4=data49.length;for(let i4=0;i4<len4;i4++){let data50=data49[i4];const _errs109=errors;if(errors===_errs109)if(data50&&typeof data50=="object"&&!Array.isArray(data50)){let missing8;if(data50.id===void 0&&(missing8="id")||data50.title===void 0&&(missing8="title")||data50.covered===void 0&&(missing8="covered"))return!1;{const _errs111=errors;for(const key8 in data50)if(!(key8==="id"||key8==="title"||key8==="covered"))return!1;if(_errs111===errors){if(data50.id!==void 0){let data51=data50.id;const _errs112=errors;if(errors===_errs112)if(typeof data51=="string"){if(data51.length<1)return!1}else return!1;var valid16=_errs112===errors}else var valid16=!0;if(valid16){if(data50.title!==void 0){let data52=data50.title;const _errs114=errors;if(errors===_errs114)if(typeof data52=="string"){if(data52.length<1)return!1}else return!1;var valid16=_errs114===errors}else var valid16=!0;if(valid16)if(data50.covered!==void 0){const _errs116=errors;if(typeof data50.covered!="boolean")return!1;var valid16=_errs116===errors}else var valid16=!0}}}}else return!1;var valid15=_errs109===errors;if(!valid15)break}}else return!1;var valid14=_errs107===errors}else var valid14=!0}}}}}}}else return!1;var valid12=_errs93===errors;if(!valid12)break}}else return!1;var valid0=_errs91===errors}else var valid0=!0;if(valid0){if(data.findings!==void 0){let data54=data.findings;const _errs118=errors;if(errors===_errs118)if(Array.isArray(data54)){var valid17=!0;const len5=data54.length;for(let i5=0;i5<len5;i5++){let data55=data54[i5];const _errs120=errors;if(errors===errors)if(data55&&typeof data55=="object"&&!Array.isArray(data55)){let missing9;if(data55.code===void 0&&(missing9="code")||data55.severity===void 0&&(missing9="severity")||data55.exit_code===void 0&&(missing9="exit_code")||data55.message===void 0&&(missing9="message")||data55.artifact===void 0&&(missing9="artifact"))return!1;{const _errs123=errors;for(const key9 in data55)if(!func26.call(schema48.properties,key9))return!1;if(_errs123===errors){if(data55.code!==void 0){let data56=data55.code;const _errs124=errors;if(errors===_errs124)if(typeof data56=="string"){if(!pattern13.test(data56))return!1}else return!1;var valid19=_errs124===errors}else var valid19=!0;if(valid19){if(data55.severity!==void 0){let data57=data55.severity;const _errs126=errors;if(typeof data57!="string"||!(data57==="error"||data57==="warning"||data57==="notice"))return!1;var valid19=_errs126===errors}else var valid19=!0;if(valid19){if(data55.exit_code!==void 0){let data58=data55.exit_code;const _errs128=errors;if(!(typeof data58=="number"&&!(data58%1)&&!isNaN(data58)))return!1;if(errors===_errs128&&typeof data58=="number"){if(data58>8||isNaN(data58))return!1;if(data58<0||isNaN(data58))return!1}var valid19=_errs128===errors}else var valid19=!0;if(valid19){if(data55.message!==void 0){const _errs130=errors;if(typeof data55.message!="string")return!1;var valid19=_errs130===errors}else var valid19=!0;if(valid19){if(data55.artifact!==void 0){const _errs132=errors;if(typeof data55.artifact!="string")return!1;var valid19=_errs132===errors}else var valid19=!0;if(valid19){if(data55.line!==void 0){let data61=data55.line;const _errs134=errors;if(!(typeof data61=="number"&&!(data61%1)&&!isNaN(data61))||errors===_errs134&&typeof data61=="number"&&(data61<1||isNaN(data61)))return!1;var valid19=_errs134===errors}else var valid19=!0;if(valid19){if(data55.column!==void 0){let data62=data55.column;const _errs136=errors;if(!(typeof data62=="number"&&!(data62%1)&&!isNaN(data62))||errors===_errs136&&typeof data62=="number"&&(data62<1||isNaN(data62)))return!1;var valid19=_errs136===errors}else var valid19=!0;if(valid19){if(data55.end_line!==void 0){let data63=data55.end_line;const _errs138=errors;if(!(typeof data63=="number"&&!(data63%1)&&!isNaN(data63))||errors===_errs138&&typeof data63=="number"&&(data63<1||isNaN(data63)))return!1;var valid19=_errs138===errors}else var valid19=!0;if(valid19){if(data55.pointer!==void 0){const _errs140=errors;if(typeof data55.pointer!="string")return!1;var valid19=_errs140===errors}else var valid19=!0;if(valid19){if(data55.record_id!==void 0){const _errs142=errors;if(typeof data55.record_id!="string")return!1;var valid19=_errs142===errors}else var valid19=!0;if(valid19)if(data55.entry!==void 0){const _errs144=errors;if(typeof data55.entry!="string")return!1;var valid19=_errs144===errors}else var valid19=!0}}}}}}}}}}}}else return!1;var valid17=_errs120===errors;if(!valid17)break}}else return!1;var valid0=_errs118===errors}else var valid0=!0;if(valid0)if(data.shard!==void 0){const _errs146=errors;validate35(data.shard,{instancePath:instancePath+"/shard",parentData:data,parentDataProperty:"shard",rootData})||errors++;var valid0=_errs146===errors}else var valid0=!0}}}}}}}}}}}}}else return!1;return validate34.errors=vErrors,errors===0}}),7451:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate39;const func4=__webpack_require__(2039).codePoints,formats0={"date-time":__webpack_require__(2039).isInstant}["date-time"];function validate39(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.event_id===void 0&&(missing0="event_id")||data.timestamp===void 0&&(missing0="timestamp")||data.event_type===void 0&&(missing0="event_type"))return!1;if(data.event_id!==void 0){let data0=data.event_id;const _errs1=errors;if(errors===_errs1)if(typeof data0=="string"){if(data0.length<1)return!1}else return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0){if(data.timestamp!==void 0){let data1=data.timestamp;const _errs3=errors;if(errors===_errs3&&errors===_errs3)if(typeof data1=="string"){if(!formats0(data1))return!1}else return!1;var valid0=_errs3===errors}else var valid0=!0;if(valid0){if(data.event_type!==void 0){let data2=data.event_type;const _errs5=errors;if(typeof data2!="string"||!(data2==="tool_gate"||data2==="permission_check"||data2==="approval_request"||data2==="policy_evaluation"||data2==="guardrail_activation"||data2==="script_evaluation"))return!1;var valid0=_errs5===errors}else var valid0=!0;if(valid0){if(data.agent_id!==void 0){let data3=data.agent_id;const _errs7=errors;if(errors===_errs7)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid0=_errs7===errors}else var valid0=!0;if(valid0){if(data.tool_name!==void 0){let data4=data.tool_name;const _errs9=errors;if(errors===_errs9)if(typeof data4=="string"){if(data4.length<1)return!1}else return!1;var valid0=_errs9===errors}else var valid0=!0;if(valid0){if(data.verdict!==void 0){let data5=data.verdict;const _errs11=errors;if(typeof data5!="string"||!(data5==="allow"||data5==="block"||data5==="dry_run"||data5==="require_approval"||data5==="pending"))return!1;var valid0=_errs11===errors}else var valid0=!0;if(valid0){if(data.context!==void 0){let data6=data.context;const _errs13=errors;if(!(data6&&typeof data6=="object"&&!Array.isArray(data6)))return!1;var valid0=_errs13===errors}else var valid0=!0;if(valid0)if(data.detail!==void 0){let data7=data.detail;const _errs15=errors;if(!(data7&&typeof data7=="object"&&!Array.isArray(data7)))return!1;var valid0=_errs15===errors}else var valid0=!0}}}}}}}else return!1;return validate39.errors=vErrors,errors===0}}),9150:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate40;const func4=__webpack_require__(2039).codePoints,formats0={"date-time":__webpack_require__(2039).isInstant}["date-time"],pattern2=new RegExp("^sha256:[a-f0-9]{64}$","u"),pattern23=new RegExp("^(base64|cosign):.+","u"),pattern24=new RegExp("^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$","u"),pattern1=new RegExp("^(sha256:)?[a-f0-9]{64}$","u"),func0=__webpack_require__(2039).firstRepeated;function validate41(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){if(data.parent_ref!==void 0){let data0=data.parent_ref;const _errs1=errors;if(errors===_errs1)if(data0&&typeof data0=="object"&&!Array.isArray(data0)){let missing0;if(data0.kind===void 0&&(missing0="kind")||data0.id===void 0&&(missing0="id"))return!1;if(data0.kind!==void 0){let data1=data0.kind;const _errs3=errors;if(typeof data1!="string")return!1;const _errs5=errors;let valid2=!1;const _errs6=errors;data1==="trace"||data1==="run"||data1==="session"||data1==="intent"||data1==="policy"||data1==="agent"||data1==="evidence"||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var _valid0=_errs6===errors;if(valid2=valid2||_valid0,!valid2){const _errs7=errors;typeof data1=="string"&&(pattern24.test(data1)||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++));var _valid0=_errs7===errors;valid2=valid2||_valid0}if(valid2)errors=_errs5,vErrors!==null&&(_errs5?vErrors.length=_errs5:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate41.errors=vErrors,!1;var valid1=_errs3===errors}else var valid1=!0;if(valid1)if(data0.id!==void 0){let data2=data0.id;const _errs9=errors;if(errors===_errs9)if(typeof data2=="string"){if(data2.length<1)return!1}else return!1;var valid1=_errs9===errors}else var valid1=!0}else return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0){if(data.entity_refs!==void 0){let data3=data.entity_refs;const _errs11=errors;if(errors===_errs11)if(Array.isArray(data3)){var valid4=!0;const len0=data3.length;for(let i0=0;i0<len0;i0++){let data4=data3[i0];const _errs13=errors;if(errors===_errs13)if(data4&&typeof data4=="object"&&!Array.isArray(data4)){let missing1;if(data4.kind===void 0&&(missing1="kind")||data4.id===void 0&&(missing1="id"))return!1;if(data4.kind!==void 0){let data5=data4.kind;const _errs15=errors;if(typeof data5!="string")return!1;const _errs17=errors;let valid6=!1;const _errs18=errors;data5==="agent"||data5==="tool"||data5==="resource"||data5==="policy"||data5==="run"||data5==="trace"||data5==="delegation"||data5==="evidence"||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var _valid1=_errs18===errors;if(valid6=valid6||_valid1,!valid6){const _errs19=errors;typeof data5=="string"&&(pattern24.test(data5)||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++));var _valid1=_errs19===errors;valid6=valid6||_valid1}if(valid6)errors=_errs17,vErrors!==null&&(_errs17?vErrors.length=_errs17:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate41.errors=vErrors,!1;var valid5=_errs15===errors}else var valid5=!0;if(valid5)if(data4.id!==void 0){let data6=data4.id;const _errs21=errors;if(errors===_errs21)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid5=_errs21===errors}else var valid5=!0}else return!1;var valid4=_errs13===errors;if(!valid4)break}if(valid4&&func0(data3)>=0)return!1}else return!1;var valid0=_errs11===errors}else var valid0=!0;if(valid0){if(data.policy_ref!==void 0){let data7=data.policy_ref;const _errs23=errors;if(errors===_errs23)if(data7&&typeof data7=="object"&&!Array.isArray(data7)){if(data7.policy_id!==void 0){let data8=data7.policy_id;const _errs25=errors;if(errors===_errs25)if(typeof data8=="string"){if(data8.length<1)return!1}else return!1;var valid8=_errs25===errors}else var valid8=!0;if(valid8){if(data7.policy_version!==void 0){let data9=data7.policy_version;const _errs27=errors;if(errors===_errs27)if(typeof data9=="string"){if(data9.length<1)return!1}else return!1;var valid8=_errs27===errors}else var valid8=!0;if(valid8){if(data7.policy_digest!==void 0){let data10=data7.policy_digest;const _errs29=errors;if(errors===_errs29)if(typeof data10=="string"){if(!pattern1.test(data10))return!1}else return!1;var valid8=_errs29===errors}else var valid8=!0;if(valid8)if(data7.matched_rule_ids!==void 0){let data11=data7.matched_rule_ids;const _errs31=errors;if(errors===_errs31)if(Array.isArray(data11)){var valid9=!0;const len1=data11.length;for(let i1=0;i1<len1;i1++){let data12=data11[i1];const _errs33=errors;if(errors===_errs33)if(typeof data12=="string"){if(data12.length<1)return!1}else return!1;var valid9=_errs33===errors;if(!valid9)break}if(valid9&&func0(data11)>=0)return!1}else return!1;var valid8=_errs31===errors}else var valid8=!0}}}else return!1;var valid0=_errs23===errors}else var valid0=!0;if(valid0){if(data.agent_chain!==void 0){let data13=data.agent_chain;const _errs35=errors;if(errors===_errs35)if(Array.isArray(data13)){var valid10=!0;const len2=data13.length;for(let i2=0;i2<len2;i2++){let data14=data13[i2];const _errs37=errors;if(errors===_errs37)if(data14&&typeof data14=="object"&&!Array.isArray(data14)){let missing2;if(data14.identity===void 0&&(missing2="identity")||data14.role===void 0&&(missing2="role"))return!1;if(data14.identity!==void 0){let data15=data14.identity;const _errs39=errors;if(errors===_errs39)if(typeof data15=="string"){if(data15.length<1)return!1}else return!1;var valid11=_errs39===errors}else var valid11=!0;if(valid11)if(data14.role!==void 0){let data16=data14.role;const _errs41=errors;if(typeof data16!="string"||!(data16==="requester"||data16==="delegator"||data16==="delegate"))return!1;var valid11=_errs41===errors}else var valid11=!0}else return!1;var valid10=_errs37===errors;if(!valid10)break}}else return!1;var valid0=_errs35===errors}else var valid0=!0;if(valid0){if(data.edges!==void 0){let data17=data.edges;const _errs43=errors;if(errors===_errs43)if(Array.isArray(data17)){var valid12=!0;const len3=data17.length;for(let i3=0;i3<len3;i3++){let data18=data17[i3];const _errs45=errors;if(errors===_errs45)if(data18&&typeof data18=="object"&&!Array.isArray(data18)){let missing3;if(data18.kind===void 0&&(missing3="kind")||data18.from===void 0&&(missing3="from")||data18.to===void 0&&(missing3="to"))return!1;if(data18.kind!==void 0){let data19=data18.kind;const _errs47=errors;if(typeof data19!="string")return!1;const _errs49=errors;let valid14=!1;const _errs50=errors;data19==="delegates_to"||data19==="calls"||data19==="governed_by"||data19==="targets"||data19==="derived_from"||data19==="emits_evidence"||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var _valid2=_errs50===errors;if(valid14=valid14||_valid2,!valid14){const _errs51=errors;typeof data19=="string"&&(pattern24.test(data19)||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++));var _valid2=_errs51===errors;valid14=valid14||_valid2}if(valid14)errors=_errs49,vErrors!==null&&(_errs49?vErrors.length=_errs49:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate41.errors=vErrors,!1;var valid13=_errs47===errors}else var valid13=!0;if(valid13){if(data18.from!==void 0){let data20=data18.from;const _errs53=errors;if(errors===errors)if(data20&&typeof data20=="object"&&!Array.isArray(data20)){let missing4;if(data20.kind===void 0&&(missing4="kind")||data20.id===void 0&&(missing4="id"))return!1;if(data20.kind!==void 0){let data21=data20.kind;const _errs56=errors;if(errors===_errs56)if(typeof data21=="string"){if(data21.length<1)return!1}else return!1;var valid17=_errs56===errors}else var valid17=!0;if(valid17)if(data20.id!==void 0){let data22=data20.id;const _errs58=errors;if(errors===_errs58)if(typeof data22=="string"){if(data22.length<1)return!1}else return!1;var valid17=_errs58===errors}else var valid17=!0}else return!1;var valid13=_errs53===errors}else var valid13=!0;if(valid13)if(data18.to!==void 0){let data23=data18.to;const _errs60=errors;if(errors===errors)if(data23&&typeof data23=="object"&&!Array.isArray(data23)){let missing5;if(data23.kind===void 0&&(missing5="kind")||data23.id===void 0&&(missing5="id"))return!1;if(data23.kind!==void 0){let data24=data23.kind;const _errs63=errors;if(errors===_errs63)if(typeof data24=="string"){if(data24.length<1)return!1}else return!1;var valid19=_errs63===errors}else var valid19=!0;if(valid19)if(data23.id!==void 0){let data25=data23.id;const _errs65=errors;if(errors===_errs65)if(typeof data25=="string"){if(data25.length<1)return!1}else return!1;var valid19=_errs65===errors}else var valid19=!0}else return!1;var valid13=_errs60===errors}else var valid13=!0}}else return!1;var valid12=_errs45===errors;if(!valid12)break}if(valid12&&func0(data17)>=0)return!1}else return!1;var valid0=_errs43===errors}else var valid0=!0;if(valid0){if(data.parent_record_id!==void 0){let data26=data.parent_record_id;const _errs67=errors;if(errors===_errs67)if(typeof data26=="string"){if(data26.length<1)return!1}else return!1;var valid0=_errs67===errors}else var valid0=!0;if(valid0){if(data.related_record_ids!==void 0){let data27=data.related_record_ids;const _errs69=errors;if(errors===_errs69)if(Array.isArray(data27)){var valid20=!0;const len4=data27.length;for(let i4=0;i4<len4;i4++){let data28=data27[i4];const _errs71=errors;if(errors===_errs71)if(typeof data28=="string"){if(data28.length<1)return!1}else return!1;var valid20=_errs71===errors;if(!valid20)break}if(valid20&&func0(data27)>=0)return!1}else return!1;var valid0=_errs69===errors}else var valid0=!0;if(valid0){if(data.related_entity_ids!==void 0){let data29=data.related_entity_ids;const _errs73=errors;if(errors===_errs73)if(Array.isArray(data29)){var valid21=!0;const len5=data29.length;for(let i5=0;i5<len5;i5++){let data30=data29[i5];const _errs75=errors;if(errors===_errs75)if(typeof data30=="string"){if(data30.length<1)return!1}else return!1;var valid21=_errs75===errors;if(!valid21)break}if(valid21&&func0(data29)>=0)return!1}else return!1;var valid0=_errs73===errors}else var valid0=!0;if(valid0)if(data.agent_lineage!==void 0){let data31=data.agent_lineage;const _errs77=errors;if(errors===_errs77)if(Array.isArray(data31)){var valid22=!0;const len6=data31.length;for(let i6=0;i6<len6;i6++){let data32=data31[i6];const _errs79=errors;if(errors===_errs79)if(data32&&typeof data32=="object"&&!Array.isArray(data32)){let missing6;if(data32.agent_id===void 0&&(missing6="agent_id"))return!1;if(data32.agent_id!==void 0){let data33=data32.agent_id;const _errs81=errors;if(errors===_errs81)if(typeof data33=="string"){if(data33.length<1)return!1}else return!1;var valid23=_errs81===errors}else var valid23=!0;if(valid23){if(data32.delegated_by!==void 0){let data34=data32.delegated_by;const _errs83=errors;if(errors===_errs83)if(typeof data34=="string"){if(data34.length<1)return!1}else return!1;var valid23=_errs83===errors}else var valid23=!0;if(valid23)if(data32.delegation_record_id!==void 0){let data35=data32.delegation_record_id;const _errs85=errors;if(errors===_errs85)if(typeof data35=="string"){if(data35.length<1)return!1}else return!1;var valid23=_errs85===errors}else var valid23=!0}}else return!1;var valid22=_errs79===errors;if(!valid22)break}}else return!1;var valid0=_errs77===errors}else var valid0=!0}}}}}}}}else return!1;return validate41.errors=vErrors,errors===0}function validate40(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_id===void 0&&(missing0="record_id")||data.record_version===void 0&&(missing0="record_version")||data.timestamp===void 0&&(missing0="timestamp")||data.source===void 0&&(missing0="source")||data.source_product===void 0&&(missing0="source_product")||data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event")||data.controls===void 0&&(missing0="controls")||data.integrity===void 0&&(missing0="integrity"))return!1;if(data.record_id!==void 0){let data0=data.record_id;const _errs1=errors;if(errors===_errs1)if(typeof data0=="string"){if(data0.length<1)return!1}else return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0){if(data.record_version!==void 0){let data1=data.record_version;const _errs3=errors;if(errors===_errs3)if(typeof data1=="string"){if(data1.length<1)return!1}else return!1;var valid0=_errs3===errors}else var valid0=!0;if(valid0){if(data.timestamp!==void 0){let data2=data.timestamp;const _errs5=errors;if(errors===_errs5&&errors===_errs5)if(typeof data2=="string"){if(!formats0(data2))return!1}else return!1;var valid0=_errs5===errors}else var valid0=!0;if(valid0){if(data.source!==void 0){let data3=data.source;const _errs7=errors;if(errors===_errs7)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid0=_errs7===errors}else var valid0=!0;if(valid0){if(data.source_product!==void 0){let data4=data.source_product;const _errs9=errors;if(errors===_errs9)if(typeof data4=="string"){if(data4.length<1)return!1}else return!1;var valid0=_errs9===errors}else var valid0=!0;if(valid0){if(data.agent_id!==void 0){const _errs11=errors;if(typeof data.agent_id!="string")return!1;var valid0=_errs11===errors}else var valid0=!0;if(valid0){if(data.record_type!==void 0){let data6=data.record_type;const _errs13=errors;if(errors===_errs13)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid0=_errs13===errors}else var valid0=!0;if(valid0){if(data.event!==void 0){let data7=data.event;const _errs15=errors;if(!(data7&&typeof data7=="object"&&!Array.isArray(data7)))return!1;var valid0=_errs15===errors}else var valid0=!0;if(valid0){if(data.controls!==void 0){let data8=data.controls;const _errs17=errors;if(!(data8&&typeof data8=="object"&&!Array.isArray(data8)))return!1;var valid0=_errs17===errors}else var valid0=!0;if(valid0){if(data.metadata!==void 0){let data9=data.metadata;const _errs19=errors;if(!(data9&&typeof data9=="object"&&!Array.isArray(data9)))return!1;var valid0=_errs19===errors}else var valid0=!0;if(valid0){if(data.integrity!==void 0){let data10=data.integrity;const _errs21=errors;if(errors===_errs21)if(data10&&typeof data10=="object"&&!Array.isArray(data10)){let missing1;if(data10.record_hash===void 0&&(missing1="record_hash"))return!1;if(data10.record_hash!==void 0){let data11=data10.record_hash;const _errs23=errors;if(errors===_errs23)if(typeof data11=="string"){if(!pattern2.test(data11))return!1}else return!1;var valid1=_errs23===errors}else var valid1=!0;if(valid1){if(data10.previous_record_hash!==void 0){let data12=data10.previous_record_hash;const _errs25=errors;if(errors===_errs25)if(typeof data12=="string"){if(!pattern2.test(data12))return!1}else return!1;var valid1=_errs25===errors}else var valid1=!0;if(valid1){if(data10.signing_key_id!==void 0){const _errs27=errors;if(typeof data10.signing_key_id!="string")return!1;var valid1=_errs27===errors}else var valid1=!0;if(valid1)if(data10.signature!==void 0){let data14=data10.signature;const _errs29=errors;if(errors===_errs29)if(typeof data14=="string"){if(!pattern23.test(data14))return!1}else return!1;var valid1=_errs29===errors}else var valid1=!0}}}else return!1;var valid0=_errs21===errors}else var valid0=!0;if(valid0){if(data.relationship!==void 0){const _errs31=errors;validate41(data.relationship,{instancePath:instancePath+"/relationship",parentData:data,parentDataProperty:"relationship",rootData})||errors++;var valid0=_errs31===errors}else var valid0=!0;if(valid0)if(data.relations!==void 0){const _errs32=errors;validate41(data.relations,{instancePath:instancePath+"/relations",parentData:data,parentDataProperty:"relations",rootData})||errors++;var valid0=_errs32===errors}else var valid0=!0}}}}}}}}}}}}else return!1;return validate40.errors=vErrors,errors===0}}),4895:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate44;const pattern28=new RegExp("^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$","u"),pattern29=new RegExp("^[A-Za-z0-9._/-]+$","u"),pattern1=new RegExp("^(sha256:)?[a-f0-9]{64}$","u"),func4=__webpack_require__(2039).codePoints;function validate44(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.version===void 0&&(missing0="version")||data.record_types===void 0&&(missing0="record_types"))return!1;{const _errs1=errors;for(const key0 in data)if(!(key0==="version"||key0==="record_types"))return!1;if(_errs1===errors){if(data.version!==void 0){let data0=data.version;const _errs2=errors;if(typeof data0!="string"||!(data0==="1"||data0==="1.0"))return!1;var valid0=_errs2===errors}else var valid0=!0;if(valid0)if(data.record_types!==void 0){let data1=data.record_types;const _errs4=errors;if(errors===_errs4)if(Array.isArray(data1)){var valid1=!0;const len0=data1.length;for(let i0=0;i0<len0;i0++){let data2=data1[i0];const _errs6=errors;if(errors===_errs6)if(data2&&typeof data2=="object"&&!Array.isArray(data2)){let missing1;if(data2.record_type===void 0&&(missing1="record_type")||data2.schema_id===void 0&&(missing1="schema_id")||data2.schema_version===void 0&&(missing1="schema_version")||data2.schema_path===void 0&&(missing1="schema_path")||data2.sha256===void 0&&(missing1="sha256"))return!1;{const _errs8=errors;for(const key1 in data2)if(!(key1==="record_type"||key1==="schema_id"||key1==="schema_version"||key1==="schema_path"||key1==="sha256"))return!1;if(_errs8===errors){if(data2.record_type!==void 0){let data3=data2.record_type;const _errs9=errors;if(errors===_errs9)if(typeof data3=="string"){if(!pattern28.test(data3))return!1}else return!1;var valid2=_errs9===errors}else var valid2=!0;if(valid2){if(data2.schema_id!==void 0){let data4=data2.schema_id;const _errs11=errors;if(errors===_errs11)if(typeof data4=="string"){if(data4.length<1)return!1}else return!1;var valid2=_errs11===errors}else var valid2=!0;if(valid2){if(data2.schema_version!==void 0){let data5=data2.schema_version;const _errs13=errors;if(errors===_errs13)if(typeof data5=="string"){if(data5.length<1)return!1}else return!1;var valid2=_errs13===errors}else var valid2=!0;if(valid2){if(data2.schema_path!==void 0){let data6=data2.schema_path;const _errs15=errors;if(errors===_errs15)if(typeof data6=="string"){if(!pattern29.test(data6))return!1}else return!1;var valid2=_errs15===errors}else var valid2=!0;if(valid2)if(data2.sha256!==void 0){let data7=data2.sha256;const _errs17=errors;if(errors===_errs17)if(typeof data7=="string"){if(!pattern1.test(data7))return!1}else return!1;var valid2=_errs17===errors}else var valid2=!0}}}}}}else return!1;var valid1=_errs6===errors;if(!valid1)break}}else return!1;var valid0=_errs4===errors}else var valid0=!0}}}else return!1;return validate44.errors=vErrors,errors===0}}),8861:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate45;const pattern24=new RegExp("^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$","u"),pattern1=new RegExp("^(sha256:)?[a-f0-9]{64}$","u"),func4=__webpack_require__(2039).codePoints,func0=__webpack_require__(2039).firstRepeated;function validate45(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){if(data.parent_ref!==void 0){let data0=data.parent_ref;const _errs1=errors;if(errors===_errs1)if(data0&&typeof data0=="object"&&!Array.isArray(data0)){let missing0;if(data0.kind===void 0&&(missing0="kind")||data0.id===void 0&&(missing0="id"))return!1;if(data0.kind!==void 0){let data1=data0.kind;const _errs3=errors;if(typeof data1!="string")return!1;const _errs5=errors;let valid2=!1;const _errs6=errors;data1==="trace"||data1==="run"||data1==="session"||data1==="intent"||data1==="policy"||data1==="agent"||data1==="evidence"||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var _valid0=_errs6===errors;if(valid2=valid2||_valid0,!valid2){const _errs7=errors;typeof data1=="string"&&(pattern24.test(data1)||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++));var _valid0=_errs7===errors;valid2=valid2||_valid0}if(valid2)errors=_errs5,vErrors!==null&&(_errs5?vErrors.length=_errs5:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate45.errors=vErrors,!1;var valid1=_errs3===errors}else var valid1=!0;if(valid1)if(data0.id!==void 0){let data2=data0.id;const _errs9=errors;if(errors===_errs9)if(typeof data2=="string"){if(data2.length<1)return!1}else return!1;var valid1=_errs9===errors}else var valid1=!0}else return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0){if(data.entity_refs!==void 0){let data3=data.entity_refs;const _errs11=errors;if(errors===_errs11)if(Array.isArray(data3)){var valid4=!0;const len0=data3.length;for(let i0=0;i0<len0;i0++){let data4=data3[i0];const _errs13=errors;if(errors===_errs13)if(data4&&typeof data4=="object"&&!Array.isArray(data4)){let missing1;if(data4.kind===void 0&&(missing1="kind")||data4.id===void 0&&(missing1="id"))return!1;if(data4.kind!==void 0){let data5=data4.kind;const _errs15=errors;if(typeof data5!="string")return!1;const _errs17=errors;let valid6=!1;const _errs18=errors;data5==="agent"||data5==="tool"||data5==="resource"||data5==="policy"||data5==="run"||data5==="trace"||data5==="delegation"||data5==="evidence"||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var _valid1=_errs18===errors;if(valid6=valid6||_valid1,!valid6){const _errs19=errors;typeof data5=="string"&&(pattern24.test(data5)||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++));var _valid1=_errs19===errors;valid6=valid6||_valid1}if(valid6)errors=_errs17,vErrors!==null&&(_errs17?vErrors.length=_errs17:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate45.errors=vErrors,!1;var valid5=_errs15===errors}else var valid5=!0;if(valid5)if(data4.id!==void 0){let data6=data4.id;const _errs21=errors;if(errors===_errs21)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid5=_errs21===errors}else var valid5=!0}else return!1;var valid4=_errs13===errors;if(!valid4)break}if(valid4&&func0(data3)>=0)return!1}else return!1;var valid0=_errs11===errors}else var valid0=!0;if(valid0){if(data.policy_ref!==void 0){let data7=data.policy_ref;const _errs23=errors;if(errors===_errs23)if(data7&&typeof data7=="object"&&!Array.isArray(data7)){if(data7.policy_id!==void 0){let data8=data7.policy_id;const _errs25=errors;if(errors===_errs25)if(typeof data8=="string"){if(data8.length<1)return!1}else return!1;var valid8=_errs25===errors}else var valid8=!0;if(valid8){if(data7.policy_version!==void 0){let data9=data7.policy_version;const _errs27=errors;if(errors===_errs27)if(typeof data9=="string"){if(data9.length<1)return!1}else return!1;var valid8=_errs27===errors}else var valid8=!0;if(valid8){if(data7.policy_digest!==void 0){let data10=data7.policy_digest;const _errs29=errors;if(errors===_errs29)if(typeof data10=="string"){if(!pattern1.test(data10))return!1}else return!1;var valid8=_errs29===errors}else var valid8=!0;if(valid8)if(data7.matched_rule_ids!==void 0){let data11=data7.matched_rule_ids;const _errs31=errors;if(errors===_errs31)if(Array.isArray(data11)){var valid9=!0;const len1=data11.length;for(let i1=0;i1<len1;i1++){let data12=data11[i1];const _errs33=errors;if(errors===_errs33)if(typeof data12=="string"){if(data12.length<1)return!1}else return!1;var valid9=_errs33===errors;if(!valid9)break}if(valid9&&func0(data11)>=0)return!1}else return!1;var valid8=_errs31===errors}else var valid8=!0}}}else return!1;var valid0=_errs23===errors}else var valid0=!0;if(valid0){if(data.agent_chain!==void 0){let data13=data.agent_chain;const _errs35=errors;if(errors===_errs35)if(Array.isArray(data13)){var valid10=!0;const len2=data13.length;for(let i2=0;i2<len2;i2++){let data14=data13[i2];const _errs37=errors;if(errors===_errs37)if(data14&&typeof data14=="object"&&!Array.isArray(data14)){let missing2;if(data14.identity===void 0&&(missing2="identity")||data14.role===void 0&&(missing2="role"))return!1;if(data14.identity!==void 0){let data15=data14.identity;const _errs39=errors;if(errors===_errs39)if(typeof data15=="string"){if(data15.length<1)return!1}else return!1;var valid11=_errs39===errors}else var valid11=!0;if(valid11)if(data14.role!==void 0){let data16=data14.role;const _errs41=errors;if(typeof data16!="string"||!(data16==="requester"||data16==="delegator"||data16==="delegate"))return!1;var valid11=_errs41===errors}else var valid11=!0}else return!1;var valid10=_errs37===errors;if(!valid10)break}}else return!1;var valid0=_errs35===errors}else var valid0=!0;if(valid0){if(data.edges!==void 0){let data17=data.edges;const _errs43=errors;if(errors===_errs43)if(Array.isArray(data17)){var valid12=!0;const len3=data17.length;for(let i3=0;i3<len3;i3++){let data18=data17[i3];const _errs45=errors;if(errors===_errs45)if(data18&&typeof data18=="object"&&!Array.isArray(data18)){let missing3;if(data18.kind===void 0&&(missing3="kind")||data18.from===void 0&&(missing3="from")||data18.to===void 0&&(missing3="to"))return!1;if(data18.kind!==void 0){let data19=data18.kind;const _errs47=errors;if(typeof data19!="string")return!1;const _errs49=errors;let valid14=!1;const _errs50=errors;data19==="delegates_to"||data19==="calls"||data19==="governed_by"||data19==="targets"||data19==="derived_from"||data19==="emits_evidence"||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++);var _valid2=_errs50===errors;if(valid14=valid14||_valid2,!valid14){const _errs51=errors;typeof data19=="string"&&(pattern24.test(data19)||(vErrors===null?vErrors=[0]:vErrors.push(0),errors++));var _valid2=_errs51===errors;valid14=valid14||_valid2}if(valid14)errors=_errs49,vErrors!==null&&(_errs49?vErrors.length=_errs49:vErrors=null);else return vErrors===null?vErrors=[0]:vErrors.push(0),errors++,validate45.errors=vErrors,!1;var valid13=_errs47===errors}else var valid13=!0;if(valid13){if(data18.from!==void 0){let data20=data18.from;const _errs53=errors;if(errors===errors)if(data20&&typeof data20=="object"&&!Array.isArray(data20)){let missing4;if(data20.kind===void 0&&(missing4="kind")||data20.id===void 0&&(missing4="id"))return!1;if(data20.kind!==void 0){let data21=data20.kind;const _errs56=errors;if(errors===_errs56)if(typeof data21=="string"){if(data21.length<1)return!1}else return!1;var valid17=_errs56===errors}else var valid17=!0;if(valid17)if(data20.id!==void 0){let data22=data20.id;const _errs58=errors;if(errors===_errs58)if(typeof data22=="string"){if(data22.length<1)return!1}else return!1;var valid17=_errs58===errors}else var valid17=!0}else return!1;var valid13=_errs53===errors}else var valid13=!0;if(valid13)if(data18.to!==void 0){let data23=data18.to;const _errs60=errors;if(errors===errors)if(data23&&typeof data23=="object"&&!Array.isArray(data23)){let missing5;if(data23.kind===void 0&&(missing5="kind")||data23.id===void 0&&(missing5="id"))return!1;if(data23.kind!==void 0){let data24=data23.kind;const _errs63=errors;if(errors===_errs63)if(typeof data24=="string"){if(data24.length<1)return!1}else return!1;var valid19=_errs63===errors}else var valid19=!0;if(valid19)if(data23.id!==void 0){let data25=data23.id;const _errs65=errors;if(errors===_errs65)if(typeof data25=="string"){if(data25.length<1)return!1}else return!1;var valid19=_errs65===errors}else var valid19=!0}else return!1;var valid13=_errs60===errors}else var valid13=!0}}else return!1;var valid12=_errs45===errors;if(!valid12)break}if(valid12&&func0(data17)>=0)return!1}else return!1;var valid0=_errs43===errors}else var valid0=!0;if(valid0){if(data.parent_record_id!==void 0){let data26=data.parent_record_id;const _errs67=errors;if(errors===_errs67)if(typeof data26=="string"){if(data26.length<1)return!1}else return!1;var valid0=_errs67===errors}else var valid0=!0;if(valid0){if(data.related_record_ids!==void 0){let data27=data.related_record_ids;const _errs69=errors;if(errors===_errs69)if(Array.isArray(data27)){var valid20=!0;const len4=data27.length;for(let i4=0;i4<len4;i4++){let data28=data27[i4];const _errs71=errors;if(errors===_errs71)if(typeof data28=="string"){if(data28.length<1)return!1}else return!1;var valid20=_errs71===errors;if(!valid20)break}if(valid20&&func0(data27)>=0)return!1}else return!1;var valid0=_errs69===errors}else var valid0=!0;if(valid0){if(data.related_entity_ids!==void 0){let data29=data.related_entity_ids;const _errs73=errors;if(errors===_errs73)if(Array.isArray(data29)){var valid21=!0;const len5=data29.length;for(let i5=0;i5<len5;i5++){let data30=data29[i5];const _errs75=errors;if(errors===_errs75)if(typeof data30=="string"){if(data30.length<1)return!1}else return!1;var valid21=_errs75===errors;if(!valid21)break}if(valid21&&func0(data29)>=0)return!1}else return!1;var valid0=_errs73===errors}else var valid0=!0;if(valid0)if(data.agent_lineage!==void 0){let data31=data.agent_lineage;const _errs77=errors;if(errors===_errs77)if(Array.isArray(data31)){var valid22=!0;const len6=data31.length;for(let i6=0;i6<len6;i6++){let data32=data31[i6];const _errs79=errors;if(errors===_errs79)if(data32&&typeof data32=="object"&&!Array.isArray(data32)){let missing6;if(data32.agent_id===void 0&&(missing6="agent_id"))return!1;if(data32.agent_id!==void 0){let data33=data32.agent_id;const _errs81=errors;if(errors===_errs81)if(typeof data33=="string"){if(data33.length<1)return!1}else return!1;var valid23=_errs81===errors}else var valid23=!0;if(valid23){if(data32.delegated_by!==void 0){let data34=data32.delegated_by;const _errs83=errors;if(errors===_errs83)if(typeof data34=="string"){if(data34.length<1)return!1}else return!1;var valid23=_errs83===errors}else var valid23=!0;if(valid23)if(data32.delegation_record_id!==void 0){let data35=data32.delegation_record_id;const _errs85=errors;if(errors===_errs85)if(typeof data35=="string"){if(data35.length<1)return!1}else return!1;var valid23=_errs85===errors}else var valid23=!0}}else return!1;var valid22=_errs79===errors;if(!valid22)break}}else return!1;var valid0=_errs77===errors}else var valid0=!0}}}}}}}}else return!1;return validate45.errors=vErrors,errors===0}}),4419:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate46;const func4=__webpack_require__(2039).codePoints,formats0={"date-time":__webpack_require__(2039).isInstant}["date-time"];function validate46(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.version===void 0&&(missing0="version")||data.created_at===void 0&&(missing0="created_at"))return!1;if(data.version!==void 0){let data0=data.version;const _errs1=errors;if(errors===_errs1)if(typeof data0=="string"){if(data0.length<1)return!1}else return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0){if(data.created_at!==void 0){let data1=data.created_at;const _errs3=errors;if(errors===_errs3&&errors===_errs3)if(typeof data1=="string"){if(!formats0(data1))return!1}else return!1;var valid0=_errs3===errors}else var valid0=!0;if(valid0){if(data.revoked!==void 0){let data2=data.revoked;const _errs5=errors;if(!Array.isArray(data2)&&data2!==null)return!1;if(errors===_errs5&&Array.isArray(data2)){var valid1=!0;const len0=data2.length;for(let i0=0;i0<len0;i0++){let data3=data2[i0];const _errs7=errors;if(errors===_errs7)if(data3&&typeof data3=="object"&&!Array.isArray(data3)){let missing1;if(data3.key_id===void 0&&(missing1="key_id")||data3.revoked_at===void 0&&(missing1="revoked_at"))return!1;if(data3.key_id!==void 0){let data4=data3.key_id;const _errs9=errors;if(errors===_errs9)if(typeof data4=="string"){if(data4.length<1)return!1}else return!1;var valid2=_errs9===errors}else var valid2=!0;if(valid2){if(data3.revoked_at!==void 0){const _errs11=errors;if(typeof data3.revoked_at!="string")return!1;var valid2=_errs11===errors}else var valid2=!0;if(valid2)if(data3.reason!==void 0){const _errs13=errors;if(typeof data3.reason!="string")return!1;var valid2=_errs13===errors}else var valid2=!0}}else return!1;var valid1=_errs7===errors;if(!valid1)break}}var valid0=_errs5===errors}else var valid0=!0;if(valid0)if(data.signature!==void 0){let data7=data.signature;const _errs15=errors;if(errors===_errs15)if(data7&&typeof data7=="object"&&!Array.isArray(data7)){let missing2;if(data7.alg===void 0&&(missing2="alg")||data7.key_id===void 0&&(missing2="key_id")||data7.sig===void 0&&(missing2="sig")||data7.signed_digest===void 0&&(missing2="signed_digest"))return!1;if(data7.alg!==void 0){let data8=data7.alg;const _errs17=errors;if(errors===_errs17)if(typeof data8=="string"){if(data8.length<1)return!1}else return!1;var valid3=_errs17===errors}else var valid3=!0;if(valid3){if(data7.key_id!==void 0){let data9=data7.key_id;const _errs19=errors;if(errors===_errs19)if(typeof data9=="string"){if(data9.length<1)return!1}else return!1;var valid3=_errs19===errors}else var valid3=!0;if(valid3){if(data7.sig!==void 0){let data10=data7.sig;const _errs21=errors;if(errors===_errs21)if(typeof data10=="string"){if(data10.length<1)return!1}else return!1;var valid3=_errs21===errors}else var valid3=!0;if(valid3)if(data7.signed_digest!==void 0){let data11=data7.signed_digest;const _errs23=errors;if(errors===_errs23)if(typeof data11=="string"){if(data11.length<1)return!1}else return!1;var valid3=_errs23===errors}else var valid3=!0}}}else return!1;var valid0=_errs15===errors}else var valid0=!0}}}else return!1;return validate46.errors=vErrors,errors===0}}),2127:((__unused_webpack_module,exports2)=>{exports2.t=validate47;function validate47(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="approval")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate47.errors=vErrors,errors===0}}),2488:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate48;const pattern2=new RegExp("^sha256:[a-f0-9]{64}$","u"),pattern36=new RegExp("^prf-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z-[a-f0-9]{8}$","u"),func4=__webpack_require__(2039).codePoints;function validate48(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="compiled_action")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(errors===_errs2)if(data1&&typeof data1=="object"&&!Array.isArray(data1)){let missing1;if(data1.script_hash===void 0&&(missing1="script_hash")||data1.tool_sequence===void 0&&(missing1="tool_sequence")||data1.step_count===void 0&&(missing1="step_count")||data1.has_conditionals===void 0&&(missing1="has_conditionals")||data1.has_loops===void 0&&(missing1="has_loops")||data1.composite_risk_class===void 0&&(missing1="composite_risk_class"))return!1;if(data1.script_hash!==void 0){let data2=data1.script_hash;const _errs4=errors;if(errors===_errs4)if(typeof data2=="string"){if(!pattern2.test(data2))return!1}else return!1;var valid1=_errs4===errors}else var valid1=!0;if(valid1){if(data1.tool_sequence!==void 0){let data3=data1.tool_sequence;const _errs6=errors;if(errors===_errs6)if(Array.isArray(data3)){if(data3.length<1)return!1;{var valid2=!0;const len0=data3.length;for(let i0=0;i0<len0;i0++){let data4=data3[i0];const _errs8=errors;if(errors===_errs8)if(typeof data4=="string"){if(data4.length<1)return!1}else return!1;var valid2=_errs8===errors;if(!valid2)break}}}else return!1;var valid1=_errs6===errors}else var valid1=!0;if(valid1){if(data1.step_count!==void 0){let data5=data1.step_count;const _errs10=errors;if(!(typeof data5=="number"&&!(data5%1)&&!isNaN(data5))||errors===_errs10&&typeof data5=="number"&&(data5<1||isNaN(data5)))return!1;var valid1=_errs10===errors}else var valid1=!0;if(valid1){if(data1.has_conditionals!==void 0){const _errs12=errors;if(typeof data1.has_conditionals!="boolean")return!1;var valid1=_errs12===errors}else var valid1=!0;if(valid1){if(data1.has_loops!==void 0){const _errs14=errors;if(typeof data1.has_loops!="boolean")return!1;var valid1=_errs14===errors}else var valid1=!0;if(valid1){if(data1.composite_risk_class!==void 0){let data8=data1.composite_risk_class;const _errs16=errors;if(typeof data8!="string"||!(data8==="minimal"||data8==="limited"||data8==="high"||data8==="unacceptable"))return!1;var valid1=_errs16===errors}else var valid1=!0;if(valid1){if(data1.execution_trace_refs!==void 0){let data9=data1.execution_trace_refs;const _errs18=errors;if(errors===_errs18)if(Array.isArray(data9)){var valid3=!0;const len1=data9.length;for(let i1=0;i1<len1;i1++){let data10=data9[i1];const _errs20=errors;if(errors===_errs20)if(typeof data10=="string"){if(!pattern36.test(data10))return!1}else return!1;var valid3=_errs20===errors;if(!valid3)break}}else return!1;var valid1=_errs18===errors}else var valid1=!0;if(valid1){if(data1.gate_verdict!==void 0){let data11=data1.gate_verdict;const _errs22=errors;if(typeof data11!="string"||!(data11==="allow"||data11==="block"||data11==="dry_run"||data11==="require_approval"))return!1;var valid1=_errs22===errors}else var valid1=!0;if(valid1)if(data1.script_source!==void 0){let data12=data1.script_source;const _errs24=errors;if(typeof data12!="string"||!(data12==="ptc"||data12==="agent_planner"||data12==="workflow_engine"||data12==="unknown"))return!1;var valid1=_errs24===errors}else var valid1=!0}}}}}}}}else return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate48.errors=vErrors,errors===0}}),3159:((__unused_webpack_module,exports2)=>{exports2.t=validate49;function validate49(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="data_pipeline_run")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate49.errors=vErrors,errors===0}}),96:((__unused_webpack_module,exports2)=>{exports2.t=validate50;function validate50(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="decision")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate50.errors=vErrors,errors===0}}),4156:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate51;const func4=__webpack_require__(2039).codePoints,pattern2=new RegExp("^sha256:[a-f0-9]{64}$","u");function validate51(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="delegation")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(errors===_errs2)if(data1&&typeof data1=="object"&&!Array.isArray(data1)){let missing1;if(data1.delegator_id===void 0&&(missing1="delegator_id")||data1.delegatee_id===void 0&&(missing1="delegatee_id")||data1.delegation_scope===void 0&&(missing1="delegation_scope")||data1.chain_depth===void 0&&(missing1="chain_depth")||data1.delegator_policy_digest===void 0&&(missing1="delegator_policy_digest")||data1.delegatee_policy_digest===void 0&&(missing1="delegatee_policy_digest")||data1.verdict===void 0&&(missing1="verdict"))return!1;if(data1.delegator_id!==void 0){let data2=data1.delegator_id;const _errs4=errors;if(errors===_errs4)if(typeof data2=="string"){if(data2.length<1)return!1}else return!1;var valid1=_errs4===errors}else var valid1=!0;if(valid1){if(data1.delegatee_id!==void 0){let data3=data1.delegatee_id;const _errs6=errors;if(errors===_errs6)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid1=_errs6===errors}else var valid1=!0;if(valid1){if(data1.delegation_scope!==void 0){let data4=data1.delegation_scope;const _errs8=errors;if(errors===_errs8)if(Array.isArray(data4)){if(data4.length<1)return!1;{var valid2=!0;const len0=data4.length;for(let i0=0;i0<len0;i0++){let data5=data4[i0];const _errs10=errors;if(errors===_errs10)if(typeof data5=="string"){if(data5.length<1)return!1}else return!1;var valid2=_errs10===errors;if(!valid2)break}}}else return!1;var valid1=_errs8===errors}else var valid1=!0;if(valid1){if(data1.chain_depth!==void 0){let data6=data1.chain_depth;const _errs12=errors;if(!(typeof data6=="number"&&!(data6%1)&&!isNaN(data6))||errors===_errs12&&typeof data6=="number"&&(data6<0||isNaN(data6)))return!1;var valid1=_errs12===errors}else var valid1=!0;if(valid1){if(data1.delegator_policy_digest!==void 0){let data7=data1.delegator_policy_digest;const _errs14=errors;if(errors===_errs14)if(typeof data7=="string"){if(!pattern2.test(data7))return!1}else return!1;var valid1=_errs14===errors}else var valid1=!0;if(valid1){if(data1.delegatee_policy_digest!==void 0){let data8=data1.delegatee_policy_digest;const _errs16=errors;if(errors===_errs16)if(typeof data8=="string"){if(!pattern2.test(data8))return!1}else return!1;var valid1=_errs16===errors}else var valid1=!0;if(valid1)if(data1.verdict!==void 0){let data9=data1.verdict;const _errs18=errors;if(typeof data9!="string"||!(data9==="allow"||data9==="block"||data9==="dry_run"||data9==="require_approval"))return!1;var valid1=_errs18===errors}else var valid1=!0}}}}}}else return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate51.errors=vErrors,errors===0}}),8207:((__unused_webpack_module,exports2)=>{exports2.t=validate52;function validate52(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="deployment")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate52.errors=vErrors,errors===0}}),2001:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate53;const func4=__webpack_require__(2039).codePoints;function validate53(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="dynamic_tool_discovery")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(errors===_errs2)if(data1&&typeof data1=="object"&&!Array.isArray(data1)){let missing1;if(data1.tool_name===void 0&&(missing1="tool_name")||data1.discovery_method===void 0&&(missing1="discovery_method")||data1.declared_annotations===void 0&&(missing1="declared_annotations")||data1.policy_verdict===void 0&&(missing1="policy_verdict"))return!1;if(data1.tool_name!==void 0){let data2=data1.tool_name;const _errs4=errors;if(errors===_errs4)if(typeof data2=="string"){if(data2.length<1)return!1}else return!1;var valid1=_errs4===errors}else var valid1=!0;if(valid1){if(data1.discovery_method!==void 0){let data3=data1.discovery_method;const _errs6=errors;if(typeof data3!="string"||!(data3==="webmcp"||data3==="a2a"||data3==="dynamic_mcp"))return!1;var valid1=_errs6===errors}else var valid1=!0;if(valid1){if(data1.declared_annotations!==void 0){let data4=data1.declared_annotations;const _errs8=errors;if(errors===_errs8)if(data4&&typeof data4=="object"&&!Array.isArray(data4)){let missing2;if(data4.readOnlyHint===void 0&&(missing2="readOnlyHint")||data4.destructiveHint===void 0&&(missing2="destructiveHint"))return!1;if(data4.readOnlyHint!==void 0){const _errs10=errors;if(typeof data4.readOnlyHint!="boolean")return!1;var valid2=_errs10===errors}else var valid2=!0;if(valid2)if(data4.destructiveHint!==void 0){const _errs12=errors;if(typeof data4.destructiveHint!="boolean")return!1;var valid2=_errs12===errors}else var valid2=!0}else return!1;var valid1=_errs8===errors}else var valid1=!0;if(valid1){if(data1.policy_verdict!==void 0){let data7=data1.policy_verdict;const _errs14=errors;if(typeof data7!="string"||!(data7==="allow"||data7==="block"||data7==="dry_run"||data7==="require_approval"))return!1;var valid1=_errs14===errors}else var valid1=!0;if(valid1)if(data1.tool_version!==void 0){let data8=data1.tool_version;const _errs16=errors;if(errors===_errs16)if(typeof data8=="string"){if(data8.length<1)return!1}else return!1;var valid1=_errs16===errors}else var valid1=!0}}}}else return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate53.errors=vErrors,errors===0}}),6054:((__unused_webpack_module,exports2)=>{exports2.t=validate54;function validate54(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="guardrail_activation")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate54.errors=vErrors,errors===0}}),7753:((__unused_webpack_module,exports2)=>{exports2.t=validate55;function validate55(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="human_oversight")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate55.errors=vErrors,errors===0}}),5500:((__unused_webpack_module,exports2)=>{exports2.t=validate56;function validate56(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="incident")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate56.errors=vErrors,errors===0}}),5822:((__unused_webpack_module,exports2)=>{exports2.t=validate57;function validate57(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="model_change")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate57.errors=vErrors,errors===0}}),6684:((__unused_webpack_module,exports2)=>{exports2.t=validate58;function validate58(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="permission_check")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate58.errors=vErrors,errors===0}}),413:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate59;const func4=__webpack_require__(2039).codePoints,func0=__webpack_require__(2039).firstRepeated;function validate59(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="policy_enforcement")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(errors===_errs2)if(data1&&typeof data1=="object"&&!Array.isArray(data1)){if(data1.policy_id!==void 0){let data2=data1.policy_id;const _errs4=errors;if(errors===_errs4)if(typeof data2=="string"){if(data2.length<1)return!1}else return!1;var valid1=_errs4===errors}else var valid1=!0;if(valid1){if(data1.policy_version!==void 0){let data3=data1.policy_version;const _errs6=errors;if(errors===_errs6)if(typeof data3=="string"){if(data3.length<1)return!1}else return!1;var valid1=_errs6===errors}else var valid1=!0;if(valid1){if(data1.policy_digest!==void 0){const _errs8=errors;if(typeof data1.policy_digest!="string")return!1;var valid1=_errs8===errors}else var valid1=!0;if(valid1){if(data1.applied_to_entity_id!==void 0){let data5=data1.applied_to_entity_id;const _errs10=errors;if(errors===_errs10)if(typeof data5=="string"){if(data5.length<1)return!1}else return!1;var valid1=_errs10===errors}else var valid1=!0;if(valid1){if(data1.evaluation_context_id!==void 0){let data6=data1.evaluation_context_id;const _errs12=errors;if(errors===_errs12)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid1=_errs12===errors}else var valid1=!0;if(valid1)if(data1.trigger_record_ids!==void 0){let data7=data1.trigger_record_ids;const _errs14=errors;if(errors===_errs14)if(Array.isArray(data7)){var valid2=!0;const len0=data7.length;for(let i0=0;i0<len0;i0++){let data8=data7[i0];const _errs16=errors;if(errors===_errs16)if(typeof data8=="string"){if(data8.length<1)return!1}else return!1;var valid2=_errs16===errors;if(!valid2)break}if(valid2&&func0(data7)>=0)return!1}else return!1;var valid1=_errs14===errors}else var valid1=!0}}}}}else return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate59.errors=vErrors,errors===0}}),3638:((__unused_webpack_module,exports2)=>{exports2.t=validate60;function validate60(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="replay_certification")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate60.errors=vErrors,errors===0}}),7924:((__unused_webpack_module,exports2)=>{exports2.t=validate61;function validate61(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="risk_assessment")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate61.errors=vErrors,errors===0}}),9921:((__unused_webpack_module,exports2,__webpack_require__)=>{exports2.t=validate62;const func4=__webpack_require__(2039).codePoints;function validate62(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="scan_finding")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(errors===_errs2)if(data1&&typeof data1=="object"&&!Array.isArray(data1)){if(data1.entity_id!==void 0){let data2=data1.entity_id;const _errs4=errors;if(errors===_errs4)if(typeof data2=="string"){if(data2.length<1)return!1}else return!1;var valid1=_errs4===errors}else var valid1=!0;if(valid1)if(data1.relationships!==void 0){let data3=data1.relationships;const _errs6=errors;if(errors===_errs6)if(Array.isArray(data3)){var valid2=!0;const len0=data3.length;for(let i0=0;i0<len0;i0++){let data4=data3[i0];const _errs8=errors;if(errors===_errs8)if(data4&&typeof data4=="object"&&!Array.isArray(data4)){let missing1;if(data4.relation===void 0&&(missing1="relation")||data4.target_id===void 0&&(missing1="target_id"))return!1;if(data4.relation!==void 0){let data5=data4.relation;const _errs10=errors;if(errors===_errs10)if(typeof data5=="string"){if(data5.length<1)return!1}else return!1;var valid3=_errs10===errors}else var valid3=!0;if(valid3){if(data4.target_id!==void 0){let data6=data4.target_id;const _errs12=errors;if(errors===_errs12)if(typeof data6=="string"){if(data6.length<1)return!1}else return!1;var valid3=_errs12===errors}else var valid3=!0;if(valid3)if(data4.target_kind!==void 0){let data7=data4.target_kind;const _errs14=errors;if(errors===_errs14)if(typeof data7=="string"){if(data7.length<1)return!1}else return!1;var valid3=_errs14===errors}else var valid3=!0}}else return!1;var valid2=_errs8===errors;if(!valid2)break}}else return!1;var valid1=_errs6===errors}else var valid1=!0}else return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate62.errors=vErrors,errors===0}}),6322:((__unused_webpack_module,exports2)=>{exports2.t=validate63;function validate63(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="test_result")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate63.errors=vErrors,errors===0}}),3361:((__unused_webpack_module,exports2)=>{exports2.t=validate64;function validate64(data,{instancePath="",parentData,parentDataProperty,rootData=data}={}){let vErrors=null,errors=0;if(errors===0)if(data&&typeof data=="object"&&!Array.isArray(data)){let missing0;if(data.record_type===void 0&&(missing0="record_type")||data.event===void 0&&(missing0="event"))return!1;if(data.record_type!==void 0){const _errs1=errors;if(data.record_type!=="tool_invocation")return!1;var valid0=_errs1===errors}else var valid0=!0;if(valid0)if(data.event!==void 0){let data1=data.event;const _errs2=errors;if(!(data1&&typeof data1=="object"&&!Array.isArray(data1)))return!1;var valid0=_errs2===errors}else var valid0=!0}else return!1;return validate64.errors=vErrors,errors===0}})};
