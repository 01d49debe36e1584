/* Compares the matches of an index with a scan of all records. */
#include "select/value_index.h"
#include "select/filter_set.h"

#include "archive_fixture.h"
#include "failing_memory.h"
#include "select/event_archive.h"
#include "work/work.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Two whole chunks and a part of a third. */
enum {
    EVENTS = 10007,
    CHUNK_SIZE_MIN = 4096
};

static struct archive *archive;
static const struct record *const *records;
static size_t count;

static void load_archive(void)
{
    archive = load_events(EVENTS);
    records = archive_all(archive, record_types[TYPE_EVENT], &count);
    cr_assert_eq(count, EVENTS);
}

static void destroy_archive(void)
{
    archive_destroy(archive);
}

TestSuite(value_index, .init = load_archive, .fini = destroy_archive);

static struct field_path event_path(const char *field)
{
    struct field_path path;
    struct field_list fields;
    const char *name;
    cr_assert_eq(
        field_path_parse(record_types[TYPE_EVENT], field, strlen(field), &path, &fields, &name),
        FIELD_PATH_OK);
    return path;
}

/* Compares the matches of the index with those of the filter alone. */
static void check_filter(const struct value_index *index, enum filter_comparison comparison,
                         const char *text)
{
    struct filter filter = {.path = index->path, .comparison = comparison, .operand_count = 1};
    struct filter_folds folds = {.used = 0};
    struct record_set set;
    struct filter_keys keys;
    const char *expected;
    filter_keys_init(&keys);
    cr_assert(filter_operand_parse(comparison, index->path.end, text, strlen(text), &folds,
                                   &filter.operands[0], &expected));
    cr_assert(record_set_init(&set, count));
    cr_assert(value_index_match(index, &filter, NULL, &set));
    for (size_t i = 0; i < count; i++)
        cr_assert_eq(record_set_has(&set, (uint32_t)i),
                     filter_set_matches(&filter, 1, records[i], &keys, NULL),
                     "%s %s %s: record %zu", index->path.end->name,
                     filter_comparison_names[comparison], text, i);
    record_set_finish(&set);
    cr_assert(filter_keys_finish(&keys));
}

/* Each title has six bytes. */
Test(value_index, the_work_of_an_index_of_texts_counts_their_bytes)
{
    const struct field_path id = event_path("id"), title = event_path("title");
    cr_expect_eq(value_index_work(&id, records, 3), 3 * WORK_INDEXED);
    cr_expect_eq(value_index_work(&title, records, 3), 3 * (WORK_INDEXED + 6 * WORK_KEY_BYTE));
}

/* A filter that compared the bytes in place of keys would give another order. */
Test(value_index, a_filter_without_memory_for_keys_fails)
{
    struct filter filter = {
        .path = event_path("title"), .comparison = FILTER_GREATER, .operand_count = 1};
    struct filter_folds folds = {.used = 0};
    struct filter_keys keys;
    const char *expected;
    cr_assert(filter_operand_parse(FILTER_GREATER, filter.path.end, "title", 5, &folds,
                                   &filter.operands[0], &expected));
    filter_keys_init(&keys);
    filter_set_matches(&filter, 1, records[0], &keys, NULL);
    cr_expect(filter_keys_finish(&keys));
    filter_keys_init(&keys);
    buffer_init(&keys.operand, 3);
    filter_set_matches(&filter, 1, records[0], &keys, NULL);
    cr_expect_not(filter_keys_finish(&keys));
}

static void check_comparisons(const struct value_index *index, const char *text)
{
    for (int comparison = FILTER_IS; comparison < FILTER_IS_NULL; comparison++)
        check_filter(index, (enum filter_comparison)comparison, text);
}

/* Titles are unique, so an operand is the place of a record among all entries. */
Test(value_index, ranges_around_chunk_boundaries_match_the_same_as_a_scan)
{
    static const unsigned numbers[] = {0,
                                       1,
                                       CHUNK_SIZE_MIN - 1,
                                       CHUNK_SIZE_MIN,
                                       CHUNK_SIZE_MIN + 1,
                                       2 * CHUNK_SIZE_MIN - 1,
                                       2 * CHUNK_SIZE_MIN,
                                       2 * CHUNK_SIZE_MIN + 1,
                                       EVENTS - 1,
                                       EVENTS};
    const struct field_path path = event_path("title");
    struct value_index *index = value_index_create(&path, records, count, NULL);
    cr_assert(index);
    cr_assert_eq(index->chunk_count, 2);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char text[8];
        snprintf(text, sizeof text, "%06u", numbers[i]);
        check_comparisons(index, text);
    }
    value_index_destroy(index);
}

Test(value_index, runs_of_groups_match_the_same_as_a_scan)
{
    const struct field_path path = event_path("date");
    struct value_index *index = value_index_create(&path, records, count, NULL);
    cr_assert(index);
    cr_assert_eq(index->group_count, 100);
    check_comparisons(index, "1900");
    check_comparisons(index, "1950/1999");
    check_comparisons(index, "192X");
    value_index_destroy(index);
}

