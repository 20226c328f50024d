"use strict";exports.id=964,exports.ids=[964],exports.modules={2583:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{completionCommand:function(){return completionCommand}});var _gate_options_report_target_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(3838),_gate_options_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(178),_output_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(6497),_usage_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(6885);const SHELLS=["bash","zsh","fish"];async function completionCommand(shell,program,io){if(!SHELLS.includes(shell))throw new _output_js__WEBPACK_IMPORTED_MODULE_2__.Qd(6,`unknown shell ${JSON.stringify(shell)}${(0,_usage_js__WEBPACK_IMPORTED_MODULE_3__.h)(shell,SHELLS,SHELLS.join(", "))}`);const positions=[...positionsOf(program,"",await argumentWords())];return io.out({bash,zsh,fish}[shell](positions)),0}async function argumentWords(){const{FINDING_CODES}=await Promise.all([__webpack_require__.e(594),__webpack_require__.e(110)]).then(__webpack_require__.bind(__webpack_require__,7110)),{INIT_NAMES}=await __webpack_require__.e(554).then(__webpack_require__.bind(__webpack_require__,1554)),{loadCatalogues}=await __webpack_require__.e(712).then(__webpack_require__.bind(__webpack_require__,8712)),{publishedSchemaNames}=await __webpack_require__.e(46).then(__webpack_require__.bind(__webpack_require__,7046)),frameworks=loadCatalogues().map(({framework})=>framework.id);return{explain:FINDING_CODES,init:INIT_NAMES,schema:publishedSchemaNames(),completion:SHELLS,"frameworks show":frameworks,"frameworks coverage":frameworks}}function*positionsOf(command,path,argumentsOf){const words=argumentsOf[path],options=command.options.flatMap(option=>option.long==null?[]:[[option.long,option.required?valuesOf(option.long.slice(2)):void 0]]);yield{path,words:words??command.commands.map(child=>child.name()),options:new Map([...options,["--help",void 0]]),files:command.registeredArguments.some(one=>!["code","name","shell","id"].includes(one.name()))};for(const child of command.commands)yield*positionsOf(child,path===""?child.name():`${path} ${child.name()}`,argumentsOf)}function valuesOf(name){if(name===_gate_options_table_js__WEBPACK_IMPORTED_MODULE_1__.lw.reports.name)return{words:_gate_options_report_target_js__WEBPACK_IMPORTED_MODULE_0__.EL.map(format=>`${format}=`),files:!0};const{choices}=_gate_options_table_js__WEBPACK_IMPORTED_MODULE_1__.FF.find(one=>one.name===name)??{};return{words:choices??[],files:choices===void 0}}function cases(positions,set){const groups=positions.filter(({path})=>positions.some(one=>one.path.startsWith(`${path} `))),values=positions.flatMap(({path,options})=>[...options].flatMap(([option,taken])=>taken===void 0?[]:[`    "${path} ${option}") ${set(taken.words,taken.files)} ;;`])),others=positions.map(({path,words,options,files})=>`        "${path}") ${set([...words,...options.keys()],files)} ;;`);return{groups:["",...groups.map(({path})=>path)].map(path=>`"${path}"`).join("|"),values:values.join(`
`),others:others.join(`
`)}}function bash(positions){const{groups,values,others}=cases(positions,(words,files)=>`words="${words.join(" ")}" files=${files?"yes":""}`);return`_proof_verify() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" words="" files="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path" in ${groups}) ;; *) break ;; esac
    [[ $word == -* ]] || path="\${path:+$path }$word"
  done
  COMPREPLY=()
  if [ "$previous" = "=" ]; then compopt -o default 2>/dev/null; return; fi
  case "$path $previous" in
${values}
    *)
      case "$path" in
${others}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ \${#COMPREPLY[@]} = 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
  if [ -n "$files" ]; then compopt -o default 2>/dev/null; fi
}
complete -F _proof_verify proof-verify proof
`}function zsh(positions){const{groups,values,others}=cases(positions,(words,files)=>`offered=(${words.join(" ")}) files=${files?"yes":""}`);return`#compdef proof-verify proof
_proof_verify() {
  local current="$words[CURRENT]" previous="$words[CURRENT-1]" at="" files="" word
  local -a offered
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at" in ${groups}) ;; *) break ;; esac
    [[ $word == -* ]] || at="\${at:+$at }$word"
  done
  if [[ $current == --*=* ]]; then previous="\${current%%=*}"; compset -P 1 '*='; fi
  case "$at $previous" in
${values}
    *)
      case "$at" in
${others}
      esac ;;
  esac
  compadd -- \${offered:#*=}
  compadd -S '' -- \${(M)offered:#*=}
  if [[ -n $files ]]; then _files; fi
}
if [[ "$funcstack[1]" == _proof_verify ]]; then _proof_verify "$@"; else compdef _proof_verify proof-verify proof; fi
`}function fish(positions){return`${[...positions.flatMap(({path,words,options,files})=>{const at=`complete -c proof-verify -n ${fishCondition(path,positions)}`;return[...words.map(word=>`${at} -f -a ${word}`),...files||words.length>0?[]:[`${at} -f`],...[...options].map(([option,values])=>{const name=`${at} -l ${option.slice(2)}`;return values===void 0?name:values.words.length===0?`${name} -r`:`${name} ${values.files?"-r":"-x"} -a '${values.words.join(" ")}'`})]}),"complete -c proof -w proof-verify"].join(`
`)}
`}function fishCondition(path,positions){if(path==="")return"__fish_use_subcommand";const paths=positions.map(one=>one.path),below=paths.filter(one=>one.startsWith(`${path} `)).map(one=>one.slice(path.length+1)),groups=paths.filter(one=>one.endsWith(` ${path}`)).map(one=>one.slice(0,-path.length-1)),given=path.split(" ").map(name=>`__fish_seen_subcommand_from ${name}`),not=[...below,...groups].map(name=>`not __fish_seen_subcommand_from ${name}`);return`'${[...given,...not].join("; and ")}'`}})};
