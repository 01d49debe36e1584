#include "select/value_indexes.h"
#include "archive_fixture.h"
#include "select/event_archive.h"

#include <criterion/criterion.h>
#include <string.h>

enum {
    EVENTS = 300,
    RESERVED = EVENTS * 40 /* bytes that must be free before an index is made */
};

static struct archive *archive;

static void load_archive(void)
{
    archive = load_events(EVENTS);
}

static void destroy_archive(void)
{
    archive_destroy(archive);
}

TestSuite(value_indexes, .init = load_archive, .fini = destroy_archive);

static const struct value_index *get_index(struct value_indexes *indexes, const char *field)
{
    const struct record_type *type = record_types[TYPE_EVENT];
    struct field_path path;
    struct field_list fields;
    const char *name;
    cr_assert_eq(field_path_parse(type, field, strlen(field), &path, &fields, &name),
                 FIELD_PATH_OK);
    return value_indexes_get(indexes, type, &path, NULL);
}

Test(value_indexes, an_index_is_made_once)
{
    struct value_indexes *indexes = value_indexes_create(archive, SIZE_MAX / 2);
    const struct value_index *title = get_index(indexes, "title"), *date;
    cr_assert(title);
    date = get_index(indexes, "date");
    cr_expect_neq(title, date);
    cr_expect_eq(get_index(indexes, "title"), title);
    cr_expect_eq(get_index(indexes, "date"), date);
    value_indexes_destroy(indexes);
}

Test(value_indexes, no_index_is_made_beyond_the_ceiling)
{
    struct value_indexes *indexes = value_indexes_create(archive, SIZE_MAX / 2);
    const size_t ids = get_index(indexes, "id")->bytes, title = get_index(indexes, "title")->bytes;
    value_indexes_destroy(indexes);
    cr_assert_leq(ids, RESERVED);
    cr_assert_leq(title, RESERVED);

    indexes = value_indexes_create(archive, RESERVED - 1);
    cr_expect_null(get_index(indexes, "id"));
    cr_expect_null(get_index(indexes, "title"));
    value_indexes_destroy(indexes);

    indexes = value_indexes_create(archive, ids + RESERVED - 1);
    cr_expect_null(get_index(indexes, "title"), "the index of the ids is made first");
    cr_expect_not_null(get_index(indexes, "id"));
    value_indexes_destroy(indexes);

    indexes = value_indexes_create(archive, ids + title + RESERVED - 1);
    cr_expect_not_null(get_index(indexes, "title"));
    cr_expect_null(get_index(indexes, "date"));
    cr_expect_not_null(get_index(indexes, "title"), "it stays");
    value_indexes_destroy(indexes);

    indexes = value_indexes_create(archive, ids + title + RESERVED);
    cr_expect_not_null(get_index(indexes, "title"));
    cr_expect_not_null(get_index(indexes, "date"));
    value_indexes_destroy(indexes);
}

Test(value_indexes, the_ceiling_is_a_quarter_of_the_archive_and_at_least_64_mib)
{
    static const size_t mib = 1024 * 1024;
    cr_expect_eq(value_indexes_ceiling(0), 64 * mib);
    cr_expect_eq(value_indexes_ceiling(256 * mib), 64 * mib);
    cr_expect_eq(value_indexes_ceiling(256 * mib + 4), 64 * mib + 1);
    cr_expect_eq(value_indexes_ceiling(4096 * mib), 1024 * mib);
}
