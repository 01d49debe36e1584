/* The parts of pages that only some types have: texts, votes, and the flow of a meeting. */
#include "archive_fixture.h"
#include "looks/looks.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
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
                 (const char *const[]){"<ul class=\"reader\"", "<li id=\"L1\"", "class=\"cited\"",
                                       "<a class=\"ln\" href=\"#L2\">2</a>",
                                       "<span class=\"kind\">Person</span> <bdi>A. Berg</bdi>",
                                       "10 of 10 lines with text support something", ".txt\">",
                                       NULL});
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
                                       "class=\"stated\" d=\"M", "<ul class=\"why\"><li>",
                                       "<bdi>Emmers</bdi></a> <span class=\"what\"><bdi>(Nanyang",
                                       "id=\"programme\"", "id=\"people\"", NULL});
}

Test(record_pages, the_flow_leads_on_to_the_decisions_on_the_proposals)
{
    static const char target[] = "/meetings/port-fable-2031-03-11.html";
    const char *const parts[] = {
        "<div class=\"flow onward\">",
        "<ul class=\"to\">",
        "<a href=\"#decision-port-fable-2031-03-11-decision-2031-14\"",
        "<ul class=\"to decided\"><li id=\"decision-port-fable-2031-03-11-",
        "<ul class=\"why\"><li><a href=\"/proposals/",
        "Buy design A</bdi></a><p>Stated</p></li></ul>",
        NULL};
    expect_parts(load_path(source_path("data/examples/port-fable.json")), target, parts);
}

#define SOURCES "'sources': [{'document': 'd', 'lines': '1'}]}"

Test(record_pages, a_document_without_its_text_says_how_much_of_it_is_cited)
{
    expect_parts(load_text("{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
                           "'topics': [{'id': 't', 'label': 'T', 'sources': [{'document': 'd', "
                           "'lines': '2-4'}]}, {'id': 'u', 'label': 'U', 'sources': [{'document': "
                           "'d', 'lines': '3-5'}, {'document': 'd', 'lines': '9'}]}]}"),
                 "/documents/d.html",
                 (const char *const[]){"<h2>The text</h2>",
                                       "The text is not part of this service; the record cites 5 "
                                       "of its 9 lines.",
                                       NULL});
}

#define INFERRED                                                                          \
    "<a class=\"inf\" href=\"#inferred\" title=\"Inferred by the editor\">\xC2\xB0<span " \
    "class=\"vh\"> inferred</span></a>"

Test(record_pages, a_meeting_marks_inferred_values_of_its_programme_and_positions)
{
    expect_parts(
        load_text(
            "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
            "'organizations': [{'id': 'o', 'name': 'Ferry Users'," SOURCES "],"
            "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
            "'people': [{'id': 'a', 'name': 'Ada', 'represents': 'o', 'inferred': "
            "['represents']," SOURCES ", {'id': 'b', 'name': 'Ben'," SOURCES "],"
            "'sessions': [{'id': 's', 'meeting': 'm', 'title': 'Boats', 'chair': 'b', "
            "'start_date': '2031-05-02', 'room': 'Hall', 'inferred': ['chair', 'start_date', "
            "'room']," SOURCES "],"
            "'topics': [{'id': 't', 'label': 'Lamps'," SOURCES "],"
            "'discussions': [{'id': 'x', 'position': 1, 'session': 's', 'speaker': 'a', "
            "'text': 'Lamps burn oil.', 'stance': 'supports', 'topics': ['t'], "
            "'inferred': ['stance']," SOURCES ","
            "{'id': 'y', 'position': 2, 'session': 's', 'speaker': 'b', 'text': 'Lamps are dear.',"
            "'topics': ['t'], 'inferred': ['speaker']," SOURCES ","
            "{'id': 'z', 'position': 3, 'session': 's', 'attribution': 'A guest', "
            "'text': 'Lamps blind.', 'topics': ['t'], 'inferred': ['attribution']," SOURCES "]}"),
        "/meetings/m.html",
        (const char *const[]){
            "Ada</bdi></a></b> <span><bdi>Ferry Users</bdi>" INFERRED "</span></p>",
            "Ben</bdi></a></b>" INFERRED "</p>", "<b><bdi>A guest</bdi></b>" INFERRED "</p>",
            ", in favour" INFERRED "</span>",
            "Chaired by <a href=\"/people/b\"><bdi>Ben</bdi></a>" INFERRED, "2 May 2031" INFERRED,
            "<bdi>Hall</bdi>" INFERRED, NULL});
}

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
            "<h2>The vote</h2>", "<div class=\"claim\"><svg class=\"vote\"",
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

/* Reports whether parts occur in a page in this order. */
static void expect_order(const char *page, const char *const *parts)
{
    const char *after = page;
    for (; *parts; parts++) {
        const char *found = strstr(after, *parts);
        cr_expect(found, "%s\nis not in, or too early in\n%s", *parts, page);
        after = found ? found : after;
    }
}

/* Takes the archive. */
static void expect_order_at(struct archive *archive, const char *target, const char *const *parts)
{
    struct archive_fixture fixture = archive_fixture_create(archive);
    char *page = get_body(&fixture, target);
    expect_order(page, parts);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, a_meeting_begins_with_what_came_out_of_it)
{
    expect_order_at(
        load_shipped_record(), "/meetings/beijing-2006.html",
        (const char *const[]){"<nav class=\"toc\"", "<a href=\"#outcome\">What came out of it",
                              "<section class=\"sec\" id=\"outcome\">", "id=\"programme\"",
                              "id=\"people\"", "id=\"before-and-after\"", "id=\"summary\"",
                              "id=\"notes\"", NULL});
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/meetings/port-fable-2031-03-11.html",
                    (const char *const[]){"id=\"outcome\"><h2>What was decided",
                                          "id=\"proposals\"><h2>What was proposed",
                                          "id=\"programme\"", "id=\"summary\"", NULL});
}

Test(record_pages, a_programme_has_the_sessions_with_their_numbered_items)
{
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/meetings/port-fable-2031-03-11.html",
                    (const char *const[]){
                        "<div class=\"programme\">", "Session 1: <bdi>Public part",
                        "<p class=\"who\">Chaired by ", "18:34",
                        "<li><span class=\"soft\"><bdi>3.1</bdi></span>", "Winter accounts", NULL});
}

Test(record_pages, rows_tell_the_result_and_who_is_to_act)
{
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/meetings/port-fable-2031-03-11.html",
                    (const char *const[]){"<span class=\"n\"><bdi>2031-14</bdi></span>",
                                          "<p class=\"small soft\">Adopted", "moved by <a",
                                          "<div class=\"flow onward\">", "action by <a",
                                          "id=\"actions\"", "Action by <a", "due ", NULL});
}

