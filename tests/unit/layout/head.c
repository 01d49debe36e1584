/* The head of the page of a record, for search engines and reference managers. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SOURCES "'sources': [{'document': 'd'}]}"

static const char record[] =
    "{'documents': [{'id': 'd', 'title': 'The </script><b>Report', 'author': 'a', 'date': "
    "'2002-05',"
    "  'language': 'pt', 'publisher': 'Harbour Press',"
    "  'identifiers': [{'scheme': 'doi', 'value': '10.1000/182'}]," SOURCES "],"
    " 'meetings': [{'id': 'm', 'name': 'First Meeting', 'status': 'held', 'city': 'Lisbon',"
    "  'country': 'PT', 'venue': 'Hall', 'start_date': '2001-03-31~',"
    "  'end_date': '2001-04-01'," SOURCES "],"
    " 'topics': [{'id': 't', 'label': 'Tides & Waves'," SOURCES "],"
    " 'people': [{'id': 'a', 'name': 'A. Almada', 'given_name': 'Ana', 'family_name': 'Almada',"
    "  'other_names': ['Aninha']," SOURCES "],"
    " 'papers': [{'id': 'p', 'title': 'High Tide', 'kind': 'paper', 'meeting': 'm',"
    "  'presenters': ['a'], 'topics': ['t']," SOURCES ","
    "  {'id': 'w', 'kind': 'remarks', 'meeting': 'm', 'presenters': ['a']," SOURCES "]}";

/* Returns the page, which the caller frees. */
static char *get_page(const char *target)
{
    static const struct publication publication = {.pages = PAGES_ON, .url = "https://example.org"};
    const struct request request = {.target = target, .publication = &publication};
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    struct response response;
    answer_request(&fixture, &request, &response);
    cr_assert_eq(response.status, 200);
    buffer_append_byte(&response.body, '\0');
    char *page = strdup(response.body.bytes);
    cr_assert(page);
    response_finish(&response);
    archive_fixture_finish(&fixture);
    return page;
}

static void expect_parts(const char *target, const char *const *parts)
{
    char *page = get_page(target);
    for (; *parts; parts++)
        cr_expect(strstr(page, *parts), "%s\nnot in\n%s", *parts, page);
    free(page);
}

Test(head, of_a_paper_has_what_reference_managers_read)
{
    expect_parts("/papers/p.html",
                 (const char *const[]){
                     "<meta name=\"citation_title\" content=\"High Tide\">",
                     "<meta name=\"citation_author\" content=\"Almada, Ana\">",
                     "<meta name=\"citation_publication_date\" content=\"2001\">",
                     "<meta name=\"citation_conference_title\" content=\"First Meeting\">",
                     "<meta name=\"citation_keywords\" content=\"Tides &amp; Waves\">",
                     "<meta name=\"citation_public_url\" content=\"https://example.org/papers/p\">",
                     NULL});
}

Test(head, of_a_document_has_its_publisher_doi_and_language)
{
    expect_parts(
        "/documents/d.html",
        (const char *const[]){
            "<meta name=\"citation_publication_date\" content=\"2002/05\">",
            "<meta name=\"citation_technical_report_institution\" content=\"Harbour Press\">",
            "<meta name=\"citation_doi\" content=\"10.1000/182\">",
            "<meta name=\"citation_language\" content=\"pt\">", NULL});
}

Test(head, has_the_address_and_type_for_link_previews)
{
    expect_parts("/papers/p.html",
                 (const char *const[]){
                     "<meta property=\"og:url\" content=\"https://example.org/papers/p\">",
                     "<meta property=\"og:type\" content=\"article\">",
                     "<link rel=\"alternate\" href=\"https://example.org/papers/p.ris\" "
                     "type=\"application/x-research-info-systems; charset=utf-8\" title=\"RIS\">",
                     NULL});
    expect_parts("/people/a.html",
                 (const char *const[]){"<meta property=\"og:type\" content=\"profile\">", NULL});
}

