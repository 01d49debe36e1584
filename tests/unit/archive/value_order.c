#include "archive/value_order.h"

#include "unicode/collation.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct field text_field = {.kind = FIELD_TEXT}, url_field = {.kind = FIELD_URL},
                          number_field = {.kind = FIELD_INTEGER};

static struct value text_of(const char *text)
{
    return (struct value){.text = text, .count = (uint32_t)strlen(text)};
}

static int compare(const struct field *field, const char *left, const char *right)
{
    struct value_order order;
    const struct value a = text_of(left), b = text_of(right);
    value_order_init(&order, field);
    const struct value_key a_key = value_order_key(&order, &a), b_key = value_order_key(&order, &b);
    const int compared = value_order_compare(&order, &a_key, &b_key);
    cr_assert_not(order.failed);
    value_order_finish(&order);
    return compared;
}

Test(value_order, texts_are_in_the_order_of_languages_and_codes_in_that_of_bytes)
{
    cr_expect_lt(compare(&text_field, "Ångström", "Boer"), 0);
    cr_expect_lt(compare(&text_field, "Item 2", "Item 10"), 0);
    cr_expect_eq(compare(&text_field, "Item 2", "Item 2"), 0);
    cr_expect_gt(compare(&url_field, "http://a/2", "http://a/10"), 0);
    cr_expect_gt(compare(&url_field, "http://a", "http://B"), 0);
}

Test(value_order, texts_with_a_long_common_beginning_are_compared_to_their_ends)
{
    enum {
        LENGTH = 3000
    };
    char a[LENGTH + 2], b[LENGTH + 2];
    for (size_t length = 0; length <= LENGTH; length += length < 200 ? 1 : 400) {
        memset(a, 'm', length);
        memset(b, 'm', length);
        strcpy(a + length, "2");
        strcpy(b + length, "9");
        cr_expect_lt(compare(&text_field, a, b), 0, "%zu bytes", length);
        cr_expect_gt(compare(&text_field, b, a), 0, "%zu bytes", length);
        cr_expect_eq(compare(&text_field, a, a), 0, "%zu bytes", length);
        strcpy(b + length, "2");
        b[0] = length ? 'M' : '2';
        cr_expect_eq(compare(&text_field, a, b) < 0, length > 0, "%zu bytes", length);
    }
}

Test(value_order, texts_beyond_the_memory_of_keys_are_in_the_same_order)
{
    enum {
        TEXTS = 300
    };
    static char texts[TEXTS][16];
    struct value values[TEXTS];
    struct value_key keys[TEXTS];
    struct value_order order;
    value_order_init(&order, &text_field);
    for (size_t i = 0; i < TEXTS; i++) {
        snprintf(texts[i], sizeof texts[i], "a common text %c", (char)('a' + i % 26));
        values[i] = text_of(texts[i]);
        if (i == TEXTS / 2)
            order.keys.length = VALUE_KEYS_BYTES_MAX - 20; /* as if others had taken it */
        if (i == TEXTS / 2)
            continue;
        keys[i] = value_order_key(&order, &values[i]);
        if (i > TEXTS / 2)
            cr_expect_not(keys[i].whole);
    }
    for (size_t i = TEXTS / 2 + 1; i < TEXTS; i++) {
        const int expected = (int)(i % 26) - (int)((i - TEXTS / 2 - 1) % 26);
        const int compared = value_order_compare(&order, &keys[i], &keys[i - TEXTS / 2 - 1]);
        cr_expect_eq(compared < 0, expected < 0);
        cr_expect_eq(compared > 0, expected > 0);
    }
    cr_expect_not(order.failed);
    order.keys.length = 0;
    value_order_finish(&order);
}

Test(value_order, text_is_compared_with_a_fold_as_the_whole_keys_are)
{
    static const char *const texts[] = {"",
                                        "a",
                                        "A",
                                        "á",
                                        "b",
                                        "Item 2",
                                        "item 10",
                                        "Özgür Çelik",
                                        "ozgur celik",
                                        "山田 太郎",
                                        "a common text"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++) {
            struct value_order order;
            struct buffer fold, own;
            const struct value value = text_of(texts[i]);
            value_order_init(&order, &text_field);
            buffer_init(&fold, SIZE_MAX);
            buffer_init(&own, SIZE_MAX);
            cr_assert(collation_key_append_fold(texts[j], strlen(texts[j]), &fold));
            cr_assert(collation_key_append_fold(texts[i], strlen(texts[i]), &own));
            const size_t length = own.length < fold.length ? own.length : fold.length;
            const int expected = memcmp(own.bytes, fold.bytes, length);
            const int compared = value_order_compare_fold(
                &order, value_order_key(&order, &value).first, &value, &fold);
            cr_expect_eq(compared < 0, expected < 0, "\"%s\" and \"%s\"", texts[i], texts[j]);
            cr_expect_eq(compared > 0, expected > 0, "\"%s\" and \"%s\"", texts[i], texts[j]);
            value_order_finish(&order);
            buffer_finish(&fold);
            buffer_finish(&own);
        }
}

Test(value_order, numbers_are_in_the_order_of_their_values)
{
    static const int64_t numbers[] = {INT64_MIN, -10, -2, 0, 1, 9, 10, INT64_MAX};
    struct value_order order;
    value_order_init(&order, &number_field);
    for (size_t i = 1; i < sizeof numbers / sizeof *numbers; i++) {
        const struct value a = {.integer = numbers[i - 1], .count = 1},
                           b = {.integer = numbers[i], .count = 1};
        const struct value_key a_key = value_order_key(&order, &a),
                               b_key = value_order_key(&order, &b);
        cr_expect_lt(value_order_compare(&order, &a_key, &b_key), 0);
        cr_expect_gt(value_order_compare(&order, &b_key, &a_key), 0);
    }
    value_order_finish(&order);
}
