#include "data/remote.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum {
    REDIRECTS_MAX = 3,
    CONNECT_SECONDS_MAX = 10
};

static const char http[] = "http://";

static bool url_begins_with(const char *text, const char *beginning)
{
    return strncasecmp(text, beginning, strlen(beginning)) == 0;
}

void remote_copy_finish(struct remote_copy *copy)
{
    free(copy->body);
    *copy = (struct remote_copy){0};
}

static bool host_is_loopback(const char *host)
{
    return strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 ||
           (strncmp(host, "127.", 4) == 0 && host[strspn(host, "0123456789.")] == '\0');
}

/* `cleartext`: true if the transfer is not encrypted and not trusted. */
static const char *remote_parts_problem(CURLU *parts, bool cleartext)
{
    char *user = NULL, *host = NULL;
    const char *problem = NULL;
    if (curl_url_get(parts, CURLUPART_USER, &user, 0) == CURLUE_OK)
        problem = "it contains a user name, which messages would show";
    else if (curl_url_get(parts, CURLUPART_HOST, &host, 0) != CURLUE_OK)
        problem = "it has no host";
    else if (cleartext && !host_is_loopback(host))
        problem = "use https; http is only for loopback addresses, or with --origin-http";
    curl_free(user);
    curl_free(host);
    return problem;
}

const char *remote_url_problem(const char *url, bool http_anywhere)
{
    CURLU *parts = curl_url();
    if (!parts)
        return "out of memory";
    const CURLUcode code = curl_url_set(parts, CURLUPART_URL, url, 0);
    const char *problem =
        code != CURLUE_OK
            ? curl_url_strerror(code)
            : remote_parts_problem(parts, url_begins_with(url, http) && !http_anywhere);
    curl_url_cleanup(parts);
    return problem;
}

/* libcurl calls this with each piece of the body. */
static size_t remote_receive(char *bytes, size_t size, size_t count, void *context)
{
    struct buffer *body = context;
    buffer_append(body, bytes, size * count);
    return body->failed ? 0 : size * count;
}

static struct curl_slist *remote_add_condition(struct curl_slist *fields, const char *name,
                                               const char *validator)
{
    char field[VALIDATOR_MAX + 32];
    if (!*validator)
        return fields;
    snprintf(field, sizeof field, "%s: %s", name, validator);
    struct curl_slist *more = curl_slist_append(fields, field);
    return more ? more : fields;
}

/* Returns the header fields of a request for a newer copy. */
static struct curl_slist *remote_request_fields(const struct remote_copy *copy)
{
    struct curl_slist *fields = curl_slist_append(NULL, "Accept: application/json, */*;q=0.1");
    if (!copy->body)
        return fields;
    fields = remote_add_condition(fields, "If-None-Match", copy->entity_tag);
    return remote_add_condition(fields, "If-Modified-Since", copy->last_modified);
}

static void remote_set_limits(CURL *curl, const struct options *options)
{
    const long seconds = options->remote_seconds;
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT,
                     seconds < CONNECT_SECONDS_MAX ? seconds : (long)CONNECT_SECONDS_MAX);
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)options->remote_bytes);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, (long)REDIRECTS_MAX);
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "https");
}

/* Sets all options. Only the connection of an earlier request may be reused. */
static void remote_prepare(CURL *curl, const struct options *options, const char *url)
{
    curl_easy_reset(curl);
    remote_set_limits(curl, options);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, url_begins_with(url, http) ? "http" : "https");
    if (url_begins_with(url, http))
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "rapporteur/" RAPPORTEUR_VERSION);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_FILETIME, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, remote_receive);
    if (options->remote_ca)
        curl_easy_setopt(curl, CURLOPT_CAINFO, options->remote_ca);
}

/* Reads a header field of the final response, after any redirects. */
static void remote_read_field(CURL *curl, const char *name, char *value, size_t size)
{
    struct curl_header *header;
    *value = '\0';
    if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK &&
        strlen(header->value) < size)
        snprintf(value, size, "%s", header->value);
}

