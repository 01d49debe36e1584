/* Newline-delimited JSON: one record per line, for programs that process one record at a time.
 *
 * The separators of lines that Unicode has besides the line feed (U+0085, U+2028 and U+2029) are
 * escaped: some readers, such as Python's splitlines, end a line there.
 */
#include "formats/ndjson.h"

#include "formats/format.h"
#include "formats/record_json.h"

#include <string.h>

/* Returns the length of a separator of lines at the beginning of a text, or 0. */
static size_t separator_length(const char *at, size_t length)
{
    if (length > 1 && memcmp(at, "\xC2\x85", 2) == 0)
        return 2;
    return length > 2 && memcmp(at, "\xE2\x80", 2) == 0 && (at[2] == '\xA8' || at[2] == '\xA9') ? 3
                                                                                                : 0;
}

/* Returns the position from `at` on of the next separator that begins with a byte, or `end`. */
static size_t find_separator_of(const char *bytes, size_t at, size_t end, int first)
{
    const char *found = at < end ? memchr(bytes + at, first, end - at) : NULL;
    while (found && !separator_length(found, (size_t)(bytes + end - found))) {
        at = (size_t)(found - bytes) + 1;
        found = memchr(bytes + at, first, end - at);
    }
    return found ? (size_t)(found - bytes) : end;
}

/* Returns the position of the next separator from `at` on, or the length of the buffer. */
static size_t find_separator(const struct buffer *out, size_t at)
{
    const size_t line = find_separator_of(out->bytes, at, out->length, 0xE2);
    return find_separator_of(out->bytes, at, line, 0xC2);
}

/* Escapes the separators in the line that begins at `from`. Few have any, so they are searched for
 * after the line is written, and only what follows them is copied. */
static void escape_separators(struct buffer *out, size_t from)
{
    size_t at = out->failed ? out->length : find_separator(out, from);
    if (at == out->length)
        return;
    struct buffer rest;
    buffer_init(&rest, out->length - at);
    buffer_append(&rest, out->bytes + at, out->length - at);
    out->failed |= rest.failed;
    out->length = at;
    for (at = 0; at < rest.length && !rest.failed;) {
        const size_t length = separator_length(rest.bytes + at, rest.length - at);
        const size_t next = find_separator(&rest, at + length);
        if (length)
            buffer_append_text(out, length == 2                    ? "\\u0085"
                                    : rest.bytes[at + 2] == '\xA8' ? "\\u2028"
                                                                   : "\\u2029");
        buffer_append(out, rest.bytes + at + length, next - at - length);
        at = next;
    }
    buffer_finish(&rest);
}

void ndjson_end_line(struct buffer *out, size_t from)
{
    escape_separators(out, from);
    buffer_append_byte(out, '\n');
}

static void ndjson_write_record(struct format_writer *writer, const struct record *record)
{
    const size_t from = writer->out->length;
    json_writer_init(&writer->json, writer->out);
    record_json_write(&writer->json, writer->base_path, writer->archive, record, writer->view,
                      writer->work);
    ndjson_end_line(writer->out, from);
}

static const char *const unsupported[] = {"facet", "pretty", NULL};

const struct format format_ndjson = {
    .suffix = ".ndjson",
    .name = "NDJSON",
    .media_type = "application/x-ndjson",
    .documentation = "Newline-delimited JSON, with one record per line.",
    .file = true,
    .unsupported = unsupported,
    .write = ndjson_write_record,
};
