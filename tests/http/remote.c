/* Data from a URL. The test serves them from an HTTP server of its own. */
#include "certificate.h"
#include "served.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <glob.h>
#include <microhttpd.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum conduct {
    SENDS,     /* 200, or 304 if the entity tag matches */
    BREAKS,    /* 200 with half of the body, then the connection is closed */
    FAILS,     /* 500 */
    BUSY,      /* 503 with Retry-After */
    REDIRECTS, /* 302 to an http URL */
    WAITS      /* no answer until the conduct changes */
};

/* The test's HTTP server. `lock` protects the members that its thread reads; `changed` is signalled
 * when `conduct` changes. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct MHD_Daemon *daemon;
    int port;
    char url[64];
    enum conduct conduct;
    int hops; /* redirects to its own URL that come before the next answer */
    char body[4096];
    char entity_tag[32];
    int sent, unchanged, failed;
} remote = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static char folder[] = "/tmp/rapporteur-remote-XXXXXX";

static ssize_t break_off(void *context, uint64_t position, char *out, size_t most)
{
    const size_t half = strlen(remote.body) / 2;
    (void)context;
    if (position >= half)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    const size_t count = half - (size_t)position < most ? half - (size_t)position : most;
    memcpy(out, remote.body + position, count);
    return (ssize_t)count;
}

static struct MHD_Response *respond(struct MHD_Connection *connection, unsigned *ret_status)
{
    const char *known = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-None-Match");
    *ret_status = 200;
    if (remote.conduct == BREAKS)
        return MHD_create_response_from_callback(strlen(remote.body), 1024, break_off, NULL, NULL);
    struct MHD_Response *response =
        MHD_create_response_from_buffer(strlen(remote.body), remote.body, MHD_RESPMEM_MUST_COPY);
    if (remote.conduct == FAILS)
        *ret_status = 500;
    else if (remote.conduct == BUSY)
        *ret_status = 503;
    else if (remote.conduct == REDIRECTS || remote.hops > 0)
        *ret_status = 302;
    else if (known && strcmp(known, remote.entity_tag) == 0)
        *ret_status = 304;
    if (*ret_status == 302)
        MHD_add_response_header(response, "Location",
                                remote.hops-- > 0 ? remote.url : "http://192.0.2.1/");
    if (*ret_status == 503)
        MHD_add_response_header(response, "Retry-After", "1800");
    if (*ret_status == 200)
        MHD_add_response_header(response, "ETag", remote.entity_tag);
    return response;
}

static enum MHD_Result answer(void *cls, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *protocol, const char *upload,
                              size_t *upload_size, void **context)
{
    unsigned status;
    (void)cls, (void)url, (void)method, (void)protocol;
    (void)upload, (void)upload_size, (void)context;
    pthread_mutex_lock(&remote.lock);
    while (remote.conduct == WAITS)
        pthread_cond_wait(&remote.changed, &remote.lock);
    struct MHD_Response *response = respond(connection, &status);
    remote.sent += status == 200 && remote.conduct == SENDS;
    remote.unchanged += status == 304;
    remote.failed += status != 304 && remote.conduct != SENDS;
    pthread_mutex_unlock(&remote.lock);
    const enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

static MHD_socket listen_for_remote(void)
{
    const int listener = bound_socket(&remote.port);
    cr_assert_eq(listen(listener, 16), 0);
    return listener;
}

static void open_remote(void)
{
    remote.daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL, answer, NULL,
                                     MHD_OPTION_LISTEN_SOCKET, listen_for_remote(), MHD_OPTION_END);
    cr_assert(remote.daemon);
}

static void read_text(const char *path, char text[4096])
{
    FILE *in = fopen(path, "r");
    cr_assert(in);
    text[fread(text, 1, 4095, in)] = '\0';
    fclose(in);
}

