#include "citations.h"

#include "schema/kind.h"

#include <criterion/criterion.h>
#include <string.h>

static void count_range(const char *text, int lines, int range_max, int *counts)
{
    int64_t first, last;
    cr_assert(kind_parse_lines(text, strlen(text), &first, &last), "\"%s\" is not a range", text);
    cr_assert_leq(last, lines, "\"%s\" is beyond the document", text);
    cr_expect_leq(last - first + 1, range_max, "\"%s\" is too long", text);
    for (int64_t line = first; line <= last; line++)
        counts[line]++;
}

void citations_count(json_t *json, int lines, int range_max, int *counts)
{
    const char *key;
    json_t *value;
    size_t index;
    json_array_foreach(json, index, value) citations_count(value, lines, range_max, counts);
    json_object_foreach(json, key, value)
    {
        if (strcmp(key, "lines") == 0 && json_is_string(value))
            count_range(json_string_value(value), lines, range_max, counts);
        else
            citations_count(value, lines, range_max, counts);
    }
}
