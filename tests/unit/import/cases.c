/* tests/cases/import: sources of each format, and what becomes of them: the warnings, the records,
 * and the lines with what they became. A new case is a new file with its NAME.expected.
 *
 * RAPPORTEUR_ACCEPT=1 writes the expected files. Read their differences before you commit them. */
#include "import/import.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *text_of(const char *path)
{
    char *text = calloc(1, 1 << 17);
    FILE *file = fopen(path, "rb");
    cr_assert(text);
    if (file) {
        cr_expect_gt(fread(text, 1, (1 << 17) - 1, file), 0, "%s", path);
        fclose(file);
    }
    return text;
}

static void write_notes(const struct draft *draft, FILE *out)
{
    size_t count, more;
    const struct draft_note *warnings = draft_warnings(draft, &count, &more);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%u: %s\n", warnings[i].line, warnings[i].message);
    const struct draft_unread *unread = draft_unread(draft, &count);
    for (size_t i = 0; i < count; i++) {
        char text[DRAFT_MESSAGE_BYTES];
        import_write_unread(&unread[i], text);
        fprintf(out, "%u: %s\n", unread[i].line, text);
    }
}

/* Writes each record on a line, and the document without its hash. */
static void write_records(const struct draft *draft, FILE *out)
{
    const char *collection;
    json_t *all = draft_json(draft), *records, *record;
    size_t i;
    json_object_foreach(all, collection, records) json_array_foreach(records, i, record)
    {
        json_object_del(record, "sha256");
        fprintf(out, "%s: ", collection);
        json_dumpf(record, out, JSON_REAL_PRECISION(15));
        fputc('\n', out);
    }
    json_decref(all);
}

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

/* Returns the draft of a source. */
static struct draft *draft_of(const struct draft_source *source)
{
    struct draft_note refusal;
    const struct import_format *format = import_recognise(source, NULL, &refusal);
    cr_assert(format && format->read, "%s: no format", source->name);
    struct draft *draft = import_read(format, source);
    cr_assert(draft && !draft_is_out_of_memory(draft));
    return draft;
}

static void check_citations_of(const char *name)
{
    const char *collection;
    char *text = text_of(name);
    const struct draft_source source = import_source(name, text, strlen(text));
    struct draft *draft = draft_of(&source);
    json_t *all = draft_json(draft), *records, *record;
    size_t i;
    if (draft_document(draft)) /* else the file states its own citations */
        json_object_foreach(all, collection, records) json_array_foreach(records, i, record)
            check_citations(name, source.bytes, collection, record);
    json_decref(all);
    draft_destroy(draft);
    free(text);
}

/* Returns all that is known of a source after it was read. */
static char *result_of(const char *name, const char *text)
{
    char *result = NULL;
    size_t length;
    struct draft_note refusal;
    struct buffer margin;
    FILE *out = open_memstream(&result, &length);
    const struct draft_source source = import_source(name, text, strlen(text));
    const struct import_format *format = import_recognise(&source, NULL, &refusal);
    cr_assert(out && format && format->read, "%s: no format", name);
    struct draft *draft = import_read(format, &source);
    cr_assert(draft && !draft_is_out_of_memory(draft));
    fprintf(out, "%s\n", format->name);
    if (draft_refusal(draft))
        fprintf(out, "%u: %s\n", draft_refusal(draft)->line, draft_refusal(draft)->message);
    write_notes(draft, out);
    write_records(draft, out);
    buffer_init(&margin, 1 << 20);
    draft_write_margin(draft, &margin);
    fwrite(margin.bytes, 1, margin.length, out);
    buffer_finish(&margin);
    draft_destroy(draft);
    fclose(out);
    return result;
}

/* Tells the first line that differs. */
static void expect_same(const char *name, const char *actual, const char *expected)
{
    size_t line = 1, start = 0;
    for (size_t i = 0; actual[i] == expected[i] && actual[i]; i++)
        if (actual[i] == '\n')
            line++, start = i + 1;
    cr_expect_str_eq(
        actual, expected,
        "%s.expected:%zu: %.200s\nis now: %.200s\nIf that is meant: RAPPORTEUR_ACCEPT=1", name,
        line, expected + start, actual + start);
}

static void check_source(const char *name)
{
    char path[600];
    snprintf(path, sizeof path, "%s.expected", name);
    char *text = text_of(name), *actual = result_of(name, text);
    if (getenv("RAPPORTEUR_ACCEPT")) {
        FILE *file = fopen(path, "wb");
        cr_assert(file);
        fputs(actual, file);
        fclose(file);
    }
    char *expected = text_of(path);
    expect_same(name, actual, expected);
    free(expected);
    free(actual);
    free(text);
}

static void check_folder(const char *folder, void (*check)(const char *name))
{
    char path[64];
    size_t checked = 0;
    snprintf(path, sizeof path, "tests/cases/import/%s", folder);
    cr_assert_eq(chdir(source_path(path)), 0);
    DIR *listing = opendir(".");
    cr_assert(listing);
    for (const struct dirent *entry; (entry = readdir(listing));) {
        const char *end = strrchr(entry->d_name, '.');
        if (entry->d_name[0] == '.' || strcmp(end, ".expected") == 0)
            continue;
        check(entry->d_name);
        checked++;
    }
    closedir(listing);
    cr_expect_gt(checked, 1);
}

Test(import_cases, minutes_give_exactly_their_records_warnings_and_lines)
{
    check_folder("minutes", check_source);
}

Test(import_cases, schedules_give_exactly_their_records_warnings_and_lines)
{
    check_folder("schedules", check_source);
}

Test(import_cases, tables_give_exactly_their_records_warnings_and_lines)
{
    check_folder("tables", check_source);
}

Test(import_cases, every_text_of_a_record_is_in_the_lines_that_the_record_cites)
{
    check_folder("minutes", check_citations_of);
    check_folder("schedules", check_citations_of);
    check_folder("tables", check_citations_of);
}
