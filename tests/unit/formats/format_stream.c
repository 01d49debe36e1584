/* The work and the length of a file that is streamed. */
#include "formats/format_stream.h"

#include <criterion/criterion.h>
#include <stdlib.h>

enum {
    RECORDS = 10,
    RECORD_BYTES = 100
};

static uint64_t included; /* units that each record spends for included ones */
static size_t record_bytes, records_written;
static bool end_fails;
static struct work request_work;

static void write_record(struct format_writer *writer, const struct record *record)
{
    (void)record;
    records_written++;
    work_spend(writer->work, WORK_INCLUDED, included);
    for (size_t i = 0; i < record_bytes; i++)
        buffer_append_byte(writer->out, 'r');
}

static void write_end(struct format_writer *writer)
{
    buffer_append_text(writer->out, "end");
    writer->out->failed |= end_fails;
}

static const struct format format = {.write = write_record, .end = write_end};

static struct body_source *create(struct work *work)
{
    static const struct record_view view;
    struct paged paged = {.total = RECORDS};
    const struct format_writer writer = {.view = &view, .paged = &paged, .work = work};
    const struct record **records = calloc(RECORDS, sizeof *records);
    cr_assert(records);
    struct body_source *source = format_stream_create(&format, &writer, records, RECORDS, NULL);
    cr_assert(source);
    return source;
}

/* Returns the number of records before the stream ends or fails. */
static size_t read_records(struct body_source *source, bool *ret_failed)
{
    struct buffer out;
    size_t count = 0;
    buffer_init(&out, RESPONSE_BODY_MAX);
    while (source->write(source, &out) && !out.failed) {
        buffer_clear(&out);
        count++;
    }
    *ret_failed = out.failed;
    buffer_finish(&out);
    return count;
}

static void set_up(void)
{
    included = 0;
    record_bytes = RECORD_BYTES;
    work_begin(&request_work, WORK_DEFAULT, 0);
}

TestSuite(format_stream, .init = set_up);

Test(format_stream, fails_at_a_record_that_takes_too_much_work)
{
    bool failed;
    included = FORMAT_STREAM_RECORD;
    struct body_source *source = create(&request_work);
    cr_expect_eq(read_records(source, &failed), 0);
    cr_expect(failed);
    source->destroy(source);
    included = 0;
    record_bytes = FORMAT_STREAM_RECORD / WORK_BYTE + 1;
    source = create(&request_work);
    cr_expect_eq(read_records(source, &failed), 0);
    cr_expect(failed);
    source->destroy(source);
}

Test(format_stream, fails_if_its_included_records_take_more_than_a_request_may)
{
    bool failed;
    included = WORK_DEFAULT / 7;
    struct body_source *source = create(&request_work);
    cr_expect_eq(read_records(source, &failed), 7);
    cr_expect(failed);
    source->destroy(source);
    source = create(NULL);
    cr_expect_eq(read_records(source, &failed), RECORDS);
    cr_expect_not(failed);
    source->destroy(source);
}

Test(format_stream, its_records_may_be_longer_together_than_an_answer)
{
    bool failed;
    record_bytes = 3 << 20;
    struct body_source *source = create(&request_work);
    cr_expect_eq(read_records(source, &failed), RECORDS);
    cr_expect_not(failed);
    source->destroy(source);
}

Test(format_stream, has_its_whole_length_after_it_is_counted_and_begins_again)
{
    bool failed;
    struct body_source *source = create(&request_work);
    cr_expect_eq(source->length, BODY_LENGTH_UNKNOWN);
    format_stream_count(source, &request_work);
    cr_expect_eq(source->length, RECORDS * RECORD_BYTES + 3);
    cr_expect_eq(request_work.by_purpose[WORK_WRITING], RECORDS * RECORD_BYTES * WORK_BYTE);
    cr_expect_eq(read_records(source, &failed), RECORDS);
    source->destroy(source);
}

Test(format_stream, has_all_work_for_included_records_again_after_it_is_counted)
{
    bool failed;
    included = WORK_DEFAULT / RECORDS;
    struct body_source *source = create(&request_work);
    format_stream_count(source, &request_work);
    cr_expect_eq(source->length, RECORDS * RECORD_BYTES + 3);
    cr_expect_eq(read_records(source, &failed), RECORDS);
    cr_expect_not(failed);
    source->destroy(source);
}

Test(format_stream, has_no_known_length_if_a_record_or_the_end_fails)
{
    included = FORMAT_STREAM_RECORD;
    struct body_source *source = create(&request_work);
    format_stream_count(source, &request_work);
    cr_expect_eq(source->length, BODY_LENGTH_UNKNOWN);
    cr_expect_eq(records_written, 1, "counting goes on after a record that fails");
    source->destroy(source);
    included = 0;
    end_fails = true;
    source = create(&request_work);
    format_stream_count(source, &request_work);
    cr_expect_eq(source->length, BODY_LENGTH_UNKNOWN);
    source->destroy(source);
}

Test(format_stream, counting_it_ends_with_the_work_of_the_request)
{
    struct body_source *source = create(&request_work);
    work_begin(&request_work, (uint64_t)4 * RECORD_BYTES * WORK_BYTE, 0);
    format_stream_count(source, &request_work);
    cr_expect_eq(source->length, BODY_LENGTH_UNKNOWN);
    cr_expect(work_is_used_up(&request_work));
    source->destroy(source);
}

/* The limit of a record counts its own bytes, not those that are in the buffer before it. */
Test(format_stream, a_record_may_follow_many_bytes_in_one_buffer)
{
    struct buffer out;
    struct body_source *source = create(&request_work);
    buffer_init(&out, RESPONSE_BODY_MAX);
    for (size_t i = 0; i <= FORMAT_STREAM_RECORD / WORK_BYTE; i++)
        buffer_append_byte(&out, '.');
    const size_t before = out.length;
    cr_expect(source->write(source, &out));
    cr_expect_not(out.failed);
    cr_expect_eq(out.length, before + RECORD_BYTES);
    buffer_finish(&out);
    source->destroy(source);
}
