#include "archive_fixture.h"
#include "select/filter.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <stdio.h>
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
    expect_people(&fixture, "attendance__isnull=false&attendance.meeting=n", "ann");
    expect_people(&fixture, "attendance.meeting=m&attendance__isnull=false", "ann bea");
    expect_people(&fixture, "attendance__isnull=true&attendance.meeting=m", "");
    expect_people(&fixture, "attendance__isnull=true", "eve");
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

Test(filter_set, a_reference_to_several_types_is_found_with_and_without_its_collection)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'meetings': [{'id': 'm', 'name': 'M', 'status': 'held'}], 'people': [{'id': 'people-1', "
        "'name': 'A'}, {'id': '1', 'name': 'B'}], 'actions': [{'id': 'a', 'meeting': 'm', 'text': "
        "'A', 'status': 'open', 'owners': ['people/people-1']}, {'id': 'b', 'meeting': 'm', "
        "'text': 'B', 'status': 'open', 'owners': ['people/1']}]}"));
    static const char *const queries[][2] = {
        {"owners=people-1", "a"},       {"owners=people/people-1", "a"}, {"owners=1", "b"},
        {"owners=people/1", "b"},       {"owners=people/people/1", ""},  {"owners=people", ""},
        {"owners=organizations/1", ""}, {"owners__not=people-1", "b"},
    };
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        char target[100];
        snprintf(target, sizeof target, "/actions?%s", queries[i][0]);
        json_t *body = answer_json(&fixture, target, 200, NULL);
        json_t *data = json_object_get(body, "data");
        cr_expect_eq(json_array_size(data), *queries[i][1] ? 1 : 0, "%s", target);
        if (*queries[i][1])
            cr_expect_str_eq(text_of(json_array_get(data, 0), "id"), queries[i][1], "%s", target);
        json_decref(body);
    }
    archive_fixture_finish(&fixture);
}

/* The work of a filter depends on its comparison, not on its result. */
Test(filter_set, each_order_comparison_of_a_text_takes_the_same_work)
{
    static const char *const comparisons[] = {"gt", "gte", "lt", "lte"};
    struct archive_fixture fixture = archive_fixture_create(load_text(people));
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
        char target[100];
        struct work work;
        struct response response;
        snprintf(target, sizeof target, "/people?name__%s=Abe&fields=id", comparisons[i]);
        work_begin(&work, WORK_DEFAULT, 0);
        answer_request(&fixture, &(struct request){.target = target, .work = &work}, &response);
        cr_expect_eq(response.status, 200);
        cr_expect_eq(work.by_purpose[WORK_FILTERS], 3 * 2 * (WORK_TEST + WORK_TEXT_KEY), "%s: %lu",
                     target, (unsigned long)work.by_purpose[WORK_FILTERS]);
        response_finish(&response);
    }
    archive_fixture_finish(&fixture);
}

/* Answers within a limit. Returns the status, and stores the work. */
static unsigned answer_within(const struct archive_fixture *fixture, const char *target,
                              uint64_t limit, struct work *ret_work)
{
    struct response response;
    work_begin(ret_work, limit, 0);
    answer_request(fixture, &(struct request){.target = target, .work = ret_work}, &response);
    const unsigned status = response.status;
    response_finish(&response);
    return status;
}

/* Loads two people whose names have `bytes` bytes. */
static struct archive_fixture load_long_names(int bytes)
{
    char *text = malloc(2 * (size_t)bytes + 200);
    sprintf(text, "{'people': [{'id': 'a', 'name': 'b%0*d'}, {'id': 'b', 'name': 'a%0*d'}]}",
            bytes - 1, 0, bytes - 1, 0);
    struct archive_fixture fixture = archive_fixture_create(load_text(text));
    free(text);
    return fixture;
}

