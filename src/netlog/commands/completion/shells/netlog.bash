# TAB completion of netlog for bash, from 3.2 on; printed by: netlog completion bash

_netlog_complete() {
    local IFS=$'\n' program=netlog answer reply
    case $1 in
        '~/'*) program=$HOME/${1#'~/'} ;;
        */*) program=$1 ;;
    esac
    COMPREPLY=()
    answer=$(
        _NETLOG_COMPLETE=bash "$program" "${COMP_LINE:0:$COMP_POINT}" "$2" "${COMP_TYPE-}" \
            2>/dev/null </dev/null
    ) || return 0
    if [ -z "$answer" ]; then
        return 0
    elif [ "$answer" = files ]; then
        # Readline's own way with paths; bash before 4 has no compopt.
        compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$2"))
        return 0
    fi
    while IFS= read -r reply; do
        COMPREPLY[${#COMPREPLY[@]}]=$reply
    done <<<"$answer"
}

complete -F _netlog_complete netlog
