/* Reloading: SIGHUP, --watch, faulty data, readiness while loading and draining. */
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static char folder[] = "/tmp/rapporteur-reload-XXXXXX";

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("data", 0755), 0);
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(reload, .init = start, .fini = stop);

/* Writes a record whose only topic has the given label. */
static void write_record(const char *path, const char *label)
{
    FILE *file = fopen(path, "w");
    cr_assert(file, "%s", path);
    fprintf(file,
            "{\"documents\": [{\"id\": \"minutes\", \"title\": \"Minutes\", \"sources\": "
            "[{\"document\": \"minutes\", \"lines\": \"1\"}]}],\n"
            " \"topics\": [{\"id\": \"tide\", \"label\": \"%s\", \"sources\": [{\"document\": "
            "\"minutes\", \"lines\": \"1\"}]}]}\n",
            label);
    cr_assert_eq(fclose(file), 0);
}

/* Replaces the record by rename(2), as editors do. */
static void replace_record(const char *label)
{
    write_record("data/.new", label);
    cr_assert_eq(rename("data/.new", "data/record.json"), 0);
}

static void start_server(const char *const *more)
{
    const char *arguments[16] = {"--data", "data"};
    for (size_t i = 0; more && more[i]; i++)
        arguments[2 + i] = more[i];
    server_start(&served, arguments);
    client_init(&client, served.url);
}

static void stop_server(void)
{
    client_finish(&client);
    cr_expect_eq(server_stop(&served), 0);
}

static void expect_label(const char *label)
{
    char text[64];
    snprintf(text, sizeof text, "\"label\":\"%s\"", label);
    cr_expect(client_waits_for_text(&client, "/topics/tide", text), "%s", label);
}

static char *version(void)
{
    json_t *page = client_get_json(&client, "/topics", 200);
    char *text =
        strdup(json_string_value(json_object_get(json_object_get(page, "meta"), "version")));
    json_decref(page);
    return text;
}

Test(reload, sighup_loads_the_new_record)
{
    write_record("data/record.json", "Ebb");
    start_server(NULL);
    expect_label("Ebb");
    char *before = version();
    replace_record("Flow");
    kill(served.pid, SIGHUP);
    expect_label("Flow");
    char *after = version();
    cr_expect_str_neq(before, after, "the version is the same");
    free(before);
    free(after);
    stop_server();
}

Test(reload, cached_answers_are_replaced_too)
{
    write_record("data/record.json", "Ebb");
    start_server((const char *const[]){"--threads", "1", NULL});
    for (int i = 0; i < 4; i++)
        expect_label("Ebb");
    struct answer old = client_get(&client, "/topics/tide");
    replace_record("Flow");
    kill(served.pid, SIGHUP);
    expect_label("Flow");
    char field[200];
    snprintf(field, sizeof field, "If-None-Match: %s", answer_header(&old, "ETag"));
    struct answer again = get_with("/topics/tide", field);
    cr_expect_eq(again.status, 200, "the entity tag is that of the old record");
    answer_finish(&again);
    answer_finish(&old);
    stop_server();
}

Test(reload, faulty_record_changes_only_readyz)
{
    write_record("data/record.json", "Ebb");
    start_server(NULL);
    write_record("data/with-ids-that-are-taken.json", "Tide");
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "[!]last load: failed"));
    expect_label("Ebb");
    struct answer verbose = client_get(&client, "/readyz?verbose");
    cr_expect_eq(verbose.status, 200);
    cr_expect(strstr(verbose.body, "data/with-ids-that-are-taken.json:1: "), "%s", verbose.body);
    answer_finish(&verbose);
    cr_assert_eq(unlink("data/with-ids-that-are-taken.json"), 0);
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "[+]last load: succeeded"));
    stop_server();
}

static void expect_failed_reload(void)
{
    kill(served.pid, SIGHUP);
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "[!]last load: failed"));
    expect_label("Ebb");
    stop_server();
}