Test(filter_set, the_work_of_ordering_texts_grows_with_their_bytes)
{
    static const char sort[] = "/people?sort=name&fields=id",
                      compare[] = "/people?name__gt=a&fields=id";
    enum {
        SHORT = WORK_TEXT_KEY / WORK_KEY_BYTE,
        LONG = 3000
    };
    struct archive_fixture brief = load_long_names(SHORT), lengthy = load_long_names(LONG);
    const uint64_t more = 2 * (uint64_t)(LONG - SHORT) * WORK_KEY_BYTE;
    struct work less_work, more_work, limited;
    cr_expect_eq(answer_within(&brief, sort, UINT64_MAX, &less_work), 200);
    cr_expect_eq(answer_within(&lengthy, sort, UINT64_MAX, &more_work), 200);
    cr_expect_eq(more_work.by_purpose[WORK_ORDER], less_work.by_purpose[WORK_ORDER] + more);
    cr_expect_eq(answer_within(&lengthy, sort, more_work.spent, &limited), 200);
    cr_expect_eq(answer_within(&lengthy, sort, more_work.spent - 1, &limited), 400);
    cr_expect_eq(answer_within(&brief, compare, UINT64_MAX, &less_work), 200);
    cr_expect_eq(answer_within(&lengthy, compare, UINT64_MAX, &more_work), 200);
    cr_expect_eq(more_work.by_purpose[WORK_FILTERS], less_work.by_purpose[WORK_FILTERS] + more);
    cr_expect_eq(answer_within(&lengthy, compare, more_work.spent, &limited), 200);
    cr_expect_eq(answer_within(&lengthy, compare, more_work.spent - 1, &limited), 400);
    archive_fixture_finish(&brief);
    archive_fixture_finish(&lengthy);
}

Test(filter_set, sorting_ends_when_its_work_is_used_up_by_long_texts)
{
    struct archive_fixture lengthy = load_long_names(3000);
    struct work work;
    cr_expect_eq(answer_within(&lengthy, "/people?sort=name&fields=id", 150000, &work), 400);
    cr_expect_eq(work_chief_purpose(&work), WORK_ORDER);
    archive_fixture_finish(&lengthy);
}

/* Values of `ascii` letters and `wide` letters of two bytes each, compared with operands of
 * `operand` letters. Whole texts and beginnings are decided by the first 64 bytes. */
static const struct {
    const char *field;
    enum filter_comparison comparison;
    size_t ascii, wide, operand;
    uint64_t units;
} filter_works[] = {
    {"title", FILTER_IS, 0, 0, 1, WORK_TEST},
    {"title", FILTER_IS, 63, 0, 1, WORK_TEST + 63 * WORK_TEXT_BYTE},
    {"title", FILTER_IS, 64, 0, 1, WORK_TEST + 64 * WORK_TEXT_BYTE},
    {"title", FILTER_IS, 65, 0, 1, WORK_TEST + 64 * WORK_TEXT_BYTE},
    {"title", FILTER_NOT, 65, 0, 1, WORK_TEST + 64 * WORK_TEXT_BYTE},
    {"title", FILTER_STARTS_WITH, 65, 0, 1, WORK_TEST + 64 * WORK_TEXT_BYTE},
    {"title", FILTER_CONTAINS, 65, 0, 1, WORK_TEST + 65 * WORK_TEXT_BYTE},
    {"title", FILTER_CONTAINS, 3, 2, 1, WORK_TEST + 7 * WORK_TEXT_BYTE + 4 * WORK_WIDE_BYTE},
    {"title", FILTER_IS, 62, 2, 1, WORK_TEST + 64 * WORK_TEXT_BYTE + 2 * WORK_WIDE_BYTE},
    {"title", FILTER_GREATER, 25, 0, 25, WORK_TEST + 2 * WORK_TEXT_KEY},
    {"title", FILTER_GREATER, 26, 0, 25, WORK_TEST + WORK_TEXT_KEY + 26 * WORK_KEY_BYTE},
    {"title", FILTER_LESS, 25, 0, 26, WORK_TEST + WORK_TEXT_KEY + 26 * WORK_KEY_BYTE},
    {"title", FILTER_GREATER_OR_EQUAL, 1, 0, 1, WORK_TEST + 2 * WORK_TEXT_KEY},
    {"title", FILTER_LESS_OR_EQUAL, 1, 0, 1, WORK_TEST + 2 * WORK_TEXT_KEY},
    {"id", FILTER_IS, 65, 0, 1, WORK_TEST},
    {"id", FILTER_GREATER, 65, 0, 1, WORK_TEST},
    {"id", FILTER_CONTAINS, 65, 0, 1, WORK_TEST + 65 * WORK_TEXT_BYTE},
};

