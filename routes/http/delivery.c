#include "http/delivery.h"

#include "http/compression.h"
#include "http/http_date.h"
#include "http/preconditions.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xxhash.h>

enum {
    ENTITY_TAG_MAX = 48,
    ALL_CODINGS = (1 << CODING_COUNT) - 1
};

static void write_entity_tag(const struct buffer *body, enum coding coding,
                             char tag[ENTITY_TAG_MAX])
{
    const XXH128_hash_t hash = XXH3_128bits(body->bytes, body->length);
    snprintf(tag, ENTITY_TAG_MAX, "\"%016" PRIx64 "%016" PRIx64 "%s%s\"", (uint64_t)hash.high64,
             (uint64_t)hash.low64, coding == CODING_IDENTITY ? "" : "-",
             coding == CODING_IDENTITY ? "" : coding_names[coding]);
}

/* What is small stays as it is, unless the client will not have it so. */
static bool choose(const struct request *request, const struct buffer *body,
                   enum coding *ret_coding)
{
    const unsigned identity = 1u << CODING_IDENTITY;
    if (!request->accept_encoding) {
        *ret_coding = CODING_IDENTITY;
        return true;
    }
    return (body->length < COMPRESSION_BYTES_MIN &&
            choose_coding(request->accept_encoding, identity, ret_coding)) ||
           choose_coding(request->accept_encoding, ALL_CODINGS, ret_coding);
}

bool delivery_complete(const struct request *request, int64_t modified, struct response *response)
{
    enum coding coding;
    char tag[ENTITY_TAG_MAX], date[HTTP_DATE_BYTES];
    if (!choose(request, &response->body, &coding))
        return false;
    write_entity_tag(&response->body, coding, tag);
    compress_body(&response->body, coding);
    if (coding != CODING_IDENTITY)
        response_add_header(response, "Content-Encoding", coding_names[coding]);
    response_add_header(response, "ETag", tag);
    http_date_write(modified, date);
    response_add_header(response, "Last-Modified", date);
    return true;
}

/* Compares the date of a condition with Last-Modified. Returns false, with *ret_modified unchanged,
 * if the condition's text is not a date: such a condition is ignored. */
static bool compare_dates(const char *since, const char *last_modified, bool *ret_modified)
{
    int64_t now, known, modified;
    if (strcmp(since, last_modified) == 0) { /* as a client usually has it */
        *ret_modified = false;
        return true;
    }
    now = time(NULL);
    if (!http_date_parse(since, now, &known))
        return false;
    *ret_modified = !http_date_parse(last_modified, now, &modified) || modified > known;
    return true;
}

static bool is_unmodified_since(const char *since, const char *last_modified)
{
    bool modified;
    return compare_dates(since, last_modified, &modified) && !modified;
}

static bool is_modified_since(const char *since, const char *last_modified)
{
    bool modified;
    return compare_dates(since, last_modified, &modified) && modified;
}

static bool has_changed(const struct request *request, const char *entity_tag,
                        const char *last_modified)
{
    if (request->if_match)
        return !entity_tag_listed(request->if_match, entity_tag, COMPARE_STRONGLY);
    return request->if_unmodified_since &&
           is_modified_since(request->if_unmodified_since, last_modified);
}

static bool is_known(const struct request *request, const char *entity_tag,
                     const char *last_modified)
{
    if (request->if_none_match)
        return entity_tag_listed(request->if_none_match, entity_tag, COMPARE_WEAKLY);
    return request->if_modified_since &&
           is_unmodified_since(request->if_modified_since, last_modified);
}

enum delivery delivery_judge(const struct request *request, const char *entity_tag,
                             const char *last_modified)
{
    if (has_changed(request, entity_tag, last_modified))
        return DELIVER_NOT;
    return is_known(request, entity_tag, last_modified) ? DELIVER_HEAD : DELIVER_WHOLE;
}

/* What describes the body that is not sent. */
static bool is_of_body(const char *name)
{
    return strcmp(name, "Content-Type") == 0 || strcmp(name, "Content-Encoding") == 0 ||
           strcmp(name, "X-Total-Count") == 0;
}

void delivery_omit(struct response *response)
{
    size_t kept = 0;
    response->status = 304;
    for (size_t i = 0; i < response->header_count; i++) {
        if (is_of_body(response->headers[i].name))
            free(response->headers[i].value);
        else
            response->headers[kept++] = response->headers[i];
    }
    response->header_count = kept;
}