Test(record_pages, the_source_is_beside_the_row_of_a_decision)
{
    expect_order_at(
        load_path(source_path("data/examples/port-fable.json")),
        "/meetings/port-fable-2031-03-11.html",
        (const char *const[]){"<ul class=\"rows beside\">", "2031-12</bdi></span>",
                              "<div class=\"source\"><details class=\"peek\"><summary>Lines 61",
                              "<blockquote class=\"lines\" lang=\"en\">", "to approve the minutes",
                              "Line </span>59</a>", "Winter accounts noted", NULL});
}

Test(record_pages, a_row_quotes_every_passage_with_the_lines_that_state_it_and_the_vote)
{
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/meetings/port-fable-2031-03-11.html",
                    (const char *const[]){"2031-14</bdi></span>", "<summary>Lines 115",
                                          "Line </span>115</a>", "buy design A",
                                          "Line </span>131</a>", "Roll call on the motion",
                                          "\xE2\x80\xA6 ", "Line </span>137</a>", "carried 5-2-1",
                                          "#L134\">and 2 more lines</a>", "Line </span>15</a>",
                                          "2031-15</bdi>", NULL});
}

Test(record_pages, the_cited_lines_are_beside_a_vote)
{
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/decisions/port-fable-2031-03-11-decision-2031-14.html",
                    (const char *const[]){"<h2>The vote</h2>", "<div class=\"claim\"><svg",
                                          "<summary>Lines 131", "Line </span>133</a>", "<bdi>Ayes",
                                          "<bdi>Abstained", NULL});
}

Test(record_pages, a_proposal_that_was_deferred_is_not_called_proposed)
{
    expect_order_at(
        load_path(source_path("data/examples/port-fable.json")),
        "/meetings/port-fable-2031-03-11/proposals.html",
        (const char *const[]){"Raise the mooring fee", "<p class=\"small soft\">Deferred", NULL});
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/proposals/port-fable-2031-03-11-proposal-4.html",
                    (const char *const[]){"<p class=\"result more\">Deferred", NULL});
}

Test(record_pages, what_is_left_open_has_deferred_decisions_actions_and_proposals)
{
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/meetings/port-fable-2031-03-11.html",
                    (const char *const[]){"id=\"open\"><h2>What is left open",
                                          "Deferred or referred", "Mooring fees for 2032",
                                          "<h3>Without a decision</h3>", "lease of the net store",
                                          "<h3>Actions not reported as done", "Order the lamp.",
                                          "28 March 2031", NULL});
    expect_order_at(load_shipped_record(), "/meetings/beijing-2006.html",
                    (const char *const[]){"id=\"open\"",
                                          ">15 proposals</a> were left without a decision.",
                                          "<h3>Actions not reported as done", "Steering Committee",
                                          "Questions to which", NULL});
}

Test(record_pages, a_row_of_a_list_names_the_lines_of_its_source)
{
    expect_order_at(load_path(source_path("data/examples/port-fable.json")), "/decisions.html",
                    (const char *const[]){"2031-12</bdi></span>", "\xC2\xB7 <a class=\"ref\" href=",
                                          "#L61\">Lines 61\xE2\x80\x93"
                                          "63</a></p>",
                                          NULL});
}

Test(record_pages, the_people_of_a_meeting_are_grouped_by_whether_they_came)
{
    expect_order_at(
        load_path(source_path("data/examples/port-fable.json")),
        "/meetings/port-fable-2031-03-11.html",
        (const char *const[]){"id=\"people\"", "<h3>Present</h3>",
                              "Odile Renard</bdi></a> <span class=\"small soft\">",
                              "<bdi>Mayor</bdi> \xC2\xB7 chair</span>", "Silas Badger",
                              "<bdi>Town Clerk</bdi> \xC2\xB7 secretary, minute taker</span>",
                              "Ines Fourmi", "<bdi>member</bdi> \xC2\xB7 remote</span>",
                              "Luc H\xC3\xA9ron", "\xC2\xB7 from 18:52</span>", "Kit Marten",
                              "<bdi>Lantern &amp; Lens Ltd</bdi></a>",
                              "presenter, guest \xC2\xB7 remote \xC2\xB7 until 20:14",
                              "<h3>Excused</h3>", "Paul Cigale", NULL});
}

Test(record_pages, people_without_a_status_are_sorted_after_the_chairs)
{
    expect_order_at(load_shipped_record(), "/meetings/beijing-2006.html",
                    (const char *const[]){"id=\"people\"><h2>People</h2><ul", "In-Taek Hyun",
                                          "co-chair, chair, presenter \xC2\xB7 for <a",
                                          "CSCAP Korea", "class=\"inf\"", "Yoshinobu Yamamoto",
                                          "Christophe Bosquillon", "James Cotton", "Phillip Yang",
                                          "Seung-bae Yeo", NULL});
}

Test(record_pages, a_meeting_shows_what_speakers_said_on_a_topic_side_by_side)
{
    expect_order_at(
        load_shipped_record(), "/meetings/beijing-2006.html",
        (const char *const[]){"id=\"outcome\"", "id=\"positions\"><h2>Who said what",
                              "<a href=\"#on-sanctions\"><bdi>Sanctions</bdi> 5</a>",
                              "id=\"on-six-party-talks\"><h3><a href=\"/topics/six-party",
                              "<ul class=\"said\"", "James Cotton</bdi></a></b>",
                              "<span><bdi>CSCAP Australia</bdi><a class=\"inf\"",
                              "#arguments-3\">Paper 7, argument 3 of 4</a>", "Lines 125",
                              "class=\"chips\"", "id=\"programme\"", NULL});
}

Test(record_pages, a_meeting_answers_who_spoke_on_a_topic_and_what_they_said)
{
    expect_order_at(
        load_shipped_record(), "/meetings/beijing-2006.html",
        (const char *const[]){"id=\"on-sanctions\"", "<summary>5 speakers", "James Cotton",
                              "agree on the sanctions to be imposed", "Lines 127", "Seung-bae Yeo",
                              "the financial sanctions of the US", "Shen Shishun", "China opposes",
                              "Jo Kyong Wan", "criticised the US", "Professor Chen",
                              "sanctions and negotiations cannot", "Answer</a>", "Lines 182",
                              "lifting of financial sanctions", "Lines 183", "</section>", NULL});
}

static struct archive *load_decided(const char *inferred)
{
    char text[3000];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
             "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
             "'papers': [{'id': 'p', 'title': 'P', 'number': 1, 'meeting': 'm'," SOURCES "],"
             "'proposals': [{'id': 'r', 'title': 'R', 'text': 'Do it.', 'meeting': 'm', "
             "'related': [{'record': 'papers/p', 'basis': 'stated'}]," SOURCES "],"
             "'decisions': [{'id': 'x', 'title': 'X', 'meeting': 'm', 'position': 1, "
             "'decides_on': ['proposals/r'], 'inferred': [%s]," SOURCES "]}",
             inferred);
    return load_text(text);
}

