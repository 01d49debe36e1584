/* rapporteur check: what an editor runs before a record goes live. */
#include "archive.h"
#include "commands.h"
#include "progress.h"

static int exit_status_of(enum archive_status status)
{
    switch (status) {
    case ARCHIVE_LOADED:
        return EXIT_DONE;
    case ARCHIVE_FAULTY:
        return EXIT_WRONG_DATA;
    default:
        return EXIT_COULD_NOT;
    }
}

int command_check(const struct options *options)
{
    struct archive *archive = NULL;
    struct faults faults;
    struct progress_bar bar;
    faults_init(&faults);
    progress_bar_start(&bar, stderr);
    const enum archive_status status =
        archive_load_watched((const char *const *)options->operands, options->operand_count,
                             &bar.loading, &faults, &archive);
    progress_bar_stop(&bar);
    faults_write(&faults, stderr);
    if (status == ARCHIVE_OUT_OF_MEMORY)
        fputs("rapporteur: out of memory\n", stderr);
    faults_finish(&faults);
    archive_destroy(archive);
    return exit_status_of(status);
}
