#include "draft/draft.h"

#include "draft/draft_id.h"
#include "draft/draft_text.h"
#include "load/load.h"

#include "failing_memory.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct draft_source source = {
    .name = "minutes.md", .bytes = "Minutes\n\nPresent: all\n", .length = 22};
static struct draft *draft;
static char id[DRAFT_ID_BYTES];

static void set_up(void)
{
    draft = draft_create(&source);
    cr_assert(draft);
}

static void tear_down(void)
{
    draft_destroy(draft);
}

static struct line_span span(unsigned first, unsigned last)
{
    return (struct line_span){.first = first, .last = last};
}

static json_t *add_meeting(struct line_span lines)
{
    json_t *meeting = draft_add(draft, &meeting_type, "council", lines, "D1");
    draft_set(draft, meeting, "name", json_string("Council"));
    return meeting;
}

TestSuite(draft, .init = set_up, .fini = tear_down);

Test(draft, is_written_as_a_data_file_that_the_loader_takes)
{
    struct draft_text text;
    struct faults faults;
    struct archive *archive = NULL;
    draft_add_document(draft, "minutes", "Minutes", "minutes", "text/markdown");
    json_t *topic = draft_add(draft, &topic_type, "harbour", span(3, 3), NULL);
    draft_set(draft, topic, "label", json_string("Harbour"));
    cr_assert(draft_write(draft, &text));
    faults_init(&faults);
    const enum load_status status =
        load_archive_text("minutes.md", text.text, text.length, &faults, &archive);
    faults_write(&faults, stderr);
    cr_assert_eq(status, LOAD_SUCCEEDED);
    archive_destroy(archive);
    faults_finish(&faults);
    draft_text_finish(&text);
}

Test(draft, each_record_is_on_a_line_that_knows_its_line_of_the_source)
{
    struct draft_text text;
    add_meeting(span(2, 3));
    cr_assert(draft_write(draft, &text));
    const char *at = strstr(text.text, "\"council\"");
    cr_assert(at);
    unsigned line = 1;
    for (const char *byte = text.text; byte < at; byte++)
        line += *byte == '\n';
    cr_expect_eq(draft_text_line(&text, line), 2);
    cr_expect_eq(draft_text_line(&text, line - 1), 0);
    cr_expect_eq(draft_text_line(&text, (unsigned)text.line_count + 1), 0);
    draft_text_finish(&text);
}

static void check_sources(const char *expected)
{
    json_t *top = draft_json(draft);
    char *sources =
        json_dumps(json_object_get(json_array_get(json_object_get(top, "meetings"), 0), "sources"),
                   JSON_COMPACT);
    cr_expect_str_eq(sources ? sources : "none", expected);
    free(sources);
    json_decref(top);
}

Test(draft, a_record_cites_its_lines_once_and_lines_that_follow_as_a_range)
{
    draft_add_document(draft, "minutes", "Minutes", "minutes", "text/markdown");
    json_t *meeting = add_meeting(span(1, 1));
    draft_cite(draft, &meeting_type, meeting, span(2, 2));
    draft_cite(draft, &meeting_type, meeting, span(1, 2));
    draft_cite(draft, &meeting_type, meeting, span(4, 5));
    draft_cite(draft, &meeting_type, meeting, span(0, 0));
    check_sources("[{\"document\":\"minutes\",\"lines\":\"1-2\"},"
                  "{\"document\":\"minutes\",\"lines\":\"4-5\"}]");
}

Test(draft, a_record_without_a_document_cites_nothing)
{
    add_meeting(span(1, 1));
    check_sources("none");
}

Test(draft, the_document_has_the_digest_and_the_lines_of_its_source)
{
    json_t *document = draft_add_document(draft, "minutes", "Minutes", "minutes", "text/markdown");
    cr_expect_eq(json_integer_value(json_object_get(document, "lines")), 3);
    cr_expect_str_eq(json_string_value(json_object_get(document, "sha256")),
                     "097c90586456e83dd1a7c1576f24780769ed692220571802d3a4d9eb55ca91c3");
}

Test(draft, lists_keep_each_text_once)
{
    json_t *meeting = add_meeting(span(1, 1));
    draft_infer(draft, meeting, "start_date");
    draft_infer(draft, meeting, "end_date");
    draft_infer(draft, meeting, "start_date");
    cr_expect_eq(json_array_size(json_object_get(meeting, "inferred")), 2);
    cr_expect_eq(json_object_get(draft_find(draft, &meeting_type, "council"), "inferred"),
                 json_object_get(meeting, "inferred"));
}

