/* BibTeX, RIS and CSL-JSON have the fields that reference managers read. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* A paper, a speech, a proposal and a document with every field that is cited. */
static const char record[] =
    "{'documents': [{'id': 'd', 'title': 'The Report', 'author': 'a', 'date': '2002-05',"
    "  'publisher': 'Harbour Press', 'url': 'https://example.org/d',"
    "  'sources': [{'document': 'd'}]}],"
    " 'meetings': [{'id': 'm', 'name': 'First Meeting', 'status': 'held',"
    "  'start_date': '2001-03-31', 'end_date': '2001-04-01', 'city': 'Lisbon', 'country': 'PT',"
    "  'sources': [{'document': 'd'}]},"
    "  {'id': 'o', 'name': 'One Day', 'status': 'held', 'start_date': '2003-06-05',"
    "  'end_date': '2003-06-05', 'sources': [{'document': 'd'}]}],"
    " 'decisions': [{'id': 'x', 'title': 'Adopted.', 'meeting': 'o',"
    "  'sources': [{'document': 'd'}]}],"
    " 'sessions': [{'id': 's', 'number': 7, 'title': 'Tides', 'meeting': 'm',"
    "  'sources': [{'document': 'd'}]}],"
    " 'people': [{'id': 'a', 'name': 'A. Almada', 'given_name': 'Ana', 'family_name': 'Almada',"
    "  'sources': [{'document': 'd'}]},"
    "  {'id': 'b', 'name': 'Berg', 'sources': [{'document': 'd'}]}],"
    " 'topics': [{'id': 't', 'label': 'Tides', 'sources': [{'document': 'd'}]},"
    "  {'id': 'n', 'label': 'Night', 'sources': [{'document': 'd'}]}],"
    " 'papers': [{'id': 'p', 'number': 1, 'title': 'Tides at Night', 'kind': 'paper',"
    "  'session': 's', 'position': 1, 'presenters': ['a', 'b'], 'abstract': 'They turn.',"
    "  'topics': ['t', 'n'], 'sources': [{'document': 'd'}]},"
    "  {'id': 'w', 'number': 2, 'kind': 'remarks', 'session': 's', 'position': 2,"
    "  'presenters': ['b'], 'sources': [{'document': 'd'}]}],"
    " 'proposals': [{'id': 'r', 'number': 3, 'title': 'Watch', 'text': 'Watch the tide.',"
    "  'topics': ['t'], 'meeting': 'm', 'session': 's', 'sources': [{'document': 'd'}]}],"
    " 'discussions': [{'id': 'q', 'session': 's', 'position': 1, 'attribution': 'Professor Dias',"
    "  'text': 'They turn.', 'sources': [{'document': 'd'}]}]}";

static void expect_body(const char *target, const char *expected)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    char *body = get_body(&fixture, target);
    cr_expect_str_eq(body, expected);
    free(body);
    archive_fixture_finish(&fixture);
}

Test(citation, bibtex_of_a_paper_has_its_authors_title_meeting_place_and_date)
{
    expect_body("/papers/p.bib", "@inproceedings{p,\n"
                                 "  author = {Almada, Ana and {Berg}},\n"
                                 "  title = {{Tides at Night}},\n"
                                 "  booktitle = {{First Meeting}},\n"
                                 "  address = {Lisbon, PT},\n"
                                 "  year = {2001},\n"
                                 "  abstract = {They turn.},\n"
                                 "  keywords = {Tides, Night},\n"
                                 "  note = {Session 7: Tides}\n"
                                 "}\n\n");
}

Test(citation, bibtex_of_remarks_has_their_genre_and_notes_the_missing_title)
{
    expect_body("/papers/w.bib", "@misc{w,\n"
                                 "  author = {{Berg}},\n"
                                 "  title = {{[Untitled remarks]}},\n"
                                 "  howpublished = {Remarks, First Meeting},\n"
                                 "  address = {Lisbon, PT},\n"
                                 "  year = {2001},\n"
                                 "  note = {Session 7: Tides; the record gives no title}\n"
                                 "}\n\n");
}

