#include "describe/describe.h"
#include "describe/docs_private.h"

#include <stdio.h>
#include <string.h>

/* The sections before those of the collections. */
static const struct {
    const char *id, *heading;
} sections[] = {{"start", "Where to start"}, {"parameters", "Parameters"},
                {"filters", "Filters"},      {"formats", "Formats"},
                {"problems", "Problems"},    {"records", "Every record"},
                {"paths", "Other paths"}};

void docs_open_section(struct docs *docs, const char *id, const char *tag, const char *heading)
{
    struct markup *markup = &docs->page.markup;
    markup_break(markup);
    markup_open(markup, "section", "id", id, NULL);
    markup_open(markup, tag, NULL);
    markup_open(markup, "a", NULL);
    markup_begin_attribute(markup, "href");
    markup_append_to_attribute(markup, "#", 1);
    markup_append_to_attribute(markup, id, strlen(id));
    markup_end_attribute(markup);
    markup_text(markup, heading);
    markup_close(markup, "a");
    markup_close(markup, tag);
    markup_break(markup);
}

void docs_close_section(struct docs *docs)
{
    markup_close(&docs->page.markup, "section");
}

void docs_write_text(struct docs *docs, const char *text)
{
    markup_element(&docs->page.markup, "p", text, NULL);
    markup_break(&docs->page.markup);
}

static void write_column(struct markup *markup, const char *column, size_t length)
{
    char name[40];
    snprintf(name, sizeof name, "%.*s", (int)length, column);
    markup_element(markup, "th", name, "scope", "col", NULL);
}

void docs_open_table(struct docs *docs, const char *caption, const char *columns)
{
    struct markup *markup = &docs->page.markup;
    markup_open(markup, "div", "class", "wide", "tabindex", "0", "role", "region", "aria-label",
                caption, NULL);
    markup_open(markup, "table", "class", "params", NULL);
    markup_element(markup, "caption", caption, NULL);
    markup_open(markup, "thead", NULL);
    markup_open(markup, "tr", NULL);
    for (const char *column = columns; *column;) {
        const size_t length = strcspn(column, "|");
        write_column(markup, column, length);
        column += length + (column[length] == '|');
    }
    markup_close(markup, "tr");
    markup_close(markup, "thead");
    markup_break(markup);
    markup_open(markup, "tbody", NULL);
}

void docs_close_table(struct docs *docs)
{
    markup_close(&docs->page.markup, "tbody");
    markup_close(&docs->page.markup, "table");
    markup_close(&docs->page.markup, "div");
    markup_break(&docs->page.markup);
}

void docs_write_row(struct docs *docs, const char *name, const char *const *cells, size_t count)
{
    struct markup *markup = &docs->page.markup;
    markup_open(markup, "tr", NULL);
    markup_open(markup, "th", "scope", "row", NULL);
    markup_element(markup, "code", name, NULL);
    markup_close(markup, "th");
    for (size_t i = 0; i < count; i++)
        markup_element(markup, "td", cells[i], NULL);
    markup_close(markup, "tr");
    markup_break(markup);
}

static void write_link(struct docs *docs, const char *path, const char *text)
{
    markup_open(&docs->page.markup, "a", NULL);
    page_href_path(&docs->page, path);
    markup_text(&docs->page.markup, text);
    markup_close(&docs->page.markup, "a");
}

static void write_docs_head(struct docs *docs)
{
    struct markup *markup = &docs->page.markup;
    markup_open(markup, "div", "class", "head", NULL);
    markup_element(markup, "h1", "API reference", NULL);
    markup_open(markup, "p", "class", "lead", NULL);
    markup_text(markup,
                "All requests that this server answers, with examples to paste into a shell "
                "and their answers. For programs: ");
    write_link(docs, OPENAPI_PATH, "OpenAPI 3.1");
    markup_text(markup, ", and the format of data files in ");
    write_link(docs, DATA_SCHEMA_PATH, "JSON Schema");
    markup_text(markup, ".");
    markup_close(markup, "p");
    markup_close(markup, "div");
    markup_break(markup);
}

static void write_content_link(struct docs *docs, const char *id, const char *heading)
{
    struct markup *markup = &docs->page.markup;
    char href[100];
    snprintf(href, sizeof href, "#%s", id);
    markup_open(markup, "li", NULL);
    markup_element(markup, "a", heading, "href", href, NULL);
    markup_close(markup, "li");
}