Test(draft, warnings_are_kept_up_to_a_number_and_counted_beyond_it)
{
    size_t count, more;
    for (unsigned i = 0; i < DRAFT_NOTES_MAX + 2; i++)
        draft_warn(draft, i, "the slip %u", i);
    const struct draft_note *warnings = draft_warnings(draft, &count, &more);
    cr_assert_eq(count, DRAFT_NOTES_MAX);
    cr_expect_eq(more, 2);
    cr_expect_str_eq(warnings[99].message, "the slip 99");
    cr_expect_eq(warnings[99].line, 99);
}

Test(draft, the_first_refusal_counts)
{
    cr_expect_null(draft_refusal(draft));
    draft_refuse(draft, 7, "an agenda only");
    draft_refuse(draft, 9, "no date");
    cr_assert(draft_refusal(draft));
    cr_expect_eq(draft_refusal(draft)->line, 7);
    cr_expect_str_eq(draft_refusal(draft)->message, "an agenda only");
}

Test(draft, what_was_not_read_is_counted_by_name_with_its_first_line)
{
    size_t count;
    draft_count_unread(draft, "elements <license>", 4);
    draft_count_unread(draft, "elements <logo>", 5);
    draft_count_unread(draft, "elements <license>", 9);
    const struct draft_unread *unread = draft_unread(draft, &count);
    cr_assert_eq(count, 2);
    cr_expect_str_eq(unread[0].name, "elements <license>");
    cr_expect_eq(unread[0].count, 2);
    cr_expect_eq(unread[0].line, 4);
}

static const char *slug(const char *text)
{
    return draft_slug(draft, text, strlen(text), id);
}

Test(draft, a_slug_without_memory_is_no_hash_in_silence)
{
    failing_memory_begin(0);
    slug("Call to order");
    cr_assert(failing_memory_end());
    cr_expect(draft_is_out_of_memory(draft));
}

Test(draft, the_document_of_a_file_whose_name_another_folder_has_is_named_by_its_folder)
{
    const struct draft_source other = {.name = "a/2031/x.md",
                                       .bytes = "x",
                                       .length = 1,
                                       .folder = "2031/Spring",
                                       .folder_length = 11};
    struct draft *second = draft_create(&other);
    cr_assert(second);
    draft_add_document(second, "x-md", "X", "other", "text/plain");
    cr_expect_str_eq(draft_document(second), "2031-spring-x-md");
    draft_destroy(second);
}

Test(draft, an_id_is_a_slug_of_the_title)
{
    cr_expect_str_eq(slug("Call to order"), "call-to-order");
    cr_expect_str_eq(slug("  Łódź & Özgür: O’Brien's  plan! "), "lodz-ozgur-obriens-plan");
    cr_expect_str_eq(slug("x"), "x");
    cr_expect_str_eq(slug(""), "x");
}

Test(draft, a_title_of_another_script_is_hashed)
{
    cr_expect_eq(strlen(slug("Протокол")), 9);
    cr_expect_eq(id[0], 'x');
    char other[DRAFT_ID_BYTES];
    cr_expect_str_neq(draft_slug(draft, "Повестка", strlen("Повестка"), other), id);
}

Test(draft, a_long_title_is_cut_between_words)
{
    cr_expect_str_eq(slug("one two three four five six seven eight nine ten eleven twelve"),
                     "one-two-three-four-five-six-seven-eight-nine-ten-eleven");
}

Test(draft, equal_ids_are_numbered)
{
    add_meeting(span(1, 1));
    cr_expect_str_eq(draft_new_id(draft, &meeting_type, "", "council", id), "council-2");
    draft_add(draft, &meeting_type, id, span(1, 1), NULL);
    cr_expect_str_eq(draft_new_id(draft, &meeting_type, "council", "", id), "council-3");
    cr_expect_str_eq(draft_new_id(draft, &topic_type, "council", "harbour", id), "council-harbour");
}

