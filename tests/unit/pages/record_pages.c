/* The parts of pages that only some types have: texts, votes, and the flow of a meeting. */
#include "archive_fixture.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

TestSuite(record_pages);

/* Takes the archive. */
static void expect_parts(struct archive *archive, const char *target, const char *const *parts)
{
    struct archive_fixture fixture = archive_fixture_create(archive);
    char *page = get_body(&fixture, target);
    for (; *parts; parts++)
        cr_expect(strstr(page, *parts), "%s\nnot in\n%s", *parts, page);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, a_document_shows_its_text_with_what_cites_each_line)
{
    expect_parts(load_path(source_path("data/example")), "/documents/bergen-minutes.html",
                 (const char *const[]){"<ol class=\"reader\"", "<li id=\"L1\"", "class=\"cited\"",
                                       "<a class=\"ln\" href=\"#L2\">2</a>",
                                       "<span class=\"by\"><a href=\"/", "The record cites ",
                                       ".txt\">", NULL});
}

Test(record_pages, a_claim_has_the_cited_lines_beside_it)
{
    expect_parts(load_path(source_path("data/example")), "/papers/bergen-2031-paper-1.html",
                 (const char *const[]){"<details class=\"peek\"><summary>Line",
                                       "<blockquote class=\"lines\"", "<span class=\"vh\">Line ",
                                       "href=\"/documents/bergen-minutes#L", NULL});
}

Test(record_pages, a_meeting_shows_what_its_proposals_take_up)
{
    expect_parts(load_shipped_record(), "/meetings/beijing-2006.html",
                 (const char *const[]){"<section class=\"sec\" id=\"outcome\">",
                                       "<div class=\"flow\">", "class=\"inferred\" d=\"M0 ",
                                       "class=\"stated\" d=\"M", "<table class=\"data\">",
                                       "id=\"programme\"", "id=\"people\"", NULL});
}

#define SOURCES "'sources': [{'document': 'd', 'lines': '1'}]}"

Test(record_pages, a_decision_shows_its_vote)
{
    expect_parts(
        load_text("{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
                  "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
                  "'people': [{'id': 'a', 'name': 'Ada'," SOURCES "],"
                  "'decisions': [{'id': 'x', 'title': 'Lights', 'meeting': 'm', 'votes': ["
                  "{'method': 'roll_call', 'counts': [{'option': 'yes', 'value': 3},"
                  "{'option': 'not_voting', 'value': 1}, {'option': 'no', 'value': 0}],"
                  "'ballots': [{'person': 'a', 'option': 'yes'}]," SOURCES "]," SOURCES "]}"),
        "/decisions/x.html",
        (const char *const[]){
            "<h2>The vote</h2><svg class=\"vote\"",
            "<rect class=\"v-yes\" x=\"0\" y=\"0\" width=\"750\" height=\"40\">",
            "<rect class=\"v-absent\" x=\"750\" y=\"0\" width=\"250\" height=\"40\">",
            "<div class=\"absent\"><dt><bdi>not voting</bdi></dt><dd>1</dd></div>",
            "<dt>Method</dt><dd>roll call</dd>", "<bdi>Ada</bdi></a>: <bdi>yes</bdi>", NULL});
}

Test(record_pages, a_vote_without_numbers_has_no_bar)
{
    struct archive_fixture fixture = archive_fixture_create(
        load_text("{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
                  "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
                  "'decisions': [{'id': 'x', 'title': 'Lights', 'meeting': 'm', 'votes': ["
                  "{'unanimous': true}]," SOURCES "]}"));
    char *page = get_body(&fixture, "/decisions/x.html");
    cr_expect(!strstr(page, "<svg class=\"vote\"") && strstr(page, "<dt>Unanimous</dt><dd>yes"),
              "%s", page);
    free(page);
    archive_fixture_finish(&fixture);
}
