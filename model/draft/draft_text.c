#include "draft/draft_text.h"

#include "base/array.h"
#include "base/buffer.h"
#include "draft/draft_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text that is being written, a line at a time. */
struct lines_writer {
    struct buffer text;
    uint32_t *lines;
    size_t count;
    size_t capacity;
    uint32_t first_lines[TYPE_COUNT];
    bool out_of_memory;
};

/* Ends a line that was made from a line of the source. */
static void lines_writer_end_line(struct lines_writer *writer, unsigned line)
{
    uint32_t *lines =
        array_reserve(writer->lines, &writer->capacity, writer->count + 1, sizeof *lines);
    buffer_append_byte(&writer->text, '\n');
    if (!lines) {
        writer->out_of_memory = true;
        return;
    }
    writer->lines = lines;
    writer->lines[writer->count++] = line;
}

/* Returns the citation of some lines, or NULL if out of memory. */
static json_t *citation(const char *document, struct line_span lines)
{
    char text[32];
    if (lines.first == lines.last)
        snprintf(text, sizeof text, "%u", lines.first);
    else
        snprintf(text, sizeof text, "%u-%u", lines.first, lines.last);
    return json_pack("{s:s, s:s}", "document", document, "lines", text);
}

/* Returns a copy of the object of an entry with its citations, or NULL if out of memory. */
static json_t *cited_copy(const struct draft *draft, const struct draft_entry *entry)
{
    json_t *copy = json_copy(entry->object); /* without some members if out of memory */
    if (copy && json_object_size(copy) != json_object_size(entry->object)) {
        json_decref(copy);
        return NULL;
    }
    if (!copy || !draft->document || !entry->line_count || json_object_get(copy, "sources"))
        return copy;
    json_t *sources = json_array();
    bool written = sources != NULL;
    for (size_t i = 0; written && i < entry->line_count; i++)
        written = json_array_append_new(sources, citation(draft->document, entry->lines[i])) == 0;
    if (written && json_object_set(copy, "sources", sources) == 0) {
        json_decref(sources);
        return copy;
    }
    json_decref(sources);
    json_decref(copy);
    return NULL;
}

static int append_dump(const char *bytes, size_t length, void *context)
{
    struct lines_writer *writer = context;
    buffer_append(&writer->text, bytes, length);
    return 0;
}

static void write_entry(struct lines_writer *writer, const struct draft *draft,
                        const struct draft_entry *entry, bool last)
{
    json_t *record = cited_copy(draft, entry);
    if (!record || json_dump_callback(record, append_dump, writer, JSON_COMPACT) != 0)
        writer->out_of_memory = true;
    json_decref(record);
    if (!last)
        buffer_append_byte(&writer->text, ',');
    lines_writer_end_line(writer, entry->line_count ? entry->lines[0].first : 0);
}

static void write_entries(struct lines_writer *writer, const struct draft *draft,
                          const struct record_type *type)
{
    const struct draft_entries *entries = &draft->entries[type->ordinal];
    if (!entries->count)
        return;
    buffer_append_text(&writer->text, writer->count > 1 ? ",\"" : "\"");
    buffer_append_text(&writer->text, type->collection);
    buffer_append_text(&writer->text, "\":[");
    lines_writer_end_line(writer, 0);
    writer->first_lines[type->ordinal] = (uint32_t)writer->count + 1;
    for (size_t i = 0; i < entries->count; i++)
        write_entry(writer, draft, &entries->at[i], i + 1 == entries->count);
    buffer_append_byte(&writer->text, ']');
    lines_writer_end_line(writer, 0);
}

bool draft_write(const struct draft *draft, struct draft_text *ret_text)
{
    struct lines_writer writer = {.count = 0};
    buffer_init(&writer.text, SIZE_MAX);
    buffer_append_byte(&writer.text, '{');
    lines_writer_end_line(&writer, 0);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        write_entries(&writer, draft, record_types[i]);
    buffer_append_byte(&writer.text, '}');
    lines_writer_end_line(&writer, 0);
    const size_t length = writer.text.length;
    char *text = buffer_steal_text(&writer.text);
    if (!text || writer.out_of_memory || draft->out_of_memory) {
        free(text);
        free(writer.lines);
        return false;
    }
    *ret_text = (struct draft_text){
        .text = text, .length = length, .lines = writer.lines, .line_count = writer.count};
    memcpy(ret_text->first_lines, writer.first_lines, sizeof ret_text->first_lines);
    return true;
}

void draft_text_finish(struct draft_text *text)
{
    free(text->text);
    free(text->lines);
    *text = (struct draft_text){.text = NULL};
}

unsigned draft_text_line(const struct draft_text *text, unsigned line)
{
    return line && line <= text->line_count ? text->lines[line - 1] : 0;
}

unsigned draft_text_record_line(const struct draft_text *text, const struct record_type *type,
                                size_t position)
{
    const uint32_t first = text->first_lines[type->ordinal];
    return first && position < text->line_count ? draft_text_line(text, first + (unsigned)position)
                                                : 0;
}

/* Returns the records of a type as an array, or NULL if out of memory. */
static json_t *entries_json(const struct draft *draft, const struct draft_entries *entries)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < entries->count; i++) {
        if (json_array_append_new(array, cited_copy(draft, &entries->at[i])) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

json_t *draft_json(const struct draft *draft)
{
    json_t *top = draft->out_of_memory ? NULL : json_object();
    for (size_t i = 0; top && i < TYPE_COUNT; i++) {
        const struct draft_entries *entries = &draft->entries[i];
        if (entries->count && json_object_set_new(top, record_types[i]->collection,
                                                  entries_json(draft, entries)) != 0) {
            json_decref(top);
            return NULL;
        }
    }
    return top;
}
