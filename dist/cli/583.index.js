"use strict";exports.id=583,exports.ids=[583],exports.modules={2583:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{completionCommand:()=>completionCommand});var _output_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(6497);function completionCommand(shell,program,io){const words=wordsOf(program);switch(shell){case"bash":return io.out(bash(words)),0;case"zsh":return io.out(`#compdef proof-verify proof
autoload -U +X bashcompinit && bashcompinit
${bash(words)}`),0;case"fish":return io.out(fish(words)),0;default:throw new _output_js__WEBPACK_IMPORTED_MODULE_0__.Qd(6,`unknown shell ${JSON.stringify(shell)}; known: bash, zsh, fish`)}}function wordsOf(program){const options=command=>command.options.flatMap(one=>one.long==null?[]:[one.long]);return program.commands.map(command=>({name:command.name(),options:[...options(command),...command.commands.flatMap(child=>[child.name(),...options(child)])]}))}function bash(words){const cases=words.map(({name,options})=>`    ${name}) words="${[...new Set(options)].join(" ")}" ;;`).join(`
`);return`_proof_verify() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="${words.map(one=>one.name).join(" ")} --help --version"
  [ "$COMP_CWORD" -gt 1 ] && case "\${COMP_WORDS[1]}" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _proof_verify proof-verify proof
`}function fish(words){return words.flatMap(({name,options})=>[`complete -c proof-verify -n __fish_use_subcommand -a ${name}`,...[...new Set(options)].map(option=>option.startsWith("--")?`complete -c proof-verify -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`:`complete -c proof-verify -n '__fish_seen_subcommand_from ${name}' -a ${option}`)]).join(`
`).concat(`
`)}})};