Test(record_pages, a_decision_on_a_proposal_has_a_solid_curve_if_it_is_stated)
{
    expect_order_at(load_decided(""), "/meetings/m.html",
                    (const char *const[]){"flow onward", "<ul class=\"to\">",
                                          "#decision-x\" tabindex=\"-1\"><path class=\"stated\"",
                                          "<p>Stated</p>", NULL});
    expect_order_at(load_decided("'decides_on'"), "/meetings/m.html",
                    (const char *const[]){"flow onward", "<ul class=\"to\">",
                                          "#decision-x\" tabindex=\"-1\"><path class=\"inferred\"",
                                          "<p>Inferred</p>", NULL});
}

#define ARGUMENT(text, lines) \
    "{'text': '" text "', 'sources': [{'document': 'd', 'lines': '" lines "'}]}"
#define PAPER(id, number, presenter, arguments)                                                 \
    "{'id': '" id "', 'title': 'Of " id "', 'meeting': 'm', 'number': " number                  \
    ", 'presenters': ['" presenter "'], 'topics': ['t'], 'abstract': 'The abstract of " id ".'" \
    ", 'arguments': [" arguments "]," SOURCES

/* Loads two papers on a topic. The topic cites `lines`, and a proposal on it takes up the first. */
static struct archive *load_papers(const char *lines, const char *related)
{
    char text[4000];
    snprintf(
        text, sizeof text,
        "{'documents': [{'id': 'd', 'title': 'D', 'lines': 90," SOURCES "],"
        "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
        "'topics': [{'id': 't', 'label': 'Role of lamps', 'sources': [{'document': 'd', "
        "'lines': '%s'}]}],"
        "'people': [{'id': 'a', 'name': 'Ada'," SOURCES ",{'id': 'b', 'name': 'Bo'," SOURCES
        "],'papers': [" PAPER(
            "p", "1", "a",
            ARGUMENT("Fees need a rollback.", "10-11") ","        //
            ARGUMENT("Lanterns cost less than gas.", "12-13") "," //
            ARGUMENT("A keeper is vital for the light.",
                     "14")) "," PAPER("q", "2", "b",
                                      ARGUMENT("Boats are slow.",
                                               "20")) "],"
                                                      "'proposals': [{'id': 'r', 'title': 'R', "
                                                      "'text': 'Do it.', 'meeting': 'm', "
                                                      "'topics': ['t'], 'related': [%s]," SOURCES
                                                      "]}",
        lines, related);
    return load_text(text);
}

Test(record_pages, a_position_is_the_argument_whose_lines_the_topic_cites)
{
    expect_order_at(load_papers("12", ""), "/meetings/m.html",
                    (const char *const[]){"id=\"on-t\"", "Lanterns cost less than gas.",
                                          "Paper 1, argument 2 of 3</a>", NULL});
}

Test(record_pages, a_position_is_the_argument_that_a_proposal_on_the_topic_takes_up)
{
    expect_order_at(load_papers("70", "{'record': 'papers/p', 'basis': 'stated', 'note': "
                                      "'Ada called a keeper vital.'}"),
                    "/meetings/m.html",
                    (const char *const[]){"id=\"on-t\"", "A keeper is vital for the light.",
                                          "Paper 1, argument 3 of 3</a>", NULL});
}

Test(record_pages, without_an_argument_on_the_topic_a_position_is_the_abstract_of_the_paper)
{
    expect_order_at(load_papers("70", ""), "/meetings/m.html",
                    (const char *const[]){"id=\"on-t\"", "The abstract of p.", "Paper 1</a>",
                                          "The abstract of q.", "Paper 2</a>", NULL});
}

Test(record_pages, positions_on_a_topic_include_points_with_their_stance)
{
    expect_order_at(
        load_path(source_path("data/examples/port-fable.json")),
        "/meetings/port-fable-2031-03-11.html",
        (const char *const[]){"<h3><a href=\"/topics/harbour-light\">", "Kit Marten</bdi></a></b>",
                              "<span><a href=\"/papers/", "Owen Hare", "Hare argued for design A",
                              "Speech</a>, in favour<a class=\"inf\"", "Lines 119", "Rosa Lark",
                              "Speech</a>, with reservations</span>", NULL});
}

#define POINT(id, speaker, kind, rest)                                              \
    "{'id': '" id "', 'position': " id ", 'agenda_item': 'i', 'speaker': '" speaker \
    "', 'kind': '" kind "', 'text': 'Text " id ".'," rest SOURCES

static struct archive *load_points(const char *kind)
{
    char text[2000];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
             "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
             "'agenda_items': [{'id': 'i', 'title': 'Item', 'meeting': 'm', 'position': 1," SOURCES
             "],'people': [{'id': 'a', 'name': 'Ada'," SOURCES ",{'id': 'b', 'name': 'Bo'," SOURCES
             "],'discussions': [" POINT("1", "a", "speech", "") "," POINT("2", "b", "%s", "") "]}",
             kind);
    return load_text(text);
}

Test(record_pages, positions_without_topics_are_on_an_item_of_the_agenda)
{
    expect_order_at(load_points("speech"), "/meetings/m.html",
                    (const char *const[]){
                        "<section class=\"topic\" id=\"on-i\"><h3><a href=\"/agenda_items/i\">",
                        "Text 1.", "Text 2.", "<a href=\"/agenda_items/i#discussions\">",
                        "Discussion</a><span class=\"soft\"> 2 points", NULL});
}

Test(record_pages, two_speakers_with_a_stance_are_above_three_without)
{
    expect_order_at(
        load_text(
            "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
            "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
            "'agenda_items': [{'id': 'i', 'title': 'Three', 'meeting': 'm', 'position': 1," SOURCES
            ",{'id': 'j', 'title': 'Two', 'meeting': 'm', 'position': 2," SOURCES "],"
            "'people': [{'id': 'a', 'name': 'Ada'," SOURCES ",{'id': 'b', 'name': 'Bo'," SOURCES
            ",{'id': 'c', 'name': 'Cy'," SOURCES
            "],'discussions': [" POINT("1", "a", "speech", "") "," POINT(
                "2", "b", "speech",
                "") "," POINT("3", "c", "speech",
                              "") ","
                                  "{'id': '4', 'position': 4, 'agenda_item': 'j', 'speaker': 'a', "
                                  "'kind': 'speech',"
                                  "'stance': 'supports', 'text': 'Text 4.'," SOURCES ","
                                  "{'id': '5', 'position': 5, 'agenda_item': 'j', 'speaker': 'b', "
                                  "'kind': 'speech',"
                                  "'stance': 'opposes', 'text': 'Text 5.'," SOURCES "]}"),
        "/meetings/m.html",
        (const char *const[]){"id=\"on-j\"", "Text 4.", "Text 5.", "id=\"on-i\"", "Text 1.", NULL});
}

