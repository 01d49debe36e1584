/* Reads the parameters whose value is one number or boolean. */
#include "base/decimal.h"
#include "query/parameter_reader.h"

#include <inttypes.h>
#include <string.h>

static void read_number(struct parameter_reader *reader, int64_t minimum, int64_t maximum,
                        int64_t *number)
{
    int64_t read = 0;
    const char *const value = reader->parameter->value;
    const char *const digits = value + strspn(value, "0"); /* after any number of zeros */
    if (!*value || (*digits && !decimal_parse(digits, strlen(digits), &read)) || read < minimum ||
        read > maximum)
        PARAMETER_FAULT(reader,
                        "expected a whole number from %" PRId64 " to %" PRId64 ", not \"%.60s\"",
                        minimum, maximum, value);
    else
        *number = read;
}

/* A limit of 0 asks for the total and the facets alone. */
void query_scalars_read_limit(struct parameter_reader *reader)
{
    read_number(reader, 0, query_limit_max(reader->subject), &reader->query->limit);
}

void query_scalars_read_offset(struct parameter_reader *reader)
{
    read_number(reader, 0, QUERY_OFFSET_MAX, &reader->query->offset);
}

/* Reads a parameter whose presence without a value means true. */
static bool read_switch(struct parameter_reader *reader)
{
    const char *value = reader->parameter->value;
    const bool yes = !*value || strcmp(value, "true") == 0 || strcmp(value, "1") == 0;
    if (!yes && strcmp(value, "false") != 0 && strcmp(value, "0") != 0)
        PARAMETER_FAULT(reader, "expected true or false, not \"%.60s\"", value);
    return yes;
}

void query_scalars_read_pretty(struct parameter_reader *reader)
{
    reader->query->pretty = read_switch(reader);
}

void query_scalars_read_bom(struct parameter_reader *reader)
{
    reader->query->bom = read_switch(reader);
}
