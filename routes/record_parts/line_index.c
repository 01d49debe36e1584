#include "record_parts/line_index.h"

#include "schema/kind.h"
#include "schema/types/every_record.h"

#include <stdlib.h>
#include <string.h>

struct passage passage_of(const struct value *source)
{
    struct passage passage = {members_value(source->members, SOURCE_DOCUMENT)->record,
                              members_value(source->members, SOURCE_LINES), 0, 0};
    int64_t from, to;
    const struct value *lines = passage.lines;
    if (!lines->count || !kind_parse_lines(lines->text, lines->count, &from, &to))
        return passage;
    passage.from = (uint32_t)from;
    passage.to = (uint32_t)to;
    return passage;
}

bool document_is_data(const struct record *document)
{
    static const char *const formats[] = {"xml", "json", "csv", "yaml", "x-yaml", "html"};
    const struct value *type = record_value(document, ROLE_MEDIA_TYPE);
    const size_t after = type->count ? strcspn(type->text, "/") : 0;
    const char *plus = type->count ? strrchr(type->text, '+') : NULL;
    for (size_t i = 0; i < sizeof formats / sizeof *formats && after < type->count; i++)
        if (strcmp(type->text + after + 1, formats[i]) == 0 ||
            (plus && strcmp(plus + 1, formats[i]) == 0))
            return true;
    return false;
}

bool document_is_markdown(const struct record *document)
{
    const struct value *type = record_value(document, ROLE_MEDIA_TYPE);
    return type->count && strcmp(type->text, "text/markdown") == 0;
}

void line_index_init(struct line_index *index, const struct archive *archive)
{
    *index = (struct line_index){.archive = archive};
}

void line_index_finish(struct line_index *index)
{
    free(index->starts);
    index->starts = NULL;
}

static void find_starts(struct line_index *index)
{
    const char *bytes = index->text->bytes, *at = bytes, *end = bytes + index->text->length;
    uint32_t line = 0;
    while (line < index->text->lines) {
        index->starts[line++] = (uint32_t)(at - bytes);
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        at = feed ? feed + 1 : end;
    }
    index->starts[line] = (uint32_t)(at - bytes);
}

bool line_index_choose(struct line_index *index, const struct record *document)
{
    if (index->document == document)
        return index->starts != NULL;
    line_index_finish(index);
    index->document = document;
    index->text = archive_text(index->archive, document);
    if (!index->text)
        return false;
    index->starts = malloc(((size_t)index->text->lines + 1) * sizeof *index->starts);
    index->failed |= !index->starts;
    if (index->starts)
        find_starts(index);
    return index->starts != NULL;
}

const char *line_index_line(const struct line_index *index, uint32_t line, size_t *ret_length)
{
    const uint32_t start = index->starts[line - 1];
    size_t length = index->starts[line] - start;
    const char *text = index->text->bytes + start;
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    *ret_length = length;
    return text;
}

/* Returns the length of a number and the point or bracket after it, or 0. */
static size_t number_length(const char *line, size_t length)
{
    size_t digits = 0;
    while (digits < length && line[digits] >= '0' && line[digits] <= '9')
        digits++;
    return digits && digits < length && (line[digits] == '.' || line[digits] == ')') ? digits + 1
                                                                                     : 0;
}

bool line_begins_something(const char *line, size_t length)
{
    static const char *const marks[] = {"- ", "* ", "+ ", "#", "**", "\xE2\x80\xA2"};
    while (length && (*line == ' ' || *line == '\t')) {
        line++;
        length--;
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (length >= strlen(marks[i]) && memcmp(line, marks[i], strlen(marks[i])) == 0)
            return true;
    return number_length(line, length) > 0;
}
