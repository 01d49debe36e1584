#include "client.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum {
    ANSWER_SECONDS = 240 /* only ends a test that waits in vain */
};

void client_init(struct client *client, const char *url)
{
    *client = (struct client){.curl = curl_easy_init(), .url = url};
    cr_assert(client->curl);
}

void client_finish(struct client *client)
{
    curl_easy_cleanup(client->curl);
}

static size_t collect_body(char *bytes, size_t size, size_t count, void *context)
{
    struct answer *answer = context;
    const size_t needed = answer->length + size * count + 1;
    if (needed > answer->capacity) {
        answer->capacity = needed * 2;
        answer->body = realloc(answer->body, answer->capacity);
        cr_assert(answer->body);
    }
    memcpy(answer->body + answer->length, bytes, size * count);
    answer->length += size * count;
    answer->body[answer->length] = '\0';
    return size * count;
}

static size_t collect_head(char *bytes, size_t size, size_t count, void *context)
{
    struct answer *answer = context;
    const size_t used = strlen(answer->head), length = size * count;
    cr_assert_lt(used + length, sizeof answer->head);
    memcpy(answer->head + used, bytes, length);
    return length;
}

struct answer client_send(struct client *client, const char *method, const char *path)
{
    return client_send_with(client, method, path, NULL);
}

struct answer client_send_with(struct client *client, const char *method, const char *path,
                               const char *const *fields)
{
    struct curl_slist *list = curl_slist_append(NULL, "Accept:");
    char url[16384];
    struct answer answer = {.body = calloc(1, 1), .capacity = 1};
    CURL *const curl = client->curl;
    snprintf(url, sizeof url, "%s%s", client->url, path);
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    if (client->authorities)
        curl_easy_setopt(curl, CURLOPT_CAINFO, client->authorities);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)ANSWER_SECONDS);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, collect_head);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer);
    for (; fields && *fields; fields++)
        list = curl_slist_append(list, *fields);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    if (strcmp(method, "HEAD") == 0)
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    else
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
    const CURLcode code = curl_easy_perform(curl);
    curl_slist_free_all(list);
    cr_assert_eq(code, CURLE_OK, "%s %s: %s", method, path, curl_easy_strerror(code));
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_easy_getinfo(curl, CURLINFO_NUM_CONNECTS, &answer.connections);
    return answer;
}

struct answer client_get(struct client *client, const char *path)
{
    return client_send(client, "GET", path);
}

void answer_finish(struct answer *answer)
{
    free(answer->body);
    answer->body = NULL;
}

const char *answer_header(const struct answer *answer, const char *name)
{
    static char value[ANSWER_HEAD_MAX];
    const size_t length = strlen(name);
    for (const char *line = answer->head; (line = strstr(line, "\r\n"));) {
        line += 2;
        if (strncasecmp(line, name, length) != 0 || line[length] != ':')
            continue;
        line += length + 1 + strspn(line + length + 1, " ");
        snprintf(value, sizeof value, "%.*s", (int)strcspn(line, "\r\n"), line);
        return value;
    }
    return NULL;
}

void pause_a_moment(void)
{
    nanosleep(&(const struct timespec){.tv_nsec = 20 * 1000 * 1000}, NULL);
}

bool client_waits_for_text(struct client *client, const char *path, const char *text)
{
    for (int i = 0; i < MOMENTS; i++) {
        struct answer answer = client_get(client, path);
        const bool found = strstr(answer.body, text) != NULL;
        if (i == MOMENTS - 1)
            cr_log_error("%s is answered: %s", path, answer.body);
        answer_finish(&answer);
        if (found)
            return true;
        pause_a_moment();
    }
    return false;
}

void client_wait_for_answers(struct client *client)
{
    char url[256];
    CURLcode code = CURLE_FAILED_INIT;
    snprintf(url, sizeof url, "%s/livez", client->url);
    for (int i = 0; i < MOMENTS && code != CURLE_OK; i++) {
        curl_easy_reset(client->curl);
        curl_easy_setopt(client->curl, CURLOPT_URL, url);
        curl_easy_setopt(client->curl, CURLOPT_PROXY, "");
        curl_easy_setopt(client->curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(client->curl, CURLOPT_NOBODY, 1L);
        if (client->authorities)
            curl_easy_setopt(client->curl, CURLOPT_CAINFO, client->authorities);
        code = curl_easy_perform(client->curl);
        pause_a_moment();
    }
    cr_assert_eq(code, CURLE_OK, "%s: %s", url, curl_easy_strerror(code));
}

json_t *client_get_json(struct client *client, const char *path, long status)
{
    json_error_t error;
    struct answer answer = client_get(client, path);
    cr_assert_eq(answer.status, status, "%s answers %ld: %s", path, answer.status, answer.body);
    json_t *json = json_loadb(answer.body, answer.length, JSON_REJECT_DUPLICATES, &error);
    cr_assert(json, "%s is not JSON: %s", path, error.text);
    answer_finish(&answer);
    return json;
}
