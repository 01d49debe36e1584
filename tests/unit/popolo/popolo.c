/* Popolo: people, organizations and decisions in the terms of Popolo, byte for byte. That they meet
 * its schemas is tested in tests/tools/formats/popolo.py. */
#include "archive_fixture.h"
#include "schema/record_type.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* A person, an organization and a decision with every field that Popolo has. */
static const char record[] =
    "{'documents': [{'id': 'd', 'title': 'Minutes', 'sources': [{'document': 'd'}]},"
    "  {'id': 'web', 'title': 'Recording', 'url': 'https://example.org/r',"
    "  'sources': [{'document': 'd'}]}],"
    " 'meetings': [{'id': 'm', 'name': 'Sitting', 'body': 'council', 'status': 'held',"
    "  'start_date': '2031-03-11', 'time_zone': 'Europe/Zurich', 'sources': [{'document': 'd'}]}],"
    " 'organizations': [{'id': 'council', 'name': 'Council', 'abbreviation': 'CNL',"
    "  'kind': 'council', 'country': 'CH', 'parent': 'town', 'language': 'de',"
    "  'identifiers': [{'scheme': 'wikidata', 'value': 'Q42'}],"
    "  'web_links': [{'url': 'https://example.org/c', 'title': 'Home', 'kind': 'page'},"
    "   {'url': 'https://example.org/m', 'kind': 'minutes'}, {'url': 'https://example.org/x'}],"
    "  'sources': [{'document': 'd', 'lines': '1-2', 'pages': '3', 'section': '4'}]},"
    "  {'id': 'town', 'name': 'Town', 'sources': [{'document': 'd'}]}],"
    " 'people': [{'id': 'ada', 'name': 'Ada Crake', 'given_name': 'Ada', 'family_name': 'Crake',"
    "  'sort_name': 'Crake, Ada', 'honorific_prefix': 'Dr', 'other_names': ['AC', 'A. Crake'],"
    "  'country': 'CH', 'image': 'https://example.org/a.png', 'biography': 'She keeps a "
    "\\\"log\\\".',"
    "  'email': 'ada@example.org', 'represents': 'town',"
    "  'memberships': [{'organization': 'council', 'role': 'member', 'post': 'Clerk',"
    "   'start_date': '2030-05', 'end_date': '2031-06-01T09:30+02:00'}, {'organization': 'town'}],"
    "  'attendance': [{'meeting': 'm', 'status': 'present'}],"
    "  'identifiers': [{'scheme': 'orcid', 'value': '0000-0002-1825-0097'}],"
    "  'web_links': [{'url': 'https://example.org/a'}],"
    "  'sources': [{'document': 'web', 'time': '01:02:03', 'quote': 'I, Ada'}],"
    "  'inferred': ['name'], 'notes': [{'text': 'Invented.', 'sources': [{'document': 'd'}]}]},"
    "  {'id': 'bo', 'name': 'Bo Rail', 'memberships': [{'organization': 'town'},"
    "   {'organization': 'council', 'role': 'chair'}], 'sources': [{'document': 'd'}]}],"
    " 'decisions': [{'id': 'lamp', 'number': '31/7', 'title': 'A lamp', 'text': 'A lamp is "
    "bought.',"
    "  'kind': 'motion', 'meeting': 'm', 'movers': ['organizations/town', 'people/bo'],"
    "  'seconders': ['people/ada'], 'result': 'adopted_with_amendments', 'conditions': 'None.',"
    "  'votes': [{'method': 'roll_call', 'date': '2031-03-11T18:10:30', 'group': 'Reed Party',"
    "   'counts': [{'option': 'yes', 'value': 1}, {'option': 'not_voting', 'value': 2}],"
    "   'ballots': [{'person': 'ada', 'option': 'yes'},"
    "    {'person': 'bo', 'option': 'not_voting', 'on_behalf_of': 'people/ada'},"
    "    {'organization': 'town', 'option': 'not_voting'}],"
    "   'required': 'two thirds', 'result': 'rejected', 'sources': [{'document': 'd'}]},"
    "   {'method': 'voice', 'date': '2031-03-11', 'unanimous': true, 'required': 'half',"
    "    'result': 'carried'}],"
    "  'sources': [{'document': 'd', 'paragraphs': '7-8'}]},"
    "  {'id': 'open', 'title': 'No decision', 'meeting': 'm', 'result': 'none',"
    "  'sources': [{'document': 'd'}]}]}";

