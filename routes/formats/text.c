/* The text of a document, byte for byte as in its file. */
#include "formats/format.h"

static bool text_is_available(const struct archive *archive, const struct record *record)
{
    return archive_text(archive, record) != NULL;
}

static void text_write(struct format_writer *writer, const struct record *record)
{
    const struct document_text *text = archive_text(writer->archive, record);
    buffer_append(writer->out, text->bytes, text->length);
}

static const char *const unsupported[] = {"fields", "include", "pretty", NULL};

const struct format format_text = {
    .suffix = ".txt",
    .name = "Text",
    .media_type = "text/plain; charset=utf-8",
    .documentation = "The cited text itself, byte for byte; of a single document that has one.",
    .types = TARGET(TYPE_DOCUMENT),
    .is_available = text_is_available,
    .lacking = "the data do not have the text of this document (\"text_file\")",
    .unsupported = unsupported,
    .write = text_write,
};
