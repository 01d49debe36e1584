#include "small_archive.h"

#include "answer/snapshot_data.h"
#include "input.h"
#include "load/load.h"
#include "search/searcher.h"
#include "two_meetings.h"

struct archive *small_archive_load(void)
{
    struct archive *archive = NULL;
    struct faults faults;
    faults_init(&faults);
    MUST(load_archive_text("two-meetings.json", (const char *)two_meetings, two_meetings_length,
                           &faults, &archive) == LOAD_SUCCEEDED);
    faults_finish(&faults);
    return archive;
}

const struct snapshot_view *small_archive_view(void)
{
    static struct snapshot_data data;
    static struct snapshot_view view;
    if (!view.archive) {
        struct progress progress = {.step = NULL};
        MUST(snapshot_data_init(&data, small_archive_load(), &progress));
        view = snapshot_data_view(&data, searcher_create(data.search_index));
        MUST(view.searcher);
    }
    return &view;
}
