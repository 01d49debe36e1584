/* The reference, /docs, is a well-formed page in which every example is true. */
#include "archive_fixture.h"
#include "base/buffer.h"
#include "describe/describe.h"
#include "formats/format.h"
#include "http/html.h"
#include "query/query.h"
#include "routes.h"
#include "schema/kind.h"
#include "schema/targets.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    NESTING_MAX = 32,
    TAG_MAX = 16
};

static struct archive_fixture fixture;
static char *page;

static void set_up(void)
{
    fixture = load_two_meetings();
    page = get_body(&fixture, DOCS_PATH);
}

static void tear_down(void)
{
    free(page);
    archive_fixture_finish(&fixture);
}

TestSuite(docs, .init = set_up, .fini = tear_down);

/* Returns the text of an attribute at `tag` in a buffer that the next call overwrites, or NULL. */
static const char *attribute(const char *tag, const char *name)
{
    static char value[200];
    char start[40];
    snprintf(start, sizeof start, " %s=\"", name);
    const char *found = strstr(tag, start);
    if (!found || found > strchr(tag, '>'))
        return NULL;
    found += strlen(start);
    snprintf(value, sizeof value, "%.*s", (int)strcspn(found, "\""), found);
    return value;
}

Test(docs, every_element_is_closed_in_its_parent)
{
    static const char *const empty[] = {"!DOCTYPE", "meta", "link", "input"};
    char open[NESTING_MAX][TAG_MAX];
    size_t depth = 0, count = 0;
    for (const char *at = page; (at = strchr(at, '<')); at++, count++) {
        char name[TAG_MAX];
        const bool closes = at[1] == '/';
        snprintf(name, sizeof name, "%.*s", (int)strcspn(at + 1 + closes, " >\n"), at + 1 + closes);
        bool is_empty = false;
        for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
            is_empty |= strcmp(name, empty[i]) == 0;
        if (closes) {
            cr_assert(depth > 0 && strcmp(open[depth - 1], name) == 0, "%.60s", at);
            depth--;
        } else if (!is_empty) {
            cr_assert_lt(depth, NESTING_MAX);
            strcpy(open[depth++], name);
        }
    }
    cr_expect_eq(depth, 0);
    cr_expect_gt(count, 1000);
    cr_expect_str_eq(page + strlen(page) - strlen("</html>\n"), "</html>\n");
}

static size_t count_text(const char *text)
{
    size_t count = 0;
    for (const char *at = page; (at = strstr(at, text)); at++)
        count++;
    return count;
}

Test(docs, the_contents_lead_to_every_section)
{
    char text[300];
    size_t headings = 0;
    for (const char *at = page; (at = strstr(at, " id=\"")); at++) {
        snprintf(text, sizeof text, " id=\"%s\"", attribute(at, "id"));
        cr_expect_eq(count_text(text), 1, "%s", text);
    }
    for (const char *at = page; (at = strstr(at, " href=\"#")); at++) {
        snprintf(text, sizeof text, " id=\"%s\"", attribute(at, "href") + 1);
        cr_expect_eq(count_text(text), 1, "%s is missing", text);
    }
    for (const char *at = page; (at = strstr(at, "<section id=")); at++, headings++) {
        snprintf(text, sizeof text, "<a href=\"#%s\">", attribute(at, "id"));
        const bool parameter = strncmp(attribute(at, "id"), "parameter-", 10) == 0;
        cr_expect_eq(count_text(text), parameter ? 1 : 2, "%s is missing", text);
    }
    cr_expect_eq(count_text("\"></a></h2>"), 0, "a heading is empty");
    cr_expect_geq(headings, 15);
    cr_expect_eq(count_text("<h1>"), 1);
    cr_expect_eq(count_text("<title>"), 1);
    cr_expect_eq(count_text("<p></p>"), 0);
}

