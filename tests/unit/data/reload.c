/* One reload, without the thread. */
#include "data/reload.h"
#include "caught_errors.h"
#include "failing_calls.h"
#include "failing_memory.h"
#include "test_clock.h"
#include "unit/descriptors.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-reload-XXXXXX";
static struct options options = {.data = {"data.json"}, .data_count = 1, .threads = 1};
static struct snapshots snapshots;
static struct reloader reloader;

static void write_data(const char *title)
{
    FILE *file = fopen("data.json", "w");
    cr_assert(file);
    fprintf(file,
            *title ? "{\"documents\": [{\"id\": \"d\", \"title\": \"%s\","
                     " \"sources\": [{\"document\": \"d\"}]}]}"
                   : "{\"documents\": [",
            title);
    fclose(file);
}

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder) | mkdir("state", 0700), 0);
    snapshots_init(&snapshots);
    caught_errors_begin();
}

static void stop(void)
{
    char command[64];
    snapshots_finish(&snapshots);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(reload, .init = start, .fini = stop);

/* Prepares the reloader as its start does, but without its thread. */
static void prepare(void)
{
    failing_call_set_here(CALL_PTHREAD_CREATE, 0, 0);
    cr_assert(reloader_start(&reloader, &options, &snapshots, 1), "%s", caught_errors());
}

static const char *served_title(void)
{
    size_t count;
    const struct snapshot *snapshot = atomic_load(&snapshots.current);
    if (!snapshot)
        return "";
    const struct record *const *documents =
        archive_all(snapshot->data.archive, record_types[TYPE_DOCUMENT], &count);
    return record_label(documents[0])->text;
}

static bool is_saved(void)
{
    struct stat status;
    return stat("state/files", &status) == 0;
}

Test(reload, the_first_load_is_served)
{
    write_data("First");
    prepare();
    cr_expect(reload_run(&reloader, RELOAD_AT_START));
    cr_expect_str_eq(served_title(), "First");
    cr_expect(reloader.first_has_ended && !reloader.failed);
    cr_expect_eq(reloader_first_status(&reloader), EXIT_DONE);
}

/* Loads, and returns the milliseconds after which the load is repeated. */
static int64_t wait_after_load(bool descriptors)
{
    descriptors_allow(descriptors);
    reload_run(&reloader, RELOAD_REQUESTED);
    descriptors_allow(true);
    return reloader.retry_at ? reloader.retry_at - monotonic_milliseconds() : 0;
}

Test(reload, a_load_without_descriptors_is_repeated_after_1_second_doubled_up_to_a_minute)
{
    static const int seconds[] = {1, 2, 4, 8, 16, 32, 60, 60};
    char message[80];
    write_data("First");
    prepare();
    test_clock_set(1000);
    for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++) {
        cr_expect_eq(wait_after_load(false), 1000 * seconds[i], "%d s", seconds[i]);
        snprintf(message, sizeof message,
                 "too few file descriptors to load the data; retrying in %d s\n", seconds[i]);
        cr_expect(strstr(caught_errors(), message), "%s", message);
    }
    cr_expect_eq(wait_after_load(true), 0);
    cr_expect_eq(wait_after_load(false), 1000);
}

Test(reload, a_faulty_first_load_ends_the_server)
{
    write_data("");
    prepare();
    cr_expect_not(reload_run(&reloader, RELOAD_AT_START));
    cr_expect(reloader.first_has_ended && reloader.failed);
    cr_expect_eq(reloader_first_status(&reloader), EXIT_WRONG_DATA);
}

/* Each allocation of a load fails once; the data differ each time. Some are not needed. */
Test(reload, without_memory_the_older_data_stay_served_and_the_load_has_failed)
{
    bool failed = true;
    size_t failures = 0;
    write_data("First");
    prepare();
    cr_assert(reload_run(&reloader, RELOAD_AT_START));
    for (size_t allocation = 0; failed; allocation++) {
        char title[30];
        snprintf(title, sizeof title, "Title %zu", allocation);
        write_data(title);
        failing_memory_begin(allocation);
        cr_expect(reload_run(&reloader, RELOAD_CHANGED));
        failed = failing_memory_end();
        const bool served = strcmp(served_title(), title) == 0;
        const char *said = caught_errors();
        cr_assert_eq(served, !reloader.failed, "%zu: %s", allocation, said);
        cr_expect(served || strstr(said, "rapporteur: out of memory\n"), "%zu: %s", allocation,
                  said);
        cr_expect_str_eq(history_read(&reloader.history).first_fault,
                         served ? "" : "out of memory");
        failures += !served;
    }
    cr_expect_gt(failures, 10);
    cr_expect_not(reloader.failed);
}