Test(citation, bibtex_of_a_proposal_has_its_number_meeting_and_text)
{
    expect_body("/proposals/r.bib", "@misc{r,\n"
                                    "  key = {r},\n"
                                    "  title = {{Watch}},\n"
                                    "  howpublished = {Policy proposal 3, First Meeting},\n"
                                    "  address = {Lisbon, PT},\n"
                                    "  year = {2001},\n"
                                    "  abstract = {Watch the tide.},\n"
                                    "  keywords = {Tides},\n"
                                    "  note = {Session 7: Tides}\n"
                                    "}\n\n");
}

Test(citation, bibtex_of_a_document_has_its_author_publisher_url_and_date)
{
    expect_body("/documents/d.bib", "@techreport{d,\n"
                                    "  author = {Almada, Ana},\n"
                                    "  title = {{The Report}},\n"
                                    "  institution = {Harbour Press},\n"
                                    "  url = {https://example.org/d},\n"
                                    "  year = {2002},\n"
                                    "  month = may\n"
                                    "}\n\n");
}

Test(citation, ris_of_a_paper_has_its_authors_title_meeting_place_and_date)
{
    expect_body("/papers/p.ris", "TY  - CPAPER\r\n"
                                 "ID  - p\r\n"
                                 "AU  - Almada, Ana\r\n"
                                 "AU  - Berg\r\n"
                                 "TI  - Tides at Night\r\n"
                                 "T2  - First Meeting\r\n"
                                 "CY  - Lisbon, PT\r\n"
                                 "PY  - 2001\r\n"
                                 "DA  - 2001///\r\n"
                                 "M3  - Paper\r\n"
                                 "AB  - They turn.\r\n"
                                 "KW  - Tides\r\n"
                                 "KW  - Night\r\n"
                                 "N1  - Session 7: Tides\r\n"
                                 "ER  - \r\n\r\n");
}

Test(citation, ris_of_remarks_is_a_presentation_and_notes_the_missing_title)
{
    expect_body("/papers/w.ris", "TY  - SLIDE\r\n"
                                 "ID  - w\r\n"
                                 "AU  - Berg\r\n"
                                 "TI  - [Untitled remarks]\r\n"
                                 "T2  - First Meeting\r\n"
                                 "CY  - Lisbon, PT\r\n"
                                 "PY  - 2001\r\n"
                                 "DA  - 2001///\r\n"
                                 "M3  - Remarks\r\n"
                                 "N1  - Session 7: Tides; the record gives no title\r\n"
                                 "ER  - \r\n\r\n");
}

