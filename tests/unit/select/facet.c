#include "select/facet.h"

#include "archive_fixture.h"
#include "tries.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    OFFERED_MAX = 3 * FACET_VALUES_MAX
};

struct offer {
    size_t count, position;
};

static int compare_offers(const void *left, const void *right)
{
    const struct offer *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

/* Offers values with the given counts, and compares the facet with a sorted list of all offers. */
static void check_offers(size_t (*count_of)(size_t position), size_t offered)
{
    static struct value values[OFFERED_MAX];
    static struct offer offers[OFFERED_MAX];
    struct facet facet;
    facet_init(&facet);
    for (size_t i = 0; i < offered; i++) {
        offers[i] = (struct offer){count_of(i), i};
        cr_assert(facet_offer(&facet, &values[i], offers[i].count));
    }
    facet_sort(&facet);
    qsort(offers, offered, sizeof *offers, compare_offers);
    cr_expect_eq(facet.offered, offered);
    cr_assert_eq(facet.count, offered < FACET_VALUES_MAX ? offered : FACET_VALUES_MAX);
    for (size_t i = 0; i < facet.count; i++) {
        cr_assert_eq(facet.counts[i].value, &values[offers[i].position], "%zu of %zu", i, offered);
        cr_assert_eq(facet.counts[i].count, offers[i].count);
    }
    facet_finish(&facet);
}

static size_t ascending(size_t position)
{
    return position + 1;
}

static size_t descending(size_t position)
{
    return OFFERED_MAX - position;
}

static size_t equal(size_t position)
{
    (void)position;
    return 1;
}

static size_t any(size_t position)
{
    (void)position;
    return (size_t)rand() % 50 + 1;
}

Test(facet, has_the_most_frequent_values_and_the_first_of_equal_ones)
{
    static const size_t offered[] = {
        0, 1, FACET_VALUES_MAX - 1, FACET_VALUES_MAX, FACET_VALUES_MAX + 1, OFFERED_MAX};
    srand((unsigned)seed());
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
        check_offers(ascending, offered[i]);
        check_offers(descending, offered[i]);
        check_offers(equal, offered[i]);
        check_offers(any, offered[i]);
    }
}

/* Checks the values of a facet of all people with their counts, such as "de 2, en 1". */
static void expect_facet(const struct archive_fixture *fixture, const char *query, const char *name,
                         const char *expected)
{
    char target[200], counts[200] = "";
    size_t i;
    json_t *row;
    snprintf(target, sizeof target, "/people?%s&facet=%s", query, name);
    json_t *page = answer_json(fixture, target, 200, NULL);
    json_t *facets = json_object_get(json_object_get(page, "meta"), "facets");
    json_array_foreach(json_object_get(facets, name), i, row)
    {
        const size_t length = strlen(counts);
        snprintf(counts + length, sizeof counts - length, "%s%s %d", i ? ", " : "",
                 text_of(row, "value"), (int)json_integer_value(json_object_get(row, "count")));
    }
    cr_expect_str_eq(counts, expected, "%s", target);
    json_decref(page);
}

Test(facet, counts_all_spellings_of_a_language_as_the_most_frequent_one)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'people': [{'id': 'a', 'name': 'A', 'language': 'pt-br'}, {'id': 'b', 'name': 'B', "
        "'language': 'pt-BR'}, {'id': 'c', 'name': 'C', 'language': 'pt-BR'}, {'id': 'd', 'name': "
        "'D', 'language': 'en'}, {'id': 'e', 'name': 'E'}, {'id': 'f', 'name': 'F', 'language': "
        "'DE'}, {'id': 'g', 'name': 'G', 'language': 'de'}]}"));
    expect_facet(&fixture, "", "language", "pt-BR 3, de 2, en 1");
    expect_facet(&fixture, "id=a", "language", "pt-br 1");
    expect_facet(&fixture, "language=PT-br", "language", "pt-BR 3");
    archive_fixture_finish(&fixture);
}

Test(facet, counts_texts_that_differ_in_their_white_space_as_one)
{
    struct archive_fixture fixture = archive_fixture_create(load_text(
        "{'people': [{'id': 'a', 'name': 'Peking  University'}, {'id': 'b', 'name': 'Peking "
        "University'}, {'id': 'c', 'name': ' Peking\\nUniversity '}, {'id': 'd', 'name': "
        "'Peking\u3000"
        "University'}, {'id': 'e', 'name': 'Peking University'}, {'id': 'f', 'name': "
        "'PekingUniversity'}]}"));
    expect_facet(&fixture, "", "name", "Peking University 5, PekingUniversity 1");
    expect_facet(&fixture, "id=a", "name", "Peking  University 1");
    expect_facet(&fixture, "name=%20peking%C2%A0%E3%80%80university", "name",
                 "Peking University 5");
    expect_facet(&fixture, "name__contains=%20king%20%20u%20&id=c", "name",
                 " Peking\nUniversity  1");
    expect_facet(&fixture, "name__startswith=peking%20%20u&id=c", "name", " Peking\nUniversity  1");
    expect_facet(&fixture, "name__lte=Peking%20university&id=a", "name", "Peking  University 1");
    archive_fixture_finish(&fixture);
}
