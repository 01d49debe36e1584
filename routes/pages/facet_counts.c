/* How many records a value of a facet stands for. */
#include "pages/facets.h"

#include <stdlib.h>
#include <string.h>

/* Reports whether a filter is one that a link to a value of the facet replaces. */
static bool is_replaced(const struct filter *filter, const char *name)
{
    return filter->parameter && strcmp(filter->parameter, name) == 0;
}

/* Copies the filters that are not replaced to `ret_others`. Returns their number. */
static size_t copy_others(const struct query *query, const char *name, struct filter *ret_others)
{
    size_t count = 0;
    for (size_t i = 0; i < query->filter_count; i++)
        if (!is_replaced(&query->filters[i], name))
            ret_others[count++] = query->filters[i];
    return count;
}

/* Counts among the records that meet some filters. */
static bool count_among(const struct page_list *list, const struct filter *filters,
                        size_t filter_count, const struct field_path *path, struct facet *ret_facet)
{
    struct selection selection;
    struct selection_request request = *list->selected;
    request.filters = filters;
    request.filter_count = filter_count;
    request.key_count = 0;
    request.offset = 0;
    request.limit = 0;
    if (!selection_make(&request, &selection))
        return false;
    const bool counted = selection_count_values(&selection, path, ret_facet);
    selection_finish(&selection);
    return counted;
}

bool facet_count_values(const struct page_list *list, const char *name,
                        const struct field_path *path, struct facet *ret_facet)
{
    const struct query *query = list->query;
    bool replaced = false;
    for (size_t i = 0; i < query->filter_count; i++)
        replaced |= is_replaced(&query->filters[i], name);
    if (!replaced)
        return selection_count_values(list->selection, path, ret_facet);
    struct filter *others = malloc(query->filter_count * sizeof *others);
    if (!others)
        return false;
    const size_t count = copy_others(query, name, others);
    const bool counted = count_among(list, others, count, path, ret_facet);
    free(others);
    return counted;
}

bool facet_is_chosen(const struct page_list *list, const char *name, const struct field *field,
                     const struct value *value)
{
    const struct query *query = list->query;
    for (size_t i = 0; i < query->filter_count; i++)
        if (is_replaced(&query->filters[i], name) &&
            filter_accepts(&query->filters[i], field, value, NULL, list->work))
            return true;
    return false;
}
