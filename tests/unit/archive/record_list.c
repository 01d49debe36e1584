#include "archive/record_list.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct record *make_record(const char *id)
{
    struct record *record = calloc(1, sizeof *record);
    cr_assert(record);
    record->members = calloc(1, sizeof *record->members + sizeof *record->members->at);
    cr_assert(record->members);
    record->members->present = 1;
    record->members->at[0] = (struct value){.count = (uint32_t)strlen(id), .text = strdup(id)};
    return record;
}

static void free_records(struct record_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free((char *)(uintptr_t)record_id(list->at[i]));
        free(list->at[i]->members);
        free(list->at[i]);
    }
    record_list_finish(list);
}

Test(record_list, every_record_is_found_by_its_id_and_has_its_position_as_ordinal)
{
    struct record_list list = {.count = 0};
    char id[20];
    for (unsigned i = 0; i < 3000; i++) {
        snprintf(id, sizeof id, "id-%u", i);
        cr_assert(record_list_append(&list, make_record(id)));
    }
    for (unsigned i = 0; i < 3000; i++) {
        snprintf(id, sizeof id, "id-%u", i);
        const struct record *found = record_list_find(&list, id, strlen(id));
        cr_assert_eq(found, list.at[i]);
        cr_assert_eq(found->ordinal, i);
    }
    cr_expect_null(record_list_find(&list, "id-3000", 7));
    cr_expect_eq(record_list_find(&list, "id-11", 4), list.at[1],
                 "an id is as long as it is given");
    free_records(&list);
}

Test(record_list, the_first_of_two_records_with_an_id_is_found)
{
    struct record_list list = {.count = 0};
    cr_expect_null(record_list_find(&list, "a", 1), "nothing is found in an empty list");
    cr_assert(record_list_append(&list, make_record("a")));
    cr_assert(record_list_append(&list, make_record("a")));
    cr_expect_eq(record_list_find(&list, "a", 1), list.at[0]);
    cr_expect_eq(list.count, 2);
    free_records(&list);
}
