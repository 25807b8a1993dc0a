# TAB completion of netlog for fish; printed by: netlog completion fish

function __netlog_complete
    set -l words (commandline -opc)
    set -l program netlog
    string match -q '*/*' -- $words[1]
    and set program (string replace -r '^~/' "$HOME/" -- $words[1])
    set -l typed (string unescape -- (commandline -ct))
    set -l answer (_NETLOG_COMPLETE=fish $program $words[2..-1] "$typed" 2>/dev/null </dev/null)
    if test "$answer" = files
        set -l option (string match -r -- '^--[^=]*=' "$typed")
        for path in (__fish_complete_path (string replace -- "$option" '' "$typed"))
            echo -- "$option$path"
        end
    else if set -q answer[1]
        printf '%s\n' $answer
    end
end

complete -c netlog -f -a '(__netlog_complete)'
