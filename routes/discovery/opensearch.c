/* /opensearch.xml. */
#include "base/utf8.h"
#include "discovery/discovery.h"
#include "discovery/origin.h"
#include "looks/looks.h"
#include "markup/markup.h"

#include <stdio.h>

enum {
    SHORT_NAME_CHARACTERS = 16
};

static void append_complete(struct buffer *out, const struct call *call, const char *origin,
                            const char *path)
{
    buffer_append_text(out, origin);
    url_append_path(out, call->request->base_path, path);
}

/* Appends a name, cut to the 16 characters that the format allows. */
static void append_short_name(struct buffer *out, const char *name)
{
    size_t length = 0;
    for (int i = 0; i < SHORT_NAME_CHARACTERS && name[length]; i++) {
        const size_t character = utf8_character_length(name + length);
        if (!character)
            break;
        length += character;
    }
    xml_append(out, name, length, false);
}

void opensearch_answer(const struct call *call, struct response *response)
{
    char origin[ORIGIN_BYTES_MAX], icon[200];
    struct buffer *out = &response->body;
    const enum pages_mode pages = request_pages(call->request);
    if (!origin_require(call, response, origin) ||
        !call_begin_document(call, "application/opensearchdescription+xml", response))
        return;
    snprintf(icon, sizeof icon, "/assets/%s/favicon.svg", looks_version);
    buffer_append_text(out,
                       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
                       "<ShortName>");
    append_short_name(out, publication_title(call->request->publication));
    buffer_append_text(out, "</ShortName>\n"
                            "<Description>Search the record</Description>\n"
                            "<InputEncoding>UTF-8</InputEncoding>\n");
    buffer_append_text(out, "<Image width=\"16\" height=\"16\" type=\"image/svg+xml\">");
    append_complete(out, call, origin, icon);
    buffer_append_text(out, "</Image>\n<Url type=\"");
    buffer_append_text(out, pages == PAGES_OFF ? "application/json" : "text/html");
    buffer_append_text(out, "\" template=\"");
    append_complete(out, call, origin, pages == PAGES_SUFFIX ? "/search.html" : "/search");
    buffer_append_text(out, "?q={searchTerms}\"/>\n</OpenSearchDescription>\n");
}
