/* When remotes are fetched, on a clock that the test sets. The remote is a thread of the test that
 * answers each request with the next text. */
#include "data/remotes.h"

#include "data/fetch_time.h"
#include "test_clock.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    MINUTE = 60 * 1000,
    REFRESH_SECONDS = 300
};

static const char unavailable[] = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n"
                                  "Content-Length: 0\r\n\r\n",
                  retry_later[] = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 120\r\n"
                                  "Connection: close\r\nContent-Length: 0\r\n\r\n",
                  record[] = "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nConnection: close\r\n"
                             "Content-Length: 2\r\n\r\n{}",
                  other_record[] = "HTTP/1.1 200 OK\r\nETag: \"b\"\r\nConnection: close\r\n"
                                   "Content-Length: 2\r\n\r\n[]",
                  not_modified[] = "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n";

static int remote; /* the socket that listens */
static char url[64];
static pthread_t thread;
static _Atomic(const char *) next_answer;
static atomic_int requests;
static char last_request[4000]; /* read by the test after its fetch */

static void *answer_requests(void *context)
{
    (void)context;
    for (int connection; (connection = accept(remote, NULL, NULL)) >= 0; close(connection)) {
        size_t used = 0;
        char request[sizeof last_request] = "";
        for (ssize_t count;
             !strstr(request, "\r\n\r\n") &&
             (count = recv(connection, request + used, sizeof request - 1 - used, 0)) > 0;)
            used += (size_t)count;
        memcpy(last_request, request, sizeof request);
        atomic_fetch_add(&requests, 1);
        const char *answer = atomic_load(&next_answer);
        send(connection, answer, strlen(answer), MSG_NOSIGNAL);
        shutdown(connection, SHUT_WR);
    }
    return NULL;
}

static struct options options = {
    .refresh_seconds = REFRESH_SECONDS, .remote_seconds = 60, .remote_bytes = 1000};
static struct remotes remotes;

static void start(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    remote = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_eq(bind(remote, (const struct sockaddr *)&address, size) | listen(remote, 8) |
                     getsockname(remote, (struct sockaddr *)&address, &size),
                 0);
    snprintf(url, sizeof url, "http://127.0.0.1:%d/record.json", ntohs(address.sin_port));
    cr_assert_eq(pthread_create(&thread, NULL, answer_requests, NULL), 0);
    const char *const data[] = {"local.json", url};
    test_clock_set(MINUTE);
    cr_assert(remotes_init(&remotes, &options, data, 2));
}

static void stop(void)
{
    remotes_finish(&remotes);
    shutdown(remote, SHUT_RDWR);
    pthread_join(thread, NULL);
    close(remote);
}

TestSuite(remotes, .init = start, .fini = stop);

/* Fetches what is due, and returns whether there is a new copy. */
static bool fetch(const char *answer)
{
    atomic_store(&next_answer, answer);
    return remotes_fetch(&remotes, false);
}

/* Sets the clock to a time after the present one. */
static void pass(int64_t milliseconds)
{
    test_clock_set(monotonic_milliseconds() + milliseconds);
}

static void expect_check(const char *format)
{
    char expected[400];
    struct buffer out;
    buffer_init(&out, 4096);
    remotes_write_checks(&remotes, &out);
    buffer_append_byte(&out, '\0');
    snprintf(expected, sizeof expected, "%s%s%s", format[1] == '+' ? "[+]" : "[!]", url,
             format + 3);
    cr_expect_str_eq(out.bytes, expected);
    buffer_finish(&out);
}

Test(remotes, back_off_doubles_up_to_a_minute)
{
    static const int back_offs[] = {1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000};
    cr_expect_eq(remotes_wait_milliseconds(&remotes), 0, "the first fetch is due at once");
    for (int i = 0; i < (int)(sizeof back_offs / sizeof *back_offs); i++) {
        cr_expect_not(fetch(unavailable));
        const int wait = remotes_wait_milliseconds(&remotes);
        cr_expect(wait >= back_offs[i] / 2 && wait <= back_offs[i], "failure %d: %d ms", i, wait);
        cr_expect_eq(atomic_load(&requests), i + 1);
        pass(wait - 1);
        fetch(unavailable);
        cr_expect_eq(atomic_load(&requests), i + 1, "it is fetched before it is due");
        cr_expect_eq(remotes_wait_milliseconds(&remotes), 1);
        pass(1);
        cr_expect_eq(remotes_wait_milliseconds(&remotes), 0);
    }
    cr_expect_not(remotes_complete(&remotes));
}

