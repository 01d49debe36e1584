/* A date whose day Markdown takes for the number of an entry: "4. März 2031". */
#include "markdown/markdown_private.h"
#include "phrases/date.h"

#include <string.h>

static const char *start_of_line(const struct markdown_reader *reader, const char *at)
{
    while (at > reader->bytes && at[-1] != '\n')
        at--;
    while (*at == ' ' || *at == '>')
        at++;
    return at;
}

/* Returns the day as it is printed, "4. ", if a date with a year begins the line of the source that
 * has `at` as the first byte of its text; otherwise an empty text. */
static struct text_span printed_day(const struct markdown_reader *reader, const char *at)
{
    const struct text_span none = {NULL, 0};
    if (!at || at < reader->bytes || at >= reader->bytes + reader->length)
        return none;
    const char *start = start_of_line(reader, at);
    const char *feed = memchr(at, '\n', (size_t)(reader->bytes + reader->length - at));
    const char *end = feed ? feed : reader->bytes + reader->length;
    const struct text_span line = {start, (size_t)(end - start)};
    struct phrase_date date;
    if (start >= at || !memchr(start, '.', (size_t)(at - start)) ||
        !phrase_date_find(line, 0, DATE_DAY_FIRST, &date) || date.span.text != start ||
        date.span.text + date.span.length <= at || !date.year || !date.day)
        return none;
    return (struct text_span){start, (size_t)(at - start)};
}

void markdown_restore_day(struct markdown_reader *reader, const char *at)
{
    if (!reader->entry || reader->depth != 1 || !reader->ordered[0] || reader->printed)
        return;
    const struct text_span day = printed_day(reader, at);
    if (!day.length)
        return;
    buffer_append(&reader->markdown->text, day.text, day.length);
    reader->entry = false;
    reader->dated = reader->now.block;
}
