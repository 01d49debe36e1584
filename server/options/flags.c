#include "options/flags.h"

#include "options/options.h"

#include <assert.h>
#include <stdio.h>

const struct flag flag_table[] = {
    {"data", FLAG_LIST, offsetof(struct options, data), "PATH|URL", 0, OPTIONS_DATA_MAX,
     offsetof(struct options, data_count),
     "data file of any format (see rapporteur formats), folder\n"
     "whose data files are merged, or https URL of a data file\n"
     "(http only for loopback addresses or with\n"
     "--origin-http); may be repeated (in the environment:\n"
     "separated by commas; default the built-in record)"},
    {"format", FLAG_FORMAT, offsetof(struct options, format), "NAME", 0, 0, 0,
     "format of all files and URLs that are named, except the\n"
     "files of folders (default recognised)"},
    {"map", FLAG_TEXT, offsetof(struct options, map), "FILE", 0, 0, 0,
     "fields that the columns of tables (CSV, TSV) hold: a\n"
     "line such as E-mail address,email for each; a column\n"
     "without a field is not read"},
    {"texts", FLAG_TEXT, offsetof(struct options, texts), "FOLDER", 0, 0, 0,
     "folder with texts of documents that the data do not\n"
     "bring: a file there is the text of the document whose\n"
     "\"sha256\" it has"},
    {"report", FLAG_SWITCH, offsetof(struct options, report), NULL, 0, 0, 0,
     "convert prints what it read and what it did not read"},
    {"explain", FLAG_SWITCH, offsetof(struct options, explain), NULL, 0, 0, 0,
     "convert prints each line with what it became"},
    {"strict", FLAG_SWITCH, offsetof(struct options, strict), NULL, 0, 0, 0,
     "check also fails if there are warnings"},
    {"listen", FLAG_ADDRESS, offsetof(struct options, listen), "ADDRESS:PORT", 0, 0, 0,
     "address to listen on (default 127.0.0.1:8080, or HOST\n"
     "and PORT from the environment); port 0 means a free\n"
     "port, [::1]:8080 is IPv6, :8080 means every address"},
    {"admin-listen", FLAG_ADDRESS, offsetof(struct options, admin_listen), "ADDR:PORT", 0, 0, 0,
     "separate address for /livez, /readyz and /metrics, in\n"
     "plain HTTP and not logged (default as --listen)"},
    {"tls-cert", FLAG_TEXT, offsetof(struct options, tls_cert), "FILE", 0, 0, 0,
     "certificate and its chain in PEM, enables TLS 1.2 and\n"
     "later; SIGHUP reloads it"},
    {"tls-key", FLAG_TEXT, offsetof(struct options, tls_key), "FILE", 0, 0, 0,
     "private key of the certificate in PEM, unencrypted"},
    {"hsts", FLAG_NUMBER, offsetof(struct options, hsts_seconds), "SECONDS", 0, 315360000, 0,
     "tell browsers to use only https for SECONDS: sends\n"
     "Strict-Transport-Security; 0 makes them forget it\n"
     "(default not sent; needs --tls-cert)"},
    {"threads", FLAG_NUMBER, offsetof(struct options, threads), "N", 1, OPTIONS_THREADS_MAX, 0,
     "threads that answer requests (default one per\n"
     "processor)"},
    {"connections", FLAG_NUMBER, offsetof(struct options, connections), "N", 1, 1000000, 0,
     "maximum number of open connections; if few are left, a\n"
     "new one replaces the one idle for longest of the address\n"
     "that has most (default 4096)"},
    {"per-address", FLAG_NUMBER, offsetof(struct options, per_address), "N", 1, 1000000, 0,
     "connections per client address, or per /64 network of\n"
     "IPv6; beyond it, a new one replaces the one idle for\n"
     "longest of the same address; of a client that a trusted\n"
     "proxy names, requests under way (default 1024)"},
    {"header-bytes", FLAG_NUMBER, offsetof(struct options, header_bytes), "N", 4096, 1048576, 0,
     "memory for the headers of a request and of its response\n"
     "(default 16384)"},
    {"head-seconds", FLAG_NUMBER, offsetof(struct options, head_seconds), "N", 1, 3600, 0,
     "close a connection if the TLS handshake and the first\n"
     "request's header, or the header of a later request, take\n"
     "more than N seconds to arrive (default 10)"},
    {"request-work", FLAG_NUMBER, offsetof(struct options, request_work), "N", 1, 1000000, 0,
     "limit of the work for a request, in millions of units; a\n"
     "million is about a millisecond of processor time, but\n"
     "counted, so that all servers decide alike (default 100)"},
    {"idle-seconds", FLAG_NUMBER, offsetof(struct options, idle_seconds), "N", 1, 3600, 0,
     "close idle connections after N seconds (default 75: more\n"
     "than the 60 s for which balancers reuse connections)"},
    {"watch", FLAG_SWITCH, offsetof(struct options, watch), NULL, 0, 0, 0,
     "reload the data when a file changes, as SIGHUP does"},
    {"refresh", FLAG_NUMBER, offsetof(struct options, refresh_seconds), "SECONDS", 0, 31536000, 0,
     "time between checks of a URL for new data, plus or minus\n"
     "a tenth; 0 means never (default 300)"},
    {"state", FLAG_TEXT, offsetof(struct options, state), "FOLDER", 0, 0, 0,
     "folder for the last good copies of the data, to start\n"
     "from if a URL is down or a file is faulty; one folder\n"
     "per server"},
    {"allow-shrink", FLAG_SWITCH, offsetof(struct options, allow_shrink), NULL, 0, 0, 0,
     "publish data with no records, or with fewer than half of\n"
     "those of a collection of ten or more; otherwise SIGHUP\n"
     "twice within a minute or a file FILE.allow-shrink beside\n"
     "the data must say that this is meant"},
    {"origin-bytes", FLAG_NUMBER, offsetof(struct options, remote_bytes), "N", 1, 1L << 28, 0,
     "maximum size of data fetched from a URL (default\n"
     "67108864)"},
    {"origin-seconds", FLAG_NUMBER, offsetof(struct options, remote_seconds), "N", 1, 3600, 0,
     "timeout of a fetch in seconds (default 60)"},
    {"origin-ca", FLAG_TEXT, offsetof(struct options, remote_ca), "FILE", 0, 0, 0,
     "certificates of trusted authorities for URLs, in PEM\n"
     "(default the system's)"},
    {"origin-http", FLAG_SWITCH, offsetof(struct options, remote_http), NULL, 0, 0, 0,
     "accept http URLs of any host: only for networks that you\n"
     "trust"},
    {"drain-seconds", FLAG_NUMBER, offsetof(struct options, drain_seconds), "N", 0, 3600, 0,
     "time after SIGTERM during which /readyz returns 503 and\n"
     "connections are still accepted (default 0)"},
    {"stop-seconds", FLAG_NUMBER, offsetof(struct options, stop_seconds), "N", 0, 3600, 0,
     "time after that for requests to finish (default 10)"},
    {"cache-bytes", FLAG_NUMBER, offsetof(struct options, cache_bytes), "N", 0, 1L << 40, 0,
     "memory for cached responses of all threads (default\n"
     "33554432)"},
    {"answer-bytes", FLAG_NUMBER, offsetof(struct options, answer_bytes), "N", 4096, 1L << 40, 0,
     "memory for responses that clients have not read yet,\n"
     "besides the cache; further ones are answered with 503\n"
     "(default 67108864)"},
    {"least-rate", FLAG_NUMBER, offsetof(struct options, least_rate), "N", 0, 1L << 30, 0,
     "close a connection whose client reads a response slower\n"
     "than N bytes per second for 30 seconds; 0 means never\n"
     "(default 1024)"},
    {"cache-control", FLAG_CACHE_CONTROL, offsetof(struct options, publication.cache_control),
     "DIRECTIVES", 0, 0, 0,
     "Cache-Control of responses that are no errors, such as\n"
     "\"public, max-age=60\" for caches that may use them for a\n"
     "minute without asking (default \"public, no-cache\")"},
    {"mcp", FLAG_SWITCH, offsetof(struct options, publication.mcp), NULL, 0, 0, 0,
     "let assistants ask at /mcp, by POST requests of the Model\n"
     "Context Protocol"},
    {"csv-bom", FLAG_SWITCH, offsetof(struct options, publication.csv_bom), NULL, 0, 0, 0,
     "begin CSV files with a byte order mark, by which Excel\n"
     "recognises UTF-8, as the parameter bom does"},
    {"cors-origin", FLAG_CORS_ORIGINS, offsetof(struct options, cors_origins), "ORIGIN", 0,
     OPTIONS_CORS_ORIGINS_MAX, offsetof(struct options, cors_origin_count),
     "origin whose pages may read responses, for example\n"
     "https://example.org; may be repeated (in the\n"
     "environment: separated by commas); \"off\" allows none\n"
     "(default \"*\", any)"},
    {"ignore-parameter", FLAG_LIST, offsetof(struct options, ignored_parameters), "NAME", 0,
     OPTIONS_IGNORED_PARAMETERS_MAX, offsetof(struct options, ignored_parameter_count),
     "parameter of requests that is dropped, as those are that\n"
     "third parties add to links (utm_*, fbclid, gclid and\n"
     "others); may be repeated (in the environment: separated\n"
     "by commas)"},
    {"base-path", FLAG_BASE_PATH, offsetof(struct options, base_path), "PATH", 0, 0, 0,
     "path prefix that a proxy strips, such as /record;\n"
     "prepended to every link"},
    {"url", FLAG_ORIGIN, offsetof(struct options, publication.url), "URL", 0, 0, 0,
     "public address of the service, such as\n"
     "https://record.example.org, for the links of pages that\n"
     "leave it; --base-path follows it"},
    {"pages", FLAG_CHOICE, offsetof(struct options, publication.pages), "on|suffix|off|files", 0, 0,
     0,
     "pages for browsers: on serves them at every URL, by\n"
     "Accept; suffix only at .html, for caches that ignore Vary;\n"
     "files as export writes them (default on; in an export\n"
     "files)"},
    {"title", FLAG_TEXT, offsetof(struct options, publication.title), "TEXT", 0, 0, 0,
     "name of the service on pages (default rapporteur)"},
    {"footer", FLAG_TEXT, offsetof(struct options, publication.footer), "TEXT", 0, 0, 0,
     "text at the foot of each page, such as who is\n"
     "responsible for the service"},
    {"accent", FLAG_COLOUR, offsetof(struct options, publication.accent), "COLOUR", 0, 0, 0,
     "colour of links to sources, such as #a3290f; its\n"
     "contrast to white is to be at least 4.5 to 1"},
    {"theme", FLAG_TEXT, offsetof(struct options, theme), "FOLDER", 0, 0, 0,
     "style and logo of the house: theme.css, logo.svg, and the\n"
     "images and fonts that they need"},
    {"access-log", FLAG_WORD, offsetof(struct options, access_log), "[=combined|json]", 0, 0, 0,
     "access log on standard output, one line per request\n"
     "(default format: combined, as in Apache)"},
    {"access-log-skip-health", FLAG_SWITCH, offsetof(struct options, access_log_skip_health), NULL,
     0, 0, 0, "leave /livez, /readyz and /metrics out of the access log"},
    {"log-format", FLAG_CHOICE, offsetof(struct options, log_format), "text|json", 0, 0, 0,
     "lines of the server's log on standard error: text, or an\n"
     "object with time, level and message (default text)"},
    {"trust-proxy", FLAG_NETWORKS, offsetof(struct options, trusted_proxies), "CIDR", 0,
     OPTIONS_PROXIES_MAX, offsetof(struct options, trusted_proxy_count),
     "network of proxies whose Forwarded or X-Forwarded-For\n"
     "header gives the client address, for the log and the\n"
     "limits; may be repeated (in the environment: separated\n"
     "by commas; default none)"},
    {"sandbox", FLAG_CHOICE, offsetof(struct options, sandbox), "off|warn|enforce", 0, 0, 0,
     "restrictions once the ports are open: enforce denies\n"
     "everything the server does not need, warn only logs it\n"
     "(default enforce, as far as the kernel supports it)"},
    {"user", FLAG_TEXT, offsetof(struct options, user), "NAME|NUMBER", 0, 0, 0,
     "user to switch to once the ports are open, if started by\n"
     "root (default nobody, if it can read the named files)"},
};

const size_t flag_count = sizeof flag_table / sizeof *flag_table;

static_assert(sizeof flag_table / sizeof *flag_table <= OPTIONS_FLAGS_MAX,
              "OPTIONS_FLAGS_MAX is too small for all flags");

bool flag_is_list(const struct flag *flag)
{
    return flag->kind == FLAG_LIST || flag->kind == FLAG_CORS_ORIGINS ||
           flag->kind == FLAG_NETWORKS;
}

void flag_variable(const struct flag *flag, char variable[FLAG_LABEL_MAX])
{
    snprintf(variable, FLAG_LABEL_MAX, "RAPPORTEUR_%s", flag->name);
    for (char *c = variable; *c; c++)
        *c = *c == '-' ? '_' : (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
}
