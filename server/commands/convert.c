/* rapporteur convert: prints data of any format as one record in JSON. */
#include "convert/convert.h"
#include "commands/commands.h"
#include "data/remotes.h"
#include "load/load.h"

#include <stdint.h>
#include <stdio.h>

/* Loads the data and writes their faults. The data are checked whole, so that the record that is
 * printed passes check. Writes the warnings to standard output if a report is wanted. The caller
 * destroys *ret_archive, which is NULL before. */
static enum exit_status convert_load(const struct load_source *sources, size_t count, bool report,
                                     struct archive **ret_archive)
{
    struct progress unwatched = {.step = NULL};
    struct faults faults;
    faults_init(&faults);
    const enum load_status status = load_archive(sources, count, &unwatched, &faults, ret_archive);
    if (status == LOAD_OUT_OF_MEMORY)
        fputs("rapporteur: out of memory\n", stderr);
    else if (status == LOAD_SUCCEEDED && report)
        faults_write(&faults, stdout);
    else
        faults_write_errors(&faults, stderr);
    faults_finish(&faults);
    if (status == LOAD_SUCCEEDED)
        return EXIT_DONE;
    return status == LOAD_FAULTY ? EXIT_WRONG_DATA : EXIT_COULD_NOT;
}

static bool convert_write(const struct options *options, const struct archive *archive,
                          struct record_files *files, struct buffer *out)
{
    if (!options->report && !options->explain)
        return convert_record(archive, out);
    return (!options->report || convert_report(files, archive, out)) &&
           (!options->explain || convert_explain(files, out));
}

static enum exit_status convert_print(const struct options *options, const struct archive *archive,
                                      const struct load_source *sources, size_t count)
{
    struct record_files files;
    struct faults ignored; /* these were written before */
    struct buffer out;
    record_files_init(&files);
    faults_init(&ignored);
    buffer_init(&out, SIZE_MAX);
    load_list_files(sources, count, &files, &ignored);
    const bool written = convert_write(options, archive, &files, &out) &&
                         fwrite(out.bytes, 1, out.length, stdout) == out.length &&
                         fflush(stdout) == 0;
    if (!written)
        fputs("rapporteur: cannot print the record; try again\n", stderr);
    buffer_finish(&out);
    faults_finish(&ignored);
    record_files_finish(&files);
    return written ? EXIT_DONE : EXIT_COULD_NOT;
}

enum exit_status command_convert(const struct options *options)
{
    struct remotes remotes;
    enum exit_status status = EXIT_COULD_NOT;
    if (remotes_init(&remotes, options, (const char *const *)options->operands,
                     options->operand_count)) {
        size_t count;
        struct archive *archive = NULL;
        remotes.once = true;
        remotes_fetch(&remotes, false);
        const struct load_source *sources = remotes_sources(&remotes, &count);
        if (remotes_complete(&remotes))
            status = convert_load(sources, count, options->report, &archive);
        if (status == EXIT_DONE)
            status = convert_print(options, archive, sources, count);
        archive_destroy(archive);
    }
    remotes_finish(&remotes);
    return status;
}
