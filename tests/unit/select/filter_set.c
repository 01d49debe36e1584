#include "archive_fixture.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char people[] =
    "{'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'}, {'id': 'n', 'name': 'N', 'status': "
    "'held'}], 'people': [{'id': 'ann', 'name': 'Ann', 'attendance': [{'meeting': 'm', 'roles': "
    "['chair']}, {'meeting': 'n', 'roles': ['presenter']}]}, {'id': 'bea', 'name': 'Bea', "
    "'attendance': [{'meeting': 'm', 'roles': ['presenter']}]}, {'id': 'eve', 'name': 'Eve'}]}";

/* Checks the ids of the people that a query selects, separated by spaces. */
static void expect_people(const struct archive_fixture *fixture, const char *query,
                          const char *expected)
{
    char target[300], ids[300] = "";
    size_t i;
    json_t *person;
    snprintf(target, sizeof target, "/people?%s", query);
    json_t *body = answer_json(fixture, target, 200, NULL);
    json_array_foreach(json_object_get(body, "data"), i, person)
    {
        strcat(ids, i ? " " : "");
        strcat(ids, text_of(person, "id"));
    }
    cr_expect_str_eq(ids, expected, "%s", query);
    json_decref(body);
}

Test(filter_set, filters_on_the_members_of_a_list_of_objects_are_met_by_one_object)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(people));
    expect_people(&fixture, "attendance.meeting=m", "ann bea");
    expect_people(&fixture, "attendance.roles=presenter", "ann bea");
    expect_people(&fixture, "attendance.meeting=m&attendance.roles=presenter", "bea");
    expect_people(&fixture, "attendance.roles=presenter&attendance.meeting=n", "ann");
    archive_fixture_finish(&fixture);
}

Test(filter_set, a_negative_filter_asks_about_the_same_object_as_a_positive_one_beside_it)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(people));
    expect_people(&fixture, "attendance.roles__not=chair", "bea eve");
    expect_people(&fixture, "attendance.meeting=n&attendance.roles__not=chair", "ann");
    expect_people(&fixture, "attendance.meeting=m&attendance.roles__not=presenter", "ann");
    expect_people(&fixture, "attendance.meeting__not=n&attendance.roles__not=chair", "bea eve");
    expect_people(&fixture, "attendance.meeting=m&attendance.roles__isnull=true", "");
    archive_fixture_finish(&fixture);
}
