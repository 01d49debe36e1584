/* tests/cases/changed-sources: the changes in the result of a source of tests/cases/import if one
 * of its lines is blank. They show the effect of each line.
 *
 * RAPPORTEUR_ACCEPT=1 writes the files. Read their differences before you commit them.
 */
#include "import_case.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHOWN_MAX = 3 /* lines of one change; a blank title changes nearly all lines */
};

/* Reports whether a line with its end is one of the lines of a text. */
static bool has_line(const char *text, const char *line, size_t length)
{
    for (const char *at = text; *at; at += strcspn(at, "\n") + 1)
        if (strncmp(at, line, length) == 0)
            return true;
    return false;
}

/* Writes the first lines of `text` that are not in `other`, with a mark before each, and the number
 * of further such lines. */
static void write_lines_beside(const char *text, const char *other, char mark, FILE *out)
{
    size_t count = 0;
    for (const char *at = text; *at; at += strcspn(at, "\n") + 1) {
        const size_t length = strcspn(at, "\n") + 1;
        if (!has_line(other, at, length) && count++ < SHOWN_MAX)
            fprintf(out, "%c%.*s", mark, (int)length, at);
    }
    if (count > SHOWN_MAX)
        fprintf(out, "%c and %zu more lines\n", mark, count - SHOWN_MAX);
}

/* Writes the changes in a result if the line at an offset is blank. */
static void write_without_line(const char *name, const char *text, size_t at, const char *result,
                               FILE *out)
{
    const size_t length = strcspn(text + at, "\n");
    char *changed = calloc(1, strlen(text) + 1);
    cr_assert(changed);
    memcpy(changed, text, at);
    memcpy(changed + at, text + at + length, strlen(text + at + length));
    char *other = import_case_result(name, changed);
    fprintf(out, "=== without: %.*s\n", (int)length, text + at);
    write_lines_beside(result, other, '-', out);
    write_lines_beside(other, result, '+', out);
    free(other);
    free(changed);
}

static void check_without_lines(const char *name)
{
    char path[4096], *changes = NULL;
    size_t size;
    char *text = import_case_text(name), *result = import_case_result(name, text);
    FILE *out = open_memstream(&changes, &size);
    cr_assert(out);
    for (size_t at = 0; text[at]; at += strcspn(text + at, "\n"), at += text[at] == '\n')
        if (text[at] != '\n')
            write_without_line(name, text, at, result, out);
    fclose(out);
    snprintf(path, sizeof path, "%s/%s", source_path("tests/cases/changed-sources"), name);
    import_case_expect(path, changes);
    free(changes);
    free(result);
    free(text);
}

Test(changed_sources, each_line_of_minutes_changes_only_what_it_says)
{
    import_case_visit("minutes", check_without_lines);
}