/* Every table has a caption, and rows with one cell for each column. */
Test(docs, every_table_is_complete)
{
    size_t tables = 0;
    for (const char *table = page; (table = strstr(table, "<table class=\"params\">"));
         table++, tables++) {
        const char *end = strstr(table, "</table>"), *head = strstr(table, "</thead>");
        size_t columns = 0, rows = 0;
        const char *caption = strchr(table, '>') + 1;
        cr_expect_eq(strncmp(caption, "<caption>", 9), 0);
        cr_expect_neq(caption[9], '<', "an empty caption");
        for (const char *at = table; (at = strstr(at, "<th scope=\"col\">")) && at < head; at++)
            columns++;
        for (const char *row = head; (row = strstr(row, "<tr>")) && row < end; row++, rows++) {
            const char *row_end = strstr(row, "</tr>");
            size_t cells = 1;
            cr_expect_eq(strncmp(row, "<tr><th scope=\"row\"><code>", 26), 0, "%.80s", row);
            for (const char *at = row; (at = strstr(at, "<td>")) && at < row_end; at++)
                cells++;
            cr_expect_eq(cells, columns, "%.80s", row);
        }
        cr_expect(columns >= 2 && rows >= 1, "%.60s", caption);
    }
    cr_expect_eq(tables, count_text("</table>"));
    cr_expect_gt(tables, 20);
}

/* Copies text from HTML, without the escapes and isolating elements. */
static void unescape(const char *html, const char *end, char *text)
{
    static const char *const escapes[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    while (html < end) {
        size_t i = 0;
        if (strncmp(html, "<bdi>", 5) == 0 || strncmp(html, "</bdi>", 6) == 0) {
            html = strchr(html, '>') + 1;
            continue;
        }
        while (i < 5 && strncmp(html, escapes[i], strlen(escapes[i])) != 0)
            i++;
        *text++ = i < 5 ? "&<>\"'"[i] : *html;
        html += i < 5 ? strlen(escapes[i]) : 1;
    }
    *text = '\0';
}

Test(docs, every_request_succeeds_and_leads_to_its_answer_or_has_the_problem)
{
    size_t requests = 0, problems = 0;
    for (const char *at = page; (at = strstr(at, "<div class=\"try\">")); at++, requests++) {
        char command[800], target[700];
        const char *code = strstr(at, "<code>") + strlen("<code>");
        const char *end = strstr(code, "</div>");
        struct response response;
        unescape(code, strstr(code, "</code>"), command);
        cr_assert_eq(sscanf(command, "curl -s 'http://localhost:8080%699[^']'", target), 1, "%s",
                     command);
        get_answer(&fixture, target, &response);
        const char *link = strstr(code, ">Open</a>");
        cr_expect_eq(response.status == 200, link && link < end, "%s", target);
        if (response.status != 200) {
            const char *shown =
                strstr(code, "<pre tabindex=\"0\">") + strlen("<pre tabindex=\"0\">");
            const size_t size = (size_t)(strstr(shown, "</pre>") - shown);
            char *text = calloc(1, size + 1);
            unescape(shown, shown + size, text);
            cr_expect_eq(strlen(text), response.body.length, "%s", target);
            cr_expect_eq(strncmp(response.body.bytes, text, response.body.length), 0, "%s", text);
            free(text);
            problems++;
        }
        response_finish(&response);
    }
    cr_expect_gt(requests, 30);
    cr_expect_eq(problems, 2);
}

/* Returns the row of a table with an HTML text in its first cell, which may start with a name; the
 * caller frees it. */
static char *row_of(const char *caption, const char *name)
{
    char start[300];
    snprintf(start, sizeof start, "<caption>%s</caption>", caption);
    const char *table = strstr(page, start);
    cr_assert(table, "%s", start);
    snprintf(start, sizeof start, "<th scope=\"row\"><code>%s</code></th>", name);
    const char *row = strstr(table, start);
    cr_assert(row && row < strstr(table, "</table>"), "%s has no row %s", caption, name);
    return strndup(row, (size_t)(strstr(row, "</tr>") - row));
}

static void expect_cell(const char *row, const char *text)
{
    struct buffer html;
    buffer_init(&html, 4096);
    buffer_append_text(&html, "<td>");
    html_append_content(&html, text, strlen(text));
    buffer_append_text(&html, "</td>");
    buffer_append_byte(&html, '\0');
    cr_expect(strstr(row, html.bytes), "%s: no %s", row, html.bytes);
    buffer_finish(&html);
}

static bool is_of_every_record(const struct field *field)
{
    static const char *const names[] = {"id",      "web_links", "identifiers", "language",
                                        "sources", "inferred",  "notes"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(field->name, names[i]) == 0)
            return true;
    return false;
}

static void expect_field_rows(const char *caption, struct field_list fields, const char *outer)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        char name[100], kind[600] = "";
        snprintf(name, sizeof name, "%s%s", outer, field->name);
        strcat(strcat(kind, field->list ? "list of " : ""), kinds[field->kind].name);
        const struct record_type *target = targets_only(field->targets);
        if (field->kind == FIELD_REFERENCE)
            strcat(strcat(kind, " to "), target ? target->name : "records of several types");
        for (const char *const *choice = field->choices; choice && *choice; choice++)
            strcat(strcat(kind, choice == field->choices ? ": " : ", "), *choice);
        const char *own =
            *outer || !is_of_every_record(field) ? caption : "The fields of every record";
        char *row = row_of(own, name);
        expect_cell(row, kind);
        expect_cell(row, field->documentation);
        free(row);
        strcat(name, ".");
        expect_field_rows(own, field->members, name);
    }
}

