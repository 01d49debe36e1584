/* A server with --state starts from the last good copies if its files are faulty. */
#include "served.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-saved-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("state", 0755), 0);
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(saved, .init = start, .fini = stop);

static void write_text(const char *text)
{
    FILE *file = fopen("record.json", "w");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0);
}

/* Writes a record with a number of topics, which are numbered from `first`. */
static void write_topics(int first, int count)
{
    char text[4000];
    size_t used = (size_t)snprintf(text, sizeof text, "{\"topics\": [");
    for (int i = first; i < first + count; i++)
        used += (size_t)snprintf(text + used, sizeof text - used,
                                 "%s{\"id\": \"t%d\", \"label\": \"Topic %d\"}",
                                 i > first ? ", " : "", i, i);
    snprintf(text + used, sizeof text - used, "]}\n");
    write_text(text);
}

static void start_server(void)
{
    server_start(&served, (const char *const[]){"--data", "record.json", "--state", "state", NULL});
    client_init(&client, served.url);
}

static void stop_server(void)
{
    client_finish(&client);
    cr_expect_eq(server_stop(&served), 0);
}

static void expect_total(int count)
{
    char text[32];
    snprintf(text, sizeof text, "\"total\":%d,", count);
    cr_expect(client_waits_for_text(&client, "/topics?limit=1", text), "not %d topics", count);
}

/* Waits until the folder has the copy of the data that begin with topic `first`. */
static void wait_for_copy(int first)
{
    char command[100];
    snprintf(command, sizeof command, "grep -qs '\"t%d\"' state/*.file && test -f state/files",
             first);
    for (int i = 0; i < MOMENTS && system(command) != 0; i++)
        pause_a_moment();
    cr_assert_eq(system(command), 0, "there is no copy");
}

/* Has a server save 12 topics, and stops it. */
static void save_topics(void)
{
    write_topics(0, 12);
    start_server();
    wait_for_copy(0);
    stop_server();
}

static void expect_copies(const char *why)
{
    start_server();
    expect_total(12);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", why), "%s", why);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose",
                                    "[!]data: serving the last good copies from --state"));
}

Test(saved, faulty_file_and_a_restart_are_no_outage)
{
    save_topics();
    write_text("{\"topics\": [");
    expect_copies("record.json:1: the file ends too early");
    write_topics(1, 13);
    kill(served.pid, SIGHUP);
    expect_total(13);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "[+]last load: succeeded\nok"));
    wait_for_copy(13);
    stop_server();
}

Test(saved, missing_file_and_a_restart_are_no_outage)
{
    save_topics();
    cr_assert_eq(unlink("record.json"), 0);
    expect_copies("record.json: cannot be read: No such file or directory");
    stop_server();
}

Test(saved, emptied_record_and_a_restart_do_not_go_live)
{
    save_topics();
    write_text("{}");
    expect_copies("they have no records");
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, "/metrics", "loads_total{result=\"failure\"} 2"));
    expect_total(12);
    kill(served.pid, SIGHUP);
    expect_total(0);
    stop_server();
}

Test(saved, record_that_lost_most_and_a_restart_do_not_go_live)
{
    save_topics();
    write_topics(0, 5);
    expect_copies("topics would have 5 records, fewer than half of 12");
    stop_server();
}

Test(saved, newer_data_replace_the_copies_at_a_restart)
{
    save_topics();
    write_topics(20, 12);
    start_server();
    wait_for_copy(20);
    stop_server(); /* which removes the older copy before it ends */
    cr_expect_eq(system("test $(ls state | wc -l) = 2"), 0, "the older copy is still there");
}

/* Reports whether /readyz?verbose says that the copies could not be written. */
static bool says_unsaved(void)
{
    struct answer ready = client_get(&client, "/readyz?verbose");
    const bool unsaved = strstr(ready.body, "\n[!]state: the copies for the next start could not");
    cr_expect_eq(ready.status, 200);
    answer_finish(&ready);
    return unsaved;
}

Test(saved, copies_that_cannot_be_written_show_in_readyz_until_they_can)
{
    write_topics(0, 12);
    start_server();
    wait_for_copy(0);
    cr_expect_not(says_unsaved());
    cr_expect(client_waits_for_text(&client, "/metrics", "\nrapporteur_state_last_succeeded 1\n"));
    cr_assert_eq(rename("state", "away"), 0);
    write_topics(20, 13);
    kill(served.pid, SIGHUP);
    for (int i = 0; i < MOMENTS && !says_unsaved(); i++)
        pause_a_moment();
    cr_expect(says_unsaved());
    cr_expect(client_waits_for_text(&client, "/metrics", "\nrapporteur_state_last_succeeded 0\n"));
    cr_assert_eq(rename("away", "state"), 0);
    write_topics(40, 14);
    kill(served.pid, SIGHUP);
    wait_for_copy(40);
    for (int i = 0; i < MOMENTS && says_unsaved(); i++)
        pause_a_moment();
    cr_expect_not(says_unsaved());
    stop_server();
}
