#include "tables/table_rows.h"

#include "base/array.h"
#include "base/buffer.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    CELL_BLOCK_BYTES = 65536 /* by which libcsv makes its cell longer */
};

static const char delimiters[] = ",;\t";

/* The cells of the row that is being read, one after the other, each ended by a NUL. */
struct rows_reader {
    table_row_visitor *visit;
    void *context;
    struct buffer text;
    size_t starts[TABLE_CELLS_MAX];
    size_t lengths[TABLE_CELLS_MAX];
    const char *cells[TABLE_CELLS_MAX];
    size_t count;
    struct line_span lines; /* from the first line of the row to the current line */
    unsigned cell_line;     /* on which the cell begins that is being read */
    bool between_rows;
    enum table_rows_status status;
};

static void rows_reader_take_cell(void *bytes, size_t length, void *context)
{
    struct rows_reader *reader = context;
    reader->between_rows = false;
    reader->cell_line = reader->lines.last;
    if (reader->count == TABLE_CELLS_MAX && reader->status == TABLE_ROWS_READ)
        reader->status = TABLE_ROWS_TOO_MANY;
    if (reader->status != TABLE_ROWS_READ)
        return;
    reader->starts[reader->count] = reader->text.length;
    reader->lengths[reader->count++] = length;
    buffer_append(&reader->text, bytes, length);
    buffer_append_byte(&reader->text, '\0');
    if (reader->text.failed)
        reader->status = TABLE_ROWS_OUT_OF_MEMORY;
}

/* libcsv calls this at each end of a line outside quotation marks, of CR and LF twice. */
static void rows_reader_end_row(int byte, void *context)
{
    struct rows_reader *reader = context;
    (void)byte;
    if (reader->status == TABLE_ROWS_READ && reader->count) {
        for (size_t i = 0; i < reader->count; i++)
            reader->cells[i] = reader->text.bytes + reader->starts[i];
        const struct table_row row = {reader->cells, reader->lengths, reader->count, reader->lines};
        if (!reader->visit(reader->context, &row))
            reader->status = TABLE_ROWS_STOPPED;
    }
    reader->count = 0;
    reader->between_rows = true;
    reader->lines.first = reader->lines.last;
    buffer_clear(&reader->text);
}

static int is_no_space(unsigned char byte)
{
    (void)byte;
    return 0;
}

static void rows_reader_read_line(struct rows_reader *reader, struct csv_parser *parser,
                                  const char *line, size_t length)
{
    reader->lines.last++;
    if (reader->between_rows)
        reader->lines.first = reader->cell_line = reader->lines.last;
    reader->between_rows = false;
    if (csv_parse(parser, line, length, rows_reader_take_cell, rows_reader_end_row, reader) ==
        length)
        return;
    if (reader->status == TABLE_ROWS_READ)
        reader->status =
            csv_error(parser) == CSV_EPARSE ? TABLE_ROWS_STRAY_QUOTE : TABLE_ROWS_OUT_OF_MEMORY;
}

/* Returns the number of bytes of a first line that names the separator, or 0. */
static size_t delimiter_line_length(const char *bytes, size_t length)
{
    static const char name[] = "sep=";
    const size_t start = sizeof name - 1;
    if (length <= start || strncasecmp(bytes, name, start) != 0 ||
        !strchr(delimiters, bytes[start]) || !bytes[start])
        return 0;
    size_t end = start + 1;
    end += end < length && bytes[end] == '\r';
    if (end < length && bytes[end] != '\n')
        return 0;
    return end < length ? end + 1 : end;
}

static void rows_reader_read(struct rows_reader *reader, struct csv_parser *parser,
                             const char *bytes, size_t length)
{
    const size_t named = delimiter_line_length(bytes, length);
    const char *at = bytes + named, *const end = bytes + length;
    reader->lines.last += named != 0;
    while (at < end && reader->status == TABLE_ROWS_READ) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        const char *const next = feed ? feed + 1 : end;
        rows_reader_read_line(reader, parser, at, (size_t)(next - at));
        at = next;
    }
    if (reader->status == TABLE_ROWS_READ &&
        csv_fini(parser, rows_reader_take_cell, rows_reader_end_row, reader) != 0)
        reader->status = TABLE_ROWS_OPEN_QUOTE;
}

enum table_rows_status table_rows_visit(const char *bytes, size_t length, char delimiter,
                                        table_row_visitor *visit, void *context, unsigned *ret_line)
{
    struct csv_parser parser;
    struct rows_reader *reader = malloc(sizeof *reader);
    if (!reader)
        return TABLE_ROWS_OUT_OF_MEMORY;
    reader->visit = visit;
    reader->context = context;
    reader->count = 0;
    reader->lines = (struct line_span){0, 0};
    reader->cell_line = 0;
    reader->between_rows = true;
    reader->status = TABLE_ROWS_READ;
    buffer_init(&reader->text, SIZE_MAX);
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_delim(&parser, (unsigned char)delimiter);
    csv_set_space_func(&parser, is_no_space);
    csv_set_blk_size(&parser, CELL_BLOCK_BYTES);
    rows_reader_read(reader, &parser, bytes, length);
    const enum table_rows_status status = reader->status;
    *ret_line = reader->cell_line;
    csv_free(&parser);
    buffer_finish(&reader->text);
    free(reader);
    return status;
}

bool table_rows_name_delimiter(const char *bytes, size_t length)
{
    return delimiter_line_length(bytes, length) != 0;
}

char table_rows_delimiter(const char *bytes, size_t length)
{
    size_t counts[sizeof delimiters - 1] = {0}, best = 0;
    bool quoted = false, begun = false;
    if (table_rows_name_delimiter(bytes, length))
        return bytes[4];
    for (size_t i = 0; i < length; i++) {
        const char *delimiter = bytes[i] ? strchr(delimiters, bytes[i]) : NULL;
        if (!quoted && begun && (bytes[i] == '\n' || bytes[i] == '\r'))
            break;
        begun |= bytes[i] != '\n' && bytes[i] != '\r';
        quoted ^= bytes[i] == '"';
        if (!quoted && delimiter)
            counts[delimiter - delimiters]++;
    }
    for (size_t i = 1; i < sizeof delimiters - 1; i++)
        if (counts[i] > counts[best])
            best = i;
    return delimiters[best];
}

const char *table_rows_problem(enum table_rows_status status)
{
    switch (status) {
    case TABLE_ROWS_STRAY_QUOTE:
        return "a quotation mark is neither at the beginning nor at the end of a cell; put the "
               "whole cell in quotation marks and double each one inside it";
    case TABLE_ROWS_OPEN_QUOTE:
        return "a quoted cell that begins in this line does not end; add its quotation mark";
    case TABLE_ROWS_TOO_MANY:
        return "the row has more than 4096 cells";
    default:
        return "out of memory";
    }
}
