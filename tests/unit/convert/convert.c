#include "convert/convert.h"

#include "failing_memory.h"
#include "load/load.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* The source of this format is the label of a topic; what follows a "-" is not read. */
static void label_read(struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    draft_add_document(draft, "label", "Label", "other", "text/plain");
    json_t *topic = draft_add(draft, &topic_type, "harbour", (struct line_span){1, 1}, "T1");
    draft_set_text(draft, topic, "label", source->bytes, strcspn(source->bytes, "\n"));
    if (strchr(source->bytes, '-'))
        draft_count_unread(draft, "notes", 2);
    draft_count_joined(draft, 3);
}

static const struct import_format label = {.name = "label", .title = "a label", .read = label_read};

static const char own[] =
    "{\"topics\": [{\"id\": \"schools\", \"label\": \"Schools\"}],"
    " \"documents\": [{\"id\": \"d\", \"title\": \"D\", \"lines\": 1, \"text_file\": \"d.txt\"}]}";

static const struct load_source sources[] = {
    {.name = "a.label", .text = "Harbour\n- note\n\nlost\n", .length = 21, .format = &label},
    {.name = "b.json", .text = own, .length = sizeof own - 1}};

static struct record_files files;
static struct faults faults;
static struct buffer out;

static void set_up(void)
{
    record_files_init(&files);
    faults_init(&faults);
    buffer_init(&out, 100000);
    load_list_files(sources, 2, &files, &faults);
}

static void tear_down(void)
{
    record_files_finish(&files);
    faults_finish(&faults);
    buffer_finish(&out);
}

TestSuite(convert, .init = set_up, .fini = tear_down);

Test(convert, files_become_one_record_that_can_be_loaded_from_any_folder)
{
    struct archive *archive = NULL;
    cr_assert(convert_record(&files, &out));
    const enum load_status status =
        load_archive_text("record", out.bytes, out.length, &faults, &archive);
    faults_write_errors(&faults, stderr);
    cr_assert_eq(status, LOAD_SUCCEEDED);
    cr_assert_eq(archive_records(archive, &topic_type)->count, 2);
    cr_assert_eq(archive_records(archive, &document_type)->count, 2);
    archive_destroy(archive);
    buffer_append_byte(&out, '\0');
    cr_assert_not(strstr(out.bytes, "text_file"));
    cr_assert(strstr(out.bytes, "\n  \"topics\": [\n    {\n      \"id\": \"harbour\""), "%s",
              out.bytes);
}

Test(convert, a_report_says_what_was_read_and_what_was_not)
{
    cr_assert(convert_report(&files, &out));
    buffer_append_byte(&out, '\0');
    cr_assert_str_eq(out.bytes, "a.label: a label\n"
                                "  topics: 1\n"
                                "  documents: 1\n"
                                "  1 note was not read, first in line 2\n"
                                "  joined by name: 3 people\n"
                                "  lines that became nothing: 2 (see convert --explain)\n"
                                "b.json: a record in rapporteur's own JSON\n");
}

Test(convert, an_explanation_shows_the_lines_of_each_file)
{
    cr_assert(convert_explain(&files, &out));
    buffer_append_byte(&out, '\0');
    cr_assert(strstr(out.bytes, "topic T1                     | Harbour\n"), "%s", out.bytes);
    cr_assert(strstr(out.bytes, "-                            | lost\n"), "%s", out.bytes);
}

Test(convert, a_file_that_cannot_be_read_any_more_is_an_error)
{
    const struct load_source gone = {.name = "/nowhere/record.json"};
    load_list_files(&gone, 1, &files, &faults);
    cr_assert_not(convert_record(&files, &out));
    cr_assert_not(convert_report(&files, &out));
    cr_assert_not(convert_explain(&files, &out));
}

Test(convert, failing_allocations_are_reported)
{
    static bool (*const converts[])(struct record_files *, struct buffer *) = {
        convert_record, convert_report, convert_explain};
    for (size_t i = 0; i < 3; i++) {
        bool failed = true;
        for (size_t j = 0; failed; j++) {
            buffer_finish(&out);
            buffer_clear(&out);
            failing_memory_begin(j);
            const bool written = converts[i](&files, &out);
            failed = failing_memory_end();
            cr_assert(written == !failed, "%zu: %zu", i, j);
        }
    }
}
