#include "options/flags.h"

#include <assert.h>
#include <stdio.h>

const struct flag flags[] = {
    {"data", FLAG_LIST, offsetof(struct options, data), "PATH|URL", 0, OPTIONS_DATA_MAX,
     offsetof(struct options, data_count),
     "a data file, a folder whose *.json files are merged, or\n"
     "the https URL of a data file (http: at a loopback\n"
     "address only, or with --origin-http);\n"
     "may be repeated (in the environment: separated by\n"
     "commas); left out: the record built into the program"},
    {"listen", FLAG_ADDRESS, offsetof(struct options, listen), "ADDRESS:PORT", 0, 0, 0,
     "where to listen; 127.0.0.1:8080 if left out, or what\n"
     "HOST and PORT in the environment say; port 0 takes a\n"
     "free one, [::1]:8080 is IPv6, :8080 every address"},
    {"admin-listen", FLAG_ADDRESS, offsetof(struct options, admin_listen), "ADDR:PORT", 0, 0, 0,
     "where /livez, /readyz and /metrics are, and then not\n"
     "beside the record; plain HTTP, and not in the log"},
    {"tls-cert", FLAG_TEXT, offsetof(struct options, tls_cert), "FILE", 0, 0, 0,
     "speak TLS (1.2 or later) with this certificate and those\n"
     "that lead to its authority, in PEM; read anew on SIGHUP"},
    {"tls-key", FLAG_TEXT, offsetof(struct options, tls_key), "FILE", 0, 0, 0,
     "the key of that certificate, in PEM, without a password"},
    {"threads", FLAG_NUMBER, offsetof(struct options, threads), "N", 1, OPTIONS_THREADS_MAX, 0,
     "threads that answer; one a processor if left out"},
    {"connections", FLAG_NUMBER, offsetof(struct options, connections), "N", 1, 1000000, 0,
     "connections open at once, 4096 if left out; further\n"
     "ones wait or are refused"},
    {"per-address", FLAG_NUMBER, offsetof(struct options, per_address), "N", 1, 1000000, 0,
     "of these, how many from one address; 1024 if left out"},
    {"header-bytes", FLAG_NUMBER, offsetof(struct options, header_bytes), "N", 4096, 1048576, 0,
     "memory for the head of a request and of its answer;\n"
     "16384 if left out"},
    {"idle-seconds", FLAG_NUMBER, offsetof(struct options, idle_seconds), "N", 1, 3600, 0,
     "after which a silent connection is closed; 30 if left\n"
     "out"},
    {"watch", FLAG_SWITCH, offsetof(struct options, watch), NULL, 0, 0, 0,
     "load the data anew when they change, as SIGHUP does"},
    {"refresh", FLAG_NUMBER, offsetof(struct options, refresh_seconds), "SECONDS", 0, 31536000, 0,
     "how often a URL is asked whether its record is new, a\n"
     "tenth more or less; 0 is never, 300 if left out"},
    {"state", FLAG_TEXT, offsetof(struct options, state), "FOLDER", 0, 0, 0,
     "where the last good copies of URLs are kept, to start\n"
     "from while an origin is down; one server's own"},
    {"origin-bytes", FLAG_NUMBER, offsetof(struct options, remote_bytes), "N", 1, 1L << 28, 0,
     "the most that a URL may send; 67108864 if left out"},
    {"origin-seconds", FLAG_NUMBER, offsetof(struct options, remote_seconds), "N", 1, 3600, 0,
     "in which it must have sent it; 60 if left out"},
    {"origin-ca", FLAG_TEXT, offsetof(struct options, remote_ca), "FILE", 0, 0, 0,
     "certificates of the authorities to trust there, in PEM;\n"
     "the system's if left out"},
    {"origin-http", FLAG_SWITCH, offsetof(struct options, remote_http), NULL, 0, 0, 0,
     "take records over plain http from other machines, too:\n"
     "for a network where nobody but you is on the way"},
    {"drain-seconds", FLAG_NUMBER, offsetof(struct options, drain_seconds), "N", 0, 3600, 0,
     "how long, once told to stop, /readyz says 503 while\n"
     "connections are still taken; 0 if left out"},
    {"stop-seconds", FLAG_NUMBER, offsetof(struct options, stop_seconds), "N", 0, 3600, 0,
     "how long requests under way may still take after that;\n"
     "10 if left out"},
    {"cache-bytes", FLAG_NUMBER, offsetof(struct options, cache_bytes), "N", 0, 1L << 40, 0,
     "memory for answers that are kept ready, over all\n"
     "threads; 33554432 if left out"},
    {"cors-origin", FLAG_CORS_ORIGINS, offsetof(struct options, cors_origins), "ORIGIN", 0,
     OPTIONS_CORS_ORIGINS_MAX, offsetof(struct options, cors_origin_count),
     "the origin whose pages may read answers, for example\n"
     "https://example.org; may be repeated (in the\n"
     "environment: separated by commas); any if left out or\n"
     "with \"*\", none with \"off\""},
    {"base-path", FLAG_BASE_PATH, offsetof(struct options, base_path), "PATH", 0, 0, 0,
     "what a proxy takes away from the beginning of paths, as\n"
     "/record; every link in an answer begins with it"},
    {"access-log", FLAG_WORD, offsetof(struct options, access_log), "[=combined|json]", 0, 0, 0,
     "one line per request on standard output: combined, as\n"
     "Apache writes it, if nothing else is said"},
    {"trust-proxy", FLAG_NETWORKS, offsetof(struct options, trusted_proxies), "CIDR", 0,
     OPTIONS_PROXIES_MAX, offsetof(struct options, trusted_proxy_count),
     "a network whose proxies may say, in Forwarded or else\n"
     "X-Forwarded-For, for whom they ask, as the log then has\n"
     "it; may be repeated (in the environment: separated by\n"
     "commas); none if left out"},
    {"sandbox", FLAG_CHOICE, offsetof(struct options, sandbox), "off|warn|enforce", 0, 0, 0,
     "once it listens, give up the right to do what serving\n"
     "does not need (warn: have the kernel log it instead);\n"
     "enforce if left out, as far as the kernel can"},
    {"user", FLAG_TEXT, offsetof(struct options, user), "NAME|NUMBER", 0, 0, 0,
     "the user to become once it listens, where root starts\n"
     "it; nobody, if nobody may use all that is named here"},
};

const size_t flag_count = sizeof flags / sizeof *flags;

static_assert(sizeof flags / sizeof *flags <= OPTIONS_FLAGS_MAX,
              "arrays of that size are indexed by flag");

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
