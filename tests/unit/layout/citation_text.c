/* Citations in the action bar, as text to copy. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define SOURCES "'sources': [{'document': 'd'}]}"

static const char record[] =
    "{'documents': [{'id': 'd', 'title': 'The Report', 'author': 'a', 'date': '2002-05',"
    "  'publisher': 'Harbour Press', 'identifiers': [{'scheme': 'doi', 'value': "
    "'10.1000/182'}]," SOURCES ","
    "  {'id': 'e', 'title': 'The Minutes', 'kind': 'minutes', 'meeting': 't'," SOURCES ","
    "  {'id': 'f', 'title': 'The Slides', 'kind': 'slides', 'meeting': 't'," SOURCES "],"
    " 'discussions': [{'id': 'q', 'session': 's', 'position': 1, 'kind': 'answer',"
    "  'attribution': 'Professor Dias', 'text': 'It is our strong belief, and that of Dr. Berg, "
    "that the tide and the ebb cannot exist side by side in one harbour. We said so.'," SOURCES "],"
    " 'meetings': [{'id': 'm', 'name': 'First Meeting', 'status': 'held', 'city': 'Lisbon',"
    "  'start_date': '2001-03-31', 'end_date': '2001-04-01'," SOURCES ","
    "  {'id': 'n', 'name': 'Second Meeting', 'status': 'planned'," SOURCES ","
    "  {'id': 't', 'name': 'Third Meeting', 'time_zone': 'UTC', 'status': 'held', 'start_date': "
    "'2003-06-05T14:30',"
    "  'end_date': '2003-06-05T16:00'," SOURCES "],"
    " 'decisions': [{'id': 'x', 'number': '12', 'title': 'Adopted.', 'meeting': 't'," SOURCES "],"
    " 'sessions': [{'id': 's', 'number': 7, 'title': 'Tides', 'meeting': 'm'," SOURCES "],"
    " 'people': [{'id': 'a', 'name': 'A. Almada', 'given_name': 'Ana-Rita M.',"
    "  'family_name': 'Almada'," SOURCES ","
    "  {'id': 'b', 'name': 'Berg'," SOURCES ","
    "  {'id': 'c', 'name': 'Tanaka Yuki', 'given_name': '\xE9\x9B\xAA', 'family_name': "
    "'\xE7\x94\xB0'," SOURCES "],"
    " 'papers': [{'id': 'p', 'number': 1, 'title': 'Is It High Tide?', 'kind': 'paper',"
    "  'session': 's', 'position': 1, 'presenters': ['a', 'b', 'c']," SOURCES ","
    "  {'id': 'w', 'number': 2, 'kind': 'remarks', 'session': 's', 'position': 2," SOURCES ","
    "  {'id': 'o', 'number': 4, 'title': '.', 'session': 's', 'position': 4," SOURCES ","
    "  {'id': 'v', 'number': 5, 'title': 'Oil.', 'session': 's', 'position': 5," SOURCES ","
    "  {'id': 'u', 'number': 3, 'session': 's', 'position': 3, 'presenters': ['b', 'a']," SOURCES
    "]}";

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
                    "Almada, A.-R. M., Berg, &amp; \xE7\x94\xB0, \xE9\x9B\xAA. (2001, March 31"
                    "\xE2\x80\x93"
                    "April 1). Is It High Tide? [Paper presentation]. First Meeting, "
                    "Lisbon.");
}

Test(citation_text, apa_without_authors_begins_with_the_title)
{
    expect_citation("/papers/w.html", "APA",
                    "[Untitled remarks]. (2001, March 31\xE2\x80\x93"
                    "April 1). First "
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
        "Almada, Ana-Rita M., Berg, and Tanaka Yuki. \xE2\x80\x9CIs It High Tide?\xE2\x80\x9D "
        "Paper presented at the First Meeting, Lisbon, March 31\xE2\x80\x93"
        "April 1, 2001.");
}

Test(citation_text, chicago_without_a_title_begins_with_what_it_is)
{
    expect_citation("/papers/w.html", "Chicago",
                    "Remarks at the First Meeting, Lisbon, March 31\xE2\x80\x93"
                    "April 1, 2001.");
}

Test(citation_text, names_that_are_not_divided_have_no_comma_between_two)
{
    expect_citation("/papers/u.html", "APA",
                    "Berg &amp; Almada, A.-R. M. (2001, March 31\xE2\x80\x93"
                    "April 1). [Untitled presentation]. First Meeting, Lisbon.");
    expect_citation("/papers/u.html", "Chicago",
                    "Berg and A. Almada. Untitled paper presented at the First Meeting, Lisbon, "
                    "March 31\xE2\x80\x93"
                    "April 1, 2001.");
}

Test(citation_text, a_speaker_in_the_words_of_the_source_is_the_author_of_a_whole_sentence)
{
    expect_citation(
        "/discussions/q.html", "APA",
        "Professor Dias. (2001, March 31\xE2\x80\x93"
        "April 1). It is our strong belief, and that of Dr. Berg, that the tide and the "
        "ebb cannot exist side by side in one harbour [Answer]. First Meeting, "
        "Lisbon.");
}

Test(citation_text, minutes_without_a_date_of_their_own_have_that_of_the_meeting)
{
    expect_citation("/documents/e.html", "APA", "The Minutes. (2003, June 5).");
    expect_citation("/documents/f.html", "APA", "The Slides. (n.d.).");
}

Test(citation_text, a_decision_has_its_number_and_no_clock_times)
{
    expect_citation("/decisions/x.html", "APA",
                    "Adopted [Decision 12]. (2003, June 5). Third Meeting.");
    expect_citation("/decisions/x.html", "Chicago",
                    "\xE2\x80\x9C"
                    "Adopted.\xE2\x80\x9D Decision 12, Third Meeting, June 5, 2003.");
    expect_citation("/meetings/t.html", "Chicago", "Third Meeting, June 5, 2003.");
}

Test(citation_text, each_record_that_is_cited_links_to_the_formats_of_reference_managers)
{
    static const char *const targets[] = {"/papers/p", "/documents/d", "/meetings/m", "/sessions/s",
                                          "/decisions/x"};
    static const char *const suffixes[] = {".bib", ".ris", ".csl.json"};
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        char path[40], link[60];
        snprintf(path, sizeof path, "%s.html", targets[i]);
        char *page = get_body(&fixture, path);
        const char *cite = strstr(page, "<summary>Cite</summary>");
        for (size_t j = 0; j < sizeof suffixes / sizeof *suffixes; j++) {
            snprintf(link, sizeof link, "<a href=\"%s%s\"", targets[i], suffixes[j]);
            cr_expect(cite && strstr(cite, link), "%s", link);
            snprintf(link, sizeof link, "%s%s", targets[i], suffixes[j]);
            free(get_body(&fixture, link));
        }
        free(page);
    }
    archive_fixture_finish(&fixture);
}

Test(citation_text, chicago_has_no_second_full_stop_after_a_title)
{
    expect_citation(
        "/documents/d.html", "Chicago",
        "Almada, Ana-Rita M. The Report. Harbour Press, May 2002. https://doi.org/10.1000/182");
    expect_citation("/meetings/m.html", "Chicago",
                    "First Meeting, Lisbon, March 31\xE2\x80\x93"
                    "April 1, 2001.");
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

Test(citation_text, a_title_loses_its_point_within_a_sentence_but_not_its_only_character)
{
    expect_citation("/papers/v.html", "APA",
                    "Oil [Paper presentation]. (2001, March 31\xE2\x80\x93"
                    "April 1). First Meeting, Lisbon.");
    expect_citation("/papers/o.html", "APA",
                    ". [Paper presentation]. (2001, March 31\xE2\x80\x93"
                    "April 1). First Meeting, Lisbon.");
}