Test(value_index, a_record_with_the_same_value_twice_has_one_entry)
{
    struct archive *people = load_text(
        "{'documents': [{'id': 'd', 'title': 'D', 'sources': [{'document': 'd'}]}],"
        " 'meetings': [{'id': 'm', 'name': 'M', 'status': 'held', 'sources': [{'document': 'd'}]}],"
        " 'people': ["
        "{'id': 'ada', 'name': 'Ada', 'sources': [{'document': 'd'}], 'attendance': ["
        "{'meeting': 'm', 'roles': ['chair', 'chair']}, {'meeting': 'm', 'roles': ['chair']}]},"
        "{'id': 'bo', 'name': 'Bo', 'sources': [{'document': 'd'}], 'attendance': ["
        "{'meeting': 'm', 'roles': ['chair', 'presenter']}]}]}");
    const struct record_type *type = record_types[TYPE_PERSON];
    struct field_path path;
    struct field_list fields;
    const char *name;
    cr_assert_eq(field_path_parse(type, "attendance.roles", 16, &path, &fields, &name),
                 FIELD_PATH_OK);
    size_t people_count;
    const struct record *const *all = archive_all(people, type, &people_count);
    struct value_index *index = value_index_create(&path, all, people_count, NULL);
    cr_assert(index);
    cr_assert_eq(index->group_count, 2);
    cr_expect_eq(value_index_size(index, 0), 2); /* chair */
    cr_expect_eq(value_index_size(index, 1), 1); /* presenter */
    cr_expect_null(index->ranks);
    value_index_destroy(index);
    archive_destroy(people);
}

/* A filter that went on after an operand without memory would lose the records of the operand. */
Test(value_index, a_filter_of_two_operands_without_memory_for_one_fails)
{
    struct filter filter = {
        .path = event_path("title"), .comparison = FILTER_IS, .operand_count = 2};
    struct filter_folds folds = {.used = 0};
    struct record_set set;
    const char *expected;
    size_t failures = 0;
    for (size_t i = 0; i < 2; i++)
        cr_assert(filter_operand_parse(FILTER_IS, filter.path.end, i ? "000002" : "000001", 6,
                                       &folds, &filter.operands[i], &expected));
    struct value_index *index = value_index_create(&filter.path, records, count, NULL);
    cr_assert(index);
    for (bool failed = true; failed; failures += failed) {
        cr_assert(record_set_init(&set, count));
        failing_memory_begin(failures);
        const bool matched = value_index_match(index, &filter, NULL, &set);
        failed = failing_memory_end();
        cr_expect(failed || matched, "%zu", failures);
        cr_expect(!matched || record_set_count(&set) == 2, "%zu", failures);
        record_set_finish(&set);
    }
    cr_expect_geq(failures, 2);
    value_index_destroy(index);
}

Test(value_index, equality_says_that_case_is_ignored_only_of_texts)
{
    static const struct {
        enum filter_comparison comparison;
        const char *title, *id;
    } meanings[] = {
        {FILTER_IS, "Is one of the values, ignoring case and accents", "Is one of the values"},
        {FILTER_NOT, "Is none of the values, ignoring case and accents", "Is none of the values"},
        {FILTER_LESS, "Is less or earlier than the value", "Is less or earlier than the value"},
    };
    const struct field *const title = event_path("title").end, *const id = event_path("id").end;
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        const enum filter_comparison comparison = meanings[i].comparison;
        cr_expect_str_eq(filter_comparison_meaning(comparison, title), meanings[i].title);
        cr_expect_str_eq(filter_comparison_meaning(comparison, id), meanings[i].id);
    }
}

/* Matches a filter of equal operands within a limit, and within one unit less. */
static void check_match_work(const struct value_index *index, enum filter_comparison comparison,
                             const char *text, size_t operand_count, uint64_t units)
{
    struct filter filter = {
        .path = index->path, .comparison = comparison, .operand_count = operand_count};
    struct filter_folds folds = {.used = 0};
    const char *expected;
    for (size_t i = 0; i < operand_count; i++)
        cr_assert(filter_operand_parse(comparison, index->path.end, text, strlen(text), &folds,
                                       &filter.operands[i], &expected));
    for (uint64_t lacking = 0; lacking <= 1; lacking++) {
        struct record_set set;
        struct work work;
        cr_assert(record_set_init(&set, count));
        work_begin(&work, units - lacking, 0);
        cr_expect_eq(value_index_match(index, &filter, &work, &set), !lacking, "%s %s",
                     index->path.end->name, text);
        cr_expect_eq(work.by_purpose[WORK_FILTERS], units, "%s %s: %lu", index->path.end->name,
                     text, (unsigned long)work.by_purpose[WORK_FILTERS]);
        record_set_finish(&set);
    }
}

Test(value_index, a_match_takes_work_for_its_entries_and_for_each_group_that_it_compares)
{
    const struct field_path date = event_path("date"), title = event_path("title");
    struct value_index *dates = value_index_create(&date, records, count, NULL);
    struct value_index *titles = value_index_create(&title, records, count, NULL);
    cr_assert(dates && titles);
    const uint64_t entries = EVENTS * WORK_ENTRY;
    check_match_work(titles, FILTER_IS, "000001", 1, entries + WORK_TEST);
    check_match_work(titles, FILTER_IS, "000001", 3, entries + 3 * WORK_TEST);
    check_match_work(titles, FILTER_CONTAINS, "01", 1,
                     entries + WORK_TEST + EVENTS * (WORK_TEST + 6 * WORK_TEXT_BYTE));
    check_match_work(titles, FILTER_IS_NULL, "true", 1, entries + WORK_TEST);
    check_match_work(dates, FILTER_IS, "1950", 1, entries + WORK_TEST + 100 * WORK_TEST);
    check_match_work(dates, FILTER_NOT, "1950", 2, entries + 2 * WORK_TEST + 200 * WORK_TEST);
    value_index_destroy(dates);
    value_index_destroy(titles);
}
