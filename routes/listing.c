#include "listing.h"

#include "record_json.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    LINK_HEADER_MAX = 4096
};

/* The offsets of a page's neighbours; NONE where there is no such page. */
enum {
    NONE = -1
};

struct page_link {
    const char *relation; /* as links and Link call it */
    int64_t offset;
};

enum {
    PAGE_LINKS = 5
};

static void find_pages(const struct listing *listing, const struct query *query,
                       struct page_link ret_links[PAGE_LINKS])
{
    const int64_t count = (int64_t)listing->count, limit = query->limit, offset = query->offset;
    const int64_t last = count ? (count - 1) / limit * limit : 0;
    const int64_t before = offset > last + limit ? last : offset - limit;
    ret_links[0] = (struct page_link){"self", offset};
    ret_links[1] = (struct page_link){"first", 0};
    ret_links[2] = (struct page_link){"prev", offset == 0 ? NONE : before < 0 ? 0 : before};
    ret_links[3] = (struct page_link){"next", offset + limit < count ? offset + limit : NONE};
    ret_links[4] = (struct page_link){"last", last};
}

/* The URL of a page, without what is left out by default. */
static void append_page_url(struct buffer *out, const struct listing *listing,
                            const struct query *query, int64_t offset)
{
    const bool limited = query->limit != QUERY_LIMIT_DEFAULT;
    url_append(out, &listing->url);
    if (limited) {
        buffer_append_text(out, "?limit=");
        buffer_append_integer(out, query->limit);
    }
    if (offset > 0) {
        buffer_append_text(out, limited ? "&offset=" : "?offset=");
        buffer_append_integer(out, offset);
    }
}

void version_of(const struct archive *archive, char version[VERSION_BYTES])
{
    const struct archive_origin origin = archive_origin(archive);
    snprintf(version, VERSION_BYTES, "%.12s", origin.sha256);
}

static void write_data(struct json_writer *writer, const struct archive *archive,
                       const struct listing *listing, const struct query *query)
{
    const uint64_t count = listing->count, offset = (uint64_t)query->offset;
    const uint64_t left = offset < count ? count - offset : 0;
    const uint64_t size = left < (uint64_t)query->limit ? left : (uint64_t)query->limit;
    json_write_name(writer, "data");
    json_write_open(writer, '[');
    for (uint64_t i = 0; i < size; i++)
        record_json_write(writer, archive, listing->records[offset + i]);
    json_write_close(writer, ']');
}

static void write_meta(struct json_writer *writer, const struct archive *archive,
                       const struct listing *listing, const struct query *query)
{
    char version[VERSION_BYTES];
    version_of(archive, version);
    json_write_name(writer, "meta");
    json_write_open(writer, '{');
    json_write_name(writer, "total");
    json_write_integer(writer, (int64_t)listing->count);
    json_write_name(writer, "limit");
    json_write_integer(writer, query->limit);
    json_write_name(writer, "offset");
    json_write_integer(writer, query->offset);
    json_write_name(writer, "version");
    json_write_text(writer, version);
    json_write_close(writer, '}');
}

static void write_links(struct json_writer *writer, const struct listing *listing,
                        const struct query *query, const struct page_link links[PAGE_LINKS])
{
    json_write_name(writer, "links");
    json_write_open(writer, '{');
    for (size_t i = 0; i < PAGE_LINKS; i++) {
        json_write_name(writer, links[i].relation);
        if (links[i].offset == NONE) {
            json_write_null(writer);
            continue;
        }
        json_write_begin_string(writer);
        append_page_url(writer->out, listing, query, links[i].offset);
        json_write_end_string(writer);
    }
    json_write_close(writer, '}');
}

static void add_link_header(struct response *response, const struct listing *listing,
                            const struct query *query, const struct page_link links[PAGE_LINKS])
{
    struct buffer value;
    buffer_init(&value, LINK_HEADER_MAX);
    for (size_t i = 0; i < PAGE_LINKS; i++) {
        if (links[i].offset == NONE)
            continue;
        buffer_append_text(&value, i ? ", <" : "<");
        append_page_url(&value, listing, query, links[i].offset);
        buffer_append_text(&value, ">; rel=\"");
        buffer_append_text(&value, links[i].relation);
        buffer_append_text(&value, "\"");
    }
    response_add_written_header(response, "Link", &value);
}

static void add_content_location(struct response *response, const struct listing *listing,
                                 const struct query *query)
{
    struct buffer value;
    buffer_init(&value, LINK_HEADER_MAX);
    append_page_url(&value, listing, query, query->offset);
    response_add_written_header(response, "Content-Location", &value);
}

void listing_answer(struct response *response, const struct archive *archive,
                    const struct listing *listing, const struct query *query)
{
    struct json_writer writer;
    struct page_link links[PAGE_LINKS];
    char total[24];
    find_pages(listing, query, links);
    response->status = 200;
    response_add_header(response, "Content-Type", "application/json");
    if (listing->by_other_name)
        add_content_location(response, listing, query);
    add_link_header(response, listing, query, links);
    snprintf(total, sizeof total, "%zu", listing->count);
    response_add_header(response, "X-Total-Count", total);
    json_writer_init(&writer, &response->body);
    json_write_open(&writer, '{');
    write_data(&writer, archive, listing, query);
    write_meta(&writer, archive, listing, query);
    write_links(&writer, listing, query, links);
    json_write_close(&writer, '}');
    buffer_append_byte(&response->body, '\n');
}