static void check_filter_work(size_t number, size_t operand_count)
{
    char value[200] = "", operand[100] = "";
    struct filter_folds folds = {.used = 0};
    struct field_list fields;
    struct work work;
    const char *name, *field = filter_works[number].field, *expected;
    struct filter filter = {.comparison = filter_works[number].comparison,
                            .operand_count = operand_count};
    memset(value, 'a', filter_works[number].ascii);
    memset(operand, 'a', filter_works[number].operand);
    for (size_t i = 0; i < filter_works[number].wide; i++)
        strcat(value, "\u00e9");
    cr_assert_eq(field_path_parse(record_types[TYPE_EVENT], field, strlen(field), &filter.path,
                                  &fields, &name),
                 FIELD_PATH_OK);
    for (size_t i = 0; i < operand_count; i++)
        cr_assert(filter_operand_parse(filter.comparison, filter.path.end, operand, strlen(operand),
                                       &folds, &filter.operands[i], &expected));
    const uint64_t units = operand_count * filter_works[number].units;
    work_begin(&work, units, 0);
    const struct value text = {.count = (uint32_t)strlen(value), .text = value};
    cr_expect(filter_spend(&filter, &text, &work), "%zu", number);
    cr_expect_eq(work.by_purpose[WORK_FILTERS], units, "%zu: %lu", number,
                 (unsigned long)work.by_purpose[WORK_FILTERS]);
    cr_expect_not(filter_spend(&filter, &text, &work), "%zu", number);
}

Test(filter_set, the_work_of_a_comparison_grows_with_the_bytes_that_decide)
{
    for (size_t i = 0; i < sizeof filter_works / sizeof *filter_works; i++) {
        check_filter_work(i, 1);
        check_filter_work(i, 2);
    }
}

static struct field_path path_of(enum record_type_ordinal type, const char *field)
{
    struct field_path path;
    struct field_list fields;
    const char *name;
    cr_assert_eq(field_path_parse(record_types[type], field, strlen(field), &path, &fields, &name),
                 FIELD_PATH_OK);
    return path;
}

Test(filter_set, comparisons_apply_to_fields_whose_values_have_an_order_or_parts)
{
    static const struct {
        enum record_type_ordinal type;
        const char *field, *applied; /* from FILTER_IS to FILTER_IS_NULL */
    } cases[] = {
        {TYPE_EVENT, "title", "yyyyyyyyy"},       {TYPE_EVENT, "date", "yyyyyyyyy"},
        {TYPE_EVENT, "meeting", "yy------y"},     {TYPE_PAPER, "number", "yyyyyy--y"},
        {TYPE_PERSON, "attendance", "--------y"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct field_path path = path_of(cases[i].type, cases[i].field);
        for (int j = FILTER_IS; j <= FILTER_IS_NULL; j++)
            cr_expect_eq(filter_applies((enum filter_comparison)j, path.end),
                         cases[i].applied[j] == 'y', "%s %d", cases[i].field, j);
    }
}

Test(filter_set, an_operand_is_a_value_of_its_field)
{
    static const struct {
        enum record_type_ordinal type;
        const char *field, *text;
        bool parsed;
        int64_t integer;
    } cases[] = {
        {TYPE_PAPER, "number", "5", true, 5},
        {TYPE_PAPER, "number", "-5", true, -5},
        {TYPE_PAPER, "number", "-", false, 0},
        {TYPE_PAPER, "number", "", false, 0},
        {TYPE_PAPER, "number", "--5", false, 0},
        {TYPE_PAPER, "number", ".5", false, 0},
        {TYPE_PAPER, "number", "5-", false, 0},
        {TYPE_EVENT, "date", "2006-04-28T10:00:00 02:00", true, 0},
        {TYPE_EVENT, "date", "2006 04", false, 0},
        {TYPE_EVENT, "date", "", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct field_path path = path_of(cases[i].type, cases[i].field);
        struct filter_folds folds = {.used = 0};
        struct filter_operand operand = {.integer = 0};
        const char *expected = NULL;
        const bool parsed = filter_operand_parse(
            FILTER_IS, path.end, cases[i].text, strlen(cases[i].text), &folds, &operand, &expected);
        cr_expect_eq(parsed, cases[i].parsed, "%s", cases[i].text);
        cr_expect_eq(operand.integer, cases[i].integer, "%s", cases[i].text);
        cr_expect_eq(expected != NULL, !parsed, "%s", cases[i].text);
    }
}
