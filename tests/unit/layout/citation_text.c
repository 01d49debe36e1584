/* Citations in the action bar, as text to copy. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define SOURCES "'sources': [{'document': 'd'}]}"

static const char record[] =
    "{'documents': [{'id': 'd', 'title': 'The Report', 'author': 'a', 'date': '2002-05',"
    "  'publisher': 'Harbour Press', 'identifiers': [{'scheme': 'doi', 'value': "
    "'10.1000/182'}]," SOURCES "],"
    " 'meetings': [{'id': 'm', 'name': 'First Meeting', 'status': 'held', 'city': 'Lisbon',"
    "  'start_date': '2001-03-31', 'end_date': '2001-04-01'," SOURCES ","
    "  {'id': 'n', 'name': 'Second Meeting', 'status': 'planned'," SOURCES "],"
    " 'sessions': [{'id': 's', 'number': 7, 'title': 'Tides', 'meeting': 'm'," SOURCES "],"
    " 'people': [{'id': 'a', 'name': 'A. Almada', 'given_name': 'Ana-Rita M.',"
    "  'family_name': 'Almada'," SOURCES ","
    "  {'id': 'b', 'name': 'Berg'," SOURCES ","
    "  {'id': 'c', 'name': 'Tanaka Yuki', 'given_name': '\xE9\x9B\xAA', 'family_name': "
    "'\xE7\x94\xB0'," SOURCES "],"
    " 'papers': [{'id': 'p', 'number': 1, 'title': 'Is It High Tide?', 'kind': 'paper',"
    "  'session': 's', 'position': 1, 'presenters': ['a', 'b', 'c']," SOURCES ","
    "  {'id': 'w', 'number': 2, 'kind': 'remarks', 'session': 's', 'position': 2," SOURCES "]}";

/* Returns the text of a citation on a page, without elements and isolating characters. */
static void read_citation(const char *page, const char *style, char text[2000])
{
    char heading[40];
    size_t length = 0;
    bool in_tag = false;
    snprintf(heading, sizeof heading, "<dt>%s</dt><dd><span>", style);
    const char *at = strstr(page, heading);
    cr_assert(at, "%s", page);
    at += strlen(heading);
    for (const char *end = strstr(at, "</span>"); at < end; at++) {
        in_tag = *at == '<' || (in_tag && *at != '>');
        if (!in_tag && *at != '>' && length < 1999)
            text[length++] = *at;
    }
    text[length] = '\0';
}

static void expect_citation(const char *target, const char *style, const char *expected)
{
    char text[2000];
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    char *page = get_body(&fixture, target);
    read_citation(page, style, text);
    cr_expect_str_eq(text, expected);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(citation_text, apa_of_a_paper_has_initials_date_kind_and_meeting)
{
    expect_citation("/papers/p.html", "APA",
                    "Almada, A.-R. M., Berg, &amp; \xE7\x94\xB0, \xE9\x9B\xAA (2001, March 31 "
                    "\xE2\x80\x93 April 1). Is It High Tide? [Paper presentation]. First Meeting, "
                    "Lisbon.");
}

Test(citation_text, apa_without_authors_begins_with_the_title)
{
    expect_citation("/papers/w.html", "APA",
                    "[Untitled remarks] [Remarks]. (2001, March 31 \xE2\x80\x93 April 1). First "
                    "Meeting, Lisbon.");
}

Test(citation_text, apa_of_a_document_has_its_publisher_and_doi)
{
    expect_citation("/documents/d.html", "APA",
                    "Almada, A.-R. M. (2002, May). The Report. Harbour Press. "
                    "https://doi.org/10.1000/182");
}

Test(citation_text, apa_without_a_date_says_so)
{
    expect_citation("/meetings/n.html", "APA", "Second Meeting. (n.d.).");
}

Test(citation_text, chicago_of_a_paper_has_names_title_meeting_place_and_date)
{
    expect_citation(
        "/papers/p.html", "Chicago",
        "A. Almada, Berg and Tanaka Yuki. \xE2\x80\x9CIs It High Tide?\xE2\x80\x9D First "
        "Meeting, Lisbon, 31 March \xE2\x80\x93 1 April 2001.");
}

Test(citation_text, chicago_has_no_second_full_stop_after_a_title)
{
    expect_citation("/documents/d.html", "Chicago",
                    "A. Almada. The Report, Harbour Press, May 2002. https://doi.org/10.1000/182");
    expect_citation("/meetings/m.html", "Chicago",
                    "First Meeting, Lisbon, 31 March \xE2\x80\x93 1 April 2001.");
}

Test(citation_text, people_organizations_and_topics_are_not_cited)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    char *page = get_body(&fixture, "/people/b.html");
    cr_expect_null(strstr(page, "<summary>Cite</summary>"));
    cr_expect(strstr(page, "<summary>Link</summary>"));
    free(page);
    archive_fixture_finish(&fixture);
}