static void expect_relation_rows(const char *caption, const struct collection *collection)
{
    size_t count;
    const struct relation *relations = archive_relations(fixture.archive, collection->type, &count);
    for (size_t i = 0; i < count; i++) {
        char name[200];
        snprintf(name, sizeof name, "/%s/{id}/%s", collection->name, relations[i].name);
        char *row = row_of(caption, name);
        expect_cell(row, relations[i].to_one ? "one or none" : "any number");
        expect_cell(row, relations[i].member->documentation);
        free(row);
    }
}

Test(docs, collections_have_their_counts_fields_and_relations)
{
    size_t count;
    const struct collection *collections = archive_collections(fixture.archive, &count);
    for (size_t i = 0; i < count; i++) {
        const char *type = collections[i].type->name;
        char path[100], number[20], caption[100];
        snprintf(path, sizeof path, "/%s", collections[i].name);
        snprintf(number, sizeof number, "%zu", collections[i].count);
        char *row = row_of("The collections", path);
        expect_cell(row, number);
        expect_cell(row, collections[i].documentation);
        free(row);
        const char *article = strchr("aeiou", *type) ? "an" : "a";
        snprintf(caption, sizeof caption, "The fields of %s %s", article, type);
        expect_field_rows(caption, collections[i].type->fields, "");
        snprintf(caption, sizeof caption, "The relations of %s %s", article, type);
        if (collections[i].name == collections[i].type->collection)
            expect_relation_rows(caption, &collections[i]);
    }
}

Test(docs, formats_and_paths_have_their_media_types)
{
    const struct format *format;
    for (size_t i = 0; (format = format_at(i)); i++) {
        char *row = row_of("The available formats", format->suffix);
        expect_cell(row, format->media_type);
        expect_cell(row, format->documentation);
        cr_expect_eq(strstr(row, "<td>any record</td>") != NULL,
                     format->types == 0 && format->roles == 0);
        for (size_t j = 0; j < TYPE_COUNT && (format->types || format->roles); j++)
            cr_expect_eq(strstr(row, record_types[j]->collection) != NULL,
                         format_is_for(format, record_types[j], false), "%s", row);
        free(row);
    }
    for (size_t i = 0; i < routes.count; i++) {
        const struct route *route = &routes.at[i];
        if (strchr(route->pattern, '{') || route->subject == ROUTE_ASSET)
            continue;
        char *row = row_of("Other paths of the service", route->pattern);
        expect_cell(row, route->media_type);
        expect_cell(row, route->documentation);
        free(row);
    }
}

