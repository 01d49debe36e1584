/* Warns of data that are valid but may be slips: in votes (check_votes.c) and in the use of rooms
 * (check_rooms.c), two people of one name, and data without a record. */
#include "load/builder.h"
#include "schema/types/every_record.h"

#include <stdlib.h>
#include <string.h>

static int compare_titles(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    const int order = strcmp(record_label(a)->text, record_label(b)->text);
    return order ? order : (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

/* Warns of people whose names are equal. */
static void check_names(struct archive_builder *builder)
{
    const struct record_list *list = archive_records(builder->archive, &person_type);
    const struct record **sorted = malloc((list->count + 1) * sizeof *sorted);
    struct place places[3];
    if (!sorted) {
        builder->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < list->count; i++)
        sorted[i] = list->at[i];
    qsort(sorted, list->count, sizeof *sorted, compare_titles);
    for (size_t i = 1; i < list->count; i++) {
        if (strcmp(record_label(sorted[i - 1])->text, record_label(sorted[i])->text) != 0)
            continue;
        if (sorted[i - 1]->distinct || sorted[i]->distinct)
            continue;
        faults_warn(
            builder->faults, archive_builder_place(builder, sorted[i], places),
            "has the same name as \"%.80s\"; if they are one person, write \"same_as\", else "
            "\"distinct\": true",
            record_id(sorted[i - 1]));
    }
    free(sorted);
}

/* Warns of data without a record, which are valid, but hardly meant. */
static void check_any(struct archive_builder *builder)
{
    size_t count = 0;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        count += archive_records(builder->archive, record_types[i])->count;
    if (count == 0 && builder->files->count > 0 && builder->faults->errors.count == 0)
        faults_warn_at_line(builder->faults, &builder->files->at[0], 0,
                            "the data have no records; the server refuses them unless "
                            "--allow-shrink, a second SIGHUP or a file beside them permits it");
}

void check_doubts(struct archive_builder *builder)
{
    check_any(builder);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        check_votes(builder, record_types[i]);
        check_rooms(builder, record_types[i]);
    }
    check_names(builder);
}
