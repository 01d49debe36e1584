#include "archive/members.h"

#include <criterion/criterion.h>
#include <stdlib.h>

Test(members, each_present_value_is_found_at_its_position_and_all_others_are_absent)
{
    static const uint64_t sets[] = {0,    1,    UINT64_C(1) << 63, UINT64_MAX, 0x8000000000000001,
                                    0x55, 0xf0, 0x123456789abcdef0};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        struct members *members = calloc(1, sizeof *members + 64 * sizeof(struct value));
        cr_assert(members);
        members->present = sets[i];
        for (uint32_t position = 0, next = 0; position < 64; position++)
            if (sets[i] >> position & 1)
                members->at[next++] = (struct value){.count = 1, .integer = position};
        for (size_t position = 0; position < 64; position++) {
            const struct value *value = members_value(members, position);
            if (sets[i] >> position & 1)
                cr_expect_eq(value->integer, (int64_t)position);
            else
                cr_expect_eq(value, &value_absent);
            cr_expect_eq(members_find(members, position) != NULL, value != &value_absent);
        }
        free(members);
    }
}
