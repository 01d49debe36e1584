#include "query/query.h"

#include "query/parameter_reader.h"
#include "schema/types/every_record.h"

#include <string.h>

static bool is_given_before(const struct target *target, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(target->parameters[i].name, target->parameters[index].name) == 0)
            return true;
    return false;
}

/* Adds a fault about an unknown parameter of a record or a search, which have no filters. */
static void fault_unknown(struct parameter_reader *reader)
{
    const char *name = reader->parameter->name;
    struct suggestion known;
    suggestion_begin(&known, PARAMETER_FAULT(reader, "unknown parameter \"%.60s\"", name), name,
                     strlen(name));
    suggestion_offer_parameters(&known, reader->subject->scope);
    suggestion_end(&known);
}

/* Adds a fault about a parameter that this format does not support. */
static void fault_unsupported(struct parameter_reader *reader)
{
    PARAMETER_FAULT(reader, "this format does not support \"%.60s\"; omit it or request JSON",
                    reader->parameter->name);
}

static bool is_unsupported(const struct parameter_reader *reader)
{
    for (const char *const *name = reader->subject->unsupported; name && *name; name++)
        if (strcmp(*name, reader->parameter->name) == 0)
            return true;
    return false;
}

static parameter_read_function *find_read_function(const struct parameter_reader *reader)
{
    const enum query_scope scope = reader->subject->scope;
    parameter_read_function *read = parameters_find(reader->parameter->name, scope);
    if (read)
        return is_unsupported(reader) ? fault_unsupported : read;
    /* The page of a document has some of its lines. Other formats have none of them. */
    if (reader->subject->page && reader->subject->type == &document_type &&
        strcmp(reader->parameter->name, "offset") == 0)
        return query_scalars_read_offset;
    return scope == QUERY_LIST ? query_filters_read : fault_unknown;
}

bool query_parse(const struct query_subject *subject, const struct target *target,
                 struct query *ret_query, struct parameter_faults *faults)
{
    ret_query->target = target;
    ret_query->limit = ret_query->limit_default =
        subject->file ? query_limit_max(subject) : QUERY_LIMIT_DEFAULT;
    ret_query->offset = 0;
    ret_query->filter_count = ret_query->key_count = ret_query->facet_count = 0;
    ret_query->view.fields = ret_query->view.include_count = 0;
    ret_query->pretty = false;
    ret_query->bom = subject->bom;
    ret_query->q = NULL;
    ret_query->choice = (struct search_choice){.types = (1u << TYPE_COUNT) - 1};
    ret_query->text_used = 0;
    ret_query->folds.used = 0;
    for (size_t i = 0; i < target->parameter_count; i++) {
        if (subject->page && !*target->parameters[i].value)
            continue;
        struct parameter_reader reader = {subject, &target->parameters[i], ret_query, faults};
        if (is_given_before(target, i))
            PARAMETER_FAULT(&reader, "\"%.60s\" is given more than once; give it once",
                            reader.parameter->name);
        else
            find_read_function (&reader)(&reader);
    }
    return faults->count == 0;
}

bool query_refuse(const struct target *target, struct parameter_faults *faults)
{
    for (size_t i = 0; i < target->parameter_count; i++)
        problem_add_fault(faults, target->parameters[i].name,
                          "unknown parameter \"%.60s\"; this path takes no parameters",
                          target->parameters[i].name);
    return faults->count == 0;
}

/* The copies always fit: the target holds each name and value once, and the items of a value are
 * copied at most once more. */
const char *query_copy_text(struct query *query, const char *text, size_t length)
{
    char *copy = query->text + query->text_used;
    memcpy(copy, text, length);
    copy[length] = '\0';
    query->text_used += length + 1;
    return copy;
}