Test(remotes, back_off_begins_again_after_an_answer)
{
    for (int i = 0; i < 4; i++) {
        fetch(unavailable);
        pass(MINUTE);
    }
    cr_expect(fetch(record));
    pass(2 * REFRESH_SECONDS * 1000);
    fetch(unavailable);
    cr_expect_leq(remotes_wait_milliseconds(&remotes), 1000);
}

Test(remotes, retry_after_is_honoured)
{
    fetch(retry_later);
    cr_expect_eq(remotes_wait_milliseconds(&remotes), 120 * 1000);
    pass(120 * 1000 - 1);
    fetch(record);
    cr_expect_eq(atomic_load(&requests), 1);
    pass(1);
    cr_expect(fetch(record));
    cr_expect_eq(atomic_load(&requests), 2);
}

Test(remotes, copy_is_checked_again_after_refresh_seconds_and_not_sent_again)
{
    size_t count;
    cr_assert(fetch(record));
    cr_expect_not(strstr(last_request, "If-None-Match"));
    cr_expect(remotes_complete(&remotes));
    const struct load_source *sources = remotes_sources(&remotes, &count);
    cr_expect_eq(count, 2);
    cr_expect_null(sources[0].text, "a path");
    cr_expect_eq(sources[1].length, 2);
    cr_expect_eq(strncmp(sources[1].text, "{}", 2), 0);
    const int wait = remotes_wait_milliseconds(&remotes);
    cr_expect(wait >= REFRESH_SECONDS * 900 && wait <= REFRESH_SECONDS * 1100, "%d", wait);
    pass(wait);
    cr_expect_not(fetch(not_modified));
    cr_expect_eq(atomic_load(&requests), 2);
    cr_expect(strstr(last_request, "If-None-Match: \"a\"\r\n"), "%s", last_request);
    cr_expect(remotes_complete(&remotes), "the copy stays");
}

Test(remotes, fetch_without_copy_only_leaves_the_others)
{
    cr_assert(fetch(record));
    pass(2 * REFRESH_SECONDS * 1000);
    cr_expect_not(remotes_fetch(&remotes, true));
    cr_expect_eq(atomic_load(&requests), 1);
    fetch(record);
    cr_expect_eq(atomic_load(&requests), 2);
}

Test(remotes, request_makes_them_due)
{
    cr_assert(fetch(record));
    cr_expect_neq(remotes_wait_milliseconds(&remotes), 0);
    remotes_make_due(&remotes);
    cr_expect_eq(remotes_wait_milliseconds(&remotes), 0);
    fetch(not_modified);
    cr_expect_eq(atomic_load(&requests), 2);
}

/* Without --refresh a faulty copy would stay for ever. */
Test(remotes, faulty_copy_is_fetched_again_even_without_refresh)
{
    options.refresh_seconds = 0;
    cr_assert(fetch(record));
    cr_expect_eq(remotes_wait_milliseconds(&remotes), -1);
    remotes_settle(&remotes, false);
    cr_expect_eq(remotes_wait_milliseconds(&remotes), FETCH_RETRY_MILLISECONDS_MAX);
    pass(FETCH_RETRY_MILLISECONDS_MAX);
    cr_expect_not(fetch(not_modified));
    remotes_settle(&remotes, false);
    cr_expect_eq(remotes_wait_milliseconds(&remotes), FETCH_RETRY_MILLISECONDS_MAX,
                 "it is still faulty");
    pass(FETCH_RETRY_MILLISECONDS_MAX);
    cr_assert(fetch(other_record));
    remotes_settle(&remotes, true);
    cr_expect_eq(remotes_wait_milliseconds(&remotes), -1);
    remotes_settle(&remotes, false);
    cr_expect_eq(remotes_wait_milliseconds(&remotes), -1, "this copy is proven");
}

/* A faulty record says nothing of the folder. */
Test(remotes, a_proven_copy_that_cannot_be_written_is_unsaved_until_it_can)
{
    options.state = "/dev/null/state";
    cr_assert(fetch(record));
    remotes_settle(&remotes, false);
    cr_expect_not(atomic_load(&remotes.unsaved));
    remotes_settle(&remotes, true);
    cr_expect(atomic_load(&remotes.unsaved));
    options.state = NULL;
    remotes_settle(&remotes, false);
    cr_expect(atomic_load(&remotes.unsaved));
    remotes_settle(&remotes, true);
    cr_expect_not(atomic_load(&remotes.unsaved));
}

Test(remotes, body_has_up_to_the_maximum_of_bytes)
{
    options.remote_bytes = 2;
    cr_expect(fetch(record));
    options.remote_bytes = 1;
    remotes_make_due(&remotes);
    cr_expect_not(fetch(record));
    cr_expect_leq(remotes_wait_milliseconds(&remotes), 1000, "that is a failure");
}

