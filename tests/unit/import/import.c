#include "import/import.h"

#include "failing_memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct draft_note refusal;

static struct draft_source source_of(const char *name, const char *text)
{
    return import_source(name, text, strlen(text));
}

/* Returns the name of the format of a text, or NULL. */
static const char *recognise(const char *name, const char *text, const char *media_type)
{
    const struct draft_source source = source_of(name, text);
    refusal = (struct draft_note){.line = 0};
    const struct import_format *format = import_recognise(&source, media_type, &refusal);
    return format ? format->name : NULL;
}

static void assert_refused(const char *name, const char *bytes, size_t length, const char *message)
{
    const struct draft_source source = import_source(name, bytes, length);
    cr_assert_null(import_recognise(&source, NULL, &refusal), "%s", name);
    cr_assert_eq(refusal.line, 1);
    cr_assert(strstr(refusal.message, message), "%s: %s", name, refusal.message);
    cr_assert(strstr(refusal.message, "formats that can be read are") ||
                  strstr(refusal.message, "save it as UTF-8"),
              "%s", refusal.message);
}

#define ASSERT_REFUSED(name, bytes, message) assert_refused(name, bytes, sizeof(bytes) - 1, message)

/* The source of a format of this test has a topic on each line. */
static void topics_read(struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    const char *at = source->bytes, *const end = at + source->length;
    draft_add_document(draft, "topics", "Topics", "other", "text/plain");
    for (unsigned line = 1; at < end; line++) {
        char id[20];
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        snprintf(id, sizeof id, "topic-%u", line);
        json_t *topic = draft_add(draft, &topic_type, id, (struct line_span){line, line}, "T1");
        draft_set_text(draft, topic, "label", at, (size_t)((feed ? feed : end) - at));
        at = feed ? feed + 1 : end;
    }
}

static const struct import_format topics = {.name = "topics", .read = topics_read};

Test(import, json_is_recognised_by_its_contents_and_by_its_name)
{
    cr_assert_str_eq(recognise("record", " \r\n\t{\"meetings\": []}", NULL), "json");
    cr_assert_str_eq(recognise("record.txt.gz", "[1]", NULL), "json");
    cr_assert_str_eq(recognise("record.JSON", "neither { nor [", NULL), "json");
    cr_assert_str_eq(recognise("https://example.org/record.json?v=1#top", "x", NULL), "json");
    cr_assert_str_eq(recognise("record", "x", "Application/JSON; charset=utf-8"), "json");
    cr_assert_str_eq(recognise("record.json", "", NULL), "json");
}

Test(import, a_byte_order_mark_is_not_part_of_the_source)
{
    const struct draft_source source = source_of("record", "\xef\xbb\xbf{}");
    cr_assert_str_eq(source.bytes, "{}");
    cr_assert_eq(source.length, 2);
    cr_assert_eq(source_of("record", "\xef\xbb").length, 2);
}

Test(import, a_file_of_another_kind_is_refused_by_the_name_of_what_it_is)
{
    ASSERT_REFUSED("minutes.md", "%PDF-1.7\n", "the file is a PDF document");
    ASSERT_REFUSED("a.json", "\x1f\x8b\x08\0\0\0", "the file is a gzip file");
    ASSERT_REFUSED("a.csv", "PK\x03\x04\x14\0", "the file is a ZIP archive");
    ASSERT_REFUSED("a", "PK\x03\x04........[Content_Types].xml....word/document.xml", "DOCX");
    ASSERT_REFUSED("a", "PK\x03\x04........xl/workbook.xml", "XLSX");
    ASSERT_REFUSED("a", "PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", "ODT");
    ASSERT_REFUSED("a.xml", "\n<!DOCTYPE html>\n<title>x</title>", "the file is a page of HTML");
    ASSERT_REFUSED("a.md", "<!-- x > -->\n<HTML lang=en>", "the file is a page of HTML");
    ASSERT_REFUSED("a.md", "<!----><html>", "the file is a page of HTML");
    ASSERT_REFUSED("a.png", "\x89PNG\r\n\x1a\n", "an image (PNG)");
    ASSERT_REFUSED("a.jpg", "\xff\xd8\xff\xe0", "an image (JPEG)");
    ASSERT_REFUSED("a.json", "\xff\xfe{\0}\0", "UTF-16; ");
    ASSERT_REFUSED("a.json", "{\0}\0", "UTF-16; ");
    ASSERT_REFUSED("a.json", "\0{\0}", "UTF-16; ");
    ASSERT_REFUSED("a.rtf", "{\\rtf1", "an RTF document");
}

