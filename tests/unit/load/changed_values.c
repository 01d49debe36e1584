/* tests/cases/changed-values: what the loader says if one value of a record is empty or slightly
 * different. They show which values each field takes.
 *
 * TEST_ACCEPT=1 writes the files. */
#include "expected_file.h"
#include "load/load.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FAULTS_SHOWN_MAX = 2 /* for a change; many records refer to the id of one */
};

/* Writes the first lines of a text that are not in `known`, without the name of the file. */
static void write_new_lines(const char *text, const char *known, FILE *out)
{
    size_t shown = 0;
    for (size_t length; *text && shown < FAULTS_SHOWN_MAX; text += length + 1) {
        length = strcspn(text, "\n");
        if (strncmp(text, known, length + 1) == 0)
            continue;
        fprintf(out, "  %.*s\n", (int)(length - strlen("changed.json:")),
                text + strlen("changed.json:"));
        shown++;
    }
}

/* Returns the faults and warnings of a record. The caller frees them. */
static char *faults_of(const char *text, size_t length)
{
    char *written = NULL;
    size_t size;
    struct faults faults;
    struct archive *archive = NULL;
    FILE *out = open_memstream(&written, &size);
    cr_assert(out);
    faults_init(&faults);
    load_archive_text("changed.json", text, length, &faults, &archive);
    faults_write(&faults, out);
    fclose(out);
    faults_finish(&faults);
    archive_destroy(archive);
    return written;
}

/* Writes what the loader says if `value` replaces the bytes at an offset, beside `known`, which it
 * says of the unchanged text. */
static void write_change(const char *text, size_t at, size_t length, const char *value,
                         const char *known, FILE *out)
{
    const size_t rest = strlen(text + at + length);
    char *changed = malloc(at + strlen(value) + rest + 1);
    cr_assert(changed);
    sprintf(changed, "%.*s%s%s", (int)at, text, value, text + at + length);
    char *faults = faults_of(changed, strlen(changed));
    if (strcmp(faults, known) != 0) {
        fprintf(out, "%.*s -> %s\n", (int)length, text + at, value);
        write_new_lines(faults, known, out);
    }
    free(faults);
    free(changed);
}

/* Writes a value that is one letter longer, or the next number. */
static void write_longer(const char *value, size_t length, char *out, size_t size)
{
    const size_t end = *value == '"' ? length - 1 : length;
    char last = end > 0 ? value[end - 1] : 'x';
    if (isdigit((unsigned char)last)) {
        last = last == '9' ? '0' : (char)(last + 1);
        snprintf(out, size, "%.*s%c%.*s", (int)end - 1, value, last, (int)(length - end),
                 value + end);
        return;
    }
    snprintf(out, size, "%.*sx%.*s", (int)end, value, (int)(length - end), value + end);
}

static void write_changes(const char *text, size_t at, size_t length, const char *known, FILE *out)
{
    char longer[512];
    write_longer(text + at, length, longer, sizeof longer);
    write_change(text, at, length, longer, known, out);
    write_change(text, at, length, text[at] == '"' ? "\"\"" : "0", known, out);
}

/* Returns the length of a text, a number, true or false of JSON at the start of a text, or 0. */
static size_t value_length(const char *text)
{
    size_t length = 0;
    if (*text != '"')
        return strspn(text, "-+.0123456789aeflrstu");
    for (length = 1; text[length] != '"'; length++)
        length += text[length] == '\\';
    return length + 1;
}

/* Checks a record of tests/cases/answers, each text of which is shorter than 512 bytes. */
static void check_changed_values(const char *name)
{
    char path[512], *changes = NULL;
    size_t size;
    snprintf(path, sizeof path, "tests/cases/answers/%s.json", name);
    char *text = expected_file_text(source_path(path)), *known = faults_of(text, strlen(text));
    FILE *out = open_memstream(&changes, &size);
    cr_assert(out);
    for (size_t at = 0, length; text[at]; at += length ? length : 1) {
        length = value_length(text + at);
        if (length > 0 && text[at + length] != ':')
            write_changes(text, at, length, known, out);
    }
    fclose(out);
    snprintf(path, sizeof path, "tests/cases/changed-values/%s.faults", name);
    expected_file_check(source_path(path), changes);
    free(changes);
    free(known);
    free(text);
}

Test(changed_values, each_field_takes_exactly_the_values_that_it_should)
{
    check_changed_values("every-field");
}
