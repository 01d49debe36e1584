#include "formats/format_stream.h"

#include <stdlib.h>
#include <string.h>

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
    struct work work;           /* of the record that is being written, if it has a limit */
    uint64_t allowed, included; /* units for included records: in all, and left */
    char segments[];            /* of the URL of the list, each with a NUL */
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

/* Writes the next record. Fails if it takes too much work. */
static void format_stream_write_record(struct format_stream *stream, struct buffer *out)
{
    const struct record *record = stream->records[stream->next++];
    if (!stream->writer.work) {
        stream->format->write(&stream->writer, record);
        return;
    }
    work_begin(&stream->work, FORMAT_STREAM_RECORD, 0);
    stream->work.counted = out->length;
    stream->format->write(&stream->writer, record);
    const uint64_t included = stream->work.by_purpose[WORK_INCLUDED];
    out->failed |=
        !work_spend_bytes(&stream->work, WORK_WRITING, out->length) || included > stream->included;
    stream->included -= included < stream->included ? included : stream->included;
}

/* Writes one record, or the end of the file. */
static bool format_stream_write(struct body_source *source, struct buffer *out)
{
    struct format_stream *stream = (struct format_stream *)source;
    if (!stream->begun)
        format_stream_begin(stream, out);
    if (stream->next < stream->count) {
        format_stream_write_record(stream, out);
        return true;
    }
    if (stream->format->end)
        stream->format->end(&stream->writer);
    if (stream->format->json)
        buffer_append_byte(out, '\n');
    return false;
}

/* Begins again, for any buffer. */
static void format_stream_rewind(struct format_stream *stream)
{
    stream->begun = false;
    stream->next = 0;
    stream->included = stream->allowed;
}

static void format_stream_destroy(struct body_source *source)
{
    struct format_stream *stream = (struct format_stream *)source;
    free(stream->owned);
    free(stream);
}

static size_t segment_bytes(const struct url *url)
{
    size_t bytes = 0;
    for (size_t i = 0; i < url->count; i++)
        bytes += strlen(url->segments[i]) + 1;
    return bytes;
}

/* Gives the list of a stream its URL, whose segments may end with the request. */
static void copy_url(struct format_stream *stream, const struct url *url)
{
    char *end = stream->segments;
    stream->paged.url = (struct url){.base_path = stream->writer.base_path, .count = url->count};
    for (size_t i = 0; i < url->count; i++) {
        stream->paged.url.segments[i] = end;
        end = stpcpy(end, url->segments[i]) + 1;
    }
}

struct body_source *format_stream_create(const struct format *format,
                                         const struct format_writer *writer,
                                         const struct record **records, size_t count,
                                         const struct record *const *listed)
{
    const size_t url_bytes = segment_bytes(&writer->paged->url);
    struct format_stream *stream = calloc(1, sizeof *stream + url_bytes);
    if (!stream)
        return NULL;
    const bool borrowed = listed && memcmp(records, listed, count * sizeof *records) == 0;
    stream->source = (struct body_source){.write = format_stream_write,
                                          .destroy = format_stream_destroy,
                                          .bytes = sizeof *stream + url_bytes +
                                                   (borrowed ? 0 : count * sizeof *records),
                                          .length = BODY_LENGTH_UNKNOWN};
    stream->format = format;
    stream->view = *writer->view;
    stream->paged = (struct paged){.total = writer->paged->total};
    stream->writer = (struct format_writer){.archive = writer->archive,
                                            .base_path = writer->base_path,
                                            .type = writer->type,
                                            .view = &stream->view,
                                            .publication = writer->publication,
                                            .paged = &stream->paged};
    copy_url(stream, &writer->paged->url);
    memcpy(stream->writer.address, writer->address, sizeof writer->address);
    if (writer->work) {
        stream->writer.work = &stream->work;
        stream->allowed = writer->work->allowed;
    }
    stream->included = stream->allowed;
    stream->records = borrowed ? listed : records;
    stream->owned = borrowed ? NULL : records;
    stream->count = count;
    if (borrowed)
        free(records);
    return (struct body_source *)stream;
}

void format_stream_count(struct body_source *source, struct work *work)
{
    struct format_stream *stream = (struct format_stream *)source;
    struct buffer piece;
    uint64_t length = 0;
    bool more = true;
    buffer_init(&piece, RESPONSE_BODY_MAX);
    while (more && !piece.failed && work_spend(work, WORK_WRITING, piece.length * WORK_BYTE)) {
        buffer_clear(&piece);
        more = source->write(source, &piece);
        length += piece.length;
    }
    if (!more && !piece.failed)
        source->length = length;
    buffer_finish(&piece);
    format_stream_rewind(stream);
}