/* A meeting of two days does not tell on which one a paper was given. */
Test(citation, a_single_date_is_no_more_exact_than_the_record)
{
    static const char text[] =
        "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
        " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'start_date': '2001-03-01',"
        "  'end_date': '2001-03-02', 'sources': [{'document': 'd'}]}],"
        " 'sessions': [{'id': 's', 'number': 1, 'title': 'S', 'meeting': 'm',"
        "  'sources': [{'document': 'd'}]},"
        "  {'id': 't', 'number': 2, 'title': 'T', 'meeting': 'm', 'start_date': '2001-03-02',"
        "  'sources': [{'document': 'd'}]}],"
        " 'papers': [{'id': 'p', 'number': 1, 'title': 'P', 'kind': 'lightning_talk',"
        "  'session': 's', 'position': 1, 'sources': [{'document': 'd'}]},"
        "  {'id': 'q', 'number': 2, 'kind': 'lightning_talk', 'session': 't', 'position': 1,"
        "  'sources': [{'document': 'd'}]}]}";
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *unknown = get_body(&fixture, "/papers/p.ris"),
         *known = get_body(&fixture, "/papers/q.ris");
    char *page = get_body(&fixture, "/papers/p.html");
    cr_expect(strstr(unknown, "DA  - 2001/03//\r\n"), "%s", unknown);
    cr_expect(strstr(known, "DA  - 2001/03/02/\r\n"), "%s", known);
    cr_expect(strstr(known, "TI  - [Untitled lightning talk]\r\n"), "%s", known);
    cr_expect(strstr(known, "M3  - Lightning talk\r\n"), "%s", known);
    cr_expect(strstr(page, "\"citation_publication_date\" content=\"2001/03\""), "%s", page);
    cr_expect(strstr(page, "rft.date=2001-03\""), "%s", page);
    free(unknown);
    free(known);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(citation, ris_of_a_document_has_its_author_publisher_url_and_date)
{
    expect_body("/documents/d.ris", "TY  - RPRT\r\n"
                                    "ID  - d\r\n"
                                    "AU  - Almada, Ana\r\n"
                                    "TI  - The Report\r\n"
                                    "PY  - 2002\r\n"
                                    "DA  - 2002/05//\r\n"
                                    "PB  - Harbour Press\r\n"
                                    "UR  - https://example.org/d\r\n"
                                    "ER  - \r\n\r\n");
}

/* A line break in a title would begin a line without a tag. */
Test(citation, a_line_break_in_a_text_is_a_space_in_ris)
{
    struct archive_fixture fixture =
        archive_fixture_create(load_text("{'documents': [{'id': 'd', 'title': 'a\\nER  - \\tb',"
                                         " 'sources': [{'document': 'd'}]}]}"));
    char *body = get_body(&fixture, "/documents/d.ris");
    cr_expect_str_eq(body, "TY  - RPRT\r\nID  - d\r\nTI  - a ER  -  b\r\nER  - \r\n\r\n");
    free(body);
    archive_fixture_finish(&fixture);
}

Test(citation, doi_of_a_record_is_in_every_format)
{
    static const char *const expected[][2] = {{"/documents/d.bib", "  doi = {10.1000/182}"},
                                              {"/documents/d.ris", "DO  - 10.1000/182\r\n"},
                                              {"/documents/d.csl.json", "\"DOI\":\"10.1000/182\""}};
    struct archive_fixture fixture = archive_fixture_create(
        load_text("{'documents': [{'id': 'd', 'title': 'The Report', 'identifiers':"
                  " [{'scheme': 'tide', 'value': '1'}, {'scheme': 'doi', 'value': '10.1000/182'}],"
                  " 'sources': [{'document': 'd'}]}]}"));
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char *body = get_body(&fixture, expected[i][0]);
        cr_expect(strstr(body, expected[i][1]), "%s", body);
        free(body);
    }
    archive_fixture_finish(&fixture);
}

Test(citation, address_of_a_record_is_cited_if_the_address_of_the_service_is_known)
{
    static const char *const expected[][2] = {
        {"/papers/p.bib", "  url = {https://example.org/base/papers/p},\n"},
        {"/papers/p.ris", "UR  - https://example.org/base/papers/p\r\n"},
        {"/papers/p.csl.json", "\"URL\":\"https://example.org/base/papers/p\""},
        {"/documents/d.ris", "UR  - https://example.org/d\r\n"}};
    static const struct publication publication = {.pages = PAGES_ON, .url = "https://example.org"};
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        struct response response;
        const struct request request = {.method = METHOD_GET,
                                        .target = expected[i][0],
                                        .base_path = "/base",
                                        .publication = &publication};
        answer_request(&fixture, &request, &response);
        buffer_append_byte(&response.body, '\0');
        cr_expect(strstr(response.body.bytes, expected[i][1]), "%s", response.body.bytes);
        response_finish(&response);
    }
    archive_fixture_finish(&fixture);
}

Test(citation, csl_of_a_paper_has_its_authors_title_meeting_place_and_date)
{
    expect_body("/papers/p.csl.json",
                "[{\"id\":\"p\",\"type\":\"paper-conference\",\"title\":\"Tides at Night\","
                "\"author\":[{\"family\":\"Almada\",\"given\":\"Ana\"},{\"literal\":\"Berg\"}],"
                "\"issued\":{\"date-parts\":[[2001,3,31],[2001,4,1]]},\"genre\":\"Paper\","
                "\"container-title\":\"First Meeting\",\"event-place\":\"Lisbon, PT\","
                "\"abstract\":\"They turn.\",\"keyword\":\"Tides, Night\","
                "\"note\":\"Session 7: Tides\"}]\n");
}

