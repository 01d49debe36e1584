/* The reloader waits for the last of several changes. The test decides what happens in each wait:
 * this program has a poll(2) of its own. */
#define _GNU_SOURCE /* ppoll(2) */
#include "data/reloader.h"

#include "unit/descriptors.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    QUIET_MILLISECONDS = 200,
    QUIET_ROUNDS_MAX = 25
};

static char folder[] = "/tmp/rapporteur-reloader-XXXXXX";
static struct options options = {.data = {"data"}, .data_count = 1, .watch = true, .threads = 1};
static struct snapshots snapshots;
static struct reloader reloader;

/* The changes to come, one in each wait for quiet; NULL ends them. Used by the reloader's thread
 * after the first change. */
static const char *const *changes;
static bool changes_never_end;
static atomic_int waits;
static bool ends_at_a_change;

static size_t loads_in_all; /* that a test expects when the thread has ended; or 0 */

static void write_data(const char *title)
{
    FILE *file = fopen("data/record.json", "w");
    cr_assert(file);
    fprintf(file,
            *title ? "{\"documents\": [{\"id\": \"d\", \"title\": \"%s\","
                     " \"sources\": [{\"document\": \"d\"}]}]}"
                   : "{\"documents\": [",
            title);
    fclose(file);
}

int poll(struct pollfd *descriptors, nfds_t count, int milliseconds)
{
    const struct timespec time = {.tv_sec = milliseconds / 1000,
                                  .tv_nsec = milliseconds % 1000 * 1000000L};
    if (count == 1 && milliseconds == QUIET_MILLISECONDS && descriptors->fd == reloader.watch.fd) {
        atomic_fetch_add(&waits, 1);
        if (ends_at_a_change)
            atomic_store(&reloader.stopping, true);
        else if (changes_never_end)
            write_data("Again");
        else if (*changes)
            write_data(*changes++);
        return ppoll(descriptors, count, &(struct timespec){0, 0}, NULL);
    }
    return ppoll(descriptors, count, milliseconds < 0 ? NULL : &time, NULL);
}

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0755), 0);
    write_data("First");
    snapshots_init(&snapshots);
    cr_assert(reloader_start(&reloader, &options, &snapshots, 1));
    struct pollfd ended = {reloader.first_ended, POLLIN, 0};
    cr_assert_eq(poll(&ended, 1, -1), 1);
    cr_assert_eq(reloader_first_status(&reloader), EXIT_DONE);
}

static void stop(void)
{
    const struct timespec pause = {.tv_nsec = 1000000};
    while (!reloader_stop(&reloader))
        nanosleep(&pause, NULL);
    const struct history_summary *summary = &reloader.history.summary;
    if (loads_in_all)
        cr_expect_eq(summary->successes + summary->failures, loads_in_all);
    snapshots_finish(&snapshots);
    remove("data/record.json");
    remove("data");
    remove(folder);
}

TestSuite(reloader, .init = start, .fini = stop);

/* Waits until loads have ended, and returns how many of them failed. */
static size_t wait_for_loads(size_t count)
{
    const struct timespec pause = {.tv_nsec = 1000000};
    for (;;) {
        const struct history_summary summary = history_read(&reloader.history);
        if (summary.successes + summary.failures >= count)
            return summary.failures;
        nanosleep(&pause, NULL);
    }
}

static const char *served_title(void)
{
    size_t count;
    const struct snapshot *snapshot = atomic_load(&snapshots.current);
    const struct record *const *documents =
        archive_all(snapshot->data.archive, record_types[TYPE_DOCUMENT], &count);
    return record_label(documents[0])->text;
}

Test(reloader, the_end_of_the_thread_begins_no_load)
{
    loads_in_all = 1;
}

Test(reloader, waits_for_the_last_of_several_changes)
{
    static const char *const later[] = {"Second", "", "Third", NULL};
    changes = later;
    write_data("");
    cr_expect_eq(wait_for_loads(2), 0, "an unfinished change is loaded");
    cr_expect_str_eq(served_title(), "Third");
    cr_expect_eq(atomic_load(&waits), 4);
}

Test(reloader, loads_data_that_never_stop_changing_after_25_waits)
{
    changes_never_end = true;
    write_data("Once");
    cr_expect_eq(wait_for_loads(2), 0);
    cr_expect_str_eq(served_title(), "Again");
    cr_expect_eq(atomic_load(&waits), QUIET_ROUNDS_MAX);
}

Test(reloader, an_end_that_is_asked_for_during_a_change_begins_no_load)
{
    const struct timespec pause = {.tv_nsec = 1000000};
    ends_at_a_change = true;
    loads_in_all = 1;
    write_data("Second");
    while (atomic_load(&waits) == 0)
        nanosleep(&pause, NULL);
}

Test(reloader, requested_reload_does_not_wait_for_quiet)
{
    reloader_request(&reloader);
    cr_expect_eq(wait_for_loads(2), 0);
    cr_expect_eq(atomic_load(&waits), 0);
}

Test(reloader, faulty_change_keeps_the_data_and_is_a_failed_load)
{
    static const char *const later[] = {NULL};
    changes = later;
    write_data("");
    cr_expect_eq(wait_for_loads(2), 1);
    cr_expect_str_eq(served_title(), "First");
    write_data("Second");
    cr_expect_eq(wait_for_loads(3), 1);
    cr_expect_str_eq(served_title(), "Second");
}

/* One request that comes during a load causes one more load. */
Test(reloader, each_request_after_a_load_causes_a_load)
{
    for (size_t i = 2; i < 5; i++) {
        reloader_request(&reloader);
        cr_expect_eq(wait_for_loads(i), 0);
    }
}

Test(reloader, load_without_descriptors_is_repeated_until_it_succeeds)
{
    static const char *const later[] = {NULL};
    changes = later;
    descriptors_allow(false);
    reloader_request(&reloader);
    cr_expect_eq(wait_for_loads(2), 1);
    cr_expect_eq(wait_for_loads(3), 2, "it is not repeated");
    descriptors_allow(true);
    cr_expect_eq(wait_for_loads(4), 2);
    cr_expect(!history_read(&reloader.history).first_fault[0]);
}

/* Starts and stops a reloader. Returns the paths that it would watch, each after a space. */
static const char *watched_paths(struct options with)
{
    static char text[200];
    const struct timespec pause = {.tv_nsec = 1000000};
    struct reloader other;
    struct snapshots served;
    text[0] = '\0';
    snapshots_init(&served);
    cr_assert(reloader_start(&other, &with, &served, 1));
    for (size_t i = 0; i < other.path_count; i++)
        strcat(strcat(text, " "), other.paths[i]);
    while (!reloader_stop(&other))
        nanosleep(&pause, NULL);
    snapshots_finish(&served);
    return text;
}

Test(reloader, the_files_of_data_the_map_and_the_texts_are_watched)
{
    cr_expect_str_eq(watched_paths((struct options){.threads = 1}), "");
    cr_expect_str_eq(watched_paths((struct options){.threads = 1, .texts = "texts"}), " texts");
    cr_expect_str_eq(watched_paths((struct options){.threads = 1, .map = "map"}), "");
    cr_expect_str_eq(watched_paths((struct options){.threads = 1,
                                                    .data = {"a", "https://127.0.0.1:9/", "b"},
                                                    .data_count = 3,
                                                    .map = "map",
                                                    .texts = "texts"}),
                     " a b map texts");
}