#define PERSON                                                                                 \
    "{\"id\":\"ada\",\"name\":\"Ada Crake\",\"given_name\":\"Ada\",\"family_name\":\"Crake\"," \
    "\"sort_name\":\"Crake, Ada\",\"honorific_prefix\":\"Dr\","                                \
    "\"other_names\":[{\"name\":\"AC\"},{\"name\":\"A. Crake\"}],"                             \
    "\"image\":\"https://example.org/a.png\",\"biography\":\"She keeps a \\\"log\\\".\","      \
    "\"email\":\"ada@example.org\","                                                           \
    "\"contact_details\":[{\"type\":\"email\",\"value\":\"ada@example.org\"}],"                \
    "\"memberships\":[{\"organization_id\":\"council\",\"role\":\"member\","                   \
    "\"post\":{\"label\":\"Clerk\"},\"start_date\":\"2030-05\","                               \
    "\"end_date\":\"2031-06-01T07:30:00Z\",\"person_id\":\"ada\"},"                            \
    "{\"organization_id\":\"town\",\"person_id\":\"ada\"},"                                    \
    "{\"organization_id\":\"town\",\"role\":\"representative\",\"person_id\":\"ada\"}],"       \
    "\"links\":[{\"url\":\"https://example.org/a\"}],"                                         \
    "\"identifiers\":[{\"scheme\":\"orcid\",\"identifier\":\"0000-0002-1825-0097\"}],"         \
    "\"sources\":[{\"url\":\"https://example.org/r\",\"note\":\"at 01:02:03, I, Ada\"}]}"

#define OTHER_PERSON                                                              \
    "{\"id\":\"bo\",\"name\":\"Bo Rail\","                                        \
    "\"memberships\":[{\"organization_id\":\"town\",\"person_id\":\"bo\"},"       \
    "{\"organization_id\":\"council\",\"role\":\"chair\",\"person_id\":\"bo\"}]," \
    "\"sources\":[{\"url\":\"/documents/d\"}]}"

static struct archive_fixture fixture;

static void set_up(void)
{
    fixture = archive_fixture_create(load_text(record));
}

