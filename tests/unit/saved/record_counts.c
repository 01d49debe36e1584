/* The numbers of records of each collection, which a later start compares. */
#include "saved/record_counts.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

Test(record_counts, each_collection_has_its_own_and_an_unknown_one_none)
{
    struct record_counts counts = {.count = 0};
    record_counts_add(&counts, "papers", 17);
    record_counts_add(&counts, "people", 4);
    cr_expect_eq(counts.count, 2);
    cr_expect_eq(record_counts_find(&counts, "papers"), 17);
    cr_expect_eq(record_counts_find(&counts, "people"), 4);
    cr_expect_eq(record_counts_find(&counts, "paper"), 0);
    cr_expect_eq(record_counts_find(&counts, ""), 0);
}

Test(record_counts, more_collections_than_there_are_and_longer_names_are_left_out)
{
    struct record_counts counts = {.count = 0};
    char name[RECORD_COUNTS_NAME_MAX + 1];
    for (size_t i = 0; i < RECORD_COUNTS_MAX - 1; i++) {
        snprintf(name, sizeof name, "c%zu", i);
        record_counts_add(&counts, name, i + 1);
    }
    memset(name, 'n', sizeof name);
    name[RECORD_COUNTS_NAME_MAX] = '\0';
    record_counts_add(&counts, name, 1);
    cr_expect_eq(counts.count, RECORD_COUNTS_MAX - 1);
    name[RECORD_COUNTS_NAME_MAX - 1] = '\0';
    record_counts_add(&counts, name, 99);
    cr_expect_eq(counts.count, RECORD_COUNTS_MAX);
    cr_expect_eq(record_counts_find(&counts, name), 99);
    record_counts_add(&counts, "beyond", 1);
    cr_expect_eq(counts.count, RECORD_COUNTS_MAX);
    cr_expect_eq(record_counts_find(&counts, "beyond"), 0);
    cr_expect_eq(record_counts_find(&counts, "c0"), 1);
}
