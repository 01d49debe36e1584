#include "facet.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool facet_applies(const struct field *field)
{
    return field->kind != FIELD_OBJECT;
}

const char *facet_value_text(const struct field *field, const struct value *value, char digits[24])
{
    if (field->kind == FIELD_REFERENCE)
        return record_id(value->record);
    if (field->kind != FIELD_INTEGER)
        return value->text;
    snprintf(digits, 24, "%" PRId64, value->integer);
    return digits;
}

/* That a record has a value. */
struct occurrence {
    const struct field *field;
    const struct value *value;
    const struct record *record;
};

struct occurrences {
    struct occurrence *at;
    size_t count, capacity;
    bool out_of_memory;
};

/* What the visitor is handed: where to add, and for which record. */
struct collecting {
    struct occurrences *occurrences;
    const struct record *record;
};

static bool add_occurrence(const void *context, const struct field *field,
                           const struct value *value)
{
    const struct collecting *collecting = context;
    struct occurrences *all = collecting->occurrences;
    if (all->count == all->capacity) {
        const size_t capacity = all->capacity ? all->capacity * 2 : 64;
        struct occurrence *at = realloc(all->at, capacity * sizeof *at);
        if (!at) {
            all->out_of_memory = true;
            return true;
        }
        all->at = at;
        all->capacity = capacity;
    }
    all->at[all->count++] = (struct occurrence){field, value, collecting->record};
    return false;
}

static int compare_values(const struct field *field, const struct value *a, const struct value *b)
{
    char a_digits[24], b_digits[24];
    if (field->kind == FIELD_INTEGER)
        return (a->integer > b->integer) - (a->integer < b->integer);
    return strcmp(facet_value_text(field, a, a_digits), facet_value_text(field, b, b_digits));
}

static int compare_occurrences(const void *left, const void *right)
{
    const struct occurrence *a = left, *b = right;
    const int order = compare_values(a->field, a->value, b->value);
    if (order)
        return order;
    return (a->record->ordinal > b->record->ordinal) - (a->record->ordinal < b->record->ordinal);
}

/* By count; equal ones stay in the order of their values, which `place` keeps. */
struct ranked {
    struct facet_count counted;
    size_t place;
};

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->counted.count != b->counted.count)
        return a->counted.count > b->counted.count ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* One row a value, with the records that have it. */
static size_t count_sorted(const struct occurrences *all, struct ranked *ranked)
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct occurrence *this = &all->at[i], *last = i ? &all->at[i - 1] : NULL;
        const bool same = last && compare_values(this->field, this->value, last->value) == 0;
        if (!same) {
            ranked[count] = (struct ranked){.counted.value = this->value, .place = count};
            count++;
        }
        ranked[count - 1].counted.count += !same || this->record != last->record;
    }
    return count;
}

static bool rank(struct occurrences *all, struct facet *ret_facet)
{
    struct ranked *ranked = calloc(all->count + 1, sizeof *ranked);
    struct facet_count *counts = malloc((all->count + 1) * sizeof *counts);
    if (!ranked || !counts) {
        free(ranked);
        free(counts);
        return false;
    }
    if (all->count)
        qsort(all->at, all->count, sizeof *all->at, compare_occurrences);
    const size_t count = count_sorted(all, ranked);
    qsort(ranked, count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < count; i++)
        counts[i] = ranked[i].counted;
    free(ranked);
    *ret_facet = (struct facet){counts, count};
    return true;
}

bool facet_make(const struct field_path *path, const struct record *const *records, size_t count,
                struct facet *ret_facet)
{
    struct occurrences all = {.count = 0};
    for (size_t i = 0; i < count && !all.out_of_memory; i++) {
        const struct collecting collecting = {&all, records[i]};
        field_path_visit(path, records[i], add_occurrence, &collecting);
    }
    const bool made = !all.out_of_memory && rank(&all, ret_facet);
    free(all.at);
    return made;
}