Test(head, leads_browsers_to_search_and_manifest)
{
    expect_parts("/papers/p.html",
                 (const char *const[]){
                     "<link rel=\"search\" href=\"/opensearch.xml\" "
                     "type=\"application/opensearchdescription+xml\" title=\"rapporteur\">",
                     "<link rel=\"manifest\" href=\"/manifest.webmanifest\">",
                     "<meta name=\"theme-color\" content=\"#fdfcf9\"", NULL});
}

Test(head, leads_feed_readers_to_the_feeds_of_the_site_and_of_the_subject)
{
    expect_parts("/people/a.html",
                 (const char *const[]){
                     "<link rel=\"alternate\" href=\"/feed.atom\" type=\"application/atom+xml\"",
                     "<link rel=\"alternate\" href=\"/people/a/feed.atom\" "
                     "type=\"application/atom+xml\"",
                     NULL});
}

Test(head, leads_to_the_pages_before_and_after)
{
    expect_parts("/papers/p.html",
                 (const char *const[]){"<link rel=\"next\" href=\"/papers/w\">",
                                       "<a rel=\"next\" class=\"next\" href=\"/papers/w\">", NULL});
    expect_parts("/papers/w.html",
                 (const char *const[]){"<link rel=\"prev\" href=\"/papers/p\">", NULL});
    expect_parts(
        "/papers.html?limit=1",
        (const char *const[]){"<link rel=\"next\" href=\"/papers?limit=1&amp;offset=1\">", NULL});
}

Test(head, canonical_address_of_a_later_page_is_its_own)
{
    expect_parts("/papers.html?limit=1&offset=1",
                 (const char *const[]){"<link rel=\"canonical\" "
                                       "href=\"https://example.org/papers?limit=1&amp;offset=1\">",
                                       NULL});
}