/* Returns an answer with the record and further header fields, in a buffer that the next call
 * overwrites. */
static const char *record_with(const char *fields)
{
    static char answer[2000];
    snprintf(answer, sizeof answer,
             "HTTP/1.1 200 OK\r\n%sConnection: close\r\nContent-Length: 2\r\n\r\n{}", fields);
    return answer;
}

/* Fetches an answer with an entity tag of `length` bytes and then once more. Reports whether the
 * second request has the tag. */
static bool is_stored(int length)
{
    char field[600], tag[520];
    memset(tag, 'x', sizeof tag);
    tag[0] = tag[length - 1] = '"';
    snprintf(field, sizeof field, "ETag: %.*s\r\n", length, tag);
    remotes_make_due(&remotes);
    fetch(record_with(field));
    remotes_make_due(&remotes);
    fetch(record_with(""));
    return strstr(last_request, "If-None-Match: \"xx");
}

Test(remotes, entity_tag_of_up_to_511_bytes_is_stored)
{
    cr_expect(is_stored(VALIDATOR_MAX - 1));
    cr_expect_not(is_stored(VALIDATOR_MAX));
}

Test(remotes, modification_time_is_that_of_the_answer_that_changed_the_bytes)
{
    static const char april[] = "Last-Modified: Fri, 28 Apr 2006 00:00:00 GMT\r\n",
                      may[] = "Last-Modified: Mon, 01 May 2006 00:00:00 GMT\r\n";
    size_t count;
    cr_assert(fetch(record_with(april)));
    cr_expect_eq(remotes_sources(&remotes, &count)[1].modified, 1146182400);
    remotes_make_due(&remotes);
    cr_expect_not(fetch(record_with(may)), "the bytes are the same");
    cr_expect(strstr(last_request, "If-Modified-Since: Fri, 28 Apr 2006 00:00:00 GMT\r\n"));
    cr_expect_eq(remotes_sources(&remotes, &count)[1].modified, 1146182400);
    remotes_make_due(&remotes);
    fetch(not_modified);
    cr_expect(strstr(last_request, "If-Modified-Since: Mon, 01 May 2006 00:00:00 GMT\r\n"));
}

Test(remotes, incomplete_or_unusable_answer_is_a_failure)
{
    static const struct {
        const char *answer, *reason;
    } cases[] = {
        {"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\n{}", "with 1 bytes"},
        {"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nConnection: close\r\n"
         "Content-Length: 0\r\n\r\n",
         "it redirects to a URL that is not https"},
        {"HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", "status 404"},
        {"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", "status 204"},
        {"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n", "status 304"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        remotes_make_due(&remotes);
        cr_expect_not(fetch(cases[i].answer));
        cr_expect_not(remotes_complete(&remotes));
        cr_expect(strstr(remotes.at[0].failure, cases[i].reason), "%s: %s", cases[i].reason,
                  remotes.at[0].failure);
    }
    remotes_make_due(&remotes);
    cr_assert(fetch(record));
    remotes_make_due(&remotes);
    cr_expect_not(fetch(cases[0].answer));
    cr_expect(remotes_complete(&remotes), "the copy stays");
}

Test(remotes, checks_tell_the_last_result_and_the_counts)
{
    expect_check("[!]: fetched 0 times, new copies: 0, no copy yet\n");
    fetch(unavailable);
    expect_check("[!]: status 503: fetched 1 times, new copies: 0, failures: 1, no copy yet\n");
    pass(MINUTE);
    fetch(record);
    expect_check("[+]: fetched 2 times, new copies: 1, failures: 1\n");
    remotes_make_due(&remotes);
    fetch(not_modified);
    expect_check("[+]: fetched 3 times, new copies: 1, failures: 1\n");
    remotes_make_due(&remotes);
    fetch(unavailable);
    remotes.at[0].last_success = 1000000;
    test_clock_set_time(1000012);
    expect_check("[!]: status 503: fetched 4 times, new copies: 1, failures: 2, last success 12 s "
                 "ago\n");
}

Test(remotes, unacceptable_url_is_refused)
{
    const char *const data[] = {"http://example.org/record.json"};
    struct remotes other;
    cr_expect_not(remotes_init(&other, &options, data, 1));
    remotes_finish(&other);
}

Test(remotes, without_urls_nothing_is_due)
{
    const char *const data[] = {"a.json", "b.json"};
    struct remotes other;
    cr_assert(remotes_init(&other, &options, data, 2));
    cr_expect_eq(remotes_wait_milliseconds(&other), -1);
    cr_expect(remotes_complete(&other));
    cr_expect_not(remotes_fetch(&other, false));
    remotes_finish(&other);
}
