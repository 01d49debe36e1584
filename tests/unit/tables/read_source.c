#include "tables/read_source.h"

#include "failing_memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct draft *draft_of(source_reader *read, struct draft_source *source)
{
    struct draft *draft = draft_create(source);
    cr_assert(draft);
    read(draft);
    return draft;
}

static char *draft_result(const struct draft *draft)
{
    const struct draft_note *refusal = draft_refusal(draft);
    if (refusal) {
        char message[DRAFT_MESSAGE_BYTES + 20];
        snprintf(message, sizeof message, "%u: %s", refusal->line, refusal->message);
        return strdup(message);
    }
    json_t *json = draft_json(draft);
    char *text = json_dumps(json, JSON_COMPACT);
    json_decref(json);
    for (char *at = text; at && *at; at++)
        *at = *at == '"' ? '\'' : *at;
    return text;
}

static char *result_of(source_reader *read, struct draft_source source)
{
    struct draft *draft = draft_of(read, &source);
    char *result = draft_result(draft);
    draft_destroy(draft);
    return result;
}

char *read_source(source_reader *read, const char *name, const char *text)
{
    return result_of(read,
                     (struct draft_source){.name = name, .bytes = text, .length = strlen(text)});
}

void expect_read(source_reader *read, const char *name, const char *text, const char *expected)
{
    char *result = read_source(read, name, text);
    cr_expect_str_eq(result, expected);
    free(result);
}

void expect_read_mapped(const struct table_map *map, const char *name, const char *text,
                        const char *expected)
{
    char *result = result_of(
        csv_table_read,
        (struct draft_source){.name = name, .bytes = text, .length = strlen(text), .map = map});
    cr_expect_str_eq(result, expected);
    free(result);
}

void expect_refused(source_reader *read, const char *name, const char *text, const char *expected)
{
    char *result = read_source(read, name, text);
    cr_expect(result && strncmp(result, expected, strlen(expected)) == 0, "%s, not %s", result,
              expected);
    free(result);
}

void expect_survives_without_memory(source_reader *read, const char *name, const char *text)
{
    struct draft_source source = {.name = name, .bytes = text, .length = strlen(text)};
    bool failed = true;
    size_t index = 0, known = 0;
    for (; failed; index++) {
        struct draft_text written;
        struct draft *draft = draft_create(&source);
        cr_assert(draft);
        failing_memory_begin(index);
        read(draft);
        failed = failing_memory_end();
        cr_expect(failed || !draft_is_out_of_memory(draft), "allocation %zu", index);
        known += draft_is_out_of_memory(draft);
        if (draft_write(draft, &written))
            draft_text_finish(&written);
        draft_destroy(draft);
    }
    cr_expect_gt(known, 3);
}