static void tear_down(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(popolo, .init = set_up, .fini = tear_down);

static void expect_body(const char *target, const char *expected)
{
    char *body = get_body(&fixture, target);
    cr_expect_str_eq(body, expected, "%s: %s", target, body);
    free(body);
}

Test(popolo, a_person_has_names_contact_details_memberships_links_and_sources)
{
    expect_body("/people/ada.popolo.json", PERSON "\n");
}

Test(popolo, an_organization_has_its_category_area_parent_and_the_memberships_of_people)
{
    expect_body("/organizations/council.popolo.json",
                "{\"id\":\"council\",\"name\":\"Council\","
                "\"other_names\":[{\"name\":\"CNL\",\"note\":\"abbreviation\"}],"
                "\"classification\":\"council\","
                "\"area\":{\"identifier\":\"CH\",\"classification\":\"country\"},"
                "\"parent_id\":\"town\","
                "\"links\":[{\"url\":\"https://example.org/c\",\"note\":\"Home\"},"
                "{\"url\":\"https://example.org/m\",\"note\":\"minutes\"},"
                "{\"url\":\"https://example.org/x\"}],"
                "\"identifiers\":[{\"scheme\":\"wikidata\",\"identifier\":\"Q42\"}],"
                "\"sources\":[{\"url\":\"/documents/d\","
                "\"note\":\"lines 1-2, page 3, section 4\"}],"
                "\"memberships\":[{\"organization_id\":\"council\",\"role\":\"member\","
                "\"post\":{\"label\":\"Clerk\"},\"start_date\":\"2030-05\","
                "\"end_date\":\"2031-06-01T07:30:00Z\",\"person_id\":\"ada\"},"
                "{\"organization_id\":\"council\",\"role\":\"chair\",\"person_id\":\"bo\"}]}\n");
    expect_body("/organizations/town.popolo.json",
                "{\"id\":\"town\",\"name\":\"Town\","
                "\"sources\":[{\"url\":\"/documents/d\"}],"
                "\"memberships\":[{\"organization_id\":\"town\",\"person_id\":\"ada\"},"
                "{\"organization_id\":\"town\",\"role\":\"representative\",\"person_id\":\"ada\"},"
                "{\"organization_id\":\"town\",\"person_id\":\"bo\"}]}\n");
}

Test(popolo, a_decision_is_a_motion_with_its_vote_events_counts_and_votes)
{
    expect_body("/decisions/lamp.popolo.json",
                "{\"id\":\"lamp\",\"identifier\":\"31/7\",\"text\":\"A lamp is bought.\","
                "\"classification\":\"motion\",\"legislative_session_id\":\"m\","
                "\"organization_id\":\"council\",\"creator_id\":\"bo\",\"result\":\"pass\","
                "\"vote_events\":[{\"classification\":\"roll_call\","
                "\"start_date\":\"2031-03-11T17:10:30Z\","
                "\"counts\":[{\"option\":\"yes\",\"value\":1,\"group\":{\"name\":\"Reed Party\"}},"
                "{\"option\":\"not voting\",\"value\":2,\"group\":{\"name\":\"Reed Party\"}}],"
                "\"votes\":[{\"voter_id\":\"ada\",\"option\":\"yes\"},"
                "{\"voter_id\":\"bo\",\"option\":\"not voting\",\"role\":\"proxy\"},"
                "{\"voter_id\":\"town\",\"option\":\"not voting\"}],"
                "\"result\":\"fail\",\"sources\":[{\"url\":\"/documents/d\"}]},"
                "{\"classification\":\"voice\",\"result\":\"carried\"}],"
                "\"requirement\":\"two thirds\","
                "\"sources\":[{\"url\":\"/documents/d\",\"note\":\"paragraphs 7-8\"}]}\n");
}

Test(popolo, a_decision_without_a_text_has_its_title_as_the_text)
{
    expect_body("/decisions/open.popolo.json",
                "{\"id\":\"open\",\"text\":\"No decision\",\"legislative_session_id\":\"m\","
                "\"organization_id\":\"council\",\"result\":\"none\","
                "\"sources\":[{\"url\":\"/documents/d\"}]}\n");
}

Test(popolo, a_list_is_an_array_of_the_records_that_the_query_selects)
{
    expect_body("/people.popolo.json", "[" PERSON "," OTHER_PERSON "]\n");
    expect_body("/organizations/council/people.popolo.json?sort=-name&limit=1",
                "[" OTHER_PERSON "]\n");
    expect_body("/people.popolo.json?name=Nobody", "[]\n");
}

Test(popolo, selected_fields_are_written_with_the_id_and_without_lists_from_other_records)
{
    expect_body("/people/ada.popolo.json?fields=email",
                "{\"id\":\"ada\",\"email\":\"ada@example.org\","
                "\"contact_details\":[{\"type\":\"email\",\"value\":\"ada@example.org\"}]}\n");
    expect_body(
        "/people/bo.popolo.json?fields=memberships",
        "{\"id\":\"bo\",\"memberships\":[{\"organization_id\":\"town\",\"person_id\":\"bo\"},"
        "{\"organization_id\":\"council\",\"role\":\"chair\",\"person_id\":\"bo\"}]}\n");
    expect_body("/organizations/town.popolo.json?fields=name",
                "{\"id\":\"town\",\"name\":\"Town\"}\n");
}

Test(popolo, urls_of_sources_have_the_prefix_that_a_proxy_removes)
{
    struct response response;
    const struct request request = {.target = "/people/bo.popolo.json?fields=sources",
                                    .base_path = "/record"};
    answer_request(&fixture, &request, &response);
    static const char expected[] =
        "{\"id\":\"bo\",\"sources\":[{\"url\":\"/record/documents/d\"}]}\n";
    cr_expect_eq(response.body.length, strlen(expected));
    cr_expect_eq(strncmp(response.body.bytes, expected, strlen(expected)), 0);
    response_finish(&response);
}

/* A date of a membership or of a vote, and what Popolo has: nothing if it cannot express it. */
static const struct {
    const char *date, *of_membership, *of_vote;
} dates[] = {
    {"2030", "\"start_date\":\"2030\",", ""},
    {"2030-05", "\"start_date\":\"2030-05\",", ""},
    {"2030-05-06", "\"start_date\":\"2030-05-06\",", ""},
    {"2030-05-06T07:08+02:00", "\"start_date\":\"2030-05-06T05:08:00Z\",",
     "\"start_date\":\"2030-05-06T05:08:00Z\""},
    {"2030-12-31T23:00:01-02:00", "\"start_date\":\"2031-01-01T01:00:01Z\",",
     "\"start_date\":\"2031-01-01T01:00:01Z\""},
    {"0000-01-01T00:00Z", "\"start_date\":\"0000-01-01T00:00:00Z\",",
     "\"start_date\":\"0000-01-01T00:00:00Z\""},
    {"0000-01-01T00:00+01:00", "", ""},
    {"9999-12-31T23:59:59Z", "\"start_date\":\"9999-12-31T23:59:59Z\",",
     "\"start_date\":\"9999-12-31T23:59:59Z\""},
    {"9999-12-31T23:59:59-00:01", "", ""},
    {"2030~", "", ""},
    {"2030-21", "", ""},
    {"203X", "", ""},
    {"2030/2031", "", ""},
    {"-0044", "", ""},
};

Test(popolo, a_date_that_popolo_cannot_express_is_omitted)
{
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        char text[800], expected[200];
        tear_down();
        snprintf(text, sizeof text,
                 "{'organizations': [{'id': 'o', 'name': 'O'}], 'meetings': [{'id': 'm',"
                 " 'name': 'M', 'status': 'held'}], 'people': [{'id': 'p', 'name': 'P',"
                 " 'memberships': [{'organization': 'o', 'start_date': '%s'}]}],"
                 " 'decisions': [{'id': 'd', 'title': 'D', 'meeting': 'm',"
                 " 'votes': [{'date': '%s'}]}]}",
                 dates[i].date, dates[i].date);
        fixture = archive_fixture_create(load_text(text));
        snprintf(
            expected, sizeof expected,
            "{\"id\":\"p\",\"memberships\":[{\"organization_id\":\"o\",%s\"person_id\":\"p\"}]}\n",
            dates[i].of_membership);
        expect_body("/people/p.popolo.json?fields=memberships", expected);
        snprintf(expected, sizeof expected, "{\"id\":\"d\",\"vote_events\":[{%s}]}\n",
                 dates[i].of_vote);
        expect_body("/decisions/d.popolo.json?fields=votes", expected);
    }
}

