#include "record_page/passage.h"

#include "base/decimal.h"
#include "schema/types/every_record.h"

#include <string.h>

struct passage passage_of(const struct value *source)
{
    struct passage passage = {members_value(source->members, SOURCE_DOCUMENT)->record,
                              members_value(source->members, SOURCE_LINES), 0, 0};
    int64_t from = 0, to = 0;
    const struct value *lines = passage.lines;
    const char *dash = lines->count ? memchr(lines->text, '-', lines->count) : NULL;
    const size_t before = dash ? (size_t)(dash - lines->text) : lines->count;
    if (!lines->count || !decimal_parse(lines->text, before, &from))
        return passage;
    to = from;
    if (dash)
        decimal_parse(dash + 1, lines->count - before - 1, &to);
    passage.from = from > 0 && from < UINT32_MAX ? (uint32_t)from : 0;
    passage.to = to >= from && to < UINT32_MAX ? (uint32_t)to : passage.from;
    return passage;
}
