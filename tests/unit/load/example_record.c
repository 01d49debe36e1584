/* The worked example of data/README.md: the record and the minutes that it cites. */
#include "base/sha256_text.h"
#include "citations.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum {
    LINES_MAX = 100,
    BYTES_MAX = 8192
};

static json_t *load_example(void)
{
    json_error_t error;
    json_t *record = json_load_file(source_path("data/example/record.json"), 0, &error);
    cr_assert(record, "%s", error.text);
    return record;
}

static json_t *document_of(json_t *record)
{
    return json_array_get(json_object_get(record, "documents"), 0);
}

/* Reads the minutes into `text` and returns their length. */
static size_t read_minutes(char text[BYTES_MAX])
{
    FILE *in = fopen(source_path("data/example/minutes.txt"), "rb");
    cr_assert(in);
    const size_t length = fread(text, 1, BYTES_MAX - 1, in);
    fclose(in);
    text[length] = '\0';
    return length;
}

Test(example_record, names_the_sha256_of_its_minutes)
{
    char text[BYTES_MAX], digits[SHA256_TEXT_BYTES];
    json_t *record = load_example();
    sha256_text(text, read_minutes(text), digits);
    cr_expect_str_eq(json_string_value(json_object_get(document_of(record), "sha256")), digits);
    json_decref(record);
}

Test(example_record, cites_every_line_of_its_minutes_that_is_not_blank)
{
    char text[BYTES_MAX];
    int counts[LINES_MAX + 1] = {0}, number = 0;
    json_t *record = load_example();
    const int lines = (int)json_integer_value(json_object_get(document_of(record), "lines"));
    cr_assert_leq(lines, LINES_MAX);
    json_object_del(record, "documents"); /* the document cites itself */
    citations_count(record, lines, lines, counts);
    json_decref(record);
    read_minutes(text);
    for (char *line = text, *next; (next = strchr(line, '\n')); line = next + 1) {
        number++;
        if (next > line && number <= lines)
            cr_expect(counts[number], "no record cites line %d", number);
    }
    cr_expect_eq(number, lines);
}
