#include "data/load.h"

#include "data/progress.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

/* The first fault as it is written for people, without the end of its line. */
static void report_faults(const struct faults *faults, struct load_report *report)
{
    report->faults = faults->count;
    report->of_origins = faults->listed_count > 0;
    for (size_t i = 0; i < faults->listed_count; i++)
        report->of_origins &= options_is_url(faults->listed[i].file);
    FILE *line = fmemopen(report->first_fault, sizeof report->first_fault, "w");
    if (!line)
        return;
    if (faults->listed_count > 0)
        fault_write(faults->listed, line);
    fclose(line);
    report->first_fault[sizeof report->first_fault - 1] = '\0';
    report->first_fault[strcspn(report->first_fault, "\n")] = '\0';
}

/* What is left of reading goes back to the system, as the archive stays for long. */
static void release_memory(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

static enum archive_status load(const struct origins *origins, struct progress_bar *bar,
                                struct faults *faults, struct archive **ret_archive)
{
    size_t count;
    const struct archive_source *sources = origins_sources(origins, &count);
    struct archive *archive = NULL;
    const enum archive_status status =
        archive_load_sources(sources, count, &bar->loading, faults, &archive);
    if (status != ARCHIVE_LOADED)
        return status;
    if (ret_archive && archive_make_searchable(archive, &bar->loading)) {
        *ret_archive = archive;
        return ARCHIVE_LOADED;
    }
    archive_destroy(archive);
    return ret_archive ? ARCHIVE_OUT_OF_MEMORY : ARCHIVE_LOADED;
}

enum exit_status load_sources(const struct origins *origins, struct load_report *ret_report,
                              struct archive **ret_archive)
{
    struct faults faults;
    struct progress_bar bar;
    *ret_report = (struct load_report){0};
    faults_init(&faults);
    progress_bar_start(&bar, stderr);
    const enum archive_status status = load(origins, &bar, &faults, ret_archive);
    progress_bar_stop(&bar);
    if (status == ARCHIVE_OUT_OF_MEMORY) { /* what there was no memory for would be missing */
        snprintf(ret_report->first_fault, sizeof ret_report->first_fault, "out of memory");
        fputs("rapporteur: out of memory\n", stderr);
    } else {
        faults_write(&faults, stderr);
        report_faults(&faults, ret_report);
    }
    faults_finish(&faults);
    release_memory();
    if (status != ARCHIVE_LOADED)
        return status == ARCHIVE_FAULTY ? EXIT_WRONG_DATA : EXIT_COULD_NOT;
    return EXIT_DONE;
}

enum exit_status load_data(const struct options *options, const char *const *data,
                           size_t data_count, struct archive **ret_archive)
{
    struct origins origins;
    struct load_report report;
    enum exit_status status = EXIT_COULD_NOT;
    if (origins_init(&origins, options, data, data_count)) {
        origins.once = true;
        origins_fetch(&origins, false);
        if (origins_complete(&origins))
            status = load_sources(&origins, &report, ret_archive);
    }
    origins_finish(&origins);
    return status;
}