/* Like open_remote, with TLS and the self-signed certificate.pem. */
static void open_secure_remote(void)
{
    static char certificate[4096], key[4096];
    certificate_write_pair("certificate.pem", "key.pem", 1);
    certificate_write_pair("other.pem", "other-key.pem", 2);
    read_text("certificate.pem", certificate);
    read_text("key.pem", key);
    remote.daemon =
        MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_TLS, 0, NULL, NULL, answer, NULL,
                         MHD_OPTION_LISTEN_SOCKET, listen_for_remote(), MHD_OPTION_HTTPS_MEM_CERT,
                         certificate, MHD_OPTION_HTTPS_MEM_KEY, key, MHD_OPTION_END);
    cr_assert(remote.daemon);
    snprintf(remote.url, sizeof remote.url, "https://localhost:%d/record.json", remote.port);
}

static void close_remote(void)
{
    MHD_stop_daemon(remote.daemon);
    remote.daemon = NULL;
}

static void conduct(enum conduct conduct)
{
    pthread_mutex_lock(&remote.lock);
    remote.conduct = conduct;
    pthread_cond_broadcast(&remote.changed);
    pthread_mutex_unlock(&remote.lock);
}

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    remote.port = free_port();
    snprintf(remote.url, sizeof remote.url, "http://127.0.0.1:%d/record.json", remote.port);
    open_remote();
}

static void stop(void)
{
    char command[64];
    conduct(SENDS);
    if (remote.daemon)
        close_remote();
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(remote, .init = start, .fini = stop);

/* Publishes a record whose only topic has the given label, under a new entity tag. The record is
 * faulty if the label is empty. Changes the conduct at the same moment. */
static void publish_with(const char *label, enum conduct conduct)
{
    static int version;
    pthread_mutex_lock(&remote.lock);
    snprintf(remote.entity_tag, sizeof remote.entity_tag, "\"%d\"", ++version);
    snprintf(remote.body, sizeof remote.body,
             "{\"documents\": [{\"id\": \"minutes\", \"title\": \"Minutes\", \"sources\": "
             "[{\"document\": \"minutes\", \"lines\": \"1\"}]}],\n"
             " \"topics\": [{\"id\": \"tide\", \"%s\": \"%s\", \"sources\": [{\"document\": "
             "\"minutes\", \"lines\": \"1\"}]}]}\n",
             *label ? "label" : "lable", *label ? label : "Tide");
    remote.conduct = conduct;
    pthread_cond_broadcast(&remote.changed);
    pthread_mutex_unlock(&remote.lock);
}

static void publish(const char *label)
{
    publish_with(label, SENDS);
}

static int count_of(const int *counter)
{
    pthread_mutex_lock(&remote.lock);
    const int count = *counter;
    pthread_mutex_unlock(&remote.lock);
    return count;
}

static const char *const *with_flags(const char *const *more)
{
    static const char *arguments[16];
    size_t count = 0;
    arguments[count++] = "--data";
    arguments[count++] = remote.url;
    arguments[count++] = "--refresh";
    arguments[count++] = "1";
    for (size_t i = 0; more && more[i]; i++)
        arguments[count++] = more[i];
    arguments[count] = NULL;
    return arguments;
}

static void start_server(const char *const *more)
{
    server_start(&served, with_flags(more));
    client_init(&client, served.url);
}

static void stop_server(void)
{
    client_finish(&client);
    const int status = server_stop(&served);
    cr_expect_eq(status, 0, "%d", status);
}

static void expect_count(const int *counter, int least)
{
    for (int i = 0; i < MOMENTS && count_of(counter) < least; i++)
        pause_a_moment();
    cr_assert_geq(count_of(counter), least);
}

/* Waits until the answer to a GET contains a text. */
static void expect_text(const char *path, const char *text)
{
    cr_expect(client_waits_for_text(&client, path, text), "%s does not contain \"%s\"", path, text);
}

static void expect_label(const char *label)
{
    char text[64];
    snprintf(text, sizeof text, "\"label\":\"%s\"", label);
    expect_text("/topics/tide", text);
}

Test(remote, data_are_served_and_a_new_version_replaces_them)
{
    publish("Ebb");
    start_server(NULL);
    expect_label("Ebb");
    publish("Flow");
    expect_label("Flow");
    stop_server();
}

Test(remote, unchanged_data_are_not_sent_again)
{
    publish("Ebb");
    start_server(NULL);
    expect_count(&remote.unchanged, 3);
    cr_expect_eq(count_of(&remote.sent), 1);
    expect_text("/readyz?verbose", " times, new copies: 1\n");
    stop_server();
}

static const struct {
    enum conduct conduct;
    const char *why;
} failures[] = {{BREAKS, "record.json: "},
                {FAILS, "record.json: status 500"},
                {REDIRECTS, "record.json: it redirects to a URL that is not https"},
                {WAITS, "record.json: Operation timed out"}};

Test(remote, failed_fetch_changes_only_readyz)
{
    publish("Ebb");
    start_server((const char *const[]){"--origin-seconds", "1", NULL});
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        publish_with("Flow", failures[i].conduct);
        kill(served.pid, SIGHUP);
        expect_text("/readyz?verbose", "[!]http://127.0.0.1");
        expect_text("/readyz?verbose", failures[i].why);
        expect_label("Ebb");
        publish("Ebb");
        kill(served.pid, SIGHUP);
        expect_text("/readyz?verbose", "[+]http://127.0.0.1");
    }
    stop_server();
}

