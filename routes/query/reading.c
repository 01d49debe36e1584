#include "query/reading.h"

#include <string.h>

int query_quoted(size_t length)
{
    return length < QUOTED_BYTES_MAX ? (int)length : QUOTED_BYTES_MAX;
}

void query_names_begin(struct query_names *names, struct parameter_fault *fault, const char *wanted,
                       size_t length)
{
    names->fault = fault;
    nearest_init(&names->nearest, wanted, length);
}

void query_names_add(struct query_names *names, const char *name)
{
    nearest_offer(&names->nearest, name);
    parameter_fault_allow(names->fault, name);
}

void query_names_end(struct query_names *names)
{
    if (names->nearest.best)
        parameter_fault_hint(names->fault, names->nearest.best);
}

void query_read_items(struct query_reading *reading, query_item_reader *read)
{
    for (const char *item = reading->parameter->value; item;) {
        const size_t length = strcspn(item, ",");
        read(reading, item, length);
        item = item[length] ? item + length + 1 : NULL;
    }
}

/* The kept texts are no longer than the target twice: each name and value, or a value's items. */
const char *query_keep_text(struct query *query, const char *text, size_t length)
{
    char *kept = query->text + query->text_length;
    memcpy(kept, text, length);
    kept[length] = '\0';
    query->text_length += length + 1;
    return kept;
}

/* Whether the name that is not known is that of the whole parameter, so that a parameter may have
 * been meant and not a field. */
static bool is_parameter_name(const struct query_reading *reading, const char *name, size_t length)
{
    return strncmp(reading->parameter->name, name, length) == 0 &&
           !reading->parameter->name[length];
}

static void fault_unknown_field(struct query_reading *reading, const char *name, size_t length,
                                struct field_list fields, query_field_test *applies)
{
    struct query_names names;
    const bool is_parameter = is_parameter_name(reading, name, length);
    query_names_begin(&names,
                      QUERY_FAULT(reading, "unknown %s \"%.*s\"",
                                  is_parameter ? "parameter" : "field", query_quoted(length), name),
                      name, length);
    for (size_t i = 0; is_parameter && query_parameter(i); i++)
        if (query_parameter(i)->of & reading->subject->of)
            query_names_add(&names, query_parameter(i)->name);
    for (size_t i = 0; i < fields.count; i++)
        if (!applies || applies(&fields.at[i]))
            query_names_add(&names, fields.at[i].name);
    query_names_end(&names);
}

bool query_read_path(struct query_reading *reading, const char *text, size_t length,
                     query_field_test *applies, struct field_path *ret_path)
{
    struct field_list fields;
    const char *name;
    switch (field_path_parse(reading->subject->type, text, length, ret_path, &fields, &name)) {
    case FIELD_PATH_OK:
        return true;
    case FIELD_PATH_UNKNOWN: {
        const size_t rest = (size_t)(text + length - name);
        const char *dot = memchr(name, '.', rest);
        fault_unknown_field(reading, name, dot ? (size_t)(dot - name) : rest, fields, applies);
        return false;
    }
    default:
        QUERY_FAULT(reading, "\"%.*s\" goes further than one step behind a reference or object",
                    query_quoted(length), text);
        return false;
    }
}
