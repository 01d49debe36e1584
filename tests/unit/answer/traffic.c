#include "answer/traffic.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Checks that a duration is counted in one bucket only. */
static void check_bucket(uint64_t nanoseconds, size_t expected)
{
    struct traffic_series series = {.next = NULL};
    traffic_count(&series, nanoseconds, 5);
    for (size_t i = 0; i <= TRAFFIC_BOUND_COUNT; i++)
        cr_expect_eq(counter_read(&series.buckets[i]), i == expected, "%llu ns in bucket %zu",
                     (unsigned long long)nanoseconds, i);
    cr_expect_eq(counter_read(&series.nanoseconds), nanoseconds);
    cr_expect_eq(counter_read(&series.bytes), 5);
}

Test(traffic, a_duration_is_counted_in_the_first_bucket_whose_bound_is_not_below_it)
{
    check_bucket(0, 0);
    for (size_t i = 0; i < TRAFFIC_BOUND_COUNT; i++) {
        check_bucket(traffic_bounds[i] - 1, i);
        check_bucket(traffic_bounds[i], i);
        check_bucket(traffic_bounds[i] + 1, i + 1);
    }
    check_bucket(UINT64_MAX, TRAFFIC_BOUND_COUNT);
}

Test(traffic, the_highest_work_is_remembered)
{
    struct traffic traffic = {.first = NULL};
    traffic_count_work(&traffic, 7);
    traffic_count_work(&traffic, 30);
    traffic_count_work(&traffic, 3);
    cr_expect_eq(counter_read(&traffic.work), 40);
    cr_expect_eq(counter_read(&traffic.highest_work), 30);
}

Test(traffic, bounds_are_ascending)
{
    for (size_t i = 1; i < TRAFFIC_BOUND_COUNT; i++)
        cr_expect_gt(traffic_bounds[i], traffic_bounds[i - 1]);
}

Test(traffic, requests_with_the_same_labels_are_one_series)
{
    static const struct traffic_labels labels[] = {
        {"/a", METHOD_GET, 200, "text/html"},        {"/b", METHOD_GET, 200, "text/html"},
        {NULL, METHOD_GET, 200, "text/html"},        {"/a", METHOD_HEAD, 200, "text/html"},
        {"/a", METHOD_GET, 304, "text/html"},        {"/a", METHOD_GET, 200, "text/htm"},
        {"/a", METHOD_GET, 200, "text/html5"},       {"/a", METHOD_GET, 200, NULL},
        {"/a", METHOD_GET, 200, "application/json"},
    };
    enum {
        COUNT = sizeof labels / sizeof *labels
    };
    struct traffic traffic = {.first = NULL};
    struct traffic_series *series[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        series[i] = traffic_find_series(&traffic, &labels[i]);
        cr_assert(series[i]);
        for (size_t j = 0; j < i; j++)
            cr_expect_neq(series[i], series[j], "%zu and %zu", i, j);
    }
    for (size_t i = 0; i < COUNT; i++)
        cr_expect_eq(traffic_find_series(&traffic, &labels[i]), series[i]);
    cr_expect_str_eq(series[0]->labels.media_type, "text/html");
    cr_expect_str_eq(series[7]->labels.media_type, "");
    traffic_finish(&traffic);
}

Test(traffic, parameters_of_a_media_type_do_not_count)
{
    struct traffic traffic = {.first = NULL};
    const struct traffic_labels plain = {"/a", METHOD_GET, 200, "text/csv"},
                                charset = {"/a", METHOD_GET, 200, "text/csv; charset=utf-8"},
                                space = {"/a", METHOD_GET, 200, "text/csv ;header=present"};
    struct traffic_series *series = traffic_find_series(&traffic, &charset);
    cr_expect_str_eq(series->labels.media_type, "text/csv");
    cr_expect_eq(traffic_find_series(&traffic, &plain), series);
    cr_expect_eq(traffic_find_series(&traffic, &space), series);
    traffic_finish(&traffic);
}

Test(traffic, a_long_media_type_is_cut)
{
    struct traffic traffic = {.first = NULL};
    char type[2 * TRAFFIC_TYPE_BYTES];
    memset(type, 'a', sizeof type - 1);
    type[sizeof type - 1] = '\0';
    const struct traffic_labels labels = {"/a", METHOD_GET, 200, type};
    struct traffic_series *series = traffic_find_series(&traffic, &labels);
    cr_expect_eq(strlen(series->labels.media_type), TRAFFIC_TYPE_BYTES - 1);
    cr_expect_eq(traffic_find_series(&traffic, &labels), series);
    traffic_finish(&traffic);
}