Test(record_pages, one_speaker_and_a_question_are_no_positions)
{
    struct archive_fixture fixture = archive_fixture_create(load_points("question"));
    char *page = get_body(&fixture, "/meetings/m.html");
    cr_expect(!strstr(page, "id=\"positions\""), "%s", page);
    free(page);
    archive_fixture_finish(&fixture);
}

/* Takes the archive. Expects parts in this order, and that `absent` is not in the page. */
static void expect_without(struct archive *archive, const char *target, const char *const *parts,
                           const char *absent)
{
    struct archive_fixture fixture = archive_fixture_create(archive);
    char *page = get_body(&fixture, target);
    expect_order(page, parts);
    cr_expect(!strstr(page, absent), "%s\nis in\n%s", absent, page);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, the_papers_of_a_conference_are_called_talks)
{
    const char *path = source_path("tests/cases/import/schedules/tides.xml");
    expect_without(load_path(path), "/meetings/tides-2031.html",
                   (const char *const[]){"<bdi>Talks</bdi></a>", "id=\"programme\"", NULL},
                   "apers<");
    expect_without(load_path(path), "/papers.html",
                   (const char *const[]){"<h1>Talks</h1>", "Search these talks", NULL}, ">Papers");
}

Test(record_pages, a_file_for_programs_is_not_quoted_as_prose)
{
    const char *path = source_path("tests/cases/import/schedules/tides.xml");
    expect_without(load_path(path), "/papers/tides-2031-11111111-0000-4000-8000-000000000001.html",
                   (const char *const[]){"<p class=\"kicker\">Talk</p>", "Sand &amp; mud.",
                                         "<div class=\"source\"><a class=\"ref\" href=", "Lines ",
                                         NULL},
                   "&lt;event");
    expect_order_at(load_path(path), "/documents/tides-2031-schedule.html",
                    (const char *const[]){"<h2>The file</h2>", "written for programs",
                                          "<ul class=\"reader code\"", "&lt;schedule", NULL});
}

#define MEETING(id, rest) "{'id': '" id "', 'name': 'M " id "', 'status': 'held', " rest SOURCES

Test(record_pages, a_meeting_links_to_those_before_and_after_it_in_its_series)
{
    static const char record[] =
        "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES
        "],'meetings': [" MEETING("c", "'series': 'S', 'start_date': '2031-03-01', ") "," MEETING("other", "'series': 'T', 'start_date': '2031-01-15', ") "," MEETING(
            "a",
            "'series': 'S', 'start_date': '2031-01-01', ") "," MEETING("first",
                                                                       "'series': 'S', "
                                                                       "'start_date': "
                                                                       "'2030-01-01', ") "," MEETING("b",
                                                                                                     "'series': 'S', 'start_date': '2031-02-01', ") "]}";
    expect_order_at(load_text(record), "/meetings/b.html",
                    (const char *const[]){"<link rel=\"prev\" href=\"/meetings/a\"",
                                          "<link rel=\"next\" href=\"/meetings/c\"",
                                          "<a rel=\"prev\" href=\"/meetings/a\">",
                                          "<a rel=\"next\" class=\"next\" href=\"/meetings/c\">",
                                          NULL});
    expect_without(load_text(record), "/meetings/other.html", (const char *const[]){NULL},
                   "rel=\"next\"");
}

#define ACTION(id, rest) "{'id': '" id "', 'text': 'Do " id ".', 'meeting': 'm', " rest SOURCES

Test(record_pages, actions_of_a_meeting_are_in_the_order_in_which_they_are_due)
{
    expect_order_at(
        load_text(
            "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
            "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
            "'actions': [" ACTION(
                "x1",
                "'status': 'done', 'completed_date': "
                "'2031-01-02', ") "," ACTION("x2",
                                             "") "," ACTION("x3",
                                                            "'due_date': '2031-05-01', 'status': "
                                                            "'open', ") "," ACTION("x4",
                                                                                   "'due_date': "
                                                                                   "'2031-04-01',"
                                                                                   " ") "]}"),
        "/meetings/m.html",
        (const char *const[]){"Do x4.", "Do x3.", "Do x2.", "Do x1.",
                              "<p class=\"small soft\">Done <bdi>2 January 2031", NULL});
}

Test(record_pages, the_row_of_a_decision_has_the_numbers_of_its_vote_and_a_bar)
{
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/meetings/port-fable-2031-03-11.html",
                    (const char *const[]){"2031-14</bdi></span>",
                                          "Adopted with amendments \xC2\xB7 5 ",
                                          "<bdi>yes</bdi>, 2 <bdi>no</bdi>",
                                          "<svg class=\"vote small\"", "moved by", NULL});
}

Test(record_pages, the_margin_links_to_all_records_that_cite_a_line)
{
    expect_order_at(load_path(source_path("data/example")), "/documents/bergen-minutes.html",
                    (const char *const[]){"<li id=\"L1\"", " and <a href=\"#all-of-L", " more</a>",
                                          "id=\"much-cited\"", "<li id=\"all-of-L",
                                          "<a class=\"ref\" href=\"#L", NULL});
}

Test(record_pages, a_meeting_without_a_lead_begins_with_what_the_record_has)
{
    expect_order_at(load_points("speech"), "/meetings/m.html",
                    (const char *const[]){"<p class=\"lead\">The record lists 1 item on the agenda",
                                          " and 2 points of discussion.</p>", NULL});
    expect_order_at(
        load_path(source_path("tests/cases/import/schedules/tides.xml")),
        "/meetings/tides-2031.html",
        (const char *const[]){"<p class=\"lead\">The programme lists ", "3 talks", "</p>", NULL});
}

Test(record_pages, a_meeting_ends_with_what_it_left_open)
{
    expect_order_at(load_points("question"), "/meetings/m.html",
                    (const char *const[]){"id=\"open\"><h2>What is left open</h2>",
                                          "<h3>Questions to which the record has no answer</h3>",
                                          "Text 2.", "<div class=\"source\">", NULL});
    expect_without(load_points("answer"), "/meetings/m.html", (const char *const[]){NULL},
                   "id=\"open\"");
    expect_order_at(
        load_path(source_path("data/examples/port-fable.json")),
        "/meetings/port-fable-2031-03-11.html",
        (const char *const[]){"id=\"open\"", "Deferred", "Mooring fees for 2032 deferred", NULL});
}

