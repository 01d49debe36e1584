/* The parameters of lists and records: selection, the shown fields, and the faults of wrong
 * parameters. */
#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct archive_fixture fixture;

static void start(void)
{
    fixture = load_two_meetings();
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(query, .init = start, .fini = stop);

/* Returns the ids of a page, separated by spaces. */
static const char *selected(const char *target)
{
    static char ids[1000];
    json_t *page = answer_json(&fixture, target, 200, NULL), *record;
    size_t i;
    ids[0] = '\0';
    json_array_foreach(json_object_get(page, "data"), i, record) sprintf(
        ids + strlen(ids), "%s%s", i ? " " : "", json_string_value(json_object_get(record, "id")));
    json_decref(page);
    return ids;
}

struct selected_case {
    const char *target, *ids;
};

static void expect_selected(const struct selected_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cr_expect_str_eq(selected(cases[i].target), cases[i].ids, "%s: %s", cases[i].target,
                         selected(cases[i].target));
}

Test(query, a_filter_of_texts_ignores_case_and_may_compare_parts)
{
    static const struct selected_case cases[] = {
        {"/papers?title=Tides%20at%20Night", "tides-at-night"},
        {"/papers?title=tides+at+night", "tides-at-night"},
        {"/papers?title__contains=AT+NIGHT", "tides-at-night"},
        {"/papers?title__startswith=tide", "tides-at-night"},
        {"/papers?title__startswith=at", ""},
        {"/papers?title__contains=", "tides-at-night"},
        {"/papers?title__startswith=", "tides-at-night"},
        {"/papers?title__contains=,x", "tides-at-night"},
        {"/papers?title__contains=Tides+at+Night", "tides-at-night"},
        {"/papers?title__contains=Tides+at+Night+", "tides-at-night"},
        {"/papers?title=", ""},
        {"/sessions?title=Winds+%22and%22+waves%5C", "oslo-2002-session-1"},
    };
    expect_selected(cases, sizeof cases / sizeof *cases);
}

Test(query, an_encoded_comma_is_part_of_a_text_but_separates_values_that_have_no_commas)
{
    static const struct selected_case cases[] = {
        {"/papers?abstract__contains=harbours%2C%20like", "untitled"},
        {"/papers?abstract__contains=harbours%2c%20like,zebra", "untitled"},
        {"/papers?abstract__contains=zebra%2Clike", ""},
        {"/papers?abstract__contains=zebra,like", "untitled"},
        {"/papers?abstract__contains=harbours%5C%2C%20like", "untitled"},
        {"/meetings?country=PT%2CNO", "lisbon-2001"},
        {"/papers?sort=title%2Cid&fields=title%2Cnumber&number=2%2C7", "untitled"},
    };
    expect_selected(cases, sizeof cases / sizeof *cases);
}

Test(query, isnull_and_not_select_the_other_records)
{
    static const struct selected_case cases[] = {
        {"/papers?title__isnull=true", "untitled"},
        {"/papers?title__isnull=false", "tides-at-night"},
        {"/papers?title__not=Tides%20at%20Night", "untitled"},
        {"/papers?kind__not=paper", "untitled"},
        {"/papers?presenters__not=a-almada", "untitled"},
        {"/people?attendance.roles__isnull=true", ""},
        {"/speakers?country__isnull=true", "b-berg"},
    };
    expect_selected(cases, sizeof cases / sizeof *cases);
}

Test(query, a_filter_follows_references_and_lists_of_objects)
{
    static const struct selected_case cases[] = {
        {"/papers?presenters=a-almada", "tides-at-night"},
        {"/papers?presenters=a-almada,b-berg", "tides-at-night untitled"},
        {"/papers?presenters.country=PT", "tides-at-night"},
        {"/papers?presenters.country=PT&number=2", ""},
        {"/papers?arguments.text__contains=turn", "tides-at-night"},
        {"/people?attendance.roles=chair,presenter", "a-almada b-berg"},
        {"/people?attendance.meeting=oslo-2002", "b-berg"},
        {"/proposals?related.record=tides-at-night", "p1"},
        {"/proposals?related.record=papers/tides-at-night", "p1"},
        {"/proposals?related.record=discussions/tides-at-night", ""},
        {"/topics/tides/papers?presenters=b-berg", "tides-at-night"},
        {"/topics?broader=sea", "tides"},
        {"/topics?broader.label=The+sea", "tides"},
    };
    expect_selected(cases, sizeof cases / sizeof *cases);
}

Test(query, numbers_and_dates_are_compared_by_value)
{
    static const struct selected_case cases[] = {
        {"/papers?number__gt=1", "untitled"},
        {"/papers?number__lte=1", "tides-at-night"},
        {"/papers?number__gte=1&number__lt=2", "tides-at-night"},
        {"/papers?number__gt=-1&number__lt=02", "tides-at-night"},
        {"/papers?limit=00000000000000000000001&offset=00000000000000000000000", "tides-at-night"},
        {"/meetings?start_date=2001", "lisbon-2001"},
        {"/meetings?start_date__gte=2001-03-01", "lisbon-2001 oslo-2002"},
        {"/meetings?start_date__gt=2001-03", "oslo-2002"},
        {"/meetings?start_date__lt=2002", "lisbon-2001"},
        {"/meetings?country=PT,NO", "lisbon-2001"},
        {"/meetings?id__gt=lisbon-2001", "oslo-2002"},
    };
    expect_selected(cases, sizeof cases / sizeof *cases);
}

Test(query, sort_orders_records_and_those_without_a_value_come_last)
{
    static const struct selected_case cases[] = {
        {"/papers?sort=-number", "untitled tides-at-night"},
        {"/papers?sort=title", "tides-at-night untitled"},
        {"/papers?sort=-title", "tides-at-night untitled"},
        {"/people?sort=-name", "c-cruz b-berg a-almada"},
        {"/meetings?sort=-start_date", "oslo-2002 lisbon-2001"},
        {"/meetings/lisbon-2001/papers?sort=-position&limit=1", "untitled"},
    };
    expect_selected(cases, sizeof cases / sizeof *cases);
}

/* Returns the faults of a response with status 400 in one line. */
static const char *refused(const char *target)
{
    static char faults[4000];
    json_t *problem = answer_json(&fixture, target, 400, NULL), *fault;
    size_t i;
    faults[0] = '\0';
    json_array_foreach(json_object_get(problem, "errors"), i, fault)
        sprintf(faults + strlen(faults), "%s%s: %s", i ? "; " : "",
                json_string_value(json_object_get(fault, "parameter")),
                json_string_value(json_object_get(fault, "detail")));
    json_decref(problem);
    return faults;
}

struct refused_case {
    const char *target, *faults;
};

static void expect_refused(const struct refused_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cr_expect_str_eq(refused(cases[i].target), cases[i].faults, "%s: %s", cases[i].target,
                         refused(cases[i].target));
}

Test(query, an_unknown_field_or_parameter_is_refused_with_the_nearest_name)
{
    static const struct refused_case cases[] = {
        {"/papers?titel=x", "titel: unknown parameter \"titel\"; did you mean \"title\"?"},
        {"/papers?presenters.contry=PT",
         "presenters.contry: unknown field \"contry\"; did you mean \"country\"?"},
        {"/papers/untitled?limit=1", "limit: unknown parameter \"limit\""},
        {"/papers/untitled?title=x", "title: unknown parameter \"title\""},
        {"/papers/untitled?field=x",
         "field: unknown parameter \"field\"; did you mean \"fields\"?"},
        {"/papers/untitled/presenters?titel=x", "titel: unknown parameter \"titel\""},
    };
    expect_refused(cases, sizeof cases / sizeof *cases);
}

Test(query, a_path_that_leads_too_far_is_refused)
{
    static const struct refused_case cases[] = {
        {"/papers?title.text=x", "title.text: cannot follow \"title.text\"; a path can lead "
                                 "through objects and one reference"},
        {"/papers?session.meeting.city=x",
         "session.meeting.city: cannot follow \"session.meeting.city\"; a path can lead through "
         "objects and one reference"},
        {"/papers?arguments=x",
         "arguments: the values of \"arguments\" are objects; name a field inside them"},
    };
    expect_refused(cases, sizeof cases / sizeof *cases);
}

Test(query, a_wrong_value_is_refused_with_the_expected_form)
{
    static const struct refused_case cases[] = {
        {"/papers?number=one", "number: expected a whole number, not \"one\""},
        {"/papers?kind=papper",
         "kind: expected one of the allowed values, not \"papper\"; did you mean "
         "\"paper\"?"},
        {"/meetings?start_date=spring",
         "start_date: expected a date in EDTF, such "
         "as 2006, 2006-04, 2006-04-28, 2006-10~, "
         "2006-04/2006-05 or 2006-04-28T09:30:00+02:00, not \"spring\""},
        {"/people?country=Portugal",
         "country: expected an ISO 3166-1 alpha-2 country code, such as CN, not \"Portugal\""},
        {"/papers?title__isnull=perhaps", "title__isnull: expected true or false, not \"perhaps\""},
        {"/papers?pretty=maybe", "pretty: expected true or false, not \"maybe\""},
    };
    expect_refused(cases, sizeof cases / sizeof *cases);
}

Test(query, an_operator_that_does_not_fit_is_refused)
{
    static const struct refused_case cases[] = {
        {"/papers?title__like=x", "title__like: unknown operator \"like\""},
        {"/papers?title__contain=x",
         "title__contain: unknown operator \"contain\"; did you mean \"contains\"?"},
        {"/papers?presenters__gt=x",
         "presenters__gt: \"presenters__gt\" is not a valid comparison; use another operator"},
        {"/papers?number__contains=1",
         "number__contains: \"number__contains\" is not a valid comparison; use another operator"},
    };
    expect_refused(cases, sizeof cases / sizeof *cases);
}

Test(query, a_sort_that_has_no_order_is_refused)
{
    static const struct refused_case cases[] = {
        {"/papers?sort=presenters",
         "sort: cannot sort by \"presenters\"; name a field of the records that it refers to, such "
         "as \"presenters.name\""},
        {"/papers?sort=-arguments",
         "sort: cannot sort by \"arguments\"; name a field that holds a single number, date or "
         "text, of the record itself or after one reference"},
        {"/papers?sort=arguments.text",
         "sort: cannot sort by \"arguments.text\"; name a field that holds a single number, date "
         "or text, of the record itself or after one reference"},
        {"/papers?sort=session.meeting",
         "sort: cannot sort by \"session.meeting\"; name a field that holds a single number, date "
         "or text, of the record itself or after one reference"},
        {"/papers?sort=-presenters.nme", "sort: unknown field \"nme\"; did you mean \"name\"?"},
        {"/papers?sort=sesion.number", "sort: unknown field \"sesion\"; did you mean \"session\"?"},
        {"/papers?sort=titel", "sort: unknown field \"titel\"; did you mean \"title\"?"},
    };
    expect_refused(cases, sizeof cases / sizeof *cases);
}

Test(query, fields_include_and_facet_refuse_unknown_relations_and_parts)
{
    static const struct refused_case cases[] = {
        {"/papers?fields=title,arguments.text",
         "fields: \"arguments.text\" is part of a field; name the whole field"},
        {"/papers?include=presenter",
         "include: a paper has no relation \"presenter\"; did you mean \"presenters\"?"},
        {"/papers?include=presenters.paper",
         "include: a person has no relation \"paper\"; did you mean \"papers\"?"},
        {"/decisions?include=mover",
         "include: a decision has no relation \"mover\"; did you mean \"movers\"?"},
        {"/decisions?include=movers.papers",
         "include: \"movers\" leads to people or organizations, so no relation of its targets can "
         "be included; name it alone"},
        {"/papers?facet=arguments",
         "facet: the values of \"arguments\" are objects; name a field inside them"},
    };
    expect_refused(cases, sizeof cases / sizeof *cases);
}

Test(query, limit_and_offset_are_whole_numbers_within_their_limits)
{
    static const struct refused_case cases[] = {
        {"/papers?limit=-1", "limit: expected a whole number from 0 to 1000, not \"-1\""},
        {"/papers?limit=1001", "limit: expected a whole number from 0 to 1000, not \"1001\""},
        {"/papers?offset=-1",
         "offset: expected a whole number from 0 to 9007199254740992, not \"-1\""},
        {"/papers?offset=9007199254740993",
         "offset: expected a whole number from 0 to 9007199254740992, not \"9007199254740993\""},
        {"/papers?offset=99999999999999999999999",
         "offset: expected a whole number from 0 to 9007199254740992, not "
         "\"99999999999999999999999\""},
        {"/papers?offset=1x",
         "offset: expected a whole number from 0 to 9007199254740992, not \"1x\""},
    };
    expect_refused(cases, sizeof cases / sizeof *cases);
}

Test(query, a_repeated_parameter_is_refused_and_all_faults_are_listed)
{
    static const struct refused_case cases[] = {
        {"/papers?number=1&number=2", "number: \"number\" is given more than once; give it once"},
        {"/papers?limit=x&kind=y&nix", "limit: expected a whole number from 0 to 1000, not \"x\"; "
                                       "kind: expected one of the allowed "
                                       "values, not \"y\"; nix: unknown parameter \"nix\""},
    };
    expect_refused(cases, sizeof cases / sizeof *cases);
}

static json_t *first_of(json_t *page)
{
    return json_array_get(json_object_get(page, "data"), 0);
}

/* Expects that the first fault of a target allows the names, which are separated by spaces. */
static void expect_allowed(const char *target, const char *expected)
{
    char names[4000] = "";
    json_t *problem = answer_json(&fixture, target, 400, NULL), *name;
    json_t *fault = json_array_get(json_object_get(problem, "errors"), 0);
    size_t i;
    json_array_foreach(json_object_get(fault, "allowed"), i, name)
    {
        strcat(strcat(names, i ? " " : ""), json_string_value(name));
    }
    cr_expect_str_eq(names, expected, "%s: %s", target, names);
    json_decref(problem);
}

Test(query, a_fault_lists_the_names_and_values_that_are_allowed)
{
    expect_allowed("/sessions?kind=x",
                   "presentations wrap_up opening closing keynote panel discussion talks business "
                   "public_comment question_time break social workshop other");
    expect_allowed("/sessions?number__contain=1", "not gt gte lt lte isnull");
    expect_allowed("/sessions?title__x=1", "not gt gte lt lte contains startswith isnull");
    expect_allowed("/sessions?number__contains=1", "not gt gte lt lte isnull");
    expect_allowed("/sessions?sources=1",
                   "sources.document sources.lines sources.pages sources.paragraphs "
                   "sources.section sources.time sources.quote");
    expect_allowed("/people?attendance.x=1",
                   "attendance.meeting attendance.roles attendance.status attendance.mode "
                   "attendance.on_behalf_of attendance.start_date attendance.end_date");
    expect_allowed("/sessions/lisbon-2001-session-1?x=1", "fields include bom pretty");
    expect_allowed("/search?q=a&x=1", "limit offset q type meeting year topic person bom pretty");
    expect_allowed("/search?q=a&type=papers",
                   "meeting session agenda_item person organization paper discussion proposal "
                   "decision action topic event document");
    expect_allowed("/topics?include=x",
                   "agenda_items papers discussions proposals decisions broader narrower");
    expect_allowed("/topics?sort=x", "id label description language");
    expect_allowed("/topics?limit=-1", "");
}

Test(query, fields_are_shown_in_addition_to_id_type_and_links)
{
    json_t *page = answer_json(&fixture, "/papers?fields=title,session&limit=1", 200, NULL);
    json_t *record = first_of(page);
    cr_expect_eq(json_object_size(record), 5);
    static const char *const names[] = {"id", "type", "title", "session", "links"};
    for (size_t i = 0; i < 5; i++)
        cr_expect(json_object_get(record, names[i]), "%s", names[i]);
    json_decref(page);
}

Test(query, include_shows_whole_records_after_one_dot_at_most)
{
    json_t *session = answer_json(
        &fixture, "/sessions/lisbon-2001-session-1?include=papers.presenters,chair", 200, NULL);
    json_t *paper = json_array_get(json_object_get(session, "papers"), 0);
    json_t *person = json_array_get(json_object_get(paper, "presenters"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(paper, "title")), "Tides at Night");
    cr_expect(json_object_get(person, "attendance"), "the presenter is a whole record");
    cr_expect(json_object_get(json_object_get(session, "chair"), "attendance"));
    json_t *meeting = json_object_get(session, "meeting");
    cr_expect_eq(json_object_size(meeting), 4, "a relation that is not included is a reference");
    json_decref(session);
}

Test(query, an_included_record_that_contains_itself_is_a_reference)
{
    json_t *session =
        answer_json(&fixture, "/sessions/lisbon-2001-session-1?include=papers.session", 200, NULL);
    json_t *paper = json_array_get(json_object_get(session, "papers"), 0);
    json_t *back = json_object_get(paper, "session");
    cr_expect_str_eq(json_string_value(json_object_get(back, "id")), "lisbon-2001-session-1");
    cr_expect_eq(json_object_size(back), 4);
    json_decref(session);
}

Test(query, facets_count_the_selected_records_most_frequent_value_first)
{
    json_t *page = answer_json(
        &fixture, "/people?attendance.meeting=lisbon-2001&facet=attendance.roles,country&limit=1",
        200, NULL);
    json_t *facets = json_object_get(json_object_get(page, "meta"), "facets");
    char *text = json_dumps(facets, JSON_COMPACT);
    cr_expect_str_eq(
        text, "{\"attendance.roles\":[{\"value\":\"participant\",\"label\":\"participant\","
              "\"count\":2},{\"value\":\"chair\",\"label\":\"chair\",\"count\":1},{\"value\":"
              "\"presenter\",\"label\":\"presenter\",\"count\":1}],\"country\":[{\"value\":"
              "\"PT\",\"label\":\"PT\",\"count\":1}]}");
    free(text);
    json_decref(page);
}

Test(query, values_of_a_reference_facet_have_labels)
{
    json_t *page = answer_json(&fixture, "/papers?facet=presenters", 200, NULL);
    json_t *facets = json_object_get(json_object_get(page, "meta"), "facets");
    json_t *first = json_array_get(json_object_get(facets, "presenters"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(first, "value")), "b-berg");
    cr_expect_str_eq(json_string_value(json_object_get(first, "label")), "B. Berg");
    cr_expect_eq(json_integer_value(json_object_get(first, "count")), 2);
    json_decref(page);
}

Test(query, meta_always_has_facets)
{
    json_t *page = answer_json(&fixture, "/papers", 200, NULL);
    cr_expect(json_is_object(json_object_get(json_object_get(page, "meta"), "facets")));
    json_decref(page);
}

Test(query, links_of_a_page_keep_the_parameters_of_the_request)
{
    json_t *page = answer_json(
        &fixture, "/papers?title__contains=%26%C3%A4%2C+&limit=1&sort=-title", 200, NULL);
    json_t *links = json_object_get(page, "links");
    cr_expect_str_eq(json_string_value(json_object_get(links, "self")),
                     "/papers?title__contains=%26%C3%A4%2C%20&sort=-title&limit=1");
    json_decref(page);
}

Test(query, pretty_changes_white_space_only)
{
    struct response plain, pretty;
    json_t *a = answer_json(&fixture, "/papers/untitled", 200, &plain);
    json_t *b = answer_json(&fixture, "/papers/untitled?pretty", 200, &pretty);
    cr_expect(json_equal(a, b));
    cr_expect_gt(pretty.body.length, plain.body.length);
    cr_expect_eq(strncmp(pretty.body.bytes, "{\n  \"id\": \"untitled\",\n", 22), 0);
    json_decref(a);
    json_decref(b);
    response_finish(&plain);
    response_finish(&pretty);
}
