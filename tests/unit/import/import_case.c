#include "import_case.h"

#include "source_path.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* Writes each record on a line. A document is written without its digest. */
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

struct draft *import_case_draft(const struct draft_source *source)
{
    struct draft_note refusal;
    const struct import_format *format = import_recognise(source, NULL, &refusal);
    cr_assert(format && format->read, "%s: no format", source->name);
    struct draft *draft = import_read(format, source);
    cr_assert(draft && !draft_is_out_of_memory(draft));
    return draft;
}

char *import_case_result(const char *name, const char *text)
{
    char *result = NULL;
    size_t length;
    struct draft_note refusal;
    struct buffer margin;
    FILE *out = open_memstream(&result, &length);
    const struct draft_source source = import_source(name, text, strlen(text));
    const struct import_format *format = import_recognise(&source, NULL, &refusal);
    cr_assert(out);
    if (!format || !format->read) {
        fprintf(out, "%s\n", format ? format->name : refusal.message);
        fclose(out);
        return result;
    }
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

void import_case_visit(const char *folder, void (*check)(const char *name))
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
