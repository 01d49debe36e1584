/* Data that suddenly have far fewer records do not go live by themselves. */
#include "served.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-shrinkage-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(shrinkage, .init = start, .fini = stop);

/* Replaces record.json by one with a number of topics. */
static void write_topics(int count)
{
    FILE *file = fopen("new.json", "w");
    cr_assert(file);
    fputs("{\"topics\": [", file);
    for (int i = 0; i < count; i++)
        fprintf(file, "%s{\"id\": \"t%d\", \"label\": \"Topic %d\"}", i ? ", " : "", i, i);
    fputs("]}\n", file);
    cr_assert_eq(fclose(file), 0);
    cr_assert_eq(rename("new.json", "record.json"), 0);
}

static void start_server_of(const char *data, const char *more)
{
    const char *arguments[] = {"--data", data, more, NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
}

static void start_server(const char *more)
{
    start_server_of("record.json", more);
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

static void expect_refusal(void)
{
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "still serving the previous data"));
    expect_total(12);
}

Test(shrinkage, emptied_record_does_not_go_live_by_itself)
{
    write_topics(12);
    start_server("--watch");
    write_topics(0);
    cr_expect(
        client_waits_for_text(&client, "/readyz?verbose", "they have no records; if this is"));
    expect_refusal();
    write_topics(13);
    expect_total(13);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "[+]last load: succeeded"));
    stop_server();
}

Test(shrinkage, collection_that_loses_most_records_does_not_go_live_by_itself)
{
    write_topics(12);
    start_server("--watch");
    write_topics(5);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose",
                                    "topics would have 5 records, fewer than half of 12; "));
    expect_refusal();
    write_topics(6);
    expect_total(6);
    stop_server();
}

Test(shrinkage, second_sighup_within_a_minute_publishes_the_data)
{
    write_topics(12);
    start_server(NULL);
    write_topics(1);
    kill(served.pid, SIGHUP);
    expect_refusal();
    kill(served.pid, SIGHUP);
    expect_total(1);
    stop_server();
}

Test(shrinkage, watched_file_that_permits_it_publishes_the_data)
{
    write_topics(12);
    start_server("--watch");
    write_topics(1);
    expect_refusal();
    fclose(fopen("record.json.allow-shrink", "w"));
    expect_total(1);
    stop_server();
}

Test(shrinkage, watched_file_beside_one_of_a_folder_publishes_the_data)
{
    write_topics(12);
    start_server_of(".", "--watch");
    write_topics(1);
    expect_refusal();
    fclose(fopen("record.json.allow-shrink", "w"));
    expect_total(1);
    stop_server();
}

Test(shrinkage, flag_publishes_the_data)
{
    write_topics(12);
    start_server("--allow-shrink");
    write_topics(0);
    kill(served.pid, SIGHUP);
    expect_total(0);
    stop_server();
}
