#include "query/parameter_reader.h"

#include <string.h>

int parameter_reader_quoted(size_t length)
{
    return length < PARAMETER_QUOTED_BYTES_MAX ? (int)length : PARAMETER_QUOTED_BYTES_MAX;
}

void parameter_reader_visit_items(struct parameter_reader *reader, parameter_item_visitor *visit)
{
    for (const char *item = reader->parameter->value; item;) {
        const size_t length = strcspn(item, ",");
        visit(reader, item, length);
        item = item[length] ? item + length + 1 : NULL;
    }
}

/* Reports whether the unknown name is the whole name of the parameter. The client may then have
 * meant another parameter, and not a field. */
static bool is_parameter_name(const struct parameter_reader *reader, const char *name,
                              size_t length)
{
    return strncmp(reader->parameter->name, name, length) == 0 && !reader->parameter->name[length];
}

/* `path` is the whole path, in which the unknown name is. */
static void fault_unknown_step(struct parameter_reader *reader, const char *path, const char *name,
                               size_t length, struct field_list fields,
                               parameter_field_test *applies)
{
    struct suggestion known;
    const bool is_parameter = is_parameter_name(reader, name, length);
    struct parameter_fault *fault =
        PARAMETER_FAULT(reader, "unknown %s \"%.*s\"", is_parameter ? "parameter" : "field",
                        parameter_reader_quoted(length), name);
    suggestion_begin(&known, fault, name, length);
    problem_fault_allow_below(fault, path, (size_t)(name - path));
    if (is_parameter)
        suggestion_offer_parameters(&known, reader->subject->scope);
    for (size_t i = 0; i < fields.count; i++)
        if (!applies || applies(&fields.at[i]))
            suggestion_offer(&known, fields.at[i].name);
    suggestion_end(&known);
}

bool parameter_reader_read_path(struct parameter_reader *reader, const char *text, size_t length,
                                parameter_field_test *applies, struct field_path *ret_path)
{
    struct field_list fields;
    const char *name;
    switch (field_path_parse(reader->subject->type, text, length, ret_path, &fields, &name)) {
    case FIELD_PATH_OK:
        return true;
    case FIELD_PATH_UNKNOWN: {
        const size_t rest = (size_t)(text + length - name);
        const char *dot = memchr(name, '.', rest);
        fault_unknown_step(reader, text, name, dot ? (size_t)(dot - name) : rest, fields, applies);
        return false;
    }
    default:
        PARAMETER_FAULT(reader,
                        "cannot follow \"%.*s\"; a path can lead through objects and one reference",
                        parameter_reader_quoted(length), text);
        return false;
    }
}