Test(record_pages, no_row_has_an_empty_paragraph)
{
    struct archive_fixture fixture =
        archive_fixture_create(load_path(source_path("data/examples/port-fable.json")));
    static const char *const targets[] = {"/meetings/port-fable-2031-03-11.html",
                                          "/people/odile-renard.html", "/topics.html"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        char *page = get_body(&fixture, targets[i]);
        cr_expect_not(strstr(page, "<p class=\"small soft\"></p>"), "%s", page);
        free(page);
    }
    archive_fixture_finish(&fixture);
}

Test(record_pages, a_row_does_not_repeat_the_person_of_the_page)
{
    struct archive_fixture fixture =
        archive_fixture_create(load_path(source_path("data/examples/port-fable.json")));
    char *page = get_body(&fixture, "/people/odile-renard.html");
    cr_expect_not(strstr(page, "<a href=\"/people/odile-renard\">"), "%s", page);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, a_record_leads_to_the_one_before_and_the_one_after)
{
    expect_order_at(load_shipped_record(), "/sessions/beijing-2006-session-2.html",
                    (const char *const[]){"<nav class=\"pager\"",
                                          "<a rel=\"prev\" href=\"/sessions/", "Session 1",
                                          "<a rel=\"next\" class=\"next\"", "Session 3", NULL});
}

#define COUNCIL source_path("data/examples/port-fable.json")

Test(record_pages, a_line_that_begins_something_begins_anew)
{
    expect_parts(load_path(COUNCIL), "/documents/port-fable-2031-03-11-minutes.html",
                 (const char *const[]){"<li id=\"L1\" class=\"cited start\">",
                                       "<li id=\"L42\" class=\"cited start\">",
                                       "<li id=\"L59\" class=\"cited start\">",
                                       "<li id=\"L4\" class=\"cited\">", NULL});
    expect_parts(load_path(COUNCIL), "/meetings/port-fable-2031-03-11.html",
                 (const char *const[]){"<span class=\"start\"></span><a class=\"ln\"", NULL});
}

Test(record_pages, a_discussion_is_a_thread_of_turns)
{
    expect_order_at(
        load_shipped_record(), "/sessions/beijing-2006-session-3.html",
        (const char *const[]){"<ul class=\"claims thread\">",
                              "<p class=\"who\"><b>A speaker who is not named</b> asked <a href=\"",
                              "Shen was asked", "<li class=\"claim reply\"",
                              "<b><bdi>Professor Chen</bdi></b> answered", NULL});
    expect_order_at(load_shipped_record(), "/discussions/beijing-2006-discussion-3-04.html",
                    (const char *const[]){"<h1 class=\"title\">Answer by <bdi>Professor Chen</bdi>",
                                          "id=\"text\"", NULL});
}

Test(record_pages, points_on_a_proposal_are_positions)
{
    expect_parts(
        load_text("{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
                  "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
                  "'people': [{'id': 'a', 'name': 'Ada'," SOURCES "],"
                  "'proposals': [{'id': 'x', 'number': 1, 'title': 'Lights', 'text': 'T',"
                  "'actors': ['The harbour crew'], 'meeting': 'm'," SOURCES "],"
                  "'discussions': [{'id': 'p', 'meeting': 'm', 'position': 1, 'speaker': 'a',"
                  "'about': 'proposals/x', 'stance': 'supports', 'text': 'Yes.'," SOURCES
                  ",{'id': 'q', 'meeting': 'm', 'position': 2, 'attribution': 'A member',"
                  "'about': 'proposals/x', 'text': 'No.'," SOURCES "]}"),
        "/proposals/x.html",
        (const char *const[]){"<ul class=\"positions\"><li><p class=\"speaker\"><b><a href=\"/"
                              "people/a\"><bdi>Ada</bdi></a></b>, in favour</p>",
                              "<b><bdi>A member</bdi></b>",
                              "<dt>Action by</dt><dd><bdi>The harbour crew</bdi></dd>", NULL});
}

Test(record_pages, a_timetable_has_a_column_for_each_room)
{
    expect_order_at(load_path(source_path("tests/cases/import/schedules/harbour-days.xml")),
                    "/meetings/hd-31.html",
                    (const char *const[]){"<table class=\"tt\">",
                                          "<th scope=\"col\"><bdi>Loft A</bdi>",
                                          "<time>10:00</time>\xE2\x80\x93<time>11:30</time>",
                                          "Silt", "Without a time or a room", "Nowhere", NULL});
}

Test(record_pages, a_programme_of_many_rooms_has_an_axis_of_hours_for_each_day)
{
    char json[8192] =
        "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
        "'meetings': [{'id': 'm', 'name': 'M', 'status': 'planned', 'time_zone': 'UTC'," SOURCES
        "],"
        "'sessions': [";
    for (int i = 0; i < 14; i++)
        snprintf(json + strlen(json), sizeof json - strlen(json),
                 "%s{'id': 's%d', 'number': %d, 'title': 'S%d', 'meeting': 'm', 'room': 'R%d',"
                 "'start_date': '2031-06-0%dT%s', 'end_date': '2031-06-0%dT12:10'," SOURCES,
                 i ? "," : "", i, i + 1, i, i, 1 + i % 2, i < 2 ? "11:00" : "09:45", 1 + i % 2);
    strcat(json, "]}");
    expect_order_at(load_text(json), "/meetings/m.html",
                    (const char *const[]){
                        "<h3 class=\"day\">1 June 2031</h3>", "<table class=\"tt axis\">",
                        "<th colspan=\"2\" scope=\"col\">09:00</th>",
                        "<th colspan=\"2\" scope=\"col\">12:00</th></tr>",
                        "<th scope=\"row\" class=\"hour\"><bdi>R2</bdi></th>"
                        "<td></td><td colspan=\"6\">",
                        "<time>09:45</time>\xE2\x80\x93<time>12:10</time>", "</td><td></td></tr>",
                        "<bdi>R12</bdi>", "<bdi>R0</bdi></th><td colspan=\"4\"></td>",
                        "<h3 class=\"day\">2 June 2031</h3>", "<bdi>R3</bdi>", "<bdi>R1</bdi>",
                        NULL});
}

Test(record_pages, a_person_has_no_fields_that_say_nothing)
{
    struct archive_fixture fixture = archive_fixture_create(load_path(COUNCIL));
    char *page = get_body(&fixture, "/people/odile-renard.html");
    cr_expect_not(strstr(page, "Sort name"), "%s", page);
    cr_expect_not(strstr(page, "<h2>Meetings</h2>"), "%s", page);
    cr_expect(strstr(page, "<h2>At meetings</h2>"), "%s", page);
    cr_expect(strstr(page, "aria-current=\"page\"><bdi>Odile Renard</bdi>"), "%s", page);
    cr_expect(strstr(page, "Line 10</a>, <a"), "%s", page);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, a_short_lead_is_at_the_head)
{
    expect_parts(
        load_text("{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
                  "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held',"
                  "'lead': 'A lamp was bought.'," SOURCES "]}"),
        "/meetings/m.html",
        (const char *const[]){"<p class=\"lead\" dir=\"auto\">A lamp was bought.</p>", NULL});
}

