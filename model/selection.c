#include "selection.h"

#include <stdlib.h>
#include <string.h>

bool sort_key_applies(const struct field *field)
{
    return !field->list && field->kind != FIELD_REFERENCE && field->kind != FIELD_OBJECT;
}

/* qsort passes no context, so each element knows the keys. */
struct sorted {
    const struct record *record;
    const struct sort_key *keys;
    size_t key_count;
};

static int compare_dates(const struct value *left, const struct value *right)
{
    struct edtf_bounds a = {0, 0}, b = {0, 0};
    edtf_parse(left->text, left->count, &a);
    edtf_parse(right->text, right->count, &b);
    if (a.earliest != b.earliest)
        return a.earliest < b.earliest ? -1 : 1;
    return (a.latest > b.latest) - (a.latest < b.latest);
}

static int compare_values(const struct field *field, const struct value *left,
                          const struct value *right)
{
    if (field->kind == FIELD_INTEGER)
        return (left->integer > right->integer) - (left->integer < right->integer);
    return field->kind == FIELD_DATE ? compare_dates(left, right) : strcmp(left->text, right->text);
}

static int compare_by_key(const struct sort_key *key, const struct record *left,
                          const struct record *right)
{
    const size_t index = key->path.steps[0].index;
    const struct value *a = &left->values[index], *b = &right->values[index];
    if (!a->count || !b->count)
        return (a->count == 0) - (b->count == 0);
    const int order = compare_values(key->path.end, a, b);
    return key->descending ? -order : order;
}

static int compare_sorted(const void *left, const void *right)
{
    const struct sorted *a = left, *b = right;
    for (size_t i = 0; i < a->key_count; i++) {
        const int order = compare_by_key(&a->keys[i], a->record, b->record);
        if (order)
            return order;
    }
    return strcmp(record_id(a->record), record_id(b->record));
}

static bool sort(struct selection *selection, const struct sort_key *keys, size_t key_count)
{
    struct sorted *sorted = malloc((selection->count + 1) * sizeof *sorted);
    if (!sorted)
        return false;
    for (size_t i = 0; i < selection->count; i++)
        sorted[i] = (struct sorted){selection->records[i], keys, key_count};
    qsort(sorted, selection->count, sizeof *sorted, compare_sorted);
    for (size_t i = 0; i < selection->count; i++)
        selection->records[i] = sorted[i].record;
    free(sorted);
    return true;
}

static bool matches_all(const struct filter *filters, size_t count, const struct record *record)
{
    for (size_t i = 0; i < count; i++)
        if (!filter_matches(&filters[i], record))
            return false;
    return true;
}

bool selection_make(const struct record *const *records, size_t count, const struct filter *filters,
                    size_t filter_count, const struct sort_key *keys, size_t key_count,
                    struct selection *ret_selection)
{
    struct selection selection = {.records = malloc((count + 1) * sizeof *records)};
    if (!selection.records)
        return false;
    for (size_t i = 0; i < count; i++)
        if (matches_all(filters, filter_count, records[i]))
            selection.records[selection.count++] = records[i];
    if (key_count > 0 && !sort(&selection, keys, key_count)) {
        free(selection.records);
        return false;
    }
    *ret_selection = selection;
    return true;
}
