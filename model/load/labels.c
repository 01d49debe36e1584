#include "load/labels.h"

#include <stdlib.h>
#include <string.h>

/* A label that is looked for. */
struct wanted_label {
    const char *text;
    size_t length;
};

static int compare_label_texts(const char *a, size_t a_length, const char *b, size_t b_length)
{
    const int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order ? order : (a_length > b_length) - (a_length < b_length);
}

static int compare_labels(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    const struct value *a_label = record_label(a), *b_label = record_label(b);
    const int order =
        compare_label_texts(a_label->text, a_label->count, b_label->text, b_label->count);
    return order ? order : (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

/* Returns the records in the order of their labels, or NULL if out of memory. */
static const struct record **sort_by_label(const struct record_list *list)
{
    const struct record **sorted = malloc((list->count + 1) * sizeof *sorted);
    if (!sorted)
        return NULL;
    for (size_t i = 0; i < list->count; i++)
        sorted[i] = list->at[i];
    qsort(sorted, list->count, sizeof *sorted, compare_labels);
    return sorted;
}

/* Returns the records of a type in the order of their labels, or NULL if out of memory. */
static const struct record **labels_of_type(struct archive_builder *builder,
                                            const struct record_type *type)
{
    const struct record ***labels = &builder->labels[type->ordinal];
    if (!*labels)
        *labels = sort_by_label(archive_records(builder->archive, type));
    builder->out_of_memory |= !*labels;
    return *labels;
}

static int compare_with_wanted(const struct record *record, const struct wanted_label *wanted)
{
    const struct value *label = record_label(record);
    return compare_label_texts(label->text, label->count, wanted->text, wanted->length);
}

static void labels_add_record(struct labelled_records *found, const struct record *record)
{
    if (record == found->first || record == found->second)
        return;
    if (!found->first)
        found->first = record;
    else if (!found->second)
        found->second = record;
    found->count++;
}

/* Adds the records of a type that have the label, or those with which they were joined. */
static void labels_add(struct archive_builder *builder, const struct record_type *type,
                       const struct wanted_label *wanted, struct labelled_records *found)
{
    const struct record *const *labels = labels_of_type(builder, type);
    const size_t count = archive_records(builder->archive, type)->count;
    size_t low = 0, rest = labels ? count : 0;
    while (rest > 0) {
        const size_t half = rest / 2;
        if (compare_with_wanted(labels[low + half], wanted) < 0) {
            low += half + 1;
            rest -= half + 1;
        } else {
            rest = half;
        }
    }
    for (; labels && low < count && compare_with_wanted(labels[low], wanted) == 0; low++)
        labels_add_record(found, archive_kept(builder->archive, labels[low]));
}

struct labelled_records labels_find(struct archive_builder *builder, unsigned targets,
                                    const char *label, size_t length)
{
    const struct wanted_label wanted = {label, length};
    struct labelled_records found = {0};
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (targets & TARGET(i))
            labels_add(builder, record_types[i], &wanted, &found);
    return found;
}

void labels_finish(struct archive_builder *builder)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        free(builder->labels[i]);
        builder->labels[i] = NULL;
    }
}
