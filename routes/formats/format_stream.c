#include "formats/format_stream.h"

#include <stdlib.h>

struct format_stream {
    struct body_source source;
    const struct format *format;
    struct format_writer writer;
    struct record_view view;
    struct paged paged;
    const struct record *const *records;
    const struct record **owned; /* the same, or NULL if they are borrowed */
    size_t count, next;
    bool begun;
};

static void format_stream_begin(struct format_stream *stream, struct buffer *out)
{
    stream->begun = true;
    stream->writer.out = out;
    stream->writer.records = stream->records;
    stream->writer.count = stream->count;
    json_writer_init(&stream->writer.json, out);
    if (stream->format->begin)
        stream->format->begin(&stream->writer);
}

/* Writes one record, or the end of the file. */
static bool format_stream_write(struct body_source *source, struct buffer *out)
{
    struct format_stream *stream = (struct format_stream *)source;
    if (!stream->begun)
        format_stream_begin(stream, out);
    if (stream->next < stream->count) {
        stream->format->write(&stream->writer, stream->records[stream->next++]);
        return true;
    }
    if (stream->format->end)
        stream->format->end(&stream->writer);
    if (stream->format->json)
        buffer_append_byte(out, '\n');
    return false;
}

static void format_stream_rewind(struct body_source *source)
{
    struct format_stream *stream = (struct format_stream *)source;
    stream->begun = false;
    stream->next = 0;
}

static void format_stream_destroy(struct body_source *source)
{
    struct format_stream *stream = (struct format_stream *)source;
    free(stream->owned);
    free(stream);
}

struct body_source *format_stream_create(const struct format *format,
                                         const struct format_writer *writer,
                                         const struct record **records, size_t count,
                                         const struct record *const *listed)
{
    struct format_stream *stream = calloc(1, sizeof *stream);
    if (!stream)
        return NULL;
    const bool borrowed = listed && memcmp(records, listed, count * sizeof *records) == 0;
    stream->source =
        (struct body_source){.write = format_stream_write,
                             .rewind = format_stream_rewind,
                             .destroy = format_stream_destroy,
                             .bytes = sizeof *stream + (borrowed ? 0 : count * sizeof *records)};
    stream->format = format;
    stream->view = *writer->view;
    stream->paged = (struct paged){.total = writer->paged->total};
    stream->writer = (struct format_writer){.archive = writer->archive,
                                            .base_path = writer->base_path,
                                            .type = writer->type,
                                            .view = &stream->view,
                                            .paged = &stream->paged};
    stream->records = borrowed ? listed : records;
    stream->owned = borrowed ? NULL : records;
    stream->count = count;
    if (borrowed)
        free(records);
    return (struct body_source *)stream;
}
