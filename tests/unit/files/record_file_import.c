#include "files/record_file_import.h"

#include "base/arena.h"
#include "failing_memory.h"
#include "load/load.h"
#include "texts/texts.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The source of this format has a topic on each line; a line with "!" is broken, one with "?" is
 * doubtful, one with "~" is not read, and one with ">" names a broader topic. */
static void topics_read_line(struct draft *draft, const char *at, size_t length, unsigned line)
{
    char id[20];
    const struct line_span lines = {line, line};
    snprintf(id, sizeof id, "topic-%u", line);
    if (memchr(at, '!', length))
        draft_refuse(draft, line, "expected a topic, not \"!\"");
    if (memchr(at, '?', length))
        draft_warn(draft, line, "is this a topic?");
    if (memchr(at, '~', length)) {
        draft_count_unread(draft, "lines \"~\"", line);
        return;
    }
    json_t *topic = draft_add(draft, &topic_type, id, lines, "T1");
    draft_set_text(draft, topic, "label", at, length - (at[length - 1] == '\r'));
    if (*at == '>')
        draft_set_text(draft, topic, "broader", at + 1, length - 1);
}

static void topics_read(struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    const char *at = source->bytes, *const end = at + source->length;
    draft_add_document(draft, "list", "List", "other", "text/plain");
    for (unsigned line = 1; at < end; line++) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        topics_read_line(draft, at, (size_t)((feed ? feed : end) - at), line);
        at = feed ? feed + 1 : end;
    }
}

static const struct import_format topics = {.name = "topics", .read = topics_read};

static struct faults faults;
static struct archive *archive;
static char folder[] = "/tmp/rapporteur-test-XXXXXX";

static void set_up(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    faults_init(&faults);
    archive = NULL;
}

static void tear_down(void)
{
    char command[64];
    faults_finish(&faults);
    archive_destroy(archive);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(record_file_import, .init = set_up, .fini = tear_down);

/* Loads a text of the format above. */
static enum load_status load_topics(const char *text)
{
    struct progress progress = {.step = NULL};
    const struct load_source source = {
        .name = "list", .text = text, .length = strlen(text), .format = &topics};
    return load_archive(&source, 1, &progress, &faults, &archive);
}

static void write_file(const char *path, const char *text)
{
    FILE *out = fopen(path, "w");
    cr_assert(out);
    fputs(text, out);
    fclose(out);
}

static const struct record *find(const struct record_type *type, const char *id)
{
    return record_list_find(archive_records(archive, type), id, strlen(id));
}

static void assert_written(const char *expected)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    faults_write(&faults, out);
    fclose(out);
    cr_assert_str_eq(text, expected);
    free(text);
}

Test(record_file_import, the_records_of_a_file_cite_its_lines_and_its_text_is_that_of_the_document)
{
    cr_assert_eq(load_topics("\xef\xbb\xbfHarbour\r\nSchools\n"), LOAD_SUCCEEDED);
    cr_assert(find(&topic_type, "topic-2"));
    const struct record *document = find(&document_type, "list");
    cr_assert(document);
    const struct document_text *text = archive_text(archive, document);
    cr_assert(text);
    cr_assert_str_eq(text->bytes, "\xef\xbb\xbfHarbour\r\nSchools\n", "the mark is of its SHA-256");
    cr_assert_eq(text->lines, 2);
    cr_assert_eq(archive_version(archive).bytes, text->length - 3);
    assert_written("");
}

Test(record_file_import, a_refusal_is_a_fault_of_its_line)
{
    cr_assert_eq(load_topics("Harbour\n!\n"), LOAD_FAULTY);
    assert_written("list:2: expected a topic, not \"!\"\n");
}

Test(record_file_import, doubts_and_what_is_not_read_are_warnings_of_their_lines)
{
    cr_assert_eq(load_topics("Harbour\n~\nSchools?\n~\n"), LOAD_SUCCEEDED);
    assert_written("list:2: warning: 2 lines \"~\" were not read\n"
                   "list:3: warning: is this a topic?\n");
}

