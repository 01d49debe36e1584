/* The file around the objects of Popolo (popolo/popolo.h): an array of them, or one. */
#include "popolo/popolo.h"
#include "formats/format.h"

static void popolo_format_begin(struct format_writer *writer)
{
    if (writer->paged)
        json_write_open(&writer->json, '[');
}

static void popolo_format_write(struct format_writer *writer, const struct record *record)
{
    const struct popolo_output output = {&writer->json, writer->base_path, writer->archive,
                                         writer->work};
    popolo_write(&output, record, writer->view->fields);
}

static void popolo_format_end(struct format_writer *writer)
{
    if (writer->paged)
        json_write_close(&writer->json, ']');
}

static const char *const unsupported[] = {"facet", "include", NULL};

const struct format format_popolo = {
    .suffix = ".popolo.json",
    .name = "Popolo",
    .media_type = "application/vnd.popolo+json",
    .documentation = "Popolo, the vocabulary of open government data: a person, an organization, "
                     "or a motion with its votes. A list is an array.",
    .types = TARGET(TYPE_PERSON) | TARGET(TYPE_ORGANIZATION) | TARGET(TYPE_DECISION),
    .file = true,
    .json = true,
    .unsupported = unsupported,
    .begin = popolo_format_begin,
    .write = popolo_format_write,
    .end = popolo_format_end,
};