Test(citation, csl_of_remarks_is_a_speech_at_the_meeting)
{
    expect_body("/papers/w.csl.json",
                "[{\"id\":\"w\",\"type\":\"speech\",\"title\":\"[Untitled remarks]\","
                "\"author\":[{\"literal\":\"Berg\"}],"
                "\"issued\":{\"date-parts\":[[2001,3,31],[2001,4,1]]},\"genre\":\"Remarks\","
                "\"event-title\":\"First Meeting\",\"event-place\":\"Lisbon, PT\","
                "\"note\":\"Session 7: Tides; the record gives no title\"}]\n");
}

Test(citation, csl_of_a_proposal_has_its_number_meeting_and_text)
{
    expect_body("/proposals/r.csl.json",
                "[{\"id\":\"r\",\"type\":\"document\",\"title\":\"Watch\","
                "\"issued\":{\"date-parts\":[[2001,3,31],[2001,4,1]]},"
                "\"genre\":\"Policy proposal 3\",\"event-title\":\"First Meeting\","
                "\"event-place\":\"Lisbon, PT\",\"abstract\":\"Watch the tide.\","
                "\"keyword\":\"Tides\",\"note\":\"Session 7: Tides\"}]\n");
}

Test(citation, csl_of_a_document_has_its_author_publisher_url_and_date)
{
    expect_body("/documents/d.csl.json",
                "[{\"id\":\"d\",\"type\":\"report\",\"title\":\"The Report\","
                "\"author\":[{\"family\":\"Almada\",\"given\":\"Ana\"}],"
                "\"issued\":{\"date-parts\":[[2002,5]]},\"publisher\":\"Harbour Press\","
                "\"URL\":\"https://example.org/d\"}]\n");
}

Test(citation, characters_with_a_meaning_in_tex_are_escaped)
{
    struct archive_fixture fixture = archive_fixture_create(
        load_text("{'documents': [{'id': 'd', 'title': 'a\\\\b{c}d~e^f<g>h|i$j&k#l%m_n\\no\\tp',"
                  " 'sources': [{'document': 'd'}]}]}"));
    char *body = get_body(&fixture, "/documents/d.bib");
    cr_expect_str_eq(body, "@misc{d,\n"
                           "  key = {d},\n"
                           "  title = {{a\\textbackslash{}b\\textbraceleft{}c\\textbraceright{}d"
                           "\\textasciitilde{}e\\textasciicircum{}f\\textless{}g\\textgreater{}h"
                           "|i\\$j\\&k\\#l\\%m\\_n o p}}\n"
                           "}\n\n");
    free(body);
    archive_fixture_finish(&fixture);
}

/* Programs take these fields as they stand, so an escape would be part of the address. */
Test(citation, urls_and_dois_are_verbatim_in_bibtex)
{
    struct archive_fixture fixture = archive_fixture_create(
        load_text("{'documents': [{'id': 'd', 'title': 'D',"
                  " 'url': 'https://example.org/a_b~c?x=%20d&y=1#g_h',"
                  " 'identifiers': [{'scheme': 'doi', 'value': '10.1000/(a)_{b}<1::2>'}],"
                  " 'sources': [{'document': 'd'}]}]}"));
    char *body = get_body(&fixture, "/documents/d.bib");
    cr_expect(strstr(body, "  url = {https://example.org/a_b~c?x=%20d&y=1#g_h},\n"), "%s", body);
    cr_expect(strstr(body, "  doi = {10.1000/(a)_%7Bb%7D<1::2>}\n"), "%s", body);
    free(body);
    archive_fixture_finish(&fixture);
}

Test(citation, names_that_bibtex_would_split_are_in_braces)
{
    static const char *const people[][2] = {
        {"'family_name': 'A, B', 'given_name': 'C'", "{A, B}, C"},
        {"'family_name': 'A', 'given_name': 'B and C'", "A, {B and C}"},
        {"'family_name': 'Mc AND', 'given_name': 'and\\tB'", "{Mc AND}, {and B}"},
        {"'family_name': 'van der Sand', 'given_name': 'B'", "van der Sand, B"},
        {"'family_name': 'A', 'given_name': 'B'", "A, B"},
        {"'family_name': 'A'", "{N}"},
        {"'given_name': 'B'", "{N}"}};
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        char text[500], author[80];
        snprintf(text, sizeof text,
                 "{'documents': [{'id': 'd', 'title': 'D', 'author': 'p',"
                 " 'sources': [{'document': 'd'}]}],"
                 " 'people': [{'id': 'p', 'name': 'N', %s, 'sources': [{'document': 'd'}]}]}",
                 people[i][0]);
        struct archive_fixture fixture = archive_fixture_create(load_text(text));
        char *body = get_body(&fixture, "/documents/d.bib");
        snprintf(author, sizeof author, "  author = {%s},\n", people[i][1]);
        cr_expect(strstr(body, author), "%s: %s", people[i][0], body);
        free(body);
        archive_fixture_finish(&fixture);
    }
}

