#include "layout/link.h"

#include "layout/say.h"

#include <stdio.h>
#include <string.h>

#define PAGE_SUFFIX ".html"
#define HOME_FILE "/index" PAGE_SUFFIX

enum {
    HREF_BYTES_MAX = 4 * TARGET_BYTES_MAX
};

/* Returns the suffix of the links to pages, or NULL. */
static const char *link_suffix(const struct page *page)
{
    return page->publication.pages == PAGES_SUFFIX ? PAGE_SUFFIX : NULL;
}

/* Adds an attribute with the content of a buffer. Finishes the buffer. */
static void link_add(struct page *page, const char *name, struct buffer *url)
{
    page->markup.out->failed |= url->failed;
    markup_begin_attribute(&page->markup, name);
    markup_append_to_attribute(&page->markup, url->bytes, url->length);
    markup_end_attribute(&page->markup);
    buffer_finish(url);
}

static void link_add_href(struct page *page, struct buffer *href)
{
    link_add(page, "href", href);
}

void page_href(struct page *page, struct url url, const char *fragment)
{
    struct buffer href;
    buffer_init(&href, HREF_BYTES_MAX);
    if (!url.suffix)
        url.suffix = link_suffix(page);
    url_append(&href, &url);
    if (fragment) {
        buffer_append_byte(&href, '#');
        buffer_append_text(&href, fragment);
    }
    link_add_href(page, &href);
}

void page_href_line(struct page *page, struct url url, uint32_t line)
{
    const uint32_t before = page_lines_before(line);
    char digits[24];
    struct buffer href, query;
    char separator = '?';
    buffer_init(&href, HREF_BYTES_MAX);
    buffer_init(&query, sizeof digits + sizeof "?offset=");
    if (!url.suffix)
        url.suffix = link_suffix(page);
    snprintf(digits, sizeof digits, "%u", before);
    if (before)
        url_append_parameter(&query, &separator, "offset", digits);
    url_append_with_query(&href, &url, &query, page->publication.files);
    buffer_finish(&query);
    snprintf(digits, sizeof digits, "#L%u", line);
    buffer_append_text(&href, line ? digits : "");
    link_add_href(page, &href);
}

/* Appends the parameters of the page except `name`, and except `offset` unless `paged` is true.
 * `name` may be NULL. */
static void append_other_parameters(const struct page *page, const char *name, bool paged,
                                    char *separator, struct buffer *out)
{
    for (size_t i = 0; page->target && i < page->target->parameter_count; i++) {
        const struct parameter *parameter = &page->target->parameters[i];
        if (*parameter->value && (paged || strcmp(parameter->name, "offset") != 0) &&
            (!name || strcmp(parameter->name, name) != 0))
            url_append_parameter(out, separator, parameter->name, parameter->list);
    }
}

void page_href_with(struct page *page, struct url url, const char *name, const char *value)
{
    struct buffer href, query;
    char separator = '?';
    buffer_init(&href, HREF_BYTES_MAX);
    buffer_init(&query, HREF_BYTES_MAX);
    if (!url.suffix)
        url.suffix = link_suffix(page);
    append_other_parameters(page, name, false, &separator, &query);
    if (value)
        url_append_parameter(&query, &separator, name, value);
    url_append_with_query(&href, &url, &query, page->publication.files);
    if (page->publication.files && query.length &&
        !url_query_fits_file(query.bytes + 1, query.length - 1))
        buffer_finish(&href);
    else
        link_add_href(page, &href);
    buffer_finish(&query);
}

void page_href_compare(struct page *page, const char *const *people, size_t count,
                       const char *topic)
{
    const struct url url = {page->base_path, {"compare"}, 1, link_suffix(page)};
    struct buffer href;
    buffer_init(&href, HREF_BYTES_MAX);
    url_append(&href, &url);
    buffer_append_text(&href, "?people=");
    for (size_t i = 0; i < count; i++) {
        buffer_append_text(&href, i ? "," : "");
        buffer_append_text(&href, people[i]);
    }
    if (topic) {
        buffer_append_text(&href, "&topic=");
        buffer_append_text(&href, topic);
    }
    link_add_href(page, &href);
}

