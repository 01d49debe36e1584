/* tests/cases/import: sources of each format, and what becomes of them: the warnings, the records,
 * and the lines with what they became. A new case is a new file with its NAME.expected.
 *
 * TEST_ACCEPT=1 writes the expected files. */
#include "expected_file.h"
#include "import_case.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Appends the lines of a source that a record cites, in lower case. */
static void append_cited(const json_t *record, const char *text, struct buffer *out)
{
    const json_t *sources = json_object_get(record, "sources"), *source;
    size_t i;
    json_array_foreach(sources, i, source)
    {
        unsigned first = 0, last = 0, line = 1;
        const char *lines = json_string_value(json_object_get(source, "lines"));
        const int numbers = lines ? sscanf(lines, "%u-%u", &first, &last) : 0;
        last = numbers == 1 ? first : last;
        for (const char *at = text; *at; at++) {
            if (line >= first && line <= last)
                buffer_append_byte(out, (char)tolower((unsigned char)*at));
            line += *at == '\n';
        }
        buffer_append_byte(out, '\n');
    }
    buffer_append_byte(out, '\0');
}

/* Reports whether each word of ASCII of a value is in the cited lines. */
static bool words_are_cited(const char *value, const char *cited)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    char *words = strdup(value), *word = words;
    bool found = true;
    cr_assert(words);
    for (char *at = words; *at; at++)
        *at = (char)tolower((unsigned char)*at);
    while (found && *(word += strcspn(word, letters))) {
        const size_t length = strspn(word, letters);
        const char after = word[length];
        if ((word == words || word[-1] == '\n') && strspn(word, "0123456789") == length &&
            strncmp(word + length, ". ", 2) == 0) { /* the number of an entry of a list of HTML */
            word += length;
            continue;
        }
        word[length] = '\0';
        found = strstr(cited, word) != NULL;
        word[length] = after;
        word += length;
    }
    free(words);
    return found;
}

/* Fields whose values are not texts of the lines: what a reader derives or makes up. */
static bool is_derived(const json_t *record, const char *collection, const char *field)
{
    static const char *const derived[][2] = {
        {"documents", "title"}, /* that of the meeting */
    };
    const json_t *inferred = json_object_get(record, "inferred"), *name;
    size_t i;
    json_array_foreach(inferred, i,
                       name) if (strcmp(json_string_value(name), field) == 0) return true;
    for (i = 0; i < sizeof derived / sizeof *derived; i++)
        if (strcmp(derived[i][0], collection) == 0 && strcmp(derived[i][1], field) == 0)
            return true;
    return false;
}

/* Expects the texts of a record to be in the lines that it cites. */
static void check_citations(const char *name, const char *text, const char *collection,
                            const json_t *record)
{
    const struct record_type *type = record_type_of_collection(collection, strlen(collection));
    const struct field_list fields = type ? type->fields : (struct field_list){0};
    struct buffer cited;
    buffer_init(&cited, 1 << 20);
    append_cited(record, text, &cited);
    for (size_t i = 1; i < fields.count; i++) {
        const char *field = fields.at[i].name;
        const char *value = json_string_value(json_object_get(record, field));
        if (!value || fields.at[i].kind != FIELD_TEXT || is_derived(record, collection, field))
            continue;
        cr_expect(words_are_cited(value, cited.bytes),
                  "%s: %s/%s does not cite the line of its %s \"%s\"", name, collection,
                  json_string_value(json_object_get(record, "id")), field, value);
    }
    buffer_finish(&cited);
}

static void check_citations_of(const char *name)
{
    const char *collection;
    char *text = expected_file_text(name);
    const struct draft_source source = import_source(name, text, strlen(text));
    struct draft *draft = import_case_draft(&source);
    json_t *all = draft_json(draft), *records, *record;
    size_t i;
    if (draft_document(draft)) /* else the file states its own citations */
        json_object_foreach(all, collection, records) json_array_foreach(records, i, record)
            check_citations(name, source.bytes, collection, record);
    json_decref(all);
    draft_destroy(draft);
    free(text);
}

static void check_source(const char *name)
{
    char path[600];
    snprintf(path, sizeof path, "%s.expected", name);
    char *text = expected_file_text(name), *actual = import_case_result(name, text);
    expected_file_check(path, actual);
    free(actual);
    free(text);
}

Test(import_cases, minutes_give_exactly_their_records_warnings_and_lines)
{
    import_case_visit("minutes", check_source);
}

Test(import_cases, schedules_give_exactly_their_records_warnings_and_lines)
{
    import_case_visit("schedules", check_source);
}

Test(import_cases, programmes_give_exactly_their_records_warnings_and_lines)
{
    import_case_visit("programmes", check_source);
}

Test(import_cases, tables_give_exactly_their_records_warnings_and_lines)
{
    import_case_visit("tables", check_source);
}

Test(import_cases, every_text_of_a_record_is_in_the_lines_that_the_record_cites)
{
    import_case_visit("minutes", check_citations_of);
    import_case_visit("schedules", check_citations_of);
    import_case_visit("tables", check_citations_of);
}
