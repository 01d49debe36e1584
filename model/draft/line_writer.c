#include "draft/line_writer.h"

#include "base/array.h"

#include <stdlib.h>

void line_writer_init(struct line_writer *writer)
{
    *writer = (struct line_writer){.failed = false};
    buffer_init(&writer->text, SIZE_MAX);
}

/* Appends a number to an array of `count`. Returns the array, or NULL if out of memory. */
static uint32_t *append_number(uint32_t *at, size_t *capacity, size_t count, unsigned number)
{
    at = array_reserve(at, capacity, count + 1, sizeof *at);
    if (at)
        at[count] = number;
    return at;
}

void line_writer_end_line(struct line_writer *writer, unsigned line)
{
    struct draft_text *made = &writer->made;
    buffer_append_byte(&writer->text, '\n');
    uint32_t *lines = append_number(made->lines, &writer->line_capacity, made->line_count, line);
    writer->failed |= !lines;
    if (!lines)
        return;
    made->lines = lines;
    made->line_count++;
}

void line_writer_begin_records(struct line_writer *writer, const struct record_type *type)
{
    writer->type = type;
}

void line_writer_add_record(struct line_writer *writer, unsigned line)
{
    struct draft_text *made = &writer->made;
    uint32_t *lines =
        append_number(made->record_lines, &writer->record_capacity, made->record_count, line);
    writer->failed |= !lines;
    if (!lines)
        return;
    made->record_lines = lines;
    made->record_count++;
    if (writer->type && !made->first_records[writer->type->ordinal])
        made->first_records[writer->type->ordinal] = made->record_count;
}

bool line_writer_finish(struct line_writer *writer, struct draft_text *ret_text)
{
    struct draft_text made = writer->made;
    made.length = writer->text.length;
    made.text = writer->failed ? NULL : buffer_steal_text(&writer->text);
    buffer_finish(&writer->text);
    line_writer_init(writer);
    if (!made.text) {
        draft_text_finish(&made);
        return false;
    }
    *ret_text = made;
    return true;
}