Test(draft, a_long_id_ends_with_its_hash)
{
    char other[DRAFT_ID_BYTES];
    char prefix[101], name[61];
    memset(prefix, 'a', 100);
    memset(name, 'b', 60);
    prefix[100] = name[60] = '\0';
    draft_new_id(draft, &topic_type, prefix, name, id);
    cr_expect_leq(strlen(id), SLUG_BYTES_MAX);
    name[59] = 'c';
    draft_new_id(draft, &topic_type, prefix, name, other);
    cr_expect_str_neq(id, other);
}

Test(draft, may_consist_of_a_text_that_a_reader_wrote_with_the_lines_of_its_source)
{
    struct line_writer writer;
    struct draft_text text;
    line_writer_init(&writer);
    buffer_append_text(&writer.text, "{\"topics\":");
    line_writer_end_line(&writer, 7);
    buffer_append_text(&writer.text, "[]}");
    line_writer_end_line(&writer, 9);
    cr_assert(line_writer_finish(&writer, &text));
    draft_take_text(draft, &text);
    cr_assert_null(text.text);
    cr_assert(draft_write(draft, &text));
    cr_assert_str_eq(text.text, "{\"topics\":\n[]}\n");
    cr_assert_eq(draft_text_line(&text, 1), 7);
    cr_assert_eq(draft_text_line(&text, 2), 9);
    draft_text_finish(&text);
    json_t *json = draft_json(draft);
    cr_assert(json_is_array(json_object_get(json, "topics")));
    json_decref(json);
}

Test(draft, a_slug_has_at_most_60_bytes_and_ends_between_words)
{
    static const char sixty[] = "abcdefghi-bcdefghij-cdefghijk-defghijkl-efghijklm-fghijklmno";
    char text[70];
    cr_expect_str_eq(slug(sixty), sixty);
    snprintf(text, sizeof text, "%s!", sixty);
    cr_expect_str_eq(slug(text), "abcdefghi-bcdefghij-cdefghijk-defghijkl-efghijklm");
    memset(text, 'a', 61);
    text[61] = '\0';
    cr_expect_eq(strlen(slug(text)), 60, "one word is cut");
    cr_expect_str_eq(slug("a0-z9"), "a0-z9");
    cr_expect_str_eq(slug("a/0:z{9b"), "a-0-z-9b");
    cr_expect_str_eq(slug("!!a!!"), "a");
    cr_expect_eq(strlen(slug("!!")), 9);
}

/* Expects the id of a prefix of `length` bytes to be cut, or not. */
static void expect_cut(size_t length, bool cut)
{
    char prefix[SLUG_BYTES_MAX + 9];
    memset(prefix, 'a', length);
    prefix[length] = '\0';
    draft_write_id(prefix, "b", id);
    cr_expect_eq(strlen(id) == length + 2, !cut, "%zu: %s", length, id);
    cr_expect_leq(strlen(id), SLUG_BYTES_MAX - 7, "a number may follow");
}

Test(draft, an_id_leaves_room_for_a_number)
{
    expect_cut(SLUG_BYTES_MAX - 10, false);
    expect_cut(SLUG_BYTES_MAX - 9, false);
    expect_cut(SLUG_BYTES_MAX - 8, true);
    cr_expect_eq(strlen(id), SLUG_BYTES_MAX - 7, "as much as possible is kept");
    cr_expect_str_eq(draft_write_id("a", "", id), "a");
    cr_expect_str_eq(draft_write_id("", "b", id), "b");
    cr_expect_str_eq(draft_write_id("a", "b", id), "a-b");
}

Test(draft, a_cut_id_has_no_two_hyphens)
{
    char prefix[SLUG_BYTES_MAX + 1];
    for (size_t hyphen = SLUG_BYTES_MAX - 24; hyphen < SLUG_BYTES_MAX - 8; hyphen++) {
        memset(prefix, 'z', SLUG_BYTES_MAX);
        prefix[SLUG_BYTES_MAX] = '\0';
        prefix[hyphen] = '-';
        draft_write_id(prefix, "b", id);
        cr_expect(!strstr(id, "--"), "%s", id);
    }
}

Test(draft, the_first_free_number_follows_an_id)
{
    char expected[30];
    for (unsigned number = 1; number <= 20; number++) {
        draft_new_id(draft, &topic_type, "lamps", "", id);
        snprintf(expected, sizeof expected, number > 1 ? "lamps-%u" : "lamps", number);
        cr_expect_str_eq(id, expected);
        draft_add(draft, &topic_type, id, span(1, 1), NULL);
    }
}