Test(reload, missing_folder_changes_nothing)
{
    write_record("data/record.json", "Ebb");
    start_server(NULL);
    cr_assert_eq(rename("data", "away"), 0);
    expect_failed_reload();
}

Test(reload, empty_folder_changes_nothing)
{
    write_record("data/record.json", "Ebb");
    start_server(NULL);
    cr_assert_eq(unlink("data/record.json"), 0);
    expect_failed_reload();
}

static void set_modified(time_t seconds)
{
    const struct timespec times[2] = {{.tv_sec = seconds}, {.tv_sec = seconds}};
    cr_assert_eq(utimensat(AT_FDCWD, "data/record.json", times, 0), 0);
}

/* Waits until Last-Modified of /topics/tide is `date`. */
static void expect_last_modified(const char *date)
{
    char last[64] = "";
    for (int i = 0; i < MOMENTS && strcmp(last, date) != 0; i++) {
        struct answer answer = client_get(&client, "/topics/tide");
        snprintf(last, sizeof last, "%s", answer_header(&answer, "Last-Modified"));
        answer_finish(&answer);
        if (strcmp(last, date) != 0)
            pause_a_moment();
    }
    cr_expect_str_eq(last, date);
}

Test(reload, same_bytes_with_a_newer_modification_time_are_published)
{
    write_record("data/record.json", "Ebb");
    set_modified(1000000000);
    start_server(NULL);
    expect_last_modified("Sun, 09 Sep 2001 01:46:40 GMT");
    set_modified(1100000000);
    kill(served.pid, SIGHUP);
    expect_last_modified("Tue, 09 Nov 2004 11:33:20 GMT");
    stop_server();
}

/* Counts loads, since the content is the same before and after. */
Test(reload, chmod_of_a_watched_file_reloads_it)
{
    write_record("data/record.json", "Ebb");
    start_server((const char *const[]){"--watch", NULL});
    cr_expect(client_waits_for_text(&client, "/metrics",
                                    "rapporteur_loads_total{result=\"success\"} 1\n"));
    cr_assert_eq(chmod("data/record.json", 0600), 0);
    cr_expect(client_waits_for_text(&client, "/metrics",
                                    "rapporteur_loads_total{result=\"success\"} 2\n"));
    stop_server();
}

Test(reload, replaced_watched_file_is_loaded)
{
    write_record("data/record.json", "Ebb");
    start_server((const char *const[]){"--watch", NULL});
    expect_label("Ebb");
    replace_record("Flow");
    expect_label("Flow");
    write_record("data/record.json", "Slack");
    expect_label("Slack");
    stop_server();
}

/* A Kubernetes volume: record.json links to ..data/record.json, and the link ..data is replaced. */
Test(reload, watched_volume_is_loaded_after_its_link_is_replaced)
{
    cr_assert_eq(mkdir("data/..1", 0755) | mkdir("data/..2", 0755), 0);
    write_record("data/..1/record.json", "Ebb");
    write_record("data/..2/record.json", "Flow");
    cr_assert_eq(symlink("..1", "data/..data") | symlink("..data/record.json", "data/record.json"),
                 0);
    start_server((const char *const[]){"--watch", NULL});
    expect_label("Ebb");
    cr_assert_eq(symlink("..2", "data/..tmp") | rename("data/..tmp", "data/..data"), 0);
    expect_label("Flow");
    stop_server();
}

Test(reload, replaced_watched_folder_is_watched)
{
    write_record("data/record.json", "Ebb");
    start_server((const char *const[]){"--watch", NULL});
    cr_assert_eq(rename("data", "away"), 0);
    cr_assert_eq(mkdir("data", 0755), 0);
    replace_record("Flow");
    expect_label("Flow");
    replace_record("Slack");
    expect_label("Slack");
    stop_server();
}

