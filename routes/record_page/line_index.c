#include "record_page/line_index.h"

#include <stdlib.h>

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