void page_attribute_asset(struct page *page, const char *attribute, const char *version,
                          const char *name)
{
    char path[300];
    snprintf(path, sizeof path, "%s/assets/%s/%s", page->base_path ? page->base_path : "", version,
             name);
    markup_attribute(&page->markup, attribute, path);
}

void page_href_path(struct page *page, const char *path)
{
    struct buffer href;
    buffer_init(&href, HREF_BYTES_MAX);
    url_append_path(&href, page->base_path, path);
    link_add_href(page, &href);
}

void page_href_search(struct page *page, const char *path)
{
    struct buffer href;
    char separator = '?';
    buffer_init(&href, HREF_BYTES_MAX);
    url_append_path(&href, page->base_path, path);
    for (size_t i = 0; page->target && i < page->target->parameter_count; i++) {
        const struct parameter *parameter = &page->target->parameters[i];
        if (*parameter->value &&
            (strcmp(parameter->name, "q") == 0 || strcmp(parameter->name, "type") == 0))
            url_append_parameter(&href, &separator, parameter->name, parameter->list);
    }
    link_add_href(page, &href);
}

void page_href_home(struct page *page)
{
    page_href_path(page, link_suffix(page) ? HOME_FILE : "/");
}

/* Appends the address of the subject after that of the service, which may be NULL. */
static void append_address(const struct page *page, const char *service, const char *suffix,
                           bool paged, struct buffer *out)
{
    struct url url = page->url;
    struct buffer query;
    char separator = '?';
    url.suffix = suffix;
    buffer_init(&query, HREF_BYTES_MAX);
    append_other_parameters(page, NULL, paged, &separator, &query);
    if (service)
        buffer_append_text(out, service);
    if (url.count)
        url_append_with_query(out, &url, &query, page->publication.files);
    else
        url_append_path(out, page->base_path,
                        suffix && strcmp(suffix, PAGE_SUFFIX) == 0 ? HOME_FILE : "/");
    buffer_finish(&query);
}

void page_append_format_address(const struct page *page, const char *suffix, struct buffer *out)
{
    append_address(page, page->publication.url, suffix, false, out);
}

void page_append_resource_address(const struct page *page, struct buffer *out)
{
    append_address(page, page_service_address(page), page->publication.files ? ".json" : NULL,
                   !page->publication.files, out);
}

void page_action_search(struct page *page)
{
    struct buffer action;
    buffer_init(&action, HREF_BYTES_MAX);
    url_append_path(&action, page->base_path,
                    link_suffix(page) ? "/search" PAGE_SUFFIX : "/search");
    link_add(page, "action", &action);
}

static const char *own_suffix(const struct page *page)
{
    return page->url.suffix ? page->url.suffix : link_suffix(page);
}

void page_append_address(const struct page *page, struct buffer *out)
{
    append_address(page, page_service_address(page), own_suffix(page), true, out);
}

void page_append_canonical(const struct page *page, struct buffer *out)
{
    append_address(page, page->publication.url, own_suffix(page), true, out);
}

void page_link_record(struct page *page, const struct record *record)
{
    char name[SAY_NAME_BYTES];
    const size_t length = say_name(record, name);
    markup_open(&page->markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, record), NULL);
    markup_name(&page->markup, name, length);
    markup_close(&page->markup, "a");
}

void page_link_collection(struct page *page, const char *collection, const char *text)
{
    markup_open(&page->markup, "a", NULL);
    page_href(page, (struct url){page->base_path, {collection}, 1, NULL}, NULL);
    markup_text(&page->markup, text);
    markup_close(&page->markup, "a");
}

void page_mark_inferred(struct page *page)
{
    struct markup *markup = &page->markup;
    page->has_inferred = true;
    markup_open(markup, "a", "class", "inf", "href", "#inferred", "title", "Inferred by the editor",
                NULL);
    markup_text(markup, "\xC2\xB0");
    markup_element(markup, "span", " inferred", "class", "vh", NULL);
    markup_close(markup, "a");
}
