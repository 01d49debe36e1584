/* /sitemap.xml and its parts. */
#include "base/decimal.h"
#include "discovery/discovery.h"
#include "discovery/origin.h"
#include "http/problem.h"
#include "values/calendar_day.h"
#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define NAMESPACE "http://www.sitemaps.org/schemas/sitemap/0.9"

static const char media_type[] = "application/xml; charset=utf-8";
static const char part_before[] = "sitemap-", part_after[] = ".xml";

struct sitemap {
    const struct call *call;
    struct buffer *out;
    const char *origin;
    size_t first, end; /* the range of addresses in this part, counted from 0 */
    size_t at;         /* the number of the next address */
};

/* Reports whether the records of a collection are at its own path: those of /speakers are not, they
 * are at /people. */
static bool has_own_records(const struct collection *collection)
{
    return strcmp(collection->name, collection->type->collection) == 0;
}

/* Returns the number of addresses: the home page, the lists and the records. */
static size_t count_addresses(const struct archive *archive)
{
    size_t count, addresses = 1;
    const struct collection *collections = archive_collections(archive, &count);
    for (size_t i = 0; i < count; i++)
        addresses += 1 + (has_own_records(&collections[i]) ? collections[i].count : 0);
    return addresses;
}

size_t sitemap_part_count(const struct archive *archive)
{
    return (count_addresses(archive) + SITEMAP_URLS_MAX - 1) / SITEMAP_URLS_MAX;
}

static void open_address(struct sitemap *sitemap, const char *element)
{
    buffer_append_byte(sitemap->out, '<');
    buffer_append_text(sitemap->out, element);
    buffer_append_text(sitemap->out, "><loc>");
    buffer_append_text(sitemap->out, sitemap->origin);
}

static void close_address(struct sitemap *sitemap, const char *element)
{
    buffer_append_text(sitemap->out, "</");
    buffer_append_text(sitemap->out, element);
    buffer_append_text(sitemap->out, ">\n");
}

static const char *page_suffix(const struct sitemap *sitemap)
{
    return request_pages(sitemap->call->request) == PAGES_SUFFIX ? ".html" : NULL;
}

static void add_home(struct sitemap *sitemap)
{
    if (sitemap->at++ < sitemap->first)
        return;
    open_address(sitemap, "url");
    url_append_path(sitemap->out, sitemap->call->request->base_path,
                    page_suffix(sitemap) ? "/index.html" : "/");
    buffer_append_text(sitemap->out, "</loc>");
    close_address(sitemap, "url");
}

/* Adds an address, unless it is in an earlier part. */
static void add(struct sitemap *sitemap, struct url url)
{
    if (sitemap->at++ < sitemap->first)
        return;
    url.suffix = page_suffix(sitemap);
    open_address(sitemap, "url");
    url_append(sitemap->out, &url);
    buffer_append_text(sitemap->out, "</loc>");
    close_address(sitemap, "url");
}

/* Adds the records of a collection that are in this part. */
static void add_records(struct sitemap *sitemap, const struct collection *collection)
{
    const char *base_path = sitemap->call->request->base_path;
    size_t i = sitemap->first > sitemap->at ? sitemap->first - sitemap->at : 0;
    i = i < collection->count ? i : collection->count;
    sitemap->at += i;
    for (; i < collection->count && sitemap->at < sitemap->end; i++)
        add(sitemap, url_of_record(base_path, collection->records[i]));
    sitemap->at += collection->count - i;
}

static void begin(struct sitemap *sitemap, const char *element)
{
    buffer_append_text(sitemap->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
    buffer_append_text(sitemap->out, element);
    buffer_append_text(sitemap->out, " xmlns=\"" NAMESPACE "\">\n");
}

static void end(struct sitemap *sitemap, const char *element)
{
    buffer_append_text(sitemap->out, "</");
    buffer_append_text(sitemap->out, element);
    buffer_append_text(sitemap->out, ">\n");
}

/* Writes part number `part`, from 0. */
static void write_part(struct sitemap *sitemap, size_t part)
{
    size_t count;
    const struct collection *collections =
        archive_collections(sitemap->call->snapshot->archive, &count);
    sitemap->first = part * SITEMAP_URLS_MAX;
    sitemap->end = sitemap->first + SITEMAP_URLS_MAX;
    begin(sitemap, "urlset");
    add_home(sitemap);
    for (size_t i = 0; i < count; i++)
        add(sitemap, url_of_collection(sitemap->call->request->base_path, &collections[i]));
    for (size_t i = 0; i < count; i++)
        if (has_own_records(&collections[i]))
            add_records(sitemap, &collections[i]);
    end(sitemap, "urlset");
    work_spend_bytes(sitemap->call->request->work, WORK_WRITING, sitemap->out->length);
}

/* Writes the list of the parts, each with the date of the last change of the data. */
static void write_index(struct sitemap *sitemap, size_t parts)
{
    char path[60], changed[40];
    const struct calendar_date date = calendar_date_of(
        calendar_day_of_time(archive_version(sitemap->call->snapshot->archive).modified));
    snprintf(changed, sizeof changed, "%04" PRId64 "-%02d-%02d", (int64_t)date.year, date.month,
             date.day);
    begin(sitemap, "sitemapindex");
    for (size_t i = 0; i < parts; i++) {
        snprintf(path, sizeof path, "/%s%zu%s", part_before, i + 1, part_after);
        open_address(sitemap, "sitemap");
        url_append_path(sitemap->out, sitemap->call->request->base_path, path);
        buffer_append_text(sitemap->out, "</loc><lastmod>");
        buffer_append_text(sitemap->out, changed);
        buffer_append_text(sitemap->out, "</lastmod>");
        close_address(sitemap, "sitemap");
    }
    end(sitemap, "sitemapindex");
}

void sitemap_answer(const struct call *call, struct response *response)
{
    char origin[ORIGIN_BYTES_MAX];
    struct sitemap sitemap = {.call = call, .out = &response->body, .origin = origin};
    const size_t parts = sitemap_part_count(call->snapshot->archive);
    if (!origin_require(call, response, origin) || !call_begin_document(call, media_type, response))
        return;
    if (parts == 1)
        write_part(&sitemap, 0);
    else
        write_index(&sitemap, parts);
}

/* Returns the number of a part, from 1, in the name of its file; 0 if there is no such part. */
static size_t read_part(const char *name, size_t parts)
{
    int64_t number = 0;
    const size_t length = strlen(name) - (sizeof part_before - 1) - (sizeof part_after - 1);
    const char *digits = name + sizeof part_before - 1;
    if (*digits == '0' || !decimal_parse(digits, length, &number) || number < 1 ||
        (uint64_t)number > parts)
        return 0;
    return (size_t)number;
}

void sitemap_part_answer(const struct call *call, struct response *response)
{
    char origin[ORIGIN_BYTES_MAX];
    struct sitemap sitemap = {.call = call, .out = &response->body, .origin = origin};
    const size_t parts = sitemap_part_count(call->snapshot->archive);
    const size_t part = read_part(call->target->segments[0], parts);
    if (!part || parts == 1) {
        problem_answer(response, call->request, 404,
                       "the sitemap has no such part; see %s" SITEMAP_PATH,
                       request_base_path(call->request));
        return;
    }
    if (!origin_require(call, response, origin) || !call_has_no_parameters(call, response))
        return;
    response->status = 200;
    response_add_header(response, "Content-Type", media_type);
    write_part(&sitemap, part - 1);
}
