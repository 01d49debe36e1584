/* The parameters in the reference, with the filters, and the formats. */
#include "describe/docs_private.h"
#include "formats/format.h"

#include <stdio.h>
#include <string.h>

static void append_parameter(struct docs *docs, const struct query_parameter *parameter)
{
    static const struct {
        enum query_scope scope;
        const char *name;
    } subjects[] = {
        {QUERY_LIST, "lists"}, {QUERY_RECORD, "single records"}, {QUERY_SEARCH, "/search"}};
    char id[80], scopes[80] = "For", target[300];
    size_t used = strlen(scopes);
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (parameter->scopes & subjects[i].scope)
            used += (size_t)snprintf(scopes + used, sizeof scopes - used, "%s%s",
                                     used > 3 ? ", " : " ", subjects[i].name);
    snprintf(id, sizeof id, "parameter-%s", parameter->name);
    docs_append_heading(docs, "h3", id, parameter->name);
    buffer_append_text(docs->out, "<p>");
    html_append_text(docs->out, parameter->documentation);
    buffer_append_text(docs->out, " <small>");
    html_append_text(docs->out, scopes);
    buffer_append_text(docs->out, ".</small></p>\n");
    const bool is_pretty = strstr(parameter->example, "pretty");
    snprintf(target, sizeof target, "%s%s", parameter->example, is_pretty ? "" : "&pretty");
    docs_append_example(docs, target, 24);
}

void docs_append_parameters(struct docs *docs)
{
    const struct query_parameter *parameter;
    docs_append_heading(docs, "h2", "parameters", "Parameters");
    for (size_t i = 0; (parameter = parameters_at(i)); i++)
        append_parameter(docs, parameter);
}

void docs_append_filters(struct docs *docs)
{
    docs_append_heading(docs, "h2", "filters", "Filters");
    html_append_element(
        docs->out, "p",
        "Every field of the records in a list is also a parameter, which selects the records with "
        "this value. Several values, separated by commas, select the records with any of them; a "
        "comma in a value is written \\,. Several filters select the records that match all of "
        "them. "
        "Dots lead further, after one reference and into objects. Filters on members of the same "
        "list of objects are met by one object.");
    docs_append_example(docs, "/papers?presenters.country=JP,KR&fields=presenters&pretty", 24);
    docs_append_example(docs, "/people?attendance.roles=co_chair&fields=name&pretty", 24);
    docs_open_table(docs, "Operators, appended to the name of a field", "parameter|condition");
    for (int i = FILTER_IS; i < FILTER_COMPARISON_COUNT; i++) {
        char name[40];
        snprintf(name, sizeof name, "field%s%s", i == FILTER_IS ? "" : "__",
                 filter_comparison_names[i]);
        docs_append_row(docs, name, (const char *const[]){filter_comparison_meanings[i]}, 1);
    }
    docs_close_table(docs);
    docs_append_example(docs, "/events?date__lt=2006&fields=date,title&pretty", 24);
}

/* Returns the collections whose records are available in a format, or "any record". */
static const char *name_types(const struct format *format, char *text, size_t size)
{
    size_t used = 0;
    if (!format->types && !format->roles)
        return "any record";
    for (size_t i = 0; i < TYPE_COUNT && used < size; i++)
        if (format_is_for(format, record_types[i], false))
            used += (size_t)snprintf(text + used, size - used, "%s%s", used ? ", " : "",
                                     record_types[i]->collection);
    return text;
}

void docs_append_formats(struct docs *docs)
{
    const struct format *format;
    docs_append_heading(docs, "h2", "formats", "Formats");
    html_append_element(
        docs->out, "p",
        "Records are available in several formats. A suffix of the path selects the "
        "format; without a suffix, Accept does. Formats for files, such as .csv, "
        "hold all matching records unless limit is given.");
    docs_open_table(docs, "The available formats", "suffix|media type|records|description");
    for (size_t i = 0; (format = format_at(i)); i++) {
        char types[200];
        docs_append_row(docs, format->suffix,
                        (const char *const[]){format->media_type,
                                              name_types(format, types, sizeof types),
                                              format->documentation},
                        3);
    }
    docs_close_table(docs);
    docs_append_example(docs, "/papers.csv?fields=title,presenters", 4);
    docs_append_example(docs, "/proposals/1.bib", 12);
    docs_append_example(docs, "/meetings.ics?status=held", 12);
}
