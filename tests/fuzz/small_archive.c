#include "small_archive.h"

#include "input.h"
#include "two_meetings.h"

static struct archive *load(void)
{
    struct archive *archive = NULL;
    struct archive_progress progress = {.step = NULL};
    struct faults faults;
    faults_init(&faults);
    MUST(archive_load_text("two-meetings.json", (const char *)two_meetings, two_meetings_length,
                           &faults, &archive) == ARCHIVE_LOADED);
    MUST(archive_make_searchable(archive, &progress));
    faults_finish(&faults);
    return archive;
}

struct archive *small_archive(void)
{
    static struct archive *archive;
    if (!archive)
        archive = load();
    return archive;
}
