/* Newline-delimited JSON: a record a line, for programs that read one at a time. */
#include "formats/format.h"

static void write(struct representing *representing, const struct record *record)
{
    json_writer_init(&representing->json, representing->out);
    record_json_write(&representing->json, representing->base_path, representing->archive, record,
                      &representing->query->view);
    buffer_append_byte(representing->out, '\n');
}

static const char *const lacks[] = {"facet", "pretty", NULL};

const struct representation as_ndjson = {
    .suffix = ".ndjson",
    .media_type = "application/x-ndjson",
    .documentation = "A record a line, each as in JSON.",
    .file = true,
    .lacks = lacks,
    .write = write,
};
