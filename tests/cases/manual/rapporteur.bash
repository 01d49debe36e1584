# bash completion of rapporteur, made from the tables behind rapporteur --help.
_rapporteur()
{
    local word=${COMP_WORDS[COMP_CWORD]} flag=${COMP_WORDS[COMP_CWORD - 1]} joined= command= given
    COMPREPLY=()
    if [[ $word == '=' ]]; then
        word= joined=yes
    elif [[ $flag == '=' ]]; then
        flag=${COMP_WORDS[COMP_CWORD - 2]} joined=yes
    fi
    case $flag in
        --format)
            mapfile -t COMPREPLY < <(compgen -W 'markdown csv yaml frab-xml frab-json programme json' -- "$word")
            return ;;
        --pages)
            mapfile -t COMPREPLY < <(compgen -W 'on suffix off files' -- "$word")
            return ;;
        --access-log)
            [[ $joined ]] && mapfile -t COMPREPLY < <(compgen -W 'combined json' -- "$word")
            [[ $joined ]] && return ;;
        --log-format)
            mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$word")
            return ;;
        --sandbox)
            mapfile -t COMPREPLY < <(compgen -W 'off warn enforce' -- "$word")
            return ;;
        --data|--map|--tls-cert|--tls-key|--origin-ca)
            compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word")
            return ;;
        --texts|--state|--theme)
            compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word")
            return ;;
        --listen|--admin-listen|--hsts|--threads|--connections|--per-address|--header-bytes|--head-seconds|--request-work|--idle-seconds|--refresh|--origin-bytes|--origin-seconds|--drain-seconds|--stop-seconds|--cache-bytes|--answer-bytes|--least-rate|--cache-control|--cors-origin|--ignore-parameter|--base-path|--url|--title|--footer|--accent|--trust-proxy|--user)
            :
            return ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '--help --version --data --format --map --texts --report --explain --strict --listen --admin-listen --tls-cert --tls-key --hsts --threads --connections --per-address --header-bytes --head-seconds --request-work --idle-seconds --watch --refresh --state --allow-shrink --origin-bytes --origin-seconds --origin-ca --origin-http --drain-seconds --stop-seconds --cache-bytes --answer-bytes --least-rate --cache-control --mcp --csv-bom --cors-origin --ignore-parameter --base-path --url --pages --title --footer --accent --theme --access-log --access-log-skip-health --log-format --trust-proxy --sandbox --user' -- "$word")
        return
    fi
    for given in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
        [[ ' serve check convert formats mcp schema openapi export ready ' == *" $given "* ]] && command=$given && break
    done
    case $command in
        '') mapfile -t COMPREPLY < <(compgen -W 'serve check convert formats mcp schema openapi export ready' -- "$word") ;;
        check|convert)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        export)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    esac
}
complete -F _rapporteur rapporteur