Test(head, canonical_address_is_that_of_the_page_if_pages_have_a_suffix)
{
    static const struct publication publication = {.pages = PAGES_SUFFIX,
                                                   .url = "https://example.org"};
    const struct request request = {.target = "/papers/p.html", .publication = &publication};
    struct archive_fixture fixture = archive_fixture_create(load_text(record));
    struct response response;
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    cr_expect(strstr(response.body.bytes,
                     "<link rel=\"canonical\" href=\"https://example.org/papers/p.html\">"));
    cr_expect(strstr(response.body.bytes, "curl 'https://example.org/papers/p'"));
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

Test(head, context_object_of_a_paper_is_one_of_proceedings)
{
    expect_parts("/papers/p.html",
                 (const char *const[]){
                     "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;"
                     "rft_val_fmt=info:ofi/fmt:kev:mtx:book&amp;rft.genre=proceeding&amp;"
                     "rft.atitle=High%20Tide&amp;rft.btitle=First%20Meeting&amp;"
                     "rft.place=Lisbon,%20PT&amp;rft.au=Almada,%20Ana&amp;rft.date=2001&amp;"
                     "rft_id=https://example.org/papers/p\"></span>",
                     NULL});
    expect_parts("/papers/w.html", (const char *const[]){"rft_val_fmt=info:ofi/fmt:kev:mtx:dc&amp;"
                                                         "rft.type=presentation&amp;"
                                                         "rft.title=%5BUntitled%20remarks%5D",
                                                         NULL});
    expect_parts("/documents/d.html",
                 (const char *const[]){"rft.genre=report", "rft_id=info:doi/10.1000/182", NULL});
}

/* Returns the data block of a page, which the caller decrefs. */
static json_t *read_data_block(const char *target)
{
    static const char open[] = "<script type=\"application/ld+json\">";
    char *page = get_page(target);
    char *block = strstr(page, open);
    cr_assert(block, "%s", page);
    block += sizeof open - 1;
    *strstr(block, "</script>") = '\0';
    json_t *json = json_loads(block, 0, NULL);
    cr_assert(json, "%s", block);
    free(page);
    return json;
}

static void expect_text(json_t *json, const char *expected)
{
    cr_expect_str_eq(json_is_string(json) ? json_string_value(json) : "none", expected);
}

Test(head, data_block_says_what_the_record_is_in_schema_org)
{
    json_t *paper = read_data_block("/papers/p.html");
    json_t *author = json_array_get(json_object_get(paper, "author"), 0);
    expect_text(json_object_get(paper, "@context"), "https://schema.org");
    expect_text(json_object_get(paper, "@type"), "CreativeWork");
    expect_text(json_object_get(paper, "@id"), "https://example.org/papers/p");
    expect_text(json_object_get(paper, "name"), "High Tide");
    expect_text(json_object_get(author, "@id"), "https://example.org/people/a");
    expect_text(json_object_get(author, "name"), "A. Almada");
    json_decref(paper);
    json_t *person = read_data_block("/people/a.html");
    expect_text(json_array_get(json_object_get(person, "alternateName"), 0), "Aninha");
    json_decref(person);
}

/* schema.org permits only dates of ISO 8601, which has no uncertain dates. */
Test(head, data_block_of_a_meeting_has_its_place_and_only_certain_dates)
{
    json_t *meeting = read_data_block("/meetings/m.html");
    json_t *place = json_object_get(meeting, "location");
    json_t *address = json_object_get(place, "address");
    expect_text(json_object_get(meeting, "@type"), "Event");
    expect_text(json_object_get(place, "name"), "Hall");
    expect_text(json_object_get(address, "addressLocality"), "Lisbon");
    expect_text(json_object_get(address, "addressCountry"), "PT");
    expect_text(json_object_get(meeting, "startDate"), "none");
    expect_text(json_object_get(meeting, "endDate"), "2001-04-01");
    json_decref(meeting);
}

Test(head, data_block_cannot_be_ended_by_a_text_of_the_record)
{
    json_t *document = read_data_block("/documents/d.html");
    expect_text(json_object_get(document, "name"), "The </script><b>Report");
    expect_text(
        json_object_get(json_array_get(json_object_get(document, "identifier"), 0), "value"),
        "10.1000/182");
    json_decref(document);
}

Test(head, canonical_address_of_an_archive_has_the_base_path)
{
    static const struct publication publication = {.pages = PAGES_ON, .url = "https://example.org"};
    const struct request request = {
        .target = "/", .accept = "text/html", .base_path = "/rec", .publication = &publication};
    struct archive_fixture fixture = load_two_meetings();
    struct response response;
    answer_request(&fixture, &request, &response);
    buffer_append_byte(&response.body, '\0');
    cr_expect(
        strstr(response.body.bytes, "<link rel=\"canonical\" href=\"https://example.org/rec/\">"));
    cr_expect(strstr(response.body.bytes,
                     "<meta property=\"og:url\" content=\"https://example.org/rec/\">"));
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

Test(head, names_for_reference_managers_have_only_their_own_characters)
{
    struct archive_fixture fixture = archive_fixture_create(
        load_text("{'documents': [{'id': 'd', 'title': 'D'," SOURCES "],"
                  " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
                  " 'people': [{'id': 'a', 'name': 'محمد علي'," SOURCES "],"
                  " 'papers': [{'id': 'p', 'title': 'T', 'meeting': 'm',"
                  "  'presenters': ['a']," SOURCES "]}"));
    char *page = get_body(&fixture, "/papers/p.html");
    cr_expect(strstr(page, "<meta name=\"citation_author\" content=\"محمد علي\">"));
    free(page);
    archive_fixture_finish(&fixture);
}

Test(head, a_description_ends_with_a_whole_word)
{
    char words[400] = "", text[1000];
    for (int i = 0; i < 50; i++)
        strcat(words, "tides ");
    sprintf(text,
            "{'documents': [{'id': 'd', 'title': 'D'," SOURCES
            "], 'meetings': [{'id': 'm', 'name': "
            "'M', 'status': 'held'," SOURCES "], 'papers': [{'id': 'p', 'title': 'T', 'meeting': "
            "'m', 'abstract': 'A %s and'," SOURCES "]}",
            words);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *page = get_body(&fixture, "/papers/p.html");
    cr_expect(strstr(page, " tides tides\">") || strstr(page, " tides tides\xE2\x81\xA9\">"), "%s",
              page);
    free(page);
    archive_fixture_finish(&fixture);
}
