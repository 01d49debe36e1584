/* Without memory an import fails as a whole: no part of a draft is missing without a report. */
#include "expected_file.h"
#include "failing_memory.h"
#include "import/import.h"
#include "records/json_memory.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Returns all that is in a draft as text, which the caller frees. */
static char *contents_of(const struct draft *draft)
{
    size_t count, more;
    const struct draft_note *refusal = draft_refusal(draft);
    const struct draft_note *warnings = draft_warnings(draft, &count, &more);
    json_t *contents = json_pack("{s:o, s:s, s:[]}", "records", draft_json(draft), "refusal",
                                 refusal ? refusal->message : "", "notes");
    json_t *notes = json_object_get(contents, "notes");
    for (size_t i = 0; i < count; i++)
        json_array_append_new(notes, json_string(warnings[i].message));
    const struct draft_unread *unread = draft_unread(draft, &count);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(notes, json_pack("[s, i]", unread[i].name, (int)unread[i].count));
    char *text = json_dumps(contents, JSON_INDENT(1));
    cr_assert(text);
    json_decref(contents);
    return text;
}

static struct draft *import(const struct draft_source *source)
{
    struct draft_note refusal;
    const struct import_format *format = import_recognise(source, NULL, &refusal);
    cr_assert(format && format->read, "%s", source->name);
    return import_read(format, source);
}

/* Imports a source once for each `step` allocations; each time another one fails. */
static void expect_whole_or_reported(const struct draft_source *source, size_t step)
{
    struct draft *draft = import(source);
    char *whole = contents_of(draft);
    draft_destroy(draft);
    bool failed = true;
    for (size_t i = 0; failed; i += step) {
        failing_memory_begin(i);
        draft = import(source);
        failed = failing_memory_end();
        if (draft && !draft_is_out_of_memory(draft)) {
            char *contents = contents_of(draft);
            cr_expect_str_eq(contents, whole, "%s after %zu", source->name, i);
            free(contents);
        } else {
            cr_expect(failed, "%s", source->name);
        }
        draft_destroy(draft);
    }
    free(whole);
}

static void expect_files_whole_or_reported(const char *const *names, size_t count, size_t step)
{
    json_memory_init();
    for (size_t i = 0; i < count; i++) {
        char *bytes = expected_file_text(source_path(names[i]));
        const struct draft_source source = import_source(names[i], bytes, strlen(bytes));
        expect_whole_or_reported(&source, step);
        free(bytes);
    }
}

#define TABLE(name) "tests/cases/import/tables/" name

Test(import_out_of_memory, a_table_is_imported_whole_or_not_at_all)
{
    static const char *const names[] = {
        TABLE("people.csv"),
        TABLE("motions-decisions.csv"),
        TABLE("board-meetings.csv"),
        TABLE("record.yaml"),
        TABLE("tagesordnung-agenda_items.csv"),
        TABLE("papers.csv"),
        TABLE("socios-people.csv"),
        TABLE("tareas-actions.csv"),
    };
    expect_files_whole_or_reported(names, sizeof names / sizeof *names, 1);
}

/* Schedules in JSON are left out, because of the JSON library (failing_memory.h). */
Test(import_out_of_memory, a_schedule_is_imported_whole_or_not_at_all)
{
    static const char *const names[] = {
        "tests/cases/import/schedules/tides.xml",
        "tests/cases/import/schedules/harbour-days.xml",
        "tests/cases/import/programmes/pretalx.csv",
    };
    expect_files_whole_or_reported(names, sizeof names / sizeof *names, 1);
}

#define MINUTES(name) "tests/cases/import/minutes/" name

Test(import_out_of_memory, minutes_are_imported_whole_or_not_at_all)
{
    static const char *const names[] = {
        MINUTES("beschlossen-in-listen.md"),
        MINUTES("people-in-links.md"),
        MINUTES("chat-log.md"),
    };
    expect_files_whole_or_reported(names, sizeof names / sizeof *names, 1);
}