Test(record_file_import, a_fault_that_the_loader_finds_has_the_line_of_the_record)
{
    const enum load_status status = load_topics("Harbour\nSchools\n>topic-9\n");
    cr_assert_eq(status, LOAD_FAULTY, "%d", (int)status);
    cr_assert_eq(faults.errors.count, 1);
    cr_assert_eq(faults.errors.listed[0].line, 3);
    cr_assert_str_eq(faults.errors.listed[0].file, "list");
}

Test(record_file_import, a_file_whose_text_is_too_large_to_serve_is_read_with_a_warning)
{
    enum {
        LENGTH = TEXT_BYTES_MAX + 1
    };
    char *text = malloc(LENGTH + 1);
    cr_assert(text);
    memset(text, '~', LENGTH);
    memcpy(text, "Harbour\n", 8);
    text[LENGTH] = '\0';
    cr_assert_eq(load_topics(text), LOAD_SUCCEEDED);
    cr_assert_null(archive_text(archive, find(&document_type, "list")));
    assert_written("list: warning: the text of the file is not served, because it is larger than 4 "
                   "MiB\nlist:2: warning: 1 line \"~\" was not read\n");
    free(text);
}

Test(record_file_import, a_data_file_may_begin_with_a_byte_order_mark)
{
    const char *const path = "record.json";
    write_file(path, "\xef\xbb\xbf{\"topics\": [\n{\"id\": \"harbour\", \"label\": \"Harbour\"},\n"
                     "{\"id\": \"schools\"}]}\n");
    cr_assert_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_FAULTY);
    cr_assert_eq(faults.errors.count, 1);
    cr_assert_eq(faults.errors.listed[0].line, 3);
}

Test(record_file_import, a_file_of_no_known_format_is_faulty)
{
    const char *const path = "letter.pdf";
    write_file(path, "%PDF-1.7\n");
    cr_assert_eq(load_archive_files(&path, 1, &faults, &archive), LOAD_FAULTY);
    cr_assert_eq(faults.errors.listed[0].line, 1);
    cr_assert(strstr(faults.errors.listed[0].message, "the file is a PDF document"));
}

Test(record_file_import, failing_allocations_leave_no_archive)
{
    bool failed = true;
    for (size_t i = 0; failed; i++) {
        failing_memory_begin(i);
        const enum load_status status = load_topics("Harbour?\n~\nSchools\n");
        failed = failing_memory_end();
        cr_assert(status == LOAD_SUCCEEDED || (failed && status == LOAD_OUT_OF_MEMORY), "%zu: %d",
                  i, (int)status);
        archive_destroy(archive);
        archive = NULL;
        faults_finish(&faults);
    }
}

enum {
    ARENA_BYTES = 256 * 1024, /* of the ceiling of an arena */
    COPIES_BYTES = 64         /* more than the copies of two ids and of a text need */
};

/* Imports a text into an arena that has so many bytes left. Returns true if all was copied. */
static bool import_into(size_t left)
{
    struct record_file file = {
        .name = "list", .text = "Harbour\n", .length = 8, .format = &topics, .borrowed = true};
    struct arena arena;
    bool out_of_memory = false;
    arena_init(&arena, ARENA_BYTES);
    cr_assert(left == ARENA_BYTES || arena_take(&arena, ARENA_BYTES - left));
    const bool imported = record_file_import(&file, &arena, &faults, &out_of_memory);
    cr_expect_eq(imported, !out_of_memory, "%zu", left);
    cr_expect(!imported || (file.document && file.other_document && file.document_text), "%zu",
              left);
    cr_expect_eq(file.imported, imported);
    record_file_finish(&file);
    arena_finish(&arena);
    return imported;
}

Test(record_file_import, a_file_is_imported_with_all_its_copies_or_not_at_all)
{
    size_t left = 0;
    while (left < COPIES_BYTES && !import_into(left))
        left += 8;
    cr_expect(left > 8 && left < COPIES_BYTES, "%zu", left);
    cr_expect(import_into(COPIES_BYTES));
}
