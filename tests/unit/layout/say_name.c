/* Names of documents that have the title of their meeting, which begin with their kind; and of
 * types of records. */
#include "archive_fixture.h"
#include "layout/layout.h"

#include <criterion/criterion.h>
#include <string.h>

static const char minutes[] =
    "{'meetings': [{'id': 'm', 'name': '4th Tide Meeting', 'status': 'held',"
    "   'start_date': '2031-03-11'},"
    "  {'id': 'n', 'name': 'Minutes of the Port', 'status': 'held'}],"
    " 'agenda_items': [{'id': 'fees', 'position': 1, 'title': 'Mooring fees', 'meeting': 'm',"
    "   'sources': [{'document': 'taken', 'section': 'Mooring fees'}]}],"
    " 'documents': [{'id': 'taken', 'title': '4th Tide Meeting', 'kind': 'minutes',"
    "   'meeting': 'm'},"
    "  {'id': 'before', 'title': '4th Tide Meeting', 'kind': 'agenda', 'meeting': 'm'},"
    "  {'id': 'else', 'title': '4th Tide Meeting', 'kind': 'other', 'meeting': 'm'},"
    "  {'id': 'unsaid', 'title': '4th Tide Meeting', 'meeting': 'm'},"
    "  {'id': 'named', 'title': 'Report of the 4th Tide Meeting', 'kind': 'report',"
    "   'meeting': 'm'},"
    "  {'id': 'worded', 'title': 'Minutes of the Port', 'kind': 'minutes', 'meeting': 'n'},"
    "  {'id': 'alone', 'title': '4th Tide Meeting', 'kind': 'minutes'}]}";

static struct archive_fixture fixture;

static void start(void)
{
    fixture = archive_fixture_create(load_text(minutes));
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(say_name, .init = start, .fini = stop);

Test(say_name, a_document_with_the_title_of_its_meeting_is_named_after_its_kind)
{
    static const char *const cases[][2] = {{"taken", "Minutes: 4th Tide Meeting"},
                                           {"before", "Agenda: 4th Tide Meeting"},
                                           {"else", "Document: 4th Tide Meeting"},
                                           {"unsaid", "Document: 4th Tide Meeting"},
                                           {"named", "Report of the 4th Tide Meeting"},
                                           {"worded", "Minutes of the Port"},
                                           {"alone", "4th Tide Meeting"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char name[SAY_NAME_BYTES];
        const size_t length =
            say_name(find_record(fixture.archive, "documents", cases[i][0]), name);
        cr_expect_str_eq(name, cases[i][1]);
        cr_expect_eq(length, strlen(cases[i][1]));
    }
}

static void expect_part(const char *target, const char *part)
{
    const struct publication publication = {.pages = PAGES_ON, .url = "https://example.org"};
    const struct request request = {.target = target, .publication = &publication};
    struct response response;
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    cr_expect(strstr(response.body.bytes, part), "%s: %s", target, part);
    response_finish(&response);
}

Test(say_name, heads_crumbs_lists_sources_and_citations_have_the_kind)
{
    static const char *const in_page[] = {
        "<title>Minutes: 4th Tide Meeting",
        ">Minutes: 4th Tide Meeting</h1>",
        "aria-current=\"page\"><bdi>Minutes: 4th Tide Meeting</bdi>",
        "<i><bdi>Minutes: 4th Tide Meeting</bdi></i>. (2031, March 11)",
        "name=\"citation_title\" content=\"Minutes: 4th Tide Meeting\"",
    };
    for (size_t i = 0; i < sizeof in_page / sizeof *in_page; i++)
        expect_part("/documents/taken.html", in_page[i]);
    expect_part("/documents.html", "<bdi>Agenda: 4th Tide Meeting</bdi></a>");
    expect_part("/search.html?q=tide", "<bdi>Minutes: 4th Tide Meeting</bdi></a>");
    expect_part("/agenda_items/fees.html", "<bdi>Minutes: 4th Tide Meeting</bdi>");
    expect_part("/documents/taken.bib", "Minutes: 4th");
    expect_part("/documents/taken.ris", "TI  - Minutes: 4th Tide Meeting");
    expect_part("/documents/taken.csl.json", "\"title\":\"Minutes: 4th Tide Meeting\"");
}

Test(say_name, without_an_archive_papers_are_not_called_talks)
{
    char text[SAY_BYTES];
    cr_expect_str_eq(say_collection(NULL, "papers", true, text), "Papers");
    cr_expect_str_eq(say_type(NULL, &paper_type, false, text), "paper");
}
