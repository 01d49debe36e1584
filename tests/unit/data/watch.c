/* The changes in a folder that cause a reload. */
#include "data/watch.h"
#include "caught_errors.h"
#include "data/file_times.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-watch-XXXXXX";
static const char *const paths[] = {"data"};
static struct watch watch;

static void touch(const char *path)
{
    const int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    cr_assert_geq(descriptor, 0);
    close(descriptor);
}

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0755), 0);
    touch("data/record.json");
    watch_init(&watch);
    cr_assert(watch_open(&watch, paths, 1));
}

static void stop(void)
{
    char command[64];
    watch_close(&watch);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(watch, .init = start, .fini = stop);

/* inotify(7) queues an event before the call that causes it returns. */
static bool is_readable(void)
{
    struct pollfd events = {watch.fd, POLLIN, 0};
    return poll(&events, 1, 0) == 1;
}

Test(watch, new_watch_reports_no_change)
{
    cr_expect_not(is_readable());
    cr_expect_not(watch_changed(&watch));
}

Test(watch, written_file_is_a_change)
{
    touch("data/record.json");
    cr_expect(is_readable());
    cr_expect(watch_changed(&watch));
    cr_expect_not(watch_changed(&watch), "events are read once");
}

/* Its folder is watched, as the file that was there is gone after the first time. */
Test(watch, each_replacement_of_a_file_is_a_change)
{
    char absolute[64];
    snprintf(absolute, sizeof absolute, "%s/data/record.json", folder);
    const char *const files[] = {"data/record.json", absolute};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct watch of_file;
        watch_init(&of_file);
        cr_assert(watch_open(&of_file, &files[i], 1));
        cr_expect_not(watch_changed(&of_file));
        for (int times = 0; times < 2; times++) {
            touch("data/next");
            cr_assert_eq(rename("data/next", "data/record.json"), 0);
            cr_expect(watch_changed(&of_file), "%s", files[i]);
        }
        watch_close(&of_file);
    }
}

Test(watch, chmod_is_a_change)
{
    cr_assert_eq(chmod("data/record.json", 0600), 0);
    cr_expect(watch_changed(&watch));
}

Test(watch, rename_and_deletion_are_changes)
{
    cr_assert_eq(rename("data/record.json", "data/other.json"), 0);
    cr_expect(watch_changed(&watch));
    cr_assert_eq(unlink("data/other.json"), 0);
    cr_expect(watch_changed(&watch));
}

Test(watch, open_file_is_a_change_only_when_it_is_closed)
{
    const int descriptor = open("data/new.json", O_WRONLY | O_CREAT, 0644);
    cr_assert_geq(descriptor, 0);
    cr_expect_not(watch_changed(&watch));
    close(descriptor);
    cr_expect(watch_changed(&watch));
}

Test(watch, new_link_is_a_change_at_once)
{
    cr_assert_eq(symlink("record.json", "data/symbolic.json"), 0);
    cr_expect(watch_changed(&watch));
    cr_assert_eq(link("data/record.json", "data/hard.json"), 0);
    cr_expect(watch_changed(&watch));
}

Test(watch, removed_folder_is_watched_again_when_it_exists_again)
{
    cr_assert_eq(rename("data", "away"), 0);
    cr_expect(watch_changed(&watch), "a folder that is gone is a change");
    cr_expect(watch.incomplete);
    cr_expect_not(watch_changed(&watch));
    cr_assert_eq(mkdir("data", 0755), 0);
    cr_expect(watch_changed(&watch), "a new folder is a change");
    cr_expect_not(watch.incomplete);
    touch("data/record.json");
    cr_expect(watch_changed(&watch));
}

static void write_data(const char *text_file)
{
    FILE *file = fopen("data/record.json", "w");
    cr_assert(file);
    fprintf(file, "{\"documents\": [{\"text_file\" : \"%s\"}", text_file);
    fclose(file);
}

Test(watch, text_in_a_folder_below_the_data_is_watched)
{
    cr_assert_eq(mkdir("data/texts", 0755) | mkdir("data/texts/2031", 0755), 0);
    write_data("texts/2031/minutes.txt");
    watch_changed(&watch);
    watch_add_texts(&watch);
    cr_expect_not(watch_changed(&watch));
    touch("data/texts/2031/minutes.txt");
    cr_expect(watch_changed(&watch));
    touch("data/texts/other.txt");
    cr_expect_not(watch_changed(&watch), "no text of the data is there");
}

Test(watch, folder_of_a_text_that_appears_later_is_a_change)
{
    write_data("texts/minutes.txt");
    watch_changed(&watch);
    watch_add_texts(&watch);
    cr_expect(watch.incomplete);
    cr_expect_not(watch_changed(&watch));
    cr_assert_eq(mkdir("data/texts", 0755), 0);
    cr_expect(watch_changed(&watch));
    cr_expect_not(watch.incomplete);
    touch("data/texts/minutes.txt");
    cr_expect(watch_changed(&watch));
}

