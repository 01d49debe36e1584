/* The parameters that are one number or one truth value. */
#include "query/reading.h"

#include <inttypes.h>
#include <string.h>

static void read_number(struct query_reading *reading, int64_t minimum, int64_t maximum,
                        int64_t *number)
{
    int64_t read = 0;
    const char *const value = reading->parameter->value, *c = value;
    for (; *c >= '0' && *c <= '9' && read <= maximum; c++)
        read = read * 10 + (*c - '0');
    if (!*value || *c || read < minimum || read > maximum)
        QUERY_FAULT(reading,
                    "expected a whole number from %" PRId64 " to %" PRId64 ", not \"%.60s\"",
                    minimum, maximum, value);
    else
        *number = read;
}

void query_read_limit(struct query_reading *reading)
{
    const int64_t maximum = reading->subject->file ? SELECTION_PAGE_MAX : QUERY_LIMIT_MAX;
    read_number(reading, 1, maximum, &reading->query->limit);
}

void query_read_offset(struct query_reading *reading)
{
    read_number(reading, 0, QUERY_OFFSET_MAX, &reading->query->offset);
}

/* `?pretty` alone says yes. */
void query_read_pretty(struct query_reading *reading)
{
    const char *value = reading->parameter->value;
    const bool yes = !*value || strcmp(value, "true") == 0 || strcmp(value, "1") == 0;
    if (!yes && strcmp(value, "false") != 0 && strcmp(value, "0") != 0)
        QUERY_FAULT(reading, "expected true or false, not \"%.60s\"", value);
    reading->query->pretty = yes;
}