/* Reads the validators and the media type. */
static void remote_read_fields(CURL *curl, struct remote_copy *copy)
{
    curl_off_t modified = -1;
    remote_read_field(curl, "ETag", copy->entity_tag, sizeof copy->entity_tag);
    remote_read_field(curl, "Last-Modified", copy->last_modified, sizeof copy->last_modified);
    remote_read_field(curl, "Content-Type", copy->media_type, sizeof copy->media_type);
    curl_easy_getinfo(curl, CURLINFO_FILETIME_T, &modified);
    copy->modified = modified >= 0 ? modified : time(NULL);
}

/* Replaces the copy by the body. If both have the same bytes, updates only these fields; the copy
 * is new if its media type is another one, because that can name another format. */
static enum remote_answer remote_take_body(CURL *curl, struct buffer *body,
                                           struct remote_copy *copy)
{
    if (copy->body && body->length > 0 && copy->length == body->length &&
        memcmp(copy->body, body->bytes, body->length) == 0) {
        const int64_t modified = copy->modified;
        char media_type[MEDIA_TYPE_MAX];
        memcpy(media_type, copy->media_type, sizeof media_type);
        remote_read_fields(curl, copy);
        copy->modified = modified;
        return strcmp(media_type, copy->media_type) == 0 ? REMOTE_UNCHANGED : REMOTE_NEW;
    }
    const size_t length = body->length;
    char *text = buffer_steal_text(body);
    if (!text)
        return REMOTE_FAILED;
    free(copy->body);
    copy->body = text;
    copy->length = length;
    remote_read_fields(curl, copy);
    return REMOTE_NEW;
}

static enum remote_answer remote_judge(CURL *curl, struct buffer *body, struct remote_copy *copy,
                                       char reason[REMOTE_REASON_MAX])
{
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status == 304 && copy->body)
        return REMOTE_UNCHANGED;
    if (status != 200) {
        snprintf(reason, REMOTE_REASON_MAX, "status %ld", status);
        return REMOTE_FAILED;
    }
    snprintf(reason, REMOTE_REASON_MAX, "out of memory");
    return remote_take_body(curl, body, copy);
}

static void remote_explain(CURLcode code, const struct options *options, const struct buffer *body,
                           const char *error, char reason[REMOTE_REASON_MAX])
{
    if (code == CURLE_FILESIZE_EXCEEDED || body->failed)
        snprintf(reason, REMOTE_REASON_MAX, "it is larger than --origin-bytes, %ld",
                 options->remote_bytes);
    else if (code == CURLE_UNSUPPORTED_PROTOCOL)
        snprintf(reason, REMOTE_REASON_MAX, "it redirects to a URL that is not https");
    else
        snprintf(reason, REMOTE_REASON_MAX, "%s", *error ? error : curl_easy_strerror(code));
}

enum remote_answer remote_fetch(CURL *curl, const struct options *options, const char *url,
                                struct remote_copy *copy, char reason[REMOTE_REASON_MAX],
                                long *ret_retry_after)
{
    char error[CURL_ERROR_SIZE] = "";
    struct buffer body;
    curl_off_t retry_after = 0;
    enum remote_answer answer = REMOTE_FAILED;
    struct curl_slist *fields = remote_request_fields(copy);
    buffer_init(&body, (size_t)options->remote_bytes + 1); /* and a NUL */
    remote_prepare(curl, options, url);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
    const CURLcode code = curl_easy_perform(curl);
    if (body.length > (size_t)options->remote_bytes)
        body.failed = true;
    if (code == CURLE_OK && !body.failed)
        answer = remote_judge(curl, &body, copy, reason);
    else
        remote_explain(code, options, &body, error, reason);
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &retry_after);
    *ret_retry_after = (long)retry_after;
    curl_easy_reset(curl); /* drops the pointers into this stack frame */
    curl_slist_free_all(fields);
    buffer_finish(&body);
    return answer;
}