/* One name is the beginning of the other. */
Test(watch, texts_in_several_folders_are_watched)
{
    FILE *file = fopen("data/record.json", "w");
    cr_assert(file);
    fputs("{\"documents\": [{\"text_file\": \"ab/1.txt\"}, {\"text_file\": \"ab/2.txt\"},"
          " {\"text_file\": \"a/1.txt\"}, {\"text_file\": \"abc/1.txt\"}]}",
          file);
    fclose(file);
    static const char *const texts[] = {"data/ab/1.txt", "data/a/1.txt", "data/abc/1.txt"};
    cr_assert_eq(mkdir("data/ab", 0755) | mkdir("data/a", 0755) | mkdir("data/abc", 0755), 0);
    watch_changed(&watch);
    watch_add_texts(&watch);
    cr_expect_not(watch_changed(&watch));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        touch(texts[i]);
        cr_expect(watch_changed(&watch), "%s", texts[i]);
        cr_expect_not(watch_changed(&watch), "%s", texts[i]);
    }
}

Test(watch, a_data_file_that_appears_later_is_a_change)
{
    static const char *const later[] = {"data/record.json", "later.json"};
    struct watch of_files;
    watch_init(&of_files);
    cr_expect(watch_open(&of_files, later, 2), "its folder is there");
    cr_expect(of_files.incomplete);
    cr_expect_not(watch_changed(&of_files));
    touch("data/record.json");
    cr_expect(watch_changed(&of_files), "the other file has changed");
    cr_expect(of_files.incomplete);
    touch("later.json");
    cr_expect(watch_changed(&of_files));
    cr_expect_not(of_files.incomplete);
    cr_expect_not(watch_changed(&of_files));
    watch_close(&of_files);
}

/* As on a file system that reports no changes: the descriptor is not read. */
Test(watch, times_of_files_are_compared_if_the_file_system_is_silent)
{
    struct watch silent = {.fd = -1, .paths = paths, .count = 1, .polls = true};
    cr_expect(watch_changed(&silent), "the first time");
    cr_expect_not(watch_changed(&silent));
    touch("data/another.json");
    cr_expect(watch_changed(&silent));
    cr_expect_not(watch_changed(&silent));
    cr_assert_eq(truncate("data/record.json", 10), 0);
    cr_expect(watch_changed(&silent), "another length");
    cr_assert_eq(
        utimensat(AT_FDCWD, "data/record.json", (const struct timespec[]){{1, 0}, {1, 0}}, 0), 0);
    cr_expect(watch_changed(&silent), "another time");
    touch("data/next");
    cr_expect(watch_changed(&silent));
    cr_assert_eq(rename("data/next", "data/record.json"), 0);
    cr_expect(watch_changed(&silent), "another file");
    cr_assert_eq(unlink("data/another.json"), 0);
    cr_expect(watch_changed(&silent), "a file less");
    touch("data/.allow-shrink");
    cr_expect(watch_changed(&silent), "the file that permits the data to shrink");
    cr_assert_eq(rename("data", "gone"), 0);
    cr_expect(watch_changed(&silent), "no folder");
    cr_expect_not(watch_changed(&silent));
    cr_assert_eq(rename("gone", "data"), 0);
    cr_expect(watch_changed(&silent), "the folder again");
}

Test(watch, times_are_compared_only_on_file_systems_that_report_no_changes)
{
    cr_expect_not(watch.polls);
    cr_expect_null(file_times_silent_system("data"));
    cr_expect_null(file_times_silent_system("data/nothing"));
    cr_expect_null(file_times_silent_system("nothing"));
    cr_expect_null(file_times_silent_system("/nothing/at/all"));
}

Test(watch, times_are_compared_if_there_are_no_events)
{
    struct rlimit limit, none;
    struct watch without_events;
    cr_assert_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    none = (struct rlimit){0, limit.rlim_max};
    watch_init(&without_events);
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
    cr_expect(watch_open(&without_events, paths, 1));
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
    cr_expect(without_events.polls);
    watch_changed(&without_events); /* the folder could not be read before */
    cr_expect_not(watch_changed(&without_events));
    write_data("texts/minutes.txt");
    cr_expect(watch_changed(&without_events));
    watch_close(&without_events);
}

Test(watch, a_folder_that_cannot_be_watched_is_named_and_the_others_are_watched)
{
    static const char *const some[] = {"none/record.json", "data/record.json", "record.json"};
    struct watch several;
    caught_errors_begin();
    watch_init(&several);
    cr_expect_not(watch_open(&several, some, 3));
    cr_expect_str_eq(caught_errors(), "rapporteur: watching the data by file events\nrapporteur: "
                                      "cannot watch none: No such file or directory\n");
    cr_expect(several.incomplete);
    touch("data/record.json");
    cr_expect(watch_changed(&several));
    cr_expect_str_eq(caught_errors(), "", "it is reported once");
    touch("record.json");
    cr_expect(watch_changed(&several), "its folder is the current one");
    cr_assert_eq(mkdir("none", 0755), 0);
    watch_changed(&several);
    cr_expect(several.incomplete, "the file is still missing");
    touch("none/record.json");
    cr_expect(watch_changed(&several));
    watch_changed(&several);
    cr_expect_not(several.incomplete);
    watch_close(&several);
    cr_expect_eq(several.fd, -1);
}