Test(reload, removed_watched_folder_is_watched_after_it_reappears)
{
    write_record("data/record.json", "Ebb");
    start_server((const char *const[]){"--watch", NULL});
    cr_assert_eq(rename("data", "away"), 0);
    for (int i = 0; i < 25; i++)
        pause_a_moment(); /* the server looks for the folder and does not find it */
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "data: cannot be read: No such"));
    cr_assert_eq(mkdir("data", 0755), 0);
    replace_record("Flow");
    expect_label("Flow");
    replace_record("Slack");
    expect_label("Slack");
    cr_expect(client_waits_for_text(&client, "/readyz?verbose", "[+]last load: succeeded"));
    stop_server();
}

enum {
    ASKING = 4 /* threads */
};

static atomic_bool done;
static atomic_size_t asked[ASKING];

/* Sends requests on its own connection until `done`, and counts the answers in the atomic_size_t at
 * `count`. Returns the number of answers that are not 200. */
static void *send_requests(void *count)
{
    struct raw raw;
    size_t wrong = 0;
    raw_open(&raw, served.port);
    while (!atomic_load(&done)) {
        raw_send_text(&raw, "GET /topics?sort=label HTTP/1.1\r\nHost: localhost\r\n\r\n");
        struct raw_answer answer = raw_receive(&raw, false);
        wrong += answer.status != 200;
        atomic_fetch_add((atomic_size_t *)count, 1);
        raw_answer_finish(&answer);
    }
    raw_close(&raw);
    return (void *)wrong;
}

/* Waits until each thread has one more answer. */
static void wait_for_one_answer_each(void)
{
    for (size_t i = 0; i < ASKING; i++) {
        const size_t before = atomic_load(&asked[i]);
        for (int moment = 0; moment < MOMENTS && atomic_load(&asked[i]) == before; moment++)
            pause_a_moment();
        cr_assert_gt(atomic_load(&asked[i]), before, "thread %zu gets no answer", i);
    }
}

Test(reload, no_request_fails_while_records_are_replaced)
{
    pthread_t clients[ASKING];
    write_record("data/record.json", "Ebb");
    start_server((const char *const[]){"--threads", "2", NULL});
    for (size_t i = 0; i < ASKING; i++)
        cr_assert_eq(pthread_create(&clients[i], NULL, send_requests, &asked[i]), 0);
    for (int i = 0; i < 12; i++) {
        wait_for_one_answer_each();
        char label[16];
        snprintf(label, sizeof label, "Tide %d", i);
        replace_record(label);
        kill(served.pid, SIGHUP);
        expect_label(label);
    }
    wait_for_one_answer_each();
    atomic_store(&done, true);
    for (size_t i = 0; i < ASKING; i++) {
        void *wrong;
        pthread_join(clients[i], &wrong);
        cr_expect_null(wrong, "%zu wrong answers", (size_t)wrong);
    }
    stop_server();
}

static long private_kilobytes(void)
{
    char path[64], line[128];
    long kilobytes = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)served.pid);
    FILE *file = fopen(path, "r");
    cr_assert(file);
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "RssAnon: %ld", &kilobytes) == 1)
            break;
    fclose(file);
    return kilobytes;
}

static void reload_often(int times)
{
    for (int i = 0; i < times; i++) {
        char label[32];
        snprintf(label, sizeof label, "Tide %d of %d", i, times);
        replace_record(label);
        kill(served.pid, SIGHUP);
        expect_label(label);
    }
}

