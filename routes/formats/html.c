/* HTML: the page of a record or of a list (pages/pages.h). */
#include "pages/pages.h"

#include "formats/format.h"

#include <stdlib.h>
#include <string.h>

/* Reports whether the page has only some records of a list, so that no file has them in another
 * format. */
static bool html_is_part(const struct page *page)
{
    for (size_t i = 0; page->publication.files && i < page->target->parameter_count; i++)
        if (strcmp(page->target->parameters[i].name, "offset") != 0)
            return true;
    return false;
}

/* Stores the formats in which the subject can be downloaded. */
static void html_find_formats(struct page *page, const struct record_type *type,
                              const struct record *record)
{
    const struct format *format;
    const struct format_subject subject = {page->archive, type, record, page->publication.pages};
    for (size_t i = 0; !html_is_part(page) && (format = format_at(i)); i++)
        if (!format->page && page->format_count < PAGE_FORMATS_MAX &&
            format_is_available(format, &subject))
            page->formats[page->format_count++] =
                (struct page_format){format->suffix, format->name, format->media_type};
}

/* Begins the page of a record, or of a list if `record` is NULL. */
static void html_begin_page(struct format_writer *writer, struct url url,
                            const struct record *record)
{
    struct page *page = &writer->page;
    url.suffix = NULL;
    *page = (struct page){.archive = writer->archive,
                          .base_path = writer->base_path,
                          .url = url,
                          .target = writer->query->target,
                          .record = record,
                          .home = writer->home};
    page_set_publication(page, writer->request);
    markup_init(&page->markup, writer->out);
    html_find_formats(page, writer->type, record);
}

/* Returns the record whose relation a list is, or NULL. */
static const struct record *html_find_owner(const struct format_writer *writer,
                                            const struct url *url)
{
    if (url->count < 3)
        return NULL;
    const struct collection *collection =
        archive_collection(writer->archive, url->segments[0], strlen(url->segments[0]));
    return collection ? archive_find(writer->archive, collection, url->segments[1],
                                     strlen(url->segments[1]))
                      : NULL;
}

/* Returns the URL of the next page or of the one before, which the caller frees; NULL if there is
 * none. */
static char *html_find_neighbour(struct format_writer *writer, bool next)
{
    struct paged paged = *writer->paged;
    if (writer->page.publication.pages != PAGES_SUFFIX)
        paged.url.suffix = NULL;
    return page_find_neighbour(&paged, next, writer->out);
}

/* Writes the beginning or the end of the page of a list. */
static void html_write_list(struct format_writer *writer,
                            void (*write)(struct page *, const struct page_list *))
{
    const struct url *url = &writer->paged->url;
    char *previous = html_find_neighbour(writer, false), *next = html_find_neighbour(writer, true);
    const struct page_list list = {.name = url->segments[url->count - 1],
                                   .query = writer->query,
                                   .selection = writer->selection,
                                   .selected = writer->selected,
                                   .total = writer->paged->total,
                                   .count = writer->count,
                                   .previous = previous,
                                   .next = next,
                                   .suggestion = writer->paged->suggestion,
                                   .work = writer->work};
    write(&writer->page, &list);
    free(previous);
    free(next);
}

static void html_begin(struct format_writer *writer)
{
    if (!writer->paged)
        return;
    html_begin_page(writer, writer->paged->url, NULL);
    writer->page.record = html_find_owner(writer, &writer->paged->url);
    writer->page.meeting = page_find_meeting(writer->archive, writer->page.record);
    html_write_list(writer, list_page_begin);
}

static void html_write(struct format_writer *writer, const struct record *record)
{
    if (writer->paged) {
        list_page_write_row(&writer->page, record);
        return;
    }
    html_begin_page(writer, url_of_record(writer->base_path, record), record);
    writer->page.meeting = page_find_meeting(writer->archive, record);
    record_page_write(&writer->page, writer->work);
}

static void html_end(struct format_writer *writer)
{
    if (writer->paged)
        html_write_list(writer, list_page_end);
}

const struct format format_html = {
    .suffix = ".html",
    .name = "HTML",
    .media_type = "text/html; charset=utf-8",
    .documentation = "A page for browsers.",
    .page = true,
    .begin = html_begin,
    .write = html_write,
    .end = html_end,
};
