/* Fuzzes the router with a whole request. The lines of the input are the method, the target, and
 * the values of Accept, Accept-Encoding, If-None-Match, If-Modified-Since, Host and Origin. */
#include "answer.h"
#include "input.h"
#include "small_archive.h"

#include <string.h>

static enum method method_of(const char *name)
{
    if (!name || strcmp(name, "GET") == 0)
        return METHOD_GET;
    if (strcmp(name, "HEAD") == 0)
        return METHOD_HEAD;
    if (strcmp(name, "OPTIONS") == 0)
        return METHOD_OPTIONS;
    return strcmp(name, "POST") == 0 ? METHOD_OTHER : METHOD_UNKNOWN;
}

static struct request read_request(char *text)
{
    struct request request = {.method = method_of(input_line(&text))};
    request.target = input_line(&text);
    request.accept = input_line(&text);
    request.coding = negotiation_choose_coding(input_line(&text));
    request.if_none_match = input_line(&text);
    request.if_modified_since = input_line(&text);
    request.host = input_line(&text);
    request.origin = input_line(&text);
    return request;
}

/* Reports whether the input has control characters: the server refuses them before the router. */
static bool is_refused(const char *text)
{
    for (; *text; text++)
        if (((unsigned char)*text < ' ' && *text != '\n' && *text != '\t') || *text == 0x7f)
            return true;
    return false;
}

/* Sends the request as it is, then with a base path and CORS enabled, then to a server without a
 * record. */
static void send_request(struct request *request)
{
    const struct snapshot_view not_loaded = {.archive = NULL};
    const unsigned status = answer(small_archive_view(), request);
    request->base_path = "/record";
    request->preflight = request->cors_varies = request->origin != NULL;
    request->cors = request->origin ? CORS_ORIGIN : CORS_NONE;
    MUST(answer(small_archive_view(), request) == status || request->method == METHOD_OPTIONS);
    request->listener_role = LISTENER_RECORD;
    answer(&not_loaded, request);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = input_text(data, size);
    if (!is_refused(text)) {
        struct request request = read_request(text);
        if (request.target)
            send_request(&request);
    }
    free(text);
    return 0;
}