Test(record_pages, a_page_fetches_the_font_of_quotations_for_the_next_one)
{
    for (size_t i = 0; looks_prefetches[i]; i++)
        expect_parts(load_shipped_record(), "/papers.html",
                     (const char *const[]){"<link rel=\"prefetch\" href=\"/assets/",
                                           looks_prefetches[i], NULL});
}

Test(record_pages, a_statement_with_many_sources_quotes_the_first_and_names_the_others)
{
    struct archive_fixture fixture = archive_fixture_create(load_path(COUNCIL));
    char *page = get_body(&fixture, "/meetings/port-fable-2031-03-11.html");
    const char *summary = strstr(page, "id=\"summary\"");
    cr_assert(summary, "%s", page);
    const char *end = strstr(summary, "</blockquote>");
    cr_assert(end);
    size_t quoted = 0;
    for (const char *at = summary; (at = strstr(at, "<p><")) && at < end; at++)
        quoted += strncmp(at, "<p><a class=\"ref\"", 17) != 0;
    cr_expect_eq(quoted, 5);
    const char *named = strstr(summary, "<p><a class=\"ref\" href=\"/documents/");
    cr_expect(named && named < end, "%s", summary);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, a_position_says_that_the_paper_has_more_arguments_on_the_topic)
{
    expect_parts(load_shipped_record(), "/meetings/beijing-2006.html",
                 (const char *const[]){"</a>, <a href=\"/topics/sanctions#argued\">and 2 more</a>",
                                       "</a>, <a href=\"/topics/sanctions#argued\">and 1 more</a>",
                                       NULL});
}

Test(record_pages, the_event_that_is_the_meeting_is_its_place_in_the_timeline)
{
    struct archive_fixture fixture = archive_fixture_create(load_shipped_record());
    char *page = get_body(&fixture, "/meetings/beijing-2006.html");
    const char *timeline = strstr(page, "<h2>Before and after</h2>");
    cr_assert(timeline);
    cr_expect(strstr(timeline, "<li class=\"here\"><span class=\"soft\">28\xE2\x80\x93"
                               "29 April 2006</span> <span><a href=\"/events/third-meeting"));
    cr_expect(!strstr(timeline, "April 2006 to") && !strstr(timeline, "<span><bdi>Third Expert"));
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, a_decision_by_which_nothing_was_decided_is_only_left_open)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"
        "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
        "'decisions': [{'id': 'x', 'title': 'Lamps bought', 'meeting': 'm', "
        "'result': 'adopted'," SOURCES
        ", {'id': 'y', 'title': 'Nothing on oil', 'meeting': 'm', 'result': 'none'," SOURCES "]}"));
    char *page = get_body(&fixture, "/meetings/m.html");
    const char *decided = strstr(page, "<h2>What was decided</h2>"),
               *open = strstr(page, "<h3>Without a decision</h3>"),
               *nothing = strstr(page, "<bdi>Nothing on oil</bdi>");
    cr_expect(decided && strstr(decided, "<bdi>Lamps bought</bdi>") && open > decided, "%s", page);
    cr_expect(nothing && nothing > open && !strstr(nothing + 1, "<bdi>Nothing on oil"), "%s", page);
    cr_expect(strstr(page, "The meeting led to 1 decision."), "%s", page);
    free(page);
    archive_fixture_finish(&fixture);
}

/* The claim is what the row says: how somebody voted, not what the motion was. */
static void expect_lines_of_vote(const char *target, const char *const *lines)
{
    struct archive_fixture fixture =
        archive_fixture_create(load_path(source_path("data/examples/port-fable.json")));
    char *page = get_body(&fixture, target);
    const char *at = strstr(page, "id=\"vote"), *end = at ? strstr(at, "</section>") : NULL;
    cr_assert(end, "%s", page);
    for (; *lines; lines++) {
        const char *found = strstr(at, *lines);
        cr_expect(found && found < end, "%s not in %s", *lines, at);
    }
    const char *motion = strstr(at, "<bdi>**Motion:**");
    cr_expect(!motion || motion > end, "%s", at);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, a_vote_of_a_person_quotes_the_lines_of_the_roll_call)
{
    expect_lines_of_vote(
        "/people/odile-renard.html",
        (const char *const[]){"Ayes: Odile Renard, Owen Hare", "carried 5-2-1", NULL});
    expect_lines_of_vote(
        "/people/luc-heron.html",
        (const char *const[]){"Noes: Ines Fourmi, Luc H\xC3\xA9ron", "carried 5-2-1", NULL});
}

Test(record_pages, a_comparison_of_votes_quotes_the_lines_of_the_roll_call)
{
    expect_lines_of_vote(
        "/compare.html?people=odile-renard,luc-heron",
        (const char *const[]){"Ayes: Odile Renard", "Noes: Ines Fourmi, Luc", NULL});
}

Test(record_pages, a_row_with_the_numbers_of_a_vote_refers_to_its_lines_too)
{
    expect_parts(load_path(source_path("data/examples/port-fable.json")), "/decisions.html",
                 (const char *const[]){"#L115\">Lines 115\xE2\x80\x93"
                                       "117</a>, <a class=\"ref\" "
                                       "href=\"/documents/port-fable-2031-03-11-minutes#L131\">"
                                       "Lines 131\xE2\x80\x93"
                                       "137</a>",
                                       NULL});
}

#define INVOLVED                                                                                   \
    "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],"                            \
    "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"                         \
    "'organizations': [{'id': 'o', 'name': 'Council'," SOURCES "],"                                \
    "'people': [{'id': 'a', 'name': 'Ada', 'memberships': [{'organization': 'o',"                  \
    "'post': 'Mayor', 'start_date': '2030-01', 'end_date': '2031'}]," SOURCES ","                  \
    "{'id': 'b', 'name': 'Ben'," SOURCES "],"                                                      \
    "'discussions': [{'id': 'q', 'meeting': 'm', 'position': 1, 'kind': 'question',"               \
    "'speaker': 'b', 'addressed_to': ['a'], 'text': 'Why?'," SOURCES ","                           \
    "{'id': 'r', 'meeting': 'm', 'position': 2, 'kind': 'answer', 'speaker': 'a',"                 \
    "'text': 'Because.'," SOURCES "],"                                                             \
    "'proposals': [{'id': 'e', 'number': 1, 'title': 'Buy it', 'text': 'Buy it.', 'meeting': 'm'," \
    "'related': [{'record': 'discussions/r', 'basis': 'stated'}]," SOURCES "],"                    \
    "'decisions': [{'id': 'x', 'title': 'Lights', 'meeting': 'm', 'movers': ['people/a'], "        \
    "'votes': ["                                                                                   \
    "{'method': 'roll_call', 'ballots': [{'person': 'a', 'option': 'not_voting'},"                 \
    "{'person': 'b', 'option': 'no'}]}]," SOURCES ","                                              \
    "{'id': 'y', 'title': 'Lamps', 'meeting': 'm', 'seconders': ['people/a']," SOURCES "]}"