enum {
    MANY = 3000, /* people, of 500 bytes each: more than a file that is written whole */
    MANY_BYTES_MAX = 4 * 1024 * 1024
};

/* Loads an organization and its members. */
static void load_many(void)
{
    struct buffer text;
    buffer_init(&text, MANY_BYTES_MAX);
    buffer_append_text(&text, "{'organizations': [{'id': 'o', 'name': 'O'}], 'people': [");
    for (int i = 0; i < MANY; i++) {
        char person[600];
        snprintf(person, sizeof person,
                 "%s{'id': 'p%d', 'name': 'P', 'biography': '%0400d',"
                 " 'memberships': [{'organization': 'o'}]}",
                 i ? "," : "", i, i);
        buffer_append_text(&text, person);
    }
    buffer_append_text(&text, "]}");
    char *json = buffer_steal_text(&text);
    cr_assert(json);
    tear_down();
    fixture = archive_fixture_create(load_text(json));
    free(json);
}

Test(popolo, a_streamed_list_is_equal_to_its_pages)
{
    struct response response;
    struct buffer stream, pages;
    const struct request request = {.target = "/people.popolo.json", .streams = true};
    load_many();
    answer_request(&fixture, &request, &response);
    cr_assert(response.source);
    buffer_init(&stream, MANY_BYTES_MAX);
    buffer_init(&pages, MANY_BYTES_MAX);
    while (response.source->write(response.source, &stream))
        ;
    for (int offset = 0; offset < MANY; offset += 1000) {
        char target[100];
        snprintf(target, sizeof target, "/people.popolo.json?limit=1000&offset=%d", offset);
        char *page = get_body(&fixture, target);
        buffer_append_text(&pages, offset ? "," : "[");
        buffer_append(&pages, page + 1, strlen(page) - strlen("[]\n"));
        free(page);
    }
    buffer_append_text(&pages, "]\n");
    cr_expect_eq(stream.length, pages.length);
    cr_expect_eq(memcmp(stream.bytes, pages.bytes, pages.length), 0);
    buffer_finish(&stream);
    buffer_finish(&pages);
    response_finish(&response);
}