static double measure(const char *name, const char *more)
{
    char line[160];
    double value = -1;
    snprintf(line, sizeof line, "\n%s{url=\"%s\"%s} ", name, remote.url, more);
    struct answer answer = client_get(&client, "/metrics");
    const char *found = strstr(answer.body, line);
    if (found)
        value = strtod(found + strlen(line), NULL);
    answer_finish(&answer);
    return value;
}

Test(remote, failing_url_shows_in_the_metrics_and_so_does_its_recovery)
{
    publish("Ebb");
    start_server(NULL);
    const double success = measure("rapporteur_origin_last_success_timestamp_seconds", "");
    cr_expect_gt(success, 1e9);
    cr_expect_eq(measure("rapporteur_origin_failures_in_a_row", ""), 0);
    conduct(FAILS);
    expect_text("/metrics", "result=\"failure\"} 2\n");
    cr_expect_geq(measure("rapporteur_origin_failures_in_a_row", ""), 2);
    expect_text("/readyz?verbose", "failures: ");
    expect_text("/readyz?verbose", "last success ");
    conduct(SENDS);
    publish("Flow");
    expect_label("Flow");
    cr_expect_eq(measure("rapporteur_origin_failures_in_a_row", ""), 0);
    cr_expect_geq(measure("rapporteur_origin_fetches_total", ",result=\"failure\""), 2);
    cr_expect_geq(measure("rapporteur_origin_fetches_total", ",result=\"new\""), 2);
    cr_expect_geq(measure("rapporteur_origin_last_success_timestamp_seconds", ""), success);
    cr_expect_geq(measure("rapporteur_origin_last_duration_seconds", ""), 0);
    cr_expect_eq(measure("rapporteur_origin_refresh_seconds", ""), 1);
    stop_server();
}

static void expect_message(const char *text)
{
    char line[1024] = "";
    FILE *errors = fdopen(dup(served.errors), "r");
    cr_assert(errors);
    while (!strstr(line, text) && fgets(line, sizeof line, errors))
        continue;
    cr_expect(strstr(line, text), "the last line is %s", line);
    fclose(errors);
}

Test(remote, retry_after_delays_the_next_fetch)
{
    publish("Ebb");
    start_server(NULL);
    conduct(BUSY);
    expect_message("record.json: status 503; retrying in 1800 s");
    expect_label("Ebb");
    stop_server();
}

Test(remote, data_above_the_size_limit_change_nothing)
{
    char most[24];
    publish("Ebb");
    snprintf(most, sizeof most, "%zu", strlen(remote.body));
    start_server((const char *const[]){"--origin-bytes", most, NULL});
    publish("Ebb and flow");
    expect_text("/readyz?verbose", "it is larger than --origin-bytes");
    expect_label("Ebb");
    stop_server();
}

Test(remote, faulty_data_change_nothing_and_are_reported)
{
    char fault[128];
    publish("Ebb");
    start_server(NULL);
    publish("");
    snprintf(fault, sizeof fault, "previous data: %s:2: /topics/0", remote.url);
    expect_text("/readyz?verbose", fault);
    expect_label("Ebb");
    publish("Flow");
    expect_label("Flow");
    stop_server();
}

