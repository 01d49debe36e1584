/* rapporteur ready: a health check, for containers. */
#include "base/decimal.h"
#include "commands/commands.h"
#include "commands/running_server.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

enum {
    READY_SECONDS = 5,
    READY_URL_MAX = 2048
};

static size_t ready_discard(char *bytes, size_t size, size_t count, void *context)
{
    (void)bytes, (void)context;
    return size * count;
}

/* Writes the URL to request: the operand, or the URL of the server that the same options start.
 * Adds /readyz to a URL without a path. Returns false if the URL is too long. */
static bool ready_url(const struct options *options, char url[READY_URL_MAX])
{
    char listen[512];
    const char *given = options->operand_count ? options->operands[0] : NULL;
    const char *address = options->admin_listen ? options->admin_listen : options->listen;
    if (address)
        snprintf(listen, sizeof listen, "%s%s", *address == ':' ? "127.0.0.1" : "", address);
    else
        snprintf(listen, sizeof listen, strchr(options->host, ':') ? "[%s]:%s" : "%s:%s",
                 options->host, options->port);
    const char *rest = given ? strstr(given, "://") : NULL;
    const char *path = given ? strchr(rest ? rest + 3 : given, '/') : NULL;
    const bool whole = path && path[1];
    const int length =
        given ? snprintf(url, READY_URL_MAX, "%s%s", given,
                         whole  ? ""
                         : path ? "readyz"
                                : "/readyz")
              : snprintf(url, READY_URL_MAX, "%s://%s/readyz",
                         options->tls_cert && !options->admin_listen ? "https" : "http", listen);
    return length > 0 && length < READY_URL_MAX;
}

/* Verifies the certificate only if a URL was given. Without one the address comes from
 * the options, and the server's certificate need not be valid for that address. */
static void ready_set_trust(CURL *curl, const struct options *options)
{
    if (options->operand_count == 0) {
        curl_easy_setopt(curl, CURLOPT_CAINFO,
                         NULL); /* loading the system's certificates is slow */
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    } else if (options->remote_ca) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, options->remote_ca);
    }
}

/* Reports whether no trusted authority has signed the certificate. Returns false if it is valid for
 * another host. */
static bool ready_is_untrusted(CURL *curl)
{
    long result = 0;
    curl_easy_getinfo(curl, CURLINFO_SSL_VERIFYRESULT, &result);
    return result != 0;
}

static enum exit_status ready_request(CURL *curl, const struct options *options, const char *url)
{
    char error[CURL_ERROR_SIZE] = "";
    long status = 0;
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)READY_SECONDS);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ready_discard);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
    ready_set_trust(curl, options);
    const CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK && status == 200)
        return EXIT_DONE;
    if (code == CURLE_OK)
        fprintf(stderr, "rapporteur: %s is not ready: status %ld%s\n", url, status,
                status == 404 ? "; if the server has --admin-listen, ask at that address" : "");
    else
        fprintf(stderr, "rapporteur: %s is not ready: %s%s\n", url,
                *error ? error : curl_easy_strerror(code),
                !options->remote_ca && ready_is_untrusted(curl)
                    ? "; use --origin-ca FILE to trust another authority"
                    : "");
    return EXIT_COULD_NOT;
}

static enum exit_status ready_ask(const struct options *options)
{
    char url[READY_URL_MAX];
    if (!ready_url(options, url)) {
        fputs("rapporteur: the URL is too long\n", stderr);
        return EXIT_WRONG_USAGE;
    }
    const bool begun = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    CURL *curl = begun ? curl_easy_init() : NULL;
    if (!curl)
        fputs("rapporteur: cannot initialize libcurl\n", stderr);
    const enum exit_status status = curl ? ready_request(curl, options, url) : EXIT_COULD_NOT;
    curl_easy_cleanup(curl);
    if (begun)
        curl_global_cleanup();
    return status;
}

/* An operand that is a number is the process of a server, whose own flags say where it listens. */
enum exit_status command_ready(const struct options *options)
{
    int64_t pid;
    struct running_server server;
    const char *given = options->operand_count ? options->operands[0] : "";
    if (!decimal_parse(given, strlen(given), &pid))
        return ready_ask(options);
    running_server_read(&server, pid, options);
    const enum exit_status status = ready_ask(&server.options);
    running_server_finish(&server);
    return status;
}
