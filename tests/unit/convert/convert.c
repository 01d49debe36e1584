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
}

static const struct import_format label = {.name = "label", .title = "a label", .read = label_read};

static const char own[] = "{\"topics\": [{\"id\": \"schools\", \"label\": \"Schools\"}],"
                          " \"documents\": [{\"id\": \"d\", \"title\": \"D\", \"lines\": 1}]}";

static const struct load_source sources[] = {
    {.name = "a.label", .text = "Harbour\n- note\n\nlost\n", .length = 21, .format = &label},
    {.name = "b.json", .text = own, .length = sizeof own - 1}};

static struct record_files files;
static struct archive *archive;
static struct faults faults;
static struct buffer out;

static void set_up(void)
{
    struct progress progress = {.step = NULL};
    record_files_init(&files);
    faults_init(&faults);
    buffer_init(&out, 100000);
    load_list_files(sources, 2, &files, &faults);
    load_archive(sources, 2, &progress, &faults, &archive);
    faults_write_errors(&faults, stderr);
    cr_assert(archive);
}

static void tear_down(void)
{
    archive_destroy(archive);
    record_files_finish(&files);
    faults_finish(&faults);
    buffer_finish(&out);
}

TestSuite(convert, .init = set_up, .fini = tear_down);

/* Loads a text in rapporteur's own JSON, without faults. */
static struct archive *load_own(const char *text, size_t length)
{
    struct archive *loaded = NULL;
    load_archive_text("record", text, length, &faults, &loaded);
    faults_write(&faults, stderr);
    cr_assert(loaded && !faults.errors.count);
    return loaded;
}

Test(convert, files_become_one_record_that_can_be_loaded_from_any_folder)
{
    cr_assert(convert_record(archive, &out));
    struct archive *loaded = load_own(out.bytes, out.length);
    cr_assert_eq(archive_records(loaded, &topic_type)->count, 2);
    cr_assert_eq(archive_records(loaded, &document_type)->count, 2);
    archive_destroy(loaded);
    buffer_append_byte(&out, '\0');
    cr_assert(strstr(out.bytes, "\n  \"topics\": [\n    {\n      \"id\": \"harbour\""), "%s",
              out.bytes);
}

static const char joined[] =
    "{\"people\": [{\"id\": \"ida\", \"name\": \"Ida\", \"distinct\": true},"
    " {\"id\": \"ada\", \"name\": \"Ada\"}, {\"id\": \"ada\", \"same_as\": \"ida\"},"
    " {\"id\": \"ida\", \"extends\": true, \"given_name\": \"Ida\"}]}";

Test(convert, joined_and_extended_records_are_whole_and_old_ids_stay_known)
{
    struct archive *loaded = load_own(joined, sizeof joined - 1);
    cr_assert(convert_record(loaded, &out));
    archive_destroy(loaded);
    buffer_append_byte(&out, '\0');
    static const char expected[] = "{\n"
                                   "  \"people\": [\n"
                                   "    {\n"
                                   "      \"id\": \"ida\",\n"
                                   "      \"name\": \"Ida\",\n"
                                   "      \"given_name\": \"Ida\",\n"
                                   "      \"other_names\": [\n"
                                   "        \"Ada\"\n"
                                   "      ],\n"
                                   "      \"distinct\": true\n"
                                   "    },\n"
                                   "    {\n"
                                   "      \"id\": \"ada\",\n"
                                   "      \"name\": \"Ada\",\n"
                                   "      \"same_as\": \"ida\"\n"
                                   "    }\n"
                                   "  ]\n"
                                   "}\n";
    cr_expect_str_eq(out.bytes, expected);
    loaded = load_own(expected, sizeof expected - 1);
    buffer_clear(&out);
    cr_assert(convert_record(loaded, &out));
    buffer_append_byte(&out, '\0');
    cr_expect_str_eq(out.bytes, expected, "a conversion of the conversion is the same");
    archive_destroy(loaded);
}

static const char whole[] =
    "{\"people\": [{\"id\": \"ida\", \"name\": \"Ida\", \"other_names\": [\"I.\"]}],"
    " \"meetings\": [{\"id\": \"m\", \"name\": \"M\", \"status\": \"held\"}],"
    " \"agenda_items\": [{\"id\": \"i\", \"title\": \"I\", \"meeting\": \"m\","
    " \"position\": 1, \"public\": true}],"
    " \"actions\": [{\"id\": \"a\", \"text\": \"A\", \"meeting\": \"m\", \"owners\": "
    "[\"people/ida\"]}],"
    " \"documents\": [{\"id\": \"d\", \"title\": \"D\", \"text_file\": \"d.txt\"}]}";

Test(convert, values_of_each_kind_are_written_without_the_files_of_texts)
{
    static const char *const expected[] = {
        "\"public\": true", "\"position\": 1", "\"meeting\": \"m\"",
        "\"owners\": [\n        \"people/ida\"\n      ]", "\"title\": \"D\""};
    struct archive *loaded = load_own(whole, sizeof whole - 1);
    cr_assert(convert_record(loaded, &out));
    archive_destroy(loaded);
    buffer_append_byte(&out, '\0');
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        cr_expect(strstr(out.bytes, expected[i]), "%s is not in %s", expected[i], out.bytes);
    cr_expect_null(strstr(out.bytes, "d.txt"));
}

Test(convert, a_report_says_what_was_read_and_what_was_not)
{
    cr_assert(convert_report(&files, archive, &out));
    buffer_append_byte(&out, '\0');
    cr_assert_str_eq(out.bytes, "a.label: a label\n"
                                "  topics: 1\n"
                                "  documents: 1\n"
                                "  1 note was not read, first in line 2\n"
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
    cr_assert_not(convert_report(&files, archive, &out));
    cr_assert_not(convert_explain(&files, &out));
}

Test(convert, a_report_counts_the_records_that_were_joined)
{
    struct archive *loaded = load_own(joined, sizeof joined - 1);
    cr_assert(convert_report(&files, loaded, &out));
    archive_destroy(loaded);
    buffer_append_byte(&out, '\0');
    cr_expect(strstr(out.bytes, "\npeople joined by \"same_as\": 1\n"), "%s", out.bytes);
}

Test(convert, a_report_counts_the_records_that_were_joined_by_name)
{
    static const char first[] = "id,name\nida,Ida\nada,Ada\n", second[] = "id,name\nida,Ida\n";
    static const struct load_source tables[] = {
        {.name = "1-people.csv", .text = first, .length = sizeof first - 1},
        {.name = "2-people.csv", .text = second, .length = sizeof second - 1}};
    struct progress progress = {.step = NULL};
    struct archive *loaded = NULL;
    load_archive(tables, 2, &progress, &faults, &loaded);
    cr_assert(loaded);
    cr_assert(convert_report(&files, loaded, &out));
    archive_destroy(loaded);
    buffer_append_byte(&out, '\0');
    cr_expect(strstr(out.bytes, "\npeople joined by name: 1\n"), "%s", out.bytes);
}

static bool convert(size_t kind)
{
    return kind == 0   ? convert_record(archive, &out)
           : kind == 1 ? convert_report(&files, archive, &out)
                       : convert_explain(&files, &out);
}

Test(convert, failing_allocations_are_reported)
{
    for (size_t i = 0; i < 3; i++) {
        bool failed = true;
        for (size_t j = 0; failed; j++) {
            buffer_finish(&out);
            buffer_clear(&out);
            failing_memory_begin(j);
            const bool written = convert(i);
            failed = failing_memory_end();
            cr_assert(written == !failed, "%zu: %zu", i, j);
        }
    }
}