Test(docs, parameters_say_for_which_requests_they_are)
{
    const struct query_parameter *parameter;
    for (size_t i = 0; (parameter = parameters_at(i)); i++) {
        char start[80], scopes[80];
        snprintf(start, sizeof start, "<h3><a href=\"#parameter-%s\">%s</a></h3>", parameter->name,
                 parameter->name);
        const char *section = strstr(page, start);
        cr_assert(section, "%s", start);
        const bool list = parameter->scopes & QUERY_LIST, record = parameter->scopes & QUERY_RECORD;
        const bool search = parameter->scopes & QUERY_SEARCH;
        const bool comparison = parameter->scopes & QUERY_COMPARISON;
        snprintf(scopes, sizeof scopes, "<small>For %s%s%s%s%s%s%s.</small>", list ? "lists" : "",
                 list && record ? ", " : "", record ? "single records" : "",
                 (list || record) && search ? ", " : "", search ? "/search" : "",
                 (list || record || search) && comparison ? ", " : "",
                 comparison ? "/compare" : "");
        const char *found = strstr(section, "<small>");
        cr_expect_eq(strncmp(found, scopes, strlen(scopes)), 0, "%s: %s", start, scopes);
    }
}

Test(docs, links_and_examples_are_below_the_base_path)
{
    static const char *const texts[] = {"<a href=\"/record/openapi.json\">",
                                        "<a href=\"/record/schema.json\">",
                                        "curl -s 'http://h/record/papers?",
                                        "<code>/record/papers</code>",
                                        "<code>/record/papers/{id}/presenters</code>",
                                        "<code>/record/openapi.json</code>"};
    const struct request request = {.target = DOCS_PATH, .base_path = "/record", .host = "h"};
    struct response response;
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect(strstr(response.body.bytes, texts[i]), "%s", texts[i]);
    const char *policy = response_header(&response, "Content-Security-Policy");
    cr_expect(policy && strstr(policy, "default-src 'self'"), "%s", policy);
    response_finish(&response);
}

static size_t count_in(const char *body, const char *text)
{
    size_t count = 0;
    for (const char *at = body; (at = strstr(at, text)); at++)
        count++;
    return count;
}

Test(docs, texts_of_another_direction_in_examples_are_isolated)
{
    static const char *const names[] = {"\xe2\x80\xae Dahl, Carl",
                                        "\xd7\xa0\xd7\x95\xd7\xa2\xd7\x9d",
                                        "Berg \xd9\x84\xd9\x8a\xd9\x84\xd9\x89"};
    char record[600], isolated[100];
    snprintf(record, sizeof record,
             "{'meetings': [{'id': 'm', 'name': '%s', 'status': 'held'}],"
             " 'people': [{'id': 'p', 'name': '%s'}], 'topics': [{'id': 't', 'label': '%s'}]}",
             names[0], names[1], names[2]);
    struct archive_fixture directed = archive_fixture_create(load_text(record));
    char *body = get_body(&directed, DOCS_PATH);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(isolated, sizeof isolated, "<bdi>%s</bdi>", names[i]); /* also in the masthead */
        cr_expect_eq(count_in(body, names[i]), count_in(body, isolated), "%s", names[i]);
    }
    free(body);
    archive_fixture_finish(&directed);
}

/* Expects the examples to search for a word if a topic has this label. */
static void expect_example(const char *label, const char *word)
{
    char json[1000], example[100];
    snprintf(json, sizeof json,
             "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"lines\": 9, \"sources\": "
             "[{\"document\": \"d\", \"lines\": \"1\"}]}], \"topics\": [{\"id\": \"t\", \"label\": "
             "\"%s\", \"sources\": [{\"document\": \"d\", \"lines\": \"1\"}]}]}",
             label);
    struct archive_fixture labelled = archive_fixture_create(load_json(json));
    char *text = get_body(&labelled, DOCS_PATH);
    snprintf(example, sizeof example, "/search?q=%s&", word);
    cr_expect(strstr(text, example) || (example[strlen(example) - 1] = '"', strstr(text, example)),
              "%s: no example searches for %s", label, word);
    free(text);
    archive_fixture_finish(&labelled);
}

Test(docs, the_examples_search_for_the_longest_whole_word_of_letters)
{
    expect_example("Lamps and lanterns", "lanterns");
    expect_example("Lanterns, glasses", "glasses");
    expect_example("Four lamps, five", "meeting");
    expect_example("Candles lantern", "candles");
    expect_example("lamp", "meeting");
    expect_example("abcdefghijklmnopqrstuvwxyzabcdefghijklm",
                   "abcdefghijklmnopqrstuvwxyzabcdefghijklm");
    expect_example("abcdefghijklmnopqrstuvwxyzabcdefghijklmn lamps", "lamps");
}
