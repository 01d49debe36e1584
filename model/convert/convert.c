#include "convert/convert.h"

#include "draft/draft.h"
#include "import/import.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A file that is being converted. */
struct conversion {
    struct draft_source source;
    const struct import_format *format;
    struct draft *draft; /* NULL for rapporteur's own JSON */
};

/* Reads a file. Returns false if it cannot be read, or if out of memory. */
static bool conversion_init(struct conversion *conversion, struct record_file *file)
{
    struct draft_note ignored;
    *conversion = (struct conversion){.draft = NULL};
    if (record_file_read(file) != NULL)
        return false;
    conversion->source = import_source(file->name, file->text, file->length);
    conversion->source.map = file->map;
    conversion->format = file->format
                             ? file->format
                             : import_recognise(&conversion->source, file->media_type, &ignored);
    if (!conversion->format || !conversion->format->read)
        return conversion->format;
    conversion->draft = import_read(conversion->format, &conversion->source);
    return conversion->draft && !draft_is_out_of_memory(conversion->draft) &&
           !draft_refusal(conversion->draft);
}

static void conversion_finish(struct conversion *conversion, struct record_file *file)
{
    draft_destroy(conversion->draft);
    record_file_release(file);
}

/* Does something with a file that is being converted. Returns false if it fails. */
typedef bool convert_step(const struct conversion *conversion, void *context);

/* Converts the files, except those that are only tried and have no format. */
static bool convert_each(struct record_files *files, convert_step *step, void *context)
{
    bool done = !files->out_of_memory;
    for (size_t i = 0; done && i < files->count; i++) {
        struct conversion conversion;
        const bool read = conversion_init(&conversion, &files->at[i]);
        done = read ? step(&conversion, context) : files->at[i].tried;
        conversion_finish(&conversion, &files->at[i]);
    }
    return done;
}

__attribute__((format(printf, 2, 3))) static void append_line(struct buffer *out,
                                                              const char *format, ...)
{
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    buffer_append_text(out, line);
    buffer_append_byte(out, '\n');
}

/* Appends the number of records of each type, such as "people: 12". */
static void report_records(const struct draft *draft, struct buffer *out)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (draft_count(draft, record_types[i]))
            append_line(out, "  %s: %zu", record_types[i]->collection,
                        draft_count(draft, record_types[i]));
}

static bool report_draft(const struct draft *draft, struct buffer *out)
{
    size_t count;
    struct draft_lost_lines lost;
    report_records(draft, out);
    const struct draft_unread *unread = draft_unread(draft, &count);
    for (size_t i = 0; i < count; i++) {
        char text[DRAFT_MESSAGE_BYTES];
        import_write_unread(&unread[i], text);
        append_line(out, "  %s, first in line %u", text, unread[i].line);
    }
    if (!draft_count_lost_lines(draft, 1, &lost))
        return false;
    if (lost.count)
        append_line(out, "  lines that became nothing: %zu (see convert --explain)", lost.count);
    return true;
}

static bool convert_report_file(const struct conversion *conversion, void *context)
{
    struct buffer *out = context;
    append_line(out, "%.800s: %s", conversion->source.name, conversion->format->title);
    return !conversion->draft || report_draft(conversion->draft, out);
}

/* Appends the numbers of records of each type that were joined. */
static void report_joins(const struct archive *archive, struct buffer *out)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_type *type = record_types[i];
        const size_t by_id = archive_joined_by_id(archive, type);
        size_t same_as;
        archive_joined(archive, type, &same_as);
        if (by_id)
            append_line(out, "%s joined by name: %zu", type->collection, by_id);
        if (same_as)
            append_line(out, "%s joined by \"same_as\": %zu", type->collection, same_as);
    }
}

bool convert_report(struct record_files *files, const struct archive *archive, struct buffer *out)
{
    const bool reported = convert_each(files, convert_report_file, out);
    report_joins(archive, out);
    return reported && !out->failed;
}

static bool convert_explain_file(const struct conversion *conversion, void *context)
{
    struct buffer *out = context;
    append_line(out, "%.800s: %s", conversion->source.name, conversion->format->title);
    return !conversion->draft || draft_write_margin(conversion->draft, out);
}

bool convert_explain(struct record_files *files, struct buffer *out)
{
    return convert_each(files, convert_explain_file, out) && !out->failed;
}
