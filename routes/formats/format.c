#include "formats/format.h"

#include "http/negotiation.h"
#include "work/work.h"

#include <string.h>

/* In order of preference: the first one wins if a client likes several equally. */
static const struct format *const formats[] = {
    &format_json,     &format_html,         &format_ndjson,       &format_csv, &format_jsonld,
    &format_calendar, &format_bibtex,       &format_ris,          &format_csl, &format_popolo,
    &format_text,     &format_schedule_xml, &format_schedule_json};

enum {
    FORMAT_COUNT = sizeof formats / sizeof *formats
};

const struct format *format_at(size_t index)
{
    return index < FORMAT_COUNT ? formats[index] : NULL;
}

static bool has_role_of(uint64_t roles, const struct record_type *type)
{
    for (size_t i = 0; i < type->fields.count; i++)
        if (type->fields.at[i].role && roles & ROLE_SET(type->fields.at[i].role))
            return true;
    return false;
}

bool format_is_for(const struct format *format, const struct record_type *type, bool list)
{
    if (list && format->is_available)
        return false;
    if (format->types == 0 && format->roles == 0)
        return true;
    return format->types & TARGET(type->ordinal) || has_role_of(format->roles, type);
}

bool format_is_available(const struct format *format, const struct format_subject *subject)
{
    return !(format->page && subject->pages == PAGES_OFF) &&
           format_is_for(format, subject->type, !subject->record) &&
           (!format->is_available || format->is_available(subject->archive, subject->record));
}

size_t format_stem(const char *segment)
{
    const size_t length = strlen(segment);
    const char *dot = strrchr(segment, '.');
    size_t stem = dot ? (size_t)(dot - segment) : length;
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        const size_t suffix = strlen(formats[i]->suffix);
        if (suffix < length && length - suffix < stem &&
            strcmp(segment + length - suffix, formats[i]->suffix) == 0)
            stem = length - suffix;
    }
    return stem;
}

const struct format *format_by_suffix(const char *suffix)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (strcmp(formats[i]->suffix, suffix) == 0)
            return formats[i];
    return NULL;
}

const struct format *format_preferred(const char *accept, const struct format_subject *subject)
{
    const struct format *preferred = NULL;
    int best = 0;
    if (!accept)
        return formats[0];
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (!format_is_available(formats[i], subject) ||
            (formats[i]->page && (subject->pages == PAGES_SUFFIX || subject->pages == PAGES_OFF)))
            continue;
        const int quality = negotiation_quality(accept, formats[i]->media_type);
        if (quality > best) {
            best = quality;
            preferred = formats[i];
        }
    }
    return preferred;
}

struct citation format_citation(const struct format_writer *writer, const struct record *record)
{
    return citation_of(record, *writer->address ? writer->address : NULL, writer->base_path);
}

static size_t format_write_records(const struct format *format, struct format_writer *writer,
                                   const struct record *const *records, size_t count)
{
    const struct buffer *out = writer->out;
    const size_t longest = writer->longest ? writer->longest : FILE_BYTES_MAX;
    for (size_t i = 0; i < count; i++) {
        format->write(writer, records[i]);
        if (!work_spend(writer->work, WORK_WRITING, WORK_RECORD) ||
            !work_spend_bytes(writer->work, WORK_WRITING, out->length) || out->failed ||
            (format->file && out->length > longest))
            return i + 1;
    }
    return count;
}

void format_write(const struct format *format, struct format_writer *writer,
                  const struct record *const *records, size_t count)
{
    json_writer_init(&writer->json, writer->out);
    if (writer->request)
        request_address(writer->request, writer->address);
    writer->records = records;
    writer->count = count;
    if (format->begin)
        format->begin(writer);
    const size_t written = format_write_records(format, writer, records, count);
    if (writer->paged && written < count)
        writer->paged->cut_to = written;
    if (format->end)
        format->end(writer);
}