static void start_at(int port, const char *const *more)
{
    static char listen[32];
    const char *arguments[16] = {"--listen", listen};
    snprintf(listen, sizeof listen, "127.0.0.1:%d", port);
    const char *const *flags = with_flags(more);
    for (size_t i = 0; flags[i]; i++)
        arguments[2 + i] = flags[i];
    server_start_at(&served, port, arguments);
    client_init(&client, served.url);
}

Test(remote, failed_first_fetch_is_retried_while_the_server_is_not_ready)
{
    publish_with("Ebb", FAILS);
    start_at(free_port(), NULL);
    client_wait_for_answers(&client);
    expect_text("/readyz?verbose", "status 500");
    struct answer answer = client_get(&client, "/readyz");
    cr_expect_eq(answer.status, 503);
    answer_finish(&answer);
    answer = client_get(&client, "/topics");
    cr_expect_eq(answer.status, 503);
    answer_finish(&answer);
    expect_text("/metrics", "\nrapporteur_refusals_total{reason=\"loading\"} 1\n");
    cr_expect_eq(measure("rapporteur_origin_last_success_timestamp_seconds", ""), -1);
    expect_count(&remote.failed, 2);
    conduct(SENDS);
    expect_label("Ebb");
    stop_server();
}

Test(remote, faulty_first_record_is_fetched_again_while_the_server_is_not_ready)
{
    publish("");
    start_at(free_port(), NULL);
    client_wait_for_answers(&client);
    expect_text("/readyz?verbose", "[!]last load: failed: http://127.0.0.1");
    publish("Ebb");
    expect_label("Ebb");
    stop_server();
}

Test(remote, https_with_a_trusted_certificate_is_accepted)
{
    close_remote();
    open_secure_remote();
    publish("Ebb");
    start_server((const char *const[]){"--origin-ca", "certificate.pem", NULL});
    expect_label("Ebb");
    publish("Flood");
    expect_label("Flood");
    conduct(REDIRECTS);
    expect_count(&remote.failed, 2);
    expect_text("/readyz?verbose", "[!]https://localhost");
    expect_label("Flood");
    stop_server();
}

static void redirect(int hops)
{
    pthread_mutex_lock(&remote.lock);
    remote.hops = hops;
    pthread_mutex_unlock(&remote.lock);
}

Test(remote, three_redirects_to_https_are_followed_and_no_fourth)
{
    close_remote();
    open_secure_remote();
    publish("Ebb");
    start_server((const char *const[]){"--origin-ca", "certificate.pem", NULL});
    expect_label("Ebb");
    redirect(3);
    publish("Flood");
    expect_label("Flood");
    cr_expect_eq(count_of(&remote.hops), 0);
    redirect(1000);
    expect_text("/readyz?verbose", "Maximum (3) redirects followed");
    expect_label("Flood");
    stop_server();
}

Test(remote, https_with_an_untrusted_certificate_is_refused)
{
    close_remote();
    open_secure_remote();
    publish("Ebb");
    start_at(free_port(), (const char *const[]){"--origin-ca", "other.pem", NULL});
    client_wait_for_answers(&client);
    expect_text("/readyz?verbose", "ertificate");
    struct answer refused = client_get(&client, "/readyz");
    cr_expect_eq(refused.status, 503);
    answer_finish(&refused);
    cr_expect_eq(count_of(&remote.sent), 0);
    stop_server();
}

Test(remote, faulty_local_data_beside_a_url_end_the_start)
{
    char output[2048];
    FILE *file = fopen("local.json", "w");
    cr_assert(file);
    fputs("{\"topics\": [{}]}", file);
    fclose(file);
    publish("Ebb");
    const char *const *arguments =
        with_flags((const char *const[]){"--data", "local.json", "--listen", "127.0.0.1:0", NULL});
    cr_expect_eq(program_run(arguments, output, sizeof output), 65, "%s", output);
}

static void save_copy(void)
{
    cr_assert_eq(mkdir("state", 0700), 0);
    publish("Ebb");
    start_server((const char *const[]){"--state", "state", NULL});
    expect_text("/readyz?verbose", "[+]http://127.0.0.1");
    expect_count(&remote.unchanged, 1);
    stop_server();
}

