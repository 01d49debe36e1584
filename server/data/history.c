#include "data/history.h"

#include <string.h>

void load_history_init(struct load_history *history)
{
    *history = (struct load_history){.outcomes = {0}};
    pthread_mutex_init(&history->lock, NULL);
}

void load_history_finish(struct load_history *history)
{
    pthread_mutex_destroy(&history->lock);
}

void load_history_add(struct load_history *history, bool well, const struct load_report *report)
{
    struct load_outcomes *outcomes = &history->outcomes;
    pthread_mutex_lock(&history->lock);
    if (well) {
        outcomes->successes++;
        outcomes->last_success = time(NULL);
    } else {
        outcomes->failures++;
    }
    outcomes->faults = report->faults;
    memcpy(outcomes->first_fault, report->first_fault, sizeof outcomes->first_fault);
    pthread_mutex_unlock(&history->lock);
}

struct load_outcomes load_history_read(struct load_history *history)
{
    pthread_mutex_lock(&history->lock);
    const struct load_outcomes outcomes = history->outcomes;
    pthread_mutex_unlock(&history->lock);
    return outcomes;
}

void load_history_write_check(struct load_history *history, struct buffer *out)
{
    const struct load_outcomes outcomes = load_history_read(history);
    if (outcomes.successes + outcomes.failures == 0)
        return;
    if (!*outcomes.first_fault) {
        buffer_append_text(out, "[+]last load: well\n");
        return;
    }
    buffer_append_text(out, outcomes.successes
                                ? "[!]last load: failed, so what was there before is served: "
                                : "[!]last load: failed: ");
    buffer_append_text(out, outcomes.first_fault);
    if (outcomes.faults > 1) {
        buffer_append_text(out, ", and ");
        buffer_append_integer(out, (int64_t)outcomes.faults - 1);
        buffer_append_text(out, " more");
    }
    buffer_append_text(out, "\n");
}
