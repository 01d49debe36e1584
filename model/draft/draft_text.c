#include "draft/draft_text.h"

#include "draft/draft_private.h"
#include "draft/line_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    struct line_writer *writer = context;
    buffer_append(&writer->text, bytes, length);
    return 0;
}

static void write_entry(struct line_writer *writer, const struct draft *draft,
                        const struct draft_entry *entry, bool last)
{
    json_t *record = cited_copy(draft, entry);
    if (!record || json_dump_callback(record, append_dump, writer, JSON_COMPACT) != 0)
        writer->failed = true;
    json_decref(record);
    if (!last)
        buffer_append_byte(&writer->text, ',');
    const unsigned line = entry->line_count ? entry->lines[0].first : 0;
    line_writer_add_record(writer, line);
    line_writer_end_line(writer, line);
}

static void write_entries(struct line_writer *writer, const struct draft *draft,
                          const struct record_type *type)
{
    const struct draft_entries *entries = &draft->entries[type->ordinal];
    if (!entries->count)
        return;
    buffer_append_text(&writer->text, writer->made.line_count > 1 ? ",\"" : "\"");
    buffer_append_text(&writer->text, type->collection);
    buffer_append_text(&writer->text, "\":[");
    line_writer_end_line(writer, 0);
    line_writer_begin_records(writer, type);
    for (size_t i = 0; i < entries->count; i++)
        write_entry(writer, draft, &entries->at[i], i + 1 == entries->count);
    buffer_append_byte(&writer->text, ']');
    line_writer_end_line(writer, 0);
}

/* Returns a copy of `size` bytes, or NULL if out of memory. */
static void *memory_copy(const void *from, size_t size)
{
    void *copy = malloc(size + 1);
    if (copy && size)
        memcpy(copy, from, size);
    return copy;
}

static bool draft_text_copy(const struct draft_text *from, struct draft_text *ret_text)
{
    struct draft_text copy = *from;
    copy.text = memory_copy(from->text, from->length + 1);
    copy.lines = memory_copy(from->lines, from->line_count * sizeof *from->lines);
    copy.record_lines =
        memory_copy(from->record_lines, from->record_count * sizeof *from->record_lines);
    if (copy.text && copy.lines && copy.record_lines) {
        *ret_text = copy;
        return true;
    }
    draft_text_finish(&copy);
    return false;
}

bool draft_write(const struct draft *draft, struct draft_text *ret_text)
{
    struct line_writer writer;
    if (draft->text.text)
        return draft_text_copy(&draft->text, ret_text);
    line_writer_init(&writer);
    buffer_append_byte(&writer.text, '{');
    line_writer_end_line(&writer, 0);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        write_entries(&writer, draft, record_types[i]);
    buffer_append_byte(&writer.text, '}');
    line_writer_end_line(&writer, 0);
    writer.failed |= draft->out_of_memory;
    return line_writer_finish(&writer, ret_text);
}

void draft_take_text(struct draft *draft, struct draft_text *text)
{
    draft_text_finish(&draft->text);
    draft->text = *text;
    *text = (struct draft_text){.text = NULL};
}

void draft_text_finish(struct draft_text *text)
{
    free(text->text);
    free(text->lines);
    free(text->record_lines);
    *text = (struct draft_text){.text = NULL};
}

unsigned draft_text_line(const struct draft_text *text, unsigned line)
{
    return line && line <= text->line_count ? text->lines[line - 1] : 0;
}

unsigned draft_text_record_line(const struct draft_text *text, const struct record_type *type,
                                size_t position)
{
    const size_t first = text->first_records[type->ordinal];
    return first && position < text->record_count - (first - 1)
               ? text->record_lines[first - 1 + position]
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
    if (draft->text.text)
        return json_loadb(draft->text.text, draft->text.length, 0, NULL);
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
