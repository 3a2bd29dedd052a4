"""The scripts that let a shell ask what may be typed next."""

from __future__ import annotations

BASH = """\
# mentorlog in bash. To keep it:
#   mentorlog completion bash > ~/.local/share/bash-completion/completions/mentorlog
_mentorlog() {
    local how="" line
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$how" ]; then how=$line; else COMPREPLY+=("$line"); fi
    done < <(command mentorlog __complete bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    case $how in
        files) compopt -o default 2>/dev/null ;;
        folders) compopt -o dirnames 2>/dev/null ;;
    esac
}
complete -o nosort -F _mentorlog mentorlog 2>/dev/null || complete -F _mentorlog mentorlog
"""
ZSH = """\
#compdef mentorlog
# mentorlog in zsh. To keep it, put it in a folder of $fpath as _mentorlog:
#   mentorlog completion zsh > ~/.zfunc/_mentorlog
_mentorlog() {
    local how="" line
    local -a found shown
    while IFS= read -r line; do
        if [[ -z $how ]]; then
            how=$line
        else
            found+=("${line%%$'\\t'*}")
            shown+=("${line/$'\\t'/  }")
        fi
    done < <(command mentorlog __complete zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    case $how in
        files) _files ;;
        folders) _files -/ ;;
        words) (( $#found )) && compadd -V mentorlog -l -d shown -a found ;;
    esac
}
if [[ $funcstack[1] == _mentorlog ]]; then
    _mentorlog "$@"
elif (( $+functions[compdef] )); then
    compdef _mentorlog mentorlog
fi
"""
FISH = """\
# mentorlog in fish. To keep it:
#   mentorlog completion fish > ~/.config/fish/completions/mentorlog.fish
function __mentorlog_complete
    set -l words (commandline -opc)
    set -l found (command mentorlog __complete fish $words[2..-1] (commandline -ct) 2>/dev/null)
    switch "$found[1]"
        case files
            __fish_complete_path (commandline -ct)
        case folders
            __fish_complete_directories (commandline -ct)
        case words
            printf '%s\\n' $found[2..-1]
    end
end
complete -c mentorlog -f -k -a '(__mentorlog_complete)'
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
