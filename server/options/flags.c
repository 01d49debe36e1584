#include "options/flags.h"

#include "base/address.h"
#include "http/url.h"
#include "options/cors_origin.h"

#include <stdlib.h>
#include <string.h>

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
    {"threads", FLAG_NUMBER, offsetof(struct options, threads), "N", 1, 256, 0,
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

/* Where the options keep what the flag sets. */
static void *member(struct options *options, const struct flag *flag)
{
    return (char *)options + flag->member;
}

static bool is_something(const struct flag *flag, const char *label, const char *value,
                         FILE *errors)
{
    if (!*value)
        fprintf(errors, "rapporteur: %s takes %s, not \"\"; leave it out if there is none\n", label,
                flag->argument);
    return *value != '\0';
}

/* An origin, or a word for any or for none, which stands alone. */
static bool check_origin(const struct flag *flag, const char *const *list, size_t count,
                         const char *value, FILE *errors)
{
    const bool is_word = strcmp(value, "*") == 0 || strcmp(value, "off") == 0;
    const char *problem = is_word ? NULL : cors_origin_problem(value);
    if (problem)
        fprintf(errors,
                "rapporteur: --%s takes an origin such as https://example.org, \"*\" or \"off\", "
                "not \"%s\": %s\n",
                flag->name, value, problem);
    else if (count > 0 && (is_word || !strchr(list[0], ':')))
        fprintf(errors,
                "rapporteur: --%s takes \"*\", any, and \"off\", none, alone only: give "
                "either that or the origins\n",
                flag->name);
    else
        return true;
    return false;
}

static bool add_to_list(struct options *options, const struct flag *flag, const char *label,
                        const char *value, FILE *errors)
{
    void *list = member(options, flag);
    size_t *count = (size_t *)((char *)options + flag->count);
    if (*count == (size_t)flag->maximum) {
        fprintf(errors, "rapporteur: --%s is given more than %ld times\n", flag->name,
                flag->maximum);
        return false;
    }
    if (flag->kind == FLAG_LIST && !is_something(flag, label, value, errors))
        return false;
    if (flag->kind == FLAG_CORS_ORIGINS && !check_origin(flag, list, *count, value, errors))
        return false;
    if (flag->kind != FLAG_NETWORKS) {
        ((const char **)list)[(*count)++] = value;
        return true;
    }
    if (network_parse(value, &((struct network *)list)[*count])) {
        (*count)++;
        return true;
    }
    fprintf(errors,
            "rapporteur: --%s takes an address or a network, for example 192.0.2.1, 10.0.0.0/8 or "
            "fd00::/8 (without bits set behind the prefix), not \"%s\"\n",
            flag->name, value);
    return false;
}

static bool set_number(struct options *options, const struct flag *flag, const char *label,
                       const char *value, FILE *errors)
{
    char *end;
    const long number = strtol(value, &end, 10);
    if (!*value || *end || number < flag->minimum || number > flag->maximum) {
        fprintf(errors, "rapporteur: %s takes a whole number from %ld to %ld, not \"%s\"\n", label,
                flag->minimum, flag->maximum, value);
        return false;
    }
    *(long *)member(options, flag) = number;
    return true;
}

static bool set_text(struct options *options, const struct flag *flag, const char *label,
                     const char *value, FILE *errors)
{
    *(const char **)member(options, flag) = value;
    return is_something(flag, label, value, errors);
}

static bool set_address(struct options *options, const struct flag *flag, const char *label,
                        const char *value, FILE *errors)
{
    char host[ADDRESS_HOST_MAX];
    const char *port;
    *(const char **)member(options, flag) = value;
    if (address_split(value, host, &port))
        return true;
    fprintf(
        errors,
        "rapporteur: %s takes ADDRESS:PORT, PORT from 0 to 65535, for example 127.0.0.1:8080 or "
        "[::1]:8080, not \"%s\"\n",
        label, value);
    return false;
}

static bool set_base_path(struct options *options, const struct flag *flag, const char *label,
                          const char *value, FILE *errors)
{
    const char *problem = url_base_path_problem(value);
    if (problem)
        fprintf(errors, "rapporteur: %s takes a path such as /record, not \"%s\": %s\n", label,
                value, problem);
    *(const char **)member(options, flag) = value;
    return !problem;
}

/* Which of the words of a switch it is; 0, 1 and 2 say no, from 3 on yes; -1 is none. */
static int switch_word(const char *value)
{
    static const char *const words[] = {"0", "no", "false", "1", "yes", "true"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(value, words[i]) == 0)
            return (int)i;
    return -1;
}

/* Which of the words, up to a ']' or the end, it is, counted from 1; 0 is none. */
static int find_word(const char *words, const char *value)
{
    const size_t length = strlen(value);
    int which = 1;
    for (const char *word = words; length > 0; word += strcspn(word, "|]") + 1, which++) {
        const size_t end = strcspn(word, "|]");
        if (end == length && memcmp(word, value, length) == 0)
            return which;
        if (word[end] != '|')
            break;
    }
    return 0;
}

static bool set_word(struct options *options, const struct flag *flag, const char *label,
                     const char *value, FILE *errors)
{
    const int word = switch_word(value);
    const int which = word < 0 ? find_word(flag->argument + 2, value) : word >= 3;
    if (word < 0 && which == 0) {
        fprintf(errors, "rapporteur: %s takes %.*s or no, not \"%s\"\n", label,
                (int)strlen(flag->argument) - 3, flag->argument + 2, value);
        return false;
    }
    *(int *)member(options, flag) = which;
    return true;
}

static bool set_choice(struct options *options, const struct flag *flag, const char *label,
                       const char *value, FILE *errors)
{
    const int which = find_word(flag->argument, value);
    if (which == 0)
        fprintf(errors, "rapporteur: %s takes %s, not \"%s\"\n", label, flag->argument, value);
    *(int *)member(options, flag) = which;
    return which != 0;
}

static bool set_switch(struct options *options, const struct flag *flag, const char *label,
                       const char *value, FILE *errors)
{
    const int word = switch_word(value);
    if (word >= 0) {
        *(bool *)member(options, flag) = word >= 3;
        return true;
    }
    fprintf(errors, "rapporteur: %s takes yes or no, not \"%s\"\n", label, value);
    return false;
}

bool flag_set(const struct flag *flag, struct options *options, const char *label,
              const char *value, FILE *errors)
{
    switch (flag->kind) {
    case FLAG_LIST:
    case FLAG_CORS_ORIGINS:
    case FLAG_NETWORKS:
        return add_to_list(options, flag, label, value, errors);
    case FLAG_NUMBER:
        return set_number(options, flag, label, value, errors);
    case FLAG_BASE_PATH:
        return set_base_path(options, flag, label, value, errors);
    case FLAG_SWITCH:
        return set_switch(options, flag, label, value, errors);
    case FLAG_CHOICE:
        return set_choice(options, flag, label, value, errors);
    case FLAG_WORD:
        return set_word(options, flag, label, value, errors);
    case FLAG_TEXT:
        return set_text(options, flag, label, value, errors);
    case FLAG_ADDRESS:
        return set_address(options, flag, label, value, errors);
    }
    return true;
}