Test(record_pages, a_person_has_what_was_asked_answered_moved_and_voted)
{
    expect_parts(load_text(INVOLVED), "/people/a.html",
                 (const char *const[]){"<h2>Was asked</h2>", "<h2>Answered</h2>", "<h2>Moved</h2>",
                                       "<h2>Seconded</h2>", "<h2>Voted</h2>",
                                       "Voted <bdi>not voting</bdi></p><p class=\"t\"><a "
                                       "href=\"/decisions/x\">",
                                       "<h2>Echoed in proposals</h2>", "January 2030", NULL});
}

Test(record_pages, a_person_has_no_section_without_records_and_no_id_twice)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(INVOLVED));
    char *page = get_body(&fixture, "/people/b.html"),
         *other = get_body(&fixture, "/people/a.html");
    cr_expect(strstr(page, "<h2>Asked</h2>"));
    cr_expect(!strstr(page, "<h2>Moved</h2>") && !strstr(page, "<h2>Answered</h2>"), "%s", page);
    cr_expect(!strstr(page, "Echoed"), "%s", page);
    const char *first = strstr(other, "id=\"point-1\"");
    cr_expect(first && !strstr(first + 1, "id=\"point-1\"") && strstr(other, "id=\"point-2\""));
    free(page);
    free(other);
    archive_fixture_finish(&fixture);
}

Test(record_pages, an_organization_has_what_its_people_said)
{
    expect_parts(load_text(INVOLVED), "/organizations/o.html",
                 (const char *const[]){"<h2>What its people said</h2>", "Because.", NULL});
}

#define PLANNED(id, day) \
    "{'id': '" id "', 'name': 'M " id "', 'status': 'planned', 'start_date': '" day "', " SOURCES

Test(record_pages, a_meeting_of_the_past_is_not_called_planned)
{
    static const char record[] =
        "{'documents': [{'id': 'd', 'title': 'D', 'lines': 9," SOURCES "],'meetings': [" PLANNED(
            "past", "2026-01-31") "," PLANNED("later", "2931-01-31T10:00:00Z") "]}";
    expect_order_at(load_text(record), "/meetings/later.html",
                    (const char *const[]){"<dt>Status</dt><dd>planned", NULL});
    expect_without(load_text(record), "/meetings/past.html",
                   (const char *const[]){"31 January 2026", NULL}, "<dt>Status</dt>");
    expect_order_at(load_text(record), "/meetings.html", (const char *const[]){"lanned", NULL});
}

Test(record_pages, breadcrumbs_name_a_session_of_a_day_by_its_title)
{
    expect_without(load_path(source_path("tests/cases/import/schedules/tides.xml")),
                   "/papers/tides-2031-11111111-0000-4000-8000-000000000001.html",
                   (const char *const[]){"You are here", "Day 1", NULL},
                   "<bdi>Session 1</bdi></a>");
}

Test(record_pages, a_person_has_the_arguments_of_the_papers_with_their_lines)
{
    expect_order_at(load_shipped_record(), "/people/james-cotton.html",
                    (const char *const[]){"id=\"argued\"><h2>Argued", "<h3><a href=\"/papers/",
                                          "#arguments-4\">", "agree on the sanctions", "Lines 127",
                                          "id=\"papers\"", NULL});
}

Test(record_pages, a_topic_has_by_speaker_the_arguments_that_are_on_it)
{
    static const char target[] = "/topics/sanctions.html";
    expect_order_at(load_shipped_record(), target,
                    (const char *const[]){
                        "id=\"argued\"><h2>Who argued what about it", "<h3><a href=\"/people/james",
                        "<p><a href=\"/papers/", "#arguments-4\">", "agree on the sanctions",
                        "Lines 127", "All 4 arguments of the paper", "<h3><a href=\"/people/seung",
                        "China opposes", "imposing financial sanctions",
                        "id=\"discussions\"><h2>Who said what about it", NULL});
    expect_without(load_shipped_record(), target, (const char *const[]){"id=\"argued\"", NULL},
                   "Cotton added an assessment");
}

Test(record_pages, a_speaker_is_named_once_for_several_papers_on_a_topic)
{
    char text[3000];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', 'lines': 90," SOURCES "],"
             "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
             "'topics': [{'id': 't', 'label': 'Lamps'," SOURCES "],"
             "'people': [{'id': 'a', 'name': 'Ada'," SOURCES ",{'id': 'b', 'name': 'Bo'," SOURCES
             "],'papers': [" PAPER("p", "1", "a", ARGUMENT("Lamps one.", "2")) "," PAPER(
                 "q", "2", "b",
                 ARGUMENT("Lamps two.", "3")) "," PAPER("r", "3", "a",
                                                        ARGUMENT("Lamps three.", "4")) "]}");
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    char *page = get_body(&fixture, "/topics/t.html");
    const char *first = strstr(page, "<h3><a href=\"/people/a\">");
    const char *third = strstr(page, "Lamps three.");
    cr_expect(first && !strstr(first + 1, "<h3><a href=\"/people/a\">"), "%s", page);
    cr_expect(third && third < strstr(page, "Lamps two."), "%s", page);
    free(page);
    archive_fixture_finish(&fixture);
}

Test(record_pages, an_organization_has_what_its_people_argued_asked_and_said)
{
    char text[3000];
    snprintf(text, sizeof text,
             "{'documents': [{'id': 'd', 'title': 'D', 'lines': 90," SOURCES "],"
             "'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'," SOURCES "],"
             "'organizations': [{'id': 'o', 'name': 'Council'," SOURCES "],"
             "'topics': [{'id': 't', 'label': 'Lamps'," SOURCES "],"
             "'people': [{'id': 'a', 'name': 'Ada', 'memberships': [{'organization': 'o'}]," SOURCES
             "],'papers': [" PAPER(
                 "p", "1", "a",
                 ARGUMENT("Lamps are dear.", "2")) "],"
                                                   "'discussions': [{'id': 'q', 'meeting': 'm', "
                                                   "'position': 1, 'kind': 'question',"
                                                   "'speaker': 'a', 'text': 'Why?'," SOURCES
                                                   ",{'id': 'r', 'meeting': 'm', 'position': 2, "
                                                   "'kind': 'answer', 'speaker': 'a',"
                                                   "'text': 'Because.'," SOURCES "]}");
    expect_order_at(load_text(text), "/organizations/o.html",
                    (const char *const[]){"<h2>What its people argued</h2>", "Ada", "Of p",
                                          "Lamps are dear.", "<h2>What its people asked</h2>",
                                          "id=\"point-1\"", "Why?", "What its people said</h2>",
                                          "id=\"point-2\"", "Because.", NULL});
}