/* Returns the status of the answer within a limit of work. */
static unsigned status_within(uint64_t limit, struct work *work)
{
    struct response response;
    work_begin(work, limit, false);
    const struct request request = {.target = "/organizations/o.popolo.json", .work = work};
    answer_request(&fixture, &request, &response);
    const unsigned status = response.status;
    response_finish(&response);
    return status;
}

Test(popolo, the_members_of_an_organization_are_work)
{
    struct work work;
    load_many();
    cr_expect_eq(status_within(UINT64_MAX, &work), 200);
    const uint64_t whole = work.spent;
    cr_expect_gt(whole, (uint64_t)MANY * WORK_RECORD);
    cr_expect_eq(status_within(whole, &work), 200);
    cr_expect_eq(status_within(whole / 2, &work), 400);
    cr_expect_lt(work.spent, whole * 3 / 4, "the rest of the members is not written");
}

static bool is_property(const struct popolo_property *property)
{
    return property && (property->name || property->list);
}

static const char *outer_name(const struct popolo_property *property)
{
    return property->list ? property->list : property->object ? property->object : property->name;
}

static const struct field *find_field(struct field_list fields, const char *name)
{
    return field_list_find(fields, name, strlen(name));
}

/* Expects that what a row names exists. */
static void expect_names_exist(struct field_list fields, const struct field *field,
                               const struct popolo_property *property)
{
    cr_expect(property->name || field->kind == FIELD_OBJECT, "%s", field->name);
    if (property->from && field->kind == FIELD_OBJECT)
        cr_expect(find_field(field->members, property->from), "%s", property->from);
    for (size_t i = 0; i < TYPE_COUNT && property->from && field->targets; i++)
        if (field->targets & TARGET(i))
            cr_expect(find_field(record_types[i]->fields, property->from), "%s", property->from);
    bool is_list = !property->each;
    for (size_t i = 0; i < fields.count && !is_list; i++)
        for (const struct popolo_property *other = fields.at[i].popolo; is_property(other); other++)
            is_list |= other->list && strcmp(other->list, property->each) == 0;
    cr_expect(is_list, "%s: no field is the list %s", field->name, property->each);
}

/* Expects that the rows that are one property follow each other: the writer goes through the rows
 * once. */
static void expect_one_run(struct field_list fields)
{
    const char *names[FIELDS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < fields.count; i++) {
        const struct popolo_property *property = fields.at[i].popolo;
        for (; is_property(property); property++) {
            if (property->each || (count && strcmp(names[count - 1], outer_name(property)) == 0))
                continue;
            for (size_t j = 0; j < count; j++)
                cr_expect_str_neq(names[j], outer_name(property), "%s", fields.at[i].name);
            cr_assert_lt(count, FIELDS_MAX);
            names[count++] = outer_name(property);
        }
    }
}

static void expect_consistent(struct field_list fields)
{
    size_t count = 0;
    for (size_t i = 0; i < fields.count; i++) {
        const struct popolo_property *property = fields.at[i].popolo;
        for (; is_property(property); property++, count++)
            expect_names_exist(fields, &fields.at[i], property);
        expect_consistent(fields.at[i].members);
    }
    cr_expect_leq(count, 64, "the writer has room for 64 properties of one object");
    expect_one_run(fields);
}

Test(popolo, the_properties_in_the_tables_are_consistent)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        expect_consistent(record_types[i]->fields);
}
