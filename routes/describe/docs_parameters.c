/* The parameters in the reference, with the filters, and the formats. */
#include "describe/docs_private.h"
#include "formats/format.h"

#include <stdio.h>
#include <string.h>

/* Writes the example of a parameter, indented, with a word of the record to search for. */
static const char *example_of(const struct docs *docs, const struct query_parameter *parameter,
                              char *target, size_t size)
{
    const char *example = parameter->example, *word = strstr(example, "q=energy");
    const char *pretty = strstr(example, "pretty") ? "" : "&pretty";
    if (word)
        snprintf(target, size, "%.*sq=%s%s%s", (int)(word - example), example, docs->word,
                 word + strlen("q=energy"), pretty);
    else
        snprintf(target, size, "%s%s", example, pretty);
    return target;
}

static void write_parameter(struct docs *docs, const struct query_parameter *parameter)
{
    static const struct {
        enum query_scope scope;
        const char *name;
    } subjects[] = {{QUERY_LIST, "lists"},
                    {QUERY_RECORD, "single records"},
                    {QUERY_SEARCH, "/search"},
                    {QUERY_COMPARISON, "/compare"}};
    char id[80], scopes[80] = "For", target[300];
    size_t used = strlen(scopes);
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (parameter->scopes & subjects[i].scope)
            used += (size_t)snprintf(scopes + used, sizeof scopes - used, "%s%s",
                                     used > 3 ? ", " : " ", subjects[i].name);
    snprintf(id, sizeof id, "parameter-%s", parameter->name);
    docs_open_section(docs, id, "h3", parameter->name);
    markup_open(&docs->page.markup, "p", NULL);
    markup_text(&docs->page.markup, parameter->documentation);
    markup_text(&docs->page.markup, " ");
    markup_open(&docs->page.markup, "small", NULL);
    markup_text(&docs->page.markup, scopes);
    markup_text(&docs->page.markup, ".");
    markup_close(&docs->page.markup, "small");
    markup_close(&docs->page.markup, "p");
    if (parameter->example) {
        docs_open_examples(docs);
        docs_write_request(docs, example_of(docs, parameter, target, sizeof target));
        docs_close_examples(docs);
    }
    docs_close_section(docs);
}

void docs_write_parameters(struct docs *docs)
{
    const struct query_parameter *parameter;
    docs_open_section(docs, "parameters", "h2", "Parameters");
    docs_write_text(docs, "Each of them says for which requests it is.");
    docs_close_section(docs);
    for (size_t i = 0; (parameter = parameters_at(i)); i++)
        write_parameter(docs, parameter);
}

void docs_write_filters(struct docs *docs)
{
    docs_open_section(docs, "filters", "h2", "Filters");
    docs_write_text(
        docs,
        "Every field of the records in a list is also a parameter, which selects the records with "
        "this value. Several values, separated by commas, select the records with any of them; a "
        "comma in a value is written %2C. Several filters select the records that match all of "
        "them. "
        "Dots lead further, after one reference and into objects. Filters on members of the same "
        "list of objects are met by one object.");
    docs_open_examples(docs);
    docs_write_filter_examples(docs);
    docs_close_examples(docs);
    docs_open_table(docs, "Operators, appended to the name of a field", "parameter|condition");
    for (int i = FILTER_IS; i < FILTER_COMPARISON_COUNT; i++) {
        char name[40];
        snprintf(name, sizeof name, "field%s%s", i == FILTER_IS ? "" : "__",
                 filter_comparison_names[i]);
        docs_write_row(docs, name, (const char *const[]){filter_comparison_meanings[i]}, 1);
    }
    docs_close_table(docs);
    docs_close_section(docs);
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

void docs_write_formats(struct docs *docs)
{
    const struct format *format;
    docs_open_section(docs, "formats", "h2", "Formats");
    docs_write_text(docs,
                    "Records are available in several formats. A suffix of the path selects the "
                    "format; without a suffix, Accept does. Formats for files, such as .csv, "
                    "hold all matching records unless limit is given.");
    docs_open_examples(docs);
    docs_write_request(docs, "/papers.csv?fields=title,presenters&limit=100");
    docs_write_request(docs, "/proposals/1.bib");
    docs_write_request(docs, "/meetings.ics?status=held&limit=100");
    docs_close_examples(docs);
    docs_open_table(docs, "The available formats", "suffix|media type|records|description");
    for (size_t i = 0; (format = format_at(i)); i++) {
        char types[200];
        docs_write_row(docs, format->suffix,
                       (const char *const[]){format->media_type,
                                             name_types(format, types, sizeof types),
                                             format->documentation},
                       3);
    }
    docs_close_table(docs);
    docs_close_section(docs);
}
