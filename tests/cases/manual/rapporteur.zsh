#compdef rapporteur
# zsh completion of rapporteur, made from the tables behind rapporteur --help.
local context state state_descr line
typeset -A opt_args
local -a commands=(
  'serve:serve the record over HTTP'
  'check:report faults and warnings in data files, or in --data'
  'convert:print data of any format as one record in JSON'
  'formats:list the formats that data can have'
  'mcp:serve assistants on standard input and output (MCP)'
  'schema:print the JSON Schema of data files'
  'openapi:print the OpenAPI description of the service'
  'export:write the whole API to a folder, as files'
  'ready:exit with status 0 if a server is ready'
)
_arguments \
  '(- *)--help[print a list of all flags]' \
  '(- *)--version[print the version]' \
  '*--data=[data file of any format, folder whose data files are merged, or https URL of a data file]:PATH|URL:_files' \
  '--format=[format of all files and URLs that are named, except the files of folders]:format:(markdown csv yaml frab-xml frab-json programme json)' \
  '--map=[fields that the columns of tables hold]:FILE:_files' \
  '--texts=[folder with texts of documents that the data do not bring]:FOLDER:_files -/' \
  '--report[convert prints what it read and what it did not read]' \
  '--explain[convert prints each line with what it became]' \
  '--strict[check also fails if there are warnings]' \
  '--listen=[address to listen on]:ADDRESS\:PORT:' \
  '--admin-listen=[separate address for /livez, /readyz and /metrics, in plain HTTP and not logged]:ADDR\:PORT:' \
  '--tls-cert=[certificate and its chain in PEM, enables TLS 1.2 and later]:FILE:_files' \
  '--tls-key=[private key of the certificate in PEM, unencrypted]:FILE:_files' \
  '--hsts=[tell browsers to use only https for SECONDS]:SECONDS:' \
  '--threads=[threads that answer requests]:N:' \
  '--connections=[maximum number of open connections]:N:' \
  '--per-address=[connections per client address, or per /64 network of IPv6]:N:' \
  '--header-bytes=[memory for the headers of a request and of its response]:N:' \
  '--head-seconds=[close a connection if the TLS handshake and the first request'\''s header, or the header of a later request, take more than N]:N:' \
  '--request-work=[limit of the work for a request, in millions of units]:N:' \
  '--idle-seconds=[close idle connections after N seconds]:N:' \
  '--watch[reload the data when a file changes, as SIGHUP does]' \
  '--refresh=[time between checks of a URL for new data, plus or minus a tenth]:SECONDS:' \
  '--state=[folder for the last good copies of the data, to start from if a URL is down or a file is faulty]:FOLDER:_files -/' \
  '--allow-shrink[publish data with no records, or with fewer than half of those of a collection of ten or more]' \
  '--origin-bytes=[maximum size of data fetched from a URL]:N:' \
  '--origin-seconds=[timeout of a fetch in seconds]:N:' \
  '--origin-ca=[certificates of trusted authorities for URLs, in PEM]:FILE:_files' \
  '--origin-http[accept http URLs of any host]' \
  '--drain-seconds=[time after SIGTERM during which /readyz returns 503 and connections are still accepted]:N:' \
  '--stop-seconds=[time after that for requests to finish]:N:' \
  '--cache-bytes=[memory for cached responses of all threads]:N:' \
  '--answer-bytes=[memory for responses that clients have not read yet, besides the cache]:N:' \
  '--least-rate=[close a connection whose client reads a response slower than N bytes per second for 30 seconds]:N:' \
  '--cache-control=[Cache-Control of responses that are no errors, such as "public, max-age=60" for caches that may use them for a minute without]:DIRECTIVES:' \
  '--mcp[let assistants ask at /mcp, by POST requests of the Model Context Protocol]' \
  '--csv-bom[begin CSV files with a byte order mark, by which Excel recognises UTF-8, as the parameter bom does]' \
  '*--cors-origin=[origin whose pages may read responses, for example https\://example.org]:ORIGIN:' \
  '*--ignore-parameter=[parameter of requests that is dropped, as those are that third parties add to links]:NAME:' \
  '--base-path=[path prefix that a proxy strips, such as /record]:PATH:' \
  '--url=[public address of the service, such as https\://record.example.org, for the links of pages that leave it]:URL:' \
  '--pages=[pages for browsers]:pages:(on suffix off files)' \
  '--title=[name of the service on pages]:TEXT:' \
  '--footer=[text at the foot of each page, such as who is responsible for the service]:TEXT:' \
  '--accent=[colour of links to sources, such as #a3290f]:COLOUR:' \
  '--theme=[style and logo of the house]:FOLDER:_files -/' \
  '--access-log=-[access log on standard output, one line per request]::access-log:(combined json)' \
  '--access-log-skip-health[leave /livez, /readyz and /metrics out of the access log]' \
  '--log-format=[lines of the server'\''s log on standard error]:log-format:(text json)' \
  '*--trust-proxy=[network of proxies whose Forwarded or X-Forwarded-For header gives the client address, for the log and the limits]:CIDR:' \
  '--sandbox=[restrictions once the ports are open]:sandbox:(off warn enforce)' \
  '--user=[user to switch to once the ports are open, if started by root]:NAME|NUMBER:' \
  '1:command:->command' '*:operand:->operand' && return
case $state in
  command) _describe -t commands command commands ;;
  operand)
    case $line[1] in
      check|convert) _files ;;
      export) _files -/ ;;
    esac ;;
esac