Test(import, an_unknown_file_is_refused_by_what_it_looks_like)
{
    ASSERT_REFUSED("feed.xml", "<?xml version='1.0'?>\n<!-- <a> -->\n<rss version='2.0'>",
                   "XML with the root element <rss>");
    ASSERT_REFUSED("notes", "Dear all,\n", "the file is a text");
    ASSERT_REFUSED("notes", "Dear all,\n", "--format");
    ASSERT_REFUSED("core", "x\0\0\0\0", "a binary file");
    ASSERT_REFUSED("notes", "", "the file is empty");
    ASSERT_REFUSED("cut.xml", "<!-- no end", "the file is a text");
}

Test(import, a_folder_gives_the_files_with_the_suffix_of_a_format)
{
    cr_assert(import_is_data("record.json"));
    cr_assert(import_is_data("record.JSON"));
    cr_assert_not(import_is_data(".json"));
    cr_assert_not(import_is_data(".record.json"));
    cr_assert_not(import_is_data("schema.json"));
    cr_assert_eq(import_use_of("record.json.allow-shrink"), IMPORT_IGNORED);
    cr_assert_eq(import_use_of("allow-shrink"), IMPORT_NONE);
    cr_assert_not(import_is_data("README.json"));
    cr_assert_not(import_is_data("readme.json"));
    cr_assert_not(import_is_data("LICENSE.json"));
    cr_assert_not(import_is_data("record"));
}

Test(import, a_suffix_that_files_of_no_format_have_is_only_tried)
{
    cr_assert_eq(import_use_of("minutes.txt"), IMPORT_TRIED);
    cr_assert_eq(import_use_of("minutes.md"), IMPORT_DATA);
    cr_assert_eq(import_use_of("minutes.docx"), IMPORT_NONE);
    cr_assert_eq(import_use_of("minutes"), IMPORT_NONE);
    cr_assert_eq(import_use_of("LICENSE.txt"), IMPORT_IGNORED);
    cr_assert_eq(import_use_of(".minutes.docx"), IMPORT_IGNORED);
}

Test(import, a_file_without_a_suffix_of_a_format_is_called_what_it_looks_like)
{
    static const char *const cases[][2] = {
        {"%PDF-1.7\n", "a PDF document; save its text as Markdown (.md)"},
        {"<!doctype html><p>x", "a page of HTML; save its text as Markdown (.md)"},
        {"{\"meetings\": []}", "a record in rapporteur's own JSON; give it the suffix .json"},
        {"<schedule><conference/></schedule>",
         "a schedule of a conference in XML (frab, pretalx); give it the suffix .xml"},
        {"Dear all,\n", "a text; give it the suffix of its format, if it has one"},
        {"", "empty"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DRAFT_MESSAGE_BYTES];
        const struct draft_source source = source_of("data.bak", cases[i][0]);
        import_write_likeness(&source, text);
        cr_expect_str_eq(text, cases[i][1]);
    }
}

Test(import, every_format_has_its_own_name_a_title_and_a_way_to_be_found)
{
    for (size_t i = 0; i < import_format_count; i++) {
        const struct import_format *format = import_formats[i];
        cr_assert_eq(import_format_named(format->name), format);
        cr_assert(format->title && format->suffixes && format->media_types, "%s", format->name);
    }
    cr_assert_null(import_format_named("JSON"));
}

Test(import, a_reader_fills_a_draft)
{
    const struct draft_source source = source_of("list", "Harbour\nSchools\n");
    struct draft *draft = import_read(&topics, &source);
    cr_assert(draft);
    cr_assert_null(draft_refusal(draft));
    cr_assert(draft_find(draft, &topic_type, "topic-2"));
    draft_destroy(draft);
}

