#compdef netlog
# TAB completion of netlog for zsh; printed by: netlog completion zsh

_netlog() {
    local program=netlog line typed=${words[CURRENT]%"$SUFFIX"}
    local -a answer values shown long
    [[ ${words[1]} == */* ]] && program=${${(Q)words[1]}/#\~\//$HOME/}
    answer=("${(@f)$(
        _NETLOG_COMPLETE=zsh "$program" "${(@)words[2,CURRENT-1]}" "$typed" 2>/dev/null </dev/null
    )}")
    case ${answer[1]} in
        files)
            compset -P 1 '--*='
            _files
            return
            ;;
        # What all have in common is less than what was typed: show them, and leave the line alone.
        list) compstate[insert]= compstate[list]='list force' ;;
        insert) ;;
        *) return 1 ;;
    esac
    for line in "${(@)answer[2,-1]}"; do
        values+=("${line%%$'\t'*}")
        shown+=("${line#*$'\t'}")
    done
    # -U: netlog has matched already, whatever the case, the accents and the order of the words.
    [[ "$shown" == "$values" ]] || long=(-l)
    compadd -U $long -d shown -a values
}

if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _netlog "$@"
else
    compdef _netlog netlog
fi
