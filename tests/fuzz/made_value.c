#include "made_value.h"

/* The state of splitmix64. */
static uint64_t state;

void made_begin(uint64_t seed)
{
    state = seed;
}

size_t made_below(size_t bound)
{
    uint64_t z = state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return (size_t)((z ^ (z >> 31)) % bound);
}

const struct field *made_field(void)
{
    struct field_list fields = record_types[made_below(TYPE_COUNT)]->fields;
    const struct field *field = &fields.at[made_below(fields.count)];
    while (field->members.count && made_below(3))
        field = &field->members.at[made_below(field->members.count)];
    return field;
}

static json_t *any_choice(const struct field *field)
{
    size_t count = 0;
    while (field->choices && field->choices[count])
        count++;
    return json_string(count ? field->choices[made_below(count)] : field->name);
}

/* Texts that are at the edge of a kind of value. */
static const char *const texts[] = {"",
                                    " ",
                                    "2006-04-XX/..",
                                    "-0001-02-29?",
                                    "1-1",
                                    "34-39",
                                    "\n",
                                    "\x7f",
                                    "\"<script>",
                                    "=1+1",
                                    "http://a",
                                    "a/b",
                                    "PT",
                                    "\xf0\x9f\x8c\x8a",
                                    "\xef\xbb\xbf",
                                    "\xe2\x80\xa8",
                                    "\xcc\x81",
                                    "$schema",
                                    "people/",
                                    "/",
                                    "%00",
                                    "2031-03-30T01:30",
                                    "2026-11-01T01:30:00-04:00",
                                    "9999-12-30T23:59Z",
                                    "America/Moncton",
                                    "Etc/UTC",
                                    "P1DT999999999H",
                                    "P999999999W",
                                    "01:02:03",
                                    "pt-BR",
                                    "0000-0002-1825-0097",
                                    "10.5555/a"};

json_t *made_value(void)
{
    static const json_int_t numbers[] = {0, 1, -1, 9999, INT32_MAX, INT64_MAX, INT64_MIN};
    switch (made_below(10)) {
    case 0:
        return json_null();
    case 1:
        return json_boolean(made_below(2));
    case 2:
        return json_integer(numbers[made_below(sizeof numbers / sizeof *numbers)]);
    case 3:
        return json_real(0.5);
    case 4:
        return json_array();
    case 5:
        return json_object();
    case 6:
    case 7:
        return any_choice(made_field());
    default:
        return json_string(texts[made_below(sizeof texts / sizeof *texts)]);
    }
}
