#include "describe/docs_private.h"

#include "describe/describe.h"
#include "describe/docs_style.h"

#include <stdio.h>
#include <string.h>

void docs_append_heading(struct docs *docs, const char *tag, const char *id, const char *text)
{
    buffer_append_text(docs->out, "<");
    buffer_append_text(docs->out, tag);
    buffer_append_text(docs->out, " id=\"");
    html_append_text(docs->out, id);
    buffer_append_text(docs->out, "\">");
    html_append_text(docs->out, text);
    buffer_append_text(docs->out, "</");
    buffer_append_text(docs->out, tag);
    buffer_append_text(docs->out, ">\n");
}

void docs_open_table(struct docs *docs, const char *caption, const char *columns)
{
    buffer_append_text(docs->out,
                       "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"");
    html_append_text(docs->out, caption);
    buffer_append_text(docs->out, "\"><table>\n");
    html_append_element(docs->out, "caption", caption);
    buffer_append_text(docs->out, "<thead><tr>");
    for (const char *column = columns; *column;) {
        const size_t length = strcspn(column, "|");
        buffer_append_text(docs->out, "<th scope=\"col\">");
        html_append(docs->out, column, length);
        buffer_append_text(docs->out, "</th>");
        column += length + (column[length] == '|');
    }
    buffer_append_text(docs->out, "</tr></thead>\n<tbody>\n");
}

void docs_close_table(struct docs *docs)
{
    buffer_append_text(docs->out, "</tbody></table></div>\n");
}

void docs_append_row(struct docs *docs, const char *name, const char *const *cells, size_t count)
{
    buffer_append_text(docs->out, "<tr><th scope=\"row\">");
    html_append_element(docs->out, "code", name);
    buffer_append_text(docs->out, "</th>");
    for (size_t i = 0; i < count; i++)
        html_append_element(docs->out, "td", cells[i]);
    buffer_append_text(docs->out, "</tr>\n");
}

/* Returns the length of the first `lines` lines. */
static size_t length_of_lines(const struct buffer *text, size_t lines)
{
    size_t length = 0;
    while (length < text->length && lines > 0)
        lines -= text->bytes[length++] == '\n';
    return length;
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

/* Returns the marks at which the texts of a line end: those of CSV, whose cells may be lists, those
 * of BibTeX, or a quotation mark, or a comma in a line without one. */
static const char *marks_of_line(const char *target, const char *line, size_t length)
{
    if (strstr(target, ".csv"))
        return "\",;";
    if (strstr(target, ".bib"))
        return "{},";
    return memchr(line, '"', length) ? "\"" : ",";
}

static size_t length_before(const char *text, size_t length, const char *marks)
{
    size_t size = 0;
    while (size < length && (!text[size] || !strchr(marks, text[size])))
        size++;
    return size;
}

/* Appends a line of an answer. A text of the record that may have another direction than the page
 * is isolated. */
static void append_line(struct buffer *out, const char *marks, const char *line, size_t length)
{
    for (size_t i = 0, next; i < length; i = next) {
        const size_t size = length_before(line + i, length - i, marks);
        const bool plain = is_ascii(line + i, size);
        buffer_append_text(out, plain ? "" : "<bdi>");
        html_append(out, line + i, size);
        buffer_append_text(out, plain ? "" : "</bdi>");
        next = i + size < length ? i + size + 1 : length;
        html_append(out, line + i + size, next - i - size);
    }
}

/* Returns the number of bytes that end a line: LF, CR LF or none. */
static size_t length_of_line_end(const char *line, size_t length)
{
    if (length == 0 || line[length - 1] != '\n')
        return 0;
    return length > 1 && line[length - 2] == '\r' ? 2 : 1;
}

static void append_answer(struct buffer *out, const char *target, const char *text, size_t length)
{
    while (length > 0) {
        const char *feed = memchr(text, '\n', length);
        const size_t size = feed ? (size_t)(feed - text) + 1 : length;
        const size_t end = length_of_line_end(text, size);
        append_line(out, marks_of_line(target, text, size - end), text, size - end);
        html_append(out, text + size - end, end);
        length -= size;
        text += size;
    }
}

void docs_append_example(struct docs *docs, const char *target, size_t lines)
{
    struct response response;
    char command[600];
    response_init(&response);
    docs->call->answer(docs->call, target, &response);
    const size_t length = length_of_lines(&response.body, lines);
    const bool cut = length < response.body.length;
    const int written = snprintf(command, sizeof command, "curl -s 'http://%s%s%s'", docs->host,
                                 request_base_path(docs->call->request), target);
    if (cut && written > 0 && (size_t)written < sizeof command)
        snprintf(command + written, sizeof command - (size_t)written, " | head -n %zu", lines);
    buffer_append_text(docs->out, "<pre class=\"request\" tabindex=\"0\">");
    html_append_element(docs->out, "code", command);
    buffer_append_text(docs->out, "</pre><pre tabindex=\"0\">");
    append_answer(docs->out, target, response.body.bytes, length);
    buffer_append_text(docs->out, "</pre>\n");
    docs->out->failed |= response_is_lost(&response);
    response_finish(&response);
}

/* Sets the host for the examples: that of the request if it is a plain name or address, because the
 * examples are pasted into a shell. */
static void choose_host(struct docs *docs)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
    const char *host = docs->call->request->host;
    const bool usable =
        host && *host && !host[strspn(host, plain)] && strlen(host) < sizeof docs->host;
    snprintf(docs->host, sizeof docs->host, "%s", usable ? host : "localhost:8080");
}

static void append_docs_head(struct docs *docs)
{
    const char *base_path = docs->call->request->base_path;
    buffer_append_text(docs->out,
                       "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, "
                       "initial-scale=1\">\n<title>rapporteur: API reference</title>\n<style>");
    buffer_append(docs->out, (const char *)docs_style, docs_style_length);
    buffer_append_text(
        docs->out,
        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n"
        "<header><h1>The API of this record</h1>\n<p>All requests that this server answers, with "
        "examples to paste into a shell and their answers. For programs, the API is described in "
        "<a href=\"");
    url_append_path(docs->out, base_path, OPENAPI_PATH);
    buffer_append_text(docs->out, "\">OpenAPI 3.1</a>, and the format of data files in <a href=\"");
    url_append_path(docs->out, base_path, DATA_SCHEMA_PATH);
    buffer_append_text(docs->out, "\">JSON Schema</a>.</p></header>\n");
}

static void append_docs_contents(struct docs *docs)
{
    size_t count;
    const struct collection *collections =
        archive_collections(docs->call->snapshot->archive, &count);
    buffer_append_text(docs->out, "<nav aria-label=\"Contents\"><ul>\n"
                                  "<li><a href=\"#start\">Where to start</a></li>\n"
                                  "<li><a href=\"#parameters\">Parameters</a></li>\n"
                                  "<li><a href=\"#filters\">Filters</a></li>\n"
                                  "<li><a href=\"#formats\">Formats</a></li>\n"
                                  "<li><a href=\"#problems\">Problems</a></li>\n"
                                  "<li><a href=\"#paths\">Other paths</a></li>\n");
    for (size_t i = 0; i < count; i++) {
        buffer_append_text(docs->out, "<li><a href=\"#");
        buffer_append_text(docs->out, collections[i].name);
        buffer_append_text(docs->out, "\">");
        html_append_element(docs->out, "code", collections[i].name);
        buffer_append_text(docs->out, "</a></li>\n");
    }
    buffer_append_text(docs->out, "</ul></nav>\n<main id=\"main\">\n");
}

static void append_docs_start(struct docs *docs)
{
    size_t count;
    const struct collection *collections =
        archive_collections(docs->call->snapshot->archive, &count);
    docs_append_heading(docs, "h2", "start", "Where to start");
    docs_open_table(docs, "The collections", "path|records|description");
    for (size_t i = 0; i < count; i++) {
        char path[BASE_PATH_BYTES_MAX + 80], records[24];
        snprintf(path, sizeof path, "%s/%s", request_base_path(docs->call->request),
                 collections[i].name);
        snprintf(records, sizeof records, "%zu", collections[i].count);
        docs_append_row(docs, path, (const char *const[]){records, collections[i].documentation},
                        2);
    }
    docs_close_table(docs);
    html_append_element(
        docs->out, "p",
        "The answer for a collection is an object with data, meta and links. The answer for a "
        "record is the record. A reference to another record contains its label and URL, so that a "
        "client can show it without a second request. The links of a record lead to all records "
        "that refer to it. The sources of a record cite the passages of the document that support "
        "it.");
}

static void append_problems(struct docs *docs)
{
    docs_append_heading(docs, "h2", "problems", "Problems");
    html_append_element(
        docs->out, "p",
        "An error is answered with application/problem+json (RFC 9457). It lists all wrong "
        "parameters at once, and suggests the nearest known name.");
    docs_append_example(docs, "/papers?limt=5&sort=titel", 60);
    docs_append_example(docs, "/sesions", 60);
}

static void append_other_paths(struct docs *docs)
{
    const struct route_table *routes = docs->call->routes;
    char path[BASE_PATH_BYTES_MAX + 80];
    docs_append_heading(docs, "h2", "paths", "Other paths");
    docs_open_table(docs, "Other paths of the service", "path|media type|description");
    for (size_t i = 0; i < routes->count; i++) {
        const struct route *route = &routes->at[i];
        if (strchr(route->pattern, '{') || route->subject == ROUTE_ASSET ||
            !route_is_served(route, docs->call->request))
            continue;
        snprintf(path, sizeof path, "%s%s", request_base_path(docs->call->request), route->pattern);
        docs_append_row(docs, path, (const char *const[]){route->media_type, route->documentation},
                        2);
    }
    docs_close_table(docs);
}

static void append_docs_page(struct docs *docs)
{
    append_docs_head(docs);
    append_docs_contents(docs);
    append_docs_start(docs);
    docs_append_parameters(docs);
    docs_append_filters(docs);
    docs_append_formats(docs);
    append_problems(docs);
    append_other_paths(docs);
    docs_append_collections(docs);
    buffer_append_text(docs->out, "</main>\n<footer><p>rapporteur " RAPPORTEUR_VERSION
                                  "</p></footer>\n</body>\n</html>\n");
}

/* Allows the page to load nothing; only its embedded style applies. */
static void add_policy(struct response *response)
{
    char policy[300];
    snprintf(policy, sizeof policy,
             "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; "
             "frame-ancestors 'none'",
             docs_style_sha256);
    response_add_header(response, "Content-Security-Policy", policy);
}

void docs_answer(const struct call *call, struct response *response)
{
    struct docs docs = {.call = call, .out = &response->body};
    if (!call_begin_document(call, DOCS_MEDIA_TYPE "; charset=utf-8", response))
        return;
    choose_host(&docs);
    response->varies_by_host = true;
    add_policy(response);
    append_docs_page(&docs);
}