Test(import, a_line_that_is_not_utf8_or_has_a_nul_is_named)
{
    static const char latin[] = "Harbour\r\nSch\xfclerrat\r\n", null[] = "a\nb\nc\0d\n";
    const struct draft_source sources[] = {import_source("list", latin, sizeof latin - 1),
                                           import_source("list", null, sizeof null - 1)};
    for (unsigned i = 0; i < 2; i++) {
        struct draft *draft = import_read(&topics, &sources[i]);
        cr_assert(draft && draft_refusal(draft));
        cr_assert_eq(draft_refusal(draft)->line, i + 2);
        cr_assert(
            strstr(draft_refusal(draft)->message, i ? "has a NUL" : "save the file as UTF-8"));
        draft_destroy(draft);
    }
}

Test(import, a_file_beyond_the_size_of_its_format_is_refused_with_line_and_limit)
{
    static const struct import_format small = {.name = "small",
                                               .title = "small topics",
                                               .mib_max = 1,
                                               .division = "split it",
                                               .read = topics_read};
    const size_t length = (1 << 20) + 1;
    char *text = malloc(length);
    cr_assert(text);
    memset(text, 'x', length);
    memcpy(text + 10, "\n\n", 2);
    for (size_t beyond = 0; beyond < 2; beyond++) {
        const struct draft_source source = import_source("list", text, length - 1 + beyond);
        struct draft *draft = import_read(&small, &source);
        cr_assert_eq(draft_refusal(draft) != NULL, beyond == 1);
        if (beyond) {
            cr_expect_eq(draft_refusal(draft)->line, 3);
            cr_expect_str_eq(draft_refusal(draft)->message,
                             "the file has more than 1 MiB, the limit of small topics; split it");
        }
        draft_destroy(draft);
    }
    free(text);
}

Test(import, each_format_but_json_has_a_size_beyond_which_it_is_refused)
{
    for (size_t i = 0; i < import_format_count; i++)
        cr_expect(import_formats[i] == &import_json_format ||
                      (import_formats[i]->mib_max && import_formats[i]->division),
                  "%s", import_formats[i]->name);
}

Test(import, what_is_not_read_is_counted_in_plain_words)
{
    char text[DRAFT_MESSAGE_BYTES], name[] = "elements <license>", odd[] = "sheep";
    import_write_unread(&(struct draft_unread){.name = name, .count = 12}, text);
    cr_assert_str_eq(text, "12 elements <license> were not read");
    import_write_unread(&(struct draft_unread){.name = name, .count = 1}, text);
    cr_assert_str_eq(text, "1 element <license> was not read");
    import_write_unread(&(struct draft_unread){.name = odd, .count = 1}, text);
    cr_assert_str_eq(text, "1 sheep was not read");
}

Test(import, reading_survives_each_failing_allocation)
{
    static const char *const texts[][2] = {
        {"minutes.md", "# Reef Board, 3 May 2031\n\nPresent: Ada Reef, Bo Tide\n\n## 1. Ebb\n\n"
                       "Ada: It ebbs.\n\nResolved: that it ebbs. For 2, against 0.\n"},
        {"people.csv", "id,name,other_names\na,A,b; c\n,B,\n"},
        {"record.yaml", "topics:\n- id: a\n  label: A\n"},
        {"schedule.xml", "<schedule><conference><title>T</title></conference></schedule>"},
        {"schedule.json", "{\"schedule\": {\"conference\": {\"title\": \"T\"}}}"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct draft_source source = source_of(texts[i][0], texts[i][1]);
        const struct import_format *format = import_recognise(&source, NULL, &refusal);
        bool failed = true;
        cr_assert(format && format->read, "%s", texts[i][0]);
        for (size_t index = 0; failed; index++) {
            struct draft_text text;
            failing_memory_begin(index);
            struct draft *draft = import_read(format, &source);
            const bool written = draft && draft_write(draft, &text);
            failed = failing_memory_end();
            cr_expect(failed || written, "%s: allocation %zu", texts[i][0], index);
            if (written)
                draft_text_finish(&text);
            draft_destroy(draft);
        }
    }
}
