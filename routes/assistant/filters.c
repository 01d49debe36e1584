#include "assistant/filters.h"

#include "archive/archive.h"
#include "assistant/words.h"
#include "base/utf8.h"
#include "query/query.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    NUMBER_BYTES = 32
};

/* Returns a value as the text of a parameter, or NULL if it is neither a text nor a number nor a
 * boolean. */
static json_t *text_of(json_t *value)
{
    int64_t number;
    char digits[NUMBER_BYTES];
    if (json_is_string(value))
        return value;
    if (json_is_boolean(value))
        return json_string(json_is_true(value) ? "true" : "false");
    if (!json_is_number(value))
        return NULL;
    if (tool_read_number(value, &number))
        snprintf(digits, sizeof digits, "%" PRId64, number);
    else
        snprintf(digits, sizeof digits, "%.15g", json_number_value(value));
    return json_string(digits);
}

/* Returns the values of a filter as texts: those of a list, or the only one. Returns NULL if there
 * are none, or if one is of another kind. */
static json_t *texts_of(json_t *value)
{
    json_t *texts = json_array();
    const bool is_list = json_is_array(value);
    const size_t count = is_list ? json_array_size(value) : 1;
    for (size_t i = 0; i < count; i++) {
        json_t *text = text_of(is_list ? json_array_get(value, i) : value);
        if (!text)
            return NULL;
        json_array_append(texts, text);
    }
    return count ? texts : NULL;
}

static bool refuse_filter(struct tool_call *call, const char *name)
{
    if (tool_is_parameter_of_form(name))
        tool_fail(call->mcp,
                  "\"%s\" is not a filter. Limit, offset and sort are arguments of the tool; "
                  "statements always have the same form.",
                  name);
    else
        tool_fail(call->mcp,
                  "The filter \"%.60s\" must be a text, a number, a boolean, or a list of these "
                  "that is not empty. For records without a value, add __isnull to the name, with "
                  "the value true.",
                  name);
    return false;
}

bool filters_add(struct tool_call *call, struct fetch_target *list)
{
    json_t *filters = json_object_get(call->arguments, "filters"), *value;
    const char *name;
    json_object_foreach(filters, name, value)
    {
        const json_t *texts = tool_is_parameter_of_form(name) ? NULL : texts_of(value);
        if (!texts)
            return refuse_filter(call, name);
        fetch_values(list, name, texts);
    }
    const char *words = mcp_text_of(filters, "q");
    return !words || words_check(call, "q", words);
}

/* Reports whether a filter compares with the id of a record of one type. */
static bool is_of_record(const struct filter *filter)
{
    const struct field *field = filter->path.end;
    return filter->comparison == FILTER_IS && field->kind == FIELD_REFERENCE &&
           (field->targets & (field->targets - 1)) == 0;
}

static const struct collection *collection_of(const struct archive *archive, unsigned targets)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (targets == TARGET(i))
            return archive_collection(archive, record_types[i]->collection,
                                      strlen(record_types[i]->collection));
    return NULL;
}

/* Adds a note about the first operand that is not the id of a record. */
static bool note_unknown(const struct archive *archive, const struct filter *filter,
                         json_t *content)
{
    char note[400], valid[sizeof note];
    const struct collection *records = collection_of(archive, filter->path.end->targets);
    for (size_t i = 0; records && i < filter->operand_count; i++) {
        const struct filter_operand *operand = &filter->operands[i];
        if (operand->by_number || archive_find(archive, records, operand->text, operand->length) ||
            archive_find_kept(archive, records->type, operand->text, operand->length))
            continue;
        snprintf(note, sizeof note,
                 "No record of %s has the id \"%.*s\", so nothing can match. The filter \"%.60s\" "
                 "takes the id of a record; find it with list_records or search_record.",
                 records->name, (int)(operand->length < 80 ? operand->length : 80), operand->text,
                 filter->parameter);
        mcp_set(content, "note", json_stringn(valid, utf8_copy_valid(note, valid, sizeof valid)));
        return true;
    }
    return false;
}

void filters_note(const struct tool_call *call, const struct record_type *type,
                  const struct fetch_target *list, json_t *content)
{
    struct target target;
    struct query query;
    struct parameter_faults faults = {.count = 0};
    const struct archive *archive = call->mcp->snapshot->archive;
    const struct query_subject subject = {.archive = archive, .type = type, .scope = QUERY_LIST};
    if (target_parse(list->text, &target) != TARGET_OK ||
        !query_parse(&subject, &target, &query, &faults))
        return;
    for (size_t i = 0; i < query.filter_count; i++)
        if (is_of_record(&query.filters[i]) && note_unknown(archive, &query.filters[i], content))
            return;
}
