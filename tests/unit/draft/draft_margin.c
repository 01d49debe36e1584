#include "draft/draft_margin.h"

#include "draft/draft.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char text[] =
    "Minutes\n\nPresent: Ada, Ben\nThe harbour\nThe schools\nThe end\x1b\r\n";
static const struct draft_source source = {
    .name = "minutes", .bytes = text, .length = sizeof text - 1};
static struct draft *draft;
static struct buffer out;

static void set_up(void)
{
    draft = draft_create(&source);
    cr_assert(draft);
    buffer_init(&out, 10000);
    draft_add_document(draft, "minutes", "Minutes", "minutes", "text/plain");
    draft_add(draft, &meeting_type, "meeting", (struct line_span){3, 5}, "D1");
    draft_add(draft, &person_type, "ada", (struct line_span){3, 3}, "A3");
    draft_add(draft, &person_type, "ben", (struct line_span){3, 3}, "A3");
    draft_add(draft, &topic_type, "schools", (struct line_span){5, 5}, NULL);
    draft_explain(draft, (struct line_span){1, 1}, "title", "D2");
}

static void tear_down(void)
{
    draft_destroy(draft);
    buffer_finish(&out);
}

TestSuite(draft_margin, .init = set_up, .fini = tear_down);

Test(draft_margin, each_line_is_beside_what_it_became_and_a_lost_line_is_seen)
{
    static const char expected[] = "     1  title D2                     | Minutes\n"
                                   "     2                               | \n"
                                   "     3  person A3 (2)                | Present: Ada, Ben\n"
                                   "     4  meeting D1                   | The harbour\n"
                                   "     5  topic                        | The schools\n"
                                   "     6  -                            | The end?\n";
    cr_assert(draft_write_margin(draft, &out));
    buffer_append_byte(&out, '\0');
    cr_assert_str_eq(out.bytes, expected);
}

Test(draft_margin, lost_lines_are_counted)
{
    struct draft_lost_lines lost;
    cr_assert(draft_count_lost_lines(draft, 1, &lost));
    cr_assert_eq(lost.count, 1);
    cr_assert_eq(lost.first, 6);
    cr_assert_eq(lost.of, 5);
}

Test(draft_margin, lost_lines_before_the_given_one_are_not_counted)
{
    struct draft_lost_lines lost;
    cr_assert(draft_count_lost_lines(draft, 7, &lost));
    cr_assert_eq(lost.count + lost.of + lost.first, 0);
}

Test(draft_margin, lines_beyond_the_source_are_ignored)
{
    draft_add(draft, &topic_type, "beyond", (struct line_span){6, 7}, NULL);
    cr_assert(draft_write_margin(draft, &out));
    buffer_append_byte(&out, '\0');
    cr_assert(strstr(out.bytes, "     6  -  "));
    cr_assert_not(strstr(out.bytes, "     7 "));
}

Test(draft_margin, many_records_of_all_lines_take_little_time)
{
    enum {
        LINES = 200 * 1000,
        RECORDS = 20 * 1000
    };
    char *lines = malloc(LINES);
    cr_assert(lines);
    memset(lines, '\n', LINES);
    const struct draft_source many = {.name = "many", .bytes = lines, .length = LINES};
    struct draft *large = draft_create(&many);
    for (int i = 0; i < RECORDS; i++) {
        char id[20];
        snprintf(id, sizeof id, "t%d", i);
        draft_add(large, &topic_type, id, (struct line_span){1 + i % 7, LINES}, NULL);
    }
    struct draft_lost_lines lost;
    cr_assert(draft_count_lost_lines(large, 1, &lost));
    cr_assert_eq(lost.count, 0);
    draft_destroy(large);
    free(lines);
}

Test(draft_margin, failing_allocations_are_reported)
{
    bool failed = true;
    for (size_t i = 0; failed; i++) {
        buffer_finish(&out);
        failing_memory_begin(i);
        const bool written = draft_write_margin(draft, &out);
        failed = failing_memory_end();
        cr_assert_eq(written, !failed, "%zu", i);
    }
}

Test(draft_margin, the_records_of_a_text_have_the_lines_up_to_the_next_one)
{
    struct line_writer writer;
    struct draft_text made;
    struct draft *written = draft_create(&source);
    line_writer_init(&writer);
    buffer_append_text(&writer.text, "{}");
    line_writer_begin_records(&writer, &topic_type);
    line_writer_add_record(&writer, 3);
    line_writer_add_record(&writer, 5);
    line_writer_begin_records(&writer, &person_type);
    line_writer_add_record(&writer, 6);
    cr_assert(line_writer_finish(&writer, &made));
    draft_take_text(written, &made);
    cr_assert_eq(draft_count(written, &topic_type), 2);
    cr_assert_eq(draft_count(written, &person_type), 1);
    cr_assert_eq(draft_count(written, &event_type), 0);
    cr_assert(draft_write_margin(written, &out));
    buffer_append_byte(&out, '\0');
    cr_assert(strstr(out.bytes, "     1  data file "));
    cr_assert(strstr(out.bytes, "     4  topic "));
    cr_assert(strstr(out.bytes, "     6  person "));
    draft_destroy(written);
}
