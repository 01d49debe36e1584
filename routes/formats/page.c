#include "formats/page.h"

#include "layout/page.h"

#include <stdio.h>
#include <string.h>

/* The maximum length of a header field with URLs. URLs in a body have no limit but the target's. */
enum {
    HEADER_BYTES_MAX = 2000
};

/* The offset of a page that does not exist. */
enum {
    NONE = -1
};

/* The link relations of a page (RFC 8288). */
static const char *const rels[] = {"self", "first", "prev", "next", "last"};

enum {
    REL_COUNT = sizeof rels / sizeof *rels
};

/* Computes the offsets of the pages, in the order of `rels`. With a limit of 0 there is one page.
 */
static void page_find_pages(const struct paged *paged, int64_t ret_offsets[REL_COUNT])
{
    const int64_t limit = paged->query->limit, offset = paged->query->offset;
    const int64_t total = (int64_t)paged->total;
    const int64_t last = total && limit ? (total - 1) / limit * limit : 0;
    const int64_t next = offset + (paged->cut_to ? (int64_t)paged->cut_to : limit);
    const int64_t before = offset > last + limit ? last : offset - limit;
    ret_offsets[0] = offset;
    ret_offsets[1] = 0;
    ret_offsets[2] = offset == 0 || limit == 0 ? NONE : before < 0 ? 0 : before;
    ret_offsets[3] = next < total && limit > 0 ? next : NONE;
    ret_offsets[4] = last;
}

/* Appends the URL of a page: the parameters of the target, with the offset of the page. Omits a
 * default limit or offset. */
static void page_append_url(struct buffer *out, const struct paged *paged, int64_t offset)
{
    const struct query *query = paged->query;
    struct buffer text;
    char separator = '?';
    buffer_init(&text, (size_t)4 * TARGET_BYTES_MAX);
    for (size_t i = 0; i < query->target->parameter_count; i++) {
        const struct parameter *parameter = &query->target->parameters[i];
        if (strcmp(parameter->name, "limit") == 0 || strcmp(parameter->name, "offset") == 0)
            continue;
        url_append_parameter(&text, &separator, parameter->name, parameter->list);
    }
    if (query->limit != query->limit_default) {
        url_append_parameter(&text, &separator, "limit", "");
        buffer_append_integer(&text, query->limit);
    }
    if (offset > 0) {
        url_append_parameter(&text, &separator, "offset", "");
        buffer_append_integer(&text, offset);
    }
    url_append_with_query(out, &paged->url, &text, paged->files);
    buffer_finish(&text);
}

void page_write_links(struct json_writer *writer, const struct paged *paged)
{
    int64_t offsets[REL_COUNT];
    page_find_pages(paged, offsets);
    json_write_name(writer, "links");
    json_write_open(writer, '{');
    for (size_t i = 0; i < REL_COUNT; i++) {
        json_write_name(writer, rels[i]);
        if (offsets[i] == NONE) {
            json_write_null(writer);
            continue;
        }
        json_write_begin_string(writer);
        page_append_url(writer->out, paged, offsets[i]);
        json_write_end_string(writer);
    }
    json_write_close(writer, '}');
}

/* Adds a header field, or frees the value if it could not be written. */
static void page_add_if_written(struct response *response, const char *name, struct buffer *value)
{
    if (value->failed)
        buffer_finish(value);
    else
        response_add_written_header(response, name, value);
}

/* Adds the header field `Link` (RFC 8288), unless it is too long. */
static void page_add_link_header(struct response *response, const struct paged *paged)
{
    int64_t offsets[REL_COUNT];
    struct buffer value;
    page_find_pages(paged, offsets);
    buffer_init(&value, HEADER_BYTES_MAX);
    for (size_t i = 0; i < REL_COUNT; i++) {
        if (offsets[i] == NONE)
            continue;
        buffer_append_text(&value, i ? ", <" : "<");
        page_append_url(&value, paged, offsets[i]);
        buffer_append_text(&value, ">; rel=\"");
        buffer_append_text(&value, rels[i]);
        buffer_append_text(&value, "\"");
    }
    page_add_if_written(response, "Link", &value);
}

void page_add_headers(struct response *response, const char *media_type, const struct paged *paged)
{
    char total[24];
    response->status = 200;
    response_add_header(response, "Content-Type", media_type);
    page_add_link_header(response, paged);
    snprintf(total, sizeof total, "%zu", paged->total);
    response_add_header(response, "X-Total-Count", total);
}

void page_open_meta(struct json_writer *writer, const struct archive *archive,
                    const struct paged *paged)
{
    char version[PAGE_DATA_VERSION_BYTES];
    page_data_version(archive, version);
    json_write_name(writer, "meta");
    json_write_open(writer, '{');
    json_write_name(writer, "total");
    json_write_integer(writer, (int64_t)paged->total);
    json_write_name(writer, "limit");
    json_write_integer(writer, paged->query->limit);
    json_write_name(writer, "offset");
    json_write_integer(writer, paged->query->offset);
    json_write_name(writer, "version");
    json_write_text(writer, version);
    if (paged->suggestion) {
        json_write_name(writer, "suggestion");
        json_write_text(writer, paged->suggestion);
    }
}

char *page_find_neighbour(const struct paged *paged, bool next, struct buffer *out)
{
    struct buffer url;
    int64_t offsets[REL_COUNT];
    page_find_pages(paged, offsets);
    const int64_t offset = offsets[next ? 3 : 2];
    if (offset == NONE)
        return NULL;
    buffer_init(&url, (size_t)4 * TARGET_BYTES_MAX);
    page_append_url(&url, paged, offset);
    char *text = buffer_steal_text(&url);
    out->failed |= !text;
    return text;
}

void page_add_content_location(struct response *response, const struct paged *paged)
{
    struct buffer value;
    buffer_init(&value, HEADER_BYTES_MAX);
    page_append_url(&value, paged, paged->query->offset);
    page_add_if_written(response, "Content-Location", &value);
}
