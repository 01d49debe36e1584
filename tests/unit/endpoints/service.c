#include "archive_fixture.h"

#include <criterion/criterion.h>

static struct archive_fixture fixture;

static void start(void)
{
    fixture = load_two_meetings();
}

static void stop(void)
{
    archive_fixture_finish(&fixture);
}

TestSuite(service, .init = start, .fini = stop);

Test(service, the_document_counts_the_records)
{
    json_t *service = answer_json(&fixture, "/", 200, NULL), *collection;
    size_t index, count;
    const struct collection *collections = archive_collections(fixture.archive, &count);
    json_array_foreach(json_object_get(service, "collections"), index, collection)
    {
        cr_expect_str_eq(text_of(collection, "name"), collections[index].name);
        cr_expect_eq(json_integer_value(json_object_get(collection, "count")),
                     (json_int_t)collections[index].count);
    }
    cr_expect_eq(index, count);
    json_t *data = json_object_get(service, "data");
    cr_expect_str_eq(text_of(data, "sha256"), archive_version(fixture.archive).sha256);
    cr_expect_eq(json_integer_value(json_object_get(data, "records")), 19);
    json_decref(service);
}
