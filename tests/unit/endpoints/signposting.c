/* Links from a record to related resources, in `Link`. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct publication public = {.pages = PAGES_ON, .url = "https://example.org"};

/* Expects each of `links`, which NULL ends, in the `Link` of an answer. Takes the archive. */
static void expect_links(struct archive *archive, const struct request *request,
                         const char *const *links)
{
    struct archive_fixture fixture = archive_fixture_create(archive);
    struct response response;
    answer_request(&fixture, request, &response);
    const char *link = response_header(&response, "Link");
    cr_assert_eq(response.status, 200);
    for (; *links; links++)
        cr_expect(strstr(link, *links), "%s\nnot in\n%s", *links, link);
    response_finish(&response);
    archive_fixture_finish(&fixture);
}

Test(signposting, a_paper_and_its_page_lead_to_type_address_author_and_citations)
{
    static const char *const links[] = {
        "<https://schema.org/CreativeWork>; rel=\"type\"",
        "<https://example.org/papers/beijing-2006-paper-07>; rel=\"cite-as\"",
        "<https://example.org/people/james-cotton>; rel=\"author\"",
        "<https://example.org/papers/beijing-2006-paper-07.jsonld>; rel=\"describedby\"; "
        "type=\"application/ld+json\"",
        "<https://example.org/papers/beijing-2006-paper-07.bib>; rel=\"describedby\"; "
        "type=\"application/x-bibtex\"",
        "<https://example.org/papers/beijing-2006-paper-07.ris>; rel=\"describedby\"; "
        "type=\"application/x-research-info-systems\"",
        "rel=\"collection\"",
        NULL};
    const struct request json = {.target = "/papers/7", .publication = &public};
    const struct request page = {.target = "/papers/7.html", .publication = &public};
    expect_links(load_shipped_record(), &json, links);
    expect_links(load_shipped_record(), &page, links);
}

Test(signposting, links_are_paths_if_the_public_address_is_unknown)
{
    static const char *const links[] = {"</base/meetings/beijing-2006>; rel=\"cite-as\"",
                                        "</base/meetings/beijing-2006.jsonld>; rel=\"describedby\"",
                                        NULL};
    const struct request request = {.target = "/meetings/beijing-2006", .base_path = "/base"};
    expect_links(load_shipped_record(), &request, links);
}

static const char document[] =
    "{'documents': [{'id': 'd', 'title': 'D', 'identifiers':"
    " [{'scheme': 'doi', 'value': '%s'}], 'sources': [{'document': 'd'}]}]}";

static struct archive *load_document(const char *doi)
{
    char text[400];
    snprintf(text, sizeof text, document, doi);
    return load_text(text);
}

Test(signposting, a_document_is_cited_by_its_doi)
{
    const struct request request = {.target = "/documents/d", .publication = &public};
    expect_links(load_document("10.1000/182"), &request,
                 (const char *const[]){"<https://doi.org/10.1000/182>; rel=\"cite-as\"", NULL});
    expect_links(load_document("10.1000/<a>"), &request,
                 (const char *const[]){"<https://example.org/documents/d>; rel=\"cite-as\"", NULL});
}

/* The header has no room for so many authors. */
Test(signposting, many_authors_leave_the_header_short)
{
    char *text = calloc(1, 100000), *end = text;
    cr_assert(text);
    end +=
        sprintf(end, "{'documents': [{'id': 'd', 'title': 'D'}], 'meetings': [{'id': 'm', 'name':"
                     " 'M', 'status': 'held'}], 'people': [");
    for (int i = 0; i < 100; i++)
        end += sprintf(end, "%s{'id': 'a%098d', 'name': 'A'}", i ? "," : "", i);
    end += sprintf(end, "], 'papers': [{'id': 'p%098d', 'meeting': 'm', 'presenters': [", 0);
    for (int i = 0; i < 100; i++)
        end += sprintf(end, "%s'a%098d'", i ? "," : "", i);
    sprintf(end, "]}]}");
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    struct response response;
    char target[120];
    snprintf(target, sizeof target, "/papers/p%098d", 0);
    get_answer(&fixture, target, &response);
    cr_expect_eq(response.status, 200);
    cr_expect_lt(strlen(response_header(&response, "Link")), 4000);
    response_finish(&response);
    archive_fixture_finish(&fixture);
    free(text);
}
