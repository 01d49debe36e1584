#include "data/load.h"

#include "base/error_text.h"
#include "base/log_stream.h"
#include "data/progress_bar.h"
#include "data/shrinkage.h"
#include "load/load.h"
#include "saved/saved_files.h"

#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

/* Reports whether a fault is that a file cannot be read because too many others are open. */
static bool fault_is_of_descriptors(const struct fault *fault)
{
    char text[128];
    snprintf(text, sizeof text, "%s", error_text(EMFILE));
    return strstr(fault->message, text) || strstr(fault->message, error_text(ENFILE));
}

/* Writes the first fault to the report, as faults_write does, without the line feed. */
static void load_report_faults(const struct faults *faults, struct load_report *report)
{
    report->faults = faults->errors.count;
    report->warnings = faults->warnings.count;
    report->remotes_only = faults->errors.listed_count > 0;
    for (size_t i = 0; i < faults->errors.listed_count; i++)
        report->exhausted |= fault_is_of_descriptors(&faults->errors.listed[i]);
    for (size_t i = 0; i < faults->errors.listed_count; i++)
        report->remotes_only &= options_is_url(faults->errors.listed[i].file);
    FILE *line = fmemopen(report->first_fault, sizeof report->first_fault, "w");
    if (!line)
        return;
    if (faults->errors.listed_count > 0)
        fault_write(faults->errors.listed, line);
    fclose(line);
    report->first_fault[sizeof report->first_fault - 1] = '\0';
    report->first_fault[strcspn(report->first_fault, "\n")] = '\0';
}

/* Returns freed memory to the system, because the archive is long-lived. */
static void release_memory(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

static enum load_status load_with_progress(const struct load_source *sources, size_t count,
                                           struct faults *faults, struct record_counts *ret_counts,
                                           struct snapshot_data *ret_data)
{
    struct archive *archive = NULL;
    struct progress_bar bar;
    progress_bar_start(&bar, stderr);
    enum load_status status = load_archive(sources, count, &bar.loading, faults, &archive);
    if (status == LOAD_SUCCEEDED)
        *ret_counts = record_counts_of(archive);
    if (status == LOAD_SUCCEEDED && !ret_data)
        archive_destroy(archive);
    else if (status == LOAD_SUCCEEDED && !snapshot_data_init(ret_data, archive, &bar.loading))
        status = LOAD_OUT_OF_MEMORY;
    progress_bar_stop(&bar);
    return status;
}

/* Writes the faults. Writes the warnings if they are wanted, else how many there are. */
static void load_write_faults(const struct faults *faults, bool warnings)
{
    const size_t count = faults->warnings.count;
    struct log_stream errors;
    if (warnings) {
        faults_write(faults, stderr);
        return;
    }
    log_stream_open(&errors);
    faults_write_errors(faults, errors.file);
    log_stream_close(&errors, SERVER_LOG_ERROR);
    if (count > 0)
        server_log(SERVER_LOG_INFO, "the data have %zu warning%s; rapporteur check shows %s", count,
                   count == 1 ? "" : "s", count == 1 ? "it" : "them");
}

enum exit_status load_sources(const struct load_source *sources, size_t count,
                              struct load_report *ret_report, struct snapshot_data *ret_data)
{
    struct faults faults;
    *ret_report = (struct load_report){0};
    faults_init(&faults);
    const enum load_status status =
        load_with_progress(sources, count, &faults, &ret_report->counts, ret_data);
    if (status == LOAD_OUT_OF_MEMORY) { /* the list of faults may be incomplete */
        snprintf(ret_report->first_fault, sizeof ret_report->first_fault, "out of memory");
        server_log(SERVER_LOG_ERROR, "out of memory");
    } else {
        load_write_faults(&faults, !ret_data);
        load_report_faults(&faults, ret_report);
    }
    faults_finish(&faults);
    release_memory();
    if (status != LOAD_SUCCEEDED)
        return status == LOAD_FAULTY ? EXIT_WRONG_DATA : EXIT_COULD_NOT;
    return EXIT_DONE;
}

/* Warns if a server with the same --state would refuse the data. */
static void load_check_shrinkage(const struct options *options, const char *const *data,
                                 size_t data_count, struct load_report *report)
{
    struct saved_files saved;
    struct shrinkage shrinkage;
    char permission[PATH_MAX];
    if (!options->state || options->allow_shrink ||
        shrinkage_is_permitted(data, data_count, permission))
        return;
    if (saved_files_read(options->state, &saved) &&
        shrinkage_find(&saved.counts, &report->counts, &shrinkage) && shrinkage.collection) {
        report->warnings++;
        server_log(SERVER_LOG_WARNING,
                   "%s would have %zu record%s, fewer than half of %zu: the server with "
                   "--state %s refuses these data unless --allow-shrink, a second SIGHUP or a file "
                   "beside them permits it",
                   shrinkage.collection, shrinkage.after, shrinkage.after == 1 ? "" : "s",
                   shrinkage.before, options->state);
    }
    saved_files_finish(&saved);
}

enum exit_status load_once(const struct options *options, const char *const *data,
                           size_t data_count, struct snapshot_data *ret_data)
{
    struct remotes remotes;
    struct load_report report = {0};
    enum exit_status status = EXIT_COULD_NOT;
    if (remotes_init(&remotes, options, data, data_count)) {
        remotes.once = true;
        remotes_fetch(&remotes, false);
        size_t count;
        const struct load_source *sources = remotes_sources(&remotes, &count);
        if (remotes_complete(&remotes))
            status = load_sources(sources, count, &report, ret_data);
        if (status == EXIT_DONE && !ret_data)
            load_check_shrinkage(options, data, data_count, &report);
        if (status == EXIT_DONE && !ret_data && options->strict && report.warnings > 0)
            status = EXIT_WRONG_DATA;
    }
    remotes_finish(&remotes);
    return status;
}