/* The long form of this test: RAPPORTEUR_RELOADS=1000. */
Test(reload, memory_does_not_grow)
{
    if (getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("AddressSanitizer delays the reuse of freed memory");
    const char *times = getenv("RAPPORTEUR_RELOADS");
    write_record("data/record.json", "Ebb");
    setenv("MALLOC_ARENA_MAX", "1", 1); /* which thread allocates makes no difference */
    start_server((const char *const[]){"--threads", "1", NULL});
    reload_often(8);
    const long before = private_kilobytes();
    reload_often(times ? atoi(times) : 16);
    const long after = private_kilobytes();
    cr_expect_leq(after, before + 600, "%ld kB before, %ld kB after", before, after);
    stop_server();
}

/* The data are of a URL that never answers, so loading does not end. */
Test(reload, server_is_live_but_not_ready_until_the_record_is_loaded)
{
    char address[32], data[60];
    const int port = free_port();
    int origin_port = 0;
    const int origin = bound_socket(&origin_port); /* accepts connections, and never answers */
    cr_assert_eq(listen(origin, 1), 0);
    snprintf(address, sizeof address, "127.0.0.1:%d", port);
    snprintf(data, sizeof data, "http://127.0.0.1:%d/record.json", origin_port);
    server_start_at(&served, port,
                    (const char *const[]){"--data", data, "--origin-seconds", "3600", "--listen",
                                          address, NULL});
    client_init(&client, served.url);
    client_wait_for_answers(&client);
    static const struct {
        const char *path;
        long status;
    } cases[] = {{"/livez", 200},  {"/readyz", 503}, {"/readyz?verbose", 503},
                 {"/topics", 503}, {"/", 503},       {"/nothing", 503}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer answer = client_get(&client, cases[i].path);
        cr_expect_eq(answer.status, cases[i].status, "%s: %ld", cases[i].path, answer.status);
        answer_finish(&answer);
    }
    struct answer answer = client_get(&client, "/topics");
    cr_expect_str_eq(answer_header(&answer, "Retry-After"), "1");
    answer_finish(&answer);
    stop_server();
    close(origin);
}

/* SIGTERM with --drain-seconds: the server is unready, but answers. */
Test(reload, draining_server_is_not_ready_but_answers)
{
    write_record("data/record.json", "Ebb");
    start_server((const char *const[]){"--drain-seconds", "3600", NULL});
    kill(served.pid, SIGTERM);
    cr_expect(client_waits_for_text(&client, "/readyz", "stopping"));
    struct answer answer = client_get(&client, "/readyz?verbose");
    cr_expect_eq(answer.status, 503);
    cr_expect(strstr(answer.body, "[!]server: about to stop"), "%s", answer.body);
    answer_finish(&answer);
    expect_label("Ebb");
    stop_server(); /* the second signal ends the drain */
}

static void write_style(const char *rules)
{
    FILE *file = fopen("theme/theme.css", "w");
    cr_assert(file);
    fputs(rules, file);
    cr_assert_eq(fclose(file), 0);
}

/* Expects that a page links to the style of the house, and that the style is `rules`. */
static void expect_style(const char *rules)
{
    char path[100] = "";
    struct answer page = client_get(&client, "/topics/tide.html");
    const char *end = strstr(page.body, "/theme.css\"");
    cr_assert(end, "%s", page.body);
    const char *start = end;
    while (start > page.body && start[-1] != '"')
        start--;
    snprintf(path, sizeof path, "%.*s/theme.css", (int)(end - start), start);
    answer_finish(&page);
    struct answer style = client_get(&client, path);
    cr_expect_eq(style.status, 200, "%s", path);
    cr_expect_str_eq(style.body, rules);
    answer_finish(&style);
}

/* Browsers keep the files of a theme by their name, so all of them must be of one version. */
Test(reload, the_theme_stays_as_it_was_when_the_server_started)
{
    write_record("data/record.json", "Ebb");
    cr_assert_eq(mkdir("theme", 0755), 0);
    write_style("h1 { color: red; }\n");
    start_server((const char *const[]){"--theme", "theme", NULL});
    expect_label("Ebb");
    expect_style("h1 { color: red; }\n");
    write_style("h1 { color: blue; }\n");
    replace_record("Flow");
    kill(served.pid, SIGHUP);
    expect_label("Flow");
    expect_style("h1 { color: red; }\n");
    stop_server();
}
