/* The actions of a meeting, in the order in which they are due. */
#include "meeting_page/meeting_page_private.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    SORTED_MAX = 2000 /* more actions have the order of the files */
};

bool action_is_closed(const struct record *action)
{
    const struct value *status = record_value(action, ROLE_EVENT_STATUS);
    return record_value(action, ROLE_COMPLETED)->count ||
           (status->count && strcmp(status->text, "open") != 0);
}

/* Open actions come first, then those that are due first; those without a date come last. */
static int compare_actions(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    const struct value *due_a = record_value(a, ROLE_DUE), *due_b = record_value(b, ROLE_DUE);
    if (action_is_closed(a) != action_is_closed(b))
        return action_is_closed(a) ? 1 : -1;
    if (!due_a->count != !due_b->count)
        return due_a->count ? -1 : 1;
    const int order = due_a->count ? strcmp(due_a->text, due_b->text) : 0;
    return order ? order : (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

void actions_write(struct record_page *page, const struct relation *relation,
                   const struct record *const *actions, size_t count)
{
    const struct record **sorted = NULL;
    if (count <= SORTED_MAX &&
        work_spend(page->work, WORK_WRITING, (uint64_t)count * 10 * WORK_COMPARISON)) {
        sorted = malloc(count * sizeof *sorted);
        page->page->markup.out->failed |= !sorted;
    }
    if (sorted) {
        memcpy(sorted, actions, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, compare_actions);
    }
    relations_write_rows(page, relation, sorted ? sorted : actions, count);
    free(sorted);
}