Test(remote, saved_copy_is_served_if_the_first_fetch_fails)
{
    save_copy();
    close_remote();
    start_server((const char *const[]){"--state", "state", NULL});
    expect_label("Ebb");
    expect_text("/readyz?verbose", ", serving the copy from --state");
    const int unchanged = remote.unchanged;
    open_remote();
    expect_text("/readyz?verbose", "[+]http://127.0.0.1");
    cr_expect_gt(count_of(&remote.unchanged), unchanged, "the copy was not revalidated");
    stop_server();
}

Test(remote, faulty_record_does_not_replace_the_saved_copy)
{
    save_copy();
    start_server((const char *const[]){"--state", "state", NULL});
    publish("");
    expect_text("/readyz?verbose", "[!]last load: failed");
    stop_server();
    close_remote();
    start_server((const char *const[]){"--state", "state", NULL});
    expect_label("Ebb");
    stop_server();
}

/* Writes the path of the only file in the state folder to `path`. */
static void path_of_copy(char path[512])
{
    DIR *state = opendir("state");
    int found = 0;
    for (struct dirent *entry; (entry = readdir(state)) != NULL;)
        if (*entry->d_name != '.') {
            snprintf(path, 512, "state/%s", entry->d_name);
            found++;
        }
    closedir(state);
    cr_assert_eq(found, 1);
}

Test(remote, damaged_copy_is_ignored_and_fetched_again)
{
    char path[512];
    save_copy();
    path_of_copy(path);
    FILE *file = fopen(path, "r+");
    cr_assert(file);
    fseek(file, -10, SEEK_END);
    fputc('#', file);
    fclose(file);
    const int sent = remote.sent;
    start_server((const char *const[]){"--state", "state", NULL});
    expect_label("Ebb");
    cr_expect_eq(count_of(&remote.sent), sent + 1);
    stop_server();
}

static bool copy_exists(void)
{
    glob_t found = {0};
    const bool exists = glob("state/*.copy", 0, NULL, &found) == 0;
    globfree(&found);
    return exists;
}

static void wait_for_copy(void)
{
    for (int i = 0; i < MOMENTS && !copy_exists(); i++)
        pause_a_moment();
    cr_assert(copy_exists());
}

Test(remote, failed_write_of_the_copy_is_repeated)
{
    cr_assert_eq(mkdir("state", 0700), 0);
    publish("Ebb");
    start_server((const char *const[]){"--state", "state", "--sandbox=off", NULL});
    expect_label("Ebb");
    wait_for_copy();
    cr_assert_eq(system("rm -r state"), 0);
    publish("Flow");
    expect_label("Flow");
    cr_assert_eq(mkdir("state", 0700), 0);
    wait_for_copy();
    stop_server();
}

Test(remote, unwritable_state_folder_does_not_prevent_serving)
{
    publish("Ebb");
    start_server((const char *const[]){"--state", "/proc", NULL});
    expect_label("Ebb");
    stop_server();
}

Test(remote, missing_state_folder_is_an_error)
{
    static const char *const names[] = {"nostate", "/dev/null"};
    char output[2048];
    publish("Ebb");
    for (size_t i = 0; i < 2; i++) {
        const char *const *arguments =
            with_flags((const char *const[]){"--state", names[i], "--listen", "127.0.0.1:0", NULL});
        cr_expect_eq(program_run(arguments, output, sizeof output), 1, "%s", output);
        cr_expect(strstr(output, "takes an existing folder") && strstr(output, names[i]), "%s",
                  output);
    }
}

Test(remote, check_fetches_a_url_and_refuses_http_to_other_hosts)
{
    char output[2048];
    publish("");
    cr_expect_eq(
        program_run((const char *const[]){"check", remote.url, NULL}, output, sizeof output), 65,
        "%s", output);
    cr_expect(strstr(output, "/record.json:2: /topics/0"), "%s", output);
    cr_expect_eq(program_run((const char *const[]){"check", "http://example.org/", NULL}, output,
                             sizeof output),
                 1);
    cr_expect(strstr(output, "use https"), "%s", output);
}