Test(reload, copies_are_written_only_of_a_good_load_and_if_there_is_a_folder_for_them)
{
    write_data("First");
    prepare();
    cr_expect(reload_run(&reloader, RELOAD_AT_START));
    reload_save(&reloader);
    cr_expect_not(is_saved());
    options.state = "state";
    prepare();
    cr_expect(reload_run(&reloader, RELOAD_AT_START));
    reloader.failed = true;
    reload_save(&reloader);
    cr_expect_not(is_saved());
    reloader.failed = false;
    reload_save(&reloader);
    cr_expect(is_saved());
    cr_expect_not(atomic_load(&reloader.unsaved));
}

Test(reload, equal_copies_are_not_written_again)
{
    options.state = "state";
    write_data("First");
    prepare();
    cr_expect(reload_run(&reloader, RELOAD_AT_START));
    reload_save(&reloader);
    cr_assert_eq(unlink("state/files"), 0);
    reload_save(&reloader);
    cr_expect_not(is_saved());
    reloader.saved_modified++;
    reload_save(&reloader);
    cr_expect(is_saved(), "the time of the data differs");
    cr_assert_eq(unlink("state/files"), 0);
    write_data("Second");
    cr_expect(reload_run(&reloader, RELOAD_CHANGED));
    reload_save(&reloader);
    cr_expect(is_saved());
}

Test(reload, copies_that_cannot_be_written_are_reported_and_tried_again)
{
    options.state = "state";
    write_data("First");
    prepare();
    cr_expect(reload_run(&reloader, RELOAD_AT_START));
    failing_call_set(CALL_RENAME, 0, EACCES);
    reload_save(&reloader);
    cr_expect(atomic_load(&reloader.unsaved));
    cr_expect_not(reloader_has_copies(&reloader));
    reload_save(&reloader);
    cr_expect(is_saved() && reloader_has_copies(&reloader));
}

Test(reload, a_server_starts_from_the_copies_if_its_data_are_faulty)
{
    options.state = "state";
    write_data("First");
    prepare();
    cr_expect(reload_run(&reloader, RELOAD_AT_START));
    reload_save(&reloader);
    snapshots_finish(&snapshots);
    snapshots_init(&snapshots);
    write_data("");
    prepare();
    caught_errors();
    cr_expect(reload_run(&reloader, RELOAD_AT_START));
    cr_expect_str_eq(served_title(), "First");
    cr_expect(atomic_load(&reloader.serves_saved) && reloader.failed);
    cr_expect(strstr(caught_errors(), "rapporteur: warning: starting from the last good copies of "
                                      "the data in state\n"));
    reload_save(&reloader);
    write_data("Second");
    cr_expect(reload_run(&reloader, RELOAD_CHANGED));
    cr_expect_str_eq(served_title(), "Second");
    cr_expect_not(atomic_load(&reloader.serves_saved) || reloader.failed);
}

static void expect_no_start(enum failing_call call, int index, const char *said)
{
    const int next = dup(STDERR_FILENO);
    close(next);
    failing_call_set(call, index, EMFILE);
    cr_expect_not(reloader_start(&reloader, &options, &snapshots, 1));
    cr_expect_str_eq(caught_errors(), said);
    cr_expect_eq(dup(STDERR_FILENO), next, "a descriptor is not closed");
    close(next);
}

Test(reload, each_failure_of_the_start_of_its_thread_is_reported)
{
    expect_no_start(CALL_EVENTFD, 0, "rapporteur: cannot create an eventfd: Too many open files\n");
    expect_no_start(CALL_EVENTFD, 1, "rapporteur: cannot create an eventfd: Too many open files\n");
    expect_no_start(CALL_PTHREAD_CREATE, 0,
                    "rapporteur: cannot start a thread: Too many open files\n");
}

Test(reload, its_thread_starts_though_standard_input_is_closed)
{
    write_data("First");
    close(STDIN_FILENO);
    prepare();
    cr_expect_eq(reloader.wake, STDIN_FILENO);
    cr_expect(reload_run(&reloader, RELOAD_AT_START));
}