static void write_docs_contents(struct docs *docs)
{
    struct markup *markup = &docs->page.markup;
    size_t count;
    const struct collection *collections =
        archive_collections(docs->call->snapshot->archive, &count);
    markup_open(markup, "nav", "aria-label", "Sections", NULL);
    markup_open(markup, "ul", NULL);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        write_content_link(docs, sections[i].id, sections[i].heading);
    for (size_t i = 0; i < count; i++)
        write_content_link(docs, collections[i].name, collections[i].name);
    markup_close(markup, "ul");
    markup_close(markup, "nav");
}

static void write_docs_start(struct docs *docs)
{
    size_t count;
    const struct collection *collections =
        archive_collections(docs->call->snapshot->archive, &count);
    docs_open_section(docs, "start", "h2", "Where to start");
    docs_write_text(
        docs,
        "The answer for a collection is an object with data, meta and links. The answer for a "
        "record is the record. A reference to another record contains its label and URL, so that a "
        "client can show it without a second request. The links of a record lead to all records "
        "that refer to it. The sources of a record cite the passages of the document that support "
        "it.");
    if (docs->page.publication.files)
        docs_write_text(docs, "This site is made of files, which answer requests without "
                              "parameters. For all others, start a server.");
    docs_write_collection_examples(docs);
    docs_open_table(docs, "The collections", "path|records|description");
    for (size_t i = 0; i < count; i++) {
        char path[BASE_PATH_BYTES_MAX + 80], records[24];
        snprintf(path, sizeof path, "%s/%s", request_base_path(docs->call->request),
                 collections[i].name);
        snprintf(records, sizeof records, "%zu", collections[i].count);
        docs_write_row(docs, path, (const char *const[]){records, collections[i].documentation}, 2);
    }
    docs_close_table(docs);
    docs_close_section(docs);
}

static void write_problems(struct docs *docs)
{
    docs_open_section(docs, "problems", "h2", "Problems");
    docs_write_text(
        docs, "An error is answered with application/problem+json (RFC 9457). It lists all wrong "
              "parameters at once, and suggests the nearest known name.");
    docs_open_examples(docs);
    docs_write_problem(docs, "/papers?limt=5&sort=titel");
    docs_write_problem(docs, "/sesions");
    docs_close_examples(docs);
    docs_close_section(docs);
}

static void write_other_paths(struct docs *docs)
{
    const struct route_table *routes = docs->call->routes;
    char path[BASE_PATH_BYTES_MAX + 80];
    docs_open_section(docs, "paths", "h2", "Other paths");
    docs_open_table(docs, "Other paths of the service", "path|media type|description");
    for (size_t i = 0; i < routes->count; i++) {
        const struct route *route = &routes->at[i];
        if (strchr(route->pattern, '{') || route->subject == ROUTE_ASSET ||
            !route_is_served(route, docs->call->request))
            continue;
        snprintf(path, sizeof path, "%s%s", request_base_path(docs->call->request), route->pattern);
        docs_write_row(docs, path, (const char *const[]){route->media_type, route->documentation},
                       2);
    }
    docs_close_table(docs);
    docs_close_section(docs);
}

static void write_docs_sections(struct docs *docs)
{
    struct markup *markup = &docs->page.markup;
    markup_open(markup, "div", "class", "api", NULL);
    write_docs_contents(docs);
    markup_open(markup, "div", NULL);
    write_docs_start(docs);
    docs_write_parameters(docs);
    docs_write_filters(docs);
    docs_write_formats(docs);
    write_problems(docs);
    docs_write_common_fields(docs);
    write_other_paths(docs);
    docs_write_collections(docs);
    markup_close(markup, "div");
    markup_close(markup, "div");
}

void docs_answer(const struct call *call, struct response *response)
{
    struct docs docs = {.call = call};
    if (!call_begin_document(call, DOCS_MEDIA_TYPE "; charset=utf-8", response))
        return;
    page_init(&docs.page, call->snapshot->archive, call->request, &response->body);
    docs.page.url = (struct url){call->request->base_path, {&DOCS_PATH[1]}, 1, ""};
    docs_choose_values(&docs);
    response_add_page_policy(response);
    page_begin(&docs.page, page_text_of("API reference"),
               page_text_of("All requests that this server answers, with examples."), false);
    page_write_trail(&docs.page, "API reference");
    write_docs_head(&docs);
    write_docs_sections(&docs);
    page_end(&docs.page);
}
