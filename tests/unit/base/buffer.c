#include "base/buffer.h"

#include <criterion/criterion.h>
#include <stdlib.h>

Test(buffer, holds_a_text_as_long_as_the_ceiling_but_no_longer_one)
{
    for (size_t ceiling = 1; ceiling < 5000; ceiling += 499) {
        struct buffer buffer;
        buffer_init(&buffer, ceiling);
        for (size_t i = 0; i < ceiling; i++)
            buffer_append_byte(&buffer, 'a');
        cr_expect_not(buffer.failed);
        char *text = buffer_steal_text(&buffer);
        cr_assert(text);
        cr_expect_eq(strlen(text), ceiling);
        free(text);
        for (size_t i = 0; i <= ceiling; i++)
            buffer_append_byte(&buffer, 'a');
        cr_expect(buffer.failed);
        cr_expect_null(buffer_steal_text(&buffer));
    }
}

Test(buffer, is_an_empty_text_if_it_is_empty)
{
    struct buffer buffer;
    buffer_init(&buffer, 10);
    char *text = buffer_steal_text(&buffer);
    cr_expect_str_eq(text, "");
    free(text);
}

Test(buffer, is_empty_and_not_failed_after_a_clear_and_keeps_its_memory)
{
    struct buffer buffer;
    buffer_init(&buffer, 3);
    buffer_append_text(&buffer, "ab");
    buffer_append_text(&buffer, "cd");
    cr_assert(buffer.failed);
    const char *bytes = buffer.bytes;
    buffer_clear(&buffer);
    cr_expect_not(buffer.failed);
    cr_expect_eq(buffer.length, 0);
    buffer_append_text(&buffer, "abc");
    cr_expect_not(buffer.failed);
    cr_expect_eq(buffer.bytes, bytes);
    buffer_finish(&buffer);
}