Test(record_pages, an_organization_names_each_meeting_once)
{
    expect_without(load_shipped_record(), "/organizations/cscap-china.html",
                   (const char *const[]){"<h2>At meetings</h2>", "host", "attended", NULL},
                   "<h2>Meetings</h2>");
}

Test(record_pages, an_organization_has_what_its_people_moved)
{
    expect_order_at(load_path(source_path("data/examples/port-fable.json")),
                    "/organizations/port-fable-town-council.html",
                    (const char *const[]){"What its people moved", "A fixed lamp", "5 <bdi>yes",
                                          "What its people said", NULL});
}

Test(record_pages, days_with_sessions_are_not_counted_as_sessions)
{
    expect_order_at(load_path(source_path("tests/cases/import/schedules/harbour-days.xml")),
                    "/meetings/hd-31.html",
                    (const char *const[]){"<p class=\"lead\">", "lists 5 sessions, ", NULL});
}

enum {
    LONG_LINES = 5100
};

/* The SHA-256 of the text with these lines. */
#define LONG_SHA256 "1479d7d0f5eb96d066fa050ca0561363238f62bf0a307bc284588952dc8ece3e"

/* Writes a record whose document has LONG_LINES lines into a new folder. */
static void write_long_document(char folder[40])
{
    char path[80];
    strcpy(folder, "/tmp/rapporteur-lines-XXXXXX");
    cr_assert(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/record.json", folder);
    FILE *record = fopen(path, "w");
    cr_assert(record);
    fprintf(record,
            "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"lines\": %d, "
            "\"text_file\": \"long.txt\", \"sha256\": \"" LONG_SHA256
            "\", \"sources\": [{\"document\": \"d\"}]}],"
            "\"topics\": [{\"id\": \"t\", \"label\": \"T\", \"sources\": ["
            "{\"document\": \"d\", \"lines\": \"5050\"}]}",
            LONG_LINES);
    for (const char *id = "uvw"; *id; id++)
        fprintf(record,
                ", {\"id\": \"%c\", \"label\": \"%c\", \"sources\": ["
                "{\"document\": \"d\", \"lines\": \"5000\"},"
                "{\"document\": \"d\", \"lines\": \"5001\"}]}",
                *id, *id);
    fputs("]}", record);
    fclose(record);
    snprintf(path, sizeof path, "%s/long.txt", folder);
    FILE *text = fopen(path, "w");
    cr_assert(text);
    for (int line = 1; line <= LONG_LINES; line++)
        fprintf(text, "Words of line %d\n", line);
    fclose(text);
}

Test(record_pages, a_source_leads_to_the_page_of_a_long_document_that_has_its_lines)
{
    char folder[40], command[60];
    write_long_document(folder);
    expect_order_at(load_path(folder), "/topics/t.html",
                    (const char *const[]){"href=\"/documents/d?offset=5000#L5050\"", NULL});
    expect_without(load_path(folder), "/documents/d.html?offset=5000",
                   (const char *const[]){"Lines 5001\xE2\x80\x93"
                                         "5100 of 5100.",
                                         "<a rel=\"prev\" href=\"/documents/d#L1\">",
                                         "<li id=\"L5001\"", "<li id=\"L5050\" class=\"cited\"",
                                         NULL},
                   "id=\"L5000\"");
    expect_without(load_path(folder), "/documents/d.html",
                   (const char *const[]){"<a rel=\"next\" href=\"/documents/d?offset=5000#L5001\">",
                                         "id=\"L5000\"", NULL},
                   "id=\"L5001\"");
    expect_without(load_path(folder), "/documents/d.html",
                   (const char *const[]){"id=\"much-cited\"", "id=\"all-of-L5000\"", NULL},
                   "id=\"all-of-L5001\"");
    expect_without(load_path(folder), "/documents/d.html?offset=5000",
                   (const char *const[]){"id=\"much-cited\"", "id=\"all-of-L5001\"", NULL},
                   "id=\"all-of-L5000\"");
    expect_without(load_path(folder), "/documents/d.html?offset=99",
                   (const char *const[]){"id=\"L100\"", "id=\"L5099\"", NULL}, "id=\"L5100\"");
    expect_without(load_path(folder), "/documents/d.html?offset=100",
                   (const char *const[]){"id=\"L101\"", "id=\"L5100\"", NULL}, "id=\"L100\"");
    expect_without(load_path(folder), "/documents/d.html?offset=4999",
                   (const char *const[]){"<a rel=\"prev\" href=\"/documents/d#L1\">", NULL},
                   "id=\"L4999\"");
    snprintf(command, sizeof command, "rm -r %s", folder);
    cr_expect_eq(system(command), 0);
}

Test(record_pages, a_period_of_a_membership_or_of_attendance_is_in_words)
{
    expect_without(
        load_path(source_path("data/examples/port-fable.json")), "/people/rosa-lark.html",
        (const char *const[]){"chair</bdi> \xC2\xB7 1 April 2031 \xE2\x80\x93 31 March 2033", NULL},
        "start date");
    expect_without(load_path(source_path("data/examples/port-fable.json")),
                   "/people/kit-marten.html",
                   (const char *const[]){"until 11 March 2031, 20:14", NULL}, "end date");
    expect_without(
        load_path(source_path("data/examples/port-fable.json")), "/people/luc-heron.html",
        (const char *const[]){"in person \xC2\xB7 from 11 March 2031, 18:52", NULL}, "start date");
}

Test(record_pages, a_procedural_point_has_a_title_in_words)
{
    expect_order_at(load_points("procedural"), "/discussions/2.html",
                    (const char *const[]){">Procedural point by <bdi>Bo</bdi></h1>", NULL});
}

Test(record_pages, the_sources_of_the_flow_have_their_numbers)
{
    expect_order_at(load_shipped_record(), "/meetings/beijing-2006.html",
                    (const char *const[]){"<ul class=\"from\"><li>",
                                          "paper-04\"><span class=\"n\">4</span> <bdi>Yamamoto",
                                          "<ul class=\"why\"><li>",
                                          "<span class=\"n\">4</span> <bdi>Yamamoto", NULL});
}

Test(record_pages, a_kind_of_meeting_is_called_a_meeting)
{
    expect_order_at(
        load_path(source_path("data/examples/port-fable.json")),
        "/meetings/port-fable-2031-03-11.html",
        (const char *const[]){"<p class=\"kicker\">Meeting 88, regular meeting</p>", NULL});
}
