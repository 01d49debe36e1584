#include "loading_data.h"

#include "progress.h"

enum exit_status load_data(const struct options *options, struct archive **ret_archive)
{
    struct archive *archive = NULL;
    struct faults faults;
    struct progress_bar bar;
    faults_init(&faults);
    progress_bar_start(&bar, stderr);
    enum archive_status status =
        archive_load_watched(options->data, options->data_count, &bar.loading, &faults, &archive);
    if (status == ARCHIVE_LOADED && !archive_make_searchable(archive, &bar.loading)) {
        archive_destroy(archive);
        status = ARCHIVE_OUT_OF_MEMORY;
    }
    progress_bar_stop(&bar);
    faults_write(&faults, stderr);
    faults_finish(&faults);
    if (status == ARCHIVE_OUT_OF_MEMORY)
        fputs("rapporteur: out of memory\n", stderr);
    if (status != ARCHIVE_LOADED)
        return status == ARCHIVE_FAULTY ? EXIT_WRONG_DATA : EXIT_COULD_NOT;
    *ret_archive = archive;
    return EXIT_DONE;
}