/* As the last author, "others" would be "et al.". */
Test(citation, an_author_named_others_is_an_author_in_bibtex)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
        " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'sources': [{'document': 'd'}]}],"
        " 'sessions': [{'id': 's', 'meeting': 'm', 'sources': [{'document': 'd'}]}],"
        " 'papers': [{'id': 'x', 'session': 's', 'presenters': ['a', 'o'],"
        "  'sources': [{'document': 'd'}]}],"
        " 'people': [{'id': 'a', 'name': 'Ann', 'sources': [{'document': 'd'}]},"
        "  {'id': 'o', 'name': 'Others', 'sources': [{'document': 'd'}]}]}"));
    char *body = get_body(&fixture, "/papers/x.bib");
    cr_expect(strstr(body, "  author = {{Ann} and {O{thers}}},\n"), "%s", body);
    free(body);
    archive_fixture_finish(&fixture);
}

/* A format that cannot hold a text must not leave it out. */
Test(citation, a_text_over_the_limit_of_a_format_is_an_error)
{
    static const char *const targets[] = {"/meetings/m.ics",       "/documents/d.bib",
                                          "/documents/d.csl.json", "/people/p.csv",
                                          "/documents/d.ris",      "/meetings/m.csv"};
    static const unsigned statuses[] = {503, 503, 503, 503, 503, 200};
    const size_t length = 1024 * 1024, cell = 16 * length;
    char *text = calloc(1, cell + 3 * length + 1000);
    cr_assert(text);
    strcpy(text, "{\"documents\":[{\"id\":\"d\",\"sources\":[{\"document\":\"d\"}],\"title\":\"");
    memset(text + strlen(text), 'x', length + 1);
    strcat(text, "\"}],\"meetings\":[{\"id\":\"m\",\"name\":\"M\",\"status\":\"held\","
                 "\"sources\":[{\"document\":\"d\"}],\"summary\":\"");
    memset(text + strlen(text), 'x', length + 1);
    strcat(text, "\"}],\"people\":[{\"id\":\"p\",\"name\":\"P\","
                 "\"sources\":[{\"document\":\"d\"}],\"other_names\":[\"");
    memset(text + strlen(text), 'x', cell + 1);
    strcat(text, "\"]}]}");
    struct archive_fixture fixture = archive_fixture_create(load_json(text));
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct response response;
        get_answer(&fixture, targets[i], &response);
        cr_expect_eq(response.status, statuses[i], "%s: %u", targets[i], response.status);
        response_finish(&response);
    }
    free(text);
    archive_fixture_finish(&fixture);
}

Test(citation, a_speaker_in_the_words_of_the_source_is_the_author)
{
    static const char *const expected[][2] = {
        {"/discussions/q.bib", "author = {{Professor Dias}}"},
        {"/discussions/q.ris", "AU  - Professor Dias\r\n"},
        {"/discussions/q.csl.json", "\"author\":[{\"literal\":\"Professor Dias\"}]"}};
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        char *body = get_body(&fixture, expected[i][0]);
        cr_expect(strstr(body, expected[i][1]), "%s", body);
        free(body);
    }
    archive_fixture_finish(&fixture);
}

Test(citation, the_date_of_a_meeting_of_one_day_is_single)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    char *body = get_body(&fixture, "/decisions/x.csl.json");
    cr_expect(strstr(body, "\"issued\":{\"date-parts\":[[2003,6,5]]}"), "%s", body);
    free(body);
    archive_fixture_finish(&fixture);
}
