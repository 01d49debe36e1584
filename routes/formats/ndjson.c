/* Newline-delimited JSON: one record per line, for programs that process one record at a time. */
#include "formats/format.h"
#include "formats/record_json.h"

static void ndjson_write_record(struct format_writer *writer, const struct record *record)
{
    json_writer_init(&writer->json, writer->out);
    record_json_write(&writer->json, writer->base_path, writer->archive, record, writer->view,
                      writer->work);
    buffer_append_byte(writer->out, '\n');
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
