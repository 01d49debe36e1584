#include "data/history.h"

#include <stdio.h>
#include <string.h>

void history_init(struct history *history)
{
    *history = (struct history){.summary = {0}};
    pthread_mutex_init(&history->lock, NULL);
}

void history_finish(struct history *history)
{
    pthread_mutex_destroy(&history->lock);
}

void history_add(struct history *history, bool succeeded, const struct load_report *report)
{
    struct history_summary *summary = &history->summary;
    const time_t now = time(NULL);
    pthread_mutex_lock(&history->lock);
    summary->last_end = now;
    summary->last_succeeded = succeeded;
    summary->last_nanoseconds = report->nanoseconds;
    if (succeeded) {
        summary->successes++;
        summary->last_success = now;
    } else {
        summary->failures++;
    }
    summary->faults = report->faults;
    memcpy(summary->first_fault, report->first_fault, sizeof summary->first_fault);
    if (!succeeded && !*summary->first_fault) /* there was none for the report, either */
        snprintf(summary->first_fault, sizeof summary->first_fault, "out of memory");
    pthread_mutex_unlock(&history->lock);
}

struct history_summary history_read(struct history *history)
{
    pthread_mutex_lock(&history->lock);
    const struct history_summary summary = history->summary;
    pthread_mutex_unlock(&history->lock);
    return summary;
}

void history_write_check(struct history *history, struct buffer *out)
{
    const struct history_summary summary = history_read(history);
    if (summary.successes + summary.failures == 0)
        return;
    if (!*summary.first_fault) {
        buffer_append_text(out, "[+]last load: succeeded\n");
        return;
    }
    buffer_append_text(out, summary.successes
                                ? "[!]last load: failed, still serving the previous data: "
                                : "[!]last load: failed: ");
    buffer_append_text(out, summary.first_fault);
    if (summary.faults > 1) {
        buffer_append_text(out, ", and ");
        buffer_append_integer(out, (int64_t)summary.faults - 1);
        buffer_append_text(out, " more");
    }
    buffer_append_text(out, "\n");
}
